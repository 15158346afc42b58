package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Card is a rounded surface with a title, what is in it and, at the right of
// the title, something to do.
type Card struct {
	widget.BaseWidget
	rect  *canvas.Rectangle
	inner fyne.CanvasObject
}

var _ fyne.Widget = (*Card)(nil)

// NewCard makes a card; title may be empty, actions stand at its right.
func NewCard(title, subtitle string, content fyne.CanvasObject, actions ...fyne.CanvasObject) *Card {
	c := &Card{rect: paint.NewRect(10)}
	if content == nil {
		content = VStack(0)
	}
	if title == "" && subtitle == "" && len(actions) == 0 {
		c.inner = Pad(14, content)
	} else {
		head := container.New(&cardHead{}, NewText(title, Strong), NewParagraph(subtitle, Muted), HStack(6, actions...))
		c.inner = Inset(12, 16, 14, 16, VStack(6, head, Grow(content)))
	}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(c, []fyne.CanvasObject{c.rect, c.inner}, func() {
		p := theme.Current()
		paint.SetRect(c.rect, p.Surface, p.Hairline, 1)
	}, func() fyne.Size { return c.inner.MinSize() }, func(s fyne.Size) {
		paint.Put(c.rect, 0, 0, s.Width, s.Height)
		paint.Put(c.inner, 0, 0, s.Width, s.Height)
	})
}

// KeyFigure is a card with one large number that opens the list behind it.
type KeyFigure struct {
	Control
	Label, Value, Note string
	NoteStyle          Style

	rect, halo         *canvas.Rectangle
	label, value, note *canvas.Text
}

var _ fyne.Widget = (*KeyFigure)(nil)

// NewKeyFigure makes a key figure; onTap may be nil.
func NewKeyFigure(label, value, note string, style Style, onTap func()) *KeyFigure {
	k := &KeyFigure{Label: label, Value: value, Note: note, NoteStyle: style}
	k.Extend(k, onTap)
	return k
}

// CreateRenderer implements fyne.Widget.
func (k *KeyFigure) CreateRenderer() fyne.WidgetRenderer {
	k.rect, k.halo = paint.NewRect(10), paint.NewRect(12)
	k.label, k.value, k.note = paint.NewText(13, false), paint.NewText(26, true), paint.NewText(13, false)
	k.value.FontSource = theme.BoldFont()
	return paint.Render(k, []fyne.CanvasObject{k.halo, k.rect, k.label, k.value, k.note}, func() {
		p := theme.Current()
		border := p.Hairline
		switch {
		case k.onTap == nil:
		case k.hovered:
			border = p.Accent
		case p.High:
			border = p.Edge
		}
		paint.SetRect(k.rect, p.Surface, border, 1)
		paint.SetHalo(k.halo, k.ring)
		paint.SetText(k.label, k.Label, 13, p.TextMuted)
		paint.SetText(k.value, k.Value, 26, p.Text)
		style := k.NoteStyle
		if style == Normal {
			style = Muted
		}
		paint.SetText(k.note, k.Note, 13, style.Colour())
	}, func() fyne.Size { return fyne.NewSize(px(150), px(100)) }, func(s fyne.Size) {
		paint.Put(k.rect, 0, 0, s.Width, s.Height)
		paint.Put(k.halo, -3, -3, s.Width+6, s.Height+6)
		w := s.Width - px(32)
		k.label.Text = paint.Fit(k.Label, w, px(13), false)
		size := float32(26)
		for size > 15 && paint.TextWidth(k.Value, px(size+1), true) > w { // a number is never cut where it can be smaller
			size--
		}
		k.value.TextSize = px(size)
		k.value.Text = paint.Fit(k.Value, w, px(size+1), true)
		k.note.Text = paint.Fit(k.Note, w, px(13), false)
		k.Cuts(k.Label, k.label.Text, k.Value, k.value.Text, k.Note, k.note.Text)
		paint.Put(k.label, px(16), px(13), w, px(20))
		paint.Put(k.value, px(16), px(34), w, px(32))
		paint.Put(k.note, px(16), px(69), w, px(20))
	})
}

// AccessibilityLabel reads label, value and note.
func (k *KeyFigure) AccessibilityLabel() string { return k.Label + ": " + k.Value + ". " + k.Note }

// AccessibilityRole is button.
func (k *KeyFigure) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Frame is a hairline border around an object, such as a grid in a dialog.
type Frame struct {
	widget.BaseWidget
	rect  *canvas.Rectangle
	child fyne.CanvasObject
}

var _ fyne.Widget = (*Frame)(nil)

// NewFrame makes a frame.
func NewFrame(child fyne.CanvasObject) *Frame {
	f := &Frame{rect: paint.NewRect(6), child: child}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer implements fyne.Widget.
func (f *Frame) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(f, []fyne.CanvasObject{f.rect, f.child}, func() {
		p := theme.Current()
		paint.SetRect(f.rect, p.Surface, p.Border, 1)
	}, func() fyne.Size {
		m := f.child.MinSize()
		return fyne.NewSize(m.Width+2, m.Height+2)
	}, func(s fyne.Size) {
		paint.Put(f.rect, 0, 0, s.Width, s.Height)
		paint.Put(f.child, 1, 1, s.Width-2, s.Height-2)
	})
}
