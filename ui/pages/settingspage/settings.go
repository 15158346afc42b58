// Package settingspage is the page of settings: the municipality, how it
// governs, its organisation, persons and own fields, and the user's own choices.
package settingspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// The tabs. Persons have a page of their own, which theirs leads to.
const (
	municipality = "municipality"
	governing    = "governance"
	units        = "units"
	persons      = "persons"
	fields       = "fields"
	tags         = "tags"
	answers      = "answers"
	program      = "program"
)

// tabs are those of the page, in order.
var tabs = []string{municipality, governing, units, persons, fields, tags, answers, program}

// part is the content of a tab.
type part interface {
	Content() fyne.CanvasObject
	Changed(e app.Event)
	Reload()
}

// Page is the page of settings.
type Page struct {
	s       *shell.Shell
	tabs    *widgets.TabBar
	body    *fyne.Container
	content fyne.CanvasObject
	parts   map[string]part
	shown   string // the tab in view
}

// New makes the page.
func New(s *shell.Shell) shell.Page {
	p := &Page{s: s, body: container.NewStack(), parts: map[string]part{}}
	var items []widgets.TabItem
	for _, id := range tabs {
		items = append(items, widgets.TabItem{ID: id, Label: texts.T("settings.tab." + id)})
	}
	p.tabs = widgets.NewTabBar(items, p.view)
	p.content = container.NewBorder(widgets.Surface(widgets.Inset(0, widgets.Edge, 0, widgets.Edge-1, p.tabs)), nil, nil, nil, p.body)
	p.view(municipality)
	return p
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: "settings", Help: "inställningar", Title: texts.T("shell.page.settings"), Icon: "settings", Gap: true, New: New, Actions: findings}
}

func (p *Page) part(id string) part {
	if p.parts[id] == nil {
		switch id {
		case municipality:
			p.parts[id] = newMunicipality(p.s)
		case governing:
			p.parts[id] = newGoverning(p.s)
		case units:
			p.parts[id] = p.list(org.UnitKind, "building")
		case fields:
			p.parts[id] = newFields(p.s)
		case tags:
			p.parts[id] = newTags(p.s)
		case answers:
			p.parts[id] = newAnswers(p.s)
		default:
			p.parts[id] = newProgram(p.s)
		}
	}
	return p.parts[id]
}

func (p *Page) list(k *field.Kind, icon string) part {
	r := register.New(p.s, k, widgets.NewEmpty(icon, texts.T("settings.none."+k.Name), texts.T("settings.none.text"), widgets.NewPrimary(register.FreshTitle(k), p.create)))
	r.OnChanged = p.s.RefreshHeader
	r.Offer(register.Way{ID: "tree", Label: texts.T("settings.units.tree"), View: newUnitTree(p.s, r)}, register.Way{ID: "list", Label: texts.T("settings.units.list")})
	return r
}

func (p *Page) view(id string) {
	if id == persons {
		p.tabs.Select(p.shown)
		p.s.Go("people", nil)
		return
	}
	p.shown = id
	p.tabs.Select(id)
	part := p.part(id)
	part.Reload()
	p.body.Objects = []fyne.CanvasObject{part.Content()}
	p.body.Refresh()
	p.s.RefreshHeader()
}

// Subject is the tab in view, for the handbook.
func (p *Page) Subject() string { return texts.T("settings.tab." + p.shown) }

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	h := shell.Header{Title: texts.T("shell.page.settings")}
	if r, ok := p.parts[p.tabs.Selected()].(*register.Register); ok {
		h.Subtitle = r.Subtitle()
		if !p.s.Portfolio().Info().ReadOnly {
			h.Actions = []fyne.CanvasObject{widgets.NewPrimary(register.FreshTitle(r.List().Kind()), p.create)}
		}
	}
	return h
}

// Looked implements shell.Looker.
func (p *Page) Looked() {
	if part, ok := p.parts[program].(*programPart); ok {
		part.looked()
	}
}

func (p *Page) create() {
	if r, ok := p.parts[p.tabs.Selected()].(*register.Register); ok {
		register.AskNew(p.s, r.List().Kind(), r.Select)
	}
}

// Shown implements shell.Page.
func (p *Page) Shown(arg any) {
	switch a := arg.(type) {
	case string:
		p.view(a)
	case found:
		p.goTo(a)
	case shell.ShowKind:
		p.view(units)
	case shell.CreateOf:
		p.view(units)
		p.create()
	case shell.Select, shell.ShowView, shell.ShowField, shell.Show:
		p.show(func(r *register.Register) { r.Asked(a) })
	default:
		p.view(p.tabs.Selected())
	}
}

// show shows the list of units.
func (p *Page) show(then func(*register.Register)) {
	p.view(units)
	if r, ok := p.parts[units].(*register.Register); ok {
		then(r)
	}
}

// Changed implements shell.Page.
func (p *Page) Changed(e app.Event) { p.part(p.tabs.Selected()).Changed(e) }

// sheet lays cards under each other, no wider than one reads.
func sheet(cards ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewScroll(widgets.MaxWidth(760, widgets.Inset(16, widgets.Edge, 16, widgets.Edge, widgets.VStack(14, cards...))))
}
