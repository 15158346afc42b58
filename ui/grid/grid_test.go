package grid

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

type rowsOf struct {
	keys  []string
	empty func(row, col int) bool // nil: none is
}

func (r *rowsOf) Len() int           { return len(r.keys) }
func (r *rowsOf) Key(row int) string { return r.keys[row] }
func (r *rowsOf) Cell(row, col int) Cell {
	if r.empty != nil && r.empty(row, col) {
		return Cell{}
	}
	return Cell{Text: fmt.Sprint(r.keys[row], "/", col)}
}

func numbered(n int) *rowsOf {
	r := &rowsOf{}
	for i := range n {
		r.keys = append(r.keys, fmt.Sprintf("k%06d", i))
	}
	return r
}

func newTestGrid(t testing.TB, n int) (*Grid, *rowsOf) {
	src := numbered(n)
	g := New(src, []Column{{ID: "a", Title: "A", Width: 100, Sortable: true}, {ID: "b", Title: "B", Width: 200}, {ID: "c", Title: "C", Width: 300}})
	g.Multi, g.Frozen = true, 1
	window(t, g, 400, 400)
	return g, src
}

func TestGridKeyboardMovesAndOpens(t *testing.T) {
	g, _ := newTestGrid(t, 1000)
	opened := -1
	g.OnOpen = func(row int) { opened = row }
	press(g.body, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if opened != 1 {
		t.Errorf("opened %d", opened)
	}
	for _, c := range []struct {
		key fyne.KeyName
		row int
	}{{fyne.KeyEnd, 999}, {fyne.KeyHome, 0}} {
		press(g.body, c.key)
		if row, _ := g.Cursor(); row != c.row {
			t.Errorf("%s: row %d", c.key, row)
		}
	}
	press(g.body, fyne.KeyPageDown)
	if row, _ := g.Cursor(); row < 5 || row > 12 {
		t.Errorf("page down went to %d", row)
	}
	press(g.body, fyne.KeyEnd)
	if _, y := g.Scroll(); y < 30000 {
		t.Errorf("the last row isn't in view: %v", y)
	}
}

func TestGridSelectsByModifier(t *testing.T) {
	g, _ := newTestGrid(t, 50)
	told := 0
	g.OnSelect = func() { told++ }
	at := func(row int, mod fyne.KeyModifier) {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod}
		e.Position = fyne.NewPos(20, (float32(row)+0.5)*g.rowH)
		g.body.MouseDown(e)
	}
	at(1, 0)
	at(3, fyne.KeyModifierShift)
	if got := g.Selected(); !slices.Equal(got, []string{"k000001", "k000002", "k000003"}) {
		t.Errorf("shift: %v", got)
	}
	at(2, fyne.KeyModifierControl)
	at(5, fyne.KeyModifierControl)
	if got := g.Selected(); !slices.Equal(got, []string{"k000001", "k000003", "k000005"}) {
		t.Errorf("ctrl: %v", got)
	}
	press(g.body, fyne.KeySpace)
	if g.SelectedCount() != 2 || told != 5 {
		t.Errorf("space: %v, told %d", g.Selected(), told)
	}
	g.body.TypedShortcut(&fyne.ShortcutSelectAll{})
	if g.SelectedCount() != 50 {
		t.Errorf("all: %d", g.SelectedCount())
	}
	press(g.body, fyne.KeyEscape)
	if g.SelectedCount() != 1 {
		t.Errorf("escape: %d", g.SelectedCount())
	}
}

func TestGridKeepsSelectionAndPlaceByKey(t *testing.T) {
	g, src := newTestGrid(t, 500)
	g.Select("k000100")
	g.ScrollTo(0, 95*g.rowH)
	src.keys = append([]string{"new1", "new2", "new3"}, src.keys...)
	g.Reload()
	if row, key := g.Cursor(); row != 103 || key != "k000100" {
		t.Errorf("cursor %d %s", row, key)
	}
	if _, y := g.Scroll(); y != 98*g.rowH {
		t.Errorf("scrolled to row %v", y/g.rowH)
	}
	src.keys = src.keys[:50]
	g.Reload()
	if row, _ := g.Cursor(); row != -1 || g.SelectedCount() != 0 {
		t.Errorf("a lost row is still selected: %d", row)
	}
	if _, y := g.Scroll(); y > 50*g.rowH {
		t.Errorf("scrolled beyond the end: %v", y)
	}
}

func TestGridHeaderSortsResizesAndMoves(t *testing.T) {
	g, _ := newTestGrid(t, 5)
	var sorted []string
	g.OnSort = func(id string, desc, _ bool) { sorted = append(sorted, fmt.Sprint(id, desc)) }
	g.head.Tapped(&fyne.PointEvent{Position: fyne.NewPos(40, 10)})
	g.head.Tapped(&fyne.PointEvent{Position: fyne.NewPos(40, 10)})
	g.head.Tapped(&fyne.PointEvent{Position: fyne.NewPos(150, 10)}) // not sortable
	if !slices.Equal(sorted, []string{"afalse", "atrue"}) {
		t.Errorf("sorted %v", sorted)
	}
	resized := ""
	g.OnColumnResized = func(id string, w float32) { resized = fmt.Sprint(id, w) }
	drag := func(from, to float32) {
		g.head.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(from, 10)}})
		g.head.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, 10)}, Dragged: fyne.NewDelta(to-from, 0)})
		g.head.DragEnd()
	}
	drag(112, 142)
	if resized != "a130" {
		t.Errorf("resized %q", resized)
	}
	moved := ""
	g.OnColumnMoved = func(id string, to int) { moved = fmt.Sprint(id, to) }
	drag(60, 200)
	if moved != "a1" {
		t.Errorf("moved %q", moved)
	}
}

func TestGridEditsInPlace(t *testing.T) {
	g, _ := newTestGrid(t, 5)
	g.Editable = func(_, col int) bool { return col < 2 }
	var saved []string
	g.OnEdit = func(key, column, text string) error {
		if text == "" {
			return errors.New("Skriv ett namn.")
		}
		saved = append(saved, key+" "+column+" "+text)
		return nil
	}
	g.Select("k000002")
	press(g.body, fyne.KeyF2)
	f := g.edit.field
	if f == nil || f.Text != "k000002/0" {
		t.Fatal("no field")
	}
	f.SetText("")
	press(f, fyne.KeyReturn)
	if !g.Editing() || g.edit.problem == nil {
		t.Error("a refused text must stay, with the reason")
	}
	f.SetText("nytt")
	press(f, fyne.KeyTab)
	if g.edit.col != 1 {
		t.Errorf("tab went to column %d", g.edit.col)
	}
	press(g.edit.field, fyne.KeyEscape)
	if g.Editing() || !slices.Equal(saved, []string{"k000002 a nytt"}) {
		t.Errorf("editing %v, saved %q", g.Editing(), saved)
	}
	g.BeginEdit(0, 0)
	g.edit.field.SetText("lämnad")
	g.edit.field.FocusLost()
	if g.Editing() || len(saved) != 2 {
		t.Errorf("leaving the field must save: %q", saved)
	}
}

func TestGridOpensMenusAndJumps(t *testing.T) {
	g, _ := newTestGrid(t, 50)
	clock := time.Unix(0, 0)
	now = func() time.Time { return clock }
	defer func() { now = time.Now }()
	opened, menu := -1, -1
	g.OnOpen = func(r int) { opened = r }
	g.OnMenu = func(r int, _ fyne.Position) { menu = r }
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(20, 2.5*g.rowH)
	g.body.MouseDown(e)
	clock = clock.Add(time.Second)
	g.body.MouseDown(e)
	if opened != -1 {
		t.Error("two slow clicks are no double click")
	}
	clock = clock.Add(100 * time.Millisecond)
	g.body.MouseDown(e)
	if opened != 2 {
		t.Errorf("opened %d", opened)
	}
	g.OnEdit, g.Editable = func(string, string, string) error { return nil }, func(_, col int) bool { return col < 2 }
	g.Jumps = func(col int) bool { return col == 0 }
	for col, opens := range []bool{true, false, true} { // the name, what is written in, and what isn't
		clock, opened = clock.Add(time.Second), -1
		e.Position = fyne.NewPos(g.colX[col]+5, 3.5*g.rowH)
		g.body.MouseDown(e)
		g.body.MouseDown(e)
		if (opened == 3) != opens || g.Editing() == opens {
			t.Errorf("column %d: opened %d, editing %v", col, opened, g.Editing())
		}
		g.closeEdit()
	}
	g.body.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(20, 4.5*g.rowH)})
	if row, _ := g.Cursor(); menu != 4 || row != 4 {
		t.Errorf("menu %d, cursor %d", menu, row)
	}
	var typed []string
	g.OnType = func(p string) int { typed = append(typed, p); return 7 }
	g.body.TypedRune('a')
	g.body.TypedRune('b')
	clock = clock.Add(2 * time.Second)
	g.body.TypedRune('c')
	if row, _ := g.Cursor(); !slices.Equal(typed, []string{"a", "ab", "c"}) || row != 7 {
		t.Errorf("typed %q, cursor %d", typed, row)
	}
}

func TestGridScrollsWithoutAllocatingByRows(t *testing.T) {
	cost := func(n int) float64 {
		g, _ := newTestGrid(t, n)
		y := float32(0)
		return testing.AllocsPerRun(200, func() { y += 40; g.ScrollTo(0, y) })
	}
	small, large := cost(10_000), cost(100_000)
	if large > small*1.2+5 {
		t.Errorf("10,000 rows: %.0f allocations a step, 100,000: %.0f", small, large)
	}
}

func TestEmptyGridShowsWhy(t *testing.T) {
	g := New(numbered(0), []Column{{ID: "a", Title: "A"}})
	pressed := false
	b := widgets.NewButton("Importera", func() { pressed = true })
	g.Empty = widgets.NewEmpty("layers", "Inga system", "Börja här.", b)
	win, _ := window(t, g, 600, 400)
	test.TapCanvas(win.Canvas(), widgets.PositionOf(b).AddXY(5, 5))
	if !pressed {
		t.Error("the empty state's button can't be reached")
	}
}

func benchScroll(b *testing.B, n int) {
	g, _ := newTestGrid(b, n)
	g.Columns[0].Width = 100
	y := float32(0)
	b.ReportAllocs()
	for b.Loop() {
		if y += 40; y > float32(n)*25 {
			y = 0
		}
		g.ScrollTo(0, y)
	}
}

func BenchmarkGridScroll10k(b *testing.B)  { benchScroll(b, 10_000) }
func BenchmarkGridScroll100k(b *testing.B) { benchScroll(b, 100_000) }

// BenchmarkEmptyTableScroll is what the grid is measured against.
func BenchmarkEmptyTableScroll(b *testing.B) {
	table := widget.NewTable(func() (int, int) { return 10_000, 3 }, func() fyne.CanvasObject { return widget.NewLabel("") }, func(widget.TableCellID, fyne.CanvasObject) {})
	window(b, table, 400, 400)
	y := float32(0)
	b.ReportAllocs()
	for b.Loop() {
		if y += 40; y > 250_000 {
			y = 0
		}
		table.ScrollToOffset(fyne.NewPos(0, y))
	}
}

// drawn is where the grid draws a cell's text and where its heading stands,
// both from the grid's left edge.
func drawn(g *Grid, row, col int) (cell, heading float32) {
	for _, r := range g.rows {
		if r.index != row {
			continue
		}
		if home := r.home(g, col); home == r.fix {
			cell = r.cells[col].text.Position().X
		} else {
			cell = g.frozenX() + home.Position().X + r.cells[col].text.Position().X
		}
	}
	heading = g.head.titles[col].text.Position().X
	if col >= g.Frozen {
		heading += g.frozenX()
	}
	return cell, heading
}

func TestCellsStandUnderTheirHeadingsWhateverTheWidth(t *testing.T) {
	src := numbered(40)
	g := New(src, []Column{{ID: "a", Title: "A", Width: 100}, {ID: "b", Title: "B", Width: 200, Flex: true}, {ID: "c", Title: "C", Width: 150}, {ID: "d", Title: "D", Width: 150}})
	g.Frozen = 2
	split := widgets.NewSplit(g, widgets.NewText("", widgets.Normal), 430)
	split.SetTrailing(nil)
	win, _ := window(t, split, 1600, 600)
	check := func(when string) {
		t.Helper()
		for col := range g.Columns {
			if cell, heading := drawn(g, 3, col); cell != heading {
				t.Errorf("%s: column %s is at %v, its heading at %v", when, g.Columns[col].ID, cell, heading)
			}
		}
		if f := g.frozenX(); g.body.clipFix.Size().Width != f || g.head.clipFix.Size().Width != f || g.body.clipMove.Position().X != f {
			t.Errorf("%s: %v is held still, and %v of the rows and %v of the headings", when, f, g.body.clipFix.Size().Width, g.head.clipFix.Size().Width)
		}
	}
	check("at first")
	split.SetTrailing(widgets.NewText("", widgets.Normal))
	check("with the panel")
	split.SetTrailing(nil)
	check("without it again")
	split.SetTrailing(widgets.NewText("", widgets.Normal))
	split.SetOffset(600)
	check("with the panel made wider")
	win.Resize(fyne.NewSize(1300, 600))
	check("in a smaller window")
	g.Columns[0].Width = 220
	g.Refresh()
	check("with a wider first column")
	g.SetColumns(append(slices.Clone(g.Columns), Column{ID: "e", Title: "E", Width: 90}), 1)
	check("with other columns")
}

func TestTheGridFollowsTheTheme(t *testing.T) {
	g := New(numbered(3), []Column{{ID: "a", Title: "A", Width: 100}})
	window(t, widgets.MinSize(100, 100, g), 400, 500)
	light := g.rows[0].ground.FillColor
	theme.Apply(fyne.CurrentApp(), theme.Settings{Mode: theme.Dark, TextPercent: 150})
	g.Refresh()
	if g.rows[0].ground.FillColor == light {
		t.Error("old colours")
	}
	if g.rowH < 45 {
		t.Errorf("rows are %v high at 150 %%", g.rowH)
	}
}
