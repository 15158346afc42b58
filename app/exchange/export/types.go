package export

import (
	"math"
	"strconv"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// form is what a type of value is in a sheet and in a JSON document. Values that are
// given to it are never empty.
type form struct {
	column sheet.ColumnType
	// cell is a cell that reads back to the same value.
	cell func(w field.World, f *field.Field, v field.Value) sheet.Cell
	// choices are what may be picked in a cell, as cell writes it; nil: anything.
	choices func(w field.World, f *field.Field) []string
	// json is a string, int64, bool, []string or nil.
	json func(w field.World, f *field.Field, v field.Value) any
}

// forms is the table of the types.
var forms = [field.TypeCount]form{
	field.Text:     {sheet.ColText, exactCell, nil, asItIs},
	field.LongText: {sheet.ColLongText, exactCell, nil, asItIs},
	field.Tags:     {sheet.ColText, exactCell, nil, eachTag},
	field.Number:   {sheet.ColNumber, wholeCell, nil, asItIs},
	field.Decimal:  {sheet.ColNumber, decimalCell, nil, plainDecimal},
	field.Money:    {sheet.ColMoney, amountCell, nil, inOre},
	field.Date:     {sheet.ColDate, dayCell, nil, isoDay},
	field.Year:     {sheet.ColYear, wholeCell, nil, asItIs},
	field.Choice:   {sheet.ColText, exactCell, labels, asItIs},
	field.Level:    {sheet.ColNumber, wholeCell, keys, asItIs},
	field.Bool:     {sheet.ColText, exactCell, yesAndNo, asItIs},
	field.Person:   {sheet.ColText, exactCell, nil, exactText},
	field.Unit:     {sheet.ColText, exactCell, nil, unitPath},
	field.Ref:      {sheet.ColText, refCell, nil, oneRef},
	field.Refs:     {sheet.ColText, exactCell, nil, eachRef},
	field.Roles:    {sheet.ColText, exactCell, nil, exactText},
}

func exactCell(w field.World, f *field.Field, v field.Value) sheet.Cell {
	return sheet.Str(f.Exact(w, v))
}

func wholeCell(_ field.World, _ *field.Field, v field.Value) sheet.Cell {
	return numberCell(v.(int64))
}

func decimalCell(_ field.World, _ *field.Field, v field.Value) sheet.Cell {
	n := v.(int64)
	return sheet.Dec(field.PlainDecimal(n), float64(n)/100)
}

func plainDecimal(_ field.World, _ *field.Field, v field.Value) any {
	return field.PlainDecimal(v.(int64))
}

func amountCell(_ field.World, _ *field.Field, v field.Value) sheet.Cell {
	return moneyCell(v.(money.Ore))
}

func dayCell(_ field.World, _ *field.Field, v field.Value) sheet.Cell {
	return sheet.Day(v.(date.Date))
}

func refCell(w field.World, f *field.Field, v field.Value) sheet.Cell {
	return sheet.Str(nameOf(w, f, v.(field.ID)))
}

func moneyCell(o money.Ore) sheet.Cell { return sheet.Dec(o.Decimal(), float64(o)/100) }

// numberCell is a whole number; one that Excel would round is written as text.
func numberCell(n int64) sheet.Cell {
	s := strconv.FormatInt(n, 10)
	if f := float64(n); int64(f) == n && math.Abs(f) < mostExact {
		return sheet.Dec(s, f)
	}
	return sheet.Str(s)
}

// mostExact is where whole numbers begin to have more figures than the fifteen that
// Excel keeps.
const mostExact = 1e15

func labels(w field.World, f *field.Field) (out []string) {
	for _, o := range f.Alternatives(w) {
		out = append(out, o.Label)
	}
	return out
}

func keys(w field.World, f *field.Field) (out []string) {
	for _, o := range f.Alternatives(w) {
		out = append(out, o.Key)
	}
	return out
}

func yesAndNo(field.World, *field.Field) []string { return []string{field.Yes, field.No} }

func asItIs(_ field.World, _ *field.Field, v field.Value) any { return v }

func inOre(_ field.World, _ *field.Field, v field.Value) any { return int64(v.(money.Ore)) }

func isoDay(_ field.World, _ *field.Field, v field.Value) any { return v.(date.Date).String() }

func exactText(w field.World, f *field.Field, v field.Value) any { return orNil(f.Exact(w, v)) }

func unitPath(w field.World, _ *field.Field, v field.Value) any {
	return orNil(org.Path(w, v.(field.ID)))
}

func oneRef(w field.World, _ *field.Field, v field.Value) any { return refTo(w, v.(field.ID)) }

func eachRef(w field.World, _ *field.Field, v field.Value) any {
	ids := v.([]field.ID)
	refs := make([]string, 0, len(ids))
	for _, id := range ids {
		refs = append(refs, refTo(w, id))
	}
	return refs
}

func eachTag(_ field.World, _ *field.Field, v field.Value) any { return field.TagsIn(v.(string)) }
