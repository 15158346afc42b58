package field

import "slices"

// Gone is what becomes of a reference when what it points at is removed.
type Gone uint8

// What may become of it.
const (
	Restrict Gone = iota // it stands in the way: nothing is removed
	Detach               // it is taken out of the record that has it
	Cascade              // the record that has it goes too
)

// To gives the kinds that a reference may point at.
func To(kinds ...*Kind) Opt { return func(f *Field) { f.targets = append(f.targets, kinds...) } }

// WhenGone says what becomes of the reference when what it points at is
// removed. Restrict unless something else is said.
func WhenGone(g Gone) Opt { return func(f *Field) { f.Gone = g } }

// Owning makes the record a part of what the reference points at: it goes with
// it, and what is done to it is part of its history.
func Owning(f *Field) { f.Owning, f.Gone = true, Cascade }

// Admit lets a reference point at one more kind. A kind that others come to be
// parts of is known to them and not the other way round.
func (f *Field) Admit(k *Kind) {
	if !slices.Contains(f.targets, k) {
		f.targets = append(f.targets, k)
		k.pointedBy = append(k.pointedBy, f)
	}
}

// Targets are the kinds that values may point at, in the order in which a name
// is looked for among them.
func (f *Field) Targets() []*Kind {
	if of := traitsOf[f.Type].of; of != Text && f.targets == nil {
		return answering[of]
	}
	return f.targets
}

// SameIDs says that two lists name the same as many times, in whatever order.
func SameIDs(a, b []ID) bool {
	if len(a) != len(b) {
		return false
	}
	left := make(map[ID]int, len(a))
	for _, id := range a {
		left[id]++
	}
	for _, id := range b {
		if left[id] == 0 {
			return false
		}
		left[id]--
	}
	return true
}

// Target is the only kind that values may point at; nil when there are several.
func (f *Field) Target() *Kind {
	if ks := f.Targets(); len(ks) == 1 {
		return ks[0]
	}
	return nil
}

// MayPointAt says whether values may point at records of k.
func (f *Field) MayPointAt(k *Kind) bool { return slices.Contains(f.Targets(), k) }

// answering are the kinds that fields of a type always point at.
var answering = map[Type][]*Kind{}

// unanswered are the fields that were declared before the kind that answers: in
// which order packages declare theirs is nobody's concern.
var unanswered = map[Type][]*Field{}

// Owner is the field that points at what the kind's records are parts of; nil
// for records that are things of their own.
func (k *Kind) Owner() *Field { return k.owner }

// Owner is what the record is a part of; "" for a thing of its own.
func (r *Record) Owner() ID {
	if r.Kind.owner == nil {
		return ""
	}
	id, _ := r.Get(r.Kind.owner).(ID)
	return id
}

// PointedBy are the stored fields, of any kind, that may point at the kind's
// records.
func (k *Kind) PointedBy() []*Field { return k.pointedBy }

// Pointing are the kinds of those fields.
func (k *Kind) Pointing() []*Kind {
	var out []*Kind
	for _, f := range k.pointedBy {
		if !slices.Contains(out, f.Kind) {
			out = append(out, f.Kind)
		}
	}
	return out
}

// Follows are the other kinds of which the kind's computed fields tell.
func (k *Kind) Follows() []*Kind {
	var out []*Kind
	for _, f := range k.fields {
		if f.follows != nil {
			out = append(out, f.follows()...)
		}
	}
	return out
}

// Pointers are the stored fields of the kind that point at other records.
func (k *Kind) Pointers() []*Field {
	var out []*Field
	for _, f := range k.fields {
		if f.Stored() && f.Points() {
			out = append(out, f)
		}
	}
	return out
}
