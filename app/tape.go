package app

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
)

// tape plays entries of the journal, forwards or backwards, on records that it
// leaves as they are.
type tape struct {
	base    func(field.ID) *field.Record
	now     map[field.ID]*field.Record // what it has changed; nil: gone
	touched []field.ID
}

func newTape(base func(field.ID) *field.Record) *tape {
	return &tape{base: base, now: map[field.ID]*field.Record{}}
}

// forward does what an entry did.
func (t *tape) forward(e Entry) {
	stamp := e.At.UTC().Format(time.RFC3339)
	for i := range e.Changes {
		switch c := &e.Changes[i]; c.Op {
		case field.Create:
			t.put(c.ID, journal.WithoutGone(c.Record.Clone()))
		case field.Delete:
			t.put(c.ID, nil)
		default:
			t.set(c, c.After, stamp)
		}
	}
}

// back does the opposite of what an entry did.
func (t *tape) back(e Entry) {
	for _, c := range slices.Backward(e.Changes) {
		switch c.Op {
		case field.Create:
			t.put(c.ID, nil)
		case field.Delete:
			t.put(c.ID, journal.WithoutGone(c.Record.Clone()))
		default:
			t.set(&c, c.Before, c.Since)
		}
	}
}

func (t *tape) put(id field.ID, r *field.Record) {
	if _, known := t.now[id]; !known {
		t.touched = append(t.touched, id)
	}
	t.now[id] = r
}

func (t *tape) set(c *field.Change, v field.Value, changed string) {
	r, mine := t.now[c.ID]
	if !mine {
		if r = t.base(c.ID); r != nil {
			r = r.Clone()
			t.put(c.ID, r)
		}
	}
	if r == nil || c.Field.Kind != r.Kind { // of a kind that isn't any more
		return
	}
	if !journal.IsGone(c.Field) {
		r.Put(c.Field, v)
	}
	r.Changed = changed
}

// left are the records that are there still.
func (t *tape) left() map[field.ID]*field.Record {
	out := make(map[field.ID]*field.Record, len(t.now))
	for id, r := range t.now {
		if r != nil {
			out[id] = r
		}
	}
	return out
}

// raise makes sure that no number of a reference is used again.
func raise(sequences map[string]int, ref string) {
	if i := strings.LastIndexByte(ref, '-'); i > 0 {
		if n, err := strconv.Atoi(ref[i+1:]); err == nil {
			sequences[ref[:i]] = max(sequences[ref[:i]], n)
		}
	}
}

// past is a store as it was after an entry.
type past struct {
	Store
	number int64
}

func (s *past) Commit(context.Context, Entry, int64, map[string]int) (Committed, error) {
	return Committed{}, fault.New(fault.ReadOnly, "Det här är portföljen som den var. Inget har ändrats. Gå tillbaka till nu för att ändra.")
}

func (s *past) Erase(ctx context.Context, e Entry, base int64, _ func(string) bool) (Committed, error) {
	return s.Commit(ctx, e, base, nil)
}

func (s *past) Newest(context.Context) (int64, error) { return s.number, nil }

// Watch waits for nothing: what has been stays.
func (s *past) Watch(ctx context.Context, known Standing) (Standing, error) {
	<-ctx.Done()
	return known, fault.Wrap(fault.Canceled, "Avbrutet. Inget har ändrats.", ctx.Err())
}

func (s *past) Journal(ctx context.Context, q Query) ([]Entry, error) {
	limit := q.Limit
	q.Limit = 0
	found, err := s.Store.Journal(ctx, q)
	found = slices.DeleteFunc(found, func(e Entry) bool { return e.Number > s.number })
	if limit > 0 && len(found) > limit {
		found = found[:limit]
	}
	return found, err
}

func (s *past) Since(ctx context.Context, number int64, see func(Entry) error) error {
	return s.Store.Since(ctx, number, func(e Entry) error {
		if e.Number > s.number {
			return nil
		}
		return see(e)
	})
}

func (s *past) Close() error { return nil } // the file is another's

func dayOf(t time.Time) func() date.Date {
	d := date.FromTime(t)
	return func() date.Date { return d }
}
