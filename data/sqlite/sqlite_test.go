package sqlite

import (
	"path/filepath"
	"testing"

	"itportfoljen/app"
	"itportfoljen/data/storetest"
)

var me = Options{Who: "anna@kommunhuset", Clock: storetest.Now}

func create(t testing.TB) *Store {
	t.Helper()
	return createAt(t, filepath.Join(t.TempDir(), "portfölj.itp"))
}

func createAt(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Create(t.Context(), path, me, nil)
	if err != nil {
		t.Fatalf("create: %v (%v)", err, cause(err))
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func open(t testing.TB, path string, o Options) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, o)
	if err != nil {
		t.Fatalf("open: %v (%v)", err, cause(err))
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func cause(err error) error {
	if w, ok := err.(interface{ Unwrap() error }); ok {
		return w.Unwrap()
	}
	return nil
}

func TestStore(t *testing.T) {
	storetest.Run(t,
		func(t *testing.T) app.Store { return create(t) },
		func(t *testing.T, s app.Store) app.Store {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			return open(t, s.Info().Path, me)
		})
}

// TestSessions: the right to write passes from one to the other.
func TestSessions(t *testing.T) {
	storetest.Sessions(t, func(t *testing.T) (a, b app.Store) {
		s := create(t)
		return s, open(t, s.Info().Path, me)
	}, func(t *testing.T, s app.Store) {
		one := s.(*Store)
		one.life.Lock()
		defer one.life.Unlock()
		one.options.Access = app.ToRead
		if err := one.reopen(t.Context()); err != nil {
			t.Fatal(err, cause(err))
		}
	})
}
