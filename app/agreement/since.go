package agreement

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// Change is what has become of an agreement between two times.
type Change struct {
	Agreement *field.Record // as it is now, or as it was where it has been removed
	Name      string        // by what it covers
	Ended     bool          // notice has been given, or it has ended; else it has been signed
	Said      string        // "med Nordkod AB, till 2028-12-31"
	Tone      field.Tone
}

// Since tells which agreements have been signed since then, and for which notice has been given or that
// have ended.
func Since(then, now field.World) (out []Change) {
	for _, r := range now.All(Kind) {
		was := then.Get(r.ID)
		before, after := was != nil && InForce(was), InForce(r)
		end, _ := Dates(r, now.Today())
		over := hasPassed(r, now.Today())
		gone := was != nil && hasPassed(was, then.Today())
		given := was == nil || State.Get(was) != GivenUp
		tell := func(ended bool, said string, tone field.Tone) {
			out = append(out, Change{r, Called(r, CoveredBy(now, r.ID)), ended, said, tone})
		}
		switch {
		case was != nil && before && !gone && !after:
			tell(true, withEnd("avslutat", end), field.Quiet)
		case after && over && before && !gone:
			tell(true, "gick ut "+end.String(), field.Bad)
		case after && !over && given && State.Get(r) == GivenUp:
			tell(true, withEnd("uppsagt", end), field.Warn)
		case after && !over && !before:
			tell(false, withEnd(signedAs(now, r), end), field.Good)
		}
	}
	for _, was := range then.All(Kind) {
		if now.Get(was.ID) == nil {
			out = append(out, Change{was, Called(was, CoveredBy(then, was.ID)), true, "borttaget ur registret", field.Warn})
		}
	}
	return out
}

// hasPassed says that an agreement's last day has been.
func hasPassed(r *field.Record, day date.Date) bool {
	end, _ := Dates(r, day)
	return !end.IsZero() && end < day
}

// signedAs is what an agreement is now that it holds: "med Nordkod AB".
func signedAs(w field.World, r *field.Record) string {
	if s := w.Label(Supplier.Get(r)); Supplier.Get(r) != "" && s != "" {
		return "med " + s
	}
	return "gäller"
}

// withEnd adds the end of an agreement, where it has one.
func withEnd(said string, end date.Date) string {
	if end.IsZero() {
		return said
	}
	return said + ", till " + end.String()
}
