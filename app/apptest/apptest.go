// Package apptest is what tests of anything that uses a portfolio need: a
// store in memory, a small municipality with a clock that tells the same time
// in every run, and the making of more records.
package apptest

import (
	"context"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// Today is the day in every portfolio here, a Saturday; its plan year is 2027.
var Today = date.Of(2026, 11, 21)

// Clock is when the first opening begins; every entry is a second later and
// every reopening a day.
var Clock = time.Date(2026, 11, 21, 9, 41, 0, 0, time.UTC)

// Deps are those of a portfolio in s: Anna Ek's, with the same times and
// identities in every run. Today and the rest may be replaced.
func Deps(s *Store) app.Deps {
	s.kept.mu.Lock()
	defer s.kept.mu.Unlock()
	now := Clock.AddDate(0, 0, s.openings-1)
	return app.Deps{
		Store: s, Who: "Anna Ek",
		Now:   func() time.Time { now = now.Add(time.Second); return now },
		Today: func() date.Date { return Today },
		NewID: app.SeededUUIDs(now, uint64(s.openings)),
	}
}

// Model is a small styrmodell with a phase of every stage, two portföljer and
// a forum.
func Model() []byte { return []byte(model) }

// Phases are the phases' keys in Model, by their stage.
var Phases = map[governance.Stage]string{
	governance.Idea: "idea", governance.Prepared: "proposal", governance.Waiting: "decision", governance.Planned: "planned",
	governance.Running: "execution", governance.Done: "benefits", governance.Closed: "closed", governance.Aside: "rejected",
}

const model = `{
  "id": "liten", "name": "Liten modell", "description": "En liten modell för prov.", "source": "prov",
  "phases": [
    {"key": "idea", "label": "Idé", "stage": "idea", "board": true},
    {"key": "proposal", "label": "Förslag", "stage": "prepared", "board": true, "forum": "it"},
    {"key": "decision", "label": "Beslut", "stage": "waiting", "board": true},
    {"key": "planned", "label": "Planerad", "stage": "planned", "board": true},
    {"key": "execution", "label": "Genomförande", "stage": "running", "board": true, "synonyms": ["pågår"]},
    {"key": "benefits", "label": "Effekthemtagning", "stage": "done", "board": true},
    {"key": "closed", "label": "Stängd", "stage": "closed"},
    {"key": "rejected", "label": "Avslagen", "stage": "aside"}
  ],
  "portfolios": [{"key": "core", "label": "Kärna"}, {"key": "citizen", "label": "Invånare"}],
  "categories": [{"key": "basic", "label": "Grundläggande"}],
  "classes": [{"key": "routine", "label": "Rutin"}, {"key": "major", "label": "Större"}],
  "forums": [{"key": "it", "label": "IT-forum"}]
}`

// Empty opens a portfolio with a name and Model and nothing else.
func Empty(t testing.TB) *app.Portfolio {
	t.Helper()
	return Begin(t, NewStore(), Model())
}

// Open opens a portfolio with Records in it.
func Open(t testing.TB) *app.Portfolio {
	t.Helper()
	return OpenIn(t, NewStore())
}

// OpenIn opens the same in a store that the test holds.
func OpenIn(t testing.TB, s *Store) *app.Portfolio {
	t.Helper()
	p := Begin(t, s, Model())
	Fill(t, p)
	return p
}

// Begin makes an empty portfolio in an empty store.
func Begin(t testing.TB, s *Store, model []byte) *app.Portfolio {
	t.Helper()
	p, err := app.Begin(context.Background(), Deps(s), app.Beginning{Municipality: "Ekvalla kommun", Model: model})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Again closes the store and opens what it kept.
func Again(t testing.TB, s *Store) *app.Portfolio {
	t.Helper()
	p, err := app.Open(context.Background(), Deps(s.Reopen()))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Fill puts Records in the portfolio as one entry.
func Fill(t testing.TB, p *app.Portfolio) {
	t.Helper()
	if _, err := p.CreateAll(context.Background(), "Prov", Records(p)); err != nil {
		t.Fatal(err)
	}
}

// Add makes a record of k as an entry of its own. The puts are fields and
// values in turn, also of fields that are kept elsewhere.
func Add(t testing.TB, p *app.Portfolio, k *field.Kind, puts ...any) *field.Record {
	t.Helper()
	r := Record(p, k, puts...)
	_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
		if err := tx.Create(r); err != nil {
			return "", err
		}
		for i := 0; i < len(puts); i += 2 {
			if f := fieldOf(puts[i]); !f.Kept() {
				if err := tx.Assign(r.ID, field.Column{Field: f}, puts[i+1]); err != nil {
					return "", err
				}
			}
		}
		return "Prov", nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return p.Get(r.ID)
}

// Supplier gives the supplier of a name, made if there is none.
func Supplier(t testing.TB, p *app.Portfolio, name string) field.ID {
	t.Helper()
	if found := p.Named(agreement.SupplierKind, name); len(found) > 0 {
		return found[0].ID
	}
	return Add(t, p, agreement.SupplierKind, agreement.SupplierName, name).ID
}

// Put sets fields of a record. The puts are fields and values in turn.
func Put(t testing.TB, p *app.Portfolio, id field.ID, puts ...any) *field.Record {
	t.Helper()
	for i := 0; i < len(puts); i += 2 {
		if _, err := p.Set(context.Background(), id, field.Column{Field: fieldOf(puts[i])}, puts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	return p.Get(id)
}
