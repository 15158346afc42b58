package intake

import (
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// noise is what people write in a cell instead of leaving it empty.
var noise = map[string]bool{"-": true, "--": true, ".": true, "..": true, "–": true, "—": true}

// isBlank says that a cell holds nothing, or only noise.
func isBlank(c sheet.Cell) bool {
	return c.IsEmpty() || c.Kind == sheet.Text && len(c.Text) <= 8 && noise[text.Clean(c.Text)]
}

// says reports whether a cell says something to a field: noise does when "-"
// is one of the field's own words.
func says(w field.World, f *field.Field, c sheet.Cell) bool {
	if !isBlank(c) {
		return true
	}
	if c.IsEmpty() || !f.KnownWords() {
		return false
	}
	_, _, err := f.Parse(w, c.Text, money.Kr)
	return err == nil
}

// parseCell reads a cell for a field that holds no references.
func parseCell(w field.World, f *field.Field, c sheet.Cell, unit money.Unit) (field.Value, string, error) {
	switch {
	case c.Kind == sheet.Error:
		return nil, "", fault.New(fault.Invalid, "Cellen visar felet "+c.Text+". Rätta formeln och läs in igen.")
	case c.Kind == sheet.Number && readers[f.Type].number != nil:
		return readers[f.Type].number(w, f, c, unit)
	}
	return f.Parse(w, c.Text, unit)
}

// decimal writes a stored number with three decimals so that its dot can't be
// taken for a separator between thousands.
func decimal(s string) string {
	if i := strings.IndexByte(s, '.'); i >= 0 && len(s)-i == 4 {
		return s + "0"
	}
	return s
}

// written is a cell's text on one line, as shown in issues and notes.
func written(c sheet.Cell) string {
	return strings.Join(strings.Fields(text.Clean(c.Text)), " ")
}
