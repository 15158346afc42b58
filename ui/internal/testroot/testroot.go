// Package testroot shows widgets in a window, for the tests of packages over ui/widgets.
package testroot

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/internal/testwindow"
	"itportfoljen/ui/widgets"
)

// Show shows an object at a size.
func Show(t testing.TB, o fyne.CanvasObject, w, h float32) (fyne.Window, *widgets.Root) {
	t.Helper()
	win := testwindow.Open(t)
	root := widgets.NewRoot(win, o)
	win.Resize(fyne.NewSize(w, h))
	t.Cleanup(root.Release)
	return win, root
}
