package chart

import (
	"image/color"
	"math"

	"itportfoljen/app/base/draw"
)

// Spark is data for Sparkline: values in order. One that isn't a number isn't known.
type Spark struct {
	Title    string
	Unit     string
	Names    []string // of the values: "jan", "feb"
	Values   []float64
	Against  float64 // a level to hold them against, drawn as a line; 0: none
	Forecast int     // how many of the last values are believed and not yet so: drawn dashed
}

// Sparkline draws how something has gone in the height of a line of text, without words: those are in Alt
// and Table. It ends in a disc where it stands now. Where a value isn't known the line has a gap.
func Sparkline(data Spark, w, h float64, st Style, m draw.Measure) draw.Drawing {
	b := newBoard(w, h, st, m)
	data.Against = sane(data.Against)
	lo, hi, n := math.Inf(1), math.Inf(-1), 0
	for _, v := range data.Values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			lo, hi, n = math.Min(lo, v), math.Max(hi, v), n+1
		}
	}
	if n == 0 {
		return nothingSmall(b, data.Title)
	}
	b.sayValues(data.Title, data.Unit, data.Names, data.Values, math.Max(hi, -lo))
	if data.Against != 0 {
		lo, hi = math.Min(lo, data.Against), math.Max(hi, data.Against)
	}
	const air = 2.6 // of the disc
	y := func(v float64) float64 {
		if hi <= lo {
			return h / 2
		}
		return h - air - (v-lo)/(hi-lo)*(h-2*air)
	}
	x := func(i int) float64 { return air + float64(i)*(w-2*air)/math.Max(1, float64(len(data.Values)-1)) }
	if data.Against != 0 {
		b.Add(draw.Line{X1: 0, Y1: y(data.Against), X2: w, Y2: y(data.Against), Width: 0.7, Color: st.Muted})
	}
	known := func(i int) bool { return !math.IsNaN(data.Values[i]) && !math.IsInf(data.Values[i], 0) }
	last := 0
	for i, v := range data.Values {
		if !known(i) {
			continue
		}
		last = i
		switch {
		case i > 0 && known(i-1):
			b.Add(draw.Line{X1: x(i - 1), Y1: y(data.Values[i-1]), X2: x(i), Y2: y(v), Width: 1.2, Color: st.Accent, Dash: i >= len(data.Values)-data.Forecast})
		case i+1 == len(data.Values) || !known(i+1): // alone between gaps
			b.Add(draw.Circle{X: x(i), Y: y(v), R: 0.9, Fill: st.Accent})
		}
	}
	b.Add(draw.Circle{X: x(last), Y: y(data.Values[last]), R: 2.1, Fill: st.Accent})
	return b.Drawing
}

// nothingSmall is a dash: there is no room for words.
func nothingSmall(b *board, title string) draw.Drawing {
	size := math.Min(b.font, b.H*0.8)
	b.Add(draw.Text{X: b.W / 2, Y: b.H/2 + size*0.35, Size: size, Align: draw.Center, Color: b.st.Muted, Text: "–"})
	b.Alt = joinSentence(title, "Inget att visa än")
	return b.Drawing
}

// sayValues tells a row of values.
func (b *board) sayValues(title, unit string, names []string, values []float64, largest float64) {
	dec := decimals(largest)
	b.Table = [][]string{{"", orElse(unit, "Värde")}}
	var parts []string
	for i, v := range values {
		name := Number(float64(i+1), 0)
		if i < len(names) {
			name = names[i]
		}
		b.Table = append(b.Table, []string{name, Number(v, dec)})
		parts = append(parts, name+" "+amount(v, unit, dec))
	}
	b.alt(orElse(title, "Utveckling"), parts)
}

// Small is data for SmallBar: a value on the scale that it shares with those above and below it.
type Small struct {
	Title     string
	Unit      string
	Value     float64 // one that isn't a number isn't known
	Low, High float64 // of all that share the scale
	Form      Form
	Color     color.NRGBA // A = 0: the accent
}

// SmallBar draws a bar in the height of a line of text, for a cell: from zero, so that bars of a column are
// compared. A value beyond the scale ends in an arrow.
func SmallBar(data Small, w, h float64, st Style, m draw.Measure) draw.Drawing {
	b := newBoard(w, h, st, m)
	if math.IsNaN(data.Value) || math.IsInf(data.Value, 0) {
		return nothingSmall(b, data.Title)
	}
	lo, hi := math.Min(0, sane(data.Low)), math.Max(0, sane(data.High))
	if hi <= lo {
		hi = lo + 1
	}
	const air = 5 // of an arrow, on either side
	s := scaled{lo, hi, math.Min(air, w/8), w - math.Min(air, w/8)}
	if lo == 0 {
		s.x0 = 0.5
	}
	c := data.Color
	if c.A == 0 {
		c = st.Accent
	}
	x0, x1 := s.at(math.Min(0, data.Value)), s.at(math.Max(0, data.Value))
	if data.Value != 0 {
		b.Add(data.Form.Rect(x0, h*0.18, math.Max(x1-x0, 0.8), h*0.64, c, st.Surface))
	}
	size := math.Min(3.4, h*0.32)
	switch {
	case data.Value > hi:
		b.Add(draw.Polygon{Points: [][2]float64{{w, h / 2}, {s.x1, h/2 - size}, {s.x1, h/2 + size}}, Fill: st.Ink})
	case data.Value < lo && lo < 0:
		b.Add(draw.Polygon{Points: [][2]float64{{0, h / 2}, {s.x0, h/2 - size}, {s.x0, h/2 + size}}, Fill: st.Ink})
	}
	b.Add(draw.Line{X1: s.at(0), Y1: 0, X2: s.at(0), Y2: h, Width: 0.7, Color: st.Muted})
	b.sayValues(data.Title, data.Unit, []string{data.Form.String()}, []float64{data.Value}, math.Max(hi, -lo))
	return b.Drawing
}
