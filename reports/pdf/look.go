package pdf

import (
	"image/color"

	"itportfoljen/app/base/draw"
)

// Sizes in points. The page is A4.
const (
	a4Short = 595.28
	a4Long  = 841.89
	marginX = 42.0
	top     = 42.0 // where the first page's flow begins
	topNext = 63.0 // and the others', below their header
	bottom  = 58.0 // where the flow ends, above the footer
	gutter  = 26.0

	bodySize  = 9.5
	noteSize  = 8.5
	headSize  = 8.0 // of the running header
	footSize  = 7.5 // of footnotes
	tableSize = 9.0
)

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

var (
	ink      = rgb(0x1B2430)
	inkMuted = rgb(0x5D6772)
	inkBad   = rgb(0xA3271F)
	hair     = rgb(0xE3E7EA)
	hairHead = rgb(0xB9C1C7)
	zebra    = rgb(0xF5F7F8)
	teal     = rgb(0x17616D)
	paper    = rgb(0xFFFFFF)
)

// dotColor is the fill of a status dot.
func dotColor(s Status) color.NRGBA {
	switch s {
	case Good:
		return rgb(0x3B9A62)
	case Warn:
		return rgb(0xE0A22C)
	case Bad:
		return rgb(0xC0433A)
	}
	return rgb(0x9AA4AD)
}

// plateColor is the tint behind a pill, and its ink.
func plateColor(s Status) (plate, text color.NRGBA) {
	switch s {
	case Good:
		return rgb(0xE2F2E8), rgb(0x1F5E3A)
	case Warn:
		return rgb(0xFBF0D9), rgb(0x6B4A07)
	case Bad:
		return rgb(0xF9E3E1), inkBad
	}
	return rgb(0xECEFF1), rgb(0x3D4750)
}

func pageSize(landscape bool) (w, h float64) {
	if landscape {
		return a4Long, a4Short
	}
	return a4Short, a4Long
}

// accent is the municipality's colour, darkened until it reads on white.
func (d *Doc) accent() color.NRGBA {
	c := d.meta.Accent
	if c.A == 0 {
		c = teal
	}
	c.A = 255
	for range 40 {
		if contrastOnWhite(c) >= 5 {
			break
		}
		c = shade(c, 0.93)
	}
	return c
}

// headInk is the accent made darker, for headings.
func (d *Doc) headInk() color.NRGBA {
	c := d.accent()
	for range 40 {
		if contrastOnWhite(c) >= 11 {
			break
		}
		c = shade(c, 0.93)
	}
	return c
}

func shade(c color.NRGBA, by float64) color.NRGBA {
	return color.NRGBA{R: uint8(float64(c.R) * by), G: uint8(float64(c.G) * by), B: uint8(float64(c.B) * by), A: 255}
}

// contrastOnWhite is the contrast against the paper.
func contrastOnWhite(c color.NRGBA) float64 {
	return draw.Contrast(c, color.NRGBA{R: 255, G: 255, B: 255, A: 255})
}

// flat mixes a see-through colour with white paper, so that both backends show
// the same and the file needs no transparency.
func flat(c color.NRGBA) color.NRGBA {
	if c.A == 0 || c.A == 255 {
		return c
	}
	mix := func(v uint8) uint8 { return uint8((int(v)*int(c.A) + 255*(255-int(c.A))) / 255) }
	return color.NRGBA{R: mix(c.R), G: mix(c.G), B: mix(c.B), A: 255}
}
