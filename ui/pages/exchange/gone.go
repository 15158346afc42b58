package exchange

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// goneView lists the records that the list no longer has, each of which opens, beside the
// question whether they are out of use.
type goneView struct {
	in      *importer
	rows    []intake.Missing
	grid    *grid.Grid
	panel   *fyne.Container
	content fyne.CanvasObject
}

func newGoneView(in *importer) *goneView {
	v := &goneView{in: in, panel: widgets.VStack(12)}
	v.grid = grid.New(v, []grid.Column{
		{ID: "ref", Title: texts.T("exchange.result.ref"), Width: 120},
		{ID: "name", Title: texts.T("exchange.rows.name"), Width: 300, Flex: true},
	})
	v.grid.OnOpen = func(row int) { in.s.Open(v.rows[row].Record) }
	v.content = beside(in.s, "gone", v.grid, v.panel, 330)
	return v
}

func (v *goneView) refresh() {
	v.rows = v.in.res.Gone
	v.grid.SetFooter(texts.N("exchange.gone.count", len(v.rows)), texts.T("exchange.gone.hint"))
	v.grid.Reload()
	objects := []fyne.CanvasObject{widgets.NewParagraph(texts.T("exchange.gone.text"), widgets.Muted)}
	for _, q := range v.in.res.Questions {
		if intake.AboutGone(q) {
			objects = append(objects, v.question(q))
		}
	}
	show(v.panel, objects...)
}

// question asks what is done about them, as it is asked among the other questions.
func (v *goneView) question(q ask.Question) fyne.CanvasObject {
	a := newAsked(v.in, q)
	a.show(q)
	return widgets.VStack(6, wrapped(q.Text, 3), a.answer, a.effect)
}

// showGone shows what the list no longer has.
func (v *previewView) showGone() {
	v.tabs.Select(viewGone)
	v.refresh()
}

// Len implements grid.Source.
func (v *goneView) Len() int { return len(v.rows) }

// Key implements grid.Source.
func (v *goneView) Key(row int) string { return string(v.rows[row].Record) }

// Cell implements grid.Source.
func (v *goneView) Cell(row, col int) grid.Cell {
	if col == 0 {
		return grid.Cell{Text: v.rows[row].Ref, Style: widgets.Muted}
	}
	return grid.Cell{Text: v.rows[row].Name, Style: widgets.Strong}
}
