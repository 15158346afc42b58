package app_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

// edits are changes of every sort, each one entry.
var edits = []struct {
	name string
	do   func(t *testing.T, p *app.Portfolio) error
}{
	{"set a text", func(t *testing.T, p *app.Portfolio) error {
		_, err := p.SetText(ctx, named(t, p, system.Kind, "Lönesystemet").ID, field.Column{Field: system.LockIn.Field}, "Visma")
		return err
	}},
	{"clear a field", func(t *testing.T, p *app.Portfolio) error {
		_, err := p.SetText(ctx, named(t, p, system.Kind, "Diariet W3").ID, field.Column{Field: system.Lifecycle.Field}, "")
		return err
	}},
	{"change an owner", func(t *testing.T, p *app.Portfolio) error {
		_, err := p.SetText(ctx, named(t, p, system.Kind, "Lönesystemet").ID, field.Column{Field: system.SystemOwner.Field}, "Sara Öberg")
		return err
	}},
	{"set a year's first amount", func(t *testing.T, p *app.Portfolio) error {
		_, err := p.SetText(ctx, named(t, p, system.Kind, "Lönesystemet").ID, field.Column{Field: system.OperationsBudget.Field, Year: 2030}, "12 345,67")
		return err
	}},
	{"create", func(t *testing.T, p *app.Portfolio) error {
		_, err := p.Create(ctx, system.Kind, []app.Assignment{
			{Column: field.Column{Field: system.Name.Field}, Text: "Nytt"},
			{Column: field.Column{Field: system.OperationsBudget.Field}, Text: "100"},
			{Column: field.Column{Field: system.OperationsForecast.Field}, Text: "90"},
		})
		return err
	}},
	{"set a free field", func(t *testing.T, p *app.Portfolio) error {
		_, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
			if err := settings.Declare(tx, p.NewID(), system.Kind, "Rum", field.OwnTypes()[0], "", false); err != nil {
				return "", err
			}
			f := tx.Fields(system.Kind)[len(tx.Fields(system.Kind))-1]
			return "Rum", tx.Set(named(t, p, system.Kind, "Lönesystemet").ID, f, "Källaren")
		})
		return err
	}},
	{"delete what is referred to", func(t *testing.T, p *app.Portfolio) error {
		_, err := p.Delete(ctx, []field.ID{named(t, p, system.Kind, "Diariet W3").ID, named(t, p, system.Kind, "HemtjänstPlan").ID})
		return err
	}},
	{"create, set and remove at once", func(t *testing.T, p *app.Portfolio) error {
		r := apptest.Record(p, system.Kind, system.Name, "Ett")
		s := named(t, p, system.Kind, "Skolplattformen")
		c := economy.Rows(p, s.ID)[0]
		_, err := p.Apply(ctx, "Allt", []field.Change{
			{Op: field.Create, Kind: r.Kind, ID: r.ID, Record: r},
			{Op: field.Set, Kind: r.Kind, ID: r.ID, Field: system.Name.Field, Before: "Ett", After: "Två"},
			{Op: field.Set, Kind: s.Kind, ID: s.ID, Field: system.Tags.Field, After: "skola"},
			{Op: field.Delete, Kind: c.Kind, ID: c.ID},
		})
		return err
	}},
}

func TestEverythingCanBeUndoneAndRedone(t *testing.T) {
	for _, reopen := range []bool{false, true} {
		store := apptest.NewStore()
		p := apptest.OpenIn(t, store)
		again := func() {
			if reopen {
				store = store.Reopen()
				var err error
				if p, err = app.Open(ctx, apptest.Deps(store)); err != nil {
					t.Fatal(err)
				}
			}
		}
		steps := [][]string{content(p)}
		for _, e := range edits {
			if err := e.do(t, p); err != nil {
				t.Fatalf("%s: %v", e.name, err)
			}
			again()
			steps = append(steps, content(p))
			if slices.Equal(steps[len(steps)-1], steps[len(steps)-2]) {
				t.Fatalf("%s changes nothing", e.name)
			}
		}
		for round := range 2 {
			for i := len(edits) - 1; i >= 0; i-- {
				if _, err := p.Undo(ctx); err != nil {
					t.Fatalf("undo %s: %v", edits[i].name, err)
				}
				again()
				same(t, fmt.Sprintf("round %d, %s undone", round, edits[i].name), content(p), steps[i])
			}
			for i, e := range edits {
				if _, err := p.Redo(ctx); err != nil {
					t.Fatalf("redo %s: %v", e.name, err)
				}
				again()
				same(t, fmt.Sprintf("round %d, %s redone", round, e.name), content(p), steps[i+1])
			}
			_, err := p.Redo(ctx)
			refused(t, "redo of nothing", err, fault.NotFound)
		}
	}
}

func TestUndoEndsWhereThePortfolioBegan(t *testing.T) {
	p := apptest.Open(t)
	if _, err := p.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if label, ok := p.CanUndo(); ok {
		t.Errorf("can undo %q", label)
	}
	_, err := p.Undo(ctx)
	refused(t, "undoing the portfolio itself", err, fault.NotFound)
	if label, ok := p.CanRedo(); !ok || label != "Prov" {
		t.Errorf("can redo %q, %v", label, ok)
	}
	apptest.Add(t, p, org.UnitKind, org.UnitName, "Ny")
	if label, ok := p.CanRedo(); ok {
		t.Errorf("after a new change, can redo %q", label)
	}
}

// TestAnAmountIsPartOfTheHistoryOfItsSystem sets a field and two years' amounts
// of a system together, and one of the amounts again.
func TestAnAmountIsPartOfTheHistoryOfItsSystem(t *testing.T) {
	p := apptest.Empty(t)
	ctx := context.Background()
	r := apptest.Add(t, p, system.Kind, system.Name, "Vårdplan")
	budget := func(year int, text string) app.Assignment {
		return app.Assignment{Column: field.Column{Field: system.OperationsBudget.Field, Year: year}, Text: text}
	}
	tags := app.Assignment{Column: field.Column{Field: system.Tags.Field}, Text: "vård"}
	if _, err := p.SetTexts(ctx, r.ID, []app.Assignment{tags, budget(2027, "12"), budget(2028, "13")}); err != nil {
		t.Fatal(err)
	}
	if _, err := p.SetTexts(ctx, r.ID, []app.Assignment{budget(2027, "14")}); err != nil {
		t.Fatal(err)
	}
	entries, err := p.Journal(ctx, app.Query{Record: r.ID})
	if err != nil {
		t.Fatal(err)
	}
	var counts []int
	for i, e := range entries {
		counts = append(counts, len(e.Changes))
		if i > 0 && e.Number >= entries[i-1].Number {
			t.Errorf("entry %d comes after %d", e.Number, entries[i-1].Number)
		}
	}
	if !slices.Equal(counts, []int{1, 3, 1}) {
		t.Errorf("the history has entries of %v changes, want the amount, the three together, and the making", counts)
	}
	if got := p.Called(p.Get(entries[0].Changes[0].ID)); got != "drift 2027 för Vårdplan" {
		t.Errorf("the amount is called %q", got)
	}
	if short, err := p.Journal(ctx, app.Query{Record: r.ID, Limit: 2}); err != nil || len(short) != 2 {
		t.Errorf("at most two gives %d, %v", len(short), err)
	}
}
