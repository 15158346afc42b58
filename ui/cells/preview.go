package cells

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/block"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// preview shows what would happen to cells before it does: what is left as it is first.
type preview struct {
	h      *Hands
	d      *proposal
	plan   *block.Plan
	rows   []block.Cell
	head   *fyne.Container
	detail *widgets.Text // of the row with the cursor, all of what can't be
	grid   *grid.Grid
	dialog *dialogs.Dialog
	checks map[string]*input.Check // by what they choose; they stay, so that the keyboard does
}

func (h *Hands) preview(d *proposal, plan *block.Plan) {
	v := &preview{h: h, d: d, head: widgets.VStack(6), checks: map[string]*input.Check{}, detail: widgets.NewParagraph("", widgets.Muted)}
	v.grid = grid.New(v, nil)
	v.grid.OnSelect = v.tell
	v.take(plan)
	v.dialog = dialogs.Show(h.s.Window, dialogs.Options{
		Title: texts.T("cells.title." + d.name), Content: container.NewBorder(widgets.Inset(0, 0, 10, 0, v.head), widgets.Inset(8, 0, 0, 0, v.detail), nil, nil, v.grid),
		Width: 980, Height: min(430, 200+31*float32(len(v.rows))), Confirm: texts.T("cells." + d.name), OnOK: v.ok,
	})
	v.dialog.SetConfirmEnabled(len(plan.Changes) > 0)
	v.dialog.Relayout()
}

func (v *preview) ok() bool {
	v.h.carryOut(v.d, v.plan)
	return true
}

// take shows a plan.
func (v *preview) take(plan *block.Plan) {
	v.plan = plan
	v.rows = append(append(v.rows[:0:0], plan.Left...), plan.Cells...)
	v.head.Objects = v.said()
	v.head.Refresh()
	if columns := v.columns(); len(columns) != len(v.grid.Columns) {
		v.grid.SetColumns(columns, 0)
	}
	v.grid.Reload()
	v.tell()
	if v.dialog != nil {
		v.dialog.SetConfirmEnabled(len(plan.Changes) > 0)
		v.dialog.Relayout()
	}
}

// tell writes out what there is to know of the row with the cursor, else of the first.
func (v *preview) tell() {
	row, _ := v.grid.Cursor()
	if row = max(row, 0); row >= len(v.rows) {
		v.detail.SetText("")
		return
	}
	c := v.rows[row]
	v.detail.SetText(strings.TrimSpace(c.Name + ": " + c.Why + c.Remark))
	if c.Why == "" && c.Remark == "" {
		v.detail.SetText("")
	}
}

// said are the counts, what is to be known, and what may be chosen.
func (v *preview) said() []fyne.CanvasObject {
	p := v.plan
	sum := texts.T("cells.summary.none")
	if len(p.Cells) > 0 {
		sum = texts.T("cells.summary", texts.N("cells.cells", len(p.Cells)), text.Plural(p.Records, p.Kind.One, p.Kind.Many))
	}
	parts := []string{sum}
	if p.Writes > 0 {
		parts = append(parts, texts.N("cells.overwrites", p.Writes))
	}
	if p.Same > 0 {
		parts = append(parts, texts.N("cells.same", p.Same))
	}
	out := []fyne.CanvasObject{widgets.NewParagraph(strings.Join(parts, " "), widgets.Strong)}
	if n := len(p.Left); n > 0 {
		out = append(out, widgets.NewParagraph(texts.N("cells.left", n), widgets.Warn))
	}
	for _, n := range p.Notes {
		out = append(out, widgets.NewParagraph(n, widgets.Warn))
	}
	return append(out, v.choices()...)
}

// choices are what may be chosen of this plan.
func (v *preview) choices() (out []fyne.CanvasObject) {
	c := &v.d.choices
	check := func(name, label string, on bool, change func(on bool)) {
		if v.checks[name] == nil {
			v.checks[name] = input.NewCheck(label, on, func(is bool) error {
				change(is)
				v.again()
				return nil
			})
		}
		is := v.checks[name]
		is.Text = label
		is.Set(on)
		out = append(out, is)
	}
	if v.d.heads {
		check("heads", texts.T("cells.heads"), v.plan.Headed, func(on bool) {
			if c.Heads = block.Without; on {
				c.Heads = block.With
			}
		})
	}
	if n := v.plan.Empties; n > 0 && v.d.name == "paste" {
		check("empty", texts.N("cells.empty", n), !c.KeepEmpty, func(on bool) { c.KeepEmpty = !on })
	}
	if v.plan.New() > 0 {
		check("new", v.news(), !c.NoneNew, func(on bool) { c.NoneNew = !on })
	}
	return out
}

// news says how many of what would be made, and names the first.
func (v *preview) news() string {
	var counts, names []string
	for _, m := range v.plan.Made {
		if len(m.Names) == 0 {
			continue
		}
		counts = append(counts, text.Plural(len(m.Names), m.Kind.One, m.Kind.Many))
		for _, n := range m.Names {
			names = append(names, text.Shorten(n, 40))
		}
	}
	if len(names) > 3 {
		names = append(names[:3], "…")
	}
	return texts.T("cells.new", text.And(counts), strings.Join(names, ", "))
}

// again plans anew by what is now chosen; until then nothing can be done by what was.
func (v *preview) again() {
	v.dialog.SetConfirmEnabled(false)
	v.h.work(v.d, v.take)
}

func (v *preview) columns() []grid.Column {
	var out []grid.Column
	if v.d.name == "paste" {
		out = append(out, grid.Column{ID: "row", Title: texts.T("cells.column.row"), Width: 46, Align: grid.AlignRight})
	}
	out = append(out,
		grid.Column{ID: "record", Title: texts.T("cells.column.record"), Width: 150, Flex: true},
		grid.Column{ID: "column", Title: texts.T("cells.column.column"), Width: 125},
		grid.Column{ID: "before", Title: texts.T("cells.column.before"), Width: 130, Flex: true},
		grid.Column{ID: "after", Title: texts.T("cells.column.after"), Width: 130, Flex: true})
	if len(v.plan.Left) > 0 || slices.ContainsFunc(v.plan.Cells, func(c block.Cell) bool { return c.Remark != "" }) {
		out = append(out, grid.Column{ID: "why", Title: texts.T("cells.column.why"), Width: 330, Flex: true})
	}
	return out
}

// Len implements grid.Source.
func (v *preview) Len() int { return len(v.rows) }

// Key implements grid.Source.
func (v *preview) Key(row int) string { return strconv.Itoa(row) }

// Cell implements grid.Source.
func (v *preview) Cell(row, col int) grid.Cell {
	c, left := v.rows[row], row < len(v.plan.Left)
	switch v.grid.Columns[col].ID {
	case "row":
		if c.Row == 0 {
			return grid.Cell{}
		}
		return grid.Cell{Text: text.Count(c.Row), Style: widgets.Muted}
	case "record":
		return grid.Cell{Text: c.Name, Style: widgets.Strong}
	case "column":
		return grid.Cell{Text: c.Column}
	case "before":
		return grid.Cell{Text: c.Before, Style: widgets.Muted}
	case "after":
		return v.after(c, left)
	}
	if left {
		return grid.Cell{Text: c.Why, Style: widgets.Warn, Icon: "triangle-alert", Tip: c.Why}
	}
	return grid.Cell{Text: c.Remark, Style: widgets.Muted, Tip: c.Remark}
}

// after is what a cell would have; what is left as it is shows what was written.
func (v *preview) after(c block.Cell, left bool) grid.Cell {
	switch {
	case left:
		return grid.Cell{Text: c.After, Style: widgets.Muted}
	case c.After == "":
		return grid.Cell{Text: texts.T("cells.emptied"), Style: widgets.Warn}
	}
	return grid.Cell{Text: c.After}
}
