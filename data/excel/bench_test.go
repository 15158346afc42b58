package excel

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"itportfoljen/app/exchange/sheet"
)

const (
	benchRows    = 10_000
	benchColumns = 30
)

// benchValue is a realistic mix: text, whole numbers, decimals.
func benchValue(row, column int) any {
	switch column % 5 {
	case 0:
		return fmt.Sprintf("System för område %d", (row*7+column)%2000)
	case 1:
		return row*31 + column
	case 2:
		return float64(row*100+column) / 4
	case 3:
		return "Kommunledningskontoret"
	}
	return fmt.Sprintf("Anna Ek %d (anna.ek%d@ekvalla.se)", row, row)
}

func benchFile(b *testing.B) string {
	f := excelize.NewFile()
	defer f.Close()
	sw, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for row := 1; row <= benchRows; row++ {
		values := make([]any, benchColumns)
		for c := range values {
			values[c] = benchValue(row, c)
		}
		if err := sw.SetRow(fmt.Sprintf("A%d", row), values); err != nil {
			b.Fatal(err)
		}
	}
	if err := sw.Flush(); err != nil {
		b.Fatal(err)
	}
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "bench.xlsx")
	if err := os.WriteFile(path, buf.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

func benchFiles(b *testing.B) map[string]string {
	files := map[string]string{"10000x30": benchFile(b)}
	if omb := "../../../shared/corpus/inventory/omb_2025_individually_reported_AI_use_cases.xlsx"; exists(omb) {
		files["OMB3600x36"] = omb
	}
	return files
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func BenchmarkRead(b *testing.B) {
	for name, path := range benchFiles(b) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(context.Background(), path, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkLibraryRows is the library's own row iterator, which gives strings
// only: no types, no styles.
func BenchmarkLibraryRows(b *testing.B) {
	for name, path := range benchFiles(b) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				readWithLibrary(b, path)
			}
		})
	}
}

func readWithLibrary(b *testing.B, path string) {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		rows, err := f.Rows(name)
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				b.Fatal(err)
			}
		}
		rows.Close()
	}
}

func benchOut() sheet.OutBook {
	columns := make([]sheet.Column, benchColumns)
	for c := range columns {
		columns[c] = sheet.Column{Key: fmt.Sprint("k", c), Heading: fmt.Sprint("Rubrik ", c), Type: [5]sheet.ColumnType{sheet.ColText, sheet.ColNumber, sheet.ColMoney, sheet.ColText, sheet.ColText}[c%5]}
	}
	rows := make([][]sheet.Cell, benchRows)
	for r := range rows {
		rows[r] = make([]sheet.Cell, benchColumns)
		for c := range rows[r] {
			switch v := benchValue(r+1, c).(type) {
			case string:
				rows[r][c] = sheet.Str(v)
			case int:
				rows[r][c] = sheet.Dec(fmt.Sprint(v), float64(v))
			case float64:
				rows[r][c] = sheet.Dec(strconv.FormatFloat(v, 'f', -1, 64), v)
			}
		}
	}
	return sheet.OutBook{Sheets: []sheet.Out{{Name: "System", Columns: columns, Each: rowsOf(rows...)}}}
}

func BenchmarkWrite(b *testing.B) {
	book := benchOut()
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(ctx, io.Discard, book, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLibraryStreamWriter writes the same cells, without styles or rules.
func BenchmarkLibraryStreamWriter(b *testing.B) {
	values := make([][]any, benchRows)
	for r := range values {
		values[r] = make([]any, benchColumns)
		for c := range values[r] {
			values[r][c] = benchValue(r+1, c)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		f := excelize.NewFile()
		sw, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		for r, row := range values {
			if err := sw.SetRow(fmt.Sprintf("A%d", r+1), row); err != nil {
				b.Fatal(err)
			}
		}
		if err := sw.Flush(); err != nil {
			b.Fatal(err)
		}
		if err := f.Write(io.Discard); err != nil {
			b.Fatal(err)
		}
		f.Close()
	}
}
