package platform

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

func init() {
	Kind.Check = check
	field.NoCircle(ReplacedBy.Field, func(_ field.World, r, next *field.Record) string {
		if next.ID == r.ID {
			return r.Name() + " kan inte ersätta sig själv. Inget har ändrats. Välj en annan."
		}
		return fmt.Sprintf("%s skulle ersätta sig själv, över %s. Inget har ändrats. Välj en annan.", r.Name(), next.Name())
	})
	Kind.InUse = func(w field.World, r *field.Record) bool { return State.Get(r) != Planned && !HasGone(r, w.Today()) }
	Kind.Over = func(_ field.World, r *field.Record) bool { return State.Get(r) == Gone }
	Kind.Retiring = &field.Retiring{Field: State.Field, Value: Gone}
	Kind.Remind = remind
	Kind.Views = []field.View{
		{Name: "Utan ansvarig", Lacks: []*field.Field{Owner.Field}},
		{Name: "Utgår i år", ThisYear: To.Field},
	}
}

func check(w field.World, before, r *field.Record) error {
	if r == nil {
		return nil
	}
	from, to := From.Get(r), To.Get(r)
	moved := before == nil || from != From.Get(before) || to != To.Get(before)
	if moved && !from.IsZero() && !to.IsZero() && to < from {
		return fault.New(fault.Invalid, fmt.Sprintf("%s utgår %s, före dagen då den börjar användas, %s. Inget har ändrats. Rätta den ena.", r.Name(), to, from))
	}
	return nil
}

// noSuccessor is of what goes within a year, or nobody knows when, and nothing replaces.
var noSuccessor = field.Reminder{Rule: "platform-successor", Text: "Plattformsdelen utgår utan ersättare – säg vad som ersätter den", Field: ReplacedBy.Field, Badge: "saknas", Gathered: true, Weight: 20}

func remind(w field.World, r *field.Record, say func(field.Reminder)) {
	day, leaves := Leaves(r, w.Today())
	if leaves && State.Get(r) != Gone && ReplacedBy.Get(r) == "" && day <= w.Today().AddMonths(Ahead) {
		say(noSuccessor)
	}
}

// SharedFor are the gemensamma lösningar, in use or to come, of any of the areas: words as
// people write them, in any case.
func SharedFor(w field.World, areas ...string) (out []*field.Record) {
	wanted := map[string]bool{}
	for _, a := range areas {
		if k := text.Key(a); k != "" {
			wanted[k] = true
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	for _, r := range w.All(Kind) {
		if _, leaves := Leaves(r, w.Today()); Sort.Get(r) == Shared && !leaves && covers(r, wanted) {
			out = append(out, r)
		}
	}
	return out
}

func covers(r *field.Record, areas map[string]bool) bool {
	for one := range strings.FieldsFuncSeq(Common.Get(r), func(c rune) bool { return c == ',' || c == ';' }) {
		if areas[text.Key(one)] {
			return true
		}
	}
	return false
}
