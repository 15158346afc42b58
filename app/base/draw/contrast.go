package draw

import (
	"image/color"
	"math"
)

// Luminance is how light an opaque colour is, 0–1 (WCAG 2).
func Luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// Contrast is the ratio of two opaque colours' lightness, 1–21 (WCAG 2).
func Contrast(a, b color.NRGBA) float64 {
	x, y := Luminance(a)+0.05, Luminance(b)+0.05
	return max(x, y) / min(x, y)
}
