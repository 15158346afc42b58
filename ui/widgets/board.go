package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// BoardCard is one card.
type BoardCard struct {
	Key, Title, Subtitle, Amount string
	Pill                         string
	PillStyle                    Style
}

// BoardColumn is one column with its cards in order.
type BoardColumn struct {
	Key, Title, Note string
	Cards            []BoardCard
}

// boardStep is how many cards a column shows before "Visa fler".
const boardStep = 50

// Board is columns of cards. A card is dragged to another column, or moved
// there with Alt+Left and Alt+Right.
type Board struct {
	widget.BaseWidget
	OnMove   func(card, column string) bool // false: it stays
	OnOpen   func(card string)
	OnSelect func(card string)
	OnMenu   func(card string, at fyne.Position)

	columns  []BoardColumn
	views    []*boardColumn
	row      *fyne.Container
	scroll   *container.Scroll
	layer    *fyne.Container
	ghost    *boardCard
	target   int
	selected string
	shown    map[string]int // more than the first cards, by column
}

var _ fyne.Widget = (*Board)(nil)

// NewBoard makes a board.
func NewBoard(columns []BoardColumn, onMove func(card, column string) bool) *Board {
	b := &Board{OnMove: onMove, layer: container.NewWithoutLayout(), target: -1, shown: map[string]int{}}
	b.row = container.New(&boardLayout{})
	b.scroll = container.NewHScroll(b.row)
	b.ExtendBaseWidget(b)
	b.SetColumns(columns)
	return b
}

// SetColumns shows other cards; each column keeps its place.
func (b *Board) SetColumns(columns []BoardColumn) {
	offsets := map[string]float32{}
	for _, v := range b.views {
		offsets[v.data.Key] = v.scroll.Offset.Y
	}
	b.columns, b.views, b.row.Objects = columns, nil, nil
	for i, c := range columns {
		v := newBoardColumn(b, i, c)
		v.scroll.Offset.Y = offsets[c.Key]
		b.views = append(b.views, v)
		b.row.Add(v)
	}
	b.Refresh()
}

// Select marks a card.
func (b *Board) Select(card string) {
	b.selected = card
	for _, v := range b.views {
		for _, c := range v.cards {
			c.Refresh()
		}
	}
}

func (b *Board) move(card *boardCard, to int) {
	if to < 0 || to >= len(b.views) || to == card.column.index || b.OnMove == nil {
		return
	}
	if b.OnMove(card.data.Key, b.views[to].data.Key) {
		b.settle(card.data, to)
	}
}

// settle puts a moved card first in its new column, unless the page has
// already shown it there.
func (b *Board) settle(d BoardCard, to int) {
	if to >= len(b.columns) {
		return
	}
	columns := append([]BoardColumn(nil), b.columns...)
	for i, c := range columns {
		for j, x := range c.Cards {
			if x.Key != d.Key {
				continue
			}
			if i == to {
				return
			}
			columns[i].Cards = append(append([]BoardCard(nil), c.Cards[:j]...), c.Cards[j+1:]...)
			columns[to].Cards = append([]BoardCard{d}, columns[to].Cards...)
			b.SetColumns(columns)
			return
		}
	}
}

// columnAt is the column at an absolute place.
func (b *Board) columnAt(at fyne.Position) int {
	for i, v := range b.views {
		if p := PositionOf(v); at.X >= p.X && at.X < p.X+v.Size().Width {
			return i
		}
	}
	return -1
}

func (b *Board) drag(card *boardCard, at fyne.Position) {
	if b.ghost == nil {
		b.ghost = newBoardCard(card.column, card.data)
		b.ghost.floating = true
		b.ghost.Resize(card.Size())
		b.layer.Objects = []fyne.CanvasObject{b.ghost}
	}
	origin := PositionOf(b)
	b.ghost.Move(at.Subtract(origin).Subtract(card.grip))
	if to := b.columnAt(at); to != b.target {
		b.target = to
		for _, v := range b.views {
			v.Refresh()
		}
	}
	b.layer.Refresh()
}

func (b *Board) drop(card *boardCard) {
	to := b.target
	b.ghost, b.target = nil, -1
	b.layer.Objects = nil
	b.layer.Refresh()
	for _, v := range b.views {
		v.Refresh()
	}
	card.Refresh()
	if to >= 0 {
		b.move(card, to)
	}
}

// focusNear gives the keyboard to the card beside.
func (b *Board) focusNear(from *boardCard, dx, dy int) {
	col, at := from.column.index, from.index
	for {
		col += dx
		if col < 0 || col >= len(b.views) {
			return
		}
		cards := b.views[col].cards
		if dx != 0 && len(cards) == 0 {
			continue
		}
		if at += dy; at < 0 || dx == 0 && at >= len(cards) {
			return
		}
		c := cards[min(at, len(cards)-1)]
		b.views[col].show(c)
		FocusOn(c)
		return
	}
}

// CreateRenderer implements fyne.Widget.
func (b *Board) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(b, []fyne.CanvasObject{b.scroll, b.layer}, func() {
		for _, v := range b.views {
			v.Refresh()
		}
	}, func() fyne.Size { return fyne.NewSize(px(240), px(160)) }, func(s fyne.Size) {
		paint.Put(b.layer, 0, 0, s.Width, s.Height)
		paint.Put(b.scroll, 0, 0, s.Width, s.Height)
		b.row.Layout.Layout(b.row.Objects, b.row.Size())
	})
}

// boardEdge is the air beside the outermost columns. It scrolls with them, so
// that the cards pass out at the edge of the page.
const boardEdge = 16

// boardLayout gives the columns equal widths.
type boardLayout struct{}

func (*boardLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(len(o))*(px(172)+12)-12+2*boardEdge, px(100))
}

func (*boardLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	n := float32(len(objects))
	if n == 0 {
		return
	}
	w := min(px(300), (s.Width-2*boardEdge-12*(n-1))/n)
	for i, o := range objects {
		paint.Put(o, boardEdge+float32(i)*(w+12), 0, w, s.Height)
	}
}

// boardColumn is a column with its heading.
type boardColumn struct {
	widget.BaseWidget
	board  *Board
	index  int
	data   BoardColumn
	ground *canvas.Rectangle
	title  *Text
	count  *Text
	note   *Text
	box    *fyne.Container
	scroll *container.Scroll
	cards  []*boardCard
}

func newBoardColumn(b *Board, i int, d BoardColumn) *boardColumn {
	v := &boardColumn{board: b, index: i, data: d, ground: paint.NewRect(8), title: NewText(d.Title, Strong), count: NewText(countLong(len(d.Cards)), Muted), note: NewText(d.Note, Muted), box: VStack(9)}
	v.note.FontSize = 12
	v.scroll = container.NewVScroll(Inset(4, 4, 8, 4, v.box))
	v.fill()
	v.ExtendBaseWidget(v)
	return v
}

func (v *boardColumn) fill() {
	show := min(len(v.data.Cards), boardStep+v.board.shown[v.data.Key])
	v.cards, v.box.Objects = nil, nil
	for i, d := range v.data.Cards[:show] {
		c := newBoardCard(v, d)
		c.index = i
		v.cards = append(v.cards, c)
		v.box.Add(c)
	}
	if rest := len(v.data.Cards) - show; rest > 0 {
		v.box.Add(NewButton("Visa fler ("+countLong(rest)+")", func() {
			v.board.shown[v.data.Key] += boardStep
			v.fill()
			v.Refresh()
		}).WithKind(Quiet))
	}
	v.box.Refresh()
}

func (v *boardColumn) show(c *boardCard) {
	y := c.Position().Y
	if y < v.scroll.Offset.Y {
		v.scroll.ScrollToOffset(fyne.NewPos(0, y))
	} else if low := y + c.Size().Height - v.scroll.Size().Height; low > v.scroll.Offset.Y {
		v.scroll.ScrollToOffset(fyne.NewPos(0, low+8))
	}
}

// CreateRenderer implements fyne.Widget.
func (v *boardColumn) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(v, []fyne.CanvasObject{v.ground, v.title, v.count, v.note, v.scroll}, func() {
		p := theme.Current()
		if v.board.target == v.index {
			paint.SetRect(v.ground, p.AccentSoft, p.Accent, 1)
		} else {
			paint.SetRect(v.ground, theme.WithAlpha(p.Background, 0), nil, 0)
		}
		v.title.Refresh()
		v.count.Refresh()
		v.note.Refresh()
	}, func() fyne.Size { return fyne.NewSize(px(186), px(100)) }, func(s fyne.Size) {
		paint.Put(v.ground, -4, -2, s.Width+8, s.Height+2)
		tw := min(v.title.MinSize().Width, s.Width*0.7)
		paint.Put(v.title, 0, 0, tw, px(24))
		cw := v.count.MinSize().Width
		paint.Put(v.count, tw+px(7), 0, cw, px(24))
		nw := max(0, min(v.note.MinSize().Width, s.Width-tw-cw-px(14)))
		paint.Put(v.note, s.Width-nw, 0, nw, px(24))
		paint.Put(v.scroll, -4, px(26), s.Width+8, max(0, s.Height-px(26)))
	})
}
