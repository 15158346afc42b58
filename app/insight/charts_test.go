package insight

import (
	"fmt"
	"testing"

	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
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

// TestNoUnitIsLeftOutOfAChart: those that there is no room for are one bar, and what has no unit
// stands for itself.
func TestNoUnitIsLeftOutOfAChart(t *testing.T) {
	var units []UnitCost
	for i, name := range []string{"A", "B", "C", "D", "Utan enhet"} {
		u := UnitCost{Unit: field.ID(name), Name: name, Total: money.FromKronor(int64(1000 * (9 - i)))}
		if name == "Utan enhet" {
			u.Unit = ""
		}
		u.Years = []money.Ore{u.Total}
		units = append(units, u)
	}
	for _, c := range []struct {
		n    int
		want string
	}{{5, "A 9 B 8 C 7 D 6 Utan enhet 5 "}, {4, "A 9 B 8 Utan enhet 5 Övriga (2) 13 "}, {3, "A 9 Utan enhet 5 Övriga (3) 21 "}} {
		got := ""
		d := RankedCosts(units, "T", c.n)
		for _, b := range d.Bars {
			got += fmt.Sprint(b.Label, " ", b.Value, " ")
		}
		if got != c.want {
			t.Errorf("%d: %q, want %q", c.n, got, c.want)
		}
		if last := d.Bars[len(d.Bars)-1].Key; IsRest(last) != (c.n < 5) {
			t.Errorf("%d: the last bar's key is %q", c.n, last)
		}
	}
}
