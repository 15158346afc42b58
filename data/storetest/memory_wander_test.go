package storetest_test

import (
	"context"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/data/storetest"
)

func TestWanderInMemory(t *testing.T) {
	store := apptest.NewStore()
	p := apptest.Begin(t, store, apptest.Model())
	w := storetest.NewWanderer(p, 5)
	if err := w.Wander(context.Background(), 8000); err != nil {
		t.Fatal(err)
	}
	storetest.Played(t, w)
}
