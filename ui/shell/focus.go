package shell

import (
	"fyne.io/fyne/v2"

	"itportfoljen/ui/widgets"
)

// Focuser is a page that says itself what has the keyboard when it comes into view, such
// as its list. Of others it is the first that can.
type Focuser interface{ Focus() }

// Waiter is a page that has nothing to show until what it shows has been worked out; it
// says Ready then.
type Waiter interface{ Waits() bool }

// Ready is said by a page that waited.
func (s *Shell) Ready(p Page) {
	if s.pages[s.current] == p && s.Window.Canvas().Focused() == nil {
		s.arrive(p)
	}
}

// Paneled is a page with a panel beside what it lists, nil while none is open.
type Paneled interface {
	PanelObject() fyne.CanvasObject
	EnterPanel() bool // gives it the keyboard; false while none is open
}

// arrive gives the page in view the keyboard, unless something in it has it already.
func (s *Shell) arrive(p Page) {
	c := s.Window.Canvas()
	if w, ok := p.(Waiter); ok && w.Waits() || c.Overlays().Top() != nil {
		return
	}
	if f, ok := p.(Focuser); ok && c.Focused() == nil {
		f.Focus()
	}
	if c.Focused() == nil {
		s.gates.page.Enter(c)
	}
}

// gates stand before the parts of the window that F6 goes between.
type gates struct{ nav, header, page *widgets.Gate }

// part goes to the next part of the window, or with −1 to the one before: the navigation,
// the header, the page, its panel. A list has Tab for its cells, and is left this way.
func (s *Shell) part(by int) {
	c := s.Window.Canvas()
	parts := []func(){
		func() { s.gates.nav.Enter(c) },
		func() { s.gates.header.Enter(c) },
		func() { c.Unfocus(); s.arrive(s.pages[s.current]) },
	}
	if s.presenting {
		parts[0] = parts[1]
	}
	at, page := 2, s.pages[s.current]
	panel, ok := page.(Paneled)
	if ok && panel.PanelObject() != nil {
		parts = append(parts, func() { panel.EnterPanel() })
	}
	if on, is := c.Focused().(fyne.CanvasObject); is {
		switch {
		case within(on, s.nav):
			at = 0
		case within(on, s.header):
			at = 1
		case ok && within(on, panel.PanelObject()):
			at = 3
		}
	}
	parts[(at+by+len(parts))%len(parts)]()
}

// within tells whether one object stands in the place of another.
func within(o, in fyne.CanvasObject) bool {
	if in == nil || !in.Visible() {
		return false
	}
	at, from, size := widgets.PositionOf(o), widgets.PositionOf(in), in.Size()
	return at.X >= from.X && at.Y >= from.Y && at.X < from.X+size.Width && at.Y < from.Y+size.Height
}
