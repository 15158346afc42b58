package excel

import (
	"context"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/sheet"
)

// writtenAt stands as the time of every workbook, so that the same content
// gives the same bytes.
const writtenAt = "2000-01-01T00:00:00Z"

// Write writes the workbook. The same book gives the same bytes.
//
// A table's columns that are Locked are grey and protected; everything else
// may be edited, filtered and formatted. Sum columns get a live sum in a row
// that begins with "Summa". Which field a column holds is written in sheet.KeySheet.
// Booleans are written as "ja" and "nej", line ends as \n; characters that a
// workbook can't hold are left out, but a text that is too long for a cell is
// a fault that names the cell, because cutting it would lose what someone
// wrote. Sheet names that Excel doesn't allow are made to fit.
//
// progress is called with a fraction between 0 and 1 that never falls; it may
// be nil. Errors from w and from Each are given back as they are.
func Write(ctx context.Context, w io.Writer, book sheet.OutBook, progress func(float64)) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fault.Wrap(fault.Internal, "Ett internt fel stoppade Excel-exporten. Inget har sparats. Försök igen.", fault.Caught(r))
		}
	}()
	if progress == nil {
		progress = func(float64) {}
	}
	b, err := newBookWriter(ctx, book)
	if err != nil {
		return err
	}
	defer b.file.Close()
	for i, out := range book.Sheets {
		if err := b.writeSheet(i, out); err != nil {
			return err
		}
		progress(0.8 * float64(i+1) / float64(len(book.Sheets)))
	}
	if err := b.writeHidden(); err != nil {
		return err
	}
	if err := b.file.Write(w); err != nil {
		return err
	}
	progress(1)
	return nil
}

// bookWriter holds what the sheets of one workbook share.
type bookWriter struct {
	ctx    context.Context
	file   *excelize.File
	styles styles
	names  []string // of the sheets, made to fit
	keys   [][]any  // rows of sheet.KeySheet
	mark   string
	lists  [][]string        // columns of listSheet
	listAt map[string]string // the choices, joined, to their range
}

func newBookWriter(ctx context.Context, book sheet.OutBook) (*bookWriter, error) {
	b := &bookWriter{ctx: ctx, file: excelize.NewFile(), mark: cleanWritten(book.Mark), listAt: map[string]string{}}
	b.file.SetZipWriter(newSortedZip)
	b.names = sheetNames(book.Sheets)
	if len(b.names) == 0 {
		return nil, fault.New(fault.Invalid, "Det finns inget att exportera. Inget har sparats. Välj minst ett blad.")
	}
	if err := b.file.SetSheetName("Sheet1", b.names[0]); err != nil {
		return nil, err
	}
	for _, name := range b.names[1:] {
		if _, err := b.file.NewSheet(name); err != nil {
			return nil, err
		}
	}
	err := b.file.SetDocProps(&excelize.DocProperties{
		Title: cleanWritten(book.Title), Creator: cleanWritten(book.Author), LastModifiedBy: cleanWritten(book.Author),
		Identifier: cleanWritten(book.Mark),
		Created:    writtenAt, Modified: writtenAt, Language: "sv-SE",
	})
	if err != nil {
		return nil, err
	}
	if err := b.file.SetAppProps(&excelize.AppProperties{Application: "IT-portföljen"}); err != nil {
		return nil, err
	}
	// Without this the library says that Excel made the file, and LibreOffice
	// then trusts the heights of rows instead of fitting them to their text.
	b.file.WorkBook.FileVersion = nil
	b.styles, err = newStyles(b.file)
	return b, err
}

func (b *bookWriter) writeSheet(i int, out sheet.Out) error {
	if err := b.ctx.Err(); err != nil {
		return fault.Wrap(fault.Canceled, "Exporten till Excel avbröts. Inget har sparats.", err)
	}
	if err := b.onPaper(b.names[i], out); err != nil {
		return err
	}
	stream, err := b.file.NewStreamWriter(b.names[i])
	if err != nil {
		return err
	}
	if len(out.Columns) == 0 {
		err = b.writeProse(stream, out)
	} else {
		err = b.writeTable(stream, out)
	}
	if err != nil {
		return err
	}
	return stream.Flush()
}

// wide is from how many columns a sheet is printed on its side, and unfitted
// from how many it isn't squeezed to one page's width.
const wide, unfitted = 6, 24

// onPaper says how a sheet is printed: A4, all columns on one page's width
// unless they are too many to be read so, and the headings on each page.
func (b *bookWriter) onPaper(name string, out sheet.Out) error {
	const a4 = 9
	paper, way, one, any := a4, "portrait", 1, 0
	if len(out.Columns) >= wide {
		way = "landscape"
	}
	fit := len(out.Columns) < unfitted
	if err := b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &way, FitToWidth: &one, FitToHeight: &any}); err != nil {
		return err
	}
	if len(out.Columns) == 0 {
		return nil
	}
	head := headRow(out)
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name, RefersTo: fmt.Sprintf("'%s'!$%d:$%d", strings.ReplaceAll(name, "'", "''"), head, head)})
}

// writeProse writes lines of text; "# " begins a heading.
func (b *bookWriter) writeProse(stream *excelize.StreamWriter, out sheet.Out) error {
	lines := out.Text
	if out.Title != "" {
		lines = append([]string{"# " + out.Title, ""}, lines...)
	}
	if err := stream.SetColWidth(1, 1, 100); err != nil {
		return err
	}
	for i, line := range lines {
		style := b.styles.prose
		if heading, ok := strings.CutPrefix(line, "# "); ok {
			line, style = heading, b.styles.title
		}
		if line = cleanWritten(line); tooLong(line) {
			return longText(out.Name, i+1, "A")
		}
		if err := stream.SetRow(cellName(1, i+1), []any{excelize.Cell{StyleID: style, Value: line}}); err != nil {
			return err
		}
	}
	return nil
}

// writeHidden writes sheet.KeySheet and listSheet, where there is need of them.
func (b *bookWriter) writeHidden() error {
	if len(b.keys) > 0 {
		rows := append([][]any{{"Blad", "Kolumn", "Nyckel", "Rubrik", "Rubrikrad", "Slag"}}, b.keys...)
		if b.mark != "" {
			rows = append(rows, []any{"", sheet.MarkKey, b.mark})
		}
		for _, name := range b.names {
			rows = append(rows, []any{name})
		}
		if err := b.hiddenSheet(sheet.KeySheet, rows); err != nil {
			return err
		}
	}
	if len(b.lists) == 0 {
		return nil
	}
	var rows [][]any
	for column, list := range b.lists {
		for row, choice := range list {
			if row == len(rows) {
				rows = append(rows, make([]any, len(b.lists)))
			}
			rows[row][column] = choice
		}
	}
	return b.hiddenSheet(listSheet, rows)
}

// hide marks a sheet as very hidden. The library's own way reads every sheet
// that has been streamed back in, which takes longer than writing them.
func (b *bookWriter) hide(name string) {
	for i, sh := range b.file.WorkBook.Sheets.Sheet {
		if sh.Name == name {
			b.file.WorkBook.Sheets.Sheet[i].State = "veryHidden"
		}
	}
}

func (b *bookWriter) hiddenSheet(name string, rows [][]any) error {
	if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	b.hide(name)
	stream, err := b.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, row := range rows {
		if err := stream.SetRow(cellName(1, i+1), row); err != nil {
			return err
		}
	}
	return stream.Flush()
}

// sheetNames makes names that Excel allows: at most 31 characters, none of
// :\/?*[] and no quote at either end, each only once.
func sheetNames(sheets []sheet.Out) []string {
	taken := map[string]bool{strings.ToLower(sheet.KeySheet): true, strings.ToLower(listSheet): true, "history": true}
	var names []string
	for i, out := range sheets {
		base := strings.Map(func(r rune) rune {
			if strings.ContainsRune(`:\/?*[]`, r) {
				return '-'
			}
			if r == '\'' {
				return '’'
			}
			return r
		}, strings.Join(strings.Fields(cleanWritten(out.Name)), " "))
		if base == "" {
			base = fmt.Sprintf("Blad%d", i+1)
		}
		name := shorten(base, 31)
		for n := 2; taken[strings.ToLower(name)]; n++ {
			suffix := fmt.Sprintf(" (%d)", n)
			name = shorten(base, 31-len(suffix)) + suffix
		}
		taken[strings.ToLower(name)] = true
		names = append(names, name)
	}
	return names
}

// shorten cuts text to n UTF-16 units without splitting a character.
func shorten(text string, n int) string {
	units := 0
	for i, r := range text {
		if units += utf16.RuneLen(r); units > n {
			return strings.TrimSpace(text[:i])
		}
	}
	return text
}

func tooLong(text string) bool {
	if len(text) <= maxText {
		return false
	}
	units := 0
	for _, r := range text {
		units += utf16.RuneLen(r)
	}
	return units > maxText
}

func longText(sheetName string, row int, column string) error {
	return fault.New(fault.TooLarge, fmt.Sprintf("En text är för lång för Excel, som rymmer högst 32 767 tecken i en cell: bladet ”%s”, rad %d, kolumnen ”%s”. Inget har sparats. Korta texten och exportera igen.", sheetName, row, column))
}

// cellName is "A1" for column 1, row 1.
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // the bounds are checked before
	}
	return name
}
