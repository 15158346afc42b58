package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Split shares its width between two objects with a hairline to drag. The
// width kept is that of the trailing object, in pixels at 100 %, so that a
// detail panel stays as it was when the window grows.
type Split struct {
	widget.BaseWidget
	OnMoved  func(trailing float32) // after a drag
	LeastA   float32                // least widths at 100 %
	LeastB   float32
	Vertical bool // one above the other
	// Covers lets the trailing object take all the room where there is too little for both.
	Covers bool

	a, b     fyne.CanvasObject
	trailing float32
	hidden   bool
	covered  bool // the leading object has been covered
	handle   *splitHandle
	line     *canvas.Rectangle
	gate     *Gate // before the trailing object
}

var _ fyne.Widget = (*Split)(nil)

// NewSplit makes a split whose trailing object is as wide as given.
func NewSplit(leading, trailing fyne.CanvasObject, width float32) *Split {
	s := &Split{a: leading, b: trailing, trailing: width, LeastA: 260, LeastB: 220, line: paint.NewRect(0), gate: NewGate()}
	s.handle = &splitHandle{split: s, bar: paint.NewRect(1)}
	s.handle.ExtendBaseWidget(s.handle)
	s.ExtendBaseWidget(s)
	return s
}

// SetOffset changes the trailing object's width.
func (s *Split) SetOffset(w float32) { s.trailing = w; s.Refresh() }

// SetTrailing changes the trailing object; nil gives all room to the leading.
func (s *Split) SetTrailing(o fyne.CanvasObject) {
	if o != nil {
		s.b = o
		paint.Renew(o)
	}
	s.hidden = o == nil
	s.Refresh()
}

// EnterTrailing gives the keyboard to the first in the trailing object; false where that
// isn't in view.
func (s *Split) EnterTrailing(c fyne.Canvas) bool {
	if s.hidden || s.b == nil {
		return false
	}
	s.gate.Enter(c)
	return true
}

// Trailing is the trailing object; nil where it isn't in view.
func (s *Split) Trailing() fyne.CanvasObject {
	if s.hidden {
		return nil
	}
	return s.b
}

// CreateRenderer implements fyne.Widget.
func (s *Split) CreateRenderer() fyne.WidgetRenderer {
	return paint.RenderFunc(s, func() []fyne.CanvasObject {
		switch {
		case s.hidden || s.b == nil:
			return []fyne.CanvasObject{s.a}
		case s.covers():
			return []fyne.CanvasObject{s.b}
		}
		return []fyne.CanvasObject{s.a, s.gate, s.b, s.line, s.handle}
	}, func() { paint.SetRect(s.line, theme.Current().Hairline, nil, 0) }, func() fyne.Size {
		return fyne.NewSize(px(200), px(120))
	}, func(size fyne.Size) {
		if s.hidden || s.b == nil {
			paint.Put(s.a, 0, 0, size.Width, size.Height)
			return
		}
		if s.covers() {
			paint.Put(s.b, 0, 0, size.Width, size.Height)
			s.covered = true
			return
		}
		if s.covered { // the look may have changed meanwhile
			s.covered = false
			paint.Renew(s.a)
		}
		total := size.Width
		if s.Vertical {
			total = size.Height
		}
		t := min(max(px(s.trailing), px(s.LeastB)), max(px(s.LeastB), total-px(s.LeastA)))
		at := total - t
		if s.Vertical {
			paint.Put(s.a, 0, 0, size.Width, at)
			paint.Put(s.b, 0, at+1, size.Width, t-1)
			paint.Put(s.line, 0, at, size.Width, 1)
			paint.Put(s.handle, 0, at-4, size.Width, 9)
			return
		}
		paint.Put(s.a, 0, 0, at, size.Height)
		paint.Put(s.b, at+1, 0, t-1, size.Height)
		paint.Put(s.line, at, 0, 1, size.Height)
		paint.Put(s.handle, at-4, 0, 9, size.Height)
	})
}

// coversUnder is the part of the least widths together that there must be for both to show.
const coversUnder = 0.8

// covers tells whether the trailing object has all the room.
func (s *Split) covers() bool {
	return s.Covers && !s.Vertical && s.Size().Width < px(s.LeastA+s.LeastB)*coversUnder
}

// splitHandle is the part that can be dragged; it shows under the pointer.
type splitHandle struct {
	widget.BaseWidget
	split   *Split
	bar     *canvas.Rectangle
	hovered bool
}

var (
	_ fyne.Draggable     = (*splitHandle)(nil)
	_ desktop.Cursorable = (*splitHandle)(nil)
	_ desktop.Hoverable  = (*splitHandle)(nil)
)

// Dragged moves the line.
func (h *splitHandle) Dragged(e *fyne.DragEvent) {
	s := h.split
	d, total := e.Dragged.DX, s.Size().Width
	if s.Vertical {
		d, total = e.Dragged.DY, s.Size().Height
	}
	w := px(s.trailing) - d
	s.trailing = min(max(w, px(s.LeastB)), max(px(s.LeastB), total-px(s.LeastA))) / px(1)
	s.Refresh()
}

// DragEnd tells the new width.
func (h *splitHandle) DragEnd() {
	if h.split.OnMoved != nil {
		h.split.OnMoved(h.split.trailing)
	}
}

// Cursor shows the way.
func (h *splitHandle) Cursor() desktop.Cursor {
	if h.split.Vertical {
		return desktop.VResizeCursor
	}
	return desktop.HResizeCursor
}

// MouseIn implements desktop.Hoverable.
func (h *splitHandle) MouseIn(*desktop.MouseEvent) { h.hovered = true; h.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (h *splitHandle) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (h *splitHandle) MouseOut() { h.hovered = false; h.Refresh() }

// CreateRenderer implements fyne.Widget.
func (h *splitHandle) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(h, []fyne.CanvasObject{h.bar}, func() {
		var c color.Color = color.Transparent
		if h.hovered {
			c = theme.Current().Accent
		}
		paint.SetRect(h.bar, c, nil, 0)
	}, func() fyne.Size { return fyne.Size{} }, func(s fyne.Size) {
		if h.split.Vertical {
			paint.Put(h.bar, 0, 3, s.Width, 2)
		} else {
			paint.Put(h.bar, 3, 0, 2, s.Height)
		}
	})
}
