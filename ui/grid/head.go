package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// head is the row of titles: tap sorts, drag on an edge resizes, drag
// elsewhere moves the column.
type head struct {
	widget.BaseWidget
	grid              *Grid
	ground, line      *canvas.Rectangle
	clipMove, clipFix *container.Clip
	moves, fixes      *fyne.Container
	titles            []*canvas.Text
	arrow             *canvas.Image
	mark              *canvas.Rectangle
	guides            []*canvas.Rectangle
	hover             int // column under the pointer
	edge              int // column whose right edge is under the pointer
	at                fyne.Position
	resizing, moving  int
	moveTo            int
	tipper            widgets.Tipper
}

var (
	_ fyne.Widget        = (*head)(nil)
	_ fyne.Draggable     = (*head)(nil)
	_ desktop.Hoverable  = (*head)(nil)
	_ desktop.Mouseable  = (*head)(nil)
	_ desktop.Cursorable = (*head)(nil)
)

func newHead(g *Grid) *head {
	h := &head{grid: g, ground: paint.NewRect(0), line: paint.NewRect(0), arrow: paint.NewIcon(), mark: paint.NewRect(1), hover: -1, edge: -1, resizing: -1, moving: -1, moveTo: -1}
	h.clipMove, h.moves = newClip()
	h.clipFix, h.fixes = newClip()
	h.ExtendBaseWidget(h)
	h.tipper.Owner = h
	return h
}

// CreateRenderer implements fyne.Widget.
func (h *head) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(h, []fyne.CanvasObject{h.ground, h.line, h.clipMove, h.clipFix, h.mark}, h.paint,
		func() fyne.Size { return fyne.Size{} }, func(fyne.Size) { h.placeClips() })
}

// placeClips divides the width as the rows do.
func (h *head) placeClips() {
	s := h.Size()
	f := min(h.grid.frozenX(), s.Width)
	paint.Put(h.ground, 0, 0, s.Width, s.Height)
	paint.Put(h.line, 0, s.Height-1, s.Width, 1)
	paint.Put(h.clipFix, 0, 0, f, max(0, s.Height-1))
	paint.Put(h.clipMove, f, 0, max(0, s.Width-f), max(0, s.Height-1))
	h.place()
}

func (h *head) paint() {
	g, p := h.grid, theme.Current()
	paint.SetRect(h.ground, p.Surface, nil, 0)
	paint.SetRect(h.line, p.Hairline, nil, 0)
	paint.SetRect(h.mark, p.Accent, nil, 0)
	h.mark.Hidden = h.moveTo < 0
	if len(h.titles) != len(g.Columns) {
		h.titles, h.guides = nil, nil
		for range g.Columns {
			h.titles = append(h.titles, paint.NewText(12, true))
			h.guides = append(h.guides, paint.NewRect(0))
		}
	}
	h.moves.Objects, h.fixes.Objects = nil, nil
	arrowHome := h.moves
	for i, c := range g.Columns {
		colour := p.TextMuted
		if c.ID == g.sortID || i == h.hover && c.Sortable {
			colour = p.Text
		}
		h.titles[i].TextStyle.Bold = c.ID == g.sortID
		paint.SetText(h.titles[i], "", 12, colour)
		paint.SetRect(h.guides[i], p.Border, nil, 0)
		h.guides[i].Hidden = h.hover < 0
		home := h.moves
		if i < g.Frozen {
			home = h.fixes
		}
		home.Objects = append(home.Objects, h.guides[i], h.titles[i])
		if c.ID == g.sortID {
			arrowHome = home
		}
	}
	arrowHome.Objects = append(arrowHome.Objects, h.arrow)
	name := ""
	if g.sortID != "" {
		name = "arrow-up"
		if g.sortDesc {
			name = "arrow-down"
		}
	}
	paint.SetIcon(h.arrow, name, p.Accent)
}

// place puts the titles where the columns are.
func (h *head) place() {
	g := h.grid
	if len(h.titles) != len(g.Columns) || len(g.colX) != len(g.Columns)+1 {
		return
	}
	f, height := g.frozenX(), h.Size().Height
	for i, c := range g.Columns {
		x, w := g.colX[i], g.colX[i+1]-g.colX[i]
		if i >= g.Frozen {
			x -= f + g.offX
		}
		paint.Put(h.guides[i], x+w-1, px(8), 1, height-px(16))
		room := w - px(20)
		a := px(12)
		sorted := c.ID == g.sortID
		if sorted {
			room -= a + px(2)
		}
		t := h.titles[i]
		t.Text = paint.Fit(c.Title, room+2, px(12), t.TextStyle.Bold)
		tw := paint.TextWidth(t.Text, px(12), t.TextStyle.Bold)
		tx := x + px(10)
		switch c.Align {
		case AlignRight:
			tx = x + w - px(10) - tw
			if sorted {
				tx -= a + px(2)
			}
		case AlignCenter:
			tx = x + (w-tw)/2
		}
		paint.Put(t, tx, 0, tw+1, height-1)
		if sorted {
			paint.Put(h.arrow, tx+tw+px(2), (height-a)/2, a, a)
		}
	}
	if h.moveTo >= 0 {
		paint.Put(h.mark, h.grid.screenX(h.moveTo)-1, px(3), 2, height-px(6))
	}
}

// screenX is where a column's left edge shows.
func (g *Grid) screenX(col int) float32 {
	if col < g.Frozen {
		return g.colX[col]
	}
	return g.colX[col] - g.offX
}

// colAt is the column at a place, and the one whose right edge is there.
func (g *Grid) colAt(x float32) (col, edge int) {
	col, edge = -1, -1
	f := g.frozenX()
	for i := range g.Columns {
		left, right := g.screenX(i), g.screenX(i)+g.colX[i+1]-g.colX[i]
		if i >= g.Frozen && x < f {
			continue
		}
		if x >= left && x < right {
			col = i
		}
		if x >= right-px(5) && x < right+px(4) {
			edge = i
		}
	}
	return col, edge
}

// MouseIn implements desktop.Hoverable.
func (h *head) MouseIn(e *desktop.MouseEvent) { h.MouseMoved(e) }

// MouseMoved marks the column under the pointer.
func (h *head) MouseMoved(e *desktop.MouseEvent) {
	col, edge := h.grid.colAt(e.Position.X)
	h.edge = edge
	if col != h.hover {
		h.hover = col
		if col >= 0 {
			h.tipper.Rest(h.headTip(col), e.AbsolutePosition)
		}
		h.Refresh()
	}
	h.tipper.Move(e.AbsolutePosition)
}

// MouseOut implements desktop.Hoverable.
func (h *head) MouseOut() {
	h.tipper.Hide()
	h.hover, h.edge = -1, -1
	h.Refresh()
}

// MouseDown remembers where a drag begins.
func (h *head) MouseDown(e *desktop.MouseEvent) { h.at = e.Position; h.tipper.Hide() }

// MouseUp implements desktop.Mouseable.
func (h *head) MouseUp(*desktop.MouseEvent) {}

// Cursor shows that an edge can be dragged.
func (h *head) Cursor() desktop.Cursor {
	if h.edge >= 0 || h.resizing >= 0 {
		return desktop.HResizeCursor
	}
	if h.hover >= 0 && h.grid.Columns[h.hover].Sortable {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Tapped sorts.
func (h *head) Tapped(e *fyne.PointEvent) {
	g := h.grid
	col, edge := g.colAt(e.Position.X)
	if edge >= 0 || col < 0 || !g.Columns[col].Sortable || g.OnSort == nil {
		return
	}
	id := g.Columns[col].ID
	g.sortDesc = g.sortID == id && !g.sortDesc
	g.sortID = id
	h.Refresh()
	g.OnSort(id, g.sortDesc)
}

// TappedSecondary opens the header's menu.
func (h *head) TappedSecondary(e *fyne.PointEvent) {
	if col, _ := h.grid.colAt(e.Position.X); col >= 0 && h.grid.OnHeaderMenu != nil {
		h.grid.OnHeaderMenu(h.grid.Columns[col].ID, e.AbsolutePosition)
	}
}

// Dragged resizes or moves a column.
func (h *head) Dragged(e *fyne.DragEvent) {
	g := h.grid
	if h.resizing < 0 && h.moving < 0 {
		start := h.at.X
		if h.at.IsZero() {
			start = e.Position.X - e.Dragged.DX
		}
		col, edge := g.colAt(start)
		if edge >= 0 {
			h.resizing = edge
			for i := range g.Columns { // what flex gave becomes its width
				g.Columns[i].Width = (g.colX[i+1] - g.colX[i]) / theme.Px(1)
			}
		} else if col >= 0 && g.OnColumnMoved != nil {
			h.moving = col
		}
	}
	switch {
	case h.resizing >= 0:
		c := &g.Columns[h.resizing]
		c.Flex = false
		c.Width = max(c.Width+e.Dragged.DX/theme.Px(1), max(c.MinWidth, 36))
		g.Refresh()
	case h.moving >= 0:
		if to, _ := g.colAt(e.Position.X); to >= 0 && to != h.moveTo {
			h.moveTo = to
			h.Refresh()
		}
	}
}

// DragEnd tells what was done.
func (h *head) DragEnd() {
	g := h.grid
	switch {
	case h.resizing >= 0:
		if c := g.Columns[h.resizing]; g.OnColumnResized != nil {
			g.OnColumnResized(c.ID, c.Width)
		}
	case h.moving >= 0 && h.moveTo >= 0 && h.moveTo != h.moving:
		g.OnColumnMoved(g.Columns[h.moving].ID, h.moveTo)
	}
	h.resizing, h.moving, h.moveTo, h.at = -1, -1, -1, fyne.Position{}
	h.Refresh()
}
