package years_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/app/years"
)

// TestAhead tells what one thing costs from 2047 to 2051.
func TestAhead(t *testing.T) {
	for _, c := range []struct {
		name  string
		puts  []any // of an agreement; nil: it is a system
		rows  []string
		index int64
		want  string
	}{
		{"a system's rows, and then nobody knows", nil, []string{"2047 b=100", "2048 f=110"}, 300, "100 110 – – –"},
		{"an agreement without end", []any{}, []string{"2046 b=100"}, 0, "100* 100* 100* 100* 100*"},
		{"with an index", []any{agreement.Index, "AKI"}, []string{"2046 b=1000"}, 1000, "1100* 1210* 1331* 1464* 1610*"},
		{"an index that it doesn't follow", []any{}, []string{"2046 b=1000"}, 1000, "1000* 1000* 1000* 1000* 1000*"},
		{"rows first", []any{}, []string{"2047 f=7", "2049 b=9"}, 0, "7 7* 9 9* 9*"},
		{"to its end", []any{agreement.End, date.Of(2048, 6, 30)}, []string{"2047 b=1200"}, 0, "1200 600* slut slut slut"},
		{"if it is renewed", []any{agreement.End, date.Of(2047, 12, 31), agreement.Renewal, agreement.Express, agreement.RenewalMonths, int64(12), agreement.MostRenewals, int64(2)}, []string{"2047 b=1200"}, 0,
			"1200 (1200) (1200) slut slut"},
		{"to be signed", []any{agreement.State, agreement.Planned}, []string{"2046 b=1"}, 0, ""},
		{"nothing known", []any{}, nil, 0, ""},
	} {
		p := apptest.Open(t)
		var of *field.Record
		if c.puts == nil {
			of = apptest.Add(t, p, system.Kind, system.Name, "Alfa")
		} else {
			of = apptest.Add(t, p, agreement.Kind, append([]any{agreement.Name, "Alfa"}, c.puts...)...)
		}
		for _, s := range c.rows {
			cost(t, p, of.ID, s)
		}
		got := ""
		a := years.Ahead(p, years.Looking{First: 2047, Index: c.index})
		for _, one := range a.Courses {
			if one.Owner.ID != of.ID {
				continue
			}
			var parts []string
			for _, y := range one.Years {
				if s := y.Short(); strings.Contains(s, "slut") {
					parts = append(parts, "slut")
				} else {
					parts = append(parts, strings.ReplaceAll(s, "\u00a0", ""))
				}
			}
			got = strings.Join(parts, " ")
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		for i, sums := range a.Sums {
			by := map[years.How]money.Ore{}
			for _, one := range a.Courses {
				by[one.Years[i].How] += one.Years[i].Sum
			}
			if want := (years.Sums{Stands: by[years.Stands], Reckoned: by[years.Reckoned], Renewed: by[years.Renewed]}); sums != want || by[years.Unknown]+by[years.Over] != 0 {
				t.Errorf("%s: year %d comes to %+v, its courses to %+v", c.name, i, sums, by)
			}
		}
	}
}

// TestWhatIsReckonedIsProposed as forecasts, and stands on rows then; it is the sum that was said.
func TestWhatIsReckonedIsProposed(t *testing.T) {
	p := apptest.Open(t)
	a := apptest.Add(t, p, agreement.Kind, agreement.Name, "Alfa", agreement.End, date.Of(2047, 12, 31), agreement.RenewalMonths, int64(12))
	cost(t, p, a.ID, "2046 licence b=100")
	look := years.Looking{First: 2046, Years: 4}
	for _, c := range []struct {
		renewed bool
		made    int
		want    string
	}{{false, 1, "100 100 (100) (100)"}, {true, 2, "100 100 100 100"}, {true, 0, "100 100 100 100"}} {
		var made years.Proposed
		if _, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
			var err error
			made, err = years.Propose(tx, years.Ahead(tx, look), c.renewed)
			return "Prognoser", err
		}); err != nil {
			t.Fatal(err)
		}
		var parts []string
		for _, one := range years.Ahead(p, look).Courses {
			for _, y := range one.Years {
				if one.Owner.ID == a.ID {
					parts = append(parts, y.Short())
				}
			}
		}
		if got := strings.Join(parts, " "); made.Made != c.made || got != c.want {
			t.Errorf("%d made, %s, want %d, %s", made.Made, got, c.made, c.want)
		}
	}
	for _, r := range economy.Rows(p, a.ID) {
		if economy.CostSort.Get(r) != economy.SortLicence {
			t.Errorf("%d is of sort %q", economy.CostYear.Get(r), economy.CostSort.Get(r))
		}
	}
}

// TestEtapperAndBenefit of insatser stand beside the sums.
func TestEtapperAndBenefit(t *testing.T) {
	p := apptest.Open(t)
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Insatsen", plan.End, date.Of(2048, 6, 30))
	apptest.Put(t, p, r.ID, plan.BenefitPerYear, economy.CostBudget.Get(cost(t, p, r.ID, "2047 b=10")))
	for _, y := range []int64{2047, 2048} {
		apptest.Add(t, p, plan.LegKind, plan.LegName, fmt.Sprint(y), plan.LegOf, r.ID, plan.LegYear, y, plan.LegAmount, economy.CostBudget.Get(economy.Rows(p, r.ID)[0]))
	}
	a := years.Ahead(p, years.Looking{First: 2047, Years: 3})
	var legs, benefits []string
	for _, l := range a.Legs {
		if l.Plan.ID == r.ID {
			legs = append(legs, fmt.Sprint(l.Year, " ", l.Sum.Exact()))
		}
	}
	for _, b := range a.Benefits {
		if b.Plan.ID == r.ID {
			benefits = append(benefits, fmt.Sprint(b.From, " ", b.Yearly.Exact()))
		}
	}
	if got := strings.Join(legs, ", ") + "; " + strings.Join(benefits, ", "); got != "2048 10; 2049 10" {
		t.Error(got)
	}
}
