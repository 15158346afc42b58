package sqlite

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
	"itportfoljen/data/sqlite/pages"
)

// A damaged file is repaired as one of the version that it is of, and brought up to date
// when it is whole.

// gatherAsItWas reads all that can be read of a damaged file, by the tables of its own
// version. Its head and its table of migrations both say which that is; unless they
// agree it is the one in which most of it can be read.
func (s *Store) gatherAsItWas(ctx context.Context, path string) (*evidence, error) {
	last := newest(s.options.migrations)
	best, err := s.gathered(ctx, path, last)
	if err != nil {
		return nil, err
	}
	said := int(best.info.Schema)
	switch {
	case said > last && best.newest > last:
		return nil, about(fault.TooNew, newerText, s.shown, nil)
	case said == best.newest && said == last:
		return best, nil
	case said == best.newest && said > 0:
		return s.gathered(ctx, path, said)
	}
	for version := last - 1; version > 0; version-- {
		ev, err := s.gathered(ctx, path, version)
		if err != nil {
			return nil, err
		}
		if ev.readsMoreThan(best) {
			best = ev
		}
	}
	return best, nil
}

func (s *Store) gathered(ctx context.Context, path string, version int) (*evidence, error) {
	own, err := s.as(ctx, version)
	if err != nil {
		return nil, err
	}
	ev, err := own.newEvidence(ctx)
	if err != nil {
		return nil, err
	}
	ev.info, err = ev.gather(ctx, path, 0)
	return ev, err
}

// readsMoreThan compares what is read by two versions: the records that their sums
// prove and, when those are as many, what the journal says of no kind or field.
func (ev *evidence) readsMoreThan(o *evidence) bool {
	return cmp.Or(cmp.Compare(ev.proven(), o.proven()), cmp.Compare(o.foreign(), ev.foreign())) > 0
}

func (ev *evidence) proven() (n int) {
	ev.settleAll()
	for _, rows := range ev.rows {
		for _, r := range rows {
			if r.sound && r.standing != pages.Dead {
				n++
			}
		}
	}
	return n
}

func (ev *evidence) foreign() (n int) {
	for _, blocks := range ev.blocks {
		for _, b := range blocks {
			changes, err := journal.Unpack(b.data, b.hash, ev.names)
			if err != nil {
				continue
			}
			for _, c := range changes {
				if !ev.names.Knows(c.Kind) || c.Field != nil && journal.IsGone(c.Field) || c.Record != nil && hasGone(c.Record) {
					n++
				}
			}
		}
	}
	return n
}

func hasGone(r *field.Record) bool {
	all := len(r.FreeValues())
	return len(journal.WithoutGone(r.Clone()).FreeValues()) < all
}

// beforeMigration is the last entry before the first migration after a version: what
// comes after it isn't of that version. The migration's row tells, or the entry of what
// it moved. Unless it is told of the very next one it isn't exact, and what comes after
// an entry of the version itself may be of a version in between.
func (ev *evidence) beforeMigration(version int) (n int64, exact bool) {
	before := maps.Clone(ev.before)
	for number, es := range ev.entries {
		for _, e := range es {
			var m int
			if e.entry.Origin != app.OriginMigration {
				continue
			}
			if _, err := fmt.Sscanf(e.entry.Label, migrationLabel, &m); err != nil {
				continue
			}
			if known, found := before[m]; !found || number <= known {
				before[m] = number - 1
			}
		}
	}
	n = math.MaxInt64
	for m, last := range before {
		if m > version {
			n = min(n, last)
		}
	}
	_, exact = before[version+1]
	return n, exact
}

// asThen makes records of today what they were in the store's version.
func (s *Store) asThen(records []*field.Record, today *Store) (out []*field.Record) {
	if s == today {
		return records
	}
	for _, t := range s.tables {
		for _, r := range records {
			if today.today(t.kind) != r.Kind {
				continue
			}
			was := field.NewRecord(t.kind, r.ID)
			was.Ref, was.Created, was.Changed = r.Ref, r.Created, r.Changed
			for f := range r.Values {
				if then := t.byKey[f.Key]; then != nil && then.Type == f.Type {
					was.Put(then, r.Get(f))
				}
			}
			out = append(out, was)
		}
	}
	return out
}

// asToday tells what was repaired by the kinds of today.
func (s *Store) asToday(out *app.Repaired) {
	for i := range out.Kinds {
		out.Kinds[i].Kind = s.today(out.Kinds[i].Kind)
	}
	for _, list := range [][]app.LostRecord{out.Lost, out.Doubted} {
		for i := range list {
			list[i].Kind = s.today(list[i].Kind)
		}
	}
}
