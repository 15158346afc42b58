package pdf_test

import (
	"testing"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/fuzztest"
	"itportfoljen/reports/pdf"
)

// FuzzDocument: whatever people have written in a register, a report comes of it.
func FuzzDocument(f *testing.F) {
	fuzztest.Brief(f)
	f.Add("Titel", "text med (parentes) \\ och\x00noll", uint8(3), 12.0)
	f.Add("\U0001F600", "a\u030a\u00ad\n\n \u00a0\u202f-/–", uint8(9), -4.0)
	f.Fuzz(func(t *testing.T, title, text string, n uint8, w float64) {
		if len(text) > 3000 {
			return
		}
		doc := pdf.New(pdf.Meta{Title: title, Footer: text, Author: text, Logo: []byte(text), Landscape: n%2 == 1})
		doc.Head(text, title, text)
		doc.KeyFigures(make([]pdf.KeyFigure, n%9)...)
		doc.KeyFigures(pdf.KeyFigure{Label: text, Value: text, Note: text, Status: pdf.Warn})
		doc.Contents(text, int(n%4))
		doc.Anchor(text)
		doc.H3(text)
		doc.Text(pdf.T(text), pdf.To(title, text), pdf.PageRef(text, text), pdf.To(text, "https://"+text))
		doc.List(text, "", title)
		tab := pdf.Table{Summary: text, Zebra: n%3 == 0, Cols: []pdf.Col{{Head: text}, {Width: w}, {Flex: w, Head: title}, {Align: draw.Right, MaxWidth: w}}}
		for i := range n {
			tab.Rows = append(tab.Rows, pdf.TableRow{Cells: []pdf.Cell{pdf.Txt(text), pdf.RAG(pdf.Status(i), text), {Span: int(i), Runs: []pdf.Run{pdf.B(text)}}, pdf.Tag(pdf.Bad, title)}, Sum: i%5 == 4, Group: i%7 == 6})
		}
		doc.Table(tab)
		doc.Drawing(draw.Drawing{W: w, H: w, Alt: text, Shapes: []draw.Shape{draw.Text{Text: text, Size: 8}, draw.Polygon{}, draw.Circle{R: w}}}, text)
		if _, err := doc.PDF(); err != nil {
			t.Fatal(err)
		}
	})
}
