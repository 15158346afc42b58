package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/ui/internal/paint"
)

// sticky is the heading that the first rows in view stand under, which stays in view
// over them until the next one pushes it away.
type sticky struct {
	row            *row
	all, move, fix *container.Clip
	y              float32
}

func newSticky() *sticky {
	s := &sticky{}
	s.all, _ = newClip()
	s.move, _ = newClip()
	s.fix, _ = newClip()
	s.all.Hide()
	s.move.Hide()
	s.fix.Hide()
	return s
}

// shows tells whether there is one; its row is then row.index.
func (s *sticky) shows() bool { return s.all.Visible() }

// over is the heading above a row that was looked for last.
type over struct{ row, at int }

// headingAbove is the heading that a row stands under, or is; −1 for none.
func (g *Grid) headingAbove(row int) int {
	if _, ok := g.src.(headed); !ok || row < 0 || row >= g.len() {
		return -1
	}
	known, stop := g.over, -1
	if known.row >= 0 && known.row <= row {
		stop = known.row
	}
	if row >= known.at && row <= known.row && known.at >= 0 {
		return known.at
	}
	at := row
	for at > stop && !g.isHeading(at) {
		at--
	}
	if at == stop && stop >= 0 {
		at = known.at
	}
	g.over = over{row, at}
	return at
}

// placeSticky shows the heading over the first row in view, when that isn't the first
// row itself.
func (b *body) placeSticky() {
	g, s := b.grid, b.sticky
	first := int(g.offY / g.rowH)
	at := g.headingAbove(first)
	if at < 0 || float32(at)*g.rowH >= g.offY {
		s.hide()
		return
	}
	if s.row == nil || len(s.row.cells) != len(g.Columns) {
		s.row = b.newRow()
		s.all.Content.(*fyne.Container).Objects = []fyne.CanvasObject{s.row.back}
		s.move.Content.(*fyne.Container).Objects = []fyne.CanvasObject{s.row.move}
		s.fix.Content.(*fyne.Container).Objects = []fyne.CanvasObject{s.row.fix}
	}
	if s.row.index != at || s.row.dirty {
		s.row.take(at)
		b.fill(s.row, b.Size().Width)
	}
	s.y = 0
	if next := float32(first+1)*g.rowH - g.offY; g.isHeading(first+1) && next < g.rowH {
		s.y = next - g.rowH
	}
	f := min(g.frozenX(), b.Size().Width)
	paint.Put(s.all, 0, 0, b.Size().Width, s.y+g.rowH)
	paint.Put(s.fix, 0, 0, f, s.y+g.rowH)
	paint.Put(s.move, f, 0, max(0, b.Size().Width-f), s.y+g.rowH)
	s.row.back.Move(fyne.NewPos(0, s.y))
	s.row.fix.Move(fyne.NewPos(0, s.y))
	s.row.move.Move(fyne.NewPos(-g.frozenX()-g.offX, s.y))
	if !s.shows() {
		s.all.Show()
		s.move.Show()
		s.fix.Show()
	}
}

func (s *sticky) hide() {
	if s.shows() {
		s.all.Hide()
		s.move.Hide()
		s.fix.Hide()
	}
}

// stickyH is how much of the rows' view a heading covers when a row stands first in it.
func (g *Grid) stickyH(row int) float32 {
	if g.isHeading(row) || g.headingAbove(row) < 0 {
		return 0
	}
	return g.rowH
}
