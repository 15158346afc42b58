package reporting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// packetKey is the package in the list of reports.
const packetKey = "\x00packet"

// listed is the list of the reports at the left, with the search over it.
func (p *Page) listed() fyne.CanvasObject {
	p.list = widgets.NewSideList(func(key string) {
		if key == packetKey {
			p.pack()
			return
		}
		p.choose(p.named(key))
		p.rebuild()
	})
	p.sought = input.NewSearch(texts.T("reports.search"), "", func(query string) { p.query = query; p.showList() })
	p.sought.Width = 120
	p.sought.OnEnter = func(string) {
		if found := p.found(); len(found) > 0 {
			p.list.OnSelect(found[0].Key)
		}
	}
	p.none = widgets.NewParagraph("", widgets.Muted)
	p.showList()
	return widgets.Surface(container.NewBorder(nil, nil, nil, widgets.Hairline(), container.NewBorder(widgets.Inset(14, 14, 6, 14, p.sought), nil, nil, nil,
		widgets.NewScroll(widgets.Inset(0, 10, 16, 10, widgets.VStack(0, widgets.Inset(0, 0, 0, 12, p.none), p.list))))))
}

// found are the places of the list that the search leaves, by group.
func (p *Page) found() (out []widgets.SideItem) {
	seek := func(words string) bool {
		_, ok := text.Match(p.query, words)
		return p.query == "" || ok
	}
	if title := texts.T("reports.packet"); seek(title + " " + texts.T("reports.packet.list")) {
		out = append(out, widgets.SideItem{Key: packetKey, Text: title, Note: texts.T("reports.packet.list")})
	}
	for _, g := range app.ReportGroups {
		first := true
		for _, r := range p.reports {
			if r.Group != g || !seek(r.Title+" "+r.For+" "+r.Description+" "+g.Label()) {
				continue
			}
			it := widgets.SideItem{Key: r.Name, Text: r.Title}
			if first {
				it.Head, it.Gap, first = g.Label(), true, false
			}
			out = append(out, it)
		}
	}
	return out
}

func (p *Page) showList() {
	items := p.found()
	p.none.SetText("")
	p.none.Hidden = len(items) > 0
	if len(items) == 0 {
		p.none.SetText(texts.T("reports.search.none"))
	}
	p.list.SetItems(items)
}
