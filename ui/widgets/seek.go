package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Seek gives the first object in o that want takes, those around before what is in them; nil
// when there is none. It looks in what lays others out: containers, cards and what scrolls.
func Seek(o fyne.CanvasObject, want func(fyne.CanvasObject) bool) fyne.CanvasObject {
	if o == nil {
		return nil
	}
	if want(o) {
		return o
	}
	in := within(o)
	switch o := o.(type) {
	case *container.Scroll:
		in = []fyne.CanvasObject{o.Content}
	case *Scroll:
		in = []fyne.CanvasObject{o.scroll.Content}
	}
	for _, x := range in {
		if found := Seek(x, want); found != nil {
			return found
		}
	}
	return nil
}
