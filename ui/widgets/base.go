package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/theme"
)

// render is the one renderer: a widget hands it its objects and three
// functions. paint sets colours and texts from the widget's state and the
// current palette, so that a refresh is also a change of theme.
type render struct {
	objects func() []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	paint   func()
	self    fyne.Widget
}

func (r *render) Destroy()                     {}
func (r *render) Objects() []fyne.CanvasObject { return r.objects() }
func (r *render) Layout(s fyne.Size)           { r.layout(s) }
func (r *render) MinSize() fyne.Size           { return r.min() }
func (r *render) Refresh() {
	r.paint()
	r.layout(r.self.Size())
	canvas.Refresh(r.self)
}

func newRender(self fyne.Widget, objects []fyne.CanvasObject, paint func(), min func() fyne.Size, layout func(fyne.Size)) fyne.WidgetRenderer {
	r := &render{self: self, objects: func() []fyne.CanvasObject { return objects }, layout: layout, min: min, paint: paint}
	paint()
	return r
}

func newRenderFunc(self fyne.Widget, objects func() []fyne.CanvasObject, paint func(), min func() fyne.Size, layout func(fyne.Size)) fyne.WidgetRenderer {
	r := &render{self: self, objects: objects, layout: layout, min: min, paint: paint}
	paint()
	return r
}

// control is what every widget that can be pointed at, tapped and focused is
// built on. The embedding widget calls ExtendBaseWidget and sets onTap.
type control struct {
	widget.BaseWidget
	hovered, focused, ring, disabled bool
	tip                              string
	onTap                            func()
	onKey                            func(*fyne.KeyEvent) bool // true: handled
	onRune                           func(rune)
	onHover                          func(bool)
	onLeave                          func()
	cursor                           desktop.Cursor
	enterTaps                        bool
	noTab                            bool // Tab passes by; something around it has the keys
	tipper                           tipper
}

// self is the whole widget that the control is part of.
func (c *control) self() fyne.CanvasObject { return c.tipper.owner }

// extend makes w the whole widget.
func (c *control) extend(w fyne.Widget, onTap func()) {
	c.ExtendBaseWidget(w)
	c.tipper.owner = w
	c.onTap = onTap
	c.enterTaps = true
	c.cursor = desktop.PointerCursor
}

// SetTip sets the text shown when the pointer rests on the widget.
func (c *control) SetTip(tip string) { c.tip = tip }

// Tapped does what the widget does.
func (c *control) Tapped(*fyne.PointEvent) {
	c.tipper.hide()
	if c.disabled || c.onTap == nil {
		return
	}
	c.onTap()
}

// MouseIn marks the widget as pointed at.
func (c *control) MouseIn(e *desktop.MouseEvent) {
	c.hovered = true
	if c.onHover != nil {
		c.onHover(true)
	}
	c.tipper.rest(c.tip, e.AbsolutePosition)
	c.Refresh()
}

// MouseMoved keeps the tooltip near the pointer.
func (c *control) MouseMoved(e *desktop.MouseEvent) { c.tipper.move(e.AbsolutePosition) }

// MouseOut undoes MouseIn.
func (c *control) MouseOut() {
	c.hovered = false
	if c.onHover != nil {
		c.onHover(false)
	}
	c.tipper.hide()
	c.Refresh()
}

// Cursor is the pointer's shape over the widget.
func (c *control) Cursor() desktop.Cursor {
	if c.disabled || c.onTap == nil {
		return desktop.DefaultCursor
	}
	return c.cursor
}

// FocusGained shows the ring when the keyboard, not the pointer, came here.
func (c *control) FocusGained() {
	keyboardTo(nil)
	c.focused, c.ring = true, !c.hovered
	c.Refresh()
	if c.ring {
		bringIntoView(c.self())
	}
}

// FocusLost takes the ring away.
func (c *control) FocusLost() {
	c.focused, c.ring = false, false
	c.Refresh()
	if c.onLeave != nil {
		c.onLeave()
	}
}

// TypedRune is for widgets that jump by letter.
func (c *control) TypedRune(r rune) {
	if c.onRune != nil {
		c.onRune(r)
	}
}

// TypedKey taps on Enter and Space and closes what is on top on Escape.
func (c *control) TypedKey(e *fyne.KeyEvent) {
	if !c.ring {
		c.ring = true
		c.Refresh()
	}
	if c.onKey != nil && c.onKey(e) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.enterTaps {
			c.Tapped(&fyne.PointEvent{})
		} else {
			overlayKey(c.self(), e)
		}
	case fyne.KeySpace:
		c.Tapped(&fyne.PointEvent{})
	case fyne.KeyEscape, fyne.KeyF1:
		overlayKey(c.self(), e)
	}
}

// TypedShortcut lets what is around have it.
func (c *control) TypedShortcut(s fyne.Shortcut) { overlayShortcut(c.self(), s) }

// Disable makes the widget grey and deaf.
func (c *control) Disable() { c.disabled = true; c.Refresh() }

// Enable undoes Disable.
func (c *control) Enable() { c.disabled = false; c.Refresh() }

// Disabled tells whether the widget is deaf. What does nothing says so too, so
// that Tab passes it by.
func (c *control) Disabled() bool {
	return c.disabled || c.noTab || c.onTap == nil && c.onKey == nil
}

func px(v float32) float32 { return theme.Px(v) }

func newRect(radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.CornerRadius = radius
	return r
}

func setRect(r *canvas.Rectangle, fill, stroke color.Color, width float32) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = fill, stroke, width
	r.Refresh()
}

func newText(size float32, bold bool) *canvas.Text {
	t := canvas.NewText("", theme.Current().Text)
	t.TextSize = px(size)
	t.TextStyle.Bold = bold
	return t
}

func setText(t *canvas.Text, text string, size float32, c color.Color) {
	t.Text, t.TextSize, t.Color = text, px(size), c
	t.Refresh()
}

func newIcon() *canvas.Image {
	i := canvas.NewImageFromResource(nil)
	i.FillMode = canvas.ImageFillContain
	i.ScaleMode = canvas.ImageScaleSmooth
	return i
}

func setIcon(i *canvas.Image, name string, c color.NRGBA) {
	if name == "" {
		i.Hide()
		return
	}
	i.Show()
	if r := theme.IconIn(name, c); i.Resource != r {
		i.Resource = r
		i.Refresh()
	}
}

// put places an object.
func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// focusOn gives an object the keyboard.
func focusOn(o fyne.Focusable) {
	if o == nil {
		return
	}
	if co, ok := o.(fyne.CanvasObject); ok {
		if c := canvasOf(co); c != nil {
			c.Focus(o)
		}
	}
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	app := fyne.CurrentApp()
	if app == nil || o == nil {
		return nil
	}
	return app.Driver().CanvasForObject(o)
}

func positionOf(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

// modifiers are the keys held down now.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
