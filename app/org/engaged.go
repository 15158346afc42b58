package org

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Standing is how what a record is named in stands today.
type Standing uint8

// The standings, in the order that people want to see them.
const (
	Now     Standing = iota // it is so, and may be handed over
	Coming                  // it begins another day
	Settled                 // it was so, and goes on being said: a decision that was taken
	Past                    // it is no longer so
)

// Engagement is something that a record, such as a person, is named in: a role in a
// system, an insats that is led.
type Engagement struct {
	Field    *field.Field
	Record   *field.Record
	From, To date.Date // as of a holding; of what was taken on a day, that day
	Standing Standing
}

// Role is what people call the part: the field's label, or what was made.
func (e Engagement) Role() string { return Role(e.Field) }

// Role is what people call the part that somebody has who is named in a field.
func Role(f *field.Field) string {
	if f.Kind.Lasting {
		return text.Capital(f.Kind.Many)
	}
	return f.Label
}

// Engaged is all that a record is named in, field by field in the catalogue's order and
// record by record; of each the latest first.
func Engaged(w field.World, id field.ID) (out []Engagement) {
	for f, r := range naming(w, id) {
		out = append(out, engagements(w, f, r, id)...)
	}
	return out
}

// naming goes through the fields that may point at a record, with the records that do.
func naming(w field.World, id field.ID) func(yield func(*field.Field, *field.Record) bool) {
	return func(yield func(*field.Field, *field.Record) bool) {
		named := w.Get(id)
		if named == nil {
			return
		}
		for _, k := range w.Kinds() {
			for _, f := range k.Pointers() {
				if f.Owning || !f.MayPointAt(named.Kind) {
					continue
				}
				for _, r := range w.Pointing(f, id) {
					if !yield(f, r) {
						return
					}
				}
			}
		}
	}
}

func engagements(w field.World, f *field.Field, r *field.Record, id field.ID) (out []Engagement) {
	e := Engagement{Field: f, Record: r}
	hs, held := r.Get(f).([]field.Holding)
	switch {
	case r.Kind.Lasting:
		e.Standing, e.From = Settled, dayOf(r)
		e.To = e.From
	case settled(w, f, r):
		e.Standing = Past
	}
	if !held {
		return []Engagement{e}
	}
	for _, h := range hs {
		if h.Person != id {
			continue
		}
		e.From, e.To = h.From, h.To
		switch today := w.Today(); {
		case h.Active(today):
			e.Standing = Now
		case h.From > today:
			e.Standing = Coming
		default:
			e.Standing = Past
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b Engagement) int { return cmp.Compare(b.From, a.From) })
	return out
}

// settled says that whom a field names is no longer changed: what it says was so.
func settled(w field.World, f *field.Field, r *field.Record) bool {
	return r.Kind.Lasting || f.Settles && (field.Over(w, r) || r.Kind.Settled != nil && r.Kind.Settled(w, r))
}

// dayOf is the first day that a record tells of, zero for none.
func dayOf(r *field.Record) date.Date {
	for _, f := range r.Kind.Stored() {
		if d, ok := r.Get(f).(date.Date); ok && !d.IsZero() {
			return d
		}
	}
	return 0
}

// CountHeld is how much a person holds today.
func CountHeld(w field.World, id field.ID) int {
	n := 0
	for _, e := range Engaged(w, id) {
		if e.Standing == Now {
			n++
		}
	}
	return n
}
