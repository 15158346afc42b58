package exchange

import (
	"strconv"

	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// unreadView lists the parts of the workbook that aren't read, or are read though
// somebody has put them aside. A sheet that isn't read may be read by itself.
type unreadView struct {
	in   *importer
	rows []ask.Unread
	grid *grid.Grid
}

func newUnreadView(in *importer) *unreadView {
	v := &unreadView{in: in}
	v.grid = grid.New(v, []grid.Column{
		{ID: "part", Title: texts.T("exchange.unread.part"), Width: 110},
		{ID: "name", Title: texts.T("exchange.unread.name"), Width: 190},
		{ID: "row", Title: texts.T("exchange.rows.row"), Width: 56, Align: grid.AlignRight},
		{ID: "why", Title: texts.T("exchange.issues.message"), Width: 480, Flex: true},
		{ID: "sheet", Title: texts.T("exchange.sheets.sheet"), Width: 150},
	})
	v.grid.OnOpen = v.open
	return v
}

// open reads the sheet of a row by itself, when that is what isn't read.
func (v *unreadView) open(row int) {
	if u := v.rows[row]; u.Part == ask.SheetPart && v.in.hasSheet(u.Sheet) {
		v.in.set(func(o *intake.Options) { o.Sheet, o.HeaderRow, o.Answers = u.Sheet, 0, nil })
		v.in.goTo(stepMapping)
	}
}

// hasSheet says that the user may choose a sheet.
func (in *importer) hasSheet(name string) bool {
	for _, sh := range in.book.Sheets {
		if sh.Name == name {
			return len(sh.Rows) > 0
		}
	}
	return false
}

func (v *unreadView) refresh() {
	v.rows = v.in.res.Unread
	hint := ""
	for _, u := range v.rows {
		if u.Part == ask.SheetPart && v.in.hasSheet(u.Sheet) {
			hint = texts.T("exchange.unread.hint")
		}
	}
	v.grid.SetFooter(texts.N("exchange.unread.count", len(v.rows)), hint)
	v.grid.Reload()
}

// Len implements grid.Source.
func (v *unreadView) Len() int { return len(v.rows) }

// Key implements grid.Source.
func (v *unreadView) Key(row int) string { return strconv.Itoa(row) }

// Cell implements grid.Source.
func (v *unreadView) Cell(row, col int) grid.Cell {
	u := v.rows[row]
	switch col {
	case 0:
		return grid.Cell{Text: texts.T("exchange.unread." + string(u.Part)), Style: widgets.Muted}
	case 1:
		return grid.Cell{Text: oneLine(u.Name), Style: widgets.Strong}
	case 2:
		if u.Row > 0 {
			return grid.Cell{Text: strconv.Itoa(u.Row), Style: widgets.Muted}
		}
		return grid.Cell{}
	case 4:
		return grid.Cell{Text: u.Sheet, Style: widgets.Muted}
	}
	return grid.Cell{Text: oneLine(u.Why)}
}
