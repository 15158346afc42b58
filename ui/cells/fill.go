package cells

import (
	"context"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/exchange/block"
	"itportfoljen/app/field"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// fillDown gives the selected rows what stands in the first of them, and one alone what
// stands in the row above. Whole rows keep their names: those tell them apart.
func (h *Hands) fillDown() {
	on, ok := h.chosen()
	switch {
	case !ok:
		return
	case on.At.Height() == 1 && !h.hasAbove():
		h.s.Toast(texts.T("cells.noabove"))
		return
	case on.Rows:
		named := func(c field.Column) bool { return c.Field == h.Kind.Title() }
		if i := slices.IndexFunc(on.List.Columns, named); i >= 0 {
			on.List.Columns = slices.Clone(on.List.Columns)
			on.List.Columns[i] = field.Column{}
		}
	}
	if !h.changeable() {
		return
	}
	h.propose(&proposal{name: "fill", on: on, plan: func(ctx context.Context, p *app.Portfolio, c block.Choices, progress block.Progress) (*block.Plan, error) {
		return block.FillDown(ctx, p, on.List, on.At, c, progress)
	}})
}

// hasAbove tells whether a record stands above the selected row, in its group; sums are
// passed by.
func (h *Hands) hasAbove() bool {
	r, ok := h.Grid.Range()
	if !ok {
		return false
	}
	row := r.Top - 1
	for row >= 0 && h.Grid.Passive != nil && h.Grid.Passive(row) {
		row--
	}
	if row < 0 {
		return false
	}
	_, ok = h.Record(row)
	return ok
}

// fillTo gives an area what stands in a part of it.
func (h *Hands) fillTo(from, to grid.Range) {
	on := Chosen{List: block.List{Kind: h.Kind, Rows: h.shown(), Columns: h.Columns()}, At: h.among(to)}
	part := h.among(from)
	if !h.changeable() { // what is being written is taken in, and may put the rows in another order
		return
	}
	h.propose(&proposal{name: "fill", on: on, plan: func(ctx context.Context, p *app.Portfolio, c block.Choices, progress block.Progress) (*block.Plan, error) {
		return block.Fill(ctx, p, on.List, part, on.At, c, progress)
	}})
}

// clearCells empties the selected cells.
func (h *Hands) clearCells() {
	on, ok := h.Picked()
	if !ok || on.Rows || !h.changeable() {
		return
	}
	h.propose(&proposal{name: "clear", on: on, plan: func(ctx context.Context, p *app.Portfolio, c block.Choices, progress block.Progress) (*block.Plan, error) {
		return block.Clear(ctx, p, on.List, on.At, c, progress)
	}})
}

// Items are what a menu offers to do with the selected cells.
func (h *Hands) Items() []widgets.MenuItem {
	items := []widgets.MenuItem{{Label: texts.T("cells.copy"), Icon: "copy", Shortcut: "Ctrl+C", Run: h.copyCells}}
	if !h.Writable() {
		return items
	}
	items = append(items,
		widgets.MenuItem{Label: texts.T("cells.paste"), Icon: "clipboard-list", Shortcut: "Ctrl+V", Run: func() { h.paste(h.s.App.Clipboard().Content()) }},
		widgets.MenuItem{Label: texts.T("cells.filldown"), Icon: "arrow-down", Shortcut: "Ctrl+D", Run: h.fillDown})
	if !h.Grid.WholeRows() {
		clear := widgets.MenuItem{Label: texts.T("cells.clear"), Icon: "x", Shortcut: "Del", Run: h.clearCells}
		if h.Deletes() {
			clear.Shortcut = ""
		}
		items = append(items, clear)
	}
	return items
}
