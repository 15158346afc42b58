package insight

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/field"
)

// value is an amount for a chart in tkr; one that nobody has said isn't a number.
func value(t money.Total) float64 {
	if !t.Known {
		return math.NaN()
	}
	return tkr(t.Ore)
}

// threeForms are budget, prognos and utfall as series, in that order.
func threeForms(lines []budget.Amounts) []chart.Series {
	out := []chart.Series{{Name: chart.Budget.String(), Form: chart.Budget}, {Name: chart.Forecast.String(), Form: chart.Forecast}, {Name: chart.Actual.String(), Form: chart.Actual}}
	for _, a := range lines {
		for i, v := range []money.Total{a.Budget, a.Forecast, a.Actual} {
			out[i].Values = append(out[i].Values, value(v))
		}
	}
	return out
}

// foldLines are at most n lines by how large a measure is, the last of those that there is no room for:
// the bars come to what the table does.
func foldLines(parts []*budget.Line, n int, size func(budget.Amounts) money.Ore) []*budget.Line {
	order := slices.Clone(parts)
	names := text.Keys{}
	slices.SortStableFunc(order, func(a, b *budget.Line) int {
		return cmp.Or(cmp.Compare(size(b.Amounts), size(a.Amounts)), names.Compare(a.Label, b.Label))
	})
	if len(order) <= n || n < 2 {
		return order
	}
	others := order[n-1:]
	all := &budget.Line{Key: rest, Label: fmt.Sprintf("%s (%d)", rest, len(others))}
	for _, l := range others {
		for _, p := range []struct{ to, of *money.Total }{{&all.Budget, &l.Budget}, {&all.Forecast, &l.Forecast}, {&all.Actual, &l.Actual}, {&all.Cost, &l.Cost}} {
			p.to.Add(p.of.Ore, p.of.Known)
		}
	}
	return append(order[:n-1], all)
}

// largest is the largest of a line's amounts.
func largest(a budget.Amounts) money.Ore {
	return max(a.Budget.Ore.Abs(), a.Forecast.Ore.Abs(), a.Actual.Ore.Abs())
}

// FormsChart shows budget, prognos and utfall of a table's outermost lines, the largest first, in tkr; at
// most n, the last of all others. Keys are the lines' own.
func FormsChart(t *budget.Table, title string, n int) chart.Grouped {
	data := chart.Grouped{Title: title, Unit: "tkr"}
	var amounts []budget.Amounts
	for _, l := range foldLines(t.Total.Parts, n, largest) {
		data.Categories, data.Keys = append(data.Categories, ShortUnit(l.Label)), append(data.Keys, l.Key)
		amounts = append(amounts, l.Amounts)
	}
	data.Series = threeForms(amounts)
	return data
}

// MonthChart shows budget, prognos and utfall of a year's months, of a unit and those under it or of all
// when it is "". What stands on the whole year has no month: it is told below, and not spread.
func MonthChart(w field.World, year int, unit field.ID) chart.Grouped {
	t := budget.Of(w, budget.Query{First: year, Last: year, Unit: unit, Columns: budget.By(budget.ByMonth)})
	data := chart.Grouped{Title: fmt.Sprintf("Budget, prognos och utfall %d per månad", year), Unit: "tkr"}
	months := make([]budget.Amounts, 12)
	var whole budget.Amounts
	on := false
	for i, c := range t.Columns {
		m := 0
		if _, err := fmt.Sscan(c.Key, &m); err != nil || m < 1 || m > 12 {
			whole = t.Total.Cells[i]
			continue
		}
		months[m-1], on = t.Total.Cells[i], true
	}
	if on {
		for m := range 12 {
			name, _, _ := strings.Cut(date.Of(year, m+1, 1).ShortMonth(), " ")
			data.Categories = append(data.Categories, name)
		}
		for _, s := range threeForms(months) { // one without a month is only told below
			if slices.ContainsFunc(s.Values, func(v float64) bool { return !math.IsNaN(v) }) {
				data.Series = append(data.Series, s)
			}
		}
	}
	var said []string
	for _, p := range []struct {
		word string
		v    money.Total
	}{{"budget", whole.Budget}, {"prognos", whole.Forecast}, {"utfall", whole.Actual}} {
		if p.v.Known {
			said = append(said, p.word+" "+p.v.Short())
		}
	}
	if said != nil {
		data.Note = "På hela året, utan månad: " + text.And(said) + "."
	}
	return data
}

// VarianceChart shows how much a table's outermost lines differ from their budget, those that differ most
// first; at most n, the last of all others. Lines without a variance are left out.
func VarianceChart(t *budget.Table, g budget.Against, title string, n int) chart.Variances {
	data := chart.Variances{Title: title, Unit: "tkr"}
	known := slices.DeleteFunc(slices.Clone(t.Total.Parts), func(l *budget.Line) bool { return !l.Variance(g).Known })
	for _, l := range foldLines(known, n, func(a budget.Amounts) money.Ore { return a.Variance(g).Ore.Abs() }) {
		v := chart.Variance{Label: ShortUnit(l.Label), Value: tkr(l.Variance(g).Ore), Percent: math.NaN(), Key: l.Key}
		if p, ok := l.Percent(g); ok {
			v.Percent = p
		}
		data.Bars = append(data.Bars, v)
	}
	return data
}
