package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// boardColumn is a column with its heading, or when it is folded a strip with its name
// and how many cards it has.
type boardColumn struct {
	widget.BaseWidget
	board   *Board
	index   int
	data    BoardColumn
	folded  bool
	as      bool // folded or not, as it is drawn
	hovered bool
	tipper  Tipper

	ground, halo            *canvas.Rectangle
	title, count, sum, note *Text
	fold                    *Button
	name                    *Turned
	cards                   *boardCards
	scroll                  *container.Scroll
}

var (
	_ fyne.Tappable      = (*boardColumn)(nil)
	_ desktop.Hoverable  = (*boardColumn)(nil)
	_ desktop.Cursorable = (*boardColumn)(nil)
)

func newBoardColumn(b *Board) *boardColumn {
	v := &boardColumn{board: b, ground: paint.NewRect(8), halo: paint.NewRect(9), title: NewText("", Strong), count: NewText("", Muted), sum: NewText("", Muted), note: NewText("", Muted), name: NewTurned("", Strong)}
	v.sum.FontSize, v.note.FontSize = 12, 12
	v.fold = NewIconButton("chevron-left", "Fäll ihop", func() { b.setFolded(v.index, true) })
	v.fold.PassTab()
	v.cards = newBoardCards(v)
	v.scroll = container.NewVScroll(v.cards)
	v.scroll.OnScrolled = func(fyne.Position) { v.cards.bind() }
	v.tipper.Owner = v
	v.ExtendBaseWidget(v)
	return v
}

// set gives the column other cards.
func (v *boardColumn) set(i int, d BoardColumn) {
	v.index, v.data = i, d
	v.title.Text, v.count.Text, v.sum.Text, v.note.Text = d.Title, strconv.Itoa(len(d.Cards)), d.Sum, d.Note
	if d.Sum != "" && d.Note != "" { // one line with a point between them: at the far edge it would read as the next column's
		v.note.Text = "· " + d.Note
	}
	v.name.Text = d.Title
	v.cards.stale = true
}

// headH is how high the heading is.
func (v *boardColumn) headH() float32 { return px(46) }

// stripLength is how long a strip must be for the name and the count.
func (v *boardColumn) stripLength() float32 { return min(v.name.Length(), px(150)) + px(42) }

// page is how many cards there is room for.
func (v *boardColumn) page() int {
	if n := len(v.data.Cards); n > 0 && v.cards.MinSize().Height > 0 {
		return max(1, int(v.scroll.Size().Height*float32(n)/v.cards.MinSize().Height))
	}
	return 1
}

// overflows tells whether the column has more cards than are in view.
func (v *boardColumn) overflows() bool {
	return !v.folded && v.cards.MinSize().Height > v.scroll.Size().Height+1
}

// reveal scrolls as little as needed to show a card.
func (v *boardColumn) reveal(row int) {
	top, bottom := v.cards.span(row)
	y := v.scroll.Offset.Y
	y = max(min(y, top-px(6)), bottom+px(6)-v.scroll.Size().Height)
	v.scrollTo(y)
}

// scrollTo scrolls the cards to a place within bounds, and tells whether they moved.
func (v *boardColumn) scrollTo(y float32) bool {
	y = max(0, min(y, v.cards.MinSize().Height-v.scroll.Size().Height))
	if y == v.scroll.Offset.Y {
		return false
	}
	v.scroll.ScrollToOffset(fyne.NewPos(0, y))
	v.cards.bind()
	return true
}

// at tells whether the cursor is at the heading.
func (v *boardColumn) at() bool {
	b := v.board
	return b.focused && b.ring && b.cursor.card == "" && b.cursor.column == v.data.Key
}

// shade shows whether the cursor is here, and whether a card is held over the column.
func (v *boardColumn) shade() {
	p := theme.Current()
	over := v.board.drag != nil && v.board.drag.over == v.index
	switch {
	case over:
		paint.SetRect(v.ground, p.AccentSoft, p.Accent, 1)
	case v.folded && v.hovered:
		paint.SetRect(v.ground, p.Hover, p.Border, 1)
	case v.folded:
		paint.SetRect(v.ground, p.Surface, p.Hairline, 1)
	default:
		paint.SetRect(v.ground, theme.WithAlpha(p.Background, 0), nil, 0)
	}
	paint.SetHalo(v.halo, v.at())
	v.cards.shade()
}

// Tapped unfolds a strip.
func (v *boardColumn) Tapped(*fyne.PointEvent) {
	v.tipper.Hide()
	b := v.board
	b.take()
	if v.folded {
		b.setFolded(v.index, false)
		b.put(v.index, -1)
	}
}

// MouseIn implements desktop.Hoverable.
func (v *boardColumn) MouseIn(e *desktop.MouseEvent) {
	if v.board.drag != nil {
		return
	}
	v.hovered = true
	if v.folded || e.Position.Y < v.headH() {
		v.tipper.Rest(v.label(), e.AbsolutePosition)
	}
	v.shade()
}

// MouseMoved implements desktop.Hoverable.
func (v *boardColumn) MouseMoved(e *desktop.MouseEvent) { v.tipper.Move(e.AbsolutePosition) }

// MouseOut implements desktop.Hoverable.
func (v *boardColumn) MouseOut() {
	v.hovered = false
	v.tipper.Hide()
	v.shade()
}

// Cursor shows that a strip can be clicked.
func (v *boardColumn) Cursor() desktop.Cursor {
	if v.folded {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// label is the heading read out.
func (v *boardColumn) label() string {
	s := v.data.Title + ": " + v.count.Text
	for _, x := range []string{v.data.Sum, v.data.Note} {
		if x != "" {
			s += ", " + x
		}
	}
	return s
}

// AccessibilityLabel reads the heading.
func (v *boardColumn) AccessibilityLabel() string { return v.label() }

// AccessibilityRole is button.
func (v *boardColumn) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (v *boardColumn) CreateRenderer() fyne.WidgetRenderer {
	open := []fyne.CanvasObject{v.ground, v.halo, v.title, v.count, v.sum, v.note, v.fold, v.scroll}
	strip := []fyne.CanvasObject{v.ground, v.halo, v.count, v.name}
	return paint.RenderFunc(v, func() []fyne.CanvasObject {
		if v.folded {
			return strip
		}
		return open
	}, func() {
		v.as = v.folded
		for _, t := range []*Text{v.title, v.count, v.sum, v.note} {
			t.Refresh()
		}
		v.name.Refresh()
		v.fold.Refresh()
		v.scroll.Refresh()
		v.shade()
	}, func() fyne.Size { return fyne.NewSize(px(columnStrip), px(100)) }, func(s fyne.Size) {
		if v.folded {
			v.layStrip(s)
		} else {
			v.layOpen(s)
		}
	})
}

func (v *boardColumn) layStrip(s fyne.Size) {
	paint.Put(v.ground, 0, 0, s.Width, s.Height)
	paint.Put(v.halo, -3, -3, s.Width+6, s.Height+6)
	v.count.Align = fyne.TextAlignCenter
	paint.Put(v.count, 0, px(6), s.Width, px(20))
	w := v.name.MinSize().Width
	paint.Put(v.name, (s.Width-w)/2, px(32), w, max(0, min(v.name.Length(), s.Height-px(38))))
}

func (v *boardColumn) layOpen(s fyne.Size) {
	head := v.headH()
	paint.Put(v.ground, -4, -2, s.Width+8, s.Height+2)
	paint.Put(v.halo, -4, -2, s.Width+8, head-px(2))
	v.count.Align = fyne.TextAlignLeading
	cw, fw := v.count.MinSize().Width, px(22)
	tw := max(0, min(v.title.MinSize().Width, s.Width-cw-fw-px(9)))
	paint.Put(v.title, 0, 0, tw, px(22))
	paint.Put(v.count, tw+px(6), 0, cw, px(22))
	paint.Put(v.fold, s.Width-fw, px(1), fw, px(20))
	nw, sw := v.note.MinSize().Width, v.sum.MinSize().Width
	if v.data.Sum != "" {
		sw += px(5)
	}
	v.note.Hidden = sw+nw > s.Width // it is told when the pointer rests
	paint.Put(v.sum, 0, px(21), s.Width, px(18))
	paint.Put(v.note, sw, px(21), nw, px(18))
	paint.Put(v.scroll, -4, head-px(4), s.Width+8, max(0, s.Height-head+px(4)))
	v.cards.bind()
}
