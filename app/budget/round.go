package budget

import "itportfoljen/app/base/money"

// Shown is what a line shows of its amounts, in whole units: what is parted comes to what it is
// parts of, and budget minus what it is held against is the variance.
type Shown struct{ Budget, Forecast, Actual, Variance money.Ore }

// Rounded are the amounts of a table in whole units, so that lines come to the line over them.
type Rounded struct {
	Lines map[*Line]Shown
	Moved int // how many amounts took a difference that rounding made
}

// Round rounds the amounts of all lines: where the lines under one don't come to it, the largest of
// them takes the difference.
func (t *Table) Round(u money.Unit, g Against) Rounded {
	out := Rounded{Lines: map[*Line]Shown{}}
	top := Shown{Budget: t.Total.Budget.Whole(u), Forecast: t.Total.Forecast.Whole(u), Actual: t.Total.Actual.Whole(u)}
	out.under(t.Total, top, u, g)
	return out
}

func (r *Rounded) under(l *Line, s Shown, u money.Unit, g Against) {
	s.Variance = s.Budget - s.Forecast
	if g == ByActual {
		s.Variance = s.Budget - s.Actual
	}
	r.Lines[l] = s
	if len(l.Parts) == 0 {
		return
	}
	parts := make([]Shown, len(l.Parts))
	r.share(l, s.Budget, u, func(p *Line) money.Total { return p.Budget }, func(i int, v money.Ore) { parts[i].Budget = v })
	r.share(l, s.Forecast, u, func(p *Line) money.Total { return p.Forecast }, func(i int, v money.Ore) { parts[i].Forecast = v })
	r.share(l, s.Actual, u, func(p *Line) money.Total { return p.Actual }, func(i int, v money.Ore) { parts[i].Actual = v })
	for i, p := range l.Parts {
		r.under(p, parts[i], u, g)
	}
}

// share rounds one amount of the lines under another to what that shows.
func (r *Rounded) share(l *Line, sum money.Ore, u money.Unit, of func(*Line) money.Total, put func(i int, v money.Ore)) {
	amounts := make([]money.Ore, len(l.Parts))
	for i, p := range l.Parts {
		amounts[i] = of(p).Ore
	}
	t := money.TallyTo(amounts, sum, u)
	if t.Moved >= 0 {
		r.Moved++
	}
	for i, v := range t.Rows {
		put(i, v)
	}
}
