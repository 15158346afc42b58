package app_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

func TestHistoryOfAThingHasItsParts(t *testing.T) {
	ctx := context.Background()
	p := apptest.Open(t)
	s := p.Named(system.Kind, "Lönesystemet")[0]
	row := apptest.Add(t, p, economy.CostKind, economy.CostOwner, s.ID, economy.CostYear, int64(2028), economy.CostType, economy.Operations)
	apptest.Put(t, p, row.ID, economy.CostComment, "gissat")
	if _, err := p.Delete(ctx, []field.ID{row.ID}); err != nil {
		t.Fatal(err)
	}
	es, err := p.Journal(ctx, app.Query{Record: s.ID})
	if err != nil || len(es) != 4 {
		t.Fatalf("%d entries: %v", len(es), err)
	}
	for i, op := range []field.Op{field.Delete, field.Set, field.Create} {
		if cs := es[i].Changes; len(cs) != 1 || cs[0].Op != op || cs[0].ID != row.ID || cs[0].Owner != s.ID {
			t.Errorf("entry %d has %+v", i, cs)
		}
	}
	if other := p.Named(system.Kind, "Skolplattformen")[0]; func() int { es, _ := p.Journal(ctx, app.Query{Record: other.ID}); return len(es) }() != 1 {
		t.Error("another's parts are in its history")
	}
}

func TestAsItWas(t *testing.T) {
	ctx := context.Background()
	p := apptest.Open(t)
	was := p.Seal()
	before, _ := p.Journal(ctx, app.Query{Limit: 1})
	s := p.Named(system.Kind, "Lönesystemet")[0]
	apptest.Put(t, p, s.ID, system.Name, "Lön och HR")
	if _, err := p.Delete(ctx, []field.ID{p.Named(system.Kind, "Skolplattformen")[0].ID}); err != nil {
		t.Fatal(err)
	}
	old, err := p.At(ctx, before[0].Number)
	if err != nil {
		t.Fatal(err)
	}
	if len(old.All(system.Kind)) != 4 || len(old.Named(system.Kind, "Lönesystemet")) != 1 || len(old.Named(system.Kind, "Lön och HR")) != 0 || old.Seal() != was {
		t.Errorf("then there were %d systems, and the seal was %s", len(old.All(system.Kind)), old.Seal())
	}
	if unchanged := p.Named(system.Kind, "HemtjänstPlan")[0]; old.Get(unchanged.ID) != unchanged {
		t.Error("what hasn't changed isn't shared")
	}
	if es, err := old.Journal(ctx, app.Query{}); err != nil || es[0].Number != before[0].Number {
		t.Errorf("its journal ends with %d: %v", es[0].Number, err)
	}
	if _, err := old.Set(ctx, s.ID, field.Column{Field: system.Name.Field}, "X"); fault.CodeOf(err) != fault.ReadOnly {
		t.Errorf("the past can be changed: %v", err)
	}
	if _, err := p.At(ctx, 99); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("there is an entry 99: %v", err)
	}
	if old.Identity() != p.Identity() || old.Mark().String() == p.Mark().String() {
		t.Errorf("the marks are %s and %s", old.Mark(), p.Mark())
	}
}

// TestOnlyOnesOwn: Ctrl+Z never takes what another has done.
func TestOnlyOnesOwn(t *testing.T) {
	ctx := context.Background()
	store := apptest.NewStore()
	p := apptest.OpenIn(t, store)
	s := p.Named(system.Kind, "Lönesystemet")[0]
	apptest.Put(t, p, s.ID, system.Description, "Löner")
	d := apptest.Deps(store.Another())
	d.Who = "Bo Ås"
	bo, err := app.Open(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	if label, ok := bo.CanUndo(); ok {
		t.Errorf("Bo can undo %s", label)
	}
	if _, err := bo.Undo(ctx); fault.CodeOf(err) != fault.NotFound || !strings.Contains(err.Error(), "Anna Ek") {
		t.Errorf("Bo is told %v", err)
	}
	es, _ := bo.Journal(ctx, app.Query{Limit: 1})
	if _, err := bo.TakeBack(ctx, es[0].Number); err != nil { // but when asked
		t.Error(err)
	}
	if _, err := p.Follow(ctx); err != nil {
		t.Fatal(err)
	}
	if label, _ := p.CanUndo(); label != "Prov" { // hers is undone: what comes before is next
		t.Errorf("Anna can undo %q", label)
	}
	if _, ok := p.CanRedo(); ok {
		t.Error("Anna can redo what Bo undid")
	}
	if label, ok := bo.CanUndo(); ok {
		t.Errorf("Bo can undo %s", label)
	}
	if label, ok := bo.CanRedo(); !ok || label != "Beskrivning för Lönesystemet" {
		t.Errorf("Bo can redo %q", label)
	}
}

// TestTheProgramsOwnIsSilentInUndo: Ctrl+Z passes by what only the program's own
// kinds were changed by, as well after a restart. Who was told of it takes it back,
// and so does anyone who asks for it by number.
func TestTheProgramsOwnIsSilentInUndo(t *testing.T) {
	ctx := context.Background()
	store := apptest.NewStore()
	p := apptest.OpenIn(t, store)
	s := p.Named(system.Kind, "Lönesystemet")[0]
	const work = "Beskrivning för Lönesystemet"
	next := func(p *app.Portfolio, want, redo string) {
		t.Helper()
		if label, _ := p.CanUndo(); label != want {
			t.Errorf("can undo %q, not %q", label, want)
		}
		if label, _ := p.CanRedo(); label != redo {
			t.Errorf("can redo %q, not %q", label, redo)
		}
	}
	for _, name := range []string{"Söderby kommun", "Ekvalla stad"} {
		apptest.Put(t, p, s.ID, system.Description, name)
		apptest.Put(t, p, settings.ID, settings.Name, name)
	}
	next(p, work, "")
	named := func(want string) {
		t.Helper()
		if got := p.Municipality(); got != want {
			t.Errorf("the municipality is %q, not %q", got, want)
		}
	}
	es, _ := p.Journal(ctx, app.Query{Limit: 1})
	n := es[0].Number
	if !p.IsNext(n, true) || p.IsNext(n, false) || p.IsNext(n-2, true) {
		t.Error("who was just told of it can't take it back")
	}
	e, err := p.Reverse(ctx, n, true)
	if err != nil || !p.IsNext(e.Number, false) || p.IsNext(e.Number, true) {
		t.Errorf("%v, or it can't be brought back", err)
	}
	named("Söderby kommun")
	next(p, work, "")
	if _, err := p.Reverse(ctx, n, true); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("taken back twice: %v", err)
	}
	if _, err := p.Reverse(ctx, e.Number, false); err != nil {
		t.Error(err)
	}
	named("Ekvalla stad")
	if _, err := p.Undo(ctx); err != nil {
		t.Error(err)
	}
	if got := system.Description.Get(p.Get(s.ID)); got != "Söderby kommun" {
		t.Errorf("undo left %q", got)
	}
	named("Ekvalla stad")
	apptest.Put(t, p, settings.ID, settings.Name, "Ekvalla kommun")
	next(p, work, work) // what is silent doesn't end what can be redone
	p, err = app.Open(ctx, apptest.Deps(store.Reopen()))
	if err != nil {
		t.Fatal(err)
	}
	next(p, work, work)
	if _, err := p.Undo(ctx); err != nil {
		t.Error(err)
	}
	next(p, "Prov", work)
	named("Ekvalla kommun")
	if _, err := p.TakeBack(ctx, n); fault.CodeOf(err) != fault.Conflict { // changed since
		t.Error(err)
	}
}

// TestUndoSaysWhenThereIsNothingToDo: what another has already done isn't written
// again.
func TestUndoSaysWhenThereIsNothingToDo(t *testing.T) {
	ctx := context.Background()
	store := apptest.NewStore()
	p := apptest.OpenIn(t, store)
	s := p.Named(system.Kind, "Lönesystemet")[0]
	apptest.Put(t, p, s.ID, system.Description, "Löner")
	d := apptest.Deps(store.Another())
	d.Who = "Bo Ås"
	bo, err := app.Open(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	apptest.Put(t, bo, s.ID, system.Description, nil)
	if _, err := p.Follow(ctx); err != nil {
		t.Fatal(err)
	}
	if label, _ := p.CanUndo(); label != "Prov" {
		t.Errorf("Anna can undo %q", label)
	}
}
