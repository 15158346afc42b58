package round

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/rhythm"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// costs is the list of a step: the cost rows that lack something, where it is written. A row that
// is mended stays, with a mark, until the step is shown anew.
type costs struct {
	p       *Page
	step    string
	rows    []row
	fresh   bool // what is mended goes
	columns []column
	grid    *grid.Grid
	told    *widgets.Text
	confirm *widgets.Button
	content fyne.CanvasObject
	empty   *fyne.Container
}

// row is a cost, or something that has none.
type row struct {
	id    field.ID // of the cost, or of what has none
	owner field.ID
	cost  bool
	want  budget.Want // of what differs
	why   string
	done  bool
}

// column is one of the list's: a field of the cost that is written in it, or what is told.
type column struct {
	grid.Column
	field *field.Field
	cell  func(c *costs, r row) grid.Cell
}

func newCosts(p *Page, step string) *costs {
	c := &costs{p: p, step: step, told: widgets.NewText("", widgets.Muted), empty: container.NewStack()}
	g := grid.New(c, nil)
	g.Cells, g.Multi, g.Frozen = true, true, 1
	g.Empty = c.empty
	g.Jumps = func(col int) bool { return col == 0 }
	g.OnOpen = func(i int) { p.s.Open(c.rows[i].owner) }
	g.Editable = func(i, col int) bool { return p.s.Writable() && c.rows[i].cost && c.columns[col].field != nil }
	g.EditText = func(i, col int) string {
		f := c.columns[col].field
		return f.Exact(p.s.Portfolio(), p.s.Portfolio().Get(c.rows[i].id).Get(f))
	}
	g.WhyNot = func(i, col int) string {
		switch {
		case !p.s.Writable():
			return texts.T("register.whynot.readonly")
		case c.columns[col].field != nil:
			return texts.T("round.norow")
		}
		return texts.T("round.told")
	}
	g.OnEdit = func(key, id, typed string) error {
		r := p.s.Portfolio().Get(field.ID(key))
		if r == nil {
			return fault.New(fault.NotFound, texts.T("round.gone"))
		}
		return record.Write(p.s, r, c.field(id), typed, func(string) {})
	}
	g.OnEditAway = func(string) string { return texts.T("round.gone") }
	g.OnEditLeft = func(key, id string) { p.s.Abandon(field.ID(key), c.field(id)) }
	c.grid = g
	c.confirm = widgets.NewButton(texts.T("round.confirm"), c.asExpected)
	head := container.NewBorder(nil, nil, nil, c.confirm, c.told)
	c.content = container.NewBorder(container.NewVBox(widgets.Inset(8, 16, 8, 16, head), widgets.Hairline()), nil, nil, nil, g)
	return c
}

// field is the field of the cost that a column is of.
func (c *costs) field(id string) field.Column {
	for _, col := range c.columns {
		if col.ID == id {
			return field.Column{Field: col.field}
		}
	}
	return field.Column{}
}

// take takes up what the round has of the step now.
func (c *costs) take() {
	w := c.p.s.Portfolio()
	var now []row
	if c.step == lacking {
		for _, l := range c.p.round.Lacking {
			r := row{id: l.Owner.ID, owner: l.Owner.ID, why: l.Why}
			if l.Cost != nil {
				r.id, r.cost = l.Cost.ID, true
			}
			now = append(now, r)
		}
	} else {
		for _, want := range c.p.round.Unsaid {
			now = append(now, row{id: want.Cost.ID, owner: economy.CostOwner.Get(want.Cost), cost: true, want: want, why: missing(want)})
		}
	}
	left := len(now)
	if !c.fresh {
		now = c.keep(w, now)
	}
	c.rows, c.fresh = now, false
	c.columns = c.columnsOf()
	heads := make([]grid.Column, len(c.columns))
	for i, col := range c.columns {
		heads[i] = col.Column
	}
	c.grid.SetColumns(heads, 1)
	c.say(left)
	c.grid.Reload()
}

// keep keeps the rows that were listed, in their order, those that lack nothing any more with a
// mark; others come after them.
func (c *costs) keep(w field.World, now []row) (out []row) {
	at := map[field.ID]row{}
	for _, r := range now {
		at[r.id] = r
	}
	for _, r := range c.rows {
		if w.Get(r.id) == nil {
			continue
		}
		if is, ok := at[r.id]; ok {
			r = is
		} else {
			r.done, r.why = true, texts.T("round.done")
		}
		delete(at, r.id)
		out = append(out, r)
	}
	for _, r := range now {
		if _, ok := at[r.id]; ok {
			out = append(out, r)
		}
	}
	return out
}

// say says how many are left.
func (c *costs) say(left int) {
	asks := c.p.round.Asks
	switch {
	case c.step == unsaid && left == 0:
		c.told.SetText(texts.T("round.unsaid.none"))
	case c.step == unsaid:
		t := budget.ThresholdOf(c.p.s.Portfolio())
		c.told.SetText(texts.N("round.unsaid.left", left, fmt.Sprint(t.Percent), t.Amount.Kr()))
	case left == 0:
		c.told.SetText(texts.T("round.lacking.none"))
	default:
		c.told.SetText(texts.N("round.lacking.left", left))
	}
	if c.step == lacking && asks.Field == economy.CostForecast.Field && left > 0 && c.p.s.Writable() {
		c.confirm.Show()
	} else {
		c.confirm.Hide()
	}
	text := texts.T("round.lacking.empty", c.p.at.Name())
	if c.step == unsaid {
		text = texts.T("round.unsaid.empty", c.p.at.Name())
	}
	c.empty.Objects = []fyne.CanvasObject{widgets.NewEmpty("circle-check", texts.T("round.ready"), text)}
	c.empty.Refresh()
}

// missing says what somebody has to say of a cost that differs.
func missing(w budget.Want) string {
	switch comment, action := w.Missing(); {
	case comment && action:
		return texts.T("round.missing.both")
	case action:
		return texts.T("round.missing.action")
	}
	return texts.T("round.missing.comment")
}

// columnsOf are the columns of the step.
func (c *costs) columnsOf() []column {
	told := func(id, title string, width float32, cell func(c *costs, r row) grid.Cell) column {
		return column{Column: grid.Column{ID: id, Title: title, Width: width, MinWidth: 70}, cell: cell}
	}
	of := func(f *field.Field, width float32, align grid.Align) column {
		return column{Column: grid.Column{ID: f.Key, Title: f.Label, Width: width, MinWidth: 70, Align: align}, field: f}
	}
	right := func(c column) column { c.Align = grid.AlignRight; return c }
	flex := func(c column) column { c.Flex = true; return c }
	out := []column{flex(told("owner", economy.CostOwner.Label, 160, func(c *costs, r row) grid.Cell {
		return grid.Cell{Text: c.p.s.Portfolio().Label(r.owner), Style: widgets.Strong}
	})), flex(told("row", texts.T("round.row"), 160, func(c *costs, r row) grid.Cell { return grid.Cell{Text: c.what(r), Style: widgets.Muted} }))}
	amount := func(title string, v func(r row) money.Total) column {
		return right(told(title, title, 96, func(_ *costs, r row) grid.Cell {
			if t := v(r); t.Known {
				return grid.Cell{Text: t.Kr(), Style: widgets.Normal}
			}
			return grid.Cell{Text: "–", Style: widgets.Muted, Blank: true}
		}))
	}
	wide := float32(190)
	if c.step == unsaid {
		wide = 124
	}
	state := flex(told("state", texts.T("round.state"), wide, func(_ *costs, r row) grid.Cell {
		if r.done {
			return grid.Cell{Text: r.why, Style: widgets.Good, Icon: "circle-check"}
		}
		return grid.Cell{Text: r.why, Style: widgets.Normal}
	}))
	if c.step == unsaid {
		out = append(out, amount(economy.CostBudget.Label, func(r row) money.Total { return r.want.Amounts.Budget }))
		if asks := c.p.round.Asks; asks.Field != economy.CostBudget.Field { // a budget is held against nothing
			out = append(out, amount(asks.Label, func(r row) money.Total { return r.want.Amounts.Held(r.want.Against) }))
		}
		return append(out, right(told("variance", texts.T("round.variance"), 140, func(_ *costs, r row) grid.Cell { return variance(r.want) })),
			of(economy.CostComment.Field, 180, grid.AlignLeft), of(economy.CostAction.Field, 160, grid.AlignLeft), state)
	}
	if c.p.round.Asks.Field != economy.CostBudget.Field {
		out = append(out, of(economy.CostBudget.Field, 110, grid.AlignRight))
		out[len(out)-1].field, out[len(out)-1].cell = nil, func(c *costs, r row) grid.Cell { return c.value(r, economy.CostBudget.Field) }
	}
	out = append(out, of(c.p.round.Asks.Field, 110, grid.AlignRight))
	if c.p.round.Asks.Field == economy.CostForecast.Field {
		out = append(out, of(economy.CostForecastOn.Field, 110, grid.AlignLeft))
	}
	return append(out, state)
}

// variance is how a cost differs from its budget, with the word that says which way.
func variance(w budget.Want) grid.Cell {
	v := w.Amounts.Variance(w.Against).Ore
	word, style := texts.T("round.dearer"), widgets.Bad
	if v > 0 {
		word, style = texts.T("round.cheaper"), widgets.Good
	}
	return grid.Cell{Text: texts.T("round.variance.cell", signed(v), word), Style: style}
}

// what is a cost row among its owner's.
func (c *costs) what(r row) string {
	if !r.cost {
		return "–"
	}
	return rhythm.Told(c.p.s.Portfolio(), c.p.s.Portfolio().Get(r.id))
}

// value is what a field of a cost holds, as it was written last.
func (c *costs) value(r row, f *field.Field) grid.Cell {
	w := c.p.s.Portfolio()
	rec := w.Get(r.id)
	if rec == nil || !r.cost {
		return grid.Cell{}
	}
	v, problem, waits := c.p.s.Unsaved(r.id, field.Column{Field: f})
	if !waits {
		v = rec.Get(f)
	}
	cell := grid.Cell{Text: f.Show(w, v), Style: widgets.Normal}
	if problem != "" {
		cell.Style, cell.Tip = widgets.Bad, problem
	}
	return cell
}

// Len implements grid.Source.
func (c *costs) Len() int { return len(c.rows) }

// Key implements grid.Source.
func (c *costs) Key(i int) string { return string(c.rows[i].id) }

// Cell implements grid.Source.
func (c *costs) Cell(i, col int) grid.Cell {
	of := c.columns[col]
	if of.cell != nil {
		return of.cell(c, c.rows[i])
	}
	return c.value(c.rows[i], of.field)
}

// asExpected says of the rows that are chosen, all where none are, that they become what they were
// believed to.
func (c *costs) asExpected() {
	chosen := map[string]bool{}
	if c.grid.SelectedCount() > 1 || len(c.rows) == 1 {
		for _, k := range c.grid.Selected() {
			chosen[k] = true
		}
	} else if _, k := c.grid.Cursor(); k != "" {
		chosen[k] = true
	}
	var ids []field.ID
	for _, r := range c.rows {
		if r.cost && !r.done && chosen[string(r.id)] {
			ids = append(ids, r.id)
		}
	}
	if len(ids) == 0 {
		c.p.s.Toast(texts.T("round.confirm.none"))
		return
	}
	c.p.s.Act(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Do(ctx, func(tx *field.Tx) (string, error) {
			n, err := rhythm.Confirm(tx, ids...)
			return texts.N("round.confirm.label", n), err
		})
	}, nil)
}
