package chart

import (
	"math"
	"strings"

	"itportfoljen/app/base/draw"
)

// Framed is what is asked for, allotted and used of a ram.
type Framed struct {
	Label                 string
	Ram                   float64
	None                  bool // no ram is decided
	Asked, Allotted, Used float64
	Text                  string // right above the bars; empty means formatted with unit
	Key                   string
}

// Frames is data for FrameBars.
type Frames struct {
	Title string
	Unit  string
	Bars  []Framed
}

// fullFrame is where in the width a whole ram ends; the rest is for what is over it.
const fullFrame = 0.74

// FrameBars draws rams, each as long as the others so that its line at 100 % stands below theirs: what
// is asked for as an outline, what is allotted as a bar and what is used as a darker one in it. What is
// over a ram goes past its line, in red and in words; more than there is room for ends in an arrow. Where
// no ram is decided there is nothing to measure against: a dashed line is drawn, and the amounts are words.
// The height follows from the number of bars.
func FrameBars(data Frames, w float64, st Style, m draw.Measure) draw.Drawing {
	if len(data.Bars) == 0 {
		return nothing(data.Title, w, 50, st, m)
	}
	b := newBoard(w, 0, st, m)
	pale := Years(st.Accent, st.Surface, 3)
	looks := []swatch{{"sökt", st.Accent, Budget}, {"beviljat", pale[1], Actual}, {"använt", pale[2], Actual}, {"över ramen", st.Bad, Actual}}
	top := b.keys(looks, 0, 0, w) + b.font*0.3
	row := b.font*1.5 + 21
	largest := 0.0
	for _, x := range data.Bars {
		largest = math.Max(largest, math.Max(math.Max(math.Abs(sane(x.Ram)), math.Abs(sane(x.Asked))), math.Max(math.Abs(sane(x.Allotted)), math.Abs(sane(x.Used)))))
	}
	dec := decimals(largest)
	b.Table = [][]string{{"", "Ram", "Sökt", "Beviljat", "Använt", "Kvar", "Andel"}}
	var parts []string
	for i := range data.Bars {
		x := &data.Bars[i]
		y := top + float64(i)*row
		text := b.frameText(x, data.Unit, dec)
		over := x.over()
		c := st.Ink
		if over {
			c = st.Bad
		}
		text = b.clipIn(text, w*0.68, over)
		b.text(w, y+b.font*1.05, draw.Right, c, over, text)
		b.text(0, y+b.font*1.05, draw.Left, st.Ink, false, b.clip(x.Label, w-b.m(text, b.font, over)-8))
		b.frameBar(x, looks, y+b.font*1.5)
		if x.Key != "" {
			b.Hits = append(b.Hits, draw.Hit{X: 0, Y: y, W: w, H: row - 8, Key: x.Key, Tip: x.Label + ": " + b.frameText(x, data.Unit, dec)})
		}
		parts = append(parts, b.sayFrame(x, data.Unit, dec))
	}
	b.H = top + row*float64(len(data.Bars)) - 4
	b.alt(orElse(data.Title, "Ramar"), parts)
	return b.Drawing
}

// most is what a ram is held against.
func (x *Framed) most() float64 { return math.Max(sane(x.Allotted), sane(x.Used)) }

func (x *Framed) over() bool { return !x.None && x.most() > sane(x.Ram) }

// share is how much of the ram is allotted or used in whole per cent, rounded up where it is over; "" where
// there is nothing to have a share of.
func (x *Framed) share() string {
	if x.None || !(sane(x.Ram) > 0) {
		return ""
	}
	percent := x.most() / x.Ram * 100
	if x.over() {
		percent = math.Max(101, math.Ceil(percent-1e-9))
	} else {
		percent = math.Floor(percent + 1e-9)
	}
	return Number(percent, 0) + nbsp + "%"
}

func (b *board) frameText(x *Framed, unit string, dec int) string {
	text := x.Text
	switch {
	case text != "":
	case x.None:
		text = amount(x.most(), unit, dec) + " beviljat, ingen ram"
		if asked := sane(x.Asked); asked > 0 {
			text = Number(x.most(), dec) + " beviljat, " + amount(asked, unit, dec) + " sökt, ingen ram"
		}
	default:
		text = strings.Join(filled(Number(x.most(), dec)+nbsp+"av"+nbsp+amount(sane(x.Ram), unit, dec), x.share()), ", ")
	}
	if x.over() {
		text += ", över"
	}
	return text
}

// frameBar draws one.
func (b *board) frameBar(x *Framed, looks []swatch, y float64) {
	const h = 14.0
	full := b.W * fullFrame
	if x.None {
		b.noLimit(y+h/2, full)
		return
	}
	scale := 0.0
	switch {
	case sane(x.Ram) > 0:
		scale = full / x.Ram
	case x.most() > 0 || sane(x.Asked) > 0: // of a ram of nothing all is over
		scale = 2 * b.W / math.Max(x.most(), sane(x.Asked))
	}
	long := func(v float64) float64 { return clamp(sane(v)*scale, 0, b.W) }
	b.Add(draw.Rect{X: 0, Y: y, W: full, H: h, Fill: mix(b.st.Surface, b.st.Grid, 0.8)})
	bar := func(s swatch, v, inset float64) {
		l := long(v)
		if l <= 0 {
			return
		}
		b.Add(b.area(s, 0, y+inset, l, h-2*inset))
		if s.form != Actual || l <= full || v <= x.Ram {
			return
		}
		b.Add(draw.Rect{X: full, Y: y + inset, W: l - full, H: h - 2*inset, Fill: b.st.Bad, Stroke: darker(b.st.Bad), StrokeWidth: 0.4})
	}
	bar(looks[0], x.Asked, 0)
	bar(looks[1], x.Allotted, 2.5)
	bar(looks[2], x.Used, 4.8)
	if v := math.Max(x.most(), sane(x.Asked)); v*scale > b.W { // more than there is room for
		b.Add(draw.Polygon{Points: [][2]float64{{b.W, y + h/2}, {b.W - 6, y + 1.5}, {b.W - 6, y + h - 1.5}}, Fill: b.st.Ink})
	}
	b.Add(draw.Rect{X: full - 1, Y: y - 2, W: 2, H: h + 4, Fill: b.st.Ink}) // where the ram ends, whatever the colours
}

// noLimit is drawn instead of a bar where there is nothing to measure an amount against: it has no length
// to be read.
func (b *board) noLimit(y, w float64) {
	b.Add(draw.Line{X1: 0, Y1: y, X2: w, Y2: y, Width: 1, Color: b.st.Muted, Dash: true})
}

func (b *board) sayFrame(x *Framed, unit string, dec int) string {
	ram, left, share := amount(sane(x.Ram), unit, dec), amount(sane(x.Ram)-sane(x.Allotted), unit, dec), orElse(x.share(), "–")
	if x.None {
		ram, left = "–", "–"
	}
	b.Table = append(b.Table, []string{x.Label, ram, amount(sane(x.Asked), unit, dec), amount(sane(x.Allotted), unit, dec), amount(sane(x.Used), unit, dec), left, share})
	said := x.Label + ": beviljat " + amount(sane(x.Allotted), unit, dec)
	if x.None {
		said += ", ingen ram"
	} else {
		said += strings.TrimRight(" av "+ram+" ("+x.share(), "( ")
		if x.share() != "" {
			said += ")"
		}
	}
	said += ", använt " + amount(sane(x.Used), unit, dec) + ", sökt " + amount(sane(x.Asked), unit, dec)
	if x.over() {
		said += ", över ramen"
	}
	return said
}
