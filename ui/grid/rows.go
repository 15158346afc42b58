package grid

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// body is the rows. They are a ring of as many as are in view, moved and
// bound to other data as the grid scrolls.
type body struct {
	widget.BaseWidget
	grid                         *Grid
	clipAll, clipMove, clipFix   *container.Clip
	backs, moves, fixes, overlay *fyne.Container
	edge                         *canvas.Rectangle
	ring                         *canvas.Rectangle // around it all, while it has the keyboard and no cursor
	anchor                       *canvas.Rectangle // unseen over the cursor's cell: what lists open by
	marks                        [2]*marks         // of the columns that stay, and of those that scroll
	input                        hands
	filling                      filling
	carrying                     carrying
	dragOn                       func() // stops what scrolls on while the pointer is held outside
	tipper                       widgets.Tipper
	tipRow, tipCol               int
	sticky                       *sticky
	note                         *widgets.Tip // said by the cursor's cell
}

var (
	_ fyne.Widget        = (*body)(nil)
	_ fyne.Scrollable    = (*body)(nil)
	_ fyne.Focusable     = (*body)(nil)
	_ fyne.Tabbable      = (*body)(nil)
	_ fyne.Draggable     = (*body)(nil)
	_ desktop.Mouseable  = (*body)(nil)
	_ desktop.Cursorable = (*body)(nil)
	_ desktop.Hoverable  = (*body)(nil)
)

// row is one row on the screen.
type row struct {
	index             int
	dirty             bool
	ground, bar, line *canvas.Rectangle
	back, move, fix   *fyne.Container
	picked            [2]*canvas.Rectangle // under the cells that are selected: of those that stay, and those that scroll
	cells             []*cell
	title             *headingTitle // nil until it has been a heading
	shown             shade
}

type cell struct {
	text   *canvas.Text
	pill   *canvas.Rectangle
	icon   *canvas.Image
	across bool          // drawn over the whole row, as a heading is
	branch *canvas.Image // of a tree; nil until it has had one
}

func newBody(g *Grid) *body {
	b := &body{grid: g, edge: paint.NewRect(0), ring: paint.NewRect(3), anchor: paint.NewRect(0), marks: [2]*marks{newMarks(true), newMarks(false)}, overlay: container.NewWithoutLayout(), sticky: newSticky(), carrying: newCarrying()}
	b.clipAll, b.backs = newClip()
	b.clipMove, b.moves = newClip()
	b.clipFix, b.fixes = newClip()
	b.tipper.Owner, b.tipRow, b.tipCol = b, -1, -1
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *body) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(b, []fyne.CanvasObject{b.clipAll, b.clipMove, b.clipFix, b.edge, b.ring, b.anchor, b.sticky.all, b.sticky.move, b.sticky.fix, b.overlay, b.carrying.frame, b.carrying.label, b.carrying.says}, func() {},
		func() fyne.Size { return fyne.Size{} }, func(fyne.Size) { b.placeClips() })
}

// placeClips divides the width between the columns that stay and those that
// scroll.
func (b *body) placeClips() {
	s := b.Size()
	f := min(b.grid.frozenX(), s.Width)
	paint.Put(b.clipAll, 0, 0, s.Width, s.Height)
	paint.Put(b.clipFix, 0, 0, f, s.Height)
	paint.Put(b.clipMove, f, 0, max(0, s.Width-f), s.Height)
	paint.Put(b.edge, f-1, 0, 1, s.Height)
	paint.Put(b.ring, 1, 1, max(0, s.Width-2), max(0, s.Height-2))
	paint.Put(b.overlay, 0, 0, s.Width, s.Height)
}

func (g *Grid) dirtyRows() {
	for _, r := range g.rows {
		r.dirty = true
	}
	if r := g.body.sticky.row; r != nil {
		r.dirty = true
	}
}

// take makes it the row of an index; one that is dirty is drawn anew in all.
func (r *row) take(index int) {
	if r.dirty {
		r.shown = shade{}
	}
	r.index, r.dirty = index, false
}

func (b *body) newRow() *row {
	r := &row{index: -1, ground: paint.NewRect(0), bar: paint.NewRect(0), line: paint.NewRect(0)}
	r.back = container.NewWithoutLayout(r.ground, r.line, r.bar)
	r.picked = [2]*canvas.Rectangle{paint.NewRect(0), paint.NewRect(0)}
	r.fix, r.move = container.NewWithoutLayout(r.picked[0]), container.NewWithoutLayout(r.picked[1])
	for i := range b.grid.Columns {
		c := &cell{text: paint.NewText(13, false), pill: paint.NewRect(10)}
		c.pill.Hidden = true
		r.cells = append(r.cells, c)
		home := r.home(b.grid, i)
		home.Objects = append(home.Objects, c.pill, c.text)
	}
	return r
}

// home is what a cell is drawn in: the columns that stay, those that scroll, or the whole row.
func (r *row) home(g *Grid, col int) *fyne.Container {
	switch {
	case r.cells[col].across:
		return r.back
	case col < g.Frozen:
		return r.fix
	}
	return r.move
}

// spread draws a cell over the whole row, or within its column again.
func (r *row) spread(g *Grid, col int, across bool) {
	c := r.cells[col]
	if c.across == across {
		return
	}
	mine := func(o fyne.CanvasObject) bool { return o == c.text || o == c.pill || c.icon != nil && o == c.icon }
	from := r.home(g, col)
	from.Objects = slices.DeleteFunc(from.Objects, mine)
	c.across = across
	to := r.home(g, col)
	if to.Objects = append(to.Objects, c.pill, c.text); c.icon != nil {
		to.Objects = append(to.Objects, c.icon)
	}
}

// acrossRoom is the width of a cell that goes on over the columns after it: to the edge of the grid
// where it stays.
func (g *Grid) acrossRoom(col int) float32 {
	if col < g.Frozen {
		return max(g.Size().Width, g.colX[col+1]) - g.colX[col]
	}
	return g.colX[len(g.Columns)] - g.colX[col]
}

// bind shows the rows in view; only those that came into view, or are dirty,
// are filled.
func (b *body) bind() {
	g := b.grid
	if g.rowH == 0 || b.Size().Width == 0 {
		return
	}
	want := int(g.viewH()/g.rowH) + 2
	if len(g.rows) != want || len(g.rows) > 0 && len(g.rows[0].cells) != len(g.Columns) {
		if len(g.rows) > 0 && len(g.rows[0].cells) != len(g.Columns) {
			g.rows = nil
		}
		for len(g.rows) < want {
			g.rows = append(g.rows, b.newRow())
		}
		g.rows = g.rows[:want]
		b.backs.Objects, b.moves.Objects, b.fixes.Objects = nil, nil, nil
		for _, r := range g.rows {
			r.dirty = true
			b.backs.Objects = append(b.backs.Objects, r.back)
			b.moves.Objects = append(b.moves.Objects, r.move)
			b.fixes.Objects = append(b.fixes.Objects, r.fix)
		}
		b.fixes.Objects = append(b.fixes.Objects, b.marks[0].box)
		b.moves.Objects = append(b.moves.Objects, b.marks[1].box)
	}
	first := int(g.offY / g.rowH)
	n := g.len()
	if first < n {
		g.firstKey = g.src.Key(first)
	}
	f := g.frozenX()
	width := b.Size().Width
	for i := first; i < first+want; i++ {
		r := g.rows[i%want]
		if i >= n {
			if r.back.Visible() {
				r.back.Hide()
				r.move.Hide()
				r.fix.Hide()
			}
			r.index = -1
			continue
		}
		if r.index != i || r.dirty {
			r.take(i)
			b.fill(r, width)
			if !r.back.Visible() {
				r.back.Show()
				r.move.Show()
				r.fix.Show()
			}
		}
		y := float32(i)*g.rowH - g.offY
		r.back.Move(fyne.NewPos(0, y))
		r.fix.Move(fyne.NewPos(0, y))
		r.move.Move(fyne.NewPos(-f-g.offX, y))
	}
	b.edge.Hidden = g.Frozen == 0 || g.offX == 0
	b.edge.FillColor = theme.Current().Border
	b.placeSticky()
	b.placeMarks()
	b.placeEdit()
}

// fill writes a row's data into its objects.
func (b *body) fill(r *row, width float32) {
	g, p := b.grid, theme.Current()
	h := g.rowH
	total := max(width, g.totalW())
	r.back.Resize(fyne.NewSize(width, h))
	r.move.Resize(fyne.NewSize(total, h))
	r.fix.Resize(fyne.NewSize(g.frozenX(), h))
	paint.Put(r.ground, 0, 0, width, h)
	paint.Put(r.line, 0, h-1, width, 1)
	paint.Put(r.bar, 0, 0, 3, h)
	r.line.FillColor = p.Hairline
	b.shade(r)
	heading, ok := g.heading(r.index)
	b.fillHeading(r, heading, ok)
	for i, c := range r.cells {
		switch {
		case !ok:
			b.fillCell(r, i, c, g.src.Cell(r.index, i))
		case heading.Own && i > 0:
			b.fillCell(r, i, c, g.src.Cell(r.index, i))
		case heading.Cells[i] != "":
			b.fillCell(r, i, c, Cell{Text: heading.Cells[i], Style: widgets.Strong})
		default:
			b.fillCell(r, i, c, Cell{})
		}
	}
}

func (b *body) fillCell(r *row, col int, c *cell, v Cell) {
	g := b.grid
	x, h := g.colX[col], g.rowH
	w := g.colX[col+1] - x
	if v.Across {
		w = g.acrossRoom(col)
	}
	r.spread(g, col, v.Across && col < g.Frozen)
	air := px(10)
	x, w = x+air, w-2*air
	if in := r.fillBranch(g, col, c, v.Tree); in > 0 {
		x, w = x+in, w-in
	}
	align := g.Columns[col].Align
	if (v.Icon != "" || v.Tick) && c.icon == nil {
		c.icon = paint.NewIcon()
		home := r.home(g, col)
		home.Objects = append(home.Objects, c.icon)
	}
	switch {
	case v.Tick: // opposite to the text, which keeps its room
		i := px(13)
		paint.SetIcon(c.icon, "check", theme.Current().Good.Text)
		if paint.Put(c.icon, g.colX[col]+px(3), (h-i)/2, i, i); align != AlignRight {
			c.icon.Move(fyne.NewPos(g.colX[col+1]-px(3)-i, (h-i)/2))
		}
	case v.Icon != "":
		i := px(15)
		paint.SetIcon(c.icon, v.Icon, iconColour(v.Style))
		ix := x
		if v.Text == "" && align == AlignCenter {
			ix += (w - i) / 2
		}
		paint.Put(c.icon, ix, (h-i)/2, i, i)
		x, w = x+i+px(6), w-i-px(6)
	case c.icon != nil:
		c.icon.Hide()
	}
	size, bold := px(13), v.Style == widgets.Strong
	t := c.text
	if v.Pill && v.Text != "" {
		size = px(12)
		tone := v.Style.Tone()
		text := paint.Fit(v.Text, w-px(16), size, false)
		pw := paint.TextWidth(text, size, false) + px(18)
		ph := px(19)
		switch align {
		case AlignRight:
			x += w - pw
		case AlignCenter:
			x += (w - pw) / 2
		}
		c.pill.Hidden = false
		c.pill.FillColor = tone.Ground
		c.pill.CornerRadius = ph / 2
		paint.Put(c.pill, x, (h-ph)/2, pw, ph)
		t.Text, t.TextSize, t.TextStyle.Bold, t.Color, t.Alignment = text, size, false, tone.Text, fyne.TextAlignCenter
		paint.Put(t, x, (h-ph)/2, pw, ph-px(1))
		return
	}
	c.pill.Hidden = true
	t.Text, t.TextSize, t.TextStyle.Bold, t.Color = paint.Fit(v.Text, w+2, size, bold), size, bold, v.Style.Colour()
	switch align {
	case AlignRight:
		t.Alignment = fyne.TextAlignTrailing
	case AlignCenter:
		t.Alignment = fyne.TextAlignCenter
	default:
		t.Alignment = fyne.TextAlignLeading
	}
	paint.Put(t, x, 0, w, h-1)
}

func iconColour(s widgets.Style) color.NRGBA {
	switch s {
	case widgets.Normal, widgets.Strong, widgets.Muted, widgets.Neutral:
		return theme.Current().TextMuted
	}
	return s.Colour()
}
