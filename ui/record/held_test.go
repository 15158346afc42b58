package record_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// TestTheDaysOfARoleAreWrittenUnderIt: from and until, of who has it and who had it; days that end
// before they begin aren't taken, and what never was so is taken away.
func TestTheDaysOfARoleAreWrittenUnderIt(t *testing.T) {
	var panel *record.Panel
	s := uitest.Window(t, uitest.Open(t), app.Services{}, shell.PageSpec{ID: "systems", Icon: "layers", New: func(s *shell.Shell) shell.Page {
		panel = record.NewPanel(s, system.Kind)
		return &panelPage{blankPage{panel.Content()}, panel}
	}})
	p := s.Portfolio()
	anna, sara := p.Named(org.PersonKind, "Anna Ek")[0].ID, p.Named(org.PersonKind, "Sara Öberg")[0].ID
	sys := p.All(system.Kind)[0].ID
	apptest.Put(t, p, sys, system.SystemOwner, []field.Holding{{Person: sara, To: date.Of(2025, 12, 31)}, {Person: anna, From: date.Of(2026, 1, 1)}})
	panel.Show(sys)
	uitest.Tap(t, s, "Roller")
	if uitest.Shows(panel.Content(), "Sara Öberg") {
		t.Error("who had the role shows before anybody has asked")
	}
	uitest.Tap(t, s, "Från och till, och 1 till som har haft eller ska ha rollen …")
	days := func() (out []*input.Field) {
		for _, f := range uitest.Find[*input.Field](s) {
			if text := uitest.Texts(f); len(text) > 0 && (text[0] == "från" || text[0] == "till") {
				out = append(out, f)
			}
		}
		return out
	}
	write := func(i int, day string) {
		t.Helper()
		s.Window.Canvas().Focus(days()[i].Input().(interface{ Target() fyne.Focusable }).Target())
		uitest.Shortcut(s, &fyne.ShortcutSelectAll{})
		uitest.Key(t, s, fyne.KeyBackspace)
		uitest.Type(s, day)
		s.Window.Canvas().Unfocus()
	}
	owner := func() []field.Holding { return system.SystemOwner.Get(p.Get(sys)) }
	if n := len(days()); n != 4 {
		t.Fatalf("%d days show, not 4: %q", n, uitest.Texts(panel.Content()))
	}
	write(1, "2027-06-30") // Anna, who began last, stands first
	if got := owner()[1]; got.Person != anna || got.From != date.Of(2026, 1, 1) || got.To != date.Of(2027, 6, 30) {
		t.Errorf("%+v", owner())
	}
	write(0, "2028-01-01")
	if got := owner()[1]; got.From != date.Of(2026, 1, 1) || !strings.Contains(days()[0].Error(), "slutar före det börjar") {
		t.Errorf("%+v: %q", owner(), days()[0].Error())
	}
	write(2, "2020-01-01")
	if got := owner()[0]; got.Person != sara || got.From != date.Of(2020, 1, 1) {
		t.Errorf("%+v", owner())
	}
}
