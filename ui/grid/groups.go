package grid

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Heading is a row that stands over a group of rows, which fold away under it. A
// Source has headings when it has Heading(row int) (Heading, bool). They can have the
// cursor, and are never among the selected rows.
type Heading struct {
	Text, Count string
	Level       int // 0 is the outermost
	Open        bool
	Cells       map[int]string // sums, by column
	Own         bool           // its cells are drawn as the source has them, and it opens with Ctrl+Enter and has a menu as a row does
}

type headed interface{ Heading(row int) (Heading, bool) }

// heading is a row's heading; false where the row is no heading.
func (g *Grid) heading(row int) (Heading, bool) {
	if s, ok := g.src.(headed); ok && row >= 0 && row < g.src.Len() {
		return s.Heading(row)
	}
	return Heading{}, false
}

func (g *Grid) isHeading(row int) bool { _, ok := g.heading(row); return ok }

// opens tells whether a row can be opened: headings can that are lines of their own.
func (g *Grid) opens(row int) bool {
	h, is := g.heading(row)
	return !is || h.Own
}

// OnHeading tells whether the cursor is on a heading.
func (g *Grid) OnHeading() bool { return g.isHeading(g.cursor) }

// fold folds a heading, or unfolds it.
func (g *Grid) fold(row int, open bool) {
	if h, ok := g.heading(row); ok && h.Open != open && g.OnFold != nil {
		g.OnFold(g.src.Key(row), open)
	}
}

// foldLevel does to all headings of a level what a click does to one.
func (g *Grid) foldLevel(row int) {
	if h, ok := g.heading(row); ok && g.OnFoldAll != nil {
		g.OnFoldAll(h.Level, !h.Open)
	}
}

// headingKey is what a key means to a heading that has the cursor.
func (g *Grid) headingKey(name fyne.KeyName) bool {
	h, ok := g.heading(g.cursor)
	if !ok {
		return false
	}
	switch name {
	case fyne.KeyLeft:
		g.fold(g.cursor, false)
	case fyne.KeyRight:
		g.fold(g.cursor, true)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		g.fold(g.cursor, !h.Open)
	default:
		return false
	}
	return true
}

// chevronX is where a heading's chevron stands.
func (g *Grid) chevronX(h Heading) float32 { return px(12) + px(8) + float32(h.Level)*px(18) }

// clickHeading folds by the chevron, with Ctrl all of the level, or by a double click;
// else the heading gets the cursor.
func (b *body) clickHeading(row int, at fyne.Position, mod fyne.KeyModifier, again bool) {
	g := b.grid
	h, _ := g.heading(row)
	x := g.chevronX(h)
	chevron := at.X >= x-px(6) && at.X < x+px(20)
	if g.cursor != row {
		g.goTo(row, g.column)
	}
	switch {
	case chevron && mod&ctrl != 0:
		g.foldLevel(row)
	case chevron:
		b.input.downRow = -1 // a second click folds back
		g.fold(row, !h.Open)
	case again:
		b.input.downRow = -1
		g.fold(row, !h.Open)
	}
}

// headingTitle is what a row shows when it is a heading.
type headingTitle struct {
	chevron     *canvas.Image
	text, count *canvas.Text
}

// fillHeading shows a row's heading, or takes it away.
func (b *body) fillHeading(r *row, h Heading, ok bool) {
	if !ok {
		if r.title != nil {
			r.title.chevron.Hidden, r.title.text.Hidden, r.title.count.Hidden = true, true, true
		}
		return
	}
	g, p := b.grid, theme.Current()
	if r.title == nil {
		r.title = &headingTitle{chevron: paint.NewIcon(), text: paint.NewText(13, true), count: paint.NewText(12, false)}
		r.back.Objects = append(r.back.Objects, r.title.chevron, r.title.text, r.title.count) // which goes on under the columns that scroll
	}
	t := r.title
	t.text.Hidden, t.count.Hidden = false, false
	name := "chevron-right"
	if h.Open {
		name = "chevron-down"
	}
	paint.SetIcon(t.chevron, name, p.TextMuted)
	i, x := px(14), g.chevronX(h)
	paint.Put(t.chevron, x, (g.rowH-i)/2, i, i)
	x += i + px(6)
	room := g.headingRoom(h) - x
	cw := paint.TextWidth(h.Count, px(12), false)
	t.text.Text, t.text.TextSize, t.text.Color = paint.Fit(h.Text, room-cw-px(8), px(13), true), px(13), p.Text
	tw := paint.TextWidth(t.text.Text, px(13), true)
	paint.Put(t.text, x, 0, tw+1, g.rowH-1)
	t.count.Text, t.count.TextSize, t.count.Color = h.Count, px(12), p.TextMuted
	paint.Put(t.count, x+tw+px(8), 0, cw+1, g.rowH-1)
}

// headingRoom is where a heading's text has to end: at the first of its sums that is in
// view, and never within the columns that stay.
func (g *Grid) headingRoom(h Heading) float32 {
	end, stay := g.Size().Width-px(14), g.frozenX()-px(4)
	for i := range g.Columns {
		if h.Cells[i] == "" || i == 0 {
			continue
		}
		left := g.screenX(i)
		switch {
		case i < g.Frozen:
			end = min(end, left)
		case left+g.colX[i+1]-g.colX[i] > stay:
			end = min(end, max(left, stay))
		}
	}
	return end
}

// dirtyHeadings lets the headings be drawn anew: sums have come into their way, or gone.
func (g *Grid) dirtyHeadings() {
	for _, r := range append(slices.Clone(g.rows), g.body.sticky.row) {
		if r != nil && r.title != nil && r.title.text.Visible() {
			r.dirty = true
		}
	}
}
