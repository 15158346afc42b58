package management

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/system"
)

func init() {
	Kind.Identity = []*field.Field{About.Field, Year.Field}
	Kind.Vital = []*field.Field{About.Field}
	Kind.Caption = func(r *field.Record) string {
		return strings.TrimSpace(Kind.One + " " + Year.Show(nil, r.Get(Year.Field)))
	}
	Kind.Check = check
	Kind.Over = over
	Kind.InUse = func(w field.World, r *field.Record) bool { return !over(w, r) }
	Kind.Settled = func(_ field.World, r *field.Record) bool { return State.Get(r) == Decided }
	Kind.Views = []field.View{{Name: "Inte beslutade", InUse: true, Lacks: []*field.Field{DecidedOn.Field}}}
	field.NewRule(onlyOnce, Kind)
	field.NewSequel(fill, Kind)
}

// over says that the year of a plan has passed.
func over(w field.World, r *field.Record) bool {
	return Year.Get(r) != 0 && int(Year.Get(r)) < w.Today().Year()
}

// free are the fields that may be written in also when a plan is decided: what else a plan
// says stands.
var free = []*field.Field{State.Field, Notes.Field}

// settled are the fields that a decision of the plan settles.
func settled() []*field.Field {
	return slices.DeleteFunc(Kind.Stored(), func(f *field.Field) bool { return slices.Contains(free, f) })
}

// fast says that a plan was decided before a change and is so after it; what takes that back,
// or is removed with the plan, changes it freely.
func fast(w field.World, plan field.ID) bool {
	tx, is := w.(*field.Tx)
	if !is || tx.Undoing {
		return false
	}
	before, now := tx.Before(plan), tx.Get(plan)
	return before != nil && now != nil && State.Get(before) == Decided && State.Get(now) == Decided
}

// differ is the first of some fields that a record has otherwise than before; nil for none.
// Whom a field names may have become one with another.
func differ(w field.World, before, after *field.Record, fields []*field.Field) *field.Field {
	for _, f := range fields {
		if field.Equal(before.Get(f), after.Get(f)) || f.Points() && goneFrom(w, before.Get(f)) {
			continue
		}
		return f
	}
	return nil
}

// goneFrom says that something that a value names is removed.
func goneFrom(w field.World, v field.Value) bool {
	tx, is := w.(*field.Tx)
	return is && slices.ContainsFunc(field.References(v), func(id field.ID) bool { return tx.Gone(id) != nil })
}

func check(w field.World, before, r *field.Record) error {
	switch {
	case r == nil:
		return nil
	case unsaid(w, before, r):
		return fault.New(fault.Invalid, "En systemförvaltningsplan säger vilket system eller förvaltningsobjekt den gäller. Inget har ändrats. Fyll i det.")
	case Year.Get(r) == 0 && State.Get(r) == Decided:
		return fault.New(fault.Invalid, cmp.Or(r.Name(), "Planen")+" säger inte vilket år den gäller, och kan inte vara beslutad. Inget har ändrats. Fyll i året.")
	case DecidedOn.Get(r) > w.Today():
		return fault.New(fault.Invalid, fmt.Sprintf("%s kan inte vara beslutad %s, som inte har varit än. Inget har ändrats. Skriv dagen för beslutet.", cmp.Or(r.Name(), "Planen"), DecidedOn.Get(r)))
	}
	if before == nil || State.Get(before) != Decided {
		return nil
	}
	if tx, is := w.(*field.Tx); is && tx.Undoing {
		return nil
	}
	if State.Get(r) != Decided {
		if reopened(w, r) {
			return nil
		}
		return fault.New(fault.Invalid, fmt.Sprintf("%s är beslutad. Inget har ändrats. Skriv varför den öppnas igen.", r.Name()))
	}
	if f := differ(w, before, r, settled()); f != nil {
		return fault.New(fault.Conflict, fmt.Sprintf("%s är beslutad, och %s står fast. Inget har ändrats. Öppna planen igen med ett skäl, eller skriv det i nästa års plan.", before.Name(), f.Label))
	}
	return nil
}

// unsaid says that a change leaves a plan without what it is of. One that lies so in a file, as
// after a repair, isn't wrong: what it was of is lost.
func unsaid(w field.World, before, r *field.Record) bool {
	_, changing := w.(*field.Tx)
	return changing && About.Get(r) == "" && (before == nil || About.Get(before) != "")
}

// reopened says that a change takes a plan from its decision and says why.
func reopened(w field.World, r *field.Record) bool {
	tx, is := w.(*field.Tx)
	return is && slices.ContainsFunc(tx.Pointing(governance.DecisionOf.Field, r.ID), func(d *field.Record) bool {
		return tx.Before(d.ID) == nil && steppedFrom(tx, d, Decided) && governance.DecisionReason.Get(d) != ""
	})
}

// steppedFrom says that a decision is a step from a state.
func steppedFrom(w field.World, d *field.Record, state string) bool {
	return governance.DecisionType.Get(d) == governance.Stepped && governance.DecisionFrom.Get(d) == State.Show(w, state)
}

// version is one, and one more for each time that the plan was opened again.
func version(w field.World, r *field.Record) field.Value {
	n := int64(1)
	for _, d := range w.Pointing(governance.DecisionOf.Field, r.ID) {
		if steppedFrom(w, d, Decided) {
			n++
		}
	}
	return n
}

// onlyOnce holds that a system or an object has one plan a year.
func onlyOnce(tx *field.Tx) error {
	for _, id := range tx.Touched() {
		r := tx.Get(id)
		if r == nil || r.Kind != Kind || Year.Get(r) == 0 {
			continue
		}
		if o := of(tx, About.Get(r), int(Year.Get(r)), r.ID); o != nil {
			return fault.New(fault.Conflict, fmt.Sprintf("%s har redan en förvaltningsplan för %d: %s (%s). Inget har ändrats. Ändra den i stället.", tx.Label(About.Get(r)), Year.Get(r), o.Name(), o.Ref))
		}
	}
	return nil
}

// of is the plan of a thing and a year, but one; nil for none.
func of(w field.World, about field.ID, year int, but field.ID) *field.Record {
	for _, o := range w.Pointing(About.Field, about) {
		if o.ID != but && int(Year.Get(o)) == year {
			return o
		}
	}
	return nil
}

// fill gives a plan that is written down the name and the unit that follow from what it is
// of, where nothing is said.
func fill(tx *field.Tx) error {
	for _, id := range tx.Touched() {
		r := tx.Get(id)
		if r == nil || r.Kind != Kind || tx.Get(About.Get(r)) == nil {
			continue
		}
		about := tx.Get(About.Get(r))
		if Name.Get(r) == "" && Year.Get(r) != 0 {
			if err := tx.Set(id, Name.Field, fmt.Sprintf("Förvaltningsplan %s %d", about.Name(), Year.Get(r))); err != nil {
				return err
			}
		}
		if Unit.Get(r) == "" && tx.Before(id) == nil {
			if unit, _ := field.UnitOf(tx, about); unit != "" {
				if err := tx.Set(id, Unit.Field, unit); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// Plans are those of a system, its own and its förvaltningsobjekt's, the latest year first.
func Plans(w field.World, of *field.Record) (out []*field.Record) {
	out = slices.Clone(w.Pointing(About.Field, of.ID))
	if of.Kind == system.Kind && system.Object.Get(of) != "" {
		out = append(out, w.Pointing(About.Field, system.Object.Get(of))...)
	}
	slices.SortStableFunc(out, func(a, b *field.Record) int { return cmp.Compare(Year.Get(b), Year.Get(a)) })
	return out
}
