package draw

import "math"

// DefaultHatch is how far apart the lines of a hatched fill are, in points, and hatchShare how
// much of that is ink.
const (
	DefaultHatch = 3.0
	hatchShare   = 0.36
	mostHatch    = 500 // lines, however large the area
)

// HatchLines are the lines of a hatched rectangle, from the bottom left to the top right and cut at
// its edges, so that who can draw a line can draw a hatch. They stay clear of rounded corners.
func (r Rect) HatchLines() []Line {
	step := r.HatchStep
	if !(step > 0) {
		step = DefaultHatch
	}
	if r.Hatch.A == 0 || !(r.W > 0 && r.H > 0) || math.IsInf(r.W+r.H, 0) {
		return nil
	}
	wide := step * hatchShare
	in := wide/2*math.Sqrt2/2 + max(0, min(r.Radius, r.W/2, r.H/2))*(1-math.Sqrt2/2) // so that no end sticks out
	x0, y0, w, h := r.X+in, r.Y+in, r.W-2*in, r.H-2*in
	if w <= 0 || h <= 0 {
		return nil
	}
	along := max(step*math.Sqrt2, (w+h)/mostHatch) // from line to line, along an edge
	var out []Line
	for c := along / 2; c < w+h; c += along { // x + (bottom − y) = … differ by c from the top left corner
		a, b := max(0, c-h), min(c, w)
		out = append(out, Line{X1: x0 + a, Y1: y0 + c - a, X2: x0 + b, Y2: y0 + c - b, Width: wide, Color: r.Hatch})
	}
	return out
}
