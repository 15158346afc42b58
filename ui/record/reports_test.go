package record_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// told is a page that remembers what it was asked for.
type told struct {
	blankPage
	arg any
}

func (p *told) Shown(arg any) { p.arg = arg }

// What reports can be made about a record follows of what they say of themselves: one opens at
// once, and of several one chooses.
func TestTheReportsAboutARecordAreReachedFromIt(t *testing.T) {
	about := func(name, title string) app.ReportInfo {
		return app.ReportInfo{Name: name, Title: title, Settings: []app.ReportSetting{{Key: "titel"}, {Key: "om", Kind: app.SettingRecord, Of: system.Kind}}}
	}
	for _, c := range []struct {
		reports []app.ReportInfo
		choose  string
		want    string
	}{
		{[]app.ReportInfo{{Name: "ledningsgrupp", Title: "Ledningsgruppsrapport"}, {Name: "insats", Title: "Insatsunderlag", Settings: []app.ReportSetting{{Key: "om", Kind: app.SettingRecord, Of: plan.Kind}}}}, "", ""},
		{[]app.ReportInfo{about("systemkort", "Systemkort")}, "", "systemkort"},
		{[]app.ReportInfo{about("systemkort", "Systemkort"), about("sla", "SLA")}, "SLA", "sla"},
	} {
		p := uitest.Open(t)
		id := p.All(system.Kind)[0].ID
		page := &told{blankPage: blankPage{widgets.NewText("", widgets.Muted)}}
		s := uitest.Window(t, p, app.Services{Reports: func() []app.ReportInfo { return c.reports }},
			shell.PageSpec{ID: "systems", Icon: "layers", New: func(s *shell.Shell) shell.Page {
				panel := record.NewPanel(s, system.Kind)
				panel.Show(id)
				return &blankPage{panel.Content()}
			}}, shell.PageSpec{ID: shell.Reports, Icon: "file-text", New: func(*shell.Shell) shell.Page { return page }})
		buttons := slices.DeleteFunc(uitest.Find[*widgets.Button](s), func(b *widgets.Button) bool { return b.Icon != "file-text" })
		if len(buttons) != min(1, len(c.want)) {
			t.Fatalf("%d buttons for %q", len(buttons), c.want)
		}
		if c.want == "" {
			continue
		}
		buttons[0].Tapped(&fyne.PointEvent{})
		if c.choose != "" {
			uitest.Tap(t, s, c.choose)
		}
		got, ok := page.arg.(shell.Report)
		if !ok || got.Name != c.want || got.Sets["om"] != string(id) || s.Current() != shell.Reports {
			t.Errorf("asked for %+v", page.arg)
		}
	}
}
