package governance

import (
	"itportfoljen/app/field"
)

// Behind is what is missing of what the gates ask for that a thing has gone past: before all
// phases up to its own, before the state that it is in, before what has been done with it, and
// all the time. What was said when it went past isn't asked; see Unasked.
func Behind(w field.World, r *field.Record) []Missing {
	states := gonePast(w, r)
	if len(states) == 0 {
		return nil
	}
	return Lacks(w, r, states)
}

// gonePast are the states whose gates a thing is held against where it stands, with "" for
// those that are asked all the time.
func gonePast(w field.World, r *field.Record) (states []string) {
	if f := r.Kind.Step; f != nil {
		switch at := field.Encode(r.Get(f)); {
		case at == "":
		case f.Model == "phases":
			states = Of(w).Passed("", at)
		default:
			states = []string{at}
		}
	}
	for act, f := range acts[r.Kind] {
		if !field.IsEmpty(r.Get(f)) {
			states = append(states, act)
		}
	}
	if field.InUse(w, r) {
		states = append(states, "")
	}
	return states
}

// Ahead is what is missing before the next step of a thing, where it has just one to take.
func Ahead(w field.World, r *field.Record) []Missing {
	f := r.Kind.Step
	if f == nil {
		return nil
	}
	next := ""
	if f.Model == "phases" {
		next = Following(w, r)
	} else if offered := Offered(w, r); len(offered) == 1 {
		next = offered[0]
	}
	if next == "" {
		return nil
	}
	return LacksBefore(w, r, next)
}
