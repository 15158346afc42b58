package view

import (
	"slices"
	"strings"
	"sync"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Texts keeps the folded text of each record of a kind that a search looks in:
// reference, name and all texts, people and units. It is safe for concurrent
// use. Records never change, so a text holds until the record is replaced, or
// something whose name stands in it is.
type Texts struct {
	w    World
	kind *field.Kind

	naming []*field.Kind // whose names stand in the texts

	mu    sync.Mutex
	names []**field.Record // the lists of naming that the texts were made with
	made  map[*field.Record]string
}

// NewTexts keeps the texts of a kind.
func NewTexts(w World, k *field.Kind) *Texts {
	kinds := naming(w, k)
	return &Texts{w: w, kind: k, naming: kinds, names: make([]**field.Record, len(kinds)), made: map[*field.Record]string{}}
}

// concerns says whether something of the kinds that changed may show in a list of k: of
// its own, of those whose names stand in it or that it tells of, or of the program's
// settings.
func concerns(w field.World, k *field.Kind, changed func(*field.Kind) bool) bool {
	return changed(k) || slices.ContainsFunc(naming(w, k), changed) || slices.ContainsFunc(k.Follows(), changed) ||
		slices.ContainsFunc(w.Kinds(), func(k *field.Kind) bool { return k.Silent && changed(k) })
}

// naming are the kinds whose names stand in the texts of k: those that it
// points at or has texts in, and the styrmodell's words.
func naming(w field.World, k *field.Kind) []*field.Kind {
	var out []*field.Kind
	add := func(ks ...*field.Kind) {
		for _, k := range ks {
			if !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	for _, f := range k.Fields() {
		if f.Model != "" {
			add(slices.DeleteFunc(slices.Clone(w.Kinds()), func(k *field.Kind) bool { return !k.Words })...)
		}
		add(f.Targets()...)
		if told(f) && f.Via != nil {
			add(f.Via.Kind)
			if owner := f.Via.Kind.Owner(); owner != nil {
				add(owner.Targets()...)
			}
		}
	}
	return out
}

// Prepare makes the texts that aren't made yet.
func (t *Texts) Prepare() {
	t.renew()
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

// renew forgets all texts when what they name has changed, and those of records
// that are no more when they have grown many.
func (t *Texts) renew() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i, k := range t.naming {
		if now := first(t.w.All(k)); t.names[i] != now {
			t.names[i] = now
			clear(t.made)
		}
	}
	if len(t.made) > 2*len(t.w.All(t.kind))+100 {
		clear(t.made)
	}
}

// accept lets go of the texts of the records that changed, or name what has, and keeps
// the others.
func (t *Texts) accept(touched map[field.ID]bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i, k := range t.naming {
		t.names[i] = first(t.w.All(k))
	}
	if len(t.made) > 2*len(t.w.All(t.kind))+100 {
		clear(t.made)
	}
	for id := range touched {
		if r := t.w.Get(id); r != nil {
			delete(t.made, r)
		}
	}
}

// first tells lists apart: a list is replaced whole when anything in it changes.
func first(all []*field.Record) **field.Record {
	if len(all) == 0 {
		return nil
	}
	return &all[0]
}

// told says whether a field's values are among the texts: what is written in it, here
// or elsewhere.
func told(f *field.Field) bool {
	return !f.Hidden && f.Words() && (f.Stored() || f.Via != nil)
}

func (t *Texts) write(r *field.Record) string {
	var b strings.Builder
	b.WriteString(r.Ref)
	for _, f := range t.kind.Fields() {
		if !told(f) {
			continue
		}
		if v := f.Value(t.w, r, 0); !field.IsEmpty(v) {
			b.WriteByte('\n')
			b.WriteString(f.Show(t.w, v))
		}
	}
	for _, v := range r.FreeValues() {
		b.WriteByte('\n')
		b.WriteString(v)
	}
	return text.Fold(b.String())
}
