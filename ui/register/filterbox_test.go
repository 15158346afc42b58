package register_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// filtered asks for a field's filter, as the keyboard does.
func filtered(t *testing.T, s *shell.Shell, field string) {
	t.Helper()
	uitest.Tap(t, s, "Filter")
	uitest.Write(t, s, field)
	uitest.Press(s, fyne.KeyReturn)
}

// names are the systems listed.
func names(t *testing.T, s *shell.Shell) string {
	t.Helper()
	src := gridOf(t, s).Source()
	out := make([]string, src.Len())
	for i := range out {
		out[i] = src.Cell(i, 1).Text
	}
	return strings.Join(out, ", ")
}

// chip is what the only filter says of itself.
func chip(t *testing.T, s *shell.Shell) string {
	t.Helper()
	if chips := uitest.Find[*widgets.Chip](s); len(chips) == 1 {
		return chips[0].Text
	}
	return ""
}

// TestWhatAFilterAsksForIsWhatIsListed, with limits and with words; the chip, when it is
// tapped, has what was asked for.
func TestWhatAFilterAsksForIsWhatIsListed(t *testing.T) {
	days := system.ClassifiedOn.Label
	for _, c := range []struct {
		field, first, second, chip string
		kept                       []string // what the box has when it is opened again
		want                       string
	}{
		{"driftbudget 2027", "400 tkr", "700000", "Driftbudget 2027: 400 000 kr–700 000 kr", []string{"400 000", "700 000"}, "Lönesystemet, HemtjänstPlan"},
		{"driftbudget 2027", "500 tkr", "", "Driftbudget 2027: minst 500 000 kr", []string{"500 000", ""}, "Lönesystemet, Skolplattformen"},
		{days, "", "2025-06-30", days + ": t.o.m. 2025-06-30", []string{"", "2025-06-30"}, "Lönesystemet"},
		{days, "2025-06-30", "", days + ": fr.o.m. 2025-06-30", []string{"2025-06-30", ""}, "HemtjänstPlan"},
		{"system", "plan", "", "System innehåller ”plan”", []string{"plan", ""}, "HemtjänstPlan"},
		{"system", "", "system", "System utan ”system”", []string{"", "system"}, "HemtjänstPlan, Diariet W3, Skolplattformen"},
		{"system", "plan", "system", "System utan ”system”", []string{"", "system"}, "HemtjänstPlan, Diariet W3, Skolplattformen"}, // one of them
	} {
		p := uitest.Open(t)
		set(t, p, sys(t, p, "Lönesystemet").ID, system.ClassifiedOn.Field, "2025-06-29")
		set(t, p, sys(t, p, "HemtjänstPlan").ID, system.ClassifiedOn.Field, "2025-07-01")
		s := open(t, p)
		filtered(t, s, c.field)
		s.Window.Canvas().Focus(uitest.Find[*input.Entry](s)[0])
		uitest.Write(t, s, c.first)
		uitest.Press(s, fyne.KeyTab)
		uitest.Write(t, s, c.second)
		uitest.Press(s, fyne.KeyReturn)
		plain := strings.NewReplacer("\u00a0", " ")
		if got := names(t, s); got != c.want || plain.Replace(chip(t, s)) != c.chip {
			t.Errorf("%s, %q %q: %q lists %q", c.field, c.first, c.second, chip(t, s), got)
		}
		uitest.Find[*widgets.Chip](s)[0].Tapped(&fyne.PointEvent{})
		entries := uitest.Find[*input.Entry](s)
		if got := []string{plain.Replace(entries[0].Text), plain.Replace(entries[1].Text)}; !slices.Equal(got, c.kept) {
			t.Errorf("%s: the box has %q again, not %q", c.chip, got, c.kept)
		}
	}
}

// TestALimitThatCannotBeReadIsSaidAndFiltersNothing, and the box stays.
func TestALimitThatCannotBeReadIsSaidAndFiltersNothing(t *testing.T) {
	s := open(t, uitest.Open(t))
	filtered(t, s, "driftbudget 2027")
	uitest.Write(t, s, "mycket")
	uitest.Press(s, fyne.KeyReturn)
	if !uitest.Shows(uitest.Front(s), "”mycket”") {
		t.Errorf("nothing is said: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Press(s, fyne.KeyEscape)
	count(t, s, "4 system")
}

// TestRowsAreFoundByWhatBelongsToThem: by what points at them, and by that nothing does.
func TestRowsAreFoundByWhatBelongsToThem(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	r := p.All(plan.Kind)[0]
	if _, err := p.Set(t.Context(), r.ID, field.Column{Field: plan.Systems.Field}, []field.ID{sys(t, p, "Diariet W3").ID}); err != nil {
		t.Fatal(err)
	}
	uitest.Tap(t, s, "Filter")
	uitest.Write(t, s, "insats")
	uitest.Press(s, fyne.KeyReturn)
	uitest.Type(s, r.Name())
	uitest.Press(s, fyne.KeyReturn)
	if got := names(t, s); got != "Diariet W3" || !strings.Contains(chip(t, s), r.Name()) {
		t.Errorf("%q lists %q", chip(t, s), got)
	}
	uitest.Find[*widgets.Chip](s)[0].Tapped(&fyne.PointEvent{})
	uitest.Tap(t, s, "Saknas")
	uitest.Press(s, fyne.KeyReturn)
	if got := names(t, s); got != "Lönesystemet, Diariet W3, Skolplattformen" { // besides those of it
		t.Errorf("%q lists %q", chip(t, s), got)
	}
}

// TestAFilterThatHasNoRoomIsChangedAsOthersAre, and its cross is beside.
func TestAFilterThatHasNoRoomIsChangedAsOthersAre(t *testing.T) {
	s := open(t, uitest.Open(t))
	for _, f := range []string{"livscykel", "driftform", "systemägare", "systemförvaltare", "leverantör"} {
		filtered(t, s, f)
		uitest.Press(s, fyne.KeyUp) // the last: that there is any
		uitest.Press(s, fyne.KeyReturn)
	}
	s.Window.Resize(fyne.NewSize(640, 768))
	for range 2 { // what it does leaves it as it was
		uitest.Tap(t, s, "+2")
		uitest.Tap(t, s, "Leverantör finns")
		if !uitest.Shows(uitest.Front(s), "Något alls") {
			t.Fatalf("it isn't changed but gone: %q", uitest.Texts(uitest.Front(s)))
		}
		uitest.Press(s, fyne.KeyEscape)
		if at := s.Window.Canvas().Focused(); at != gridOf(t, s).Target() {
			t.Errorf("%T has the keyboard", at)
		}
	}
	uitest.Tap(t, s, "+2")
	uitest.Tap(t, s, "Ta bort: Leverantör finns")
	if uitest.Shows(s.Window.Content(), "Leverantör finns") || uitest.CanTap(s, "+2") {
		t.Errorf("it isn't taken away: %q", uitest.Texts(s.Window.Content()))
	}
}
