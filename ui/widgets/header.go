package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Edge is how far from the left of a page its title, tabs, tools, list and cards begin, at 100 %.
const Edge = 22

// Header is the bar above a page: title, subtitle or pill, and at the right
// search and actions. Where there is little room the subtitle goes first, the
// search gives way, buttons go to a menu from the left, and last the title is
// cut.
type Header struct {
	widget.BaseWidget
	back            *Button // before the title; nil: nothing
	title, subtitle *Text
	pill            *Pill
	about           *fyne.Container // subtitle and pill; hidden where there is no room for it
	actions         []fyne.CanvasObject
	over            *overflow // the actions that there is no room for
	line, ground    *canvas.Rectangle
}

var _ fyne.Widget = (*Header)(nil)

// NewHeader makes a header.
func NewHeader(title, subtitle string, actions ...fyne.CanvasObject) *Header {
	h := &Header{title: NewHeading(title, 1), subtitle: NewText(subtitle, Muted), pill: NewPill("", Neutral), line: paint.NewRect(0), ground: paint.NewRect(0), over: newOverflow(), actions: actions}
	h.pill.Hide()
	h.about = HStack(10, h.subtitle, h.pill)
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
	h.back = b
	h.Refresh()
}

// SetActions changes what stands at the right, the most important last.
func (h *Header) SetActions(actions ...fyne.CanvasObject) {
	h.actions = actions
	h.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (h *Header) CreateRenderer() fyne.WidgetRenderer {
	return paint.RenderFunc(h, func() []fyne.CanvasObject {
		out := []fyne.CanvasObject{h.ground, h.line}
		if h.back != nil {
			out = append(out, h.back)
		}
		out = append(out, h.title, h.about)
		last := max(0, len(h.actions)-1)
		for i, o := range h.actions {
			if i == last {
				out = append(out, h.over.more) // the keyboard comes there before the last
			}
			if b, ok := o.(*Button); !ok || !h.over.holds(b) {
				out = append(out, o)
			}
		}
		return out
	}, func() {
		p := theme.Current()
		for _, o := range h.actions { // those in the menu too, which may come back
			paint.Renew(o)
		}
		paint.SetRect(h.ground, p.Surface, nil, 0)
		paint.SetRect(h.line, p.Hairline, nil, 0)
	}, func() fyne.Size { return fyne.NewSize(px(headerLeast), px(56)) }, h.lay)
}

const (
	headerGap   = 12
	headerLeast = 240 // what the header can do with
	titleLeast  = 90  // what is left of a title, at 100 %
)

func (h *Header) lay(s fyne.Size) {
	paint.Put(h.ground, 0, 0, s.Width, s.Height)
	paint.Put(h.line, 0, s.Height-1, s.Width, 1)
	const side = float32(Edge)
	put := func(o fyne.CanvasObject, x, w float32) {
		m := o.MinSize().Height
		paint.Put(o, x, (s.Height-1-m)/2, w, m)
	}
	x, room := side, s.Width-2*side
	if h.back != nil {
		w := h.back.MinSize().Width
		put(h.back, x, w)
		x, room = x+w+headerGap, room-w-headerGap
	}
	title := h.title.MinSize().Width
	widths := h.fit(room - title - headerGap)
	right := s.Width - side
	for i := len(h.actions) - 1; i >= 0; i-- {
		if widths[i] > 0 {
			put(h.actions[i], right-widths[i], widths[i])
			right -= widths[i] + headerGap
		}
		if i == len(h.actions)-1 && h.over.any() {
			w := h.over.more.MinSize().Width
			put(h.over.more, right-w, w)
			right -= w + headerGap
		}
	}
	w := max(0, min(title, right-x))
	put(h.title, x, w)
	about := h.about.MinSize().Width
	x += w + headerGap
	if h.about.Hidden = about == 0 || h.over.any() || x+about > right; !h.about.Hidden {
		put(h.about, x, about)
	}
}

// fit says how wide each action becomes when the title needs all of itself, 0 for one
// that goes to the menu: then the title gives way, to what is left of it.
func (h *Header) fit(room float32) []float32 {
	widths := make([]float32, len(h.actions))
	used, give := float32(0), float32(0)
	for i, o := range h.actions {
		if !o.Visible() {
			continue
		}
		widths[i] = o.MinSize().Width
		used += widths[i] + headerGap
		if s, ok := o.(shrinking); ok {
			give += widths[i] - min(widths[i], s.Least())
		}
	}
	h.over.clear()
	most := room + h.title.MinSize().Width - min(h.title.MinSize().Width, px(titleLeast))
	for i, o := range h.actions {
		b, ok := o.(*Button)
		last := i == len(h.actions)-1
		if !ok || widths[i] == 0 || used-give <= room || last && used-give <= most {
			continue
		}
		if !h.over.any() {
			used += h.over.more.MinSize().Width + headerGap
		}
		h.over.take(b)
		used -= widths[i] + headerGap
		widths[i] = 0
	}
	over := used - room
	for i, o := range h.actions {
		if s, ok := o.(shrinking); ok && over > 0 && widths[i] > 0 {
			w := max(widths[i]-over, min(widths[i], s.Least()))
			over -= widths[i] - w
			widths[i] = w
		}
	}
	return widths
}
