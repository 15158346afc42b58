// Package planning is the page of the IT-verksamhetsplan: the insatser as a
// list, as a board of phases and as a line of time.
package planning

import (
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exemption"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/app/priority"
	"itportfoljen/app/programme"
	"itportfoljen/app/system"
	"itportfoljen/ui/record"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// kinds are those of the page: insatser, and the registers of the process.
var kinds = register.OnPage("plan", plan.Kind)

// Page is the page of insatser, as a list, as a board and as a line of time, and of the
// registers around them.
type Page struct {
	*register.Tabs
	s        *shell.Shell
	reg      *register.Register // of insatser
	board    *board
	timeline *timeline
	ranking  *ranking
	way      string // in which they were seen last
}

// opener is a way to see insatser that shows one beside it.
type opener interface {
	register.View
	open(id field.ID)
	beside() field.ID // the one that is shown
}

// New makes the page.
func New(s *shell.Shell) shell.Page {
	p := &Page{s: s, Tabs: register.NewTabs(s, kinds, widgets.TabItem{ID: "list", Label: texts.T("plan.list")}, widgets.TabItem{ID: "board", Label: texts.T("plan.board")}, widgets.TabItem{ID: "timeline", Label: texts.T("plan.timeline")}, widgets.TabItem{ID: "priority", Label: texts.T("plan.priority")})}
	p.Extra, p.Empty, p.Hint = p.extra, p.empty, "Ctrl+Skift+N"
	p.Foot = p.foot
	p.reg = p.Now()
	p.reg.Panel.Ways, p.reg.Panel.Mend = p.prepared, p.asked
	p.reg.Panel.Over = func(r *field.Record, group string) []fyne.CanvasObject { return decisions(s, r, group) }
	p.board, p.timeline, p.ranking = newBoard(s, p.reg), newTimeline(s, p.reg), newRanking(s, p.reg)
	p.Seen = p.seen
	p.Made = p.made
	p.ViewAs(s.App.Preferences().StringWithFallback("plan.view", "list"))
	return p
}

func (p *Page) empty(k *field.Kind) fyne.CanvasObject {
	if k != plan.Kind {
		return nil
	}
	return widgets.NewEmpty("clipboard-list", texts.T("plan.empty"), texts.T("plan.empty.text"),
		widgets.NewPrimary(texts.T("plan.import"), func() { p.s.Go("exchange", "import") }), widgets.NewButton(texts.T("plan.new"), p.create))
}

// made lets the risks be seen in their matrix too.
func (p *Page) made(r *register.Register) {
	if isRisks(r) {
		r.Offer(register.Way{ID: "list", Label: texts.T("plan.list")}, register.Way{ID: "matrix", Label: texts.T("plan.matrix"), View: newMatrix(p.s, r)})
	}
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: "plan", Help: "it-verksamhetsplanen", Title: texts.T("shell.page.plan"), Icon: "clipboard-list", New: New, Actions: actions,
		Badge: func(p *app.Portfolio) int { return len(insight.Decisions(p)) }}
}

func actions(s *shell.Shell) []*shell.Action {
	return append([]*shell.Action{
		{ID: "newinitiative", Menu: "edit", Icon: "plus", Key: fyne.KeyN, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift, Enabled: s.Writable,
			Run: func() { s.Go("plan", shell.Create{}) }},
		{ID: "newreport", Menu: "edit", Icon: "circle-check", Enabled: s.Writable, Run: func() { s.Go("plan", newReport{}) }},
		{ID: "freeze", Menu: "edit", Icon: "file-text", Enabled: s.Writable, Run: func() { s.Go("plan", freezePlan{}) }},
		{ID: "callmeeting", Menu: "edit", Icon: "calendar", Enabled: s.Writable, Run: func() { s.Go("plan", callMeeting{}) }},
		{ID: "board", Menu: "go", Icon: "columns-3", Enabled: s.Opened, Run: func() { s.Go("plan", "board") }},
		{ID: "timeline", Menu: "go", Icon: "calendar", Enabled: s.Opened, Run: func() { s.Go("plan", "timeline") }},
		{ID: "priority", Menu: "go", Icon: "list", Enabled: s.Opened, Run: func() { s.Go("plan", "priority") }},
	}, register.Actions(s, "plan", kinds, plan.Kind)...)
}

// What the page can be asked to do, whatever is in view.
type (
	newReport   struct{}
	freezePlan  struct{}
	callMeeting struct{}
)

// foot are the buttons under a record's form.
func (p *Page) foot(r *field.Record) []fyne.CanvasObject {
	switch {
	case r.Kind == forum.MeetingName.Kind:
		return p.hold(r)
	case r.Kind == plan.Kind && p.s.Writable() && plan.Reportable(p.s.Portfolio(), r):
		return []fyne.CanvasObject{widgets.NewButton(texts.T("plan.report"), func() { askReport(p.s, r.ID) }).WithIcon("circle-check")}
	}
	return nil
}

// other is the way in which the insatser are seen, nil as a list.
func (p *Page) other(way string) opener {
	switch way {
	case "board":
		return p.board
	case "timeline":
		return p.timeline
	case "priority":
		return p.ranking
	}
	return nil
}

// seen shows the insatser in a way, and keeps what is open beside them marked.
func (p *Page) seen(way string) {
	p.s.App.Preferences().SetString("plan.view", way)
	var open field.ID
	if p.reg.Opened() {
		open = p.opened()
	}
	if o := p.other(way); o != nil {
		if p.reg.ShowAs(o); open != "" {
			o.open(open)
		}
	} else if p.reg.ShowAs(nil); open != "" {
		p.reg.Select(open)
	}
	p.way = way
}

// opened is the insats that is open beside the way in which they were seen.
func (p *Page) opened() field.ID {
	if o := p.other(p.way); o != nil {
		return o.beside()
	}
	if ids := p.reg.Selected(); len(ids) > 0 {
		return ids[0]
	}
	return ""
}

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	buttons := p.Buttons()
	switch {
	case !p.s.Writable():
	case p.Kind() == plan.Kind:
		buttons = slices.Insert(buttons, 0, fyne.CanvasObject(widgets.NewButton(texts.T("plan.freeze"), p.askFreeze)))
	case p.Kind() == plan.VersionName.Kind: // one that is written by hand, from before the program, is begun by Ctrl+K
		buttons[len(buttons)-1] = widgets.NewPrimary(texts.T("plan.freeze"), p.askFreeze)
	}
	title := text.Capital(p.Kind().Many) // what else is there isn't of the year
	if p.Kind() == plan.Kind {
		title = texts.T("plan.title", p.s.Portfolio().PlanYear())
	}
	return shell.Header{Title: title, Subtitle: p.Now().Subtitle(), Actions: buttons}
}

// Shown implements shell.Page. Who is shown some insatser is shown the list.
func (p *Page) Shown(arg any) {
	switch a := arg.(type) {
	case string:
		p.ViewAs(a)
		p.reg.Focus()
		return
	case shell.Create:
		p.View(plan.Kind)
		p.create()
		return
	case newReport:
		p.newReport()
		return
	case freezePlan:
		p.askFreeze()
		return
	case callMeeting:
		p.callMeeting()
		return
	}
	if p.About(arg) == plan.Kind && arg != nil {
		p.ViewAs("list")
	}
	p.Tabs.Shown(arg)
}

// Changed takes in a change. The bars tell of etapper too, and the order of much else.
func (p *Page) Changed(e app.Event) {
	p.Tabs.Changed(e)
	switch {
	case p.Kind() != plan.Kind:
	case p.Way() == "timeline" && e.Touches(plan.LegKind):
		p.timeline.Reload()
	case p.Way() == "priority" && slices.ContainsFunc(priority.Kinds(), func(k *field.Kind) bool { return e.Touches(k) }):
		p.ranking.Reload()
	}
}

func (p *Page) create() {
	register.AskNew(p.s, plan.Kind, func(id field.ID) {
		p.reg.Select(id)
		if o := p.other(p.Way()); o != nil {
			o.open(id)
		}
	})
}

// extra shows the systems that the insats concerns.
func (p *Page) extra(r *field.Record, group string) []fyne.CanvasObject {
	if r.Kind == forum.Name.Kind && group == "" {
		return p.waiting(r)
	}
	switch r.Kind {
	case plan.Kind:
	case programme.Kind:
		return p.reached(r, group)
	default:
		return nil
	}
	out := systemLinks(p.s, r, group)
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
