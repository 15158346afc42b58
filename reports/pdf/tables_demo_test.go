package pdf_test

import (
	"fmt"
	"math"
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/draw"
	"itportfoljen/reports/pdf"
)

// budgetTable is a table with all that a table can have.
func budgetTable(rows int) pdf.Table {
	t := pdf.Table{Summary: "Budget, prognos och utfall per konto",
		Cols: []pdf.Col{{Head: "Konto"}, {Head: "System", RowHead: true}, {Head: "Budget", Over: "2026, tkr", Decimal: true}, {Head: "Utfall", Over: "2026, tkr", Decimal: true},
			{Head: "Prognos", Over: "2026, tkr", Decimal: true}, {Head: "tkr", Over: "Avvikelse", Decimal: true}, {Head: "%", Over: "Avvikelse", Decimal: true}, {Head: "Fyra år"}, {Head: "Läge"}}}
	sum := 0
	for i := range rows {
		if i%15 == 0 {
			t.Rows = append(t.Rows, pdf.GroupRow(fmt.Sprintf("Förvaltning %d", i/15+1)))
		}
		diff := float64((i*37)%90 - 30)
		budget := fmt.Sprintf("1\u00a0%03d", i)
		if i%3 == 0 {
			budget += ",5"
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(fmt.Sprint(5420+i)), pdf.Rich(pdf.To(fmt.Sprintf("System %d", i), "https://exempel.se")), pdf.Txt(budget),
			pdf.BarCell(float64(400+i*5), 1200, chart.Actual, fmt.Sprint(400+i*5)), pdf.BarCell(900, 1200, chart.Forecast, "900"),
			pdf.BarCell(diff, 100, chart.Budget, fmt.Sprintf("%+.1f", diff)), pdf.Txt("−12,3 %"),
			pdf.SparkCell([]float64{12, 14, math.NaN(), 11, 9 + float64(i%7)}, "från 12 till "+fmt.Sprint(9+i%7)), pdf.RAG(pdf.Good, "ok")))
		sum += 1000 + i
	}
	t.Rows = append(t.Rows, pdf.SumRow(pdf.Cell{Runs: []pdf.Run{pdf.T("Summa")}, Span: 2}, pdf.Txt(fmt.Sprintf("%d\u00a0%03d", sum/1000, sum%1000))))
	t.Carried = func(n int) []pdf.Cell {
		return []pdf.Cell{{Span: 2}, pdf.Txt(fmt.Sprintf("%d\u00a0000,5", n)), pdf.Txt(fmt.Sprint(n * 400))}
	}
	return t
}

// tables shows what tables can do, upright.
func tables() *pdf.Doc {
	doc := pdf.New(pdf.Meta{Title: "Tabeller", Municipality: "Ekvalla kommun", Date: date.Date(20261121), Footer: "Prov"})
	doc.Head("", "", "")
	doc.H2("Budget och utfall")
	doc.Table(budgetTable(70))
	doc.H2("Bara summor")
	doc.Table(pdf.Table{Cols: []pdf.Col{{Head: "Slag"}, {Head: "tkr", Align: draw.Right}}, Rows: []pdf.TableRow{pdf.SumRow(pdf.Cells("Drift", "10")...), pdf.SumRow(pdf.Cells("Allt", "10")...)}})
	doc.H2("Fler kolumner än som ryms")
	wide := pdf.Table{Summary: "Systemförteckning", Cols: []pdf.Col{{Head: "System", RowHead: true}}}
	cells := []string{"Lön"}
	for i := range 12 {
		wide.Cols = append(wide.Cols, pdf.Col{Head: fmt.Sprintf("Kolumn %d", i+1), Drop: 12 - i})
		cells = append(cells, "999\u00a0999\u00a0kr")
	}
	wide.Rows = []pdf.TableRow{pdf.R(pdf.Cells(cells...)...), pdf.R(pdf.Cells(cells...)...)}
	doc.Table(wide)
	doc.H2("Papperet vänds")
	turned := pdf.Table{Turn: true, Summary: "Belopp", Cols: wide.Cols, Rows: wide.Rows}
	doc.Table(turned)
	doc.P("Sedan är papperet som förut.")
	return doc
}

func TestTables(t *testing.T) { save(t, "tables", tables()) }
