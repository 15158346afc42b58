package exchange

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// errorView lists what couldn't be read, each text once however many cells it stands in,
// and lets the user say what it means. What she has said stays in the list, so that it
// can be said in another way.
type errorView struct {
	in      *importer
	groups  []meant
	said    []meant // during this reading
	grid    *grid.Grid
	panel   *fyne.Container
	content fyne.CanvasObject
}

// meant is a text in a column, and what it has been said to mean; "" while it hasn't.
type meant struct {
	ask.Group
	sheet, means string
}

func newErrorView(in *importer) *errorView {
	v := &errorView{in: in, panel: widgets.VStack(10)}
	v.grid = grid.New(v, []grid.Column{
		{ID: "column", Title: texts.T("exchange.issues.column"), Width: 160},
		{ID: "value", Title: texts.T("exchange.issues.value"), Width: 180},
		{ID: "rows", Title: texts.T("exchange.sheets.rows"), Width: 64, Align: grid.AlignRight},
		{ID: "message", Title: texts.T("exchange.issues.message"), Width: 320, Flex: true},
	})
	v.grid.OnSelect = v.detail
	v.content = beside(in.s, "errors", v.grid, v.panel, 330)
	return v
}

// begin forgets what was said of the file before.
func (v *errorView) begin() { v.said = nil }

func (v *errorView) refresh() {
	v.groups = nil
	for _, p := range v.in.parts() {
		for _, g := range ask.Groups(p.Errors) {
			v.groups = append(v.groups, meant{Group: g, sheet: p.Sheet})
		}
	}
	for _, m := range v.said {
		if !slices.ContainsFunc(v.groups, func(g meant) bool { return g.ID == m.ID }) {
			v.groups = append(v.groups, m)
		}
	}
	v.grid.SetFooter(texts.N("exchange.issues.count", len(v.in.res.Errors)), texts.T("exchange.means.hint"))
	v.grid.Reload()
	if row, _ := v.grid.Cursor(); row < 0 && len(v.groups) > 0 {
		v.grid.Select(v.Key(0))
	}
	v.detail()
}

// Len implements grid.Source.
func (v *errorView) Len() int { return len(v.groups) }

// Key implements grid.Source.
func (v *errorView) Key(row int) string {
	g := v.groups[row]
	return strings.Join([]string{g.sheet, g.Column, g.Value, g.Message}, "\x00")
}

// Cell implements grid.Source.
func (v *errorView) Cell(row, col int) grid.Cell {
	g := v.groups[row]
	switch col {
	case 0:
		return grid.Cell{Text: g.Column}
	case 1:
		return grid.Cell{Text: oneLine(g.Value), Style: widgets.Strong}
	case 2:
		return grid.Cell{Text: text.Count(len(g.Rows))}
	}
	if g.means != "" {
		return grid.Cell{Text: meaningOf(g.means), Style: widgets.Good, Pill: true}
	}
	return grid.Cell{Text: g.Message}
}

func meaningOf(means string) string {
	if means == ask.Empty {
		return texts.T("exchange.means.empty.said")
	}
	return texts.T("exchange.means.said", means)
}

// detail shows the chosen text: where it stands, and the field to say what it means in.
func (v *errorView) detail() {
	row, _ := v.grid.Cursor()
	if row < 0 || row >= len(v.groups) {
		show(v.panel)
		return
	}
	g := v.groups[row]
	objects := []fyne.CanvasObject{
		widgets.VStack(3, widgets.NewText(g.Column, widgets.Muted), wrapped(g.Value, 3)),
		widgets.NewParagraph(rowsNamed(g.Rows), widgets.Muted),
		widgets.NewParagraph(g.Message, widgets.Normal),
	}
	if g.ID != "" {
		objects = append(objects, v.asking(g)...)
	}
	show(v.panel, objects...)
}

// asking is where the user says what a text means.
func (v *errorView) asking(g meant) []fyne.CanvasObject {
	was := g.means
	if was == ask.Empty {
		was = ""
	}
	entry := input.NewText(was, texts.T("exchange.means.example"), func(s string) error {
		if s = text.OneLine(s); s != "" {
			v.mean(g, s)
		}
		return nil
	})
	out := []fyne.CanvasObject{input.NewField(texts.T("exchange.means"), texts.T("exchange.means.help"), entry).AboveLabel(),
		widgets.HStack(8, widgets.NewButton(texts.T("exchange.means.empty"), func() { v.mean(g, ask.Empty) }))}
	if g.means != "" {
		out = append(out, widgets.NewButton(texts.T("exchange.means.forget"), func() { v.mean(g, "") }))
	}
	return out
}

// mean notes what a text means, "" for nothing said, and plans with it.
func (v *errorView) mean(g meant, means string) {
	g.means = means
	v.said = slices.DeleteFunc(v.said, func(m meant) bool { return m.ID == g.ID })
	if means != "" {
		v.said = append(v.said, g)
	}
	v.in.answer(g.ID, means)
}
