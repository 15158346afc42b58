package shell

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/fit"
)

// Screens is the desktop that the window stands on.
type Screens interface {
	// List tells of the screens, the main one first: what is known of them
	// before w is shown, and more when it is.
	List(w fyne.Window) []fit.Screen
	// Spot tells how the window stands, if that can be told.
	Spot(w fyne.Window) (s fit.Spot, ok bool)
	// Move puts the upper left corner of the window's content somewhere.
	Move(w fyne.Window, x, y int)
	Maximize(w fyne.Window)
	// Raise puts the window above the others.
	Raise(w fyne.Window)
}

// usual is the window's size the first time, where there is room for it.
var usual = fit.Spot{W: 1366, H: 768}

// prefSpot holds all of the window's place: the toolkit writes the first of
// several values that are set at once, and those that follow later, when a
// program that is about to end may be gone.
const prefSpot = "window.spot"

// wishedSpot is how the window stood when it was closed.
func (s *Shell) wishedSpot() fit.Spot {
	var was fit.Spot
	if json.Unmarshal([]byte(s.App.Preferences().String(prefSpot)), &was) != nil || was.W <= 0 || was.H <= 0 {
		return usual
	}
	return was
}

// keepSpot remembers how the window stands. A maximised one keeps the size and
// place that it had before.
func (s *Shell) keepSpot() {
	size := s.Window.Canvas().Size()
	now := fit.Spot{W: size.Width, H: size.Height}
	if s.screens != nil {
		at, ok := s.screens.Spot(s.Window)
		if !ok {
			return
		}
		now = at
	}
	if now.Maximized {
		now = s.wishedSpot()
		now.Maximized = true
	}
	if data, err := json.Marshal(now); err == nil {
		s.App.Preferences().SetString(prefSpot, string(data))
	}
}

// showWindow shows the window whole within a screen. The second time that it is
// fitted the screen's scale and the window's frame are no longer guessed.
func (s *Shell) showWindow() {
	if s.screens == nil {
		s.Window.Show()
		return
	}
	wish := s.wishedSpot()
	first := s.fit(wish, fit.Spot{})
	s.Window.Show()
	s.fit(wish, first)
	if wish.Maximized {
		s.screens.Maximize(s.Window)
	}
}

// fit gives the window its size and place, unless it has them.
func (s *Shell) fit(wish, has fit.Spot) fit.Spot {
	to := fit.Window(wish, s.screens.List(s.Window))
	if to.W != has.W || to.H != has.H {
		s.Window.Resize(fyne.NewSize(to.W, to.H))
	}
	if to.Placed && (!has.Placed || to.X != has.X || to.Y != has.Y) {
		s.screens.Move(s.Window, to.X, to.Y)
	}
	return to
}
