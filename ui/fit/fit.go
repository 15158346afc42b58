// Package fit says where a window may stand: whole within what the screens
// leave free, whatever size and place it had the last time. It knows no window.
package fit

// Rect is a part of the desktop, in the computer's own coordinates: to the left
// of the main screen and above it they are negative.
type Rect struct{ X, Y, W, H int }

// Frame is what the computer draws around a window's content.
type Frame struct{ Left, Top, Right, Bottom int }

// Screen is where windows may stand.
type Screen struct {
	Work  Rect    // what the taskbar and the like leave free
	Scale float32 // how many of the computer's coordinates make one of the window's units
	Frame Frame   // of a window there
}

// Spot is how a window stands: the size of its content in units, and where its
// upper left corner is, in the computer's coordinates.
type Spot struct {
	W, H      float32
	X, Y      int
	Placed    bool // X and Y are known
	Maximized bool
}

// Window gives a window that would stand at wish its spot: where it stood if
// that is on a screen, else in the middle of the first, never larger than there
// is room for and all of it within. Without screens to go by it gets its size
// and no place.
func Window(wish Spot, screens []Screen) Spot {
	if len(screens) == 0 {
		wish.Placed = false
		return wish
	}
	on, placed := screens[0], false
	for i, most := 0, 0; wish.Placed && i < len(screens); i++ {
		if shared := screens[i].shared(wish); shared > most {
			on, most, placed = screens[i], shared, true
		}
	}
	free := on.free()
	out := Spot{W: min(wish.W, on.units(free.W)), H: min(wish.H, on.units(free.H)), Placed: true, Maximized: wish.Maximized}
	w, h := on.pixels(out.W), on.pixels(out.H)
	if !placed {
		wish.X, wish.Y = free.X+(free.W-w)/2, free.Y+(free.H-h)/2
	}
	out.X = max(free.X, min(wish.X, free.X+free.W-w))
	out.Y = max(free.Y, min(wish.Y, free.Y+free.H-h))
	return out
}

// free is the room for a window's content.
func (s Screen) free() Rect {
	return Rect{
		s.Work.X + s.Frame.Left, s.Work.Y + s.Frame.Top,
		max(0, s.Work.W-s.Frame.Left-s.Frame.Right), max(0, s.Work.H-s.Frame.Top-s.Frame.Bottom),
	}
}

// units is how many whole units there are in a length.
func (s Screen) units(n int) float32 { return float32(int(float32(n) / s.Scale)) }

func (s Screen) pixels(units float32) int { return int(units*s.Scale + 0.5) }

// shared is how much of a window would be seen on the screen.
func (s Screen) shared(w Spot) int {
	across := min(w.X+s.pixels(w.W), s.Work.X+s.Work.W) - max(w.X, s.Work.X)
	down := min(w.Y+s.pixels(w.H), s.Work.Y+s.Work.H) - max(w.Y, s.Work.Y)
	return max(0, across) * max(0, down)
}
