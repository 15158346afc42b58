package grid

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// filler is a sheet that notes what it is asked to fill.
func filler(t *testing.T) (g *Grid, src *rowsOf, from, to *Range) {
	t.Helper()
	g, src = sheet(t, 40)
	from, to = &Range{}, &Range{}
	g.OnFill = func(a, b Range) { *from, *to = a, b }
	return g, src, from, to
}

// grab presses the handle, and drags it to the middle of rows.
func grab(t *testing.T, g *Grid, rows ...int) {
	t.Helper()
	h, ok := g.handleAt()
	if !ok {
		t.Fatal("there is no handle")
	}
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = h
	g.body.MouseMoved(e)
	if g.body.Cursor() != desktop.CrosshairCursor {
		t.Error("nothing shows that the handle can be dragged")
	}
	g.body.MouseDown(e)
	for _, row := range rows {
		g.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(h.X, (float32(row)+0.5)*g.rowH-g.offY)}})
	}
}

func TestTheHandleFillsDownAndUp(t *testing.T) {
	g, _, from, to := filler(t)
	g.SelectRange(Range{3, 1, 4, 1})
	grab(t, g, 5, 7)
	if m := g.body.marks[1]; m.filled.Hidden || m.filled.Size().Height < 4*g.rowH {
		t.Error("nothing shows what is to be filled")
	}
	g.body.DragEnd()
	if *from != (Range{3, 1, 4, 1}) || *to != (Range{3, 1, 7, 1}) {
		t.Errorf("filled %v from %v", *to, *from)
	}
	at(t, g, "what is filled", Range{3, 1, 7, 1})
	g.SelectRange(Range{6, 1, 7, 1})
	grab(t, g, 2)
	g.body.DragEnd()
	if *from != (Range{6, 1, 7, 1}) || *to != (Range{2, 1, 7, 1}) {
		t.Errorf("filled %v from %v", *to, *from)
	}
	at(t, g, "what is filled", Range{2, 1, 7, 1})
}

func TestTheHandleFillsToTheSide(t *testing.T) {
	g, _, from, to := filler(t)
	for i := range g.Columns {
		g.Columns[i].Width = 100
	}
	g.Refresh()
	g.SelectRange(Range{3, 1, 4, 1})
	grab(t, g)
	side := func(col int) {
		x, _, w, _ := g.box(cellRange(0, col))
		g.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x+w/2, 5.2*g.rowH)}})
	}
	side(2)
	g.body.DragEnd()
	if *from != (Range{3, 1, 4, 1}) || *to != (Range{3, 1, 4, 2}) {
		t.Errorf("filled %v from %v", *to, *from)
	}
	g.SelectRange(Range{3, 2, 4, 2})
	grab(t, g)
	side(0)
	g.body.DragEnd()
	if *to != (Range{3, 0, 4, 2}) {
		t.Errorf("filled %v", *to)
	}
	at(t, g, "what is filled", Range{3, 0, 4, 2})
	if g.column != 2 {
		t.Error("the cursor isn't where it was filled from")
	}
}

func TestEscapeLetsGoOfTheHandle(t *testing.T) {
	g, _, _, to := filler(t)
	g.SelectRange(cellRange(3, 1))
	grab(t, g, 8)
	press(g.body, fyne.KeyEscape)
	g.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(150, 9.5*g.rowH)}})
	g.body.DragEnd()
	if *to != (Range{}) || !g.body.marks[1].filled.Hidden {
		t.Errorf("filled %v", *to)
	}
	at(t, g, "what was selected", cellRange(3, 1))
}

// TestTheHandleIsLetGoWhenTheRowsAreNoLongerWhereTheyWere: others than those that were
// taken hold of would be filled from.
func TestTheHandleIsLetGoWhenTheRowsAreNoLongerWhereTheyWere(t *testing.T) {
	for name, c := range map[string]struct {
		change func(g *Grid, src *rowsOf)
		fills  bool
	}{
		"nothing new":     {func(*Grid, *rowsOf) {}, true},
		"a row after":     {func(_ *Grid, src *rowsOf) { src.keys = slices.Insert(src.keys, 6, "new") }, true},
		"a row above":     {func(_ *Grid, src *rowsOf) { src.keys = slices.Insert(src.keys, 1, "new") }, false},
		"all gone":        {func(_ *Grid, src *rowsOf) { src.keys = nil }, false},
		"a column hidden": {func(g *Grid, _ *rowsOf) { g.SetColumns(g.Columns[1:], 0) }, false},
	} {
		g, src, _, to := filler(t)
		g.SelectRange(Range{3, 1, 4, 1})
		grab(t, g, 5, 7)
		c.change(g, src)
		g.Reload()
		g.body.DragEnd()
		if fills := *to != (Range{}); fills != c.fills {
			t.Errorf("%s: filled %v", name, *to)
		}
	}
}

// TestADoubleClickOnTheHandleFillsAsFarAsWhatIsBeside: to the first empty cell there.
func TestADoubleClickOnTheHandleFillsAsFarAsWhatIsBeside(t *testing.T) {
	g, src, from, to := filler(t)
	clock := time.Unix(0, 0)
	now = func() time.Time { return clock }
	defer func() { now = time.Now }()
	src.empty = func(row, col int) bool { return row == 9 || col == 1 }
	g.SelectRange(cellRange(3, 1))
	grab(t, g)
	clock = clock.Add(100 * time.Millisecond)
	grab(t, g)
	if *from != cellRange(3, 1) || *to != (Range{3, 1, 8, 1}) {
		t.Errorf("filled %v from %v", *to, *from)
	}
}

func TestThereIsAHandleOnlyWhereThereIsSomethingToFill(t *testing.T) {
	g, _, _, _ := filler(t)
	g.SelectRange(cellRange(3, 1))
	stroke(g, fyne.KeySpace, shift)
	if _, ok := g.handleAt(); ok {
		t.Error("whole rows have a handle")
	}
	g.SelectRange(cellRange(3, 1))
	g.ScrollTo(0, 20*g.rowH)
	if _, ok := g.handleAt(); ok {
		t.Error("there is a handle out of view")
	}
	g.OnFill = nil
	g.ScrollTo(0, 0)
	if _, ok := g.handleAt(); ok {
		t.Error("nobody fills and there is a handle")
	}
}

func TestADragHeldBelowTheRowsScrollsOn(t *testing.T) {
	g, _, _, to := filler(t)
	g.SelectRange(cellRange(3, 1))
	grab(t, g)
	below := &fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(150, g.viewH()+20)}}
	g.body.Dragged(below)
	_, first := g.Scroll()
	flush()
	flush()
	if _, y := g.Scroll(); first == 0 || y <= first {
		t.Errorf("scrolled to %v, and held there to %v", first, y)
	}
	g.body.DragEnd()
	_, y := g.Scroll()
	flush()
	if _, after := g.Scroll(); after != y || to.Bottom < 12 {
		t.Errorf("it scrolls on when it is let go, or filled %v", *to)
	}
}
