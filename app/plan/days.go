package plan

import (
	"fmt"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// during are the fields that say when an insats, or an etapp, goes on; ok is false for others.
func during(k *field.Kind) (from, to field.DateField, ok bool) {
	switch k {
	case Kind:
		return Start, End, true
	case LegKind:
		return LegFrom, LegTo, true
	}
	return from, to, false
}

// Reschedule gives an insats or an etapp other days at once: its first and its last; zero is
// that nobody knows. It gives what was done in words: "Tidplan för Ny växel". Faults:
// NotFound, and Invalid when it would end before it begins.
func Reschedule(tx *field.Tx, id field.ID, first, last date.Date) (label string, err error) {
	r := tx.Get(id)
	if r == nil {
		return "", fault.New(fault.NotFound, "Det som skulle få andra dagar finns inte längre. Inget har ändrats.")
	}
	from, to, ok := during(r.Kind)
	switch {
	case !ok:
		return "", fault.New(fault.Invalid, fmt.Sprintf("%s har ingen tidplan. Inget har ändrats. Välj en insats eller en etapp.", r.Name()))
	case !last.IsZero() && last < first:
		return "", fault.New(fault.Invalid, fmt.Sprintf("%s skulle sluta %s, före dagen då den börjar, %s. Inget har ändrats. Välj en senare sista dag.", r.Name(), last, first))
	}
	what := ""
	for _, d := range []struct {
		f  field.DateField
		on date.Date
	}{{from, first}, {to, last}} {
		if d.f.Get(r) == d.on {
			continue
		}
		var v field.Value
		if !d.on.IsZero() {
			v = d.on
		}
		if err := tx.Set(id, d.f.Field, v); err != nil {
			return "", err
		}
		if what != "" {
			what = "Tidplan"
			continue
		}
		what = d.f.Label
	}
	if what == "" {
		return "", nil
	}
	return what + " för " + r.Name(), nil
}
