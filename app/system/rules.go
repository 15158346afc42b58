package system

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/deadline"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// AgreementDates gives the end in force today and the last day to give
// notice. Both are zero when the agreement has no end date, and the notice
// alone when nobody has said how long it is: none said isn't none, which is
// said by 0 months. Such an agreement that renews itself is in force to the
// first end to come, since it may be too late to give notice or it may not.
func AgreementDates(r *field.Record, today date.Date) (end, notice date.Date) {
	end = AgreementEnd.Get(r)
	if end.IsZero() {
		return 0, 0
	}
	months, known := r.Get(NoticeMonths.Field).(int64)
	end, notice = deadline.NoticeBy(end, int(months), int(RenewalMonths.Get(r)), today)
	if !known {
		notice = 0
	}
	return end, notice
}

// AgreementTurn is the day by which an agreement must be thought of: the last
// day to give notice or, when that has passed or isn't known, the end.
func AgreementTurn(end, notice, today date.Date) date.Date {
	if notice.IsZero() || notice < today {
		return end
	}
	return notice
}

// NoticeUnknown is what to say of the last day to give notice when it isn't
// known.
const NoticeUnknown = "uppsägningstid saknas"

// noticeUnknown says so of an agreement that has an end.
func noticeUnknown(_ field.World, r *field.Record) string {
	if !AgreementEnd.Get(r).IsZero() && r.Get(NoticeMonths.Field) == nil {
		return NoticeUnknown
	}
	return ""
}

func init() {
	AgreementEnd.Standing = agreementStanding
	for _, role := range []field.RolesField{SystemOwner, Manager} {
		role.Standing = func(w field.World, r *field.Record) (field.Standing, bool) {
			return field.Standing{Text: "saknas", Tone: field.Bad}, InService(r) && !field.Held(w, r, role)
		}
	}
}

// agreementStanding is the end in force, toned by how near the last day to
// give notice is: a month, half a year.
func agreementStanding(w field.World, r *field.Record) (field.Standing, bool) {
	if Running(r) {
		return field.Standing{Text: "löpande", Tone: field.Quiet}, true
	}
	today := w.Today()
	end, notice := AgreementDates(r, today)
	near, why := notice, "Säg upp senast "+notice.String()
	switch {
	case notice.IsZero():
		near, why = end, "Uppsägningstid saknas"
	case notice < today:
		why = "Kunde sägas upp till " + notice.String()
	}
	switch {
	case end.IsZero():
		return field.Standing{}, false
	case end < today:
		return field.Standing{Text: end.String() + " passerat", Tone: field.Bad}, true
	case near <= today.AddMonths(1):
		return field.Standing{Text: end.String(), Tone: field.Bad, Why: why}, true
	case near <= today.AddMonths(6):
		return field.Standing{Text: end.String(), Tone: field.Warn, Why: why}, true
	}
	return field.Standing{Text: end.String(), Tone: field.Good}, true
}

func noticeBy(w field.World, r *field.Record) field.Value {
	_, notice := AgreementDates(r, w.Today())
	return notice
}

// Running says whether the agreement runs until further notice.
func Running(r *field.Record) bool {
	t := text.Fold(AgreementTerms.Get(r))
	return AgreementEnd.Get(r).IsZero() && (strings.Contains(t, "tills vidare") || strings.Contains(t, "lopande"))
}

// timeQuadrant is Gartner's TIME: technical fit against functional fit.
func timeQuadrant(_ field.World, r *field.Record) field.Value {
	switch TechnicalFit.Get(r) + "/" + FunctionalFit.Get(r) {
	case "high/high":
		return "invest"
	case "high/low":
		return "tolerate"
	case "low/high":
		return "migrate"
	case "low/low":
		return "eliminate"
	}
	return nil
}

// InService says whether the system is in use today: neither planned nor
// retired. A system whose lifecycle nobody has stated counts as in use.
func InService(r *field.Record) bool {
	l := Lifecycle.Get(r)
	return l != "planned" && l != "retired"
}

// partDate tidies "2018", "201711", "2017-11" and whole days to ISO 8601 of
// the precision that was written.
func partDate(s string) (string, error) {
	if span, err := date.Parse(s); err == nil {
		from, to := span.From, span.To
		switch {
		case from == to:
			return from.String(), nil
		case from.Month() == 1 && from.Day() == 1 && to.Month() == 12 && to.Day() == 31 && from.Year() == to.Year():
			return fmt.Sprintf("%04d", from.Year()), nil
		case from.Day() == 1 && from.Month() == to.Month() && from.Year() == to.Year():
			return fmt.Sprintf("%04d-%02d", from.Year(), from.Month()), nil
		}
	}
	return "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är varken år, månad eller dag. Skriv till exempel 2018 eller 2018-03.", s))
}
