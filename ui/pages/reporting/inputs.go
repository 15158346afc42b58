package reporting

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// ticks are the sections of a report, each to have or not; one is always left.
func (p *Page) ticks(s app.ReportSetting) fyne.CanvasObject {
	rows := widgets.VStack(2)
	for _, c := range s.Choices {
		rows.Add(input.NewCheck(text.Capital(c), slices.Contains(splitKeys(p.value(s)), c), func(on bool) error {
			now := splitKeys(p.value(s))
			var ids []string
			for _, o := range s.Choices {
				if o == c && on || o != c && slices.Contains(now, o) {
					ids = append(ids, o)
				}
			}
			if len(ids) == 0 {
				p.s.Toast(texts.T("reports.sections.none"))
				return fault.New(fault.Usage, texts.T("reports.sections.none"))
			}
			p.set(s, strings.Join(ids, ","))
			return nil
		}))
	}
	return rows
}

// yesOrNo says that a setting is something to tick.
func yesOrNo(s app.ReportSetting) bool {
	return len(s.Choices) == 2 && slices.Contains(s.Choices, "ja") && slices.Contains(s.Choices, "nej")
}

// years are those that there are amounts of, the newest first, under the year that the report
// has of itself.
func (p *Page) years(s app.ReportSetting) []widgets.Option {
	w := p.s.Portfolio()
	of := map[int64]bool{int64(w.PlanYear()): true, int64(w.Today().Year()): true}
	for c := range economy.Each(w, 0, 0) {
		if y := economy.CostYear.Get(c); y != 0 {
			of[y] = true
		}
	}
	if y, err := strconv.ParseInt(p.value(s), 10, 64); err == nil {
		of[y] = true
	}
	var years []int64
	for y := range of {
		years = append(years, y)
	}
	slices.SortFunc(years, func(a, b int64) int { return int(b - a) })
	out := []widgets.Option{{ID: s.Default, Label: texts.T("reports.year.plan", w.PlanYear())}}
	for _, y := range years {
		if id := strconv.FormatInt(y, 10); id != s.Default {
			out = append(out, widgets.Option{ID: id, Label: id})
		}
	}
	return out
}

// portfolioPicker chooses one of the model's portföljer, or all.
func (p *Page) portfolioPicker(s app.ReportSetting) fyne.CanvasObject {
	options := []widgets.Option{{Label: texts.T("reports.portfolio.all")}}
	for _, i := range p.s.Portfolio().Model().Portfolios {
		options = append(options, widgets.Option{ID: i.Key, Label: i.Label, Detail: i.Help})
	}
	return input.NewSelect(options, p.value(s), func(id string) error { p.set(s, id); return nil })
}

// inPortfolio says whether a record is of the portfölj that the report is of, if it is of one.
func (p *Page) inPortfolio(r *field.Record) bool {
	for _, s := range p.info().Settings {
		if key := p.value(s); s.Kind == app.SettingPortfolio && key != "" {
			return slices.ContainsFunc(r.Kind.Fields(), func(f *field.Field) bool { return f.Model == "portfolios" && r.Get(f) == key })
		}
	}
	return true
}

// readable is how many characters of a message people read.
const readable = 600

// message is a text of some sentences, with how long it is.
func (p *Page) message(s app.ReportSetting) fyne.CanvasObject {
	count := widgets.NewText("", widgets.Muted)
	tell := func(v string) {
		n := utf8.RuneCountInString(strings.TrimSpace(v))
		count.Style = widgets.Muted
		count.SetText(texts.T("reports.message.count", text.Count(n), text.Count(readable)))
		if n > readable {
			count.Style = widgets.Warn
			count.SetText(texts.T("reports.message.long", text.Count(n), text.Count(readable)))
		}
	}
	hint := texts.T("reports.message.hint")
	if s.Key != "budskap" {
		hint = s.Help
	}
	in := input.NewLongText(p.value(s), hint, 5, func(v string) error { p.set(s, strings.TrimSpace(v)); return nil })
	in.OnChanged = tell
	tell(p.value(s))
	return widgets.VStack(2, in, count)
}
