package insight

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/rhythm"
	"itportfoljen/app/system"
)

// change is a step of a waterfall before it is folded.
type change struct {
	label, key string
	by         money.Ore
}

// waterfall is a level, at most n changes, and the level that they come to, in tkr: the largest changes,
// and one step for all others. What doesn't change has no step.
func waterfall(title string, from, to chart.Step, changes []change, n int) chart.Steps {
	changes = slices.DeleteFunc(slices.Clone(changes), func(c change) bool { return c.by == 0 })
	names := text.Keys{}
	slices.SortStableFunc(changes, func(a, b change) int {
		return cmp.Or(cmp.Compare(b.by.Abs(), a.by.Abs()), names.Compare(a.label, b.label))
	})
	if len(changes) > n && n > 1 {
		all := change{label: fmt.Sprintf("%s (%d)", rest, len(changes)-n+1), key: rest}
		for _, c := range changes[n-1:] {
			all.by += c.by
		}
		changes = append(changes[:n-1:n-1], all)
	}
	data := chart.Steps{Title: title, Unit: "tkr", Up: "dyrare", Down: "billigare"}
	from.Level, to.Level = true, true
	data.Steps = append(data.Steps, from)
	for _, c := range changes {
		data.Steps = append(data.Steps, chart.Step{Label: c.label, Value: tkr(c.by), Key: c.key})
	}
	data.Steps = append(data.Steps, to)
	return data
}

// BudgetToForecast shows how a table's budget becomes its prognos, by its outermost lines; at most n of
// them, the last of all others.
func BudgetToForecast(t *budget.Table, title string, n int) chart.Steps {
	if !t.Total.Budget.Known && !t.Total.Forecast.Known {
		return chart.Steps{Title: title}
	}
	var changes []change
	for _, l := range t.Total.Parts {
		changes = append(changes, change{ShortUnit(l.Label), l.Key, l.Forecast.Ore - l.Budget.Ore})
	}
	return waterfall(title, chart.Step{Label: "Budget", Value: tkr(t.Total.Budget.Ore), Form: chart.Budget},
		chart.Step{Label: "Prognos", Value: tkr(t.Total.Forecast.Ore), Form: chart.Forecast}, changes, n)
}

// Amount is which of a comparison's amounts is asked for.
type Amount int

// The amounts, in the order of rhythm.Line's Changes.
const (
	BudgetAmount Amount = iota
	ForecastAmount
	ActualAmount
)

// form is how it is drawn.
func (a Amount) form() chart.Form {
	return [...]chart.Form{chart.Budget, chart.Forecast, chart.Actual}[a]
}

// ChangeChart shows how an amount has changed between the two sides of a comparison, as two locked states,
// by its outermost lines; at most n of them, the last of all others.
func ChangeChart(c rhythm.Comparison, of Amount, n int) chart.Steps {
	title := fmt.Sprintf("%s: från %s till %s", of.form(), c.A.Name, c.B.Name)
	total := c.Total.Changes()[of]
	if !total.A.Known && !total.B.Known {
		return chart.Steps{Title: title}
	}
	var changes []change
	for _, l := range c.Total.Parts {
		by, _ := l.Changes()[of].By()
		changes = append(changes, change{ShortUnit(l.Name), l.Key, by})
	}
	return waterfall(title, chart.Step{Label: c.A.Name, Value: tkr(total.A.Ore), Form: of.form()}, chart.Step{Label: c.B.Name, Value: tkr(total.B.Ore), Form: of.form()}, changes, n)
}

// RamChart shows what is asked for, allotted and used of each ram, in tkr. Bars carry what the ram is of
// as key, as FrameChart's.
func RamChart(lines []frame.Line, year int) chart.Frames {
	data := chart.Frames{Title: fmt.Sprintf("Ramar %d", year), Unit: "tkr"}
	for _, l := range lines {
		data.Bars = append(data.Bars, chart.Framed{Label: l.Label(), Key: cmp.Or(l.Portfolio, string(l.Unit)), Ram: tkr(l.Ram.Ore), None: !l.Ram.Known,
			Asked: tkr(l.Asked), Allotted: tkr(l.Allotted), Used: tkr(l.Used)})
	}
	return data
}

// TrendChart shows what a year was believed to cost as time went, against its budget where that is known.
func TrendChart(points []rhythm.Point, budget money.Total) chart.Spark {
	data := chart.Spark{Title: "Prognosen över tiden", Unit: "tkr"}
	for _, p := range points {
		data.Names, data.Values = append(data.Names, p.Name), append(data.Values, value(p.Expected))
	}
	if budget.Known {
		data.Against = tkr(budget.Ore)
	}
	return data
}

// LifecycleChart shows how many systems are in use, leave and come each of some years, as far as the
// register says, and what it doesn't say.
func LifecycleChart(w field.World, first, last int) chart.Stacked {
	data := chart.Stacked{Title: "Systemen år för år", Unit: "system", Parts: []string{"I drift", "I drift utan leverantörens stöd", "Tas i drift under året", "Avvecklas under året"}}
	years, lacks := system.YearsAhead(w, first, last)
	for _, y := range years {
		data.Bars = append(data.Bars, chart.StackedBar{Label: fmt.Sprint(y.Year), Key: fmt.Sprint(y.Year),
			Values: []float64{float64(y.InUse), float64(y.Unsupported), float64(y.Coming), float64(y.Leaving)}})
	}
	var said []string
	if lacks.PhasingOut > 0 {
		said = append(said, fmt.Sprintf("%d under avveckling utan avvecklingsår räknas som i drift", lacks.PhasingOut))
	}
	if lacks.Coming > 0 {
		said = append(said, fmt.Sprintf("%d kommande utan år är inte med", lacks.Coming))
	}
	if said != nil {
		data.Note = text.Capital(text.And(said)) + "."
	}
	return data
}

// TimeChart places the systems in use by their technical and functional fit (TIME). Keys of systems are
// their identities and of fields the value that they stand for.
func TimeChart(w field.World) chart.QuadrantData {
	data := chart.QuadrantData{Title: "Systemen efter lämplighet", X: "funktionell lämplighet", Y: "teknisk lämplighet", Noun: "system"}
	at := map[string]int{}
	for i, q := range []struct{ key, what string }{{"tolerate", "tekniken håller, funktionen brister"}, {"invest", "båda håller: behåll och utveckla"}, {"eliminate", "båda brister: avveckla"}, {"migrate", "funktionen håller, tekniken brister"}} {
		data.Cell[i] = chart.Quadrant{Name: system.TIME.Show(w, q.key), What: q.what, Key: q.key}
		at[q.key] = i
	}
	systems := slices.DeleteFunc(slices.Clone(w.All(system.Kind)), func(r *field.Record) bool { return !system.InService(r) })
	names := text.Keys{}
	slices.SortStableFunc(systems, func(a, b *field.Record) int { return names.Compare(a.Name(), b.Name()) })
	for _, r := range systems {
		key, _ := system.TIME.Value(w, r, 0).(string)
		i, ok := at[key]
		if !ok {
			data.Untold++
			continue
		}
		data.Cell[i].In = append(data.Cell[i].In, chart.Named{Name: r.Name(), Key: string(r.ID)})
	}
	switch data.Untold {
	case 0:
	case 1:
		data.Note = "Ett system i drift saknar bedömning."
	default:
		data.Note = fmt.Sprintf("%d system i drift saknar bedömning.", data.Untold)
	}
	return data
}
