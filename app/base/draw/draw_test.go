package draw_test

import (
	"image/color"
	"math"
	"testing"

	"itportfoljen/app/base/draw"
)

func TestShapesStackInOrder(t *testing.T) {
	var d draw.Drawing
	shapes := []draw.Shape{draw.Rect{W: 1}, draw.Line{X2: 2}, draw.Circle{R: 3}, draw.Text{Text: "t"}}
	d.Add(shapes[0])
	d.Add(shapes[1:]...)
	if len(d.Shapes) != len(shapes) {
		t.Fatalf("%d shapes", len(d.Shapes))
	}
	for i, s := range shapes {
		if d.Shapes[i] != s {
			t.Errorf("shape %d is %+v", i, d.Shapes[i])
		}
	}
}

// TestAHatchStaysWithinItsRectangle: with the width of its lines, and whatever the size.
func TestAHatchStaysWithinItsRectangle(t *testing.T) {
	ink := color.NRGBA{A: 255}
	for _, r := range []draw.Rect{
		{X: 10, Y: 20, W: 40, H: 100}, {X: -5, W: 300, H: 8}, {W: 6, H: 6}, {W: 60, H: 60, Radius: 20}, {W: 20, H: 20, HatchStep: 8}, {W: 9e5, H: 9e5},
	} {
		r.Hatch = ink
		lines := r.HatchLines()
		if len(lines) == 0 || len(lines) > 501 {
			t.Errorf("%+v has %d lines", r, len(lines))
		}
		for _, l := range lines {
			d := l.Width / 2 * math.Sqrt2 / 2
			if min(l.X1, l.X2)-d < r.X-1e-6 || max(l.X1, l.X2)+d > r.X+r.W+1e-6 || min(l.Y1, l.Y2)-d < r.Y-1e-6 || max(l.Y1, l.Y2)+d > r.Y+r.H+1e-6 {
				t.Errorf("%+v: %+v sticks out", r, l)
			}
			if dx, dy := l.X2-l.X1, l.Y1-l.Y2; math.Abs(dx-dy) > 1e-6 || dx < 0 {
				t.Errorf("%+v doesn't lean as the others", l)
			}
		}
	}
	for _, r := range []draw.Rect{{W: 10, H: 10}, {W: 0, H: 10, Hatch: ink}, {W: math.NaN(), H: 1, Hatch: ink}, {W: math.Inf(1), H: 1, Hatch: ink}, {W: 0.5, H: 0.5, Hatch: ink}} {
		if n := len(r.HatchLines()); n != 0 {
			t.Errorf("%+v has %d lines", r, n)
		}
	}
}
