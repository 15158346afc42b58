package record

import (
	"context"
	"slices"
	"testing"

	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/ui/uitest"
)

// TestWhatIsChosenAmongIsAsItIsNow: also when only what tells them apart has a new name.
func TestWhatIsChosenAmongIsAsItIsNow(t *testing.T) {
	p := uitest.Open(t)
	names := func(k *field.Kind) (out []string) {
		for _, c := range candidatesOf(p, k) {
			out = append(out, c.r.Name())
		}
		return out
	}
	if got := names(org.PersonKind); !slices.Equal(got, []string{"Anna Ek", "Per-Åke Hägg", "Sara Öberg"}) {
		t.Fatalf("by name: %q", got)
	}
	before := candidatesOf(p, system.Kind)[0]
	rename := func(id field.ID, f *field.Field, name string) {
		if _, err := p.SetText(context.Background(), id, field.Column{Field: f}, name); err != nil {
			t.Fatal(err)
		}
	}
	rename(candidatesOf(p, org.PersonKind)[0].r.ID, org.PersonName.Field, "Örjan Ek")
	if got := names(org.PersonKind); !slices.Equal(got, []string{"Per-Åke Hägg", "Sara Öberg", "Örjan Ek"}) {
		t.Errorf("renamed: %q", got)
	}
	rename(system.OwnerUnit.Get(before.r), org.UnitName.Field, "Stadskontoret")
	now := candidatesOf(p, system.Kind)[0]
	if now.r != before.r || now.folded == before.folded {
		t.Errorf("its unit has a new name, and it is found by %q", now.folded)
	}
	if got := candidatesOf(uitest.Empty(t), system.Kind); len(got) != 0 {
		t.Errorf("another portfolio has %d", len(got))
	}
}
