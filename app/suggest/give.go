package suggest

import (
	"fmt"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Give sets the fields of a question on records to the values of an answer; of others
// than the first only what they lack. A role passes to those who have it in the answer.
// When the first is gone, or new says that it should lack an answer and it has got one
// meanwhile, nothing is given. label is what was done.
func (q Question) Give(tx *field.Tx, ids []field.ID, values []field.Value, new bool) (label string, err error) {
	n := 0
	for i, id := range ids {
		r := tx.Get(id)
		switch {
		case i == 0 && r == nil:
			return "", fault.New(fault.NotFound, "Det som skulle ändras finns inte längre. Inget har ändrats.")
		case i == 0 && new && !q.Lacks(tx, r):
			return "", fault.New(fault.Conflict, fmt.Sprintf("%s har redan fått svar på %s: %s. Inget har ändrats.", field.Called(r, tx.Get), text.Lower(q.Label()), q.Told(tx, r)))
		case r == nil || i > 0 && !q.Lacks(tx, r):
			continue
		}
		for j, f := range q.Fields {
			if i > 0 && !vacant(tx, r, f) {
				continue
			}
			if err := tx.Assign(id, field.Column{Field: f}, passed(tx, f, r, values[j])); err != nil {
				return "", err
			}
		}
		n, label = n+1, q.Label()+" för "+field.Called(r, tx.Get)
	}
	if n > 1 {
		label = q.Label() + " för " + text.Plural(n, q.Kind.One, q.Kind.Many)
	}
	return label, nil
}

// now are the values that a record has.
func (q Question) now(w field.World, r *field.Record) (out []field.Value) {
	for _, f := range q.Fields {
		out = append(out, f.Value(w, r, 0))
	}
	return out
}

// Told is what a record answers, in words.
func (q Question) Told(w field.World, r *field.Record) string { return q.Text(w, q.now(w, r)) }

// passed is a value as r has it: of a role, with the time of those who had it there.
func passed(w field.World, f *field.Field, r *field.Record, v field.Value) field.Value {
	hs, held := v.([]field.Holding)
	if !held {
		return v
	}
	now, _ := r.Get(f).([]field.Holding)
	return field.Succeed(now, field.Holders(hs, w.Today()), w.Today())
}
