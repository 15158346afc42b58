package register_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/system"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// TestTheListHasTheKeyboardWhenWhatOpensOverItHasGone: by Escape, however it was opened. A
// click on what opens it has taken the keyboard from the list.
func TestTheListHasTheKeyboardWhenWhatOpensOverItHasGone(t *testing.T) {
	tap := func(text string) func(*testing.T, *shell.Shell) {
		return func(t *testing.T, s *shell.Shell) { uitest.Tap(t, s, text) }
	}
	chosen := func(menu func(*testing.T, *shell.Shell), item string) func(*testing.T, *shell.Shell) {
		return func(t *testing.T, s *shell.Shell) {
			menu(t, s)
			uitest.Tap(t, s, item)
		}
	}
	heading := func(t *testing.T, s *shell.Shell) {
		gridOf(t, s).OnHeaderMenu(system.Lifecycle.Key, fyne.NewPos(300, 150))
	}
	row := func(t *testing.T, s *shell.Shell) { gridOf(t, s).OnMenu(0, fyne.NewPos(400, 300)) }
	byKeyboard := map[string]bool{"row": true, "bulk": true, "delete": true} // or a click in the list
	for name, open := range map[string]func(*testing.T, *shell.Shell){
		"filter": tap("Filter"),
		"a field's filter": func(t *testing.T, s *shell.Shell) {
			tap("Filter")(t, s)
			uitest.Write(t, s, "livscykel")
			uitest.Press(s, fyne.KeyReturn)
		},
		"group":             tap("Gruppera"),
		"columns":           tap("Kolumner"),
		"views":             tap("Alla system •"),
		"a view to keep":    chosen(tap("Alla system •"), "Spara vyn som …"),
		"heading":           heading,
		"heading's filter":  chosen(heading, "Filtrera …"),
		"heading's columns": chosen(heading, "Välj kolumner …"),
		"row":               row,
		"bulk":              chosen(row, "Ändra Livscykel …"),
		"delete":            chosen(row, "Ta bort …"),
		"group's chip":      tap("Grupperat: Systemägare"),
	} {
		t.Run(name, func(t *testing.T) {
			s := open1(t)
			if !byKeyboard[name] {
				s.Window.Canvas().Unfocus()
			}
			open(t, s)
			if s.Window.Canvas().Overlays().Top() == nil {
				t.Fatal("nothing opens")
			}
			for range 3 {
				if o, ok := s.Window.Canvas().Overlays().Top().(*widgets.Overlay); ok && o.IsOpen() {
					uitest.Press(s, fyne.KeyEscape)
				}
			}
			if at := s.Window.Canvas().Focused(); at != gridOf(t, s).Target() || s.Window.Canvas().Overlays().Top() != nil {
				t.Errorf("%T has the keyboard", at)
			}
		})
	}
}

// open1 opens the list grouped by owner, with the cursor in a cell.
func open1(t *testing.T) *shell.Shell {
	t.Helper()
	s := open(t, uitest.Open(t))
	grouped(t, s, "systemägare")
	at(t, s, "Lönesystemet/lifecycle")
	return s
}
