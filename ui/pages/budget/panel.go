package budget

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/ledger"
	"itportfoljen/ui/async"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// monthOf reads the month that is typed, "2026-04" or "april 2026".
func monthOf(s string) (date.Date, error) {
	span, err := date.Parse(s)
	if err != nil || span.From.Month() != span.To.Month() || span.From.Year() != span.To.Year() {
		return 0, fault.New(fault.Invalid, texts.T("budget.close.nomonth"))
	}
	return span.From, nil
}

// extra shows, of a ledger, what the rules take of it and what they leave, worked out away from
// the screen; of a decided ram how it gets another amount.
func (p *Page) extra(r *field.Record, _ string) []fyne.CanvasObject {
	if r.Kind != ledger.Kind {
		return p.reviseOf(r)
	}
	box := container.NewStack(widgets.NewParagraph(texts.T("budget.sorting"), widgets.Muted))
	w := p.s.Portfolio()
	async.Run(p.s.Runner, "ledger.sort", func(context.Context) (ledger.Sorted, error) { return ledger.SortOf(w, r) }, func(s ledger.Sorted, err error) {
		if err != nil {
			box.Objects = []fyne.CanvasObject{widgets.NewParagraph(p.s.Sentence(err), widgets.Bad)}
		} else {
			box.Objects = []fyne.CanvasObject{widgets.VStack(4, p.sorted(s)...)}
		}
		box.Refresh()
	})
	return []fyne.CanvasObject{widgets.Inset(10, 0, 0, 0, widgets.NewHeading(texts.T("budget.sorted"), 3)), box}
}

// mostShown is how many of the rows that no rule takes are shown.
const mostShown = 12

// sorted are lines of what each rule takes, and the largest of what none does.
func (p *Page) sorted(s ledger.Sorted) (out []fyne.CanvasObject) {
	for _, share := range s.Shares {
		name := texts.T("budget.norule")
		switch {
		case share.Rule != nil && share.Rows == 0:
			continue
		case share.Rule != nil:
			name = share.Rule.Name()
		}
		out = append(out, widgets.NewParagraph(texts.T("budget.share", name, text.Plural(share.Rows, "rad", "rader"), share.Sum.Kr()), widgets.Normal))
	}
	if len(s.Left) == 0 {
		return out
	}
	guess := ledger.NewGuess(p.s.Portfolio())
	out = append(out, widgets.Inset(8, 0, 0, 0, widgets.NewHeading(texts.T("budget.left"), 3)))
	for i, l := range s.Left {
		if i == mostShown {
			out = append(out, widgets.NewParagraph(texts.N("budget.left.more", len(s.Left)-mostShown), widgets.Muted))
			break
		}
		line := texts.T("budget.left.row", strings.Join(strings.Fields(l.Account+" "+ledger.CodesIn(l.Codes)+" "+l.Text), " "), l.Sum.Kr())
		if r := guess.Of(l.Text); r != nil {
			line += texts.T("budget.left.perhaps", r.Name())
		}
		out = append(out, widgets.NewParagraph(line, widgets.Normal))
	}
	return out
}
