package app_test

import (
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/governance"
	"itportfoljen/app/system"
)

// A file says what report it is, of what and whose, by which saved choice and of which day.
func TestWhatAReportsFileIsCalled(t *testing.T) {
	p := apptest.Open(t)
	folder := p.Model().Portfolios[0]
	all := []app.ReportSetting{{Key: "datum", Kind: app.SettingDate}, {Key: "enhet", Kind: app.SettingUnit}, {Key: "portfolj", Kind: app.SettingPortfolio}, {Key: "titel"}}
	about := append([]app.ReportSetting{{Key: "om", Kind: app.SettingRecord, Of: system.Kind, Needed: true}}, all...)
	sys := p.All(system.Kind)[0]
	for name, c := range map[string]struct {
		settings []app.ReportSetting
		choice   string
		sets     map[string]string
		want     string
	}{
		"bare":          {all, "", nil, "Budget Ekvalla kommun 2026-11-21"},
		"another day":   {all, "", map[string]string{"datum": "3/12 2026", "titel": "Egen"}, "Budget Ekvalla kommun 2026-12-03"},
		"of a unit":     {all, "", map[string]string{"enhet": "Ekvalla kommun / Vård- och omsorgsförvaltningen"}, "Budget Vård- och omsorgsförvaltningen Ekvalla kommun 2026-11-21"},
		"a portfölj":    {all, "", map[string]string{"portfolj": folder.Key}, "Budget " + folder.Label + " Ekvalla kommun 2026-11-21"},
		"a choice":      {all, "Nämndens", map[string]string{"portfolj": folder.Label}, "Budget, Nämndens " + folder.Label + " Ekvalla kommun 2026-11-21"},
		"which says it": {all, "Vård- och omsorgsförvaltningen", map[string]string{"enhet": "Vård- och omsorgsförvaltningen"}, "Budget, Vård- och omsorgsförvaltningen Ekvalla kommun 2026-11-21"},
		"of a record":   {about, "", map[string]string{"om": string(sys.ID), "portfolj": folder.Key}, "Budget " + sys.Name() + " Ekvalla kommun 2026-11-21"},
		"with a choice": {about, "Lön", map[string]string{"om": string(sys.ID)}, "Budget, Lön Ekvalla kommun 2026-11-21"},
	} {
		if got := p.FileOf(app.ReportInfo{Title: "Budget", Settings: c.settings}, c.choice, c.sets); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if !p.Asks(all[2]) {
		t.Error("nobody is asked for a portfölj")
	}
	if p = apptest.Governed(t, func(m *governance.Model) { m.Portfolios = nil }); p.Asks(all[2]) || !p.Asks(all[1]) {
		t.Error("a portfölj is asked for where there is none, or a unit isn't")
	}
}
