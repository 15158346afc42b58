// Package budget is the page of what the economy system has booked: the ledgers, the rules
// that say what their rows are for, and the months that are closed.
package budget

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/ledger"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// kinds are those of the page, a tab each.
var kinds = register.OnPage("budget", ledger.Kind, ledger.RuleKind)

// Page is the page of the budget.
type Page struct {
	*register.Tabs
	s *shell.Shell
}

// New makes the page.
func New(s *shell.Shell) shell.Page { return newPage(s) }

func newPage(s *shell.Shell) *Page {
	p := &Page{Tabs: register.NewTabs(s, kinds), s: s}
	p.Extra, p.Empty = p.extra, p.empty
	return p
}

// readLedger asks the page to read a ledger in.
type readLedger struct{}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: "budget", Title: texts.T("shell.page.budget"), Icon: "wallet", New: New, Actions: func(s *shell.Shell) []*shell.Action {
		read := &shell.Action{ID: "readledger", Icon: "download", Enabled: s.Writable, Label: func() string { return texts.T("budget.read") }, Run: func() { s.Go("budget", readLedger{}) }}
		shut := &shell.Action{ID: "closemonths", Icon: "archive", Enabled: s.Writable, Label: func() string { return texts.T("budget.close") }, Run: func() { s.Go("budget", closeMonths{}) }}
		return append(register.Actions(s, "budget", kinds[1:]), read, postAction(s), copyAction(s), shut)
	}}
}

// Shown takes what the page is shown with.
func (p *Page) Shown(arg any) {
	switch arg.(type) {
	case readLedger:
		p.View(ledger.Kind)
		p.read()
	case postActuals:
		p.View(ledger.Kind)
		p.askPost()
	case copyYear:
		p.askCopy()
	case closeMonths:
		p.View(ledger.ClosedKind)
		p.askClose()
	default:
		p.Tabs.Shown(arg)
	}
}

func (p *Page) empty(k *field.Kind) fyne.CanvasObject {
	switch k {
	case ledger.Kind:
		return widgets.NewEmpty(k.Icon, texts.T("budget.none.ledger"), texts.T("budget.none.ledger.text"), widgets.NewPrimary(texts.T("budget.read"), p.read))
	case ledger.RuleKind:
		return widgets.NewEmpty(k.Icon, texts.T("budget.none.rule"), texts.T("budget.none.rule.text"), widgets.NewPrimary(register.FreshTitle(k), p.Create))
	}
	return nil
}

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	h := shell.Header{Title: texts.T("shell.page.budget"), Subtitle: p.Now().Subtitle(), Actions: append([]fyne.CanvasObject{widgets.NewButton(texts.T("budget.round"), func() { p.s.Go("round", nil) })}, p.Buttons()...)}
	if !p.s.Writable() {
		return h
	}
	switch p.Kind() {
	case ledger.Kind: // is read in, and never begun by hand
		h.Actions = append(h.Actions[:len(h.Actions)-1], widgets.NewButton(texts.T("budget.post"), p.askPost), widgets.NewPrimary(texts.T("budget.read"), p.read))
	case ledger.ClosedKind:
		h.Actions = append(h.Actions[:len(h.Actions)-1], widgets.NewPrimary(texts.T("budget.close"), p.askClose))
	}
	return h
}
