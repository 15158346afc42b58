package read

import (
	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// Holds is what the text of a cell in a column is, by the type of the column's
// field.
type Holds uint8

// What a cell's text may be. The zero value is no answer: every type has one.
const (
	_       Holds = iota
	Prose         // whatever people wrote
	Values        // what reads as a value of the type
	Persons       // names and addresses of persons
	Unit          // the name or path of a unit
	Records       // names or references of other records
)

// cells is how cells of a type are read.
type cells struct {
	holds Holds
	// number reads a cell that the spreadsheet keeps as a number, also one that it shows
	// as a day; nil: as its text is.
	number func(w field.World, f *field.Field, c sheet.Cell, unit money.Unit) (field.Value, string, error)
	// letters says that columns are often headed by a letter or two, which anything
	// may be, so that what stands in them has to fit.
	letters bool
}

// types is the table of the types.
var types = [field.TypeCount]cells{
	field.Text:     {holds: Prose},
	field.LongText: {holds: Prose},
	field.Tags:     {holds: Prose},
	field.Number:   {holds: Values, number: countOf},
	field.Decimal:  {holds: Values},
	field.Money:    {holds: Values, number: amountOf},
	field.Date:     {holds: Values, number: dayOf},
	field.Year:     {holds: Values, number: yearIn},
	field.Choice:   {holds: Values},
	field.Level:    {holds: Values, letters: true},
	field.Bool:     {holds: Values},
	field.Person:   {holds: Persons},
	field.Unit:     {holds: Unit},
	field.Roles:    {holds: Persons},
	field.Refs:     {holds: Records},
	field.Ref:      {holds: Records},
}

// In is what the cells of a field's column hold.
func In(f *field.Field) Holds { return types[f.Type].holds }

// ByLetter says that columns of the field are often headed by a letter or two.
func ByLetter(f *field.Field) bool { return types[f.Type].letters }
