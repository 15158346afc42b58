package app_test

import (
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

func TestOneEntryIsTakenBackOrNone(t *testing.T) {
	p := apptest.Open(t)
	id := named(t, p, system.Kind, "Lönesystemet").ID
	set := func(s string) int64 {
		e, err := p.SetText(ctx, id, field.Column{Field: system.LockIn.Field}, s)
		if err != nil {
			t.Fatal(err)
		}
		return e.Number
	}
	first := set("Visma")
	second := set("Tieto")
	if p.IsNext(first, true) || !p.IsNext(second, true) || p.IsNext(second, false) {
		t.Error("the latest is what is taken back next")
	}
	if _, err := p.Reverse(ctx, first, true); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("one that isn't the latest: %v", err)
	}
	back, err := p.Reverse(ctx, second, true)
	if err != nil || system.LockIn.Get(p.Get(id)) != "Visma" {
		t.Fatalf("%v, the supplier is %q", err, system.LockIn.Get(p.Get(id)))
	}
	if _, err := p.Reverse(ctx, second, true); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("twice: %v", err)
	}
	if !p.IsNext(back.Number, false) {
		t.Error("what was taken back can't be brought back")
	}
	if _, err := p.Reverse(ctx, back.Number, false); err != nil || system.LockIn.Get(p.Get(id)) != "Tieto" {
		t.Errorf("%v, the supplier is %q", err, system.LockIn.Get(p.Get(id)))
	}
}

// TestAnyEntryMayBeTakenBack that still is as it was made.
func TestAnyEntryMayBeTakenBack(t *testing.T) {
	p := apptest.Open(t)
	id := named(t, p, system.Kind, "Lönesystemet").ID
	set := func(f field.TextField, s string) int64 {
		e, err := p.SetText(ctx, id, field.Column{Field: f.Field}, s)
		if err != nil {
			t.Fatal(err)
		}
		return e.Number
	}
	first := set(system.LockIn, "Visma")
	made := apptest.Add(t, p, system.Kind, system.Name, "Nytt")
	entries, err := p.Journal(ctx, app.Query{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	creation := entries[0].Number
	other := set(system.Description, "Löner")
	if _, err := p.TakeBack(ctx, first); err != nil || system.LockIn.Get(p.Get(id)) == "Visma" || system.Description.Get(p.Get(id)) != "Löner" {
		t.Errorf("%v, %q, %q", err, system.LockIn.Get(p.Get(id)), system.Description.Get(p.Get(id)))
	}
	for what, number := range map[string]int64{"twice": first, "the portfolio itself": 1, "no such": 999} {
		if _, err := p.TakeBack(ctx, number); fault.CodeOf(err) != fault.Conflict && fault.CodeOf(err) != fault.NotFound {
			t.Errorf("%s: %v", what, err)
		}
	}
	set(system.Description, "Löner och arvoden")
	if _, err := p.TakeBack(ctx, other); fault.CodeOf(err) != fault.Conflict || system.Description.Get(p.Get(id)) != "Löner och arvoden" {
		t.Errorf("what was changed since: %v", err)
	}
	apptest.Put(t, p, made.ID, system.LockIn, "CGI")
	if _, err := p.TakeBack(ctx, creation); fault.CodeOf(err) != fault.Conflict || p.Get(made.ID) == nil {
		t.Errorf("what was made and changed since: %v", err)
	}
}
