package forum

import (
	"slices"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// Made says whether anybody has written down a forum.
func Made(w field.World) bool { return len(w.All(Kind)) > 0 }

// Bare are the forums that nobody is in today.
func Bare(w field.World) (out []field.ID) {
	for _, r := range w.All(Kind) {
		if field.IsEmpty(Today.Value(w, r, 0)) {
			out = append(out, r.ID)
		}
	}
	return out
}

// Unmade are the styrmodell's types of forums that there is none of, where there are any at
// all: who has begun to write them down is told of those that are left.
func Unmade(w field.World) (out []governance.Forum) {
	made := w.All(Kind)
	if len(made) == 0 {
		return nil
	}
	for _, f := range governance.Of(w).Forums {
		if !slices.ContainsFunc(made, func(r *field.Record) bool { return Type.Get(r) == f.Key }) {
			out = append(out, f)
		}
	}
	return out
}
