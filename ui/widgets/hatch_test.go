package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2/canvas"

	"itportfoljen/app/base/draw"
)

// TestAHatchIsDrawnBetweenTheFillAndTheOutline: in as few objects, and with ink and air in it.
func TestAHatchIsDrawnBetweenTheFillAndTheOutline(t *testing.T) {
	red, white := color.NRGBA{R: 200, A: 255}, color.NRGBA{255, 255, 255, 255}
	objects := rect(draw.Rect{X: 5, Y: 5, W: 40, H: 20, Fill: white, Hatch: red, Stroke: red, StrokeWidth: 1}, 1)
	if len(objects) != 3 {
		t.Fatalf("%d objects", len(objects))
	}
	hatch, ok := objects[1].(*canvas.Raster)
	if !ok {
		t.Fatalf("%T between the fill and the outline", objects[1])
	}
	ink, air := 0, 0
	img := hatch.Generator(80, 40)
	for x := range 80 {
		for y := range 40 {
			switch _, _, _, a := img.At(x, y).RGBA(); {
			case a > 0xE000:
				ink++
			case a == 0:
				air++
			}
		}
	}
	if ink < 400 || air < 800 {
		t.Errorf("%d pixels of ink and %d of air of 3200", ink, air)
	}
	if n := len(rect(draw.Rect{W: 40, H: 20, Fill: white}, 1)); n != 1 {
		t.Errorf("a plain rectangle is %d objects", n)
	}
}
