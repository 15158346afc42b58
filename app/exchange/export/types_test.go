package export

import (
	"testing"

	"itportfoljen/app/field"
)

// Every type is in the table, so that a new one doesn't become text unseen.
func TestEveryTypeHasAFormInSheetsAndJSON(t *testing.T) {
	for _, of := range field.Types() {
		is := forms[of]
		if is.cell == nil || is.json == nil {
			t.Errorf("%s has no cell or no value in JSON", of)
		}
	}
	k := field.NewKind(field.Kind{Name: "thing"})
	for _, of := range field.Types() {
		if f := field.New(k, of, of.Name(), "Fält"); f.KnownWords() != (forms[of].choices != nil) {
			t.Errorf("%s is of known words, or not, and its cells offer others", of)
		}
	}
}
