package sqlite

import (
	"context"
	"database/sql/driver"
	"fmt"
	"slices"
	"sync"

	"itportfoljen/app"
	"itportfoljen/app/field"
)

// recentAtMost is how many journal entries a snapshot has.
const recentAtMost = 500

// Load reads everything, as it is at one moment.
func (s *Store) Load(ctx context.Context) (out *app.Snapshot, err error) {
	s.commit.Lock()
	defer s.commit.Unlock()
	err = s.look(ctx, func() error {
		l := newLoading(s.tables)
		if err := l.sideBySide(ctx, s.readers); err != nil {
			return err
		}
		if out, err = l.snapshot(); err == nil && s.writer != nil && len(out.Recent) > 0 {
			s.stands(out.Recent[0], [16]byte{})
		}
		return err
	})
	return out, err
}

// loading is a snapshot on its way.
type loading struct {
	tables  []*table
	records [][]*field.Record // per table
	sums    [][]sum           // of those, as they are stored
	lists   lists
	state   string // after the newest entry
	out     app.Snapshot
}

func newLoading(tables []*table) *loading {
	return &loading{tables: tables, records: make([][]*field.Record, len(tables)), sums: make([][]sum, len(tables)), out: app.Snapshot{Sequences: map[string]int{}}}
}

// parts are the pieces of work; none touches what another writes.
func (l *loading) parts(ctx context.Context) []func(*conn) error {
	parts := []func(*conn) error{
		func(c *conn) error { return l.lists.read(ctx, c) },
		func(c *conn) (err error) {
			if l.state, err = lastState(ctx, c); err != nil {
				return err
			}
			l.out.Sequences, err = c.sequences(ctx)
			return err
		},
		func(c *conn) (err error) {
			if l.out.Recent, err = readEntries(ctx, c, app.Query{Limit: recentAtMost}); err != nil {
				return err
			}
			l.out.First, err = chainAfter(ctx, c, "SELECT chain FROM entry WHERE number = 1")
			return err
		},
	}
	for i, t := range l.tables {
		parts = append(parts, func(c *conn) (err error) {
			l.records[i], l.sums[i], err = t.readAll(ctx, c)
			return err
		})
	}
	return parts
}

// sideBySide reads the kinds on several connections. All of them hold a read
// lock before any reads, so that no commit comes in between.
func (l *loading) sideBySide(ctx context.Context, p *pool) error {
	conns, err := p.borrow(ctx, cap(p.room))
	if err != nil {
		return err
	}
	defer func() { p.giveBack(conns) }()
	held, err := holdAll(ctx, conns)
	if err != nil {
		return err
	}
	defer func() {
		for _, c := range held {
			_, _ = c.exec("ROLLBACK")
		}
	}()
	return l.read(ctx, held)
}

// holdAll begins a reading transaction on the first connection, and on as many
// of the others as get one at once: SQLite refuses a new one while a writer
// waits, who waits for the first.
func holdAll(ctx context.Context, conns []*conn) (held []*conn, err error) {
	for i, c := range conns {
		if i > 0 {
			if err := c.run(ctx, "PRAGMA busy_timeout = 0"); err != nil {
				break
			}
		}
		err := c.hold(ctx)
		if i > 0 {
			_ = c.run(ctx, "PRAGMA busy_timeout = 10000")
		}
		switch {
		case err == nil:
			held = append(held, c)
		case i == 0:
			return nil, err
		}
	}
	return held, nil
}

// hold begins a transaction that sees the file as it is now until it ends.
func (c *conn) hold(ctx context.Context) error {
	if _, err := c.exec("BEGIN"); err != nil {
		return err
	}
	_, err := c.number(ctx, "SELECT count(*) FROM mark") // the first look takes the lock
	if err != nil {
		_, _ = c.exec("ROLLBACK")
	}
	return err
}

func (l *loading) read(ctx context.Context, conns []*conn) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	parts := l.parts(ctx)
	work := make(chan func(*conn) error, len(parts))
	for _, part := range parts {
		work <- part
	}
	close(work)
	var all sync.WaitGroup
	for _, c := range conns {
		all.Go(func() {
			for part := range work {
				if err := part(c); err != nil {
					cancel(err) // the first error is the one that counts
					return
				}
			}
		})
	}
	all.Wait()
	return context.Cause(ctx)
}

// snapshot puts lists into their records and all in order.
func (l *loading) snapshot() (*app.Snapshot, error) {
	total := 0
	l.lists.putInto(l.owners())
	if err := l.verify(); err != nil {
		return nil, err
	}
	for i := range l.tables {
		slices.SortFunc(l.records[i], field.InOrder)
		total += len(l.records[i])
	}
	l.out.Records = make([]*field.Record, 0, total)
	for _, rs := range l.records {
		l.out.Records = append(l.out.Records, rs...)
	}
	return &l.out, nil
}

// readAll reads the records of a kind, without their lists, and their sums.
func (t *table) readAll(ctx context.Context, c *conn) (out []*field.Record, sums []sum, err error) {
	read := t.newRowReader()
	err = c.each(ctx, t.load, nil, func(row []driver.Value) error {
		r, s, err := read.record(row)
		out, sums = append(out, r), append(sums, s)
		return err
	})
	return out, sums, err
}

// readOne reads a record with its lists.
func (t *table) readOne(ctx context.Context, c *conn, id field.ID) (r *field.Record, err error) {
	read := t.newRowReader()
	err = c.each(ctx, t.loadOne, []driver.Value{string(id)}, func(row []driver.Value) error {
		r, _, err = read.record(row)
		return err
	})
	if err != nil || r == nil || len(t.lists) == 0 {
		return r, err
	}
	var l lists
	if err := l.readOf(ctx, c, id); err != nil {
		return nil, err
	}
	l.putInto(map[field.ID]owner{id: {t, r}})
	return r, nil
}

// rowReader makes records of a kind's rows.
type rowReader struct {
	t                *table
	readers          []*reader
	created, changed func(driver.Value) string
}

func (t *table) newRowReader() *rowReader {
	rr := &rowReader{t: t, readers: make([]*reader, len(t.scalars)), created: newMoment(), changed: newMoment()}
	for i, f := range t.scalars {
		rr.readers[i] = newReader(f)
	}
	return rr
}

func (rr *rowReader) record(row []driver.Value) (*field.Record, sum, error) {
	r := field.NewRecord(rr.t.kind, field.ID(text(row[0])))
	r.Ref, r.Created, r.Changed = text(row[1]), rr.created(row[2]), rr.changed(row[3])
	free, err := unpackFree(row[4])
	if err != nil {
		return nil, sum{}, err
	}
	r.SetFree(free)
	s, ok := readSum(row[5])
	if !ok {
		return nil, s, fmt.Errorf("%w: %s %s has no sum", errMisread, rr.t.kind.Name, r.ID)
	}
	columns := row[len(ownColumns):]
	r.Expect(filled(columns) + len(rr.t.lists))
	for i, f := range rr.t.scalars {
		column := columns[i]
		if column == nil {
			continue
		}
		v, err := rr.readers[i].value(column)
		if err != nil {
			return nil, s, err
		}
		r.Put(f, v)
	}
	return r, s, nil
}

func filled(columns []driver.Value) (n int) {
	for _, v := range columns {
		if v != nil {
			n++
		}
	}
	return n
}

// newMoment gives a reader of times that keeps one copy of those in a row.
func newMoment() func(driver.Value) string {
	last := ""
	return func(v driver.Value) string {
		if s := text(v); s != last {
			last = s
		}
		return last
	}
}

// lists are the values of list fields, those of one owner side by side.
type lists struct {
	holdings []group[field.Holding]
	links    []group[field.ID]
}

// group is one list.
type group[T any] struct {
	owner field.ID
	key   string
	items []T
}

func (l *lists) read(ctx context.Context, c *conn) error { return l.readWhere(ctx, c, "", nil) }

// readOf reads the lists of one owner.
func (l *lists) readOf(ctx context.Context, c *conn, owner field.ID) error {
	return l.readWhere(ctx, c, " WHERE owner = ?", []driver.Value{string(owner)})
}

func (l *lists) readWhere(ctx context.Context, c *conn, where string, args []driver.Value) error {
	names, ids := map[string]string{}, map[string]field.ID{}
	held := "SELECT owner, field, person, from_date, to_date FROM " + holdingTable + where + " ORDER BY owner, field, ord"
	err := c.each(ctx, held, args, func(row []driver.Value) error {
		h, err := readHolding(row, ids)
		l.holdings = grow(l.holdings, row, names, h)
		return err
	})
	if err != nil {
		return err
	}
	linked := "SELECT owner, field, target FROM " + linkTable + where + " ORDER BY owner, field, ord"
	return c.each(ctx, linked, args, func(row []driver.Value) error {
		l.links = grow(l.links, row, names, same(ids, text(row[2])))
		return nil
	})
}

// grow adds an item to the last list, or begins the next; row begins with
// owner and field.
func grow[T any](gs []group[T], row []driver.Value, names map[string]string, item T) []group[T] {
	owner, key := text(row[0]), text(row[1])
	if n := len(gs); n > 0 && string(gs[n-1].owner) == owner && gs[n-1].key == key {
		gs[n-1].items = append(gs[n-1].items, item)
		return gs
	}
	return append(gs, group[T]{field.ID(owner), same(names, key), []T{item}})
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

// owner is a record that may have lists.
type owner struct {
	t *table
	r *field.Record
}

// owners are those of all that has been read.
func (l *loading) owners() map[field.ID]owner {
	out := map[field.ID]owner{}
	for i, t := range l.tables {
		if len(t.lists) > 0 {
			for _, r := range l.records[i] {
				out[r.ID] = owner{t, r}
			}
		}
	}
	return out
}

// putInto puts the lists into their records. The owners are of all kinds together: the
// lists are gone through once, however many kinds there are.
func (l *lists) putInto(owners map[field.ID]owner) {
	for _, g := range l.holdings {
		owners[g.owner].put(g.key, holdingTable, g.items)
	}
	for _, g := range l.links {
		owners[g.owner].put(g.key, linkTable, g.items)
	}
}

func (o owner) put(key, list string, items field.Value) {
	if o.r == nil {
		return
	}
	if f := o.t.byKey[key]; f != nil && forms[f.Type].list == list {
		o.r.Put(f, items)
	}
}
