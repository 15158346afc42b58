package pdf_test

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/jung-kurt/gofpdf"

	"itportfoljen/app/base/draw"
	"itportfoljen/assets"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/raster"
)

// save writes a document and its pixels where DEMO_DIR says, to be looked at.
func save(t *testing.T, name string, doc *pdf.Doc) []byte {
	t.Helper()
	b, err := doc.PDF()
	if err != nil {
		t.Fatal(err)
	}
	dir := os.Getenv("DEMO_DIR")
	if dir == "" {
		return b
	}
	if err := os.WriteFile(filepath.Join(dir, name+".pdf"), b, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, p := range doc.Pages()[:min(3, len(doc.Pages()))] {
		var out bytes.Buffer
		if err := png.Encode(&out, raster.Page(p, 80)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-raster%d.png", name, i+1)), out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

func TestDemo(t *testing.T) {
	doc := demo()
	b := save(t, "demo", doc)
	if len(b) > 60_000 {
		t.Errorf("two pages take %d bytes", len(b))
	}
	if got := doc.Missing(); len(got) != 1 || got[0] != '\U0001F600' {
		t.Errorf("Missing() = %q", got)
	}
}

const bigRows = 1000

func bigCells(i int) []string {
	return []string{fmt.Sprintf("System nummer %d", i), "Barn- och utbildningsförvaltningen", "Anna Ek", "Leverantören AB",
		fmt.Sprintf("%d\u00a0000 kr", i), "2027-06-30", "K3 R2 T2", "I drift"}
}

func bigTable() *pdf.Doc {
	doc := pdf.New(pdf.Meta{Title: "Systemförteckning", Landscape: true, Footer: "Utkast"})
	doc.Head("", "", "")
	t := pdf.Table{Cols: []pdf.Col{{Head: "System", RowHead: true}, {Head: "Förvaltning"}, {Head: "Ägare"}, {Head: "Leverantör"},
		{Head: "Per år", Align: draw.Right}, {Head: "Avtal till"}, {Head: "Klassning"}, {Head: "Läge"}}}
	for i := range bigRows {
		t.Rows = append(t.Rows, pdf.TableRow{Cells: pdf.Cells(bigCells(i)...)})
	}
	doc.Table(t)
	return doc
}

func TestBigTable(t *testing.T) {
	start := time.Now()
	b := save(t, "big", bigTable())
	t.Logf("%d rows: %d bytes, %v", bigRows, len(b), time.Since(start))
	if len(b) > 600_000 {
		t.Errorf("%d bytes", len(b))
	}
}

func BenchmarkBigTable(b *testing.B) {
	for b.Loop() {
		if _, err := bigTable().PDF(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBigTableRaw draws the same cells with the library alone.
func BenchmarkBigTableRaw(b *testing.B) {
	for b.Loop() {
		rawTable(b)
	}
}

// BenchmarkBigTableAgainstRaw makes the table in both ways in turn, so that other
// work on the computer strikes both alike, and tells how many times as long ours takes.
func BenchmarkBigTableAgainstRaw(b *testing.B) {
	var ours, raw time.Duration
	for b.Loop() {
		start := time.Now()
		if _, err := bigTable().PDF(); err != nil {
			b.Fatal(err)
		}
		between := time.Now()
		rawTable(b)
		ours, raw = ours+between.Sub(start), raw+time.Since(between)
	}
	b.ReportMetric(float64(ours)/float64(raw), "×raw")
}

func rawTable(b *testing.B) {
	f := gofpdf.New("L", "pt", "A4", "")
	f.AddUTF8FontFromBytes("text", "", bytes.Clone(assets.Must(pdf.FontFile(pdf.Regular))))
	f.AddUTF8FontFromBytes("text", "B", bytes.Clone(assets.Must(pdf.FontFile(pdf.SemiBold))))
	f.AddPage()
	f.SetFont("text", "", 9)
	for i := range bigRows {
		for _, c := range bigCells(i) {
			f.CellFormat(95, 20, c, "B", 0, "L", false, 0, "")
		}
		f.Ln(-1)
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		b.Fatal(err)
	}
}
