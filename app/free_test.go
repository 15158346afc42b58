package app_test

import (
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

// TestAFreeFieldGoesWithItsValues: else the next field of the key would get
// them.
func TestAFreeFieldGoesWithItsValues(t *testing.T) {
	store := apptest.NewStore()
	p := apptest.OpenIn(t, store)
	def := apptest.Add(t, p, settings.FreeKind, settings.FreeLabel, "Rum", settings.FreeOf, "system", settings.FreeKey, "rum")
	pay := named(t, p, system.Kind, "Lönesystemet").ID
	f := p.FieldOf(system.Kind, "rum")
	apptest.Put(t, p, pay, f, "Källaren")
	before := content(p)
	_, err := p.Apply(ctx, "Prov", []field.Change{{Op: field.Delete, Kind: def.Kind, ID: def.ID}})
	refused(t, "removed alone", err, fault.Conflict)
	if !strings.Contains(err.Error(), "Lönesystemet") {
		t.Errorf("%q doesn't say what has a value", err)
	}
	if e, err := p.Delete(ctx, []field.ID{def.ID}); err != nil || e.Label != "Borttaget: Rum" {
		t.Fatalf("%q, %v", e.Label, err)
	}
	p = apptest.Again(t, store)
	if p.FieldOf(system.Kind, "rum") != nil || len(p.Get(pay).FreeValues()) != 0 {
		t.Errorf("left: %v", p.Get(pay).FreeValues())
	}
	if _, err := p.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	same(t, "brought back", content(p), before)
	if _, err := p.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	if len(p.Get(pay).FreeValues()) != 0 {
		t.Errorf("left after redo: %v", p.Get(pay).FreeValues())
	}
}
