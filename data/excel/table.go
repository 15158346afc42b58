package excel

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/sheet"
)

const (
	sampleRows = 200   // that decide the widths of columns
	newRows    = 1_000 // below the table that keep its choices, for new entries
	sumText    = "Summa"

	noteColumns = 20 // beside a protected table that may be written in
)

// tableWriter writes one table. Its first rows wait in sample, because widths
// must be written before any row.
type tableWriter struct {
	b       *bookWriter
	stream  *excelize.StreamWriter
	out     sheet.Out
	name    string
	head    int // number of the heading's row
	row     int // number of the last row written
	sample  [][]sheet.Cell
	begun   bool
	cells   []excelize.Cell // of the row being written, used again for each
	values  []any
	sums    []total
	protect bool
}

func (b *bookWriter) writeTable(stream *excelize.StreamWriter, out sheet.Out) error {
	if len(out.Columns) > maxColumns {
		return fault.New(fault.TooLarge, fmt.Sprintf("Bladet ”%s” har fler kolumner än Excel rymmer (16 384). Inget har sparats. Välj färre kolumner.", out.Name))
	}
	t := &tableWriter{
		b: b, stream: stream, out: out, name: stream.Sheet, head: headRow(out),
		cells:  make([]excelize.Cell, len(out.Columns)),
		values: make([]any, len(out.Columns)),
		sums:   make([]total, len(out.Columns)),
	}
	for _, column := range out.Columns {
		t.protect = t.protect || column.Locked
	}
	if out.Each != nil {
		if err := out.Each(t.add); err != nil {
			return err
		}
	}
	if err := t.begin(); err != nil {
		return err
	}
	return t.finish()
}

// add takes one row.
func (t *tableWriter) add(row []sheet.Cell) error {
	if t.begun {
		return t.write(row)
	}
	t.sample = append(t.sample, append([]sheet.Cell(nil), row...))
	if len(t.sample) < sampleRows {
		return nil
	}
	return t.begin()
}

// begin writes everything above the table and the rows that waited.
func (t *tableWriter) begin() error {
	if t.begun {
		return nil
	}
	t.begun = true
	if err := t.layout(); err != nil {
		return err
	}
	if t.out.Title != "" {
		if err := t.writeTitle(); err != nil {
			return err
		}
	}
	headings := make([]any, len(t.out.Columns))
	for i, column := range t.out.Columns {
		heading := cleanWritten(column.Heading)
		headings[i] = excelize.Cell{StyleID: t.b.styles.heading, Value: heading}
		if column.Key != "" {
			t.b.keys = append(t.b.keys, []any{t.name, i, column.Key, heading, t.head, t.out.Kind})
		}
	}
	if err := t.stream.SetRow(cellName(1, t.head), headings, excelize.RowOpts{Height: t.headHeight()}); err != nil {
		return err
	}
	t.row = t.head
	for _, row := range t.sample {
		if err := t.write(row); err != nil {
			return err
		}
	}
	t.sample = nil
	return nil
}

// writeTitle writes the title and the empty row below it. The rows have a
// style of their own, so that a locked column's grey doesn't show there.
func (t *tableWriter) writeTitle() error {
	plain := excelize.RowOpts{StyleID: t.b.styles.free}
	title := []any{excelize.Cell{StyleID: t.b.styles.title, Value: cleanWritten(t.out.Title)}}
	if err := t.stream.SetRow("A1", title, plain); err != nil {
		return err
	}
	return t.stream.SetRow("A2", nil, plain)
}

// headHeight is the height in points that the longest heading needs.
func (t *tableWriter) headHeight() float64 {
	lines := 1
	for i, column := range t.out.Columns {
		fits := max(int(t.width(i))-4, 1) // the filter's button takes room
		n := strings.Count(column.Heading, "\n") + 1
		lines = max(lines, n, (utf8.RuneCountInString(column.Heading)+fits-1)/fits)
	}
	return float64(6 + 15*min(lines, 6))
}

// layout sets widths, column styles and the frozen head.
func (t *tableWriter) layout() error {
	for i, column := range t.out.Columns {
		if err := t.stream.SetColWidth(i+1, i+1, t.width(i)); err != nil {
			return err
		}
		if err := t.stream.SetColStyle(i+1, i+1, t.b.styles.of(column, sheet.Text)); err != nil {
			return err
		}
		if column.Hidden {
			if err := t.stream.SetColVisible(i+1, i+1, false); err != nil {
				return err
			}
		}
	}
	if n := len(t.out.Columns); t.protect && n < maxColumns {
		// Room for notes; the library writes each column by itself, so no more.
		if err := t.stream.SetColStyle(n+1, min(n+noteColumns, maxColumns), t.b.styles.free); err != nil {
			return err
		}
	}
	return t.stream.SetPanes(t.panes())
}

// panes keep the head, and the first columns, in view.
func (t *tableWriter) panes() *excelize.Panes {
	frozen := min(t.out.Frozen, len(t.out.Columns))
	below, pane := cellName(frozen+1, t.head+1), "bottomLeft"
	if frozen > 0 {
		pane = "bottomRight"
	}
	return &excelize.Panes{Freeze: true, XSplit: frozen, YSplit: t.head, TopLeftCell: below, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: below, ActiveCell: below, Pane: pane}}}
}

// width is the column's width in characters, from its heading and the sample.
func (t *tableWriter) width(i int) float64 {
	column := t.out.Columns[i]
	if column.Width > 0 {
		return min(column.Width, 255)
	}
	least, most := columnForms[column.Type].least, columnForms[column.Type].most
	n := least
	for _, word := range strings.Fields(column.Heading) {
		n = max(n, utf8.RuneCountInString(word)+4) // room for the filter's button
	}
	for _, row := range t.sample {
		if i < len(row) {
			line, _, _ := strings.Cut(row[i].Text, "\n")
			n = max(n, utf8.RuneCountInString(line)+2)
		}
	}
	return float64(min(n, max(most, least)))
}

// write writes one row of the table.
func (t *tableWriter) write(row []sheet.Cell) error {
	t.row++
	if t.row&255 == 0 && t.b.ctx.Err() != nil {
		return fault.Wrap(fault.Canceled, "Exporten till Excel avbröts. Inget har sparats.", t.b.ctx.Err())
	}
	if t.row >= maxRows {
		return fault.New(fault.TooLarge, fmt.Sprintf("Bladet ”%s” har fler rader än Excel rymmer (1 048 576). Inget har sparats. Välj färre rader.", t.out.Name))
	}
	for i := range t.values {
		t.values[i] = nil
		if i >= len(row) || row[i].Kind == sheet.Empty {
			continue
		}
		column := t.out.Columns[i]
		value, kind := valueOf(row[i])
		if text, ok := value.(string); ok && tooLong(text) {
			return longText(t.out.Name, t.row, column.Heading)
		}
		if column.Sum && row[i].Kind == sheet.Number {
			t.sums[i].add(row[i])
		}
		t.cells[i] = excelize.Cell{StyleID: t.b.styles.of(column, kind), Value: value, Formula: t.formula(row[i].Formula)}
		if row[i].Strong {
			t.cells[i].StyleID = t.b.styles.strong(column, kind)
		}
		t.values[i] = &t.cells[i]
	}
	return t.stream.SetRow("A"+strconv.Itoa(t.row), t.values)
}

// reference is a place in a formula, counted from the first cell of the table.
var reference = regexp.MustCompile(`\[(\d+),(\d+)\]`)

// formula is a cell's formula with the places that its references have in the sheet.
func (t *tableWriter) formula(s string) string {
	if s == "" {
		return ""
	}
	return reference.ReplaceAllStringFunc(s, func(ref string) string {
		m := reference.FindStringSubmatch(ref)
		row, _ := strconv.Atoi(m[1])
		column, _ := strconv.Atoi(m[2])
		return cellName(column+1, t.head+1+row)
	})
}

// finish writes the sums and the rules of the sheet.
func (t *tableWriter) finish() error {
	last := t.row
	if err := t.writeSums(); err != nil {
		return err
	}
	if err := t.validations(last); err != nil {
		return err
	}
	area := fmt.Sprintf("A%d:%s", t.head, cellName(len(t.out.Columns), max(last, t.head+1)))
	if err := t.b.file.AutoFilter(t.name, area, nil); err != nil {
		return err
	}
	if !t.protect {
		return nil
	}
	return t.b.file.ProtectSheet(t.name, &excelize.SheetProtectionOptions{
		AutoFilter: true, Sort: true, FormatCells: true, FormatColumns: true, FormatRows: true,
		InsertRows: true, DeleteRows: true, InsertHyperlinks: true, PivotTables: true, EditObjects: true,
		SelectLockedCells: true, SelectUnlockedCells: true,
	})
}

// writeSums writes the row of sums: formulas, so that they follow edits and
// filters, with the values they have now for readers that don't calculate.
func (t *tableWriter) writeSums() error {
	first, last, found := t.head+1, t.row, false
	for i, column := range t.out.Columns {
		t.values[i] = nil
		if !column.Sum || last < first {
			continue
		}
		found = true
		letter, _ := excelize.ColumnNumberToName(i + 1)
		t.cells[i] = excelize.Cell{
			StyleID: t.b.styles.sum[column.Type],
			Formula: fmt.Sprintf("SUBTOTAL(109,%s%d:%s%d)", letter, first, letter, last),
			Value:   t.sums[i].float(),
		}
		t.values[i] = &t.cells[i]
	}
	if !found {
		return nil
	}
	if t.values[0] == nil {
		t.cells[0] = excelize.Cell{StyleID: t.b.styles.sumLabel, Value: sumText}
		t.values[0] = &t.cells[0]
	}
	t.row++
	return t.stream.SetRow("A"+strconv.Itoa(t.row), t.values, excelize.RowOpts{Height: 18})
}

// headRow is the number of the row that the headings stand in: below the
// title, with a row of air between, when there is one.
func headRow(out sheet.Out) int {
	if out.Title == "" {
		return 1
	}
	return 3
}
