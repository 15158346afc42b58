package rhythm_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/rhythm"
	"itportfoljen/app/system"
)

func kr(n int64) money.Ore { return money.FromKronor(n) }

// sys is a system with a row of cost in 2027.
func sys(t *testing.T, p *app.Portfolio, name string, budget int64, puts ...any) (s, c *field.Record) {
	t.Helper()
	s = apptest.Add(t, p, system.Kind, system.Name, name)
	return s, cost(t, p, s, 2027, append([]any{economy.CostBudget, kr(budget)}, puts...)...)
}

func cost(t *testing.T, p *app.Portfolio, owner *field.Record, year int64, puts ...any) *field.Record {
	t.Helper()
	return apptest.Add(t, p, economy.CostKind, append([]any{economy.CostOwner, owner.ID, economy.CostYear, year, economy.CostType, economy.Operations}, puts...)...)
}

func freeze(p *app.Portfolio, f rhythm.Freezing) (r *field.Record, err error) {
	f.Entry = p.Mark().Entry
	_, err = p.Do(context.Background(), func(tx *field.Tx) (string, error) {
		r, err = rhythm.Freeze(tx, f)
		return "Läget låst", err
	})
	if err != nil {
		return nil, err
	}
	return p.Get(r.ID), nil
}

func mustFreeze(t *testing.T, p *app.Portfolio, milestone string) *field.Record {
	t.Helper()
	r, err := freeze(p, rhythm.Freezing{Year: 2027, Milestone: milestone, By: "Controllern"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestWhatCannotBeLocked(t *testing.T) {
	for _, c := range []struct {
		name string
		f    rhythm.Freezing
		want fault.Code
	}{
		{"as it should be", rhythm.Freezing{Year: 2027, Milestone: "T1", By: "Controllern"}, ""},
		{"at no milestone", rhythm.Freezing{Year: 2027, By: "Controllern"}, ""},
		{"by nobody", rhythm.Freezing{Year: 2027, Milestone: "T1"}, fault.Invalid},
		{"of no year", rhythm.Freezing{Milestone: "T1", By: "Controllern"}, fault.Invalid},
		{"of a year without costs", rhythm.Freezing{Year: 2031, Milestone: "T1", By: "Controllern"}, fault.Invalid},
		{"tomorrow", rhythm.Freezing{Year: 2027, Milestone: "T1", By: "Controllern", On: date.Of(2099, 1, 1)}, fault.Invalid},
	} {
		p := apptest.Empty(t)
		sys(t, p, "Lön", 100)
		before := p.Mark().Entry
		if _, err := freeze(p, c.f); fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
		} else if c.want != "" && p.Mark().Entry != before {
			t.Errorf("%s: something is written", c.name)
		}
	}
}

// TestALockedStateTiesWithWhatStood: whatever is done afterwards, its digest and amounts are those
// of the rows as they stood; and what is said of another content doesn't fit.
func TestALockedStateTiesWithWhatStood(t *testing.T) {
	p := apptest.Empty(t)
	s, c := sys(t, p, "Lön", 100, economy.CostForecast, kr(120), economy.CostActual, kr(30))
	cost(t, p, s, 2027, economy.CostBudget, kr(50), economy.CostText, "Support")
	cost(t, p, s, 2026, economy.CostBudget, kr(999))
	r := mustFreeze(t, p, "T1")
	if rhythm.Budget.Get(r) != kr(150) || rhythm.Forecast.Get(r) != kr(170) || rhythm.Actual.Get(r) != kr(30) || rhythm.Rows.Get(r) != 2 || r.Name() != "T1 2027" {
		t.Errorf("%s %d %d %d", r.Name(), rhythm.Budget.Get(r), rhythm.Forecast.Get(r), rhythm.Actual.Get(r))
	}
	apptest.Put(t, p, c.ID, economy.CostForecast, kr(140))
	cost(t, p, s, 2027, economy.CostBudget, kr(7))
	if _, err := p.Delete(context.Background(), []field.ID{c.ID}); err != nil {
		t.Fatal(err)
	}
	at := func(n int64) (field.World, error) { return p.At(context.Background(), n) }
	if said, fits, err := rhythm.Verify(r, at); err != nil || !fits || said != "summan stämmer" {
		t.Error(said, fits, err)
	}
	for name, puts := range map[string][2]any{"digest": {rhythm.Sum.Field, strings.Repeat("0", 64)}, "budget": {rhythm.Budget.Field, kr(1)}, "entry": {rhythm.At.Field, p.Mark().Entry}} {
		other := r.Clone()
		other.Put(puts[0].(*field.Field), puts[1])
		if said, fits, err := rhythm.Verify(other, at); err != nil || fits {
			t.Errorf("another %s: %s, %v", name, said, err)
		}
	}
	if said, fits, err := rhythm.Verify(field.NewRecord(rhythm.StateKind, "x"), at); err != nil || !fits {
		t.Error("without a digest it isn't wrong: ", said, err)
	}
	if _, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Ändrat", tx.Set(r.ID, rhythm.Budget.Field, kr(1)) }); err == nil {
		t.Error("a locked state is written over")
	}
	if again := mustFreeze(t, p, "T1"); again.Name() != "T1 2027 (2)" || len(rhythm.States(p, 2027)) != 2 {
		t.Error(again.Name())
	}
}

// TestWhatALockedStateIsOf: each thing that a row says is part of what is proved.
func TestWhatALockedStateIsOf(t *testing.T) {
	p := apptest.Empty(t)
	_, c := sys(t, p, "Lön", 100)
	sum := func() string {
		content, err := rhythm.Content(p, 2027)
		if err != nil {
			t.Fatal(err)
		}
		return string(content)
	}
	before := sum()
	for _, put := range [][]any{{economy.CostBudget, kr(101)}, {economy.CostForecast, kr(90)}, {economy.CostActual, kr(9)}, {economy.CostSort, economy.SortLicence}, {economy.CostAccount, "6540"}, {economy.CostMonth, "3"},
		{economy.CostType, economy.Investment}, {economy.CostText, "Licens"}} {
		apptest.Put(t, p, c.ID, put...)
		if now := sum(); now == before {
			t.Errorf("%v changes nothing", put)
		} else {
			before = now
		}
	}
	apptest.Put(t, p, c.ID, economy.CostComment, "Dyrare licenser")
	if sum() != before {
		t.Error("a comment may be written afterwards")
	}
}
