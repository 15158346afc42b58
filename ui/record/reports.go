package record

import (
	"itportfoljen/app/field"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// reports is the button of the reports that can be made about a record: what they are is said by
// the reports, not by the kinds.
func (p *Panel) reports(id field.ID, about []shell.ReportAbout) *widgets.Button {
	tip := about[0].Title
	if len(about) > 1 {
		tip = texts.T("record.reports")
	}
	b := widgets.NewIconButton("file-text", tip, nil)
	b.OnTapped(func() {
		if len(about) == 1 {
			p.s.ReportOn(about[0], id)
			return
		}
		var items []widgets.MenuItem
		for _, a := range about {
			items = append(items, widgets.MenuItem{Label: a.Title, Icon: "file-text", Run: func() { p.s.ReportOn(a, id) }})
		}
		widgets.ShowMenuBelow(b, items...)
	})
	return b
}
