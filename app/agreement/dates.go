package agreement

import (
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/deadline"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Dates gives the end in force today and the last day to give notice. Both are zero
// when the agreement has no end date, and the notice alone when nobody has said how
// long it is: none said isn't none, which is said by 0 months. One that renews
// itself and of which nobody knows is in force to the first end to come, since it may
// be too late to give notice or it may not. When notice has been given the end
// stands.
func Dates(r *field.Record, today date.Date) (end, notice date.Date) {
	end = End.Get(r)
	if end.IsZero() {
		return 0, 0
	}
	months, known := r.Get(NoticeMonths.Field).(int64)
	renewal := int(RenewalMonths.Get(r))
	if Bound(r) {
		renewal = 0
	}
	end, notice = deadline.NoticeBy(end, int(months), renewal, today)
	if !known {
		notice = 0
	}
	return end, notice
}

// Bound says that the end stands: notice has been given, or the agreement has ended.
func Bound(r *field.Record) bool { return State.Get(r) == GivenUp || State.Get(r) == Concluded }

// Open says that an agreement goes on until somebody says otherwise: it is in force,
// and may be renewed and given notice of.
func Open(r *field.Record) bool { return InForce(r) && !Bound(r) }

// oneYear is how long an agreement is thought to be renewed by when nobody has said.
const oneYear = 12

// NextEnd is the end after the one in force, a renewal period or else a year later;
// zero for an agreement without an end.
func NextEnd(r *field.Record, today date.Date) date.Date {
	end, _ := Dates(r, today)
	if end.IsZero() {
		return 0
	}
	months := int(RenewalMonths.Get(r))
	if months <= 0 {
		months = oneYear
	}
	return end.AddMonths(months)
}

// InForce says whether an agreement is one to think of: signed, and not ended.
func InForce(r *field.Record) bool {
	return State.Get(r) == Signed || State.Get(r) == GivenUp || State.Get(r) == ""
}

// Turn is the day by which an agreement must be thought of: the last day to give
// notice or, when that has passed or isn't known, the end.
func Turn(end, notice, today date.Date) date.Date {
	if notice.IsZero() || notice < today {
		return end
	}
	return notice
}

// TurnOf is the day by which an agreement must be thought of; zero for one that runs
// on.
func TurnOf(r *field.Record, today date.Date) date.Date {
	end, notice := Dates(r, today)
	if Bound(r) {
		notice = 0
	}
	return Turn(end, notice, today)
}

// NoticeUnknown is what to say of the last day to give notice when it isn't
// known.
const NoticeUnknown = "uppsägningstid saknas"

// noticeUnknown says so of an agreement that has an end.
func noticeUnknown(_ field.World, r *field.Record) string {
	if !End.Get(r).IsZero() && r.Get(NoticeMonths.Field) == nil && !Bound(r) {
		return NoticeUnknown
	}
	return ""
}

// noticeBy is nothing when notice has been given already.
func noticeBy(w field.World, r *field.Record) field.Value {
	if Bound(r) {
		return nil
	}
	_, notice := Dates(r, w.Today())
	return notice
}

// Running says whether the agreement runs until further notice.
func Running(r *field.Record) bool {
	t := text.Fold(TermsText.Get(r))
	return End.Get(r).IsZero() && (strings.Contains(t, "tills vidare") || strings.Contains(t, "lopande"))
}

// standing is the end in force, toned by how near the last day to give notice is: a
// month, half a year.
func standing(w field.World, r *field.Record) (field.Standing, bool) {
	today := w.Today()
	end, notice := Dates(r, today)
	switch {
	case State.Get(r) == Concluded:
		return field.Standing{Text: end.String(), Tone: field.Quiet}, !end.IsZero()
	case Running(r):
		return field.Standing{Text: "löpande", Tone: field.Quiet}, true
	case end.IsZero():
		return field.Standing{}, false
	case end < today:
		return field.Standing{Text: end.String() + " passerat", Tone: field.Bad}, true
	}
	near, why := notice, "Säg upp senast "+notice.String()
	switch {
	case Bound(r):
		near, why = end, "Uppsagt"
	case notice.IsZero():
		near, why = end, "Uppsägningstid saknas"
	case notice < today:
		why = "Kunde sägas upp till " + notice.String()
	}
	switch {
	case near <= today.AddMonths(1):
		return field.Standing{Text: end.String(), Tone: field.Bad, Why: why}, true
	case near <= today.AddMonths(6):
		return field.Standing{Text: end.String(), Tone: field.Warn, Why: why}, true
	}
	return field.Standing{Text: end.String(), Tone: field.Good}, true
}
