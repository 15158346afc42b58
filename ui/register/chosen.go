package register

import (
	"slices"

	"itportfoljen/app/exchange/block"
	"itportfoljen/app/field"
	"itportfoljen/ui/grid"
)

// chosen are the cells that are selected: of the list as it is shown or, where they
// don't stand together, of just those rows. Headings and sums between them are none.
type chosen struct {
	list block.List
	at   block.Area
	rows bool // whole rows, and not cells in them
}

// chosen is what is selected; false when nothing is.
func (r *Register) chosen() (chosen, bool) {
	ids := r.Selected()
	if len(ids) == 0 {
		return chosen{}, false
	}
	c := chosen{list: block.List{Kind: r.kind, Columns: r.cellColumns()}, rows: r.grid.WholeRows()}
	c.at.Left, c.at.Right = r.grid.SelectedColumns()
	if _, together := r.grid.Range(); together {
		c.list.Rows = r.shown()
		c.at.Top = max(0, slices.Index(c.list.Rows, ids[0]))
	} else {
		c.list.Rows = ids
	}
	c.at.Bottom = c.at.Top + len(ids) - 1
	return c, true
}

// picked are the selected cells alone.
func (r *Register) picked() (chosen, bool) {
	ids := r.Selected()
	c := chosen{list: block.List{Kind: r.kind, Columns: r.cellColumns(), Rows: ids}, rows: r.grid.WholeRows()}
	c.at.Left, c.at.Right = r.grid.SelectedColumns()
	c.at.Bottom = len(ids) - 1
	return c, len(ids) > 0
}

// shown are the records of the rows that are shown, in their order.
func (r *Register) shown() []field.ID {
	out := make([]field.ID, 0, r.source.Len())
	for i := range r.source.Len() {
		if r.isRecord(i) {
			out = append(out, field.ID(r.source.Key(i)))
		}
	}
	return out
}

// isRecord says that a row is a record's, and no heading or sum.
func (r *Register) isRecord(row int) bool {
	if r.grid.Passive != nil && r.grid.Passive(row) {
		return false
	}
	if s, ok := any(r.source).(interface {
		Heading(row int) (grid.Heading, bool)
	}); ok {
		if _, is := s.Heading(row); is {
			return false
		}
	}
	return true
}

// cellColumns are the grid's columns; that of references has no field.
func (r *Register) cellColumns() []field.Column {
	out := make([]field.Column, len(r.grid.Columns))
	for i := range out {
		out[i], _ = r.source.Column(i)
	}
	return out
}

// among is an area of the grid among the rows that are shown.
func (r *Register) among(a grid.Range) block.Area {
	before := func(row int) (n int) {
		for i := range min(row, r.source.Len()) {
			if r.isRecord(i) {
				n++
			}
		}
		return n
	}
	return block.Area{Top: before(a.Top), Left: a.Left, Bottom: before(a.Bottom+1) - 1, Right: a.Right}
}

// selectCells selects the cells that were written in, where they still stand together.
func (r *Register) selectCells(ids []field.ID, at block.Area) {
	if len(ids) == 0 || at.Right < at.Left {
		return
	}
	top, bottom := r.source.IndexOf(string(ids[0])), r.source.IndexOf(string(ids[len(ids)-1]))
	if top < 0 || bottom-top != len(ids)-1 {
		return
	}
	r.grid.SelectRange(grid.Range{Top: top, Left: at.Left, Bottom: bottom, Right: at.Right})
}
