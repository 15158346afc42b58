package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql/driver"
	"encoding/binary"
	"fmt"
	"slices"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
)

// Journal gives entries, newest first.
func (s *Store) Journal(ctx context.Context, q app.Query) ([]app.Entry, error) {
	var out []app.Entry
	err := s.look(ctx, func() error {
		return s.readers.with(ctx, func(c *conn) (err error) {
			if out, err = readEntries(ctx, c, q); err != nil {
				return err
			}
			return s.readChanges(ctx, c, q, out)
		})
	})
	return out, err
}

const entryColumns = "SELECT number, at, who, session, origin, label, veil, undoes, chain FROM entry"

// readEntries reads entries without their changes.
func readEntries(ctx context.Context, c *conn, q app.Query) (out []app.Entry, err error) {
	query, args := entryColumns+" WHERE 1 = 1", []driver.Value(nil)
	if q.Number != 0 {
		query, args = query+" AND number = ?", append(args, q.Number)
	}
	if q.Undoes != 0 {
		query, args = query+" AND undoes = ?", append(args, q.Undoes)
	}
	if q.Record != "" {
		query, args = query+" AND number IN (SELECT entry FROM touched WHERE record = ?)", append(args, string(q.Record))
	}
	query += " ORDER BY number DESC"
	if q.Limit > 0 {
		query, args = query+" LIMIT ?", append(args, int64(q.Limit))
	}
	err = c.each(ctx, query, args, func(row []driver.Value) error {
		e, _, err := readEntry(row)
		out = append(out, e)
		return err
	})
	return out, err
}

// readEntry reads a row of entryColumns, and gives what is hashed of it too.
func readEntry(row []driver.Value) (e app.Entry, h journal.Head, err error) {
	at, err := time.Parse(time.RFC3339Nano, text(row[1]))
	if err != nil {
		return e, h, fmt.Errorf("%w: %w", errMisread, err)
	}
	e = app.Entry{At: at, Who: text(row[2]), Session: text(row[3]), Origin: text(row[4]), Label: text(row[5])}
	e.Number, _ = row[0].(int64)
	e.Undoes, _ = row[7].(int64)
	var ok bool
	if e.Chain, ok = readHash(row[8]); !ok {
		return e, h, fmt.Errorf("%w: entry %d has no chain", errMisread, e.Number)
	}
	words := journal.Words{Label: e.Label, Origin: e.Origin}
	words.Veil, _ = row[6].([]byte)
	e.Erased = words.Erased()
	return e, journal.Head{Number: e.Number, At: e.At, Who: e.Who, Session: e.Session, Undoes: e.Undoes, Words: words}, nil
}

func readHash(v driver.Value) (h journal.Hash, ok bool) {
	b, _ := v.([]byte)
	if len(b) != len(h) {
		return h, false
	}
	return journal.Hash(b), true
}

// readChanges fills in the changes of entries, which are newest first.
func (s *Store) readChanges(ctx context.Context, c *conn, q app.Query, entries []app.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	query := "SELECT entry, hash, data, ord FROM block WHERE entry BETWEEN ? AND ?"
	if q.Brief {
		query += " AND ord = 0"
		if err := countRest(ctx, c, entries); err != nil {
			return err
		}
	}
	args := []driver.Value{entries[len(entries)-1].Number, entries[0].Number}
	if q.Record != "" {
		query = "SELECT b.entry, b.hash, b.data, b.ord FROM touched t JOIN block b ON b.entry = t.entry AND b.ord = t.ord WHERE b.entry BETWEEN ? AND ? AND t.record = ?"
		args = append(args, string(q.Record))
	}
	return c.each(ctx, query+" ORDER BY 1, 4", args, func(row []driver.Value) error {
		i, ok := entryAt(entries, row[0])
		if !ok {
			return nil
		}
		changes, err := s.unpack(row[1], row[2])
		for _, ch := range changes {
			if q.Record == "" || ch.ID == q.Record || ch.Owner == q.Record {
				entries[i].Changes = append(entries[i].Changes, ch)
			}
		}
		return err
	})
}

// entryAt finds an entry by its number among those that are newest first.
func entryAt(entries []app.Entry, number driver.Value) (int, bool) {
	n, _ := number.(int64)
	return slices.BinarySearchFunc(entries, n, func(e app.Entry, n int64) int { return int(n - e.Number) })
}

// countRest says how many changes entries have besides those in their first blocks.
func countRest(ctx context.Context, c *conn, entries []app.Entry) error {
	args := []driver.Value{int64(journal.HeadSize), entries[len(entries)-1].Number, entries[0].Number}
	return c.each(ctx, "SELECT entry, substr(data, 1, ?) FROM block WHERE entry BETWEEN ? AND ? AND ord > 0", args, func(row []driver.Value) error {
		head, _ := row[1].([]byte)
		n, err := journal.Count(head)
		if i, ok := entryAt(entries, row[0]); ok && err == nil {
			entries[i].More += n
		}
		return err
	})
}

// unpack reads a block.
func (s *Store) unpack(hash, data driver.Value) ([]field.Change, error) {
	h, ok := readHash(hash)
	b, _ := data.([]byte)
	changes, err := journal.Unpack(b, h, s.names)
	if !ok || err != nil {
		return nil, fmt.Errorf("%w: a block of the journal: %w", errMisread, err)
	}
	return changes, nil
}

// Since gives the entries after a number to see, oldest first, as they are at one
// moment.
func (s *Store) Since(ctx context.Context, number int64, see func(app.Entry) error) error {
	var told error
	var last app.Entry
	err := s.look(ctx, func() error {
		if told != nil { // see has had entries: they aren't given twice
			return nil
		}
		return s.readers.with(ctx, func(c *conn) error {
			return c.each(ctx, entryColumns+" WHERE number > ? ORDER BY number", []driver.Value{number}, func(row []driver.Value) error {
				e, _, err := readEntry(row)
				if err != nil {
					return err
				}
				one := []app.Entry{e}
				if err := s.readChanges(ctx, c, app.Query{Number: e.Number}, one); err != nil {
					return err
				}
				number, last = e.Number, e // a new try goes on after it
				told = see(one[0])
				return told
			})
		})
	})
	if told != nil {
		return told
	}
	if err == nil && s.writes() && s.standing().entry.Number == 0 {
		s.stands(last, [16]byte{})
	}
	return err
}

// writeJournal writes the entry with its blocks, and lengthens the chain.
func (w *pending) writeJournal(ctx context.Context, e app.Entry) error {
	words := journal.NewWords(e.Label, e.Origin)
	at, err := time.Parse(time.RFC3339Nano, moment(e.At))
	if err != nil {
		return err
	}
	var hashes []journal.Hash
	for b := range journal.Pack(e.Changes) {
		if err := w.block(ctx, int64(len(hashes)), b); err != nil {
			return err
		}
		hashes = append(hashes, b.Hash)
	}
	before, err := lastChain(ctx, w.c)
	if err != nil {
		return err
	}
	head := journal.Head{Number: w.number, At: at, Who: e.Who, Session: e.Session, Undoes: e.Undoes, Words: words}
	w.chain = journal.Link(before, head.Content(hashes))
	var undoes driver.Value
	if e.Undoes != 0 {
		undoes = e.Undoes
	}
	_, err = w.c.exec(insertEntry, w.number, moment(at), e.Who, e.Session, e.Origin, e.Label, words.Veil, undoes, w.chain[:])
	return err
}

func (w *pending) block(ctx context.Context, ord int64, b journal.Block) error {
	if _, err := w.c.exec(insertBlock, w.number, ord, b.Hash[:], b.Data); err != nil {
		return err
	}
	for i, id := range b.Records {
		if i%rowsPerCheck == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if _, err := w.c.exec(insertTouched, string(id), w.number, ord); err != nil {
			return err
		}
	}
	return nil
}

// lastChain is the chain after the newest entry; zero before the first.
func lastChain(ctx context.Context, c *conn) (h journal.Hash, err error) {
	return chainAfter(ctx, c, "SELECT chain FROM entry ORDER BY number DESC LIMIT 1")
}

func chainAfter(ctx context.Context, c *conn, query string) (h journal.Hash, err error) {
	err = c.each(ctx, query, nil, func(row []driver.Value) error {
		var ok bool
		if h, ok = readHash(row[0]); !ok {
			return fmt.Errorf("%w: an entry without its chain", errMisread)
		}
		return nil
	})
	return h, err
}

// chained goes through the journal and makes sure that every entry and block is
// what was written, that none is missing, and that the chain holds.
func chained(ctx context.Context, c *conn) error {
	blocks, want := map[int64][]journal.Hash{}, tally{}
	err := c.each(ctx, "SELECT entry, hash, data, ord FROM block ORDER BY entry, ord", nil, func(row []driver.Value) error {
		entry, _ := row[0].(int64)
		h, ok := readHash(row[1])
		data, _ := row[2].([]byte)
		ord, _ := row[3].(int64)
		if !ok || int(ord) != len(blocks[entry]) {
			return fmt.Errorf("%w: a block of entry %d", errMisread, entry)
		}
		about, err := journal.Verify(data, h)
		if err != nil {
			return fmt.Errorf("%w: block %d of entry %d: %w", errMisread, ord, entry, err)
		}
		for _, id := range about {
			want.add(touchedSum(string(id), entry, ord))
		}
		blocks[entry] = append(blocks[entry], h)
		return nil
	})
	if err != nil {
		return err
	}
	if err := indexed(ctx, c, want); err != nil {
		return err
	}
	var chain journal.Hash
	last := int64(0)
	return c.each(ctx, entryColumns+" ORDER BY number", nil, func(row []driver.Value) error {
		e, head, err := readEntry(row)
		if err != nil {
			return err
		}
		chain = journal.Link(chain, head.Content(blocks[e.Number]))
		if e.Number != last+1 || e.Chain != chain {
			return fmt.Errorf("%w: the chain breaks at entry %d", errMisread, e.Number)
		}
		last = e.Number
		return nil
	})
}

// indexed makes sure that touched is just what the blocks say.
func indexed(ctx context.Context, c *conn, want tally) error {
	var have tally
	err := c.each(ctx, "SELECT record, entry, ord FROM touched", nil, func(row []driver.Value) error {
		entry, _ := row[1].(int64)
		ord, _ := row[2].(int64)
		have.add(touchedSum(text(row[0]), entry, ord))
		return nil
	})
	if err == nil && have != want {
		err = fmt.Errorf("%w: which entries touch which records isn't what the blocks say", errMisread)
	}
	return err
}

func touchedSum(record string, entry, ord int64) sum {
	b := binary.AppendVarint(binary.AppendVarint([]byte(record), entry), ord)
	full := sha256.Sum256(b)
	return sum(full[:sumSize])
}
