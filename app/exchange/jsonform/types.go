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

// forms is what a value of a type in a document is in a workbook; nil: the same.
var forms = [field.TypeCount]func(f *former, of *field.Field, c sheet.Cell) sheet.Cell{
	field.Money:  inKronor,
	field.Date:   asDay,
	field.Choice: labelled,
	field.Bool:   asWord,
	field.Ref:    oneNamed,
	field.Refs:   eachNamed,
	field.Roles:  asText,
}

// cell is a value of a field as the workbook has it.
func (f *former) cell(of *field.Field, c sheet.Cell) sheet.Cell {
	switch {
	case c.Kind == sheet.Empty:
		return c
	case of == nil: // what nobody knows is kept as it is written
		return sheet.Str(c.Text)
	case c.Kind == sheet.Error && !of.IsList():
		return unreadable(c)
	case forms[of.Type] == nil:
		return c
	}
	return forms[of.Type](f, of, c)
}

// unreadable is a value that isn't what the document says that it is.
func unreadable(c sheet.Cell) sheet.Cell {
	return sheet.Cell{Kind: sheet.Error, Text: sheet.Unfit + c.Text}
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

// asText is a list of persons, who stand in one text.
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
