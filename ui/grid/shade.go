package grid

import (
	"image/color"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// shade is what a row looks like apart from what stands in it: its ground, its mark at
// the left, the ring around it, and which of its columns are selected.
type shade struct {
	ground      color.NRGBA
	bar, ring   bool
	left, right int // selected columns, right past the last one; none when they are the same
}

// reshade repaints the grounds of the rows that have another than before.
func (b *body) reshade() {
	for _, r := range b.grid.rows {
		if r.index >= 0 && r.index < b.grid.len() {
			b.shade(r)
		}
	}
	if s := b.sticky; s.shows() && s.row.index < b.grid.len() {
		b.shade(s.row)
	}
}

func (b *body) shade(r *row) {
	want := b.shadeOf(r.index)
	if want == r.shown {
		return
	}
	g, p := b.grid, theme.Current()
	stroke := float32(0)
	if want.ring {
		stroke = 1.5
	}
	paint.SetRect(r.ground, want.ground, p.Focus, stroke)
	if r.bar.Hidden = !want.bar; want.bar {
		r.bar.FillColor = p.AccentFill
		if p.Dark {
			r.bar.FillColor = p.Accent
		}
		r.bar.Refresh()
	}
	for i, o := range r.picked {
		from, to := want.left, min(want.right, g.Frozen)
		if i == 1 {
			from, to = max(want.left, g.Frozen), want.right
		}
		if o.Hidden = from >= to; o.Hidden {
			continue
		}
		paint.SetRect(o, p.Selected, nil, 0)
		paint.Put(o, g.colX[from], 0, g.colX[to]-g.colX[from], g.rowH-1)
	}
	r.shown = want
}

// shadeOf is how a row is to look.
func (b *body) shadeOf(index int) shade {
	g, p := b.grid, theme.Current()
	cursor := index == g.cursor
	on := g.isSelected(g.src.Key(index))
	s := shade{ground: p.Surface, bar: on || cursor && g.isHeading(index)}
	busy := b.input.focused || g.Editing()
	switch {
	case on && (g.WholeRows() || cursor && !busy):
		s.ground = p.Selected
	case g.isHeading(index):
		s.ground = p.Background
	case index == g.hover && !g.passive(index), cursor && g.Cells:
		s.ground = p.Hover
	}
	if on && !g.WholeRows() && (len(g.selected) > 1 || g.column != g.leadCol) {
		left, right := g.SelectedColumns()
		s.left, s.right = left, right+1
	}
	s.ring = cursor && b.input.focused && b.input.ring && !g.Cells
	return s
}
