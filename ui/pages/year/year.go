// Package year is the page of the round of a year: the forums' meetings, budget, follow-ups, the
// plan and the styrdokument, month by month. It stands aside: it is reached from the overview of
// dates and by Ctrl+K.
package year

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/insight"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// ID is the page's name.
const ID = "year"

// The ways in which the year is seen.
const (
	asCalendar = "calendar"
	asList     = "list"
)

// planMeetings asks the page to make the year's meetings.
type planMeetings struct{}

// Page is the round of a year.
type Page struct {
	s       *shell.Shell
	year    int
	days    []insight.YearDay
	tabs    *widgets.TabBar
	picture *widgets.Picture
	scroll  *widgets.Scroll
	view    *fyne.Container
	body    fyne.CanvasObject
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: ID, Help: "årshjulet", Title: texts.T("year.title"), Icon: "calendar", Aside: true, New: newPage, Actions: func(s *shell.Shell) []*shell.Action {
		return []*shell.Action{{ID: "year", Menu: "go", Icon: "calendar", Enabled: s.Opened, Run: func() { s.Go(ID, nil) }},
			{ID: "planyear", Menu: "edit", Icon: "calendar", Enabled: s.Writable, Run: func() { s.Go(ID, planMeetings{}) }}}
	}}
}

func newPage(s *shell.Shell) shell.Page {
	p := &Page{s: s, year: s.Portfolio().Today().Year(), view: container.NewStack()}
	p.tabs = widgets.NewTabBar([]widgets.TabItem{{ID: asCalendar, Label: texts.T("year.calendar")}, {ID: asList, Label: texts.T("year.list")}}, p.show)
	p.tabs.Select(asCalendar)
	p.picture = widgets.NewPicture(300, 200, p.draw, p.open)
	p.picture.Across = true
	p.scroll = widgets.NewScroll(widgets.Inset(14, 18, 18, 18, p.picture))
	years := widgets.HStack(4, widgets.NewIconButton("chevron-left", texts.T("year.before"), func() { p.turn(-1) }), widgets.NewIconButton("chevron-right", texts.T("year.after"), func() { p.turn(1) }))
	p.body = container.NewBorder(widgets.Surface(widgets.Inset(0, widgets.Edge, 0, widgets.Edge-1, container.NewBorder(nil, nil, nil, years, p.tabs))), nil, nil, nil, p.view)
	return p
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.body }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	h := shell.Header{Title: texts.T("year.of", p.year), Subtitle: text.Plural(len(p.days), "dag", "dagar")}
	if n := insight.Proposals(p.days); n > 0 && p.s.Writable() {
		h.Pill, h.PillStyle = texts.N("year.proposals", n), widgets.Neutral
		h.Actions = []fyne.CanvasObject{widgets.NewPrimary(texts.T("year.plan"), p.ask)}
	}
	return h
}

// Shown implements shell.Page.
func (p *Page) Shown(arg any) {
	p.renew()
	if _, plan := arg.(planMeetings); plan {
		p.ask()
	}
}

// Changed implements shell.Page.
func (p *Page) Changed(app.Event) { p.renew() }

// turn shows the year before, or the one after.
func (p *Page) turn(by int) {
	p.year += by
	p.renew()
}

// renew works out the days away from the screen.
func (p *Page) renew() {
	w, year := p.s.Portfolio(), p.year
	async.Run(p.s.Runner, ID, func(context.Context) ([]insight.YearDay, error) { return insight.Year(w, year), nil }, func(days []insight.YearDay, _ error) {
		p.days = days
		p.show(p.tabs.Selected())
		p.s.RefreshHeader()
	})
}

// show shows the year in a way.
func (p *Page) show(as string) {
	p.tabs.Select(as)
	switch {
	case len(p.days) == 0:
		p.view.Objects = []fyne.CanvasObject{widgets.NewEmpty("calendar", texts.T("year.none", p.year), texts.T("year.none.text"))}
	case as == asList:
		p.view.Objects = []fyne.CanvasObject{p.list()}
	default:
		p.view.Objects = []fyne.CanvasObject{p.scroll}
		p.picture.Rebuild()
	}
	p.view.Refresh()
}

// data is the year as it is drawn.
func (p *Page) data() chart.YearData {
	out := chart.YearData{Title: texts.T("year.of", p.year), Empty: texts.T("year.empty")}
	at := map[string]int{}
	for i, sort := range insight.YearSorts() {
		at[sort] = i
		out.Sorts = append(out.Sorts, insight.YearSort(sort))
	}
	today := p.s.Portfolio().Today()
	for i := range out.Month {
		month := date.Of(p.year, i+1, 1)
		out.Month[i].Name = text.Capital(month.LongMonth())
		out.Month[i].Now = today.Year() == p.year && today.Month() == i+1
	}
	for i, d := range p.days {
		said := d.Text
		if d.Proposed {
			said += " (" + d.Badge + ")"
		}
		mark := chart.YearMark{Day: d.On.Day(), Text: said, Series: at[d.Sort], Open: d.Proposed}
		if d.Record != "" {
			mark.Key = strconv.Itoa(i)
		}
		month := &out.Month[d.On.Month()-1]
		month.Marks = append(month.Marks, mark)
	}
	return out
}

func (p *Page) draw(w, _ float64) draw.Drawing {
	st := theme.Chart()
	st.Font = 12
	d := chart.YearWheel(p.data(), w, st, theme.Measure)
	if tall := float32(d.H); tall != p.picture.MinHeight { // it is as tall as its width asks for
		p.picture.MinHeight = tall
		async.After(0, p.scroll.Refresh)
	}
	return d
}

// open goes to what a day is about.
func (p *Page) open(key string) {
	if i, err := strconv.Atoi(key); err == nil && i < len(p.days) && p.days[i].Record != "" {
		p.s.Open(p.days[i].Record)
	}
}

// list is the year as words, a card a month.
func (p *Page) list() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	var lists []*widgets.ActionList
	for from := 0; from < len(p.days); {
		to := from
		var items []widgets.TodoItem
		for ; to < len(p.days) && p.days[to].On.Month() == p.days[from].On.Month(); to++ {
			d := p.days[to]
			items = append(items, widgets.TodoItem{Key: strconv.Itoa(to), Pill: d.Badge, PillStyle: record.Style(d.Tone), Text: d.Text, Detail: insight.YearSort(d.Sort), Date: d.On.Short()})
		}
		l := widgets.NewActionList(items, p.open)
		lists, rows = append(lists, l), append(rows, widgets.NewCard(text.Capital(p.days[from].On.LongMonth()), "", l))
		from = to
	}
	widgets.Align(lists...)
	return widgets.NewScroll(widgets.MaxWidth(1000, widgets.Inset(16, widgets.Edge, 16, widgets.Edge, widgets.VStack(14, rows...))))
}

// ask asks of which forums the meetings that are proposed are to be made.
func (p *Page) ask() {
	w := p.s.Portfolio()
	chosen := map[field.ID]bool{}
	var rows []fyne.CanvasObject
	for _, f := range w.All(forum.Name.Kind) {
		days := forum.Propose(w, f, p.year)
		if len(days) == 0 {
			continue
		}
		chosen[f.ID] = true
		said := fmt.Sprintf("%s: %s", f.Name(), text.Plural(len(days), "möte", "möten"))
		var on []string
		for _, d := range days {
			on = append(on, d.Short())
		}
		rows = append(rows, input.NewCheck(said, true, func(is bool) error {
			chosen[f.ID] = is
			return nil
		}), widgets.Inset(0, 0, 4, 26, widgets.NewParagraph(text.And(on), widgets.Muted)))
	}
	if len(rows) == 0 {
		p.s.Toast(texts.T("year.plan.none", p.year))
		return
	}
	dialogs.Show(p.s.Window, dialogs.Options{
		Title: texts.T("year.plan.title", p.year), Text: texts.T("year.plan.text"), Content: widgets.VStack(4, rows...), Width: 620, Confirm: texts.T("year.plan.do"),
		OnClose: func(ok bool) {
			if ok {
				p.plan(chosen)
			}
		},
	})
}

func (p *Page) plan(chosen map[field.ID]bool) {
	var forums []field.ID
	for _, f := range p.s.Portfolio().All(forum.Name.Kind) {
		if chosen[f.ID] {
			forums = append(forums, f.ID)
		}
	}
	if len(forums) == 0 { // none is what was asked for, and not all
		return
	}
	year := p.year
	p.s.Act(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Do(ctx, func(tx *field.Tx) (string, error) {
			_, err := forum.PlanYear(tx, year, forums...)
			return texts.T("year.plan.label", year), err
		})
	}, nil)
}
