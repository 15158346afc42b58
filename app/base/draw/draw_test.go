package draw_test

import (
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
