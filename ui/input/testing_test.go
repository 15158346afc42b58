package input

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/internal/testwindow"
	"itportfoljen/ui/widgets"
)

// window shows an object at a size.
func window(t testing.TB, o fyne.CanvasObject, w, h float32) (fyne.Window, *widgets.Root) {
	t.Helper()
	win := testwindow.Open(t)
	root := widgets.NewRoot(win, o)
	win.Resize(fyne.NewSize(w, h))
	t.Cleanup(root.Release)
	return win, root
}

var press = testwindow.Press
