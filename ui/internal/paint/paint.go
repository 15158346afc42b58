// Package paint is what widgets are made with: a renderer, the shapes in it, and
// the room that a text takes. Sizes are at 100 % text size where they say so, else
// in pixels.
package paint

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/theme"
)

// renderer is the one renderer: a widget hands it its objects and three
// functions. paint sets colours and texts from the widget's state and the
// current palette, so that a refresh is also a change of theme.
type renderer struct {
	objects func() []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	paint   func()
	self    fyne.Widget
}

// shown are the renderers that there are, so that it can be asked what a widget is made of.
var shown = map[fyne.Widget]*renderer{}

// Objects are what a widget that is shown is made of; nil for what isn't, and for the
// toolkit's own.
func Objects(w fyne.Widget) []fyne.CanvasObject {
	if r := shown[w]; r != nil {
		return r.objects()
	}
	return nil
}

func (r *renderer) Destroy() {
	if shown[r.self] == r {
		delete(shown, r.self)
	}
}
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects() }
func (r *renderer) Layout(s fyne.Size)           { r.layout(s) }
func (r *renderer) MinSize() fyne.Size           { return r.min() }
func (r *renderer) Refresh() {
	r.paint()
	r.layout(r.self.Size())
	canvas.Refresh(r.self)
}

// Render is a widget's renderer when its objects are always the same.
func Render(self fyne.Widget, objects []fyne.CanvasObject, paint func(), min func() fyne.Size, layout func(fyne.Size)) fyne.WidgetRenderer {
	r := &renderer{self: self, objects: func() []fyne.CanvasObject { return objects }, layout: layout, min: min, paint: paint}
	shown[self] = r
	paint()
	return r
}

// RenderFunc is a widget's renderer when its objects come and go.
func RenderFunc(self fyne.Widget, objects func() []fyne.CanvasObject, paint func(), min func() fyne.Size, layout func(fyne.Size)) fyne.WidgetRenderer {
	r := &renderer{self: self, objects: objects, layout: layout, min: min, paint: paint}
	shown[self] = r
	paint()
	return r
}

// Simple is a widget's renderer when it is another object and nothing else.
func Simple(self fyne.Widget, o fyne.CanvasObject) fyne.WidgetRenderer {
	return Render(self, []fyne.CanvasObject{o}, o.Refresh, o.MinSize, o.Resize)
}

// NewRect is a rectangle with rounded corners, in pixels as they are.
func NewRect(radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.CornerRadius = radius
	return r
}

// SetRect gives a rectangle its colours; nil is none.
func SetRect(r *canvas.Rectangle, fill, stroke color.Color, width float32) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = fill, stroke, width
	r.Refresh()
}

// NewText is one line without wrapping, sized at 100 %.
func NewText(size float32, bold bool) *canvas.Text {
	t := canvas.NewText("", theme.Current().Text)
	t.TextSize = theme.Px(size)
	t.TextStyle.Bold = bold
	return t
}

// SetText writes a line, sized at 100 %.
func SetText(t *canvas.Text, text string, size float32, c color.Color) {
	t.Text, t.TextSize, t.Color = text, theme.Px(size), c
	t.Refresh()
}

// NewIcon is room for an icon.
func NewIcon() *canvas.Image {
	i := canvas.NewImageFromResource(nil)
	i.FillMode = canvas.ImageFillContain
	i.ScaleMode = canvas.ImageScaleSmooth
	return i
}

// SetIcon shows an icon in a colour; an empty name hides it.
func SetIcon(i *canvas.Image, name string, c color.NRGBA) {
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

// Put gives an object its place and size.
func Put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// SetHalo is the focus ring of every widget: two pixels around it.
func SetHalo(r *canvas.Rectangle, on bool) {
	if on {
		SetRect(r, color.Transparent, theme.Current().Focus, 2)
	} else {
		SetRect(r, color.Transparent, color.Transparent, 0)
	}
}
