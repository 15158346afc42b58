package sqlite

import (
	"cmp"
	"context"
	"database/sql/driver"
	"slices"
	"sync"

	"itportfoljen/app"
	"itportfoljen/app/field"
)

// recentAtMost is how many journal entries a snapshot has.
const recentAtMost = 500

// Load reads everything. While it runs this store commits nothing, so that the
// kinds can be read side by side and still be from one moment; a portfolio that
// someone else has open for writing is read in one transaction.
func (s *Store) Load(ctx context.Context) (*app.Snapshot, error) {
	leave, err := s.enter()
	if err != nil {
		return nil, err
	}
	defer leave()
	s.commit.Lock()
	defer s.commit.Unlock()
	l := newLoading(s.tables)
	if s.info.Holder != "" {
		err = s.readers.with(ctx, func(c *conn) error {
			return c.transaction("BEGIN", func() error { return l.serially(ctx, c) })
		})
	} else {
		err = l.sideBySide(ctx, s.readers)
	}
	if err != nil {
		return nil, s.explain(err)
	}
	return l.snapshot()
}

// loading is a snapshot on its way.
type loading struct {
	tables  []*table
	records [][]*field.Record // per table
	lists   lists
	out     app.Snapshot
}

func newLoading(tables []*table) *loading {
	return &loading{tables: tables, records: make([][]*field.Record, len(tables)), out: app.Snapshot{Sequences: map[string]int{}}}
}

// parts are the pieces of work; none touches what another writes.
func (l *loading) parts(ctx context.Context) []func(*conn) error {
	parts := []func(*conn) error{
		func(c *conn) error { return l.lists.read(ctx, c) },
		func(c *conn) error { return l.readSequences(ctx, c) },
		func(c *conn) (err error) {
			l.out.Recent, err = readEntries(ctx, c, app.Query{Limit: recentAtMost})
			return err
		},
	}
	for i, t := range l.tables {
		parts = append(parts, func(c *conn) (err error) {
			l.records[i], err = t.readAll(ctx, c)
			return err
		})
	}
	return parts
}

func (l *loading) serially(ctx context.Context, c *conn) error {
	for _, part := range l.parts(ctx) {
		if err := part(c); err != nil {
			return err
		}
	}
	return nil
}

func (l *loading) sideBySide(ctx context.Context, p *pool) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var all sync.WaitGroup
	for _, part := range l.parts(ctx) {
		all.Go(func() {
			if err := p.with(ctx, part); err != nil {
				cancel(err) // the first error is the one that counts
			}
		})
	}
	all.Wait()
	return context.Cause(ctx)
}

// snapshot puts lists into their records and all in order.
func (l *loading) snapshot() (*app.Snapshot, error) {
	total := 0
	for i, t := range l.tables {
		if len(t.lists) > 0 {
			l.lists.putInto(t, l.records[i])
		}
		slices.SortFunc(l.records[i], inOrder)
		total += len(l.records[i])
	}
	l.out.Records = make([]*field.Record, 0, total)
	for _, rs := range l.records {
		l.out.Records = append(l.out.Records, rs...)
	}
	return &l.out, nil
}

// inOrder sorts by reference, shorter numbers first, then by creation.
func inOrder(a, b *field.Record) int {
	return cmp.Or(cmp.Compare(len(a.Ref), len(b.Ref)), cmp.Compare(a.Ref, b.Ref), cmp.Compare(a.ID, b.ID))
}

// readAll reads the records of a kind, without their lists.
func (t *table) readAll(ctx context.Context, c *conn) ([]*field.Record, error) {
	var out []*field.Record
	readers := make([]*reader, len(t.scalars))
	for i, f := range t.scalars {
		readers[i] = newReader(f)
	}
	moments := map[driver.Value]string{nil: ""}
	moment := func(v driver.Value) string {
		s, ok := moments[v]
		if !ok && len(moments) < seenAtMost {
			moments[v] = text(v)
			s = text(v)
		} else if !ok {
			s = text(v)
		}
		return s
	}
	err := c.each(ctx, t.load, nil, func(row []driver.Value) error {
		r := field.NewRecord(t.kind, field.ID(text(row[0])))
		r.Ref, r.Created, r.Changed = text(row[1]), moment(row[2]), moment(row[3])
		free, err := unpackFree(row[4])
		if err != nil {
			return err
		}
		r.SetFree(free)
		for i, f := range t.scalars {
			column := row[len(ownColumns)+i]
			if column == nil {
				continue
			}
			v, err := readers[i].value(column)
			if err != nil {
				return err
			}
			r.Put(f, v)
		}
		out = append(out, r)
		return nil
	})
	return out, err
}

func (l *loading) readSequences(ctx context.Context, c *conn) error {
	return c.each(ctx, "SELECT prefix, last FROM sequence", nil, func(row []driver.Value) error {
		n, _ := row[1].(int64)
		l.out.Sequences[text(row[0])] = int(n)
		return nil
	})
}

// lists are the values of list fields by owner.
type lists struct {
	holdings map[field.ID]map[string][]field.Holding
	links    map[field.ID]map[string][]field.ID
}

func (l *lists) read(ctx context.Context, c *conn) error {
	l.holdings, l.links = map[field.ID]map[string][]field.Holding{}, map[field.ID]map[string][]field.ID{}
	names, ids := map[string]string{}, map[string]field.ID{}
	const held = "SELECT owner, field, person, from_date, to_date FROM holding ORDER BY owner, field, ord"
	err := c.each(ctx, held, nil, func(row []driver.Value) error {
		h, err := readHolding(row, ids)
		if err != nil {
			return err
		}
		addTo(l.holdings, row, names, h)
		return nil
	})
	if err != nil {
		return err
	}
	const linked = "SELECT owner, field, target FROM link ORDER BY owner, field, ord"
	return c.each(ctx, linked, nil, func(row []driver.Value) error {
		addTo(l.links, row, names, same(ids, text(row[2])))
		return nil
	})
}

// addTo adds a list's item: row begins with owner and field.
func addTo[T any](m map[field.ID]map[string][]T, row []driver.Value, names map[string]string, item T) {
	owner, key := field.ID(text(row[0])), same(names, text(row[1]))
	if m[owner] == nil {
		m[owner] = map[string][]T{}
	}
	m[owner][key] = append(m[owner][key], item)
}

// same gives one copy of strings that recur.
func same[T ~string](seen map[string]T, s string) T {
	if v, ok := seen[s]; ok {
		return v
	}
	seen[s] = T(s)
	return T(s)
}

func readHolding(row []driver.Value, ids map[string]field.ID) (h field.Holding, err error) {
	h.Person = same(ids, text(row[2]))
	if row[3] != nil {
		if h.From, err = parseDay(text(row[3])); err != nil {
			return h, err
		}
	}
	if row[4] != nil {
		h.To, err = parseDay(text(row[4]))
	}
	return h, err
}

func (l *lists) putInto(t *table, records []*field.Record) {
	for _, r := range records {
		for key, v := range l.holdings[r.ID] {
			if f := t.byKey[key]; f != nil && f.Type == field.Roles {
				r.Put(f, v)
			}
		}
		for key, v := range l.links[r.ID] {
			if f := t.byKey[key]; f != nil && f.Type == field.Refs {
				r.Put(f, v)
			}
		}
	}
}
