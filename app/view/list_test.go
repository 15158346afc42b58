package view_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
)

var ctx = context.Background()

func names(rows []*field.Record) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r.Name())
	}
	return out
}

func shows(t *testing.T, what string, l *view.List, want ...string) {
	t.Helper()
	if got := names(l.Rows()); !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func named(p *app.Portfolio, k *field.Kind, name string) field.ID { return p.Named(k, name)[0].ID }

func TestSearch(t *testing.T) {
	p := apptest.Open(t)
	apptest.Add(t, p, settings.FreeKind, settings.FreeLabel, "Rum", settings.FreeOf, "system", settings.FreeKey, "x_rum")
	pay := named(p, system.Kind, "Lönesystemet")
	apptest.Put(t, p, pay, system.LockIn, "Visma", p.FieldOf(system.Kind, "x_rum"), "Källaren")
	l := view.New(p, system.Kind)
	all := []string{"Lönesystemet", "HemtjänstPlan", "Diariet W3", "Skolplattformen"}
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"", all},
		{"  ", all},
		{"LÖNE", []string{"Lönesystemet"}},
		{"lone", []string{"Lönesystemet"}},
		{"sys-0003", []string{"Diariet W3"}},
		{"ek", []string{"Lönesystemet"}},
		{"hägg vård", []string{"HemtjänstPlan"}},
		{"förvaltning", []string{"HemtjänstPlan", "Skolplattformen"}}, // a unit
		{"avveckling diariet", []string{"Diariet W3"}},
		{"kallaren visma", []string{"Lönesystemet"}},
		{"visma hägg", nil},
		{"640", nil}, // amounts aren't looked in
	} {
		l.Search(c.query)
		shows(t, c.query, l, c.want...)
		if l.Total() != 4 {
			t.Errorf("total %d", l.Total())
		}
	}
}

func TestSearchFollowsChanges(t *testing.T) {
	p := apptest.Open(t)
	systems, initiatives, units := view.New(p, system.Kind), view.New(p, plan.Kind), view.New(p, org.UnitKind)
	look := func(l *view.List, query string) int {
		l.Search(query)
		return len(l.Rows())
	}
	for _, l := range []*view.List{systems, initiatives, units} {
		l.Texts().Prepare()
	}
	for _, c := range []struct {
		what   string
		l      *view.List
		id     field.ID
		f      *field.Field
		value  field.Value
		query  string
		before int
		after  int
	}{
		{"its own text", systems, named(p, system.Kind, "Lönesystemet"), system.Recipients.Field, "mandarin", "mandarin", 0, 1},
		{"an owner's name", systems, named(p, org.PersonKind, "Anna Ek"), org.PersonName.Field, "Anna Zetterlund", "zetterlund", 0, 1},
		{"a unit's name", systems, named(p, org.UnitKind, "Kommunledningskontoret"), org.UnitName.Field, "Stadskontoret", "stadskontoret", 0, 2},
		{"the name of the unit above", units, named(p, org.UnitKind, "Ekvalla kommun"), org.UnitName.Field, "Storköping", "storköping", 0, 4},
		{"a touched system's name", initiatives, named(p, system.Kind, "Diariet W3"), system.Name.Field, "Akten", "akten", 0, 1},
		{"the styrmodell's word", initiatives, settings.ID, settings.Model.Field, `{"id":"liten","name":"Liten","phases":[{"key":"idea","label":"Uppslag","stage":"idea"},{"key":"x","label":"X","stage":"running"}]}`, "uppslag", 0, 1},
	} {
		if got := look(c.l, c.query); got != c.before {
			t.Errorf("%s: %d before", c.what, got)
		}
		apptest.Put(t, p, c.id, c.f, c.value)
		if got := len(c.l.Rows()); got != c.after {
			t.Errorf("%s: %d after, want %d", c.what, got, c.after)
		}
	}
}

func TestFilters(t *testing.T) {
	p := apptest.Open(t)
	pay, diary := named(p, system.Kind, "Lönesystemet"), named(p, system.Kind, "Diariet W3")
	anna, per := named(p, org.PersonKind, "Anna Ek"), named(p, org.PersonKind, "Per-Åke Hägg")
	top, office := named(p, org.UnitKind, "Ekvalla kommun"), named(p, org.UnitKind, "Kommunledningskontoret")
	apptest.Put(t, p, pay, system.Confidentiality, int64(0), system.Manager, []field.Holding{{Person: per, To: apptest.Today.AddDays(-1)}})
	apptest.Put(t, p, per, org.PersonLeft, apptest.Today.AddDays(-1))
	all := []string{"Lönesystemet", "HemtjänstPlan", "Diariet W3", "Skolplattformen"}
	for _, c := range []struct {
		name    string
		filters []view.Filter
		want    []string
	}{
		{"none", nil, all},
		{"a choice", []view.Filter{{Field: system.Lifecycle.Field, Values: []string{"maintained"}}}, []string{"Lönesystemet", "HemtjänstPlan"}},
		{"any of two", []view.Filter{{Field: system.Lifecycle.Field, Values: []string{"phaseout", "developing"}}}, []string{"Diariet W3", "Skolplattformen"}},
		{"a unit", []view.Filter{{Field: system.OwnerUnit.Field, Values: []string{string(office)}}}, []string{"Lönesystemet", "Diariet W3"}},
		{"a unit with those below", []view.Filter{{Field: system.OwnerUnit.Field, Values: []string{string(top)}}}, all},
		{"a holder", []view.Filter{{Field: system.SystemOwner.Field, Values: []string{string(anna)}}}, []string{"Lönesystemet"}},
		{"one who held it", []view.Filter{{Field: system.Manager.Field, Values: []string{string(per)}}}, nil},
		{"vacant: never held, ended, left", []view.Filter{{Field: system.SystemOwner.Field, Op: view.Lacks}}, []string{"HemtjänstPlan", "Diariet W3"}},
		{"all vacant", []view.Filter{{Field: system.Manager.Field, Op: view.Lacks}}, all},
		{"empty", []view.Filter{{Field: system.Confidentiality.Field, Op: view.Lacks}}, []string{"HemtjänstPlan", "Diariet W3", "Skolplattformen"}},
		{"level 0", []view.Filter{{Field: system.Confidentiality.Field, Values: []string{"0"}}}, []string{"Lönesystemet"}},
		{"two at once", []view.Filter{{Field: system.OwnerUnit.Field, Values: []string{string(office)}}, {Field: system.Lifecycle.Field, Values: []string{"phaseout"}}}, []string{"Diariet W3"}},
		{"just these", []view.Filter{{IDs: []field.ID{diary, "borta"}}}, []string{"Diariet W3"}},
		{"just none", []view.Filter{{IDs: []field.ID{}}}, nil},
	} {
		l := view.New(p, system.Kind)
		l.SetFilters(c.filters)
		shows(t, c.name, l, c.want...)
	}
	l := view.New(p, plan.Kind)
	l.SetFilters([]view.Filter{{Field: plan.Systems.Field, Values: []string{string(diary)}}})
	shows(t, "insatser of a system", l, "Byte av diariesystem")
	l.Search("journal")
	shows(t, "searched too", l)
}

func TestSort(t *testing.T) {
	p := apptest.Empty(t)
	per := apptest.Add(t, p, org.PersonKind, org.PersonName, "Per").ID
	add := func(name string, puts ...any) {
		apptest.Add(t, p, system.Kind, append([]any{system.Name, name}, puts...)...)
	}
	add("Ö", system.Users, int64(3), system.LockIn, "zeta", system.Lifecycle, "retired", system.SupportEnd, apptest.Today)
	add("a", system.Users, int64(20), system.Lifecycle, "planned", system.Manager, []field.Holding{{Person: per}})
	add("Å", system.LockIn, "Öberg", system.SupportEnd, apptest.Today.AddDays(-1), system.Manager, []field.Holding{{Person: per, To: apptest.Today.AddDays(-1)}})
	add("Z 10", system.Users, int64(0), system.LockIn, "Ängen", system.Lifecycle, "okänd")
	add("z 9", system.Users, int64(3), system.LockIn, "alfa", system.Lifecycle, "maintained")
	for _, c := range []struct {
		name string
		f    *field.Field
		desc bool
		want []string
	}{
		{"reference", nil, false, []string{"Ö", "a", "Å", "Z 10", "z 9"}},
		{"reference backwards", nil, true, []string{"z 9", "Z 10", "Å", "a", "Ö"}},
		{"Swedish, numbers by size", system.Name.Field, false, []string{"a", "z 9", "Z 10", "Å", "Ö"}},
		{"Swedish backwards", system.Name.Field, true, []string{"Ö", "Å", "Z 10", "z 9", "a"}},
		{"text, empty last", system.LockIn.Field, false, []string{"z 9", "Ö", "Z 10", "Å", "a"}},
		{"backwards, empty still last", system.LockIn.Field, true, []string{"Å", "Z 10", "Ö", "z 9", "a"}},
		{"numbers, zero is no gap, equals by reference", system.Users.Field, false, []string{"Z 10", "Ö", "z 9", "a", "Å"}},
		{"numbers backwards", system.Users.Field, true, []string{"a", "Ö", "z 9", "Z 10", "Å"}},
		{"choices by their order, unknown after", system.Lifecycle.Field, false, []string{"a", "z 9", "Ö", "Z 10", "Å"}},
		{"dates", system.SupportEnd.Field, false, []string{"Å", "Ö", "a", "Z 10", "z 9"}},
		{"a role that was left is empty", system.Manager.Field, false, []string{"a", "Ö", "Å", "Z 10", "z 9"}},
	} {
		l := view.New(p, system.Kind)
		l.Sort(view.Order{Column: field.Column{Field: c.f}, Desc: c.desc})
		shows(t, c.name, l, c.want...)
		if by := l.Sorted(); len(by) != 1 || by[0].Column.Field != c.f || by[0].Desc != c.desc {
			t.Errorf("%s: says it is sorted by %v", c.name, by)
		}
	}
}

func TestReferenceOrderPastTheirDigits(t *testing.T) {
	p := apptest.Empty(t)
	var rs []*field.Record
	for _, ref := range []string{"INS-2028-001", "INS-2027-1000", "INS-2027-002", "INS-2027-999"} {
		r := apptest.Record(p, plan.Kind, plan.Name, ref)
		r.Ref = ref
		rs = append(rs, r)
	}
	for _, ref := range []string{"SYS-10000", "SYS-9999", "SYS-0002"} {
		r := apptest.Record(p, system.Kind, system.Name, ref)
		r.Ref = ref
		rs = append(rs, r)
	}
	if _, err := p.CreateAll(ctx, "Prov", rs); err != nil {
		t.Fatal(err)
	}
	check := func() {
		t.Helper()
		shows(t, "systems", view.New(p, system.Kind), "SYS-0002", "SYS-9999", "SYS-10000")
		shows(t, "insatser", view.New(p, plan.Kind), "INS-2027-002", "INS-2027-999", "INS-2027-1000", "INS-2028-001")
	}
	check()
	for _, ref := range []string{"SYS-9999", "INS-2027-1000"} { // out of the middle, and back
		if _, err := p.Delete(ctx, []field.ID{p.ByRef(ref).ID}); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		if _, err := p.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	check()
}

func TestSumsTieToCostRows(t *testing.T) {
	p := apptest.Open(t)
	pay := named(p, system.Kind, "Lönesystemet")
	if _, err := p.CreateAll(ctx, "Prov", []*field.Record{apptest.Cost(p, pay, 2027, economy.Operations, 10), apptest.Cost(p, pay, 2026, economy.Operations, 7), apptest.Cost(p, pay, 2027, economy.Investment, 5)}); err != nil {
		t.Fatal(err)
	}
	l := view.New(p, system.Kind)
	for _, c := range []struct {
		year  int
		query string
		want  int64
		known bool
	}{{0, "", 2_515_010, true}, {2027, "", 2_515_010, true}, {2026, "", 7, true}, {2031, "", 0, false}, {2027, "lön", 640_010, true}} {
		l.Search(c.query)
		got, ok := l.Sum(field.Column{Field: system.OperationsBudget.Field, Year: c.year})
		if want := int64(money.FromKronor(c.want)); ok != c.known || got != want {
			t.Errorf("%d %q: %d %v, want %d", c.year, c.query, got, ok, want)
		}
	}
	if _, ok := l.Sum(field.Column{Field: system.Name.Field}); ok {
		t.Error("names have a sum")
	}
	col := field.Column{Field: system.OperationsBudget.Field, Year: 2026}
	if got := l.Text(p.Get(pay), col); got != "7" {
		t.Errorf("cell %q", got)
	}
	l.Search("")
	l.Sort(view.Order{Column: col, Desc: true})
	if got := l.Rows()[0].ID; got != pay {
		t.Errorf("by 2026 %s is first", p.Label(got))
	}
}

func TestListsShowTheChosenColumns(t *testing.T) {
	p := apptest.Open(t)
	l := view.New(p, system.Kind)
	var keys []string
	for _, c := range l.Columns() {
		keys = append(keys, c.Field.Key)
		if !c.Field.Listed || c.Field.Hidden {
			t.Errorf("%s is a column", c.Field.Key)
		}
	}
	if !slices.Contains(keys, "name") || !slices.Contains(keys, "operations_budget") {
		t.Errorf("columns %q", keys)
	}
	want := []field.Column{{Field: system.Name.Field}}
	l.SetColumns(want)
	if got := l.Columns(); fmt.Sprint(got) != fmt.Sprint(want) || l.Kind() != system.Kind {
		t.Errorf("columns %v", got)
	}
}
