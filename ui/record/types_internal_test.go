package record

import (
	"testing"

	"itportfoljen/app/field"
)

// Every type is in the table, so that a new one isn't written as a line of text, or
// shown as one, because nobody thought of it.
func TestEveryTypeHasItsLook(t *testing.T) {
	k := field.NewKind(field.Kind{Name: "thing"})
	for _, of := range field.Types() {
		f, is := field.New(k, of, of.Name(), "Fält"), looks[of]
		switch {
		case is.input == nil || is.chars == 0 || is.least == 0:
			t.Errorf("%s has no input, or no width", of)
		case f.HasAlternatives() != (is.tone != nil):
			t.Errorf("%s has alternatives, or none, and is coloured by others", of)
		case is.cell && (f.Points() || f.KnownWords() || f.Multiline()):
			t.Errorf("%s is written in a cell, which can't show what it asks for", of)
		}
	}
}
