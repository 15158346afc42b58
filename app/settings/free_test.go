package settings_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

func TestAFreeFieldIsTheOnlyOneOfItsKey(t *testing.T) {
	p := apptest.Open(t)
	def := func(label, of, key string) *field.Record {
		return apptest.Record(p, settings.FreeKind, settings.FreeLabel, label, settings.FreeOf, of, settings.FreeKey, key)
	}
	room := def("Rum", "system", "rum")
	if _, err := p.CreateAll(t.Context(), "Prov", []*field.Record{room, def("Rum", "initiative", "rum")}); err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct {
		defs []*field.Record
		want fault.Code
	}{
		"the same key":         {[]*field.Record{def("Sal", "system", "rum")}, fault.Conflict},
		"twice in one set":     {[]*field.Record{def("Sal", "system", "sal"), def("Sal", "system", "sal")}, fault.Conflict},
		"the key of ours":      {[]*field.Record{def("Sal", "system", "name")}, fault.Conflict},
		"the name of ours":     {[]*field.Record{def("livscykel", "system", "sal")}, fault.Conflict},
		"the same name":        {[]*field.Record{def("RUM", "system", "sal")}, fault.Conflict},
		"the record's own":     {[]*field.Record{def("Sal", "system", "ref")}, fault.Conflict},
		"no key":               {[]*field.Record{def("Sal", "system", "")}, fault.Internal},
		"of nothing":           {[]*field.Record{def("Sal", "bil", "sal")}, fault.Internal},
		"of what isn't listed": {[]*field.Record{def("Sal", "settings", "sal")}, fault.Internal},
		"without a name":       {[]*field.Record{def("", "system", "sal")}, fault.Invalid},
	} {
		_, err := p.CreateAll(t.Context(), "Prov", c.defs)
		if fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v", what, err)
		}
	}
	for _, f := range []field.TextField{settings.FreeOf, settings.FreeKey} {
		_, err := p.Set(t.Context(), room.ID, field.Column{Field: f.Field}, "initiative")
		if fault.CodeOf(err) != fault.Invalid {
			t.Errorf("moved by %s: %v", f.Label, err)
		}
	}
	apptest.Put(t, p, room.ID, settings.FreeLabel, "Lokal")
	if f := p.FieldOf(system.Kind, "rum"); f == nil || f.Label != "Lokal" {
		t.Errorf("renamed to %+v", f)
	}
}

// TestAFreeFieldIsSensitiveUntilItIsOpened: nobody but the municipality knows what
// it keeps there.
func TestAFreeFieldIsSensitiveUntilItIsOpened(t *testing.T) {
	p := apptest.Open(t)
	def := apptest.Add(t, p, settings.FreeKind, settings.FreeLabel, "Rum", settings.FreeOf, "system", settings.FreeKey, "rum")
	if f := p.FieldOf(system.Kind, "rum"); f == nil || !f.Sensitive {
		t.Errorf("a new one is %+v", f)
	}
	apptest.Put(t, p, def.ID, settings.FreeOpen, true)
	if f := p.FieldOf(system.Kind, "rum"); f == nil || f.Sensitive {
		t.Errorf("an opened one is %+v", f)
	}
}

func TestOwnFieldsAreToldWithHowManyValuesTheyHave(t *testing.T) {
	p := apptest.Open(t)
	if got := settings.OwnFields(p); len(got) != 0 {
		t.Fatalf("%d in a portfolio without any", len(got))
	}
	declare := func(label, of, key string) field.ID {
		return apptest.Add(t, p, settings.FreeKind, settings.FreeLabel, label, settings.FreeOf, of, settings.FreeKey, key).ID
	}
	later := declare("Rum", "initiative", "rum")
	room, floor := declare("Rum", "system", "rum"), declare("Våning", "system", "vaning")
	for _, r := range p.All(system.Kind)[:2] {
		apptest.Put(t, p, r.ID, p.FieldOf(system.Kind, "rum"), "Källaren")
	}
	got := settings.OwnFields(p)
	want := []struct {
		id     field.ID
		values int
	}{{room, 2}, {floor, 0}, {later, 0}}
	if len(got) != len(want) {
		t.Fatalf("%d fields", len(got))
	}
	for i, w := range want {
		if got[i].Declared.ID != w.id || got[i].Values != w.values || got[i].Kind.Name != settings.FreeOf.Get(got[i].Declared) {
			t.Errorf("field %d is %s of %s with %d values", i, got[i].Declared.Name(), got[i].Kind.Name, got[i].Values)
		}
	}
}
