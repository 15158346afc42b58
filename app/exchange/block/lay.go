package block

import (
	"errors"

	"itportfoljen/app/field"
)

// together is how many records are tried at a time.
const together = 256

// row is what is wished of one record.
type row struct {
	id     field.ID
	wishes []*wish
}

// lay tries what is wished, and takes in what the portfolio would: what it refuses is
// told of its cell and stops nothing else.
func (s *session) lay(wishes []*wish) error {
	t := &trial{session: s, tx: field.NewTx(s.makers.draft)}
	rows := rowsOf(wishes)
	for i := 0; i < len(rows); i += together {
		if s.ctx.Err() != nil {
			return canceled(s.ctx)
		}
		t.try(rows[i:min(i+together, len(rows))])
		s.progress(0.5 + 0.5*float64(i)/float64(len(rows)))
	}
	changes := t.tx.Changes()
	made := s.makers.used(changes)
	s.plan.Changes = append(made, changes...)
	if s.choices.NoneNew {
		s.plan.Made = s.makers.told(nil)
	} else {
		only := map[field.ID]bool{}
		for _, c := range made {
			only[c.ID] = true
		}
		s.plan.Made = s.makers.told(only)
	}
	s.count(t.taken)
	return nil
}

// rowsOf gathers wishes by their records, in order.
func rowsOf(wishes []*wish) (out []row) {
	at := map[field.ID]int{}
	for _, w := range wishes {
		i, ok := at[w.id]
		if !ok {
			i = len(out)
			at[w.id] = i
			out = append(out, row{id: w.id})
		}
		out[i].wishes = append(out[i].wishes, w)
	}
	return out
}

// count says what has been taken in.
func (s *session) count(taken []*wish) {
	records := map[field.ID]bool{}
	for _, w := range taken {
		r := s.w.Get(w.id)
		c := s.cellOf(w, r)
		c.After, c.Remark = w.col.Field.Show(s.makers.draft, w.value), w.remark
		s.plan.Cells = append(s.plan.Cells, c)
		if c.Before != "" {
			s.plan.Writes++
			s.plan.renames = s.plan.renames || w.filled && w.col.Field == s.kind.Title() && s.kind.Owner() == nil
		}
		records[w.id] = true
	}
	s.plan.Records = len(records)
}

// trial is the portfolio as it will be with what has been taken in.
type trial struct {
	*session
	tx    *field.Tx
	taken []*wish
}

// try takes in rows together, and when something of them is refused by halves, so that
// one that can't be costs little and stops no other.
func (t *trial) try(rows []row) {
	if len(rows) == 0 {
		return
	}
	var all []*wish
	for _, r := range rows {
		all = append(all, inOrder(r.wishes)...)
	}
	at, err := t.take(all)
	switch {
	case err == nil:
	case len(rows) == 1:
		t.each(rows[0])
	case at != nil: // known whose
		i := 0
		for rows[i].id != at.id {
			i++
		}
		t.try(rows[:i])
		t.try(rows[i : i+1])
		t.try(rows[i+1:])
	default:
		t.try(rows[:len(rows)/2])
		t.try(rows[len(rows)/2:])
	}
}

// inOrder are wishes of a record, a step last: it is taken when all else is there.
func inOrder(wishes []*wish) []*wish {
	out := make([]*wish, 0, len(wishes))
	var step []*wish
	for _, w := range wishes {
		if w.col.Field == w.col.Field.Kind.Step {
			step = append(step, w)
		} else {
			out = append(out, w)
		}
	}
	return append(out, step...)
}

// each takes in a record's cells one by one. What one makes impossible may be possible
// when the others are there, so it is tried once more before it is refused.
func (t *trial) each(r row) {
	var later []*wish
	for _, w := range inOrder(r.wishes) {
		if _, err := t.take([]*wish{w}); err != nil {
			later = append(later, w)
		}
	}
	for _, w := range later {
		if _, err := t.take([]*wish{w}); err != nil {
			c := t.cellOf(w, t.w.Get(w.id))
			if w.given {
				c.After = w.col.Field.Show(t.makers.draft, w.value)
			}
			c.Why = told(err)
			t.leave(c)
		}
	}
}

// take takes in wishes, all or none; of an error that is one's own it says whose.
func (t *trial) take(wishes []*wish) (at *wish, err error) {
	sub := field.NewTx(t.tx)
	for _, w := range wishes {
		if err := sub.Assign(w.id, w.col, w.value); err != nil {
			return w, err
		}
	}
	if err := sub.Check(); err != nil {
		return nil, err
	}
	for _, c := range sub.Changes() {
		if err := t.tx.Carry(c); err != nil {
			return nil, errors.Join(errHalf, err)
		}
	}
	t.taken = append(t.taken, wishes...)
	return nil, nil
}

// errHalf is of changes that fitted what they were worked out in and not what that is
// made of: none should be.
var errHalf = errors.New("block: a change didn't carry")
