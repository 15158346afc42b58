package app_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/app/usage"
)

// Two systems that are the same become one: field by field, with all that either had, and
// as they were again after undo.
func TestTwoThatAreTheSameBecomeOne(t *testing.T) {
	ctx := context.Background()
	p := apptest.Open(t)
	keep, gone := p.Named(system.Kind, "Lönesystemet")[0].ID, p.Named(system.Kind, "Diariet W3")[0].ID
	for _, id := range []field.ID{keep, gone} {
		apptest.Add(t, p, economy.CostKind, economy.CostOwner, id, economy.CostYear, int64(2027), economy.CostType, "operation", economy.CostBudget, money.Ore(100_00))
	}
	a := apptest.Add(t, p, agreement.Kind, agreement.Name, "Drift", agreement.State, agreement.Planned, agreement.End, p.Today().AddMonths(12)).ID
	for _, id := range []field.ID{keep, gone} {
		apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, a, agreement.Covered, id)
	}
	other := apptest.Add(t, p, agreement.Kind, agreement.Name, "Konsulter", agreement.State, agreement.Planned, agreement.End, p.Today().AddMonths(12)).ID
	apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, other, agreement.Covered, gone)
	apptest.Put(t, p, keep, system.Description, "Löner")
	apptest.Put(t, p, gone, system.Description, "Diarium")
	apptest.Put(t, p, gone, system.ReviewBy, date.Of(2030, 1, 1))
	before := map[field.ID]*field.Record{keep: p.Get(keep), gone: p.Get(gone)}

	differ := field.Differences(p, p.Get(keep), p.Get(gone))
	if !slices.ContainsFunc(differ, func(d field.Difference) bool { return d.Field == system.Description.Field }) || slices.ContainsFunc(differ, func(d field.Difference) bool { return d.Field == system.ReviewBy.Field }) {
		t.Errorf("they differ in %v", differ)
	}
	costs := len(economy.Rows(p, keep)) + len(economy.Rows(p, gone))
	if _, err := p.Join(ctx, keep, gone, map[*field.Field]field.Take{system.Description.Field: field.TakeSecond}); err != nil {
		t.Fatal(err)
	}
	r := p.Get(keep)
	if system.Description.Get(r) != "Diarium" || r.Name() != "Lönesystemet" || system.ReviewBy.Get(r) != date.Of(2030, 1, 1) || p.Get(gone) != nil {
		t.Errorf("it became %s, %s", r.Name(), system.Description.Get(r))
	}
	if got := len(economy.Rows(p, keep)); got != costs {
		t.Errorf("%d costs of %d: equal rows each count", got, costs)
	}
	if a, b := len(agreement.Covers(p, a)), len(agreement.Covers(p, other)); a != 1 || b != 1 {
		t.Errorf("the agreements cover %d and %d", a, b)
	}
	if err := p.Check(ctx); err != nil {
		t.Error(err)
	}
	if _, err := p.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	for id, was := range before {
		if now := p.Get(id); now == nil || !now.Alike(was) {
			t.Errorf("%s isn't as it was", was.Name())
		}
	}
	if len(agreement.Covers(p, a)) != 2 {
		t.Error("the agreement doesn't cover both again")
	}
}

// What was decided of either was decided of the one.
func TestDecisionsFollowWhatBecomesOne(t *testing.T) {
	ctx := context.Background()
	p := apptest.Open(t)
	one := apptest.Add(t, p, agreement.Kind, agreement.Name, "Drift", agreement.State, agreement.Planned).ID
	two := apptest.Add(t, p, agreement.Kind, agreement.Name, "Driften", agreement.State, agreement.Planned).ID
	for _, id := range []field.ID{one, two} {
		if _, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
			return "Tecknat", agreement.Sign(tx, id, governance.Step{Role: "IT-chef"})
		}); err != nil {
			t.Fatal(err)
		}
	}
	third := apptest.Add(t, p, agreement.Kind, agreement.Name, "Konsulter").ID
	if _, err := p.Join(ctx, one, two, nil); err != nil {
		t.Fatal(err)
	}
	if got := len(p.Pointing(governance.DecisionOf.Field, one)); got != 2 {
		t.Errorf("%d decisions", got)
	}
	if err := p.Check(ctx); err != nil {
		t.Error(err)
	}
	if _, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
		d := p.Pointing(governance.DecisionOf.Field, one)[0]
		return "Flyttat", tx.Set(d.ID, governance.DecisionOf.Field, third)
	}); err == nil {
		t.Error("a decision was given to another that its own hasn't become")
	}
}

// Two uses by the same unit become one with all that either says. Where they say different
// things nobody has chosen between them, and nothing is done.
func TestPartsThatSayDifferentThingsOfTheSameStandInTheWay(t *testing.T) {
	ctx := context.Background()
	p := apptest.Open(t)
	keep, gone := p.Named(system.Kind, "Lönesystemet")[0].ID, p.Named(system.Kind, "Diariet W3")[0].ID
	unit := apptest.Add(t, p, org.UnitKind, org.UnitName, "Skolan").ID
	apptest.Add(t, p, usage.Kind, usage.Of, keep, usage.Unit, unit, usage.Users, int64(40))
	other := apptest.Add(t, p, usage.Kind, usage.Of, gone, usage.Unit, unit, usage.Users, int64(60), usage.Purpose, "Scheman").ID
	_, err := p.Join(ctx, keep, gone, nil)
	if err == nil || !strings.Contains(err.Error(), "(Skolan)") || !strings.Contains(err.Error(), "”40” i den ena och ”60” i den andra") || p.Get(gone) == nil {
		t.Fatalf("%v", err)
	}
	apptest.Put(t, p, other, usage.Users, int64(40))
	if _, err := p.Join(ctx, keep, gone, nil); err != nil {
		t.Fatal(err)
	}
	if uses := usage.Rows(p, keep); len(uses) != 1 || usage.Purpose.Get(uses[0]) != "Scheman" {
		t.Errorf("%d uses", len(uses))
	}
}

// A unit that becomes one with the one it belongs to belongs to what that does.
func TestWhatPointedAtTheOtherOfTwoDoesNotPointAtItself(t *testing.T) {
	ctx := context.Background()
	p := apptest.Empty(t)
	top := apptest.Add(t, p, org.UnitKind, org.UnitName, "Kommunen").ID
	over := apptest.Add(t, p, org.UnitKind, org.UnitName, "Skolan", org.UnitParent, top).ID
	under := apptest.Add(t, p, org.UnitKind, org.UnitName, "Skola", org.UnitParent, over).ID
	for _, two := range [][2]field.ID{{under, over}, {over, under}} {
		if _, err := p.Join(ctx, two[0], two[1], nil); err != nil {
			t.Fatal(err)
		}
		if got := org.UnitParent.Get(p.Get(two[0])); got != top {
			t.Errorf("it belongs to %s", p.Label(got))
		}
		if _, err := p.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
}

// TestSharesOfTwoThatBecomeOneAreAdded: of what was parted between the two; where each was
// parted by itself, the shares are of different wholes, and stand against each other.
func TestSharesOfTwoThatBecomeOneAreAdded(t *testing.T) {
	ctx := context.Background()
	for name, c := range map[string]struct {
		one, two         any // shares; nil where none is said
		agreements, want bool
		sum              int64
	}{
		"alike":                   {int64(50), int64(50), false, true, 100},
		"different":               {int64(60), int64(40), false, true, 100},
		"only one says its share": {nil, int64(40), false, true, 40},
		"none does":               {nil, nil, false, true, 0},
		"of two agreements":       {int64(60), int64(40), true, false, 0},
		"of two agreements alike": {int64(60), int64(60), true, true, 60},
	} {
		p := apptest.Empty(t)
		var systems, agreements []field.ID
		for _, name := range []string{"A", "B"} {
			systems = append(systems, apptest.Add(t, p, system.Kind, system.Name, name).ID)
			agreements = append(agreements, apptest.Add(t, p, agreement.Kind, agreement.Name, name).ID)
		}
		for i, share := range []any{c.one, c.two} {
			of, covered := agreements[0], systems[i]
			if c.agreements {
				of, covered = agreements[i], systems[0]
			}
			r := apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, of, agreement.Covered, covered)
			if share != nil {
				apptest.Put(t, p, r.ID, agreement.CoverShare, share)
			}
		}
		two := systems
		if c.agreements {
			two = agreements
		}
		if _, err := p.Join(ctx, two[0], two[1], nil); (err == nil) != c.want {
			t.Errorf("%s: %v", name, err)
		}
		if sum, _ := agreement.Shares.Sum(p, agreements[0]); c.want && (sum != c.sum || len(agreement.Covers(p, agreements[0])) != 1) {
			t.Errorf("%s: %d %%, want %d", name, sum, c.sum)
		}
	}
}
