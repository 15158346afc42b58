package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
)

// Whole lies over a text that is cut and says the whole when the pointer rests there. It is in
// nobody's way: it can be neither tapped nor come to by the keyboard, and what it stands in is
// still told of the pointer.
type Whole struct {
	widget.BaseWidget
	text   string
	around desktop.Hoverable // while the pointer is here
	tipper Tipper
}

var _ desktop.Hoverable = (*Whole)(nil)

// NewWhole makes one that says nothing yet.
func NewWhole() *Whole {
	h := &Whole{}
	h.tipper.Owner = h
	h.ExtendBaseWidget(h)
	return h
}

// Say changes what it says; "" is nothing, and then it isn't there.
func (h *Whole) Say(text string) {
	h.text = text
	h.Hidden = text == ""
}

// MouseIn implements desktop.Hoverable.
func (h *Whole) MouseIn(e *desktop.MouseEvent) {
	said := h.text
	if h.around = h.nearest(); h.around != nil {
		h.around.MouseIn(e)
		if t, ok := h.around.(interface{ Tip() string }); ok && t.Tip() != "" && t.Tip() != said {
			said += "\n" + t.Tip()
		}
	}
	h.tipper.Rest(said, e.AbsolutePosition)
}

// MouseMoved implements desktop.Hoverable.
func (h *Whole) MouseMoved(e *desktop.MouseEvent) { h.tipper.Move(e.AbsolutePosition) }

// MouseOut implements desktop.Hoverable.
func (h *Whole) MouseOut() {
	if h.around != nil {
		h.around.MouseOut()
		h.around = nil
	}
	h.tipper.Hide()
}

// Tip is what it says.
func (h *Whole) Tip() string { return h.text }

// nearest is the innermost thing around it that is told of the pointer, nil for nothing.
func (h *Whole) nearest() desktop.Hoverable {
	c := CanvasOf(h)
	if c == nil {
		return nil
	}
	from := fyne.CanvasObject(c.Content())
	if top := c.Overlays().Top(); top != nil {
		from = top
	}
	found, _ := around(from, h, nil)
	return found
}

// around looks for x in an object, and gives the innermost around it that is told of the pointer.
func around(o fyne.CanvasObject, x fyne.CanvasObject, so desktop.Hoverable) (desktop.Hoverable, bool) {
	if o == x {
		return so, true
	}
	if hover, ok := o.(desktop.Hoverable); ok {
		so = hover
	}
	for _, child := range paint.Children(o) {
		if found, ok := around(child, x, so); ok {
			return found, true
		}
	}
	return nil, false
}

// CreateRenderer implements fyne.Widget.
func (h *Whole) CreateRenderer() fyne.WidgetRenderer {
	return paint.Simple(h, canvas.NewRectangle(color.Transparent))
}
