package reports

import (
	"fmt"
	"strings"

	"itportfoljen/app/chart"
	"itportfoljen/app/draw"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/money"
	"itportfoljen/app/plan"
	"itportfoljen/app/portfolio"
	"itportfoljen/app/text"
	"itportfoljen/reports/pdf"
)

// room is how much of each list the first page shows.
type room struct {
	decisions, running, agreements int
	words                          int // of a decision's recommendation, in characters
	chart                          float64
}

// The first page has at least little and at most plenty.
var (
	little = room{decisions: 1, running: 1, agreements: 1, words: 70, chart: 125}
	plenty = room{decisions: 5, running: 8, agreements: 8, words: 140, chart: 165}
)

// growth is how room is given while it lasts: the lists grow in turn, then
// words and charts take what is left.
var growth = [][]func(r *room){
	{func(r *room) { r.decisions++ }, func(r *room) { r.running++ }, func(r *room) { r.agreements++ }},
	{func(r *room) { r.running++ }, func(r *room) { r.agreements++ }},
	{func(r *room) { r.words += 35 }, func(r *room) { r.chart += 5 }},
}

// pageRef makes a run that ends with the page of an anchor.
type pageRef func(prefix, anchor string) pdf.Run

// fitting finds the most that makes the first page one page.
func (b *briefing) fitting() room {
	most := plenty
	most.decisions = min(most.decisions, max(len(b.decisions), little.decisions))
	most.running = min(most.running, max(len(b.running), little.running))
	most.agreements = min(most.agreements, max(len(b.agreements), little.agreements))
	best := little
	if !b.fits(best) {
		best.words, best.chart = 0, 80
	}
	for _, round := range growth {
		for grown := true; grown; {
			grown = false
			for _, grow := range round {
				r := best
				if grow(&r); r.within(most) && b.fits(r) {
					best, grown = r, true
				}
			}
		}
	}
	return best
}

func (r room) within(most room) bool {
	return r.decisions <= most.decisions && r.running <= most.running && r.agreements <= most.agreements && r.words <= most.words && r.chart <= most.chart
}

// fits says whether the first page is one page with so much in it.
func (b *briefing) fits(r room) bool {
	doc := b.doc(b.frontTitle(), false)
	b.front(doc, r, func(prefix, _ string) pdf.Run { return pdf.T(prefix + "8888") })
	return len(doc.Pages()) == 1
}

// front is the first page, which stands alone.
func (b *briefing) front(doc *pdf.Doc, r room, ref pageRef) {
	doc.Head(b.over(), b.title(b.frontTitle()), b.under())
	doc.KeyFigures(b.keyFigures()...)
	b.decisionsNeeded(doc.Flow, r, ref)
	b.runningTable(doc.Flow, r, ref)
	style := doc.ChartStyle()
	doc.Columns(func(f *pdf.Flow) { b.riskChart(f, r, style) }, func(f *pdf.Flow) { b.frameBars(f, r, style) })
	b.dueTable(doc.Flow, r, ref)
}

func (b *briefing) decisionsNeeded(f *pdf.Flow, r room, ref pageRef) {
	f.H2("Beslut som behövs i dag")
	if len(b.decisions) == 0 {
		f.P("Inga beslut väntar.")
		return
	}
	var rows []pdf.TableRow
	n := min(r.decisions, len(b.decisions))
	for i, d := range b.decisions[:n] {
		rows = append(rows, pdf.R(pdf.Strong(fmt.Sprint(i+1)),
			pdf.Rich(pdf.B(sentence(clip(d.Name(), 80))+" "), pdf.T(b.decisionLine(d, r.words))),
			pdf.Rich(ref("sida ", decisionAnchor(i)))))
	}
	f.Table(pdf.Table{NoHead: true, Rows: rows, Summary: "Beslut som ledningsgruppen behöver fatta, med kostnad, nytta och rekommendation",
		Cols: []pdf.Col{{Width: 9}, {Flex: 1, RowHead: true}, {Align: draw.Right}}})
	if more := len(b.decisions) - n; more > 0 {
		f.Text(muted("Och "+count(more)+" till, se "), quiet(ref("sida ", decisionAnchor(n))), muted("."))
	}
}

// decisionLine says what a decision costs, gives, and what is recommended.
func (b *briefing) decisionLine(d *field.Record, words int) string {
	cost := plan.Cost(b.w, d)
	parts := []string{"Kostnad saknas."}
	if cost != 0 {
		parts[0] = cost.Short()
		if inv := b.total(d, economy.Investment); inv == cost {
			parts[0] += " investering"
		} else if inv != 0 {
			parts[0] += ", varav " + inv.Short() + " investering"
		}
		parts[0] += "; " + benefitWords(d, 60) + "."
	}
	if reco := plan.Recommendation.Get(d); words > 0 {
		if reco == "" {
			reco = "Ingen rekommendation än."
		}
		parts = append(parts, firstSentence(reco, words))
	}
	return strings.Join(parts, " ")
}

// benefitWords is the benefit as it is said inside a sentence.
func benefitWords(d *field.Record, n int) string {
	switch note := plan.BenefitNote.Get(d); {
	case d.Get(plan.BenefitPerYear.Field) != nil:
		return "nytta " + plan.BenefitPerYear.Get(d).Short() + " per år"
	case note != "":
		return "nytta: " + strings.TrimRight(clip(lower(note), n), ".")
	}
	return "nytta inte angiven"
}

// total is an insats' budget of one type over all years.
func (b *briefing) total(r *field.Record, typ string) money.Ore {
	var sum money.Ore
	for _, c := range b.w.Owned(economy.CostKind, r.ID) {
		if economy.CostType.Get(c) == typ {
			sum += economy.CostBudget.Get(c)
		}
	}
	return sum
}

func (b *briefing) runningTable(f *pdf.Flow, r room, ref pageRef) {
	f.H2("Pågående insatser")
	n := min(r.running, len(b.running))
	var rows []pdf.TableRow
	for _, s := range b.running[:n] {
		rows = append(rows, pdf.R(pdf.Txt(clip(s.Initiative.Name(), 48)), pdf.Txt(clip(shortUnit(or(b.w.Label(s.Unit))), 40)),
			light(plan.TimeStatus, s.Initiative, "sen"), light(plan.CostStatus, s.Initiative, "över"), light(plan.ScopeStatus, s.Initiative, "avviker"),
			pdf.Txt(s.Forecast.In(money.Tkr)), variance(s.Variance)))
	}
	f.Table(pdf.Table{Size: listSize, Rows: rows, Empty: "Inga insatser pågår.", Summary: "Pågående insatser med läge för tid, kostnad och innehåll samt årets prognos och avvikelse",
		Cols: []pdf.Col{{Head: "Insats", Flex: 6, RowHead: true}, {Head: "Förvaltning", Flex: 4}, {Head: "Tid"}, {Head: "Kostnad"}, {Head: "Innehåll"},
			{Head: "Prognos, tkr", Align: draw.Right}, {Head: "Avvikelse, tkr", Align: draw.Right}}})
	shown(f, n, len(b.running), "alla i insatslistan", ref("sida ", initiativesAnchor))
}

// shown tells how much of a list is on the first page, when it isn't all.
func shown(f *pdf.Flow, n, of int, where string, page pdf.Run) {
	if n < of {
		f.Text(muted(fmt.Sprintf("Visas: %s av %s; %s, ", count(n), count(of), where)), quiet(page), muted("."))
	}
}

// light is a traffic light with a short word; bad is the word for red.
func light(f field.TextField, r *field.Record, bad string) pdf.Cell {
	switch f.Get(r) {
	case "green":
		return pdf.RAG(pdf.Good, "ok")
	case "amber":
		return pdf.RAG(pdf.Warn, "hotad")
	case "red":
		return pdf.RAG(pdf.Bad, bad)
	}
	return pdf.RAG(pdf.None, none)
}

func variance(v money.Ore) pdf.Cell {
	if s := v.Signed(money.Tkr); v >= 0 || s == "0" {
		return pdf.Txt(s)
	}
	return pdf.Alarm(v.Signed(money.Tkr))
}

const mostBubbles = 15

func (b *briefing) riskChart(f *pdf.Flow, r room, style chart.Style) {
	f.H2("Nytta mot risk")
	if len(b.bubbles) == 0 {
		if b.unplaced == 0 {
			f.P("Inga insatser att visa än.")
			return
		}
		f.P("Ingen insats har både risk och värderad nytta än, så inget kan visas. " + b.unplacedWords())
		return
	}
	placed := b.bubbles[:min(mostBubbles, len(b.bubbles))]
	f.Drawing(chart.Bubbles(bubbleData(placed), f.Width(), r.chart, style, pdf.Measure), "")
	note := "Ytan visar kostnaden."
	if len(placed) < len(b.bubbles) {
		note = fmt.Sprintf("De %d dyraste av %s. ", len(placed), count(len(b.bubbles))) + note
	}
	if b.unplaced > 0 {
		note += " " + b.unplacedWords()
	}
	f.Note(note)
}

func (b *briefing) unplacedWords() string {
	return text.Plural(b.unplaced, "insats", "insatser") + " saknar risk eller värderad nytta."
}

func bubbleData(bs []insight.Bubble) chart.BubbleData {
	var most money.Ore
	for _, x := range bs {
		most = max(most, x.Benefit)
	}
	data := chart.BubbleData{Title: "Nytta mot risk", XName: "risk", YName: "nytta", SizeName: "kostnad"}
	for _, x := range bs {
		y := 0.0
		if most > 0 {
			y = float64(max(x.Benefit, 0)) / float64(most)
		}
		group := x.Portfolio
		if group == "" {
			group = "Utan portfölj"
		}
		data.Bubbles = append(data.Bubbles, chart.Bubble{Label: clip(x.Initiative.Name(), 28), X: x.Risk, Y: y,
			Size: float64(max(x.Cost, 0)), SizeText: x.Cost.Short(), Group: group})
	}
	return data
}

// frameBars shows ramar and their use, or without ramar what the förvaltningar cost.
func (b *briefing) frameBars(f *pdf.Flow, r room, style chart.Style) {
	any := false
	for _, u := range b.frames {
		any = any || u.Frame != 0
	}
	if !any {
		b.unitBars(f, r, style)
		return
	}
	f.H2(fmt.Sprintf("Ramar %d", b.figures.Year))
	data := chart.Progressed{Title: fmt.Sprintf("Beviljat mot ram %d", b.figures.Year), Unit: "tkr"}
	n := min(int(r.chart/30)+1, len(b.frames))
	for _, u := range b.frames[:n] {
		limit := chart.Limit{Label: u.Label, Value: tkr(u.Allotted), Limit: tkr(u.Frame)}
		limit.Text = u.Allotted.In(money.Tkr) + " / " + u.Frame.In(money.Tkr) + "\u00a0tkr"
		if u.Frame == 0 {
			limit.Text = u.Allotted.In(money.Tkr) + "\u00a0tkr, ingen ram"
		}
		data.Bars = append(data.Bars, limit)
	}
	f.Drawing(chart.Progress(data, f.Width(), style, pdf.Measure), "")
	note := "Beslutade, pågående och avslutade insatser mot ram."
	if n < len(b.frames) {
		note += fmt.Sprintf(" Visas: %d av %d portföljer.", n, len(b.frames))
	}
	f.Note(note)
}

func (b *briefing) unitBars(f *pdf.Flow, r room, style chart.Style) {
	f.H2(fmt.Sprintf("Kostnad per förvaltning %d", b.figures.Year))
	units := b.units[:min(int(r.chart/18)+1, len(b.units))]
	if len(units) == 0 {
		f.P(fmt.Sprintf("Inga kostnader är inlagda för %d.", b.figures.Year))
		return
	}
	data := chart.Ranked{Title: fmt.Sprintf("Kostnad per förvaltning %d", b.figures.Year), Unit: "tkr"}
	for _, u := range units {
		data.Bars = append(data.Bars, chart.Bar{Label: shortUnit(u.Name), Value: tkr(u.Total), Text: u.Total.Short()})
	}
	f.Drawing(chart.HorizontalBars(data, f.Width(), style, pdf.Measure), "")
	note := "System och insatser, drift och investering."
	if len(units) < len(b.units) {
		note += fmt.Sprintf(" De %d största av %s.", len(units), count(len(b.units)))
	}
	f.Note(note)
}

func (b *briefing) dueTable(f *pdf.Flow, r room, ref pageRef) {
	f.H2("Avtal att ta ställning till inom tolv månader")
	n := min(r.agreements, len(b.agreements))
	var rows []pdf.TableRow
	for _, a := range b.agreements[:n] {
		rows = append(rows, pdf.R(pdf.Txt(clip(a.System.Name(), 48)), pdf.Txt(or(clip(portfolio.Supplier.Get(a.System), 40))),
			pdf.Txt(a.End.String()), b.notice(a), pdf.Txt(b.yearly(a.System))))
	}
	f.Table(pdf.Table{Size: listSize, Rows: rows, Empty: "Inga avtal behöver sägas upp eller förnyas inom tolv månader.", Summary: "Avtal med sista dag att säga upp inom tolv månader, de mest brådskande först",
		Cols: []pdf.Col{{Head: "System", Flex: 3, RowHead: true}, {Head: "Leverantör", Flex: 2}, {Head: "Avtal till"}, {Head: "Sista dag att säga upp"},
			{Head: fmt.Sprintf("Drift %d, tkr", b.figures.Year), Align: draw.Right}}})
	shown(f, n, len(b.agreements), "alla i avtalslistan", ref("sida ", agreementsAnchor))
}

// notice is the last day to give notice, red with a word when it is near or past.
func (b *briefing) notice(a insight.Agreement) pdf.Cell {
	left := b.w.Today().DaysUntil(a.NoticeBy)
	switch {
	case a.Late:
		return pdf.Alarm(a.NoticeBy.String() + ", passerad")
	case left == 0:
		return pdf.Alarm(a.NoticeBy.String() + ", i dag")
	case left <= 30:
		return pdf.Alarm(a.NoticeBy.String() + ", om " + text.Plural(left, "dag", "dagar"))
	}
	return pdf.Txt(a.NoticeBy.String())
}

// yearly is a system's drift budget of the plan year in tkr.
func (b *briefing) yearly(r *field.Record) string {
	v, ok := economy.Sum(b.w, r.ID, b.figures.Year, economy.Operations, economy.CostBudget)
	if !ok {
		return none
	}
	return v.In(money.Tkr)
}

func tkr(v money.Ore) float64 { return float64(v) / 100_000 }

func muted(s string) pdf.Run { return pdf.M(s) }

func quiet(r pdf.Run) pdf.Run {
	r.Muted = true
	return r
}
