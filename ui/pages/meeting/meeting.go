// Package meeting is the page that a forum's meeting is held on, seen by a room: its agenda at
// the side and an item at a time, in large letters, with what is said written down as it goes.
// It stands aside: it is reached from the meeting and by Ctrl+K.
package meeting

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// ID is the page's name.
const ID = "meeting"

// The panes that aren't an item of the agenda.
const (
	paneOpening = "opening"
	paneSince   = "since"
	paneNext    = "next"
	paneEnd     = "end"
)

// Page is the page of one meeting.
type Page struct {
	s      *shell.Shell
	id     field.ID
	at     string // the pane in view
	side   *widgets.SideList
	pane   pane
	lately *forum.Lately // nil until it has been counted forth
	seen   fyne.CanvasObject
	body   *fyne.Container
	place  *fyne.Container
}

// pane is what the page shows of the meeting. renew shows it as it is now, without disturbing who
// types in it.
type pane struct {
	content fyne.CanvasObject
	renew   func()
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: ID, Help: "mötets-sida", Title: texts.T("meeting.title"), Icon: "users", Aside: true, New: New, Actions: actions}
}

func actions(s *shell.Shell) []*shell.Action {
	here := func() bool { return s.Opened() && s.Current() == ID }
	return []*shell.Action{
		{ID: "holdmeeting", Menu: "go", Icon: "users", Enabled: s.Opened, Run: func() { choose(s) }},
		{ID: "meetingnext", Menu: "go", Icon: "chevron-down", Key: fyne.KeyPageDown, Modifier: fyne.KeyModifierControl, Enabled: here, Run: func() { s.Go(ID, step(1)) }},
		{ID: "meetingbefore", Menu: "go", Icon: "chevron-up", Key: fyne.KeyPageUp, Modifier: fyne.KeyModifierControl, Enabled: here, Run: func() { s.Go(ID, step(-1)) }},
		{ID: "pagedown", Key: fyne.KeyPageDown, Enabled: here, Run: func() { s.Go(ID, step(1)) }},
		{ID: "pageup", Key: fyne.KeyPageUp, Enabled: here, Run: func() { s.Go(ID, step(-1)) }},
	}
}

// step asks the page for the next pane, or the one before.
type step int

// New makes the page.
func New(s *shell.Shell) shell.Page {
	p := &Page{s: s, body: container.NewStack(), place: container.NewStack()}
	p.side = widgets.NewSideList(p.show)
	p.seen = container.NewBorder(nil, nil, container.NewBorder(nil, nil, nil, vertical(), widgets.Surface(widgets.NewScroll(widgets.Inset(10, 8, 10, 8, widgets.MinSize(sideWidth, 0, p.side))))), nil, p.place)
	return p
}

// sideWidth is that of the agenda, at 100 % text size.
const sideWidth = 236

// vertical is a thin line between the agenda and what is in view.
func vertical() fyne.CanvasObject { return widgets.MinSize(1, 0, widgets.Hairline()) }

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.body }

func (p *Page) meeting() *field.Record { return p.s.Portfolio().Get(p.id) }

func (p *Page) forum() *field.Record {
	if m := p.meeting(); m != nil {
		return p.s.Portfolio().Get(forum.MeetingOf.Get(m))
	}
	return nil
}

// writable says whether what the meeting says may be written.
func (p *Page) writable() bool {
	m := p.meeting()
	return p.s.Writable() && m != nil && !field.Over(p.s.Portfolio(), m)
}

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	m := p.meeting()
	if m == nil {
		return shell.Header{Title: texts.T("meeting.title")}
	}
	w := p.s.Portfolio()
	h := shell.Header{Title: m.Name(), Subtitle: p.about()}
	if o, ok := forum.State.OptionOf(w, forum.State.Get(m)); ok {
		h.Pill, h.PillStyle = o.Label, pillStyle(o.Tone)
	}
	full := texts.T("meeting.full")
	if p.s.Window.FullScreen() {
		full = texts.T("meeting.full.leave")
	}
	h.Actions = []fyne.CanvasObject{
		widgets.NewIconButton("chevron-up", texts.T("meeting.before")+"  (PgUp)", func() { p.step(-1) }),
		widgets.NewIconButton("chevron-down", texts.T("meeting.next")+"  (PgDn)", func() { p.step(1) }),
		widgets.NewButton(full, p.s.FullScreen).WithTip("", "F11"),
	}
	switch {
	case p.writable() && forum.Uncalled(m):
		h.Actions = append(h.Actions, widgets.NewPrimary(texts.T("meeting.call"), p.call))
	case p.writable():
		h.Actions = append(h.Actions, widgets.NewPrimary(texts.T("meeting.end"), func() { p.show(paneEnd) }))
	}
	return h
}

// about says where in the agenda one is.
func (p *Page) about() string {
	items := forum.Items(p.s.Portfolio(), p.id)
	if i := slices.IndexFunc(items, func(it *field.Record) bool { return string(it.ID) == p.at }); i >= 0 {
		return texts.T("meeting.of", i+1, len(items))
	}
	return text.Plural(len(items), "ärende", "ärenden")
}

// Shown implements shell.Page.
func (p *Page) Shown(arg any) {
	switch a := arg.(type) {
	case shell.Select:
		if a.ID != p.id {
			p.id, p.at, p.lately = a.ID, paneOpening, nil
		}
	case step:
		p.step(int(a))
		return
	}
	p.s.Present(true)
	p.build()
}

// Leave implements shell.Leaver.
func (p *Page) Leave() { p.s.Present(false) }

// Escape leaves the full screen, else the page.
func (p *Page) Escape() bool {
	if p.s.Window.FullScreen() {
		p.s.FullScreen()
		p.s.RefreshHeader()
		return true
	}
	return false
}

// Changed implements shell.Page.
func (p *Page) Changed(app.Event) {
	if p.meeting() == nil {
		p.build()
		return
	}
	before := p.keys()
	p.side.SetItems(p.places())
	if !slices.Contains(before, p.at) || p.pane.renew == nil {
		p.show(paneOpening)
		return
	}
	p.pane.renew()
}

func (p *Page) build() {
	if p.meeting() == nil {
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmpty("users", texts.T("meeting.gone"), texts.T("meeting.gone.text"), widgets.NewButton(texts.T("shell.back"), p.s.Back))}
		p.body.Refresh()
		p.s.RefreshHeader()
		return
	}
	p.body.Objects = []fyne.CanvasObject{p.seen}
	p.side.SetItems(p.places())
	p.body.Refresh()
	if !slices.Contains(p.keys(), p.at) {
		p.at = paneOpening
	}
	p.show(p.at)
	p.countForth()
}

// places are the agenda, with what comes before and after it.
func (p *Page) places() []widgets.SideItem {
	w := p.s.Portfolio()
	m := p.meeting()
	out := []widgets.SideItem{{Key: paneOpening, Text: texts.T("meeting.opening"), Note: texts.N("meeting.present", len(forum.Attendants(m)))},
		{Key: paneSince, Text: texts.T("meeting.since"), Note: p.sinceNote()}}
	for i, it := range forum.Items(w, p.id) {
		item := widgets.SideItem{Key: string(it.ID), Text: it.Name(), Mark: numbered(it, i), Note: forum.ItemAsk.Show(w, forum.ItemAsk.Get(it)), Gap: i == 0}
		if o, ok := forum.ItemOutcome.OptionOf(w, forum.ItemOutcome.Get(it)); ok {
			item.Note, item.NoteStyle = forum.OutcomeHead(w, it)+": "+text.Lower(o.Label), widgets.Good
			if o.Tone == field.Bad || o.Tone == field.Warn {
				item.NoteStyle = widgets.Warn
			}
		}
		out = append(out, item)
	}
	return append(out, widgets.SideItem{Key: paneNext, Text: texts.T("meeting.steps"), Note: texts.N("meeting.steps.count", len(w.Pointing(forum.NextOf.Field, p.id))), Gap: true},
		widgets.SideItem{Key: paneEnd, Text: texts.T("meeting.closing"), Note: forum.State.Show(w, forum.State.Get(m))})
}

// numbered is what an item is counted as.
func numbered(it *field.Record, i int) string {
	if par := forum.ItemParagraph.Get(it); par != "" {
		return strings.ReplaceAll(par, " ", "\u00a0")
	}
	return strconv.Itoa(i+1) + "."
}

// keys are the panes, in order.
func (p *Page) keys() (out []string) {
	for _, it := range p.places() {
		out = append(out, it.Key)
	}
	return out
}

// step goes to the next pane, or the one before.
func (p *Page) step(by int) {
	keys := p.keys()
	if i := slices.Index(keys, p.at) + by; i >= 0 && i < len(keys) {
		p.show(keys[i])
	}
}

// show shows a pane. What is being written is taken in first.
func (p *Page) show(key string) {
	if p.s.TakeIn() != nil { // it was refused, and is told of where it is
		return
	}
	p.at = key
	p.side.Select(key)
	switch key {
	case paneOpening:
		p.pane = p.opening()
	case paneSince:
		p.pane = p.since()
	case paneNext:
		p.pane = p.steps()
	case paneEnd:
		p.pane = p.ending()
	default:
		p.pane = p.item(field.ID(key))
	}
	p.place.Objects = []fyne.CanvasObject{widgets.NewScroll(widgets.Inset(18, 24, 28, 24, widgets.MaxWidth(1180, p.pane.content)))}
	p.place.Refresh()
	p.s.Window.Canvas().Unfocus()
	p.s.RefreshHeader()
}

// title is the head of a pane: what, and under it in small letters about what.
func title(head, under string) fyne.CanvasObject {
	t := widgets.NewParagraph(head, widgets.Strong)
	t.FontSize = 24
	rows := []fyne.CanvasObject{t}
	if under != "" {
		rows = append(rows, widgets.NewParagraph(under, widgets.Muted))
	}
	return widgets.VStack(3, rows...)
}

// choose opens the page of the meeting that is to be held, asking which where there are several.
func choose(s *shell.Shell) {
	w := s.Portfolio()
	open := forum.ToHold(w)
	if len(open) == 1 && !forum.Uncalled(open[0]) {
		s.Go(ID, shell.Select{ID: open[0].ID})
		return
	}
	if len(open) == 0 {
		s.Toast(texts.T("meeting.none"))
		return
	}
	why := ""
	var items []widgets.TodoItem
	for _, m := range open {
		o, _ := forum.State.OptionOf(w, cmp.Or(forum.State.Get(m), forum.Planned))
		item := widgets.TodoItem{Key: string(m.ID), Text: m.Name(), Pill: o.Label, PillStyle: pillStyle(o.Tone), Date: forum.MeetingOn.Get(m).Short()}
		if forum.Uncalled(m) {
			item.Detail, why = texts.T("meeting.which.uncalled"), texts.T("meeting.which.text")
		}
		items = append(items, item)
	}
	pick(s, texts.T("meeting.which"), why, items, func(key string) { s.Go(ID, shell.Select{ID: field.ID(key)}) })
}

// call calls to the meeting in view, so that its agenda gets what waits.
func (p *Page) call() {
	m := p.meeting()
	record.Steps{S: p.s}.Take(record.Step{ID: p.id, Label: texts.T("meeting.call.label", m.Name()), What: governance.Step{To: forum.Called}, Do: governance.Go})
}
