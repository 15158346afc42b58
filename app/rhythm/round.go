package rhythm

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// Round is what a milestone of a year asks for before the figures are locked.
type Round struct {
	Year      int
	Milestone governance.Recurring
	Due       date.Date
	Until     date.Date     // the day that its figures go through; 0: they are of no month
	Since     *field.Record // the state of the year that was locked before it; nil for none
	State     *field.Record // the one that is locked at it; nil: none is yet
	Asks      field.MoneyField
	Lacking   []Lacking
	Unsaid    []budget.Want // costs that differ from their budget by more than they may, with something left to say
}

// Lacking is a cost, or all that something costs, without what the milestone asks for.
type Lacking struct {
	Owner *field.Record
	Cost  *field.Record // nil: it has no row of the year
	Why   string        // "prognos saknas", "prognosen är från 2027-02-15"
}

// Asks is the amount that a milestone asks for: the budget where one is made, the actual when the
// year is over, else the forecast.
func Asks(m governance.Recurring) field.MoneyField {
	switch {
	case m.Sort == governance.YearBudget:
		return economy.CostBudget
	case m.Through == 12:
		return economy.CostActual
	}
	return economy.CostForecast
}

// Against is what a milestone holds the budget against: the actual when the year is over.
func Against(m governance.Recurring) budget.Against {
	if Asks(m).Field == economy.CostActual.Field {
		return budget.ByActual
	}
	return budget.ByForecast
}

// RoundOf is the round of a milestone and a year.
func RoundOf(w field.World, year int, m governance.Recurring) Round {
	out := Round{Year: year, Milestone: m, Due: m.Due(year), Until: m.Until(year), State: LockedAt(w, year, m), Asks: Asks(m)}
	for _, s := range States(w, year) {
		if out.State == nil || s.ID != out.State.ID && !After(s, out.State) {
			out.Since = s
		}
	}
	switch out.Asks.Field {
	case economy.CostBudget.Field:
		out.Lacking = unbudgeted(w, year)
	default:
		out.Lacking = lacking(w, year, out.Asks, out.Until)
		out.Unsaid = slices.DeleteFunc(budget.Unsaid(budget.Wants(w, year, Against(m))), func(want budget.Want) bool { return !Asked(w, w.Get(economy.CostOwner.Get(want.Cost))) })
	}
	return out
}

// After says that a state was locked after another.
func After(a, b *field.Record) bool {
	return On.Get(a) > On.Get(b) || On.Get(a) == On.Get(b) && At.Get(a) > At.Get(b)
}

// Asked says that the costs of something are followed up: it hasn't been done away with.
func Asked(w field.World, owner *field.Record) bool {
	if owner == nil || field.Over(w, owner) || !plan.Spends(w, owner) {
		return false
	}
	out := owner.Kind.Retiring
	return out == nil || !field.Equal(owner.Get(out.Field), out.Value)
}

func lacking(w field.World, year int, amount field.MoneyField, until date.Date) (out []Lacking) {
	name := text.Lower(amount.Label)
	for _, l := range economy.Lacking(w, year, amount, until, func(owner *field.Record) bool { return Asked(w, owner) }) {
		why := name + " saknas"
		switch {
		case l.Has && l.On.IsZero():
			why = "prognosens dag är inte känd"
		case l.Has:
			why = "prognosen är från " + l.On.String()
		}
		out = append(out, Lacking{Owner: w.Get(economy.CostOwner.Get(l.Cost)), Cost: l.Cost, Why: why})
	}
	return out
}

// unbudgeted is what lacks a budget of a year: costs that have other amounts and none, and what
// cost something the year before and has no row at all.
func unbudgeted(w field.World, year int) (out []Lacking) {
	out = lacking(w, year, economy.CostBudget, 0)
	n := economy.All(w)
	has, before := map[field.ID]bool{}, map[field.ID]bool{}
	for _, c := range rowsOf(w, year) {
		has[economy.CostOwner.Get(c)] = true
	}
	for _, c := range rowsOf(w, year-1) {
		id := economy.CostOwner.Get(c)
		if _, counts := n.First(c, economy.CostActual, economy.CostForecast, economy.CostBudget); !counts || economy.CostType.Get(c) != economy.Operations || has[id] || before[id] {
			continue
		}
		before[id] = true
		if owner := w.Get(id); Asked(w, owner) {
			out = append(out, Lacking{Owner: owner, Why: fmt.Sprintf("kostade %d och har inget %d", year-1, year)})
		}
	}
	return out
}

// Confirm says today of costs, each by a row of it, that they become what they were believed to:
// their forecast, or their budget where nobody has made one. A cost that is written on months is
// confirmed with all of them. It gives how many costs.
func Confirm(tx *field.Tx, costs ...field.ID) (n int, err error) {
	count := economy.All(tx)
	years := map[int64]map[any][]*field.Record{} // the rows of each cost
	for _, id := range costs {
		c := tx.Get(id)
		if c == nil {
			continue
		}
		of := years[economy.CostYear.Get(c)]
		if of == nil {
			of = map[any][]*field.Record{}
			years[economy.CostYear.Get(c)] = of
			for _, r := range rowsOf(tx, int(economy.CostYear.Get(c))) {
				of[count.Cost(r)] = append(of[count.Cost(r)], r)
			}
		}
		said := false
		for row, amount := range expected(count, of[count.Cost(c)]) {
			if err := tx.Set(row, economy.CostForecast.Field, amount); err != nil {
				return n, err
			}
			if err := tx.Set(row, economy.CostForecastOn.Field, tx.Today()); err != nil {
				return n, err
			}
			said = true
		}
		if said {
			n++
		}
	}
	return n, nil
}

// expected is what the rows of a cost become as it was believed: those that have a forecast keep
// it, and where none has the budget that counts is it.
func expected(n economy.Count, rows []*field.Record) map[field.ID]money.Ore {
	out := map[field.ID]money.Ore{}
	for _, amount := range []field.MoneyField{economy.CostForecast, economy.CostBudget} {
		for _, r := range rows {
			if v, counts := n.Of(r, amount); counts {
				out[r.ID] = v
			}
		}
		if len(out) > 0 {
			break
		}
	}
	return out
}
