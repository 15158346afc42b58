// Package storetest says what any app.Store must do, as tests.
package storetest

import (
	"context"
	"maps"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// Run tests a store. open gives an empty one, reopen closes a store and opens
// what it kept. Both fail the test themselves; the suite closes what it opens.
func Run(t *testing.T, open func(t *testing.T) app.Store, reopen func(t *testing.T, s app.Store) app.Store) {
	for _, c := range []struct {
		name string
		test func(*suite)
	}{
		{"an empty store has nothing", (*suite).empty},
		{"every field comes back as it was", (*suite).roundTrip},
		{"changes of every field", (*suite).sets},
		{"the journal tells what was done", (*suite).journal},
		{"the journal by record, number and limit", (*suite).queries},
		{"everything can be undone and redone", (*suite).undo},
		{"a deleted record comes back whole", (*suite).deleted},
		{"sequences only rise", (*suite).sequences},
		{"records are in order", (*suite).order},
		{"an error changes nothing", (*suite).refusals},
		{"only what builds on the newest", (*suite).stale},
		{"a text can be erased from the journal", (*suite).erased},
		{"the journal since an entry", (*suite).since},
		{"the journal in brief", (*suite).brief},
		{"canceled", (*suite).canceled},
		{"many at once", (*suite).concurrent},
		{"closed", (*suite).closed},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &suite{T: t, ctx: context.Background(), store: open(t), reopen: reopen}
			defer func() { s.store.Close() }()
			c.test(s)
		})
	}
}

type suite struct {
	*testing.T
	ctx     context.Context
	store   app.Store
	reopen  func(*testing.T, app.Store) app.Store
	commits int
}

// commit writes an entry that must succeed.
func (s *suite) commit(changes ...field.Change) int64 {
	s.Helper()
	return s.commitEntry(app.Entry{Label: "Ändring", Changes: changes}, nil)
}

func (s *suite) commitEntry(e app.Entry, sequences map[string]int) int64 {
	s.Helper()
	s.commits++
	e.At, e.Who = Moment(s.commits), "Åsa Ek"
	done, err := s.store.Commit(s.ctx, e, s.newest(), sequences)
	if err != nil {
		s.Fatalf("commit: %v (%v)", err, cause(err))
	}
	return done.Number
}

func (s *suite) newest() int64 {
	s.Helper()
	n, err := s.store.Newest(s.ctx)
	if err != nil {
		s.Fatalf("newest: %v (%v)", err, cause(err))
	}
	return n
}

func (s *suite) again() {
	s.Helper()
	s.store = s.reopen(s.T, s.store)
}

func (s *suite) load() *app.Snapshot {
	s.Helper()
	snap, err := s.store.Load(s.ctx)
	if err != nil {
		s.Fatalf("load: %v (%v)", err, cause(err))
	}
	return snap
}

func (s *suite) query(q app.Query) []app.Entry {
	s.Helper()
	es, err := s.store.Journal(s.ctx, q)
	if err != nil {
		s.Fatalf("journal %+v: %v (%v)", q, err, cause(err))
	}
	return es
}

// holds checks that the store has exactly these records, before and after
// it is reopened.
func (s *suite) holds(want []*field.Record) {
	s.Helper()
	s.same(s.load().Records, want)
	s.again()
	s.same(s.load().Records, want)
}

func (s *suite) same(got, want []*field.Record) {
	s.Helper()
	if len(got) != len(want) {
		s.Errorf("%d records, want %d", len(got), len(want))
	}
	byID := map[field.ID]*field.Record{}
	for _, r := range got {
		byID[r.ID] = r
	}
	for _, w := range want {
		if g := byID[w.ID]; g == nil {
			s.Errorf("%s %s is missing", w.Kind.Name, w.ID)
		} else {
			s.sameRecord(g, w)
		}
	}
}

func (s *suite) sameRecord(g, w *field.Record) {
	s.Helper()
	if g.Kind != w.Kind || g.ID != w.ID || g.Ref != w.Ref || g.Created != w.Created || g.Changed != w.Changed {
		s.Errorf("record %s %s %q %s–%s, want %s %s %q %s–%s", g.Kind.Name, g.ID, g.Ref, g.Created, g.Changed, w.Kind.Name, w.ID, w.Ref, w.Created, w.Changed)
	}
	for _, f := range w.Kind.Stored() {
		if !field.Equal(g.Get(f), w.Get(f)) {
			s.Errorf("%s %s.%s is %#v, want %#v", g.ID, g.Kind.Name, f.Key, g.Get(f), w.Get(f))
		}
	}
	if !maps.Equal(g.FreeValues(), w.FreeValues()) {
		s.Errorf("%s has free values %q, want %q", g.ID, g.FreeValues(), w.FreeValues())
	}
}

// refused checks the code of an error.
func (s *suite) refused(err error, want fault.Code) {
	s.Helper()
	if fault.CodeOf(err) != want {
		s.Errorf("code %q (%v: %v), want %q", fault.CodeOf(err), err, cause(err), want)
	}
}

func cause(err error) error {
	if w, ok := err.(interface{ Unwrap() error }); ok {
		return w.Unwrap()
	}
	return nil
}
