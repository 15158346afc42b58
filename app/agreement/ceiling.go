package agreement

import (
	"fmt"

	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

func self() []*field.Kind { return []*field.Kind{Kind} }

// Under are the agreements that lie right under one.
func Under(w field.World, agreement field.ID) []*field.Record {
	return w.Pointing(Parent.Field, agreement)
}

// callOffs are the avrop from an agreement: of a ramavtal all that lie under it but for those
// that say that they are something else than a purchase.
func callOffs(w field.World, r *field.Record) (out []*field.Record) {
	for _, c := range Under(w, r.ID) {
		switch t := Type.Get(c); {
		case t == Service || t == Processor:
		case t == CallOff || Type.Get(r) == Framework:
			out = append(out, c)
		}
	}
	return out
}

// spent is what has been bought on an agreement: its avrop and what is said besides. Known
// says that something is known of it, and unknown how many avrop lack their value.
func spent(w field.World, r *field.Record) (sum money.Ore, known bool, unknown int) {
	sum, known = r.Get(UsedBefore.Field).(money.Ore)
	for _, c := range callOffs(w, r) {
		v, said := c.Get(Value.Field).(money.Ore)
		if !said {
			unknown++
			continue
		}
		sum, known = sum+v, true
	}
	return sum, known, unknown
}

func used(w field.World, r *field.Record) field.Value {
	if sum, known, _ := spent(w, r); known {
		return sum
	}
	return nil
}

// left is what remains of the ceiling, when all of what is used is known.
func left(w field.World, r *field.Record) field.Value {
	most, said := r.Get(Ceiling.Field).(money.Ore)
	if sum, _, unknown := spent(w, r); said && (unknown == 0 || sum > most) {
		return most - sum
	}
	return nil
}

func leftUnknown(w field.World, r *field.Record) string {
	if _, _, unknown := spent(w, r); unknown > 0 && r.Get(Ceiling.Field) != nil {
		return "avropsvärde saknas"
	}
	return ""
}

// overCeiling says that more has been bought than may be.
func overCeiling(w field.World, r *field.Record) bool {
	most, said := r.Get(Ceiling.Field).(money.Ore)
	sum, _, _ := spent(w, r)
	return said && sum > most
}

// An agreement never lies under itself.
func init() {
	field.NoCircle(Parent.Field, func(_ field.World, r, over *field.Record) string {
		if r.ID == over.ID {
			return r.Name() + " kan inte ligga under sig självt. Inget har ändrats. Välj ett annat avtal."
		}
		return fmt.Sprintf("%s kan inte ligga under %s, som ligger under det. Inget har ändrats. Välj ett annat avtal.", r.Name(), over.Name())
	})
}
