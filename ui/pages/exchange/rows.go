package exchange

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// The filters that aren't a status.
const (
	filterAll    = "all"
	filterErrors = "errors"
)

var statusStyles = map[intake.Status]widgets.Style{intake.New: widgets.Good, intake.Changed: widgets.Info, intake.Unchanged: widgets.Neutral, intake.Skipped: widgets.Warn}

// rowView lists the rows and what would happen to each, with the chosen one
// beside them.
type rowView struct {
	in      *importer
	filter  string
	rows    []previewRow
	grid    *grid.Grid
	panel   *fyne.Container
	content fyne.CanvasObject
}

// previewRow is a row of one of the sheets.
type previewRow struct {
	sheet  *intake.Result
	row    *intake.Row
	errors []ask.Issue
}

func newRowView(in *importer) *rowView {
	v := &rowView{in: in, filter: filterAll, panel: widgets.VStack(10)}
	v.grid = grid.New(v, v.columns(false))
	v.grid.Empty = widgets.NewEmpty("search", texts.T("exchange.rows.none"), texts.T("exchange.rows.none.text"))
	v.grid.OnSelect = v.detail
	v.content = beside(in.s, "rows", v.grid, v.panel, 330)
	return v
}

func (v *rowView) columns(several bool) []grid.Column {
	wide := float32(330)
	if several {
		wide = 200
	}
	out := []grid.Column{
		{ID: "row", Title: texts.T("exchange.rows.row"), Width: 56, Align: grid.AlignRight},
		{ID: "status", Title: texts.T("exchange.rows.status"), Width: 108},
		{ID: "name", Title: texts.T("exchange.rows.name"), Width: 200, Flex: true},
		{ID: "what", Title: texts.T("exchange.rows.what"), Width: wide, Flex: true},
	}
	if several {
		out = append(out, grid.Column{ID: "sheet", Title: texts.T("exchange.sheets.sheet"), Width: 130})
	}
	return out
}

// errorRows gives the cells that couldn't be read, by row.
func errorRows(r *intake.Result) map[int][]ask.Issue {
	out := map[int][]ask.Issue{}
	for _, e := range r.Errors {
		out[e.Row] = append(out[e.Row], e)
	}
	return out
}

func (v *rowView) setFilter(id string) { v.filter = id; v.load() }

// load gathers the rows that pass the filter.
func (v *rowView) load() {
	v.rows = v.rows[:0:0]
	parts := v.in.parts()
	for _, p := range parts {
		errors := errorRows(p)
		for i := range p.Rows {
			r := &p.Rows[i]
			if v.filter == filterAll || v.filter == string(r.Status) || v.filter == filterErrors && len(errors[r.Number]) > 0 {
				v.rows = append(v.rows, previewRow{p, r, errors[r.Number]})
			}
		}
	}
	if several := len(parts) > 1; several != (len(v.grid.Columns) == 5) {
		v.grid.SetColumns(v.columns(several), 0)
	}
	v.grid.Reload()
	if row, _ := v.grid.Cursor(); row < 0 && len(v.rows) > 0 {
		v.grid.Select(v.Key(0))
	}
	v.grid.SetFooter(texts.N("exchange.rows.count", len(v.rows)), "")
	v.detail()
}

// Len implements grid.Source.
func (v *rowView) Len() int { return len(v.rows) }

// Key implements grid.Source.
func (v *rowView) Key(row int) string {
	r := v.rows[row]
	return r.sheet.Sheet + "\x00" + strconv.Itoa(r.row.Number)
}

// Cell implements grid.Source.
func (v *rowView) Cell(row, col int) grid.Cell {
	r := v.rows[row]
	switch col {
	case 0:
		return grid.Cell{Text: strconv.Itoa(r.row.Number), Style: widgets.Muted}
	case 1:
		word, style := becomes(r.row)
		return grid.Cell{Text: word, Style: style, Pill: true}
	case 2:
		return grid.Cell{Text: nameOf(r.row), Style: widgets.Strong}
	case 4:
		return grid.Cell{Text: r.sheet.Sheet, Style: widgets.Muted}
	}
	cell := grid.Cell{Text: whatOf(r.row), Style: widgets.Muted}
	if r.row.Status == intake.Changed {
		cell.Style = widgets.Normal
	}
	if len(r.errors) > 0 {
		cell.Icon = "triangle-alert"
		cell.Text = strings.TrimPrefix(cell.Text+" · "+texts.N("exchange.rows.errors", len(r.errors)), " · ")
	}
	return cell
}

// becomes is what a row becomes, as a word and a tone: one that only arranges the list is
// no trouble though it is passed over.
func becomes(r *intake.Row) (string, widgets.Style) {
	switch r.Role {
	case identify.Heads:
		return texts.T("exchange.role.heads"), widgets.Accent
	case identify.Arranges:
		return r.Status.Label(), widgets.Neutral
	}
	return r.Status.Label(), statusStyles[r.Status]
}

// reasonOf is why, without the word that stands beside it.
func reasonOf(r *intake.Row) string {
	if r.Role == identify.Heads {
		return strings.TrimPrefix(r.Reason, texts.T("exchange.role.heads")+": ")
	}
	return r.Reason
}

func nameOf(r *intake.Row) string {
	return strings.TrimSpace(r.Ref + " " + r.Name)
}

// whatOf is what would happen to a row, on one line.
func whatOf(r *intake.Row) string {
	var parts []string
	if r.Reason != "" {
		parts = append(parts, reasonOf(r))
	}
	for _, c := range r.Cells {
		if isName(r, c) {
			continue
		}
		if r.Status == intake.New {
			parts = append(parts, texts.T("exchange.cell.new", c.Column, oneLine(c.After)))
		} else {
			parts = append(parts, texts.T("exchange.cell.change", c.Column, orDash(oneLine(c.Before)), orDash(oneLine(c.After))))
		}
	}
	return strings.Join(parts, " · ")
}

// isName says that a cell of a new row is its name, which stands beside.
func isName(r *intake.Row, c intake.Cell) bool { return r.Status == intake.New && c.After == r.Name }

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// detail shows the chosen row, cell by cell.
func (v *rowView) detail() {
	row, _ := v.grid.Cursor()
	if row < 0 || row >= len(v.rows) {
		show(v.panel)
		return
	}
	r := v.rows[row]
	head := widgets.VStack(3, widgets.NewText(texts.T("exchange.rows.at", r.row.Number, r.sheet.Sheet), widgets.Muted))
	if name := nameOf(r.row); name != "" {
		head.Add(wrapped(name, 2))
	}
	word, style := becomes(r.row)
	objects := []fyne.CanvasObject{head, widgets.HStack(0, widgets.NewPill(word, style))}
	if r.row.Reason != "" {
		objects = append(objects, widgets.NewParagraph(text.Capital(reasonOf(r.row)), widgets.Normal))
	}
	for _, e := range r.errors {
		objects = append(objects, widgets.VStack(1, widgets.NewText(e.Column, widgets.Muted), widgets.NewParagraph(e.Message, widgets.Bad)))
	}
	for _, c := range r.row.Cells {
		if isName(r.row, c) {
			continue
		}
		cell := widgets.VStack(1, widgets.NewText(c.Column, widgets.Muted))
		if r.row.Status != intake.New {
			cell.Add(widgets.NewParagraph(texts.T("exchange.cell.before", orDash(c.Before)), widgets.Muted))
		}
		cell.Add(widgets.NewParagraph(orDash(c.After), widgets.Normal))
		objects = append(objects, cell)
	}
	if r.row.Status == intake.Unchanged && r.row.Reason == "" {
		objects = append(objects, widgets.NewParagraph(texts.T("exchange.rows.same"), widgets.Muted))
	}
	show(v.panel, objects...)
}

// remarkView lists what was read with a reservation: what is said of a text in a column
// once, with the rows where it stands.
type remarkView struct {
	groups  []ask.Group
	sheets  []string
	grid    *grid.Grid
	content fyne.CanvasObject
}

func newRemarkView() *remarkView {
	v := &remarkView{}
	v.grid = grid.New(v, []grid.Column{
		{ID: "rows", Title: texts.T("exchange.rows.row"), Width: 150},
		{ID: "sheet", Title: texts.T("exchange.sheets.sheet"), Width: 130},
		{ID: "column", Title: texts.T("exchange.issues.column"), Width: 160},
		{ID: "value", Title: texts.T("exchange.issues.value"), Width: 180},
		{ID: "message", Title: texts.T("exchange.issues.message"), Width: 380, Flex: true},
	})
	v.content = v.grid
	return v
}

func (v *remarkView) set(parts []*intake.Result) {
	v.groups, v.sheets = nil, nil
	said := 0
	for _, p := range parts {
		for _, g := range ask.Groups(p.Remarks) {
			v.groups, v.sheets = append(v.groups, g), append(v.sheets, p.Sheet)
		}
		said += len(p.Remarks)
	}
	v.grid.SetFooter(texts.N("exchange.issues.count", said), "")
	v.grid.Reload()
}

// Len implements grid.Source.
func (v *remarkView) Len() int { return len(v.groups) }

// Key implements grid.Source.
func (v *remarkView) Key(row int) string { return strconv.Itoa(row) }

// rowsShown is how many rows of a remark fit in its cell.
const rowsShown = 3

// Cell implements grid.Source.
func (v *remarkView) Cell(row, col int) grid.Cell {
	g := v.groups[row]
	switch col {
	case 0: // empty for what is about the whole file
		return grid.Cell{Text: firstOf(g.Rows, rowsShown), Style: widgets.Muted}
	case 1:
		return grid.Cell{Text: v.sheets[row], Style: widgets.Muted}
	case 2:
		return grid.Cell{Text: g.Column}
	case 3:
		return grid.Cell{Text: oneLine(g.Value), Style: widgets.Strong}
	}
	return grid.Cell{Text: g.Message}
}

// nameView lists the units or persons that would be made.
type nameView struct {
	names   []string
	grid    *grid.Grid
	content fyne.CanvasObject
}

func newNameView() *nameView {
	v := &nameView{}
	v.grid = grid.New(v, []grid.Column{{ID: "name", Width: 400, Flex: true}})
	v.content = v.grid
	return v
}

func (v *nameView) set(title string, names []string) {
	v.names = names
	v.grid.SetColumns([]grid.Column{{ID: "name", Title: title, Width: 400, Flex: true}}, 0)
	v.grid.SetFooter(texts.T("exchange.names.hint"), "")
}

// Len implements grid.Source.
func (v *nameView) Len() int { return len(v.names) }

// Key implements grid.Source.
func (v *nameView) Key(row int) string { return strconv.Itoa(row) }

// Cell implements grid.Source.
func (v *nameView) Cell(row, _ int) grid.Cell { return grid.Cell{Text: v.names[row]} }
