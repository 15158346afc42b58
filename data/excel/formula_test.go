package excel_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/xuri/excelize/v2"

	"itportfoljen/app/exchange/sheet"
	"itportfoljen/data/excel"
)

// TestAFormulaHasItsPlaces: what a cell is worked out of is counted from the first cell of the table,
// wherever that stands, and its value is there for readers that don't calculate.
func TestAFormulaHasItsPlaces(t *testing.T) {
	sum := sheet.Dec("5.00", 5)
	sum.Formula, sum.Strong = "SUM([0,1]:[1,1])", true
	book := sheet.OutBook{Sheets: []sheet.Out{{Name: "Blad", Title: "Med rubrik över", Columns: []sheet.Column{{Heading: "Namn"}, {Heading: "Kr", Type: sheet.ColMoney}},
		Each: func(yield func([]sheet.Cell) error) error {
			for _, row := range [][]sheet.Cell{{sheet.Str("a"), sheet.Dec("2", 2)}, {sheet.Str("b"), sheet.Dec("3", 3)}, {sheet.Str("Summa"), sum}} {
				if err := yield(row); err != nil {
					return err
				}
			}
			return nil
		}}}}
	var file bytes.Buffer
	if err := excel.Write(context.Background(), &file, book, nil); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if formula, _ := f.GetCellFormula("Blad", "B6"); formula != "SUM(B4:B5)" {
		t.Errorf("the formula is %q", formula)
	}
	if v, _ := f.GetCellValue("Blad", "B6", excelize.Options{RawCellValue: true}); v != "5" {
		t.Errorf("its value is %q", v)
	}
}
