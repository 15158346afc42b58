package licence

import (
	"itportfoljen/app/field"
)

// What must be done about licences. Those that end are told of three months before, a
// count is of use for a year, and many unused are a quarter of those owned, and five.
var (
	tooMany   = field.Reminder{Rule: "licence-over", Text: "Fler licenser används än kommunen har – köp till eller ta bort användare", Field: Used.Field, Badge: "för många", Tone: field.Bad, Gathered: true, Weight: 95}
	unused    = field.Reminder{Rule: "licence-unused", Text: "Många licenser används inte – säg upp eller använd på nytt", Field: Used.Field, Badge: "lediga", Tone: field.Quiet, Gathered: true, Weight: 8}
	uncertain = field.Reminder{Rule: "licence-count", Text: "De använda licenserna är räknade för mer än ett år sedan – räkna om", Field: CountedOn.Field, Badge: "försenad", Tone: field.Quiet, Gathered: true, Weight: 6}
	ends      = field.Reminder{Rule: "licence-ends", Text: "Licensen går ut – förnya eller avsluta", Field: Ends.Field, Weight: 110}
)

func init() { Kind.Remind = remind }

// remind speaks of licences that can be used, of a system in use or of none.
func remind(w field.World, r *field.Record, say func(field.Reminder)) {
	if s := w.Get(System.Get(r)); ended(w, r) || s != nil && !field.InUse(w, s) {
		return
	}
	today := w.Today()
	if end := Ends.Get(r); !end.IsZero() && end <= today.AddMonths(3) {
		m := ends
		m.Due = end
		say(m)
	}
	if on := CountedOn.Get(r); !on.IsZero() && on < today.AddMonths(-12) {
		say(uncertain)
	}
	switch owned, used, known := Balance(r); {
	case !known || Metric.Get(r) == site:
	case used > owned:
		say(tooMany)
	case owned-used >= 5 && 4*(owned-used) >= owned:
		say(unused)
	}
}
