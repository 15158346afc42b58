package budget_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/budget"
)

// TestYearsBesideEachOtherTie: each year of each line is what the table of that year alone has, the
// lines come to the line over them also as they are shown, and so do the changes.
func TestYearsBesideEachOtherTie(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 6))
	for round := range 5 {
		p := random(t, rng)
		now := p.Today().Year()
		q := budget.Query{First: now - 2, Last: now + 4, Rows: []budget.Dimension{budget.By(budget.ByUnit), budget.Dimensions(p)[rng.IntN(8)]}}
		tab, err := budget.Beside(p, q)
		if err != nil {
			t.Fatal(err)
		}
		if len(tab.Columns) != 7 || tab.Columns[0].Key != fmt.Sprint(now-2) {
			t.Fatalf("the years are %v", tab.Columns)
		}
		ties(t, fmt.Sprint(round), tab)
		alone := make([]*budget.Table, len(tab.Columns))
		for i := range alone {
			one := q
			one.First, one.Last = now-2+i, now-2+i
			one.Closed = budget.AgainstOf(p, one.First) == budget.ByActual
			alone[i] = budget.Of(p, one)
			if tab.Total.Cells[i] != alone[i].Total.Amounts {
				t.Fatalf("%d: %d comes to %+v, alone to %+v", round, one.First, tab.Total.Cells[i], alone[i].Total.Amounts)
			}
		}
		tab.Walk(nil)(func(_ int, path string, l *budget.Line) bool {
			for i := range alone {
				var want budget.Amounts
				if one := alone[i].Line(path); one != nil {
					want = one.Amounts
				}
				if l.Cells[i] != want {
					t.Fatalf("%d: %s is %+v in its year %d, alone %+v", round, path, l.Cells[i], i, want)
				}
			}
			return true
		})
		for _, m := range budget.Measures() {
			for _, u := range []money.Unit{money.Kr, money.Tkr} {
				shown, _ := tab.RoundBeside(u, m)
				var look func(l *budget.Line)
				look = func(l *budget.Line) {
					var change money.Total
					sums := make([]money.Ore, len(tab.Columns))
					for _, part := range l.Parts {
						by, _, _ := part.Change(m)
						change.Add(by.Ore, by.Known)
						for i, v := range shown[part] {
							sums[i] += v
						}
						look(part)
					}
					if len(l.Parts) == 0 {
						return
					}
					if by, _, _ := l.Change(m); by != change {
						t.Fatalf("%d %s: the change is %+v, its parts come to %+v", round, l.Label, by, change)
					}
					for i, v := range shown[l] {
						if sums[i] != v || v != v.Whole(u) {
							t.Fatalf("%d %s in %v: %v is shown, its parts come to %v", round, l.Label, u, v, sums[i])
						}
					}
				}
				look(tab.Total)
			}
		}
	}
}

func TestYearsThatAreNoneAreRefused(t *testing.T) {
	p := random(t, rand.New(rand.NewPCG(1, 1)))
	for _, q := range []budget.Query{{}, {First: 2027, Last: 2027}, {First: 2028, Last: 2027}, {First: 2000, Last: 2012}} {
		if _, err := budget.Beside(p, q); fault.CodeOf(err) != fault.Usage {
			t.Errorf("%d–%d: %v", q.First, q.Last, err)
		}
	}
	if _, err := budget.MeasuresOf("budget,nytta"); fault.CodeOf(err) != fault.Usage {
		t.Errorf("%v", err)
	}
	if ms, err := budget.MeasuresOf("Utfall, budget,utfall"); err != nil || len(ms) != 2 || ms[0].Key != "actual" {
		t.Errorf("%v %v", ms, err)
	}
}
