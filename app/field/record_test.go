package field_test

import (
	"maps"
	"slices"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

func TestRecordsAreCopied(t *testing.T) {
	free := field.NewFree(system.Kind, "x_a", "A")
	r := field.NewRecord(system.Kind, "1").Put(system.Name.Field, "Ett").Put(free, "fritt")
	c := r.Clone().Put(system.Name.Field, "Två").Put(free, nil).Put(system.Users.Field, int64(0))
	if system.Name.Get(r) != "Ett" || r.Get(free) != "fritt" || r.Get(system.Users.Field) != nil {
		t.Errorf("the copy changed the original: %v", r)
	}
	if system.Name.Get(c) != "Två" || c.Get(free) != nil || c.Get(system.Users.Field) != int64(0) {
		t.Errorf("the copy is %v", c)
	}
	if !maps.Equal(r.FreeValues(), map[string]string{"x_a": "fritt"}) {
		t.Errorf("free values %v", r.FreeValues())
	}
	r.SetFree(nil)
	if r.Get(free) != nil {
		t.Error("free values are left")
	}
	if got := r.Put(system.TIME.Field, "invest").Get(system.TIME.Field); got != nil {
		t.Errorf("a computed field holds %v", got)
	}
}

func TestNames(t *testing.T) {
	r := field.NewRecord(system.Kind, "1")
	r.Ref = "SYS-0001"
	for _, c := range []struct {
		r    *field.Record
		want string
	}{{nil, ""}, {field.NewRecord(system.Kind, "1"), ""}, {r, "SYS-0001"}, {r.Clone().Put(system.Name.Field, "Löner"), "Löner"}} {
		if got := c.r.Name(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestEqual(t *testing.T) {
	empties := []field.Value{nil, "", field.ID(""), date.Date(0), []field.ID{}, []field.Holding(nil)}
	values := []field.Value{"a", "b", field.ID("a"), int64(0), money.Ore(0), false, true, date.Of(2027, 1, 1), []field.ID{"a"}, []field.ID{"a", "b"}, []field.Holding{{Person: "a"}}, []field.Holding{{Person: "a", To: 20270101}}}
	for i, a := range values {
		for j, b := range values {
			if got := field.Equal(a, b); got != (i == j) {
				t.Errorf("%#v equals %#v: %v", a, b, got)
			}
		}
		for _, e := range empties {
			if field.Equal(a, e) || field.Equal(e, a) || field.IsEmpty(a) {
				t.Errorf("%#v is as good as %#v", a, e)
			}
		}
	}
	for _, a := range empties {
		for _, b := range empties {
			if !field.Equal(a, b) || !field.IsEmpty(a) {
				t.Errorf("%#v isn't %#v", a, b)
			}
		}
	}
}

func TestInverse(t *testing.T) {
	r := field.NewRecord(system.Kind, "1")
	for _, c := range []field.Change{
		{Op: field.Set, ID: "1", Field: system.Name.Field, Before: "a", After: "b"},
		{Op: field.Create, ID: "1", Record: r}, {Op: field.Delete, ID: "1", Record: r},
	} {
		if back := c.Inverse().Inverse(); back != c {
			t.Errorf("%+v twice inverted is %+v", c, back)
		}
		if c.Inverse() == c {
			t.Errorf("%+v is its own inverse", c)
		}
	}
}

func TestAssign(t *testing.T) {
	p := apptest.Open(t)
	r := p.ByRef("SYS-0001")
	for _, c := range []struct {
		f    *field.Field
		v    field.Value
		want int
	}{
		{system.Name.Field, "Lönesystemet", 0}, {system.Name.Field, "Annat", 1}, {system.Recipients.Field, "", 0}, {system.Recipients.Field, nil, 0},
		{system.OperationsBudget.Field, money.FromKronor(640_000), 0}, {system.OperationsBudget.Field, nil, 1}, {system.DevelopmentBudget.Field, money.Ore(1), 1}, {system.DevelopmentBudget.Field, nil, 0},
	} {
		got, err := c.f.Assign(p, r, 0, c.v)
		if err != nil || len(got) != c.want {
			t.Errorf("%s to %v: %d changes, %v", c.f.Key, c.v, len(got), err)
		}
	}
}

func TestCatalogue(t *testing.T) {
	for _, c := range []struct {
		f       *field.Field
		heading string
		json    string
		stored  bool
		kept    bool
		edited  bool
	}{
		{system.Confidentiality.Field, "K", "confidentiality", true, true, true},
		{system.Name.Field, "System", "name", true, true, true},
		{system.TIME.Field, "Bedömning (TIME)", "time", false, false, false},
		{system.OperationsBudget.Field, "Driftbudget", "operations_budget_ore", false, false, true},
		{plan.BenefitPerYear.Field, "Nytta per år", "benefit_per_year_ore", true, true, true},
		{field.NewFree(plan.Kind, "x_a", "Rum"), "Rum", "x_a", false, true, true},
	} {
		if c.f.Heading() != c.heading || c.f.JSONKey() != c.json || c.f.Stored() != c.stored || c.f.Kept() != c.kept || c.f.Editable() != c.edited {
			t.Errorf("%s: %q %q %v %v %v", c.f.Key, c.f.Heading(), c.f.JSONKey(), c.f.Stored(), c.f.Kept(), c.f.Editable())
		}
	}
	if !system.SystemOwner.IsList() || system.Name.IsList() || system.Kind.Title() != system.Name.Field || system.Kind.Field("finns inte") != nil {
		t.Error("the catalogue of systems has changed")
	}
	defer func() {
		if recover() == nil {
			t.Error("a field may be declared twice")
		}
	}()
	k := field.NewKind(field.Kind{Name: "k"})
	field.NewText(k, "a", "A")
	field.NewText(k, "a", "B")
}

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		k    *field.Kind
		home *field.Field
		none string
	}{
		{system.Kind, system.OwnerUnit.Field, "inget system"}, {plan.Kind, plan.Unit.Field, "ingen insats"},
		{org.UnitKind, org.UnitParent.Field, "ingen enhet"}, {economy.CostKind, nil, "ingen kostnad"},
	} {
		if c.k.Home() != c.home || c.k.None() != c.none {
			t.Errorf("%s belongs by %v; %q", c.k.Name, c.k.Home(), c.k.None())
		}
		r := field.NewRecord(c.k, "1")
		if c.home != nil {
			r.Put(c.home, field.ID("u"))
		}
		if got := r.Home(); (got == "u") != (c.home != nil) {
			t.Errorf("one %s belongs to %q", c.k.Name, got)
		}
	}
}

func TestFillIn(t *testing.T) {
	p := apptest.Empty(t)
	for _, c := range []struct {
		f         field.TextField
		say, want string
	}{{economy.CostType, "", economy.Operations}, {economy.CostType, economy.Investment, economy.Investment}, {plan.Phase, "", "idea"}, {plan.Phase, "closed", "closed"}, {plan.Priority, "", ""}} {
		r := field.NewRecord(c.f.Kind, "1").Put(c.f.Field, c.say)
		if r.FillIn(p); c.f.Get(r) != c.want {
			t.Errorf("%s %q became %q, want %q", c.f.Key, c.say, c.f.Get(r), c.want)
		}
	}
}

func TestInOrder(t *testing.T) {
	var got []string
	for _, ref := range []string{"INS-2027-1000", "", "INS-2026-001", "INS-2027-002", "INS-2027-999"} {
		r := field.NewRecord(plan.Kind, field.ID(ref))
		r.Ref = ref
		at := 0
		for at < len(got) {
			other := field.NewRecord(plan.Kind, field.ID(got[at]))
			if other.Ref = got[at]; field.InOrder(other, r) > 0 {
				break
			}
			at++
		}
		got = slices.Insert(got, at, ref)
	}
	if want := []string{"", "INS-2026-001", "INS-2027-002", "INS-2027-999", "INS-2027-1000"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
