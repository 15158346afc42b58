package block_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/block"
	"itportfoljen/app/system"
)

func TestARangeIsCountedAndAddedUp(t *testing.T) {
	p := apptest.Open(t)
	l := listOf(t, p, system.Kind, "name", "system_owner", "users", "classified_on", "operations_budget:2027")
	for i, n := range []int64{7, 8, 12} {
		apptest.Put(t, p, l.Rows[i], system.Users, n, system.ClassifiedOn, date.Of(2026, i+1, 1))
	}
	at := func(key string) block.Area {
		a := cell(t, p, l, "Lönesystemet", key)
		a.Bottom = len(l.Rows) - 1
		return a
	}
	count := func(a block.Area) block.Figures {
		f, err := block.Count(t.Context(), p, l, a)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	if f := count(at("users")); f.Sort != block.Numbers || f.Filled != 3 || f.Sum != 27 || f.Mean() != 9 || f.Least != 7 || f.Most != 12 {
		t.Errorf("users: %+v", f)
	}
	if f := count(at("operations_budget")); f.Sort != block.Amounts || f.Filled != 4 || money.Ore(f.Sum) != money.FromKronor(2_515_000) || money.Ore(f.Mean()) != money.FromKronor(628_750) {
		t.Errorf("amounts: %+v", f)
	}
	if f := count(at("classified_on")); f.Sort != block.Days || date.Date(f.Least) != date.Of(2026, 1, 1) || date.Date(f.Most) != date.Of(2026, 3, 1) {
		t.Errorf("days: %+v", f)
	}
	if f := count(at("system_owner")); f.Sort != block.Mixed || f.Filled != 3 {
		t.Errorf("owners: %+v", f)
	}
	all := block.Area{Bottom: len(l.Rows) - 1, Right: len(l.Columns) - 1}
	if f := count(all); f.Sort != block.Mixed || f.Filled != 4+4+3+3+3+4 || f.Sum != 0 {
		t.Errorf("of several sorts: %+v", f)
	}
}

func TestAMeanIsRoundedToTheNearest(t *testing.T) {
	p := apptest.Open(t)
	l := listOf(t, p, system.Kind, "users")
	for i, n := range []int64{1, 2, 2} {
		apptest.Put(t, p, l.Rows[i], system.Users, n)
	}
	for rows, want := range map[int]int64{1: 1, 2: 2, 3: 2, 4: 2} {
		f, _ := block.Count(t.Context(), p, l, block.Area{Left: 1, Right: 1, Bottom: rows - 1})
		if f.Mean() != want {
			t.Errorf("%d rows: %d", rows, f.Mean())
		}
	}
}
