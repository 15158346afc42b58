package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"itportfoljen/app/base/draw"
)

// Small pictures in cells, and numbers that stand in line.

const (
	barGap       = 6.0  // between a bar and its number
	barLeast     = 26.0 // the room for bars, which grows with the column
	barNatural   = 64.0
	sparkLeast   = 34.0
	sparkNatural = 58.0
)

// columnPlace is what the cells of a column have in common at the size in use.
type columnPlace struct {
	tail   float64 // the widest of what stands from the decimal comma on
	number float64 // the widest number beside a bar
	lo, hi float64 // the bars' lowest and highest values, with 0
	most   float64 // what a whole bar is
}

// common measures what the cells of each column share.
func (l *tableLay) common(rows [][]cellLay) {
	l.places = make([]columnPlace, len(l.t.Cols))
	for _, cells := range rows {
		for i := range cells {
			c := &cells[i]
			p := &l.places[c.col]
			if t, ok := l.tail(c); ok {
				p.tail = max(p.tail, t)
			}
			if c.kind == bar {
				p.reach(c.cell)
			}
		}
	}
	for _, cells := range rows {
		for i := range cells {
			if c := &cells[i]; c.kind == bar {
				l.places[c.col].number = max(l.places[c.col].number, measure(c.runs, l.size).natural+l.inset(c))
			}
		}
	}
}

// reach takes a bar into the column's scale.
func (p *columnPlace) reach(c *Cell) {
	v := c.values[0]
	if !finite(v) {
		return
	}
	p.lo, p.hi = min(p.lo, v), max(p.hi, v)
	if c.most > 0 && finite(c.most) {
		p.most = max(p.most, c.most)
	}
}

// scale is what the bars' room reaches from and to: a whole bar on the side where
// the values are, and as much as is needed on the other.
func (p *columnPlace) scale() (lo, hi float64) {
	if p.hi == 0 && p.lo < 0 {
		return min(p.lo, -p.most), 0
	}
	return p.lo, max(p.hi, p.most)
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// tail is how wide a number is from its decimal comma on, its unit included; ok
// is false for what isn't a number in a column that sets them in line.
func (l *tableLay) tail(c *cellLay) (w float64, ok bool) {
	if !l.t.Cols[c.col].Decimal || c.span > 1 || !c.shown() {
		return 0, false
	}
	last := c.runs[len(c.runs)-1]
	t, ok := fraction(last.text)
	if !ok {
		return 0, false
	}
	return width(t, last.face, l.size), true
}

// fraction is the part of a number from its decimal comma on, or the unit if it
// has none: ",5 tkr" of "1 234,5 tkr".
func fraction(s string) (string, bool) {
	s = strings.TrimRight(s, " ")
	if strings.Contains(s, "\n") {
		return "", false
	}
	digit := func(r rune) bool { return r >= '0' && r <= '9' }
	last := strings.LastIndexFunc(s, digit)
	if last < 0 {
		return "", s == "–" || s == "—" || s == "−" || s == "-"
	}
	first := s[:strings.IndexFunc(s, digit)]
	if strings.IndexFunc(first, unicode.IsLetter) >= 0 {
		return "", false
	}
	if at := strings.LastIndexByte(s[:last], ','); at > len(first) {
		if r, _ := utf8.DecodeRuneInString(s[at+1:]); digit(r) {
			return s[at:], true
		}
	}
	return s[last+1:], true
}

// inset is how far from the right edge a number ends, so that the commas of its
// column stand under one another.
func (l *tableLay) inset(c *cellLay) float64 {
	t, ok := l.tail(c)
	if !ok || len(l.places) == 0 {
		return 0
	}
	return max(0, l.places[c.col].tail-t)
}

// bar draws a cell's bar, left of its number.
func (l *tableLay) bar(e *engine, c *cellLay, x, y float64) {
	p := &l.places[c.col]
	v := c.cell.values[0]
	room := l.w[c.col] - p.number - barGap
	lo, hi := p.scale()
	if !(hi > lo) || room < 8 || !finite(v) {
		return
	}
	unit := room / (hi - lo)
	zero := x - lo*unit
	h := l.size * 0.82
	mid := y + ascent(l.size) - l.size*0.32
	if v != 0 {
		from, to := zero+min(v, 0)*unit, zero+max(v, 0)*unit
		if to-from < 0.8 {
			from, to = from-0.4, from+0.4 // so small that it is only seen to be there
		}
		e.put(Artifact, c.cell.form.Rect(from, mid-h/2, to-from, h, e.doc.accent(), paper))
	}
	if lo < 0 {
		e.put(Artifact, draw.Line{X1: zero, Y1: mid - h/2 - 1.5, X2: zero, Y2: mid + h/2 + 1.5, Width: 0.6, Color: inkMuted})
	}
}

// spark draws a cell's small line as a span that stands for its words.
func (l *tableLay) spark(e *engine, c *cellLay, cell int, x, y float64) {
	values := c.cell.values
	lo, hi, last := math.Inf(1), math.Inf(-1), -1
	for i, v := range values {
		if finite(v) {
			lo, hi, last = min(lo, v), max(hi, v), i
		}
	}
	el := cell
	if cell != Artifact {
		el = e.elem(RoleSpan, cell)
		e.out.elems[el].Actual = c.actual
		if c.actual == "" {
			el = Artifact
		}
	}
	const dot = 1.7
	w := min(l.spanWidth(c.col, c.span), sparkNatural*1.6) - 2*dot
	h := l.size * 0.9
	foot := y + ascent(l.size) + 0.5
	at := func(i int) (px, py float64) {
		px, py = x+dot+w, foot-h/2
		if len(values) > 1 {
			px = x + dot + w*float64(i)/float64(len(values)-1)
		}
		if hi > lo {
			py = foot - h*(values[i]-lo)/(hi-lo)
		}
		return px, py
	}
	before := -1
	for i, v := range values {
		if !finite(v) {
			before = -1
			continue
		}
		if before >= 0 {
			x1, y1 := at(before)
			x2, y2 := at(i)
			e.put(el, draw.Line{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: 0.9, Color: inkMuted})
		}
		before = i
	}
	px, py := at(last)
	e.put(el, draw.Circle{X: px, Y: py, R: dot, Fill: e.doc.accent()})
}
