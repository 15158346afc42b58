package settingspage

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// fieldsPart lists the municipality's own fields: what they are called, whether
// they are open to all, and a way to be rid of one.
type fieldsPart struct {
	s       *shell.Shell
	rows    map[field.ID]*ownRow
	content *fyne.Container
}

// ownRow is a field. It stays the same as long as the field is there, so that what
// is being written stays.
type ownRow struct {
	name   *record.Form
	open   *input.Check
	holds  *widgets.Link
	values *widgets.Text
	row    fyne.CanvasObject
}

func newFields(s *shell.Shell) *fieldsPart {
	return &fieldsPart{s: s, rows: map[field.ID]*ownRow{}, content: container.NewStack()}
}

func (p *fieldsPart) Content() fyne.CanvasObject { return p.content }

// Changed takes in any change: values are counted.
func (p *fieldsPart) Changed(app.Event) { p.Reload() }

func (p *fieldsPart) writable() bool { return !p.s.Portfolio().Info().ReadOnly }

// Reload shows the fields as they are now.
func (p *fieldsPart) Reload() {
	own := settings.OwnFields(p.s.Portfolio())
	defer p.content.Refresh()
	if len(own) == 0 {
		p.rows = map[field.ID]*ownRow{}
		var buttons []fyne.CanvasObject
		if p.writable() {
			buttons = append(buttons, widgets.NewButton(texts.T("settings.fields.new"), func() { p.askField(nil) }))
			buttons = append(buttons, widgets.NewPrimary(texts.T("settings.fields.import"), func() { p.s.Go("exchange", "import") }))
		}
		p.content.Objects = []fyne.CanvasObject{widgets.NewEmpty("columns-3", texts.T("settings.fields.none"), texts.T("settings.fields.none.text"), buttons...)}
		return
	}
	cards := []fyne.CanvasObject{widgets.NewParagraph(texts.T("settings.fields.text"), widgets.Muted)}
	if p.writable() {
		cards = append(cards, widgets.HStack(8, widgets.NewButton(texts.T("settings.fields.new"), func() { p.askField(nil) }).WithIcon("plus")))
	}
	kept := map[field.ID]*ownRow{}
	for i := 0; i < len(own); {
		k := own[i].Kind
		var rows []fyne.CanvasObject
		for ; i < len(own) && own[i].Kind == k; i++ {
			r := p.rows[own[i].Declared.ID]
			if r == nil {
				r = p.newRow(own[i])
			}
			r.show(own[i])
			kept[own[i].Declared.ID] = r
			if len(rows) > 0 {
				rows = append(rows, widgets.Hairline())
			}
			rows = append(rows, r.row)
		}
		cards = append(cards, widgets.NewCard(texts.T("settings.fields.title", k.Many), "", widgets.VStack(10, rows...)))
	}
	p.rows = kept
	p.content.Objects = []fyne.CanvasObject{sheet(cards...)}
}

func (p *fieldsPart) newRow(f settings.OwnField) *ownRow {
	id := f.Declared.ID
	r := &ownRow{name: record.NewForm(p.s, id, settings.FreeLabel.Field), values: widgets.NewText("", widgets.Muted)}
	r.open = input.NewCheck(texts.T("settings.fields.open"), false, func(on bool) error { p.setOpen(id, on); return nil })
	tail := []fyne.CanvasObject{widgets.Spacer(), r.values}
	r.holds = widgets.NewLink("", func() { p.askField(p.s.Portfolio().Get(id)) })
	if p.writable() {
		tail = append([]fyne.CanvasObject{r.holds}, tail...)
		tail = append(tail, widgets.NewIconButton("trash-2", texts.T("settings.fields.remove"), func() { p.askRemove(id) }))
	} else {
		r.open.Disable()
	}
	below := widgets.Flow(8, append([]fyne.CanvasObject{r.open}, tail...)...)
	r.row = widgets.VStack(4, r.name.Content(), widgets.Inset(0, 12, 0, record.LabelWidth, below))
	return r
}

// show shows the field as it is now, without disturbing who renames it.
func (r *ownRow) show(f settings.OwnField) {
	r.name.Renew()
	r.open.Set(settings.FreeOpen.Get(f.Declared))
	r.holds.SetText(texts.T("settings.fields.holds", settings.TypeOf(f.Declared).Own()))
	n := texts.T("settings.fields.values.none")
	if f.Values > 0 {
		n = texts.N("settings.fields.values", f.Values)
	}
	r.values.SetText(n)
}

// setOpen lets a field stand in public versions, or not.
func (p *fieldsPart) setOpen(id field.ID, on bool) {
	p.s.SetValue(id, field.Column{Field: settings.FreeOpen.Field}, on, func(e app.Entry, err error) {
		if err != nil {
			p.s.Fail(err)
			p.Reload()
			return
		}
		name := p.s.Portfolio().Label(id)
		told := texts.T("settings.fields.closed", name)
		if on {
			told = texts.T("settings.fields.opened", name)
		}
		p.s.ToastUndo(told, e)
	})
}

// askRemove removes a field with its values, when the user says yes to that.
func (p *fieldsPart) askRemove(id field.ID) {
	for _, f := range settings.OwnFields(p.s.Portfolio()) {
		if f.Declared.ID != id {
			continue
		}
		what := texts.T("settings.fields.remove.empty")
		if f.Values > 0 {
			what = texts.T("settings.fields.remove.text", text.Plural(f.Values, f.Kind.One, f.Kind.Many))
		}
		dialogs.Confirm(p.s.Window, texts.T("settings.fields.remove.title", f.Declared.Name()), what, texts.T("settings.fields.remove.yes"), true, func() {
			p.s.Act(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
				return w.Delete(ctx, []field.ID{id})
			}, nil)
		})
	}
}
