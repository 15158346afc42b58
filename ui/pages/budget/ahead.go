package budget

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/years"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// yearsAhead asks the page to show the years ahead.
type yearsAhead struct{}

// aheadAction is the action of it.
func aheadAction(s *shell.Shell) *shell.Action {
	return &shell.Action{ID: "yearsahead", Icon: "chart-column", Enabled: s.Opened, Label: func() string { return texts.T("budget.ahead") }, Run: func() { s.Go("budget", yearsAhead{}) }}
}

// ahead is what the years ahead cost, side by side: what stands on rows, and what is reckoned of
// agreements.
type ahead struct {
	p      *Page
	look   years.Looking
	all    bool // what needs a renewal is proposed too
	out    years.Outlook
	known  bool
	grid   *grid.Grid
	beside *fyne.Container
	dialog *dialogs.Dialog
}

// showAhead shows the years ahead, and offers to write what is reckoned as forecasts.
func (p *Page) showAhead() {
	v := &ahead{p: p, look: years.Looking{First: p.s.Portfolio().PlanYear(), Years: 5}, beside: container.NewStack()}
	v.grid = grid.New(v, nil)
	v.grid.Frozen = 1
	index := percent(p.s.Portfolio(), &v.look.Index, v.reckon)
	o := dialogs.Options{Title: texts.T("budget.ahead.title"), Text: texts.T("budget.ahead.text"), Width: 1040, Height: 620, Cancel: texts.T("budget.ahead.close"),
		OnClose: func(ok bool) {
			p.s.Runner.Cancel("budget.ahead")
			if ok {
				v.propose()
			}
		}}
	head := []fyne.CanvasObject{input.NewField(texts.T("budget.ahead.index"), texts.T("budget.ahead.index.help"), index)}
	if p.s.Writable() {
		o.Confirm, o.OnOK = texts.T("budget.ahead.propose"), v.ok
		head = append(head, input.NewCheck(texts.T("budget.ahead.all"), false, func(on bool) error {
			v.all = on
			return nil
		}))
	}
	o.Content = container.NewBorder(widgets.VStack(8, head...), v.beside, nil, nil, widgets.Inset(8, 0, 8, 0, widgets.NewFrame(v.grid)))
	v.dialog = dialogs.Show(p.s.Window, o)
	v.reckon()
}

// reckon works out, away from the screen, what the years cost.
func (v *ahead) reckon() {
	v.known = false
	w, look := v.p.s.Portfolio(), v.look
	async.Run(v.p.s.Runner, "budget.ahead", func(context.Context) (years.Outlook, error) { return years.Ahead(w, look), nil }, func(out years.Outlook, err error) {
		if err != nil {
			v.dialog.SetError(v.p.s.Sentence(err))
			return
		}
		v.out, v.known = out, true
		v.show()
	})
}

func (v *ahead) show() {
	columns := []grid.Column{{ID: "owner", Title: texts.T("budget.ahead.owner"), Width: 250, MinWidth: 120, Flex: true}}
	totals := map[int]grid.Cell{}
	for i, s := range v.out.Sums {
		columns = append(columns, grid.Column{ID: strconv.Itoa(v.out.First + i), Title: strconv.Itoa(v.out.First + i), Width: 156, Align: grid.AlignRight})
		if s == (years.Sums{}) { // nobody has said anything of it
			totals[i+1] = grid.Cell{Text: "–", Style: widgets.Muted}
			continue
		}
		totals[i+1] = grid.Cell{Text: (s.Stands + s.Reckoned + s.Renewed).Kr(), Style: widgets.Strong,
			Tip: texts.T("budget.ahead.sums", s.Stands.Kr(), s.Reckoned.Kr(), s.Renewed.Kr())}
	}
	v.grid.SetColumns(columns, 1)
	v.grid.SetTotals(texts.T("budget.ahead.total"), totals)
	v.grid.Reload()
	w := v.p.s.Portfolio()
	var lines []fyne.CanvasObject
	for _, l := range v.out.Legs {
		lines = append(lines, widgets.NewParagraph(texts.T("budget.ahead.leg", w.Label(l.Plan.ID), l.Year, l.Sum.Kr()), widgets.Muted))
	}
	for _, b := range v.out.Benefits {
		lines = append(lines, widgets.NewParagraph(texts.T("budget.ahead.benefit", w.Label(b.Plan.ID), b.From, b.Yearly.Kr()), widgets.Muted))
	}
	v.beside.Objects = nil
	if n := len(lines); n > mostBeside {
		lines = append(lines[:mostBeside], widgets.NewParagraph(texts.N("budget.left.more", n-mostBeside), widgets.Muted))
	}
	if len(lines) > 0 {
		v.beside.Objects = []fyne.CanvasObject{widgets.VStack(4, append([]fyne.CanvasObject{widgets.NewHeading(texts.T("budget.ahead.beside"), 3)}, lines...)...)}
	}
	v.beside.Refresh()
}

// mostBeside is how many of the etapper and benefits that count in no sum are told.
const mostBeside = 5

// Len implements grid.Source.
func (v *ahead) Len() int { return len(v.out.Courses) }

// Key implements grid.Source.
func (v *ahead) Key(row int) string { return string(v.out.Courses[row].Owner.ID) }

// Cell implements grid.Source.
func (v *ahead) Cell(row, col int) grid.Cell {
	c := v.out.Courses[row]
	if col == 0 {
		return grid.Cell{Text: v.p.s.Portfolio().Label(c.Owner.ID), Style: widgets.Strong, Tip: c.Owner.Ref}
	}
	y := c.Years[col-1]
	cell := grid.Cell{Text: y.Short(), Tip: y.Why}
	switch y.How {
	case years.Unknown, years.Over:
		cell.Style, cell.Blank = widgets.Muted, true
	case years.Reckoned, years.Renewed:
		cell.Style = widgets.Muted
	}
	return cell
}

// ok says whether there is something to write.
func (v *ahead) ok() bool {
	_ = v.p.s.TakeIn()
	if !v.known {
		return false
	}
	for _, s := range v.out.Courses {
		for _, y := range s.Years {
			if y.How == years.Reckoned || y.How == years.Renewed && v.all {
				return true
			}
		}
	}
	v.dialog.SetError(texts.T("budget.ahead.nothing"))
	return false
}

// propose writes what is reckoned as forecasts.
func (v *ahead) propose() {
	var made years.Proposed
	v.p.s.Write(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Do(ctx, func(tx *field.Tx) (string, error) {
			var err error
			made, err = years.Propose(tx, years.Ahead(tx, v.look), v.all)
			return texts.T("budget.ahead.label"), err
		})
	}, func(e app.Entry, err error) {
		switch {
		case err != nil:
			v.p.s.Fail(err)
		case e.Number > 0:
			v.p.s.ToastUndo(texts.N("budget.ahead.done", made.Made), e)
		}
	})
}
