package cells

import (
	"context"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/exchange/block"
	"itportfoljen/ui/async"
	"itportfoljen/ui/texts"
)

// planner works out what would happen by what the user has chosen.
type planner func(ctx context.Context, p *app.Portfolio, c block.Choices, progress block.Progress) (*block.Plan, error)

// proposal is something to do with cells: what it is called, and the cells that it is
// done with.
type proposal struct {
	name    string // the end of its texts' keys
	on      Chosen
	choices block.Choices
	plan    planner
	heads   bool // the first line may be headings
	at      place
}

// place is where the cursor is and how much is selected, however the rows are ordered.
type place struct {
	key               string
	left, right, rows int
}

func (h *Hands) place() place {
	at := place{rows: h.Grid.SelectedCount()}
	_, at.key = h.Grid.Cursor()
	at.left, at.right = h.Grid.SelectedColumns()
	return at
}

// changeable says whether cells may be written in, and tells when not.
func (h *Hands) changeable() bool {
	if !h.Writable() {
		h.s.Toast(texts.T("register.whynot.readonly"))
		return false
	}
	_ = h.s.TakeIn() // what is refused is told where it was written
	return true
}

// paste lays what is on the clipboard into the list, from the selected cells.
func (h *Hands) paste(text string) {
	on, somewhere := h.chosen()
	if !h.changeable() {
		return
	}
	if text == "" {
		h.s.Toast(texts.T("cells.nothing"))
		return
	}
	d := &proposal{name: "paste", on: on, heads: strings.ContainsAny(strings.TrimRight(text, "\r\n"), "\r\n")}
	if !somewhere { // only headings say where it goes
		on.List, d.choices.Heads = block.List{Kind: h.Kind, Rows: h.shown(), Columns: h.Columns()}, block.With
		d.on = on
	}
	ours := somewhere && h.copied != "" && plainly(text) == h.copied
	if ours {
		d.heads, d.choices.Heads = false, block.Without
	}
	column := h.Grid.CursorColumn()
	d.plan = func(ctx context.Context, p *app.Portfolio, c block.Choices, progress block.Progress) (*block.Plan, error) {
		rows, err := block.Read(text)
		if err != nil {
			return nil, err
		}
		if ours { // cells of a list go where the cursor is, whatever their columns were
			rows = rows[1:]
		}
		return block.Paste(ctx, p, on.List, on.aim(rows, column), rows, c, progress)
	}
	h.propose(d)
}

// aim is where a block is laid: where whole rows are selected it begins in the first
// column when it is as wide as the list, else in the cursor's.
func (c Chosen) aim(rows [][]string, column int) block.Area {
	if !c.Rows {
		return c.At
	}
	at := c.At
	for _, r := range rows {
		if len(r) >= len(c.List.Columns) {
			return at
		}
	}
	at.Left, at.Right = column, column
	return at
}

// plainly is a text whatever its line breaks became on the clipboard.
func plainly(s string) string {
	return strings.TrimRight(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
}

// propose works out what would happen, and does it when there is nothing to look
// through first; else it is shown.
func (h *Hands) propose(d *proposal) {
	d.at = h.place()
	h.work(d, func(p *block.Plan) {
		switch {
		case len(p.Changes) == 0 && len(p.Left) == 0 && len(p.Notes) == 0 && p.Empties == 0:
			h.s.Toast(texts.T("cells.same"))
		case p.Plain():
			h.carryOut(d, p)
		default:
			h.preview(d, p)
		}
	})
}

// work plans away from the screen, when the disk has what was written before.
func (h *Hands) work(d *proposal, done func(*block.Plan)) {
	h.s.WhenSaved(func() {
		if h.s.Stuck(h.Kind) { // the cells show what the portfolio hasn't
			h.s.Problem(texts.T("cells.unsaved"))
			return
		}
		h.plan(d, done)
	})
}

func (h *Hands) plan(d *proposal, done func(*block.Plan)) {
	p, choices := h.s.Portfolio(), d.choices
	h.s.Progress(texts.T("cells.planning"), "cells", func(ctx context.Context, report async.Progress) (any, error) {
		return d.plan(ctx, p, choices, func(f float64) { report(f, "") })
	}, func(v any, err error) {
		if err != nil {
			h.s.Fail(err)
			return
		}
		done(v.(*block.Plan))
	})
}

// carryOut writes a plan as one entry, and selects the cells unless the user has gone on
// to others meanwhile.
func (h *Hands) carryOut(d *proposal, plan *block.Plan) {
	h.s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.Apply(ctx, plan.Label, plan.Changes)
	}, func(e app.Entry, err error) {
		if err != nil {
			h.s.Fail(err)
			return
		}
		h.s.ToastUndo(e.Label, e)
		if h.place() != d.at || h.Grid.Editing() {
			return
		}
		if !plan.Found && !d.on.Rows && plan.Area.Bottom >= plan.Area.Top {
			h.selectCells(d.on.List.Rows[plan.Area.Top:min(plan.Area.Bottom+1, len(d.on.List.Rows))], plan.Area)
		}
	})
}
