package register_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/pages/planning"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// TestSeveralReferencesAreAddedAndNoneReplaced: Enter adds one, Ctrl+Enter several,
// Backspace takes the last away, and nothing is saved before she is done.
func TestSeveralReferencesAreAddedAndNoneReplaced(t *testing.T) {
	p := uitest.Open(t)
	s := uitest.Window(t, p, app.Services{}, planning.Spec())
	show(t, s, plan.Systems.Label, plan.Manager.Label)
	r := p.All(plan.Kind)[0]
	if _, err := p.Set(t.Context(), r.ID, field.Column{Field: plan.Systems.Field}, nil); err != nil {
		t.Fatal(err)
	}
	has := func() (out []string) {
		for _, id := range plan.Systems.Get(p.Get(r.ID)) {
			out = append(out, p.Label(id))
		}
		return out
	}
	want := func(what string, names ...string) {
		t.Helper()
		if got := has(); !slices.Equal(got, names) {
			t.Errorf("%s: %q", what, got)
		}
	}
	into(t, s, r.ID, plan.Systems.Field)
	uitest.Write(t, s, "diariet")
	uitest.Press(s, fyne.KeyReturn)
	want("one", "Diariet W3")
	into(t, s, r.ID, plan.Systems.Field)
	uitest.Write(t, s, "löne")
	uitest.Press(s, fyne.KeyReturn)
	want("another", "Diariet W3", "Lönesystemet")
	into(t, s, r.ID, plan.Systems.Field)
	uitest.Press(s, fyne.KeyBackspace)
	uitest.Write(t, s, "hem")
	ctrlEnter(s)
	uitest.Write(t, s, "skol")
	ctrlEnter(s)
	want("before she is done", "Diariet W3", "Lönesystemet")
	uitest.Press(s, fyne.KeyTab)
	want("done", "Diariet W3", "HemtjänstPlan", "Skolplattformen")
	s.Undo()
	want("undone at once", "Diariet W3", "Lönesystemet")
	into(t, s, r.ID, plan.Systems.Field)
	uitest.Press(s, fyne.KeyBackspace)
	uitest.Press(s, fyne.KeyEscape)
	want("let go", "Diariet W3", "Lönesystemet")
	into(t, s, r.ID, plan.Systems.Field)
	uitest.Write(t, s, "hem")
	ctrlEnter(s)
	s.Window.Canvas().Overlays().Top().(*widgets.Overlay).Tapped(nil)
	want("a click beside", "Diariet W3", "Lönesystemet", "HemtjänstPlan")
	if uitest.CanTap(s, "Lägg till ”hem”") {
		t.Error("a system is made of a name alone")
	}

	into(t, s, r.ID, plan.Manager.Field)
	uitest.Write(t, s, "sara")
	uitest.Press(s, fyne.KeyReturn)
	if got := p.Label(plan.Manager.Get(p.Get(r.ID))); got != "Sara Öberg" {
		t.Errorf("it is led by %q", got)
	}
}

// TestWhoIsMadeInACellTakesOverAsOthersDo: Enter replaces the one there, as the list says,
// and Ctrl+Enter adds.
func TestWhoIsMadeInACellTakesOverAsOthersDo(t *testing.T) {
	for _, c := range []struct {
		take func(s *shell.Shell)
		want []string
	}{
		{func(s *shell.Shell) { uitest.Press(s, fyne.KeyReturn) }, []string{"Kim Ny"}},
		{ctrlEnter, []string{"Anna Ek", "Kim Ny"}},
	} {
		p := uitest.Open(t)
		s := open(t, p)
		r := sys(t, p, "Lönesystemet") // Anna Ek owns it
		into(t, s, r.ID, system.SystemOwner.Field)
		uitest.Write(t, s, "Kim Ny")
		uitest.Press(s, fyne.KeyReturn, fyne.KeyDown)
		if !uitest.Shows(uitest.Front(s), "Enter ersätter Anna Ek · Ctrl+Enter lägger till") || uitest.Shows(uitest.Front(s), "Inget i listan heter så.") {
			t.Errorf("it says %q", uitest.Texts(uitest.Front(s)))
		}
		c.take(s)
		if got := owners(p, r.ID); !slices.Equal(got, c.want) {
			t.Errorf("it is owned by %v, not %v", got, c.want)
		}
	}
}

// TestTwoWhoAreMadeBeforeTheDiskHasAnsweredAreBothMade: the second value has the first too.
func TestTwoWhoAreMadeBeforeTheDiskHasAnsweredAreBothMade(t *testing.T) {
	for _, full := range []bool{false, true} {
		s, p, store := onDisk(t)
		r := sys(t, p, "Lönesystemet") // Anna Ek owns it
		persons := len(p.All(org.PersonKind))
		if full {
			store.FailWith(fault.New(fault.DiskFull, "Disken är full. Inget har ändrats."))
		} else {
			async.Hold()
		}
		for _, name := range []string{"Kim Ny", "Bo Berg"} {
			into(t, s, r.ID, system.SystemOwner.Field)
			uitest.Write(t, s, name)
			uitest.Press(s, fyne.KeyDown)
			ctrlEnter(s)
		}
		if full {
			store.FailWith(nil)
			uitest.Tap(t, s, "Försök igen")
		} else {
			async.Release()
		}
		if got := owners(p, r.ID); !slices.Equal(got, []string{"Anna Ek", "Kim Ny", "Bo Berg"}) || uitest.CanTap(s, "Försök igen") {
			t.Fatalf("full %v: it is owned by %v: %q", full, got, uitest.Texts(s.Window.Content()))
		}
		want := "Systemägare för Lönesystemet, med Bo Berg som ny"
		if full {
			want = "Systemägare för Lönesystemet, med Kim Ny och Bo Berg som nya"
		}
		if label, _ := p.CanUndo(); label != want {
			t.Errorf("undo says %q", label)
		}
		for range 2 {
			s.Undo()
		}
		if n := len(p.All(org.PersonKind)); !full && n != persons {
			t.Errorf("two are undone, and there are %d persons, not %d", n, persons)
		}
	}
}
