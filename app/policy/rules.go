package policy

import (
	"fmt"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func init() {
	Kind.Check = check
	field.NoCircle(Replaces.Field, func(_ field.World, r, old *field.Record) string {
		if old.ID == r.ID {
			return r.Name() + " kan inte ersätta sig självt. Inget har ändrats. Välj ett annat dokument."
		}
		return fmt.Sprintf("%s kan inte ersätta %s, som själv ersätter det. Inget har ändrats. Ta bort det ena.", r.Name(), old.Name())
	})
	Kind.InUse = func(w field.World, r *field.Record) bool { return InForce(r, w.Today()) }
	Kind.Over = func(_ field.World, r *field.Record) bool { return State.Get(r) == Ended }
	Kind.Retiring = &field.Retiring{Field: State.Field, Value: Ended}
	Kind.Views = []field.View{
		{Name: "Utan dokumentägare", Lacks: []*field.Field{Owner.Field}},
		{Name: "Följs upp i år", ThisYear: FollowUpBy.Field},
	}
}

// InForce says whether a styrdokument is published and hasn't stopped being valid by a day.
func InForce(r *field.Record, on date.Date) bool {
	to := ValidTo.Get(r)
	return State.Get(r) == Published && (to.IsZero() || to >= on)
}

func check(w field.World, before, r *field.Record) error {
	if r == nil {
		return nil
	}
	from, to := ValidFrom.Get(r), ValidTo.Get(r)
	moved := before == nil || from != ValidFrom.Get(before) || to != ValidTo.Get(before)
	if moved && !from.IsZero() && !to.IsZero() && to < from {
		return fault.New(fault.Invalid, fmt.Sprintf("%s gäller till %s, före dagen då det börjar gälla, %s. Inget har ändrats. Rätta den ena.", r.Name(), to, from))
	}
	return nil
}

// rank is the place in the order of precedence that the class has in the styrmodell.
func rank(w field.World, r *field.Record) field.Value {
	if c, ok := governance.Of(w).PolicyClass(Class.Get(r)); ok {
		return int64(c.Rank)
	}
	return nil
}

// decider says who decides such styrdokument, where the styrmodell does.
func decider(w field.World, r *field.Record) string {
	if c, ok := governance.Of(w).PolicyClass(Class.Get(r)); ok && c.Decider != "" {
		return text.Lower(c.Decider) + " beslutar"
	}
	return ""
}

func replacedBy(w field.World, r *field.Record) field.Value {
	return field.IDs(w.Pointing(Replaces.Field, r.ID))
}

// own are a unit's styrdokument in force.
func own(w field.World, unit *field.Record) field.Value {
	var out []*field.Record
	for _, r := range w.Pointing(Unit.Field, unit.ID) {
		if InForce(r, w.Today()) {
			out = append(out, r)
		}
	}
	return field.IDs(out)
}
