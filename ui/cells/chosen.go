package cells

import (
	"slices"

	"itportfoljen/app/exchange/block"
	"itportfoljen/app/field"
	"itportfoljen/ui/grid"
)

// Chosen are the cells that are selected: of the list as it is shown or, where they
// don't stand together, of just those rows. Headings and sums between them are none.
type Chosen struct {
	List block.List
	At   block.Area
	Rows bool // whole rows, and not cells in them
}

// chosen is what is selected; false when nothing is.
func (h *Hands) chosen() (Chosen, bool) {
	ids := h.Selected()
	if len(ids) == 0 {
		return Chosen{}, false
	}
	c := Chosen{List: block.List{Kind: h.Kind, Columns: h.Columns()}, Rows: h.Grid.WholeRows()}
	c.At.Left, c.At.Right = h.Grid.SelectedColumns()
	if _, together := h.Grid.Range(); together {
		c.List.Rows = h.shown()
		c.At.Top = max(0, slices.Index(c.List.Rows, ids[0]))
	} else {
		c.List.Rows = ids
	}
	c.At.Bottom = c.At.Top + len(ids) - 1
	return c, true
}

// Picked are the selected cells alone.
func (h *Hands) Picked() (Chosen, bool) {
	ids := h.Selected()
	c := Chosen{List: block.List{Kind: h.Kind, Columns: h.Columns(), Rows: ids}, Rows: h.Grid.WholeRows()}
	c.At.Left, c.At.Right = h.Grid.SelectedColumns()
	c.At.Bottom = len(ids) - 1
	return c, len(ids) > 0
}

// shown are the records of the rows that are shown, in their order.
func (h *Hands) shown() []field.ID {
	out := make([]field.ID, 0, h.Rows())
	for i := range h.Rows() {
		if id, ok := h.Record(i); ok {
			out = append(out, id)
		}
	}
	return out
}

// among is an area of the grid among the rows that are shown.
func (h *Hands) among(a grid.Range) block.Area {
	before := func(row int) (n int) {
		for i := range min(row, h.Rows()) {
			if _, ok := h.Record(i); ok {
				n++
			}
		}
		return n
	}
	return block.Area{Top: before(a.Top), Left: a.Left, Bottom: before(a.Bottom+1) - 1, Right: a.Right}
}

// selectCells selects the cells that were written in, where they still stand together.
func (h *Hands) selectCells(ids []field.ID, at block.Area) {
	if len(ids) == 0 || at.Right < at.Left {
		return
	}
	for top := range h.Rows() {
		if id, ok := h.Record(top); !ok || id != ids[0] {
			continue
		}
		for i, want := range ids {
			if top+i >= h.Rows() {
				return
			}
			if id, ok := h.Record(top + i); !ok || id != want {
				return
			}
		}
		h.Grid.SelectRange(grid.Range{Top: top, Left: at.Left, Bottom: top + len(ids) - 1, Right: at.Right})
		return
	}
}
