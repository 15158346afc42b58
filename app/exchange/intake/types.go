package intake

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// reader is how cells of a type are read.
type reader struct {
	// read reads a cell that says something; ok is false when there is no value, and
	// then it has told why.
	read func(t *table, l *line, c *col, v sheet.Cell) (g given, ok bool)
	// takes is how well a cell fits, from 0 to 1, when a column's field is guessed.
	takes func(s *session, f *field.Field, c sheet.Cell) float64
	// number reads a cell that the spreadsheet keeps as a number; nil: as its text is.
	number func(w field.World, f *field.Field, c sheet.Cell, unit money.Unit) (field.Value, string, error)
	// letters says that columns are often headed by a letter or two, which anything
	// may be, so that what stands in them has to fit.
	letters bool
}

// readers is the table of the types. It isn't made where it is declared, since what
// reads a cell asks it of others.
var readers [field.TypeCount]reader

func init() {
	readers = [field.TypeCount]reader{
		field.Text:     {read: (*table).written, takes: anything},
		field.LongText: {read: (*table).written, takes: anything},
		field.Number:   {read: (*table).written, takes: (*session).parses},
		field.Money:    {read: (*table).written, takes: (*session).parses, number: amountOf},
		field.Date:     {read: (*table).written, takes: (*session).parses, number: dayOf},
		field.Year:     {read: (*table).written, takes: (*session).parses},
		field.Choice:   {read: (*table).written, takes: (*session).parses},
		field.Level:    {read: (*table).written, takes: (*session).parses, letters: true},
		field.Bool:     {read: (*table).written, takes: (*session).parses},
		field.Person:   {read: (*table).persons, takes: (*session).namesPerson},
		field.Unit:     {read: (*table).unit, takes: anything},
		field.Roles:    {read: (*table).persons, takes: (*session).namesPerson},
		field.Refs:     {read: (*table).references, takes: anything},
		field.Ref:      {read: (*table).references, takes: anything},
	}
}

// written reads a value that is written out in the cell. What can't be read goes to
// the field's fallback, and else to the record's note.
func (t *table) written(l *line, c *col, v sheet.Cell) (given, bool) {
	value, remark, err := t.parse(c, v)
	switch {
	case err != nil && c.Field.Fallback != nil:
		if value, _, err = c.Field.Fallback.Parse(t.d, v.Text, c.unit); err == nil {
			return given{c.Field.Fallback, value}, true
		}
		fallthrough
	case err != nil:
		t.fail(l, c, v, err.Error())
		l.keep(c, written(v))
		return given{}, false
	case remark != "":
		t.remark(l, c, v, remark)
		l.keep(c, written(v))
	}
	return given{c.Field, value}, !field.IsEmpty(value)
}

// unit reads the unit that is named.
func (t *table) unit(l *line, c *col, v sheet.Cell) (given, bool) {
	if id, ok := t.exactly(org.UnitKind, v.Text); ok {
		return given{c.Field, id}, true
	}
	id, err := t.units.resolve(v.Text)
	if err != nil {
		t.fail(l, c, v, err.Error())
		l.keep(c, written(v))
	}
	return given{c.Field, id}, err == nil
}

// amountOf reads a number with three decimals as just that.
func amountOf(w field.World, f *field.Field, c sheet.Cell, unit money.Unit) (field.Value, string, error) {
	return f.Parse(w, decimal(c.Text), unit)
}

// dayOf reads a day that lost its format in the sheet; a small number is a year.
func dayOf(w field.World, f *field.Field, c sheet.Cell, unit money.Unit) (field.Value, string, error) {
	if c.Num >= 10000 {
		if d, ok := date.FromSerial(c.Num, false); ok {
			return d, "", nil
		}
	}
	return f.Parse(w, c.Text, unit)
}

func anything(*session, *field.Field, sheet.Cell) float64 { return 1 }

// parses says that the cell reads as a value, or half that something else takes it.
func (s *session) parses(f *field.Field, c sheet.Cell) float64 {
	if _, _, err := parseCell(s.d, f, c, money.Kr); err == nil {
		return 1
	}
	if f.Fallback != nil {
		return 0.5
	}
	return 0
}

// namesPerson says how likely it is that the cell names somebody.
func (s *session) namesPerson(_ *field.Field, c sheet.Cell) float64 {
	if _, unit := s.units.isUnit(c.Text); unit {
		return 0.5 // people write who ordered it, be it a person or a förvaltning
	}
	return personLike(c)
}

// ofWords says whether values are alternatives that people write as words.
func ofWords(f *field.Field) bool { return f.HasAlternatives() && f.Words() }
