// Package testwindow is the window that the parts of the window are tried in: with
// the program's look, and with timers that run at once.
package testwindow

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"itportfoljen/ui/async"
	"itportfoljen/ui/theme"
)

// Open opens an empty window.
func Open(t testing.TB) fyne.Window {
	t.Helper()
	theme.Apply(test.NewTempApp(t), theme.Settings{Mode: theme.Light})
	async.Instant(true)
	t.Cleanup(func() { async.Instant(false) })
	return test.NewWindow(nil)
}

// Press gives something keys, one after another.
func Press(f fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}
