package guide

import (
	"slices"

	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/suggest"
)

// state is what has become of a record of the run.
type state uint8

const (
	waiting   state = iota
	answered        // here
	skipped         // here
	elsewhere       // it got its answer in another way meanwhile
	gone            // it was deleted
)

// item is a record of the run.
type item struct {
	id     field.ID
	state  state
	answer string // in words
	why    string // the answer couldn't be saved
	entry  int64  // that it was saved by, when that is known
}

// run is the records that are gone through, one at a time.
type run struct {
	q     suggest.Question
	items []*item
	at    int // len(items): all have been
}

// newRun is of the records that lack an answer: of these or, when there are none, of
// all that should have one.
func newRun(w field.World, q suggest.Question, ids []field.ID) *run {
	rs := q.Wanted(w)
	if len(ids) > 0 {
		rs = nil
		for _, id := range ids {
			if r := w.Get(id); r != nil && r.Kind == q.Kind && q.Lacks(w, r) {
				rs = append(rs, r)
			}
		}
		suggest.InOrder(w, rs)
	}
	x := &run{q: q}
	for _, r := range rs {
		x.items = append(x.items, &item{id: r.ID})
	}
	return x
}

// now is the record that is asked about, nil when all have been.
func (x *run) now() *item {
	if x.at >= len(x.items) {
		return nil
	}
	return x.items[x.at]
}

// next goes to the nearest that waits, round the end.
func (x *run) next() {
	for n := 1; n <= len(x.items); n++ {
		if i := (x.at + n) % len(x.items); x.items[i].state == waiting {
			x.at = i
			return
		}
	}
	x.at = len(x.items)
}

// back goes to the one before, answered or not; false: there is none.
func (x *run) back() bool {
	for i := x.at - 1; i >= 0; i-- {
		if x.items[i].state != gone {
			x.at = i
			return true
		}
	}
	return false
}

// goTo makes a record the one that is asked about.
func (x *run) goTo(it *item) { x.at = slices.Index(x.items, it) }

// again lets those that were skipped wait again.
func (x *run) again() {
	for _, it := range x.items {
		if it.state == skipped {
			it.state = waiting
		}
	}
	x.at = len(x.items) - 1
	x.next()
}

func (x *run) count(s state) (n int) {
	for _, it := range x.items {
		if it.state == s {
			n++
		}
	}
	return n
}

// place is the number of the record that is asked about, among how many.
func (x *run) place() (at, of int) {
	for i, it := range x.items {
		if it.state == gone {
			continue
		}
		of++
		if i <= x.at {
			at++
		}
	}
	return at, of
}

// like are the others that wait and belong to the unit of a record or to one under it:
// they may get the same answer at once.
func (x *run) like(w field.World, r *field.Record) (out []*field.Record) {
	home := r.Home()
	if home == "" || slices.ContainsFunc(x.q.Fields, func(f *field.Field) bool { return f == x.q.Kind.Home() }) {
		return nil
	}
	inside := map[field.ID]bool{}
	for _, it := range x.items {
		o := w.Get(it.id)
		if it.state != waiting || it.id == r.ID || o == nil {
			continue
		}
		at := o.Home()
		if _, known := inside[at]; !known {
			inside[at] = org.Within(w, at, home)
		}
		if inside[at] {
			out = append(out, o)
		}
	}
	return out
}
