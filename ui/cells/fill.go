package cells

import (
	"context"

	"itportfoljen/app"
	"itportfoljen/app/exchange/block"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// fillDown gives the selected rows what stands in the first of them.
func (h *Hands) fillDown() {
	on, ok := h.chosen()
	if !ok || !h.changeable() {
		return
	}
	h.propose(&proposal{name: "fill", on: on, plan: func(ctx context.Context, p *app.Portfolio, c block.Choices, progress block.Progress) (*block.Plan, error) {
		return block.FillDown(ctx, p, on.List, on.At, c, progress)
	}})
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
