package register_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app/system"
	"itportfoljen/ui/input"
	"itportfoljen/ui/uitest"
)

// TestADayIsPickedInTheCalendarByItsCell: F4 opens it from the cell, Alt+Down and the
// button from what is being written.
func TestADayIsPickedInTheCalendarByItsCell(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	show(t, s, system.ClassifiedOn.Label)
	r := sys(t, p, "Diariet W3")
	into(t, s, r.ID, system.ClassifiedOn.Field)
	uitest.Write(t, s, "1/3 2026")
	s.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	if len(uitest.Find[*input.Calendar](s)) == 0 {
		t.Fatal("Alt+Down opens no calendar")
	}
	uitest.Press(s, fyne.KeyEscape)
	g := gridOf(t, s)
	if !g.Editing() {
		t.Fatal("Escape in the calendar lets go of what was written")
	}
	uitest.Press(s, fyne.KeyF4, fyne.KeyRight, fyne.KeyReturn)
	if got := system.ClassifiedOn.Get(p.Get(r.ID)); got != 20260302 || g.Editing() || s.Window.Canvas().Focused() != g.Target() {
		t.Errorf("it has %v", got)
	}
	g.Select(string(r.ID))
	into(t, s, r.ID, system.ClassifiedOn.Field)
	uitest.Press(s, fyne.KeyEscape, fyne.KeyF4, fyne.KeyDown, fyne.KeyReturn)
	if got := system.ClassifiedOn.Get(p.Get(r.ID)); got != 20260309 {
		t.Errorf("from the cell, F4 gives %v", got)
	}
	into(t, s, r.ID, system.ClassifiedOn.Field)
	s.Window.Canvas().Focused().(*input.Entry).ActionItem.(fyne.Tappable).Tapped(nil)
	if len(uitest.Find[*input.Calendar](s)) == 0 {
		t.Error("the button opens no calendar")
	}
}
