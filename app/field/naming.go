package field

import "itportfoljen/app/base/text"

// Naming is how a list names records of a kind. One that is named and isn't there
// may be made: a unit, a person, and what a field that Makes points at.
type Naming struct {
	The string // Swedish, "enheten"

	// Fill sets what follows from the name, and from what it lies under, of a record
	// that is made; nil: nothing does.
	Fill func(r *Record)
	// Sounds says that a text that names none of them sounds as if it did; nil: none
	// does.
	Sounds func(s string) bool
	// Alike gives what spellings of one name have in common. Names that give the same,
	// or nearly, are asked about before a record more is made, and never taken for one
	// without a yes; nil: only the same name is the same.
	Alike func(name string) string
}

// Near says that two names may be spellings of one: what they have in common is the
// same, or differs by one letter.
func (n *Naming) Near(a, b string) bool {
	if n.Alike == nil {
		return false
	}
	a, b = n.Alike(a), n.Alike(b)
	return a != "" && b != "" && (a == b || text.OneLetterApart(a, b))
}

// Namesakes are the other records of a record's kind whose names may be spellings of
// its own.
func Namesakes(w World, r *Record) (out []*Record) {
	if r.Kind.Naming == nil {
		return nil
	}
	for _, o := range w.All(r.Kind) {
		if o.ID != r.ID && r.Kind.Naming.Near(o.Name(), r.Name()) {
			out = append(out, o)
		}
	}
	return out
}
