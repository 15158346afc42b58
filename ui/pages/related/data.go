package related

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/relations"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// shown is how many of a group the picture shows until one asks for all.
const shown = 7

// most is how many of a group the page shows at all.
const most = 100

// morePrefix begins the key of what shows all of a group.
const morePrefix = "more "

func cutMore(key string) (group string, more bool) { return strings.CutPrefix(key, morePrefix) }

// data is the neighbourhood as it is drawn.
func (p *Page) data() chart.Neighbourhood {
	w := p.s.Portfolio()
	if w == nil { // it has been closed
		return chart.Neighbourhood{}
	}
	r := w.Get(p.id)
	if r == nil {
		return chart.Neighbourhood{}
	}
	name := w.Called(r)
	out := chart.Neighbourhood{Title: texts.T("related.of", name), Middle: chart.Node{Name: name, Detail: strings.TrimPrefix(r.Ref+" · "+r.Kind.One, " · "), Key: string(p.id)}}
	for _, g := range p.groups {
		s := chart.Sector{Title: g.Title, Flow: map[relations.Way]chart.Flow{relations.In: chart.Inward, relations.Out: chart.Outward}[g.Way]}
		links := g.Links
		if n := len(links) - shown; n > 1 && !p.whole[g.Key] {
			links = links[:shown]
			s.More, s.MoreKey = texts.T("related.more", text.Count(n)), morePrefix+g.Key
		}
		for _, l := range links {
			s.Nodes = append(s.Nodes, chart.Node{Name: l.Name, Detail: strings.Join(l.How, ", "), Key: string(l.ID), Both: l.Both})
		}
		out.Around = append(out.Around, s)
	}
	return out
}

// list is the picture as words.
func (p *Page) list() fyne.CanvasObject {
	w := p.s.Portfolio()
	var rows []fyne.CanvasObject
	for _, g := range p.groups {
		var items []widgets.TodoItem
		for _, l := range g.Links[:min(most, len(g.Links))] {
			item := widgets.TodoItem{Key: string(l.ID), Text: l.Name, Detail: strings.Join(l.How, ", ")}
			if l.Both {
				item.Date = texts.T("related.both")
			}
			if to := w.Get(l.ID); to != nil {
				item.Detail = strings.TrimSuffix(to.Ref+" · "+item.Detail, " · ")
				item.Detail = strings.TrimPrefix(item.Detail, " · ")
			}
			items = append(items, item)
		}
		rows = append(rows, widgets.Inset(10, 0, 0, 0, widgets.NewHeading(g.Title+" ("+text.Count(len(g.Links))+")", 3)), widgets.NewActionList(items, p.choose))
		if n := len(g.Links) - most; n > 0 {
			rows = append(rows, widgets.NewLink(texts.T("related.more", text.Count(n)), func() { p.listAll(g) }))
		}
	}
	return widgets.NewScroll(widgets.Inset(12, 20, 20, 20, widgets.MaxWidth(900, widgets.VStack(4, rows...))))
}

func (p *Page) choose(key string) { p.goTo(field.ID(key)) }

// impact says what a stop would touch.
func (p *Page) impact(i relations.Impact) fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.NewParagraph(texts.T("related.stop", p.s.Portfolio().Label(p.id), i.Said()), widgets.Strong)}
	heading := ""
	var items []widgets.TodoItem
	flush := func() {
		if len(items) > 0 {
			rows = append(rows, widgets.Inset(10, 0, 0, 0, widgets.NewHeading(heading, 3)), widgets.NewActionList(items, p.choose))
		}
		items = nil
	}
	for n, t := range append(append([]relations.Touched{}, i.Systems...), i.Others...) {
		under := text.Capital(t.Record.Kind.Many)
		if n < len(i.Systems) {
			under = texts.T("related.step.1")
			if t.Step > 1 {
				under = texts.T("related.step.2")
			}
		}
		if under != heading {
			flush()
			heading = under
		}
		items = append(items, widgets.TodoItem{Key: string(t.Record.ID), Text: t.Record.Name(), Detail: texts.T("related.via", cmp.Or(strings.Join(t.By, ", "), texts.T("related.unsaid")), t.Via)})
	}
	flush()
	if len(i.Unknown) > 0 {
		heading = texts.T("related.unknown")
		for _, r := range i.Unknown {
			items = append(items, widgets.TodoItem{Key: string(r.ID), Text: r.Name(), Detail: r.Ref})
		}
		flush()
	}
	return widgets.NewScroll(widgets.Inset(16, 20, 20, 20, widgets.MaxWidth(900, widgets.VStack(4, rows...))))
}
