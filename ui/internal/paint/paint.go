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

// SetHalo is the focus ring of every widget.
func SetHalo(r *canvas.Rectangle, on bool) {
	if on {
		SetRect(r, color.Transparent, theme.Current().Focus, theme.Current().Ring)
	} else {
		SetRect(r, color.Transparent, color.Transparent, 0)
	}
}
