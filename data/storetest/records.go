package storetest

import (
	"time"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

func (s *suite) empty() {
	snap := s.load()
	if len(snap.Records) != 0 || len(snap.Sequences) != 0 || len(snap.Recent) != 0 {
		s.Errorf("an empty store holds %d records, %d sequences, %d entries", len(snap.Records), len(snap.Sequences), len(snap.Recent))
	}
	if es := s.query(app.Query{}); len(es) != 0 {
		s.Errorf("the journal begins with %d entries", len(es))
	}
	if err := s.store.Check(s.ctx); err != nil {
		s.Error(err)
	}
	if info := s.store.Info(); info.ReadOnly || info.Holder != "" {
		s.Errorf("a new store is %+v", info)
	}
}

func (s *suite) roundTrip() {
	want := Portfolio(1, 40)
	s.commit(Creates(want)...)
	s.holds(want)
	if err := s.store.Check(s.ctx); err != nil {
		s.Errorf("check: %v (%v)", err, cause(err))
	}
}

// sets changes every field of every record to another value.
func (s *suite) sets() {
	now, next := Portfolio(2, 12), Portfolio(3, 12)
	s.commit(Creates(now)...)
	for range 2 { // the second round changes nothing, which must do no harm
		var changes []field.Change
		for i, r := range now {
			changes = append(changes, difference(r, next[i])...)
		}
		if len(changes) == 0 {
			break
		}
		s.commit(changes...)
		at := Moment(s.commits).Format(time.RFC3339)
		for i := range now {
			ref, created := now[i].Ref, now[i].Created
			now[i] = next[i].Clone()
			now[i].Ref, now[i].Created, now[i].Changed = ref, created, at
		}
	}
	s.holds(now)
}

// difference are the changes that make a what b is.
func difference(a, b *field.Record) []field.Change {
	fields := a.Kind.Stored()
	for _, m := range []map[string]string{a.FreeValues(), b.FreeValues()} {
		for key := range m {
			fields = append(fields, field.NewFree(a.Kind, key, key))
		}
	}
	var out []field.Change
	for _, f := range fields {
		if !field.Equal(a.Get(f), b.Get(f)) {
			out = append(out, field.Change{Op: field.Set, Kind: a.Kind, ID: a.ID, Field: f, Before: a.Get(f), After: b.Get(f)})
		}
	}
	return out
}

func (s *suite) deleted() {
	all := Portfolio(4, 6)
	s.commit(Creates(all)...)
	var changes []field.Change
	for _, r := range all {
		changes = append(changes, field.Change{Op: field.Delete, Kind: r.Kind, ID: r.ID, Record: r})
	}
	n := s.commit(changes...)
	s.holds(nil)
	if err := s.store.Check(s.ctx); err != nil {
		s.Error(err)
	}
	s.takeBack(n)
	s.holds(all)
}

func (s *suite) sequences() {
	s.commitEntry(app.Entry{}, map[string]int{"SYS": 7, "INS-2027": 3})
	s.commitEntry(app.Entry{}, map[string]int{"SYS": 9, "INS-2028": 1})
	s.commitEntry(app.Entry{}, map[string]int{"SYS": 2})
	s.again()
	got := s.load().Sequences
	for prefix, want := range map[string]int{"SYS": 9, "INS-2027": 3, "INS-2028": 1} {
		if got[prefix] != want {
			s.Errorf("%s is at %d, want %d", prefix, got[prefix], want)
		}
	}
}

func (s *suite) order() {
	var changes []field.Change
	sys := app.KindNamed("system")
	for _, ref := range []string{"SYS-10000", "SYS-0002", "SYS-9999", "SYS-0001"} {
		r := field.NewRecord(sys, field.ID("id "+ref))
		r.Ref = ref
		changes = append(changes, field.Change{Op: field.Create, Kind: sys, ID: r.ID, Record: r})
	}
	for _, id := range []field.ID{"u3", "u1", "u2"} {
		r := field.NewRecord(org.UnitKind, id)
		changes = append(changes, field.Change{Op: field.Create, Kind: r.Kind, ID: r.ID, Record: r})
	}
	s.commit(changes...)
	want := []field.ID{"u1", "u2", "u3", "id SYS-0001", "id SYS-0002", "id SYS-9999", "id SYS-10000"}
	got := s.load().Records
	for i, r := range got {
		if i >= len(want) || r.ID != want[i] {
			s.Errorf("record %d is %s", i, r.ID)
		}
	}
	if len(got) != len(want) {
		s.Errorf("%d records, want %d", len(got), len(want))
	}
}
