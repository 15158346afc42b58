package corpustest

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/field"
	"itportfoljen/app/suggest"
	"itportfoljen/app/system"
)

// TestSuggestionsOfAListFromExcel: in a list that was read in, of which every second
// answer has been taken away, it tells how often the first suggestion is what stood there.
// It names no owners; what has a pattern is found, and what has none isn't suggested.
func TestSuggestionsOfAListFromExcel(t *testing.T) {
	for _, f := range []*field.Field{system.SystemOwner.Field, system.Manager.Field, system.OwnerUnit.Field, system.Supplier.Field, system.Confidentiality.Field, system.PersonalData.Field, system.Hosting.Field} {
		w := intaketest.New()
		w.Apply(t, planned(t, w, read(t, "inventory/systemlista_ekvalla.xlsx"), intake.Options{}).Changes)
		q := suggest.Of(f)
		var having []*field.Record
		for _, r := range w.All(system.Kind) {
			if !slices.ContainsFunc(q.Fields, func(f *field.Field) bool { return field.IsEmpty(r.Get(f)) }) {
				having = append(having, r)
			}
		}
		rng := rand.New(rand.NewPCG(1, 7))
		rng.Shuffle(len(having), func(i, j int) { having[i], having[j] = having[j], having[i] })
		was := map[*field.Record][]field.Value{}
		for _, r := range having[:len(having)/2] {
			var changes []field.Change
			for _, f := range q.Fields {
				was[r] = append(was[r], r.Get(f))
				changes = append(changes, field.Change{Op: field.Set, Kind: r.Kind, ID: r.ID, Field: f, Before: r.Get(f)})
			}
			w.Apply(t, changes)
		}
		x, first, three, none := suggest.New(context.Background(), w, q), 0, 0, 0
		for r, values := range was {
			answers := x.For(w.Get(r.ID))
			if len(answers) == 0 {
				none++
			}
			at := slices.IndexFunc(answers, func(a suggest.Answer) bool { return a.Text(w, q) == q.Text(w, values) })
			if at == 0 {
				first++
			}
			if at >= 0 && at < 3 {
				three++
			}
		}
		pc := func(n int) int { return 100 * n / max(1, len(was)) }
		t.Logf("%-18s %3d %% first, %3d %% among three, %3d %% without, of %d", q.Label(), pc(first), pc(three), pc(none), len(was))
	}
}
