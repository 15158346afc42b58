// Package dates is the page of the days that come, month by month. It stands aside: it is
// reached from the overview and by Ctrl+K.
package dates

import (
	"context"
	"io"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/ui/async"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// id is the page's name.
const id = "dates"

// months are how far ahead people may look, the nearest first.
var months = []int{3, 12, 24, 60}

const firstMonths = 12

// Page is the days that come.
type Page struct {
	s    *shell.Shell
	body *fyne.Container

	ahead int
	unit  field.ID
	mine  bool
	known *insight.Dates
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: id, Help: "översikten", Title: texts.T("dates.title"), Icon: "calendar", Aside: true, New: newPage, Actions: func(s *shell.Shell) []*shell.Action {
		return []*shell.Action{{ID: id, Icon: "calendar", Enabled: s.Opened, Run: func() { s.Go(id, nil) }}}
	}}
}

func newPage(s *shell.Shell) shell.Page {
	return &Page{s: s, body: container.NewStack(), ahead: firstMonths}
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.body }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	h := shell.Header{Title: texts.T("dates.title")}
	if p.known != nil {
		h.Subtitle = texts.N("dates.count", len(p.known.Known))
	}
	save := widgets.NewButton(texts.T("dates.calendar"), p.save).WithIcon("calendar")
	if p.known != nil && len(p.known.Known) == 0 {
		save.Disable()
	}
	h.Actions = []fyne.CanvasObject{save}
	return h
}

// Shown implements shell.Page.
func (p *Page) Shown(any) { p.renew() }

// Changed implements shell.Page.
func (p *Page) Changed(app.Event) { p.renew() }

// renew works out the days away from the screen.
func (p *Page) renew() {
	w := p.s.Portfolio()
	if w.Get(p.unit) == nil { // it has been removed
		p.unit = ""
	}
	today := w.Today()
	asked := insight.Asked{From: today, To: today.AddMonths(p.ahead), Overdue: true, Unit: p.unit}
	if p.mine {
		asked.Person = org.Known(w, w.Who())
	}
	async.Run(p.s.Runner, id, func(context.Context) (insight.Dates, error) { return insight.Deadlines(w, asked), nil }, func(d insight.Dates, _ error) {
		p.known = &d
		p.build()
		p.s.RefreshHeader()
	})
}

func (p *Page) build() {
	rows := []fyne.CanvasObject{p.filters()}
	var lists []*widgets.ActionList
	add := func(title string, m insight.Month) {
		l := p.list(m)
		lists, rows = append(lists, l), append(rows, widgets.NewCard(title, "", l))
	}
	for _, m := range p.known.Months() {
		add(text.Capital(m.Name), m)
	}
	if n := len(p.known.Unknown); n > 0 {
		add(texts.T("dates.unknown", text.Count(n)), p.known.Undated())
	}
	widgets.Align(lists...)
	if len(rows) == 1 {
		none := widgets.NewEmpty("calendar", texts.T("dates.none"), texts.T("dates.none.text"))
		p.body.Objects = []fyne.CanvasObject{container.NewBorder(widgets.Inset(16, widgets.Edge, 16, widgets.Edge, rows[0]), nil, nil, nil, none)}
		p.body.Refresh()
		return
	}
	p.body.Objects = []fyne.CanvasObject{container.NewVScroll(widgets.MaxWidth(1100, widgets.Inset(16, widgets.Edge, 16, widgets.Edge, widgets.VStack(14, rows...))))}
	p.body.Refresh()
}

// filters choose how far ahead, whose and which.
func (p *Page) filters() fyne.CanvasObject {
	w := p.s.Portfolio()
	var spans []widgets.Option
	for _, n := range months {
		spans = append(spans, widgets.Option{ID: strconv.Itoa(n), Label: ahead(n)})
	}
	row := []fyne.CanvasObject{input.NewFlatSelect(texts.T("dates.ahead"), spans, strconv.Itoa(p.ahead), func(id string) error {
		p.ahead, _ = strconv.Atoi(id)
		p.renew()
		return nil
	})}
	if levels := org.Levels(w); len(levels) > 0 {
		units := []widgets.Option{{ID: "", Label: texts.T("dates.unit.all")}}
		for _, u := range levels {
			units = append(units, widgets.Option{ID: string(u.ID), Label: u.Name()})
		}
		row = append(row, input.NewFlatSelect(texts.T("dates.unit"), units, string(p.unit), func(id string) error {
			p.unit = field.ID(id)
			p.renew()
			return nil
		}))
	}
	if org.Known(w, w.Who()) != "" {
		row = append(row, input.NewCheck(texts.T("dates.mine"), p.mine, func(on bool) error {
			p.mine = on
			p.renew()
			return nil
		}))
	}
	return widgets.HStack(12, row...)
}

// ahead is so many months as people say them.
func ahead(months int) string {
	if months%12 == 0 {
		return text.Plural(months/12, "år", "år")
	}
	return text.Plural(months, "månad", "månader")
}

// list are the days of a month.
func (p *Page) list(m insight.Month) *widgets.ActionList {
	lines := m.Lines()
	items := make([]widgets.TodoItem, len(lines))
	for i, l := range lines {
		items[i] = widgets.TodoItem{Key: strconv.Itoa(i), Pill: l.Badge, PillStyle: record.Style(l.Tone), Text: l.Text, Detail: l.Subject, Date: day(l.Due, m.Late)}
	}
	return widgets.NewActionList(items, func(key string) {
		i, _ := strconv.Atoi(key)
		p.open(lines[i])
	})
}

// day is a day under the heading of its month, or under that of what is late.
func day(d date.Date, late bool) string {
	if late {
		return d.ShortYear()
	}
	return d.Short()
}

func (p *Page) open(l insight.Todo) {
	switch {
	case l.Page != "":
		p.s.Go(l.Page, nil)
	case len(l.Records) == 1:
		p.s.Open(l.Records[0])
	default:
		p.s.ShowRecords(l.Kind, l.Text, l.Records)
	}
}

// save writes the days that are shown to a calendar file.
func (p *Page) save() {
	if p.known == nil {
		return
	}
	w, days := p.s.Portfolio(), slices.Clone(p.known.Known)
	name := text.OneLine(texts.T("dates.calendar.name", w.Municipality()))
	p.s.SaveFile(shell.NewFile{Title: texts.T("dates.calendar.title"), Kind: shell.FileKind{".ics"}, Name: name}, shell.Writing{Key: "calendar",
		Write: func(_ context.Context, path string, _ async.Progress) error {
			c := insight.Calendar(w, w.Identity(), name, time.Now(), days)
			return p.s.Services.WriteFile(path, func(to io.Writer) error { return c.Write(to) })
		}})
}
