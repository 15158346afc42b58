// Package uitest is what tests of the window need: a small portfolio in
// memory, the made-up municipality, a window with pages, and pictures of it.
package uitest

import (
	"context"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/date"
	"itportfoljen/app/demo"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/money"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/portfolio"
	"itportfoljen/app/settings"
	"itportfoljen/assets"
)

// Today is the day in every portfolio here, a Saturday.
var Today = date.Of(2026, 11, 21)

var clock = time.Date(2026, 11, 21, 9, 41, 0, 0, time.UTC)

func deps() app.Deps {
	now := clock
	return app.Deps{
		Store: &store{sequences: map[string]int{}}, Who: "Anna Ek",
		Now:   func() time.Time { now = now.Add(time.Second); return now },
		Today: func() date.Date { return Today },
		NewID: app.SeededUUIDs(clock, 1),
	}
}

func model() []byte { return assets.Must("models/danderyd.json") }

// Empty opens a portfolio with a name and a styrmodell and nothing else.
func Empty(t testing.TB) *app.Portfolio {
	t.Helper()
	return begin(t, deps())
}

// Open opens a small portfolio: four units, three persons, four systems with
// costs and two insatser.
func Open(t testing.TB) *app.Portfolio {
	t.Helper()
	return fill(t, begin(t, deps()))
}

// ReadOnly opens the small portfolio as a file that can't be changed.
func ReadOnly(t testing.TB) *app.Portfolio {
	t.Helper()
	d := deps()
	p := fill(t, begin(t, d))
	d.Store.(*store).readOnly = true
	return p
}

func begin(t testing.TB, d app.Deps) *app.Portfolio {
	t.Helper()
	p, err := app.Begin(context.Background(), d, app.Beginning{Municipality: "Ekvalla kommun", Model: model()})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func fill(t testing.TB, p *app.Portfolio) *app.Portfolio {
	t.Helper()
	if _, err := p.CreateAll(context.Background(), "Prov", few(p)); err != nil {
		t.Fatal(err)
	}
	return p
}

// Example opens the made-up municipality of 80 systems and 25 insatser.
func Example(t testing.TB) *app.Portfolio {
	t.Helper()
	p, err := app.Open(context.Background(), deps())
	if err != nil {
		t.Fatal(err)
	}
	m, err := governance.Parse(model())
	if err != nil {
		t.Fatal(err)
	}
	own := demo.Settings(Today).Put(settings.Model.Field, string(model()))
	records := demo.Generate(demo.S, 1, Today, m, p.NewID)
	if _, err := p.CreateAll(context.Background(), "Exempelkommunen skapad", append([]*field.Record{own}, records...)); err != nil {
		t.Fatal(err)
	}
	return p
}

func few(p *app.Portfolio) []*field.Record {
	var out []*field.Record
	add := func(k *field.Kind, puts ...any) field.ID {
		r := field.NewRecord(k, p.NewID())
		for i := 0; i < len(puts); i += 2 {
			r.Put(puts[i].(*field.Field), puts[i+1])
		}
		out = append(out, r)
		return r.ID
	}
	unit := func(name, typ string, parent field.ID) field.ID {
		return add(org.UnitKind, org.UnitName.Field, name, org.UnitType.Field, typ, org.UnitParent.Field, parent)
	}
	person := func(name, email string, unit field.ID) field.ID {
		return add(org.PersonKind, org.PersonName.Field, name, org.PersonEmail.Field, email, org.PersonUnit.Field, unit)
	}
	top := unit("Ekvalla kommun", "group", "")
	office := unit("Kommunledningskontoret", "administration", top)
	care := unit("Vård- och omsorgsförvaltningen", "administration", top)
	school := unit("Barn- och utbildningsförvaltningen", "administration", top)
	anna := person("Anna Ek", "anna.ek@ekvalla.example", office)
	per := person("Per-Åke Hägg", "per-ake.hagg@ekvalla.example", care)
	sara := person("Sara Öberg", "sara.oberg@ekvalla.example", school)

	system := func(name string, unit, owner field.ID, state string, kr int64) field.ID {
		holders := []field.Holding{}
		if owner != "" {
			holders = append(holders, field.Holding{Person: owner})
		}
		id := add(portfolio.Kind, portfolio.Name.Field, name, portfolio.OwnerUnit.Field, unit, portfolio.SystemOwner.Field, holders, portfolio.Lifecycle.Field, state)
		add(economy.CostKind, economy.CostOwner.Field, id, economy.CostYear.Field, int64(2027), economy.CostType.Field, economy.Operations, economy.CostBudget.Field, money.FromKronor(kr))
		return id
	}
	system("Lönesystemet", office, anna, "maintained", 640_000)
	care1 := system("HemtjänstPlan", care, per, "maintained", 420_000)
	diary := system("Diariet W3", office, "", "phaseout", 275_000)
	system("Skolplattformen", school, sara, "developing", 1_180_000)

	phases := p.Model().Phases
	initiative := func(name string, unit field.ID, phase int, systems ...field.ID) {
		add(plan.Kind, plan.Name.Field, name, plan.Unit.Field, unit, plan.Phase.Field, phases[min(phase, len(phases)-1)].Key, plan.Systems.Field, systems,
			plan.Start.Field, date.Of(2027, 2, 1), plan.End.Field, date.Of(2027, 10, 31))
	}
	initiative("Byte av diariesystem", office, 1, diary)
	initiative("Journal i mobilen", care, 0, care1)
	return out
}
