package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// boardCard is one card on the board.
type boardCard struct {
	Control
	column   *boardColumn
	index    int
	data     BoardCard
	grip     fyne.Position // where it is held
	dragging bool
	floating bool

	rect, halo              *canvas.Rectangle
	title, subtitle, amount *Text
	pill                    *Pill
}

var (
	_ fyne.Draggable    = (*boardCard)(nil)
	_ fyne.Shortcutable = (*boardCard)(nil)
)

func newBoardCard(v *boardColumn, d BoardCard) *boardCard {
	c := &boardCard{column: v, data: d, rect: paint.NewRect(10), halo: paint.NewRect(12), title: NewParagraph(d.Title, Strong), subtitle: NewText(d.Subtitle, Muted), amount: NewText(d.Amount, Normal), pill: NewPill(d.Pill, d.PillStyle)}
	c.title.MaxLines = 3
	b := v.board
	c.Extend(c, func() {
		b.Select(d.Key)
		if b.OnSelect != nil {
			b.OnSelect(d.Key)
		} else if b.OnOpen != nil {
			b.OnOpen(d.Key)
		}
	})
	c.onKey = func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyUp:
			b.focusNear(c, 0, -1)
		case fyne.KeyDown:
			b.focusNear(c, 0, 1)
		case fyne.KeyLeft:
			b.focusNear(c, -1, 0)
		case fyne.KeyRight:
			b.focusNear(c, 1, 0)
		case fyne.KeyReturn, fyne.KeyEnter:
			if b.OnOpen == nil {
				return false
			}
			b.OnOpen(d.Key)
		default:
			return false
		}
		return true
	}
	return c
}

// TypedShortcut moves the card with Alt and an arrow.
func (c *boardCard) TypedShortcut(s fyne.Shortcut) {
	k, ok := s.(*desktop.CustomShortcut)
	if !ok || k.Modifier != fyne.KeyModifierAlt {
		return
	}
	switch k.KeyName {
	case fyne.KeyLeft:
		c.column.board.move(c, c.column.index-1)
	case fyne.KeyRight:
		c.column.board.move(c, c.column.index+1)
	}
}

// TappedSecondary opens the card's menu.
func (c *boardCard) TappedSecondary(e *fyne.PointEvent) {
	b := c.column.board
	b.Select(c.data.Key)
	if b.OnMenu != nil {
		b.OnMenu(c.data.Key, e.AbsolutePosition)
	}
}

// Dragged lifts the card and lets it follow the pointer.
func (c *boardCard) Dragged(e *fyne.DragEvent) {
	if c.column.board.OnMove == nil {
		return
	}
	if !c.dragging {
		c.dragging = true
		c.grip = e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY)
		c.tipper.Hide()
		c.Refresh()
	}
	c.column.board.drag(c, e.AbsolutePosition)
}

// DragEnd drops the card.
func (c *boardCard) DragEnd() {
	if c.dragging {
		c.dragging = false
		c.column.board.drop(c)
	}
}

func (c *boardCard) stacked(width float32) bool {
	return c.data.Amount != "" && c.data.Pill != "" && paint.TextWidth(c.data.Amount, px(13), false)+pillSize(c.data.Pill).Width > width-px(30)
}

// CreateRenderer implements fyne.Widget.
func (c *boardCard) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(c, []fyne.CanvasObject{c.halo, c.rect, c.title, c.subtitle, c.amount, c.pill}, func() {
		p := theme.Current()
		border := p.Hairline
		switch {
		case c.column.board.selected == c.data.Key:
			border = p.Accent
		case c.hovered:
			border = p.Border
		}
		fill := p.Surface
		c.rect.Shadow = canvas.Shadow{}
		if c.floating {
			c.rect.Shadow = canvas.Shadow{Color: p.Shadow, BlurRadius: 16, Offset: fyne.NewPos(0, 6)}
		}
		if c.dragging {
			fill = p.Background
		}
		paint.SetRect(c.rect, fill, border, 1)
		paint.SetHalo(c.halo, c.ring)
		for _, t := range []*Text{c.title, c.subtitle, c.amount} {
			t.Refresh()
		}
		c.pill.Refresh()
	}, func() fyne.Size {
		w := c.Size().Width
		if w == 0 {
			w = px(186)
		}
		c.title.Resize(fyne.NewSize(w-px(24), c.title.Size().Height))
		h := px(20) + c.title.MinSize().Height
		if c.data.Subtitle != "" {
			h += px(20)
		}
		if c.data.Amount != "" || c.data.Pill != "" {
			h += px(27)
			if c.stacked(w) {
				h += px(22)
			}
		}
		return fyne.NewSize(px(120), h)
	}, func(s fyne.Size) {
		paint.Put(c.rect, 0, 0, s.Width, s.Height)
		paint.Put(c.halo, -3, -3, s.Width+6, s.Height+6)
		x, w := px(12), s.Width-px(24)
		y := px(10)
		c.title.Resize(fyne.NewSize(w, c.title.Size().Height))
		th := c.title.MinSize().Height
		paint.Put(c.title, x, y, w, th)
		y += th
		if c.data.Subtitle != "" {
			paint.Put(c.subtitle, x, y+px(1), w, px(19))
			y += px(20)
		}
		y += px(5)
		pw := min(pillSize(c.data.Pill).Width, w)
		if c.stacked(s.Width) {
			paint.Put(c.amount, x, y, w, px(20))
			y += px(22)
		} else {
			paint.Put(c.amount, x, y, max(0, w-pw-px(6)), px(20))
		}
		paint.Put(c.pill, x+w-pw, y, pw, px(20))
	})
}

// AccessibilityLabel reads the card.
func (c *boardCard) AccessibilityLabel() string {
	return c.data.Title + ", " + c.data.Subtitle + ", " + c.data.Amount + ", " + c.data.Pill
}

// AccessibilityRole is button.
func (c *boardCard) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func countLong(n int) string { return strconv.Itoa(n) }
