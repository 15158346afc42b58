package app_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/portfolio"
)

func TestOneEntryIsTakenBackOrNone(t *testing.T) {
	p := apptest.Open(t)
	id := named(t, p, portfolio.Kind, "Lönesystemet").ID
	set := func(s string) int64 {
		e, err := p.SetText(ctx, id, field.Column{Field: portfolio.Supplier.Field}, s)
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
	if err != nil || portfolio.Supplier.Get(p.Get(id)) != "Visma" {
		t.Fatalf("%v, the supplier is %q", err, portfolio.Supplier.Get(p.Get(id)))
	}
	if _, err := p.Reverse(ctx, second, true); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("twice: %v", err)
	}
	if !p.IsNext(back.Number, false) {
		t.Error("what was taken back can't be brought back")
	}
	if _, err := p.Reverse(ctx, back.Number, false); err != nil || portfolio.Supplier.Get(p.Get(id)) != "Tieto" {
		t.Errorf("%v, the supplier is %q", err, portfolio.Supplier.Get(p.Get(id)))
	}
}
