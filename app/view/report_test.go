package view_test

import (
	"maps"
	"slices"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
)

func try(t *testing.T, p *app.Portfolio, do func(tx *field.Tx) error) error {
	t.Helper()
	_, err := p.Do(ctx, func(tx *field.Tx) (string, error) { return "Prov", do(tx) })
	return err
}

func choose(t *testing.T, p *app.Portfolio, report, name, who string, shared bool, sets map[string]string) (id field.ID) {
	t.Helper()
	err := try(t, p, func(tx *field.Tx) (err error) {
		id, err = view.KeepChoice(tx, report, name, who, shared, sets)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func called(rs []*field.Record) (names []string) {
	for _, r := range rs {
		names = append(names, r.Name())
	}
	return names
}

// A choice is of one report, seen by who saved it unless it is shared, and isn't a view of a list.
func TestAChoiceIsOfItsReportAndOfWhoSavedIt(t *testing.T) {
	p := apptest.Open(t)
	choose(t, p, "ledningsgrupp", "Min", "anna", false, map[string]string{"grupp": "portfölj"})
	choose(t, p, "ledningsgrupp", "Allas", "bo", true, nil)
	choose(t, p, "budget", "Annan", "anna", true, nil)
	for who, want := range map[string][]string{"anna": {"Allas", "Min"}, "bo": {"Allas"}} {
		if got := called(view.Choices(p, "ledningsgrupp", who)); !slices.Equal(got, want) {
			t.Errorf("%s sees %v, want %v", who, got, want)
		}
	}
	if got := view.Sets(view.FindChoice(p, "ledningsgrupp", "anna", "min")); !maps.Equal(got, map[string]string{"grupp": "portfölj"}) {
		t.Errorf("settings %v", got)
	}
	if len(view.Saved(p, system.Kind, "anna")) != 0 {
		t.Error("a choice is among the views of a list")
	}
	choose(t, p, "ledningsgrupp", "MIN", "anna", true, nil)
	if got := called(view.Choices(p, "ledningsgrupp", "bo")); !slices.Equal(got, []string{"Allas", "Min"}) {
		t.Errorf("saved again it is %v", got)
	}
}

func TestWhatAChoiceMayBeCalled(t *testing.T) {
	p := apptest.Open(t)
	mine := choose(t, p, "budget", "Min", "anna", false, nil)
	choose(t, p, "budget", "Allas", "bo", true, nil)
	for name, c := range map[string]struct {
		do   func(tx *field.Tx) error
		code fault.Code
	}{
		"no name": {func(tx *field.Tx) error { _, err := view.KeepChoice(tx, "budget", " ", "anna", false, nil); return err }, fault.Invalid},
		"another's": {func(tx *field.Tx) error {
			_, err := view.KeepChoice(tx, "budget", "allas", "anna", false, nil)
			return err
		}, fault.Conflict},
		"renamed to no one": {func(tx *field.Tx) error { return view.RenameChoice(tx, mine, "", "anna") }, fault.Invalid},
		"renamed to one":    {func(tx *field.Tx) error { return view.RenameChoice(tx, mine, "ALLAS", "anna") }, fault.Conflict},
		"gone":              {func(tx *field.Tx) error { return view.RenameChoice(tx, "nobody", "X", "anna") }, fault.NotFound},
		"standard gone":     {func(tx *field.Tx) error { return view.MakeStandard(tx, "nobody", true) }, fault.NotFound},
	} {
		if got := fault.CodeOf(try(t, p, c.do)); got != c.code {
			t.Errorf("%s: %v, want %v", name, got, c.code)
		}
	}
	if err := try(t, p, func(tx *field.Tx) error { return view.RenameChoice(tx, mine, "MIN", "anna") }); err != nil {
		t.Error(err)
	}
}

// A report begins with one's own standard, else with the shared one; there is one of each.
func TestAReportBeginsWithItsStandard(t *testing.T) {
	p := apptest.Open(t)
	shared, other, mine := choose(t, p, "budget", "Allas", "bo", true, nil), choose(t, p, "budget", "Andra", "bo", true, nil), choose(t, p, "budget", "Min", "anna", false, nil)
	is := func(who string, want field.ID) {
		t.Helper()
		got := field.ID("")
		if r := view.StandardChoice(p, "budget", who); r != nil {
			got = r.ID
		}
		if got != want {
			t.Errorf("%s begins with %q, want %q", who, got, want)
		}
	}
	set := func(id field.ID, on bool) {
		t.Helper()
		if err := try(t, p, func(tx *field.Tx) error { return view.MakeStandard(tx, id, on) }); err != nil {
			t.Fatal(err)
		}
	}
	is("anna", "")
	set(shared, true)
	set(mine, true)
	is("anna", mine)
	is("bo", shared)
	set(other, true)
	is("bo", other)
	set(mine, false)
	is("anna", other)
}

func TestThePackageIsTheMunicipalitys(t *testing.T) {
	p := apptest.Open(t)
	if parts, ok := view.Package(p); ok {
		t.Errorf("chosen before anyone chose: %v", parts)
	}
	choose(t, p, "budget", "Nämnden", "bo", true, map[string]string{"enhet": "Nämnden"})
	want := []view.Part{{Report: "ledningsgrupp"}, {Report: "budget", Choice: "Nämnden"}, {Report: "budget", Choice: "Borta"}}
	for _, who := range []string{"anna", "bo"} {
		if err := try(t, p, func(tx *field.Tx) error { return view.KeepPackage(tx, want, who) }); err != nil {
			t.Fatal(err)
		}
	}
	got, ok := view.Package(p)
	if !ok || !slices.Equal(got, want) || len(p.All(view.Kind)) != 2 {
		t.Errorf("package %v, %d records", got, len(p.All(view.Kind)))
	}
	for i, c := range []struct {
		sets map[string]string
		ok   bool
	}{{nil, true}, {map[string]string{"enhet": "Nämnden"}, true}, {nil, false}} {
		if sets, ok := view.SetsOf(p, want[i], "anna"); ok != c.ok || !maps.Equal(sets, c.sets) {
			t.Errorf("%v is made with %v, %v", want[i], sets, ok)
		}
	}
}
