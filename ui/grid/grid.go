package grid

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// Source is what a grid shows. It is only asked for rows in view, so all
// sorting, filtering and formatting of whole lists happens before. A source
// may also have IndexOf(key string) int, −1 for none; else a reload looks
// through the keys.
type Source interface {
	Len() int
	Cell(row, col int) Cell // col is an index in the grid's Columns
	Key(row int) string     // names the row across reloads
}

// Cell is what stands in one cell.
type Cell struct {
	Text   string
	Style  widgets.Style
	Pill   bool
	Icon   string
	Tip    string // shown when the pointer rests
	Tick   bool   // the value was saved a moment ago
	Across bool   // goes on over the columns after it, which are empty
	Blank  bool   // the text says that there is nothing
	Tree   Tree   // of the first cell: where its row lies among the others
}

// Align is where a column's text stands.
type Align uint8

// The alignments.
const (
	AlignLeft Align = iota
	AlignCenter
	AlignRight
)

// Column is one column. Widths are at 100 % text size.
type Column struct {
	ID, Title, Tip  string
	Width, MinWidth float32
	Align           Align
	Sortable        bool
	Flex            bool // shares what is left when the columns don't fill
	Marked          bool // filtered or grouped by: its heading shows it
	Form            Form // the mark before its title, that tells what its amounts are
}

// Sort is a column that the rows are ordered by.
type Sort struct {
	ID   string
	Desc bool
}

// Grid is the program's list: sticky header, virtual rows, selection by key.
type Grid struct {
	widget.BaseWidget
	Columns []Column
	Frozen  int               // how many first columns stay when scrolling sideways
	Multi   bool              // several cells and rows can be selected
	Cells   bool              // the cursor is a cell, as in a spreadsheet; else a row
	Whole   bool              // as high as its rows, up to mostWhole; the form around it scrolls
	Empty   fyne.CanvasObject // shows when there are no rows

	hooks
	marked
	src   Source
	sorts []Sort

	offX, offY  float32
	rowH, width float32   // width is what colX was made for
	colX        []float32 // left edges; one more than columns
	tabbed      int       // the column that a run of Tab began in, −1 for none
	hover       int
	shownLen    int
	wanted      int // row to show once there is room
	firstKey    string
	over        over // the heading above the first row in view

	rows    []*row
	body    *body
	head    *head
	foot    *foot
	vbar    *bar
	hbar    *bar
	ground  *canvas.Rectangle
	typed   string
	typedAt time.Time
	edit    edit
}

var _ fyne.Widget = (*Grid)(nil)

// New makes a grid; src may be nil until SetSource.
func New(src Source, columns []Column) *Grid {
	g := &Grid{Columns: columns, src: src, hover: -1, wanted: -1, tabbed: -1, ground: paint.NewRect(0)}
	g.over.row = -1
	g.marked = marked{selected: map[string]struct{}{}, cursor: -1, leadRow: -1}
	g.body = newBody(g)
	g.head = newHead(g)
	g.foot = newFoot(g)
	g.vbar, g.hbar = newBar(g, false), newBar(g, true)
	g.ExtendBaseWidget(g)
	return g
}

// SetSource shows other rows, keeping selection and place by key.
func (g *Grid) SetSource(src Source) {
	top, at := g.topKey()
	g.src = src
	g.restore(top, at)
}

// Reload shows the source's new content, keeping selection and place by key.
func (g *Grid) Reload() {
	top, at := g.topKey()
	g.restore(top, at)
}

// topKey is the row that should stay put: the one being written in or the
// cursor's when in view, else the first in view; at is its distance from the top.
func (g *Grid) topKey() (string, float32) {
	if g.shownLen == 0 || g.rowH == 0 {
		return "", 0
	}
	inView := func(y float32) bool { return y >= 0 && y <= g.viewH()-g.rowH }
	if g.Editing() && inView(g.edit.y) {
		return g.edit.key, g.edit.y
	}
	if y := float32(g.cursor)*g.rowH - g.offY; g.cursorKey != "" && inView(y) {
		return g.cursorKey, y
	}
	return g.firstKey, float32(int(g.offY/g.rowH))*g.rowH - g.offY
}

func (g *Grid) restore(top string, at float32) {
	g.follow()
	g.body.keepFill()
	g.body.keepCarried()
	if i := g.indexOf(top); i >= 0 && g.offY > 0 {
		g.offY = float32(i)*g.rowH - at
	}
	g.Refresh()
	g.keepEdit()
	if g.cursor < 0 && g.body.input.focused {
		g.body.start()
	}
}

func (g *Grid) indexOf(key string) int {
	if key == "" || g.src == nil {
		return -1
	}
	if s, ok := g.src.(interface{ IndexOf(string) int }); ok {
		return s.IndexOf(key)
	}
	for i := range g.src.Len() {
		if g.src.Key(i) == key {
			return i
		}
	}
	return -1
}

func (g *Grid) len() int {
	if g.src == nil {
		return 0
	}
	return g.src.Len()
}

// SetColumns shows other columns.
func (g *Grid) SetColumns(columns []Column, frozen int) {
	before := g.Columns
	g.Columns, g.Frozen = columns, frozen
	g.followColumns(before)
	g.body.cancelFill()
	g.rows = nil
	g.Refresh()
	g.keepEdit()
}

// SetSorts shows what the rows are ordered by, the first key first; it doesn't sort
// and doesn't call OnSort.
func (g *Grid) SetSorts(sorts []Sort) {
	g.sorts = slices.Clone(sorts)
	g.head.Refresh()
}

// SetFooter shows a line under the rows: a text at the left, sums at the right.
func (g *Grid) SetFooter(left, right string) {
	if g.foot.left == left && g.foot.right == right {
		return
	}
	had := g.foot.shown()
	g.foot.left, g.foot.right, g.foot.totals = left, right, nil
	if g.foot.shown() != had {
		g.Refresh()
		return
	}
	g.foot.Refresh()
}

// Source is what the grid shows.
func (g *Grid) Source() Source { return g.src }

// Focus gives the rows the keyboard.
func (g *Grid) Focus() { widgets.FocusOn(g.body) }

// Target is what to give the keyboard to.
func (g *Grid) Target() fyne.Focusable { return g.body }

// Scroll is how far the grid is scrolled.
func (g *Grid) Scroll() (x, y float32) { return g.offX, g.offY }

// ScrollTo scrolls to a place.
func (g *Grid) ScrollTo(x, y float32) { g.scroll(x, y) }

func (g *Grid) headH() float32 { return float32(int(px(30))) }

func (g *Grid) footH() float32 {
	if g.foot.shown() {
		return float32(int(px(36)))
	}
	return 0
}

func (g *Grid) viewH() float32 { return max(0, g.Size().Height-g.headH()-g.footH()) }

// barH is what the bar at the bottom covers of the rows.
func (g *Grid) barH() float32 {
	if g.totalW() > g.Size().Width+1 {
		return px(10)
	}
	return 0
}

func (g *Grid) totalW() float32 {
	if len(g.colX) == 0 {
		return 0
	}
	return g.colX[len(g.colX)-1] + px(10)
}

// CreateRenderer implements fyne.Widget.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	return paint.RenderFunc(g, func() []fyne.CanvasObject {
		o := []fyne.CanvasObject{g.ground, g.body, g.head}
		if g.foot.shown() {
			o = append(o, g.foot)
		}
		if g.Empty != nil && g.len() == 0 {
			o = append(o, g.Empty)
		}
		return append(o, g.vbar, g.hbar)
	}, func() {
		paint.SetRect(g.ground, theme.Current().Surface, nil, 0)
		g.measure()
		g.head.Refresh()
		g.foot.Refresh()
		g.dirtyRows()
	}, g.least, func(s fyne.Size) {
		seen := g.cursorSeen() && g.width != s.Width
		g.measure()
		hh, fh := g.headH(), g.footH()
		paint.Put(g.ground, 0, 0, s.Width, s.Height)
		paint.Put(g.head, 0, 0, s.Width, hh)
		paint.Put(g.body, 0, hh, s.Width, g.viewH())
		paint.Put(g.foot, 0, s.Height-fh, s.Width, fh)
		paint.Put(g.vbar, s.Width-px(10), hh, px(10), g.viewH())
		paint.Put(g.hbar, g.frozenX(), s.Height-fh-px(10), max(0, s.Width-g.frozenX()-px(10)), px(10))
		if g.Empty != nil {
			paint.Put(g.Empty, 0, hh, s.Width, g.viewH())
		}
		g.scroll(g.offX, g.offY)
		if g.wanted >= 0 { // as long as nobody has scrolled, from the top
			g.offY = 0
			g.scroll(g.offX, 0)
			g.ShowRow(g.wanted)
		}
		if seen { // a panel beside has taken the room
			g.reveal(g.cursor, g.column)
		}
	})
}

// scroll moves to a place within bounds and binds the rows that came into view.
func (g *Grid) scroll(x, y float32) {
	n := g.len()
	g.shownLen = n
	view := g.viewH()
	total := float32(n)*g.rowH + max(px(4), g.barH())
	if total > view && !g.Whole { // what tells something in the corner covers no row that can't be scrolled free
		total += px(room)
	}
	g.offY = max(0, min(y, total-view))
	before := g.offX
	if g.offX = max(0, min(x, g.totalW()-g.Size().Width)); g.offX != before {
		g.dirtyHeadings()
	}
	g.body.bind()
	g.head.follow()
	g.foot.follow()
	g.vbar.set(g.offY, view, total)
	g.hbar.set(g.offX, g.Size().Width-g.frozenX(), g.totalW()-g.frozenX())
}

// room is what there is beneath the last row of a list that scrolls.
const room = 56

func newClip() (*container.Clip, *fyne.Container) {
	c := container.NewWithoutLayout()
	return container.NewClip(c), c
}
