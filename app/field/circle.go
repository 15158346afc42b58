package field

import (
	"slices"

	"itportfoljen/app/base/fault"
)

// NoCircle holds that no record comes back to itself by a field that points at others of
// its kind: an agreement under itself, what replaces itself. Those whose field changes are
// asked, and each record is passed once; what was wrong in a file before stops nobody from
// changing the rest. said is what to tell of a record that can't point at the next.
func NoCircle(by *Field, said func(w World, r, next *Record) string) {
	by.Kind.circles = append(by.Kind.circles, by)
	NewRule(func(tx *Tx) error {
		c := circles{w: tx, by: by, on: map[ID]int{}}
		for _, id := range tx.Touched() {
			if r := tx.Get(id); r != nil && r.Kind == by.Kind && tx.repoints(r, by) {
				c.from(r)
			}
		}
		for _, circle := range c.found {
			for i, r := range circle {
				if tx.repoints(r, by) {
					return fault.New(fault.Invalid, said(tx, r, circle[(i+1)%len(circle)]))
				}
			}
		}
		return nil
	}, by.Kind)
}

// repoints says that a record is new or points at something else than before.
func (t *Tx) repoints(r *Record, by *Field) bool {
	before := t.Before(r.ID)
	return before == nil || before != r && !Equal(before.Get(by), r.Get(by))
}

// circlesOf finds the circles that lie in a file: a record of each.
func circlesOf(w World, k *Kind) (out []Finding) {
	for _, by := range k.circles {
		c := circles{w: w, by: by, on: map[ID]int{}}
		for _, r := range w.All(k) {
			c.from(r)
		}
		for _, circle := range c.found {
			out = append(out, Finding{circle[0], Called(circle[0], w.Get) + ": " + by.Label + " leder tillbaka till posten själv, i en cirkel."})
		}
	}
	return out
}

// circles walks from record to record by a field.
type circles struct {
	w     World
	by    *Field
	path  []*Record
	on    map[ID]int // where in the path a record is; left when it is passed
	found [][]*Record
}

// left is where a record is that has been passed.
const left = -1

func (c *circles) from(r *Record) {
	if at, known := c.on[r.ID]; known {
		if at != left {
			c.found = append(c.found, slices.Clone(c.path[at:]))
		}
		return
	}
	c.on[r.ID] = len(c.path)
	c.path = append(c.path, r)
	for _, id := range References(r.Get(c.by)) {
		if next := c.w.Get(id); next != nil {
			c.from(next)
		}
	}
	c.path, c.on[r.ID] = c.path[:len(c.path)-1], left
}
