package theme

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"itportfoljen/app/base/draw"
)

// MinContrast is the least contrast between text and what it stands on, and HighContrast
// that of the palettes in high contrast.
const (
	MinContrast  = 4.5
	HighContrast = 7
)

// ParseHex reads "#17616D" or "#abc"; ok is false for anything else.
func ParseHex(s string) (c color.NRGBA, ok bool) {
	s = strings.TrimPrefix(strings.TrimSpace(s), "#")
	if len(s) == 3 {
		s = string([]byte{s[0], s[0], s[1], s[1], s[2], s[2]})
	}
	if len(s) != 6 {
		return c, false
	}
	v, err := strconv.ParseUint(s, 16, 32)
	if err != nil {
		return c, false
	}
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}, true
}

// Hex writes a colour as "#rrggbb".
func Hex(c color.NRGBA) string {
	const d = "0123456789abcdef"
	b := []byte{'#', 0, 0, 0, 0, 0, 0}
	for i, v := range []uint8{c.R, c.G, c.B} {
		b[1+2*i], b[2+2*i] = d[v>>4], d[v&15]
	}
	return string(b)
}

func hex(s string) color.NRGBA {
	c, ok := ParseHex(s)
	if !ok {
		panic("theme: bad colour " + s)
	}
	return c
}

// Mix blends b over a; t = 0 gives a, t = 1 gives b.
func Mix(a, b color.NRGBA, t float64) color.NRGBA {
	m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
	return color.NRGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), 255}
}

// WithAlpha gives the colour another opacity, 0 to 255.
func WithAlpha(c color.NRGBA, a uint8) color.NRGBA { c.A = a; return c }

func toHSL(c color.NRGBA) (h, s, l float64) {
	r, g, b := float64(c.R)/255, float64(c.G)/255, float64(c.B)/255
	hi, lo := max(r, g, b), min(r, g, b)
	l = (hi + lo) / 2
	d := hi - lo
	if d == 0 {
		return 0, 0, l
	}
	s = d / (1 - math.Abs(2*l-1))
	switch hi {
	case r:
		h = math.Mod((g-b)/d+6, 6)
	case g:
		h = (b-r)/d + 2
	default:
		h = (r-g)/d + 4
	}
	return h * 60, s, l
}

func fromHSL(h, s, l float64) color.NRGBA {
	c := (1 - math.Abs(2*l-1)) * s
	x := c * (1 - math.Abs(math.Mod(h/60, 2)-1))
	m := l - c/2
	var r, g, b float64
	switch int(h/60) % 6 {
	case 0:
		r, g = c, x
	case 1:
		r, g = x, c
	case 2:
		g, b = c, x
	case 3:
		g, b = x, c
	case 4:
		r, b = x, c
	default:
		r, b = c, x
	}
	f := func(v float64) uint8 { return uint8(math.Round(min(max(v+m, 0), 1) * 255)) }
	return color.NRGBA{f(r), f(g), f(b), 255}
}

// readable moves the lightness of c, and nothing else, until it has the least
// contrast to every ground. A light first ground makes it darker and a dark
// one lighter; black or white is the last resort.
func readable(c color.NRGBA, least float64, grounds ...color.NRGBA) color.NRGBA {
	enough := func(c color.NRGBA) bool {
		for _, g := range grounds {
			if draw.Contrast(c, g) < least {
				return false
			}
		}
		return true
	}
	h, s, l := toHSL(c)
	step := -0.01
	if draw.Luminance(grounds[0]) < 0.18 {
		step = 0.01
	}
	for !enough(c) {
		l += step
		if l <= 0 {
			return color.NRGBA{0, 0, 0, 255}
		}
		if l >= 1 {
			return color.NRGBA{255, 255, 255, 255}
		}
		c = fromHSL(h, s, l)
	}
	return c
}
