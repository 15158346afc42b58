package grid

import (
	"fyne.io/fyne/v2"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// cells is what a grid has whose keyboard goes from cell to cell: a table in
// a form, where a cell is edited as a field is. Typing replaces what the cell
// has, Enter edits it and then goes down, and Tab writes on in the next.
type cells struct {
	Cells bool
	Whole bool // as high as its rows, up to mostWhole; the form around it scrolls

	Passive  func(row int) bool                           // rows to read only, such as sums: passed by
	Chosen   func(row, col int) bool                      // edited by OnChoose instead of written in
	OnChoose func(row, col int, anchor fyne.CanvasObject) // lets the user choose, in a list by the cell

	column int // the cursor's
}

// mostWhole is how many rows a Whole grid shows before it scrolls by itself.
const mostWhole = 20

func (g *Grid) wholeH() float32 {
	rows := min(g.len(), mostWhole)
	return float32(int(px(30))) + float32(rows)*float32(int(px(31))) + px(10) + g.footH()
}

// Source is what the grid shows.
func (g *Grid) Source() Source { return g.src }

// CursorColumn is the cursor's column, where the keyboard goes by cells.
func (g *Grid) CursorColumn() int { return g.column }

// EditCell gives a cell the cursor and the keyboard, and edits it.
func (g *Grid) EditCell(key string, col int) {
	row := g.indexOf(key)
	if row < 0 {
		return
	}
	g.column = col
	g.moveTo(row, 0)
	g.Focus()
	g.BeginEdit(row, col)
}

// FitColumns makes each column as wide as what stands in it, and no wider than
// most, unless own gives the width that somebody has chosen for it. It shows at
// the next Reload.
func (g *Grid) FitColumns(most float32, own func(id string) float32) {
	for col := range g.Columns {
		if w := own(g.Columns[col].ID); w > 0 {
			g.Columns[col].Width = w
			continue
		}
		w := paint.TextWidth(g.Columns[col].Title, px(12), false)
		for row := range min(g.len(), 200) {
			c := g.src.Cell(row, col)
			v := paint.TextWidth(c.Text, px(13), c.Style == widgets.Strong)
			if c.Pill {
				v += px(18)
			}
			if c.Icon != "" {
				v += px(21)
			}
			w = max(w, v)
		}
		g.Columns[col].Width = max(g.Columns[col].MinWidth, min(most, w/px(1)+22))
	}
}

func (g *Grid) passive(row int) bool { return g.Passive != nil && g.Passive(row) }

func (g *Grid) chosen(row, col int) bool {
	return g.canEdit(row, col) && g.Chosen != nil && g.Chosen(row, col)
}

// nextRow is the row a step away, past those to read only; −1 for none.
func (g *Grid) nextRow(row, step int) int {
	for row += step; row >= 0 && row < g.len(); row += step {
		if !g.passive(row) {
			return row
		}
	}
	return -1
}

// startCells gives the cursor a cell when the keyboard comes.
func (g *Grid) startCells() {
	if row := g.nextRow(-1, 1); g.Cells && g.cursor < 0 && row >= 0 && g.hover < 0 {
		g.moveTo(row, 0)
	}
	if g.Cells && g.cursor >= 0 && g.hover < 0 {
		g.revealCell()
	}
}

// pressCell gives the cell under the pointer the cursor, and edits one that has it.
func (g *Grid) pressCell(row, col int) {
	if col < 0 || g.passive(row) {
		return
	}
	had := row == g.cursor && col == g.column
	g.column = col
	g.moveTo(row, 0)
	if had {
		g.BeginEdit(row, col)
	}
}

// typeInCell begins to write in the cursor's cell; a choice opens.
func (g *Grid) typeInCell(r rune) {
	if g.cursor < 0 {
		return
	}
	g.BeginEdit(g.cursor, g.column)
	if g.Editing() { // all that was there is selected
		g.edit.field.TypedRune(r)
	}
}

// cellKey is what a key means to the cursor's cell; false for what isn't its.
func (g *Grid) cellKey(e *fyne.KeyEvent) bool {
	to := func(row int) {
		if row >= 0 {
			g.moveTo(row, 0)
			g.revealCell()
		}
	}
	along := func(col int) {
		g.column = max(0, min(col, len(g.Columns)-1))
		g.revealCell()
	}
	switch e.Name {
	case fyne.KeyDown:
		to(g.nextRow(g.cursor, 1))
	case fyne.KeyUp:
		to(g.nextRow(g.cursor, -1))
	case fyne.KeyPageUp:
		to(g.nextRow(-1, 1))
	case fyne.KeyPageDown:
		to(g.nextRow(g.len(), -1))
	case fyne.KeyLeft:
		along(g.column - 1)
	case fyne.KeyRight:
		along(g.column + 1)
	case fyne.KeyHome:
		along(0)
	case fyne.KeyEnd:
		along(len(g.Columns) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		if g.cursor >= 0 {
			g.BeginEdit(g.cursor, g.column)
		}
	case fyne.KeyBackspace: // begins with nothing
		if g.cursor >= 0 && !g.chosen(g.cursor, g.column) {
			g.BeginEdit(g.cursor, g.column)
			if g.Editing() {
				g.edit.field.TypedKey(e)
			}
		}
	case fyne.KeySpace:
	default:
		return false
	}
	return true
}

// enterCell gives the cell to be edited the cursor. It tells whether the cell is
// written in; of one that is chosen it lets the user choose.
func (g *Grid) enterCell(row, col int) bool {
	g.column = col
	if row != g.cursor {
		g.moveTo(row, 0)
	}
	g.revealCell()
	if !g.chosen(row, col) {
		return true
	}
	if g.OnChoose != nil {
		g.body.putMark()
		g.OnChoose(row, col, g.body.mark)
	}
	return false
}

// belowCell moves the cursor down, when what was written has been taken.
func (g *Grid) belowCell() {
	if row := g.nextRow(g.cursor, 1); g.Cells && row >= 0 {
		g.moveTo(row, 0)
		g.revealCell()
	}
}

// writeNext writes on in the next cell that is written in, also of the rows below,
// or with step −1 in the one before.
func (g *Grid) writeNext(row, col, step int) {
	for row >= 0 {
		for col += step; col >= 0 && col < len(g.Columns); col += step {
			if g.canEdit(row, col) && !g.chosen(row, col) {
				g.BeginEdit(row, col)
				return
			}
		}
		row = g.nextRow(row, step)
		if col = -1; step < 0 {
			col = len(g.Columns)
		}
	}
	g.Focus()
}

// revealCell scrolls, here and in the form around, as little as needed for the
// cursor's cell to be seen.
func (g *Grid) revealCell() {
	if g.cursor < 0 || g.column+1 >= len(g.colX) || g.rowH == 0 {
		return
	}
	if f := g.frozenX(); g.column >= g.Frozen {
		left, right := g.colX[g.column], g.colX[g.column+1]
		switch view := g.Size().Width; {
		case left-g.offX < f || right-left > view-f:
			g.scroll(left-f, g.offY)
		case right-g.offX > view-px(10):
			g.scroll(right-view+px(10), g.offY)
		}
	}
	g.body.reshade()
	if s := widgets.ScrollOf(g); s != nil {
		s.Reveal(widgets.PositionOf(g.body).Y+float32(g.cursor)*g.rowH-g.offY, g.rowH)
	}
}

// placeMark puts the frame around the cursor's cell, which the list of an edited
// choice opens by.
func (b *body) placeMark() {
	g, p := b.grid, theme.Current()
	b.mark.Hidden = true
	if !g.Cells || g.cursor < 0 || g.column+1 >= len(g.colX) || g.rowH == 0 {
		return
	}
	x, y := g.screenX(g.column), float32(g.cursor)*g.rowH-g.offY
	if g.column >= g.Frozen && x < g.frozenX()-1 || y < -1 || y+g.rowH > b.Size().Height+1 {
		return
	}
	stroke := p.Focus
	if !b.input.focused {
		stroke = theme.WithAlpha(stroke, 0)
	}
	b.mark.Hidden = false
	paint.SetRect(b.mark, theme.WithAlpha(p.Surface, 0), stroke, 1.5)
	b.putMark()
}

// putMark puts the frame where the cursor's cell is, also when it doesn't show.
func (b *body) putMark() {
	g := b.grid
	if g.cursor < 0 || g.column+1 >= len(g.colX) {
		return
	}
	x, y := g.screenX(g.column), float32(g.cursor)*g.rowH-g.offY
	paint.Put(b.mark, x+1, y, min(g.colX[g.column+1]-g.colX[g.column], b.Size().Width-x)-2, g.rowH-1)
}

// passOn lets the form around scroll by the wheel where all rows are in view; it
// tells whether it does.
func (b *body) passOn(e *fyne.ScrollEvent) bool {
	g := b.grid
	if !g.Whole || e.Scrolled.DY == 0 || float32(g.len())*g.rowH > g.viewH() {
		return false
	}
	s := widgets.ScrollOf(g)
	if s != nil {
		s.Wheel(e)
	}
	return s != nil
}
