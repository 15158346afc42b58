package draw_test

import (
	"image/color"
	"math"
	"testing"

	"itportfoljen/app/base/draw"
)

func TestContrast(t *testing.T) {
	white, black, grey := color.NRGBA{255, 255, 255, 255}, color.NRGBA{0, 0, 0, 255}, color.NRGBA{0x76, 0x76, 0x76, 255}
	for _, c := range []struct {
		a, b color.NRGBA
		want float64
	}{{white, black, 21}, {black, white, 21}, {white, white, 1}, {grey, white, 4.54}} {
		if got := draw.Contrast(c.a, c.b); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%v against %v is %.2f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}
