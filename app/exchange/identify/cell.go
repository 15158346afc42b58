package identify

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// Given is what a cell gave: a value for a field, maybe another field than
// the column's. A role's value is the persons who are to hold it.
type Given struct {
	Field *field.Field
	Value field.Value
}

// cell reads the cell of a line in a column. What can't be read is reported,
// and its text goes to the record's note; ok is false when there is no value.
func (t *Table) cell(l *Line, c *match.Column) (Given, bool) {
	v := l.Row.At(c.Index)
	if c.Field == nil || !read.Says(t.d, c.Field, v) {
		return Given{}, false
	}
	if v.Kind == sheet.Error {
		t.fail(l, c, v, read.Lacks(v).Error())
		return Given{}, false
	}
	if v.Worked {
		t.remark(l, c, v, "Formeln var sparad utan sitt värde, som räknades ut här. Öppna filen i Excel och spara den om det inte stämmer.")
	}
	switch read.In(c.Field) {
	case read.Persons:
		return t.persons(l, c, v)
	case read.Unit:
		return t.unit(l, c, v)
	case read.Records:
		return t.references(l, c, v)
	}
	return t.written(l, c, v)
}

// parsed is what a text in a column was read as.
type parsed struct {
	value  field.Value
	remark string
	err    error
}

// mostKept bounds how many different texts of a column are remembered.
const mostKept = 5000

// parse reads a cell. A column says the same things over and over, so what
// they mean is remembered.
func (t *Table) parse(c *match.Column, v sheet.Cell) (field.Value, string, error) {
	key := parseKey{c, v.Kind, v.Unit, v.Text}
	if p, ok := t.parsed[key]; ok {
		return p.value, p.remark, p.err
	}
	var p parsed
	p.value, p.remark, p.err = read.Value(t.d, c.Field, c.Whole(v), c.Unit)
	if p.err != nil {
		p = t.asMeant(c, v, p)
	}
	if (c.Field.Vocabulary || c.Field.IsTags()) && p.err == nil {
		p.value = t.spelling(c, p.value)
	}
	if t.kept[c]++; t.kept[c] <= mostKept {
		t.parsed[key] = p
	}
	return p.value, p.remark, p.err
}

type parseKey struct {
	c    *match.Column
	kind sheet.Kind
	unit sheet.Unit
	text string
}

// mayBeDays says that a bare number of months is one that people write of days, "90".
func mayBeDays(v sheet.Cell, value field.Value) bool {
	n, _ := value.(int64)
	return n >= 30 && n%30 == 0 && strings.Trim(v.Text, "0123456789 ") == ""
}

// holds says that the row's record has the value already.
func (t *Table) holds(l *Line, c *match.Column, value field.Value) bool {
	return l.Record != nil && field.Equal(c.Field.Value(t.d, t.d.Get(l.Record.ID), c.Year), value)
}

// asMeant reads what the user has said that a text means which can't be read.
func (t *Table) asMeant(c *match.Column, v sheet.Cell, p parsed) parsed {
	means, ok := t.desk.Meaning(&t.Said, meaningOf(c, v), c.Label, v.Text)
	switch {
	case !ok:
		return p
	case means == ask.Empty:
		return parsed{remark: leftEmpty}
	}
	value, _, err := c.Field.Parse(t.d, means, c.Unit)
	return parsed{value, readAsMeant(means), err}
}

const leftEmpty = "lämnas tomt, som du har svarat"

func readAsMeant(means string) string { return "lästes som ”" + means + "”, som du har svarat" }

// misread tells of a cell that can't be read, and keeps what it says.
func (t *Table) misread(l *Line, c *match.Column, v sheet.Cell, err error) {
	t.fail(l, c, v, err.Error())
	t.Errors[len(t.Errors)-1].ID = meaningOf(c, v)
	l.keep(c, text.OneLine(v.Text))
}

// meaningOf names what a cell's text means.
func meaningOf(c *match.Column, v sheet.Cell) string {
	if c.Joint != nil {
		return ask.MeaningOf(c.Joint.Kind.Name+"."+c.Joint.Key(), v.Text)
	}
	return ask.MeaningOf(c.Field.Kind.Name+"."+c.Field.Key, v.Text)
}

func (t *Table) fail(l *Line, c *match.Column, v sheet.Cell, message string) {
	t.Fail(l.Row.Number, c.Label, text.OneLine(v.Text), message)
}

func (t *Table) remark(l *Line, c *match.Column, v sheet.Cell, message string) {
	t.Remark(l.Row.Number, c.Label, text.OneLine(v.Text), message)
}

// remarkOnce tells of a text in a column on the first row that has it.
func (t *Table) remarkOnce(l *Line, c *match.Column, s, message string) {
	if t.once(c, s) {
		t.remark(l, c, sheet.Str(s), message)
	}
}

// once says that nothing has been told yet of a text in a column, nil for all of them.
func (t *Table) once(c *match.Column, s string) bool {
	key := parseKey{c: c, text: s}
	told := t.toldOf[key]
	t.toldOf[key] = true
	return !told
}

// keep puts what couldn't be read in the record's note.
func (l *Line) keep(c *match.Column, s string) { l.Notes = append(l.Notes, Note{c.Label, s}) }

// written reads a value that is written out in the cell. What can't be read goes to
// the field's fallback, and else to the record's note.
func (t *Table) written(l *Line, c *match.Column, v sheet.Cell) (Given, bool) {
	if c.Means != nil {
		if g, given, ok := t.alternative(l, c, v); ok {
			return g, given
		}
	}
	v, ok := t.askUnit(l, c, v)
	if !ok {
		l.keep(c, text.OneLine(read.AsShown(v)))
		return Given{}, false
	}
	value, remark, err := t.parse(c, v)
	if d, ok := value.(date.Date); ok && d.Year() > lastYear {
		return t.endless(l, c, v, d)
	}
	if c.Field.Months && mayBeDays(v, value) && !t.holds(l, c, value) {
		t.remark(l, c, v, fmt.Sprintf("lästes som %d månader. Är det dagar: skriv %s dagar.", value, text.OneLine(v.Text)))
	}
	switch {
	case err != nil && c.Field.Fallback != nil:
		wrong := err
		if value, _, err = c.Field.Fallback.Parse(t.d, v.Text, c.Unit); err == nil {
			if text.Digits(v.Text) != "" { // a day may have been meant
				t.remark(l, c, v, wrong.Error()+" Det står som ”"+c.Field.Fallback.Label+"”.")
			}
			return Given{c.Field.Fallback, value}, true
		}
		fallthrough
	case err != nil:
		t.misread(l, c, v, err)
		return Given{}, false
	case remark != "":
		t.remark(l, c, v, remark)
		l.keep(c, text.OneLine(v.Text))
	}
	if value, ok = t.withoutVAT(l, c, v, value); !ok {
		return Given{}, false
	}
	return Given{c.Field, value}, !field.IsEmpty(value)
}
