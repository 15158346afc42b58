package pdf

import (
	"math"
	"slices"
)

// columns sets two flows side by side, or under one another if they are taller
// than a page.
func (e *engine) columns(b *block, parent int) []strip {
	l, r := e.strips(b.parts[0], parent), e.strips(b.parts[1], parent)
	if b.table != nil {
		l, r = e.pour(b, l, r, parent)
	}
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

const (
	leastPoured = 3    // rows of a table that stand alone in a column
	worthPour   = 24.0 // points that a table divided between columns must save
)

// pour puts a table's rows below two columns, the first of them below the left one.
func (e *engine) pour(b *block, l, r []strip, parent int) (left, right []strip) {
	w := b.parts[0].width
	head := e.heading(&block{kind: kHeading, level: 2, text: b.text, tight: b.parts[0].tight}, w, parent)
	rows := e.table(b.table, w, parent)
	with := func(n int) ([]strip, []strip) {
		left, right := slices.Clone(l), slices.Clone(r)
		if n > 0 {
			left = slices.Concat(left, head, rows[:n])
		} else {
			right = append(right, head...)
		}
		switch {
		case n == len(rows):
		case n > 0:
			right = append(right, e.pouredOn(b, w))
			fallthrough
		default:
			right = append(right, rows[n:]...)
		}
		return left, right
	}
	height := func(n int) float64 {
		left, right := with(n)
		return math.Max(stack(left), stack(right))
	}
	best := len(rows)
	if height(0) < height(best) {
		best = 0
	}
	whole := height(best) - worthPour
	for n := leastPoured; n <= len(rows)-leastPoured; n++ {
		if h := height(n); h < whole && !rows[n-1].glue {
			best, whole = n, h
		}
	}
	return with(best)
}

// pouredOn says above the rows in the right column what they are of, as decoration:
// the heading has said it.
func (e *engine) pouredOn(b *block, w float64) strip {
	runs := append(e.words(b.text, SemiBold, e.doc.headInk()), styled{text: ", forts.", color: inkMuted})
	t := e.textBlock(runs, headingSize[2], w)
	s := strip{gap: headingGap[2], h: t.height() + 3, glue: true, draw: func(e *engine, x, y float64) {
		t.draw(e, Artifact, 0, len(t.lines), x, y)
	}}
	if b.parts[0].tight {
		s.gap = 15
	}
	return s
}
