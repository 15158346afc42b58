package sqlite

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// TestRepairDoesNotInventHowManyThereWere: it is known by what is left of the journal,
// or it is said that it isn't.
func TestRepairDoesNotInventHowManyThereWere(t *testing.T) {
	p, _ := wandered(t, 900, 3)
	entries := p.pagesOf(t, "entry")
	slices.Sort(entries)
	half := int(entries[len(entries)/2]) // with the entries up to there; the file's own half may have none
	zeroed := func(tables ...string) func(b []byte) []byte {
		return func(b []byte) []byte {
			for _, table := range tables {
				p.zeroAll(t, b, table)
			}
			return b
		}
	}
	for name, c := range map[string]struct {
		damage         func(b []byte) []byte
		known, counted bool
	}{
		"none":                    {zeroed(), true, true},
		"systems and blocks":      {zeroed("system", "person", "block"), true, true},
		"the schema's page":       {func(b []byte) []byte { zero(b, 1); return b }, true, true},
		"every entry":             {zeroed("system", "block", "entry"), false, false},
		"nothing of the journal":  {zeroed("person", "block", "entry", "touched"), false, false},
		"the newest entries":      {func(b []byte) []byte { zero(b, slices.Max(p.pagesOf(t, "entry"))); return zeroed("block", "person")(b) }, false, true},
		"half of its journal":     {func(b []byte) []byte { return b[:half*pageSize] }, false, true},
		"a tenth of it":           {func(b []byte) []byte { return b[:len(b)/10] }, false, false},
		"the end, but not of all": {func(b []byte) []byte { return b[:len(b)-2000] }, true, true},
	} {
		t.Run(name, func(t *testing.T) {
			damaged := c.damage(slices.Clone(p.bytes))
			out, mended, err := p.mend(t, damaged)
			if err != nil {
				t.Fatal(err, cause(err))
			}
			for _, w := range p.holds(out, mended, damaged) {
				t.Error(w)
			}
			total := out.Left() + out.Total().Lost
			t.Logf("%s finns kvar. %s (%d of %d)", out.LeftText(), out.CountedText(), total, len(p.now))
			if known := out.Unknown == ""; known != c.known || out.Counted() != c.counted {
				t.Errorf("known %v, counted %v: %q after %d", known, out.Counted(), out.Unknown, out.After)
			}
			if c.known && total != len(p.now) {
				t.Errorf("it is told of %d records, there were %d", total, len(p.now))
			}
			if !c.known && out.Complete() {
				t.Error("said to be complete")
			}
			if !c.counted && (strings.Contains(out.LeftText(), " av ") || !strings.Contains(out.CountedText(), "går inte att veta")) {
				t.Errorf("%s finns kvar. %s", out.LeftText(), out.CountedText())
			}
		})
	}
}

// TestRepairKeepsReferencesToWhatStandsInForTheLost: and says truly what points at it,
// and what it may have been.
func TestRepairKeepsReferencesToWhatStandsInForTheLost(t *testing.T) {
	path := filepath.Join(t.TempDir(), "delar.itp")
	p, err := app.Begin(t.Context(), app.Deps{Store: createAt(t, path), Who: "Anna Ek"}, app.Beginning{Municipality: "Ekvalla kommun", Model: apptest.Model()})
	if err != nil {
		t.Fatal(err)
	}
	named := func(k *field.Kind, name string) *field.Record {
		return field.NewRecord(k, p.NewID()).Put(k.Title(), name)
	}
	costOf := func(of *field.Record, year int64) *field.Record {
		return field.NewRecord(economy.CostKind, p.NewID()).Put(economy.CostOwner.Field, of.ID).Put(economy.CostYear.Field, year).Put(economy.CostType.Field, economy.Operations)
	}
	lost, other := named(system.Kind, "Lönesystemet"), named(system.Kind, "Målkartan")
	initiative := named(plan.Kind, "Byta lönesystem").Put(plan.Systems.Field, []field.ID{lost.ID})
	if _, err := p.CreateAll(t.Context(), "Allt", []*field.Record{lost, other, initiative, costOf(lost, 2027), costOf(lost, 2028), costOf(other, 2027), costOf(other, 2028)}); err != nil {
		t.Fatal(err)
	}
	p.Close()
	was := remember(t, path)
	b := slices.Clone(was.bytes)
	for _, table := range []string{"system", "block", "touched"} {
		was.zeroAll(t, b, table)
	}
	out, mended, err := was.mend(t, b)
	if err != nil {
		t.Fatal(err, cause(err))
	}
	if got := field.References(mended.Get(initiative.ID).Get(plan.Systems.Field)); !slices.Equal(got, []field.ID{lost.ID}) || len(out.Removed) > 0 {
		t.Errorf("the insats points at %v; removed %q", got, out.Removed)
	}
	for id, want := range map[field.ID][2]string{
		lost.ID:  {"Förlorad: system", "Byta lönesystem (Berörda system) och 2 poster till pekar på den;"},
		other.ID: {"", "(Gäller) och 1 post till pekar på den"},
	} {
		r := mended.Get(id)
		if r == nil {
			t.Fatalf("nothing stands in for %s", id)
		}
		if want[0] != "" && (r.Kind != system.Kind || r.Name() != want[0]) || want[0] == "" && !strings.HasPrefix(r.Name(), "Förlorad: ") {
			t.Errorf("%s is a %s called %q", id, r.Kind.One, r.Name())
		}
		i := slices.IndexFunc(out.Lost, func(l app.LostRecord) bool { return l.ID == id })
		if i < 0 || !strings.Contains(out.Lost[i].Why, want[1]) {
			t.Errorf("of %s it is said: %+v", id, out.Lost)
		}
	}
}
