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
// be too late to give notice or it may not; when nobody knows how long it is renewed
// by either, its end isn't known once the one that is written may be past. When notice
// has been given the end stands.
func Dates(r *field.Record, today date.Date) (end, notice date.Date) {
	end, notice, _ = goesOn(r, today)
	return end, notice
}

// goesOn is Dates, with how many renewals have been since the end that is written.
func goesOn(r *field.Record, today date.Date) (end, notice date.Date, renewals int) {
	t := termsOf(r)
	t.Notice = int(NoticeMonths.Get(r))
	known := r.Get(NoticeMonths.Field) != nil
	end, notice, renewals = t.On(today)
	switch {
	case end.IsZero():
		return 0, 0, 0
	case endless(r) && (end < today || known && notice < today || end < t.Bound):
		return 0, 0, 0
	case !known:
		notice = 0
	}
	return end, notice, renewals
}

// termsOf are the agreement's terms but for the notice, which is one side's.
func termsOf(r *field.Record) deadline.Terms {
	t := deadline.Terms{End: End.Get(r), Bound: BoundUntil.Get(r)}
	if !renewsItself(r) || Bound(r) {
		return t
	}
	if most, limited := mayRenew(r, 0); !limited || most > 0 {
		t.Renewal, t.Most = int(RenewalMonths.Get(r)), most
	}
	return t
}

// mayRenew is how many times more an agreement may be renewed, after so many renewals since
// the end that is written; limited says that there is a limit.
func mayRenew(r *field.Record, renewals int) (times int, limited bool) {
	most, limited := r.Get(MostRenewals.Field).(int64)
	return max(int(most-Renewed.Get(r))-renewals, 0), limited
}

// stops says that an agreement ends by itself at the end in force, as it says: nobody need
// give notice.
func stops(r *field.Record, renewals int) bool {
	times, limited := mayRenew(r, renewals)
	return Renewal.Get(r) == Never || limited && times == 0
}

// monthsLeft is how long an agreement may be renewed after the end in force, by itself or
// not. It isn't known when that has no limit, or nobody knows how long each time is.
func monthsLeft(r *field.Record, renewals int) (months int, known bool) {
	length := int(RenewalMonths.Get(r))
	if Bound(r) || Renewal.Get(r) == Never || Renewal.Get(r) == "" && length <= 0 {
		return 0, true
	}
	times, limited := mayRenew(r, renewals)
	return times * length, limited && (times == 0 || length > 0)
}

// renewsItself says that an agreement goes on when nobody gives notice, as long as it may: it
// says so or, when it doesn't say, it says for how long.
func renewsItself(r *field.Record) bool {
	return Renewal.Get(r) == Tacit || Renewal.Get(r) == "" && RenewalMonths.Get(r) > 0
}

// endless says that an agreement goes on by itself and nobody has said how long at a time.
func endless(r *field.Record) bool {
	times, limited := mayRenew(r, 0)
	return renewsItself(r) && RenewalMonths.Get(r) <= 0 && !Bound(r) && !(limited && times == 0)
}

// theirsBy is the last day for the supplier to give notice, to the end that it can reach and
// that the agreement else goes on after.
func theirsBy(w field.World, r *field.Record) field.Value {
	months, known := r.Get(TheirMonths.Field).(int64)
	if t := termsOf(r); known && t.Renewal > 0 {
		t.Notice = int(months)
		if _, by, renewals := t.On(w.Today()); !by.IsZero() && (t.Most == 0 || renewals < t.Most) {
			return by
		}
	}
	return nil
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
	return deadline.Later(end, months)
}

// InForce says whether an agreement is one to think of: signed, and not ended.
func InForce(r *field.Record) bool {
	return State.Get(r) == Signed || State.Get(r) == GivenUp || State.Get(r) == ""
}

// turn is the day by which an agreement must be thought of: the last day to give
// notice or, when that has passed or isn't known, the end.
func turn(end, notice, today date.Date) date.Date {
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
	return turn(end, notice, today)
}

// NoticeUnknown is what to say of the last day to give notice when it isn't
// known, and renewalUnknown when it is the end that isn't.
const (
	NoticeUnknown  = "uppsägningstid saknas"
	renewalUnknown = "förlängningstid saknas"
	endUnknown     = "slutdag saknas"
)

// noticeUnknown says what is missing to know the last day to give notice.
func noticeUnknown(w field.World, r *field.Record) string {
	end, notice := Dates(r, w.Today())
	switch {
	case Bound(r) || !notice.IsZero():
	case End.Get(r).IsZero() && r.Get(NoticeMonths.Field) != nil && !Running(r):
		return endUnknown
	case End.Get(r).IsZero():
	case end.IsZero():
		return renewalUnknown
	default:
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
	case end.IsZero() && !End.Get(r).IsZero():
		return field.Standing{Text: End.Get(r).String() + ", förlängs", Tone: field.Warn, Why: "Förlängningstid saknas"}, true
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
