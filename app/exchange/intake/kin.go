package intake

import (
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
)

// kin is a cell that names records of its own kind, which may be made by rows below it: it
// is read when all rows are.
type kin struct {
	line   *line
	column *match.Column
}

// waitsForKin puts such a cell off. Persons and units are found as they are named.
func (t *merge) waitsForKin(l *line, c *match.Column) bool {
	if t.kinRead || !c.Field.SaysTargets() || !c.Field.MayPointAt(t.Kind) || read.IsBlank(l.Row.At(c.Index)) {
		return false
	}
	t.kin = append(t.kin, kin{l, c})
	return true
}

// readKin reads the cells that were put off.
func (t *merge) readKin() {
	t.kinRead = true
	for _, k := range t.kin {
		l := k.line
		if l.Skipped || l.Record == nil {
			continue
		}
		status, noted := l.out.Status, len(l.Notes)
		var values []value
		for _, g := range append([]identify.Given{}, t.given(l, k.column)...) {
			values = append(values, value{g, k.column.Year, k.column.Label, nil})
		}
		if len(l.Notes) > noted {
			values = t.withNote(l, values)
		}
		if t.change(l, values); status == New {
			l.out.Status = New
		}
	}
}
