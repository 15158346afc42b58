package grid

import "slices"

// Range is a rectangle of cells, the last ones with it, by where they stand now.
type Range struct{ Top, Left, Bottom, Right int }

// marked is what is selected: rows by their keys, and of them all columns between
// the cursor's and the lead's unless they are whole.
type marked struct {
	selected         map[string]struct{}
	whole            bool
	cursor, column   int // the cell that is written in, and that a range goes out from
	cursorKey        string
	leadRow, leadCol int // the corner that Shift moves
	leadKey          string
	around           around // the rows beside it
	area             Range  // what is selected, when it stands together
	together, stale  bool
}

// Range is the selected rectangle; false when the rows that are selected don't stand
// together, or when there are none.
func (g *Grid) Range() (Range, bool) {
	if g.stale {
		g.area, g.together = g.rectangle()
		g.stale = false
	}
	return g.area, g.together
}

// rectangle looks from the cursor, both ways, for the rows that are selected.
func (g *Grid) rectangle() (Range, bool) {
	at := g.cursor
	for step := 1; at >= 0 && at < g.len() && at != g.leadRow && g.apart(at); at += step {
		if g.leadRow < g.cursor {
			step = -1
		}
	}
	if at < 0 || at >= g.len() || !g.isSelected(g.src.Key(at)) {
		return Range{}, false
	}
	found := 1
	look := func(step int) (last int) {
		last = at
		for i := at + step; i >= 0 && i < g.len() && found < len(g.selected); i += step {
			switch {
			case g.isSelected(g.src.Key(i)):
				found, last = found+1, i
			case !g.apart(i):
				return last
			}
		}
		return last
	}
	r := Range{Top: look(-1), Bottom: look(1)}
	r.Left, r.Right = g.SelectedColumns()
	return r, found == len(g.selected)
}

// SelectedColumns are the first and the last of the columns that are selected.
func (g *Grid) SelectedColumns() (left, right int) {
	if g.WholeRows() {
		return 0, len(g.Columns) - 1
	}
	return min(g.column, g.leadCol), max(g.column, g.leadCol)
}

// WholeRows tells whether rows are selected, and not cells in them.
func (g *Grid) WholeRows() bool { return g.whole || !g.Cells }

// SelectRange selects a rectangle, its first cell with the cursor.
func (g *Grid) SelectRange(r Range) {
	if g.len() == 0 || len(g.Columns) == 0 {
		return
	}
	row := func(i int) int { return max(0, min(i, g.len()-1)) }
	g.setCursor(row(r.Top), r.Left)
	g.whole = false
	g.mark(row(r.Bottom), r.Right)
	g.tell()
}

// apart tells whether a row is no record's: a heading, or one to read only.
func (g *Grid) apart(row int) bool { return g.passive(row) || g.isHeading(row) }

// setCursor puts the cursor in a cell, and nothing more.
func (g *Grid) setCursor(row, col int) {
	g.cursor, g.cursorKey = row, g.src.Key(row)
	g.column = max(0, min(col, len(g.Columns)-1))
}

// mark selects from the cursor to a cell.
func (g *Grid) mark(row, col int) {
	g.leadRow, g.leadKey = row, g.src.Key(row)
	g.leadCol = max(0, min(col, len(g.Columns)-1))
	g.stale = true
	g.around = g.beside(min(g.cursor, row), max(g.cursor, row))
	clear(g.selected)
	for i := min(g.cursor, row); i <= max(g.cursor, row); i++ {
		if !g.apart(i) {
			g.selected[g.src.Key(i)] = struct{}{}
		}
	}
}

// goTo gives a cell the cursor, and selects nothing but it.
func (g *Grid) goTo(row, col int) {
	g.tabbed, g.typed = -1, ""
	g.setCursor(row, col)
	g.whole = false
	g.mark(row, col)
	g.reveal(row, col)
	g.tell()
}

// extendTo selects from the cursor to a cell, where several can be selected.
func (g *Grid) extendTo(row, col int) {
	if !g.Multi || g.cursor < 0 {
		g.goTo(row, col)
		return
	}
	if row == g.leadRow && col == g.leadCol && len(g.selected) > 0 {
		return
	}
	g.mark(row, col)
	g.reveal(row, col)
	g.tell()
}

// addRow adds a whole row to those selected, or takes it away.
func (g *Grid) addRow(row int) {
	if !g.Multi || g.apart(row) {
		g.goTo(row, g.column)
		return
	}
	g.flip(g.src.Key(row))
	g.setCursor(row, g.column)
	g.leadRow, g.leadKey, g.leadCol = row, g.cursorKey, g.column
	g.whole = true
	g.reveal(row, g.column)
	g.tell()
}

// markRows makes whole rows of what is selected, and markColumns whole columns.
func (g *Grid) markRows() {
	if g.cursor < 0 || !g.Multi {
		return
	}
	g.whole = true
	g.tell()
}

func (g *Grid) markColumns() {
	if g.cursor < 0 || !g.Multi {
		return
	}
	from, to := g.column, g.leadCol
	g.setCursor(0, from)
	g.whole = false
	g.mark(g.len()-1, to)
	g.tell()
}

// collapse selects nothing but the cursor's cell; false when that is so already.
func (g *Grid) collapse() bool {
	if g.cursor < 0 || len(g.selected) <= 1 && g.column == g.leadCol && !g.whole {
		return false
	}
	g.goTo(g.cursor, g.column)
	return true
}

// follow finds the cursor, the range's corner and what is selected among the rows
// as they are now.
func (g *Grid) follow() {
	g.stale, g.over.row = true, -1
	if g.cursor = g.indexOf(g.cursorKey); g.cursor < 0 {
		g.cursorKey = ""
	}
	if g.leadRow = g.indexOf(g.leadKey); g.leadRow < 0 {
		g.leadRow, g.leadKey = g.cursor, g.cursorKey
	}
	if len(g.selected) == 0 || g.src == nil {
		return
	}
	if _, only := g.selected[g.cursorKey]; only && len(g.selected) == 1 && g.cursor >= 0 {
		return
	}
	kept := make(map[string]struct{}, len(g.selected))
	for i := range g.src.Len() {
		if k := g.src.Key(i); g.isSelected(k) && !g.apart(i) {
			kept[k] = struct{}{}
		}
	}
	g.selected = kept
}

// around is where what was selected last stood, and the rows before and after it.
type around struct {
	top           int
	before, after string
}

func (g *Grid) beside(top, bottom int) around {
	a := around{top: top}
	if top > 0 {
		a.before = g.src.Key(top - 1)
	}
	if bottom+1 < g.len() {
		a.after = g.src.Key(bottom + 1)
	}
	return a
}

// resume is where the cursor begins when it has none: where the rows stood that have been
// taken away, and else at the top.
func (g *Grid) resume() int {
	switch a := g.around; {
	case a.after != "" && g.indexOf(a.after) == a.top:
		return a.top
	case a.after == "" && a.before != "" && g.indexOf(a.before) == a.top-1:
		return a.top - 1
	}
	return 0
}

// followColumns finds the cursor's and the range's columns among others.
func (g *Grid) followColumns(before []Column) {
	where := func(col int) int {
		if col < 0 || col >= len(before) {
			return 0
		}
		if i := slices.IndexFunc(g.Columns, func(c Column) bool { return c.ID == before[col].ID }); i >= 0 {
			return i
		}
		return max(0, min(col, len(g.Columns)-1))
	}
	g.column, g.leadCol, g.stale = where(g.column), where(g.leadCol), true
}

// tell shows the selection and tells of it.
func (g *Grid) tell() {
	g.stale = true
	g.body.reshade()
	g.body.placeMarks()
	if g.OnSelect != nil {
		g.OnSelect()
	}
}
