// Package agreements is the page of agreements and of the suppliers that they are with.
package agreements

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
var kinds = []*field.Kind{agreement.Kind, agreement.SupplierKind}

// Page is the page of agreements.
type Page struct {
	s       *shell.Shell
	tabs    *widgets.TabBar
	body    *fyne.Container
	content fyne.CanvasObject
	lists   map[string]*register.Register
}

// New makes the page.
func New(s *shell.Shell) shell.Page {
	p := &Page{s: s, body: container.NewStack(), lists: map[string]*register.Register{}}
	var items []widgets.TabItem
	for _, k := range kinds {
		items = append(items, widgets.TabItem{ID: k.Name, Label: texts.T("agreements.tab." + k.Name)})
	}
	p.tabs = widgets.NewTabBar(items, p.view)
	p.content = container.NewBorder(widgets.Surface(widgets.Inset(0, 16, 0, 16, p.tabs)), nil, nil, nil, p.body)
	p.view(agreement.Kind.Name)
	return p
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: "agreements", Title: texts.T("shell.page.agreements"), Icon: agreement.Kind.Icon, New: New, Badge: func(p *app.Portfolio) int {
		n := 0
		for _, t := range insight.Todos(p) {
			if t.Kind == agreement.Kind && t.Tone == field.Bad {
				n += len(t.Records)
			}
		}
		return n
	}, Actions: func(s *shell.Shell) (out []*shell.Action) {
		for _, k := range kinds {
			out = append(out, &shell.Action{ID: "new" + k.Name, Icon: "plus", Enabled: s.Writable, Run: func() { s.Go("agreements", create{k}) }})
		}
		return out
	}}
}

// create asks the page to make a record.
type create struct{ kind *field.Kind }

func (p *Page) list(k *field.Kind) *register.Register {
	if r := p.lists[k.Name]; r != nil {
		return r
	}
	r := register.New(p.s, k, widgets.NewEmpty(k.Icon, texts.T("agreements.none."+k.Name), texts.T("agreements.none."+k.Name+".text"),
		widgets.NewPrimary(texts.T("register.new.title."+k.Name), p.create)))
	r.OnChanged = p.s.RefreshHeader
	r.Panel.Extra = p.extra
	p.lists[k.Name] = r
	return r
}

func (p *Page) kind() *field.Kind {
	for _, k := range kinds {
		if k.Name == p.tabs.Selected() {
			return k
		}
	}
	return kinds[0]
}

func (p *Page) now() *register.Register { return p.list(p.kind()) }

func (p *Page) view(id string) {
	p.tabs.Select(id)
	r := p.now()
	r.Reload()
	p.body.Objects = []fyne.CanvasObject{r.Content()}
	p.body.Refresh()
	p.s.RefreshHeader()
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	h := shell.Header{Title: texts.T("shell.page.agreements"), Subtitle: p.now().Subtitle()}
	h.Actions = []fyne.CanvasObject{widgets.NewButton(texts.T("agreements.export"), func() { p.s.Go("exchange", p.now().Seen()) })}
	if p.s.Writable() {
		h.Actions = append(h.Actions, widgets.NewPrimary(texts.T("register.new.title."+p.kind().Name), p.create))
	}
	return h
}

func (p *Page) create() { register.AskNew(p.s, p.kind(), p.now().Select) }

// Shown implements shell.Page.
func (p *Page) Shown(arg any) {
	switch a := arg.(type) {
	case shell.Select:
		p.show(a.ID)
	case shell.ShowView:
		p.view(a.Kind.Name)
	case shell.Show:
		if len(a.IDs) > 0 {
			p.show(a.IDs[0])
		}
	case create:
		p.view(a.kind.Name)
		p.create()
		return
	default:
		p.view(p.tabs.Selected())
	}
	p.now().Asked(arg)
	p.now().Focus()
}

// show shows the list that a record is in.
func (p *Page) show(id field.ID) {
	if r := p.s.Portfolio().Get(id); r != nil {
		p.view(r.Kind.Name)
	}
}

// Escape closes the panel.
func (p *Page) Escape() { p.now().ClosePanel() }

// Changed implements shell.Page.
func (p *Page) Changed(e app.Event) { p.now().Changed(e) }

// extra shows what a supplier has, and what can be done with an agreement.
func (p *Page) extra(r *field.Record, group string) []fyne.CanvasObject {
	switch {
	case r.Kind == agreement.Kind && group == agreement.Terms && p.s.Writable():
		return p.commands(r)
	case r.Kind != agreement.SupplierKind || group != agreement.Overview:
		return nil
	}
	w := p.s.Portfolio()
	return slices.Concat(record.Linked(p.s, texts.T("agreements.with"), w.Pointing(agreement.Supplier.Field, r.ID)),
		record.Linked(p.s, texts.T("agreements.systems"), w.Pointing(system.Supplier.Field, r.ID)), p.joining(r))
}
