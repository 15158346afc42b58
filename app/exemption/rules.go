package exemption

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/platform"
)

func init() {
	Kind.Check = check
	Kind.InUse = func(w field.World, r *field.Record) bool { return InForce(r, w.Today()) }
	Kind.Over = func(_ field.World, r *field.Record) bool { return State.Get(r) == Denied || State.Get(r) == Ended }
	Kind.Retiring = &field.Retiring{Field: State.Field, Value: Ended}
	Kind.Remind = remind
	Kind.Views = []field.View{
		{Name: "Utan slutdag", InUse: true, Lacks: []*field.Field{Until.Field}},
		{Name: "Går ut i år", ThisYear: Until.Field},
	}
}

// InForce says whether an undantag is granted and hasn't run out by a day.
func InForce(r *field.Record, on date.Date) bool {
	until := Until.Get(r)
	return State.Get(r) == Granted && (until.IsZero() || until >= on)
}

func check(_ field.World, before, r *field.Record) error {
	if r == nil {
		return nil
	}
	until, decided := Until.Get(r), DecidedOn.Get(r)
	moved := before == nil || until != Until.Get(before) || decided != DecidedOn.Get(before)
	if moved && State.Get(r) == Granted && !until.IsZero() && !decided.IsZero() && until < decided {
		return fault.New(fault.Invalid, fmt.Sprintf("%s gäller till %s, före dagen då det beviljas, %s. Inget har ändrats. Rätta den ena.", r.Name(), until, decided))
	}
	asked := AskedOn.Get(r)
	if (moved || asked != AskedOn.Get(before)) && !until.IsZero() && !asked.IsZero() && until < asked {
		return fault.New(fault.Invalid, fmt.Sprintf("%s gäller till %s, före dagen då det söktes, %s. Inget har ändrats. Rätta den ena.", r.Name(), until, asked))
	}
	return nil
}

// What must be done about an undantag that is granted.
var (
	noEnd   = field.Reminder{Rule: "exemption-no-end", Text: "Undantaget är beviljat utan slutdag – sätt en", Field: Until.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 40}
	expires = field.Reminder{Rule: "exemption-expires", Text: "Undantaget går ut", Field: Until.Field, Weight: 90}
	expired = field.Reminder{Rule: "exemption-expired", Text: "Undantaget har gått ut men det används ännu – rätta, eller sök nytt", Field: Until.Field, Badge: "passerat", Tone: field.Bad, Gathered: true, Weight: 90}
)

// lead is how many months before that it is told, unless the undantag says.
const lead = 3

func remind(w field.World, r *field.Record, say func(field.Reminder)) {
	if State.Get(r) != Granted || !needed(w, r) {
		return
	}
	switch until := Until.Get(r); {
	case until.IsZero():
		say(noEnd)
	case until < w.Today():
		say(expired.On(until))
	default:
		months := lead
		if n, said := r.Get(Lead.Field).(int64); said {
			months = int(n)
		}
		say(expires.Within(months, until))
	}
}

// needed says that what has the undantag isn't out of use or done with; of one that nobody
// has said what has it, it is.
func needed(w field.World, r *field.Record) bool {
	of := w.Get(Of.Get(r))
	return of == nil || field.InUse(w, of) && !field.Over(w, of)
}

// excepts says whether a thing has an undantag in force from a part of the platform.
func excepts(w field.World, thing, part field.ID) bool {
	return slices.ContainsFunc(w.Pointing(Of.Field, thing), func(r *field.Record) bool {
		return InForce(r, w.Today()) && slices.Contains(FromPlatform.Get(r), part)
	})
}

// Outside are the parts of the platform, of those that a thing stands on, that are leaving
// or gone and that it has no undantag from, the first to go first.
func Outside(w field.World, thing field.ID, on []field.ID) (out []*field.Record) {
	for _, id := range on {
		part := w.Get(id)
		if part == nil || excepts(w, thing, id) {
			continue
		}
		if _, leaves := platform.Leaves(part, w.Today()); leaves {
			out = append(out, part)
		}
	}
	slices.SortStableFunc(out, func(a, b *field.Record) int { return cmp.Compare(goes(a), goes(b)) })
	return out
}

// goes is when a part of the platform goes; what nobody knows the day of comes last.
func goes(r *field.Record) date.Date { return cmp.Or(platform.To.Get(r), date.Of(9999, 12, 31)) }

// Duplicated are the gemensamma lösningar of the areas that a thing is for, that it neither
// stands on nor has an undantag from.
func Duplicated(w field.World, thing field.ID, on []field.ID, areas ...string) (out []*field.Record) {
	for _, shared := range platform.SharedFor(w, areas...) {
		if !slices.Contains(on, shared.ID) && !excepts(w, thing, shared.ID) {
			out = append(out, shared)
		}
	}
	return out
}
