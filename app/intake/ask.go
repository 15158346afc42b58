package intake

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// question is what is asked about a cell or a row.
type question struct {
	id, text, effect string
	failure          string // the error while it is unanswered
}

// key is the question's lasting name, easy to give on a command line.
func (q question) key() string { return strings.ReplaceAll(q.id, " ", "_") }

// ask asks which record is meant and gives the answer; ok is false while
// there is none, and then the cell is reported. What the field holds already
// needs no asking about.
func (t *table) ask(l *line, c *col, q question, value string, ids []field.ID) (field.ID, bool) {
	if id, ok := t.heldAmong(l, c, ids); ok && t.o.Answers[q.key()] == "" {
		return id, true
	}
	answer := t.pose(l, q, t.options(ids))
	for _, id := range ids {
		if answer != "" && t.optionKey(id) == answer {
			return id, true
		}
	}
	t.res.Errors = append(t.res.Errors, Issue{l.row.Number, c.label, value, q.failure})
	return "", false
}

// heldAmong is the one of several records that the field refers to today.
func (t *table) heldAmong(l *line, c *col, ids []field.ID) (found field.ID, ok bool) {
	if l.record == nil {
		return "", false
	}
	var held []field.ID
	switch v := t.d.Get(l.record.ID).Get(c.Field).(type) {
	case field.ID:
		held = []field.ID{v}
	case []field.ID:
		held = v
	case []field.Holding:
		held = field.Holders(v, t.d.Today())
	}
	n := 0
	for _, id := range ids {
		if slices.Contains(held, id) {
			found = id
			n++
		}
	}
	return found, n == 1
}

// pose adds the question once and gives its answer.
func (t *table) pose(l *line, q question, options []Option) string {
	key := q.key()
	answer := t.o.Answers[key]
	if !t.asked[key] {
		t.asked[key] = true
		t.res.Questions = append(t.res.Questions, Question{key, l.row.Number, q.text, options, answer, q.effect})
	}
	return answer
}

func (t *table) options(ids []field.ID) []Option {
	var out []Option
	for _, id := range ids {
		out = append(out, Option{t.optionKey(id), t.describe(id)})
	}
	return out
}

// optionKey is the same each time the file is read: a reference or an
// address, or the identity of what exists.
func (t *table) optionKey(id field.ID) string {
	r := t.d.Get(id)
	switch {
	case r.Ref != "":
		return r.Ref
	case r.Kind == org.PersonKind && org.PersonEmail.Get(r) != "":
		return org.PersonEmail.Get(r)
	}
	return string(id)
}

// describe tells a record from others of its name.
func (t *table) describe(id field.ID) string {
	r := t.d.Get(id)
	s := r.Name()
	if r.Ref != "" {
		s = fmt.Sprintf("%s %s", r.Ref, s)
	}
	if u := r.Home(); u != "" {
		s += ", " + org.Path(t.d, u)
	}
	if e := org.PersonEmail.Field; r.Kind == org.PersonKind && r.Get(e) != nil {
		s += " <" + org.PersonEmail.Get(r) + ">"
	}
	return s
}
