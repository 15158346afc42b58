package policy

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// What must be done about a styrdokument that is published. Days are told of within three
// months.
var (
	followUp = field.Reminder{Rule: "policy-follow-up", Text: "Följ upp styrdokumentet", Field: FollowUpBy.Field, Weight: 60}
	tooOld   = field.Reminder{Rule: "policy-old", Text: "Styrdokumentet ska beslutas på nytt", Field: DecidedOn.Field, Weight: 60}
	ending   = field.Reminder{Rule: "policy-ending", Text: "Styrdokumentet upphör att gälla", Field: ValidTo.Field, Weight: 70}
	ended    = field.Reminder{Rule: "policy-ended", Text: "Styrdokumentet gäller inte längre men är publicerat – ersätt eller avsluta", Field: ValidTo.Field, Badge: "passerat", Tone: field.Bad, Gathered: true, Weight: 70}
	noOwner  = field.Reminder{Rule: "policy-owner", Text: "Styrdokumentet saknar dokumentägare – utse", Field: Owner.Field, Badge: "saknas", Gathered: true, Weight: 20}
)

// ahead is how many months before that a day is told of.
const ahead = 3

func init() { Kind.Remind = remind }

func remind(w field.World, r *field.Record, say func(field.Reminder)) {
	if State.Get(r) != Published {
		return
	}
	today := w.Today()
	to := ValidTo.Get(r)
	if !to.IsZero() && to < today {
		say(ended.On(to))
		return
	}
	tell := func(m field.Reminder, due date.Date) {
		if !due.IsZero() {
			say(m.Within(ahead, due))
		}
	}
	tell(ending, to)
	tell(followUp, FollowUpBy.Get(r))
	tell(tooOld, decideAgain(w, r))
	if !field.Held(w, r, Owner) {
		say(noOwner)
	}
}

// decideAgain is by when a styrdokument is decided anew: as the styrmodell says of its
// class. Of one that nobody knows when it was decided, the day isn't known.
func decideAgain(w field.World, r *field.Record) date.Date {
	c, ok := governance.Of(w).PolicyClass(Class.Get(r))
	on := DecidedOn.Get(r)
	if !ok || c.Months == 0 || on.IsZero() {
		return 0
	}
	return on.AddMonths(c.Months)
}
