package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/widgets"
)

// What has no room beside the others stands below, and nothing asks for more width than
// what is widest.
func TestAFlowGoesOnBelow(t *testing.T) {
	var boxes []fyne.CanvasObject
	for _, w := range []float32{60, 50, 120, 30} {
		r := canvas.NewRectangle(nil)
		r.SetMinSize(fyne.NewSize(w, 20))
		boxes = append(boxes, r)
	}
	f := widgets.Flow(10, boxes...)
	for _, c := range []struct{ width, height float32 }{{300, 20}, {200, 50}, {130, 80}, {120, 80}} {
		f.Resize(fyne.NewSize(c.width, f.Size().Height))
		if m := f.MinSize(); m.Width != 120 || m.Height != c.height {
			t.Errorf("in %v it wants %v, want a height of %v", c.width, m, c.height)
		}
		for _, b := range boxes {
			if right := b.Position().X + b.Size().Width; right > c.width {
				t.Errorf("in %v one reaches to %v", c.width, right)
			}
		}
	}
}
