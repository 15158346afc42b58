package chart

import (
	"fmt"
	"math"
	"strings"

	"itportfoljen/app/base/draw"
)

// StackedBar is a bar of parts on each other; a part that isn't a number isn't known.
type StackedBar struct {
	Label  string
	Values []float64 // of the parts, in their order
	Text   string    // the sum in words; empty means formatted with unit
	Key    string
}

// Stacked is data for StackedBars and StackedColumns.
type Stacked struct {
	Title string
	Unit  string
	Parts []string // what the parts are called
	Bars  []StackedBar
	Years bool   // the parts are years: one ramp of one hue
	Note  string // what isn't in the picture, in sentences; drawn below
}

// stack is a Stacked with as many parts as can be told apart.
type stack struct {
	data    Stacked
	looks   []swatch
	drawn   [][]float64 // by bar and part drawn
	lo, hi  float64
	dec     int
	most    int  // parts that stand for themselves
	partial bool // some part of some bar isn't known
}

// stack folds the parts that there are no colours for into one, in the picture only.
func (b *board) stack(data Stacked) *stack {
	s := &stack{data: data, most: len(data.Parts)}
	limit := len(b.st.Series)
	if data.Years {
		limit = MostYears
	}
	names := data.Parts
	if s.most > limit {
		s.most = limit - 1
		names = append(append([]string{}, data.Parts[:s.most]...), fmt.Sprintf("Övriga (%d)", len(data.Parts)-s.most))
	}
	ramp := Years(b.st.Accent, b.st.Surface, len(names))
	for i, n := range names {
		c := b.series(i)
		if data.Years {
			c = ramp[i]
		}
		s.looks = append(s.looks, swatch{n, c, Actual})
	}
	largest := 0.0
	for _, bar := range data.Bars {
		vs := make([]float64, len(names))
		up, down := 0.0, 0.0
		for i := range data.Parts {
			v := math.NaN()
			if i < len(bar.Values) {
				v = bar.Values[i]
			}
			s.partial = s.partial || math.IsNaN(v)
			vs[min(i, len(vs)-1)] += sane(v)
		}
		for _, v := range vs {
			up, down = up+math.Max(v, 0), down+math.Min(v, 0)
		}
		s.drawn = append(s.drawn, vs)
		s.lo, s.hi = math.Min(s.lo, down), math.Max(s.hi, up)
		largest = math.Max(largest, math.Max(up, -down))
	}
	s.dec = decimals(largest)
	return s
}

// sum is what a bar comes to, in words.
func (s *stack) sum(i int) string {
	if t := s.data.Bars[i].Text; t != "" {
		return t
	}
	total := 0.0
	for _, v := range s.drawn[i] {
		total += v
	}
	return amount(total, s.data.Unit, s.dec)
}

// said is a bar with its sum and its parts: "2027: 8,2 mnkr (licens 5,1, drift 3,1)".
func (s *stack) said(i int) string {
	var parts []string
	for j, v := range s.drawn[i] {
		if v != 0 {
			parts = append(parts, strings.ToLower(s.looks[j].name)+" "+Number(v, max(s.dec, 1)))
		}
	}
	out := s.data.Bars[i].Label + ": " + s.sum(i)
	if len(parts) > 1 {
		out += " (" + strings.Join(parts, ", ") + ")"
	}
	return out
}

// lay gives where each part of a bar begins and ends: what is above zero one way, what is below the other.
func (s *stack) lay(i int, put func(part int, from, to float64)) {
	up, down := 0.0, 0.0
	for j, v := range s.drawn[i] {
		switch {
		case v > 0:
			put(j, up, up+v)
			up += v
		case v < 0:
			put(j, down, down+v)
			down += v
		}
	}
}

// part draws a part, with its value where that has room, and a line of air to its neighbour.
func (b *board) part(s *stack, j int, x, y, w, h, v float64) {
	c := s.looks[j].color
	b.Add(draw.Rect{X: x, Y: y, W: w, H: h, Fill: c, Stroke: b.st.Surface, StrokeWidth: math.Min(0.8, math.Min(w, h)/3)})
	if label := Number(v, s.dec); b.width(label)+4 <= w && h >= b.font*1.15 {
		b.text(x+w/2, y+h/2+b.font*0.35, draw.Center, b.on(c), false, label)
	}
}

// StackedBars draws a lying bar of parts for each thing, its sum to the right. Amounts below zero lie to
// the left of zero. The height follows from the number of bars.
func StackedBars(data Stacked, w float64, st Style, m draw.Measure) draw.Drawing {
	if len(data.Bars) == 0 || len(data.Parts) == 0 {
		return nothing(data.Title, w, 50, st, m)
	}
	b := newBoard(w, 0, st, m)
	s := b.stack(data)
	var names, sums []string
	for i, bar := range data.Bars {
		names, sums = append(names, bar.Label), append(sums, s.sum(i))
	}
	r := b.rowed(names, sums)
	r.top = b.keys(s.looks, 0, 0, w) + b.font*0.4
	at := r.scale(s.lo, s.hi)
	for i, bar := range data.Bars {
		r.said(i, bar.Label, sums[i], false, b.st.Ink)
		s.lay(i, func(j int, from, to float64) {
			x0, x1 := at.at(math.Min(from, to)), at.at(math.Max(from, to))
			b.part(s, j, x0, r.y(i)+r.row*0.17, x1-x0, r.row*0.66, to-from)
		})
		r.hit(i, bar.Key, bar.Label+": "+sums[i])
	}
	end := r.y(len(data.Bars))
	b.Add(draw.Line{X1: at.at(0), Y1: r.top, X2: at.at(0), Y2: end, Width: 0.8, Color: st.Muted})
	b.H = b.note(end, s.unknown())
	b.sayStack(s)
	return b.Drawing
}

// unknown says what isn't in the picture.
func (s *stack) unknown() string {
	if s.partial {
		return strings.Join(filled("Delar som ingen har angett är inte med i summan.", s.data.Note), " ")
	}
	return s.data.Note
}

// StackedColumns draws a standing bar of parts for each thing, its sum over it.
func StackedColumns(data Stacked, w, h float64, st Style, m draw.Measure) draw.Drawing {
	if len(data.Bars) == 0 || len(data.Parts) == 0 {
		return nothing(data.Title, w, h, st, m)
	}
	b := newBoard(w, h, st, m)
	s := b.stack(data)
	ends := Grouped{Unit: data.Unit, Series: []Series{{Values: []float64{s.lo, s.hi}}}}
	for _, bar := range data.Bars {
		ends.Categories = append(ends.Categories, bar.Label)
	}
	foot := b.note(0, s.unknown())
	b.Shapes = nil
	b.H -= foot
	p := b.plot(ends, s.looks)
	b.lines(p)
	bw := math.Min(p.slot*0.62, 46)
	taken := -1.0 // where the last sum ended: sums that would lie over it are left to the table
	for i, bar := range data.Bars {
		x := p.left + (float64(i)+0.5)*p.slot - bw/2
		s.lay(i, func(j int, from, to float64) {
			y0, y1 := p.y(math.Max(from, to)), p.y(math.Min(from, to))
			b.part(s, j, x, y0, bw, y1-y0, to-from)
		})
		up := 0.0
		for _, v := range s.drawn[i] {
			up += math.Max(v, 0)
		}
		sum := Number(s.total(i), s.dec)
		if sw := b.m(sum, b.font, true); sw <= math.Min(p.slot*1.4, b.W-p.left) {
			at := clamp(x+bw/2, p.left+sw/2, b.W-sw/2)
			if at-sw/2 > taken+2 {
				b.text(at, p.y(up)-2.5, draw.Center, st.Ink, true, sum)
				taken = at + sw/2
			}
		}
		b.categoryName(p, i)
		if bar.Key != "" {
			b.Hits = append(b.Hits, draw.Hit{X: p.left + float64(i)*p.slot, Y: p.top, W: p.slot, H: b.H - p.top, Key: bar.Key, Tip: s.said(i)})
		}
	}
	b.H = h
	b.note(h-foot, s.unknown())
	b.sayStack(s)
	return b.Drawing
}

// total is what a bar comes to.
func (s *stack) total(i int) (sum float64) {
	for _, v := range s.drawn[i] {
		sum += v
	}
	return sum
}

// sayStack tells all parts, also those that the picture has as one.
func (b *board) sayStack(s *stack) {
	head := []string{""}
	for _, p := range s.data.Parts {
		if s.data.Unit != "" {
			p += " (" + s.data.Unit + ")"
		}
		head = append(head, p)
	}
	b.Table = [][]string{append(head, "Summa")}
	var parts []string
	for i, bar := range s.data.Bars {
		row, said := []string{bar.Label}, []string{}
		for j, p := range s.data.Parts {
			v := math.NaN()
			if j < len(bar.Values) {
				v = bar.Values[j]
			}
			row = append(row, Number(v, s.dec))
			if sane(v) != 0 {
				said = append(said, strings.ToLower(p)+" "+Number(v, s.dec))
			}
		}
		b.Table = append(b.Table, append(row, s.sum(i)))
		text := bar.Label + " " + s.sum(i)
		if len(s.data.Parts) > 1 && len(said) > 0 {
			text += " (" + strings.Join(said, ", ") + ")"
		}
		parts = append(parts, text)
	}
	b.alt(orElse(s.data.Title, "Staplade delar"), parts, s.unknown())
}
