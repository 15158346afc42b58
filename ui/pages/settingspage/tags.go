package settingspage

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/tag"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// tagsPart lists the tags in use: what has them, and ways to rename one and be rid of it
// wherever it is.
type tagsPart struct {
	s       *shell.Shell
	content *fyne.Container
}

func newTags(s *shell.Shell) *tagsPart { return &tagsPart{s, container.NewStack()} }

func (p *tagsPart) Content() fyne.CanvasObject { return p.content }

// Changed takes in any change.
func (p *tagsPart) Changed(app.Event) { p.Reload() }

// Reload shows the tags as they are now.
func (p *tagsPart) Reload() {
	defer p.content.Refresh()
	used := tag.Used(p.s.Portfolio())
	if len(used) == 0 {
		p.content.Objects = []fyne.CanvasObject{widgets.NewEmpty("list-filter", texts.T("settings.tags.none"), texts.T("settings.tags.none.text"))}
		return
	}
	var rows []fyne.CanvasObject
	for i, u := range used {
		if i > 0 {
			rows = append(rows, widgets.Hairline())
		}
		rows = append(rows, p.row(u))
	}
	p.content.Objects = []fyne.CanvasObject{sheet(widgets.NewParagraph(texts.T("settings.tags.text"), widgets.Muted),
		widgets.NewCard(texts.N("settings.tags.title", len(used)), "", widgets.VStack(10, rows...)))}
}

func (p *tagsPart) row(u tag.Use) fyne.CanvasObject {
	said := widgets.VStack(2, widgets.NewParagraph(u.Tag, widgets.Normal), widgets.NewParagraph(u.Where(), widgets.Muted))
	if p.s.Portfolio().Info().ReadOnly {
		return said
	}
	return widgets.HStack(10, widgets.Grow(said), widgets.NewIconButton("pencil", texts.T("settings.tags.rename"), func() { p.askName(u) }),
		widgets.NewIconButton("trash-2", texts.T("settings.tags.remove"), func() { p.askRemove(u) }))
}

// askName asks what a tag is to be called wherever it is.
func (p *tagsPart) askName(u tag.Use) {
	name := input.NewText(u.Tag, "", nil)
	row := input.NewField(texts.T("settings.tags.name"), "", name)
	row.LabelWidth = record.LabelWidth
	dialogs.Show(p.s.Window, dialogs.Options{Title: texts.T("settings.tags.rename.title", u.Tag), Text: texts.T("settings.tags.rename.text", u.Where()), Content: row, Width: 520,
		Confirm: texts.T("settings.tags.rename.yes"), Focus: name.Target(), OnOK: func() bool {
			_ = p.s.TakeIn()
			to := text.OneLine(name.Text())
			if err := tag.Named(to); err != nil {
				row.SetError(p.s.Sentence(err))
				return false
			}
			p.change(tag.Renamed(u.Tag, to), func(tx *field.Tx) error { return tag.Rename(tx, u.Tag, to) })
			return true
		}})
}

// askRemove takes a tag away wherever it is, when the user says yes to that.
func (p *tagsPart) askRemove(u tag.Use) {
	dialogs.Confirm(p.s.Window, texts.T("settings.tags.remove.title", u.Tag), texts.T("settings.tags.remove.text", u.Where()), texts.T("settings.tags.remove.yes"), true, func() {
		p.change(tag.Removed(u.Tag), func(tx *field.Tx) error { return tag.Remove(tx, u.Tag) })
	})
}

func (p *tagsPart) change(label string, do func(tx *field.Tx) error) {
	p.s.Act(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Do(ctx, func(tx *field.Tx) (string, error) { return label, do(tx) })
	}, p.Reload)
}
