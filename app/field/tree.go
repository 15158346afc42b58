package field

import (
	"iter"
	"slices"

	"itportfoljen/app/base/date"
)

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

// Leaves is the last day that a record is there to hold a role; zero for one that stays.
func (r *Record) Leaves() date.Date {
	if r.Kind.Leaves == nil {
		return 0
	}
	return get[date.Date](r, r.Kind.Leaves)
}

// Left says whether a record is no longer there to hold a role.
func (r *Record) Left(today date.Date) bool { return !r.Leaves().IsZero() && r.Leaves() < today }

// Held says whether somebody who is still there holds the role today.
func Held(w World, r *Record, role RolesField) bool {
	return len(There(w, role.Get(r), w.Today())) > 0
}

// There are those of some holdings who have the role on a day and haven't left by then.
func There(w World, hs []Holding, on date.Date) []ID {
	return slices.DeleteFunc(Holders(hs, on), func(id ID) bool {
		p := w.Get(id)
		return p == nil || p.Left(on)
	})
}

// Labels are what some records are called.
func Labels(w World, ids []ID) []string {
	var out []string
	for _, id := range ids {
		out = append(out, w.Label(id))
	}
	return out
}
