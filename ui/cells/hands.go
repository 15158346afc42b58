// Package cells is what a spreadsheet's keys do to a grid whose rows are records: copy,
// paste, fill and clear, with a look at what would happen before it does. It knows no
// kind; what happens is worked out by app/exchange/block.
package cells

import (
	"itportfoljen/app/field"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/shell"
)

// Hands are what the keys of one grid do.
type Hands struct {
	Kind     *field.Kind
	Grid     *grid.Grid
	Columns  func() []field.Column                // of the grid; one without a field is that of references
	Rows     func() int                           // of the grid
	Record   func(row int) (id field.ID, ok bool) // of a row; false for headings and sums
	Writable func() bool
	Deletes  func() bool // Delete removes rows, and empties no cells

	s      *shell.Shell
	copied string // cells that are on the clipboard, whatever became of their line breaks
}

// Give lets the keys of a grid do what they do in a spreadsheet. The keys of its rows
// are the identities of their records.
func Give(s *shell.Shell, h *Hands) *Hands {
	h.s = s
	h.Grid.OnCopy, h.Grid.OnPaste, h.Grid.OnClear = h.copyCells, h.paste, h.clearCells
	h.Grid.OnCut, h.Grid.Changes = h.cutCells, h.Writable
	h.Grid.OnFillDown, h.Grid.OnFill = h.fillDown, h.fillTo
	return h
}

// Selected are the records of the selected rows.
func (h *Hands) Selected() []field.ID {
	keys := h.Grid.Selected()
	ids := make([]field.ID, len(keys))
	for i, k := range keys {
		ids[i] = field.ID(k)
	}
	return ids
}
