package economy_test

import (
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

// TestAYearAndItsMonthsCountOnce: rows as "month kind-of-amount=kr …", a year's row with month
// 0; what each amount comes to, and what is expected. A dash is no amount at all.
func TestAYearAndItsMonthsCountOnce(t *testing.T) {
	for _, c := range []struct {
		name                               string
		rows                               []string
		budget, forecast, actual, expected string
	}{
		{"a year alone", []string{"0 b=120"}, "120", "-", "-", "120"},
		{"months alone", []string{"1 b=10", "2 b=11"}, "21", "-", "-", "21"},
		{"the budget on both", []string{"0 b=120", "1 b=10", "2 b=11"}, "21", "-", "-", "21"},
		{"each amount by itself", []string{"0 b=120 f=130", "1 a=9", "2 a=12"}, "120", "130", "21", "130"},
		{"the forecast on months, the budget on the year", []string{"0 b=120", "1 f=10", "2 f=11"}, "120", "21", "-", "21"},
		{"the budget on months, the forecast on the year", []string{"0 f=130", "1 b=60", "2 b=60"}, "120", "130", "-", "130"},
		{"a month without forecast goes by its budget", []string{"1 b=10 f=12", "2 b=10"}, "20", "12", "-", "22"},
		{"two rows of the year", []string{"0 b=100", "0 b=20"}, "120", "-", "-", "120"},
		{"two rows of the year and a month", []string{"0 b=100", "0 b=20", "3 b=7"}, "7", "-", "-", "7"},
		{"a month of nothing is an amount", []string{"0 b=120", "1 b=0"}, "0", "-", "-", "0"},
		{"a month without amounts", []string{"0 b=120", "1"}, "120", "-", "-", "120"},
		{"other accounts are other costs", []string{"0 b=120 konto=6420", "1 b=10 konto=6540"}, "130", "-", "-", "130"},
		{"other names are other costs", []string{"0 b=120 text=Support", "1 b=10"}, "130", "-", "-", "130"},
		{"other sorts are other costs", []string{"0 b=120 sort=licence", "1 b=10 sort=support"}, "130", "-", "-", "130"},
		{"the same code string", []string{"0 b=120 konto=6420 ansvar=12", "1 b=10 konto=6420 ansvar=12"}, "10", "-", "-", "10"},
		{"another responsible", []string{"0 b=120 konto=6420 ansvar=12", "1 b=10 konto=6420 ansvar=13"}, "130", "-", "-", "130"},
		{"investering is another cost", []string{"0 b=120", "1 b=10 inv"}, "130", "-", "-", "130"},
	} {
		p := apptest.Open(t)
		id := p.ByRef("SYS-0001").ID
		for _, row := range c.rows {
			addRow(t, p, id, row)
		}
		show := func(v money.Ore, ok bool) string {
			if !ok {
				return "-"
			}
			return strings.ReplaceAll(strings.TrimSuffix(v.Kr(), "\u00a0kr"), "\u00a0", "")
		}
		got := []string{show(economy.Sum(p, id, 2030, "", economy.CostBudget)), show(economy.Sum(p, id, 2030, "", economy.CostForecast)),
			show(economy.Sum(p, id, 2030, "", economy.CostActual)), show(economy.SumExpected(p, id, 2030, ""))}
		if want := []string{c.budget, c.forecast, c.actual, c.expected}; strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: %v, want %v", c.name, got, want)
		}
		n, all := economy.All(p), money.Total{} // the whole portfolio at once says the same
		for _, r := range economy.Rows(p, id) {
			if economy.CostYear.Get(r) == 2030 {
				all.Add(n.Of(r, economy.CostBudget))
			}
		}
		if s := show(all.Ore, all.Known); s != c.budget {
			t.Errorf("%s: all rows at once come to %s, want %s", c.name, s, c.budget)
		}
	}
}

// addRow adds a row of 2030.
func addRow(t *testing.T, p *app.Portfolio, owner field.ID, row string) *field.Record {
	t.Helper()
	words := strings.Fields(row)
	puts := []any{economy.CostOwner, owner, economy.CostYear, int64(2030), economy.CostType, economy.Operations}
	if words[0] != "0" {
		puts = append(puts, economy.CostMonth, words[0])
	}
	for _, w := range words[1:] {
		if w == "inv" {
			puts[5] = economy.Investment
			continue
		}
		key, value, _ := strings.Cut(w, "=")
		switch f := map[string]any{"b": economy.CostBudget, "f": economy.CostForecast, "a": economy.CostActual, "konto": economy.CostAccount, "ansvar": economy.CostCentre,
			"text": economy.CostText, "sort": economy.CostSort}[key].(type) {
		case field.MoneyField:
			v, err := money.Parse(value, money.Kr)
			if err != nil {
				t.Fatal(err)
			}
			puts = append(puts, f, v)
		case field.TextField:
			puts = append(puts, f, value)
		}
	}
	return apptest.Add(t, p, economy.CostKind, puts...)
}

func TestARowSaysWhatOfItDoesNotCount(t *testing.T) {
	p := apptest.Open(t)
	id := p.ByRef("SYS-0001").ID
	year := addRow(t, p, id, "0 b=120 f=130")
	month := addRow(t, p, id, "1 b=10")
	if got := economy.CostRemark.Show(p, economy.CostRemark.Value(p, year, 0)); got != "Budget räknas inte: det står på månader" {
		t.Errorf("the year's row says %q", got)
	}
	if v := economy.CostRemark.Value(p, month, 0); !field.IsEmpty(v) {
		t.Errorf("the month says %v", v)
	}
	if p.Called(month) != "drift januari 2030 för Lönesystemet" {
		t.Errorf("the month is called %q", p.Called(month))
	}
}
