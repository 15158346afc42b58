package licence

import (
	"fmt"

	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

func init() {
	Kind.InUse = func(w field.World, r *field.Record) bool { return !ended(w, r) }
	Kind.Over = ended
	Kind.Views = []field.View{
		{Name: "Licenser som går ut i år", ThisYear: Ends.Field},
		{Name: "Utan licensadministratör", InUse: true, Lacks: []*field.Field{Administrator.Field}},
		{Name: "Dyrast", Most: Cost.Field},
	}
	Free.Standing = freeStanding
}

// ended says that the licence can't be used any more.
func ended(w field.World, r *field.Record) bool {
	end := Ends.Get(r)
	return !end.IsZero() && end < w.Today()
}

// balance is how many of the licences are owned and used; known says that both are counted,
// which they aren't where everybody may use it.
func balance(r *field.Record) (owned, used int64, known bool) {
	owned, has := r.Get(Owned.Field).(int64)
	used, counted := r.Get(Used.Field).(int64)
	return owned, used, has && counted && Metric.Get(r) != site
}

func free(_ field.World, r *field.Record) field.Value {
	if owned, used, known := balance(r); known {
		return owned - used
	}
	return nil
}

// uncounted says why nobody knows how many are free.
func uncounted(_ field.World, r *field.Record) string {
	switch {
	case Metric.Get(r) == site:
		return "gäller alla"
	case r.Get(Owned.Field) == nil && r.Get(Used.Field) == nil:
		return ""
	case r.Get(Owned.Field) == nil:
		return "ägda saknas"
	case r.Get(Used.Field) == nil:
		return "använda saknas"
	}
	return ""
}

// freeStanding says that more are used than are owned.
func freeStanding(_ field.World, r *field.Record) (field.Standing, bool) {
	owned, used, known := balance(r)
	if !known || used <= owned {
		return field.Standing{}, false
	}
	return field.Standing{Text: fmt.Sprintf("%d för många", used-owned), Tone: field.Bad}, true
}

// costPer is what each costs of those that a field counts, to the nearest öre; nothing
// when either isn't known, or there are none.
func costPer(r *field.Record, of field.NumberField) field.Value {
	sum, known := r.Get(Cost.Field).(money.Ore)
	n := of.Get(r)
	if !known || n <= 0 {
		return nil
	}
	return divided(sum, n)
}

// divided is a share of an amount, rounded half away from zero.
func divided(sum money.Ore, n int64) money.Ore {
	half := money.Ore(n / 2)
	if sum < 0 {
		half = -half
	}
	return (sum + half) / money.Ore(n)
}

func unpriced(r *field.Record, of field.NumberField) string {
	n, counted := r.Get(of.Field).(int64)
	switch {
	case r.Get(Cost.Field) == nil:
		return ""
	case !counted:
		return "antal saknas"
	case n == 0:
		return "inga"
	}
	return ""
}

// Of are the licences of a system that can be used today, and what they cost together a
// year.
func Of(w field.World, system field.ID) (of []*field.Record, cost money.Total) {
	for _, r := range w.Pointing(System.Field, system) {
		if ended(w, r) {
			continue
		}
		of = append(of, r)
		sum, known := r.Get(Cost.Field).(money.Ore)
		cost.Add(sum, known)
	}
	return of, cost
}
