package intake

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// importable are the kinds that a sheet may list, likeliest first.
func importable(w field.World) []*field.Kind {
	var common, others []*field.Kind
	for _, k := range w.Kinds() {
		switch {
		case k.Sheet == "":
		case k.Common:
			common = append(common, k)
		default:
			others = append(others, k)
		}
	}
	return append(common, others...)
}

// neededOf are the fields without which a row of a kind says nothing.
func neededOf(k *field.Kind) []*field.Field {
	if len(k.Vital) > 0 {
		return k.Vital
	}
	return []*field.Field{k.Title()}
}

// layout is how a sheet is to be read as one kind of thing.
type layout struct {
	kind   *field.Kind
	sheet  *sheet.Sheet
	header int // index among the sheet's rows; -1 when none was found
	cols   []col
	unit   money.Unit
	exact  bool    // our own export: the keys are known
	rating float64 // how well the headings fit the kind

	questions []ask.Question // about the columns
}

// col is a column with what reading it takes.
type col struct {
	Column
	heading read.Heading
	label   string // what issues and notes call it; one of a kind
	unit    money.Unit
	kept    int // texts whose reading is remembered
}

func (l *layout) columns() []Column {
	var out []Column
	for _, c := range l.cols {
		out = append(out, c.Column)
	}
	return out
}

// of gives the column of a field, nil when there is none.
func (l *layout) of(f *field.Field) *col {
	for i := range l.cols {
		if l.cols[i].Field == f && f != nil {
			return &l.cols[i]
		}
	}
	return nil
}

// usable says that the sheet can be read as the kind.
func (l *layout) usable() bool {
	if l.header < 0 {
		return false
	}
	if slices.ContainsFunc(l.cols, func(c col) bool { return c.Reference }) && l.exact {
		return true
	}
	for _, f := range neededOf(l.kind) {
		if l.of(f) == nil {
			return false
		}
	}
	return true
}

// data are the rows below the headings.
func (l *layout) data() []sheet.Row { return l.sheet.Rows[l.header+1:] }

// better orders layouts, the best first.
func better(a, b *layout) int {
	if a.usable() != b.usable() {
		if a.usable() {
			return -1
		}
		return 1
	}
	return cmp.Compare(b.rating, a.rating)
}
