package sqlite

import (
	"context"
	"database/sql/driver"
	"fmt"
	"maps"
	"sync"

	"itportfoljen/app/field"
)

// summedTogether is how many records one goroutine sums at a time.
const summedTogether = 4096

// verify reads everything on one connection, and compares it with its sums. Nothing
// is kept: a copy is looked through while the portfolio itself is in memory.
func verify(ctx context.Context, c *conn, tables []*table) error {
	if err := c.hold(ctx); err != nil {
		return err
	}
	defer func() { _, _ = c.exec("ROLLBACK") }()
	text, err := lastState(ctx, c)
	if err != nil {
		return err
	}
	want, err := parseState(text)
	if err != nil {
		return err
	}
	sequences, err := c.sequences(ctx)
	if err != nil {
		return err
	}
	if !maps.Equal(want.Sequences, sequences) {
		return errSequences
	}
	var l lists
	if err := l.read(ctx, c); err != nil {
		return err
	}
	of := l.byOwner()
	for _, t := range tables {
		if err := t.verify(ctx, c, of, want.Kinds[t.kind.Name]); err != nil {
			return err
		}
	}
	return nil
}

// verifyAs verifies a file, its journal too, as one of a version: its sums are of the
// fields that there were then.
func (s *Store) verifyAs(ctx context.Context, c *conn, version int) error {
	own, err := s.as(ctx, version)
	if err != nil {
		return err
	}
	if err := verify(ctx, c, own.tables); err != nil {
		return err
	}
	return chained(ctx, c)
}

// verify sums the records of a kind one by one. Without entries the state is of
// nothing.
func (t *table) verify(ctx context.Context, c *conn, of map[field.ID]*lists, want tally) error {
	var got tally
	var summer summer
	read := t.newRowReader()
	err := c.each(ctx, t.load, nil, func(row []driver.Value) error {
		r, stored, err := read.record(row)
		if err != nil {
			return err
		}
		if l := of[r.ID]; l != nil {
			l.putInto(map[field.ID]owner{r.ID: {t, r}})
		}
		s := summer.of(r)
		if s != stored {
			return notSaved(r)
		}
		got.add(s)
		return nil
	})
	if err == nil && got != want {
		err = notLeft(t, got, want)
	}
	return err
}

var errSequences = fmt.Errorf("%w: the sequences aren't those of the newest entry", errMisread)

func notSaved(r *field.Record) error {
	return fmt.Errorf("%w: %s %s %s isn't what was saved", errMisread, r.Kind.Name, r.ID, r.Ref)
}

func notLeft(t *table, got, was tally) error {
	return fmt.Errorf("%w: %d records of %s, and not the %d that the newest entry left", errMisread, got.Count, t.kind.Name, was.Count)
}

// byOwner gives the lists of each owner.
func (l *lists) byOwner() map[field.ID]*lists {
	out := map[field.ID]*lists{}
	of := func(id field.ID) *lists {
		if out[id] == nil {
			out[id] = &lists{}
		}
		return out[id]
	}
	for _, g := range l.holdings {
		one := of(g.owner)
		one.holdings = append(one.holdings, g)
	}
	for _, g := range l.links {
		one := of(g.owner)
		one.links = append(one.links, g)
	}
	return out
}

// verify compares all that was read with its sums, and with the state after the
// newest entry.
func (l *loading) verify() error {
	want, err := parseState(l.state)
	if err != nil {
		return err
	}
	if !maps.Equal(want.Sequences, l.out.Sequences) {
		return errSequences
	}
	if len(l.out.Recent) == 0 {
		return l.unbegun()
	}
	for i, t := range l.tables {
		got, err := summed(t, l.records[i], l.sums[i])
		if err != nil {
			return err
		}
		if was := want.Kinds[t.kind.Name]; got != was {
			return notLeft(t, got, was)
		}
	}
	return nil
}

// unbegun holds that a file without entries is empty.
func (l *loading) unbegun() error {
	for i, t := range l.tables {
		if len(l.records[i]) > 0 {
			return fmt.Errorf("%w: records of %s that no entry made", errMisread, t.kind.Name)
		}
	}
	return nil
}

// summed adds up the sums of a kind's records, several at a time.
func summed(t *table, records []*field.Record, stored []sum) (total tally, err error) {
	var all sync.WaitGroup
	var mu sync.Mutex
	for from := 0; from < len(records); from += summedTogether {
		to := min(from+summedTogether, len(records))
		all.Go(func() {
			part, wrong := sumPart(t, records[from:to], stored[from:to])
			mu.Lock()
			defer mu.Unlock()
			total.join(part)
			if err == nil {
				err = wrong
			}
		})
	}
	all.Wait()
	return total, err
}

func sumPart(t *table, records []*field.Record, stored []sum) (part tally, err error) {
	var summer summer
	for i, r := range records {
		s := summer.of(r)
		if s != stored[i] {
			return part, notSaved(r)
		}
		part.add(s)
	}
	return part, nil
}
