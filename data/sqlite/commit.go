package sqlite

import (
	"context"
	"database/sql/driver"
	"fmt"
	"maps"
	"slices"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
)

// Commit carries out an entry in one durable transaction.
func (s *Store) Commit(ctx context.Context, e app.Entry, base int64, sequences map[string]int) (app.Committed, error) {
	return s.write(ctx, e, func(ctx context.Context, w *pending) error { return w.all(ctx, e, base, sequences) })
}

// write does the work of an entry in one durable transaction.
func (s *Store) write(ctx context.Context, e app.Entry, work func(context.Context, *pending) error) (done app.Committed, err error) {
	leave, err := s.enter()
	if err != nil {
		return done, err
	}
	defer leave()
	if !s.writes() {
		return done, s.readOnly(nil)
	}
	s.commit.Lock()
	defer s.commit.Unlock()
	if err := ctx.Err(); err != nil {
		return done, s.explain(err)
	}
	var w *pending
	err = s.again(ctx, func() (err error) {
		w, err = s.attempt(ctx, e, work)
		return err
	})
	if err == nil {
		err = s.stillHere(w)
	}
	if err != nil {
		return done, s.explain(err)
	}
	e.Number, e.Chain = w.number, w.chain
	s.stands(e, w.mark.now)
	return app.Committed{Number: w.number, Chain: w.chain}, nil
}

// all is the whole transaction.
func (w *pending) all(ctx context.Context, e app.Entry, base int64, sequences map[string]int) (err error) {
	if w.mark, err = w.c.remark(ctx, w.file); err != nil {
		return err
	}
	w.marked = true
	if err := w.basis.holds(ctx, w.c, w.shown); err != nil {
		return err
	}
	last, err := newestEntry(ctx, w.c)
	if err != nil {
		return err
	}
	if last != base {
		return fault.New(fault.Stale, "Portföljen har ändrats av ett annat program. Ändringen är inte sparad än. Se det nya och ändra igen.")
	}
	w.number = last + 1
	if err := w.begin(ctx); err != nil {
		return err
	}
	if err := w.changes(ctx, e.Changes); err != nil {
		return err
	}
	if err := w.writeJournal(ctx, e); err != nil {
		return err
	}
	if err := w.sequences(sequences); err != nil {
		return err
	}
	return w.sumUp(ctx)
}

// pending is an entry on its way into the file.
type pending struct {
	c       *conn
	file    string // "" for one without a journal
	shown   string
	basis   basis
	byName  map[string]*table
	number  int64
	chain   journal.Hash
	mark    mark
	marked  bool
	changed string // what the records' changed becomes
	row     []driver.Value
	update  update

	state   state
	summer  summer
	touched map[field.ID]*table // records that are there but whose sums aren't made yet
}

func newPending(s *Store, e app.Entry) *pending {
	w := &pending{c: s.writer, file: s.file, shown: s.shown, basis: s.standing(), byName: s.byName, changed: stamp(e.At), touched: map[field.ID]*table{}}
	if s.unseen {
		w.file = ""
	}
	return w
}

const (
	insertEntry   = "INSERT INTO entry (number, at, who, session, origin, label, veil, undoes, chain, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')"
	insertBlock   = "INSERT INTO block (entry, ord, hash, data) VALUES (?, ?, ?, ?)"
	insertTouched = "INSERT INTO touched (record, entry, ord) VALUES (?, ?, ?)"
	insertHolding = "INSERT INTO holding (owner, field, ord, person, from_date, to_date) VALUES (?, ?, ?, ?, ?, ?)"
	insertLink    = "INSERT INTO link (owner, field, ord, target) VALUES (?, ?, ?, ?)"
	raiseSequence = "INSERT INTO sequence (prefix, last) VALUES (?, ?) ON CONFLICT (prefix) DO UPDATE SET last = max(last, excluded.last)"
)

func (w *pending) changes(ctx context.Context, changes []field.Change) error {
	for i := range changes {
		if i%rowsPerCheck == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		c := &changes[i]
		t := w.byName[kindOf(c)]
		if t == nil {
			return fmt.Errorf("sqlite: change of unknown kind %q", kindOf(c))
		}
		if err := w.change(t, c); err != nil {
			return err
		}
	}
	return w.flush()
}

func kindOf(c *field.Change) string {
	switch {
	case c.Kind != nil:
		return c.Kind.Name
	case c.Record != nil:
		return c.Record.Kind.Name
	}
	return ""
}

func (w *pending) change(t *table, c *field.Change) error {
	switch c.Op {
	case field.Create:
		return w.create(t, c.Record)
	case field.Delete:
		return w.delete(t, c)
	}
	if c.Field == nil {
		return fmt.Errorf("sqlite: a change of %s without a field", c.ID)
	}
	if err := w.touch(t, c.ID); err != nil {
		return err
	}
	if !w.update.of(t, c.ID) {
		if err := w.flush(); err != nil {
			return err
		}
		w.update.begin(t, c.ID)
	}
	switch {
	case c.Field.Free():
		return w.setFree(t, c)
	case c.Field.IsList():
		return w.setList(c)
	}
	w.update.set(c.Field.Key, bind(c.Field, c.After))
	return nil
}

// moment writes a time so that it can be read again. A clock gone wild must
// not make the journal unreadable.
func moment(t time.Time) string {
	if t = t.UTC(); t.Year() < 0 || t.Year() > 9999 {
		t = time.Date(min(max(t.Year(), 0), 9999), 12, 31, 0, 0, 0, 0, time.UTC)
	}
	return t.Format(time.RFC3339Nano)
}

func (w *pending) create(t *table, r *field.Record) error {
	if r == nil {
		return fmt.Errorf("sqlite: a new %s without its record", t.kind.Name)
	}
	if err := w.flush(); err != nil {
		return err
	}
	s := w.summer.of(r)
	w.state.add(t.kind.Name, s)
	w.row = t.row(r, s, w.row)
	if _, err := w.c.exec(t.insert, w.row...); err != nil {
		return err
	}
	for _, f := range t.lists {
		if err := w.addList(r.ID, f, r.Get(f)); err != nil {
			return err
		}
	}
	return nil
}

func (w *pending) delete(t *table, c *field.Change) error {
	if c.Record == nil {
		return fmt.Errorf("sqlite: a deleted %s without its record", t.kind.Name)
	}
	if err := w.flush(); err != nil {
		return err
	}
	if len(t.lists) > 0 {
		for _, query := range []string{"DELETE FROM holding WHERE owner = ?", "DELETE FROM link WHERE owner = ?"} {
			if _, err := w.c.exec(query, string(c.ID)); err != nil {
				return err
			}
		}
	}
	if err := w.touch(t, c.ID); err != nil {
		return err
	}
	delete(w.touched, c.ID)
	n, err := w.c.exec(t.remove, string(c.ID))
	return mustTouch(n, err)
}

// mustTouch makes a conflict of a statement that found no record.
func mustTouch(rows int64, err error) error {
	if err == nil && rows == 0 {
		return fault.New(fault.Conflict, "Det som skulle ändras finns inte längre i filen. Inget har ändrats. Öppna portföljen på nytt och försök igen.")
	}
	return err
}

func (w *pending) setList(c *field.Change) error {
	query := "DELETE FROM " + forms[c.Field.Type].list + " WHERE owner = ? AND field = ?"
	if _, err := w.c.exec(query, string(c.ID), c.Field.Key); err != nil {
		return err
	}
	return w.addList(c.ID, c.Field, c.After)
}

func (w *pending) addList(owner field.ID, f *field.Field, v field.Value) error {
	if field.IsEmpty(v) {
		return nil
	}
	return forms[f.Type].add(w.c, owner, f.Key, v)
}

// setFree changes one value among the record's free ones.
func (w *pending) setFree(t *table, c *field.Change) error {
	column, known := w.update.value("free")
	if !known {
		query := "SELECT free FROM " + quote(t.kind.Name) + " WHERE id = ?"
		err := w.c.each(context.Background(), query, []driver.Value{string(c.ID)}, func(row []driver.Value) error {
			column = row[0]
			return nil
		})
		if err != nil {
			return err
		}
	}
	free, err := unpackFree(column)
	if err != nil {
		return err
	}
	if free == nil {
		free = map[string]string{}
	}
	if delete(free, c.Field.Key); !field.IsEmpty(c.After) {
		free[c.Field.Key] = field.Encode(c.After)
	}
	w.update.set("free", packFree(free))
	return nil
}

// flush writes what is set on the record at hand.
func (w *pending) flush() error {
	query, args := w.update.statement(w.changed)
	if query == "" {
		return nil
	}
	w.update = update{}
	return mustTouch(w.c.exec(query, args...))
}

func (w *pending) sequences(last map[string]int) error {
	for _, prefix := range slices.Sorted(maps.Keys(last)) {
		if _, err := w.c.exec(raiseSequence, prefix, int64(last[prefix])); err != nil {
			return err
		}
	}
	return nil
}
