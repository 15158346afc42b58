package planning

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/app/view"
	"itportfoljen/ui/input"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// timeline shows the list's insatser as bars on a line of time, in the list's groups.
type timeline struct {
	s       *shell.Shell
	reg     *register.Register
	bars    *widgets.Timeline
	zooms   map[string]*widgets.Button
	legs    bool     // their etapper stand under them
	shown   field.ID // beside the timeline
	content fyne.CanvasObject
}

var _ register.View = (*timeline)(nil)

func newTimeline(s *shell.Shell, reg *register.Register) *timeline {
	t := &timeline{s: s, reg: reg, bars: widgets.NewTimeline(), zooms: map[string]*widgets.Button{}}
	t.legs = s.App.Preferences().Bool(t.pref("legs"))
	b := t.bars
	b.SetZoom(s.App.Preferences().StringWithFallback(t.pref("zoom"), "quarter"))
	b.Row = t.row
	b.OnChange = t.change
	b.OnOpen = func(key string) { t.open(t.owner(key)) }
	b.OnCursor = func(key string) {
		if t.reg.Opened() { // an open panel follows
			t.shown = t.owner(key)
			t.reg.Open(t.shown)
			t.bars.Mark(string(t.shown))
		}
	}
	b.OnMenu = t.menu
	b.OnFold = func(group string, open bool) { t.reg.Fold(group, open) }
	b.OnZoom = t.zoomed
	b.OnFixed = func() { t.s.Toast(texts.T("register.whynot.readonly")) }
	b.Tip = t.tip
	t.content = container.NewBorder(container.NewVBox(widgets.Inset(6, 16, 6, 16, t.tools()), widgets.Hairline()), nil, nil, nil, b)
	t.zoomed(b.ZoomID())
	return t
}

// pref is where it is kept how the timeline is shown, for one portfolio.
func (t *timeline) pref(name string) string {
	return "plan.timeline." + name + "." + t.s.Portfolio().Identity()
}

// tools are the buttons above the timeline.
func (t *timeline) tools() fyne.CanvasObject {
	var zooms []fyne.CanvasObject
	for _, z := range []struct{ id, label string }{{"year", texts.T("plan.timeline.year")}, {"quarter", texts.T("plan.timeline.quarter")}, {"month", texts.T("plan.timeline.month")}} {
		button := widgets.NewButton(z.label, func() { t.bars.SetZoom(z.id) }).WithTip(texts.T("plan.timeline.zoom.tip"), "")
		button.Compact = true
		t.zooms[z.id] = button
		zooms = append(zooms, button)
	}
	today := widgets.NewButton(texts.T("plan.timeline.today"), t.bars.ShowToday).WithKind(widgets.Quiet)
	today.Compact = true
	legs := input.NewCheck(texts.T("plan.timeline.legs"), t.legs, func(on bool) error {
		t.legs = on
		t.s.App.Preferences().SetBool(t.pref("legs"), on)
		t.Reload()
		return nil
	})
	return widgets.HStack(12, widgets.HStack(4, zooms...), today, widgets.Spacer(), legs)
}

func (t *timeline) zoomed(id string) {
	for z, b := range t.zooms {
		if b.Toggled != (z == id) {
			b.Toggled = z == id
			b.Refresh()
		}
	}
	t.s.App.Preferences().SetString(t.pref("zoom"), id)
}

// Content implements register.View.
func (t *timeline) Content() fyne.CanvasObject { return t.content }

// Grouped says that the groups of the list are shown.
func (t *timeline) Grouped() bool { return true }

// Focus implements register.View.
func (t *timeline) Focus() { t.s.Window.Canvas().Focus(t.bars) }

// PanelClosed implements register.View.
func (t *timeline) PanelClosed() { t.bars.Mark("") }

// mostYears is how many years from today the timeline reaches, whatever days are written.
const mostYears = 20

// Reload implements register.View.
func (t *timeline) Reload() {
	p := t.s.Portfolio()
	t.bars.Fixed, t.bars.Today = p.Info().ReadOnly, p.Today()
	var lines []widgets.TimelineLine
	for _, l := range t.reg.List().Lines() {
		if l.Group != nil {
			lines = append(lines, heading(l.Group))
			continue
		}
		if !dated(l.Record) {
			continue
		}
		lines = append(lines, widgets.TimelineLine{Key: string(l.Record.ID)})
		if t.legs {
			for _, leg := range plan.Legs(p, l.Record.ID) {
				lines = append(lines, widgets.TimelineLine{Key: string(leg.ID)})
			}
		}
	}
	var undated []string
	from, to := p.Today(), p.Today()
	for _, r := range t.reg.List().Rows() {
		if !dated(r) {
			undated = append(undated, string(r.ID))
			continue
		}
		for _, on := range []date.Date{plan.Start.Get(r), plan.End.Get(r)} {
			if !on.IsZero() {
				from, to = min(from, on), max(to, on)
			}
		}
	}
	from, to = max(from, chart.Year.After(p.Today(), -mostYears)), min(to, chart.Year.After(p.Today(), mostYears))
	t.bars.Undated = texts.N("plan.timeline.undated", len(undated))
	if t.bars.Fixed { // there is nothing to do about it
		t.bars.Undated = texts.N("plan.timeline.undated.read", len(undated))
	}
	t.bars.SetLines(lines, undated, chart.Year.Begin(chart.Year.After(from, -1)), chart.Year.Last(chart.Year.After(to, 2)))
}

func heading(g *view.Group) widgets.TimelineLine {
	return widgets.TimelineLine{Key: g.Key, Heading: true, Label: g.Label, Count: fmt.Sprint(g.Count), Open: g.Open, Level: g.Level}
}

// dated says whether an insats has a place on the line of time.
func dated(r *field.Record) bool {
	row := chart.GanttRow{From: plan.Start.Get(r), To: plan.End.Get(r)}
	return row.Dated()
}

// row is an insats or an etapp as its line shows it.
func (t *timeline) row(key string) chart.GanttRow {
	p := t.s.Portfolio()
	switch r := p.Get(field.ID(key)); {
	case r == nil:
		return chart.GanttRow{Key: key}
	case plan.Is(r):
		return insight.Bar(p, r)
	default:
		return insight.LegBar(p, r)
	}
}

// owner is the insats that a line is of.
func (t *timeline) owner(key string) field.ID {
	if r := t.s.Portfolio().Get(field.ID(key)); r != nil && !plan.Is(r) {
		return r.Owner()
	}
	return field.ID(key)
}

// open shows an insats beside the timeline, and marks its line.
func (t *timeline) open(id field.ID) {
	t.shown = id
	t.reg.Open(id)
	t.bars.Select(string(id))
}

// beside is the insats that is shown beside the timeline.
func (t *timeline) beside() field.ID { return t.shown }

// tip is all that a line may not have room for.
func (t *timeline) tip(key string) string {
	p := t.s.Portfolio()
	r, row := p.Get(field.ID(key)), t.row(key)
	if r == nil {
		return ""
	}
	if !plan.Is(r) {
		return row.Said()
	}
	said := tip(p, r)
	for _, m := range row.Marks {
		said += "\n" + m.On.ShortYear() + ": " + m.Text
	}
	return said
}

// step is how far the keyboard moves a bar now, in words.
func (t *timeline) step() string {
	if t.bars.ZoomID() == "month" {
		return texts.T("plan.timeline.step.month")
	}
	return texts.T("plan.timeline.step.quarter")
}

// menu is what can be done with a bar.
func (t *timeline) menu(key string, at fyne.Position) {
	items := []widgets.MenuItem{{Label: texts.T("register.open"), Icon: "eye", Shortcut: "Enter", Run: func() { t.open(t.owner(key)) }}}
	row := t.row(key)
	nudge := func(by int, end bool) func() { return func() { t.bars.Nudge(by, end) } }
	switch {
	case !t.s.Writable():
	case !row.Dated():
		items = append(items, widgets.MenuItem{Label: texts.T("plan.timeline.dates"), Icon: "calendar", Shortcut: "Alt+→", Run: nudge(1, false)})
	default:
		items = append(items,
			widgets.MenuItem{Label: texts.T("plan.timeline.later", t.step()), Icon: "chevron-right", Shortcut: "Alt+→", Run: nudge(1, false)},
			widgets.MenuItem{Label: texts.T("plan.timeline.earlier", t.step()), Icon: "chevron-left", Shortcut: "Alt+←", Run: nudge(-1, false)},
			widgets.MenuItem{Label: texts.T("plan.timeline.longer", t.step()), Shortcut: "Alt+Skift+→", Run: nudge(1, true)},
			widgets.MenuItem{Label: texts.T("plan.timeline.shorter", t.step()), Shortcut: "Alt+Skift+←", Run: nudge(-1, true)})
	}
	widgets.ShowMenu(t.s.Window.Canvas(), at, items...)
}

// change gives an insats or an etapp other days, as one change that can be undone.
func (t *timeline) change(key string, from, to date.Date) {
	was := t.row(key)
	t.s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.Do(ctx, func(tx *field.Tx) (string, error) { return plan.Reschedule(tx, field.ID(key), from, to) })
	}, func(e app.Entry, err error) {
		if err != nil {
			t.Reload() // it goes home
			t.s.Fail(err)
			return
		}
		t.s.ToastUndo(t.said(key, was), e)
	})
}

// said is what came of other days, in words.
func (t *timeline) said(key string, was chart.GanttRow) string {
	is := t.row(key)
	said := texts.T("plan.timeline.given", is.Name, is.When())
	if was.Dated() {
		said = texts.T("plan.timeline.moved", is.Name, is.When(), was.When())
	}
	if r := t.s.Portfolio().Get(field.ID(key)); r != nil && plan.Is(r) {
		if on := plan.DecidedEnd.Get(r); !on.IsZero() && is.To > on && was.To != is.To {
			said += texts.T("plan.timeline.past", on.ShortYear())
		}
	}
	return said
}
