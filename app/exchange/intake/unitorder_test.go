package intake_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/org"
)

// TestUnitsInAnyOrderAreTheSameTree: whether a unit or what it belongs to comes first.
func TestUnitsInAnyOrderAreTheSameTree(t *testing.T) {
	rows := [][]string{{"Kommunen", ""}, {"Bildning", "Kommunen"}, {"Skola", "Bildning"}, {"Kök", "Skola"}, {"Matsal", "Kök"}, {"Vård", "Kommunen"}, {"Hemtjänst", "Vård"}, {"Natt", "Hemtjänst"}}
	want := []string{"Kommunen", "Kommunen / Bildning", "Kommunen / Bildning / Skola", "Kommunen / Bildning / Skola / Kök", "Kommunen / Bildning / Skola / Kök / Matsal", "Kommunen / Vård", "Kommunen / Vård / Hemtjänst", "Kommunen / Vård / Hemtjänst / Natt"}
	random := rand.New(rand.NewPCG(8, 1))
	for range 40 {
		random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		p := apptest.Empty(t)
		r, err := intake.Plan(context.Background(), p, rowsOf("Enhet|Hör till", len(rows), func(i int) []string { return rows[i] }), intake.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Apply(context.Background(), "Prov", r.Changes); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, u := range p.All(org.UnitKind) {
			got = append(got, org.Path(p, u.ID))
		}
		slices.Sort(got)
		if r.New != len(rows) || !slices.Equal(got, want) {
			t.Fatalf("%q: %d new, %q", rows, r.New, got)
		}
	}
}
