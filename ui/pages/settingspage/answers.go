package settingspage

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/lasting"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// answersPart lists what people have answered when files were read in, and is used when
// others are: each may be forgotten, and is asked again.
type answersPart struct {
	s       *shell.Shell
	content *fyne.Container
}

func newAnswers(s *shell.Shell) *answersPart { return &answersPart{s, container.NewStack()} }

func (p *answersPart) Content() fyne.CanvasObject { return p.content }

// Changed takes in any change.
func (p *answersPart) Changed(app.Event) { p.Reload() }

// Reload shows the answers as they are now.
func (p *answersPart) Reload() {
	defer p.content.Refresh()
	kept := p.s.Portfolio().All(lasting.Kind)
	if len(kept) == 0 {
		p.content.Objects = []fyne.CanvasObject{widgets.NewEmpty("circle-help", texts.T("settings.answers.none"), texts.T("settings.answers.none.text"))}
		return
	}
	var rows []fyne.CanvasObject
	for _, r := range kept {
		if len(rows) > 0 {
			rows = append(rows, widgets.Hairline())
		}
		rows = append(rows, p.row(r))
	}
	p.content.Objects = []fyne.CanvasObject{sheet(widgets.NewParagraph(texts.T("settings.answers.text"), widgets.Muted),
		widgets.NewCard(texts.N("settings.answers.title", len(kept)), "", widgets.VStack(10, rows...)))}
}

func (p *answersPart) row(r *field.Record) fyne.CanvasObject {
	said := widgets.VStack(2, widgets.NewParagraph(lasting.Words.Get(r), widgets.Normal), widgets.NewParagraph(lasting.Said.Get(r), widgets.Muted))
	if p.s.Portfolio().Info().ReadOnly {
		return said
	}
	return widgets.HStack(10, widgets.Grow(said), widgets.NewIconButton("trash-2", texts.T("settings.answers.forget"), func() { p.forget(r) }))
}

// forget takes an answer away, so that its question is asked again.
func (p *answersPart) forget(r *field.Record) {
	p.s.Write(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Delete(ctx, []field.ID{r.ID})
	}, func(e app.Entry, err error) {
		if err != nil {
			p.s.Fail(err)
			return
		}
		p.s.ToastUndo(texts.T("settings.answers.forgotten"), e)
	})
}
