// Package reporting is the page of reports: which one, how it is to be, and
// every page of it as it will be printed; and the package of several in one go.
package reporting

import (
	"context"
	"maps"
	"slices"
	"strings"

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
	pageID     = shell.Reports
	buildKey   = "reports.build"
	prefChosen = "reports.chosen"
	prefPanel  = "reports.panel"
	listWidth  = 276
)

// Page shows the reports, the settings of the chosen one and its preview.
type Page struct {
	s       *shell.Shell
	reports []app.ReportInfo
	chosen  int
	values  map[string]string // settings of the chosen one that differ from its defaults
	choice  string            // the saved choice that they were, "" for none
	version int64             // of the portfolio that the preview shows; −1 for none
	problem error

	query    string
	list     *widgets.SideList
	sought   *input.Search
	none     *widgets.Text
	form     *fyne.Container
	panel    fyne.CanvasObject
	preview  *preview
	toggle   *widgets.Button
	choosing *widgets.Button // which saved choice, and what can be done with it
	status   *fyne.Container
	save     *widgets.Button
	open     *widgets.Button
	present  *widgets.Button
	content  fyne.CanvasObject
	right    *fyne.Container // of the report, or the package
	one      fyne.CanvasObject
	previews *fyne.Container // preview and, beside it, the settings
	packet   *packet
}

// Spec tells the window about the page.
func Spec() shell.PageSpec {
	return shell.PageSpec{ID: pageID, Help: "rapporter", Title: texts.T("shell.page.reports"), Icon: "chart-column", New: New, Actions: actions}
}

// actions are each report, and the package.
func actions(s *shell.Shell) []*shell.Action {
	out := []*shell.Action{
		{ID: "report", Menu: "go", Icon: "file-text", Key: fyne.KeyL, Modifier: fyne.KeyModifierControl, Enabled: s.Opened, Run: func() { s.Go(pageID, "ledningsgrupp") }},
		{ID: "register", Menu: "go", Icon: "file-text", Enabled: s.Opened, Run: func() { s.Go(pageID, "systemforteckning") }},
		{ID: "packet", Menu: "go", Icon: "layers", Enabled: s.Opened, Run: func() { s.Go(pageID, packetKey) }},
	}
	if s.Services.Reports == nil {
		return out
	}
	for _, r := range s.Services.Reports() {
		also := strings.Join(r.Also, ",")
		switch r.Name { // two are in the menu
		case "ledningsgrupp":
			out[0].Also = also
		case "systemforteckning":
			out[1].Also = also
		default:
			out = append(out, &shell.Action{ID: "report:" + r.Name, Icon: "file-text", Group: shell.Papers, Detail: r.For, Also: also, Label: func() string { return r.Title }, Enabled: s.Opened, Run: func() { s.Go(pageID, r.Name) }})
		}
	}
	return out
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
	p.present = widgets.NewButton(texts.T("reports.present"), p.presentNow).WithIcon("eye").WithTip(texts.T("reports.present.tip"), "")
	if len(p.reports) == 0 {
		p.content = widgets.NewEmpty("file-text", texts.T("reports.none"), texts.T("reports.none.text"))
		return p
	}
	p.packet = newPacket(s, p.reports)
	p.build()
	last := s.App.Preferences().String(prefChosen)
	p.choose(max(0, p.named(last)))
	s.App.Preferences().SetString(prefChosen, last) // the package, it may be
	return p
}

func (p *Page) build() {
	p.toggle = widgets.NewButton(texts.T("reports.settings"), p.togglePanel).WithIcon("settings").WithKind(widgets.Quiet)
	p.toggle.Compact = true
	p.choosing = widgets.NewButton("", p.chooseChoice).WithIcon("chevron-down").WithKind(widgets.Quiet).WithTip(texts.T("reports.choice.tip"), "")
	p.choosing.Compact = true
	bar := widgets.Surface(container.NewVBox(widgets.Inset(7, 14, 7, 16, widgets.NewTools(8,
		p.preview.pager, widgets.Grow(p.preview.state), p.status, p.choosing, p.toggle)), widgets.Hairline()))
	p.panel = widgets.Surface(widgets.MinSize(288, 0, widgets.NewScroll(widgets.Inset(16, 4, 16, 18, p.form))))
	p.previews = container.NewStack()
	p.one = container.NewBorder(bar, nil, nil, nil, p.previews)
	p.right = container.NewStack(p.one)
	p.content = widgets.Leading(p.listed(), p.right, listWidth)
	p.showPanel(p.s.App.Preferences().BoolWithFallback(prefPanel, true))
}

func (p *Page) showPanel(on bool) {
	p.toggle.Toggled = on
	p.toggle.Refresh()
	var panel fyne.CanvasObject
	if on {
		panel = p.panel
	}
	p.previews.Objects = []fyne.CanvasObject{widgets.Beside(p.preview.content, panel, 300)}
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

// packing says that the package shows, and no report.
func (p *Page) packing() bool { return len(p.right.Objects) > 0 && p.right.Objects[0] != p.one }

// choose takes up a report with its remembered settings.
func (p *Page) choose(i int) {
	if p.packing() {
		p.right.Objects = []fyne.CanvasObject{p.one}
		p.right.Refresh()
	}
	p.list.Select(p.reports[i].Name)
	p.s.App.Preferences().SetString(prefChosen, p.reports[i].Name)
	if i == p.chosen {
		return
	}
	p.chosen, p.version = i, -1
	p.begin()
	p.preview.clear()
	p.showForm()
	p.showStatus()
}

// pack shows the package.
func (p *Page) pack() {
	p.s.Runner.Cancel(buildKey)
	p.version = -1
	p.right.Objects = []fyne.CanvasObject{p.packet.content}
	p.right.Refresh()
	p.list.Select(packetKey)
	p.s.App.Preferences().SetString(prefChosen, packetKey)
	p.packet.show()
	p.s.RefreshHeader()
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	h := shell.Header{Title: texts.T("shell.page.reports")}
	switch {
	case len(p.reports) == 0:
	case p.packing():
		h.Subtitle, h.Actions = texts.T("reports.packet"), []fyne.CanvasObject{p.packet.make}
	default:
		h.Subtitle = p.info().Title
		h.Actions = []fyne.CanvasObject{p.present, p.open, p.save}
	}
	return h
}

// Shown implements shell.Page. arg is a report's name, or a shell.Report.
func (p *Page) Shown(arg any) {
	if len(p.reports) == 0 {
		return
	}
	if arg == nil && p.version < 0 && p.s.App.Preferences().String(prefChosen) == packetKey {
		arg = packetKey
	}
	switch a := arg.(type) {
	case string:
		if a == packetKey {
			p.pack()
			return
		}
		if i := p.named(a); i >= 0 {
			p.choose(i)
		}
	case shell.Report:
		if i := p.named(a.Name); i >= 0 {
			p.choose(i)
			p.take(a.Sets)
		}
	}
	if p.packing() {
		p.packet.show()
		return
	}
	p.showForm() // in the colours and of the years that are now
	p.showStatus()
	if p.version != p.s.Portfolio().Version() {
		p.rebuild()
	}
}

// take sets some settings that another page asks for, and lets the others be.
func (p *Page) take(sets map[string]string) {
	before := maps.Clone(p.values)
	for _, s := range p.info().Settings {
		if v, ok := sets[s.Key]; ok {
			p.put(s, v)
		}
	}
	if !maps.Equal(before, p.values) {
		p.version = -1
	}
}

// Changed implements shell.Page.
func (p *Page) Changed(app.Event) {
	switch {
	case len(p.reports) == 0:
	case p.packing():
		p.packet.show()
	default:
		p.syncChoice()
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
		say := texts.T("reports.record")
		switch {
		case of.Kind == app.SettingUnit:
			say = texts.T("reports.unit")
		case len(world.All(of.Of)) == 0:
			say = texts.T("reports.record.empty", of.Of.Many)
			p.problem = fault.New(fault.Usage, texts.T("reports.record.empty.text", of.Of.One))
		}
		if !p.toggle.Toggled { // where it is chosen
			p.showPanel(true)
		}
		p.preview.wait(say, p.problem.Error())
		p.enable()
		s.RefreshHeader()
		return
	}
	dpi := p.preview.dpi()
	p.preview.busy(true)
	p.enable()
	s.RefreshHeader() // a long one is named while it is made
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
		enable(b, p.problem == nil)
	}
	enable(p.present, p.problem == nil && p.preview.b != nil)
}
