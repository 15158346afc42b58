package grid

import (
	"fyne.io/fyne/v2"

	"itportfoljen/ui/widgets"
)

// ShowRow scrolls as little as needed for a row to be seen.
func (g *Grid) ShowRow(row int) {
	if row < 0 || row >= g.len() {
		return
	}
	if g.rowH == 0 || g.viewH() < g.rowH { // not laid out yet
		g.wanted = row
		return
	}
	y := float32(row) * g.rowH
	switch view := g.viewH() - g.barH(); {
	case y-g.stickyH(row) < g.offY:
		g.scroll(g.offX, y-g.stickyH(row))
	case y+g.rowH > g.offY+view:
		g.scroll(g.offX, y+g.rowH-view)
	}
}

// Under is where a row's text ends, in the window: what opens by the row opens there.
func (g *Grid) Under(row int) fyne.Position {
	return widgets.PositionOf(g.body).AddXY(px(16), float32(row+1)*g.rowH-g.offY)
}

// reveal scrolls, here and in the form around, as little as needed for a cell to be
// seen, past the columns that stay.
func (g *Grid) reveal(row, col int) {
	g.ShowRow(row)
	if !g.Cells || row < 0 || col+1 >= len(g.colX) || g.rowH == 0 {
		return
	}
	if !g.isHeading(row) {
		g.revealColumn(col)
	}
	if s := widgets.ScrollOf(g); s != nil {
		s.Reveal(widgets.PositionOf(g.body).Y+float32(row)*g.rowH-g.offY, g.rowH)
	}
}

// revealColumn scrolls sideways as little as needed for a column to be seen.
func (g *Grid) revealColumn(col int) {
	if col < g.Frozen || col+1 >= len(g.colX) {
		return
	}
	f, left, right := g.frozenX(), g.colX[col], g.colX[col+1]
	switch view := g.Size().Width; {
	case left-g.offX < f || right-left > view-f:
		g.scroll(left-f, g.offY)
	case right-g.offX > view-px(10):
		g.scroll(right-view+px(10), g.offY)
	}
}

// cursorSeen tells whether all of the cursor's cell is in view.
func (g *Grid) cursorSeen() bool {
	if g.cursor < 0 || g.rowH == 0 || g.column+1 >= len(g.colX) {
		return false
	}
	y := float32(g.cursor)*g.rowH - g.offY
	if y < -1 || y+g.rowH > g.viewH()+1 {
		return false
	}
	x := g.screenX(g.column)
	return g.column < g.Frozen || x >= g.frozenX()-1 && x < g.width-px(10)
}
