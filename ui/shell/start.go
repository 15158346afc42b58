package shell

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// progressAfter is how long work may take before it shows how far it is.
const progressAfter = 300 * time.Millisecond

// Start shows the window: with the portfolio at path, the one used last when
// path is empty, else the start page, which says so when that one is gone.
func (s *Shell) Start(path string) {
	s.ApplyTheme()
	s.askContrast()
	s.showStart("")
	s.showWindow()
	if path != "" {
		s.openPath(path, s.quit, nil)
	} else if used := s.remembered(); len(used) > 0 {
		s.openPath(used[0], s.quit, func() { s.showStart(used[0]) })
	}
}

// showStart shows what one can begin with. gone is the portfolio used last,
// when it is no longer where it was.
func (s *Shell) showStart(gone string) {
	s.ApplyTheme()
	s.Window.SetTitle(texts.T("shell.app"))
	s.refreshMenu()
	cards := []fyne.CanvasObject{
		startCard(texts.T("shell.start.new"), texts.T("shell.start.new.text"), widgets.NewPrimary(texts.T("shell.start.create"), s.NewPortfolio)),
		startCard(texts.T("shell.start.open"), texts.T("shell.start.open.text"), widgets.NewButton(texts.T("shell.action.open"), s.OpenPortfolio)),
		startCard(texts.T("shell.start.example"), texts.T("shell.start.example.text"), widgets.NewButton(texts.T("shell.start.example"), s.OpenExample)),
	}
	rows := []fyne.CanvasObject{
		widgets.NewHeading(texts.T("shell.start.title"), 1),
		widgets.NewParagraph(texts.T("shell.start.lead"), widgets.Muted),
	}
	if gone != "" {
		text := texts.T("shell.start.gone", bare(gone), filepath.Dir(gone))
		rows = append(rows, widgets.NewBanner(widgets.Warn, text, texts.T("shell.action.open"), s.OpenPortfolio))
	}
	s.recent = widgets.VStack(8)
	rows = append(rows, widgets.Inset(14, 0, 0, 0, widgets.Columns(14, 250, cards...)), s.recent)
	s.root.SetContent(widgets.Ground(widgets.Middle(860, 24, widgets.VStack(8, rows...))))
	s.showRecent()
	s.lookForRecent()
}

// showRecent lists the portfolios used lately on the start page.
func (s *Shell) showRecent() {
	if s.portfolio != nil || s.recent == nil {
		return
	}
	var items []widgets.TodoItem
	for _, path := range s.Recent() {
		items = append(items, widgets.TodoItem{Key: path, Text: bare(path), Detail: filepath.Dir(path)})
	}
	s.recent.Objects, s.recent.Hidden = nil, len(items) == 0
	if len(items) > 0 {
		s.recent.Objects = []fyne.CanvasObject{widgets.Inset(18, 0, 0, 0, widgets.NewHeading(texts.T("shell.start.recent"), 3)), widgets.NewActionList(items, s.OpenPath)}
	}
	s.recent.Refresh()
	s.root.Refresh()
}

func startCard(title, text string, button fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewCard(title, "", widgets.VStack(6, widgets.NewParagraph(text, widgets.Muted), widgets.Spacer(), widgets.HStack(0, button)))
}

// NewPortfolio asks for the municipality's name and styrmodell, then where to
// save, and begins an empty portfolio with the import of a list at hand.
func (s *Shell) NewPortfolio() {
	models := s.Services.Models()
	chosen := models[0]
	name := input.NewText("", texts.T("shell.start.name.hint"), nil)
	options := make([]widgets.Option, len(models))
	for i, m := range models {
		options[i] = widgets.Option{ID: m.ID, Label: m.Name}
	}
	var d *dialogs.Dialog
	var modelRow *input.Field
	model := input.NewSelect(options, chosen.ID, func(id string) error {
		for _, m := range models {
			if m.ID == id {
				chosen = m
				modelRow.SetNote(m.Description)
				d.Relayout()
			}
		}
		return nil
	})
	nameRow := input.NewField(texts.T("shell.start.name"), "", name)
	modelRow = input.NewField(texts.T("shell.start.model"), texts.T("shell.start.model.help"), model)
	modelRow.Note = chosen.Description
	content := widgets.VStack(10, nameRow, modelRow)
	d = dialogs.Show(s.Window, dialogs.Options{Title: texts.T("shell.start.new"), Content: content, Width: 560, Height: 165, Confirm: texts.T("shell.start.create"), Focus: name.Target(), OnOK: func() bool {
		if strings.TrimSpace(name.Text()) == "" {
			nameRow.SetError(texts.T("shell.start.name.missing"))
			return false
		}
		return true
	}, OnClose: func(ok bool) {
		if ok {
			s.saveNew(strings.TrimSpace(name.Text()), chosen)
		}
	}})
}

func (s *Shell) saveNew(name string, m app.ModelFile) {
	s.AskSave(NewFile{Title: texts.T("shell.start.save.title"), Kind: portfolioFile, Name: name, Fresh: true}, func(path string) {
		s.take(opening{what: texts.T("shell.file.opening", filepath.Base(path)), open: func(ctx context.Context) (*app.Portfolio, error) {
			return s.Services.Create(ctx, path, app.Beginning{Municipality: name, Model: m.Data})
		}, then: func() {
			s.Go("exchange", "import")
			s.Toast(texts.T("shell.start.made"))
		}})
	})
}
