package frame

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

func init() {
	field.Blank(naming)(Name.Field) // here, so that the fields come where they are declared
	Kind.Identity = []*field.Field{Portfolio.Field, Unit.Field, Year.Field, Type.Field}
	Kind.Vital = []*field.Field{Year.Field, Amount.Field}
	Kind.Caption = func(r *field.Record) string {
		if y := Year.Get(r); y != 0 {
			return fmt.Sprintf("ram %d", y)
		}
		return ""
	}
	Kind.Detail = func(w field.World, r *field.Record) string { return State.Show(w, r.Get(State.Field)) }
	Kind.Exact = func(w field.World, r *field.Record, _ bool) string { return naming(w, r) } // its name may be another's of another kind
	Kind.Otherwise = func(w field.World, s string) (out []*field.Record) {
		for _, r := range w.All(Kind) {
			if text.Key(naming(w, r)) == text.Key(s) {
				out = append(out, r)
			}
		}
		return out
	}
	Kind.Check = check
	Kind.InUse = func(_ field.World, r *field.Record) bool { return Guards(r) }
	Kind.Remind = remind
	EarlierKind.Caption = func(r *field.Record) string { return "ram " + EarlierOn.Get(r).String() }
	EarlierKind.Identity = []*field.Field{EarlierOf.Field, EarlierOn.Field}
	field.NewRule(apart, Kind)
	field.NewSequel(follow, Kind)
}

// naming is what a ram is called by what it is of: "E-tjänster 2027, drift".
func naming(w field.World, r *field.Record) string {
	of := w.Label(Unit.Get(r))
	if key := Portfolio.Get(r); key != "" {
		of = key
		if o, ok := plan.Portfolio.OptionOf(w, key); ok {
			of = o.Label
		}
	}
	if of == "" {
		return ""
	}
	if y := Year.Get(r); y != 0 {
		of += fmt.Sprintf(" %d", y)
	}
	if typ := Type.Get(r); typ != "" {
		of += ", " + text.Lower(TypeName(typ))
	}
	return of
}

// decider is who decides a ram as the styrmodell says, where nobody is written.
func decider(w field.World, _ *field.Record) string {
	if who := governance.Of(w).Framing.Decider; who != "" {
		return "enligt styrmodellen: " + who
	}
	return ""
}

// unbarred is a line of text without what stands between the parts of an earlier decision.
func unbarred(s string) (string, error) {
	return strings.ReplaceAll(text.OneLine(s), bar, "/"), nil
}

func check(w field.World, before, r *field.Record) error {
	switch {
	case r == nil:
	case Year.Get(r) == 0:
		return fault.New(fault.Invalid, "En ram måste gälla ett visst år. Inget har ändrats. Fyll i året.")
	case DecidedOn.Get(r) > w.Today():
		return fault.New(fault.Invalid, fmt.Sprintf("Ramen kan inte vara beslutad %s, som inte har varit än. Inget har ändrats. Skriv dagen för beslutet, eller låt den vara ett förslag.", DecidedOn.Get(r)))
	case before != nil && State.Get(r) == Decided && DecidedOn.Get(r).IsZero() && !(State.Get(before) == Decided && DecidedOn.Get(before).IsZero()):
		return fault.New(fault.Invalid, "En beslutad ram säger när den beslutades. Inget har ändrats. Fyll i Beslutad den, eller gör den till ett förslag.")
	}
	return nil
}

// apart holds that a portfölj or a unit has either a ram of both or ramar of each type a year:
// together they would say two things.
func apart(tx *field.Tx) error {
	for _, id := range tx.Touched() {
		r := tx.Now()[id]
		if r == nil || r.Kind != Kind || placeOf(r).key == "" {
			continue
		}
		if before := tx.Before(id); before != nil && same(before, r) && Type.Get(before) == Type.Get(r) {
			continue
		}
		for _, o := range tx.All(Kind) {
			if o.ID != id && same(o, r) && (Type.Get(o) == "") != (Type.Get(r) == "") {
				return fault.New(fault.Conflict, fmt.Sprintf("%s har både en ram för drift och investering tillsammans och en för bara det ena %d. Inget har ändrats. Ha en ram för båda, eller en för var.", strings.TrimSuffix(what(tx, r), "."), Year.Get(r)))
			}
		}
	}
	return nil
}

// what is what a ram is of: a portfölj or a unit by name.
func what(w field.World, r *field.Record) string {
	if o, ok := plan.Portfolio.OptionOf(w, Portfolio.Get(r)); ok {
		return o.Label
	}
	return text.Capital(cmp.Or(Portfolio.Get(r), w.Label(Unit.Get(r))))
}

// same says that two ramar are of the same, the same year.
func same(a, b *field.Record) bool {
	return placeOf(a) == placeOf(b) && Year.Get(a) == Year.Get(b)
}

// Join makes the ramar of a portfölj one a year and type: their amounts are added. Where some
// are of both types and others of one, all become one of both. What is decided and what is
// proposed stay apart.
func Join(tx *field.Tx, portfolio string) error {
	type key struct {
		year     int64
		typ      string
		proposed bool
	}
	mine := slices.DeleteFunc(slices.Clone(tx.All(Kind)), func(r *field.Record) bool { return Portfolio.Get(r) != portfolio })
	mixed := map[int64]bool{}
	for _, r := range mine {
		for _, o := range mine {
			if Year.Get(r) == Year.Get(o) && (Type.Get(r) == "") != (Type.Get(o) == "") {
				mixed[Year.Get(r)] = true
			}
		}
	}
	first := map[key]field.ID{}
	for _, r := range mine {
		k := key{Year.Get(r), Type.Get(r), !Guards(r)}
		if mixed[k.year] {
			k.typ = ""
		}
		id, there := first[k]
		if !there {
			first[k] = r.ID
			if Type.Get(r) != k.typ {
				if err := tx.Set(r.ID, Type.Field, nil); err != nil {
					return err
				}
			}
			continue
		}
		var sum money.Total
		for _, ram := range []*field.Record{tx.Get(id), r} {
			v, said := ram.Get(Amount.Field).(money.Ore)
			sum.Add(v, said)
		}
		if err := absorb(tx, id, r); err != nil {
			return err
		}
		if sum.Known {
			if err := tx.Set(id, Amount.Field, sum.Ore); err != nil {
				return err
			}
		}
	}
	return nil
}

// absorb removes a ram whose amount goes to another: what it was, and before that, is told in that
// one's notes, with what was said of it.
func absorb(tx *field.Tx, into field.ID, r *field.Record) error {
	name := cmp.Or(r.Name(), fmt.Sprint("ram ", Year.Get(r)))
	notes := []string{Notes.Get(tx.Get(into))}
	was := Pasts(tx, r)
	if v, said := r.Get(Amount.Field).(money.Ore); said {
		was = append(was, Past{DecidedOn.Get(r), v, DecidedBy.Get(r), Reference.Get(r), Reason.Get(r)})
	}
	for _, p := range was {
		notes = append(notes, fmt.Sprintf("%s, innan ramarna lades ihop: %s", name, p.Text()))
	}
	for _, s := range []string{Goal.Get(r), Notes.Get(r)} {
		if s != "" {
			notes = append(notes, name+": "+s)
		}
	}
	for _, e := range slices.Clone(tx.Pointing(EarlierOf.Field, r.ID)) {
		if err := tx.Delete(e.ID); err != nil {
			return err
		}
	}
	if len(notes) > 1 {
		if err := tx.Set(into, Notes.Field, strings.TrimSpace(strings.Join(notes, "\n"))); err != nil {
			return err
		}
	}
	return tx.Delete(r.ID)
}
