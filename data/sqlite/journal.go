package sqlite

import (
	"context"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/field"
)

// Journal gives entries, newest first.
func (s *Store) Journal(ctx context.Context, q app.Query) ([]app.Entry, error) {
	var out []app.Entry
	err := s.look(ctx, func() error {
		return s.readers.with(ctx, func(c *conn) (err error) {
			if out, err = readEntries(ctx, c, q); err != nil || len(out) == 0 {
				return err
			}
			return s.readChanges(ctx, c, q, out)
		})
	})
	return out, err
}

// readEntries reads entries without their changes.
func readEntries(ctx context.Context, c *conn, q app.Query) ([]app.Entry, error) {
	query, args := "SELECT number, at, who, label, undoes FROM entry WHERE 1 = 1", []driver.Value(nil)
	if q.Number != 0 {
		query, args = query+" AND number = ?", append(args, q.Number)
	}
	if q.Record != "" {
		query, args = query+" AND number IN (SELECT entry FROM change WHERE record = ?)", append(args, string(q.Record))
	}
	query += " ORDER BY number DESC"
	if q.Limit > 0 {
		query, args = query+" LIMIT ?", append(args, int64(q.Limit))
	}
	var out []app.Entry
	err := c.each(ctx, query, args, func(row []driver.Value) error {
		at, err := time.Parse(time.RFC3339Nano, text(row[1]))
		if err != nil {
			return fmt.Errorf("%w: %w", errMisread, err)
		}
		e := app.Entry{At: at, Who: text(row[2]), Label: text(row[3])}
		e.Number, _ = row[0].(int64)
		e.Undoes, _ = row[4].(int64)
		out = append(out, e)
		return nil
	})
	return out, err
}

// readChanges fills in the changes of entries, which are newest first.
func (s *Store) readChanges(ctx context.Context, c *conn, q app.Query, entries []app.Entry) error {
	query := "SELECT entry, op, kind, record, field, before, after FROM change WHERE entry BETWEEN ? AND ?"
	args := []driver.Value{entries[len(entries)-1].Number, entries[0].Number}
	if q.Record != "" {
		query, args = query+" AND record = ?", append(args, string(q.Record))
	}
	return c.each(ctx, query+" ORDER BY entry, ord", args, func(row []driver.Value) error {
		change, err := s.readChange(row)
		if err != nil {
			return fmt.Errorf("%w: %w", errMisread, err)
		}
		number, _ := row[0].(int64)
		i, ok := slices.BinarySearchFunc(entries, number, func(e app.Entry, n int64) int { return int(n - e.Number) })
		if ok {
			entries[i].Changes = append(entries[i].Changes, change)
		}
		return nil
	})
}

func (s *Store) readChange(row []driver.Value) (field.Change, error) {
	op, _ := row[1].(int64)
	t := s.byName[text(row[2])]
	if t == nil {
		return field.Change{}, fmt.Errorf("the journal has a change of unknown kind %q", text(row[2]))
	}
	change := field.Change{Op: field.Op(op), Kind: t.kind, ID: field.ID(text(row[3]))}
	var err error
	switch change.Op {
	case field.Create: // an undo meets the record itself
	case field.Delete:
		change.Record, err = t.decodeRecord(text(row[5]))
	default:
		change.Field = t.field(text(row[4]))
		if change.Before, err = field.Decode(change.Field, text(row[5])); err != nil {
			return change, err
		}
		change.After, err = field.Decode(change.Field, text(row[6]))
	}
	return change, err
}

// field finds a field by key. One that the catalogue doesn't have is the
// municipality's own, or is from a version that had it: its history is still
// shown.
func (t *table) field(key string) *field.Field {
	if f := t.byKey[key]; f != nil {
		return f
	}
	return field.NewFree(t.kind, key, key)
}

// savedRecord is a deleted record as the journal keeps it.
type savedRecord struct {
	ID      string            `json:"id"`
	Ref     string            `json:"ref,omitempty"`
	Created string            `json:"created,omitempty"`
	Changed string            `json:"changed,omitempty"`
	Values  map[string]string `json:"values"`
	Free    map[string]string `json:"free,omitempty"`
}

func (t *table) encodeRecord(r *field.Record) string {
	saved := savedRecord{ID: string(r.ID), Ref: r.Ref, Created: r.Created, Changed: r.Changed, Values: map[string]string{}, Free: r.FreeValues()}
	for key, f := range t.byKey {
		if v := r.Get(f); v != nil {
			saved.Values[key] = field.Encode(v)
		}
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(saved) // texts only: always encodable
	return strings.TrimSuffix(b.String(), "\n")
}

func (t *table) decodeRecord(s string) (*field.Record, error) {
	var saved savedRecord
	if err := json.Unmarshal([]byte(s), &saved); err != nil {
		return nil, err
	}
	r := field.NewRecord(t.kind, field.ID(saved.ID))
	r.Ref, r.Created, r.Changed = saved.Ref, saved.Created, saved.Changed
	r.SetFree(saved.Free)
	for key, text := range saved.Values {
		f := t.field(key)
		v, err := field.Decode(f, text)
		if err != nil {
			return nil, err
		}
		r.Put(f, v)
	}
	return r, nil
}
