package chart

import (
	"image/color"
	"math"
	"strings"

	"itportfoljen/app/base/draw"
)

// rows is where a chart with a row for each thing has its columns: names to the left, bars, and
// words to the right. Names and words are cut to their columns, so that nothing lies over anything.
type rows struct {
	*board
	row, names, texts float64 // height and widths
	x0, x1            float64 // where bars may be
	top               float64 // of the first row
}

// rowed lays the columns out for the names and words that they are to hold.
func (b *board) rowed(names, texts []string) *rows {
	r := &rows{board: b, row: b.font * 2.1}
	for _, s := range names {
		r.names = math.Max(r.names, b.width(s))
	}
	for _, s := range texts {
		r.texts = math.Max(r.texts, b.m(s, b.font, true))
	}
	r.names, r.texts = math.Min(r.names+1, b.W*0.38), math.Min(r.texts+1, b.W*0.4)
	r.x0, r.x1 = r.names+8, b.W-r.texts-6
	if r.texts <= 1 {
		r.x1 = b.W
	}
	if r.x1 < r.x0+b.W*0.12 {
		r.x1 = r.x0 + b.W*0.12
		r.texts = b.W - r.x1 - 6
	}
	return r
}

// y is the top of a row.
func (r *rows) y(i int) float64 { return r.top + float64(i)*r.row }

// base is the baseline of a row's text.
func (r *rows) base(i int) float64 { return r.y(i) + r.row/2 + r.font*0.35 }

// said writes a row's name and its words.
func (r *rows) said(i int, name, text string, bold bool, c color.NRGBA) {
	r.text(0, r.base(i), draw.Left, r.st.Ink, bold, r.clipIn(name, r.names, bold))
	r.text(r.W, r.base(i), draw.Right, c, bold, r.clipIn(text, r.texts, bold))
}

// clipIn is clip for either weight.
func (b *board) clipIn(s string, max float64, bold bool) string {
	if bold {
		return b.clipBold(s, max)
	}
	return b.clip(s, max)
}

// hit lets a row be opened.
func (r *rows) hit(i int, key, tip string) {
	if key != "" {
		r.Hits = append(r.Hits, draw.Hit{X: 0, Y: r.y(i), W: r.W, H: r.row, Key: key, Tip: tip})
	}
}

// scaled is where values lie between two ends.
type scaled struct{ lo, hi, x0, x1 float64 }

// scale spans the values and zero.
func (r *rows) scale(lo, hi float64) scaled {
	lo, hi = math.Min(lo, 0), math.Max(hi, 0)
	if hi <= lo {
		hi = lo + 1
	}
	return scaled{lo, hi, r.x0, r.x1}
}

func (s scaled) at(v float64) float64 {
	return s.x0 + (clamp(v, s.lo, s.hi)-s.lo)/(s.hi-s.lo)*(s.x1-s.x0)
}

// note writes sentences under a chart on as many lines as they need, and gives where they end.
func (b *board) note(y float64, sentences ...string) float64 {
	said := strings.Join(filled(sentences...), " ")
	if said == "" {
		return y
	}
	y += b.font * 0.5
	for _, line := range b.wrap(said, b.W, 6) {
		b.text(0, y+b.font, draw.Left, b.st.Muted, false, line)
		y += b.font * 1.35
	}
	return y
}

// alt says a chart in words: its parts, and then what is noted.
func (b *board) alt(title string, parts []string, notes ...string) {
	b.Alt = joinSentence(title, told(short(parts)))
	if said := strings.Join(filled(notes...), " "); said != "" {
		b.Alt += " " + said
	}
}

// short keeps each part within what can be listened to.
func short(parts []string) []string {
	const most = 150
	out := make([]string, len(parts))
	for i, p := range parts {
		if rs := []rune(p); len(rs) > most {
			p = strings.TrimRight(string(rs[:most-1]), " ,") + "…"
		}
		out[i] = p
	}
	return out
}
