// Package round is the page of a budget's milestone: what has changed since the figures were
// locked last, what nobody has forecast or explained, and then the lock and the report. What is
// mended is saved at once, so a round is left and taken up as one likes.
package round

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/rhythm"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// ID is the page's name.
const ID = rhythm.Page

// The steps of a round.
const (
	changed = "changed"
	lacking = "lacking"
	unsaid  = "unsaid"
	locking = "lock"
	report  = "report"
)

// Page is the round of a milestone.
type Page struct {
	s        *shell.Shell
	at       rhythm.Occasion
	known    bool // at is one that there is
	round    rhythm.Round
	steps    *widgets.TabBar
	differs  *difference
	lacks    *costs
	unsaid   *costs
	choice   *fyne.Container // which milestone
	body     *fyne.Container
	content  fyne.CanvasObject
	selected string // the occasion that was asked for, by its key
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: ID, Help: "prognosrytmen-avstämningar-och-låsta-lägen", Title: texts.T("round.title"), Icon: "clipboard-list", Aside: true, New: newPage, Actions: func(s *shell.Shell) []*shell.Action {
		return []*shell.Action{{ID: "round", Menu: "go", Icon: "clipboard-list", Enabled: s.Opened, Run: func() { s.Go(ID, nil) }},
			{ID: "lockbudget", Menu: "edit", Icon: "archive", Enabled: s.Writable, Run: func() { s.Go(ID, locking) }}}
	}}
}

func newPage(s *shell.Shell) shell.Page {
	p := &Page{s: s, choice: container.NewStack(), body: container.NewStack()}
	p.steps = widgets.NewTabBar(nil, p.show)
	p.differs = newDifference(p)
	p.lacks, p.unsaid = newCosts(p, lacking), newCosts(p, unsaid)
	p.steps.Select(changed)
	p.selected = s.App.Preferences().String(p.pref())
	p.content = container.NewBorder(widgets.Surface(widgets.Inset(0, widgets.Edge, 0, widgets.Edge-1, container.NewBorder(nil, nil, nil, p.choice, p.steps))), nil, nil, nil, p.body)
	return p
}

// pref is where it is kept which milestone was in view.
func (p *Page) pref() string { return "round.at." + p.s.Portfolio().Identity() }

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	h := shell.Header{Title: texts.T("round.title")}
	if !p.known {
		return h
	}
	h.Title, h.Subtitle = p.at.Name(), texts.T("round.due", p.at.Due.ShortYear())
	if until := p.round.Until; !until.IsZero() {
		h.Subtitle = texts.T("round.due.until", p.at.Due.ShortYear(), until.LongMonth())
	}
	switch {
	case p.round.State != nil:
		h.Pill, h.PillStyle = texts.T("round.locked"), widgets.Good
	case p.at.Due < p.s.Portfolio().Today():
		h.Pill, h.PillStyle = texts.T("round.late"), widgets.Bad
	}
	if next := p.next(); next != "" {
		h.Actions = append(h.Actions, widgets.NewPrimary(texts.T("round.next"), func() { p.show(next) }))
	}
	return h
}

// next is the step after the one in view; "" after the last.
func (p *Page) next() string {
	all := p.steps.Items()
	for i, it := range all {
		if it.ID == p.steps.Selected() && i+1 < len(all) {
			return all[i+1].ID
		}
	}
	return ""
}

// Shown implements shell.Page. Shown with "lock" it asks to lock the figures.
func (p *Page) Shown(arg any) {
	p.lacks.fresh, p.unsaid.fresh = true, true
	p.renew()
	if arg == locking && p.known {
		p.show(locking)
		if p.s.Writable() {
			p.askLock()
		}
	}
}

// Changed implements shell.Page.
func (p *Page) Changed(app.Event) { async.After(0, p.renew) } // what stood is counted forth when the change is done

// key names an occasion.
func key(o rhythm.Occasion) string { return fmt.Sprintf("%d %s", o.Year, o.Milestone.Key) }

// renew works the round out anew.
func (p *Page) renew() {
	w := p.s.Portfolio()
	all := rhythm.Occasions(w)
	now, ok := rhythm.Now(w)
	for _, o := range all {
		if key(o) == p.selected {
			now = o
		}
	}
	p.known = ok
	if !ok {
		p.steps.SetItems(nil)
		p.choice.Objects = nil
		p.put("")
		return
	}
	if key(now) != key(p.at) {
		p.lacks.fresh, p.unsaid.fresh = true, true
		p.differs.since = "" // what it is compared with is the milestone's own
	}
	p.at, p.round = now, rhythm.RoundOf(w, now.Year, now.Milestone)
	p.lacks.take()
	p.unsaid.take()
	p.choose(all)
	label := texts.T("round.step.lacking", text.Lower(p.round.Asks.Label))
	p.steps.SetItems([]widgets.TabItem{{ID: changed, Label: texts.T("round.step.changed"), Count: p.differs.count}, {ID: lacking, Label: label, Count: len(p.round.Lacking)},
		{ID: unsaid, Label: texts.T("round.step.unsaid"), Count: len(p.round.Unsaid)}, {ID: locking, Label: texts.T("round.step.lock")}, {ID: report, Label: texts.T("round.step.report")}})
	p.differs.renew()
	p.put(p.steps.Selected())
}

// choose offers the milestones that there are.
func (p *Page) choose(all []rhythm.Occasion) {
	options := make([]widgets.Option, len(all))
	for i, o := range all {
		state := texts.T("round.open")
		if rhythm.LockedAt(p.s.Portfolio(), o.Year, o.Milestone) != nil {
			state = texts.T("round.islocked")
		}
		options[i] = widgets.Option{ID: key(o), Label: o.Name(), Detail: texts.T("round.option", o.Due, state)}
	}
	p.choice.Objects = []fyne.CanvasObject{widgets.Inset(6, 0, 6, 0, input.NewFlatSelect(texts.T("round.milestone"), options, key(p.at), func(id string) error {
		p.selected = id
		p.s.App.Preferences().SetString(p.pref(), id)
		p.renew()
		p.s.RefreshHeader()
		return nil
	}))}
	p.choice.Refresh()
}

// show goes to a step: the keyboard is its list's.
func (p *Page) show(step string) {
	p.put(step)
	if g := map[string]*grid.Grid{changed: p.differs.grid, lacking: p.lacks.grid, unsaid: p.unsaid.grid}[p.steps.Selected()]; g != nil && p.known {
		g.Focus()
	}
}

// put puts a step in view.
func (p *Page) put(step string) {
	switch {
	case !p.known && len(p.s.Portfolio().Model().Milestones()) == 0:
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmpty("calendar", texts.T("round.none"), texts.T("round.none.text"), widgets.NewPrimary(texts.T("round.none.settings"), func() { p.s.Go("settings", nil) }))}
	case !p.known:
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmpty("wallet", texts.T("round.nocosts"), texts.T("round.nocosts.text"))}
	default:
		if step == "" {
			step = changed
		}
		p.steps.Select(step)
		p.body.Objects = []fyne.CanvasObject{p.view(step)}
	}
	p.body.Refresh()
	p.s.RefreshHeader()
}

func (p *Page) view(step string) fyne.CanvasObject {
	switch step {
	case lacking:
		return p.lacks.content
	case unsaid:
		return p.unsaid.content
	case locking:
		return p.lockView()
	case report:
		return p.reportView()
	}
	return p.differs.content
}

// counted says how many lines differ, when it is known.
func (p *Page) counted(n int) {
	items := p.steps.Items()
	if len(items) > 0 && items[0].Count != n {
		items[0].Count = n
		p.steps.SetItems(items)
	}
}

// work does something away from the screen.
func work[T any](p *Page, name string, do func(ctx context.Context) (T, error), done func(T, error)) {
	async.Run(p.s.Runner, name, do, done)
}
