// Package related is the page of what a record has to do with: a picture that one walks
// in, the same as a list, and what a stop of a system would touch.
package related

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	"itportfoljen/app/relations"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// The tabs of the page.
const (
	tabPicture = "picture"
	tabList    = "list"
	tabStop    = "stop"
)

// Page is the page of one record's relations.
type Page struct {
	s       *shell.Shell
	id      field.ID
	trail   []field.ID // those that were in the middle before, the nearest last
	groups  []relations.Group
	whole   map[string]bool // groups of which all are shown
	tabs    *widgets.TabBar
	picture *widgets.Picture
	scroll  *widgets.Scroll
	view    *fyne.Container
	body    *fyne.Container
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: shell.Related, Help: "samband", Title: texts.T("related.title"), Icon: "network", Aside: true, New: New}
}

// New makes the page.
func New(s *shell.Shell) shell.Page {
	p := &Page{s: s, whole: map[string]bool{}, view: container.NewStack(), body: container.NewStack()}
	p.tabs = widgets.NewTabBar(nil, p.show)
	p.tabs.Select(tabPicture)
	p.picture = widgets.NewPicture(300, 200, p.draw, p.hit)
	p.picture.Across = true
	p.picture.OnOpen = func(key string) { p.s.Open(whole(p.s.Portfolio(), field.ID(key))) }
	p.picture.OnBack = p.back
	p.scroll = widgets.NewScroll(p.picture)
	return p
}

// whole is a record that has a page: what a part is a part of.
func whole(w field.World, id field.ID) field.ID {
	if r := w.Get(id); r != nil && r.Owner() != "" {
		return r.Owner()
	}
	return id
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.body }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	w := p.s.Portfolio()
	r := w.Get(p.id)
	if r == nil {
		return shell.Header{Title: texts.T("related.title")}
	}
	h := shell.Header{Title: texts.T("related.of", w.Called(r)), Subtitle: r.Ref, Actions: []fyne.CanvasObject{
		widgets.NewButton(texts.T("related.excel"), p.export), widgets.NewPrimary(texts.T("related.open"), func() { p.s.Open(whole(w, p.id)) }).WithTip("", "Ctrl+Enter")}}
	if len(p.trail) > 0 {
		h.Actions = slices.Insert(h.Actions, 0, fyne.CanvasObject(widgets.NewButton(texts.T("related.back", w.Called(w.Get(p.trail[len(p.trail)-1]))), p.back).WithTip("", texts.T("related.backspace"))))
	}
	return h
}

// Shown implements shell.Page.
func (p *Page) Shown(arg any) {
	if a, ok := arg.(shell.Select); ok && a.ID != p.id {
		p.id, p.trail, p.whole = a.ID, nil, map[string]bool{}
	}
	p.reload()
	p.s.Window.Canvas().Focus(p.picture)
}

// Changed implements shell.Page.
func (p *Page) Changed(app.Event) { p.reload() }

// reload reads the relations anew.
func (p *Page) reload() {
	w := p.s.Portfolio()
	p.trail = slices.DeleteFunc(p.trail, func(id field.ID) bool { return w.Get(id) == nil })
	r := w.Get(p.id)
	if r == nil {
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmpty("network", texts.T("related.gone"), texts.T("related.gone.text"), widgets.NewButton(texts.T("shell.back"), p.s.Back))}
		p.body.Refresh()
		p.s.RefreshHeader()
		return
	}
	p.groups = relations.Of(w, p.id)
	items := []widgets.TabItem{{ID: tabPicture, Label: texts.T("related.tab.picture")}, {ID: tabList, Label: texts.T("related.tab.list")}}
	if r.Kind == system.Name.Kind {
		items = append(items, widgets.TabItem{ID: tabStop, Label: texts.T("related.tab.stop")})
	} else if p.tabs.Selected() == tabStop {
		p.tabs.Select(tabPicture)
	}
	p.tabs.SetItems(items)
	p.body.Objects = []fyne.CanvasObject{container.NewBorder(widgets.Surface(widgets.Inset(0, widgets.Edge, 0, widgets.Edge-1, p.tabs)), nil, nil, nil, p.view)}
	p.body.Refresh()
	p.show(p.tabs.Selected())
	p.s.RefreshHeader()
}

// show shows a tab.
func (p *Page) show(tab string) {
	p.tabs.Select(tab)
	w := p.s.Portfolio()
	switch {
	case tab == tabStop:
		p.view.Objects = []fyne.CanvasObject{p.impact(relations.ImpactOf(w, p.id))}
	case relations.Count(p.groups) == 0:
		p.view.Objects = []fyne.CanvasObject{widgets.NewEmpty("network", texts.T("related.empty", w.Called(w.Get(p.id))), texts.T("related.empty.text"))}
	case tab == tabList:
		p.view.Objects = []fyne.CanvasObject{p.list()}
	default:
		d := chart.Around(p.data(), 800, 0, theme.Chart(), theme.Measure)
		p.picture.MinHeight, p.picture.Begin = float32(d.H), string(p.id)
		p.view.Objects = []fyne.CanvasObject{widgets.Inset(12, 20, 12, 20, p.scroll)}
		p.picture.Rebuild()
	}
	p.view.Refresh()
}

// draw draws the neighbourhood with the middle where it is seen at once.
func (p *Page) draw(w, _ float64) draw.Drawing {
	return chart.Around(p.data(), w, float64(p.scroll.Size().Height/theme.Px(1)), theme.Chart(), theme.Measure)
}

// hit goes to what was chosen, opens what is in the middle, or shows all of a group.
func (p *Page) hit(key string) {
	switch group, more := cutMore(key); {
	case more:
		p.more(group)
	case field.ID(key) == p.id:
		p.s.Open(whole(p.s.Portfolio(), p.id))
	default:
		p.goTo(field.ID(key))
	}
}

// more shows all of a group: here, or on the page that lists them when they are very many.
func (p *Page) more(group string) {
	at := slices.IndexFunc(p.groups, func(g relations.Group) bool { return g.Key == group })
	switch {
	case at < 0:
	case len(p.groups[at].Links) > most:
		p.listAll(p.groups[at])
	default:
		p.whole[group] = true
		p.show(tabPicture)
		p.s.Window.Canvas().Focus(p.picture)
	}
}

// listAll lists a group's records on the page of their kind.
func (p *Page) listAll(g relations.Group) {
	var of *field.Kind
	var ids []field.ID
	for _, l := range g.Links {
		if r := p.s.Portfolio().Get(l.ID); r != nil && (of == nil || r.Kind == of) {
			of, ids = r.Kind, append(ids, l.ID)
		}
	}
	if of != nil {
		p.s.ShowRecords(of, texts.T("related.listed", g.Title, p.s.Portfolio().Label(p.id)), ids)
	}
}

// goTo puts another record in the middle.
func (p *Page) goTo(id field.ID) {
	if id == p.id || p.s.Portfolio().Get(id) == nil {
		return
	}
	p.trail, p.id, p.whole = append(p.trail, p.id), id, map[string]bool{}
	p.reload()
	p.s.Window.Canvas().Focus(p.picture)
}

// back puts what was in the middle before there again, or leaves the page.
func (p *Page) back() {
	n := len(p.trail)
	if n == 0 {
		p.s.Back()
		return
	}
	p.id, p.trail, p.whole = p.trail[n-1], p.trail[:n-1], map[string]bool{}
	p.reload()
	p.s.Window.Canvas().Focus(p.picture)
}

// export writes the relations as a workbook.
func (p *Page) export() {
	s, w, id := p.s, p.s.Portfolio(), p.id
	name := texts.T("related.of", w.Called(w.Get(id)))
	s.SaveFile(shell.NewFile{Title: texts.T("related.excel"), Kind: shell.FileKind{".xlsx"}, Name: name}, shell.Writing{Key: "related.write",
		Write: func(ctx context.Context, path string, _ async.Progress) error {
			return s.Services.WriteBook(ctx, path, export.Relations(w, id), nil)
		}})
}
