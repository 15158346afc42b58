package chart

import (
	"image/color"
	"math"

	"itportfoljen/app/base/draw"
)

// Variance is how much something differs from its budget: + is better.
type Variance struct {
	Label   string
	Value   float64
	Percent float64 // of the budget; one that isn't a number isn't known: there is no budget
	Text    string  // the amount in words; empty means formatted with unit
	Key     string
}

// Variances is data for Lollipops.
type Variances struct {
	Title string
	Unit  string
	Bars  []Variance
}

// Lollipops draws variances: amounts as bars, and beside them per cent as pins, better to the right and
// worse to the left of the line. One that is so large that the others couldn't be seen beside it ends in
// an arrow, which is said. The height follows from the number of rows.
func Lollipops(data Variances, w float64, st Style, m draw.Measure) draw.Drawing {
	if len(data.Bars) == 0 {
		return nothing(data.Title, w, 50, st, m)
	}
	b := newBoard(w, 0, st, m)
	var names, texts []string
	var kr, percent []float64
	for i := range data.Bars {
		kr, percent = append(kr, sane(data.Bars[i].Value)), append(percent, sane(data.Bars[i].Percent))
	}
	dec := decimals(largestOf(kr))
	for i := range data.Bars {
		x := &data.Bars[i]
		names = append(names, x.Label)
		texts = append(texts, x.said(data.Unit, dec))
	}
	r := b.rowed(names, texts)
	r.top = b.font * 1.8
	gap := b.font * 1.6
	half := (r.x1 - r.x0 - gap) / 2
	pins := half >= b.font*6 // else the words alone have the per cent
	left := scaled{x0: r.x0, x1: r.x1}
	if pins {
		left.x1 = r.x0 + half
	}
	var over []string
	var cut bool
	left.lo, left.hi, cut = capped(kr)
	right := scaled{x0: r.x0 + half + gap, x1: r.x1}
	var cutShare bool
	right.lo, right.hi, cutShare = capped(percent)
	end := r.y(len(data.Bars))
	b.variancesHead(left, right, pins)
	for i := range data.Bars {
		x := &data.Bars[i]
		c := st.Good
		if x.Value < 0 {
			c = st.Bad
		}
		mid := r.y(i) + r.row/2
		x0, x1 := left.at(math.Min(0, kr[i])), left.at(math.Max(0, kr[i]))
		if kr[i] != 0 {
			b.Add(draw.Rect{X: x0, Y: mid - r.row*0.27, W: math.Max(x1-x0, 0.8), H: r.row * 0.54, Fill: c, Stroke: darker(c), StrokeWidth: 0.4})
			b.arrowOut(left, kr[i], mid)
		}
		if pins && !math.IsNaN(x.Percent) {
			at := right.at(percent[i])
			b.Add(draw.Line{X1: right.at(0), Y1: mid, X2: clamp(at, right.x0+3.2, right.x1-3.2), Y2: mid, Width: 1.6, Color: c})
			b.pin(clamp(at, right.x0+3.2, right.x1-3.2), mid, percent[i] < 0, c)
			b.arrowOut(right, percent[i], mid)
		}
		if cut && (kr[i] > left.hi || kr[i] < left.lo) || cutShare && pins && (percent[i] > right.hi || percent[i] < right.lo) {
			over = append(over, x.Label)
		}
		r.said(i, x.Label, texts[i], false, st.Ink)
		r.hit(i, x.Key, x.Label+": "+texts[i])
	}
	zeros := []float64{left.at(0)}
	if pins {
		zeros = append(zeros, right.at(0))
	}
	for _, z := range zeros {
		b.Add(draw.Line{X1: z, Y1: r.top, X2: z, Y2: end, Width: 0.8, Color: st.Muted})
	}
	note := beyond(over)
	b.H = b.note(end, note)
	b.Table = [][]string{{"", "Avvikelse", "Avvikelse i procent"}}
	var parts []string
	for i := range data.Bars {
		x := &data.Bars[i]
		b.Table = append(b.Table, []string{x.Label, orElse(x.Text, plus(x.Value, data.Unit, dec)), x.share()})
		parts = append(parts, x.Label+" "+texts[i])
	}
	b.alt(orElse(data.Title, "Avvikelser"), parts, note)
	return b.Drawing
}

// variancesHead says what is shown and which way is better.
func (b *board) variancesHead(left, right scaled, pins bool) {
	side := func(s scaled, what string) {
		said := what + ": + är bättre"
		if b.width(said) > s.x1-s.x0 {
			said = what
		}
		b.text((s.x0+s.x1)/2, b.font*1.1, draw.Center, b.st.Muted, false, b.clip(said, s.x1-s.x0))
	}
	side(left, "belopp")
	if pins {
		side(right, "%")
	}
}

// pin is a disc for what is better and a square for what is worse.
func (b *board) pin(x, y float64, worse bool, c color.NRGBA) {
	if worse {
		b.Add(draw.Rect{X: x - 2.8, Y: y - 2.8, W: 5.6, H: 5.6, Fill: c, Stroke: darker(c), StrokeWidth: 0.4})
		return
	}
	b.Add(draw.Circle{X: x, Y: y, R: 3, Fill: c, Stroke: darker(c), StrokeWidth: 0.4})
}

// arrowOut ends what is larger than its scale.
func (b *board) arrowOut(s scaled, v, y float64) {
	const size = 4.0
	switch {
	case v > s.hi:
		b.Add(draw.Polygon{Points: [][2]float64{{s.x1 + size, y}, {s.x1 - 1, y - size}, {s.x1 - 1, y + size}}, Fill: b.st.Ink})
	case v < s.lo:
		b.Add(draw.Polygon{Points: [][2]float64{{s.x0 - size, y}, {s.x0 + 1, y - size}, {s.x0 + 1, y + size}}, Fill: b.st.Ink})
	}
}

func largestOf(vs []float64) (most float64) {
	for _, v := range vs {
		most = math.Max(most, math.Abs(v))
	}
	return most
}

// outlier is how many times larger than the next one a value is that isn't drawn in full.
const outlier = 5

// capped are the ends of a scale that one value much larger than the others doesn't rule; cut says that
// something is beyond them.
func capped(vs []float64) (lo, hi float64, cut bool) {
	most, next := 0.0, 0.0
	for _, v := range vs {
		switch v = math.Abs(v); {
		case v > most:
			most, next = v, most
		case v > next:
			next = v
		}
	}
	end := most
	if next > 0 && most > outlier*next {
		end, cut = next*1.6, true
	}
	for _, v := range vs {
		lo, hi = math.Min(lo, math.Max(v, -end)), math.Max(hi, math.Min(v, end))
	}
	if hi <= lo {
		hi = lo + 1
	}
	return lo, hi, cut
}

// beyond says what is larger than its scale.
func beyond(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0] + " är större än skalan, och slutar i en pil."
	}
	return Number(float64(len(names)), 0) + " är större än skalan, och slutar i en pil."
}

// plus is an amount with its sign.
func plus(v float64, unit string, dec int) string {
	s := amount(v, unit, dec)
	if v > 0 {
		return "+" + s
	}
	return s
}

func (x *Variance) share() string {
	if math.IsNaN(x.Percent) || math.IsInf(x.Percent, 0) {
		return "–"
	}
	return plus(x.Percent, "%", 1)
}

// said is a variance in words: "−120 tkr, −8,5 %, sämre".
func (x *Variance) said(unit string, dec int) string {
	text := orElse(x.Text, plus(sane(x.Value), unit, dec))
	if s := x.share(); s != "–" {
		text += ", " + s
	}
	switch {
	case x.Value > 0:
		return text + " bättre"
	case x.Value < 0:
		return text + " sämre"
	}
	return text
}
