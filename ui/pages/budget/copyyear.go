package budget

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/years"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// copyYear asks the page to make a year's budget of another's.
type copyYear struct{}

// copyAction is the action of it.
func copyAction(s *shell.Shell) *shell.Action {
	return &shell.Action{ID: "copyyear", Icon: "copy", Enabled: s.Writable, Label: func() string { return texts.T("budget.copy") }, Run: func() { s.Go("budget", copyYear{}) }}
}

// copying is a copying that is looked at before it is done.
type copying struct {
	p       *Page
	what    years.Copying
	done    years.Copied
	known   bool
	preview *fyne.Container
	dialog  *dialogs.Dialog
}

// askCopy asks which year to make a budget of and for, and shows what it would be.
func (p *Page) askCopy() {
	w := p.s.Portfolio()
	q := &copying{p: p, what: years.Copying{From: w.PlanYear() - 1, To: w.PlanYear(), Round: 1}, preview: container.NewStack()}
	year := func(label string, at *int) fyne.CanvasObject {
		in := input.NewText(strconv.Itoa(*at), "", nil)
		in.OnCommit = func(s string) error {
			y, err := strconv.Atoi(s)
			if err != nil || !date.Valid(y, 1, 1) {
				return fault.New(fault.Invalid, texts.T("budget.copy.noyear"))
			}
			if y != *at {
				*at = y
				q.look()
			}
			return nil
		}
		return input.NewField(label, "", in)
	}
	pick := func(label, help, now string, options []widgets.Option, took func(id string)) fyne.CanvasObject {
		return input.NewField(label, help, input.NewSelect(options, now, func(id string) error {
			took(id)
			q.look()
			return nil
		}))
	}
	index := percent(w, &q.what.Index, q.look)
	option := func(id, label string) widgets.Option { return widgets.Option{ID: id, Label: label} }
	units := []widgets.Option{option("all", texts.T("budget.copy.units"))}
	for _, u := range org.Levels(w) {
		units = append(units, widgets.Option{ID: string(u.ID), Label: u.Name()})
	}
	over := input.NewCheck(texts.T("budget.copy.over"), false, func(on bool) error {
		q.what.Over = on
		q.look()
		return nil
	})
	form := widgets.VStack(8, year(texts.T("budget.copy.from"), &q.what.From), year(texts.T("budget.copy.to"), &q.what.To),
		pick(texts.T("budget.copy.what"), "", "expected", []widgets.Option{option("expected", texts.T("budget.copy.expected")), option("budget", texts.T("budget.copy.budget")), option("forecast", texts.T("budget.copy.forecast")), option("actual", texts.T("budget.copy.actual"))}, func(id string) {
			if q.what.What = years.What(id); id == "expected" {
				q.what.What = years.Expected
			}
		}),
		input.NewField(texts.T("budget.copy.index"), texts.T("budget.copy.index.help"), index),
		pick(texts.T("budget.copy.round"), "", "1", []widgets.Option{option("1", texts.T("budget.copy.kr")), option("100", texts.T("budget.copy.hundreds")), option("1000", texts.T("budget.copy.thousands"))}, func(id string) { q.what.Round, _ = strconv.ParseInt(id, 10, 64) }),
		pick(texts.T("budget.copy.unit"), "", "all", units, func(id string) {
			if q.what.Unit = field.ID(id); id == "all" {
				q.what.Unit = ""
			}
		}), over)
	q.dialog = dialogs.Show(p.s.Window, dialogs.Options{Title: texts.T("budget.copy.title"), Width: 780, Height: 620, Confirm: texts.T("budget.copy.yes"),
		Content: container.NewBorder(form, nil, nil, nil, widgets.NewScroll(widgets.Inset(10, 12, 0, 0, q.preview))), OnOK: q.ok, OnClose: func(ok bool) {
			p.s.Runner.Cancel("budget.copy")
			if ok {
				q.do()
			}
		}})
	q.look()
}

// percent is where a percentage is written, in hundredths of a per cent.
func percent(w field.World, at *int64, changed func()) *input.Text {
	return input.NewText("0", "", func(s string) error {
		n, err := years.ReadIndex(w, s)
		if err != nil {
			return err
		}
		if n != *at {
			*at = n
			changed()
		}
		return nil
	})
}

// look works out, away from the screen, what the budget would be.
func (q *copying) look() {
	q.known = false
	w, what := q.p.s.Portfolio(), q.what
	async.Run(q.p.s.Runner, "budget.copy", func(context.Context) (years.Copied, error) { return years.Copy(field.NewTx(w), what) }, func(done years.Copied, err error) {
		var lines []fyne.CanvasObject
		if err != nil {
			lines = append(lines, widgets.NewParagraph(q.p.s.Sentence(err), widgets.Bad))
		} else {
			q.done, q.known = done, true
			lines = q.lines()
		}
		q.preview.Objects = []fyne.CanvasObject{widgets.VStack(5, lines...)}
		q.preview.Refresh()
		q.dialog.SetError("")
	})
}

// lines tell what the budget would be, and what is left and why.
func (q *copying) lines() (out []fyne.CanvasObject) {
	w := q.p.s.Portfolio()
	what := func(d years.CopiedOf) string { return texts.T("budget.copy.of", w.Label(d.Owner), d.Type) }
	if len(q.done.Done) > 0 {
		out = append(out, widgets.NewHeading(texts.T("budget.copy.becomes", q.done.Counts()), 3), sumLine(texts.T("budget.copy.sum"), texts.T("budget.post.moves", q.done.Was.Exact(), q.done.Is.Exact()), widgets.Strong))
	}
	for i, d := range q.done.Done {
		if i == mostCopied {
			out = append(out, widgets.NewParagraph(texts.N("budget.left.more", len(q.done.Done)-mostCopied), widgets.Muted))
			break
		}
		out = append(out, sumLine(what(d), texts.T("budget.post.moves", d.Was.Exact(), d.Is.Exact()), widgets.Normal))
	}
	if q.done.Same > 0 {
		out = append(out, widgets.NewParagraph(q.done.Already(), widgets.Muted))
	}
	if len(q.done.Done) == 0 {
		out = append(out, widgets.NewParagraph(texts.T("budget.copy.still"), widgets.Muted))
	}
	if len(q.done.Left) > 0 {
		out = append(out, widgets.Inset(8, 0, 0, 0, widgets.NewHeading(texts.T("budget.copy.left"), 3)))
	}
	for _, d := range q.done.Left {
		out = append(out, widgets.NewParagraph(texts.T("budget.copy.why", what(d), d.Was.Exact(), d.Why), widgets.Normal))
	}
	return out
}

// mostCopied is how many of those that are copied are shown; those that are left are all shown.
const mostCopied = 40

func (q *copying) ok() bool {
	_ = q.p.s.TakeIn()
	if q.known && q.done.Still() {
		q.dialog.SetError(texts.T("budget.copy.still"))
	}
	return q.known && !q.done.Still()
}

// do makes the budget.
func (q *copying) do() {
	q.p.s.Write(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Do(ctx, func(tx *field.Tx) (string, error) {
			var err error
			q.done, err = years.Copy(tx, q.what)
			return q.what.Label(), err
		})
	}, func(e app.Entry, err error) {
		switch {
		case err != nil:
			q.p.s.Fail(err)
		case e.Number > 0:
			q.p.s.ToastUndo(texts.T("budget.copy.done", q.what.Label(), q.done.Counts()), e)
		}
	})
}
