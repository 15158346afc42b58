package rhythm_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/rhythm"
	"itportfoljen/app/system"
)

func compare(t *testing.T, a, b rhythm.Side, way string) rhythm.Comparison {
	t.Helper()
	d, err := budget.Find(b.World, way)
	if err != nil {
		t.Fatal(err)
	}
	return rhythm.Compare(a, b, d)
}

func side(w field.World, year int) rhythm.Side { return rhythm.Side{World: w, Year: year} }

// then is the portfolio as it stands now, whatever is done afterwards.
func then(t *testing.T, p *app.Portfolio) *app.Portfolio {
	t.Helper()
	w, err := p.At(context.Background(), p.Mark().Entry)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestWhatDiffersBetweenTwo(t *testing.T) {
	p := apptest.Empty(t)
	_, lön := sys(t, p, "Lön", 100, economy.CostForecast, kr(100))
	sys(t, p, "Diarium", 40)
	_, gone := sys(t, p, "Utgånget", 10)
	before := then(t, p)
	apptest.Put(t, p, lön.ID, economy.CostForecast, kr(150), economy.CostActual, kr(60))
	sys(t, p, "Nytt", 25)
	if _, err := p.Delete(context.Background(), []field.ID{gone.ID}); err != nil {
		t.Fatal(err)
	}
	c := compare(t, side(before, 2027), side(p, 2027), "owner")
	var got []string
	for _, l := range c.Total.Parts {
		ch := l.Changes()
		b, _ := ch[0].By()
		f, _ := ch[1].By()
		a, known := ch[2].By()
		got = append(got, fmt.Sprintf("%s %s %s %s %v new=%v gone=%v changed=%v", l.Name, b.Kr(), f.Kr(), a.Kr(), known, l.New(), l.Gone(), l.Changed()))
	}
	want := []string{
		"Lön 0 50 60 true new=false gone=false changed=true",
		"Nytt 25 25 0 false new=true gone=false changed=true",
		"Utgånget \u221210 \u221210 0 false new=false gone=true changed=true",
		"Diarium 0 0 0 false new=false gone=false changed=false",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%q\n%q", got, want)
	}
	if len(c.Rows) != 3 || c.Rows[0].Name != "Lön: drift 2027" {
		t.Errorf("%+v", c.Rows)
	}
	if p, ok := c.Total.Parts[0].Changes()[1].Percent(); !ok || p != 500 {
		t.Error(p, ok)
	}
	if _, ok := c.Total.Parts[1].Changes()[1].Percent(); ok {
		t.Error("what is new has no per cent")
	}
}

func TestPercent(t *testing.T) {
	known := func(n int64) money.Total { return money.Total{Ore: money.Ore(n), Known: true} }
	for _, c := range []struct {
		a, b money.Total
		want int64
		ok   bool
	}{
		{known(100), known(110), 100, true}, {known(100), known(90), -100, true}, {known(3), known(4), 333, true}, {known(3), known(2), -333, true}, {known(-100), known(-90), 100, true},
		{known(-100), known(-150), -500, true}, {known(0), known(5), 0, false}, {money.Total{}, known(5), 0, false}, {known(5), money.Total{}, 0, false}, {known(1000), known(1001), 1, true}, {known(100), known(100), 0, true},
	} {
		if got, ok := (rhythm.Change{A: c.a, B: c.b}).Percent(); got != c.want || ok != c.ok {
			t.Errorf("%v → %v: %d %v, want %d %v", c.a, c.b, got, ok, c.want, c.ok)
		}
	}
}

// TestAComparisonTies: whatever has been done between, the lines come to the total in each way to
// gather them, the rows to the same, and the total is what the later has less what the earlier had.
func TestAComparisonTies(t *testing.T) {
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 7))
		p := apptest.Open(t)
		chaos(t, p, rng, 25)
		before := then(t, p)
		chaos(t, p, rng, 25)
		a, b := rhythm.SumsOf(before, 2027), rhythm.SumsOf(p, 2027)
		for _, by := range [][]budget.Dimension{{budget.By(budget.ByOwner)}, {budget.By(budget.ByUnit)}, {budget.By(budget.BySort)}, {budget.By(budget.ByPayer), budget.By(budget.ByType), budget.By(budget.ByOwner)}} {
			c := rhythm.Compare(side(before, 2027), side(p, 2027), by...)
			if c.Total.A != a || c.Total.B != b {
				t.Fatalf("seed %d: %+v, want %+v and %+v", seed, c.Total, a, b)
			}
			ties(t, c.Total)
			ties(t, rhythm.Line{A: a, B: b, Parts: c.Rows})
		}
	}
}

// ties holds that what a line differs by is what its parts do, all the way down.
func ties(t *testing.T, l rhythm.Line) {
	t.Helper()
	if l.Parts == nil {
		return
	}
	var sum [3]money.Ore
	for _, p := range l.Parts {
		ties(t, p)
		for i, ch := range p.Changes() {
			v, _ := ch.By()
			sum[i] += v
		}
	}
	for i, ch := range l.Changes() {
		if v, _ := ch.By(); sum[i] != v || v != ch.B.Ore-ch.A.Ore {
			t.Fatalf("%s, amount %d: %s, want %s", l.Name, i, sum[i].Exact(), v.Exact())
		}
	}
}

// chaos does so many things with the costs of 2027.
func chaos(t *testing.T, p *app.Portfolio, rng *rand.Rand, n int) {
	t.Helper()
	for range n {
		owners, costs := p.All(system.Kind), p.All(economy.CostKind)
		amount := kr(int64(rng.IntN(900_000))) + money.Ore(rng.IntN(100))
		of := economy.Amounts()[rng.IntN(3)]
		c := costs[rng.IntN(len(costs))]
		switch rng.IntN(6) {
		case 0:
			puts := []any{economy.CostBudget, amount}
			if rng.IntN(2) == 0 {
				puts = append(puts, economy.CostMonth, fmt.Sprint(1+rng.IntN(12)), economy.CostActual, amount/7)
			}
			if rng.IntN(3) == 0 {
				puts = append(puts, economy.CostSort, economy.SortGrant)
			}
			cost(t, p, owners[rng.IntN(len(owners))], 2027, puts...)
		case 1:
			if len(costs) > 3 {
				if _, err := p.Delete(context.Background(), []field.ID{c.ID}); err != nil {
					t.Fatal(err)
				}
			}
		case 2:
			apptest.Put(t, p, c.ID, economy.CostYear, int64(2026+rng.IntN(2)))
		default:
			apptest.Put(t, p, c.ID, of, amount)
		}
	}
}
