package budget_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/budget"
	"itportfoljen/app/demo"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// measures are the amounts of a line, one by one.
var measures = map[string]func(budget.Amounts) money.Total{
	"budget":    func(a budget.Amounts) money.Total { return a.Budget },
	"prognos":   func(a budget.Amounts) money.Total { return a.Forecast },
	"utfall":    func(a budget.Amounts) money.Total { return a.Actual },
	"kostnad":   func(a budget.Amounts) money.Total { return a.Cost },
	"avvikelse": func(a budget.Amounts) money.Total { return a.Variance(budget.ByForecast) },
}

// ties holds that each line of a table is the sum of its parts, of its columns and of its rows.
func ties(t *testing.T, what string, tab *budget.Table) {
	t.Helper()
	var look func(path string, l *budget.Line)
	look = func(path string, l *budget.Line) {
		for name, of := range measures {
			want := of(l.Amounts)
			holds := func(kind string, n int, each func(int) budget.Amounts) {
				var sum money.Total
				for i := range n {
					v := of(each(i))
					sum.Add(v.Ore, v.Known)
				}
				if sum != want {
					t.Fatalf("%s%s: %s is %v, its %s come to %v", what, path, name, want, kind, sum)
				}
			}
			holds("rows", len(l.Rows), func(i int) budget.Amounts { return l.Rows[i].Amounts })
			if len(l.Parts) > 0 {
				holds("parts", len(l.Parts), func(i int) budget.Amounts { return l.Parts[i].Amounts })
			}
			if len(tab.Columns) > 0 {
				holds("columns", len(l.Cells), func(i int) budget.Amounts { return l.Cells[i] })
			}
		}
		for _, p := range l.Parts {
			look(path+"/"+p.Label, p)
		}
	}
	look("", tab.Total)
}

// TestEachTotalIsTheSumOfItsParts makes random portfolios: rows of systems, agreements that systems
// share, insatser that go on and that don't, units and nobody's; months beside years, payers,
// incomes, forecasts and utfall. Every dimension, and every two, give the same whole.
func TestEachTotalIsTheSumOfItsParts(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 2))
	for round := range 6 {
		p := random(t, rng)
		all := budget.Dimensions(p)
		whole := budget.Of(p, budget.Query{})
		ties(t, fmt.Sprint(round, " whole"), whole)
		byHand(t, p, whole)
		for i, d := range all {
			other, columns := all[rng.IntN(len(all))], all[rng.IntN(len(all))]
			for _, q := range []budget.Query{{Rows: []budget.Dimension{d}}, {Rows: []budget.Dimension{d, other}, Columns: columns}, {Rows: []budget.Dimension{other}, Columns: d}} {
				tab := budget.Of(p, q)
				what := fmt.Sprint(round, " ", d.Key, " × ", other.Key, " × ", columns.Key)
				if tab.Total.Amounts != whole.Total.Amounts || tab.Total.Lacks != whole.Total.Lacks {
					t.Fatalf("%s: %+v, the whole is %+v", what, tab.Total.Amounts, whole.Total.Amounts)
				}
				ties(t, what, tab)
			}
			if i%3 == 0 { // what is asked for, value by value, comes to all of it
				var sum money.Total
				for _, l := range budget.Of(p, budget.Query{Rows: []budget.Dimension{d}}).Total.Parts {
					v := budget.Of(p, budget.Query{Filter: []budget.Only{{Dimension: d, Key: l.Key}}}).Total.Cost
					if v != l.Cost {
						t.Fatalf("%d %s=%s: %v asked for, %v in its line", round, d.Key, l.Key, v, l.Cost)
					}
					sum.Add(v.Ore, v.Known)
				}
				if sum != whole.Total.Cost {
					t.Fatalf("%d %s: %v asked for one by one, %v in all", round, d.Key, sum, whole.Total.Cost)
				}
			}
		}
	}
}

// byHand adds the rows without any of it.
func byHand(t *testing.T, p *app.Portfolio, tab *budget.Table) {
	t.Helper()
	n := economy.All(p)
	var sum, forecast, actual, cost money.Ore
	for _, c := range p.All(economy.CostKind) {
		owner := p.Get(economy.CostOwner.Get(c))
		spent, _ := n.Of(c, economy.CostActual)
		actual += spent
		if owner.Kind == plan.Kind && !plan.StageOf(p, owner).Live() {
			cost += spent
			continue
		}
		v, _ := n.Of(c, economy.CostBudget)
		sum += v
		v, _ = n.Expected(c)
		forecast += v
		v, _ = n.First(c, economy.CostActual, economy.CostForecast, economy.CostBudget)
		cost += v
	}
	if actual != tab.Total.Actual.Ore || cost != tab.Total.Cost.Ore {
		t.Fatalf("by hand %s spent and %s in all, the table has %s and %s", actual.Exact(), cost.Exact(), tab.Total.Actual.Exact(), tab.Total.Cost.Exact())
	}
	if sum != tab.Total.Budget.Ore || forecast != tab.Total.Forecast.Ore {
		t.Fatalf("by hand %s and %s, the table has %s and %s", sum.Exact(), forecast.Exact(), tab.Total.Budget.Exact(), tab.Total.Forecast.Exact())
	}
	payers := map[field.ID]money.Ore{}
	for _, l := range budget.Of(p, budget.Query{Rows: []budget.Dimension{budget.By(budget.ByPayer)}, Closed: true}).Total.Parts {
		payers[l.Record] = l.Budget.Ore
	}
	paid := map[field.ID]money.Ore{}
	for _, c := range p.All(economy.CostKind) {
		v, _ := n.Of(c, economy.CostBudget)
		for _, b := range economy.Bearers(p, c, v) {
			paid[org.Level(p, b.By)] += b.Amount
		}
	}
	for id, v := range paid {
		if payers[id] != v {
			t.Fatalf("%s pays %s, its line says %s", p.Label(id), v.Exact(), payers[id].Exact())
		}
	}
}

// TestWhatARowLacks is told of its line, and of the whole: an amount nobody has said isn't nothing.
func TestWhatARowLacks(t *testing.T) {
	const noActual = "Inget utfall är bokfört, så det finns ingen avvikelse att visa."
	kr := money.FromKronor
	for _, c := range []struct {
		name  string
		puts  []any
		want  budget.Lacks
		tells string
		notes map[budget.Against]string
	}{
		{"no amount", nil, budget.Lacks{Amount: 1}, "1 rad utan belopp", map[budget.Against]string{budget.ByForecast: "1 kostnadsrad saknar belopp.", budget.ByActual: "1 kostnadsrad saknar belopp. " + noActual}},
		{"only a budget", []any{economy.CostBudget, kr(5)}, budget.Lacks{Forecast: 1, Actual: 1}, "", map[budget.Against]string{budget.ByForecast: "1 rad utan prognos räknas efter sin budget.", budget.ByActual: noActual}},
		{"a budget of nothing", []any{economy.CostBudget, kr(0), economy.CostForecast, kr(0)}, budget.Lacks{Actual: 1}, "", map[budget.Against]string{budget.ByActual: noActual}},
		{"only an utfall", []any{economy.CostActual, kr(5)}, budget.Lacks{}, "", nil},
		{"all", []any{economy.CostBudget, kr(5), economy.CostForecast, kr(6), economy.CostActual, kr(7)}, budget.Lacks{}, "", nil},
	} {
		p := apptest.Empty(t)
		s := apptest.Add(t, p, system.Kind, system.Name, "Alfa")
		apptest.Add(t, p, economy.CostKind, append([]any{economy.CostOwner, s.ID, economy.CostYear, int64(2030), economy.CostType, economy.Operations}, c.puts...)...)
		tab := budget.Of(p, budget.Query{First: 2030, Last: 2030, Rows: []budget.Dimension{budget.By(budget.ByType)}})
		l := tab.Total.Parts[0]
		if l.Lacks != c.want || tab.Total.Lacks != c.want || l.Tells() != c.tells {
			t.Errorf("%s: %+v, %q", c.name, l.Lacks, l.Tells())
		}
		for _, g := range []budget.Against{budget.ByForecast, budget.ByActual} {
			if got := strings.Join(tab.Notes(g)[1:], " "); got != c.notes[g] {
				t.Errorf("%s, %s: %q", c.name, g.Word(), got)
			}
		}
	}
}

func random(t *testing.T, rng *rand.Rand) *app.Portfolio {
	t.Helper()
	p := apptest.Open(t)
	var owners, units []field.ID
	board := apptest.Add(t, p, org.UnitKind, org.UnitName, "Nämnden", org.UnitType, org.Board)
	for i := range 5 {
		u := apptest.Add(t, p, org.UnitKind, org.UnitName, string(rune('A'+i)), org.UnitType, []string{org.Administration, org.Section}[i%2])
		if i%2 == 0 {
			apptest.Put(t, p, u.ID, org.UnitParent, board.ID)
		}
		units, owners = append(units, u.ID), append(owners, u.ID)
	}
	a := apptest.Add(t, p, agreement.Kind, agreement.Name, "Avtalet", agreement.Unit, units[0], agreement.Supplier, apptest.Supplier(t, p, "Bolag AB"))
	for i := range 3 {
		s := apptest.Add(t, p, system.Kind, system.Name, string(rune('a'+i)), system.OwnerUnit, units[rng.IntN(5)])
		apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, a.ID, agreement.Covered, s.ID, agreement.CoverShare, int64(11+rng.IntN(22)))
		owners = append(owners, s.ID)
	}
	for _, stage := range []governance.Stage{governance.Running, governance.Closed, governance.Aside} {
		owners = append(owners, apptest.Add(t, p, plan.Kind, plan.Name, "I "+string(stage), plan.Phase, apptest.Phases[stage], plan.Unit, units[rng.IntN(5)]).ID)
	}
	owners = append(owners, a.ID, a.ID, apptest.Add(t, p, system.Kind, system.Name, "utan enhet").ID)
	one := func(of ...string) string { return of[rng.IntN(len(of))] }
	amount := func(r *field.Record, f field.MoneyField) {
		if rng.IntN(3) > 0 {
			r.Put(f.Field, money.Ore(rng.Int64N(1_000_000)))
		}
	}
	var rows []*field.Record
	for range 90 {
		r := apptest.Record(p, economy.CostKind, economy.CostOwner, owners[rng.IntN(len(owners))], economy.CostYear, int64(2029+rng.IntN(2)), economy.CostType, one(economy.Operations, economy.Investment))
		amount(r, economy.CostBudget)
		amount(r, economy.CostForecast)
		amount(r, economy.CostActual)
		for f, v := range map[*field.Field]string{economy.CostAccount.Field: one("", "6421", "0640 Licens"), economy.CostCentre.Field: one("", "12"), economy.CostMonth.Field: one("", "", "1", "12"),
			economy.CostSort.Field: one("", economy.SortGrant, economy.SortLicence), economy.CostFunding.Field: one("", "line"), economy.CostWork.Field: one("", economy.Develop)} {
			if v != "" {
				r.Put(f, v)
			}
		}
		rows = append(rows, r)
	}
	if _, err := p.CreateAll(context.Background(), "Prov", rows); err != nil {
		t.Fatal(err)
	}
	for _, r := range rows[:30] {
		share := 1 + rng.Int64N(9_998)
		if _, err := p.SetText(context.Background(), r.ID, field.Column{Field: economy.CostPayers.Field}, "A "+field.PlainDecimal(share)+" %; B "+field.PlainDecimal(10_000-share)+" %"); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// TestTheSheetTiesToTheFigures is of the example in all its sizes: what the page, Översikt and the
// reports say of a year is the same.
func TestTheSheetTiesToTheFigures(t *testing.T) {
	for _, size := range []demo.Size{demo.S, demo.M, demo.L} {
		if size == demo.L && testing.Short() {
			continue
		}
		p := example(t, size)
		year := p.PlanYear()
		f := insight.FiguresOf(p)
		q := budget.Query{First: year, Last: year}
		whole := budget.Of(p, q).Total.Amounts
		var budgets, drift, insatser money.Ore
		for _, u := range insight.UnitBudgets(p, year) {
			budgets, drift, insatser = budgets+u.Total(), drift+u.Systems, insatser+u.Operations+u.Investment
		}
		if budgets != whole.Budget.Ore || drift != f.Budget.Ore || insatser != f.PlanBudget {
			t.Errorf("%v: per unit %s (%s, %s), the sheet %s, the figures %s and %s", size, budgets.Kr(), drift.Kr(), insatser.Kr(), whole.Budget.Kr(), f.Budget.Kr(), f.PlanBudget.Kr())
		}
		for _, y := range []int{year - 1, year} {
			q.First, q.Last = y, y
			var cost money.Ore
			for _, u := range insight.CostPerUnit(p, y, y) {
				cost += u.Total
			}
			if got := budget.Of(p, q).Total.Cost.Ore; got != cost {
				t.Errorf("%v %d: units cost %s, the sheet has %s", size, y, cost.Kr(), got.Kr())
			}
		}
		q.First, q.Last = 0, 0
		want := budget.Of(p, q).Total.Amounts
		for i, d := range budget.Dimensions(p) {
			if size == demo.L && i%8 > 0 { // all of them take their time
				continue
			}
			q.Rows = []budget.Dimension{d}
			tab := budget.Of(p, q)
			ties(t, fmt.Sprint(size, " ", d.Key), tab)
			if tab.Total.Amounts != want {
				t.Errorf("%v by %s: %+v, else %+v", size, d.Key, tab.Total.Amounts, want)
			}
		}
	}
}

func example(t *testing.T, size demo.Size) *app.Portfolio {
	t.Helper()
	p := apptest.Empty(t)
	if _, err := p.CreateAll(context.Background(), "Exempel", demo.Generate(size, 1, p.Today(), p.Model(), p.NewID)); err != nil {
		t.Fatal(err)
	}
	return p
}
