package exchange

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// readable are the endings of files that can be read in. Old .xls files are
// among them so that they are found, and told what to do with.
var readable = shell.FileKind{".xlsx", ".xlsm", ".ods", ".csv", ".txt", ".tsv", ".json", ".xls"}

// fileView is the first step: which file.
type fileView struct {
	in      *importer
	rows    *fyne.Container
	lately  *fyne.Container // the files that were read in lately
	choose  *widgets.Button
	content fyne.CanvasObject
}

func newFileView(in *importer) *fileView {
	v := &fileView{in: in, rows: widgets.VStack(14), lately: container.NewStack()}
	v.content = container.NewVScroll(widgets.Inset(8, 22, 22, 22, widgets.MaxWidth(860, v.rows)))
	return v
}

// refresh shows the step; err is what was wrong with the file chosen.
func (v *fileView) refresh(err error) {
	in := v.in
	v.choose = widgets.NewPrimary(texts.T("exchange.file.choose"), v.ask)
	buttons := []fyne.CanvasObject{v.choose, widgets.NewButton(texts.T("exchange.file.template"), func() { in.onTemplate() }), widgets.NewButton(texts.T("exchange.file.sample"), in.saveSample)}
	if in.book != nil {
		buttons = append(buttons, widgets.NewButton(texts.T("exchange.file.continue"), func() { in.goTo(stepMapping) }))
	}
	drop := widgets.MinSize(0, 244, widgets.NewEmpty("file-spreadsheet", texts.T("exchange.file.title"), texts.T("exchange.file.text"), buttons...))
	rows := []fyne.CanvasObject{}
	if err != nil {
		rows = append(rows, widgets.NewBanner(widgets.Bad, in.s.Sentence(err), "", nil))
	}
	if in.s.Portfolio().Info().ReadOnly {
		rows = append(rows, widgets.NewBanner(widgets.Info, texts.T("exchange.readonly"), "", nil))
	}
	if waiting := in.waits(); waiting != nil {
		rows = append(rows, waiting)
	}
	rows = append(rows, widgets.NewCard("", "", drop))
	rows = append(rows, v.lately)
	v.showLately()
	rows = append(rows, widgets.NewCard(texts.T("exchange.file.help"), "", widgets.VStack(6,
		widgets.NewParagraph(texts.T("exchange.file.help.what"), widgets.Normal),
		widgets.NewParagraph(texts.T("exchange.file.help.how"), widgets.Muted))))
	v.rows.Objects = rows
	v.rows.Refresh()
	v.content.Refresh()
	var paths []string
	for _, r := range in.lately() {
		paths = append(paths, r.Path)
	}
	in.s.LookFor(paths, func() {
		v.showLately()
		v.rows.Refresh()
		v.content.Refresh()
	})
}

// showLately lists the files that were read in lately, without those that have gone.
func (v *fileView) showLately() {
	var items []widgets.TodoItem
	for _, r := range v.in.lately() {
		if !v.in.s.Gone(r.Path) {
			items = append(items, widgets.TodoItem{Key: r.Path, Text: filepath.Base(r.Path), Detail: r.Counts, Date: r.When})
		}
	}
	v.lately.Objects, v.lately.Hidden = nil, len(items) == 0
	if len(items) > 0 {
		v.lately.Objects = []fyne.CanvasObject{widgets.NewCard(texts.T("exchange.file.recent"), "", widgets.NewActionList(items, v.in.open))}
	}
}

func (v *fileView) ask() {
	v.in.s.AskFiles(texts.T("exchange.file.title"), readable, v.in.choose)
}
