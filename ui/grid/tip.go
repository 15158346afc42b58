package grid

import (
	"fyne.io/fyne/v2"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/widgets"
)

// cellTip is what a cell has to add: its own tip, and the whole of a text that
// has no room.
func (g *Grid) cellTip(row, col int) string {
	if g.src == nil || row < 0 || row >= g.len() || col < 0 || col+1 >= len(g.colX) {
		return ""
	}
	v := g.src.Cell(row, col)
	room, size := g.colX[col+1]-g.colX[col]-px(20), px(13)
	if v.Across {
		room = g.acrossRoom(col) - px(20)
	}
	if v.Tree.Is {
		room -= float32(v.Tree.Level)*px(treeStep) + px(chevronRoom)
	}
	if v.Icon != "" {
		room -= px(21)
	}
	if v.Pill {
		room, size = room-px(18), px(12)
	}
	if paint.TextWidth(v.Text, size, v.Style == widgets.Strong && !v.Pill) <= room+2 {
		return v.Tip
	}
	if v.Tip != "" {
		return v.Text + "\n" + v.Tip
	}
	return v.Text
}

// rest shows the whole of a cut text when the pointer stays over its cell.
func (b *body) rest(row int, at, absolute fyne.Position) {
	b.tipper.Move(absolute)
	col, _ := b.grid.colAt(at.X)
	if row == b.tipRow && col == b.tipCol {
		return
	}
	b.tipRow, b.tipCol = row, col
	b.tipper.Rest(b.grid.cellTip(row, col), absolute)
}

// leave takes the tip away until the pointer comes to a cell again.
func (b *body) leave() {
	b.tipRow, b.tipCol = -1, -1
	b.tipper.Hide()
}

// say shows a few words by the cursor's cell until something else is done; "" takes
// them away.
func (b *body) say(words string) {
	if words == "" && b.note == nil {
		return
	}
	if b.note = nil; words != "" {
		b.note = widgets.NewTip(words)
	}
	b.showEdit()
}

// putTip puts a tip under a cell or, where there is no room, over it.
func (b *body) putTip(tip *widgets.Tip, x, y float32) {
	g, m := b.grid, tip.MinSize()
	at := y + g.rowH + 2
	if at+m.Height > b.Size().Height-g.barH() && y-m.Height-2 >= 0 {
		at = y - m.Height - 2
	}
	paint.Put(tip, max(4, min(x, g.Size().Width-m.Width-4)), at, m.Width, m.Height)
}
