package paint

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

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
	look    int // the one that it was painted in
}

// live are the renderers of the widgets that the toolkit has met and not yet forgotten.
var live = map[fyne.Widget]*renderer{}

// Destroy implements fyne.WidgetRenderer.
func (r *renderer) Destroy() {
	if live[r.self] == r {
		delete(live, r.self)
	}
}

func (r *renderer) Objects() []fyne.CanvasObject { return r.objects() }
func (r *renderer) Layout(s fyne.Size)           { r.layout(s) }
func (r *renderer) MinSize() fyne.Size           { return r.min() }

// Refresh paints the widget. What was made in another look, and out of the window when the look
// changed, takes all within it along: nobody else will tell them.
func (r *renderer) Refresh() {
	old := r.look != theme.Look()
	r.look = theme.Look()
	r.paint()
	for _, o := range r.objects() {
		if old {
			Renew(o)
		} else if w, ok := o.(fyne.Widget); ok && stale(w) {
			Renew(o)
		}
	}
	r.layout(r.self.Size())
	canvas.Refresh(r.self)
}

func stale(w fyne.Widget) bool {
	r := live[w]
	return r != nil && r.look != theme.Look()
}

// Objects are what a widget that is shown is made of; nil for what isn't, and for the
// toolkit's own.
func Objects(w fyne.Widget) []fyne.CanvasObject {
	if r := live[w]; r != nil {
		return r.objects()
	}
	return nil
}

// Children are what an object is made of, as far as is known.
func Children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Clip:
		return []fyne.CanvasObject{o.Content}
	case fyne.Widget:
		return Objects(o)
	}
	return nil
}

// Renew paints anew, the innermost first, what in an object was painted in another look than
// the present one: what has been out of the window when the look changed.
func Renew(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			Renew(child)
		}
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
	case *container.Scroll:
		Renew(o.Content)
		o.Refresh()
	case fyne.Widget:
		if r := live[o]; r == nil || r.look != theme.Look() {
			o.Refresh()
			return
		}
		for _, child := range live[o].objects() {
			Renew(child)
		}
	}
}

// Render is a widget's renderer when its objects are always the same.
func Render(self fyne.Widget, objects []fyne.CanvasObject, paint func(), min func() fyne.Size, layout func(fyne.Size)) fyne.WidgetRenderer {
	return RenderFunc(self, func() []fyne.CanvasObject { return objects }, paint, min, layout)
}

// RenderFunc is a widget's renderer when its objects come and go.
func RenderFunc(self fyne.Widget, objects func() []fyne.CanvasObject, paint func(), min func() fyne.Size, layout func(fyne.Size)) fyne.WidgetRenderer {
	r := &renderer{self: self, objects: objects, layout: layout, min: min, paint: paint, look: theme.Look()}
	if !self.Size().IsZero() {
		r.look = -1 // the toolkit had forgotten it, and maybe what is within: that may be of any look
	}
	live[self] = r
	paint()
	return r
}

// Simple is a widget's renderer when it is another object and nothing else.
func Simple(self fyne.Widget, o fyne.CanvasObject) fyne.WidgetRenderer {
	return Render(self, []fyne.CanvasObject{o}, o.Refresh, o.MinSize, o.Resize)
}
