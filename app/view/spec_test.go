package view_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
)

func TestASpecIsReadAsItWasKept(t *testing.T) {
	p := apptest.Open(t)
	for seed := range uint64(40) {
		s := spec(rand.New(rand.NewPCG(seed, 2)), p)
		check(t, p, s)
	}
	check(t, p, view.Spec{
		Columns: []field.Column{{Field: system.Name.Field}, {Field: system.OperationsBudget.Field, Year: 2028}},
		Filters: []view.Filter{
			{Field: system.Lifecycle.Field, Values: []string{"maintained", ""}},
			{Field: system.OperationsBudget.Field, Year: 2028, Op: view.Between, Low: money.FromKronor(5), High: money.FromKronor(7)},
			{Field: system.SupportEnd.Field, Op: view.Between, High: date.Of(2027, 6, 30)},
			{Field: system.SupportEnd.Field, Op: view.During, Span: "nextquarter"},
			{Field: system.Name.Field, Op: view.Contains, Text: "lön å"},
			{Field: system.Confidentiality.Field, Op: view.Lacks, Also: []*field.Field{system.Integrity.Field}},
			{Op: view.InUse},
			{Field: plan.Systems.Field, Op: view.Has},
		},
		Orders: []view.Order{{Desc: true}, {Column: field.Column{Field: system.OperationsBudget.Field, Year: 2028}, Desc: true}},
		Group:  field.Column{Field: system.OwnerUnit.Field},
	})
}

func check(t *testing.T, w field.World, s view.Spec) {
	t.Helper()
	kept := s.Encode(system.Kind)
	got, lost := view.Decode(w, system.Kind, kept)
	if !reflect.DeepEqual(got, s) || len(lost) > 0 {
		t.Errorf("%s is read as %s, without %q", kept, got.Encode(system.Kind), lost)
	}
}

func TestWhatASpecSaysOfFieldsThatAreGoneIsNamed(t *testing.T) {
	p := apptest.Open(t)
	s, lost := view.Decode(p, system.Kind, `{"columns":["name","x_gone"],"filters":[{"field":"x_away"},{"field":"name","op":"odd"},{"field":"support_end","op":"during","span":"odd"}],"sort":["-x_left"],"group":"x_out"}`)
	if len(s.Columns) != 1 || len(s.Filters)+len(s.Orders) > 0 || s.Group.Field != nil || len(lost) != 6 {
		t.Errorf("%+v without %q", s, lost)
	}
	for kept, want := range map[string]string{
		`{"field":"support_end","op":"between","low":"i morgon"}`:                 "Stöd till",
		`{"field":"operations_budget","op":"between","low":"100","high":"många"}`: "Driftbudget 2027",
		`{"field":"confidentiality","op":"lacks","also":["integrity","x_gone"]}`:  "x_gone",
		`{"kind":"initiative","field":"x_gone","op":"has"}`:                       "x_gone",
		`{"field":"operations_budget:2028","op":"odd"}`:                           "Driftbudget 2028",
	} {
		s, lost := view.Decode(p, system.Kind, `{"filters":[`+kept+`,{"field":"name","op":"has"}]}`)
		if len(s.Filters) != 1 || !slices.Equal(lost, []string{want}) {
			t.Errorf("%s: %d filters, without %q", kept, len(s.Filters), lost)
		}
	}
	if _, lost := view.Decode(p, system.Kind, "{"); len(lost) != 1 {
		t.Error("what can't be read isn't told of")
	}
}

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		span        view.Span
		today       date.Date
		first, last date.Date
	}{
		{"past", date.Of(2026, 3, 1), 0, date.Of(2026, 2, 28)},
		{"month", date.Of(2028, 2, 29), date.Of(2028, 2, 1), date.Of(2028, 2, 29)},
		{"nextmonth", date.Of(2026, 12, 31), date.Of(2027, 1, 1), date.Of(2027, 1, 31)},
		{"quarter", date.Of(2026, 11, 27), date.Of(2026, 10, 1), date.Of(2026, 12, 31)},
		{"nextquarter", date.Of(2026, 11, 27), date.Of(2027, 1, 1), date.Of(2027, 3, 31)},
		{"year", date.Of(2026, 11, 27), date.Of(2026, 1, 1), date.Of(2026, 12, 31)},
		{"nextyear", date.Of(2026, 11, 27), date.Of(2027, 1, 1), date.Of(2027, 12, 31)},
		{"lastyear", date.Of(2026, 11, 27), date.Of(2025, 1, 1), date.Of(2025, 12, 31)},
		{"days30", date.Of(2026, 11, 27), date.Of(2026, 11, 27), date.Of(2026, 12, 27)},
		{"days180", date.Of(2026, 8, 31), date.Of(2026, 8, 31), date.Of(2027, 2, 28)},
	} {
		if first, last := c.span.Days(c.today); first != c.first || last != c.last {
			t.Errorf("%s at %s is %s–%s", c.span, c.today, first, last)
		}
	}
	for _, s := range view.Spans() {
		if s.Label() == string(s) || s.Label() == "" {
			t.Errorf("%s has no words", s)
		}
	}
}

func reader(p *app.Portfolio, k *field.Kind) view.Reader {
	return view.Reader{
		Column: func(name string) (field.Column, error) {
			if c, ok := view.ColumnOf(p, k, name); ok {
				return c, nil
			}
			return field.Column{}, fault.New(fault.Invalid, "okänt")
		},
		Parse: func(f *field.Field, s string) (field.Value, error) { return p.Parse(nil, f, s) },
	}
}

func TestFiltersAreReadAndSaid(t *testing.T) {
	p := apptest.Open(t)
	apptest.Put(t, p, named(p, system.Kind, "Diariet W3"), system.SupportEnd, date.Of(2026, 12, 31), system.Users, int64(5))
	for _, c := range []struct {
		typed, said string
		want        []string
	}{
		{"lifecycle=I förvaltning", "Livscykel: I drift", []string{"Lönesystemet", "HemtjänstPlan"}},
		{"lifecycle=I förvaltning|Under avveckling", "Livscykel: I drift, Under avveckling", []string{"Lönesystemet", "HemtjänstPlan", "Diariet W3"}},
		{"system_owner=Anna Ek", "Systemägare: Anna Ek", []string{"Lönesystemet"}},
		{"system_owner=", "Systemägare saknas", []string{"Diariet W3"}},
		{"system_owner!=", "Systemägare finns", []string{"Lönesystemet", "HemtjänstPlan", "Skolplattformen"}},
		{"name~LÖN", "System innehåller ”LÖN”", []string{"Lönesystemet"}},
		{"name!~l", "System utan ”l”", []string{"Diariet W3"}},
		{"support_end=i år", "Stöd till: i år", []string{"Diariet W3"}},
		{"support_end=nästa år", "Stöd till: nästa år", nil},
		{"support_end<=2026-12-31", "Stöd till: t.o.m. 2026-12-31", []string{"Diariet W3"}},
		{"support_end>=2027-01-01", "Stöd till: fr.o.m. 2027-01-01", nil},
		{"support_end=2026-01-01..2027-01-01", "Stöd till: 2026-01-01–2027-01-01", []string{"Diariet W3"}},
		{"operations_budget>=600 tkr", "Driftbudget 2027: minst 600\u00a0000\u00a0kr", []string{"Lönesystemet", "Skolplattformen"}},
		{"operations_budget=..640000", "Driftbudget 2027: högst 640\u00a0000\u00a0kr", []string{"Lönesystemet", "HemtjänstPlan", "Diariet W3"}},
		{"users=5", "Användare: 5", []string{"Diariet W3"}},
		{"support_end=2026", "Stöd till: 2026", []string{"Diariet W3"}},
		{"support_end=2027|2026", "Stöd till: 2027, 2026", []string{"Diariet W3"}},
		{"support_end>=2026", "Stöd till: fr.o.m. 2026-01-01", []string{"Diariet W3"}},
		{"support_end=kv 4 2026..2027", "Stöd till: 2026-10-01–2027-12-31", []string{"Diariet W3"}},
		{"classified_on<=2027", "Klassad den: t.o.m. 2027-12-31", nil},
		{"system_owner=Anna Ek|", "Systemägare: Anna Ek, saknas", []string{"Lönesystemet", "Diariet W3"}},
		{"system_owner=-", "Systemägare: saknas", []string{"Diariet W3"}},
	} {
		f, err := view.Read(c.typed, reader(p, system.Kind))
		if err != nil {
			t.Errorf("%s: %v", c.typed, err)
			continue
		}
		l := view.New(p, system.Kind)
		l.SetFilters([]view.Filter{f})
		shows(t, c.typed, l, c.want...)
		if got := f.Said(p, system.Kind); got != c.said {
			t.Errorf("%s says %q, want %q", c.typed, got, c.said)
		}
	}
	for _, bad := range []string{"", "lön", "odd=1", "name>=3", "support_end<=snart", "system_owner!=Anna Ek", "lifecycle=Okänd fas",
		"operations_budget=5|7", "support_end=2027-01-01|2028-01-01", "support_end=2027|", "operations_budget>=", "name~", "name!~", "operations_budget=..", "users=9..5", "support_end=2028..2027"} {
		if f, err := view.Read(bad, reader(p, system.Kind)); err == nil {
			t.Errorf("%q is read as %q", bad, f.Said(p, system.Kind))
		}
	}
}

func TestShippedViews(t *testing.T) {
	p := apptest.Open(t)
	n := 0
	for _, k := range app.Kinds {
		for _, v := range view.Shipped(p, k) {
			n++
			if got, lost := view.Decode(p, k, v.Text); !reflect.DeepEqual(got, v.Spec) || len(lost) > 0 {
				t.Errorf("%s of %s is kept as %s", v.Name, k.Many, v.Text)
			}
			l := view.New(p, k)
			l.Show(v.Spec)
			l.Rows()
		}
	}
	if n < 8 {
		t.Errorf("%d views", n)
	}
	l := view.New(p, system.Kind)
	s, _, ok := view.Find(p, system.Kind, "anna", "utan ägare")
	if l.Show(s); !ok {
		t.Fatal("no such view")
	}
	shows(t, "Utan ägare", l, "Diariet W3")
	if got := len(view.Shipped(p, agreement.Kind)); got == 0 {
		t.Error("agreements have none")
	}
}

func TestKeptViewsAreSilentAndOnesOwnOrShared(t *testing.T) {
	p := apptest.Open(t)
	s := view.Spec{Group: field.Column{Field: system.Lifecycle.Field}}
	keep := func(name, who string, shared bool, s view.Spec) error {
		_, err := p.Do(ctx, func(tx *field.Tx) (string, error) {
			_, err := view.Keep(tx, system.Kind, name, who, shared, s)
			return "Vy: " + name, err
		})
		return err
	}
	before, _ := p.CanUndo()
	for _, v := range []struct {
		name, who string
		shared    bool
	}{{"Min", "anna", false}, {"Allas", "anna", true}, {"Min", "bo", false}} {
		if err := keep(v.name, v.who, v.shared, s); err != nil {
			t.Fatal(err)
		}
	}
	if after, _ := p.CanUndo(); after != before {
		t.Errorf("Ctrl+Z would take back %q", after)
	}
	for who, want := range map[string]int{"anna": 2, "bo": 2, "cia": 1} {
		if got := len(view.Saved(p, system.Kind, who)); got != want {
			t.Errorf("%s sees %d", who, got)
		}
	}
	if err := keep("min", "anna", false, view.Spec{}); err != nil || len(p.All(view.Kind)) != 3 {
		t.Errorf("kept again: %v, %d views", err, len(p.All(view.Kind)))
	}
	if s, _, _ := view.Find(p, system.Kind, "anna", "Min"); s.Group.Field != nil {
		t.Error("it isn't as it was kept last")
	}
	if s, _, _ := view.Find(p, system.Kind, "bo", "Min"); s.Group.Field == nil {
		t.Error("another's view was changed")
	}
	for what, name := range map[string]string{"no name": " ", "a shipped one's": "utan ägare", "one that another shares": "allas"} {
		if err := keep(name, "bo", false, s); err == nil {
			t.Errorf("kept under %s", what)
		}
	}
}
