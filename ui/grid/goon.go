package grid

import "itportfoljen/ui/input"

// GoOn gives the cells the keyboard back when an editor over the cursor's has gone.
func (g *Grid) GoOn(w input.Way) {
	g.Focus()
	switch w {
	case input.Down, input.Up:
		if g.Cells {
			g.enterKey(w == input.Up)
		}
	case input.Next, input.Back:
		g.editNext(g.cursorKey, g.column, w == input.Back)
	}
}
