// Package reporting is the page of reports: which one, how it is to be, and
// every page of it as it will be printed.
package reporting

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/ui/async"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

const (
	pageID     = "reports"
	buildKey   = "reports.build"
	prefChosen = "reports.chosen"
	prefPanel  = "reports.panel"
)

// Page shows the reports, the settings of the chosen one and its preview.
type Page struct {
	s       *shell.Shell
	reports []app.ReportInfo
	chosen  int
	values  map[string]string // settings of the chosen one that differ from its defaults
	version int64             // of the portfolio that the preview shows; −1 for none
	problem error

	cards    []*input.Choice
	form     *fyne.Container
	panel    fyne.CanvasObject
	preview  *preview
	toggle   *widgets.Button
	status   *fyne.Container
	save     *widgets.Button
	open     *widgets.Button
	content  fyne.CanvasObject
	previews *fyne.Container // preview and, beside it, the settings
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: pageID, Title: texts.T("shell.page.reports"), Icon: "chart-column", New: New, Actions: func(s *shell.Shell) []*shell.Action {
		return []*shell.Action{
			{ID: "report", Menu: "go", Icon: "file-text", Key: fyne.KeyL, Modifier: fyne.KeyModifierControl, Enabled: s.Opened, Run: func() { s.Go(pageID, "ledningsgrupp") }},
			{ID: "register", Menu: "go", Icon: "file-text", Enabled: s.Opened, Run: func() { s.Go(pageID, "systemforteckning") }},
		}
	}}
}

// New makes the page.
func New(s *shell.Shell) shell.Page {
	p := &Page{s: s, version: -1, chosen: -1, form: widgets.VStack(10), status: widgets.HStack(0)}
	if s.Services.Reports != nil {
		p.reports = s.Services.Reports()
	}
	p.preview = newPreview(s)
	p.save = widgets.NewPrimary(texts.T("reports.save"), p.askSave)
	p.open = widgets.NewButton(texts.T("reports.open"), p.openReport).WithIcon("external-link")
	if len(p.reports) == 0 {
		p.content = widgets.NewEmpty("file-text", texts.T("reports.none"), texts.T("reports.none.text"))
		return p
	}
	p.build()
	p.choose(max(0, p.named(s.App.Preferences().String(prefChosen))))
	return p
}

func (p *Page) build() {
	list := widgets.VStack(10)
	for i, r := range p.reports {
		c := input.NewChoice("file-text", r.Title, texts.T("reports.about", text.Lower(r.For), r.Description), func() {
			p.choose(i)
			p.rebuild()
		})
		p.cards = append(p.cards, c)
		list.Add(c)
	}
	left := widgets.MinSize(276, 0, container.NewVScroll(widgets.Inset(16, 14, 16, 22, list)))
	p.toggle = widgets.NewButton(texts.T("reports.settings"), p.togglePanel).WithIcon("settings").WithKind(widgets.Quiet)
	p.toggle.Compact = true
	bar := widgets.Surface(container.NewVBox(widgets.Inset(7, 14, 7, 16, widgets.HStack(8,
		p.preview.pager, widgets.Grow(p.preview.state), p.status, p.toggle)), widgets.Hairline()))
	p.panel = widgets.Surface(widgets.MinSize(288, 0, widgets.NewScroll(widgets.Inset(16, 4, 16, 18, p.form))))
	p.previews = container.NewStack()
	right := container.NewBorder(bar, nil, nil, nil, p.previews)
	p.content = container.NewBorder(nil, nil, left, nil, right)
	p.showPanel(p.s.App.Preferences().BoolWithFallback(prefPanel, true))
}

func (p *Page) showPanel(on bool) {
	p.toggle.Toggled = on
	p.toggle.Refresh()
	var panel fyne.CanvasObject
	if on {
		panel = p.panel
	}
	p.previews.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, nil, panel, p.preview.content)}
	p.previews.Refresh()
}

func (p *Page) togglePanel() {
	on := !p.toggle.Toggled
	p.s.App.Preferences().SetBool(prefPanel, on)
	p.showPanel(on)
}

func (p *Page) named(name string) int {
	return slices.IndexFunc(p.reports, func(r app.ReportInfo) bool { return r.Name == name })
}

// info is the chosen report.
func (p *Page) info() app.ReportInfo { return p.reports[p.chosen] }

// choose takes up a report with its remembered settings.
func (p *Page) choose(i int) {
	if i == p.chosen {
		return
	}
	p.chosen, p.version = i, -1
	p.values = p.remembered()
	for j, c := range p.cards {
		c.SetSelected(j == i)
	}
	p.s.App.Preferences().SetString(prefChosen, p.info().Name)
	p.preview.clear()
	p.showForm()
	p.showStatus()
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	h := shell.Header{Title: texts.T("shell.page.reports")}
	if len(p.reports) > 0 {
		h.Subtitle = p.info().Title
		h.Actions = []fyne.CanvasObject{p.open, p.save}
	}
	return h
}

// Shown implements shell.Page. arg is a report's name.
func (p *Page) Shown(arg any) {
	if len(p.reports) == 0 {
		return
	}
	if name, ok := arg.(string); ok && p.named(name) >= 0 {
		p.choose(p.named(name))
	}
	if p.version != p.s.Portfolio().Version() {
		p.rebuild()
	}
}

// Changed implements shell.Page.
func (p *Page) Changed(app.Event) {
	if len(p.reports) > 0 {
		p.rebuild()
	}
}

// rebuild makes the report anew, away from the screen; what shows stays until
// it is there.
func (p *Page) rebuild() {
	s, info, world, values := p.s, p.info(), p.s.Portfolio(), p.settings()
	if of, none := p.unchosen(); none {
		s.Runner.Cancel(buildKey)
		p.preview.busy(false)
		p.version, p.problem = s.Portfolio().Version(), fault.New(fault.Usage, texts.T("reports.record.none", text.Lower(of.Label)))
		p.preview.wait(texts.T("reports.record"), p.problem.Error())
		p.enable()
		s.RefreshHeader()
		return
	}
	dpi := p.preview.dpi()
	p.preview.busy(true)
	async.Run(s.Runner, buildKey, func(ctx context.Context) (*built, error) {
		version := world.Version()
		rep, err := s.Services.Report(ctx, world, info.Name, values)
		if err != nil {
			return nil, err
		}
		b := &built{report: rep, pages: rep.Pages(), remarks: rep.Remarks(), version: version}
		if b.pages > 0 {
			b.first = b.image(0, dpi)
		}
		return b, nil
	}, func(b *built, err error) {
		p.preview.busy(false)
		p.problem = err
		if err != nil {
			p.version = -1
			p.preview.fail(s.Sentence(err))
		} else {
			p.version = b.version
			p.preview.show(b, dpi)
		}
		p.enable()
		s.RefreshHeader()
	})
}

func (p *Page) enable() {
	for _, b := range []*widgets.Button{p.save, p.open} {
		if p.problem != nil {
			b.Disable()
		} else {
			b.Enable()
		}
	}
}
