// Package overview is the first page: the IT-chef's morning.
package overview

import (
	"context"
	"fmt"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/insight"
	"itportfoljen/app/suggest"
	"itportfoljen/ui/async"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

const (
	shownTodos  = 6 // before "visa alla", in a small window
	rowHeight   = 32
	shownUnits  = 6 // in the chart of costs
	shownFrames = 5
	mostBubbles = 14
	gap         = 14  // between cards
	costsHeight = 205 // of the pictures, in the smallest window
	riskHeight  = 276
)

// answers is all the page shows, worked out away from the screen.
type answers struct {
	figures    insight.Figures
	todos      []insight.Todo
	units      []insight.UnitCost
	first, end int
	bubbles    []insight.Bubble
	unplaced   int
	frames     []frame.Line
	fill       map[string]*field.Field // by the rule of a todo: what several records lack
}

func ask(p *app.Portfolio) *answers {
	a := &answers{figures: insight.FiguresOf(p), todos: insight.Todos(p), frames: insight.Frames(p)}
	a.first, a.end = p.PlanYear()-2, p.PlanYear()+1
	a.units = insight.CostPerUnit(p, a.first, a.end)
	if first, end := known(a.units, a.first, a.end); first != a.first || end != a.end {
		a.first, a.end = first, end
		a.units = insight.CostPerUnit(p, first, end)
	}
	a.bubbles, a.unplaced = insight.Bubbles(p)
	a.fill = map[string]*field.Field{}
	for _, t := range a.todos {
		if f := lacking(p, t); f != nil {
			a.fill[t.Rule] = f
		}
	}
	return a
}

// lacking is the field that all of several records of a todo lack, nil for none.
func lacking(p *app.Portfolio, t insight.Todo) *field.Field {
	if len(t.Records) < 2 || t.Kind.Field(t.Field) == nil {
		return nil
	}
	q := suggest.Of(t.Kind.Field(t.Field))
	for _, id := range t.Records {
		if r := p.Get(id); r == nil || !q.Lacks(p, r) {
			return nil
		}
	}
	return t.Kind.Field(t.Field)
}

// known narrows the years to those that have amounts: a list just read in may
// have only one.
func known(units []insight.UnitCost, first, end int) (from, to int) {
	for y := first; y <= end; y++ {
		for _, u := range units {
			if u.Years[y-first] == 0 {
				continue
			}
			if from == 0 {
				from = y
			}
			to = y
			break
		}
	}
	if from == 0 {
		return first, end
	}
	return from, to
}

// Page is the overview.
type Page struct {
	s     *shell.Shell
	body  *fyne.Container
	room  *room
	all   bool // shows every todo
	known *answers
	list  *widgets.ActionList // of what is to be done; nil for nothing
}

// New makes the page.
func New(s *shell.Shell) shell.Page {
	p := &Page{s: s}
	p.room = &room{onNew: func() {
		if p.known != nil {
			p.build()
		}
	}}
	p.body = container.New(p.room, container.NewCenter(widgets.NewText(texts.T("overview.counting"), widgets.Muted)))
	return p
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: "overview", Help: "översikten", Title: texts.T("shell.page.overview"), Icon: "layout-dashboard", New: New}
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.body }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	report := widgets.NewPrimary(texts.T("overview.report"), func() { p.s.Go("reports", "ledningsgrupp") }).WithTip("", "Ctrl+L")
	return shell.Header{Title: texts.T("shell.page.overview"), Subtitle: p.s.Portfolio().Today().Long(), Actions: []fyne.CanvasObject{report}}
}

// Shown implements shell.Page.
func (p *Page) Shown(any) { p.renew() }

// Changed implements shell.Page.
func (p *Page) Changed(app.Event) { p.renew() }

func (p *Page) renew() {
	w := p.s.Portfolio()
	async.Run(p.s.Runner, "overview", func(context.Context) (*answers, error) { return ask(w), nil }, func(a *answers, _ error) {
		first := p.known == nil
		p.known = a
		p.build()
		if first {
			p.s.Ready(p)
		}
	})
}

// Waits implements shell.Waiter.
func (p *Page) Waits() bool { return p.known == nil }

// Focus implements shell.Focuser.
func (p *Page) Focus() {
	p.focus(0)
}

func (p *Page) focus(row int) {
	if p.list != nil && p.list.Row(row) != nil {
		p.s.Window.Canvas().Focus(p.list.Row(row))
	}
}

// build shows what is known; a row that has the keyboard keeps it.
func (p *Page) build() {
	if p.list != nil {
		defer p.focus(p.list.At())
	}
	a := p.known
	if a.figures.Systems == 0 && a.figures.Initiatives == 0 {
		p.body.Objects = []fyne.CanvasObject{p.empty()}
		p.body.Refresh()
		return
	}
	figures := widgets.Columns(gap, 190, p.figures(a)...)
	costs, frames := p.costs(a), p.frames(a)
	height := riskHeight + p.room.more()
	if p.room.wide() { // as high as what stands beside it
		height = costsHeight + p.room.more() + gap + frames.MinSize().Height/theme.Px(1)
	}
	cards := container.New(&columns{gap: gap}, p.todos(a), costs, p.risk(a, height), frames)
	rows := widgets.VStack(gap, figures, cards)
	p.body.Objects = []fyne.CanvasObject{container.NewVScroll(widgets.MaxWidth(2600, widgets.Inset(16, padding, 16, padding, rows)))}
	p.body.Refresh()
}

func (p *Page) empty() fyne.CanvasObject {
	return widgets.NewEmpty("file-spreadsheet", texts.T("overview.empty"), texts.T("overview.empty.text"),
		widgets.NewPrimary(texts.T("overview.empty.import"), func() { p.s.Go("exchange", "import") }),
		widgets.NewButton(texts.T("overview.empty.new"), func() { p.s.Go("systems", shell.Create{}) }))
}

func (p *Page) figures(a *answers) []fyne.CanvasObject {
	f := a.figures
	systems := func() { p.s.Go("systems", nil) }
	plans := func() { p.s.Go("plan", nil) }
	cost, style := costNote(f)
	benefit, share := texts.T("overview.benefit.none"), "–"
	if s, ok := f.RealisedShare(); ok {
		share = percent(s)
		benefit = texts.T("overview.benefit.of", f.Realised.In(money.Mnkr), f.Planned.In(money.Mnkr))
	} else if f.Planned > 0 {
		benefit = texts.T("overview.benefit.unmeasured", f.Planned.In(money.Mnkr))
	}
	budget := "–"
	if f.Budget.Known {
		budget = f.Budget.Short()
	}
	whole, wholeStyle := texts.N("overview.complete.owners", f.WithoutOwner), widgets.Bad
	if f.WithoutOwner == 0 {
		whole, wholeStyle = texts.T("overview.complete.allowned"), widgets.Good
	}
	return []fyne.CanvasObject{
		widgets.NewKeyFigure(texts.T("overview.inservice"), text.Count(f.InService), texts.N("overview.phaseout", f.PhasingOut), widgets.Muted, systems),
		widgets.NewKeyFigure(texts.T("overview.cost", f.Year), budget, cost, style, func() { p.s.Go("budget", nil) }),
		widgets.NewKeyFigure(texts.T("overview.initiatives"), text.Count(f.Initiatives), texts.T("overview.running", text.Count(f.Running), text.Count(f.Waiting)), widgets.Muted, plans),
		widgets.NewKeyFigure(texts.T("overview.benefit"), share, benefit, widgets.Muted, plans),
		widgets.NewKeyFigure(texts.T("overview.complete"), percent(f.Completeness), whole, wholeStyle, func() { p.openRule("owner", "owner-left") }),
	}
}

func costNote(f insight.Figures) (string, widgets.Style) {
	switch {
	case f.HasForecast && f.Budget.Known && f.Forecast != f.Budget.Ore:
		diff := f.Budget.Ore - f.Forecast
		if diff < 0 {
			return texts.T("overview.cost.over", (-diff).In(money.Tkr)), widgets.Bad
		}
		return texts.T("overview.cost.under", diff.In(money.Tkr)), widgets.Good
	case f.HasForecast && f.Budget.Known:
		return texts.T("overview.cost.onbudget"), widgets.Good
	case f.Previous.Known:
		return texts.T("overview.cost.previous", f.Previous.Short(), f.Year-1), widgets.Muted
	}
	if !f.Budget.Known {
		return texts.T("overview.cost.none"), widgets.Muted
	}
	return texts.T("overview.cost.budget"), widgets.Muted
}

func percent(share float64) string { return fmt.Sprintf("%d\u00a0%%", int(math.Floor(share*100+1e-9))) }

func (p *Page) todos(a *answers) fyne.CanvasObject {
	shown := a.todos
	few := shownTodos + int(p.room.more()*0.45/rowHeight)
	if p.room.wide() { // nothing stands below
		few = shownTodos + int((p.room.more()+255)/rowHeight)
	}
	if !p.all {
		shown = shown[:min(few, len(shown))]
	}
	items := make([]widgets.TodoItem, len(shown))
	for i, t := range shown {
		act := ""
		if a.fill[t.Rule] != nil && p.s.Writable() {
			act = texts.T("overview.todo.fill")
		}
		items[i] = widgets.TodoItem{Key: strconv.Itoa(i), Act: act, Pill: t.Badge, PillStyle: record.Style(t.Tone), Text: t.Text, Detail: t.Subject, Date: dueDay(t.Due, p.s.Portfolio().Today())}
	}
	rows := []fyne.CanvasObject{}
	p.list = nil
	if len(items) == 0 {
		rows = append(rows, widgets.NewParagraph(texts.T("overview.todo.none"), widgets.Muted))
	} else {
		list := widgets.NewActionList(items, func(key string) {
			i, _ := strconv.Atoi(key)
			p.open(shown[i])
		})
		list.OnAct = func(key string) {
			i, _ := strconv.Atoi(key)
			p.s.FillIn(a.fill[shown[i].Rule], shown[i].Records)
		}
		p.list = list
		rows = append(rows, list)
	}
	links := []fyne.CanvasObject{}
	if len(a.todos) > few {
		label := texts.T("overview.todo.all", text.Count(len(a.todos)))
		if p.all {
			label = texts.T("overview.todo.fewer")
		}
		links = append(links, widgets.NewLink(label, func() { p.all = !p.all; p.build() }))
	}
	links = append(links, widgets.NewLink(texts.T("overview.todo.dates"), func() { p.s.Go("dates", nil) }))
	rows = append(rows, widgets.Inset(6, 0, 0, 5, widgets.HStack(16, links...)))
	return widgets.NewCard(texts.T("overview.todo"), "", widgets.VStack(0, rows...))
}

// dueDay is the day, with its year when that isn't this one.
func dueDay(d, today date.Date) string {
	if d.Year() != today.Year() && !d.IsZero() {
		return d.ShortYear()
	}
	return d.Short()
}

// open goes to what a todo is about: the record and field, or the list of them.
func (p *Page) open(t insight.Todo) {
	switch n := len(t.Records); {
	case t.Page != "":
		p.s.Go(t.Page, nil)
	case n == 0:
		p.s.Go("plan", nil)
	case n == 1:
		p.s.Open(t.Records[0])
	default:
		p.s.ShowRecords(t.Kind, t.Text, t.Records)
	}
}

func (p *Page) openRule(rules ...string) {
	for _, t := range p.known.todos {
		for _, r := range rules {
			if t.Rule == r {
				p.open(t)
				return
			}
		}
	}
	p.s.Go("systems", nil)
}
