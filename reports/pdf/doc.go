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
// Lengths are in points. Heading levels that would skip one are lifted, and the
// first is always H1. What PDF or Pages has been asked for is laid out once and
// for all: add nothing after that. Amounts should be written with U+00A0 or
// U+202F between the groups, where lines never break.
//
// # How it works
//
// Blocks become strips (what isn't divided between pages; blocks.go and its
// neighbours), which paginate.go stacks into pages of marks. The tree of structure
// elements is built as they are drawn, in reading order; documents that mention page numbers are laid out again
// until the numbers agree. Text widths come from the typeface itself, so both
// backends set every run where the layout put it.
//
// The drawing library (library.go, the only file that knows it) draws text and
// shapes and makes subsets of the typefaces. It can't write tags, valid maps to
// Unicode or the metadata of PDF/A, so its file is taken apart by its own table
// of offsets (in library.go too; a test holds its file against what is expected of
// it); marked content was written through its raw output
// (tags.go). Its page, font and picture objects are kept and patched, its catalog
// is replaced (catalog.go), the structure is added, and all is written anew with
// compressed object streams (write.go). Its links, bookmarks and metadata are not
// used. A file's dates are the document's, and its ID is a hash of its contents.
package pdf
