// Package suggest guesses what a record lacks, and says why: it looks at what like
// records have, and trusts each sort of likeness as far as it has shown itself right
// among those that are answered. It knows no kind, and asks the catalogue.
package suggest

import (
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Question is what is asked of a record in one go: a field or, where several are
// stated together by the same words, such as a class's levels, all of those.
type Question struct {
	Kind   *field.Kind
	Fields []*field.Field

	among []*field.Field // of a part of a question: all that it asks for
}

// Of is the question that a field is a part of.
func Of(f *field.Field) Question {
	q := Question{Kind: f.Kind}
	for _, g := range f.Kind.Fields() {
		if g == f || together(f, g) {
			q.Fields = append(q.Fields, g)
		}
	}
	return q
}

// together says whether two fields are stated at once: both are required from the same
// moment, stand together, and have the same alternatives.
func together(f, g *field.Field) bool {
	return f.Required && g.Required && f.From == g.From && f.Group == g.Group && len(f.Options) > 0 && f.Type == g.Type &&
		slices.EqualFunc(f.Options, g.Options, func(a, b field.Option) bool { return a.Key == b.Key })
}

// First is the field by which the question is known.
func (q Question) First() *field.Field { return q.Fields[0] }

// Label is what is asked for, "Systemägare" or, of several, where they stand.
func (q Question) Label() string {
	if f := q.First(); len(q.Fields) == 1 || f.Group == "" {
		return f.Label
	}
	return q.First().Group
}

// Name is what answering it is called, "Utse systemägare": what the field says, or what
// fits its values.
func (q Question) Name() string {
	f := q.First()
	switch {
	case f.Guided != "":
		return f.Guided
	case f.OfPersons():
		return "Utse " + text.Lower(q.Label())
	}
	return "Fyll i " + text.Lower(q.Label())
}

// Lacks says whether a record lacks an answer that can be given: something is empty, or
// a role is held by nobody who is still there.
func (q Question) Lacks(w field.World, r *field.Record) bool {
	lacks := false
	for _, f := range q.Fields {
		if !f.Editable() || f.Places != nil && len(f.Places(w, r)) > 0 {
			return false
		}
		lacks = lacks || vacant(w, r, f)
	}
	return lacks
}

func vacant(w field.World, r *field.Record, f *field.Field) bool {
	if f.IsHeld() {
		return !field.Held(w, r, field.RolesField{Field: f})
	}
	return field.IsEmpty(f.Value(w, r, 0))
}

// Wanted are the records that should have an answer and lack one, those of a unit
// together, in order of their names.
func (q Question) Wanted(w field.World) []*field.Record {
	var out []*field.Record
	for _, r := range w.All(q.Kind) {
		if q.wants(w, r) && q.Lacks(w, r) {
			out = append(out, r)
		}
	}
	InOrder(w, out)
	return out
}

// wants says whether a record should have an answer: a field is required there, or its
// kind reminds of one.
func (q Question) wants(w field.World, r *field.Record) bool {
	for _, f := range q.Fields {
		if f.Required && (f.From == "" || r.Kind.Reached == nil || r.Kind.Reached(w, r, f.From)) {
			return true
		}
	}
	reminded := false
	if r.Kind.Remind != nil {
		r.Kind.Remind(w, r, func(m field.Reminder) { reminded = reminded || m.Gathered && slices.Contains(q.Fields, m.Field) })
	}
	return reminded
}

// Questions are those of a kind that its records may have to answer, in the order of the
// catalogue: of what is required, and of what is reminded of and lacking.
func Questions(w field.World, k *field.Kind) (out []Question) {
	asked := map[*field.Field]bool{}
	for _, f := range k.Fields() {
		asked[f] = f.Required && f.Editable() && f != k.Title()
	}
	for _, r := range w.All(k) {
		if k.Remind == nil {
			break
		}
		k.Remind(w, r, func(m field.Reminder) {
			if f := m.Field; m.Gathered && f != nil && f.Kind == k && f.Editable() && vacant(w, r, f) {
				asked[f] = true
			}
		})
	}
	seen := map[*field.Field]bool{}
	for _, f := range k.Fields() {
		if !asked[f] || seen[f] {
			continue
		}
		q := Of(f)
		out = append(out, q)
		for _, g := range q.Fields {
			seen[g] = true
		}
	}
	return out
}

// InOrder puts records of a unit together, those of the units in the order of their
// names, and then by their own.
func InOrder(w field.World, rs []*field.Record) {
	type key struct{ unit, name string }
	keys := map[field.ID]key{}
	for _, r := range rs {
		keys[r.ID] = key{text.SortKey(w.Label(r.Home())) + string(r.Home()), text.SortKey(r.Name())}
	}
	slices.SortStableFunc(rs, func(a, b *field.Record) int {
		x, y := keys[a.ID], keys[b.ID]
		if x.unit != y.unit {
			if x.unit < y.unit {
				return -1
			}
			return 1
		}
		switch {
		case x.name < y.name:
			return -1
		case x.name > y.name:
			return 1
		}
		return field.InOrder(a, b)
	})
}
