package plan

import (
	"fmt"
	"strconv"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/system"
)

func init() {
	Kind.Number = Number.Field
	Kind.Reached = reached
	Kind.Views = []field.View{
		{Name: "Utan projektledare", Lacks: []*field.Field{Manager.Field}},
		{Name: "Startar i år", ThisYear: Start.Field},
		{Name: "Slutar i år", ThisYear: End.Field},
		{Name: "Störst nytta", Most: BenefitPerYear.Field},
	}
	Kind.Over = over
}

// over says that an insats is delivered or closed: who led it did so then. One set aside
// may come back.
func over(w field.World, r *field.Record) bool {
	return StageOf(w, r).Delivered()
}

// risk tidies "3x4" to "3×4" and "HÖG" to "Hög".
func risk(s string) (string, error) {
	k := text.Key(s)
	if m := product.FindStringSubmatch(k); m != nil {
		return m[1] + "×" + m[2], nil
	}
	if w, ok := riskWords[k]; ok {
		return w, nil
	}
	return "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är ingen risk. Skriv sannolikhet gånger konsekvens, till exempel 3×4, eller hög, medel, låg.", s))
}

// RiskScore is the risk as a share of the highest, 0–1; ok is false when it
// isn't stated.
func RiskScore(r *field.Record) (score float64, ok bool) {
	s := Risk.Get(r)
	switch s {
	case "":
		return 0, false
	case "Hög":
		return 0.8, true
	case "Medel":
		return 0.5, true
	case "Låg":
		return 0.2, true
	}
	m := product.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	a, _ := strconv.Atoi(m[1])
	b, _ := strconv.Atoi(m[2])
	return float64(a*b) / 25, true
}

// reached says whether an insats has come to a phase, or past it. In a model that
// lacks from, what is past the idea has reached it.
func reached(w field.World, r *field.Record, from string) bool {
	m, phase := governance.Of(w), Phase.Get(r)
	if from == string(governance.Closed) { // what is set aside isn't
		return m.StageOf(phase) == governance.Closed
	}
	if _, known := m.Phase(from); !known {
		return m.StageOf(phase) != governance.Idea
	}
	for _, p := range m.Phases {
		switch p.Key {
		case from:
			_, known := m.Phase(phase)
			return known
		case phase:
			return false
		}
	}
	return false
}

// Cost is the insats' whole budget over all years, drift and investering; ok is
// false when nobody has said.
func Cost(w field.World, r *field.Record) (total money.Ore, ok bool) {
	return economy.Sum(w, r.ID, 0, "", economy.CostBudget)
}

// Spends says that what an owner of costs is budgeted and forecast to cost counts: an insats that
// is closed or set aside has only cost what it has, whose money nobody will spend.
func Spends(w field.World, owner *field.Record) bool {
	return owner == nil || owner.Kind != Kind || StageOf(w, owner).Live()
}

// Owns says that a cost row is an insats's.
func Owns(w field.World, cost *field.Record) bool {
	r := w.Get(economy.CostOwner.Get(cost))
	return r != nil && r.Kind == Kind
}

// Besides are the records that have costs and are neither systems nor insatser: agreements and
// units.
func Besides(w field.World) (out []*field.Record) {
	for _, k := range economy.CostOwner.Targets() {
		if k == system.Kind || k == Kind {
			continue
		}
		for _, r := range w.All(k) {
			if len(economy.Rows(w, r.ID)) > 0 {
				out = append(out, r)
			}
		}
	}
	return out
}

// YearCost is its budget of one year, drift and investering.
func YearCost(w field.World, r *field.Record, year int) (money.Ore, bool) {
	return economy.Sum(w, r.ID, year, "", economy.CostBudget)
}

// YearForecast is the forecast of one year; rows without one count by budget.
func YearForecast(w field.World, r *field.Record, year int) (money.Ore, bool) {
	return economy.SumExpected(w, r.ID, year, "")
}
