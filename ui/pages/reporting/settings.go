package reporting

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

const prefSettings = "reports.settings."

// remembered reads what was set the last time. The date is of its day.
func (p *Page) remembered() map[string]string {
	values := map[string]string{}
	if err := json.Unmarshal([]byte(p.s.App.Preferences().String(prefSettings+p.info().Name)), &values); err != nil {
		return map[string]string{}
	}
	return p.known(values)
}

// known are settings without those that the report no longer has, or that there is nothing to
// choose of here.
func (p *Page) known(values map[string]string) map[string]string {
	values = maps.Clone(values)
	w := p.s.Portfolio()
	for key := range values {
		if !slices.ContainsFunc(p.info().Settings, func(s app.ReportSetting) bool { return s.Key == key && w.Asks(s) }) {
			delete(values, key)
		}
	}
	return values
}

func (p *Page) remember() {
	prefs := p.s.App.Preferences()
	if data, err := json.Marshal(p.lasting(p.values)); err == nil {
		prefs.SetString(prefSettings+p.info().Name, string(data))
	}
	prefs.SetString(prefChoice+p.info().Name, p.choice)
}

// settings are what the report is told.
func (p *Page) settings() map[string]string { return maps.Clone(p.values) }

func (p *Page) value(s app.ReportSetting) string {
	if v, ok := p.values[s.Key]; ok {
		return v
	}
	return s.Default
}

// set changes a setting and makes the report anew.
func (p *Page) set(s app.ReportSetting, value string) {
	if value == p.value(s) {
		return
	}
	p.put(s, value)
	p.remember()
	p.syncChoice()
	p.rebuild()
}

func (p *Page) put(s app.ReportSetting, value string) {
	if value == s.Default {
		delete(p.values, s.Key)
	} else {
		p.values[s.Key] = value
	}
}

// showForm makes the inputs of the chosen report.
func (p *Page) showForm() {
	info := p.info()
	p.form.Objects = nil
	for _, o := range []fyne.CanvasObject{widgets.NewHeading(info.Title, 2), widgets.NewParagraph(texts.T("reports.about", text.Lower(info.For), info.Description), widgets.Muted), widgets.Hairline()} {
		p.form.Add(widgets.Inset(0, 20, 0, 0, o)) // as far from the edge as the inputs, which keep room for a tick
	}
	for _, s := range inOrder(info.Settings) {
		if !p.s.Portfolio().Asks(s) {
			continue
		}
		p.form.Add(input.NewField(s.Label, s.Help, p.input(s)).AboveLabel())
	}
	reset := widgets.NewButton(texts.T("reports.reset"), func() {
		p.restore()
		p.renew()
	}).WithKind(widgets.Quiet)
	p.form.Add(widgets.Inset(4, 0, 0, -9, widgets.HStack(0, reset))) // its text stands in line with the labels
	p.form.Refresh()
	p.syncChoice()
}

// inOrder are the settings in the form's order: what the report is about and whose it is before
// what it has in it and how it is set. The
// status stands over the pages.
func inOrder(all []app.ReportSetting) []app.ReportSetting {
	out := slices.DeleteFunc(slices.Clone(all), func(s app.ReportSetting) bool { return s.Kind == app.SettingStatus })
	place := map[app.SettingKind]int{app.SettingRecord: -7, app.SettingUnit: -6, app.SettingPortfolio: -5, app.SettingYear: -4, app.SettingLongText: -3, app.SettingSections: -2, app.SettingSince: -1}
	slices.SortStableFunc(out, func(a, b app.ReportSetting) int { return place[a.Kind] - place[b.Kind] })
	return out
}

func (p *Page) input(s app.ReportSetting) fyne.CanvasObject {
	switch {
	case s.Kind == app.SettingSections:
		return p.ticks(s)
	case s.Kind == app.SettingYear:
		return input.NewSelect(p.years(s), p.value(s), func(id string) error { p.set(s, id); return nil })
	case yesOrNo(s):
		return input.NewCheck(texts.T("reports.yes"), p.value(s) == "ja", func(on bool) error {
			p.set(s, map[bool]string{true: "ja", false: "nej"}[on])
			return nil
		})
	case len(s.Choices) > 0:
		return input.NewSelect(choices(s), p.value(s), func(id string) error { p.set(s, id); return nil })
	case s.Kind == app.SettingDate:
		return input.NewDate(dayOf(p.value(s)), p.s.Portfolio().Today, func(d date.Date) error { p.set(s, d.String()); return nil })
	case s.Kind == app.SettingLongText:
		return p.message(s)
	case s.Kind == app.SettingRecord:
		return p.recordPicker(s)
	case s.Kind == app.SettingUnit:
		return p.unitPicker(s)
	case s.Kind == app.SettingSince:
		return p.sincePicker(s)
	case s.Kind == app.SettingPortfolio:
		return p.portfolioPicker(s)
	case s.Kind == app.SettingColumns:
		return p.columnButton(s)
	}
	return input.NewText(p.value(s), "", func(v string) error { p.set(s, strings.TrimSpace(v)); return nil })
}

// dayOf is the day that a setting is; none where it is something else.
func dayOf(value string) date.Date {
	d, err := date.ParseDay(value)
	if err != nil {
		return 0
	}
	return d
}

func choices(s app.ReportSetting) []widgets.Option {
	out := make([]widgets.Option, len(s.Choices))
	for i, c := range s.Choices {
		out[i] = widgets.Option{ID: c, Label: text.Capital(c)}
	}
	return out
}

func (p *Page) unitPicker(s app.ReportSetting) fyne.CanvasObject {
	now := widgets.Option{ID: p.value(s), Label: p.value(s)}
	unsaid := texts.T("reports.unit.all")
	if s.Needed {
		unsaid = texts.T("reports.unit")
	}
	return record.NewUnitPicker(p.s, now, unsaid, func(unit field.ID) error { p.set(s, org.Path(p.s.Portfolio(), unit)); return nil })
}

// recordPicker chooses what the report is about.
func (p *Page) recordPicker(s app.ReportSetting) fyne.CanvasObject {
	w := p.s.Portfolio()
	option := func(r *field.Record) widgets.Option {
		return widgets.Option{ID: string(r.ID), Label: w.Label(r.ID), Detail: cmp.Or(r.Ref, field.Told(w, r))}
	}
	var now widgets.Option
	if r := w.Get(field.ID(p.value(s))); r != nil {
		now = option(r)
	}
	pick := input.NewPicker(now, func(query string) []widgets.Option {
		var out []widgets.Option
		for _, r := range w.All(s.Of) {
			if _, ok := text.Match(query, w.Label(r.ID)+" "+r.Ref); (query == "" || ok) && p.inPortfolio(r) {
				out = append(out, option(r))
			}
		}
		return out
	}, func(id string) error { p.set(s, id); return nil }, nil)
	if pick.Placeholder = texts.T("reports.record"); !s.Needed {
		pick.Placeholder = texts.T("reports.record.all")
	}
	return pick
}

// unchosen is a setting that the report can't do without, while nothing is chosen; ok is false
// where the report can be made.
func (p *Page) unchosen() (of app.ReportSetting, ok bool) {
	for _, s := range p.info().Settings {
		switch v := p.value(s); {
		case !s.Needed:
		case s.Kind == app.SettingRecord && p.s.Portfolio().Get(field.ID(v)) == nil, v == "":
			return s, true
		}
	}
	return of, false
}

// columnButton opens the choice of a register's columns.
func (p *Page) columnButton(s app.ReportSetting) fyne.CanvasObject {
	chosen := splitKeys(p.value(s))
	b := widgets.NewButton(texts.N("reports.columns", len(chosen)), nil).WithIcon("columns-3")
	b.OnTapped(func() {
		chooser := input.NewColumnChooser(p.columns(s.Of, splitKeys(p.value(s))), nil)
		dialogs.Show(p.s.Window, dialogs.Options{Title: s.Label, Content: chooser, Width: 480, Confirm: texts.T("reports.columns.ok"), OnClose: func(ok bool) {
			if !ok {
				return
			}
			var keys []string
			for _, c := range chooser.Items() {
				if c.On {
					keys = append(keys, c.ID)
				}
			}
			b.SetText(texts.N("reports.columns", len(keys)))
			p.set(s, strings.Join(keys, ","))
		}})
	})
	return b
}

// columns are the reference and the fields of a kind, the chosen ones first and in
// their order.
func (p *Page) columns(k *field.Kind, chosen []string) []input.ColumnChoice {
	all := []input.ColumnChoice{{ID: "ref", Title: texts.T("reports.columns.ref")}}
	for _, f := range p.s.Portfolio().Fields(k) {
		if !f.Hidden {
			all = append(all, input.ColumnChoice{ID: f.Key, Title: f.Label, Group: f.Group})
		}
	}
	var out []input.ColumnChoice
	for _, key := range chosen {
		for _, c := range all {
			if c.ID == key {
				c.On = true
				out = append(out, c)
			}
		}
	}
	for _, c := range all {
		if !slices.Contains(chosen, c.ID) {
			out = append(out, c)
		}
	}
	return out
}

func splitKeys(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' })
}

// showStatus makes the switch between a draft and a settled report.
func (p *Page) showStatus() {
	p.status.Objects = nil
	for _, s := range p.info().Settings {
		if s.Kind != app.SettingStatus {
			continue
		}
		for _, c := range s.Choices {
			b := widgets.NewButton(text.Capital(c), func() {
				p.set(s, c)
				p.showStatus()
			})
			b.Compact, b.Toggled = true, p.value(s) == c
			b.WithTip(s.Help, "")
			p.status.Add(b)
		}
	}
	p.status.Refresh()
}
