package app_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

var ctx = context.Background()

// named finds the only record of a kind with a name.
func named(t testing.TB, p *app.Portfolio, k *field.Kind, name string) *field.Record {
	t.Helper()
	found := p.Named(k, name)
	if len(found) != 1 {
		t.Fatalf("%d %s are called %s", len(found), k.Many, name)
	}
	return found[0]
}

// content is all that a portfolio holds, written so that it can be compared.
// When things were changed is left out: undoing is a change too.
func content(p *app.Portfolio) []string {
	var out []string
	for _, k := range app.Kinds {
		for _, r := range p.All(k) {
			var b strings.Builder
			fmt.Fprintf(&b, "%s %s %s %s", k.Name, r.ID, r.Ref, r.Created)
			for _, f := range k.Stored() {
				if v := r.Get(f); v != nil {
					fmt.Fprintf(&b, " %s=%s", f.Key, field.Encode(v))
				}
			}
			fmt.Fprint(&b, r.FreeValues())
			out = append(out, b.String())
		}
	}
	return out
}

func same(t *testing.T, when string, got, want []string) {
	t.Helper()
	for _, line := range got {
		if !slices.Contains(want, line) {
			t.Errorf("%s: has %s", when, line)
		}
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("%s: lacks %s", when, line)
		}
	}
	if !t.Failed() && !slices.Equal(got, want) {
		t.Errorf("%s: the order differs", when)
	}
}

func refused(t *testing.T, what string, err error, want fault.Code) {
	t.Helper()
	if fault.CodeOf(err) != want {
		t.Errorf("%s: code %q (%v), want %q", what, fault.CodeOf(err), err, want)
	}
	if err != nil && !strings.HasSuffix(err.Error(), ".") && !strings.HasSuffix(err.Error(), "?") {
		t.Errorf("%s: %q is no sentence", what, err)
	}
}

func TestReferencesAreNeverUsedAgain(t *testing.T) {
	store := apptest.NewStore()
	p := apptest.OpenIn(t, store)
	add := func(name string) string {
		r, err := p.Create(ctx, system.Kind, []app.Assignment{{Column: field.Column{Field: system.Name.Field}, Text: name}})
		if err != nil {
			t.Fatal(err)
		}
		return r.Ref
	}
	if got := add("A"); got != "SYS-0005" {
		t.Fatalf("the fifth system is %s", got)
	}
	if _, err := p.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := add("B"); got != "SYS-0006" {
		t.Errorf("after an undone creation: %s", got)
	}
	if _, err := p.Delete(ctx, []field.ID{p.ByRef("SYS-0006").ID}); err != nil {
		t.Fatal(err)
	}
	if p.ByRef("SYS-0006") != nil {
		t.Error("what is removed is found by its reference")
	}
	p = apptest.Again(t, store)
	if got := add("C"); got != "SYS-0007" {
		t.Errorf("after a removal and reopening: %s", got)
	}
	apptest.Add(t, p, system.Kind, system.Name, "D") // one more by a set of records
	r := apptest.Record(p, system.Kind, system.Name, "Med nummer")
	r.Ref = "SYS-0100"
	if _, err := p.CreateAll(ctx, "Prov", []*field.Record{r}); err != nil {
		t.Fatal(err)
	}
	if got := add("E"); got != "SYS-0101" {
		t.Errorf("after SYS-0100 was given: %s", got)
	}
	twice := apptest.Record(p, system.Kind, system.Name, "Igen")
	twice.Ref = "SYS-0100"
	_, err := p.CreateAll(ctx, "Prov", []*field.Record{twice})
	refused(t, "a reference twice", err, fault.Conflict)
}

func TestAFailedWriteLeavesNothing(t *testing.T) {
	store := apptest.NewStore()
	p := apptest.OpenIn(t, store)
	before, version := content(p), p.Version()
	r := apptest.Record(p, system.Kind, system.Name, "Försök")
	full := fault.Wrap(fault.DiskFull, "Disken är full. Inget har ändrats.", errors.New("full"))
	store.FailWith(full)
	_, err := p.CreateAll(ctx, "Försök", []*field.Record{r})
	refused(t, "a full disk", err, fault.DiskFull)
	same(t, "after it", content(p), before)
	if r.Ref != "" || p.Version() != version {
		t.Errorf("left reference %q, version %d", r.Ref, p.Version())
	}
	store.FailWith(nil)
	other := apptest.Add(t, p, system.Kind, system.Name, "Emellan")
	if _, err := p.CreateAll(ctx, "Försök igen", []*field.Record{r}); err != nil {
		t.Fatal(err)
	}
	if got := p.Get(r.ID).Ref; got == other.Ref || got != "SYS-0006" {
		t.Errorf("the second try got %s beside %s", got, other.Ref)
	}
	store.SetReadOnly(true)
	_, err = p.Undo(ctx)
	refused(t, "undo in a file that can't be written", err, fault.ReadOnly)
	canceled, cancel := context.WithCancel(ctx)
	cancel()
	_, err = p.Apply(canceled, "Avbrutet", []field.Change{{Op: field.Delete, ID: r.ID}})
	refused(t, "canceled", err, fault.Canceled)
}

func TestNoChangesAreNoEntry(t *testing.T) {
	p := apptest.Open(t)
	r := named(t, p, system.Kind, "Lönesystemet")
	label, _ := p.CanUndo()
	for what, do := range map[string]func() (app.Entry, error){
		"nothing": func() (app.Entry, error) { return p.Apply(ctx, "Inget", nil) },
		"the same": func() (app.Entry, error) {
			return p.Set(ctx, r.ID, field.Column{Field: system.Name.Field}, "Lönesystemet")
		},
		"the same owner": func() (app.Entry, error) {
			return p.SetText(ctx, r.ID, field.Column{Field: system.SystemOwner.Field}, "anna ek")
		},
		"the same sum": func() (app.Entry, error) {
			return p.SetText(ctx, r.ID, field.Column{Field: system.OperationsBudget.Field}, "640 000 kr")
		},
		"none there": func() (app.Entry, error) {
			return p.SetText(ctx, r.ID, field.Column{Field: system.OperationsBudget.Field, Year: 2040}, "")
		},
		"none to remove": func() (app.Entry, error) { return p.Delete(ctx, []field.ID{"borta"}) },
	} {
		if e, err := do(); err != nil || e.Number != 0 {
			t.Errorf("%s: entry %d, %v", what, e.Number, err)
		}
	}
	if now, _ := p.CanUndo(); now != label {
		t.Errorf("can undo %q", now)
	}
}

func TestWhatNoChangeMayBe(t *testing.T) {
	p := apptest.Open(t)
	sys := named(t, p, system.Kind, "Lönesystemet")
	top, care := named(t, p, org.UnitKind, "Ekvalla kommun"), named(t, p, org.UnitKind, "Vård- och omsorgsförvaltningen")
	anna := named(t, p, org.PersonKind, "Anna Ek")
	set := func(r *field.Record, f *field.Field, v field.Value) field.Change {
		return field.Change{Op: field.Set, Kind: r.Kind, ID: r.ID, Field: f, Before: r.Get(f), After: v}
	}
	make := func(r *field.Record) field.Change {
		return field.Change{Op: field.Create, Kind: r.Kind, ID: r.ID, Record: r}
	}
	remove := func(r *field.Record) field.Change { return field.Change{Op: field.Delete, Kind: r.Kind, ID: r.ID} }
	stale := set(sys, system.LockIn.Field, "Ny")
	stale.Before = "Gammal"
	before := content(p)
	for _, c := range []struct {
		name    string
		changes []field.Change
		want    fault.Code
	}{
		{"a name is needed", []field.Change{set(sys, system.Name.Field, "")}, fault.Invalid},
		{"somebody else was first", []field.Change{stale}, fault.Conflict},
		{"what isn't there", []field.Change{{Op: field.Set, Kind: sys.Kind, ID: "borta", Field: system.Name.Field, After: "x"}}, fault.NotFound},
		{"removing what isn't there", []field.Change{{Op: field.Delete, Kind: sys.Kind, ID: "borta"}}, fault.NotFound},
		{"removing it twice", []field.Change{remove(economy.Rows(p, sys.ID)[0]), remove(economy.Rows(p, sys.ID)[0])}, fault.NotFound},
		{"making it twice", []field.Change{make(sys)}, fault.Conflict},
		{"a system with costs", []field.Change{remove(sys)}, fault.Conflict},
		{"a person with a role", []field.Change{remove(anna)}, fault.Conflict},
		{"a unit with units under it", []field.Change{remove(top)}, fault.Conflict},
		{"a unit under itself", []field.Change{set(top, org.UnitParent.Field, top.ID)}, fault.Invalid},
		{"a unit under one that is under it", []field.Change{set(top, org.UnitParent.Field, care.ID)}, fault.Invalid},
		{"a holder that isn't there", []field.Change{set(sys, system.Manager.Field, []field.Holding{{Person: "borta"}})}, fault.NotFound},
		{"a unit as a holder", []field.Change{set(sys, system.Manager.Field, []field.Holding{{Person: top.ID}})}, fault.Invalid},
		{"a person as a unit", []field.Change{set(sys, system.OwnerUnit.Field, anna.ID)}, fault.Invalid},
		{"an insats' system that is a unit", []field.Change{set(named(t, p, plan.Kind, "Journal i mobilen"), plan.Systems.Field, []field.ID{top.ID})}, fault.Invalid},
		{"a cost of a person", []field.Change{make(apptest.Cost(p, anna.ID, 2027, economy.Operations, 1))}, fault.Invalid},
		{"a cost of nothing", []field.Change{make(apptest.Cost(p, "", 2027, economy.Operations, 1))}, fault.Invalid},
		{"a ram of no year", []field.Change{make(apptest.Record(p, frame.Kind, frame.Portfolio, "core"))}, fault.Invalid},
		{"a cost of no year", []field.Change{make(apptest.Record(p, economy.CostKind, economy.CostOwner, sys.ID))}, fault.Invalid},
		{"another kind's field", []field.Change{{Op: field.Set, ID: sys.ID, Field: plan.Number.Field, After: "1"}}, fault.Internal},
		{"a computed field", []field.Change{{Op: field.Set, ID: sys.ID, Field: system.TIME.Field, After: "invest"}}, fault.Internal},
		{"no field", []field.Change{{Op: field.Set, ID: sys.ID}}, fault.Internal},
		{"no record", []field.Change{{Op: field.Create, Kind: sys.Kind, ID: "ny"}}, fault.Internal},
		{"a value of another type", []field.Change{set(sys, system.Users.Field, "många")}, fault.Internal},
		{"a styrmodell that is none", []field.Change{set(p.Settings(), settings.Model.Field, "{}")}, fault.Invalid},
		{"a line too long", []field.Change{set(sys, system.LockIn.Field, strings.Repeat("å", field.MostLine+1))}, fault.Invalid},
		{"a text too long", []field.Change{set(sys, system.Description.Field, strings.Repeat("å", field.MostText+1))}, fault.Invalid},
		{"a new name too long", []field.Change{make(apptest.Record(p, org.PersonKind, org.PersonName, strings.Repeat("å", field.MostLine+1)))}, fault.Invalid},
		{"arms that are none", []field.Change{set(p.Settings(), settings.Logo.Field, "aW50ZSBlbiBiaWxk")}, fault.Unreadable},
	} {
		good := set(sys, system.Category.Field, "duger")
		_, err := p.Apply(ctx, c.name, append([]field.Change{good}, c.changes...))
		refused(t, c.name, err, c.want)
		same(t, c.name, content(p), before)
	}
	if _, err := p.Journal(ctx, app.Query{}); err != nil {
		t.Error(err)
	}
}

// TestOneLineIsOneLineWhicheverWayItCame: nothing writes around it, and the journal
// and memory say the same.
func TestOneLineIsOneLineWhicheverWayItCame(t *testing.T) {
	deps := apptest.Deps(apptest.NewStore())
	deps.Who = "Anna\x1b[31m\nEk\u202e"
	p, err := app.Begin(ctx, deps, app.Beginning{Municipality: "Ekvalla", Model: apptest.Model()})
	if err != nil {
		t.Fatal(err)
	}
	sys := apptest.Record(p, system.Kind, system.Name, "Löne\r\nsystemet", system.Description, "en\r\ntvå\x00")
	e, err := p.Apply(ctx, "Tillagt:\nLöne\x1b]0;x\asystemet", []field.Change{{Op: field.Create, Kind: sys.Kind, ID: sys.ID, Record: sys}})
	if err != nil {
		t.Fatal(err)
	}
	if e.Label != "Tillagt: Lönesystemet" || e.Who != "Anna Ek" || p.Who() != "Anna Ek" {
		t.Errorf("the journal says %q by %q", e.Label, e.Who)
	}
	if _, err := p.Set(ctx, sys.ID, field.Column{Field: system.LockIn.Field}, "Visma\u2029AB\x9b"); err != nil {
		t.Fatal(err)
	}
	r := p.Get(sys.ID)
	if got := system.Name.Get(r) + "|" + system.Description.Get(r) + "|" + system.LockIn.Get(r); got != "Löne systemet|en\ntvå|Visma AB\ufffd" {
		t.Errorf("kept %q", got)
	}
	entries, err := p.Journal(ctx, app.Query{Limit: 1})
	if err != nil || entries[0].Changes[0].After != system.LockIn.Get(r) {
		t.Errorf("the journal has %+v, %v", entries, err)
	}
	if _, err := p.Undo(ctx); err != nil {
		t.Error(err)
	}
}

func TestUnitsMayChangePlaces(t *testing.T) {
	p := apptest.Open(t)
	top, care := named(t, p, org.UnitKind, "Ekvalla kommun"), named(t, p, org.UnitKind, "Vård- och omsorgsförvaltningen")
	_, err := p.Apply(ctx, "Ombytta", []field.Change{ // circular but for the second change
		{Op: field.Set, ID: top.ID, Field: org.UnitParent.Field, After: care.ID},
		{Op: field.Set, ID: care.ID, Field: org.UnitParent.Field, Before: top.ID},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := org.Path(p, top.ID); got != "Vård- och omsorgsförvaltningen / Ekvalla kommun" {
		t.Errorf("path %q", got)
	}
}

func TestDeleteTakesCostsAndLinksAlong(t *testing.T) {
	p := apptest.Open(t)
	diary, renewal := named(t, p, system.Kind, "Diariet W3"), named(t, p, plan.Kind, "Byte av diariesystem")
	cost := economy.Rows(p, diary.ID)[0]
	e, err := p.Delete(ctx, []field.ID{cost.ID, diary.ID, diary.ID, "borta"})
	if err != nil {
		t.Fatal(err)
	}
	if e.Label != "2 poster borttagna" || p.Get(diary.ID) != nil || p.Get(cost.ID) != nil || len(economy.Rows(p, diary.ID)) != 0 {
		t.Errorf("%q left %v, %v", e.Label, p.Get(diary.ID), p.Get(cost.ID))
	}
	if left := plan.Systems.Get(p.Get(renewal.ID)); len(left) != 0 {
		t.Errorf("the insats still touches %v", left)
	}
	if _, err := p.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := plan.Systems.Get(p.Get(renewal.ID)); !slices.Equal(got, []field.ID{diary.ID}) {
		t.Errorf("after undo it touches %v", got)
	}
	if e, err = p.Delete(ctx, []field.ID{diary.ID}); err != nil || e.Label != "Borttaget: Diariet W3" {
		t.Errorf("%q, %v", e.Label, err)
	}
	_, err = p.Delete(ctx, []field.ID{named(t, p, org.PersonKind, "Anna Ek").ID})
	refused(t, "removing a system owner", err, fault.Conflict)
	if err != nil && !strings.Contains(err.Error(), "Lönesystemet (Systemägare)") {
		t.Errorf("%q doesn't say where", err)
	}
}

func TestSubscribersHearWhatChanged(t *testing.T) {
	p := apptest.Open(t)
	sys := named(t, p, system.Kind, "Lönesystemet")
	cost := economy.Rows(p, sys.ID)[0]
	var heard []app.Event
	cancel := p.Subscribe(func(e app.Event) { heard = append(heard, e) })
	if _, err := p.SetText(ctx, cost.ID, field.Column{Field: economy.CostActual.Field}, "1"); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Delete(ctx, []field.ID{cost.ID}); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	cancel()
	apptest.Add(t, p, org.UnitKind, org.UnitName, "Ohörd")
	if len(heard) != 3 {
		t.Fatalf("%d events", len(heard))
	}
	for i, e := range heard {
		if !e.Touches(economy.CostKind) || !e.Touches(system.Kind) || !e.Records[cost.ID] || !e.Records[sys.ID] || e.Touches(plan.Kind) {
			t.Errorf("event %d tells of %v and %v", i, e.Kinds, e.Records)
		}
		if e.Entry.Who != "Anna Ek" || e.Entry.Number == 0 {
			t.Errorf("event %d is of %+v", i, e.Entry)
		}
	}
	if got := heard[0].Entry.Label; got != "Utfall för drift 2027 för Lönesystemet" {
		t.Errorf("label %q", got)
	}
}

// TestOrderDoesntTellWhatCameLast: what is owned and what shares a name stand in
// the same order before and after the portfolio is opened again.
func TestOrderDoesntTellWhatCameLast(t *testing.T) {
	store := apptest.NewStore()
	p := apptest.OpenIn(t, store)
	pay := named(t, p, system.Kind, "Lönesystemet").ID
	var rows []*field.Record
	for i := range 40 {
		rows = append(rows, apptest.Cost(p, pay, int64(2030+i), economy.Operations, int64(i)), apptest.Record(p, system.Kind, system.Name, "Många"))
	}
	slices.Reverse(rows)
	if _, err := p.CreateAll(ctx, "Prov", rows); err != nil {
		t.Fatal(err)
	}
	apptest.Put(t, p, economy.Rows(p, pay)[7].ID, economy.CostBudget, money.Ore(5))
	apptest.Put(t, p, p.Named(system.Kind, "många")[7].ID, system.LockIn, "Annan")
	order := func(p *app.Portfolio) (out []field.ID) {
		for _, r := range slices.Concat(economy.Rows(p, pay), p.Named(system.Kind, "många")) {
			out = append(out, r.ID)
		}
		return out
	}
	if now, again := order(p), order(apptest.Again(t, store)); len(now) != 81 || !slices.Equal(now, again) {
		t.Errorf("%d in the order %v, after opening again %v", len(now), now, again)
	}
}
