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

// BenefitDue says whether the benefit of an insats that is done should be taken home by now: the
// day it is to be measured has come, or isn't set, or somebody has measured already.
func BenefitDue(w field.World, r *field.Record) bool {
	return MeasureOn.Get(r) <= w.Today() || r.Get(BenefitRealised.Field) != nil
}
