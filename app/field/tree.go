package field

import "iter"

// Deepest is how many levels a tree of records may have.
const Deepest = 20

// Up gives the record and those it lies under, upwards. Records of a kind without a
// Parent lie under none.
func Up(w World, id ID) iter.Seq[*Record] {
	return func(yield func(*Record) bool) {
		for range Deepest {
			r := w.Get(id)
			if r == nil || !yield(r) || r.Kind.Parent == nil {
				return
			}
			id, _ = r.Get(r.Kind.Parent).(ID)
		}
	}
}

// Depth is how many records stand in the record's path, itself included.
func Depth(w World, id ID) int {
	n := 0
	for range Up(w, id) {
		n++
	}
	return n
}

// Held says whether somebody who is still there holds the role today.
func Held(w World, r *Record, role RolesField) bool {
	for _, id := range Holders(role.Get(r), w.Today()) {
		if p := w.Get(id); p != nil && (p.Kind.Left == nil || !p.Kind.Left(w, p)) {
			return true
		}
	}
	return false
}
