package field

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
)

// Take says whose value a record that two have become gets.
type Take uint8

// The first is the one that is kept; what it doesn't say is taken from the other all the same.
const (
	TakeFirst Take = iota
	TakeSecond
	TakeBoth // of a list: all that either has
)

// Difference is a field in which two records that may become one say different things.
type Difference struct {
	Field         *Field
	First, Second Value
}

// Differences are the fields in which two records of a kind say different things, in the
// order of the kind. What only one of them says is no difference.
func Differences(w World, a, b *Record) (out []Difference) {
	for _, f := range w.Fields(a.Kind) {
		x, y := a.Get(f), b.Get(f)
		if f.Kept() && f.Editable() && !IsEmpty(x) && !IsEmpty(y) && !Equal(x, y) {
			out = append(out, Difference{f, x, y})
		}
	}
	return out
}

// Join makes two records one: what points at gone points at keep, what only gone says is
// taken over, of what both say keep's stands unless take says otherwise, and gone is
// removed. Parts of the two that are told apart by the same become one. Faults: NotFound,
// Invalid (they aren't of one kind, or are the same).
func (t *Tx) Join(keep, gone ID, take map[*Field]Take) error {
	a, b := t.Get(keep), t.Get(gone)
	switch {
	case a == nil || b == nil:
		return errGone
	case keep == gone:
		return fault.New(fault.Invalid, fmt.Sprintf("%s kan inte slås ihop med sig själv. Inget har ändrats. Nämn två olika.", t.called(a)))
	case a.Kind != b.Kind:
		return fault.New(fault.Invalid, fmt.Sprintf("%s och %s är inte två av samma slag. Inget har ändrats.", t.called(a), t.called(b)))
	}
	for _, f := range t.Fields(b.Kind) {
		if !f.Kept() {
			continue
		}
		if v := taken(a.Get(f), b.Get(f), take[f]); !Equal(v, a.Get(f)) {
			if err := t.Set(keep, f, v); err != nil {
				return err
			}
		}
	}
	for _, f := range b.Kind.PointedBy() {
		for _, r := range slices.Clone(t.Pointing(f, gone)) {
			if err := t.passOn(r, f, gone, keep); err != nil {
				return err
			}
		}
	}
	return t.Delete(gone)
}

// taken is what one gets of two values.
func taken(first, second Value, take Take) Value {
	switch {
	case IsEmpty(first) || take == TakeSecond && !IsEmpty(second):
		return second
	case take == TakeBoth:
		switch x := first.(type) {
		case []ID:
			y, _ := second.([]ID)
			out := slices.Clone(x)
			for _, id := range y {
				if !slices.Contains(out, id) {
					out = append(out, id)
				}
			}
			return out
		case []Holding:
			y, _ := second.([]Holding)
			out := slices.Concat(x, y)
			for _, h := range y {
				out = heldOnce(out, h.Person)
			}
			return out
		}
	}
	return first
}

// passOn lets a record that points at gone point at keep. One that says the same of keep
// as another that is there already becomes one with it.
func (t *Tx) passOn(r *Record, f *Field, gone, keep ID) error {
	if t.Get(r.ID) == nil { // gone with what it was a part of
		return nil
	}
	v := instead(r.Get(f), gone, keep)
	if r.Kind.Repeats || !slices.Contains(r.Kind.Identity, f) {
		return t.Set(r.ID, f, v)
	}
	for _, other := range t.Pointing(f, keep) {
		if other.ID != r.ID && other.Kind == r.Kind && !slices.ContainsFunc(r.Kind.Identity, func(of *Field) bool { return of != f && !Equal(of.Value(t, other, 0), of.Value(t, r, 0)) }) {
			if r.Kind.Lasting { // both were said
				break
			}
			return t.Join(other.ID, r.ID, nil)
		}
	}
	return t.Set(r.ID, f, v)
}

// instead is a reference's value with another in the place of one, each once.
func instead(v Value, old, now ID) Value {
	switch v := v.(type) {
	case []ID:
		if slices.Contains(v, now) {
			return without(v, old)
		}
		v = slices.Clone(v)
		for i, id := range v {
			if id == old {
				v[i] = now
			}
		}
		return v
	case []Holding:
		v = slices.Clone(v)
		for i := range v {
			if v[i].Person == old {
				v[i].Person = now
			}
		}
		return heldOnce(v, now)
	}
	return now
}

// heldOnce lets a person hold a role once on any day: of holdings that overlap the first
// takes in the others.
func heldOnce(hs []Holding, person ID) []Holding {
	for i := 0; i < len(hs); i++ {
		for j := i + 1; j < len(hs); j++ {
			if a, b := hs[i], hs[j]; a.Person == person && b.Person == person && a.overlaps(b) {
				hs[i].From = min(a.From, b.From)
				if hs[i].To = max(a.To, b.To); a.To == 0 || b.To == 0 {
					hs[i].To = 0
				}
				hs, j = slices.Delete(hs, j, j+1), i // what it took in may make it reach another
			}
		}
	}
	return hs
}
