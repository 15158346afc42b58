package app_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// TestPointingAnswersAsALookThroughEverything, also of what changed after it was
// first asked, and after it was undone.
func TestPointingAnswersAsALookThroughEverything(t *testing.T) {
	p := apptest.Open(t)
	n := rand.New(rand.NewPCG(3, 1))
	pick := func(k *field.Kind) field.ID { all := p.All(k); return all[n.IntN(len(all))].ID }
	for i := range 60 {
		_, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
			switch i % 4 {
			case 0:
				return "Kostnad", tx.Assign(pick(system.Kind), field.Column{Field: system.OperationsBudget.Field, Year: 2026 + n.IntN(4)}, money.Ore(100*i+1))
			case 1:
				return "Berör", tx.Set(pick(plan.Kind), plan.Systems.Field, []field.ID{pick(system.Kind), pick(system.Kind)})
			case 2:
				r := field.NewRecord(system.Kind, p.NewID()).Put(system.Name.Field, "Nytt")
				return "Nytt", tx.Create(r)
			}
			if len(p.All(system.Kind)) < 4 {
				return "", nil
			}
			return "Bort", tx.Remove(pick(system.Kind))
		})
		if err != nil {
			t.Fatal(err)
		}
		if i%9 == 8 {
			if _, err := p.Undo(ctx); err != nil {
				t.Fatal(err)
			}
		}
		for _, f := range []*field.Field{economy.CostOwner.Field, plan.Systems.Field, system.SystemOwner.Field} {
			for _, k := range app.Kinds {
				for _, r := range p.All(k) {
					if got, want := p.Pointing(f, r.ID), looked(p, f, r.ID); !slices.Equal(got, want) {
						t.Fatalf("step %d: %s.%s points at %s from %d, want %d", i, f.Kind.Name, f.Key, r.ID, len(got), len(want))
					}
				}
			}
		}
	}
}

func looked(p *app.Portfolio, f *field.Field, id field.ID) (out []*field.Record) {
	for _, r := range p.All(f.Kind) {
		if slices.Contains(field.References(r.Get(f)), id) {
			out = append(out, r)
		}
	}
	return out
}
