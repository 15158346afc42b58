package main

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/ui/pages/help"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// TestF1LandsWhereTheHandbookSpeaksOfThePage: each page has a section, which there is, and F1
// shows it.
func TestF1LandsWhereTheHandbookSpeaksOfThePage(t *testing.T) {
	s := uitest.Window(t, uitest.Example(t), app.Services{}, pages()...)
	headings := map[string]string{}
	for _, a := range s.Actions() {
		if a.Group == shell.Handbook {
			headings[a.ID] = a.Name()
		}
	}
	if len(headings) < 40 {
		t.Fatalf("the handbook has %d headings", len(headings))
	}
	for _, spec := range pages() {
		if spec.ID == shell.HelpPage {
			continue
		}
		heading := headings["handbook "+spec.Help]
		if heading == "" {
			t.Errorf("F1 on %s leads to %q, which the handbook hasn't", spec.ID, spec.Help)
			continue
		}
		switch spec.ID {
		case "person", "related", "meeting", "guide": // are of something
			continue
		}
		s.Go(spec.ID, nil)
		uitest.Press(s, fyne.KeyF1)
		if s.Current() != shell.HelpPage || !uitest.Shows(uitest.Front(s), heading) {
			t.Errorf("F1 on %s shows %q", spec.ID, s.Current())
		}
		uitest.Press(s, fyne.KeyEscape)
		if s.Current() != spec.ID {
			t.Errorf("Escape comes back to %s, from %s", s.Current(), spec.ID)
		}
	}
}

// TestF1KnowsWhatOneIsAt: the register in view, the tab of the settings, the field that is
// written in and the dialog on top.
func TestF1KnowsWhatOneIsAt(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"Licenser", "avtal-och-leverantörer", "licenser"},
		{"Servicenivåer", "avtal-och-leverantörer", "servicenivåer-sla"},
		{"Integrationer", "systemportföljen", "integrationer"},
		{"Egna fält", "inställningar", "inställningar"},
		{"System", "systemportföljen", ""},
		{"Ingenting alls", "översikten", ""},
	} {
		if got := help.About(c.name, c.page, true); got != c.want {
			t.Errorf("%s on %s: %q, want %q", c.name, c.page, got, c.want)
		}
	}
}
