package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Banner is a message within a page, with something to do about it.
type Banner struct {
	widget.BaseWidget
	Style Style // Info, Warn, Bad or Good

	across bool
	rect   *canvas.Rectangle
	icon   *canvas.Image
	text   *Text
	action *Button
	close  *Button
}

var _ fyne.Widget = (*Banner)(nil)

// NewBanner makes a banner; action may be empty.
func NewBanner(style Style, text, action string, onAction func()) *Banner {
	b := &Banner{Style: style, rect: paint.NewRect(8), icon: paint.NewIcon(), text: NewParagraph(text, Normal)}
	b.text.Colour = func() color.NRGBA { return b.Style.Tone().Text }
	if action != "" {
		b.action = NewButton(action, onAction)
		b.action.Compact = true
	}
	b.ExtendBaseWidget(b)
	return b
}

// Across makes the banner reach from edge to edge, with a line to what is below.
func (b *Banner) Across() *Banner {
	b.across, b.rect.CornerRadius = true, 0
	return b
}

// Closable adds a cross that calls onClose.
func (b *Banner) Closable(onClose func()) *Banner {
	b.close = NewIconButton("x", "Stäng", onClose)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{b.rect, b.icon, b.text}
	if b.action != nil {
		objects = append(objects, b.action)
	}
	if b.close != nil {
		objects = append(objects, b.close)
	}
	side := func() (w float32) {
		if b.action != nil {
			w += b.action.MinSize().Width + px(12)
		}
		if b.close != nil {
			w += px(30)
		}
		return w
	}
	// A wide action stands under the text where there is no room beside it.
	under := func(width float32) bool {
		return b.action != nil && width < px(430) && paint.TextWidth(b.text.Text, px(13), false) > width-side()-px(50)
	}
	return paint.Render(b, objects, func() {
		t := b.Style.Tone()
		paint.SetRect(b.rect, t.Ground, nil, 0)
		icon := "info"
		switch b.Style {
		case Warn, Bad:
			icon = "triangle-alert"
		case Good:
			icon = "circle-check"
		}
		paint.SetIcon(b.icon, icon, t.Text)
		b.text.Refresh()
	}, func() fyne.Size {
		h := b.text.MinSize().Height + px(18)
		if b.action != nil {
			if under(b.Size().Width) {
				h += b.action.MinSize().Height + px(6)
			} else {
				h = max(h, b.action.MinSize().Height+px(12))
			}
		}
		return fyne.NewSize(px(160), h)
	}, func(s fyne.Size) {
		foot := float32(0)
		if b.across {
			foot = 1
		}
		paint.Put(b.rect, 0, 0, s.Width, s.Height-foot)
		paint.Put(b.icon, px(12), px(11), px(16), px(16))
		w := s.Width - px(36) - px(12)
		if b.close != nil {
			w -= px(30)
			paint.Put(b.close, s.Width-px(32), px(6), px(26), px(26))
		}
		if b.action == nil {
			b.text.Resize(fyne.NewSize(w, s.Height-px(18)))
			paint.Put(b.text, px(36), px(9), w, s.Height-px(18))
			return
		}
		m := b.action.MinSize()
		if under(s.Width) {
			b.text.Resize(fyne.NewSize(w, 0))
			h := b.text.MinSize().Height
			paint.Put(b.text, px(36), px(9), w, h)
			paint.Put(b.action, px(36), px(9)+h+px(6), m.Width, m.Height)
			return
		}
		x := s.Width - m.Width - px(10)
		if b.close != nil {
			x -= px(28)
		}
		w = x - px(12) - px(36)
		b.text.Resize(fyne.NewSize(w, 0))
		h := b.text.MinSize().Height
		paint.Put(b.text, px(36), (s.Height-h)/2, w, h)
		paint.Put(b.action, x, (s.Height-m.Height)/2, m.Width, m.Height)
	})
}

// Empty tells why a page is empty and offers the first step.
type Empty struct {
	widget.BaseWidget
	ring          *canvas.Circle
	icon          *canvas.Image
	name          string
	heading, text *Text
	buttons       *fyne.Container
}

var _ fyne.Widget = (*Empty)(nil)

// NewEmpty makes an empty state with up to two buttons.
func NewEmpty(icon, heading, text string, buttons ...fyne.CanvasObject) *Empty {
	e := &Empty{name: icon, icon: paint.NewIcon(), ring: canvas.NewCircle(nil), heading: NewHeading(heading, 2), text: NewParagraph(text, Muted), buttons: HStack(10, buttons...)}
	e.heading.Align, e.text.Align = fyne.TextAlignCenter, fyne.TextAlignCenter
	e.ExtendBaseWidget(e)
	return e
}

// SetText changes heading and text.
func (e *Empty) SetText(heading, text string) {
	e.heading.SetText(heading)
	e.text.SetText(text)
	e.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (e *Empty) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(e, []fyne.CanvasObject{e.ring, e.icon, e.heading, e.text, e.buttons}, func() {
		p := theme.Current()
		e.ring.FillColor = p.AccentSoft
		paint.SetIcon(e.icon, e.name, p.Accent)
	}, func() fyne.Size {
		h := px(56+14+30+16) + e.text.MinSize().Height
		if len(e.buttons.Objects) > 0 {
			h += px(18) + e.buttons.MinSize().Height
		}
		return fyne.NewSize(max(px(240), e.buttons.MinSize().Width), h)
	}, func(s fyne.Size) {
		w := min(s.Width-px(32), px(420))
		e.text.Resize(fyne.NewSize(w, 0))
		th := e.text.MinSize().Height
		bm := e.buttons.MinSize()
		total := px(56) + px(14) + px(24) + px(6) + th + px(18) + bm.Height
		y := max(px(8), (s.Height-total)*0.42)
		d := px(56)
		paint.Put(e.ring, (s.Width-d)/2, y, d, d)
		i := px(26)
		paint.Put(e.icon, (s.Width-i)/2, y+(d-i)/2, i, i)
		y += d + px(14)
		paint.Put(e.heading, (s.Width-w)/2, y, w, px(24))
		y += px(30)
		paint.Put(e.text, (s.Width-w)/2, y, w, th)
		y += th + px(18)
		paint.Put(e.buttons, (s.Width-bm.Width)/2, y, bm.Width, bm.Height)
	})
}
