package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app/base/draw"
	"itportfoljen/reports/pdf"
)

// stress is what real registers hold at their worst.
func stress() *pdf.Doc {
	doc := pdf.New(pdf.Meta{Title: "Systemförteckning för informationssäkerhetssamordningen i Upplands-Väsby och omgivande kommuner med omnejd",
		Municipality: "Ekvalla kommun", Footer: strings.Repeat("Utkast 2026-11-21 ", 12)})
	doc.H3("Börjar för djupt")
	doc.Contents("", 3)
	doc.H1("Kapitel")
	doc.H3("Hoppar en nivå")
	doc.P(strings.Repeat("Verksamhetssystemförvaltningsorganisationens ansvarsfördelning beskrivs här. ", 90))
	doc.H2("Smala spalter")
	cols := []pdf.Col{{Head: "System"}, {Head: "Verksamhetsområde"}, {Head: "Informationssäkerhetsklassning"}, {Head: "Personuppgiftsansvarig"},
		{Head: "Leverantör"}, {Head: "Kostnad", Align: draw.Right}, {Head: "Läge"}, {Head: "Kommentar"}}
	var rows []pdf.TableRow
	for i := range 30 {
		rows = append(rows, pdf.R(pdf.Txt("Arbetsmarknadsverksamhetssystemet"), pdf.Txt("Gymnasie- och vuxenutbildningsförvaltningen"),
			pdf.Txt("Konfidentialitet 3, riktighet 2"), pdf.Txt("Utbildningsnämnden"), pdf.Txt("https://www.leverantor.example.se/avtal/2026/långadress"),
			pdf.Txt("999\u00a0999\u00a0999\u00a0kr"), pdf.RAG(pdf.Warn, "avvecklas"), pdf.Txt(fmt.Sprint("Rad ", i))))
	}
	rows = append(rows, pdf.SumRow(pdf.Txt("Summa"), pdf.Txt(""), pdf.Txt(""), pdf.Txt(""), pdf.Txt(""), pdf.Txt("29\u00a0999\u00a0999\u00a0970\u00a0kr")))
	doc.Table(pdf.Table{Cols: cols, Rows: rows, Size: 7.5})
	doc.H2("En mycket hög rad")
	doc.Table(pdf.Table{Cols: []pdf.Col{{Head: "Fråga", Width: 90}, {Head: "Svar", Flex: 1}}, Rows: []pdf.TableRow{
		pdf.R(pdf.Txt("Beskrivning"), pdf.Txt(strings.Repeat("En lång beskrivning som inte tar slut. ", 260))), pdf.R(pdf.Txt("Slut"), pdf.Txt("Ja")), {}}})
	doc.Table(pdf.Table{Cols: cols})
	doc.Keep(func(f *pdf.Flow) {
		f.H2("Hålls ihop")
		f.P(strings.Repeat("Text som hålls ihop med sin rubrik. ", 60))
	})
	doc.KeyFigures(pdf.KeyFigure{Label: "En mycket lång etikett som inte ryms", Value: "999\u00a0999\u00a0999\u00a0999 kr", Note: "en not som är alldeles för lång för sin plats"},
		pdf.KeyFigure{Label: "B", Value: "2"}, pdf.KeyFigure{Label: "C", Value: "3"}, pdf.KeyFigure{Label: "D", Value: "4"},
		pdf.KeyFigure{Label: "E", Value: "5"}, pdf.KeyFigure{Label: "F", Value: "6"}, pdf.KeyFigure{Label: "G", Value: "7", Status: pdf.Bad, Note: "rött"})
	doc.Drawing(draw.Drawing{W: 2000, H: 3000}, "En för stor bild")
	doc.PageBreak()
	return doc
}

func TestStress(t *testing.T) { save(t, "stress", stress()) }
