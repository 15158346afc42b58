package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// ButtonKind is how much a button asks for attention.
type ButtonKind uint8

// The kinds: a page has at most one primary button.
const (
	Secondary ButtonKind = iota
	Primary
	Quiet
	Danger
)

// Button is a button with a text, an icon or both.
type Button struct {
	Control
	Text    string
	Icon    string
	Kind    ButtonKind
	Menu    bool // shows a small arrow: it opens a menu
	Compact bool // lower, for toolbars and rows
	Toggled bool // looks pressed

	rect, halo *canvas.Rectangle
	label      *canvas.Text
	icon       *canvas.Image
	arrow      *canvas.Image
}

var _ fyne.Widget = (*Button)(nil)

// NewButton is a secondary button; set Kind for another.
func NewButton(text string, onTap func()) *Button {
	b := &Button{Text: text}
	b.Extend(b, onTap)
	return b
}

// NewPrimary is the page's main button.
func NewPrimary(text string, onTap func()) *Button {
	b := NewButton(text, onTap)
	b.Kind = Primary
	return b
}

// NewIconButton is a quiet button with only an icon; tip says what it does.
func NewIconButton(icon, tip string, onTap func()) *Button {
	b := NewButton("", onTap)
	b.Icon, b.Kind, b.Compact = icon, Quiet, true
	b.SetTip(tip)
	return b
}

// WithIcon sets the icon and returns the button.
func (b *Button) WithIcon(icon string) *Button { b.Icon = icon; b.Refresh(); return b }

// WithKind sets the kind and returns the button.
func (b *Button) WithKind(k ButtonKind) *Button { b.Kind = k; b.Refresh(); return b }

// WithTip sets the tooltip, with the shortcut after it when there is one.
func (b *Button) WithTip(tip, shortcut string) *Button {
	if shortcut != "" {
		tip += "  (" + shortcut + ")"
	}
	b.SetTip(tip)
	return b
}

// SetText changes the text.
func (b *Button) SetText(s string) {
	if b.Text != s {
		b.Text = s
		b.Refresh()
	}
}

// OnTapped changes what the button does.
func (b *Button) OnTapped(f func()) { b.onTap = f }

func (b *Button) height() float32 {
	if b.Compact {
		return px(27)
	}
	return px(33)
}

func (b *Button) colours() (fill, stroke, text color.NRGBA) {
	p := theme.Current()
	none := color.NRGBA{}
	fill, stroke, text = p.Surface, p.Border, p.Text
	switch b.Kind {
	case Primary:
		fill, stroke, text = p.AccentFill, p.Edge, p.OnAccent
		if b.hovered {
			fill = p.AccentHover
		}
	case Danger:
		fill, stroke, text = p.DangerFill, p.Edge, p.OnAccent
		if b.hovered {
			fill = p.DangerHover
		}
	case Quiet:
		fill, stroke, text = none, p.Edge, p.TextMuted
		if b.Text != "" {
			text = p.Accent
		}
		if b.hovered {
			fill = p.Hover
		}
		if b.hovered && b.Text == "" {
			text = p.Text
		}
		if b.Toggled {
			fill, text = p.AccentSoft, p.Accent
		}
	default:
		if b.hovered {
			fill = p.Hover
		}
		if b.Toggled {
			fill, stroke, text = p.AccentSoft, p.Accent, p.Accent
		}
	}
	if b.disabled {
		text = p.Disabled
		if b.Kind == Quiet {
			return none, none, text
		}
		return p.Pressed, none, text
	}
	return fill, stroke, text
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.rect, b.halo, b.label, b.icon, b.arrow = paint.NewRect(8), paint.NewRect(10), paint.NewText(13, true), paint.NewIcon(), paint.NewIcon()
	b.label.Alignment = fyne.TextAlignCenter
	return paint.Render(b, []fyne.CanvasObject{b.halo, b.rect, b.icon, b.label, b.arrow}, b.paint, b.least, b.lay)
}

func (b *Button) paint() {
	fill, stroke, text := b.colours()
	w := float32(1)
	if stroke.A == 0 {
		w = 0
	}
	paint.SetRect(b.rect, fill, stroke, w)
	paint.SetHalo(b.halo, b.ring)
	paint.SetText(b.label, b.Text, 13, text)
	b.label.TextStyle.Bold = b.Kind == Primary || b.Kind == Danger || b.Kind == Quiet && b.Toggled
	paint.SetIcon(b.icon, b.Icon, text)
	arrow := ""
	if b.Menu {
		arrow = "chevron-down"
	}
	paint.SetIcon(b.arrow, arrow, text)
}

func (b *Button) textWidth() float32 {
	return float32(int(paint.TextWidth(b.Text, px(13), true) + 1))
}

func (b *Button) least() fyne.Size {
	h := b.height()
	if b.Text == "" {
		w := h
		if b.Menu {
			w += px(12)
		}
		return fyne.NewSize(w, h)
	}
	air := px(14)
	if b.Compact || b.Kind == Quiet {
		air = px(9)
	}
	w := b.textWidth() + 2*air
	if b.Icon != "" {
		w += px(22)
	}
	if b.Menu {
		w += px(16)
	}
	return fyne.NewSize(w, h)
}

func (b *Button) lay(s fyne.Size) {
	paint.Put(b.rect, 0, 0, s.Width, s.Height)
	paint.Put(b.halo, -3, -3, s.Width+6, s.Height+6)
	i := px(16)
	w := float32(0)
	if b.Text != "" {
		w = b.textWidth()
	}
	total := w
	if b.Icon != "" {
		total += i
		if b.Text != "" {
			total += px(6)
		}
	}
	if b.Menu {
		total += px(15)
	}
	x := (s.Width - total) / 2
	if b.Icon != "" {
		paint.Put(b.icon, x, (s.Height-i)/2, i, i)
		x += i + px(6)
	}
	paint.Put(b.label, x, 0, w, s.Height)
	if b.Menu {
		paint.Put(b.arrow, s.Width-(s.Width-total)/2-px(12), (s.Height-px(13))/2, px(13), px(13))
	}
}

// AccessibilityLabel is the text, or the tooltip when there is none.
func (b *Button) AccessibilityLabel() string {
	if b.Text == "" {
		return b.tip
	}
	return b.Text
}

// AccessibilityRole is button.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
