package view

import (
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Said is what a filter on a list of k asks, in Swedish: "Livscykel: Förvaltas",
// "Systemägare saknas", "Avtal till: i år".
func (f Filter) Said(w field.World, k *field.Kind) string {
	switch {
	case f.Label != "":
		return f.Label
	case f.IDs != nil:
		return text.Plural(len(f.IDs), k.One, k.Many)
	case f.Op == InUse:
		return "I bruk"
	}
	name := FieldLabel(w, k, f.Field, f.Year)
	switch f.Op {
	case Lacks, Has:
		names := []string{name}
		for _, also := range f.Also {
			names = append(names, text.Lower(FieldLabel(w, k, also, f.Year)))
		}
		if f.Op == Lacks {
			return text.Or(names) + " saknas"
		}
		return text.And(names) + " finns"
	case Contains:
		return name + " innehåller ”" + f.Text + "”"
	case Without:
		return name + " utan ”" + f.Text + "”"
	case During:
		return name + ": " + f.Span.Label() // "Stöd till: i år": the words of fields end as they may
	case Between:
		return name + ": " + limits(w, f)
	}
	words := make([]string, len(f.Values))
	for i, v := range f.Values {
		words[i] = KeyLabel(w, f.Field, v)
	}
	return name + ": " + strings.Join(words, ", ")
}

// limits are the limits of a filter in words.
func limits(w field.World, f Filter) string {
	show := func(v field.Value) string {
		if o, ok := v.(money.Ore); ok {
			return o.Kr() + "\u00a0kr"
		}
		return f.Field.Show(w, v)
	}
	_, days := firstOf(f.Low, f.High).(date.Date)
	switch low, high := show(f.Low), show(f.High); {
	case low == high:
		return low
	case low != "" && high != "":
		return low + "–" + high
	case low != "" && days:
		return "fr.o.m. " + low
	case low != "":
		return "minst " + low
	case days:
		return "t.o.m. " + high
	default:
		return "högst " + high
	}
}

func firstOf(a, b field.Value) field.Value {
	if field.IsEmpty(a) {
		return b
	}
	return a
}

// KeyLabel is what people call a value that Keys gives; "" is where there is none.
func KeyLabel(w field.World, f *field.Field, key string) string {
	switch {
	case key == "":
		return "saknas"
	case f.Points():
		if name := w.Label(field.ID(key)); name != "" {
			return name
		}
		return "(borttagen)"
	case f.IsDay():
		return key
	case f.IsTags():
		return field.TagSpelled(w, key)
	}
	v, err := field.Decode(f, key)
	if err != nil {
		return key
	}
	return f.Show(w, v)
}
