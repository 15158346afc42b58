package sqlite

import (
	"context"
	"database/sql/driver"
	"fmt"

	"itportfoljen/app"
	"itportfoljen/app/journal"
)

// Erase takes texts out of the journal, in one transaction with the entry that tells
// of it. The states of older entries go too: they are made of all that was there.
func (s *Store) Erase(ctx context.Context, e app.Entry, base int64, gone func(string) bool) (app.Committed, error) {
	return s.write(ctx, e, func(ctx context.Context, w *pending) error {
		if err := w.all(ctx, e, base, nil); err != nil {
			return err
		}
		if err := w.eraseBlocks(ctx, gone); err != nil {
			return err
		}
		if err := w.eraseWords(ctx, gone); err != nil {
			return err
		}
		_, err := w.c.exec("UPDATE entry SET state = '' WHERE number < ?", w.number)
		return err
	})
}

func (w *pending) eraseBlocks(ctx context.Context, gone func(string) bool) error {
	type place struct{ entry, ord int64 }
	var places []place
	err := w.c.each(ctx, "SELECT entry, ord FROM block", nil, func(row []driver.Value) error {
		entry, _ := row[0].(int64)
		ord, _ := row[1].(int64)
		places = append(places, place{entry, ord})
		return nil
	})
	for _, at := range places {
		if err == nil {
			err = w.eraseBlock(ctx, at.entry, at.ord, gone)
		}
	}
	return err
}

func (w *pending) eraseBlock(ctx context.Context, entry, ord int64, gone func(string) bool) error {
	var old, fresh []byte
	var n int
	err := w.c.each(ctx, "SELECT hash, data FROM block WHERE entry = ? AND ord = ?", []driver.Value{entry, ord}, func(row []driver.Value) (err error) {
		h, ok := readHash(row[0])
		old, _ = row[1].([]byte)
		if !ok {
			return fmt.Errorf("%w: a block of entry %d", errMisread, entry)
		}
		if fresh, n, err = journal.Erase(old, h, gone); err != nil {
			return fmt.Errorf("%w: block %d of entry %d: %w", errMisread, ord, entry, err)
		}
		return nil
	})
	if err != nil || n == 0 {
		return err
	}
	_, err = w.c.exec("UPDATE block SET data = ? WHERE entry = ? AND ord = ?", fresh, entry, ord)
	return err
}

func (w *pending) eraseWords(ctx context.Context, gone func(string) bool) error {
	type change struct {
		number int64
		words  journal.Words
	}
	var found []change
	err := w.c.each(ctx, entryColumns, nil, func(row []driver.Value) error {
		e, head, err := readEntry(row)
		if !e.Erased && (gone(e.Label) || gone(e.Origin)) {
			found = append(found, change{e.Number, head.Words.Erase()})
		}
		return err
	})
	for _, f := range found {
		if err == nil {
			_, err = w.c.exec("UPDATE entry SET label = '', origin = '', veil = ? WHERE number = ?", f.words.Veil, f.number)
		}
	}
	return err
}
