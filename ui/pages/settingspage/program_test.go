package settingspage_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/settingspage"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// TestTheNameInTheHistoryIsChosen, kept on the computer, and given back.
func TestTheNameInTheHistoryIsChosen(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, "program")
	says := func(text string) {
		t.Helper()
		if !uitest.Shows(uitest.Front(s), text) {
			t.Errorf("it doesn't say %q: %q", text, uitest.Texts(uitest.Front(s)))
		}
	}
	says("Det är ingen inloggning")
	says("står som Anna Ek.")
	name := func(typed string) { // in place of what is there
		t.Helper()
		in := uitest.Find[*input.Field](s)[0].Input().(interface{ Target() fyne.Focusable })
		s.Window.Canvas().Focus(in.Target())
		uitest.Shortcut(s, &fyne.ShortcutSelectAll{})
		uitest.Key(t, s, fyne.KeyBackspace)
		uitest.Type(s, typed)
		s.Window.Canvas().Unfocus()
	}
	name("Anna Ek, IT")
	if p.Who() != "Anna Ek, IT" || shell.Signs(s.App)() != "Anna Ek, IT" {
		t.Errorf("she is %q, and the computer remembers %q", p.Who(), shell.Signs(s.App)())
	}
	says("står som Anna Ek, IT.")
	name("42")
	if p.Who() != "Anna Ek, IT" {
		t.Errorf("she is %q", p.Who())
	}
	refused := false
	for _, f := range uitest.Find[*input.Field](s) {
		refused = refused || strings.Contains(f.Error(), "ingen bokstav")
	}
	if !refused {
		t.Error("it doesn't say why not")
	}
	name("")
	if p.Who() != "Anna Ek" || shell.Signs(s.App)() != "" {
		t.Errorf("she is %q, and the computer remembers %q", p.Who(), shell.Signs(s.App)())
	}
}

// TestTheComputersFileDialogsCanBeTurnedOff: then the program's own ask, and there is only a
// choice where the computer may have any.
func TestTheComputersFileDialogsCanBeTurnedOff(t *testing.T) {
	if s := open(t, uitest.Open(t), "program"); len(uitest.Find[*input.Check](s)) != 0 {
		t.Error("a choice of what the computer doesn't have")
	}
	c := &uitest.Computer{}
	s := uitest.WindowOn(t, c, uitest.Open(t), services(), settingspage.Spec())
	s.Go("settings", "program")
	ask := func() { s.AskOpen("Öppna", nil, func(string) {}) }
	ask()
	box := uitest.Find[*input.Check](s)[0]
	if !box.On() || len(c.Asked) != 1 || s.Window.Canvas().Overlays().Top() != nil {
		t.Fatalf("asked %d times", len(c.Asked))
	}
	box.Tapped(nil)
	ask()
	if len(c.Asked) != 1 || s.Window.Canvas().Overlays().Top() == nil {
		t.Errorf("the computer was asked %d times", len(c.Asked))
	}
}
