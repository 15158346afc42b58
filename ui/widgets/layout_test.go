package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// TestWhatScrollsIsNotCutAtItsFoot: the cut is at a whole pixel, above a height
// that isn't one.
func TestWhatScrollsIsNotCutAtItsFoot(t *testing.T) {
	for _, height := range []float32{151, 151.03, 151.97} {
		o := canvas.NewRectangle(nil)
		o.SetMinSize(fyne.NewSize(100, height))
		if got := Asks(100, 0, o).MinSize().Height; got != float32(int(got)) || got < height+1 {
			t.Errorf("%g asks for %g", height, got)
		}
	}
}
