package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Pill is a word on a tinted ground.
type Pill struct {
	widget.BaseWidget
	Text  string
	Style Style

	rect  *canvas.Rectangle
	label *canvas.Text
}

var _ fyne.Widget = (*Pill)(nil)

// NewPill makes a pill.
func NewPill(text string, style Style) *Pill {
	p := &Pill{Text: text, Style: style}
	p.ExtendBaseWidget(p)
	return p
}

// Set changes the word and its meaning; an empty word hides the pill.
func (p *Pill) Set(text string, style Style) {
	p.Text, p.Style = text, style
	p.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (p *Pill) CreateRenderer() fyne.WidgetRenderer {
	p.rect, p.label = paint.NewRect(10), paint.NewText(12, false)
	p.label.Alignment = fyne.TextAlignCenter
	return paint.Render(p, []fyne.CanvasObject{p.rect, p.label}, func() {
		t := p.Style.Tone()
		paint.SetRect(p.rect, t.Ground, nil, 0)
		if theme.Current().High {
			paint.SetRect(p.rect, t.Ground, t.Text, 1)
		}
		paint.SetText(p.label, p.Text, 12, t.Text)
		p.rect.Hidden = p.Text == ""
	}, func() fyne.Size { return pillSize(p.Text) }, func(s fyne.Size) {
		h := pillSize("x").Height
		p.rect.CornerRadius = h / 2
		w := min(s.Width, pillSize(p.Text).Width)
		paint.Put(p.rect, 0, (s.Height-h)/2, w, h)
		paint.Put(p.label, 0, (s.Height-h)/2, w, h-px(1))
		p.label.Text = paint.Fit(p.Text, w-px(10), px(12), false)
	})
}

func pillSize(text string) fyne.Size {
	h := float32(int(px(19)))
	if text == "" {
		return fyne.NewSize(0, h)
	}
	return fyne.NewSize(paint.TextWidth(text, px(12), false)+px(18), h)
}

// Chip is a chosen filter that can be tapped and removed.
type Chip struct {
	Control
	Text     string
	OnRemove func()

	rect, halo *canvas.Rectangle
	label      *canvas.Text
	cross      *canvas.Image
}

var _ fyne.Widget = (*Chip)(nil)

// NewChip makes a chip; onTap may be nil, and so may onRemove for a chip that
// stays.
func NewChip(text string, onTap, onRemove func()) *Chip {
	c := &Chip{Text: text, OnRemove: onRemove}
	c.Extend(c, onTap)
	c.onKey = func(e *fyne.KeyEvent) bool {
		if (e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace) && c.OnRemove != nil {
			c.OnRemove()
			return true
		}
		return false
	}
	return c
}

// Tapped removes when the cross was hit.
func (c *Chip) Tapped(e *fyne.PointEvent) {
	if c.OnRemove != nil && (c.onTap == nil || e.Position.X > c.Size().Width-px(22)) {
		c.tipper.Hide()
		c.OnRemove()
		return
	}
	c.Control.Tapped(e)
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.rect, c.halo, c.label, c.cross = paint.NewRect(11), paint.NewRect(13), paint.NewText(12, false), paint.NewIcon()
	return paint.Render(c, []fyne.CanvasObject{c.halo, c.rect, c.label, c.cross}, func() {
		t := Accent.Tone()
		fill := t.Ground
		paint.SetRect(c.rect, fill, t.Text, 0)
		if c.hovered || theme.Current().High {
			paint.SetRect(c.rect, fill, t.Text, 1)
		}
		paint.SetHalo(c.halo, c.ring)
		paint.SetText(c.label, c.Text, 12, t.Text)
		cross := ""
		if c.OnRemove != nil {
			cross = "x"
		}
		paint.SetIcon(c.cross, cross, t.Text)
	}, func() fyne.Size {
		w := paint.TextWidth(c.Text, px(12), false) + px(20)
		if c.OnRemove != nil {
			w += px(14)
		}
		return fyne.NewSize(w, px(23))
	}, func(s fyne.Size) {
		h := px(23)
		y := (s.Height - h) / 2
		c.rect.CornerRadius, c.halo.CornerRadius = h/2, h/2+3
		paint.Put(c.rect, 0, y, s.Width, h)
		paint.Put(c.halo, -3, y-3, s.Width+6, h+6)
		w := s.Width - px(20)
		if c.OnRemove != nil {
			w -= px(14)
		}
		c.label.Text = paint.Fit(c.Text, w+1, px(12), false)
		c.Cuts(c.Text, c.label.Text)
		paint.Put(c.label, px(10), y, w, h-px(1))
		paint.Put(c.cross, s.Width-px(20), y+(h-px(12))/2, px(12), px(12))
	})
}
