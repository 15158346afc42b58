package find_test

import (
	"testing"

	"itportfoljen/app/find"
)

func TestNamed(t *testing.T) {
	export := []string{"exportera", "spara som excel", "kalkylblad", "csv"}
	for _, c := range []struct {
		query, title string
		also         []string
		want         bool
	}{
		{"", "Exportera …", export, true},
		{"exportera", "Exportera …", nil, true},
		{"EXPROTERA", "Exportera …", nil, true}, // swapped letters
		{"kalkylblad", "Exportera …", export, true},
		{"kalkylbladen", "Exportera …", export, true}, // bent
		{"hur exporterar jag till csv?", "Exportera …", export, true},
		{"spara excel", "Exportera …", export, true},
		{"csv exportera", "Exportera …", export, true}, // of the title and another word
		{"farg", "Färg", nil, true},
		{"färgen", "Färg", nil, true},
		{"hur", "Hur det går", nil, true}, // nothing but a filling word
		{"utskrift", "Exportera …", export, false},
		{"xyz", "Exportera …", export, false},
	} {
		if score, ok := find.Named(c.query, c.title, c.also); ok != c.want || ok && c.query != "" && score <= 0 {
			t.Errorf("%q for %q: %d, %v", c.query, c.title, score, ok)
		}
	}
}

// TestTheNearestNameIsFirst: the name before the other words, those whole before a part, and
// what is written right before a slip.
func TestTheNearestNameIsFirst(t *testing.T) {
	type thing struct {
		title string
		also  []string
	}
	for query, order := range map[string][]thing{
		"exportera": {{"Exportera …", nil}, {"Spara som fil", []string{"exportera"}}, {"Exportera till kalendern", nil}, {"Importera", nil}},
		"färg":      {{"Färg", nil}, {"Kommunens utseende", []string{"färg", "vapen"}}, {"Färgförslag", nil}},
	} {
		before := 1 << 30
		for _, c := range order {
			score, _ := find.Named(query, c.title, c.also)
			if score > before {
				t.Errorf("%s: %q has %d, more than the %d before it", query, c.title, score, before)
			}
			before = score
		}
	}
}
