package app_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

// TestExamineFindsWhatNoRuleLetsIn puts what only damage or another program can
// bring into a store, past the rules.
func TestExamineFindsWhatNoRuleLetsIn(t *testing.T) {
	store := apptest.NewStore()
	p := apptest.OpenIn(t, store)
	if found := p.Examine(); len(found) != 0 {
		t.Fatalf("a sound portfolio: %+v", found)
	}
	units := p.All(org.UnitKind)
	sys := p.All(system.Kind)[0]
	cost := p.All(economy.CostKind)[0]
	for name, c := range map[string]struct {
		change field.Change
		says   string
	}{
		"a cost of nobody":    {field.Change{Kind: cost.Kind, ID: cost.ID, Field: economy.CostOwner.Field}, "måste gälla ett system"},
		"units in a circle":   {field.Change{Kind: org.UnitKind, ID: units[0].ID, Field: org.UnitParent.Field, After: units[1].ID}, "Hör till leder tillbaka till posten själv"},
		"an unknown choice":   {field.Change{Kind: sys.Kind, ID: sys.ID, Field: system.Lifecycle.Field, After: "begravt"}, "”begravt” är inget av alternativen för Livscykel"},
		"no name":             {field.Change{Kind: sys.Kind, ID: sys.ID, Field: system.Name.Field}, "har inget värde i System"},
		"the wrong kind":      {field.Change{Kind: sys.Kind, ID: sys.ID, Field: system.OwnerUnit.Field, After: p.All(org.PersonKind)[0].ID}, "Ägande enhet kan inte vara"},
		"an unreadable model": {field.Change{Kind: settings.Kind, ID: settings.ID, Field: settings.Model.Field, After: "{"}, "tyrmodell"},
		"no settings":         {field.Change{Op: field.Delete, Kind: settings.Kind, ID: settings.ID, Record: p.Settings()}, "inställningar saknas"},
	} {
		base, err := store.Newest(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		e := app.Entry{Label: "Skada", Changes: []field.Change{c.change}}
		if _, err := store.Commit(context.Background(), e, base, nil); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		said := ""
		for _, f := range apptest.Again(t, store.Another()).Examine() {
			said += f.Text + "\n"
		}
		if !strings.Contains(said, c.says) || strings.Contains(said, "Inget har ändrats") {
			t.Errorf("%s: found %q, want %q", name, said, c.says)
		}
		back := c.change.Inverse()
		back.After = nil
		if r := p.Get(c.change.ID); c.change.Op == field.Set {
			back.After = r.Get(c.change.Field)
		}
		e.Changes = []field.Change{back}
		if _, err := store.Commit(context.Background(), e, base+1, nil); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}
