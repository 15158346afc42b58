package insight

import (
	"testing"

	"itportfoljen/app/base/money"
)

func TestShortUnit(t *testing.T) {
	for name, want := range map[string]string{
		"Vård- och omsorgsförvaltningen": "Vård och omsorg", "Kommunstyrelseförvaltningen": "Kommunstyrelsen", "Socialförvaltningen": "Socialförvaltningen",
		"Kommunledningskontoret": "Kommunledningskontoret", "Barn- och utbildningsnämnden": "Barn- och utbildningsnämnden", "Miljöförvaltningen": "Miljö",
		"förvaltningen": "förvaltningen", "": "",
	} {
		if got := ShortUnit(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

func TestCostChartChoosesUnit(t *testing.T) {
	units := []UnitCost{{Unit: "a", Name: "A", Years: []money.Ore{money.FromKronor(400_000), 0}}}
	if d := CostChart(units, 2026, 2027, 6); d.Unit != "tkr" || d.Series[0].Values[0] != 400 || d.Keys[0] != "a" || len(d.Series) != 2 {
		t.Errorf("%+v", d)
	}
	units[0].Years[1] = money.FromKronor(2_000_000)
	if d := CostChart(units, 2026, 2027, 6); d.Unit != "mnkr" || d.Series[1].Values[0] != 2 {
		t.Errorf("%+v", d)
	}
	if d := RankedCosts(units, "T", 6); len(d.Bars) != 1 || d.Bars[0].Key != "a" {
		t.Errorf("%+v", d)
	}
}
