package sqlite

import (
	"context"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/data/storetest"
)

// wandering opens a portfolio as one session of Anna's.
func wandering(t *testing.T, s app.Store, seed uint64, w *storetest.Wanderer) *storetest.Wanderer {
	t.Helper()
	now := storetest.Moment(int(seed))
	d := app.Deps{Store: s, Who: "Anna Ek", NewID: app.SeededUUIDs(now, seed), Now: func() time.Time { now = now.Add(time.Second); return now }}
	p, err := app.Open(t.Context(), d)
	if err != nil {
		t.Fatal(err, cause(err))
	}
	next := storetest.NewWanderer(p, seed)
	if w != nil {
		next.Moments, next.Done = w.Moments, w.Done
	}
	return next
}

// TestReplay: 20,000 operations, a migration that changes what people have written
// among them, and the journal gives what the tables hold, now and at any moment that
// can be counted back to: those before the migration only until it is made.
func TestReplay(t *testing.T) {
	steps := 20_000
	if testing.Short() || underRace { // the same operations are run without it
		steps = 2_000
	}
	path := filepath.Join(t.TempDir(), "vandring.itp")
	var w *storetest.Wanderer
	fill := func(s app.Store) error {
		if _, err := app.Begin(t.Context(), app.Deps{Store: s, Who: "Anna Ek"}, app.Beginning{Municipality: "Ekvalla kommun", Model: apptest.Model()}); err != nil {
			return err
		}
		w = wandering(t, s, 1, nil)
		w.Done++ // the beginning
		if err := w.Wander(context.Background(), steps*9/10); err != nil {
			return err
		}
		storetest.Played(t, w)
		return nil
	}
	s, err := Create(t.Context(), path, me, fill)
	if err != nil {
		t.Fatal(err, cause(err))
	}
	s.Close()

	o := me
	o.migrations = append(migrations[:len(migrations):len(migrations)], migration{number: len(migrations) + 1, name: "koder med stora bokstäver",
		script: `UPDATE unit SET code = 'M' || code WHERE code IS NOT NULL; DELETE FROM frame WHERE year < 2000; ALTER TABLE unit ADD COLUMN shoe_size TEXT`})
	coded := 0
	for _, r := range w.All() {
		if r.Kind.Name == "unit" && r.Get(r.Kind.Field("code")) != nil {
			coded++
		}
	}
	o.Clock = func() time.Time { return storetest.Moment(100_000) }
	s = open(t, path, o)
	w = wandering(t, s, 200_000, w)
	newest, err := w.P.Journal(t.Context(), app.Query{Limit: 1})
	if err != nil || len(newest) != 1 || newest[0].Origin != app.OriginMigration || len(newest[0].Changes) < coded {
		t.Fatalf("the migration's entry is %+v (%v), want %d changes", newest, err, coded)
	}
	w.Done++
	if _, err := w.P.TakeBack(t.Context(), newest[0].Number); err == nil {
		t.Error("a migration can be undone")
	}
	for number := range w.Moments {
		if _, err := w.P.At(t.Context(), number); fault.CodeOf(err) != fault.NotFound {
			t.Errorf("what stood after %d, before the migration, is counted back to: %v", number, err)
		}
	}
	clear(w.Moments)
	if err := w.Wander(t.Context(), steps/10); err != nil {
		t.Fatal(err, cause(err))
	}
	storetest.Played(t, w)
	if n := largestBlock(t, s); n > 1<<20 {
		t.Errorf("a block of %d bytes", n)
	}
}

func largestBlock(t *testing.T, s *Store) (n int64) {
	t.Helper()
	err := s.readers.with(t.Context(), func(c *conn) (err error) {
		n, err = c.number(t.Context(), "SELECT max(length(data)) FROM block")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestOneBadEntrySpoilsOnlyItself: the file opens though what could be undone first
// can't be read, and what came before is next.
func TestOneBadEntrySpoilsOnlyItself(t *testing.T) {
	s := create(t)
	who := []string{"Anna Ek", "Anna Ek", "Anna Ek", "Bo Ås"}
	for i, w := range who {
		e := app.Entry{At: storetest.Moment(i), Who: w, Label: "Tillagt " + strconv.Itoa(i), Changes: []field.Change{unit("u" + strconv.Itoa(i))}}
		if _, err := s.Commit(t.Context(), e, last(s), nil); err != nil {
			t.Fatal(err, cause(err))
		}
	}
	if err := s.writer.run(t.Context(), "UPDATE block SET data = x'72' WHERE entry = 3"); err != nil {
		t.Fatal(err)
	}
	p, err := app.Open(t.Context(), app.Deps{Store: s, Who: "Anna Ek"})
	if err != nil {
		t.Fatal(err, cause(err))
	}
	if label, ok := p.CanUndo(); !ok || label != "Tillagt 1" {
		t.Errorf("next to undo is %q", label)
	}
	if err := p.Check(t.Context()); err == nil {
		t.Error("it is said to be whole")
	}
}

// TestPlayedIsNotTheTables: a table that another hand has written, sums and all, is
// told of by the journal.
func TestPlayedIsNotTheTables(t *testing.T) {
	s := create(t)
	r := field.NewRecord(unit("u").Kind, "u").Put(unit("u").Kind.Title(), "Skola")
	if _, err := s.Commit(t.Context(), app.Entry{At: storetest.Moment(1), Changes: storetest.Creates([]*field.Record{r})}, 0, nil); err != nil {
		t.Fatal(err)
	}
	c := s.writer
	if err := c.run(t.Context(), "UPDATE unit SET name = 'Vård'"); err != nil {
		t.Fatal(err)
	}
	if err := c.transaction("BEGIN IMMEDIATE", func() error { return resum(t.Context(), c, s.tables) }); err != nil {
		t.Fatal(err)
	}
	p, err := app.Open(t.Context(), app.Deps{Store: s, Who: "Anna Ek"})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Check(t.Context()); err == nil {
		t.Error("what the journal doesn't give is said to be whole")
	}
}
