package chart_test

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
)

// linear is a colour's light.
func linear(c color.NRGBA) (out [3]float64) {
	for i, v := range []uint8{c.R, c.G, c.B} {
		if x := float64(v) / 255; x <= 0.04045 {
			out[i] = x / 12.92
		} else {
			out[i] = math.Pow((x+0.055)/1.055, 2.4)
		}
	}
	return out
}

func times(m [3][3]float64, v [3]float64) (out [3]float64) {
	for i := range m {
		for j := range v {
			out[i] += m[i][j] * v[j]
		}
		out[i] = math.Max(0, math.Min(1, out[i]))
	}
	return out
}

// sights are what people see of light: Viénot, Brettel and Mollon 1999 for those who lack the red
// or the green receptors.
var sights = map[string][3][3]float64{
	"all colours":  {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}},
	"deuteranopia": {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}},
}

// lab is CIE L*a*b* of light, D65.
func lab(v [3]float64) (out [3]float64) {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124*v[0] + 0.3576*v[1] + 0.1805*v[2]) / 0.9505)
	y := f(0.2126*v[0] + 0.7152*v[1] + 0.0722*v[2])
	z := f((0.0193*v[0] + 0.1192*v[1] + 0.9505*v[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// seen is how far apart two colours are to some eyes (ΔE 1976; some 2 can just be told).
func seen(sight [3][3]float64, a, b color.NRGBA) float64 {
	p, q := lab(times(sight, linear(a))), lab(times(sight, linear(b)))
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

// palettes are the fills that lie side by side in charts.
func palettes() map[string][]color.NRGBA {
	out := map[string][]color.NRGBA{"series": chart.DefaultSeries()}
	dark := color.NRGBA{0x18, 0x21, 0x27, 255}
	for name, accent := range accents {
		for n := 1; n <= chart.MostYears; n++ {
			out[fmt.Sprint(n, " years of ", name)] = append(chart.Years(accent, chart.Paper().Surface, n), chart.Paper().Surface)
			out[fmt.Sprint(n, " years of ", name, " on dark")] = append(chart.Years(accent, dark, n), dark)
		}
		out["series of "+name] = chart.Apart(append([]color.NRGBA{accent}, chart.DefaultSeries()[1:]...))
	}
	return out
}

// accents are colours that municipalities have.
var accents = map[string]color.NRGBA{
	"teal": {0x17, 0x61, 0x6D, 255}, "yellow": {0xFF, 0xCC, 0x00, 255}, "red": {0xC0, 0x10, 0x20, 255}, "blue": {0x00, 0x33, 0xA0, 255}, "black": {0, 0, 0, 255}, "white": {255, 255, 255, 255}, "orange": {0xF3, 0xB4, 0x4A, 255},
}

// TestNeighbouringFillsAreToldApart in grey print, and by those who don't tell red from green.
func TestNeighbouringFillsAreToldApart(t *testing.T) {
	for name, colors := range palettes() {
		for i, a := range colors {
			b := colors[(i+1)%len(colors)]
			if i == len(colors)-1 && name[0] >= '0' && name[0] <= '9' { // what they lie on is no neighbour of the first but by its side
				if c := draw.Contrast(a, colors[0]); c < chart.LeastContrast && len(colors) > 1 {
					t.Errorf("%s: the first is %.2f from what it lies on", name, c)
				}
				continue
			}
			if c := draw.Contrast(a, b); c < chart.LeastContrast-0.02 {
				t.Errorf("%s: %d %v and %v differ by %.2f", name, i, a, b, c)
			}
			for who, sight := range sights {
				if d := seen(sight, a, b); d < 9 {
					t.Errorf("%s: to %s %v and %v are %.0f apart", name, who, a, b, d)
				}
			}
		}
	}
	st := chart.Paper()
	for who, sight := range sights {
		for _, pair := range [][2]color.NRGBA{{st.Good, st.Warn}, {st.Warn, st.Bad}, {st.Good, st.Bad}} {
			if d := seen(sight, pair[0], pair[1]); d < 9 {
				t.Errorf("to %s %v and %v are %.0f apart", who, pair[0], pair[1], d)
			}
		}
	}
}

// TestYearsAreOneHueInOrder: each year is stronger than the one before.
func TestYearsAreOneHueInOrder(t *testing.T) {
	st := chart.Paper()
	for n := 1; n <= 9; n++ {
		ramp := chart.Years(st.Accent, st.Surface, n)
		if len(ramp) != n {
			t.Fatalf("%d colours of %d", len(ramp), n)
		}
		for i := max(1, n-chart.MostYears+1); i < n; i++ {
			if draw.Contrast(ramp[i], st.Surface) <= draw.Contrast(ramp[i-1], st.Surface) {
				t.Errorf("of %d years the %d:th is paler than the one before", n, i+1)
			}
		}
	}
}
