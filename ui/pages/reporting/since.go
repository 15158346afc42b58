package reporting

import (
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

const prefMade = "reports.made."

// madeOn is the day of the report that was saved last here, of the same portfolio; none at first.
func (p *Page) madeOn() date.Date {
	return dayOf(p.s.App.Preferences().String(prefMade + p.s.Portfolio().Identity() + "." + p.info().Name))
}

// made remembers the day of a report that has been saved.
func (p *Page) made(info app.ReportInfo, day date.Date) {
	p.s.App.Preferences().SetString(prefMade+p.s.Portfolio().Identity()+"."+info.Name, day.String())
}

// day is the day that stands on the report.
func (p *Page) day() date.Date {
	for _, s := range p.info().Settings {
		if d := dayOf(p.value(s)); s.Kind == app.SettingDate && !d.IsZero() {
			return d
		}
	}
	return p.s.Portfolio().Today()
}

// sinces are what changes may be counted from: the ledningsgrupp's latest meeting, the last report,
// the plans and the locked states.
func (p *Page) sinces() []widgets.Option {
	day := p.day()
	meeting := widgets.Option{Label: texts.T("reports.since.meeting"), Right: texts.T("reports.since.meeting.none")}
	var options []widgets.Option
	for _, x := range p.s.Portfolio().Sinces(day) {
		o := widgets.Option{ID: x.Value, Label: x.Name, Right: x.On.String()}
		switch x.Sort {
		case app.SinceMeeting:
			meeting.Right = x.On.String()
			continue
		case app.SincePlan:
			o.Group = texts.T("reports.since.plan")
		case app.SinceState:
			o.Group = texts.T("reports.since.state")
		}
		options = append(options, o)
	}
	first := []widgets.Option{meeting}
	if last := p.madeOn(); !last.IsZero() && last <= day {
		first = append(first, widgets.Option{ID: last.String(), Label: texts.T("reports.since.report"), Right: last.String()})
	}
	return append(first, options...)
}

// sincePicker chooses one of the sinces or, under them, writes a day of one's own.
func (p *Page) sincePicker(s app.ReportSetting) fyne.CanvasObject {
	options, day, value := p.sinces(), p.day(), p.value(s)
	own := dayOf(value)
	known := slices.ContainsFunc(options, func(o widgets.Option) bool { return o.ID == value })
	if !known && !own.IsZero() {
		options = append(options, widgets.Option{ID: value, Label: texts.T("reports.since.own"), Right: value})
	}
	pick := input.NewSelect(options, value, func(id string) error {
		p.set(s, id)
		p.showForm()
		return nil
	})
	if !known && own.IsZero() { // a name that somebody wrote
		pick.SetCurrent(widgets.Option{ID: value, Label: value})
	}
	d := input.NewDate(own, p.s.Portfolio().Today, func(to date.Date) error {
		if to > day {
			return fault.New(fault.Invalid, texts.T("reports.since.late", day.String()))
		}
		p.set(s, to.String())
		p.showForm()
		return nil
	})
	return widgets.VStack(6, pick, d)
}
