package sqlite

import (
	"context"
	"fmt"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// Held is what a portfolio file holds.
type Held struct {
	Schema int
	Count  int       // records of the kind that was asked for
	Newest app.Entry // without its changes; empty when there is none
}

// Look looks through a portfolio file that nobody has open, of this version or
// an older one, and counts its records of a kind. Nothing is written. Faults:
// Unreadable (no portfolio), Damaged, TooNew.
func Look(ctx context.Context, path string, k *field.Kind) (h Held, err error) {
	s := newStore(Options{Access: app.ToRead}.withDefaults())
	if err := s.locate(path); err != nil {
		return h, err
	}
	c, err := s.connect(ctx)
	if err != nil {
		return h, s.explain(err)
	}
	defer c.close()
	h, err = s.held(ctx, c, k)
	return h, s.explain(s.unlessUnreadable(ctx, err))
}

func (s *Store) held(ctx context.Context, c *conn, k *field.Kind) (h Held, err error) {
	schema, err := c.number(ctx, "PRAGMA user_version")
	if err != nil {
		return h, err
	}
	h.Schema = int(schema)
	if err := s.recognise(ctx, c, h.Schema); err != nil {
		return h, err
	}
	if err := whole(ctx, c, s.shown); err != nil {
		return h, err
	}
	if err := s.verifyAs(ctx, c, h.Schema); err != nil {
		return h, err
	}
	n, err := c.number(ctx, fmt.Sprintf("SELECT count(*) FROM %q", k.Name))
	if err != nil {
		return h, err
	}
	h.Count = int(n)
	entries, err := readEntries(ctx, c, app.Query{Limit: 1})
	if len(entries) > 0 {
		h.Newest = entries[0]
	}
	return h, err
}

// whole goes through all of a file.
func whole(ctx context.Context, c *conn, path string) error {
	if err := sound(ctx, c, path, "PRAGMA integrity_check(20)"); err != nil {
		return err
	}
	table, err := c.one(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	if table != nil {
		return about(fault.Damaged, damagedText, path, fmt.Errorf("sqlite: foreign key violated in %v", table))
	}
	return nil
}
