package service

import (
	"fmt"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

func init() {
	Kind.InUse = func(_ field.World, r *field.Record) bool { return Offered(r) }
	Kind.Over = func(_ field.World, r *field.Record) bool { return Phase.Get(r) == Retired }
	Kind.Retiring = &field.Retiring{Field: Phase.Field, Value: Retired}
	Kind.Views = []field.View{
		{Name: "Utan tjänsteansvarig", InUse: true, Lacks: []*field.Field{Responsible.Field}},
		{Name: "Utan leveransavtal", InUse: true, Lacks: []*field.Field{Agreement.Field}},
	}
	LevelKind.Over = over
	LevelKind.InUse = func(w field.World, r *field.Record) bool { return !over(w, r) }
	LevelKind.Retiring = &field.Retiring{Field: State.Field, Value: Ended}
	LevelKind.Views = []field.View{
		{Name: "Ej godkända", InUse: true, Lacks: []*field.Field{ApprovedOn.Field}},
		{Name: "Mäts i år", ThisYear: MeasureBy.Field},
	}
	LevelKind.Check = func(_ field.World, before, r *field.Record) error {
		return inOrder(before, r, From, Until, "Gäller till")
	}
	OutcomeKind.Identity = []*field.Field{OutcomeOf.Field, OutcomeFrom.Field, OutcomeTo.Field}
	OutcomeKind.Vital = []*field.Field{OutcomeOf.Field}
	OutcomeKind.Columns = []*field.Field{OutcomeFrom.Field, OutcomeTo.Field, Outcome.Field, OutcomeMet.Field, OutcomeComment.Field}
	OutcomeKind.Caption = func(r *field.Record) string {
		if end := periodEnd(r); !end.IsZero() {
			return "utfall till " + end.String()
		}
		return OutcomeKind.One
	}
	OutcomeKind.Check = func(_ field.World, before, r *field.Record) error {
		return inOrder(before, r, OutcomeFrom, OutcomeTo, "Perioden")
	}
}

// over says that a level doesn't hold any more.
func over(w field.World, r *field.Record) bool {
	until := Until.Get(r)
	return State.Get(r) == Ended || !until.IsZero() && until < w.Today()
}

// inOrder holds that what is changed to last from a day to another doesn't end before it
// begins.
func inOrder(before, r *field.Record, from, to field.DateField, what string) error {
	if r == nil || before != nil && days(r, from, to) == days(before, from, to) {
		return nil
	}
	if a, b := from.Get(r), to.Get(r); !a.IsZero() && !b.IsZero() && b < a {
		return fault.New(fault.Invalid, fmt.Sprintf("%s %s är före dagen då det börjar, %s. Inget har ändrats. Rätta den ena.", what, b, a))
	}
	return nil
}

func days(r *field.Record, from, to field.DateField) [2]date.Date {
	return [2]date.Date{from.Get(r), to.Get(r)}
}
