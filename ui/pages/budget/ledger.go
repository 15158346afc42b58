package budget

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/booked"
	"itportfoljen/app/field"
	"itportfoljen/app/ledger"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

var ledgerFiles = shell.FileKind{".se", ".si", ".sie", ".xlsx", ".xlsm", ".csv", ".txt", ".ods"}

// reading is a file that has been read, and what it would do.
type reading struct {
	p     *Page
	file  string
	book  *ledger.Book
	taken ledger.Taken
}

// read asks for a file, reads it and shows what it would do.
func (p *Page) read() {
	p.s.AskOpen(texts.T("budget.read.title"), ledgerFiles, p.readFile)
}

func (p *Page) readFile(path string) {
	w := p.s.Portfolio()
	p.s.Progress(texts.T("budget.reading", filepath.Base(path)), "ledger", func(ctx context.Context, report async.Progress) (any, error) {
		b, err := p.s.Services.ReadLedger(ctx, path, booked.Options{Year: w.PlanYear()}, func(f float64) { report(f, "") })
		if err != nil {
			return nil, err
		}
		q := &reading{p: p, file: filepath.Base(path), book: b}
		q.taken, err = ledger.Take(field.NewTx(w), b, ledger.Into{File: q.file})
		return q, err
	}, func(v any, err error) {
		if err != nil {
			p.s.Fail(err)
			return
		}
		v.(*reading).show()
	})
}

// show says what the file is and does, with its doubts first, and asks.
func (q *reading) show() {
	b := q.book
	net := b.Sum(func(r ledger.Row) bool { return ledger.Result(r.Account) })
	var rows []fyne.CanvasObject
	add := func(s string, style widgets.Style) { rows = append(rows, widgets.NewParagraph(s, style)) }
	doubts := b.Doubts()
	for _, n := range doubts {
		add(n.Text, widgets.Bad)
	}
	add(texts.T("budget.read.what", b.Kind, text.Plural(len(b.Rows), "rad", "rader"), string(b.Basis), net.Exact()), widgets.Normal)
	for _, n := range b.Notes {
		if !n.Doubt {
			add(n.Text, widgets.Muted)
		}
	}
	if len(q.taken.Moved) > 0 {
		rows = append(rows, widgets.Inset(8, 0, 0, 0, widgets.NewHeading(texts.T("budget.read.months"), 3)))
	}
	for _, m := range q.taken.Moved {
		add(texts.T("budget.read.month", text.Capital(m.String()), amount(m.Was, m.WasRows), amount(m.Is, m.IsRows)), widgets.Normal)
	}
	for _, m := range q.taken.Kept {
		add(texts.T("budget.read.kept", text.Capital(m.String())), widgets.Muted)
	}
	o := dialogs.Options{Title: texts.T("budget.read.asks", q.file, q.taken.Ledger.Name()), Width: 720, Height: 440, Content: widgets.NewScroll(widgets.Inset(0, 12, 0, 0, widgets.VStack(6, rows...))),
		Confirm: texts.T("budget.read.yes"), OnClose: func(ok bool) {
			if ok {
				q.take()
			}
		}}
	switch {
	case len(q.taken.Moved) == 0 && !q.taken.New:
		o.Text, o.Confirm, o.Cancel = texts.T("budget.read.nothing"), "", texts.T("budget.read.ok")
	case q.taken.New:
		o.Text = texts.T("budget.read.new")
	}
	if len(doubts) > 0 && o.Confirm != "" {
		o.Confirm, o.Danger = texts.T("budget.read.anyway"), true // not one Enter away
	}
	dialogs.Show(q.p.s.Window, o)
}

// amount is a month's sum, told apart from no rows at all.
func amount(v money.Ore, rows int) string {
	if rows == 0 {
		return texts.T("budget.read.norows")
	}
	return texts.T("budget.read.kr", v.Exact())
}

// take does it.
func (q *reading) take() {
	q.p.s.Write(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Do(app.From(ctx, texts.T("budget.read.origin", q.file)), func(tx *field.Tx) (string, error) {
			var err error
			q.taken, err = ledger.Take(tx, q.book, ledger.Into{File: q.file})
			return texts.T("budget.read.label", q.file), err
		})
	}, func(e app.Entry, err error) {
		switch {
		case err != nil:
			q.p.s.Fail(err)
		case e.Number > 0:
			q.p.s.ToastUndo(texts.T("budget.read.done", q.taken.Ledger.Name()), e)
			q.p.View(ledger.Kind)
			q.p.Now().Select(q.taken.Ledger.ID)
		}
	})
}

// closeMonths asks the page to close months.
type closeMonths struct{}

// askClose asks to which month a year is closed.
func (p *Page) askClose() {
	w := p.s.Portfolio()
	day := w.Today().AddMonths(-1)
	in := input.NewField(texts.T("budget.close.month"), texts.T("budget.close.help"), input.NewText(day.String()[:7], "", func(s string) error {
		m, err := monthOf(s)
		if err == nil {
			day = m
		}
		return err
	}))
	dialogs.Show(p.s.Window, dialogs.Options{Title: texts.T("budget.close.title"), Text: texts.T("budget.close.text"), Content: widgets.VStack(8, in), Width: 520, Confirm: texts.T("budget.close.yes"),
		OnOK: func() bool {
			_ = p.s.TakeIn()
			return in.Error() == ""
		},
		OnClose: func(ok bool) {
			if !ok {
				return
			}
			n := 0
			p.s.Write(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
				return w.Do(ctx, func(tx *field.Tx) (label string, err error) {
					n, err = ledger.Close(tx, day.Year(), day.Month(), w.Who())
					return texts.T("budget.close.label", day.LongMonth()), err
				})
			}, func(e app.Entry, err error) {
				switch {
				case err != nil:
					p.s.Fail(err)
				case e.Number > 0:
					p.s.ToastUndo(texts.N("budget.close.done", n), e)
				default:
					p.s.Toast(texts.T("budget.close.already", day.LongMonth()))
				}
			})
		}})
}
