// Package planning is the page of the IT-verksamhetsplan: the insatser as a
// list and as a board of phases.
package planning

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/exemption"
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

// Page is the page of insatser.
type Page struct {
	s       *shell.Shell
	reg     *register.Register
	board   *board
	tabs    *widgets.TabBar
	content fyne.CanvasObject
}

// New makes the page.
func New(s *shell.Shell) shell.Page {
	p := &Page{s: s}
	p.reg = register.New(s, plan.Kind, widgets.NewEmpty("clipboard-list", texts.T("plan.empty"), texts.T("plan.empty.text"),
		widgets.NewPrimary(texts.T("plan.import"), func() { s.Go("exchange", "import") }), widgets.NewButton(texts.T("plan.new"), p.create)))
	p.reg.OnChanged = s.RefreshHeader
	p.reg.Panel.Extra, p.reg.Panel.Ways = p.extra, p.prepared
	p.board = newBoard(s, p.reg)
	p.tabs = widgets.NewTabBar([]widgets.TabItem{{ID: "list", Label: texts.T("plan.list")}, {ID: "board", Label: texts.T("plan.board")}}, p.view)
	p.content = container.NewBorder(widgets.Surface(widgets.Inset(0, 16, 0, 16, p.tabs)), nil, nil, nil, p.reg.Content())
	p.view(s.App.Preferences().StringWithFallback("plan.view", "list"))
	return p
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: "plan", Title: texts.T("shell.page.plan"), Icon: "clipboard-list", New: New, Actions: actions,
		Badge: func(p *app.Portfolio) int { return len(insight.Decisions(p)) }}
}

func actions(s *shell.Shell) []*shell.Action {
	return []*shell.Action{
		{ID: "newinitiative", Menu: "edit", Icon: "plus", Key: fyne.KeyN, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift, Enabled: s.Writable,
			Run: func() { s.Go("plan", shell.Create{}) }},
		{ID: "board", Menu: "go", Icon: "columns-3", Enabled: s.Opened, Run: func() { s.Go("plan", "board") }},
	}
}

// Takers implements shell.FileTaker.
func (p *Page) Takers() []shell.Taker { return p.reg.Takers() }

func (p *Page) view(id string) {
	p.s.App.Preferences().SetString("plan.view", id)
	p.tabs.Select(id)
	if id == "board" {
		p.reg.ShowAs(p.board)
	} else {
		p.reg.ShowAs(nil)
	}
	p.keepOpen()
}

// keepOpen marks what is open beside the list in the board, and the other way round.
func (p *Page) keepOpen() {
	if !p.reg.Opened() {
		return
	}
	if p.tabs.Selected() == "list" {
		p.reg.Select(p.board.shown)
	} else if ids := p.reg.Selected(); len(ids) > 0 {
		p.board.open(ids[0])
	}
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	h := shell.Header{Title: texts.T("plan.title", p.s.Portfolio().PlanYear()), Subtitle: p.reg.Subtitle()}
	h.Actions = []fyne.CanvasObject{widgets.NewButton(texts.T("register.seen"), func() { p.s.Go("exchange", p.reg.Seen()) })}
	if !p.s.Portfolio().Info().ReadOnly {
		h.Actions = append(h.Actions, widgets.NewPrimary(texts.T("plan.new"), p.create).WithTip("", "Ctrl+Skift+N"))
	}
	return h
}

// Shown implements shell.Page.
func (p *Page) Shown(arg any) {
	p.reg.Reload()
	switch a := arg.(type) {
	case shell.Select, shell.ShowView, shell.Show:
		p.view("list")
		p.reg.Asked(a)
	case shell.Create:
		p.create()
		return
	case string:
		p.view(a)
	}
	p.reg.Focus()
}

// Escape closes the panel.
func (p *Page) Escape() { p.reg.ClosePanel() }

// Changed implements shell.Page.
func (p *Page) Changed(e app.Event) { p.reg.Changed(e) }

func (p *Page) create() {
	register.AskNew(p.s, plan.Kind, func(id field.ID) {
		if p.reg.Select(id); p.tabs.Selected() == "board" {
			p.board.open(id)
		}
	})
}

// extra shows the systems that the insats concerns.
func (p *Page) extra(r *field.Record, group string) []fyne.CanvasObject {
	out := append(systemLinks(p.s, r, group), decisions(p.s, r, group)...)
	if group == plan.Prep {
		out = append(out, record.Linked(p.s, texts.T("plan.exemptions"), p.s.Portfolio().Pointing(exemption.Of.Field, r.ID))...)
	}
	return out
}

func systemLinks(s *shell.Shell, r *field.Record, group string) []fyne.CanvasObject {
	ids := plan.Systems.Get(r)
	if group != plan.Overview || len(ids) == 0 {
		return nil
	}
	w := s.Portfolio()
	var items []widgets.TodoItem
	for _, id := range ids {
		sys := w.Get(id)
		if sys == nil {
			continue
		}
		item := widgets.TodoItem{Key: string(id), Text: sys.Name(), Detail: sys.Ref + " · " + w.Label(system.OwnerUnit.Get(sys))}
		if o, ok := system.Lifecycle.OptionOf(w, system.Lifecycle.Get(sys)); ok {
			item.Pill, item.PillStyle = o.Label, record.Style(o.Tone)
		}
		items = append(items, item)
	}
	return []fyne.CanvasObject{widgets.Inset(10, 0, 0, 0, widgets.NewHeading(texts.T("plan.systems"), 3)),
		widgets.NewActionList(items, func(key string) { s.Open(field.ID(key)) })}
}
