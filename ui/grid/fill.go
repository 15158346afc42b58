package grid

import (
	"time"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/async"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// filling is the handle at the corner of what is selected, which is dragged over what is
// to be filled.
type filling struct {
	on       bool
	from, to Range
	ends     [2]string // the keys of the rows at from's ends
	downAt   time.Time
	over     bool // the pointer is on the handle
}

// fillable is the rectangle that has a handle.
func (g *Grid) fillable() (Range, bool) {
	if g.OnFill == nil || !g.Cells || g.WholeRows() || g.Editing() || g.OnHeading() {
		return Range{}, false
	}
	return g.Range()
}

// handleAt is the handle's middle; false when it isn't in view.
func (g *Grid) handleAt() (fyne.Position, bool) {
	r, ok := g.fillable()
	if !ok || r.Right+1 >= len(g.colX) {
		return fyne.Position{}, false
	}
	x, y, w, h := g.box(r)
	at := fyne.NewPos(x+w-1, y+h-1)
	if r.Right >= g.Frozen && at.X < g.frozenX() {
		return at, false
	}
	return at, at.Y > 0 && at.Y <= g.viewH()+1
}

func (b *body) onHandle(at fyne.Position) bool {
	h, ok := b.grid.handleAt()
	reach := px(6)
	return ok && at.X >= h.X-reach && at.X <= h.X+reach && at.Y >= h.Y-reach && at.Y <= h.Y+reach
}

// pressHandle begins to fill, or at a double click fills as far down as what stands
// beside.
func (b *body) pressHandle() {
	g, f := b.grid, &b.filling
	r, _ := g.fillable()
	again := f.from == r && now().Sub(f.downAt) < doubleClick
	*f = filling{on: true, from: r, to: r, ends: g.ends(r), downAt: now(), over: true}
	if again {
		f.on, f.downAt = false, time.Time{}
		r.Bottom = g.besideEnds(r)
		g.fillTo(f.from, r)
	}
}

// besideEnds is the last row that the column before the range, or else the one after,
// is filled to without a gap.
func (g *Grid) besideEnds(r Range) int {
	for _, col := range []int{r.Left - 1, r.Right + 1} {
		last := r.Bottom
		if col < 0 || col >= len(g.Columns) {
			continue
		}
		for row := g.nextRow(last, 1); row >= 0 && (g.isHeading(row) || g.filled(row, col)); row = g.nextRow(row, 1) {
			if !g.isHeading(row) {
				last = row
			}
		}
		if last > r.Bottom {
			return last
		}
	}
	return r.Bottom
}

// dragHandle shows what is to be filled: up or down from the range or, when the pointer
// is farther out that way, to the side.
func (b *body) dragHandle(row, col int, at fyne.Position) {
	g, f := b.grid, &b.filling
	x, y, w, h := g.box(f.from)
	aside, upright := max(x-at.X, at.X-x-w), max(y-at.Y, at.Y-y-h)
	f.to = f.from
	switch {
	case aside > upright && aside > 0:
		f.to.Left, f.to.Right = min(f.from.Left, col), max(f.from.Right, col)
		g.revealColumn(col)
	case upright > 0:
		f.to.Top, f.to.Bottom = min(f.from.Top, row), max(f.from.Bottom, row)
		g.ShowRow(row)
	}
	b.placeMarks()
}

// endFill fills what the handle was dragged over.
func (b *body) endFill() {
	f := b.filling
	b.filling.on = false
	if f.on {
		b.grid.fillTo(f.from, f.to)
	}
	b.placeMarks()
}

// ends are the keys of the rows at a rectangle's ends, "" for those that aren't there.
func (g *Grid) ends(r Range) (keys [2]string) {
	for i, row := range [2]int{r.Top, r.Bottom} {
		if row < g.len() {
			keys[i] = g.src.Key(row)
		}
	}
	return keys
}

// keepFill lets go of the handle when what it fills from isn't where it was any more:
// others would be filled from what came in its place.
func (b *body) keepFill() {
	if f := b.filling; f.on && f.ends != b.grid.ends(f.from) {
		b.cancelFill()
	}
}

// cancelFill lets go of the handle; false when it isn't held.
func (b *body) cancelFill() bool {
	if !b.filling.on {
		return false
	}
	b.filling.on = false
	b.placeMarks()
	return true
}

// fillTo selects what is filled, its source with the cursor, and has it filled.
func (g *Grid) fillTo(from, to Range) {
	if from == to || to.Bottom >= g.len() || to.Right >= len(g.Columns) {
		return
	}
	row, col, corner := from.Top, from.Left, Range{Bottom: to.Bottom, Right: to.Right}
	if to.Top < from.Top {
		row, corner.Bottom = from.Bottom, to.Top
	}
	if to.Left < from.Left {
		col, corner.Right = from.Right, to.Left
	}
	g.setCursor(row, col)
	g.mark(corner.Bottom, corner.Right)
	g.tell()
	g.OnFill(from, to)
}

// placeFill puts the handle and the outline of what is to be filled in a set of marks.
func (m *marks) placeFill(b *body) {
	g, f, p := b.grid, b.filling, theme.Current()
	m.handle.Hidden, m.filled.Hidden = true, true
	if f.on && f.to != f.from {
		setFrame(m.filled, p.Accent, 2)
		m.put(g, m.filled, f.to)
	}
	r, ok := g.fillable()
	if !ok || m.fix != (r.Right < g.Frozen) || !b.input.focused {
		return
	}
	at, ok := g.handleAt()
	if !ok {
		return
	}
	size := px(7)
	if !m.fix {
		at.X -= g.frozenX()
	}
	m.handle.Hidden = false
	if m.handle.FillColor != p.Focus {
		paint.SetRect(m.handle, p.Focus, p.Surface, 1)
	}
	paint.Put(m.handle, at.X-size/2-1, at.Y-size/2-1, size+1, size+1)
}

// dragStep is how often a drag that is held outside the rows scrolls.
const dragStep = 60 * time.Millisecond

// keepDragging scrolls on while the pointer is held above or below the rows.
func (b *body) keepDragging(at fyne.Position) {
	g := b.grid
	if b.dragOn != nil {
		b.dragOn()
		b.dragOn = nil
	}
	if at.Y >= 0 && at.Y <= g.viewH() && at.X >= 0 && at.X <= g.Size().Width {
		return
	}
	x, y := g.offX, g.offY
	b.dragOn = async.After(dragStep, func() {
		b.dragOn = nil
		if b.filling.on || b.input.dragging {
			if b.dragCell(at); g.offX != x || g.offY != y {
				b.keepDragging(at)
			}
		}
	})
}
