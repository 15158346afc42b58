package plan

import "itportfoljen/app/field"

// People write when an insats is done in one column.
func init() {
	field.NewJoint(Kind, []*field.Field{Start.Field, End.Field}, field.During, "Tidplan", "tidsplan", "tidsperiod", "period", "genomförandetid", "genomförande", "projekttid", "projektperiod",
		"löptid", "start-slut", "start slut", "från-till", "när")
}
