package register_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/uitest"
)

// TestTheNameJumpsAndOtherCellsAreWrittenIn: as the list's keys are told.
func TestTheNameJumpsAndOtherCellsAreWrittenIn(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	g := gridOf(t, s)
	g.Focus()
	on := func(name string) field.ID {
		t.Helper()
		r := sys(t, p, name)
		if _, key := g.Cursor(); key != string(r.ID) {
			t.Errorf("the cursor isn't on %s", name)
		}
		return r.ID
	}
	uitest.Write(t, s, "dia")
	on("Diariet W3")
	if g.Editing() {
		t.Fatal("a name is changed by typing")
	}
	uitest.Key(t, s, fyne.KeyHome)
	uitest.Write(t, s, "sys-0001")
	id := on("Lönesystemet")
	for g.CursorColumn() != column(t, g, system.AgreementEnd.Key) {
		uitest.Key(t, s, fyne.KeyRight)
	}
	uitest.Write(t, s, "2") // the cell has the keyboard from here
	uitest.Write(t, s, "031-05-01")
	uitest.Key(t, s, fyne.KeyReturn)
	if got := system.AgreementEnd.Exact(p, system.AgreementEnd.Value(p, p.Get(id), 0)); got != "2031-05-01" {
		t.Errorf("it has %q", got)
	}
	if row, _ := g.Cursor(); row != 1 || g.CursorColumn() != column(t, g, system.AgreementEnd.Key) {
		t.Errorf("Enter leads to row %d", row)
	}
	_, key := g.Cursor()
	over := p.Get(field.ID(key)).Ref + " · system"
	uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if !uitest.Shows(s.Window.Content(), over) {
		t.Error("Ctrl and Enter doesn't open the panel")
	}
}

func TestAfterADeletionTheCursorStaysWhereTheRowWas(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	g := gridOf(t, s)
	g.Focus()
	uitest.Key(t, s, fyne.KeyDown, fyne.KeyDelete)
	uitest.Tap(t, s, "Ta bort")
	count(t, s, "3 system")
	g.Focus()
	if row, _ := g.Cursor(); row != 1 {
		t.Errorf("the cursor is in row %d", row)
	}
}

func TestTheListHasTheKeyboardAgainAfterTheHelp(t *testing.T) {
	s := open(t, uitest.Open(t))
	g := gridOf(t, s)
	g.SelectRange(grid.Range{Top: 1, Left: 1, Bottom: 1, Right: 1})
	g.Focus()
	s.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	if s.Window.Canvas().Overlays().Top() == nil {
		t.Fatal("no help")
	}
	uitest.Press(s, fyne.KeyEscape)
	if s.Window.Canvas().Focused() != g.Target() {
		t.Errorf("%T has the keyboard", s.Window.Canvas().Focused())
	}
}
