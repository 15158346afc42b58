package chart

import (
	"image/color"

	"itportfoljen/app/base/draw"
)

// Form is how an amount is drawn by how sure it is, the same in every chart and table and after
// IBCS: what has been is filled, what is believed is hatched and what was decided is an outline.
// So they are told apart without colours.
type Form uint8

// The forms.
const (
	Actual   Form = iota // utfall: filled
	Forecast             // prognos: hatched
	Budget               // budget: outlined
)

// String is the Swedish word for it.
func (f Form) String() string { return [...]string{"Utfall", "Prognos", "Budget"}[f] }

// Rect is an area in a form: c is its colour and surface that of what it lies on. The outline lies
// within the area. Lengths are in points.
func (f Form) Rect(x, y, w, h float64, c, surface color.NRGBA) draw.Rect {
	line := min(formLine, w/2, h/2)
	r := draw.Rect{X: x + line/2, Y: y + line/2, W: max(w-line, 0), H: max(h-line, 0), Stroke: c, StrokeWidth: line, Fill: surface}
	switch f {
	case Actual:
		return draw.Rect{X: x, Y: y, W: max(w, 0), H: max(h, 0), Fill: c}
	case Forecast:
		r.Hatch = c
	}
	return r
}

// formLine is the width of a form's outline, in points.
const formLine = 1.1
