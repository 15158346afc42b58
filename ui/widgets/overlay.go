package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Overlay shows a panel above everything else in its window. Escape closes it;
// so does a click beside it, unless it is modal.
type Overlay struct {
	Subject string // what it is about, as its heading says; "" for nothing
	widget.BaseWidget
	Modal   bool                   // darkens what is behind and keeps it out of reach
	OnClose func()                 // after it has gone, however it went
	OnLeave func()                 // a click beside; nil closes
	OnEnter func()                 // Enter where nothing else takes it
	OnPoint func(at fyne.Position) // the pointer is beside, at a place in the window; nil: nobody asks
	OnKey   func(*fyne.KeyEvent) bool
	// OnShortcut gets the shortcuts that what has the keyboard has no use for.
	OnShortcut func(fyne.Shortcut)

	canvas  fyne.Canvas
	content fyne.CanvasObject
	place   func(window, least fyne.Size) (fyne.Position, fyne.Size)
	panel   *panel
	scrim   *canvas.Rectangle
	tips    *fyne.Container
	before  func(*fyne.KeyEvent)
	open    bool
}

var _ fyne.Widget = (*Overlay)(nil)

// NewOverlay makes an overlay; place decides where the panel goes, nil centres
// it.
func NewOverlay(c fyne.Canvas, content fyne.CanvasObject, place func(window, least fyne.Size) (fyne.Position, fyne.Size)) *Overlay {
	o := &Overlay{canvas: c, content: content, place: place, scrim: canvas.NewRectangle(color.Transparent), tips: container.NewWithoutLayout()}
	o.panel = newPanel(content)
	o.ExtendBaseWidget(o)
	return o
}

// centred places a panel a little above the middle.
func centred(window, least fyne.Size) (fyne.Position, fyne.Size) {
	size := fyne.NewSize(min(least.Width, window.Width-16), min(least.Height, window.Height-16))
	return fyne.NewPos(float32(int((window.Width-size.Width)/2)), float32(int(max(8, (window.Height-size.Height)*0.42)))), size
}

// Below places a panel under an object, or above it where there is no room.
func Below(anchor fyne.CanvasObject, width float32) func(window, least fyne.Size) (fyne.Position, fyne.Size) {
	at, size := PositionOf(anchor), anchor.Size()
	return func(window, least fyne.Size) (fyne.Position, fyne.Size) {
		if now := PositionOf(anchor); !now.IsZero() { // the window has changed size; zero: it is gone
			at, size = now, anchor.Size()
		}
		s := fyne.NewSize(min(max(least.Width, width), window.Width-16), min(least.Height, window.Height-16))
		y := at.Y + size.Height + 4
		if y+s.Height > window.Height-8 {
			if above := at.Y - s.Height - 4; above >= 8 {
				y = above
			} else {
				y = max(8, window.Height-8-s.Height)
			}
		}
		return fyne.NewPos(max(8, min(at.X, window.Width-8-s.Width)), y), s
	}
}

// At places a panel at a point, kept within the window.
func At(p fyne.Position) func(window, least fyne.Size) (fyne.Position, fyne.Size) {
	return func(window, least fyne.Size) (fyne.Position, fyne.Size) {
		size := fyne.NewSize(min(least.Width, window.Width-8), min(least.Height, window.Height-8))
		return fyne.NewPos(max(4, min(p.X, window.Width-4-size.Width)), max(4, min(p.Y, window.Height-4-size.Height))), size
	}
}

// Show opens the overlay; focus, which may be nil, gets the keyboard.
func (o *Overlay) Show() { o.ShowFocus(nil) }

// ShowFocus opens the overlay and gives focus the keyboard.
func (o *Overlay) ShowFocus(focus fyne.Focusable) {
	if o.open || o.canvas == nil {
		return
	}
	o.open = true
	hideTip()
	o.before = o.canvas.OnTypedKey()
	o.canvas.SetOnTypedKey(o.key)
	o.canvas.Overlays().Add(o)
	o.BaseWidget.Show()
	o.Resize(o.canvas.Size())
	if focus != nil {
		o.canvas.Focus(focus)
	}
}

// Close takes the overlay away.
func (o *Overlay) Close() {
	if !o.open {
		return
	}
	o.open = false
	hideTip()
	o.canvas.SetOnTypedKey(o.before)
	o.canvas.Overlays().Remove(o)
	if o.OnClose != nil {
		o.OnClose()
	}
}

// Leave does what a click beside means, and closes also one that is modal.
func (o *Overlay) Leave() {
	if o.OnLeave != nil {
		o.OnLeave()
		return
	}
	o.Close()
}

// IsOpen tells whether the overlay shows.
func (o *Overlay) IsOpen() bool { return o.open }

// Relayout fits the panel anew after its content has changed size.
func (o *Overlay) Relayout() {
	if o.open {
		o.Refresh()
	}
}

func (o *Overlay) key(e *fyne.KeyEvent) {
	if o.OnKey != nil && o.OnKey(e) {
		return
	}
	switch e.Name {
	case fyne.KeyEscape:
		o.Close()
	case fyne.KeyF1:
		if r := roots[o.canvas]; r != nil && r.OnHelp != nil {
			r.OnHelp()
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if o.OnEnter != nil {
			o.OnEnter()
		}
	}
}

// PassKey lets the topmost overlay, or else the window, have a key that a
// widget in it had no use for.
func PassKey(from fyne.CanvasObject, e *fyne.KeyEvent) {
	c := CanvasOf(from)
	if c == nil {
		return
	}
	if o, ok := c.Overlays().Top().(*Overlay); ok {
		o.key(e)
		return
	}
	if r := roots[c]; r != nil {
		r.key(e)
	}
}

// PassShortcut is PassKey for a shortcut. The window's own come by its menu.
func PassShortcut(from fyne.CanvasObject, s fyne.Shortcut) {
	c := CanvasOf(from)
	if c == nil {
		return
	}
	if o, ok := c.Overlays().Top().(*Overlay); ok && o.OnShortcut != nil {
		o.OnShortcut(s)
	}
}

// Tapped closes an overlay that isn't modal, or lets its owner do what leaving it means.
func (o *Overlay) Tapped(*fyne.PointEvent) {
	switch {
	case o.Modal:
	case o.OnLeave != nil:
		o.OnLeave()
	default:
		o.Close()
	}
}

// TappedSecondary closes an overlay that isn't modal.
func (o *Overlay) TappedSecondary(*fyne.PointEvent) { o.Tapped(nil) }

// MouseIn implements desktop.Hoverable.
func (o *Overlay) MouseIn(e *desktop.MouseEvent) { o.MouseMoved(e) }

// MouseMoved tells where the pointer is, beside.
func (o *Overlay) MouseMoved(e *desktop.MouseEvent) {
	if o.OnPoint != nil {
		o.OnPoint(e.AbsolutePosition)
	}
}

// MouseOut implements desktop.Hoverable.
func (o *Overlay) MouseOut() {}

// Resize is called with the window's size.
func (o *Overlay) Resize(s fyne.Size) {
	if o.canvas != nil {
		s = o.canvas.Size()
	}
	o.BaseWidget.Resize(s)
}

// CreateRenderer implements fyne.Widget.
func (o *Overlay) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(o, []fyne.CanvasObject{o.scrim, o.panel, o.tips}, func() {
		if o.Modal {
			paint.SetRect(o.scrim, theme.Current().Scrim, nil, 0)
		}
		o.panel.Refresh()
	}, func() fyne.Size { return fyne.Size{} }, func(s fyne.Size) {
		paint.Put(o.scrim, 0, 0, s.Width, s.Height)
		paint.Put(o.tips, 0, 0, s.Width, s.Height)
		for range 2 { // the second time with wrapped texts at their width
			least := o.panel.MinSize()
			place := o.place
			if place == nil {
				place = centred
			}
			pos, size := place(s, least)
			o.panel.Resize(size)
			o.panel.Move(pos)
		}
	})
}

// panel is the raised ground of an overlay; it keeps clicks from what is behind.
type panel struct {
	widget.BaseWidget
	content fyne.CanvasObject
	rect    *canvas.Rectangle
}

var _ desktop.Hoverable = (*panel)(nil)

func newPanel(content fyne.CanvasObject) *panel {
	p := &panel{content: content, rect: paint.NewRect(10)}
	p.ExtendBaseWidget(p)
	return p
}

func (p *panel) Tapped(*fyne.PointEvent)          {}
func (p *panel) TappedSecondary(*fyne.PointEvent) {}
func (p *panel) MouseIn(*desktop.MouseEvent)      {}
func (p *panel) MouseMoved(*desktop.MouseEvent)   {}
func (p *panel) MouseOut()                        {}

// CreateRenderer implements fyne.Widget.
func (p *panel) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(p, []fyne.CanvasObject{p.rect, p.content}, func() {
		c := theme.Current()
		p.rect.Shadow = canvas.Shadow{Color: c.Shadow, BlurRadius: 18, Offset: fyne.NewPos(0, 6)}
		paint.SetRect(p.rect, c.Raised, c.Hairline, 1)
	}, func() fyne.Size { return p.content.MinSize() }, func(s fyne.Size) {
		paint.Put(p.rect, 0, 0, s.Width, s.Height)
		paint.Put(p.content, 0, 0, s.Width, s.Height)
	})
}
