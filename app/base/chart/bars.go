package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"itportfoljen/app/base/draw"
)

// GroupedBars draws categories × series as standing bars with a legend. A category many times
// all others doesn't flatten them: the scale ends above the others, its bars are broken, their
// values are written and it is said below.
func GroupedBars(data Grouped, w, h float64, st Style, m draw.Measure) draw.Drawing {
	if len(data.Categories) == 0 || len(data.Series) == 0 {
		return nothing(data.Title, w, h, st, m)
	}
	b := newBoard(w, h, st, m)
	data.broken()
	foot := b.note(0, data.Note)
	b.Shapes, b.H = nil, h-foot
	p := b.plot(data, b.swatches(data))
	b.lines(p)
	for i, name := range data.Categories {
		b.category(data, p, i, name)
	}
	b.H = h
	b.note(h-foot, data.Note)
	b.describeGroups(data, p.dec)
	return b.Drawing
}

// lines draws the ticks, and as many of their numbers as there is room for.
func (b *board) lines(p *plot) {
	zero, every := 0, 1
	for i, v := range p.ticks {
		if v == 0 {
			zero = i
		}
	}
	for gap := (p.bottom - p.top) / float64(len(p.ticks)-1); gap*float64(every) < b.font && every < len(p.ticks); {
		every++
	}
	for i, v := range p.ticks {
		y := p.y(v)
		c, wide := b.st.Grid, 0.6
		if v == 0 {
			c, wide = b.st.Muted, 0.9
		}
		b.Add(draw.Line{X1: p.left, Y1: y, X2: b.W, Y2: y, Width: wide, Color: c})
		if (i-zero)%every == 0 {
			b.text(p.left-5, y+b.font*0.33, draw.Right, b.st.Muted, false, p.labels[i])
		}
	}
}

// plot is where bars stand.
type plot struct {
	left, top, bottom, slot float64
	ticks                   []float64
	labels                  []string
	dec                     int
	names                   [][]string // of every such category, on lines
	every                   int        // names of very many categories are thinned out
	swatches                []swatch   // of the series
}

// swatches are how the series look: forms are of one colour, and years of one hue.
func (b *board) swatches(data Grouped) (out []swatch) {
	formed := false
	for _, s := range data.Series {
		formed = formed || s.Form != Actual
	}
	ramp := Years(b.st.Accent, b.st.Surface, len(data.Series))
	for i, s := range data.Series {
		c := b.series(i)
		switch {
		case formed:
			c = b.st.Accent
		case data.Years:
			c = ramp[i]
		}
		out = append(out, swatch{s.Name, c, s.Form})
	}
	return out
}

func (p *plot) y(v float64) float64 {
	lo, hi := p.ticks[0], p.ticks[len(p.ticks)-1]
	return p.bottom - (v-lo)/(hi-lo)*(p.bottom-p.top)
}

func (b *board) plot(data Grouped, looks []swatch) *plot {
	lo, hi := 0.0, 0.0
	for _, s := range data.Series {
		for _, v := range s.Values {
			lo, hi = math.Min(lo, sane(v)), math.Max(hi, sane(v))
		}
	}
	if data.scale > 0 {
		hi = data.scale
	}
	p := &plot{ticks: ticks(lo, hi), dec: decimals(math.Max(hi, -lo))}
	step := p.ticks[1] - p.ticks[0]
	tickDec := 0
	for d := step; tickDec < 4 && math.Abs(d-math.Round(d)) > 1e-6*math.Abs(d); d *= 10 {
		tickDec++
	}
	for _, v := range p.ticks {
		s := Number(v, tickDec)
		p.labels = append(p.labels, s)
		p.left = math.Max(p.left, b.width(s))
	}
	p.left += 7
	unit := 0.0
	if data.Unit != "" {
		unit = b.width(data.Unit) + 14
		b.text(b.W, b.font*1.15, draw.Right, b.st.Muted, false, data.Unit)
	}
	p.swatches = looks
	p.top = b.keys(p.swatches, 0, 0, b.W-unit) + b.font*1.4
	lines := 1
	p.slot = (b.W - p.left) / float64(len(data.Categories))
	p.every = int(math.Ceil(16 / p.slot))
	for i, name := range data.Categories {
		if i%p.every == 0 {
			room := min(p.slot*float64(p.every), b.W-p.left-p.slot*float64(i)) - 4
			of := b.wrap(name, room, 3)
			for k := range of { // a syllable may be wider than its place
				of[k] = b.clip(of[k], room)
			}
			p.names = append(p.names, of)
			lines = max(lines, len(p.names[len(p.names)-1]))
		}
	}
	p.bottom = b.H - b.font*(0.4+1.2*float64(lines))
	if p.bottom < p.top+10 {
		p.bottom = p.top + 10
	}
	return p
}

// category draws one category's bars, their values where they fit, and its name.
func (b *board) category(data Grouped, p *plot, i int, name string) {
	x0 := p.left + float64(i)*p.slot
	n := len(data.Series)
	bw := math.Min(p.slot*0.76/float64(n), 34)
	x := x0 + (p.slot-bw*float64(n))/2
	for j, s := range data.Series {
		v := 0.0
		if i < len(s.Values) {
			v = sane(s.Values[i])
		}
		if i < len(s.Values) && v != s.Values[i] { // nobody has said
			x += bw
			continue
		}
		c := p.swatches[j].color
		y0, y1 := p.y(0), p.y(min(v, p.ticks[len(p.ticks)-1]))
		b.Add(b.area(p.swatches[j], x+0.5, math.Min(y0, y1), math.Max(bw-1, 0.5), math.Abs(y1-y0)))
		if v > p.ticks[len(p.ticks)-1] {
			b.breakBar(x, y1+(y0-y1)*0.12, bw)
		}
		if label := Number(v, p.dec); v != 0 && b.width(label) <= bw-1 {
			y, col := y1-2.5, b.st.Muted
			if v < 0 {
				y = y1 + b.font
			}
			if y > p.bottom { // no room below: within the bar
				y, col = y1-3, b.on(c)
				if s.Form != Actual {
					col = b.st.Ink
				}
			}
			if y <= p.bottom && (v > 0 || y > y0+b.font) {
				b.text(x+bw/2, y, draw.Center, col, false, label)
			}
		}
		x += bw
	}
	b.categoryName(p, i)
	if i < len(data.Keys) {
		b.Hits = append(b.Hits, draw.Hit{X: x0, Y: p.top, W: p.slot, H: b.H - p.top, Key: data.Keys[i], Tip: data.said(i, p.dec)})
	}
}

// breakBar cuts a bar that goes on above the scale.
func (b *board) breakBar(x, y, w float64) {
	const gap, lean = 3.5, 2.5
	b.Add(draw.Polygon{Points: [][2]float64{{x - 1, y + lean}, {x + w + 1, y - lean}, {x + w + 1, y - lean + gap}, {x - 1, y + lean + gap}}, Fill: b.st.Surface})
}

// broken ends the scale where a category has bars many times those of all others, and says of
// which ones.
func (g *Grouped) broken() {
	most := make([]float64, len(g.Categories))
	for i := range most {
		for _, s := range g.Series {
			if i < len(s.Values) {
				most[i] = math.Max(most[i], sane(s.Values[i]))
			}
		}
	}
	sorted := slices.Sorted(slices.Values(most))
	if len(sorted) < 3 {
		return
	}
	first, second := sorted[len(sorted)-1], sorted[len(sorted)-2]
	if second <= 0 || first < FarAbove*second {
		return
	}
	g.scale = second
	for i, v := range most {
		if v == first {
			g.Note = strings.Join(filled(g.Note, fmt.Sprintf("%s går över skalan: %s.", g.Categories[i], amount(v, g.Unit, decimals(v)))), " ")
		}
	}
}

// said is a category with its values: "Vård och omsorg: 2026 6,2, 2027 7,1 mnkr".
func (g *Grouped) said(i, dec int) string {
	var parts []string
	for _, s := range g.Series {
		if i < len(s.Values) && sane(s.Values[i]) == s.Values[i] {
			parts = append(parts, strings.TrimSpace(s.Name+" "+Number(s.Values[i], max(dec, 1))))
		}
	}
	return g.Categories[i] + ": " + strings.TrimSpace(strings.Join(parts, ", ")+"\u00a0"+g.Unit)
}

// categoryName writes what a category is called below its bars, if it is one of those that have room.
func (b *board) categoryName(p *plot, i int) {
	if i%p.every != 0 {
		return
	}
	x0 := p.left + float64(i)*p.slot
	for k, ln := range p.names[i/p.every] {
		b.text(x0+min(p.slot*float64(p.every), b.W-x0)/2, p.bottom+b.font*(1.25+1.2*float64(k)), draw.Center, b.st.Ink, false, ln)
	}
}

func (b *board) describeGroups(data Grouped, dec int) {
	head := []string{""}
	for _, s := range data.Series {
		name := s.Name
		if data.Unit != "" {
			name += " (" + data.Unit + ")"
		}
		head = append(head, name)
	}
	b.Table = [][]string{head}
	var parts []string
	for i, name := range data.Categories {
		row, said := []string{name}, []string{}
		for _, s := range data.Series {
			v := 0.0
			if i < len(s.Values) {
				v = s.Values[i]
			}
			row = append(row, Number(v, dec))
			said = append(said, strings.TrimSpace(strings.ToLower(s.Name)+" "+amount(v, data.Unit, dec)))
		}
		b.Table = append(b.Table, row)
		parts = append(parts, name+" "+strings.Join(said, ", "))
	}
	b.alt(orElse(data.Title, "Stapeldiagram"), parts, data.Note)
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// HorizontalBars draws ranked categories. The height follows from the number of bars.
func HorizontalBars(data Ranked, w float64, st Style, m draw.Measure) draw.Drawing {
	if len(data.Bars) == 0 {
		return nothing(data.Title, w, 50, st, m)
	}
	b := newBoard(w, 0, st, m)
	row := b.font * 2.1
	b.H = row * float64(len(data.Bars))
	lo, hi := 0.0, 0.0
	for _, x := range data.Bars {
		lo, hi = math.Min(lo, sane(x.Value)), math.Max(hi, sane(x.Value))
	}
	dec := decimals(math.Max(hi, -lo))
	names, texts := 0.0, 0.0
	for i := range data.Bars {
		x := &data.Bars[i]
		names = math.Max(names, b.width(x.Label))
		texts = math.Max(texts, b.width(barText(x, data.Unit, dec)))
	}
	names = math.Min(names, w*0.42)
	texts = math.Min(texts, w*0.35)
	span := math.Max(w-names-texts-14, 10)
	scale := 0.0
	if hi > lo {
		scale = span / (hi - lo)
	}
	zero := names + 8 - lo*scale
	b.Table = [][]string{{"", orElse(data.Unit, "Värde")}}
	var parts []string
	for i := range data.Bars {
		x := &data.Bars[i]
		text := barText(x, data.Unit, dec)
		b.ranked(x, text, float64(i)*row, row, names, texts, zero, scale)
		b.Table = append(b.Table, []string{x.Label, text})
		parts = append(parts, x.Label+" "+text)
	}
	b.Add(draw.Line{X1: zero, Y1: 0, X2: zero, Y2: b.H, Width: 0.8, Color: b.st.Muted})
	b.Alt = joinSentence(orElse(data.Title, "Stapeldiagram"), told(parts))
	return b.Drawing
}

func barText(x *Bar, unit string, dec int) string {
	if x.Text != "" {
		return x.Text
	}
	return amount(x.Value, unit, dec)
}

func (b *board) ranked(x *Bar, text string, y, row, names, texts, zero, scale float64) {
	base := y + row/2 + b.font*0.35
	b.text(names, base, draw.Right, b.st.Ink, false, b.clip(x.Label, names))
	fill, col := b.st.Accent, b.st.Ink
	if x.Bad {
		fill, col = b.st.Bad, b.st.Bad
	}
	v := sane(x.Value) * scale
	x0, x1 := math.Min(zero, zero+v), math.Max(zero, zero+v)
	b.Add(draw.Rect{X: x0, Y: y + row*0.2, W: x1 - x0, H: row * 0.6, Fill: fill})
	b.text(x1+4, base, draw.Left, col, false, b.clip(text, texts+1))
	if x.Key != "" {
		b.Hits = append(b.Hits, draw.Hit{X: 0, Y: y, W: b.W, H: row, Key: x.Key, Tip: x.Label + ": " + text})
	}
}
