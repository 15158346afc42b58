package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// boardCard draws one card: the one that it is given to show.
type boardCard struct {
	widget.BaseWidget
	column   *boardColumn
	index    int
	data     BoardCard
	hovered  bool
	floating bool // it follows the pointer
	tipper   Tipper

	rect, bar, halo                                      *canvas.Rectangle
	ref, rank, title, subtitle, who, when, amount, flags *Text
	pill                                                 *Pill
}

var (
	_ fyne.Tappable          = (*boardCard)(nil)
	_ fyne.SecondaryTappable = (*boardCard)(nil)
	_ fyne.Draggable         = (*boardCard)(nil)
	_ desktop.Hoverable      = (*boardCard)(nil)
	_ desktop.Cursorable     = (*boardCard)(nil)
)

func newBoardCard(v *boardColumn) *boardCard {
	c := &boardCard{column: v, index: -1, rect: paint.NewRect(10), bar: paint.NewRect(1.5), halo: paint.NewRect(12), title: NewParagraph("", Strong), pill: NewPill("", Neutral)}
	c.title.MaxLines = 2
	small := func(s Style) *Text {
		t := NewText("", s)
		t.FontSize = 12
		return t
	}
	c.ref, c.rank, c.subtitle, c.who, c.when, c.flags, c.amount = small(Muted), small(Muted), small(Muted), small(Muted), small(Muted), small(Muted), NewText("", Normal)
	c.rank.Align = fyne.TextAlignTrailing
	c.tipper.Owner = c
	c.ExtendBaseWidget(c)
	return c
}

// show gives it a card to show.
func (c *boardCard) show(i int, d BoardCard) {
	if c.index == i && c.data == d {
		return
	}
	if c.data.Key != d.Key && c.hovered {
		c.hovered = false
		c.tipper.Hide()
	}
	c.index, c.data = i, d
	c.ref.Text, c.title.Text, c.subtitle.Text, c.who.Text, c.amount.Text = d.Ref, d.Title, d.Subtitle, d.Who, d.Amount
	c.rank.Text, c.rank.Style, c.when.Text, c.when.Style = d.Rank, quiet(d.RankStyle), d.When, quiet(d.WhenStyle)
	c.pill.Text, c.pill.Style = d.Pill, d.PillStyle
	c.flags.Text, c.flags.Style = d.Flags, quiet(d.FlagsStyle)
	c.Refresh()
}

// quiet is the style of a small text that says nothing more.
func quiet(s Style) Style {
	if s == Normal {
		return Muted
	}
	return s
}

// Lengths in a card, at 100 % text size.
const (
	cardPad  = 11
	cardLine = 18
)

// apart tells whether two texts of a size are too wide for one line of a card.
func apart(width, size float32, a, b string, air float32) bool {
	return a != "" && b != "" && paint.TextWidth(a, px(size), false)+paint.TextWidth(b, px(size), false)+px(air) > width-2*px(cardPad)
}

// loose tells whether who and when stand on two lines, heavy whether the amount and the
// pill do.
func (d BoardCard) loose(width float32) bool { return apart(width, 12, d.Who, d.When, 10) }
func (d BoardCard) heavy(width float32) bool { return apart(width, 13, d.Amount, d.Pill, 26) }

// height is how high a card is at a width.
func (d BoardCard) height(width float32) float32 {
	h := 2*px(9) + paint.LineHeight(theme.TextSize)*float32(len(paint.Wrap(d.Title, width-2*px(cardPad), px(theme.TextSize), true, 2)))
	for _, s := range []string{d.Ref + d.Rank, d.Subtitle, d.Flags} {
		if s != "" {
			h += px(cardLine)
		}
	}
	if d.Who != "" || d.When != "" {
		h += px(cardLine)
		if d.loose(width) {
			h += px(cardLine)
		}
	}
	if d.Amount != "" || d.Pill != "" {
		h += px(24)
		if d.heavy(width) {
			h += px(21)
		}
	}
	return h
}

// label is the card read out.
func (d BoardCard) label() string {
	var said []string
	for _, s := range []string{d.Title, d.Ref, d.Rank, d.Subtitle, d.Who, d.When, d.Flags, d.Amount, d.Pill} {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, ", ")
}

// Tapped opens the card.
func (c *boardCard) Tapped(*fyne.PointEvent) {
	b := c.column.board
	c.tipper.Hide()
	b.take()
	b.put(c.column.index, c.index)
	if b.OnOpen != nil {
		b.OnOpen(b.cursor.card)
	}
}

// TappedSecondary opens the card's menu.
func (c *boardCard) TappedSecondary(e *fyne.PointEvent) {
	b := c.column.board
	c.tipper.Hide()
	b.take()
	b.put(c.column.index, c.index)
	if b.OnMenu != nil {
		b.OnMenu(c.data.Key, e.AbsolutePosition)
	}
}

// Dragged lifts the card and lets it follow the pointer.
func (c *boardCard) Dragged(e *fyne.DragEvent) { c.column.board.dragged(c, e) }

// DragEnd drops it.
func (c *boardCard) DragEnd() { c.column.board.dropped() }

// MouseIn marks the card as pointed at.
func (c *boardCard) MouseIn(e *desktop.MouseEvent) {
	if c.column.board.drag != nil {
		return
	}
	c.hovered = true
	if tip := c.column.board.Tip; tip != nil {
		c.tipper.Rest(tip(c.data.Key), e.AbsolutePosition)
	}
	c.shade()
}

// MouseMoved keeps the tooltip near the pointer.
func (c *boardCard) MouseMoved(e *desktop.MouseEvent) { c.tipper.Move(e.AbsolutePosition) }

// MouseOut undoes MouseIn.
func (c *boardCard) MouseOut() {
	c.hovered = false
	c.tipper.Hide()
	c.shade()
}

// Cursor shows that it can be clicked.
func (c *boardCard) Cursor() desktop.Cursor { return desktop.PointerCursor }

// shade gives it its ground: it is held, open, at the cursor or pointed at.
func (c *boardCard) shade() {
	b, p := c.column.board, theme.Current()
	at := b.cursor.card == c.data.Key && b.cursor.card != ""
	open := b.open == c.data.Key && b.open != "" && !c.floating
	fill, border := p.Surface, p.Hairline
	switch {
	case open:
		fill, border = p.Selected, p.Accent
	case at && b.focused:
		border = p.Accent
	case c.hovered:
		border = p.Border
	}
	c.rect.Shadow = canvas.Shadow{}
	if c.floating {
		border = p.Accent
		c.rect.Shadow = canvas.Shadow{Color: p.Shadow, BlurRadius: 16, Offset: fyne.NewPos(0, 6)}
	} else if b.drag != nil && !b.drag.cancelled && b.drag.card.Key == c.data.Key {
		fill = p.Background // its place while it is held
	}
	paint.SetRect(c.rect, fill, border, 1)
	paint.SetRect(c.bar, p.Accent, nil, 0)
	c.bar.Hidden = !open
	paint.SetHalo(c.halo, at && b.focused && b.ring && !c.floating)
}

// CreateRenderer implements fyne.Widget.
func (c *boardCard) CreateRenderer() fyne.WidgetRenderer {
	texts := []*Text{c.ref, c.rank, c.title, c.subtitle, c.who, c.when, c.flags, c.amount}
	return paint.Render(c, []fyne.CanvasObject{c.halo, c.rect, c.bar, c.ref, c.rank, c.title, c.subtitle, c.who, c.when, c.flags, c.amount, c.pill}, func() {
		for _, t := range texts {
			t.Refresh()
		}
		c.pill.Refresh()
		c.shade()
	}, func() fyne.Size { return fyne.NewSize(px(100), px(40)) }, c.lay)
}

func (c *boardCard) lay(s fyne.Size) {
	d := c.data
	paint.Put(c.rect, 0, 0, s.Width, s.Height)
	paint.Put(c.bar, 1, px(9), 3, max(0, s.Height-2*px(9)))
	paint.Put(c.halo, -3, -3, s.Width+6, s.Height+6)
	x, y, w := px(cardPad), px(9), s.Width-2*px(cardPad)
	line := func(t fyne.CanvasObject, at, width, height float32) { paint.Put(t, at, y, max(0, width), height) }
	rank := min(w, paint.TextWidth(d.Rank, px(12), false)+1)
	line(c.ref, x, w-rank-px(6), px(cardLine))
	if line(c.rank, x+w-rank, rank, px(cardLine)); d.Ref+d.Rank != "" {
		y += px(cardLine)
	}
	th := c.title.HeightAt(w)
	line(c.title, x, w, th)
	y += th
	line(c.subtitle, x, w, px(cardLine))
	if d.Subtitle != "" {
		y += px(cardLine)
	}
	when := min(w, paint.TextWidth(d.When, px(12), false)+1)
	switch {
	case d.loose(s.Width):
		line(c.when, x, w, px(cardLine))
		y += px(cardLine)
		line(c.who, x, w, px(cardLine))
		y += px(cardLine)
	case d.Who != "" || d.When != "":
		line(c.when, x, when, px(cardLine))
		if line(c.who, x, w, px(cardLine)); d.When != "" {
			line(c.who, x+when+px(10), w-when-px(10), px(cardLine))
		}
		y += px(cardLine)
	}
	if line(c.flags, x, w, px(cardLine)); d.Flags != "" {
		y += px(cardLine)
	}
	y += px(4)
	pw := min(pillSize(d.Pill).Width, w)
	if d.heavy(s.Width) {
		line(c.amount, x, w, px(20))
		y += px(21)
		line(c.pill, x, pw, px(20))
		return
	}
	line(c.amount, x, w-pw-px(6), px(20))
	line(c.pill, x+w-pw, pw, px(20))
}

// AccessibilityLabel reads the card.
func (c *boardCard) AccessibilityLabel() string { return c.data.label() }

// AccessibilityRole is button.
func (c *boardCard) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
