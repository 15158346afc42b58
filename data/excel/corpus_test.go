package excel

import (
	"os"
	"path/filepath"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/sheet"
)

// corpus is the folder of real workbooks beside the repository; the test is
// skipped where there is none.
func corpus(t *testing.T, path string) string {
	t.Helper()
	full := filepath.Join("..", "..", "..", "shared", "corpus", filepath.FromSlash(path))
	if _, err := os.Stat(full); err != nil {
		t.Skip("no corpus of real workbooks here:", full)
	}
	return full
}

// TestCorpusIsReadOrRefused reads every real file: whatever is refused must be
// refused for a reason that the user can do something about.
func TestCorpusIsReadOrRefused(t *testing.T) {
	refusals := map[string]fault.Code{
		"OOM_alloc3.xls": fault.Unreadable, "date.xls": fault.Unreadable, "too_small.xls": fault.Unreadable,
		"any_sheets.xlsb": fault.Unreadable, "date.ods": fault.Unreadable, "pass_protected.ods": fault.Unreadable,
		"pass_protected.xlsb": fault.Encrypted, "pass_protected.xlsx": fault.Encrypted,
		"encryptAES.xlsx": fault.Encrypted, "encryptSHA1.xlsx": fault.Encrypted, "encryptSHA512.xlsx": fault.Encrypted,
		"issue252.xlsx":    fault.Damaged,    // a wrong checksum
		"BadWorkbook.xlsx": fault.Unreadable, // no sheets
	}
	for _, pattern := range []string{"xlsx/*/*", "plan/*.xlsx", "inventory/*.xlsx"} {
		found, err := filepath.Glob(filepath.Join(corpus(t, "."), filepath.FromSlash(pattern)))
		if err != nil || len(found) == 0 {
			t.Errorf("%s: no files, %v", pattern, err)
		}
		for _, path := range found {
			_, err := Read(ctx, path, nil)
			if got, want := fault.CodeOf(err), refusals[filepath.Base(path)]; got != want {
				t.Errorf("%s: code %q (%v), want %q", filepath.Base(path), got, err, want)
			}
		}
	}
}

// TestCorpusCells looks at cells whose values openpyxl agrees on.
func TestCorpusCells(t *testing.T) {
	for _, c := range []struct {
		path, sheet string
		row, column int
		want        sheet.Cell
	}{
		{"xlsx/calamine/date.xlsx", "Sheet1", 1, 0, stored(20210101, 44197)},
		{"xlsx/calamine/date.xlsx", "Sheet1", 3, 0, sheet.Str("255:10:10")},
		{"xlsx/calamine/date_1904.xlsx", "Sheet1", 1, 0, stored(20210101, 42735)},
		{"xlsx/calamine/date_iso.xlsx", "Sheet", 3, 0, sheet.Str("10:10:10")},
		{"xlsx/calamine/errors.xlsx", "Feuil1", 1, 0, sheet.Cell{Kind: sheet.Error, Text: "#DIV/0!"}},
		{"xlsx/calamine/has_x000D_.xlsx", "Sheet1", 1, 0, sheet.Str("ABC\nDEF")},
	} {
		book, err := Read(ctx, corpus(t, c.path), nil)
		if err != nil {
			t.Errorf("%s: %v", c.path, err)
			continue
		}
		if got := cellAt(book, c.sheet, c.row, c.column); got != c.want {
			t.Errorf("%s %s row %d column %d: %+v, want %+v", c.path, c.sheet, c.row, c.column, got, c.want)
		}
	}
}

func cellAt(book *sheet.Book, name string, number, column int) sheet.Cell {
	for _, s := range book.Sheets {
		for _, row := range s.Rows {
			if s.Name == name && row.Number == number {
				return row.At(column)
			}
		}
	}
	return sheet.Cell{}
}

func TestCorpusHiddenSheets(t *testing.T) {
	book, err := Read(ctx, corpus(t, "xlsx/calamine/any_sheets.xlsx"), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range book.Sheets {
		if s.Hidden != (s.Name != "Visible") {
			t.Errorf("%s: hidden %v", s.Name, s.Hidden)
		}
	}
}
