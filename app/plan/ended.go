package plan

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

func init() { economy.Ends(Kind, overBy) }

// overBy says that an insats is delivered, closed or set aside, or ends before a year.
func overBy(w field.World, r *field.Record, year int) string {
	stage := StageOf(w, r)
	switch end := End.Get(r); {
	case !stage.Live() || stage.Delivered():
		return text.Lower(Phase.Show(w, Phase.Get(r)))
	case !end.IsZero() && end < date.Of(year, 1, 1):
		return "insatsen slut " + end.String()
	}
	return ""
}
