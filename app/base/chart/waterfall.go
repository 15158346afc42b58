package chart

import (
	"image/color"
	"math"
	"strings"

	"itportfoljen/app/base/draw"
)

// Step is a level in a Waterfall, or what changes it.
type Step struct {
	Label string
	Value float64 // the level itself, or by how much it changes
	Level bool
	Form  Form   // of a level
	Text  string // in words; empty means formatted with unit
	Key   string
}

// Steps is data for Waterfall: a level, what changes it, and the level that it comes to.
type Steps struct {
	Title    string
	Unit     string
	Steps    []Step
	UpIsGood bool   // more is better, as of benefit; costs are the other way
	Up, Down string // what more and less are called; empty means "mer" and "mindre"
}

// untold is the step for what the changes don't come to.
const untold = "Övrigt, inte uppdelat"

// fall is a Waterfall in progress.
type fall struct {
	data     Steps
	from, to []float64 // of each step
	lo, hi   float64
	cut      float64 // where the scale begins, when it isn't at zero
	dec      int
}

// steps adds up the changes. Where they don't come to the next level, a step of its own tells the rest:
// a picture never closes a gap in silence.
func (d Steps) steps() []Step {
	var out []Step
	at, begun := 0.0, false
	for _, s := range d.Steps {
		s.Value = sane(s.Value)
		if s.Level {
			if gap := s.Value - at; begun && math.Abs(gap) > 1e-6*math.Max(1, math.Abs(s.Value)) {
				out = append(out, Step{Label: untold, Value: gap})
			}
			at, begun = s.Value, true
		} else {
			at += s.Value
		}
		out = append(out, s)
	}
	return out
}

// Waterfall draws how a level becomes another, a row for each step, with how much and whether that is
// better or worse in words. Where the changes are small beside the levels the scale doesn't begin at
// zero, which the bars show and a note says. The height follows from the number of steps.
func Waterfall(data Steps, w float64, st Style, m draw.Measure) draw.Drawing {
	data.Steps = data.steps()
	if len(data.Steps) == 0 {
		return nothing(data.Title, w, 50, st, m)
	}
	b := newBoard(w, 0, st, m)
	f := data.fall()
	var names, texts []string
	for i := range data.Steps {
		names, texts = append(names, data.Steps[i].Label), append(texts, f.text(i))
	}
	r := b.rowed(names, texts)
	at := scaled{f.lo, f.hi, r.x0, r.x1}
	for i := range data.Steps {
		s := &data.Steps[i]
		x0, x1 := at.at(math.Min(f.from[i], f.to[i])), at.at(math.Max(f.from[i], f.to[i]))
		y, h := r.y(i)+r.row*0.17, r.row*0.66
		switch {
		case s.Level:
			b.Add(b.area(swatch{"", st.Accent, s.Form}, x0, y, math.Max(x1-x0, 0.8), h))
			if f.cut > 0 {
				b.cutMark(r.x0, y, h)
			}
		default:
			c := f.color(b, s.Value)
			b.Add(draw.Rect{X: x0, Y: y, W: math.Max(x1-x0, 0.8), H: h, Fill: c, Stroke: darker(c), StrokeWidth: 0.4})
		}
		if i+1 < len(data.Steps) { // to where the next begins
			x := at.at(f.to[i])
			b.Add(draw.Line{X1: x, Y1: y + h, X2: x, Y2: y + r.row, Width: 0.6, Color: st.Muted})
		}
		r.said(i, s.Label, texts[i], s.Level, st.Ink)
		r.hit(i, s.Key, s.Label+": "+texts[i])
	}
	end := r.y(len(data.Steps))
	if f.cut == 0 {
		b.Add(draw.Line{X1: at.at(0), Y1: 0, X2: at.at(0), Y2: end, Width: 0.8, Color: st.Muted})
	}
	b.H = b.note(end, f.noted())
	f.say(b)
	return b.Drawing
}

// fall lays the steps out.
func (d Steps) fall() *fall {
	f := &fall{data: d}
	at, least, most, change := 0.0, math.Inf(1), 0.0, 0.0
	for _, s := range d.Steps {
		from := at
		if s.Level {
			from, at = 0, s.Value
		} else {
			at += s.Value
			change = math.Max(change, math.Abs(s.Value))
		}
		f.from, f.to = append(f.from, from), append(f.to, at)
		f.lo, f.hi = math.Min(f.lo, at), math.Max(f.hi, at)
		least, most = math.Min(least, at), math.Max(most, math.Max(math.Abs(at), math.Abs(s.Value)))
	}
	f.dec = decimals(most)
	if f.hi <= f.lo {
		f.hi = f.lo + 1
	}
	if span := f.hi - least; change > 0 && span < 0.2*f.hi { // changes that would hardly be seen
		unit := math.Pow(10, math.Floor(math.Log10(math.Max(span, 1e-9))))
		f.cut = math.Max(0, math.Floor((least-span*0.6)/unit)*unit)
		f.lo = f.cut
	}
	return f
}

// color is that of a change: better or worse.
func (f *fall) color(b *board, v float64) color.NRGBA {
	switch {
	case v == 0:
		return b.st.Muted
	case (v > 0) == f.data.UpIsGood:
		return b.st.Good
	}
	return b.st.Bad
}

// text is a step in words: "120 tkr dyrare".
func (f *fall) text(i int) string {
	s := &f.data.Steps[i]
	text := s.Text
	if text == "" {
		text = amount(s.Value, f.data.Unit, f.dec)
		if !s.Level { // the word says which way, and no sign may be read as that of a variance
			text = amount(math.Abs(s.Value), f.data.Unit, f.dec)
		}
	}
	none := amount(0, f.data.Unit, f.dec)
	switch {
	case s.Level || s.Value == 0:
		return text
	case strings.TrimLeft(text, "+−") == none: // less than what is shown
		return none
	case s.Value > 0:
		return text + " " + orElse(f.data.Up, "mer")
	}
	return text + " " + orElse(f.data.Down, "mindre")
}

// noted says that the scale doesn't begin at zero.
func (f *fall) noted() string {
	if f.cut == 0 {
		return ""
	}
	return "Skalan börjar vid " + amount(f.cut, f.data.Unit, f.dec) + ", inte vid noll."
}

// cutMark breaks a bar whose beginning isn't shown.
func (b *board) cutMark(x, y, h float64) {
	for _, at := range []float64{4, 7} {
		b.Add(draw.Line{X1: x + at, Y1: y + h, X2: x + at + 3, Y2: y, Width: 1.2, Color: b.st.Surface})
	}
}

// say tells the steps in words and as a table.
func (f *fall) say(b *board) {
	b.Table = [][]string{{"", "Förändring", "Nivå"}}
	var parts []string
	for i := range f.data.Steps {
		s := &f.data.Steps[i]
		change := "–"
		if !s.Level {
			change = f.text(i)
		}
		b.Table = append(b.Table, []string{s.Label, change, amount(f.to[i], f.data.Unit, f.dec)})
		parts = append(parts, strings.TrimSpace(s.Label+" "+f.text(i)))
	}
	b.alt(orElse(f.data.Title, "Vattenfall"), parts, f.noted())
}
