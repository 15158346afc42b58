package grid

import (
	"strconv"
	"time"

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
// elsewhere moves the column, and ▾ opens its menu.
type head struct {
	widget.BaseWidget
	grid              *Grid
	ground, line      *canvas.Rectangle
	clipMove, clipFix *container.Clip
	moves, fixes      *fyne.Container
	titles            []*title
	mark              *canvas.Rectangle
	hover             int // column under the pointer
	edge              int // column whose right edge is under the pointer
	onMenu            bool
	at                fyne.Position
	resizing, moving  int
	moveTo            int
	tipper            widgets.Tipper
	tapped            int // column whose edge was tapped last, and when
	tappedAt          time.Time
	placed            headPlace
}

// headPlace is what the titles were placed by.
type headPlace struct {
	offX, width float32
	hover       int
}

var (
	_ fyne.Widget        = (*head)(nil)
	_ fyne.Draggable     = (*head)(nil)
	_ desktop.Hoverable  = (*head)(nil)
	_ desktop.Mouseable  = (*head)(nil)
	_ desktop.Cursorable = (*head)(nil)
)

// title is a column's heading: its text, the arrow of its order with a number when
// several columns order, and what opens its menu or shows that it is filtered.
type title struct {
	text, number *canvas.Text
	arrow, menu  *canvas.Image
	guide        *canvas.Rectangle
	form         *formMark
}

func newTitle() *title {
	return &title{text: paint.NewText(12, true), number: paint.NewText(10, true), arrow: paint.NewIcon(), menu: paint.NewIcon(), guide: paint.NewRect(0), form: newFormMark()}
}

func newHead(g *Grid) *head {
	h := &head{grid: g, ground: paint.NewRect(0), line: paint.NewRect(0), mark: paint.NewRect(1), hover: -1, edge: -1, resizing: -1, moving: -1, moveTo: -1, tapped: -1}
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

// sortOf is which of the keys of the order a column is, −1 for none, and its way.
func (g *Grid) sortOf(id string) (at int, desc bool) {
	for i, s := range g.sorts {
		if s.ID == id {
			return i, s.Desc
		}
	}
	return -1, false
}

func (h *head) paint() {
	g, p := h.grid, theme.Current()
	paint.SetRect(h.ground, p.Surface, nil, 0)
	paint.SetRect(h.line, p.Hairline, nil, 0)
	paint.SetRect(h.mark, p.Accent, nil, 0)
	h.mark.Hidden = h.moveTo < 0
	if len(h.titles) != len(g.Columns) {
		h.titles = nil
		for range g.Columns {
			h.titles = append(h.titles, newTitle())
		}
	}
	h.moves.Objects, h.fixes.Objects = nil, nil
	for i, c := range g.Columns {
		home := h.moves
		if i < g.Frozen {
			home = h.fixes
		}
		t := h.titles[i]
		home.Objects = append(append(home.Objects, t.guide, t.text, t.arrow, t.number, t.menu), t.form.objects()...)
		h.paintTitle(i, c)
	}
}

func (h *head) paintTitle(i int, c Column) {
	g, p, t := h.grid, theme.Current(), h.titles[i]
	at, desc := g.sortOf(c.ID)
	colour := p.TextMuted
	if at >= 0 || i == h.hover && c.Sortable {
		colour = p.Text
	}
	t.text.TextStyle.Bold = at >= 0
	paint.SetText(t.text, "", 12, colour)
	paint.SetRect(t.guide, p.Border, nil, 0)
	t.guide.Hidden = h.hover < 0
	t.form.show(c.Form)
	name, number := "", ""
	if at >= 0 {
		if name = "arrow-up"; desc {
			name = "arrow-down"
		}
		if len(g.sorts) > 1 {
			number = strconv.Itoa(at + 1)
		}
	}
	paint.SetIcon(t.arrow, name, p.Accent)
	paint.SetText(t.number, number, 10, p.Accent)
	switch {
	case c.Marked:
		paint.SetIcon(t.menu, "list-filter", p.Accent)
	case h.menuShows(i) && h.onMenu:
		paint.SetIcon(t.menu, "chevron-down", p.Text)
	case h.menuShows(i):
		paint.SetIcon(t.menu, "chevron-down", p.TextMuted)
	default:
		t.menu.Hide()
	}
}

// menuShows tells whether a column shows what opens its menu.
func (h *head) menuShows(col int) bool {
	c := h.grid.Columns[col]
	return c.Marked || col == h.hover && h.grid.OnHeaderMenu != nil && h.resizing < 0 && h.moving < 0
}

// menuWidth is the room of what opens a column's menu.
func menuWidth() float32 { return px(17) }

// menuX is where it stands: at the side that the title doesn't begin at.
func (g *Grid) menuX(col int) float32 {
	x, w := g.screenX(col), g.colX[col+1]-g.colX[col]
	if g.Columns[col].Align == AlignRight {
		return x + px(2)
	}
	return x + w - menuWidth() - px(5)
}

// place puts the titles where the columns are.
func (h *head) place() {
	g := h.grid
	if len(h.titles) != len(g.Columns) || len(g.colX) != len(g.Columns)+1 {
		return
	}
	h.placed = headPlace{g.offX, h.Size().Width, h.hover}
	for i, c := range g.Columns {
		h.placeTitle(i, c)
	}
	if h.moveTo >= 0 {
		paint.Put(h.mark, h.grid.screenX(h.moveTo)-1, px(3), 2, h.Size().Height-px(6))
	}
}

// follow puts the titles where the columns are when the rows have scrolled sideways.
func (h *head) follow() {
	if h.placed.offX != h.grid.offX {
		h.place()
	}
}

func (h *head) placeTitle(i int, c Column) {
	g, t := h.grid, h.titles[i]
	height, bold, a := h.Size().Height, t.text.TextStyle.Bold, px(12)
	x, w := g.colX[i], g.colX[i+1]-g.colX[i]
	shift := float32(0)
	if i >= g.Frozen {
		shift = g.frozenX() + g.offX
	}
	x -= shift
	paint.Put(t.guide, x+w-1, px(8), 1, height-px(16))
	room, extra := w-px(20), float32(0)
	if bold {
		extra = a + px(2)
		if t.number.Text != "" {
			extra += px(7)
		}
	}
	room -= extra + c.formRoom()
	if h.menuShows(i) {
		room -= menuWidth() - px(4)
		paint.Put(t.menu, g.menuX(i)-g.screenX(i)+x+(menuWidth()-a)/2, (height-a)/2, a, a)
	}
	t.text.Text = paint.Fit(c.Title, room+2, px(12), bold)
	tw := paint.TextWidth(t.text.Text, px(12), bold)
	tx := x + px(10) + c.formRoom()
	switch c.Align {
	case AlignRight:
		tx = x + w - px(10) - tw - extra
	case AlignCenter:
		tx = x + (w-tw)/2
	}
	paint.Put(t.text, tx, 0, tw+1, height-1)
	t.form.place(tx-c.formRoom(), height)
	if bold {
		paint.Put(t.arrow, tx+tw+px(2), (height-a)/2, a, a)
		paint.Put(t.number, tx+tw+px(2)+a, px(1), px(8), height-px(6))
	}
}

// headTip explains a column, by its whole title first when that is cut.
func (h *head) headTip(col int) string {
	c := h.grid.Columns[col]
	switch {
	case h.titles[col].text.Text == c.Title:
		return c.Tip
	case c.Tip == "":
		return c.Title
	}
	return c.Title + "\n" + c.Tip
}
