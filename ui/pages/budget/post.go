package budget

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/ledger"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// postActuals asks the page to post what the rules have sorted.
type postActuals struct{}

// posting is a posting that is looked at before it is done.
type posting struct {
	p       *Page
	what    ledger.Posting
	done    ledger.Posted
	known   bool // done is what would be done
	hand    *fyne.Container
	preview *fyne.Container
	dialog  *dialogs.Dialog
}

// askPost shows what posting would do, of the year of the ledger with the cursor or of the latest
// one, and asks.
func (p *Page) askPost() {
	years := ledgerYears(p.s.Portfolio())
	if len(years) == 0 {
		p.s.Toast(texts.T("budget.post.none"))
		return
	}
	q := &posting{p: p, what: ledger.Posting{Year: years[0], Preview: true}, hand: container.NewStack(), preview: container.NewStack()}
	if at := p.Now().Selected(); p.Kind() == ledger.Kind && len(at) > 0 {
		if r := p.s.Portfolio().Get(at[0]); r != nil && slices.Contains(years, int(ledger.Year.Get(r))) {
			q.what.Year = int(ledger.Year.Get(r))
		}
	}
	options := make([]widgets.Option, len(years))
	for i, y := range years {
		options[i] = widgets.Option{ID: strconv.Itoa(y), Label: strconv.Itoa(y)}
	}
	year := input.NewSelect(options, strconv.Itoa(q.what.Year), func(id string) error {
		q.what.Year, _ = strconv.Atoi(id)
		q.look()
		return nil
	})
	to := input.NewText("", texts.T("budget.post.all"), q.through)
	q.dialog = dialogs.Show(p.s.Window, dialogs.Options{Title: texts.T("budget.post.title"), Text: texts.T("budget.post.text"), Width: 760, Height: 500,
		Content: container.NewBorder(widgets.VStack(8, input.NewField(texts.T("budget.post.year"), "", year), input.NewField(texts.T("budget.post.to"), texts.T("budget.post.to.help"), to), q.hand), nil, nil, nil,
			widgets.NewScroll(widgets.Inset(10, 12, 0, 0, q.preview))),
		Confirm: texts.T("budget.post.yes"), OnOK: q.ok, OnClose: func(ok bool) {
			p.s.Runner.Cancel("ledger.post")
			if ok {
				q.post()
			}
		}})
	q.look()
}

// ledgerYears are those that there is a ledger with rows of, the latest first.
func ledgerYears(w field.World) (out []int) {
	for _, l := range ledger.Of(w, 0) {
		if _, _, ok := ledger.Known(w, l); ok && !slices.Contains(out, int(ledger.Year.Get(l))) {
			out = append(out, int(ledger.Year.Get(l)))
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}

// through takes the month to which it is to be posted; nothing is all that is booked.
func (q *posting) through(s string) error {
	to := ledger.Month{}
	if strings.TrimSpace(s) != "" {
		day, err := monthOf(s)
		if err != nil {
			return err
		}
		to = ledger.Month{Year: int16(day.Year()), Number: int8(day.Month())}
	}
	if to != q.what.To {
		q.what.To = to
		q.look()
	}
	return nil
}

// look works out, away from the screen, what posting would do.
func (q *posting) look() {
	q.known = false
	q.dialog.SetConfirmEnabled(false)
	q.show(widgets.NewParagraph(texts.T("budget.sorting"), widgets.Muted))
	w, what := q.p.s.Portfolio(), q.what
	async.Run(q.p.s.Runner, "ledger.post", func(context.Context) (ledger.Posted, error) { return ledger.Post(field.NewTx(w), what) }, func(done ledger.Posted, err error) {
		q.hand.Objects = nil
		if err != nil {
			q.show(widgets.NewParagraph(q.p.s.Sentence(err), widgets.Bad))
			return
		}
		q.done, q.known = done, true
		q.dialog.SetConfirmEnabled(!done.Still() || len(done.Hand) > 0 && q.what.Hand == "")
		if len(done.Hand) > 0 {
			q.hand.Objects = []fyne.CanvasObject{q.asks()}
		}
		q.hand.Refresh()
		q.show(q.lines()...)
	})
}

func (q *posting) show(lines ...fyne.CanvasObject) {
	q.preview.Objects = []fyne.CanvasObject{widgets.VStack(5, lines...)}
	q.preview.Refresh()
	q.dialog.SetError("")
}

// asks is the question of what becomes of the utfall that somebody has written.
func (q *posting) asks() fyne.CanvasObject {
	choice := input.NewSelect([]widgets.Option{{ID: string(ledger.Keep), Label: texts.T("budget.post.keep")}, {ID: string(ledger.Yield), Label: texts.T("budget.post.yield")}}, string(q.what.Hand), func(id string) error {
		q.what.Hand = ledger.Hand(id)
		q.look()
		return nil
	})
	return input.NewField(texts.N("budget.post.hand", len(q.done.Hand)), "", choice)
}

// lines tell what would be done: how the ledger falls out, what is asked about, whose utfall moves.
func (q *posting) lines() (out []fyne.CanvasObject) {
	w := q.p.s.Portfolio()
	for _, b := range q.done.Books {
		out = append(out, widgets.NewHeading(b.Ledger.Name(), 3))
		lines := b.Lines()
		for i, l := range lines {
			style := widgets.Normal
			if i == len(lines)-1 {
				style = widgets.Strong
			}
			out = append(out, sumLine(l.Text, texts.T("budget.read.kr", l.Sum.Exact()), style))
		}
		if b.Assets != 0 {
			out = append(out, sumLine(texts.T("budget.post.assets"), texts.T("budget.read.kr", b.Assets.Exact()), widgets.Muted))
		}
	}
	if len(q.done.Shut) > 0 {
		out = append(out, widgets.NewParagraph(texts.T("budget.post.shut", ledger.Months(q.done.Shut)), widgets.Warn))
	}
	for i, h := range q.done.Hand {
		if i == mostShown {
			out = append(out, widgets.NewParagraph(texts.N("budget.left.more", len(q.done.Hand)-mostShown), widgets.Muted))
			break
		}
		out = append(out, widgets.NewParagraph(h.Sentence(w, q.what.Hand), widgets.Warn))
	}
	if len(q.done.Owners) == 0 {
		return append(out, widgets.Inset(8, 0, 0, 0, widgets.NewParagraph(q.done.Why(), widgets.Muted)), q.toRules())
	}
	out = append(out, widgets.Inset(8, 0, 0, 0, widgets.NewHeading(texts.T("budget.post.becomes", q.done.Counts()), 3)))
	for i, m := range q.done.Owners {
		if i == mostShown {
			out = append(out, widgets.NewParagraph(texts.N("budget.left.more", len(q.done.Owners)-mostShown), widgets.Muted))
			break
		}
		out = append(out, sumLine(texts.T("budget.post.owner", w.Label(m.Owner), strconv.Itoa(m.Year)), texts.T("budget.post.moves", kr(m.Was), kr(m.Is)), widgets.Normal))
	}
	return out
}

// toRules leads to the rules that sort a ledger's rows: where nothing is posted they are what is
// to be looked at.
func (q *posting) toRules() fyne.CanvasObject {
	return widgets.Inset(4, 0, 0, 0, widgets.HStack(0, widgets.NewButton(texts.T("budget.post.rules"), func() {
		q.dialog.Close()
		q.p.s.Go("budget", shell.ShowView{Kind: ledger.RuleKind})
	}).WithIcon("list-filter")))
}

func kr(v money.Ore) string { return v.Exact() }

// sumLine is a text with a sum at the right.
func sumLine(what, sum string, style widgets.Style) fyne.CanvasObject {
	return widgets.HStack(12, widgets.NewText(what, style), widgets.Spacer(), widgets.NewText(sum, style))
}

// ok says whether what is shown may be done.
func (q *posting) ok() bool {
	_ = q.p.s.TakeIn()
	switch {
	case !q.known:
		return false
	case q.done.Still() && (len(q.done.Hand) == 0 || q.what.Hand != ""):
		q.dialog.SetError(q.done.Why())
	case len(q.done.Hand) > 0 && q.what.Hand == "":
		q.dialog.SetError(texts.T("budget.post.answer"))
	default:
		return true
	}
	return false
}

// post does it.
func (q *posting) post() {
	q.what.Preview = false
	q.p.s.Write(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Do(ctx, func(tx *field.Tx) (string, error) {
			var err error
			q.done, err = ledger.Post(tx, q.what)
			return ledger.PostLabel(tx, q.done), err
		})
	}, func(e app.Entry, err error) {
		switch {
		case err != nil:
			q.p.s.Fail(err)
		case e.Number > 0:
			q.p.s.ToastUndo(texts.T("budget.post.done", q.done.Counts()), e)
		default:
			q.p.s.Toast(q.done.Why())
		}
	})
}

// postAction is the action of it.
func postAction(s *shell.Shell) *shell.Action {
	return &shell.Action{ID: "postactuals", Icon: "check", Also: texts.T("budget.post.also"), Enabled: s.Writable, Label: func() string { return texts.T("budget.post") }, Run: func() { s.Go("budget", postActuals{}) }}
}
