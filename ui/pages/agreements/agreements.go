// Package agreements is the page of agreements and of the suppliers that they are with.
package agreements

import (
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/system"
	"itportfoljen/ui/record"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// kinds are those of the page, a tab each.
var kinds = register.OnPage("agreements", agreement.Kind, agreement.SupplierKind)

// Page is the page of agreements.
type Page struct {
	*register.Tabs
	s *shell.Shell
}

// New makes the page.
func New(s *shell.Shell) shell.Page {
	p := &Page{Tabs: register.NewTabs(s, kinds), s: s}
	p.Extra, p.Empty = p.extra, p.empty
	return p
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: "agreements", Help: "avtal-och-leverantörer", Title: texts.T("shell.page.agreements"), Icon: agreement.Kind.Icon, New: New, Badge: func(p *app.Portfolio) int {
		n := 0
		for _, t := range insight.Todos(p) {
			if t.Kind == agreement.Kind && t.Tone == field.Bad {
				n += len(t.Records)
			}
		}
		return n
	}, Actions: func(s *shell.Shell) []*shell.Action { return register.Actions(s, "agreements", kinds) }}
}

func (p *Page) empty(k *field.Kind) fyne.CanvasObject {
	if k != agreement.Kind && k != agreement.SupplierKind {
		return nil
	}
	return widgets.NewEmpty(k.Icon, texts.T("agreements.none."+k.Name), texts.T("agreements.none."+k.Name+".text"), widgets.NewPrimary(register.FreshTitle(k), p.Create))
}

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	return shell.Header{Title: texts.T("shell.page.agreements"), Subtitle: p.Now().Subtitle(), Actions: p.Buttons()}
}

// extra shows what a supplier has, what lies under an agreement or stands in it, and what can be done.
func (p *Page) extra(r *field.Record, group string) []fyne.CanvasObject {
	switch {
	case r.Kind == agreement.Kind && group == agreement.Terms && p.s.Writable():
		return p.commands(r)
	case r.Kind == agreement.Kind && group == agreement.Overview:
		return p.under(r)
	case r.Kind != agreement.SupplierKind || group != agreement.Overview:
		return nil
	}
	w := p.s.Portfolio()
	return slices.Concat(record.Linked(p.s, texts.T("agreements.with"), w.Pointing(agreement.Supplier.Field, r.ID)),
		record.Linked(p.s, texts.T("agreements.systems"), w.Pointing(system.Supplier.Field, r.ID)), p.joining(r))
}
