package chart

import (
	"image/color"
	"math"

	"itportfoljen/app/base/draw"
)

// LeastContrast is how much neighbouring fills of a chart differ in lightness, so that they are told
// apart in grey print too: the ratio that WCAG 2 defines.
const LeastContrast = 1.5

// Apart gives colours of the same hues of which each differs from the one before by LeastContrast, and
// the last from the first; one that does so already is as it was.
func Apart(colors []color.NRGBA) []color.NRGBA {
	out := append([]color.NRGBA(nil), colors...)
	for i := 1; i < len(out); i++ {
		near := []color.NRGBA{out[i-1]}
		if i == len(out)-1 {
			near = append(near, out[0])
		}
		out[i] = apartFrom(out[i], near)
	}
	return out
}

// apartFrom moves a colour towards white or black, whichever takes less, until it differs from all.
func apartFrom(c color.NRGBA, near []color.NRGBA) color.NRGBA {
	for step := range 101 {
		for _, end := range []color.NRGBA{rgb(0xFFFFFF), rgb(0x000000)} {
			moved := c
			if step > 0 {
				moved = mix(c, end, float64(step)/100)
			}
			fits := true
			for _, n := range near {
				fits = fits && draw.Contrast(moved, n) >= LeastContrast
			}
			if fits {
				return moved
			}
		}
	}
	return c
}

// MostYears is how many colours Years gives at most: more can't be told apart.
const MostYears = 6

// Years is a ramp of one hue, the last year the strongest, so that years are read as an order. n is
// at most MostYears; of more the earliest have the same colour.
func Years(c, surface color.NRGBA, n int) []color.NRGBA {
	out := make([]color.NRGBA, n)
	end := rgb(0x000000)
	if draw.Luminance(surface) < 0.18 {
		end = rgb(0xFFFFFF)
	}
	steps := min(n, MostYears)
	for i := range n {
		k := max(0, i-(n-steps)) // 0 for the palest
		ratio := math.Pow(strongest, float64(k+1)/float64(steps))
		if steps <= 4 { // calmer: the palest is no closer to the surface than it needs to be
			ratio = math.Pow(1.75, float64(k+1)) * math.Pow(7/math.Pow(1.75, float64(steps)), float64(k+1)/float64(steps))
		}
		out[i] = atContrast(c, surface, end, ratio)
	}
	return out
}

// strongest is how much the last year of a long ramp differs from what it lies on.
const strongest = 13.0

// atContrast is a colour of a hue that differs as much from what it lies on: between that and the
// colour, or between the colour and the end that it moves towards.
func atContrast(c, surface, end color.NRGBA, ratio float64) color.NRGBA {
	at := func(t float64) color.NRGBA {
		if t < 1 {
			return mix(surface, c, t)
		}
		return mix(c, end, t-1)
	}
	lo, hi := 0.0, 2.0
	for range 24 {
		mid := (lo + hi) / 2
		if draw.Contrast(at(mid), surface) < ratio {
			lo = mid
		} else {
			hi = mid
		}
	}
	return at(hi)
}
