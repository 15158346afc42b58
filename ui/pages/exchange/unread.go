package exchange

import (
	"strconv"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// unreadView lists the parts of the workbook that aren't read, or are read though
// somebody has put them aside, with what may be done with the chosen one instead.
type unreadView struct {
	in      *importer
	rows    []ask.Unread
	grid    *grid.Grid
	panel   *fyne.Container
	content fyne.CanvasObject
}

func newUnreadView(in *importer) *unreadView {
	v := &unreadView{in: in, panel: widgets.VStack(10)}
	v.grid = grid.New(v, []grid.Column{
		{ID: "part", Title: texts.T("exchange.unread.part"), Width: 96},
		{ID: "name", Title: texts.T("exchange.unread.name"), Width: 170},
		{ID: "why", Title: texts.T("exchange.issues.message"), Width: 360, Flex: true},
		{ID: "sheet", Title: texts.T("exchange.sheets.sheet"), Width: 130},
	})
	v.grid.OnSelect = v.detail
	v.grid.OnOpen = v.open
	v.content = beside(in.s, "unread", v.grid, v.panel, 300)
	return v
}

// open reads the sheet of a row by itself, when that is what isn't read.
func (v *unreadView) open(row int) {
	if u := v.rows[row]; v.in.readable(u) {
		v.in.readOnly(u.Sheet)
		v.in.goTo(stepMapping)
	}
}

// also reads the sheet of a row with those that are read.
func (v *unreadView) also(row int) {
	if u := v.rows[row]; v.in.readable(u) {
		v.in.readAlso(u.Sheet)
		v.in.goTo(stepMapping)
	}
}

// readable says that a part is a sheet that may be read.
func (in *importer) readable(u ask.Unread) bool {
	return u.Part == ask.SheetPart && in.hasSheet(u.Sheet)
}

// detail tells of the chosen part, and what may be done with it.
func (v *unreadView) detail() {
	row, _ := v.grid.Cursor()
	if row < 0 || row >= len(v.rows) {
		show(v.panel)
		return
	}
	u := v.rows[row]
	objects := []fyne.CanvasObject{
		widgets.VStack(3, widgets.NewText(text.Capital(texts.T("exchange.unread."+string(u.Part))), widgets.Muted), wrapped(u.Name, 3)),
		widgets.NewParagraph(text.Capital(u.Why), widgets.Normal),
	}
	if len(u.Options) > 0 {
		objects = append(objects, input.NewField(texts.T("exchange.unread.do"), "", v.choice(u)).AboveLabel())
	}
	if v.in.readable(u) {
		objects = append(objects, widgets.HStack(0, widgets.NewButton(texts.T("exchange.unread.also"), func() { v.also(row) })), widgets.HStack(0, widgets.NewButton(texts.T("exchange.unread.read"), func() { v.open(row) })))
	}
	show(v.panel, objects...)
}

// choice lets the user say what is done with a part.
func (v *unreadView) choice(u ask.Unread) fyne.CanvasObject {
	options := make([]widgets.Option, len(u.Options))
	for i, o := range u.Options {
		options[i] = widgets.Option{ID: o.Key, Label: o.Label}
	}
	answer := input.NewSelect(options, u.Answer, func(key string) error {
		v.in.answer(u.ID, key)
		return nil
	})
	answer.Clearable = true
	answer.Placeholder = texts.T("exchange.unread.asis")
	return answer
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
	v.grid.SetFooter(texts.N("exchange.unread.count", len(v.rows)), "")
	v.grid.Reload()
	if row, _ := v.grid.Cursor(); row < 0 && len(v.rows) > 0 {
		v.grid.Select(v.Key(0))
	}
	v.detail()
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
	case 3:
		return grid.Cell{Text: u.Sheet, Style: widgets.Muted}
	}
	return grid.Cell{Text: text.Capital(oneLine(u.Why))}
}
