package pdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/draw"
	"itportfoljen/reports/pdf"
)

// shield is a logo.
func shield() []byte {
	img := image.NewNRGBA(image.Rect(0, 0, 88, 100))
	for y := range 100 {
		for x := range 88 {
			dx, dy := float64(x)-43.5, float64(y)-50
			if y < 50 || dx*dx/44/44+dy*dy/50/50 < 1 {
				img.SetNRGBA(x, y, color.NRGBA{0x12, 0x35, 0x3D, 255})
			}
		}
	}
	var b bytes.Buffer
	png.Encode(&b, img)
	return b.Bytes()
}

// demo is a page in the look of the reports, and a second one that it refers to.
func demo() *pdf.Doc {
	doc := pdf.New(pdf.Meta{Title: "IT-läget inför 2027", Author: "Anna Ek", Subject: "Ledningsgruppsrapport", Municipality: "Ekvalla kommun · Kommunledningskontoret",
		Diary: "KS 2026/0412", Date: date.Date(20261121), Footer: "Utkast 2026-11-21", Logo: shield()})
	doc.Head("", "", "Till centrala ledningsgruppen 3 december 2026 · Anna Ek, IT-chef")
	doc.KeyFigures(
		pdf.KeyFigure{Label: "System i drift", Value: "83", Note: "3 avvecklas"},
		pdf.KeyFigure{Label: "Drift 2027", Value: "14,2 mnkr", Note: "budget 14,5"},
		pdf.KeyFigure{Label: "Insatser", Value: "26", Note: "9 pågår"},
		pdf.KeyFigure{Label: "Hemtagen nytta", Value: "61 %", Note: "1,9 av 3,1 mnkr"},
		pdf.KeyFigure{Label: "Utan ägare", Value: "4", Note: "av 83 system", Status: pdf.Warn})
	doc.H2("Beslut som behövs i dag")
	doc.Table(pdf.Table{NoHead: true, Cols: []pdf.Col{{Width: 10}, {Flex: 1, RowHead: true}, {Align: draw.Right}}, Rows: []pdf.TableRow{
		pdf.R(pdf.Strong("1"), pdf.Rich(pdf.B("Byte av diariesystem. "), pdf.T("Beredd i IT-forum 27 nov, rekommenderas. 850 tkr, varav 600 investering; nettonytta 310 tkr per år.")), pdf.Rich(pdf.PageRef("sida ", "b1"))),
		pdf.R(pdf.Strong("2"), pdf.Rich(pdf.B("Ny lönemodul. "), pdf.T("Beredd utan anmärkning. 300 tkr inom ordinarie driftbudget.")), pdf.Rich(pdf.PageRef("sida ", "b2"))),
	}})
	doc.H2("Pågående insatser")
	doc.Table(running())
	doc.Columns(func(f *pdf.Flow) {
		f.H2("Nytta mot risk")
		f.Drawing(chart.Bubbles(bubbles(), f.Width(), 160, doc.ChartStyle(), pdf.Measure), "")
	}, func(f *pdf.Flow) {
		f.H2("Ramar 2027")
		f.Drawing(chart.Progress(limits(), f.Width(), doc.ChartStyle(), pdf.Measure), "")
	})
	doc.H2("Avtal att ta ställning till inom tolv månader")
	doc.Table(pdf.Table{
		Cols: []pdf.Col{{Head: "System"}, {Head: "Leverantör"}, {Head: "Avtal till"}, {Head: "Sista dag att säga upp"}, {Head: "Per år", Align: draw.Right}},
		Rows: []pdf.TableRow{
			pdf.R(pdf.Txt("HemtjänstPlan"), pdf.Txt("Nordkod AB"), pdf.Txt("2027-02-28"), pdf.Alarm("2026-11-30, snart"), pdf.Txt("640 tkr")),
			pdf.R(pdf.Txt("Diariet W3"), pdf.Txt("Tolv System AB"), pdf.Txt("2027-06-30"), pdf.Txt("2026-12-31"), pdf.Txt("420 tkr")),
			pdf.R(pdf.Txt("Schemaläggaren"), pdf.Txt("Rosta AB"), pdf.Txt("2027-08-31"), pdf.Txt("2027-02-28"), pdf.Txt("275 tkr")),
			pdf.SumRow(pdf.Txt("Summa"), pdf.Txt(""), pdf.Txt(""), pdf.Txt(""), pdf.Txt("1\u00a0335 tkr")),
		}})
	secondPage(doc)
	return doc
}

func running() pdf.Table {
	return pdf.Table{Summary: "Insatser med läge för tid, kostnad och innehåll",
		Cols: []pdf.Col{{Head: "Insats", Flex: 2, RowHead: true}, {Head: "Förvaltning", Flex: 2}, {Head: "Tid"}, {Head: "Kostnad"}, {Head: "Innehåll"},
			{Head: "Prognos", Align: draw.Right}, {Head: "Avvikelse", Align: draw.Right}},
		Rows: []pdf.TableRow{
			pdf.R(pdf.Txt("Skolplattform 2.0"), pdf.Txt("Barn och utbildning"), pdf.RAG(pdf.Bad, "sen"), pdf.RAG(pdf.Bad, "över"), pdf.RAG(pdf.Good, "ok"), pdf.Txt("2\u00a0180 tkr"), pdf.Txt("−280 tkr")),
			pdf.R(pdf.Txt("VA-mätare på distans"), pdf.Txt("Samhällsbyggnad"), pdf.RAG(pdf.Good, "ok"), pdf.RAG(pdf.Good, "ok"), pdf.RAG(pdf.Good, "ok"), pdf.Txt("715 tkr"), pdf.Txt("+25 tkr")),
			pdf.R(pdf.Txt("Journal i mobilen"), pdf.Txt("Vård och omsorg"), pdf.RAG(pdf.Warn, "hotad"), pdf.RAG(pdf.Good, "ok"), pdf.RAG(pdf.Good, "ok"), pdf.Txt("480 tkr"), pdf.Txt("0 tkr")),
			pdf.R(pdf.Txt("Multifaktor för personal"), pdf.Txt("Kommunstyrelsen"), pdf.RAG(pdf.Good, "ok"), pdf.RAG(pdf.Good, "ok"), pdf.RAG(pdf.Good, "ok"), pdf.Txt("240 tkr"), pdf.Txt("+20 tkr")),
		}}
}

func bubbles() chart.BubbleData {
	return chart.BubbleData{Title: "Nytta mot risk", XName: "risk", YName: "nytta", SizeName: "kostnad", Bubbles: []chart.Bubble{
		{Label: "Diarie", X: 0.2, Y: 0.7, Size: 850, SizeText: "850 tkr", Group: "Samverkan"},
		{Label: "Planering", X: 0.75, Y: 0.75, Size: 1500, SizeText: "1 500 tkr", Group: "Samverkan"},
		{Label: "E-tjänst för bygglov", X: 0.5, Y: 0.5, Size: 300, SizeText: "300 tkr", Group: "Tillgänglighet"},
		{Label: "Sensorer", X: 0.6, Y: 0.25, Size: 200, SizeText: "200 tkr", Group: "Innovation"},
	}}
}

func limits() chart.Progressed {
	return chart.Progressed{Title: "Ramar 2027", Unit: "tkr", Bars: []chart.Limit{
		{Label: "Tillgänglighet och service", Value: 1850, Limit: 2000},
		{Label: "Samverkan", Value: 640, Limit: 1200},
		{Label: "Innovation", Value: 430, Limit: 400},
	}}
}

func secondPage(doc *pdf.Doc) {
	doc.PageBreak()
	doc.Contents("Innehåll", 3)
	doc.Anchor("b1")
	doc.H2("Byte av diariesystem")
	doc.P("Kommunen byter diariesystem under 2027. Upphandlingen görs på ramavtal och införandet sker förvaltning för förvaltning, med början i kommunstyrelsen. Avtalet kostar 1\u00a0234\u00a0567 kr de första tre åren.")
	doc.H3("Läge")
	doc.RichList(true, []pdf.Run{pdf.T("Behovet är beskrivet och "), pdf.B("förankrat"), pdf.T(" i förvaltningarna.")}, []pdf.Run{pdf.T("Se "), pdf.To("handledningen", "https://exempel.se/åäö"), pdf.T(" eller "), pdf.To("nästa beslut", "b2"), pdf.T(".")})
	doc.List("En punkt", "En annan punkt med så mycket text att den inte får plats på en rad utan måste fortsätta på nästa, där den hänger in under den första")
	doc.Anchor("b2")
	doc.H2("Ny lönemodul")
	doc.Table(pdf.Table{Zebra: true, Cols: []pdf.Col{{Head: "Roll", RowHead: true}, {Head: "Läge"}, {Head: "Anmärkning", Flex: 1}}, Rows: []pdf.TableRow{
		pdf.GroupRow("Kommunledningskontoret"),
		pdf.R(pdf.Txt("Systemägare"), pdf.Tag(pdf.Good, "Utsedd"), pdf.Txt("Kommunstyrelsens arbetsutskott beslutade 2026-10-02.")),
		pdf.R(pdf.Txt("Systemförvaltare"), pdf.Tag(pdf.Warn, "Vikarie"), pdf.Dim("Till 2027-06-30")),
		pdf.R(pdf.Txt("Informationssäkerhetssamordnare"), pdf.Tag(pdf.Bad, "Saknas"), pdf.Txt("")),
	}})
	doc.Note("Källa: IT-portföljen 2026-11-21. Emoji \U0001F600 finns inte i typsnittet.")
	doc.Drawing(chart.GroupedBars(chart.Grouped{Title: "Budget och prognos per förvaltning", Unit: "tkr", Categories: []string{"Kommunstyrelsen", "Barn- och utbildning", "Samhällsbyggnad", "Vård och omsorg", "Kultur och fritid"},
		Series: []chart.Series{{Name: "Budget", Values: []float64{4200, 5100, 1800, 2900, 700}}, {Name: "Prognos", Values: []float64{4350, 4900, 1750, 3200, 640}}}}, doc.Width(), 170, doc.ChartStyle(), pdf.Measure), "Budget och prognos 2027, tkr")
}
