package storetest_test

import (
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/data/storetest"
)

// TestMemory holds the store that other tests use to what any store must do.
func TestMemory(t *testing.T) {
	storetest.Run(t,
		func(*testing.T) app.Store { return apptest.NewStore() },
		func(_ *testing.T, s app.Store) app.Store { return s.(*apptest.Store).Reopen() })
}

// TestMemorySessions: both may write at once.
func TestMemorySessions(t *testing.T) {
	storetest.Sessions(t, func(*testing.T) (a, b app.Store) {
		s := apptest.NewStore()
		return s, s.Another()
	}, nil)
}
