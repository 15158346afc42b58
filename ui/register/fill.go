package register

import (
	"context"

	"itportfoljen/app"
	"itportfoljen/app/exchange/block"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// fillDown gives the selected rows what stands in the first of them.
func (r *Register) fillDown() {
	on, ok := r.chosen()
	if !ok || !r.changeable() {
		return
	}
	r.propose(&proposal{name: "fill", on: on, plan: func(ctx context.Context, p *app.Portfolio, c block.Choices, progress block.Progress) (*block.Plan, error) {
		return block.FillDown(ctx, p, on.list, on.at, c, progress)
	}})
}

// fillTo gives an area what stands in a part of it.
func (r *Register) fillTo(from, to grid.Range) {
	if !r.changeable() {
		return
	}
	on := chosen{list: block.List{Kind: r.kind, Rows: r.shown(), Columns: r.cellColumns()}, at: r.among(to)}
	part := r.among(from)
	r.propose(&proposal{name: "fill", on: on, plan: func(ctx context.Context, p *app.Portfolio, c block.Choices, progress block.Progress) (*block.Plan, error) {
		return block.Fill(ctx, p, on.list, part, on.at, c, progress)
	}})
}

// clearCells empties the selected cells.
func (r *Register) clearCells() {
	on, ok := r.picked()
	if !ok || on.rows || !r.changeable() {
		return
	}
	r.propose(&proposal{name: "clear", on: on, plan: func(ctx context.Context, p *app.Portfolio, c block.Choices, progress block.Progress) (*block.Plan, error) {
		return block.Clear(ctx, p, on.list, on.at, c, progress)
	}})
}

// cellItems are what a menu offers to do with the selected cells.
func (r *Register) cellItems() []widgets.MenuItem {
	items := []widgets.MenuItem{{Label: texts.T("cells.copy"), Icon: "copy", Shortcut: "Ctrl+C", Run: r.copyCells}}
	if !r.writable() {
		return items
	}
	items = append(items,
		widgets.MenuItem{Label: texts.T("cells.paste"), Icon: "clipboard-list", Shortcut: "Ctrl+V", Run: func() { r.paste(r.s.App.Clipboard().Content()) }},
		widgets.MenuItem{Label: texts.T("cells.filldown"), Icon: "arrow-down", Shortcut: "Ctrl+D", Run: r.fillDown})
	if !r.grid.WholeRows() {
		items = append(items, widgets.MenuItem{Label: texts.T("cells.clear"), Icon: "x", Shortcut: "Del", Run: r.clearCells})
	}
	return items
}
