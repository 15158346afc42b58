package settingspage

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
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
	frames  *fyne.Container
	framed  []string // the year and portföljer that rows are for
	rows    map[string]frameRow
	content fyne.CanvasObject
}

func newGoverning(s *shell.Shell) *governingPart {
	p := &governingPart{s: s, model: container.NewStack(), frames: container.NewStack()}
	p.form = record.NewForm(s, settings.ID, settings.PlanYear.Field, settings.NextForum.Field, settings.NextBoard.Field, settings.ReviewYear.Field, settings.ReportEach.Field)
	p.budget = record.NewForm(s, settings.ID, settings.Deviation.Field, settings.Deviating.Field, settings.CodeString.Field)
	p.content = sheet(
		widgets.NewCard(texts.T("settings.model"), texts.T("settings.model.text"), p.model),
		widgets.NewCard(texts.T("settings.rhythm"), "", p.form.Content()),
		widgets.NewCard(texts.T("settings.frames"), texts.T("settings.frames.text"), p.frames),
		widgets.NewCard(texts.T("settings.budget"), texts.T("settings.budget.text"), p.budget.Content()),
	)
	return p
}

func (p *governingPart) Content() fyne.CanvasObject { return p.content }

func (p *governingPart) Reload() {
	p.form.Renew()
	p.budget.Renew()
	p.showModel()
	p.showFrames()
}

func (p *governingPart) Changed(e app.Event) {
	if e.Touches(settings.Kind) || e.Touches(economy.FrameKind) {
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

// frameRow is the amount of a portfölj.
type frameRow struct {
	row *input.Field
	in  *input.Text
}

// showFrames has an amount per portfölj for the plan year. The rows stay the
// same as long as they are for the same, so that what is being written stays.
func (p *governingPart) showFrames() {
	w := p.s.Portfolio()
	year, options := w.PlanYear(), w.Model().Options("portfolios")
	keys := []string{strconv.Itoa(year)}
	for _, o := range options {
		keys = append(keys, o.Key)
	}
	if slices.Equal(keys, p.framed) && p.writable() {
		for key, r := range p.rows {
			r.in.Renew(frameText(w, key, year))
		}
		return
	}
	p.framed, p.rows = keys, map[string]frameRow{}
	rows := []fyne.CanvasObject{}
	for _, o := range options {
		rows = append(rows, p.frameRow(o.Key, o.Label, year))
	}
	if len(rows) == 0 {
		rows = append(rows, widgets.NewParagraph(texts.T("settings.frames.none"), widgets.Muted))
	} else {
		rows = append([]fyne.CanvasObject{widgets.NewText(texts.T("settings.frames.year", year), widgets.Muted)}, rows...)
	}
	p.frames.Objects = []fyne.CanvasObject{widgets.VStack(8, rows...)}
	p.frames.Refresh()
}

func (p *governingPart) frameRow(key, label string, year int) fyne.CanvasObject {
	text := frameText(p.s.Portfolio(), key, year)
	var in fyne.CanvasObject = widgets.NewText(orDash(text), widgets.Normal)
	if p.writable() {
		field := input.NewMoney(text, func(typed string) error { return p.saveFrame(key, typed) })
		field.OnRestore = func() { p.s.AbandonNamed(frameLabel(p.s.Portfolio(), key, year)) }
		in = field
	}
	row := input.NewField(label, "", in)
	row.LabelWidth = 260
	if field, ok := in.(*input.Text); ok {
		p.rows[key] = frameRow{row, field}
	}
	return row
}

// frameText is the amount of a portfölj as it is typed.
func frameText(w *app.Portfolio, portfolio string, year int) string {
	if frame := frameOf(w, portfolio, year); frame != nil {
		return economy.FrameAmount.Get(frame).Exact()
	}
	return ""
}

// frameLabel is what the journal calls it.
func frameLabel(w *app.Portfolio, portfolio string, year int) string {
	label := texts.T("settings.frames.label", year)
	if o, ok := plan.Portfolio.OptionOf(w, portfolio); ok {
		label += " " + o.Label
	}
	return label
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func frameOf(w *app.Portfolio, portfolio string, year int) *field.Record {
	for _, r := range w.All(economy.FrameKind) {
		if economy.FramePortfolio.Get(r) == portfolio && int(economy.FrameYear.Get(r)) == year {
			return r
		}
	}
	return nil
}

func (p *governingPart) saveFrame(portfolio, typed string) error {
	w := p.s.Portfolio()
	v, _, err := economy.FrameAmount.Parse(w, typed, money.Kr)
	if err != nil {
		return err
	}
	year := w.PlanYear()
	label, r := frameLabel(w, portfolio, year), p.rows[portfolio]
	p.s.SaveNamed(label, func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		frame := frameOf(w, portfolio, year)
		var change field.Change
		switch {
		case frame == nil && field.IsEmpty(v):
			return app.Entry{}, nil
		case frame == nil:
			r := field.NewRecord(economy.FrameKind, w.NewID())
			r.Put(economy.FramePortfolio.Field, portfolio).Put(economy.FrameYear.Field, int64(year)).Put(economy.FrameAmount.Field, v)
			change = field.Change{Op: field.Create, Kind: r.Kind, ID: r.ID, Record: r}
		case field.IsEmpty(v):
			change = field.Change{Op: field.Delete, Kind: frame.Kind, ID: frame.ID}
		default:
			change = field.Change{Op: field.Set, Kind: frame.Kind, ID: frame.ID, Field: economy.FrameAmount.Field, Before: frame.Get(economy.FrameAmount.Field), After: v}
		}
		return w.Apply(ctx, label, []field.Change{change})
	}, func(why string) {
		stored := frameText(p.s.Portfolio(), portfolio, year)
		r.row.SetError(why)
		if why != "" {
			r.in.Refuse(stored)
			return
		}
		r.in.Accept()
		r.in.Renew(stored)
		r.row.Saved()
	})
	return nil
}
