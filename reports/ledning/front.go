package ledning

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// room is how much of each list the first page shows.
type room struct {
	decisions, running, agreements int
	words                          int     // of a decision's recommendation, in characters
	chart                          float64 // height of the bubbles, without their legend; their key is in it
}

// The first page has at least little, is good with enough, and has at most plenty.
var (
	little = room{decisions: 1, running: 1, agreements: 1, words: 60, chart: 100}
	enough = room{decisions: 5, running: 5, agreements: 5, words: 60, chart: 130}
	plenty = room{decisions: 8, running: 10, agreements: 12, words: 140, chart: 165}
)

// growth is how room is given while it lasts: the lists grow in turn, then the
// chart and the words.
var growth = [][]func(r *room){
	{func(r *room) { r.decisions++ }, func(r *room) { r.running++ }, func(r *room) { r.agreements++ }},
	{func(r *room) { r.chart += 5 }},
	{func(r *room) { r.words += 20 }},
}

// pageRef makes a run that ends with the page of an anchor.
type pageRef func(prefix, anchor string) pdf.Run

// fitting finds the most that makes the first page one page.
func (b *briefing) fitting() room {
	best := little
	if !b.fits(best) {
		best.words, best.chart = 0, 80
	}
	for _, most := range []room{enough, plenty} {
		most.decisions = min(most.decisions, max(len(b.decisions), little.decisions))
		most.running = min(most.running, max(len(b.running), little.running))
		most.agreements = min(most.agreements, max(len(b.agreements), little.agreements))
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
	}
	return best
}

func (r room) within(most room) bool {
	return r.decisions <= most.decisions && r.running <= most.running && r.agreements <= most.agreements && r.words <= most.words && r.chart <= most.chart
}

// fits says whether the first page is one page with so much in it.
func (b *briefing) fits(r room) bool {
	doc := b.blank.Fresh()
	b.front(doc, r, func(prefix, _ string) pdf.Run { return pdf.T(prefix + "8888") })
	return len(doc.Pages()) == 1
}

// front is the first page, which stands alone.
func (b *briefing) front(doc *pdf.Doc, r room, ref pageRef) {
	doc.Head(b.Over(), b.Title(b.frontTitle()), b.under())
	b.message(doc.Flow)
	doc.KeyFigures(b.keyFigures()...)
	if said := b.figures.SaidOf(); said != "" && b.figures.Systems > 0 {
		doc.Note(fmt.Sprintf("Driftens belopp för %d vilar på de system som har ett: %s.", b.figures.Year, said))
	}
	if s := b.RestsOn(); s != "" {
		doc.Note(s)
	}
	doc.Tight(func(f *pdf.Flow) {
		b.decisionsNeeded(f, r, ref)
		b.runningTable(f, r, ref)
		style := doc.ChartStyle()
		f.Columns(func(f *pdf.Flow) { b.riskChart(f, r, style) }, func(f *pdf.Flow) { b.frameBars(f, r, style) })
		if b.Portfolio == "" {
			b.dueTable(f, r, ref)
		}
	})
}

// message is what whoever sends the report wants to say first, a paragraph for each line.
func (b *briefing) message(f *pdf.Flow) {
	for _, line := range strings.Split(b.Sets[report.Message.Key], "\n") {
		if line = strings.TrimSpace(line); line != "" {
			f.P(line)
			f.Space(2)
		}
	}
	f.Space(4)
}

// nothing says that a section is empty.
func nothing(f *pdf.Flow, text string) { f.Text(muted(text)) }

func (b *briefing) decisionsNeeded(f *pdf.Flow, r room, ref pageRef) {
	n := min(r.decisions, len(b.decisions))
	const heading = "Beslut som behövs i dag"
	if n == 0 {
		f.H2(heading)
		nothing(f, "Inga beslut väntar.")
		return
	}
	report.Shown(f, heading, n, len(b.decisions), "nästa på ", quiet(ref("sida ", decisionAnchor(n))))
	var rows []pdf.TableRow
	for i, d := range b.decisions[:n] {
		rows = append(rows, pdf.R(pdf.Strong(fmt.Sprint(i+1)),
			pdf.Rich(pdf.B(report.Sentence(report.Clip(d.Name(), 80))+" "), pdf.T(b.decisionLine(d, r.words))),
			pdf.Rich(ref("sida ", decisionAnchor(i)))))
	}
	f.Table(pdf.Table{NoHead: true, Dense: true, Rows: rows, Summary: "Beslut som ledningsgruppen behöver fatta, med kostnad, nytta och rekommendation",
		Cols: []pdf.Col{{Width: 9}, {Flex: 1, RowHead: true}, {Align: draw.Right}}})
}

// decisionLine says what a decision costs, gives, and what is recommended.
func (b *briefing) decisionLine(d *field.Record, words int) string {
	cost, known := plan.Cost(b.W, d)
	parts := []string{"Kostnad saknas."}
	if known {
		parts[0] = cost.Short()
		if inv := b.total(d, economy.Investment); inv == cost && cost != 0 {
			parts[0] += " investering"
		} else if inv != 0 {
			parts[0] += ", varav " + inv.Short() + " investering"
		}
		parts[0] += "; " + benefitWords(d, 60) + "."
	}
	parts = append(parts, b.decides(d))
	if reco := plan.Recommendation.Get(d); words > 0 {
		if reco == "" {
			reco = "Ingen rekommendation än."
		}
		parts = append(parts, report.FirstSentence(reco, words))
	}
	return strings.Join(parts, " ")
}

// decides is who decides of an insats and by when, in a sentence.
func (b *briefing) decides(d *field.Record) string {
	who := b.decider(d)
	if who == "" {
		who = "Vem som beslutar är inte sagt"
	} else {
		who = text.Capital(who) + " beslutar"
	}
	if by := plan.DecideBy.Get(d); !by.IsZero() {
		who += ", senast " + by.String()
	}
	return who + "."
}

// decider is who decides of an insats: what is said of it, else what the delegation says; ""
// where neither does.
func (b *briefing) decider(d *field.Record) string {
	return cmp.Or(report.Named(b.W, plan.Decider.Get(d), plan.DeciderRole.Get(d)), plan.Decide(b.W, d).Who)
}

// benefitWords is the benefit as it is said inside a sentence.
func benefitWords(d *field.Record, n int) string {
	switch note := plan.BenefitNote.Get(d); {
	case d.Get(plan.BenefitPerYear.Field) != nil:
		return "nytta " + plan.BenefitPerYear.Get(d).Short() + " per år"
	case note != "":
		return "nytta: " + strings.TrimRight(report.Clip(text.Lower(note), n), ".")
	}
	return "nytta inte angiven"
}

// total is an insats' budget of one type over all years.
func (b *briefing) total(r *field.Record, typ string) money.Ore {
	sum, _ := economy.Sum(b.W, r.ID, 0, typ, economy.CostBudget)
	return sum
}

func (b *briefing) runningTable(f *pdf.Flow, r room, ref pageRef) {
	n := min(r.running, len(b.running))
	report.Shown(f, "Pågående insatser", n, len(b.running), "alla på ", quiet(ref("sida ", initiativesAnchor)))
	var rows []pdf.TableRow
	for _, s := range b.running[:n] {
		forecast, differs := pdf.Txt(report.None), pdf.Txt(report.None)
		if s.Forecast.Known {
			forecast = pdf.Txt(s.Forecast.In(money.Tkr))
		}
		if s.Variance.Known {
			differs = variance(s.Variance.Ore)
		}
		rows = append(rows, pdf.R(pdf.Txt(report.Clip(s.Initiative.Name(), 40)), pdf.Txt(report.Clip(insight.ShortUnit(report.Or(b.W.Label(s.Unit))), 40)),
			light(plan.TimeStatus, s.Initiative, "sen"), light(plan.CostStatus, s.Initiative, "över"), light(plan.ScopeStatus, s.Initiative, "avviker"),
			forecast, differs))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Empty: "Inga insatser pågår.", Summary: "Pågående insatser med läge för tid, kostnad och innehåll samt årets prognos och avvikelse",
		Cols: []pdf.Col{{Head: "Insats", Flex: 6, RowHead: true}, {Head: "Förvaltning", Flex: 3}, {Head: "Tid"}, {Head: "Kostnad"}, {Head: "Innehåll"},
			{Head: fmt.Sprintf("Prognos %d, tkr", b.figures.Year), Width: 66, Align: draw.Right}, {Head: "Mot budget, tkr (+\u00a0bättre)", Width: 78, Align: draw.Right}}})
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
	return pdf.RAG(pdf.None, report.None)
}

func variance(v money.Ore) pdf.Cell {
	if s := v.Signed(money.Tkr); v >= 0 || s == "0" {
		return pdf.Txt(s)
	}
	return pdf.Alarm(v.Signed(money.Tkr))
}

// mostBubbles is how many there is room for.
const mostBubbles = 15

func (b *briefing) riskChart(f *pdf.Flow, r room, style chart.Style) {
	f.H2("Nytta mot risk")
	if len(b.bubbles) == 0 {
		if b.unplaced == 0 {
			nothing(f, "Inga insatser att visa än.")
			return
		}
		nothing(f, "Ingen insats har både risk och värderad nytta än, så inget kan visas. "+b.unplacedWords())
		return
	}
	placed := b.bubbles[:min(mostBubbles, len(b.bubbles))]
	data := insight.RiskChart(placed)
	height := r.chart + chart.BubbleLegend(data, f.Width(), style, pdf.Measure)
	f.Drawing(chart.Bubbles(data, f.Width(), height, style, pdf.Measure), "")
	note := "Ytan visar kostnaden."
	if len(placed) < len(b.bubbles) {
		note = fmt.Sprintf("De %d dyraste av %s. ", len(placed), report.Count(len(b.bubbles))) + note
	}
	if b.unplaced > 0 {
		note += " " + b.unplacedWords()
	}
	f.Note(note)
}

func (b *briefing) unplacedWords() string {
	return text.Plural(b.unplaced, "insats", "insatser") + " saknar risk eller värderad nytta."
}

// frameBars shows ramar and their use, or without ramar what the förvaltningar cost.
func (b *briefing) frameBars(f *pdf.Flow, r room, style chart.Style) {
	if !slices.ContainsFunc(b.frames, func(l frame.Line) bool { return l.Ram.Known }) {
		b.unitBars(f, r, style)
		return
	}
	f.H2(fmt.Sprintf("Ramar %d", b.figures.Year))
	n := min(int(r.chart/30)+1, len(b.frames))
	f.Drawing(chart.Progress(insight.FrameChart(insight.Foremost(b.frames, n), b.figures.Year), f.Width(), style, pdf.Measure), "")
	note := "Beslutade, pågående och avslutade insatser mot ram."
	if n < len(b.frames) {
		note += fmt.Sprintf(" Visas: %d av %d, de som överskrids och de största.", n, len(b.frames))
	}
	f.Note(note)
}

func (b *briefing) unitBars(f *pdf.Flow, r room, style chart.Style) {
	heading := fmt.Sprintf("Kostnad per förvaltning %d", b.figures.Year)
	f.H2(heading)
	n := min(int(r.chart/18)+1, len(b.units))
	if n == 0 {
		nothing(f, fmt.Sprintf("Inga kostnader är inlagda för %d.", b.figures.Year))
		return
	}
	f.Drawing(chart.HorizontalBars(insight.RankedCosts(b.units, heading, n), f.Width(), style, pdf.Measure), "")
	note := "System och insatser, drift och investering. Utfall där det finns, annars prognos, annars budget."
	if n < len(b.units) {
		note += fmt.Sprintf(" %s enheter; de minsta står tillsammans.", report.Count(len(b.units)))
	}
	f.Note(note)
}

func (b *briefing) dueTable(f *pdf.Flow, r room, ref pageRef) {
	n := min(r.agreements, len(b.agreements))
	report.Shown(f, b.dueHeading(), n, len(b.agreements), "alla på ", quiet(ref("sida ", agreementsAnchor)))
	var rows []pdf.TableRow
	for _, a := range b.agreements[:n] {
		rows = append(rows, pdf.R(pdf.Txt(report.Clip(a.Name(), 48)), pdf.Txt(report.Or(report.Clip(a.Supplier(b.W), 40))), report.Ends(a), b.Notice(a), pdf.Txt(b.yearly(a))))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Empty: "Inga avtal behöver sägas upp eller förnyas inom tolv månader.", Summary: "Avtal med sista dag att säga upp inom tolv månader, de mest brådskande först",
		Cols: []pdf.Col{{Head: "System", Flex: 3, RowHead: true}, {Head: "Leverantör", Flex: 2}, {Head: "Avtal till"}, {Head: "Sista dag att säga upp"},
			{Head: fmt.Sprintf("Driftbudget %d, tkr", b.figures.Year), Align: draw.Right}}})
}

// dueHeading says what the table of agreements holds.
func (b *briefing) dueHeading() string {
	if len(b.agreements) > 0 && b.agreements[0].Expired {
		return "Avtal som har gått ut, och att ta ställning till inom tolv månader"
	}
	return "Avtal att ta ställning till inom tolv månader"
}

// yearly is the plan year's drift budget of what an agreement covers, in tkr.
func (b *briefing) yearly(a insight.Agreement) string {
	if !a.Cost.Known {
		return report.None
	}
	return a.Cost.In(money.Tkr)
}

func muted(s string) pdf.Run { return pdf.M(s) }

func quiet(r pdf.Run) pdf.Run {
	r.Muted = true
	return r
}
