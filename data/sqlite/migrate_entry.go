package sqlite

import (
	"context"
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/field"
)

// What a migration changes in what people have written is an entry of the journal
// as all else, so that the journal still gives what the tables hold.

// watch tells what migrations change, by comparing before and after.
type watch struct {
	tables []*table
	was    map[field.ID]*field.Record
}

// begin reads what there is before the first migration; a file without entries is
// empty, or being made.
func (w *watch) begin(ctx context.Context, c *conn, schema int) (err error) {
	if schema == 0 || len(w.tables) == 0 {
		return nil
	}
	if n, err := newestEntry(ctx, c); err != nil || n == 0 {
		return err
	}
	w.was, err = readLeniently(ctx, c, w.tables)
	return err
}

// migrationLabel is before a migration's name in the label of its entry.
const migrationLabel = "Migrering %d: "

// note writes an entry of what a migration changed, if that was anything.
func (w *watch) note(ctx context.Context, c *conn, m migration, o Options) error {
	if w.was == nil {
		return nil
	}
	now, err := readLeniently(ctx, c, w.tables)
	if err != nil {
		return err
	}
	changes := between(w.was, now)
	w.was = now
	if len(changes) == 0 {
		return nil
	}
	newest, err := newestEntry(ctx, c)
	if err != nil {
		return err
	}
	at := o.Clock().UTC()
	p := &pending{c: c, number: newest + 1}
	e := app.Entry{At: at, Who: o.Who, Origin: app.OriginMigration, Label: fmt.Sprintf(migrationLabel, m.number) + m.name, Changes: changes}
	for _, ch := range changes {
		if ch.Op != field.Set {
			continue
		}
		if _, err := c.exec("UPDATE "+quote(ch.Kind.Name)+" SET changed = ? WHERE id = ?", stamp(at), string(ch.ID)); err != nil {
			return err
		}
		now[ch.ID].Changed = stamp(at)
	}
	return p.writeJournal(ctx, e)
}

// between gives the changes that make one of the other, in a settled order.
func between(was, now map[field.ID]*field.Record) (out []field.Change) {
	for id, r := range now {
		old := was[id]
		if old == nil {
			out = append(out, field.Change{Op: field.Create, Kind: r.Kind, ID: id, Record: r, Owner: r.Owner()})
			continue
		}
		for _, f := range r.Kind.Stored() {
			if !field.Equal(old.Get(f), r.Get(f)) {
				out = append(out, field.Change{Op: field.Set, Kind: r.Kind, ID: id, Field: f, Before: old.Get(f), After: r.Get(f), Owner: old.Owner(), Since: old.Changed})
			}
		}
	}
	for id, r := range was {
		if now[id] == nil {
			out = append(out, field.Change{Op: field.Delete, Kind: r.Kind, ID: id, Record: r, Owner: r.Owner(), Since: r.Changed})
		}
	}
	slices.SortStableFunc(out, func(a, b field.Change) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return out
}

// readLeniently reads the records of the tables that there are, with the fields that
// have a column and values that can be read as what they are today.
func readLeniently(ctx context.Context, c *conn, tables []*table) (map[field.ID]*field.Record, error) {
	out := map[field.ID]*field.Record{}
	for _, t := range tables {
		have, err := c.columns(ctx, t.kind.Name)
		if err != nil {
			return nil, err
		}
		if len(have) == 0 {
			continue
		}
		if err := t.only(have).readInto(ctx, c, out); err != nil {
			return nil, err
		}
	}
	var l lists
	if err := l.read(ctx, c); err != nil {
		return nil, err
	}
	of := make(map[*field.Kind]*table, len(tables))
	for _, t := range tables {
		of[t.kind] = t
	}
	owners := make(map[field.ID]owner, len(out))
	for id, r := range out {
		owners[id] = owner{of[r.Kind], r}
	}
	l.putInto(owners)
	for _, r := range out { // what a version had as a text may be a reference today
		for _, f := range r.Kind.Pointers() {
			if id, one := r.Get(f).(field.ID); one && out[id] == nil {
				r.Put(f, nil)
			}
		}
	}
	return out, nil
}

func (c *conn) columns(ctx context.Context, table string) (map[string]bool, error) {
	out := map[string]bool{}
	err := c.each(ctx, "SELECT name FROM pragma_table_info(?)", []driver.Value{table}, func(row []driver.Value) error {
		out[text(row[0])] = true
		return nil
	})
	return out, err
}

// only is the table with the columns that a file of another version has.
func (t *table) only(have map[string]bool) *table {
	some := *t
	some.scalars = nil
	columns := []string{"id", "ref", "created", "changed", "free"}
	for _, f := range t.scalars {
		if have[f.Key] {
			some.scalars = append(some.scalars, f)
			columns = append(columns, f.Key)
		}
	}
	for i, name := range columns {
		columns[i] = quote(name)
	}
	some.load = "SELECT " + strings.Join(columns, ",") + " FROM " + quote(t.kind.Name)
	return &some
}

func (t *table) readInto(ctx context.Context, c *conn, out map[field.ID]*field.Record) error {
	return c.each(ctx, t.load, nil, func(row []driver.Value) error {
		r := field.NewRecord(t.kind, field.ID(text(row[0])))
		r.Ref, r.Created, r.Changed = text(row[1]), text(row[2]), text(row[3])
		if free, err := unpackFree(row[4]); err == nil {
			r.SetFree(free)
		}
		for i, f := range t.scalars {
			if v, err := newReader(f).value(row[5+i]); err == nil && row[5+i] != nil {
				r.Put(f, v)
			}
		}
		out[r.ID] = r
		return nil
	})
}
