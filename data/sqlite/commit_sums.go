package sqlite

import (
	"context"
	"database/sql/driver"
	"fmt"

	"itportfoljen/app/field"
)

// begin reads the state that the entry builds on.
func (w *pending) begin(ctx context.Context) error {
	text, err := lastState(ctx, w.c)
	if err != nil {
		return err
	}
	w.state, err = parseState(text)
	return err
}

// touch takes a record that is to change out of the state, once. One that isn't
// there is told of by the change itself.
func (w *pending) touch(t *table, id field.ID) error {
	if w.touched[id] != nil {
		return nil
	}
	return w.c.each(context.Background(), t.sumOf, []driver.Value{string(id)}, func(row []driver.Value) error {
		s, ok := readSum(row[0])
		if !ok {
			return fmt.Errorf("%w: %s %s has no sum", errMisread, t.kind.Name, id)
		}
		w.state.remove(t.kind.Name, s)
		w.touched[id] = t
		return nil
	})
}

// sumUp makes the sums of what has changed, and writes the state into the entry.
func (w *pending) sumUp(ctx context.Context) error {
	for id, t := range w.touched {
		r, err := t.readOne(ctx, w.c, id)
		if err != nil {
			return err
		}
		s := w.summer.of(r)
		w.state.add(t.kind.Name, s)
		if _, err := w.c.exec(t.setSum, s[:], string(id)); err != nil {
			return err
		}
	}
	return w.c.writeState(ctx, w.state, w.number)
}

// writeState completes a state with the sequences and writes it into an entry.
func (c *conn) writeState(ctx context.Context, s state, entry int64) (err error) {
	if s.Sequences, err = c.sequences(ctx); err != nil {
		return err
	}
	_, err = c.exec("UPDATE entry SET state = ? WHERE number = ?", s.text(), entry)
	return err
}

func (c *conn) sequences(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	err := c.each(ctx, "SELECT prefix, last FROM sequence", nil, func(row []driver.Value) error {
		n, _ := row[1].(int64)
		out[text(row[0])] = int(n)
		return nil
	})
	return out, err
}

// resum makes all sums and the newest state anew, after a migration.
func resum(ctx context.Context, c *conn, tables []*table) error {
	newest, err := newestEntry(ctx, c)
	if err != nil || newest == 0 {
		return err
	}
	state, summer := newFileState(), summer{}
	for _, t := range tables {
		ids, err := c.ids(ctx, t)
		if err != nil {
			return err
		}
		for _, id := range ids {
			r, err := t.readOne(ctx, c, id)
			if err != nil {
				return err
			}
			s := summer.of(r)
			state.add(t.kind.Name, s)
			if _, err := c.exec(t.setSum, s[:], string(id)); err != nil {
				return err
			}
		}
	}
	return c.writeState(ctx, state, newest)
}

func (c *conn) ids(ctx context.Context, t *table) (out []field.ID, err error) {
	err = c.each(ctx, "SELECT id FROM "+quote(t.kind.Name), nil, func(row []driver.Value) error {
		out = append(out, field.ID(text(row[0])))
		return nil
	})
	return out, err
}
