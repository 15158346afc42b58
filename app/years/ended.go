package years

import (
	"fmt"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// Ended says why something costs nothing in a year since it is over by then, in Swedish: "avvecklat",
// "avtalet slut 2026-12-31". "" is for what goes on, as far as anybody has said.
func Ended(w field.World, r *field.Record, year int) string {
	first := date.Of(year, 1, 1)
	switch r.Kind {
	case system.Name.Kind:
		switch y := int(system.RetireYear.Get(r)); {
		case system.Retired(r):
			return "avvecklat"
		case y != 0 && y < year:
			return fmt.Sprintf("avvecklas %d", y)
		}
	case agreement.Kind:
		switch last, known := agreement.Last(w, r); {
		case agreement.State.Get(r) == agreement.Concluded && !known:
			return "avslutat"
		case known && last < first:
			return "avtalet slut " + last.String()
		}
	case plan.Kind:
		stage := governance.Of(w).StageOf(plan.Phase.Get(r))
		switch end := plan.End.Get(r); {
		case !stage.Live() || stage.Delivered():
			return text.Lower(plan.Phase.Show(w, plan.Phase.Get(r)))
		case !end.IsZero() && end < first:
			return "insatsen slut " + end.String()
		}
	}
	if !field.InUse(w, r) && r.Kind.Retiring != nil && field.Equal(r.Get(r.Kind.Retiring.Field), r.Kind.Retiring.Value) {
		return "används inte längre"
	}
	return ""
}
