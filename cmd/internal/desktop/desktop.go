// Package desktop tells the window of the computer's screens, and moves and
// raises it there: what the toolkit doesn't say, asked of the library under it.
package desktop

import (
	"os"
	"reflect"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"

	"itportfoljen/ui/fit"
)

// Screens is the computer's desktop. Its methods are called on the screen's
// goroutine, with a window that the toolkit has made.
type Screens struct{}

// List tells of the screens, the main one first. Frames and scales are guessed
// until w shows.
func (Screens) List(w fyne.Window) []fit.Screen {
	user, v := userScale(os.Getenv, fyne.CurrentApp().Settings().Scale()), viewport(w)
	var out []fit.Screen
	for _, m := range glfw.GetMonitors() {
		x, y, width, height := m.GetWorkarea()
		if width <= 0 || height <= 0 {
			continue
		}
		system := systemScale(m)
		s := fit.Screen{Work: fit.Rect{X: x, Y: y, W: width, H: height}, Scale: toTenths(system * user), Frame: usualFrame(m)}
		if v != nil {
			if l, t, r, b := v.GetFrameSize(); t > 0 {
				s.Frame = fit.Frame{Left: l, Top: t, Right: r, Bottom: b}
			}
		}
		out = append(out, s)
	}
	return out
}

// systemScale is what the toolkit makes of a screen's density.
func systemScale(m *glfw.Monitor) float32 {
	switch {
	case runtime.GOOS == "darwin" || glfw.GetPlatform() == glfw.PlatformWayland:
		return 1 // they scale what is drawn
	case runtime.GOOS == "windows":
		x, _ := m.GetContentScale()
		return x
	case os.Getenv("FYNE_DISABLE_DPI_DETECTION") != "":
		return 1
	}
	mode := m.GetVideoMode()
	if mode == nil {
		return 1
	}
	millimetres, _ := m.GetPhysicalSize()
	return densityScale(millimetres, mode.Width)
}

// usualFrame is how windows are framed at a screen's density.
func usualFrame(m *glfw.Monitor) fit.Frame {
	x, _ := m.GetContentScale()
	px := func(n float32) int { return int(n*max(1, x) + 0.99) }
	return fit.Frame{Left: px(8), Top: px(31), Right: px(8), Bottom: px(8)}
}

// Spot tells how the window stands. It can't be told of one that is minimised
// or not shown; where it is isn't known under Wayland.
func (Screens) Spot(w fyne.Window) (s fit.Spot, ok bool) {
	v := viewport(w)
	if v == nil || v.GetAttrib(glfw.Iconified) == glfw.True {
		return s, false
	}
	size := w.Canvas().Size()
	s = fit.Spot{W: size.Width, H: size.Height, Maximized: v.GetAttrib(glfw.Maximized) == glfw.True}
	if glfw.GetPlatform() != glfw.PlatformWayland {
		s.X, s.Y = v.GetPos()
		s.Placed = true
	}
	return s, true
}

// Move puts the upper left corner of the window's content at a point.
func (Screens) Move(w fyne.Window, x, y int) {
	if d, ok := w.(desktop.Window); ok && glfw.GetPlatform() != glfw.PlatformWayland {
		d.RequestPosition(x, y)
	}
}

// Maximize makes the window as large as the screen allows.
func (Screens) Maximize(w fyne.Window) {
	if v := viewport(w); v != nil {
		v.Maximize()
	}
}

// Raise puts the window above the others, or has the computer point at it where
// a program may not raise itself.
func (Screens) Raise(w fyne.Window) {
	v := viewport(w)
	if v == nil {
		return
	}
	if v.GetAttrib(glfw.Iconified) == glfw.True {
		v.Restore()
	}
	v.RequestAttention()
	w.RequestFocus()
}

// viewport is the window that GLFW has behind the toolkit's: nil before it is
// shown, and when the toolkit no longer keeps it there. The toolkit tells
// neither where a window is nor whether it is maximised.
func viewport(w fyne.Window) *glfw.Window {
	v := reflect.ValueOf(w)
	if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
		return nil
	}
	f := v.Elem().FieldByName("viewport")
	if !f.IsValid() || f.Type() != reflect.TypeFor[*glfw.Window]() {
		return nil
	}
	return (*glfw.Window)(f.UnsafePointer())
}
