package grid

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// sheet is a list of n rows whose cursor is a cell; column a is the names.
func sheet(t *testing.T, n int) (*Grid, *rowsOf) {
	t.Helper()
	g, src := newTestGrid(t, n)
	g.Cells = true
	g.Jumps = func(col int) bool { return col == 0 }
	g.Editable = func(_, col int) bool { return true }
	g.OnEdit = func(string, string, string) error { return nil }
	g.Focus()
	return g, src
}

// hold holds modifiers down until the test is over.
func hold(t *testing.T, mod fyne.KeyModifier) {
	t.Helper()
	before := modifiers
	modifiers = func() fyne.KeyModifier { return mod }
	t.Cleanup(func() { modifiers = before })
}

// stroke is a key with modifiers, as the window gives it.
func stroke(g *Grid, name fyne.KeyName, mod fyne.KeyModifier) {
	if mod&^fyne.KeyModifierShift != 0 {
		g.body.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: mod})
		return
	}
	before := modifiers
	modifiers = func() fyne.KeyModifier { return mod }
	g.body.TypedKey(&fyne.KeyEvent{Name: name})
	modifiers = before
}

func at(t *testing.T, g *Grid, when string, want Range) {
	t.Helper()
	if got, ok := g.Range(); !ok || got != want {
		t.Errorf("%s: %v %v is selected, not %v", when, got, ok, want)
	}
}

func cellRange(row, col int) Range { return Range{row, col, row, col} }

const (
	shift   = fyne.KeyModifierShift
	control = fyne.KeyModifierControl
)

func TestKeysMoveTheCellCursor(t *testing.T) {
	g, _ := sheet(t, 100)
	page := int(g.viewH()/g.rowH) - 1
	for _, c := range []struct {
		key  fyne.KeyName
		mod  fyne.KeyModifier
		want Range
	}{
		{fyne.KeyDown, 0, cellRange(1, 0)}, {fyne.KeyRight, 0, cellRange(1, 1)}, {fyne.KeyUp, 0, cellRange(0, 1)}, {fyne.KeyUp, 0, cellRange(0, 1)},
		{fyne.KeyLeft, 0, cellRange(0, 0)}, {fyne.KeyLeft, 0, cellRange(0, 0)}, {fyne.KeyEnd, 0, cellRange(0, 2)}, {fyne.KeyRight, 0, cellRange(0, 2)},
		{fyne.KeyTab, 0, cellRange(1, 0)}, {fyne.KeyTab, shift, cellRange(0, 2)}, {fyne.KeyHome, 0, cellRange(0, 0)},
		{fyne.KeyEnd, control, cellRange(99, 2)}, {fyne.KeyHome, control, cellRange(0, 0)}, {fyne.KeyPageDown, 0, cellRange(page, 0)},
		{fyne.KeyPageUp, 0, cellRange(0, 0)}, {fyne.KeyDown, control, cellRange(99, 0)}, {fyne.KeyRight, control, cellRange(99, 2)},
		{fyne.KeyUp, control, cellRange(0, 2)}, {fyne.KeyLeft, control, cellRange(0, 0)},
		{fyne.KeyDown, shift, Range{0, 0, 1, 0}}, {fyne.KeyRight, shift, Range{0, 0, 1, 1}}, {fyne.KeyPageDown, shift, Range{0, 0, 1 + page, 1}},
		{fyne.KeyEnd, shift, Range{0, 0, 1 + page, 2}}, {fyne.KeyDown, control | shift, Range{0, 0, 99, 2}}, {fyne.KeyHome, control | shift, cellRange(0, 0)},
		{fyne.KeyDown, shift, Range{0, 0, 1, 0}}, {fyne.KeySpace, shift, Range{0, 0, 1, 2}}, {fyne.KeyEscape, 0, cellRange(0, 0)},
		{fyne.KeyRight, 0, cellRange(0, 1)}, {fyne.KeySpace, control, Range{0, 1, 99, 1}}, {fyne.KeyRight, 0, cellRange(0, 2)},
		{fyne.KeyReturn, 0, cellRange(1, 2)}, {fyne.KeyReturn, shift, cellRange(0, 2)},
	} {
		stroke(g, c.key, c.mod)
		at(t, g, string(c.key), c.want)
		if r := g.Selected(); len(r) != c.want.Bottom-c.want.Top+1 {
			t.Errorf("%s: %d rows are selected", c.key, len(r))
		}
	}
}

// TestCtrlWithAnArrowGoesToTheEdgeOfWhatIsFilled: as in a spreadsheet.
func TestCtrlWithAnArrowGoesToTheEdgeOfWhatIsFilled(t *testing.T) {
	filled := []bool{true, true, true, false, false, true, true, false}
	next := func(at int) int {
		if at++; at >= len(filled) {
			return -1
		}
		return at
	}
	for from, want := range []int{2, 2, 5, 5, 5, 6, 7, 7} {
		if got := edgeOf(from, next, func(i int) bool { return filled[i] }); got != want {
			t.Errorf("from %d to %d, not %d", from, got, want)
		}
	}
}

func TestEnterGoesBackToWhereTabBegan(t *testing.T) {
	g, _ := sheet(t, 10)
	stroke(g, fyne.KeyRight, 0)
	stroke(g, fyne.KeyTab, 0)
	stroke(g, fyne.KeyReturn, 0)
	at(t, g, "Enter", cellRange(1, 1))
}

func TestTabLeavesTheListAtItsEndAndAfterEscape(t *testing.T) {
	g, _ := sheet(t, 2)
	if !g.body.AcceptsTab() {
		t.Fatal("Tab doesn't go from cell to cell")
	}
	stroke(g, fyne.KeyEscape, 0)
	if g.body.AcceptsTab() {
		t.Error("Tab never leaves the list")
	}
	stroke(g, fyne.KeyDown, 0)
	if !g.body.AcceptsTab() {
		t.Error("Tab leaves the list though its cells are walked in")
	}
	stroke(g, fyne.KeyEnd, 0)
	stroke(g, fyne.KeyTab, 0)
	at(t, g, "past the last cell", cellRange(1, 2))
}

// mouse presses, drags over and lets go at cells, given by row and column.
func mouse(g *Grid, mod fyne.KeyModifier, cells ...[2]int) {
	place := func(c [2]int) fyne.Position {
		x, y, w, h := g.box(cellRange(c[0], c[1]))
		return fyne.NewPos(x+w/2, y+h/2)
	}
	down := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod}
	down.Position = place(cells[0])
	g.body.MouseDown(down)
	for _, c := range cells[1:] {
		g.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: place(c)}})
	}
	g.body.DragEnd()
}

func TestThePointerSelectsCells(t *testing.T) {
	g, _ := sheet(t, 20)
	g.Columns[2].Width = 90
	g.Refresh()
	mouse(g, 0, [2]int{2, 1})
	at(t, g, "a click", cellRange(2, 1))
	mouse(g, shift, [2]int{5, 2})
	at(t, g, "Shift and a click", Range{2, 1, 5, 2})
	if row, _ := g.Cursor(); row != 2 || g.CursorColumn() != 1 {
		t.Error("the cursor leaves the cell that the range goes out from")
	}
	mouse(g, 0, [2]int{6, 2}, [2]int{5, 1}, [2]int{4, 1})
	at(t, g, "a drag", Range{4, 1, 6, 2})
	mouse(g, control, [2]int{8, 1})
	if got := g.Selected(); !slices.Equal(got, []string{"k000004", "k000005", "k000006", "k000008"}) || !g.WholeRows() {
		t.Errorf("Ctrl and a click: %q, whole %v", got, g.WholeRows())
	}
	if _, ok := g.Range(); ok {
		t.Error("rows that are apart are called a range")
	}
	mouse(g, control, [2]int{8, 1})
	if g.SelectedCount() != 3 {
		t.Error("Ctrl and a click takes no row away")
	}
	down := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	down.Position = fyne.NewPos(4, 1.5*g.rowH) // the margin
	g.body.MouseDown(down)
	g.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(4, 3.5*g.rowH)}})
	g.body.DragEnd()
	if at(t, g, "the margin", Range{1, 0, 3, 2}); !g.WholeRows() {
		t.Error("a drag in the margin marks no rows")
	}
}

func TestTheRangeIsKeptByKeyAndColumn(t *testing.T) {
	g, src := sheet(t, 20)
	told := 0
	g.OnSelect = func() { told++ }
	g.SelectRange(Range{3, 1, 5, 2})
	if told != 1 {
		t.Errorf("told %d times", told)
	}
	src.keys = append([]string{"n1", "n2"}, src.keys...)
	g.Reload()
	at(t, g, "with rows before", Range{5, 1, 7, 2})
	c := slices.Clone(g.Columns)
	c[0], c[2] = c[2], c[0]
	g.SetColumns(c, 1)
	at(t, g, "with columns moved", Range{5, 0, 7, 1})
	slices.Reverse(src.keys)
	g.Reload()
	at(t, g, "the other way", Range{14, 0, 16, 1})
	src.keys[3], src.keys[15] = src.keys[15], src.keys[3]
	g.Reload()
	if _, ok := g.Range(); ok || g.SelectedCount() != 3 {
		t.Errorf("scattered rows are a range, or %d are selected", g.SelectedCount())
	}
}

// TestTheCursorGoesOnWhereRowsWereTakenAway: and from the top when others are listed.
func TestTheCursorGoesOnWhereRowsWereTakenAway(t *testing.T) {
	g, src := sheet(t, 40)
	all := slices.Clone(src.keys)
	for name, c := range map[string]struct {
		was  Range
		keys []string
		want Range
	}{
		"a row":        {cellRange(20, 1), slices.Delete(slices.Clone(all), 20, 21), cellRange(20, 1)},
		"several":      {Range{20, 1, 24, 2}, slices.Delete(slices.Clone(all), 20, 25), cellRange(20, 1)},
		"the last":     {cellRange(39, 1), all[:39], cellRange(38, 1)},
		"another list": {cellRange(20, 1), all[21:25], cellRange(0, 0)},
	} {
		src.keys = all
		g.Reload()
		g.SelectRange(c.was)
		src.keys = c.keys
		g.Reload()
		g.body.FocusLost()
		g.body.FocusGained()
		at(t, g, name, c.want)
	}
}

func TestTheNameIsntChangedByTyping(t *testing.T) {
	g, _ := sheet(t, 10)
	opened, typed := 0, ""
	g.OnOpen = func(int) { opened++ }
	g.OnType = func(s string) int { typed = s; return 4 }
	test.Type(g.body, "lön b")
	if g.Editing() || typed != "lön b" || g.cursor != 4 {
		t.Errorf("typed %q, editing %v, at row %d", typed, g.Editing(), g.cursor)
	}
	press(g.body, fyne.KeyReturn)
	if opened != 1 {
		t.Error("Enter on a name opens nothing")
	}
	press(g.body, fyne.KeyBackspace)
	if g.Editing() {
		t.Error("Backspace empties a name")
	}
	press(g.body, fyne.KeyF2)
	if !g.Editing() || g.edit.field.Text != "k000004/0" {
		t.Error("F2 doesn't edit a name")
	}
	press(g.edit.field, fyne.KeyEscape)
	press(g.body, fyne.KeyRight)
	stroke(g, fyne.KeyReturn, control)
	if opened != 2 {
		t.Error("Ctrl and Enter opens nothing")
	}
}

// TestAnArrowGoesOnFromWhatIsTyped: but moves within what is edited by F2.
func TestAnArrowGoesOnFromWhatIsTyped(t *testing.T) {
	g, _ := sheet(t, 10)
	var saved []string
	g.OnEdit = func(key, column, text string) error { saved = append(saved, key+column+text); return nil }
	press(g.body, fyne.KeyRight)
	test.Type(g.body, "x")
	press(g.edit.field, fyne.KeyRight)
	if at(t, g, "an arrow", cellRange(0, 2)); g.Editing() || !slices.Equal(saved, []string{"k000000bx"}) {
		t.Errorf("editing %v, saved %q", g.Editing(), saved)
	}
	press(g.body, fyne.KeyF2)
	if press(g.edit.field, fyne.KeyLeft); !g.Editing() {
		t.Error("an arrow leaves a cell edited by F2")
	}
	hold(t, shift)
	press(g.edit.field, fyne.KeyReturn)
	if at(t, g, "Shift and Enter", cellRange(0, 2)); g.Editing() {
		t.Error("Shift and Enter doesn't commit")
	}
}

func TestWhyACellCantBeWrittenInIsSaidByIt(t *testing.T) {
	g, _ := sheet(t, 10)
	g.Editable = func(_, col int) bool { return col != 1 }
	g.WhyNot = func(_, col int) string { return "Räknas ut." }
	press(g.body, fyne.KeyRight)
	for _, try := range []func(){func() { test.Type(g.body, "x") }, func() { press(g.body, fyne.KeyF2) }, func() { press(g.body, fyne.KeyBackspace) }} {
		try()
		if g.body.note == nil || g.body.note.AccessibilityLabel() != "Räknas ut." {
			t.Error("nothing says why")
		}
		press(g.body, fyne.KeyEscape)
		if g.body.note != nil {
			t.Error("it is said for ever")
		}
	}
}

// TestWritingBringsTheCellBack: when it has been scrolled away.
func TestWritingBringsTheCellBack(t *testing.T) {
	g, _ := sheet(t, 100)
	g.BeginEdit(50, 1)
	g.ScrollTo(0, 0)
	test.Type(g.edit.field, "x")
	if y := g.edit.field.Position().Y; y < -1 || y > g.viewH()-g.rowH {
		t.Errorf("it is written at %v", y)
	}
}

func TestTheKeyboardOpensTheRowsMenu(t *testing.T) {
	g, _ := sheet(t, 10)
	opened := 0
	g.OnMenu = func(row int, at fyne.Position) {
		if opened++; row != 1 || at.Y < g.headH()+2*g.rowH-1 {
			t.Errorf("it opens for row %d at %v", row, at)
		}
	}
	press(g.body, fyne.KeyDown, desktop.KeyMenu, fyne.KeyF10)
	stroke(g, fyne.KeyF10, shift)
	if opened != 2 {
		t.Errorf("opened %d times", opened)
	}
}

func TestShortcutsOfTheCells(t *testing.T) {
	g, _ := sheet(t, 10)
	did := ""
	g.OnCopy, g.OnFillDown = func() { did += "c" }, func() { did += "d" }
	g.OnPaste, g.OnClear = func(s string) { did += s }, func() { did += "x" }
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent("v")
	g.body.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	g.body.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	stroke(g, fyne.KeyD, control)
	stroke(g, fyne.KeyDelete, 0)
	if did != "cvdx" {
		t.Errorf("did %q", did)
	}
	g.body.TypedShortcut(&fyne.ShortcutSelectAll{})
	if g.SelectedCount() != 10 || !g.WholeRows() {
		t.Error("Ctrl+A doesn't select all")
	}
}

func TestAClickOnACellBeginsNothing(t *testing.T) {
	g, _ := sheet(t, 10)
	clock := time.Unix(0, 0)
	now = func() time.Time { return clock }
	defer func() { now = time.Now }()
	opened := 0
	g.OnOpen = func(int) { opened++ }
	mouse(g, 0, [2]int{2, 1})
	clock = clock.Add(time.Second)
	if mouse(g, 0, [2]int{2, 1}); g.Editing() || opened > 0 {
		t.Error("a click edits or opens")
	}
	if mouse(g, 0, [2]int{2, 1}); !g.Editing() {
		t.Error("a double click doesn't edit")
	}
	g.closeEdit()
	mouse(g, 0, [2]int{3, 0})
	mouse(g, 0, [2]int{3, 0})
	if opened != 1 || g.Editing() {
		t.Error("a double click on a name doesn't open it")
	}
}

// TestTheMenuIsOfSomething also when Ctrl and a click has taken the last row away.
func TestTheMenuIsOfSomething(t *testing.T) {
	g, _ := sheet(t, 10)
	g.Select("k000003")
	var of []string
	g.OnMenu = func(int, fyne.Position) { of = g.Selected() }
	mouse(g, control, [2]int{3, 1})
	if len(g.Selected()) != 0 {
		t.Fatalf("%q is selected", g.Selected())
	}
	press(g.body, desktop.KeyMenu)
	if !slices.Equal(of, []string{"k000003"}) {
		t.Errorf("the menu is of %q", of)
	}
}
