package identify

import (
	"fmt"
	"slices"

	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// ask asks which record is meant by value and gives the answer; ok is false
// while there is none, and then the cell is reported as failure says. What the
// field holds already needs no asking about.
func (t *Table) ask(l *Line, c *match.Column, q ask.Question, failure, value string, ids []field.ID) (field.ID, bool) {
	if id, ok := t.heldAmong(l, c, ids); ok && t.desk.Answer(q.ID) == "" {
		return id, true
	}
	if answer := t.pose(l, q, func() []ask.Option { return t.options(ids) }); answer != "" {
		for _, id := range ids {
			if t.optionKey(id) == answer {
				return id, true
			}
		}
	}
	t.Fail(l.Row.Number, c.Label, value, failure)
	return "", false
}

// heldAmong is the one of several records that the field refers to today.
func (t *Table) heldAmong(l *Line, c *match.Column, ids []field.ID) (found field.ID, ok bool) {
	if l.Record == nil {
		return "", false
	}
	n := 0
	for _, id := range field.Current(t.d.Get(l.Record.ID).Get(c.Field), t.d.Today()) {
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
func (t *Table) among(ids []field.ID, id field.ID) bool {
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

// pose asks about a row and gives the answer.
func (t *Table) pose(l *Line, q ask.Question, options func() []ask.Option) string {
	q.Row = l.Row.Number
	return t.desk.Pose(&t.Said, q, options)
}

// mostOptions bounds how many of a name one may choose between; beyond those it
// takes an address or a reference in the file to tell them apart.
const mostOptions = 50

func (t *Table) options(ids []field.ID) []ask.Option {
	var out []ask.Option
	for _, id := range ids[:min(len(ids), mostOptions)] {
		out = append(out, ask.Option{Key: t.optionKey(id), Label: t.describe(id)})
	}
	return out
}

// optionKey is the same each time the file is read: a reference or an
// address, or the identity of what exists.
func (t *Table) optionKey(id field.ID) string {
	r := t.d.Get(id)
	switch {
	case r.Ref != "":
		return r.Ref
	case r.Kind == t.dir.people.kind && org.PersonEmail.Get(r) != "":
		return org.PersonEmail.Get(r)
	}
	return string(id)
}

// describe tells a record from others of its name.
func (t *Table) describe(id field.ID) string {
	r := t.d.Get(id)
	s := r.Name()
	if r.Ref != "" {
		s = fmt.Sprintf("%s %s", r.Ref, s)
	}
	if u := r.Home(); u != "" {
		s += ", " + org.Path(t.d, u)
	}
	if e := org.PersonEmail.Field; r.Kind == t.dir.people.kind && r.Get(e) != nil {
		s += " <" + org.PersonEmail.Get(r) + ">"
	}
	return s
}
