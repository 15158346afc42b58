package read

import (
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// Lacks is why a cell that shows an error has no value, and what to do.
func Lacks(c sheet.Cell) error {
	if c.Text == sheet.NotCalculated {
		return fault.New(fault.Invalid, "Cellen har en formel vars värde inte är uträknat. Öppna filen i Excel, spara den och importera igen.")
	}
	if v, ok := strings.CutPrefix(c.Text, sheet.Unfit); ok {
		return fault.New(fault.Invalid, "Värdet "+text.Shorten(v, mostShown)+" är inte av den sort som nyckeln tar, eller en referens som dokumentet inte berättar om. Rätta det i dokumentet och importera igen.")
	}
	return fault.New(fault.Invalid, "Cellen visar felet "+c.Text+" och har inget värde. Rätta formeln i arbetsboken och importera igen.")
}

// mostShown is how much of a value that can't be read is shown.
const mostShown = 60

// AsShown is the text of a cell with the unit that its format shows.
func AsShown(c sheet.Cell) string {
	if unit, ok := c.Unit.Money(); ok && c.Unit != sheet.Whole {
		return c.Text + " " + unit.String()
	}
	return c.Text
}

// lengths are words of a time, which the number alone says nothing of.
var lengths = []string{"dag", "dygn", "veck", "mån", "kvartal", "år", "tim"}

// counted reads a number that the cell shows with words that the field doesn't know:
// "40 licenser". Of amounts and of times the words say too much to be left out.
func counted(w field.World, f *field.Field, c sheet.Cell) (v field.Value, remark string, ok bool) {
	if c.Kind != sheet.Text || c.Num == 0 || f.InKronor() || In(f) != Values {
		return nil, "", false
	}
	words := text.Key(c.Text)
	if !f.IsYear() && slices.ContainsFunc(lengths, func(of string) bool { return strings.Contains(words, of) }) {
		return nil, "", false
	}
	digits := strconv.FormatFloat(c.Num, 'f', -1, 64)
	v, _, err := f.Parse(w, digits, money.Kr)
	return v, "Cellen visar ”" + text.OneLine(c.Text) + "”: läst som " + digits + ".", err == nil
}
