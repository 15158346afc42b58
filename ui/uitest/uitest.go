// Package uitest is what tests of the window need: a small portfolio in
// memory, the made-up municipality, a window with pages, and pictures of it.
package uitest

import (
	"context"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/demo"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/settings"
	"itportfoljen/assets"
)

// Today is the day in every portfolio here, a Saturday.
var Today = apptest.Today

func deps() app.Deps { return apptest.Deps(apptest.NewStore()) }

func model() []byte { return assets.Must("models/danderyd.json") }

// Empty opens a portfolio with a name and a styrmodell and nothing else.
func Empty(t testing.TB) *app.Portfolio {
	t.Helper()
	return apptest.Begin(t, apptest.NewStore(), model())
}

// Open opens a small portfolio: four units, three persons, four systems with
// costs and two insatser.
func Open(t testing.TB) *app.Portfolio {
	t.Helper()
	p := Empty(t)
	apptest.Fill(t, p)
	return p
}

// OpenIn opens the small portfolio in a store that can be made to fail.
func OpenIn(t testing.TB, s *apptest.Store) *app.Portfolio {
	t.Helper()
	p := apptest.Begin(t, s, model())
	apptest.Fill(t, p)
	return p
}

// ReadOnly opens the small portfolio as a file that can't be changed.
func ReadOnly(t testing.TB) *app.Portfolio {
	t.Helper()
	s := apptest.NewStore()
	p := OpenIn(t, s)
	s.SetReadOnly(true)
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
