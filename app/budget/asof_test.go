package budget_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/system"
)

// TestForecastsAsTheyWere: what was believed on a day, with the budget where nothing was.
func TestForecastsAsTheyWere(t *testing.T) {
	p := apptest.Open(t)
	one := apptest.Add(t, p, system.Kind, system.Name, "Alfa")
	c := apptest.Add(t, p, economy.CostKind, economy.CostOwner, one.ID, economy.CostYear, int64(2050), economy.CostType, economy.Operations, economy.CostBudget, money.FromKronor(100),
		economy.CostForecast, money.FromKronor(110), economy.CostForecastOn, date.Of(2026, 2, 28))
	apptest.Put(t, p, c.ID, economy.CostForecast, money.FromKronor(130)) // today
	for _, c := range []struct {
		on   date.Date
		want int64
	}{{0, 130}, {date.Of(2026, 1, 31), 100}, {date.Of(2026, 2, 28), 110}, {p.Today(), 130}} {
		a := budget.Of(p, budget.Query{First: 2050, Last: 2050, AsOf: c.on}).Total
		if a.Forecast.Ore != money.FromKronor(c.want) || a.Budget.Ore != money.FromKronor(100) {
			t.Errorf("on %s: %s", c.on, a.Forecast.Ore.Exact())
		}
	}
}
