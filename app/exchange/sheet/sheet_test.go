package sheet_test

import (
	"testing"

	"itportfoljen/app/base/date"
	"itportfoljen/app/exchange/sheet"
)

func TestEmptyCells(t *testing.T) {
	for _, c := range []struct {
		cell sheet.Cell
		want bool
	}{
		{sheet.Cell{}, true}, {sheet.Str(""), true}, {sheet.Str(" \t\r\n\u00a0\u202f\ufeff\u200b"), true}, {sheet.Str("-"), false}, {sheet.Str(" å"), false},
		{sheet.Dec("0", 0), false}, {sheet.Day(0), true}, {sheet.Day(20270101), false}, {sheet.Cell{Kind: sheet.Bool}, false}, {sheet.Cell{Kind: sheet.Error, Text: "#N/A"}, false},
	} {
		if got := c.cell.IsEmpty(); got != c.want {
			t.Errorf("%+v is empty: %v", c.cell, got)
		}
	}
}

func TestCellsAndRows(t *testing.T) {
	day := sheet.Day(date.Of(2027, 2, 1))
	if day.Kind != sheet.Date || day.Text != "2027-02-01" || day.Date != 20270201 {
		t.Errorf("day %+v", day)
	}
	if n := sheet.Dec("1234.50", 1234.5); n.Kind != sheet.Number || n.Text != "1234.50" || n.Num != 1234.5 {
		t.Errorf("number %+v", n)
	}
	r := sheet.Row{Cells: []sheet.Cell{sheet.Str("a"), day}}
	for i, want := range map[int]sheet.Cell{-1: {}, 0: sheet.Str("a"), 1: day, 2: {}} {
		if got := r.At(i); got != want {
			t.Errorf("cell %d is %+v", i, got)
		}
	}
}
