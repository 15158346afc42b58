package field

import (
	"cmp"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
)

// Parts that people put in order, such as the items of an agenda, have a place: a
// text between those of its neighbours, so that moving one changes no other.

// NewPlace declares the place of a kind's records among their siblings. It is kept
// by the program: new ones come last, and Tx.Move moves them.
func NewPlace(k *Kind) TextField {
	f := NewText(k, "place", "Plats", Hidden)
	k.place = f.Field
	return f
}

// Ordered says whether people put the kind's records in order.
func (k *Kind) Ordered() bool { return k.place != nil }

// Parts gives the parts of a record that f owns, in the order people gave them, else
// in reference order. The slice is not to be changed.
func Parts(w World, f *Field, of ID) []*Record {
	list := w.Pointing(f, of)
	if !f.Kind.Ordered() {
		return list
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b *Record) int { return cmp.Or(strings.Compare(placeOf(a), placeOf(b)), InOrder(a, b)) })
	return list
}

func placeOf(r *Record) string {
	s, _ := r.Get(r.Kind.place).(string)
	return s
}

// siblings are the others that are parts of the same, in order.
func (t *Tx) siblings(r *Record) []*Record {
	if r.Kind.owner == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(Parts(t, r.Kind.owner, r.Owner())), func(o *Record) bool { return o.ID == r.ID })
}

// Move puts a record after another part of the same; first when after is "", and
// last when after is no longer there.
func (t *Tx) Move(id, after ID) error {
	r := t.Get(id)
	switch {
	case r == nil:
		return errGone
	case !r.Kind.Ordered():
		return broken("det som flyttades har ingen ordning")
	}
	others := t.siblings(r)
	i := len(others)
	if after == "" {
		i = 0
	} else if at := slices.IndexFunc(others, func(o *Record) bool { return o.ID == after }); at >= 0 {
		i = at + 1
	}
	before, next := "", ""
	if i > 0 {
		before = placeOf(others[i-1])
	}
	if i < len(others) {
		next = placeOf(others[i])
	}
	if place, ok := between(before, next); ok && len(place) <= longestPlace {
		return t.Set(id, r.Kind.place, place)
	}
	return t.renumber(slices.Insert(others, i, r)) // or two have been given the same place at once
}

// renumber gives all their places anew.
func (t *Tx) renumber(list []*Record) error {
	last := ""
	for _, r := range list {
		place, ok := between(last, "")
		if !ok {
			return fault.New(fault.Invalid, "Det finns ingen plats kvar i ordningen. Inget har ändrats.")
		}
		if err := t.Set(r.ID, r.Kind.place, place); err != nil {
			return err
		}
		last = place
	}
	return nil
}

// last gives a new record the place after its siblings.
func (t *Tx) last(r *Record) {
	if !r.Kind.Ordered() || placeOf(r) != "" {
		return
	}
	before := ""
	if others := t.siblings(r); len(others) > 0 {
		before = placeOf(others[len(others)-1])
	}
	if place, ok := between(before, ""); ok {
		r.Put(r.Kind.place, place)
	}
}

// longestPlace is how long a place gets before all get new ones.
const longestPlace = 32

// digits are those of a place, in the order of their bytes.
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// between gives a place after a and before b, "" being before or after all; ok is
// false when there is none, or when they aren't places in order. No place ends with
// the first digit: something is always to fit before it.
func between(a, b string) (place string, ok bool) {
	if b != "" && a >= b || !isPlace(a) || !isPlace(b) {
		return "", false
	}
	first, last := a == "", b == ""
	var out []byte
	for i := 0; ; i++ {
		low, high := 0, len(digits)
		if i < len(a) {
			low = strings.IndexByte(digits, a[i])
		}
		if i < len(b) {
			high = strings.IndexByte(digits, b[i])
		}
		switch {
		case low == high: // the same so far
			out = append(out, digits[low])
		case high-low == 1: // next to each other: anything after a will do
			out, b, last, first = append(out, digits[low]), "", false, false
		case last && i < len(a): // a little after, since more is mostly added there
			return string(append(out, digits[low+1])), true
		case first && i < len(b):
			return string(append(out, digits[high-1])), true
		default:
			return string(append(out, digits[(low+high)/2])), true
		}
	}
}

func isPlace(s string) bool {
	for i := range len(s) {
		if strings.IndexByte(digits, s[i]) < 0 {
			return false
		}
	}
	return s == "" || s[len(s)-1] != digits[0]
}

// Link adds a reference to a list, after another; last when that is "" or not there.
// One that is there is moved.
func (t *Tx) Link(id ID, f *Field, target, after ID) error {
	list, err := t.linked(id, f)
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(x ID) bool { return x == target })
	at := len(list)
	if i := slices.Index(list, after); i >= 0 {
		at = i + 1
	}
	return t.Set(id, f, slices.Insert(list, at, target))
}

// Unlink takes a reference out of a list; one that isn't there is out already.
func (t *Tx) Unlink(id ID, f *Field, target ID) error {
	list, err := t.linked(id, f)
	if err != nil {
		return err
	}
	return t.Set(id, f, slices.DeleteFunc(list, func(x ID) bool { return x == target }))
}

// linked is a copy of a list of references.
func (t *Tx) linked(id ID, f *Field) ([]ID, error) {
	r := t.Get(id)
	if r == nil {
		return nil, errGone
	}
	list, _ := r.Get(f).([]ID)
	return slices.Clone(list), nil
}

// ByGroup gives fields with those of a group together, the groups as they first come.
func ByGroup(fields []*Field) []*Field {
	first := map[string]int{}
	for i, f := range fields {
		if _, seen := first[f.Group]; !seen {
			first[f.Group] = i
		}
	}
	out := slices.Clone(fields)
	slices.SortStableFunc(out, func(a, b *Field) int { return first[a.Group] - first[b.Group] })
	return out
}
