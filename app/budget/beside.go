package budget

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

// Measure is one of the amounts that years are seen side by side by.
type Measure struct {
	Key, Label string // "budget", "Budget"
	of         func(a Amounts) money.Total
}

// Of is the measure of some amounts.
func (m Measure) Of(a Amounts) money.Total { return m.of(a) }

// Measures are all there are, in their order.
func Measures() []Measure {
	return []Measure{
		{economy.CostBudget.Key, economy.CostBudget.Label, func(a Amounts) money.Total { return a.Budget }},
		{economy.CostForecast.Key, economy.CostForecast.Label, func(a Amounts) money.Total { return a.Forecast }},
		{economy.CostActual.Key, economy.CostActual.Label, func(a Amounts) money.Total { return a.Actual }},
	}
}

// MeasuresOf reads some of them, by key or label with commas between. Faults: Usage.
func MeasuresOf(s string) (out []Measure, err error) {
	for part := range strings.SplitSeq(s, ",") {
		i := slices.IndexFunc(Measures(), func(m Measure) bool { return m.Key == text.Key(part) || text.Key(m.Label) == text.Key(part) })
		if i < 0 {
			return nil, fault.New(fault.Usage, fmt.Sprintf("”%s” är inget belopp att visa år för år. Välj bland budget, prognos och utfall.", text.Shorten(text.OneLine(part), 40)))
		}
		if m := Measures()[i]; !slices.ContainsFunc(out, func(o Measure) bool { return o.Key == m.Key }) {
			out = append(out, m)
		}
	}
	return out, nil
}

// MostBeside is how many years are seen side by side at most.
const MostBeside = 12

// Beside answers a query with its years side by side, from the first to the last, also those
// without any costs. What a year comes to is what the query of it alone does: in years that are over
// insatser that are closed count too. Faults: Usage (the years).
func Beside(w field.World, q Query) (*Table, error) {
	if q.First <= 0 || q.Last <= q.First || q.Last-q.First >= MostBeside {
		return nil, fault.New(fault.Usage, fmt.Sprintf("Från %d till %d går inte att visa bredvid varandra. Välj två till %d år, det första först.", q.First, q.Last, MostBeside))
	}
	q.Columns, q.over = By(ByYear), w.Today().Year()
	t := Of(w, q)
	had := t.Columns
	t.Columns = nil
	for y := q.First; y <= q.Last; y++ {
		t.Columns = append(t.Columns, Column{strconv.Itoa(y), strconv.Itoa(y)})
	}
	fill := func(l *Line) {
		cells := make([]Amounts, len(t.Columns))
		for i, c := range had {
			cells[slices.Index(t.Columns, c)] = l.Cells[i]
		}
		l.Cells = cells
	}
	fill(t.Total)
	t.Walk(nil)(func(_ int, _ string, l *Line) bool {
		fill(l)
		return true
	})
	return t, nil
}

// Change is how a measure of a line differs from the first year to the last: known where either is,
// so that those of the parts come to that of the whole. A percentage, of the first year's size and to
// the tenth, there is where that year has an amount.
func (l *Line) Change(m Measure) (by money.Total, percent float64, ok bool) {
	if len(l.Cells) < 2 {
		return by, 0, false
	}
	a, b := m.of(l.Cells[0]), m.of(l.Cells[len(l.Cells)-1])
	if by = (money.Total{Ore: b.Ore - a.Ore, Known: a.Known || b.Known}); !by.Known {
		return by, 0, false
	}
	tenths, ok := money.Tenths(by.Ore, a.Ore)
	return by, float64(tenths) / 10, ok && a.Known
}

// BesideTitle says what a table of years side by side is of: "Budget och utfall 2025–2028".
func (t *Table) BesideTitle(measures []Measure) string {
	var names []string
	for i, m := range measures {
		if i > 0 {
			m.Label = text.Lower(m.Label)
		}
		names = append(names, m.Label)
	}
	return text.And(names) + " " + t.Years()
}

// RoundBeside rounds a measure of all lines, year by year in whole units: where the lines under one
// don't come to it, the largest of them takes the difference. Moved is how often.
func (t *Table) RoundBeside(u money.Unit, m Measure) (cells map[*Line][]money.Ore, moved int) {
	cells = map[*Line][]money.Ore{}
	top := make([]money.Ore, len(t.Columns))
	for i := range t.Columns {
		top[i] = m.of(t.Total.Cells[i]).Whole(u)
	}
	var under func(l *Line, shown []money.Ore)
	under = func(l *Line, shown []money.Ore) {
		cells[l] = shown
		if len(l.Parts) == 0 {
			return
		}
		parts := make([][]money.Ore, len(l.Parts))
		amounts := make([]money.Ore, len(l.Parts))
		for c := range shown {
			for i, p := range l.Parts {
				amounts[i] = m.of(p.Cells[c]).Ore
			}
			tally := money.TallyTo(amounts, shown[c], u)
			if tally.Moved >= 0 {
				moved++
			}
			for i, v := range tally.Rows {
				parts[i] = append(parts[i], v)
			}
		}
		for i, p := range l.Parts {
			under(p, parts[i])
		}
	}
	under(t.Total, top)
	return cells, moved
}
