package storetest

import (
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// setName is the change of a unit's name.
func setName(id field.ID, before, after string) field.Change {
	f := org.UnitName.Field
	return field.Change{Op: field.Set, Kind: f.Kind, ID: id, Field: f, Before: before, After: after}
}

func unit(id field.ID, name string) field.Change {
	r := field.NewRecord(org.UnitKind, id)
	r.Put(org.UnitName.Field, name)
	r.Created, r.Changed = "2027-01-01T00:00:00Z", "2027-01-01T00:00:00Z"
	return field.Change{Op: field.Create, Kind: r.Kind, ID: id, Record: r}
}

// journal checks that entries come back as they were written.
func (s *suite) journal() {
	now, next := Portfolio(5, 5), Portfolio(6, 5)
	s.commit(Creates(now)...)
	var want []field.Change
	for i, r := range now {
		want = append(want, difference(r, next[i])...)
	}
	n := s.commitEntry(app.Entry{Label: "Ändrade ”allt”\nåäö", Undoes: 1, Changes: want}, nil)
	s.again()
	es := s.query(app.Query{})
	if len(es) != 2 || es[0].Number != n || es[1].Number >= n {
		s.Fatalf("entries %+v, want 2 with %d first", es, n)
	}
	e := es[0]
	if !e.At.Equal(Moment(s.commits)) || e.Who != "Åsa Ek" || e.Label != "Ändrade ”allt”\nåäö" || e.Undoes != 1 {
		s.Errorf("entry %+v", e)
	}
	s.sameChanges(e.Changes, want)
	if len(es[1].Changes) != len(now) || es[1].Changes[0].Op != field.Create || es[1].Changes[0].ID != now[0].ID {
		s.Errorf("the first entry has %d changes", len(es[1].Changes))
	}
	for _, r := range s.load().Recent {
		if r.Changes != nil || r.Label == "" {
			s.Errorf("recent entry %+v, want it without changes", r)
		}
	}
}

func (s *suite) sameChanges(got, want []field.Change) {
	s.Helper()
	if len(got) != len(want) {
		s.Fatalf("%d changes, want %d", len(got), len(want))
	}
	for i, w := range want {
		g := got[i]
		if g.Op != w.Op || g.Kind != w.Kind || g.ID != w.ID || !field.Equal(g.Before, w.Before) || !field.Equal(g.After, w.After) {
			s.Errorf("change %d is %+v, want %+v", i, g, w)
		}
		if !w.Field.Free() && g.Field != w.Field || g.Field.Key != w.Field.Key || g.Field.Free() != w.Field.Free() {
			s.Errorf("change %d is of field %s, want %s", i, g.Field.Key, w.Field.Key)
		}
	}
}

func (s *suite) queries() {
	first := s.commit(unit("a", "A"), unit("b", "B"))
	second := s.commit(setName("a", "A", "AA"))
	third := s.commit(setName("b", "B", "BB"), setName("a", "AA", "AAA"))
	for _, c := range []struct {
		name    string
		q       app.Query
		want    []int64
		changes []int
	}{
		{"all", app.Query{}, []int64{third, second, first}, []int{2, 1, 2}},
		{"limit", app.Query{Limit: 2}, []int64{third, second}, []int{2, 1}},
		{"number", app.Query{Number: second}, []int64{second}, []int{1}},
		{"record", app.Query{Record: "b"}, []int64{third, first}, []int{1, 1}},
		{"record and limit", app.Query{Record: "a", Limit: 1}, []int64{third}, []int{1}},
		{"record and number", app.Query{Record: "b", Number: second}, nil, nil},
		{"no such record", app.Query{Record: "c"}, nil, nil},
		{"no such number", app.Query{Number: 99}, nil, nil},
	} {
		var numbers []int64
		var changes []int
		for _, e := range s.query(c.q) {
			numbers, changes = append(numbers, e.Number), append(changes, len(e.Changes))
			for _, ch := range e.Changes {
				if c.q.Record != "" && ch.ID != c.q.Record {
					s.Errorf("%s: a change of %s", c.name, ch.ID)
				}
			}
		}
		if !slices.Equal(numbers, c.want) || !slices.Equal(changes, c.changes) {
			s.Errorf("%s: entries %v with %v changes, want %v with %v", c.name, numbers, changes, c.want, c.changes)
		}
	}
}

// takeBack commits the inverse of an entry as the core does it.
func (s *suite) takeBack(number int64) int64 {
	s.Helper()
	found := s.query(app.Query{Number: number})
	if len(found) != 1 {
		s.Fatalf("entry %d: found %d", number, len(found))
	}
	byID := map[field.ID]*field.Record{}
	for _, r := range s.load().Records {
		byID[r.ID] = r
	}
	var changes []field.Change
	for _, c := range slices.Backward(found[0].Changes) {
		inverse := c.Inverse()
		if inverse.Op == field.Delete {
			inverse.Record = byID[inverse.ID]
		}
		changes = append(changes, inverse)
	}
	return s.commitEntry(app.Entry{Label: "Ångrade", Undoes: number, Changes: changes}, nil)
}

func (s *suite) undo() {
	before := Portfolio(7, 5)
	made := s.commit(Creates(before)...)
	undone := s.takeBack(made)
	s.holds(nil)
	s.takeBack(undone)
	s.holds(before)

	next := Portfolio(8, 5)
	var changes []field.Change
	for i, r := range before {
		changes = append(changes, difference(r, next[i])...)
	}
	set := s.commit(changes...)
	s.takeBack(set)
	for i, r := range s.load().Records {
		if d := difference(r, before[i]); len(d) != 0 {
			s.Errorf("%s: %s is %#v after undo, want %#v", r.ID, d[0].Field.Key, d[0].Before, d[0].After)
		}
	}
}
