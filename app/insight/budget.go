package insight

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
)

// OperationsForecast is a system's drift of a year by forecast; rows without
// one count by budget. ok is false when there are no amounts at all.
func OperationsForecast(w World, r *field.Record, year int) (sum money.Ore, ok bool) {
	return economy.SumExpected(w, r.ID, year, economy.Operations)
}

// UnitBudget is a förvaltning's, nämnd's or bolag's budget of a year.
type UnitBudget struct {
	Unit        field.ID // "" for what has no unit
	Name        string
	Systems     money.Ore // drift of systems, agreements and units
	Development money.Ore // investering in them
	Operations  money.Ore // drift of insatser
	Investment  money.Ore // investering of insatser
}

// Total is the whole budget.
func (u UnitBudget) Total() money.Ore {
	return u.Systems + u.Development + u.Operations + u.Investment
}

// UnitBudgets sums the budget of a year per förvaltning, of the same systems,
// agreements, units and insatser as Figures, the largest first.
func UnitBudgets(w World, year int) []UnitBudget {
	t := budget.Of(w, budget.Query{First: year, Last: year, Rows: []budget.Dimension{budget.By(budget.ByUnit)}})
	out := make([]UnitBudget, 0, len(t.Total.Parts))
	for _, l := range t.Total.Parts {
		u := UnitBudget{Unit: l.Record, Name: l.Label}
		for _, row := range l.Rows {
			c := w.Get(row.Cost)
			insats, typ := plan.Owns(w, c), economy.CostType.Get(c)
			switch v := row.Budget.Ore; {
			case insats && typ == economy.Investment:
				u.Investment += v
			case insats:
				u.Operations += v
			case typ == economy.Operations:
				u.Systems += v
			default:
				u.Development += v
			}
		}
		if u.Systems != 0 || u.Development != 0 || u.Operations != 0 || u.Investment != 0 {
			out = append(out, u)
		}
	}
	names := text.Keys{}
	slices.SortFunc(out, func(a, b UnitBudget) int {
		return cmp.Or(cmp.Compare(b.Total(), a.Total()), names.Compare(a.Name, b.Name), cmp.Compare(a.Unit, b.Unit))
	})
	return out
}
