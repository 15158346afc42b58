package jsonform

import (
	"encoding/json"
	"strconv"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// form is what a value of a type in a document is in a workbook.
type form func(f *former, of *field.Field, c sheet.Cell) sheet.Cell

// forms is the table of the types.
var forms = [field.TypeCount]form{
	field.Text:     same,
	field.LongText: same,
	field.Tags:     eachWord,
	field.Number:   same,
	field.Decimal:  asNumber,
	field.Money:    inKronor,
	field.Date:     asDay,
	field.Year:     same,
	field.Choice:   labelled,
	field.Level:    same,
	field.Bool:     asWord,
	field.Person:   asText,
	field.Unit:     asText,
	field.Ref:      oneNamed,
	field.Refs:     eachNamed,
	field.Roles:    asText,
}

// cell is a value of a field as the workbook has it.
func (f *former) cell(of *field.Field, c sheet.Cell) sheet.Cell {
	switch {
	case c.Kind == sheet.Empty:
		return c
	case of == nil: // what nobody knows is kept as it is written
		return sheet.Str(c.Text)
	case c.Kind == sheet.Error && !of.IsSeveral():
		return unreadable(c)
	}
	return forms[of.Type](f, of, c)
}

// unreadable is a value that isn't what the document says that it is.
func unreadable(c sheet.Cell) sheet.Cell {
	return sheet.Cell{Kind: sheet.Error, Text: sheet.Unfit + c.Text}
}

// asNumber is a number with decimals, which a document has as text.
func asNumber(_ *former, _ *field.Field, c sheet.Cell) sheet.Cell {
	if n, err := strconv.ParseFloat(c.Text, 64); err == nil && strings.Trim(c.Text, "-.0123456789") == "" {
		return sheet.Dec(c.Text, n)
	}
	return c
}

func inKronor(_ *former, _ *field.Field, c sheet.Cell) sheet.Cell {
	n, err := strconv.ParseInt(c.Text, 10, 64)
	if err != nil || c.Kind != sheet.Number {
		return unreadable(c)
	}
	o := money.Ore(n)
	return sheet.Dec(o.Decimal(), float64(o)/100)
}

func asDay(_ *former, _ *field.Field, c sheet.Cell) sheet.Cell {
	d, err := date.ParseDay(c.Text)
	if err != nil || d.String() != c.Text {
		return c
	}
	return sheet.Day(d)
}

func labelled(f *former, of *field.Field, c sheet.Cell) sheet.Cell {
	for _, o := range of.Alternatives(f.w) {
		if o.Key == c.Text {
			return sheet.Str(o.Label)
		}
	}
	return c
}

func asWord(_ *former, _ *field.Field, c sheet.Cell) sheet.Cell {
	switch {
	case c.Kind != sheet.Bool:
		return c
	case c.Num != 0:
		return sheet.Str(field.Yes)
	}
	return sheet.Str(field.No)
}

func same(_ *former, _ *field.Field, c sheet.Cell) sheet.Cell { return c }

// asText is a name, or those of several persons.
func asText(_ *former, _ *field.Field, c sheet.Cell) sheet.Cell {
	if c.Kind != sheet.Text {
		return unreadable(c)
	}
	return c
}

func oneNamed(f *former, of *field.Field, c sheet.Cell) sheet.Cell {
	name, ok := f.called(of, c.Text)
	if !ok || c.Kind != sheet.Text {
		return unreadable(c)
	}
	return sheet.Str(name)
}

func eachNamed(f *former, of *field.Field, c sheet.Cell) sheet.Cell {
	var refs []string
	if c.Kind != sheet.Error || json.Unmarshal([]byte(c.Text), &refs) != nil {
		return unreadable(c)
	}
	for i, ref := range refs {
		name, ok := f.called(of, ref)
		if !ok {
			return unreadable(c)
		}
		refs[i] = name
	}
	return sheet.Str(strings.Join(refs, "; "))
}

// eachWord is tags, which older documents have as one text.
func eachWord(_ *former, _ *field.Field, c sheet.Cell) sheet.Cell {
	if c.Kind != sheet.Error {
		return c
	}
	var tags []string
	if json.Unmarshal([]byte(c.Text), &tags) != nil {
		return unreadable(c)
	}
	return sheet.Str(field.JoinTags(tags))
}
