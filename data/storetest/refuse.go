package storetest

import (
	"context"
	"fmt"
	"sync"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// refusals are commits that must fail and leave everything as it was.
func (s *suite) refusals() {
	s.commitEntry(app.Entry{Label: "Början", Changes: []field.Change{unit("a", "A"), unit("b", "B")}}, map[string]int{"SYS": 1})
	child := field.Change{Op: field.Set, Kind: org.UnitKind, ID: "b", Field: org.UnitParent.Field, After: field.ID("a")}
	s.commit(child)
	before := s.load()
	parent := child
	parent.After = field.ID("nobody")
	gone := field.Change{Op: field.Delete, Kind: org.UnitKind, ID: "a", Record: before.Records[0]}
	missing := field.Change{Op: field.Delete, Kind: org.UnitKind, ID: "z", Record: field.NewRecord(org.UnitKind, "z")}
	for _, c := range []struct {
		name string
		bad  field.Change
		want fault.Code
	}{
		{"a record that is there", unit("a", "A2"), fault.Conflict},
		{"a parent that isn't there", parent, fault.Conflict},
		{"removing what is in use", gone, fault.Conflict},
		{"removing what isn't there", missing, fault.Conflict},
		{"changing what isn't there", setName("z", "", "Z"), fault.Conflict},
		{"a field of no kind", field.Change{Op: field.Set, ID: "a", Field: org.UnitName.Field}, fault.Internal},
		{"a creation of nothing", field.Change{Op: field.Create, Kind: org.UnitKind, ID: "q"}, fault.Internal},
	} {
		changes := []field.Change{setName("a", "A", "ändrad"), unit("ny", "Ny"), c.bad}
		_, err := s.store.Commit(s.ctx, app.Entry{At: Moment(50), Label: "Fel", Changes: changes}, s.newest(), map[string]int{"SYS": 99})
		if fault.CodeOf(err) != c.want {
			s.Errorf("%s: code %q (%v: %v), want %q", c.name, fault.CodeOf(err), err, cause(err), c.want)
		}
		after := s.load()
		s.same(after.Records, before.Records)
		if after.Sequences["SYS"] != 1 || len(after.Recent) != len(before.Recent) {
			s.Errorf("%s: left sequence %d and %d entries", c.name, after.Sequences["SYS"], len(after.Recent))
		}
	}
	s.commit(setName("a", "A", "duger ännu"))
}

func (s *suite) canceled() {
	ctx, cancel := context.WithCancel(s.ctx)
	cancel()
	_, err := s.store.Commit(ctx, app.Entry{Changes: []field.Change{unit("a", "A")}}, 0, nil)
	s.refused(err, fault.Canceled)
	_, err = s.store.Load(ctx)
	s.refused(err, fault.Canceled)
	_, err = s.store.Journal(ctx, app.Query{})
	s.refused(err, fault.Canceled)
	s.holds(nil)
	s.commit(unit("a", "A"))
}

// concurrent commits, loads and queries from many goroutines.
func (s *suite) concurrent() {
	const writers, each = 8, 10
	var all sync.WaitGroup
	var mu sync.Mutex
	numbers := map[int64]bool{}
	for w := range writers {
		all.Go(func() {
			for i := range each {
				id := field.ID(fmt.Sprintf("u%d-%d", w, i))
				n, err := s.race(app.Entry{At: Moment(i), Changes: []field.Change{unit(id, "U"), setName(id, "U", "V")}}, map[string]int{"SYS": i})
				if err != nil {
					s.Errorf("commit: %v (%v)", err, cause(err))
					return
				}
				mu.Lock()
				numbers[n] = true
				mu.Unlock()
			}
		})
		all.Go(func() {
			for range each {
				snap, err := s.store.Load(s.ctx)
				if err != nil {
					s.Errorf("load: %v (%v)", err, cause(err))
					return
				}
				if len(snap.Records) != len(snap.Recent) { // one unit per entry: a snapshot is of one moment
					s.Errorf("%d units and %d entries in one snapshot", len(snap.Records), len(snap.Recent))
				}
				if _, err := s.store.Journal(s.ctx, app.Query{Limit: 3}); err != nil {
					s.Errorf("journal: %v (%v)", err, cause(err))
				}
			}
		})
	}
	all.Wait()
	if len(numbers) != writers*each || len(s.load().Records) != writers*each {
		s.Errorf("%d numbers and %d records, want %d", len(numbers), len(s.load().Records), writers*each)
	}
}

// race commits on the newest entry, whoever comes before.
func (s *suite) race(e app.Entry, sequences map[string]int) (int64, error) {
	for {
		base, err := s.store.Newest(s.ctx)
		if err != nil {
			return 0, err
		}
		done, err := s.store.Commit(s.ctx, e, base, sequences)
		if fault.CodeOf(err) != fault.Stale {
			return done.Number, err
		}
	}
}

// stale commits build on what is no longer the newest.
func (s *suite) stale() {
	first := s.commit(unit("a", "A"))
	before := s.load()
	for _, base := range []int64{0, first - 1, first + 1} {
		_, err := s.store.Commit(s.ctx, app.Entry{At: Moment(9), Changes: []field.Change{unit("b", "B")}}, base, map[string]int{"SYS": 7})
		s.refused(err, fault.Stale)
	}
	if s.newest() != first {
		s.Errorf("the newest is %d, want %d", s.newest(), first)
	}
	s.holds(before.Records)
	if n := s.commit(unit("b", "B")); n != s.newest() {
		s.Errorf("entry %d, but the newest is %d", n, s.newest())
	}
}

func (s *suite) closed() {
	s.commit(unit("a", "A"))
	for range 2 {
		if err := s.store.Close(); err != nil {
			s.Error(err)
		}
	}
	_, err := s.store.Commit(s.ctx, app.Entry{}, 1, nil)
	s.refused(err, fault.Internal)
	_, err = s.store.Load(s.ctx)
	s.refused(err, fault.Internal)
	if s.store.Check(s.ctx) == nil || s.store.Backup(s.ctx, "never") == nil {
		s.Error("a closed store still answers")
	}
	s.again()
	if n := len(s.load().Records); n != 1 {
		s.Errorf("%d records after reopening, want 1", n)
	}
}
