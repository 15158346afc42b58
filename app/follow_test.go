package app_test

import (
	"context"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// pair is one portfolio that two programs have open.
func pair(t *testing.T) (mine, theirs *app.Portfolio, store *apptest.Store) {
	t.Helper()
	store = apptest.NewStore()
	mine = opened(t, store)
	if _, err := mine.Create(context.Background(), system.Kind, []app.Assignment{{Column: field.Column{Field: system.Name.Field}, Text: "Lönesystemet"}}); err != nil {
		t.Fatal(err)
	}
	return mine, opened(t, store.Another()), store
}

func opened(t *testing.T, s app.Store) *app.Portfolio {
	t.Helper()
	p, err := app.Open(context.Background(), app.Deps{Store: s, Who: "Anna Ek"})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func rename(p *app.Portfolio, f *field.Field, to string) error {
	_, err := p.SetText(context.Background(), p.All(system.Kind)[0].ID, field.Column{Field: f}, to)
	return err
}

func TestFollow(t *testing.T) {
	mine, theirs, _ := pair(t)
	var seen []app.Event
	mine.Subscribe(func(e app.Event) { seen = append(seen, e) })
	if changed, err := mine.Follow(context.Background()); changed || err != nil || len(seen) != 0 {
		t.Errorf("followed nothing: %v, %v, %d events", changed, err, len(seen))
	}
	if err := rename(theirs, system.LockIn.Field, "Visma"); err != nil {
		t.Fatal(err)
	}
	changed, err := mine.Follow(context.Background())
	r := mine.All(system.Kind)[0]
	if !changed || err != nil || system.LockIn.Get(r) != "Visma" {
		t.Errorf("followed: %v, %v, %q", changed, err, system.LockIn.Get(r))
	}
	if len(seen) != 1 || !seen[0].Touches(system.Kind) || !seen[0].Records[r.ID] || seen[0].Entry.Label == "" {
		t.Errorf("told %+v", seen)
	}
	if _, ok := mine.CanUndo(); !ok {
		t.Error("what was followed can't be undone")
	}
}

// TestLateChange: what was built on something older is tried against the newest,
// and saved if it still fits.
func TestLateChange(t *testing.T) {
	mine, theirs, _ := pair(t)
	if err := rename(theirs, system.LockIn.Field, "Visma"); err != nil {
		t.Fatal(err)
	}
	if err := rename(mine, system.Description.Field, "Löner"); err != nil {
		t.Errorf("another field: %v", err)
	}
	if r := mine.All(system.Kind)[0]; system.LockIn.Get(r) != "Visma" || system.Description.Get(r) != "Löner" {
		t.Errorf("%q, %q", system.LockIn.Get(r), system.Description.Get(r))
	}
	if err := rename(theirs, system.LockIn.Field, "Tieto"); fault.CodeOf(err) != "" {
		t.Errorf("theirs: %v", err)
	}
	if err := rename(mine, system.LockIn.Field, "CGI"); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("the same field: %v", err)
	}
	if r := mine.All(system.Kind)[0]; system.LockIn.Get(r) != "Tieto" {
		t.Errorf("the other's value is %q", system.LockIn.Get(r))
	}
}

func TestTakeOver(t *testing.T) {
	mine, theirs, store := pair(t)
	store.SetHolder("Bo")
	if !mine.Info().ReadOnly || mine.Holder() != "Bo" {
		t.Fatalf("info %+v", mine.Info())
	}
	if err := mine.TakeOver(context.Background()); fault.CodeOf(err) != fault.Locked {
		t.Errorf("took over what Bo has: %v", err)
	}
	if err := rename(theirs, system.LockIn.Field, "Visma"); err != nil {
		t.Fatal(err)
	}
	store.SetHolder("")
	if err := mine.TakeOver(context.Background()); err != nil || mine.Info().ReadOnly {
		t.Errorf("%v, %+v", err, mine.Info())
	}
	if got := system.LockIn.Get(mine.All(system.Kind)[0]); got != "Visma" {
		t.Errorf("took over without reading what was written: %q", got)
	}
}
