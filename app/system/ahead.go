package system

import (
	"strconv"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// Ahead is how the systems of a register stand in a year, as far as it says; each system is in at most one.
type Ahead struct {
	Year        int
	InUse       int // at the end of the year, with the supplier's support or nothing said of that
	Unsupported int // in use at its end, without the supplier's support
	Leaving     int // retired during it
	Coming      int // taken in use during it
}

// Undated counts what the years ahead can't place.
type Undated struct {
	PhasingOut int // being phased out without a year: counted as in use
	Coming     int // to come without a year: not counted
}

// YearsAhead tells how the systems stand in each of some years, none of them over: the register holds
// what is, not what has been.
func YearsAhead(w field.World, first, last int) (out []Ahead, lacks Undated) {
	this := w.Today().Year()
	for y := max(first, this); y <= last; y++ {
		out = append(out, Ahead{Year: y})
	}
	for _, r := range Kept(w) {
		retires, begins := int(RetireYear.Get(r)), began(r)
		switch {
		case ToCome(r) && begins == 0:
			lacks.Coming++
			continue
		case Lifecycle.Get(r) == PhaseOut && retires == 0:
			lacks.PhasingOut++
		}
		if ToCome(r) {
			begins = max(begins, this) // it isn't in use yet, whatever was said
		}
		for i := range out {
			a := &out[i]
			end := SupportEnd.Get(r)
			switch {
			case ToCome(r) && begins > a.Year:
			case ToCome(r) && begins == a.Year:
				a.Coming++
			case retires != 0 && max(retires, this) < a.Year:
			case retires != 0 && max(retires, this) == a.Year: // one that should have been gone leaves this year at the earliest
				a.Leaving++
			case !end.IsZero() && end < date.Of(a.Year, 12, 31):
				a.Unsupported++
			default:
				a.InUse++
			}
		}
	}
	return out, lacks
}

// began is the year that a system was taken in use, or is to be; 0: nobody has said.
func began(r *field.Record) int {
	s := InUseFrom.Get(r)
	if len(s) < 4 {
		return 0
	}
	y, _ := strconv.Atoi(s[:4])
	return y
}
