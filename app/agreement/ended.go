package agreement

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

func init() { economy.Ends(Kind, overBy) }

// Last is the last day that an agreement can be in force, with all options and renewals that are
// left; known is false when it has no limit or nobody knows it.
func Last(w field.World, r *field.Record) (day date.Date, known bool) {
	if State.Get(r) == Concluded {
		return End.Get(r), !End.Get(r).IsZero()
	}
	day, known = longest(w, r).(date.Date)
	return day, known
}

// overBy says that an agreement can't be in force in a year.
func overBy(w field.World, r *field.Record, year int) string {
	switch last, known := Last(w, r); {
	case known && last < date.Of(year, 1, 1):
		return "avtalet slut " + last.String()
	case State.Get(r) == Concluded && !known:
		return "avslutat"
	}
	return ""
}
