// Package systems is the page of the systemportfölj.
package systems

import (
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/managed"
	"itportfoljen/app/management"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/ui/record"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// kinds are those of the page, a tab each.
var kinds = register.OnPage("systems", system.Kind)

// Page is the page of systems, and of the registers around them.
type Page struct {
	*register.Tabs
	s *shell.Shell
}

// New makes the page.
func New(s *shell.Shell) shell.Page {
	p := &Page{Tabs: register.NewTabs(s, kinds), s: s}
	p.Extra, p.Empty, p.Hint = p.extra, p.empty, "Ctrl+N"
	return p
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: "systems", Help: "systemportföljen", Title: texts.T("shell.page.systems"), Icon: "layers", New: New, Actions: func(s *shell.Shell) []*shell.Action {
		return append([]*shell.Action{{ID: "newsystem", Menu: "edit", Icon: "plus", Key: fyne.KeyN, Modifier: fyne.KeyModifierControl, Enabled: s.Writable,
			Run: func() { s.Go("systems", shell.Create{}) }, Line: true},
			{ID: "documents", Icon: "file-text", Enabled: s.Opened, Run: func() { lookForDocuments(s) }}}, register.Actions(s, "systems", kinds, system.Kind)...)
	}, Badge: func(p *app.Portfolio) int {
		n := 0
		for _, t := range insight.Todos(p) {
			if t.Kind == system.Kind && t.Tone == field.Bad {
				n += len(t.Records)
			}
		}
		return n
	}}
}

func (p *Page) empty(k *field.Kind) fyne.CanvasObject {
	if k != system.Kind {
		return nil
	}
	return widgets.NewEmpty("layers", texts.T("systems.empty"), texts.T("systems.empty.text"),
		widgets.NewPrimary(texts.T("systems.import"), func() { p.s.Go("exchange", "import") }), widgets.NewButton(texts.T("systems.new"), p.Create))
}

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	return shell.Header{Title: texts.T("shell.page.systems"), Subtitle: p.Now().Subtitle(), Actions: p.Buttons()}
}

// extra shows the insatser that concern the system, its agreements, and what is offered with it, promised of it and licensed.
func (p *Page) extra(r *field.Record, group string) []fyne.CanvasObject {
	switch {
	case r.Kind == management.Kind:
		return p.planned(r, group)
	case r.Kind == managed.Kind && group == managed.Plan:
		return p.plans(r)
	case r.Kind != system.Kind:
		return nil
	}
	w := p.s.Portfolio()
	switch group {
	case system.Overview:
		return slices.Concat(p.before(r), record.Linked(p.s, texts.T("systems.initiatives"), w.Pointing(plan.Systems.Field, r.ID)), p.services(r))
	case system.RoleGroup:
		return p.plans(r)
	case system.Operation:
		return p.before(r)
	case system.Contract:
		var as []*field.Record
		for _, c := range w.Pointing(agreement.Covered.Field, r.ID) {
			as = append(as, w.Get(agreement.CoverOf.Get(c)))
		}
		heading := texts.T("systems.agreements")
		if len(system.AgreementEnd.Places(w, r)) > 0 {
			heading = texts.T("systems.agreements.there")
		}
		return append(record.Linked(p.s, heading, as), p.levels(r)...)
	case system.Economy:
		return p.licences(r)
	case system.Technical:
		return append(p.platform(r), p.integrations(r)...)
	}
	return nil
}
