// Package pdf is the report kit: a document is described as a flow of blocks,
// laid out into pages of plain marks, and written as a tagged PDF that is both
// PDF/A-2a (lasting) and PDF/UA-1 (accessible). The same pages are drawn as
// pixels by reports/raster, so a preview shows what is printed.
//
//	doc := pdf.New(pdf.Meta{Title: "IT-läget inför 2027", Municipality: "Ekvalla kommun",
//		Diary: "KS 2026/0412", Date: day, Footer: "Utkast 2026-11-21"})
//	doc.Head("", "", "Till centrala ledningsgruppen 3 december 2026 · Anna Ek, IT-chef")
//	doc.KeyFigures(pdf.KeyFigure{Label: "System i drift", Value: "83", Note: "3 avvecklas"})
//	doc.H2("Pågående insatser")
//	doc.Table(pdf.Table{
//		Cols: []pdf.Col{{Head: "Insats", Flex: 2, RowHead: true}, {Head: "Tid"}, {Head: "Prognos", Align: draw.Right}},
//		Rows: []pdf.TableRow{
//			pdf.R(pdf.Txt("Skolplattform 2.0"), pdf.RAG(pdf.Bad, "sen"), pdf.Txt("2 180 tkr")),
//			pdf.SumRow(pdf.Txt("Summa"), pdf.Txt(""), pdf.Txt("2 180 tkr")),
//		},
//	})
//	doc.Columns(
//		func(f *pdf.Flow) {
//			f.H2("Nytta mot risk")
//			f.Drawing(chart.Bubbles(data, f.Width(), 150, doc.ChartStyle(), pdf.Measure), "")
//		},
//		func(f *pdf.Flow) { f.H2("Ramar 2027"); f.P("…") })
//	bytes, err := doc.PDF()
//
// Heading levels that would skip one are lifted, and the first is always H1.
package pdf
