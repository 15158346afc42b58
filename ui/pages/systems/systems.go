// Package systems is the page of the systemportfölj.
package systems

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/ui/record"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Page is the page of systems.
type Page struct {
	s   *shell.Shell
	reg *register.Register
}

// New makes the page.
func New(s *shell.Shell) shell.Page {
	p := &Page{s: s}
	p.reg = register.New(s, system.Kind, widgets.NewEmpty("layers", texts.T("systems.empty"), texts.T("systems.empty.text"),
		widgets.NewPrimary(texts.T("systems.import"), func() { s.Go("exchange", "import") }), widgets.NewButton(texts.T("systems.new"), p.create)))
	p.reg.OnChanged = s.RefreshHeader
	p.reg.Panel.Extra = p.extra
	return p
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: "systems", Title: texts.T("shell.page.systems"), Icon: "layers", New: New, Actions: func(s *shell.Shell) []*shell.Action {
		return []*shell.Action{{ID: "newsystem", Menu: "edit", Icon: "plus", Key: fyne.KeyN, Modifier: fyne.KeyModifierControl, Enabled: s.Writable,
			Run: func() { s.Go("systems", shell.Create{}) }, Line: true}}
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

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.reg.Content() }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	actions := []fyne.CanvasObject{widgets.NewButton(texts.T("systems.export"), func() { p.s.Go("exchange", p.reg.Seen()) })}
	if !p.s.Portfolio().Info().ReadOnly {
		actions = append(actions, widgets.NewPrimary(texts.T("systems.new"), p.create).WithTip("", "Ctrl+N"))
	}
	return shell.Header{Title: texts.T("shell.page.systems"), Subtitle: p.reg.Subtitle(), Actions: actions}
}

// Shown implements shell.Page.
func (p *Page) Shown(arg any) {
	p.reg.Reload()
	if _, create := arg.(shell.Create); create {
		p.create()
		return
	}
	p.reg.Asked(arg)
	p.reg.Focus()
}

// Escape closes the panel.
func (p *Page) Escape() { p.reg.ClosePanel() }

// Changed implements shell.Page.
func (p *Page) Changed(e app.Event) { p.reg.Changed(e) }

func (p *Page) create() { register.AskNew(p.s, system.Kind, p.reg.Select) }

// extra shows the insatser that concern the system, and its agreements.
func (p *Page) extra(r *field.Record, group string) []fyne.CanvasObject {
	w := p.s.Portfolio()
	switch group {
	case system.Overview:
		return record.Linked(p.s, texts.T("systems.initiatives"), w.Pointing(plan.Systems.Field, r.ID))
	case system.Contract:
		var as []*field.Record
		for _, c := range w.Pointing(agreement.Covered.Field, r.ID) {
			as = append(as, w.Get(agreement.CoverOf.Get(c)))
		}
		heading := texts.T("systems.agreements")
		if len(system.AgreementEnd.Places(w, r)) > 0 {
			heading = texts.T("systems.agreements.there")
		}
		return record.Linked(p.s, heading, as)
	}
	return nil
}
