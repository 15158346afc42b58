package storetest

import (
	"context"
	"strings"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// Sessions tests that two may have the same portfolio open, each with its own
// memory. open gives two stores of one portfolio that has nothing in it; yield makes
// a store give up the right to write, where only one may have it.
func Sessions(t *testing.T, open func(t *testing.T) (a, b app.Store), yield func(t *testing.T, s app.Store)) {
	for _, c := range []struct {
		name string
		test func(*pair)
	}{
		{"different fields are both live", (*pair).differentFields},
		{"of the same field one is told", (*pair).sameField},
		{"different elements of a list are both live", (*pair).listElements},
		{"both order a successor", (*pair).successors},
		{"a number is taken once", (*pair).numbers},
		{"what another removed is told", (*pair).removed},
		{"each takes back its own", (*pair).undo},
		{"who looks on is told", (*pair).watched},
		{"both come to the same", (*pair).together},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := open(t)
			p := &pair{T: t, ctx: context.Background(), yield: yield, stores: map[*app.Portfolio]app.Store{}}
			if _, err := app.Begin(p.ctx, app.Deps{Store: a, Who: "Anna Ek"}, app.Beginning{Municipality: "Ekvalla kommun", Model: apptest.Model()}); err != nil {
				t.Fatal(err, cause(err))
			}
			p.anna, p.bo = p.session(a, "Anna Ek", 1), p.session(b, "Bo Ås", 2)
			p.create(p.anna, apptest.Records(p.anna)...)
			p.follows(p.bo)
			c.test(p)
			p.follows(p.anna)
			p.follows(p.bo)
			p.alike()
		})
	}
}

type pair struct {
	*testing.T
	ctx      context.Context
	yield    func(*testing.T, app.Store)
	anna, bo *app.Portfolio
	stores   map[*app.Portfolio]app.Store
}

// turn lets one of them write.
func (p *pair) turn(by *app.Portfolio) {
	p.Helper()
	if !by.Info().ReadOnly {
		return
	}
	for other, s := range p.stores {
		if other != by {
			p.yield(p.T, s)
		}
	}
	if err := by.TakeOver(p.ctx); err != nil {
		p.Fatal(err, cause(err))
	}
}

func (p *pair) session(s app.Store, who string, n int) *app.Portfolio {
	p.Helper()
	now := Moment(1000 * n)
	out, err := app.Open(p.ctx, app.Deps{Store: s, Who: who, NewID: app.SeededUUIDs(now, uint64(n)), Now: func() time.Time { now = now.Add(time.Second); return now }})
	if err != nil {
		p.Fatal(err, cause(err))
	}
	p.stores[out] = s
	return out
}

func (p *pair) create(by *app.Portfolio, records ...*field.Record) {
	p.Helper()
	p.turn(by)
	if _, err := by.CreateAll(p.ctx, "Tillagt", records); err != nil {
		p.Fatal(err, cause(err))
	}
}

// follows takes in what the other has done.
func (p *pair) follows(by *app.Portfolio) {
	p.Helper()
	if _, err := by.Follow(p.ctx); err != nil {
		p.Fatal(err, cause(err))
	}
}

// alike holds that both have the same in memory, and that the journal gives it.
func (p *pair) alike() {
	p.Helper()
	a, b := All(p.anna), All(p.bo)
	if len(a) != len(b) {
		p.Fatalf("one has %d records and the other %d", len(a), len(b))
	}
	for id, r := range a {
		if o := b[id]; o == nil || !o.Same(r) {
			p.Errorf("one has %+v and the other %+v", r, o)
		}
	}
	if p.anna.Seal() != p.bo.Seal() || p.anna.Identity() != p.bo.Identity() || p.anna.Identity() == "" {
		p.Errorf("the seals are %s and %s, the identities %s and %s", p.anna.Seal(), p.bo.Seal(), p.anna.Identity(), p.bo.Identity())
	}
	for _, one := range []*app.Portfolio{p.anna, p.bo} {
		if err := one.Check(p.ctx); err != nil {
			p.Error(err, cause(err))
		}
	}
}

// named finds a record by its name.
func (p *pair) named(k *field.Kind, name string) *field.Record {
	p.Helper()
	found := p.anna.Named(k, name)
	if len(found) != 1 {
		p.Fatalf("%d are called %s", len(found), name)
	}
	return found[0]
}

// change is what someone made of a field as it was when they saw it.
func change(r *field.Record, f *field.Field, v field.Value) []field.Change {
	return []field.Change{{Op: field.Set, Kind: r.Kind, ID: r.ID, Field: f, Before: r.Get(f), After: v}}
}

// apply writes what was made on the ground of what was seen then.
func (p *pair) apply(by *app.Portfolio, cs []field.Change) (app.Entry, error) {
	p.Helper()
	p.turn(by)
	return by.Apply(p.ctx, "Ändrat", cs)
}

func (p *pair) must(by *app.Portfolio, cs []field.Change) app.Entry {
	p.Helper()
	e, err := p.apply(by, cs)
	if err != nil {
		p.Fatal(err, cause(err))
	}
	return e
}

func (p *pair) differentFields() {
	r := p.named(system.Kind, "Lönesystemet")
	lockIn, about := system.Kind.Field("lock_in"), system.Kind.Field("description")
	p.must(p.anna, change(r, lockIn, "Visma"))
	p.must(p.bo, change(r, about, "Löner"))
	if now := p.bo.Get(r.ID); now.Get(lockIn) != "Visma" || now.Get(about) != "Löner" {
		p.Errorf("there is %v from %v", now.Get(about), now.Get(lockIn))
	}
}

func (p *pair) sameField() {
	r := p.named(system.Kind, "Lönesystemet")
	lockIn := system.Kind.Field("lock_in")
	p.must(p.anna, change(r, lockIn, "Visma"))
	_, err := p.apply(p.bo, change(r, lockIn, "Personec"))
	if fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "”Visma”") {
		p.Errorf("the second is told %v", err)
	}
	if p.bo.Get(r.ID).Get(lockIn) != "Visma" {
		p.Error("the first is written over")
	}
}

func (p *pair) listElements() {
	r := p.named(plan.Kind, "Byte av diariesystem")
	one, two := p.named(system.Kind, "Lönesystemet").ID, p.named(system.Kind, "Skolplattformen").ID
	had, _ := r.Get(plan.Systems.Field).([]field.ID)
	with := func(id field.ID) []field.ID { return append(append([]field.ID(nil), had...), id) }
	p.must(p.anna, change(r, plan.Systems.Field, with(one)))
	p.must(p.bo, change(r, plan.Systems.Field, with(two)))
	if e := p.must(p.bo, change(r, plan.Systems.Field, with(one))); e.Number != 0 {
		p.Errorf("a link that is there was written again in %d", e.Number)
	}
	if got, _ := p.bo.Get(r.ID).Get(plan.Systems.Field).([]field.ID); len(got) != len(had)+2 {
		p.Errorf("the links are %v", got)
	}
	if _, err := p.bo.Undo(p.ctx); err != nil { // takes out its own and leaves the other's
		p.Error(err)
	}
	if got, _ := p.bo.Get(r.ID).Get(plan.Systems.Field).([]field.ID); len(got) != len(had)+1 || got[len(got)-1] != one {
		p.Errorf("after undo the links are %v", got)
	}
}

func (p *pair) successors() {
	r := p.named(system.Kind, "HemtjänstPlan")
	f := system.SystemOwner.Field
	now, _ := r.Get(f).([]field.Holding)
	day := p.anna.Today()
	next := func(name string) []field.Holding {
		return field.Succeed(now, []field.ID{p.named(org.PersonKind, name).ID}, day)
	}
	p.must(p.anna, change(r, f, next("Anna Ek")))
	p.must(p.bo, change(r, f, next("Sara Öberg")))
	got, _ := p.bo.Get(r.ID).Get(f).([]field.Holding)
	if len(field.Holders(got, day)) != 2 || len(got) != 3 {
		p.Errorf("the holdings are %v", got)
	}
}

func (p *pair) numbers() {
	p.create(p.anna, apptest.Record(p.anna, system.Kind, system.Name, "Ett"))
	p.create(p.bo, apptest.Record(p.bo, system.Kind, system.Name, "Två"))
	one, two := p.bo.Named(system.Kind, "Ett"), p.bo.Named(system.Kind, "Två")
	if len(one) != 1 || len(two) != 1 || one[0].Ref == two[0].Ref {
		p.Errorf("the references are %v and %v", one, two)
	}
}

func (p *pair) removed() {
	r := p.named(system.Kind, "Skolplattformen")
	p.turn(p.anna)
	if _, err := p.anna.Delete(p.ctx, []field.ID{r.ID}); err != nil {
		p.Fatal(err, cause(err))
	}
	if _, err := p.apply(p.bo, change(r, system.Kind.Field("lock_in"), "Visma")); fault.CodeOf(err) != fault.NotFound {
		p.Errorf("the second is told %v", err)
	}
	p.create(p.bo, apptest.Record(p.bo, system.Kind, system.Name, "Nyplattformen"))
	if got := p.bo.Named(system.Kind, "Nyplattformen"); len(got) != 1 || got[0].Ref <= r.Ref {
		p.Errorf("the number of what was removed is used again: %v", got)
	}
}

func (p *pair) watched() {
	r := p.named(system.Kind, "Lönesystemet")
	p.turn(p.anna)
	told := make(chan error, 1)
	go func() { told <- p.bo.Watch(p.ctx, p.bo.Holder()) }()
	p.must(p.anna, change(r, system.Kind.Field("lock_in"), "Visma"))
	select {
	case err := <-told:
		if err != nil {
			p.Error(err, cause(err))
		}
	case <-time.After(30 * time.Second):
		p.Fatal("nothing was told")
	}
	p.follows(p.bo)
	if got := p.bo.Get(r.ID).Get(system.Kind.Field("lock_in")); got != "Visma" {
		p.Errorf("who looks on has %v", got)
	}
	ctx, stop := context.WithCancel(p.ctx)
	stop()
	if err := p.bo.Watch(ctx, p.bo.Holder()); fault.CodeOf(err) != fault.Canceled {
		p.Errorf("who no longer looks is told %v", err)
	}
}

func (p *pair) undo() {
	r := p.named(system.Kind, "Lönesystemet")
	lockIn, about := system.Kind.Field("lock_in"), system.Kind.Field("description")
	p.must(p.anna, change(r, about, "Löner"))
	first := p.must(p.anna, change(r, lockIn, "Visma"))
	p.follows(p.bo)
	p.must(p.bo, change(p.bo.Get(r.ID), lockIn, "Personec"))
	p.turn(p.anna)
	if label, ok := p.anna.CanUndo(); !ok || label != "Ändrat" {
		p.Errorf("can undo %q %v", label, ok)
	}
	if _, err := p.anna.TakeBack(p.ctx, first.Number); fault.CodeOf(err) != fault.Conflict {
		p.Errorf("what another has changed since was taken back: %v", err)
	}
	e, err := p.anna.Undo(p.ctx)
	if now := p.anna.Get(r.ID); err != nil || now.Get(about) != nil || now.Get(lockIn) != "Personec" {
		p.Errorf("%v: undo of %d left %v from %v", err, e.Undoes, now.Get(about), now.Get(lockIn))
	}
	if _, err := p.anna.Redo(p.ctx); err != nil || p.anna.Get(r.ID).Get(about) != "Löner" {
		p.Errorf("redo: %v", err)
	}
}

// together: both change what the other doesn't, in turn.
func (p *pair) together() {
	for i, r := range p.anna.All(system.Kind) {
		by, f := p.anna, system.Kind.Field("lock_in")
		if i%2 == 1 {
			by, f = p.bo, system.Kind.Field("description")
		}
		p.must(by, change(r, f, "Ny"))
	}
}
