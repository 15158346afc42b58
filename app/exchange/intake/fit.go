package intake

import (
	"slices"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// fit is the share of the sampled values that the field can take; 1 for a
// field that takes any text, and for an empty column.
func (s *session) fit(f *field.Field, c read.Content) float64 {
	if len(c.Values) == 0 || f.Free() {
		return 1
	}
	able := 0.0
	for _, v := range c.Values {
		switch read.In(f) {
		case read.Values:
			able += s.parses(f, v)
		case read.Persons:
			able += s.namesPerson(v)
		default:
			able++
		}
	}
	return able / float64(len(c.Values))
}

// parses says that the cell reads as a value, or half that something else takes it.
func (s *session) parses(f *field.Field, c sheet.Cell) float64 {
	if _, _, err := read.Value(s.d, f, c, money.Kr); err == nil {
		return 1
	}
	if f.Fallback != nil {
		return 0.5
	}
	return 0
}

// namesPerson says how likely it is that the cell names somebody.
func (s *session) namesPerson(c sheet.Cell) float64 {
	if _, unit := s.units.isUnit(c.Text); unit {
		return 0.5 // people write who ordered it, be it a person or a förvaltning
	}
	return personLike(c)
}

// personLike says whether a cell may name somebody: a name of at least two
// words, an address, or words for nobody. An acronym doesn't.
func personLike(c sheet.Cell) float64 {
	if c.Kind != sheet.Text {
		return 0
	}
	ms := org.ParseMentions(c.Text)
	for _, m := range ms {
		words := strings.Fields(text.Fold(m.Name))
		if m.Email == "" && (len(words) < 2 || slices.ContainsFunc(words, func(w string) bool { return noName[w] })) {
			return 0
		}
	}
	if len(ms) == 0 {
		return 0.5
	}
	return 1
}

// noName are folded words that are in the names of offices, not of persons.
var noName = map[string]bool{"of": true, "the": true, "for": true, "office": true, "division": true, "department": true, "administration": true, "agency": true, "commission": true, "-": true,
	"enhet": true, "enheten": true, "avdelning": true, "avdelningen": true, "gruppen": true, "team": true}

// byContent guesses a field for a column whose heading says nothing: the one
// choice whose words it holds, addresses, or units that exist, for the field of
// the unit that a thing belongs to.
func byContent(w field.World, k *field.Kind, c read.Content, units *units) []candidate {
	if len(c.Values) < 2 {
		return nil
	}
	var out []candidate
	for _, f := range w.Fields(k) {
		if !f.Editable() || f.Free() {
			continue
		}
		share := 0.0
		switch {
		case ofWords(f):
			share = wordShare(w, f, c)
		case f == k.Home():
			share = c.Share(func(v sheet.Cell) bool {
				_, ok := units.find(v.Text)
				return ok
			})
		case f.Prose() && f.Key == "email":
			share = c.Share(func(v sheet.Cell) bool { return read.IsAddress(text.Clean(v.Text)) })
		}
		if share >= 0.8 {
			out = append(out, candidate{f, 0.4 + 0.2*share, whyContent})
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
		_, _, err := f.Parse(w, v.Text, money.Kr)
		return err == nil
	})
}

// ofWords says whether values are alternatives that people write as words.
func ofWords(f *field.Field) bool { return f.HasAlternatives() && f.Words() }
