package insight

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
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
	sums := map[field.ID]*UnitBudget{}
	at := func(unit field.ID) *UnitBudget {
		u := org.Level(w, unit)
		if sums[u] == nil {
			sums[u] = &UnitBudget{Unit: u, Name: cmp.Or(w.Label(u), "Utan enhet")}
		}
		return sums[u]
	}
	both := func(r *field.Record) (drift, inv money.Ore) {
		drift, _ = economy.Sum(w, r.ID, year, economy.Operations, economy.CostBudget)
		inv, _ = economy.Sum(w, r.ID, year, economy.Investment, economy.CostBudget)
		return drift, inv
	}
	for _, r := range w.All(system.Kind) {
		if drift, inv := both(r); drift != 0 || inv != 0 {
			u := at(system.OwnerUnit.Get(r))
			u.Systems, u.Development = u.Systems+drift, u.Development+inv
		}
	}
	for _, r := range plan.Besides(w) {
		for _, b := range economy.Bear(w, r, year, economy.Operations, economy.CostBudget) {
			at(unitOf(w, b.By)).Systems += b.Amount
		}
		for _, b := range economy.Bear(w, r, year, economy.Investment, economy.CostBudget) {
			at(unitOf(w, b.By)).Development += b.Amount
		}
	}
	for _, r := range plan.Live(w) {
		if drift, inv := both(r); drift != 0 || inv != 0 {
			u := at(plan.Unit.Get(r))
			u.Operations, u.Investment = u.Operations+drift, u.Investment+inv
		}
	}
	out := make([]UnitBudget, 0, len(sums))
	for _, u := range sums {
		out = append(out, *u)
	}
	slices.SortFunc(out, func(a, b UnitBudget) int {
		return cmp.Or(cmp.Compare(b.Total(), a.Total()), text.Compare(a.Name, b.Name), cmp.Compare(a.Unit, b.Unit))
	})
	return out
}
