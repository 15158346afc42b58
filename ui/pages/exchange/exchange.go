// Package exchange is the page that reads workbooks in and writes them out.
package exchange

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

const (
	pageID    = "exchange"
	tabImport = "import"
	tabExport = "export"
)

// Page has a tab that reads in and one that writes out.
type Page struct {
	s       *shell.Shell
	tabs    *widgets.TabBar
	body    *fyne.Container
	content fyne.CanvasObject
	in      *importer
	out     *exporter
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: pageID, Help: "excel-in-och-ut", Title: texts.T("shell.page.exchange"), Icon: "file-spreadsheet", New: New, Drops: readable, Actions: func(s *shell.Shell) []*shell.Action {
		return []*shell.Action{
			{ID: "import", Menu: "file", Icon: "download", Key: fyne.KeyI, Modifier: fyne.KeyModifierControl, Enabled: s.Writable, Run: func() { s.Go(pageID, choosing{}) }, Line: true},
			{ID: "sample", Icon: "file-spreadsheet", Enabled: s.Writable, Run: func() { s.Go(pageID, sampling{}) }},
			{ID: "export", Menu: "file", Icon: "upload", Key: fyne.KeyE, Modifier: fyne.KeyModifierControl, Enabled: s.Opened, Run: func() { s.Go(pageID, "export") }},
		}
	}}
}

// choosing asks the page to let the user choose a file to read in.
type choosing struct{}

// sampling asks the page to save lists to try the import with.
type sampling struct{}

// New makes the page.
func New(s *shell.Shell) shell.Page {
	p := &Page{s: s, body: container.NewStack()}
	p.in = newImporter(s)
	p.out = newExporter(s)
	p.in.onTemplate = p.out.saveTemplate
	p.tabs = widgets.NewTabBar([]widgets.TabItem{
		{ID: tabImport, Label: texts.T("exchange.tab.import")},
		{ID: tabExport, Label: texts.T("exchange.tab.export")},
	}, p.choose)
	bar := widgets.Surface(widgets.Inset(0, widgets.Edge, 0, widgets.Edge-1, p.tabs))
	p.content = container.NewBorder(bar, nil, nil, nil, p.body)
	p.choose(tabImport)
	return p
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	h := shell.Header{Title: texts.T("shell.page.exchange")}
	if p.tabs.Selected() == tabImport && p.in.path != "" {
		h.Subtitle = filepath.Base(p.in.path)
	}
	return h
}

// Shown implements shell.Page. arg is "import", "export", which rows to
// write out, or a file to read in.
func (p *Page) Shown(arg any) {
	switch a := arg.(type) {
	case string:
		p.choose(a)
	case register.ExportRows:
		p.out.offer(a)
		p.choose(tabExport)
	case choosing:
		p.choose(tabImport)
		defer p.in.begin()
	case sampling:
		p.choose(tabImport)
		defer p.in.saveSample()
	case shell.Dropped:
		p.choose(tabImport)
		defer p.in.open(a.Path)
	}
	p.in.shown()
	p.out.shown()
}

// Changed implements shell.Page.
func (p *Page) Changed(e app.Event) {
	p.in.changed(e)
	p.out.shown()
}

func (p *Page) choose(tab string) {
	if tab != tabExport {
		tab = tabImport
	}
	p.tabs.Select(tab)
	shown := p.in.content
	if tab == tabExport {
		shown = p.out.content
	}
	p.body.Objects = []fyne.CanvasObject{shown}
	p.body.Refresh()
	p.s.RefreshHeader()
}

// show puts what there is to tell of a chosen row in the panel beside the list.
func show(panel *fyne.Container, objects ...fyne.CanvasObject) {
	panel.Objects = objects
	panel.Refresh()
}
