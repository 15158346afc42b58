package system

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

func init() {
	Kind.Reached = asked
	Kind.Retiring = &field.Retiring{Field: Lifecycle.Field, Value: OutOfUse}
	Kind.InUse = func(_ field.World, r *field.Record) bool { return InService(r) }
	Kind.Views = []field.View{
		{Name: "Utan ägare", InUse: true, Lacks: []*field.Field{SystemOwner.Field}},
		{Name: "Utan ägare", InUse: true, Lacks: []*field.Field{OwnerBody.Field}},
		{Name: "Utan systemägarrepresentant", InUse: true, Lacks: []*field.Field{Representative.Field}},
		{Name: "Avtal i år", ThisYear: AgreementEnd},
		{Name: "Oklassade", InUse: true, Lacks: []*field.Field{Confidentiality.Field, Integrity.Field, Availability.Field}},
		{Name: "Dyrast", Most: OperationsBudget.Field},
	}
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

// toCome are the phases before a system is in use, in order.
var toCome = []string{Idea, Planned, Procurement, Introduction}

// InService says whether the system is in use today: neither to come nor retired. A
// system whose lifecycle nobody has stated counts as in use.
func InService(r *field.Record) bool { return !ToCome(r) && !Retired(r) }

// ToCome says whether it isn't in use yet.
func ToCome(r *field.Record) bool { return slices.Contains(toCome, Lifecycle.Get(r)) }

// Retired says whether it is out of use for good.
func Retired(r *field.Record) bool { return Lifecycle.Get(r) == OutOfUse }

// Kept are the systems in the register that aren't retired.
func Kept(w field.World) (out []*field.Record) {
	for _, r := range w.All(Kind) {
		if !Retired(r) {
			out = append(out, r)
		}
	}
	return out
}

// Classified says whether its K, R and T are all stated.
func Classified(r *field.Record) bool {
	return r.Get(Confidentiality.Field) != nil && r.Get(Integrity.Field) != nil && r.Get(Availability.Field) != nil
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
