package input

import (
	"fyne.io/fyne/v2"

	"itportfoljen/ui/widgets"
)

// List is a searched list of options on the window, for what a toolbar offers.
type List struct {
	Placeholder string
	Find        func(query string) []widgets.Option // nil: those of Options that match
	Options     []widgets.Option
	Width       float32
	OnClose     func()
}

// Show opens the list at a place; done gets what is picked, once the list is gone.
func (l List) Show(c fyne.Canvas, place func(window, least fyne.Size) (fyne.Position, fyne.Size), done func(widgets.Option)) {
	if c == nil {
		return
	}
	find := l.Find
	if find == nil {
		find = func(q string) []widgets.Option { return Matching(l.Options, q) }
	}
	var overlay *widgets.Overlay
	list := newSearchList(l.Placeholder, find, func(o widgets.Option) {
		overlay.Close()
		done(o)
	})
	list.width, list.list.MaxHeight = px(l.Width), 420
	overlay = widgets.NewOverlay(c, list, place)
	overlay.OnClose = l.OnClose
	list.overlay = overlay
	overlay.ShowFocus(list.field)
}
