package budget_test

import (
	"slices"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/system"
)

// TestAYearWithoutUtfallSaysSo: held against an utfall that there is none of, the sheet has no
// variance, and says why.
func TestAYearWithoutUtfallSaysSo(t *testing.T) {
	p := apptest.Open(t)
	s := apptest.Add(t, p, system.Kind, system.Name, "Diariet")
	c := apptest.Add(t, p, economy.CostKind, economy.CostOwner, s.ID, economy.CostYear, int64(2027), economy.CostType, economy.Operations, economy.CostBudget, money.FromKronor(100))
	says := func(g budget.Against) bool {
		return slices.Contains(budget.Of(p, budget.Query{Rows: []budget.Dimension{budget.By(budget.BySort)}, First: 2027, Last: 2027}).Notes(g), "Inget utfall är bokfört, så det finns ingen avvikelse att visa.")
	}
	if !says(budget.ByActual) || says(budget.ByForecast) {
		t.Errorf("said against the utfall: %v, against the prognos: %v", says(budget.ByActual), says(budget.ByForecast))
	}
	apptest.Put(t, p, c.ID, economy.CostActual, money.FromKronor(1))
	if says(budget.ByActual) {
		t.Error("it says so when there is an utfall")
	}
}

func TestPercentText(t *testing.T) {
	for v, want := range map[float64]string{4.5: "+4,5", -12: "−12,0", 0.04: "0,0", -0.04: "0,0", 100: "+100,0"} {
		if got := budget.PercentText(v); got != want {
			t.Errorf("%v is %q, want %q", v, got, want)
		}
	}
}
