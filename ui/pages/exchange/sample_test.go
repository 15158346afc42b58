package exchange

import (
	"testing"

	"itportfoljen/app/exchange/sheet"
)

// TestTheSampleListsAreAsPeoplesAre: a heading for each cell, and what is hard to read among
// them.
func TestTheSampleListsAreAsPeoplesAre(t *testing.T) {
	for _, out := range sampleBook().Sheets {
		rows := 0
		if err := out.Each(func(row []sheet.Cell) error {
			if rows++; len(row) > len(out.Columns) {
				t.Errorf("%s: row %d has %d cells under %d headings", out.Name, rows, len(row), len(out.Columns))
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if rows < 3 || out.Title == "" || out.Name == "" {
			t.Errorf("%q has %d rows", out.Name, rows)
		}
	}
}
