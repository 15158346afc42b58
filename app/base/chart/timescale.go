package chart

import (
	"fmt"
	"math"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/draw"
)

// Unit is a part of the calendar that a line of time is divided in.
type Unit uint8

// The units, the shortest first.
const (
	Day Unit = iota
	Week
	Month
	Quarter
	Year
)

// Begin is the first day of the unit that a day is in; weeks begin on Mondays.
func (u Unit) Begin(d date.Date) date.Date {
	switch {
	case d.IsZero():
		return d
	case u == Week:
		return d.AddDays(-(int(d.Weekday()) + 6) % 7)
	case u == Month:
		return date.Of(d.Year(), d.Month(), 1)
	case u == Quarter:
		return date.Of(d.Year(), d.Month()-(d.Month()-1)%3, 1)
	case u == Year:
		return date.Of(d.Year(), 1, 1)
	}
	return d
}

// After is the day so many units later, −1 for one before. A day that the month lacks
// becomes its last.
func (u Unit) After(d date.Date, n int) date.Date {
	switch u {
	case Day:
		return d.AddDays(n)
	case Week:
		return d.AddDays(7 * n)
	case Month:
		return d.AddMonths(n)
	case Quarter:
		return d.AddMonths(3 * n)
	}
	return d.AddMonths(12 * n)
}

// Last is the last day of the unit that a day is in.
func (u Unit) Last(d date.Date) date.Date { return u.After(u.Begin(d), 1).AddDays(-1) }

// days is how short a unit can be.
func (u Unit) days() float64 { return [...]float64{1, 7, 28, 90, 365}[u] }

// label is what a unit is called between others of its kind, and what it is called where it
// is the only one that is named.
func (u Unit) label(d date.Date) (short, whole string) {
	switch u {
	case Day:
		return fmt.Sprint(d.Day()), d.ShortYear()
	case Week:
		_, week := d.ISOWeek()
		return fmt.Sprintf("v.%s%d", nbsp, week), fmt.Sprintf("v.%s%d", nbsp, week)
	case Month:
		return monthNames[d.Month()-1], d.ShortMonth()
	case Quarter:
		q := fmt.Sprintf("Q%d", (d.Month()+2)/3)
		return q, fmt.Sprintf("%s %d", q, d.Year())
	}
	return fmt.Sprint(d.Year()), fmt.Sprint(d.Year())
}

// monthNames are three letters each, as the quick eye reads them.
var monthNames = [...]string{"jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}

// widest is the widest label of a unit's.
var widest = [...]string{"30", "v." + nbsp + "52", "mar", "Q4", "2026"}

// Timescale places days along a line: From begins at X, and a day is PerDay points long.
type Timescale struct {
	From      date.Date
	X, PerDay float64
}

// Fit is the scale in which the days from and to, and those between, fill a width.
func Fit(from, to date.Date, x, w float64) Timescale {
	return Timescale{From: from, X: x, PerDay: w / float64(max(1, from.DaysUntil(to)+1))}
}

// At is where a day begins.
func (s Timescale) At(d date.Date) float64 { return s.X + float64(s.From.DaysUntil(d))*s.PerDay }

// End is where a day ends.
func (s Timescale) End(d date.Date) float64 { return s.At(d) + s.PerDay }

// DayAt is the day at a place, at most ten thousand years away.
func (s Timescale) DayAt(x float64) date.Date {
	n := math.Floor((x - s.X) / s.PerDay)
	return s.From.AddDays(int(clamp(sane(n), -4_000_000, 4_000_000)))
}

// Division is a unit, or in long spans so many years at a time.
type Division struct {
	Unit  Unit
	Years int // 1 but for Year
}

// Divide gives the shortest division whose names have room, and the one above it, which
// names what the first is within; ok is false when years are the first.
func (s Timescale) Divide(width func(text string) float64, air float64) (fine, coarse Division, ok bool) {
	for u := Day; u < Year; u++ {
		if u.days()*s.PerDay >= width(widest[u])+air {
			if u <= Week {
				return Division{u, 1}, Division{Month, 1}, true
			}
			return Division{u, 1}, Division{Year, 1}, true
		}
	}
	years := 1
	for _, step := range []int{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000} {
		if years = step; float64(step)*Year.days()*s.PerDay >= width(widest[Year])+air {
			break
		}
	}
	return Division{Year, years}, Division{}, false
}

// Tick is a part of the line: its first and last day and what it is called.
type Tick struct {
	From, To     date.Date
	Label, Whole string // between others of its kind, and by itself
}

// Ticks are the parts of the line from one day to another, whole also at its ends.
func (d Division) Ticks(from, to date.Date) (out []Tick) {
	if from.IsZero() || to.IsZero() || to < from {
		return nil
	}
	step := max(1, d.Years)
	at := d.Unit.Begin(from)
	if d.Unit == Year {
		at = date.Of(max(1, from.Year()-from.Year()%step), 1, 1)
	}
	for !at.IsZero() && at <= to && len(out) < 4000 {
		next := d.Unit.After(at, step)
		if d.Unit == Year && at.Year()%step != 0 { // years before the first whole step
			next = date.Of(step, 1, 1)
		}
		last := next.AddDays(-1)
		if next.IsZero() { // no days are written after it
			last = date.Of(9999, 12, 31)
		}
		short, whole := d.Unit.label(at)
		out = append(out, Tick{From: at, To: last, Label: short, Whole: whole})
		at = next
	}
	return out
}

// timeHeight is how high the heading of a time scale is.
func (b *board) timeHeight(s Timescale) float64 {
	if _, _, two := s.Divide(b.width, b.font*0.7); two {
		return b.font * 1.7 * 2
	}
	return b.font * 1.7
}

// timeHead draws the two rows of a time scale's heading between x0 and x1: years or months
// above, what they are divided in below. Lines go down to foot.
func (b *board) timeHead(s Timescale, x0, x1, y, foot float64) (below float64) {
	row := b.font * 1.7
	fine, coarse, two := s.Divide(b.width, b.font*0.7)
	from, to := s.DayAt(x0), s.DayAt(x1-1e-6)
	rows := []Division{fine}
	if two {
		rows = []Division{coarse, fine}
	}
	below = y + row*float64(len(rows))
	for i, div := range rows {
		top := y + row*float64(i)
		for _, t := range div.Ticks(from, to) {
			left, right := s.At(t.From), s.End(t.To)
			b.timeTick(t, left, right, x0, x1, top, row, two && i == 0)
			if left > x0+0.1 && left < x1 {
				c := b.st.Grid
				if i == 0 && two {
					c = mix(b.st.Grid, b.st.Muted, 0.35)
				}
				b.Add(draw.Line{X1: left, Y1: top, X2: left, Y2: foot, Width: 0.6, Color: c})
			}
		}
	}
	b.Add(draw.Line{X1: x0, Y1: below, X2: x1, Y2: below, Width: 0.8, Color: mix(b.st.Grid, b.st.Muted, 0.35)})
	return below
}

// timeTick names a part of the line, in what is seen of it; one that names what others are
// within stands at its beginning.
func (b *board) timeTick(t Tick, left, right, x0, x1, y, row float64, outer bool) {
	l, r := math.Max(left, x0), math.Min(right, x1)
	label := t.Label
	if outer && b.width(t.Whole)+6 <= r-l {
		label = t.Whole
	}
	if b.width(label)+3 > r-l {
		return
	}
	base := y + row/2 + b.font*0.35
	if outer {
		b.text(l+3, base, draw.Left, b.st.Ink, false, label)
		return
	}
	b.text((l+r)/2, base, draw.Center, b.st.Muted, false, label)
}
