package field

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
)

// Join makes two records one: what points at gone points at keep, what only gone says is
// taken over, and gone is removed. Faults: NotFound, Invalid (they aren't of one kind,
// or are the same).
func (t *Tx) Join(keep, gone ID) error {
	a, b := t.Get(keep), t.Get(gone)
	switch {
	case a == nil || b == nil:
		return errGone
	case keep == gone:
		return fault.New(fault.Invalid, fmt.Sprintf("%s kan inte slås ihop med sig själv. Inget har ändrats. Nämn två olika.", t.called(a)))
	case a.Kind != b.Kind:
		return fault.New(fault.Invalid, fmt.Sprintf("%s och %s är inte två av samma slag. Inget har ändrats.", t.called(a), t.called(b)))
	}
	for f := range b.Values {
		if IsEmpty(a.Get(f)) {
			if err := t.Set(keep, f, b.Get(f)); err != nil {
				return err
			}
		}
	}
	for _, f := range b.Kind.PointedBy() {
		for _, r := range slices.Clone(t.Pointing(f, gone)) {
			if err := t.Set(r.ID, f, instead(r.Get(f), gone, keep)); err != nil {
				return err
			}
		}
	}
	return t.Delete(gone)
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
