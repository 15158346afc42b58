package grid

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/widgets"
)

func TestTheCursorsCellIsBroughtIntoView(t *testing.T) {
	g, _ := sheet(t, 100)
	inView := func(when string) {
		t.Helper()
		x, y, w, h := g.box(cellRange(g.cursor, g.column))
		if y < -1 || y+h > g.viewH()+1 || g.column > 0 && (x < g.frozenX()-1 || x > g.Size().Width-20 || w < 290 && x+w > g.Size().Width) {
			t.Errorf("%s: the cell is at %v, %v", when, x, y)
		}
	}
	stroke(g, fyne.KeyEnd, control)
	inView("the last")
	stroke(g, fyne.KeyLeft, 0)
	inView("one to the left")
	stroke(g, fyne.KeyHome, control)
	inView("the first")
	g.SelectRange(cellRange(50, 2))
	g.ShowRow(0)
	g.BeginEdit(50, 2)
	inView("edited")
}

// TestAnEditedCellIsWithinTheList: near the right edge and the bottom, and what is wrong
// with it is said where there is room.
func TestAnEditedCellIsWithinTheList(t *testing.T) {
	g, _ := sheet(t, 100)
	g.OnEdit = func(string, string, string) error {
		return errors.New("Det går inte att läsa. Skriv ett datum, till exempel 2027-03-01, eller ta bort det som står.")
	}
	stroke(g, fyne.KeyEnd, control)
	press(g.body, fyne.KeyF2)
	press(g.edit.field, fyne.KeyReturn)
	for what, o := range map[string]fyne.CanvasObject{"the field": g.edit.field, "its problem": g.edit.problem} {
		p, s := o.Position(), o.Size()
		if p.X < 0 || p.Y < -1 || p.X+s.Width > g.Size().Width || p.Y+s.Height > g.viewH()+2 {
			t.Errorf("%s is at %v, %v large", what, p, s)
		}
	}
}

func TestAPanelThatTakesTheRoomKeepsTheCursorInView(t *testing.T) {
	src := numbered(40)
	g := New(src, []Column{{ID: "a", Title: "A", Width: 100}, {ID: "b", Title: "B", Width: 200}, {ID: "c", Title: "C", Width: 200}})
	g.Cells, g.Frozen = true, 1
	split := widgets.NewSplit(g, widgets.NewText("", widgets.Normal), 430)
	split.SetTrailing(nil)
	window(t, split, 800, 400)
	g.Focus()
	press(g.body, fyne.KeyEnd)
	split.SetTrailing(widgets.NewText("", widgets.Normal))
	if x, _, w, _ := g.box(cellRange(0, 2)); x < g.frozenX() || x+w > g.Size().Width {
		t.Errorf("the cell is at %v, in a list of %v", x, g.Size().Width)
	}
}

// TestTheLastRowIsScrolledFree of what lies over the list's corner, and a list that has room for all
// doesn't scroll.
func TestTheLastRowIsScrolledFree(t *testing.T) {
	g, _ := sheet(t, 200)
	g.ScrollTo(0, 1e9)
	_, y := g.Scroll()
	if last := 200*g.rowH - y; last > g.viewH()-px(room)+1 {
		t.Errorf("the last row ends at %v of %v", last, g.viewH())
	}
	few, _ := sheet(t, 2)
	few.ScrollTo(0, 1e9)
	if _, y := few.Scroll(); y != 0 {
		t.Errorf("two rows scroll to %v", y)
	}
}
