package match

import (
	"slices"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// fit is the share of the sampled values that the field can take; 1 for a
// field that takes any text, and for an empty column.
func (s *matching) fit(f *field.Field, c read.Content) float64 {
	if len(c.Values) == 0 || f.Free() {
		return 1
	}
	able := 0.0
	for _, v := range c.Values {
		switch read.In(f) {
		case read.Values:
			able += s.parses(f, v)
		case read.Persons:
			able += s.known.Person(v)
		default:
			able++
		}
	}
	return able / float64(len(c.Values))
}

// naming is the share of the sampled values that name what a field may point at, or several.
func (s *matching) naming(f *field.Field, c read.Content) float64 {
	return c.Share(func(v sheet.Cell) bool {
		return slices.ContainsFunc(strings.FieldsFunc(v.Text, func(r rune) bool { return r == ';' || r == '\n' }), func(one string) bool {
			return s.known.Named(f.Target(), text.Clean(one))
		})
	})
}

// elsewhere is how well a value fits that another field takes.
const elsewhere = 0.5

// parses says that the cell reads as a value, or half that something else takes it.
func (s *matching) parses(f *field.Field, c sheet.Cell) float64 {
	if _, _, err := read.Value(s.w, f, c, money.Kr); err == nil {
		return 1
	}
	if f.Fallback != nil {
		return elsewhere
	}
	return 0
}

// byContent guesses a field for a column whose heading says nothing: the one
// choice whose words it holds, addresses, or units that exist, for the field of
// the unit that a thing belongs to.
func (s *matching) byContent(k *field.Kind, c read.Content) []candidate {
	if len(c.Values) < 2 {
		return nil
	}
	var out []candidate
	for _, f := range s.w.Fields(k) {
		if !f.Editable() || f.Free() {
			continue
		}
		share := 0.0
		switch {
		case ofWords(f):
			share = wordShare(s.w, f, c)
		case f == k.Home():
			share = c.Share(func(v sheet.Cell) bool { return s.known.Unit(v.Text) })
		case f.Prose() && f.Key == "email":
			share = c.Share(func(v sheet.Cell) bool { return read.IsAddress(text.Clean(v.Text)) })
		}
		if share >= 0.8 {
			out = append(out, candidate{f, 0.4 + 0.2*share, whyContent, false})
		}
	}
	if len(out) > 1 { // the content fits several fields: it says nothing
		return nil
	}
	return out
}

// wordShare counts values that are a choice's words; single letters, numbers,
// yes and no could be anything.
func wordShare(w field.World, f *field.Field, c read.Content) float64 {
	if slices.ContainsFunc(c.Values, func(v sheet.Cell) bool { return len([]rune(v.Text)) <= 3 }) {
		return 0
	}
	return c.Share(func(v sheet.Cell) bool {
		is, _, err := f.Parse(w, v.Text, money.Kr)
		return err == nil && is != nil
	})
}

// ofWords says whether values are alternatives that people write as words.
func ofWords(f *field.Field) bool { return f.HasAlternatives() && f.Words() }
