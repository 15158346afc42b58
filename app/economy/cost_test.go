package economy_test

import (
	"context"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

func TestSum(t *testing.T) {
	p := apptest.Open(t)
	id := p.ByRef("SYS-0001").ID // 640 000 kr drift 2027
	rows := []*field.Record{apptest.Cost(p, id, 2027, economy.Operations, -40_000), apptest.Cost(p, id, 2027, economy.Investment, 5), apptest.Cost(p, id, 2028, economy.Operations, 0)}
	if _, err := p.CreateAll(context.Background(), "Prov", rows); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		year   int
		typ    string
		amount field.MoneyField
		want   int64
		ok     bool
	}{
		{2027, economy.Operations, economy.CostBudget, 600_000, true}, {2027, economy.Investment, economy.CostBudget, 5, true}, {2027, "", economy.CostBudget, 600_005, true},
		{2028, "", economy.CostBudget, 0, true}, {2027, "", economy.CostActual, 0, false}, {2026, "", economy.CostBudget, 0, false},
	} {
		if got, ok := economy.Sum(p, id, c.year, c.typ, c.amount); got != money.FromKronor(c.want) || ok != c.ok {
			t.Errorf("%d %q %s: %s %v", c.year, c.typ, c.amount.Key, got.Kr(), ok)
		}
	}
}

// TestYearlyAmounts sets an amount where rows of the year and type, differing
// in account, have these budgets and forecasts (-1: none).
func TestYearlyAmounts(t *testing.T) {
	type row struct{ budget, forecast int64 }
	for _, c := range []struct {
		name string
		rows []row
		set  field.Value
		code fault.Code
		want []row
	}{
		{"no row", nil, money.FromKronor(9), "", []row{{9, -1}}},
		{"no row, nothing", nil, nil, "", nil},
		{"one row", []row{{5, 6}}, money.FromKronor(9), "", []row{{9, 6}}},
		{"one row without it", []row{{-1, 6}}, money.FromKronor(9), "", []row{{9, 6}}},
		{"one row, cleared", []row{{5, 6}}, nil, "", []row{{-1, 6}}},
		{"one row, nothing to clear", []row{{-1, 6}}, nil, "", []row{{-1, 6}}},
		{"to zero, which is an amount", []row{{5, 6}}, money.Ore(0), "", []row{{0, 6}}},
		{"two rows, one has it", []row{{-1, 6}, {5, -1}}, money.FromKronor(9), "", []row{{-1, 6}, {9, -1}}},
		{"two rows, one to clear", []row{{-1, 6}, {5, -1}}, nil, "", []row{{-1, 6}, {-1, -1}}},
		{"two rows have it", []row{{5, -1}, {4, -1}}, money.FromKronor(10), fault.Conflict, []row{{5, -1}, {4, -1}}},
		{"two rows have it, the same sum", []row{{5, -1}, {4, -1}}, money.FromKronor(9), "", []row{{5, -1}, {4, -1}}},
		{"two rows have it, to clear", []row{{5, -1}, {4, -1}}, nil, fault.Conflict, []row{{5, -1}, {4, -1}}},
		{"two rows lack it", []row{{-1, 6}, {-1, 7}}, money.FromKronor(9), fault.Conflict, []row{{-1, 6}, {-1, 7}}},
		{"two rows lack it, nothing", []row{{-1, 6}, {-1, 7}}, nil, "", []row{{-1, 6}, {-1, 7}}},
	} {
		p := apptest.Open(t)
		id := p.ByRef("SYS-0001").ID
		for _, r := range c.rows {
			puts := []any{economy.CostOwner, id, economy.CostYear, int64(2030), economy.CostType, economy.Operations}
			if r.budget >= 0 {
				puts = append(puts, economy.CostBudget, money.FromKronor(r.budget))
			}
			if r.forecast >= 0 {
				puts = append(puts, economy.CostForecast, money.FromKronor(r.forecast))
			}
			apptest.Add(t, p, economy.CostKind, puts...)
		}
		_, err := p.Set(context.Background(), id, field.Column{Field: system.OperationsBudget.Field, Year: 2030}, c.set)
		if fault.CodeOf(err) != c.code {
			t.Errorf("%s: %v", c.name, err)
		}
		var got []row
		for _, r := range economy.Rows(p, id) {
			if economy.CostYear.Get(r) != 2030 {
				continue
			}
			x := row{-1, -1}
			if v, ok := r.Get(economy.CostBudget.Field).(money.Ore); ok {
				x.budget = int64(v / 100)
			}
			if v, ok := r.Get(economy.CostForecast.Field).(money.Ore); ok {
				x.forecast = int64(v / 100)
			}
			got = append(got, x)
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
			}
		}
	}
}
