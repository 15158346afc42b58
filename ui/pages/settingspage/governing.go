package settingspage

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/settings"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

type governingPart struct {
	s       *shell.Shell
	form    *record.Form
	budget  *record.Form
	model   *fyne.Container
	content fyne.CanvasObject
}

func newGoverning(s *shell.Shell) *governingPart {
	p := &governingPart{s: s, model: container.NewStack()}
	p.form = record.NewForm(s, settings.ID, rhythm...)
	p.budget = record.NewForm(s, settings.ID, budgeting...)
	p.content = sheet(
		widgets.NewCard(texts.T("settings.model"), texts.T("settings.model.text"), p.model),
		widgets.NewCard(texts.T("settings.rhythm"), "", p.form.Content()),
		widgets.NewCard(texts.T("settings.frames"), texts.T("settings.frames.text"), widgets.Flow(8, widgets.NewButton(texts.T("settings.frames.open"), func() { s.Go("budget", shell.ShowView{Kind: frame.Name.Kind}) }))),
		widgets.NewCard(texts.T("settings.budget"), texts.T("settings.budget.text"), p.budget.Content()),
	)
	return p
}

func (p *governingPart) Content() fyne.CanvasObject { return p.content }

func (p *governingPart) Reload() {
	p.form.Renew()
	p.budget.Renew()
	p.showModel()
}

func (p *governingPart) Changed(e app.Event) {
	if e.Touches(settings.Kind) {
		p.Reload()
	}
}

// showModel says which styrmodell is in use, its phases and forums, and lets
// one change it.
func (p *governingPart) showModel() {
	m := p.s.Portfolio().Model()
	var options []widgets.Option
	for _, one := range p.models() {
		options = append(options, widgets.Option{ID: one.ID, Label: one.Name})
	}
	var model fyne.CanvasObject
	if p.writable() {
		f := input.NewField(texts.T("settings.model"), "", input.NewSelect(options, m.ID, func(id string) error { p.changeModel(id); return nil }))
		f.LabelWidth = record.LabelWidth
		model = f
	} else {
		model = pair(texts.T("settings.model"), m.Name)
	}
	rows := []fyne.CanvasObject{model, widgets.NewParagraph(m.Description, widgets.Muted)}
	var phases, aside, forums []string
	for _, ph := range m.Phases {
		if ph.Stage == governance.Aside {
			aside = append(aside, ph.Label)
		} else {
			phases = append(phases, ph.Label)
		}
	}
	for _, f := range m.Forums {
		forums = append(forums, f.Label)
	}
	rows = append(rows, pair(texts.T("settings.phases"), strings.Join(phases, " → ")), pair(texts.T("settings.aside"), strings.Join(aside, ", ")), pair(texts.T("settings.forums"), strings.Join(forums, ", ")), p.modelButtons())
	p.model.Objects = []fyne.CanvasObject{widgets.VStack(8, rows...)}
	p.model.Refresh()
}

func pair(label, value string) fyne.CanvasObject {
	f := input.NewField(label, "", widgets.NewParagraph(value, widgets.Normal))
	f.LabelWidth = record.LabelWidth // as in the forms of the page
	return f
}

func (p *governingPart) writable() bool { return !p.s.Portfolio().Info().ReadOnly }

// changeModel shows what a change to a model that ships does, and asks.
func (p *governingPart) changeModel(id string) {
	for _, f := range p.s.Services.Models() {
		if f.ID == id && id != p.s.Portfolio().Model().ID {
			p.propose(f.Data)
		}
	}
}

// modelButtons are what is done with a whole model.
func (p *governingPart) modelButtons() fyne.CanvasObject {
	buttons := []fyne.CanvasObject{widgets.NewButton(texts.T("settings.model.compare"), p.compare)}
	if p.writable() {
		buttons = append(buttons, widgets.NewButton(texts.T("settings.model.edit"), p.edit))
	}
	buttons = append(buttons, widgets.NewButton(texts.T("settings.model.export"), p.export))
	if p.writable() {
		buttons = append(buttons, widgets.NewButton(texts.T("settings.model.import"), p.take))
	}
	return widgets.Flow(8, buttons...)
}
