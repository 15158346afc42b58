package widgets

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
)

// boardCards is a column's cards under each other. Only those in view are drawn, by the
// same few widgets.
type boardCards struct {
	widget.BaseWidget
	column   *boardColumn
	measured float32   // the width that tops are for; 0: none
	scale    float32   // and the text size
	tops     []float32 // where each card begins, and then where the last one ends
	stale    bool      // there are other cards
	heights  map[string]boardHeight
	drawn    []*boardCard
	spare    []*boardCard
}

var _ fyne.Scrollable = (*boardCards)(nil)

// boardHeight is how high a card is, as long as it says the same.
type boardHeight struct {
	card BoardCard
	h    float32
}

const (
	cardsAir = 4 // around the cards, for the ring of the cursor's
	cardsGap = 8
)

func newBoardCards(v *boardColumn) *boardCards {
	l := &boardCards{column: v}
	l.ExtendBaseWidget(l)
	return l
}

func (l *boardCards) width() float32 { return l.column.BaseWidget.Size().Width }

// measure works out how high the cards are at the width they have.
func (l *boardCards) measure() {
	w := l.width()
	same := l.measured == w && l.scale == px(1)
	if same && !l.stale {
		return
	}
	was := l.heights
	if !same {
		was = nil
	}
	l.measured, l.scale, l.stale = w, px(1), false
	l.tops, l.heights = append(l.tops[:0], cardsAir), make(map[string]boardHeight, len(l.column.data.Cards))
	for _, d := range l.column.data.Cards {
		now := was[d.Key]
		if now.card != d || now.h == 0 {
			now = boardHeight{d, d.height(w)}
		}
		l.heights[d.Key] = now
		l.tops = append(l.tops, l.tops[len(l.tops)-1]+now.h+cardsGap)
	}
	for _, c := range l.drawn {
		c.index = -1
	}
}

// span is where a card begins and ends.
func (l *boardCards) span(row int) (top, bottom float32) {
	l.measure()
	if row+1 >= len(l.tops) {
		return 0, 0
	}
	return l.tops[row], l.tops[row+1] - cardsGap
}

// bind draws the cards in view.
func (l *boardCards) bind() {
	if l.column.folded || l.width() == 0 {
		return
	}
	l.measure()
	cards, view := l.column.data.Cards, l.column.scroll.Size().Height
	off := max(0, min(l.column.scroll.Offset.Y, l.tops[len(cards)]-view))
	first := max(0, sort.Search(len(cards), func(i int) bool { return l.tops[i+1] > off }))
	end := sort.Search(len(cards), func(i int) bool { return l.tops[i] >= off+view })
	var keep []*boardCard
	have := map[string]*boardCard{}
	for _, c := range l.drawn {
		if c.index = l.row(c, first, end); c.index >= 0 {
			have[c.data.Key] = c
		} else {
			l.spare = append(l.spare, c)
		}
	}
	for i := first; i < end; i++ {
		c := have[cards[i].Key]
		if c == nil {
			c = l.take()
		}
		c.show(i, cards[i])
		top, bottom := l.span(i)
		paint.Put(c, cardsAir, top, l.width(), bottom-top)
		keep = append(keep, c)
	}
	l.drawn = keep
	canvas.Refresh(l)
}

// row is where a drawn card's data stands now, among those in view; −1 for none.
func (l *boardCards) row(c *boardCard, first, end int) int {
	cards := l.column.data.Cards
	if i := c.index; i >= first && i < end && i < len(cards) && cards[i].Key == c.data.Key {
		return i
	}
	for i := first; i < end; i++ {
		if cards[i].Key == c.data.Key {
			return i
		}
	}
	return -1
}

// take is a card that isn't drawn.
func (l *boardCards) take() *boardCard {
	if n := len(l.spare); n > 0 {
		c := l.spare[n-1]
		l.spare = l.spare[:n-1]
		return c
	}
	return newBoardCard(l.column)
}

// shade shows where the cursor is.
func (l *boardCards) shade() {
	for _, c := range l.drawn {
		c.shade()
	}
}

// Scrolled scrolls what the pointer is over.
func (l *boardCards) Scrolled(e *fyne.ScrollEvent) { l.column.board.wheel(l.column, e) }

// CreateRenderer implements fyne.Widget.
func (l *boardCards) CreateRenderer() fyne.WidgetRenderer {
	return paint.RenderFunc(l, func() []fyne.CanvasObject {
		o := make([]fyne.CanvasObject, len(l.drawn))
		for i, c := range l.drawn {
			o[i] = c
		}
		return o
	}, func() {}, func() fyne.Size {
		if l.width() == 0 {
			return fyne.NewSize(px(100), 0)
		}
		l.measure()
		return fyne.NewSize(px(100), l.tops[len(l.tops)-1]-cardsGap+cardsAir)
	}, func(fyne.Size) { l.bind() })
}
