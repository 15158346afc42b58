package uitest

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"itportfoljen/ui/widgets"
)

// Texts are the texts that show in an object, in order; one that breaks into
// lines is one text.
func Texts(o fyne.CanvasObject) []string {
	if o == nil || !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case *canvas.Text:
		return []string{o.Text}
	case *widgets.Text:
		return []string{o.Text}
	case *widgets.Turned:
		return []string{o.Text}
	case *fyne.Container:
		var out []string
		for _, c := range o.Objects {
			out = append(out, Texts(c)...)
		}
		return out
	case fyne.Widget:
		var out []string
		for _, c := range test.WidgetRenderer(o).Objects() {
			out = append(out, Texts(c)...)
		}
		return out
	}
	return nil
}

// Shows says whether a text shows anywhere in an object.
func Shows(o fyne.CanvasObject, text string) bool {
	for _, s := range Texts(o) {
		if strings.Contains(s, text) {
			return true
		}
	}
	return false
}
