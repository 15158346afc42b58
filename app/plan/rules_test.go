package plan_test

import (
	"context"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
)

func TestRiskScore(t *testing.T) {
	for risk, want := range map[string]float64{"": -1, "1×1": 0.04, "3×4": 0.48, "5×5": 1, "5×3": 0.6, "Hög": 0.8, "Medel": 0.5, "Låg": 0.2, "6×1": -1, "stor": -1} {
		got, ok := plan.RiskScore(field.NewRecord(plan.Kind, "1").Put(plan.Risk.Field, risk))
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q is %v, want %v", risk, got, want)
		}
	}
}

func TestCosts(t *testing.T) {
	p := apptest.Open(t)
	r := p.ByRef("INS-2027-001")
	forecast := apptest.Cost(p, r.ID, 2027, economy.Operations, 10).Put(economy.CostForecast.Field, money.FromKronor(0))
	rows := []*field.Record{
		apptest.Cost(p, r.ID, 2026, economy.Operations, 1), apptest.Cost(p, r.ID, 2027, economy.Investment, 100), forecast,
		apptest.Record(p, economy.CostKind, economy.CostOwner, r.ID, economy.CostYear, int64(2027), economy.CostType, economy.Operations, economy.CostForecast, money.FromKronor(7)),
		apptest.Cost(p, p.ByRef("INS-2027-002").ID, 2027, economy.Investment, 1000),
	}
	if _, err := p.CreateAll(context.Background(), "Prov", rows); err != nil {
		t.Fatal(err)
	}
	type year = func(field.World, *field.Record, int) (money.Ore, bool)
	all := func(w field.World, r *field.Record, _ int) (money.Ore, bool) { return plan.Cost(w, r) }
	none := apptest.Add(t, p, plan.Kind, plan.Name, "Utan belopp")
	for _, c := range []struct {
		what  string
		of    year
		r     *field.Record
		year  int
		want  int64
		known bool
	}{
		{"all years", all, r, 0, 111, true}, {"2027", plan.YearCost, r, 2027, 110, true}, {"2026", plan.YearCost, r, 2026, 1, true}, {"2030", plan.YearCost, r, 2030, 0, false},
		{"forecast, and budget where there is none", plan.YearForecast, r, 2027, 107, true}, {"forecast 2026", plan.YearForecast, r, 2026, 1, true},
		{"nobody has said", all, none, 0, 0, false}, {"nor foreseen", plan.YearForecast, none, 2027, 0, false},
	} {
		if got, known := c.of(p, c.r, c.year); got != money.FromKronor(c.want) || known != c.known {
			t.Errorf("%s: %s %v, want %d %v", c.what, got.Kr(), known, c.want, c.known)
		}
	}
}
