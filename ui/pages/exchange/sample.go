package exchange

import (
	"context"
	"strings"

	"itportfoljen/app/exchange/sheet"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
)

// samples are lists to try the import with, as people's own often look: each has its name and
// its rows in the texts.
var samples = []string{"systems", "plan"}

// sampleBook is a workbook of the sample lists, a sheet each: a title and an empty row above the
// headings, then the cells as somebody has typed them, sums and notes among them.
func sampleBook() sheet.OutBook {
	book := sheet.OutBook{Title: texts.T("exchange.sample.title")}
	for _, name := range samples {
		var rows [][]sheet.Cell
		var columns []sheet.Column
		for i, line := range strings.Split(texts.T("exchange.sample."+name+".rows"), "\n") {
			cells := strings.Split(line, "\t")
			if i == 0 {
				for _, head := range cells {
					columns = append(columns, sheet.Column{Heading: head, Width: 22})
				}
				continue
			}
			row := make([]sheet.Cell, len(cells))
			for j, c := range cells {
				row[j] = sheet.Str(c)
			}
			rows = append(rows, row)
		}
		book.Sheets = append(book.Sheets, sheet.Out{Name: texts.T("exchange.sample." + name), Title: texts.T("exchange.sample." + name + ".head"), Columns: columns, Each: func(yield func([]sheet.Cell) error) error {
			for _, row := range rows {
				if err := yield(row); err != nil {
					return err
				}
			}
			return nil
		}})
	}
	return book
}

// saveSample saves the sample lists where the user chooses, and begins to import them.
func (in *importer) saveSample() {
	s := in.s
	s.SaveFile(shell.NewFile{Title: texts.T("exchange.sample.ask"), Kind: shell.FileKind{formatExcel}, Name: texts.T("exchange.sample.title"), Fresh: true}, shell.Writing{Key: "exchange.sample",
		Write: func(ctx context.Context, path string, _ async.Progress) error {
			return s.Services.WriteBook(ctx, path, sampleBook(), func(float64) {})
		},
		Then: in.open})
}
