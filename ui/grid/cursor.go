package grid

import (
	"fyne.io/fyne/v2"

	"itportfoljen/ui/widgets"
)

// modifiers are the keys held down now.
var modifiers = widgets.Modifiers

func held(mod fyne.KeyModifier) bool { return modifiers()&mod != 0 }

func (g *Grid) passive(row int) bool { return g.Passive != nil && g.Passive(row) }

func (g *Grid) jumps(col int) bool { return g.Jumps != nil && g.Jumps(col) }

// nextRow is the row a step away, past those to read only; −1 for none.
func (g *Grid) nextRow(row, step int) int {
	for row += step; row >= 0 && row < g.len(); row += step {
		if !g.passive(row) {
			return row
		}
	}
	return -1
}

// landing is the row that the cursor comes to when it is sent to one: past those to
// read only, and back where there are no others that way; −1 for none.
func (g *Grid) landing(to int) int {
	if g.len() == 0 {
		return -1
	}
	if to = max(0, min(to, g.len()-1)); !g.passive(to) {
		return to
	}
	way := 1
	if to < g.cursor {
		way = -1
	}
	if row := g.nextRow(to, way); row >= 0 {
		return row
	}
	return g.nextRow(to, -way)
}

// moveKey moves the cursor as a key says, or with Shift the range's corner; false for
// keys that don't move it. Ctrl goes to the edge of what is filled.
func (g *Grid) moveKey(name fyne.KeyName, mod fyne.KeyModifier) bool {
	extend := mod&fyne.KeyModifierShift != 0 && g.Multi
	row, col := g.cursor, g.column
	if extend && g.cursor >= 0 {
		row, col = g.leadRow, g.leadCol
	}
	row, col, ok := g.target(row, col, name, mod&fyne.KeyModifierControl != 0)
	if !ok || row < 0 {
		return ok
	}
	if extend {
		g.extendTo(row, col)
	} else {
		g.goTo(row, col)
	}
	if row > 0 && g.passive(row-1) { // what it stands under
		g.ShowRow(row - 1)
	}
	return true
}

// target is where a key leads from a cell; a row of −1 is nowhere.
func (g *Grid) target(row, col int, name fyne.KeyName, edge bool) (toRow, toCol int, ok bool) {
	page, last := max(1, int(g.viewH()/g.rowH)-1), len(g.Columns)-1
	down := func(step int) int {
		if row < 0 {
			return g.landing(g.resume())
		}
		if edge {
			return g.edgeRow(row, col, step)
		}
		if next := g.nextRow(row, step); next >= 0 {
			return next
		}
		return row
	}
	switch name {
	case fyne.KeyDown:
		return down(1), col, true
	case fyne.KeyUp:
		return down(-1), col, true
	case fyne.KeyPageDown:
		return g.landing(row + page), col, true
	case fyne.KeyPageUp:
		return g.landing(row - page), col, true
	case fyne.KeyHome:
		if edge || !g.Cells {
			row = g.landing(0)
		}
		return row, 0, true
	case fyne.KeyEnd:
		if edge || !g.Cells {
			row = g.landing(g.len() - 1)
		}
		return row, last, true
	case fyne.KeyLeft, fyne.KeyRight:
		if !g.Cells {
			return 0, 0, false
		}
		step := 1
		if name == fyne.KeyLeft {
			step = -1
		}
		if row < 0 {
			return g.landing(g.resume()), g.firstColumn(), true
		}
		if edge {
			return row, g.edgeColumn(row, col, step), true
		}
		return row, max(0, min(col+step, last)), true
	}
	return 0, 0, false
}

// firstColumn is where the cursor begins: in the name.
func (g *Grid) firstColumn() int {
	for col := len(g.Columns) - 1; col > 0; col-- {
		if g.jumps(col) {
			return col
		}
	}
	return 0
}

// filled tells whether something stands in a cell.
func (g *Grid) filled(row, col int) bool {
	c := g.src.Cell(row, col)
	return (c.Text != "" || c.Icon != "") && !c.Blank
}

// edgeRow and edgeColumn are where Ctrl with an arrow leads: to the last of the filled
// cells that stand together or, at their edge, to the next filled one, or the list's edge.
func (g *Grid) edgeRow(row, col, step int) int {
	next := func(at int) int {
		for at = g.nextRow(at, step); at >= 0 && g.isHeading(at); {
			at = g.nextRow(at, step)
		}
		return at
	}
	return edgeOf(row, next, func(at int) bool { return g.filled(at, col) })
}

func (g *Grid) edgeColumn(row, col, step int) int {
	next := func(at int) int {
		if at += step; at < 0 || at >= len(g.Columns) {
			return -1
		}
		return at
	}
	return edgeOf(col, next, func(at int) bool { return g.filled(row, at) })
}

func edgeOf(at int, next func(int) int, filled func(int) bool) int {
	to := next(at)
	if to < 0 {
		return at
	}
	together := filled(at) && filled(to)
	for {
		after := next(to)
		if after < 0 || together && !filled(after) || !together && filled(to) {
			return to
		}
		to = after
	}
}

// tabKey goes to the next cell, or the one before, also of the row below; past the last
// one the keyboard leaves the list.
func (g *Grid) tabKey(back bool) {
	row, col, step := g.cursor, g.column, 1
	if back {
		step = -1
	}
	if first := g.landing(0); row < 0 && first >= 0 {
		g.goTo(first, 0)
		return
	}
	if col += step; row >= 0 && (col < 0 || col >= len(g.Columns) || g.isHeading(row)) {
		for row = g.nextRow(row, step); row >= 0 && g.isHeading(row); {
			row = g.nextRow(row, step)
		}
		if col = 0; back {
			col = len(g.Columns) - 1
		}
	}
	if row >= 0 {
		from := g.tabbed
		if from < 0 {
			from = g.column
		}
		g.goTo(row, col)
		g.tabbed = from
		return
	}
	if c := widgets.CanvasOf(g.body); c != nil && back {
		c.FocusPrevious()
	} else if c != nil {
		c.FocusNext()
	}
}

// enterKey goes down, or with Shift up, to the column that a run of Tab began in.
func (g *Grid) enterKey(up bool) {
	step, col := 1, g.column
	if up {
		step = -1
	} else if g.tabbed >= 0 {
		col = g.tabbed
	}
	if row := g.nextRow(g.cursor, step); row >= 0 {
		g.goTo(row, col)
	}
}
