package sqlite

import (
	"context"
	"fmt"
	"maps"
	"sync"

	"itportfoljen/app/field"
)

// summedTogether is how many records one goroutine sums at a time.
const summedTogether = 4096

// verify reads everything on one connection, and compares it with its sums.
func verify(ctx context.Context, c *conn, tables []*table) error {
	if err := c.hold(ctx); err != nil {
		return err
	}
	defer func() { _, _ = c.exec("ROLLBACK") }()
	l := newLoading(tables)
	if err := l.read(ctx, []*conn{c}); err != nil {
		return err
	}
	_, err := l.snapshot()
	return err
}

// verify compares all that was read with its sums, and with the state after the
// newest entry.
func (l *loading) verify() error {
	want, err := parseState(l.state)
	if err != nil {
		return err
	}
	if !maps.Equal(want.Sequences, l.out.Sequences) {
		return fmt.Errorf("%w: the sequences aren't those of the newest entry", errMisread)
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
			return fmt.Errorf("%w: %d records of %s, and not the %d that the newest entry left", errMisread, got.Count, t.kind.Name, was.Count)
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
			return part, fmt.Errorf("%w: %s %s %s isn't what was saved", errMisread, t.kind.Name, r.ID, r.Ref)
		}
		part.add(s)
	}
	return part, nil
}
