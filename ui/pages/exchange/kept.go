package exchange

import (
	"strconv"

	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/field"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// keptView lists what the list no longer has, and the cells that couldn't be read or were
// read with a reservation, each with the record that keeps what stood there: it opens.
type keptView struct {
	in   *importer
	rows []keptRow
	grid *grid.Grid
}

// keptRow is a cell and the record of its row; none for a row that was passed over.
type keptRow struct {
	ask.Issue
	sheet  string
	record field.ID
}

func newKeptView(in *importer) *keptView {
	v := &keptView{in: in}
	for _, m := range in.res.Gone {
		v.rows = append(v.rows, keptRow{Issue: ask.Issue{Message: goneSaid(in.res.Retired)}, record: m.Record})
	}
	for _, p := range in.parts() {
		of := map[int]field.ID{}
		for i := range p.Rows {
			of[p.Rows[i].Number] = p.Rows[i].Record
		}
		for _, list := range [][]ask.Issue{p.Errors, p.Remarks} {
			for _, i := range list {
				v.rows = append(v.rows, keptRow{i, p.Sheet, of[i.Row]})
			}
		}
	}
	columns := []grid.Column{
		{ID: "row", Title: texts.T("exchange.rows.row"), Width: 56, Align: grid.AlignRight},
		{ID: "name", Title: texts.T("exchange.rows.name"), Width: 200, Flex: true},
		{ID: "column", Title: texts.T("exchange.issues.column"), Width: 150},
		{ID: "value", Title: texts.T("exchange.issues.value"), Width: 170},
		{ID: "message", Title: texts.T("exchange.issues.message"), Width: 380, Flex: true},
	}
	if len(in.parts()) > 1 {
		columns = append(columns, grid.Column{ID: "sheet", Title: texts.T("exchange.sheets.sheet"), Width: 130})
	}
	v.grid = grid.New(v, columns)
	v.grid.OnOpen = func(row int) { in.s.Open(v.rows[row].record) }
	v.grid.SetFooter(texts.N("exchange.done.kept.count", len(v.rows)), texts.T("exchange.done.kept.hint"))
	return v
}

// goneSaid is what is said of a record that the list no longer has.
func goneSaid(retired bool) string {
	if retired {
		return texts.T("exchange.gone.retired")
	}
	return texts.T("exchange.gone.left")
}

// Len implements grid.Source.
func (v *keptView) Len() int { return len(v.rows) }

// Key implements grid.Source.
func (v *keptView) Key(row int) string { return strconv.Itoa(row) }

// Cell implements grid.Source.
func (v *keptView) Cell(row, col int) grid.Cell {
	r := v.rows[row]
	switch col {
	case 0:
		if r.Row == 0 {
			return grid.Cell{}
		}
		return grid.Cell{Text: strconv.Itoa(r.Row), Style: widgets.Muted}
	case 1:
		if r := v.in.s.Portfolio().Get(r.record); r != nil {
			return grid.Cell{Text: r.Name(), Style: widgets.Strong}
		}
		return grid.Cell{}
	case 2:
		return grid.Cell{Text: r.Column}
	case 3:
		return grid.Cell{Text: oneLine(r.Value), Style: widgets.Strong}
	case 5:
		return grid.Cell{Text: r.sheet, Style: widgets.Muted}
	}
	return grid.Cell{Text: r.Message}
}
