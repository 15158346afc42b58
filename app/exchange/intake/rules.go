package intake

import (
	"slices"

	"itportfoljen/app/exchange/match"
	"itportfoljen/app/field"
)

// waiting is a row to be made, or a value of one, that a rule of several records stands
// against. It may hold once the rows below are read, as when two shares change places.
type waiting struct {
	line   *line
	values []value // of a new record
	value  *value  // of one that is there
	why    error
}

// broken is the rule of several records that the whole plan breaks. What a book only makes
// in passing, as the agreement that a list of systems says the end of, breaks none.
func (s *session) broken(layouts []*match.Layout) error {
	if slices.ContainsFunc(layouts, func(l *match.Layout) bool { return l.Kind.Ruled() }) {
		return s.d.Rules()
	}
	for id, r := range s.d.Now() {
		if r.Kind.Ruled() && !(s.d.Made(id) && (r.Owner() == "" || s.d.Made(r.Owner()))) {
			return s.d.Rules()
		}
	}
	return nil
}

// holds tries changes against the rules of several records. That is done only in a book
// that has been found to break one.
func (t *merge) holds(changes []field.Change) error {
	if !t.careful || !slices.ContainsFunc(changes, func(c field.Change) bool { return c.Kind.Ruled() }) {
		return nil
	}
	tx := field.NewTx(t.d)
	for _, c := range changes {
		if err := tx.Carry(c); err != nil {
			return err
		}
	}
	if err := tx.Rules(); err != nil {
		return ruled{err}
	}
	return nil
}

// ruled is what a rule of several records says.
type ruled struct{ error }

func (r ruled) Unwrap() error { return r.error }

// refuseOrWait refuses a value, unless the rows below may let it be.
func (t *merge) refuseOrWait(l *line, v value, err error) {
	if _, by := err.(ruled); by {
		t.later = append(t.later, &waiting{line: l, value: &v, why: err})
		return
	}
	t.refuse(l, v, err)
}

// tryLater tries what a rule stood against until no more of it may be, and refuses the
// rest.
func (t *merge) tryLater() {
	for left := -1; left != len(t.later) && len(t.later) > 0; {
		now := t.later
		left, t.later = len(now), nil
		for _, w := range now {
			t.tryAgain(w)
		}
	}
	for _, w := range t.later {
		if w.value != nil {
			t.refuse(w.line, *w.value, w.why)
		}
	}
}

func (t *merge) tryAgain(w *waiting) {
	if w.value == nil {
		w.line.Skipped, w.line.Reason = false, ""
		t.add(w.line, w.values)
		return
	}
	if err := t.give(w.line, *w.value); err != nil {
		w.why = err
		t.later = append(t.later, w)
	}
}
