package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Edge is how far from the left of a page its title, tabs, tools, list and cards begin, at 100 %.
const Edge = 22

// Header is the bar above a page: title, subtitle or pill, and at the right
// search and actions.
type Header struct {
	widget.BaseWidget
	back            *fyne.Container // a button before the title, or nothing
	title, subtitle *Text
	pill            *Pill
	about           *fyne.Container // hidden where there is no room for it
	actions         *fyne.Container
	row             *fyne.Container
	line, ground    *canvas.Rectangle
}

var _ fyne.Widget = (*Header)(nil)

// NewHeader makes a header.
func NewHeader(title, subtitle string, actions ...fyne.CanvasObject) *Header {
	h := &Header{title: NewHeading(title, 1), subtitle: NewText(subtitle, Muted), pill: NewPill("", Neutral), line: paint.NewRect(0), ground: paint.NewRect(0)}
	h.pill.Hide()
	h.actions = HStack(12, actions...)
	h.about = HStack(10, h.subtitle, h.pill)
	h.back = HStack(0)
	h.back.Hide()
	h.row = HStack(12, h.back, h.title, Grow(h.about), h.actions)
	h.ExtendBaseWidget(h)
	return h
}

// SetTitle changes title and subtitle.
func (h *Header) SetTitle(title, subtitle string) {
	h.title.SetText(title)
	h.subtitle.SetText(subtitle)
	h.Refresh()
}

// SetPill shows a pill after the title; an empty text takes it away.
func (h *Header) SetPill(text string, style Style) {
	h.pill.Set(text, style)
	if text == "" {
		h.pill.Hide()
	} else {
		h.pill.Show()
	}
	h.Refresh()
}

// SetBack shows a button before the title; nil takes it away.
func (h *Header) SetBack(b *Button) {
	h.back.Objects = nil
	if b != nil {
		h.back.Objects = []fyne.CanvasObject{b}
	}
	h.back.Hidden = b == nil
	h.Refresh()
}

// SetActions changes what stands at the right.
func (h *Header) SetActions(actions ...fyne.CanvasObject) {
	h.actions.Objects = actions
	h.actions.Refresh()
	h.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (h *Header) CreateRenderer() fyne.WidgetRenderer {
	inner := container.New(&inset{0, Edge, 0, Edge}, h.row)
	return paint.Render(h, []fyne.CanvasObject{h.ground, h.line, inner}, func() {
		p := theme.Current()
		paint.SetRect(h.ground, p.Surface, nil, 0)
		paint.SetRect(h.line, p.Hairline, nil, 0)
	}, func() fyne.Size { return fyne.NewSize(h.needs(), px(56)) }, func(s fyne.Size) {
		paint.Put(h.ground, 0, 0, s.Width, s.Height)
		paint.Put(h.line, 0, s.Height-1, s.Width, 1)
		paint.Put(inner, 0, 0, s.Width, s.Height-1)
		h.about.Hidden = h.needs()+h.about.MinSize().Width > s.Width
		h.row.Layout.Layout(h.row.Objects, h.row.Size())
	})
}

// needs is the width of what must be seen.
func (h *Header) needs() float32 {
	back := float32(0)
	if h.back.Visible() {
		back = h.back.MinSize().Width + 12
	}
	return back + h.title.MinSize().Width + h.actions.MinSize().Width + 2*12 + 2*22
}
