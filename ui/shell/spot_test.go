package shell_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app"
	"itportfoljen/ui/fit"
	"itportfoljen/ui/shell"
)

// desk is a desktop that remembers what was done to the window.
type desk struct {
	screens   []fit.Screen
	later     []fit.Screen // what they turn out to be when the window shows
	spot      fit.Spot
	hidden    bool
	maximized bool
	raised    int
}

func (d *desk) List(fyne.Window) []fit.Screen {
	now := d.screens
	if d.later != nil {
		d.screens = d.later
	}
	return now
}
func (d *desk) Spot(w fyne.Window) (fit.Spot, bool) {
	size := w.Canvas().Size()
	d.spot.W, d.spot.H = size.Width, size.Height
	return d.spot, !d.hidden
}
func (d *desk) Move(_ fyne.Window, x, y int) { d.spot.X, d.spot.Y, d.spot.Placed = x, y, true }
func (d *desk) Maximize(fyne.Window)         { d.maximized, d.spot.Maximized = true, true }
func (d *desk) Raise(fyne.Window)            { d.raised++ }

func screenOf(x, y, w, h int, scale float32) []fit.Screen {
	return []fit.Screen{{Work: fit.Rect{X: x, Y: y, W: w, H: h}, Scale: scale, Frame: fit.Frame{Left: 8, Top: 31, Right: 8, Bottom: 8}}}
}

// shown starts a window on a desktop, with what earlier ones have remembered.
func shown(t *testing.T, a fyne.App, d *desk) *shell.Shell {
	t.Helper()
	s := shell.New(a, shell.Options{Services: app.Services{}, Screens: d})
	s.Start("")
	return s
}

func TestTheWindowIsShownWithinTheScreen(t *testing.T) {
	d := &desk{screens: screenOf(0, 0, 1366, 728, 1.3)}
	s := shown(t, test.NewTempApp(t), d)
	if got := s.Window.Canvas().Size(); got != fyne.NewSize(1038, 530) || d.spot.X != 8 || d.spot.Y != 31 {
		t.Errorf("%v at %d, %d", got, d.spot.X, d.spot.Y)
	}
}

func TestWhatWasGuessedOfTheScreenIsPutRight(t *testing.T) {
	d := &desk{screens: screenOf(0, 0, 1366, 728, 1), later: screenOf(0, 0, 1366, 728, 2)}
	s := shown(t, test.NewTempApp(t), d)
	if got := s.Window.Canvas().Size(); got != fyne.NewSize(675, 344) {
		t.Errorf("the size is %v", got)
	}
}

func TestTheWindowComesBackWhereItWas(t *testing.T) {
	a := test.NewTempApp(t)
	d := &desk{screens: append(screenOf(0, 0, 1920, 1040, 1), screenOf(-1920, 0, 1920, 1080, 1)...)}
	s := shown(t, a, d)
	s.Window.Resize(fyne.NewSize(1000, 600))
	d.spot = fit.Spot{X: -1500, Y: 100, Placed: true}
	s.Quit()

	d = &desk{screens: d.screens}
	s = shown(t, a, d)
	if got := s.Window.Canvas().Size(); got != fyne.NewSize(1000, 600) || d.spot.X != -1500 || d.spot.Y != 100 {
		t.Errorf("%v at %d, %d", got, d.spot.X, d.spot.Y)
	}
	d.hidden = true // minimised as it is closed: nothing to remember
	d.spot = fit.Spot{X: -32000, Y: -32000, Placed: true}
	s.Quit()

	d = &desk{screens: screenOf(0, 0, 1920, 1040, 1)} // the other screen has gone
	shown(t, a, d)
	if d.spot.X != 460 || d.spot.Y != 231 {
		t.Errorf("at %d, %d", d.spot.X, d.spot.Y)
	}
}

// TestThePlaceIsRememberedAtOneStroke: of several values set as the program ends
// the toolkit may write only the first.
func TestThePlaceIsRememberedAtOneStroke(t *testing.T) {
	a := test.NewTempApp(t)
	s := shown(t, a, &desk{screens: screenOf(0, 0, 1920, 1040, 1)})
	s.Window.Resize(fyne.NewSize(1000, 600))
	written := 0
	a.Preferences().AddChangeListener(func() { written++ })
	s.Quit()
	if written != 1 {
		t.Errorf("%d values were set", written)
	}
}

func TestANonsensePlaceIsNone(t *testing.T) {
	for _, was := range []string{"{", `{"W":-5,"H":1e9}`, `{"W":0,"H":0,"Placed":true}`, "[]"} {
		a := test.NewTempApp(t)
		a.Preferences().SetString("window.spot", was)
		if got := shown(t, a, &desk{screens: screenOf(0, 0, 1920, 1040, 1)}).Window.Canvas().Size(); got != fyne.NewSize(1366, 768) {
			t.Errorf("%s: %v", was, got)
		}
	}
}

func TestAMaximisedWindowKeepsTheSizeItHadBefore(t *testing.T) {
	a := test.NewTempApp(t)
	d := &desk{screens: screenOf(0, 0, 1920, 1040, 1)}
	s := shown(t, a, d)
	d.spot.Maximized = true
	s.Window.Resize(fyne.NewSize(1920, 1009))
	s.Quit()
	d = &desk{screens: d.screens}
	s = shown(t, a, d)
	if got := s.Window.Canvas().Size(); !d.maximized || got != fyne.NewSize(1366, 768) {
		t.Errorf("maximised %v, over %v", d.maximized, got)
	}
}
