package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// marks are the frames around the cursor's cell and around what is selected, with its
// handle, over the columns that stay or over those that scroll; each shows its part.
type marks struct {
	box           *fyne.Container
	cell, outline *canvas.Rectangle
	handle        *canvas.Rectangle // dragged to fill
	filled        *canvas.Rectangle // around what the handle is to fill
	fix           bool
}

func newMarks(fix bool) *marks {
	m := &marks{cell: paint.NewRect(3), outline: paint.NewRect(2), handle: paint.NewRect(1), filled: paint.NewRect(2), fix: fix}
	m.box = container.NewWithoutLayout(m.outline, m.cell, m.filled, m.handle)
	return m
}

// box is where a rectangle of cells shows in the rows' view.
func (g *Grid) box(r Range) (x, y, w, h float32) {
	x, y = g.screenX(r.Left), float32(r.Top)*g.rowH-g.offY
	right := g.screenX(r.Right) + g.colX[r.Right+1] - g.colX[r.Right]
	return x, y, right - x, float32(r.Bottom-r.Top+1) * g.rowH
}

// put places a frame around cells, cut at the edge between the columns that stay and
// those that scroll.
func (m *marks) put(g *Grid, o *canvas.Rectangle, r Range) {
	x, y, w, h := g.box(r)
	f := g.frozenX()
	x, w = x+1, w-2
	if m.fix {
		if r.Right >= g.Frozen && r.Left < g.Frozen {
			w = f + 20 - x
		}
	} else {
		if right := x + w; r.Left < g.Frozen {
			x = f - 20
			w = right - x
		}
		x -= f
	}
	o.Hidden = m.fix && r.Left >= g.Frozen || !m.fix && r.Right < g.Frozen || w <= 0
	paint.Put(o, x, y, max(w, 0), h-1)
}

func setFrame(o *canvas.Rectangle, stroke color.Color, width float32) {
	if o.StrokeColor != stroke || o.StrokeWidth != width {
		paint.SetRect(o, color.Transparent, stroke, width)
	}
}

// placeMarks puts the frames where the cursor and the range are.
func (b *body) placeMarks() {
	g, p := b.grid, theme.Current()
	shown := g.Cells && g.cursor >= 0 && g.cursor < g.len() && g.column+1 < len(g.colX) && g.rowH > 0
	at := Range{g.cursor, g.column, g.cursor, g.column}
	b.ring.Hidden = shown || !b.input.focused || !b.input.ring || !g.Cells && g.cursor >= 0
	setFrame(b.ring, p.Focus, 2)
	around, several := Range{}, false
	if shown {
		around, several = g.Range()
		several = several && around != at && !g.WholeRows()
		if g.isHeading(g.cursor) {
			at.Left, at.Right = 0, len(g.Columns)-1
		}
	}
	stroke := p.Focus
	if !b.input.focused && !g.Editing() {
		stroke = theme.WithAlpha(stroke, 90)
	}
	for _, m := range b.marks {
		m.cell.Hidden, m.outline.Hidden = true, true
		m.placeFill(b)
		if !shown {
			continue
		}
		setFrame(m.cell, stroke, p.Ring-0.5)
		m.put(g, m.cell, at)
		if several {
			setFrame(m.outline, stroke, 1)
			m.put(g, m.outline, around)
		}
	}
	b.placeAnchor()
	b.anchor.Refresh() // a frame that shows for the first time has no canvas to tell yet
}

// placeAnchor puts what lists open by where the cursor's cell is.
func (b *body) placeAnchor() {
	g := b.grid
	if g.cursor < 0 || g.column+1 >= len(g.colX) {
		return
	}
	x, y, w, _ := g.box(Range{g.cursor, g.column, g.cursor, g.column})
	paint.Put(b.anchor, x+1, y, min(w, b.Size().Width-x)-2, g.rowH-1)
}
