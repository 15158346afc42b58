package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
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

// Offset is how far down it is scrolled.
func (s *Scroll) Offset() float32 { return s.scroll.Offset.Y }

// CreateRenderer implements fyne.Widget.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	scrolls[s] = struct{}{}
	return &scrollRender{WidgetRenderer: widget.NewSimpleRenderer(s.scroll), of: s}
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

// makeRoom lays out what a field that has changed height stands in, and brings
// what is wrong with it into view. The toolkit would lay out by itself, at the
// next frame, but tells nobody when it has.
func makeRoom(f *Field) {
	c := canvasOf(f)
	if c == nil {
		return
	}
	if o, ok := c.Overlays().Top().(*Overlay); ok {
		o.Relayout()
		o.content.Refresh() // also when there is room enough
	}
	for s := range scrolls {
		if holds(s.scroll.Content, f) {
			s.scroll.Refresh()
			if f.err != "" {
				s.reveal(f)
			}
			return
		}
	}
}

// holds tells whether a field is somewhere in a form.
func holds(o fyne.CanvasObject, f *Field) bool {
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *Field:
		return o == f
	case *fyne.Container:
		within = o.Objects
	case *Card:
		within = []fyne.CanvasObject{o.inner}
	case *grow:
		within = []fyne.CanvasObject{o.child}
	}
	for _, child := range within {
		if holds(child, f) {
			return true
		}
	}
	return false
}

// reveal scrolls as little as needed for all of an object to be seen.
func (s *Scroll) reveal(o fyne.CanvasObject) {
	const air = 8
	y, h := positionOf(o).Y-positionOf(s.scroll.Content).Y, o.Size().Height
	off, view := s.scroll.Offset.Y, s.scroll.Size().Height
	switch {
	case y-air < off || h+2*air > view:
		off = y - air
	case y+h+air > off+view:
		off = y + h + air - view
	default:
		return
	}
	s.scroll.ScrollToOffset(fyne.NewPos(0, max(0, off)))
}
