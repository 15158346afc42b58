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
	if answer := t.pose(l, q, func() []Option { return t.options(ids) }); answer != "" {
		for _, id := range ids {
			if t.optionKey(id) == answer {
				return id, true
			}
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
	n := 0
	for _, id := range field.Current(t.d.Get(l.record.ID).Get(c.Field), t.d.Today()) {
		if t.among(ids, id) {
			found = id
			n++
		}
	}
	return found, n == 1
}

// slice tells a list that doesn't change from others.
type slice struct {
	first *field.ID
	n     int
}

// among says whether a list, which may be long and asked of for every row, holds
// id.
func (t *table) among(ids []field.ID, id field.ID) bool {
	if len(ids) <= mostOptions {
		return slices.Contains(ids, id)
	}
	key := slice{&ids[0], len(ids)}
	set, ok := t.sets[key]
	if !ok {
		set = make(map[field.ID]bool, len(ids))
		for _, x := range ids {
			set[x] = true
		}
		if t.sets == nil {
			t.sets = map[slice]map[field.ID]bool{}
		}
		t.sets[key] = set
	}
	return set[id]
}

// pose adds the question once and gives its answer.
func (t *table) pose(l *line, q question, options func() []Option) string {
	key := q.key()
	answer := t.o.Answers[key]
	if !t.asked[key] {
		t.asked[key] = true
		t.res.Questions = append(t.res.Questions, Question{key, l.row.Number, q.text, options(), answer, q.effect})
	}
	return answer
}

// mostOptions bounds how many of a name one may choose between; beyond those it
// takes an address or a reference in the file to tell them apart.
const mostOptions = 50

func (t *table) options(ids []field.ID) []Option {
	var out []Option
	for _, id := range ids[:min(len(ids), mostOptions)] {
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
