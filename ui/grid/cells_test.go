package grid

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"itportfoljen/ui/input"
	"itportfoljen/ui/widgets"
)

// byCells is a table in a form: column a isn't edited and b is chosen, and row 2 is a sum.
func byCells(t *testing.T, n int) (g *Grid, saved, opened *[]string) {
	t.Helper()
	g, _ = newTestGrid(t, n)
	saved, opened = &[]string{}, &[]string{}
	g.Cells, g.Whole, g.Multi = true, true, false
	g.Passive = func(row int) bool { return row == 2 }
	g.Editable = func(row, col int) bool { return row != 2 && col > 0 }
	g.Chosen = func(_, col int) bool { return col == 1 }
	g.OnChoose = func(row, col int, _ fyne.CanvasObject) {
		*opened = append(*opened, g.src.Key(row)+" "+g.Columns[col].ID)
	}
	g.OnEdit = func(key, column, text string) error {
		*saved = append(*saved, key+" "+column+" "+text)
		return nil
	}
	g.Focus()
	return g, saved, opened
}

func TestArrowsGoFromCellToCellPastSums(t *testing.T) {
	g, _, _ := byCells(t, 5)
	press(g.body, fyne.KeyRight, fyne.KeyDown, fyne.KeyDown)
	if g.cursor != 3 || g.column != 1 {
		t.Errorf("at row %d, column %d", g.cursor, g.column)
	}
	press(g.body, fyne.KeyUp, fyne.KeyHome)
	if g.cursor != 1 || g.column != 0 {
		t.Errorf("at row %d, column %d", g.cursor, g.column)
	}
	press(g.body, fyne.KeyLeft, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyRight)
	if g.cursor != 4 || g.column != len(g.Columns)-1 {
		t.Errorf("at row %d, column %d", g.cursor, g.column)
	}
}

func TestTypingReplacesAndEnterGoesDown(t *testing.T) {
	g, saved, opened := byCells(t, 5)
	press(g.body, fyne.KeyDown, fyne.KeyRight, fyne.KeyRight)
	test.Type(g.body, "n")
	if !g.Editing() {
		t.Fatal("typing writes nowhere")
	}
	test.Type(g.edit.field, "ytt")
	press(g.edit.field, fyne.KeyReturn)
	if !slices.Equal(*saved, []string{"k000001 c nytt"}) || g.cursor != 3 || widgets.CanvasOf(g).Focused() != fyne.Focusable(g.body) {
		t.Errorf("saved %q, at row %d", *saved, g.cursor)
	}
	press(g.body, fyne.KeyBackspace)
	if !g.Editing() || g.edit.field.Text != "" {
		t.Error("Backspace doesn't begin with nothing")
	}
	press(g.edit.field, fyne.KeyEscape)
	press(g.body, fyne.KeyLeft, fyne.KeyReturn)
	if g.Editing() || !slices.Equal(*opened, []string{"k000003 b"}) {
		t.Errorf("opened %q", *opened)
	}
}

func TestTabWritesOnInTheRowBelow(t *testing.T) {
	g, saved, opened := byCells(t, 4)
	last := len(g.Columns) - 1
	g.EditCell("k000001", last)
	press(g.edit.field, fyne.KeyTab)
	if g.Editing() || !slices.Equal(*opened, []string{"k000003 b"}) { // past the sums
		t.Fatalf("writes in %q, opened %q", g.edit.key, *opened)
	}
	g.GoOn(input.Next)
	if !g.Editing() || g.edit.key != "k000003" || g.edit.col != 2 {
		t.Fatalf("writes in %s, column %d", g.edit.key, g.edit.col)
	}
	g.GoOn(input.Back)
	if !slices.Equal(*opened, []string{"k000003 b", "k000003 b"}) {
		t.Errorf("back: opened %q", *opened)
	}
	g.GoOn(input.Next)
	for g.Editing() {
		press(g.edit.field, fyne.KeyTab)
	}
	if len(*saved) != last+1 || widgets.CanvasOf(g).Focused() != fyne.Focusable(g.body) { // one, and those of the last row, one of them twice
		t.Errorf("saved %q", *saved)
	}
}

func TestAClickOnTheCursorsCellEditsIt(t *testing.T) {
	g, _, _ := byCells(t, 5)
	at := fyne.NewPos(g.screenX(2)+5, g.rowH+5)
	tap := func(p fyne.Position) { g.body.click(p, 1, 0) }
	tap(at)
	if g.Editing() || g.cursor != 1 || g.column != 2 {
		t.Fatalf("at row %d, column %d", g.cursor, g.column)
	}
	if tap(at); !g.Editing() {
		t.Error("a second click doesn't edit")
	}
	g.closeEdit()
	if tap(fyne.NewPos(at.X, 2*g.rowH+5)); g.cursor != 1 {
		t.Error("sums take the cursor")
	}
}

func TestAWholeGridIsAsHighAsItsRows(t *testing.T) {
	g, src := newTestGrid(t, 3)
	g.Whole = true
	three := g.MinSize().Height
	src.keys = append(src.keys, "n")
	if got := g.MinSize().Height - three; got != g.rowH {
		t.Errorf("a row more makes it %v higher", got)
	}
	for range 100 {
		src.keys = append(src.keys, "n")
	}
	if g.MinSize().Height > float32(mostWhole+3)*g.rowH {
		t.Errorf("it is %v high", g.MinSize().Height)
	}
}

// TestHeadingsArePassedBy: rows to read only are never the cursor's, also where the
// keyboard goes by rows; at the top the heading comes into view with the first row.
func TestHeadingsArePassedBy(t *testing.T) {
	g, _ := newTestGrid(t, 60)
	g.Passive = func(row int) bool { return row%10 == 0 || row == 59 }
	g.Focus()
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyDown, 1}, {fyne.KeyUp, 1}, {fyne.KeyEnd, 58}, {fyne.KeyHome, 1}} {
		press(g.body, c.key)
		if row, _ := g.Cursor(); row != c.want {
			t.Errorf("%s leads to row %d, want %d", c.key, row, c.want)
		}
	}
	if _, y := g.Scroll(); y != 0 {
		t.Errorf("the heading is %v above the view", y)
	}
}
