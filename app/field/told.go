package field

import "itportfoljen/app/base/date"

// Tell gives the holdings when a list tells of some, with or without their days, on day
// d. Those who are told to hold the role then hold it, as Succeed says; a list that names
// only those who did before or shall later leaves them as they are. The days that are told
// are the holding's.
func Tell(hs, told []Holding, d date.Date) []Holding {
	out := append([]Holding(nil), hs...)
	if now := Holders(told, d); len(now) > 0 && !SameIDs(Holders(hs, d), now) {
		out = Succeed(hs, now, d)
	}
	for _, t := range told {
		if i := heldAs(out, t, d); i >= 0 {
			if t.From != 0 {
				out[i].From = t.From
			}
			if t.To != 0 {
				out[i].To = t.To
			}
			continue
		}
		out = append(out, t)
	}
	return out
}

// Named gives the holdings when somebody writes who holds a role, on day d: as Succeed, or
// where any days are written, as Tell.
func Named(hs, told []Holding, d date.Date) []Holding {
	persons := make([]ID, len(told))
	for i, t := range told {
		if persons[i] = t.Person; t.From != 0 || t.To != 0 {
			return Tell(hs, told, d)
		}
	}
	return Succeed(hs, persons, d)
}

// heldAs is the holding among some that another tells of, -1 for none.
func heldAs(hs []Holding, t Holding, d date.Date) int {
	for i, h := range hs {
		if h.Person == t.Person && h.Active(d) == t.Active(d) && h.overlaps(t) {
			return i
		}
	}
	return -1
}
