package chart

import (
	"math"

	"itportfoljen/app/base/draw"
)

// Progress draws values against their limits; what is over is red past a mark at the
// limit, and says so.
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
	over := !x.Unlimited && value > limit
	of := amount(limit, unit, dec)
	if x.Unlimited {
		of = "–"
	}
	text := x.Text
	if text == "" {
		text = Number(value, dec) + nbsp + "/" + nbsp + of
	}
	fill, col := b.st.Accent, b.st.Ink
	share := 0.0
	if limit > 0 {
		share = math.Max(0, math.Min(1, value/limit))
	}
	if over {
		col, share = b.st.Bad, math.Max(0, limit/value) // the whole bar is the value, and the limit stands in it
		text += ", över"
	}
	base := y + b.font*1.05
	text = b.clip(text, b.W*0.7)
	b.text(b.W, base, draw.Right, col, over, text)
	tw := b.m(text, b.font, over)
	b.text(0, base, draw.Left, b.st.Ink, false, b.clip(x.Label, b.W-tw-8))
	by := y + b.font*1.5
	if x.Unlimited {
		b.noLimit(by+3, b.W)
	} else {
		b.Add(draw.Rect{X: 0, Y: by, W: b.W, H: 6, Fill: b.st.Grid})
	}
	if over {
		b.Add(draw.Rect{X: 0, Y: by, W: b.W, H: 6, Fill: b.st.Bad})
	}
	if share > 0 {
		b.Add(draw.Rect{X: 0, Y: by, W: b.W * share, H: 6, Fill: fill})
	}
	if over { // where the limit is, whatever the colours
		b.Add(draw.Rect{X: math.Max(0, b.W*share-1), Y: by - 2, W: 2, H: 10, Fill: b.st.Ink})
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
	b.Table = append(b.Table, []string{x.Label, amount(value, unit, dec), of, percent})
	if x.Unlimited {
		return x.Label + " " + amount(value, unit, dec) + ", ingen ram"
	}
	return x.Label + " " + amount(value, unit, dec) + " av " + of + said
}
