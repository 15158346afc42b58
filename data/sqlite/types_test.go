package sqlite

import (
	"testing"

	"itportfoljen/app/field"
)

// Every type is in the table, and lies in the file as it says.
func TestEveryTypeLiesInTheFile(t *testing.T) {
	k := field.NewKind(field.Kind{Name: "thing"})
	for _, of := range field.Types() {
		f, is := field.New(k, of, of.Name(), "Fält"), forms[of]
		switch {
		case f.IsList() && (is.list == "" || is.add == nil || is.column != ""):
			t.Errorf("%s is a list without a table of its own", of)
		case !f.IsList() && (is.bind == nil || is.read == nil || is.column != "TEXT" && is.column != "INTEGER" || is.list != ""):
			t.Errorf("%s has no column, or one that nobody writes or reads", of)
		case is.recurs && is.column != "TEXT":
			t.Errorf("%s is no text that could recur", of)
		}
	}
}
