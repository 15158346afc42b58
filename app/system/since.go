package system

import (
	"cmp"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Change is what has become of a system between two times: it has come into the register, left it or its
// use for good, or gone from one stage of its livscykel to another.
type Change struct {
	System     *field.Record // as it is now, or as it was where it has been removed
	Came, Left bool
	Said       string // "i drift → under avveckling"
	Tone       field.Tone
}

// Since tells what has become of the systems since then.
func Since(then, now field.World) (out []Change) {
	stage := func(w field.World, r *field.Record) string {
		return cmp.Or(text.Lower(Lifecycle.Show(w, Lifecycle.Get(r))), "utan livscykel")
	}
	for _, r := range now.All(Kind) {
		was := then.Get(r.ID)
		switch {
		case was == nil:
			out = append(out, Change{System: r, Came: true, Said: stage(now, r), Tone: field.Accent})
		case Lifecycle.Get(was) == Lifecycle.Get(r):
		case Retired(r):
			out = append(out, Change{System: r, Left: true, Said: "var " + stage(then, was), Tone: field.Quiet})
		default:
			out = append(out, Change{System: r, Said: stage(then, was) + " → " + stage(now, r), Tone: field.Accent})
		}
	}
	for _, was := range then.All(Kind) {
		if now.Get(was.ID) == nil {
			out = append(out, Change{System: was, Left: true, Said: "borttaget ur registret", Tone: field.Warn})
		}
	}
	return out
}
