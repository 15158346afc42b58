package chart

import (
	"image/color"
	"math"

	"itportfoljen/app/draw"
)

// Progress draws values against their limits; what is over is red and says so.
// The height follows from the number of bars.
func Progress(data Progressed, w float64, st Style, m draw.Measure) draw.Drawing {
	if len(data.Bars) == 0 {
		return nothing(data.Title, w, 50, st, m)
	}
	b := newBoard(w, 0, st, m)
	row := b.font*1.5 + 17
	b.H = row*float64(len(data.Bars)) - 9
	b.Table = [][]string{{"", "Värde", "Ram", "Andel"}}
	var parts []string
	largest := 0.0
	for _, x := range data.Bars {
		largest = math.Max(largest, math.Max(math.Abs(sane(x.Value)), math.Abs(sane(x.Limit))))
	}
	dec := decimals(largest)
	for i := range data.Bars {
		parts = append(parts, b.progress(&data.Bars[i], data.Unit, dec, float64(i)*row, row))
	}
	b.Alt = joinSentence(orElse(data.Title, "Ramar"), told(parts))
	return b.Drawing
}

// progress draws one bar and says it in words.
func (b *board) progress(x *Limit, unit string, dec int, y, row float64) string {
	value, limit := sane(x.Value), sane(x.Limit)
	over := value > limit
	text := x.Text
	if text == "" {
		text = Number(value, dec) + nbsp + "/" + nbsp + amount(limit, unit, dec)
	}
	fill, col := b.st.Accent, b.st.Ink
	share := 0.0
	if limit > 0 {
		share = math.Max(0, math.Min(1, value/limit))
	}
	if over {
		fill, col, share = b.st.Bad, b.st.Bad, 1
		text += ", över"
	}
	base := y + b.font*1.05
	text = b.clip(text, b.W*0.7)
	b.text(b.W, base, draw.Right, col, over, text)
	tw := b.m(text, b.font, over)
	b.text(0, base, draw.Left, b.st.Ink, false, b.clip(x.Label, b.W-tw-8))
	by := y + b.font*1.5
	b.Add(draw.Rect{X: 0, Y: by, W: b.W, H: 6, Fill: b.st.Grid})
	if share > 0 {
		b.Add(draw.Rect{X: 0, Y: by, W: b.W * share, H: 6, Fill: fill})
	}
	if x.Key != "" {
		b.Hits = append(b.Hits, draw.Hit{X: 0, Y: y, W: b.W, H: row - 9, Key: x.Key, Tip: x.Label + ": " + text})
	}
	said, percent := "", "–"
	if limit > 0 {
		percent = Number(value/limit*100, 0) + nbsp + "%"
		said = " (" + percent + ")"
	}
	if over {
		said += ", över ramen"
	}
	b.Table = append(b.Table, []string{x.Label, amount(value, unit, dec), amount(limit, unit, dec), percent})
	return x.Label + " " + amount(value, unit, dec) + " av " + amount(limit, unit, dec) + said
}

// StackedBar draws parts of a whole as one bar with a legend. The height follows
// from the legend. Parts below zero can't be shown and count as nothing.
func StackedBar(data Whole, w float64, st Style, m draw.Measure) draw.Drawing {
	total, largest := 0.0, 0.0
	for _, p := range data.Parts {
		total += math.Max(0, sane(p.Value))
		largest = math.Max(largest, sane(p.Value))
	}
	if total <= 0 {
		return nothing(data.Title, w, 50, st, m)
	}
	b := newBoard(w, 0, st, m)
	dec := decimals(largest)
	const thick = 16.0
	b.Table = [][]string{{"", orElse(data.Unit, "Värde"), "Andel"}}
	var parts, names []string
	var colors []color.NRGBA
	x := 0.0
	for i, p := range data.Parts {
		v := math.Max(0, sane(p.Value))
		c := p.Color
		if c.A == 0 {
			c = b.series(i)
		}
		pw := w * v / total
		percent := Number(v/total*100, 0) + nbsp + "%"
		b.part(p, c, x, pw, thick, percent)
		x += pw
		names = append(names, p.Label+" "+amount(p.Value, data.Unit, dec))
		colors = append(colors, c)
		b.Table = append(b.Table, []string{p.Label, amount(p.Value, data.Unit, dec), percent})
		parts = append(parts, p.Label+" "+amount(p.Value, data.Unit, dec)+" ("+percent+")")
	}
	b.H = thick + 5 + b.legend(names, colors, 0, thick+5, w)
	b.Alt = joinSentence(orElse(data.Title, "Fördelning"), told(parts))
	return b.Drawing
}

func (b *board) part(p Part, c color.NRGBA, x, w, thick float64, percent string) {
	if w <= 0 {
		return
	}
	b.Add(draw.Rect{X: x, Y: 0, W: w, H: thick, Fill: c, Stroke: b.st.Surface, StrokeWidth: 1})
	if b.width(percent) < w-6 {
		b.text(x+w/2, thick/2+b.font*0.35, draw.Center, b.on(c), true, percent)
	}
	if p.Key != "" {
		b.Hits = append(b.Hits, draw.Hit{X: x, Y: 0, W: w, H: thick, Key: p.Key, Tip: p.Label + ": " + percent})
	}
}
