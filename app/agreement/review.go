package agreement

import (
	"fmt"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// ReviewKind is an avtalsuppföljning: what was found of how an agreement is kept.
var ReviewKind = field.NewKind(field.Kind{Name: "agreement_review", Plural: "agreement_reviews", One: "avtalsuppföljning", Many: "avtalsuppföljningar", Also: []string{"leverantörsmöte", "uppföljning av avtal", "leveransuppföljning"},
	Sheet: "Avtalsuppföljningar", Icon: "clipboard-list", Repeats: true})

// The fields of an avtalsuppföljning.
var (
	ReviewText = field.NewText(ReviewKind, "text", "Uppföljning", field.Listed, field.Help("Vad som följdes upp."), field.Also("uppföljning", "avser", "omfattning"))
	ReviewOf   = field.NewRef(ReviewKind, "agreement", "Avtal", field.Owning, field.To(Kind), field.Required(""), field.Listed, field.Also("avtal", "agreement"))
	ReviewOn   = field.NewDate(ReviewKind, "on", "Datum", field.Required(""), field.Listed, field.Width(12), field.Also("datum", "uppföljd", "uppföljt", "dag"))
	Deviations = field.NewLongText(ReviewKind, "deviations", "Avvikelser", field.Listed, field.Width(30), field.Help("Det som inte var som avtalet säger. Tomt när allt var det."), field.Also("avvikelser", "avvikelse", "brister", "anmärkningar"))
	ReviewBy   = field.NewPerson(ReviewKind, "by", "Av", field.Listed, field.Width(18), field.Also("av", "uppföljd av", "ansvarig", "gjord av"))
	ReviewNext = field.NewDate(ReviewKind, "next", "Nästa gång", field.Listed, field.Width(12), field.Also("nästa gång", "nästa uppföljning", "nästa"))
)

func init() {
	ReviewKind.Identity = []*field.Field{ReviewOf.Field, ReviewOn.Field, ReviewText.Field}
	ReviewKind.Vital = []*field.Field{ReviewOf.Field, ReviewOn.Field}
	ReviewKind.Columns = []*field.Field{ReviewOn.Field, ReviewText.Field, Deviations.Field, ReviewBy.Field, ReviewNext.Field}
	ReviewKind.Caption = func(r *field.Record) string { return ReviewKind.One + " " + ReviewOn.Get(r).String() }
	ReviewKind.Check = checkReview
}

func checkReview(_ field.World, _, r *field.Record) error {
	switch {
	case r == nil:
	case ReviewOf.Get(r) == "" || ReviewOn.Get(r).IsZero():
		return fault.New(fault.Invalid, "En avtalsuppföljning måste säga vilket avtal den gäller och när den gjordes. Inget har ändrats. Fyll i båda.")
	case !ReviewNext.Get(r).IsZero() && ReviewNext.Get(r) < ReviewOn.Get(r):
		return fault.New(fault.Invalid, fmt.Sprintf("Nästa uppföljning, %s, är före den som gjordes, %s. Inget har ändrats. Rätta den ena.", ReviewNext.Get(r), ReviewOn.Get(r)))
	}
	return nil
}

func reviews() []*field.Kind { return []*field.Kind{ReviewKind} }

// latestReview is the latest avtalsuppföljning of an agreement that has been made; nil for none.
func latestReview(w field.World, agreement field.ID) (last *field.Record) {
	for _, v := range w.Pointing(ReviewOf.Field, agreement) {
		if on := ReviewOn.Get(v); on <= w.Today() && (last == nil || on > ReviewOn.Get(last)) {
			last = v
		}
	}
	return last
}

func lastReview(w field.World, r *field.Record) field.Value {
	if v := latestReview(w, r.ID); v != nil {
		return ReviewOn.Get(v)
	}
	return nil
}

// nextReview is the day that the latest said, else so many months after it or after the
// agreement began. Nothing is due of one that has ended.
func nextReview(w field.World, r *field.Record) field.Value {
	if day := reviewDue(w, r); !day.IsZero() {
		return day
	}
	return nil
}

func reviewDue(w field.World, r *field.Record) date.Date {
	if State.Get(r) == Concluded || State.Get(r) == Planned {
		return 0
	}
	from := Start.Get(r)
	if v := latestReview(w, r.ID); v != nil {
		if next := ReviewNext.Get(v); !next.IsZero() {
			return next
		}
		from = ReviewOn.Get(v)
	}
	if months := EachMonths.Get(r); months > 0 {
		return from.AddMonths(int(months))
	}
	return 0
}

// reviewUnknown says what is missing to know when an agreement is to be followed up.
func reviewUnknown(w field.World, r *field.Record) string {
	if EachMonths.Get(r) > 0 && InForce(r) && reviewDue(w, r).IsZero() {
		return "startdag saknas"
	}
	return ""
}
