package view

import (
	"strings"
	"sync"

	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/text"
)

// Texts keeps the folded text of each record of a kind that a search looks in:
// reference, name and all texts, people and units. It is safe for concurrent
// use. Records never change, so a text holds until the record is replaced, or
// a person or unit is.
type Texts struct {
	w    World
	kind *field.Kind

	mu    sync.Mutex
	names [2]**field.Record // the lists of units and persons that the texts were made with
	made  map[*field.Record]string
}

// NewTexts keeps the texts of a kind.
func NewTexts(w World, k *field.Kind) *Texts {
	return &Texts{w: w, kind: k, made: map[*field.Record]string{}}
}

// Prepare makes the texts that aren't made yet.
func (t *Texts) Prepare() {
	for _, r := range t.w.All(t.kind) {
		t.of(r)
	}
}

func (t *Texts) of(r *field.Record) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if s, ok := t.made[r]; ok {
		return s
	}
	s := t.write(r)
	t.made[r] = s
	return s
}

// renew forgets all texts when persons or units have changed, since texts hold
// their names, and those of records that are no more when they have grown many.
func (t *Texts) renew() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i, k := range []*field.Kind{org.UnitKind, org.PersonKind} {
		var now **field.Record // a list is replaced whole when anything in it changes
		if all := t.w.All(k); len(all) > 0 {
			now = &all[0]
		}
		if t.names[i] != now {
			t.names[i] = now
			clear(t.made)
		}
	}
	if len(t.made) > 2*len(t.w.All(t.kind))+100 {
		clear(t.made)
	}
}

func (t *Texts) write(r *field.Record) string {
	var b strings.Builder
	b.WriteString(r.Ref)
	for _, f := range t.kind.Fields() {
		if f.Hidden || !f.Stored() {
			continue
		}
		switch f.Type {
		case field.Text, field.LongText, field.Choice, field.Person, field.Unit, field.Roles, field.Ref, field.Refs:
			if v := r.Get(f); !field.IsEmpty(v) {
				b.WriteByte('\n')
				b.WriteString(f.Show(t.w, v))
			}
		}
	}
	for _, v := range r.FreeValues() {
		b.WriteByte('\n')
		b.WriteString(v)
	}
	return text.Fold(b.String())
}
