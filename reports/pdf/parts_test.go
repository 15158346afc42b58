package pdf_test

import (
	"strings"
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/date"
	"itportfoljen/reports/pdf"
)

// parts is a document with everything that decisions, forms and long reports
// are made of.
func parts() *pdf.Doc {
	doc := pdf.New(pdf.Meta{Title: "Underlag för beslut om byte av ärende- och dokumenthanteringssystem i hela kommunkoncernen", Municipality: "Ekvalla kommun",
		Diary: "KS 2026/0412", Date: date.Date(20261121), Footer: "Fastställd 2026-11-21 · Journalens sigill 412-9f3a07c1"})
	doc.Head("", "", "Till IT-forum 27 november 2026")
	doc.KeyFigures(pdf.KeyFigure{Label: "System i drift", Value: "74", Note: "4 avvecklas"},
		pdf.KeyFigure{Label: "Drift 2027", Value: "14,2 mnkr", Note: "budget 14,5"},
		pdf.KeyFigure{Label: "Hemtagen nytta", Value: "61 %", Note: "av det som ska vara hemtaget", Spoken: "61 % av nyttan är hemtagen"})
	doc.Box("Förslag till beslut", pdf.None, func(f *pdf.Flow) {
		f.P("IT-forum föreslår centrala ledningsgruppen besluta")
		f.RichList(true, []pdf.Run{pdf.T("att byta ärendehanteringssystem enligt alternativ 2"), {Text: ",", Foot: "Alternativ 1 är att behålla systemet till 2029. Det avvisas därför att leverantören slutar underhålla det 2027-12-31."}},
			[]pdf.Run{pdf.T("att finansiera införandet, 850 tkr, inom ramen för Samverkan"), {Text: ".", Foot: "Ramen är 1\u00a0200 tkr."}})
	})
	doc.H2("Läge")
	doc.Text(pdf.T("Leverantören har sagt upp underhållet"), pdf.Run{Text: ". ", Foot: "Skrivelse 2026-09-14, KS 2026/0398."}, pdf.T("Emoji \U0001F600\U0001F600 och \U00020000 finns inte i typsnittet, men läses upp. "+strings.Repeat("Kommunen behöver ett nytt system innan avtalet löper ut. ", 5)))
	doc.H3("Risker")
	doc.H4("Informationssäkerhet")
	doc.P("Klassningen är inte gjord.")
	doc.Box("Avstyrks av förvaltningen", pdf.Bad, func(f *pdf.Flow) {
		f.P("Barn- och utbildningsförvaltningen har inte bemanning för införandet före sommaren.")
	})
	doc.ColumnsAt(0.36, func(f *pdf.Flow) {
		f.H3("Tjänsten är")
		f.Checks(pdf.Check{Text: []pdf.Run{pdf.T("klassad enligt KLASSA")}, State: pdf.Ticked},
			pdf.Check{Text: []pdf.Run{pdf.T("upphandlad på ramavtal och godkänd av dataskyddsombudet")}, State: pdf.Crossed},
			pdf.Check{Text: []pdf.Run{pdf.T("i drift")}})
	}, func(f *pdf.Flow) {
		f.H3("Bilagor")
		f.Table(pdf.Table{Cols: []pdf.Col{{Head: "Bilaga", Flex: 1, RowHead: true}, {Head: "Finns"}, {Head: "Läst"}}, Rows: []pdf.TableRow{
			pdf.R(pdf.Rich(pdf.Run{Text: "Nyttokalkyl", Foot: "Räknad med PENG."}), pdf.Box(pdf.Ticked), pdf.Box(pdf.Open)),
			pdf.R(pdf.Txt("Riskanalys"), pdf.Box(pdf.Crossed), pdf.Box(pdf.Open)),
		}})
	})
	doc.H2("Underskrifter")
	doc.Signatures(pdf.Signature{Role: "Systemägare", Name: "Anna Ek"}, pdf.Signature{Role: "Leverantör"})
	doc.Paper(true)
	doc.H2("Kostnader på liggande papper")
	doc.Drawing(chart.GroupedBars(chart.Grouped{Title: "Budget och prognos", Unit: "tkr", Categories: []string{"KS", "BUN"},
		Series: []chart.Series{{Name: "Budget", Values: []float64{4200, 5100}}, {Name: "Prognos", Values: []float64{4350, 4900}}}}, doc.Width(), 170, doc.ChartStyle(), pdf.Measure), "Budget och prognos 2027, tkr")
	doc.Box("En ruta som är högre än en sida", pdf.Warn, func(f *pdf.Flow) {
		t := pdf.Table{Cols: []pdf.Col{{Head: "System", Flex: 1, RowHead: true}, {Head: "Läge"}}}
		for range 40 {
			t.Rows = append(t.Rows, pdf.R(pdf.Txt("Ärendehanteringssystemet"), pdf.RAG(pdf.Warn, "avvecklas")))
		}
		f.Table(t)
		f.P("Efter tabellen.")
	})
	doc.Paper(false)
	doc.H2("Stående igen")
	doc.Text(pdf.T("Se "), pdf.PageRef("sida ", "slut"), pdf.T("."))
	doc.Anchor("slut")
	doc.P("Slut.")
	return doc
}

func TestParts(t *testing.T) { save(t, "parts", parts()) }
