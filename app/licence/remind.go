package licence

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// What must be done about licences. Those that end are told of three months before, a
// count is of use for a year, and many unused are a quarter of those owned, and five.
var (
	tooMany   = field.Reminder{Rule: "licence-over", Text: "Fler licenser används än ni har – köp till eller dra in", Field: Used.Field, Badge: "för många", Tone: field.Bad, Gathered: true, Weight: 95}
	unused    = field.Reminder{Rule: "licence-unused", Text: "Många licenser används inte – säg upp eller använd på nytt", Field: Used.Field, Badge: "lediga", Tone: field.Quiet, Gathered: true, Weight: 8}
	uncertain = field.Reminder{Rule: "licence-count", Text: "Räkna om de använda licenserna – siffran är över ett år", Field: CountedOn.Field, Badge: "försenad", Tone: field.Quiet, Gathered: true, Weight: 6}
	recount   = field.Reminder{Rule: "licence-recount", Text: "De använda licenserna räknas om", Field: CountedOn.Field, Quiet: true}
	ends      = field.Reminder{Rule: "licence-ends", Text: "Licensen går ut – förnya eller avsluta", Field: Ends.Field, Weight: 110}
)

func init() { Kind.Remind = remind }

// remind speaks of licences that can be used, of a system in use or of none.
func remind(w field.World, r *field.Record, say func(field.Reminder)) {
	if s := w.Get(System.Get(r)); ended(w, r) || s != nil && !field.InUse(w, s) {
		return
	}
	if end := Ends.Get(r); !end.IsZero() {
		say(ends.Within(3, end))
	}
	remindOfCount(r, w.Today(), say)
	switch owned, used, known := balance(r); {
	case !known:
	case used > owned:
		say(tooMany)
	case owned-used >= 5 && 4*(owned-used) >= owned:
		say(unused)
	}
}

// remindOfCount speaks of a count that is too old, and until then of when it will be.
func remindOfCount(r *field.Record, today date.Date, say func(field.Reminder)) {
	on := CountedOn.Get(r)
	switch by := on.AddMonths(12); {
	case on.IsZero():
	case by < today:
		say(uncertain.On(by))
	default:
		say(recount.On(by))
	}
}
