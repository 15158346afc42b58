package app

import (
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
)

// mostOfName is how much of each thing that a report is of its file's name has, in characters.
const mostOfName = 60

// FileOf is what the file of a report is called, without its ending: the report with the saved
// choice that it is made by, what it is of, the municipality and the day that stands on it:
// "Budgetrapport Socialförvaltningen Ekvalla kommun 2026-11-21".
func (p *Portfolio) FileOf(r ReportInfo, choice string, sets map[string]string) string {
	name := r.Title
	if choice != "" {
		name += ", " + choice
	}
	parts, day := []string{name}, p.Today().String()
	add := func(of string) {
		if !strings.Contains(text.Key(choice), text.Key(of)) { // the choice's name says it
			parts = append(parts, text.Shorten(of, mostOfName))
		}
	}
	for _, s := range r.Settings {
		v := strings.TrimSpace(sets[s.Key])
		if v == "" {
			continue
		}
		switch s.Kind {
		case SettingDate:
			if span, err := date.Parse(v); err == nil {
				day = span.From.String()
			}
		case SettingUnit:
			steps := strings.Split(v, org.PathSeparator)
			add(steps[len(steps)-1])
		case SettingPortfolio:
			if i := slices.IndexFunc(p.Model().Portfolios, func(i governance.Item) bool { return i.Key == v }); i >= 0 {
				v = p.Model().Portfolios[i].Label
			}
			if !isAbout(r) {
				add(v)
			}
		case SettingRecord:
			if of := p.Get(field.ID(v)); of != nil {
				v = p.Label(of.ID)
			}
			if choice == "" {
				add(v)
			}
		}
	}
	return text.FileName(strings.Join(strings.Fields(strings.Join(append(parts, p.Municipality(), day), " ")), " "))
}

// isAbout says whether a report is about one record: a portfölj is then only where it is found.
func isAbout(r ReportInfo) bool {
	return slices.ContainsFunc(r.Settings, func(s ReportSetting) bool { return s.Kind == SettingRecord && s.Needed })
}

// Asks says whether there is anything to choose of a report's setting: of a portfölj there isn't
// where the model has none.
func (p *Portfolio) Asks(s ReportSetting) bool {
	return s.Kind != SettingPortfolio || len(p.Model().Portfolios) > 0
}
