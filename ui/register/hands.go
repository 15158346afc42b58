package register

import (
	"itportfoljen/app/field"
	"itportfoljen/ui/cells"
)

// giveHands lets the keys of a spreadsheet do what they do there.
func (r *Register) giveHands() {
	r.hands = cells.Give(r.s, &cells.Hands{Kind: r.kind, Grid: r.grid, Columns: r.cellColumns, Rows: r.source.Len, Record: r.recordAt, Writable: r.writable, Deletes: r.deletes})
}

// deletes says that Delete removes rows: whole ones, or by what they are called.
func (r *Register) deletes() bool { return r.grid.WholeRows() || r.named(r.grid.CursorColumn()) }

// Selected are the records chosen in the list.
func (r *Register) Selected() []field.ID { return r.hands.Selected() }

// recordAt is the record of a row, and not of a heading or a sum.
func (r *Register) recordAt(row int) (field.ID, bool) {
	if r.grid.Passive != nil && r.grid.Passive(row) {
		return "", false
	}
	if r.source.Row(row) == nil {
		return "", false
	}
	return field.ID(r.source.Key(row)), true
}

// cellColumns are the grid's columns; that of references has no field.
func (r *Register) cellColumns() []field.Column {
	out := make([]field.Column, len(r.grid.Columns))
	for i := range out {
		out[i], _ = r.source.Column(i)
	}
	return out
}
