package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
)

// Scroll shows a form that may be taller than its room. It makes room when a
// field in it grows, and brings it into view.
type Scroll struct {
	widget.BaseWidget
	scroll *container.Scroll
}

var _ fyne.Widget = (*Scroll)(nil)

// scrolls are those that are shown.
var scrolls = map[*Scroll]struct{}{}

// NewScroll makes a scrolling form.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{scroll: container.NewVScroll(content)}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	scrolls[s] = struct{}{}
	return &scrollRender{WidgetRenderer: paint.Render(s, []fyne.CanvasObject{s.scroll}, func() {}, s.scroll.MinSize, s.scroll.Resize), of: s}
}

type scrollRender struct {
	fyne.WidgetRenderer
	of *Scroll
}

// Destroy implements fyne.WidgetRenderer.
func (r *scrollRender) Destroy() {
	delete(scrolls, r.of)
	r.WidgetRenderer.Destroy()
}

// PageKey scrolls by the keys that do: a page up or down, to the beginning or the end. It says
// whether it was one of them.
func (s *Scroll) PageKey(k *fyne.KeyEvent) bool {
	page, to := max(40, s.scroll.Size().Height-40), s.scroll.Offset.Y
	last := max(0, s.scroll.Content.MinSize().Height-s.scroll.Size().Height)
	switch k.Name {
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = last
	default:
		return false
	}
	s.scroll.ScrollToOffset(fyne.NewPos(0, min(last, max(0, to))))
	return true
}

// ScrollTo brings what is so far down to the top.
func (s *Scroll) ScrollTo(y float32) {
	last := max(0, s.scroll.Content.MinSize().Height-s.scroll.Size().Height)
	s.scroll.ScrollToOffset(fyne.NewPos(0, min(last, max(0, y))))
}

// ScrollBy goes so much further down, or up.
func (s *Scroll) ScrollBy(dy float32) { s.ScrollTo(s.scroll.Offset.Y + dy) }

// Offset is how far down it is.
func (s *Scroll) Offset() float32 { return s.scroll.Offset.Y }

// SetContent shows something else, from its beginning.
func (s *Scroll) SetContent(o fyne.CanvasObject) {
	s.scroll.Content, s.scroll.Offset = o, fyne.Position{}
	s.scroll.Refresh()
	s.scroll.Refresh() // texts that wrap know their width now, and so their height
}

// MakeRoom lays out what a part of a form that has changed height stands in and,
// when it is to be seen, brings it into view. The toolkit would lay out by itself,
// at the next frame, but tells nobody when it has.
func MakeRoom(o fyne.CanvasObject, seen bool) {
	c := CanvasOf(o)
	if c == nil {
		return
	}
	if top, ok := c.Overlays().Top().(*Overlay); ok {
		top.Relayout()
		top.content.Refresh() // also when there is room enough
	}
	if s := ScrollOf(o); s != nil {
		s.scroll.Refresh()
		if seen {
			s.Reveal(PositionOf(o).Y, o.Size().Height)
		}
	}
}

// ScrollOf is the form that an object stands in, nil for none.
func ScrollOf(o fyne.CanvasObject) *Scroll {
	for s := range scrolls {
		if holds(s.scroll.Content, o) {
			return s
		}
	}
	return nil
}

// holds tells whether something is somewhere in a form.
func holds(o, x fyne.CanvasObject) bool {
	if o == x {
		return true
	}
	for _, child := range within(o) {
		if holds(child, x) {
			return true
		}
	}
	return false
}

// within is what an object that shows is made of.
func within(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *Scroll:
		return []fyne.CanvasObject{o.scroll}
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Clip:
		return []fyne.CanvasObject{o.Content}
	case fyne.Widget:
		return paint.Objects(o)
	}
	return nil
}

// First is the first object of a type that shows in another, as read.
func First[T fyne.CanvasObject](in fyne.CanvasObject) (found T, ok bool) {
	if in == nil || !in.Visible() {
		return found, false
	}
	if found, ok = in.(T); ok {
		return found, true
	}
	for _, child := range within(in) {
		if found, ok = First[T](child); ok {
			return found, true
		}
	}
	return found, false
}

// revealIn scrolls all that scrolls between an object and something in it, the
// innermost first. It says whether that was in it.
func revealIn(o, x fyne.CanvasObject) bool {
	if o == x {
		return true
	}
	if !o.Visible() {
		return false
	}
	scroll, _ := o.(*container.Scroll)
	for _, child := range within(o) {
		if revealIn(child, x) {
			if scroll != nil {
				reveal(scroll, PositionOf(x).Y, x.Size().Height)
			}
			return true
		}
	}
	return false
}

// Wheel scrolls as the wheel says, for something in the form that has no use for
// it.
func (s *Scroll) Wheel(e *fyne.ScrollEvent) { s.scroll.Scrolled(e) }

// Reveal scrolls as little as needed for all from a place in the window, and so
// far down, to be seen.
func (s *Scroll) Reveal(at, h float32) { reveal(s.scroll, at, h) }

func reveal(s *container.Scroll, at, h float32) {
	const air = 8
	y := at - PositionOf(s.Content).Y
	off, view := s.Offset.Y, s.Size().Height
	switch {
	case y-air < off || h+2*air > view:
		off = y - air
	case y+h+air > off+view:
		off = y + h + air - view
	default:
		return
	}
	s.ScrollToOffset(fyne.NewPos(s.Offset.X, max(0, min(off, s.Content.Size().Height-view))))
}
