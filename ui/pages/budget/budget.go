// Package budget is the page of the budget: the controller's sheet, the cost rows that it sums, and
// what the economy system has booked: the ledgers, the rules that say what their rows are for, and
// the months that are closed.
package budget

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/ledger"
	"itportfoljen/app/rhythm"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// kinds are those of the page, a tab each.
var kinds = register.OnPage("budget", economy.CostKind, ledger.Kind, ledger.RuleKind)

// Page is the page of the budget.
type Page struct {
	*register.Tabs
	s     *shell.Shell
	sheet *sheet
}

// The ways in which the costs are seen.
const (
	asSheet = "sheet"
	asRows  = "rows"
)

// New makes the page.
func New(s *shell.Shell) shell.Page { return newPage(s) }

func newPage(s *shell.Shell) *Page {
	p := &Page{Tabs: register.NewTabs(s, kinds, widgets.TabItem{ID: asSheet, Label: texts.T("budget.sheet")}, widgets.TabItem{ID: asRows, Label: texts.T("budget.sheet.costs")}), s: s}
	p.Extra, p.Empty = p.extra, p.empty
	p.Made = func(r *register.Register) {
		if r.List().Kind() == frame.Kind {
			r.Offer(register.Way{ID: "use", Label: texts.T("budget.frames.use"), View: newUsage(s, r)}, register.Way{ID: "list", Label: texts.T("budget.frames.list")})
		}
	}
	reg := p.Now()
	p.sheet = newSheet(s, reg, s.RefreshHeader)
	p.Seen = func(way string) {
		if way == asSheet {
			reg.Unlist()
			reg.ClosePanel() // of a row that isn't in view, and the sheet is wide
			reg.ShowAs(p.sheet)
		} else {
			reg.ShowAs(nil)
		}
	}
	p.ViewAs(asSheet)
	return p
}

// readLedger asks the page to read a ledger in.
type readLedger struct{}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: "budget", Help: "budget-och-utfall", Title: texts.T("shell.page.budget"), Icon: "wallet", New: New, Actions: func(s *shell.Shell) []*shell.Action {
		read := &shell.Action{ID: "readledger", Icon: "download", Also: texts.T("budget.read.also"), Enabled: s.Writable, Label: func() string { return texts.T("budget.read") }, Run: func() { s.Go("budget", readLedger{}) }}
		shut := &shell.Action{ID: "closemonths", Icon: "archive", Enabled: s.Writable, Label: func() string { return texts.T("budget.close") }, Run: func() { s.Go("budget", closeMonths{}) }}
		return append(register.Actions(s, "budget", kinds), read, postAction(s), copyAction(s), aheadAction(s), shut)
	}}
}

// Shown takes what the page is shown with.
func (p *Page) Shown(arg any) {
	switch arg.(type) {
	case shell.Show, shell.Select, shell.ShowView, shell.ShowKind, shell.ShowField, shell.Create, shell.CreateOf:
		if p.About(arg) == economy.CostKind {
			p.ViewAs(asRows)
		}
	}
	switch arg.(type) {
	case readLedger:
		p.View(ledger.Kind)
		p.read()
	case postActuals:
		p.View(ledger.Kind)
		p.askPost()
	case copyYear:
		p.askCopy()
	case yearsAhead:
		p.showAhead()
	case shell.CreateOf:
		p.begin(arg)
	case closeMonths:
		p.View(ledger.ClosedKind)
		p.askClose()
	default:
		p.Tabs.Shown(arg)
	}
}

// begin begins what is asked for as it is begun there: some are never written by hand.
func (p *Page) begin(arg any) {
	switch k := p.About(arg); k {
	case ledger.Kind:
		p.View(k)
		p.read()
	case ledger.ClosedKind:
		p.View(k)
		p.askClose()
	case rhythm.StateKind:
		p.s.Go("round", "lock")
	default:
		p.Tabs.Shown(arg)
	}
}

func (p *Page) empty(k *field.Kind) fyne.CanvasObject {
	switch k {
	case economy.CostKind:
		return widgets.NewEmpty(k.Icon, texts.T("budget.none.cost"), texts.T("budget.none.cost.text"), widgets.NewPrimary(texts.T("budget.import"), func() { p.s.Go("exchange", "import") }), widgets.NewButton(register.FreshTitle(k), p.Create))
	case ledger.Kind:
		return widgets.NewEmpty(k.Icon, texts.T("budget.none.ledger"), texts.T("budget.none.ledger.text"), widgets.NewPrimary(texts.T("budget.read"), p.read))
	case ledger.RuleKind:
		return widgets.NewEmpty(k.Icon, texts.T("budget.none.rule"), texts.T("budget.none.rule.text"), widgets.NewPrimary(register.FreshTitle(k), p.Create))
	}
	return nil
}

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	h := shell.Header{Title: texts.T("shell.page.budget"), Subtitle: p.Now().Subtitle(), Actions: p.Buttons()}
	if p.Kind() == economy.CostKind && p.Way() == asSheet && p.sheet.shown != nil {
		h.Title = p.sheet.shown.title()
		h.Actions = append([]fyne.CanvasObject{widgets.NewButton(texts.T("budget.sheet.copy"), p.sheet.copy).WithIcon("copy"), widgets.NewButton(texts.T("budget.sheet.save"), p.sheet.save).WithIcon("download")}, h.Actions[1:]...)
	}
	h.Actions = append([]fyne.CanvasObject{widgets.NewButton(texts.T("budget.round"), func() { p.s.Go("round", nil) })}, h.Actions...)
	if !p.s.Writable() {
		return h
	}
	switch p.Kind() {
	case ledger.Kind: // is read in, and never begun by hand
		h.Actions = append(h.Actions[:len(h.Actions)-1], widgets.NewButton(texts.T("budget.post"), p.askPost), widgets.NewPrimary(texts.T("budget.read"), p.read))
	case ledger.ClosedKind:
		h.Actions = append(h.Actions[:len(h.Actions)-1], widgets.NewPrimary(texts.T("budget.close"), p.askClose))
	case rhythm.StateKind: // is locked as the figures stand, and never written by hand
		h.Actions = append(h.Actions[:len(h.Actions)-1], widgets.NewPrimary(texts.T("budget.lock"), func() { p.s.Go("round", "lock") }))
	}
	return h
}
