package app_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/exemption"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/platform"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

func TestAmountsOfAYear(t *testing.T) {
	p := apptest.Open(t)
	r, err := p.Create(ctx, system.Kind, []app.Assignment{
		{Column: field.Column{Field: system.Name.Field}, Text: "Nytt"},
		{Column: field.Column{Field: system.OperationsBudget.Field}, Text: "100"},
		{Column: field.Column{Field: system.OperationsForecast.Field}, Text: "120"},
		{Column: field.Column{Field: system.OperationsBudget.Field, Year: 2028}, Text: "200"},
		{Column: field.Column{Field: system.DevelopmentBudget.Field}, Text: "50"},
	})
	if err != nil {
		t.Fatal(err)
	}
	rows := economy.Rows(p, r.ID)
	if len(rows) != 3 {
		t.Fatalf("%d rows, want one per year and type", len(rows))
	}
	e, err := p.SetTexts(ctx, r.ID, []app.Assignment{
		{Column: field.Column{Field: system.OperationsActual.Field, Year: 2029}, Text: "7"},
		{Column: field.Column{Field: system.OperationsBudget.Field, Year: 2029}, Text: "8"},
		{Column: field.Column{Field: system.OperationsActual.Field}, Text: "130"},
		{Column: field.Column{Field: system.Users.Field}, Text: "5"},
		{Column: field.Column{Field: system.Users.Field}, Text: "6"},
	})
	if err != nil || e.Label != "5 fält för Nytt" {
		t.Fatalf("%q, %v", e.Label, err)
	}
	if rows = economy.Rows(p, r.ID); len(rows) != 4 || system.Users.Get(p.Get(r.ID)) != 6 {
		t.Errorf("%d rows, %d users", len(rows), system.Users.Get(p.Get(r.ID)))
	}
	for _, c := range []struct {
		f    field.MoneyField
		year int
		want field.Value
	}{
		{system.OperationsBudget, 0, money.FromKronor(100)}, {system.OperationsForecast, 2027, money.FromKronor(120)},
		{system.OperationsActual, 2027, money.FromKronor(130)}, {system.OperationsBudget, 2028, money.FromKronor(200)},
		{system.OperationsForecast, 2028, nil}, {system.DevelopmentBudget, 0, money.FromKronor(50)},
		{system.OperationsActual, 2029, money.FromKronor(7)}, {system.OperationsBudget, 2029, money.FromKronor(8)},
	} {
		if got := c.f.Value(p, p.Get(r.ID), c.year); got != c.want {
			t.Errorf("%s %d is %v, want %v", c.f.Key, c.year, got, c.want)
		}
	}
}

func TestSetMany(t *testing.T) {
	p := apptest.Open(t)
	pay, care, diary := named(t, p, system.Kind, "Lönesystemet"), named(t, p, system.Kind, "HemtjänstPlan"), named(t, p, system.Kind, "Diariet W3")
	anna, per := named(t, p, org.PersonKind, "Anna Ek"), named(t, p, org.PersonKind, "Per-Åke Hägg")
	ids := []field.ID{pay.ID, care.ID, diary.ID, "borta"}
	e, err := p.SetMany(ctx, ids, field.Column{Field: system.Hosting.Field}, "cloud")
	if err != nil || e.Label != "Driftform för 3 system" {
		t.Fatalf("%q, %v", e.Label, err)
	}
	if _, err := p.SetMany(ctx, ids, field.Column{Field: system.SystemOwner.Field}, []field.Holding{{Person: anna.ID}}); err != nil {
		t.Fatal(err)
	}
	yesterday := apptest.Today.AddDays(-1)
	for _, c := range []struct {
		r    *field.Record
		want []field.Holding
	}{
		{pay, []field.Holding{{Person: anna.ID}}},
		{care, []field.Holding{{Person: per.ID, To: yesterday}, {Person: anna.ID, From: apptest.Today}}},
		{diary, []field.Holding{{Person: anna.ID}}},
	} {
		if got := system.SystemOwner.Get(p.Get(c.r.ID)); !slices.Equal(got, c.want) || system.Hosting.Get(p.Get(c.r.ID)) != "cloud" {
			t.Errorf("%s: %+v, want %+v", c.r.Name(), got, c.want)
		}
	}
	if _, err := p.SetMany(ctx, ids, field.Column{Field: system.SystemOwner.Field}, nil); err != nil {
		t.Fatal(err)
	}
	if got := system.SystemOwner.Get(p.Get(care.ID)); !slices.Equal(got, []field.Holding{{Person: per.ID, To: yesterday}}) {
		t.Errorf("after nobody: %+v", got)
	}
	_, err = p.SetMany(ctx, []field.ID{"borta"}, field.Column{Field: system.Hosting.Field}, "cloud")
	refused(t, "of what is gone", err, fault.NotFound)
	_, err = p.SetMany(ctx, ids, field.Column{Field: system.TIME.Field}, "invest")
	refused(t, "of a computed field", err, fault.Invalid)
}

func TestTypedTextsThatAreRefused(t *testing.T) {
	p := apptest.Open(t)
	id := named(t, p, system.Kind, "Lönesystemet").ID
	as := func(f *field.Field, s string) []app.Assignment {
		return []app.Assignment{{Column: field.Column{Field: system.Name.Field}, Text: "Nytt"}, {Column: field.Column{Field: f}, Text: s}}
	}
	before := content(p)
	for _, c := range []struct {
		name string
		as   []app.Assignment
		want fault.Code
	}{
		{"computed", as(system.TIME.Field, "Investera"), fault.Invalid},
		{"not a number", as(system.Users.Field, "många"), fault.Invalid},
		{"not an amount", as(system.OperationsBudget.Field, "dyrt"), fault.Invalid},
		{"nobody of the name", as(system.SystemOwner.Field, "Kalle Kula"), fault.NotFound},
	} {
		_, err := p.SetTexts(ctx, id, c.as)
		refused(t, c.name+" in a change", err, c.want)
		_, err = p.Create(ctx, system.Kind, c.as)
		refused(t, c.name+" in something new", err, c.want)
	}
	_, err := p.SetText(ctx, "borta", field.Column{Field: system.Name.Field}, "x")
	refused(t, "what is gone", err, fault.NotFound)
	_, err = p.SetText(ctx, settings.ID, field.Column{Field: settings.Model.Field}, "x")
	refused(t, "a hidden field", err, fault.Invalid)
	same(t, "after all", content(p), before)
}

func TestInsatserBeginInTheFirstPhase(t *testing.T) {
	p := apptest.Open(t)
	name := app.Assignment{Column: field.Column{Field: plan.Name.Field}, Text: "Ny"}
	r, err := p.Create(ctx, plan.Kind, []app.Assignment{name})
	if err != nil || plan.Phase.Get(r) != "idea" || r.Ref != "INS-2027-003" {
		t.Fatalf("%v %v", r, err)
	}
	r, err = p.Create(ctx, plan.Kind, []app.Assignment{name, {Column: field.Column{Field: plan.Phase.Field}, Text: "pågår"}, {Column: field.Column{Field: plan.End.Field}, Text: "Q4 2027"}})
	if err != nil || plan.Phase.Get(r) != "execution" || plan.End.Get(r) != date.Of(2027, 12, 31) {
		t.Errorf("%v %v", r, err)
	}
}

// What is archived at once is counted by its kind, and by no kind when it is of several.
func TestWhatIsArchivedAtOnceIsCounted(t *testing.T) {
	p := apptest.Open(t)
	a := named(t, p, system.Kind, "Lönesystemet").ID
	b := named(t, p, system.Kind, "Diariet W3").ID
	other := apptest.Add(t, p, platform.Kind, platform.Name, "Server").ID
	for want, ids := range map[string][]field.ID{
		"Arkiverat: Lönesystemet": {a},
		"2 system arkiverade":     {a, b},
		"2 poster arkiverade":     {a, other},
		"Arkiverat: Server":       {other},
		"":                        nil,
	} {
		e, err := p.Retire(context.Background(), ids)
		if err != nil || e.Label != want {
			t.Errorf("%q, %v instead of %q", e.Label, err, want)
		}
		if want != "" {
			if _, err := p.Undo(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// What may be of several kinds isn't said to lack one of the last only.
func TestANameThatNoneOfSeveralKindsHasIsSaidToBeNobodys(t *testing.T) {
	p := apptest.Open(t)
	r := apptest.Add(t, p, exemption.Kind, exemption.Name, "Kvar")
	_, err := p.SetText(context.Background(), r.ID, field.Column{Field: exemption.Of.Field}, "Nonsens")
	if err == nil || !strings.HasPrefix(err.Error(), "Det finns inget system och ingen insats som heter ”Nonsens”.") {
		t.Errorf("%v", err)
	}
}
