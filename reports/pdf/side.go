package pdf

import "math"

// columns sets two flows side by side, or under one another if they are taller
// than a page.
func (e *engine) columns(b *block, parent int) []strip {
	l, r := e.strips(b.parts[0], parent), e.strips(b.parts[1], parent)
	h := math.Max(stack(l), stack(r))
	if h > e.tall {
		return append(l, r...)
	}
	gap := 0.0
	for _, s := range [][]strip{l, r} {
		if len(s) > 0 {
			gap = math.Max(gap, s[0].gap)
		}
	}
	return []strip{{gap: gap, h: h, feet: append(feetOf(l), feetOf(r)...), draw: func(e *engine, x, y float64) {
		e.drawStack(l, x, y)
		e.drawStack(r, x+b.parts[0].width+gutter, y)
	}}}
}
