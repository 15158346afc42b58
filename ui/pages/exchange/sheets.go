package exchange

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/system"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// sheetView lists the sheets of a workbook that are read together, and those that aren't
// read. One that is read opens its columns; one that isn't is read with the others.
type sheetView struct {
	in      *importer
	left    []ask.Unread
	grid    *grid.Grid
	content fyne.CanvasObject
}

func newSheetView(in *importer) *sheetView {
	v := &sheetView{in: in}
	num := func(id string) grid.Column {
		return grid.Column{ID: id, Title: texts.T("exchange.sheets." + id), Width: 110, Align: grid.AlignRight}
	}
	v.grid = grid.New(v, []grid.Column{
		{ID: "sheet", Title: texts.T("exchange.sheets.sheet"), Width: 200, Flex: true},
		{ID: "kind", Title: texts.T("exchange.sheets.kind"), Width: 130},
		num("rows"), num("new"), num("changed"), num("unchanged"), num("skipped"), num("errors"),
	})
	v.grid.OnOpen = func(row int) {
		if parts := in.parts(); row < len(parts) {
			in.lookAt(partKey(parts[row]))
		} else {
			in.readAlso(v.left[row-len(parts)].Sheet)
		}
	}
	v.content = container.NewStack(v.grid)
	return v
}

func (v *sheetView) refresh() {
	v.left = v.left[:0]
	for _, u := range v.in.res.Unread {
		if v.in.readable(u) {
			v.left = append(v.left, u)
		}
	}
	hint := texts.T("exchange.sheets.hint")
	if len(v.left) > 0 {
		hint = texts.T("exchange.sheets.hint.left")
	}
	v.grid.SetFooter(hint, "")
	v.grid.Reload()
}

// Len implements grid.Source.
func (v *sheetView) Len() int { return len(v.in.parts()) + len(v.left) }

// Key implements grid.Source.
func (v *sheetView) Key(row int) string {
	if parts := v.in.parts(); row < len(parts) {
		return partKey(parts[row])
	}
	return v.left[row-len(v.in.parts())].Sheet
}

// Cell implements grid.Source.
func (v *sheetView) Cell(row, col int) grid.Cell {
	if parts := v.in.parts(); row >= len(parts) {
		return v.leftCell(v.left[row-len(parts)], col)
	}
	r := v.in.parts()[row]
	switch col {
	case 0:
		return grid.Cell{Text: r.Sheet, Style: widgets.Strong}
	case 1:
		return grid.Cell{Text: text.Capital(r.Kind.Many)}
	}
	n := [...]int{r.RowsRead, r.New, r.Changed, r.Unchanged, len(r.Skipped()), len(r.Errors)}[col-2]
	cell := grid.Cell{Text: text.Count(n)}
	switch {
	case n == 0:
		cell.Style = widgets.Muted
	case col == 7:
		cell.Style = widgets.Bad
	}
	return cell
}

func (v *sheetView) leftCell(u ask.Unread, col int) grid.Cell {
	switch col {
	case 0:
		return grid.Cell{Text: u.Sheet, Style: widgets.Muted}
	case 1:
		return grid.Cell{Text: texts.T("exchange.sheets.left"), Style: widgets.Muted}
	}
	return grid.Cell{}
}

// rawRows is how many of a sheet's first rows are shown to find the headings.
const (
	rawRows    = 30
	rawColumns = 12
)

// rawView shows the first rows of a sheet as they are, for the user to point
// out the headings when they can't be found.
type rawView struct {
	in      *importer
	grid    *grid.Grid
	name    *fyne.Container
	content fyne.CanvasObject
}

func newRawView(in *importer) *rawView {
	v := &rawView{in: in, name: container.NewStack()}
	columns := []grid.Column{{ID: "row", Title: texts.T("exchange.raw.row"), Width: 48}}
	for i := range rawColumns {
		columns = append(columns, grid.Column{ID: sheet.Letters(i), Title: sheet.Letters(i), Width: 130})
	}
	v.grid = grid.New(v, columns)
	v.grid.OnOpen = func(row int) {
		if sh := v.sheet(); sh != nil {
			in.set(func(o *intake.Options) { o.HeaderRow = sh.Rows[row].Number })
		}
	}
	v.content = container.NewBorder(widgets.Inset(10, 14, 10, 14, v.name), nil, nil, nil, v.grid)
	return v
}

// sheet is the one being read: that chosen, that found, else the first.
func (v *rawView) sheet() *sheet.Sheet {
	in := v.in
	want := in.opts.Sheet
	if want == "" && in.res != nil {
		want = in.res.Sheet
	}
	var first *sheet.Sheet
	for i := range in.book.Sheets {
		sh := &in.book.Sheets[i]
		switch {
		case sh.Hidden || len(sh.Rows) == 0:
		case sh.Name == want:
			return sh
		case first == nil:
			first = sh
		}
	}
	return first
}

func (v *rawView) refresh() {
	rows := []fyne.CanvasObject{widgets.NewParagraph(texts.T("exchange.raw.hint"), widgets.Muted)}
	if s := v.nameSelect(); s != nil {
		rows = append(rows, widgets.HStack(10, widgets.NewText(texts.T("exchange.raw.name"), widgets.Normal), widgets.MinSize(280, 0, s)))
	}
	v.name.Objects = []fyne.CanvasObject{widgets.VStack(8, rows...)}
	v.name.Refresh()
	v.grid.SetSource(v)
}

// nameSelect lets the user say which column holds the names, once the row of
// headings is known.
func (v *rawView) nameSelect() fyne.CanvasObject {
	in, sh := v.in, v.sheet()
	if sh == nil || in.opts.HeaderRow == 0 {
		return nil
	}
	i := slices.IndexFunc(sh.Rows, func(r sheet.Row) bool { return r.Number == in.opts.HeaderRow })
	if i < 0 {
		return nil
	}
	kind := in.opts.Kind
	if kind == nil {
		kind = system.Kind
	}
	var options []widgets.Option
	current := ""
	for _, c := range sh.Rows[i].Cells {
		if !c.IsEmpty() {
			heading := strings.Join(strings.Fields(c.Text), " ")
			options = append(options, widgets.Option{ID: heading, Label: heading})
			if in.opts.Map[heading] == kind.Title().Key {
				current = heading
			}
		}
	}
	return input.NewSelect(options, current, func(heading string) error {
		in.set(func(o *intake.Options) { o.Map = map[string]string{heading: kind.Title().Key} })
		return nil
	})
}

// Len implements grid.Source.
func (v *rawView) Len() int {
	if v.in.book == nil || v.sheet() == nil {
		return 0
	}
	return min(len(v.sheet().Rows), rawRows)
}

// Key implements grid.Source.
func (v *rawView) Key(row int) string { return strconv.Itoa(v.sheet().Rows[row].Number) }

// Cell implements grid.Source.
func (v *rawView) Cell(row, col int) grid.Cell {
	r := v.sheet().Rows[row]
	if col == 0 {
		return grid.Cell{Text: strconv.Itoa(r.Number), Style: widgets.Muted}
	}
	return grid.Cell{Text: oneLine(r.At(col - 1).Text)}
}

// rowText is what stands in a row, cut at most letters.
func rowText(r sheet.Row, most int) string {
	var words []string
	for _, c := range r.Cells {
		if !c.IsEmpty() {
			words = append(words, oneLine(c.Text))
		}
	}
	s := []rune(strings.Join(words, ", "))
	if len(s) > most {
		return string(s[:most]) + "…"
	}
	return string(s)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
