package ledning

import (
	"fmt"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/insight"
	"itportfoljen/app/rhythm"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// mostNews is how many of a sort are told one by one: an import may bring hundreds.
const mostNews = 30

// changes are what has happened since the ledningsgrupp last had a report.
type changes struct {
	past report.Past
	news []forum.Group
	cost rhythm.Comparison
}

// compare finds what has changed, where the report is to tell of it.
func (b *briefing) compare() (err error) {
	if !b.Has(partChanges) {
		return nil
	}
	c := &b.changes
	if c.past, err = b.Past(); err != nil || c.past.World == nil {
		return err
	}
	y := b.figures.Year
	c.news = insight.Since(b.W, b.Part(c.past.World))
	c.cost = rhythm.Compare(rhythm.Side{Name: c.past.Short, World: b.Narrowed(c.past.World), Year: y, Unit: b.Unit},
		rhythm.Side{Name: "nu", World: b.Costs(), Year: y, Unit: b.Unit}, budget.By(budget.ByUnit))
	return nil
}

// size is how many rows the part has.
func (c *changes) size() (n int) {
	for _, g := range c.news {
		n += min(len(g.News), mostNews) + 1
	}
	if c.past.World != nil {
		n += len(c.cost.Changed()) + 2
	}
	return n
}

// changeList tells what has happened since then, sort by sort, and what the plan year's costs were and are.
func (b *briefing) changeList(f *pdf.Flow) {
	c := &b.changes
	f.H1("Förändringar sedan förra rapporten")
	if c.past.World == nil {
		f.P(c.past.Why)
		return
	}
	f.P(c.summary(b.Portfolio != ""))
	if len(c.news) > 0 {
		f.Table(pdf.Table{Size: listSize, Dense: true, Rows: newsRows(c.news), Summary: "Det som har hänt med insatser, avtal och system, slag för slag",
			Cols: []pdf.Col{{Head: "Vad", Flex: 1, RowHead: true, Hyphen: true}, {Head: "Vad som har hänt", Flex: 1, Hyphen: true}}})
	}
	f.Keep(b.costChanges)
}

// summary says since when, and that nothing has happened where it hasn't. A portfölj has insatser only.
func (c *changes) summary(insatser bool) string {
	switch {
	case insatser && len(c.news) == 0:
		return "Inget har hänt med portföljens insatser sedan " + c.past.Name + "."
	case insatser:
		return "Det här har hänt med portföljens insatser sedan " + c.past.Name + "."
	case len(c.news) == 0:
		return "Inget har hänt med insatser, avtal eller system sedan " + c.past.Name + "."
	}
	return "Det här har hänt med insatser, avtal och system sedan " + c.past.Name + "."
}

// newsRows are the news under their sorts.
func newsRows(groups []forum.Group) (rows []pdf.TableRow) {
	for _, g := range groups {
		rows = append(rows, pdf.GroupRow(g.Title+", "+report.Count(len(g.News))))
		for i, n := range g.News {
			if i == mostNews-1 && len(g.News) > mostNews {
				rest := pdf.Dim("och " + report.Count(len(g.News)-i) + " till")
				rest.Span = 2
				rows = append(rows, pdf.R(rest))
				break
			}
			said := pdf.Txt(n.Said)
			if n.Tone == field.Bad {
				said = pdf.Alarm(n.Said)
			}
			rows = append(rows, pdf.R(pdf.Txt(n.Name), said))
		}
	}
	return rows
}

// costChanges are the plan year's budget and forecast then and now, for the förvaltningar where they differ;
// the others stand together, so that it adds up.
func (b *briefing) costChanges(f *pdf.Flow) {
	c := b.changes.cost
	y := b.figures.Year
	f.H2(fmt.Sprintf("Budget och prognos %d, kr", y))
	changed := c.Changed()
	if len(changed) == 0 {
		f.P(fmt.Sprintf("Budget och prognos för %d är desamma som då.", y))
		return
	}
	var rows []pdf.TableRow
	for _, l := range changed {
		rows = append(rows, pdf.R(costLine(l.Name, l)...))
	}
	if same, n := unchanged(c); n > 0 {
		rows = append(rows, pdf.R(costLine(text.Plural(n, "oförändrad", "oförändrade"), same)...))
	}
	rows = append(rows, pdf.SumRow(costLine("Summa", c.Total)...))
	amount := func(head string) pdf.Col { return pdf.Col{Head: head, Align: draw.Right} }
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Budget och prognos per förvaltning då och nu i kronor",
		Cols: []pdf.Col{{Head: "Förvaltning eller bolag", Flex: 1, RowHead: true, Hyphen: true}, amount("Budget då"), amount("Budget nu"), amount("Ändring"), amount("Prognos då"), amount("Prognos nu"), amount("Ändring")}})
	f.Note("System, avtal, enheter och insatser, drift och investering. Ett minus är att det har blivit billigare. Rader utan prognos räknas i prognosen med sin budget; av insatser som är avslutade eller vilar bara utfallet.")
}

// unchanged is what is the same then and now, together.
func unchanged(c rhythm.Comparison) (sum rhythm.Line, n int) {
	for _, l := range c.Total.Parts {
		if l.Changed() {
			continue
		}
		n++
		for _, s := range []struct{ to, from *rhythm.Sums }{{&sum.A, &l.A}, {&sum.B, &l.B}} {
			s.to.Budget.Add(s.from.Budget.Ore, s.from.Budget.Known)
			s.to.Forecast.Add(s.from.Forecast.Ore, s.from.Forecast.Known)
		}
	}
	return sum, n
}

// costLine is budget and forecast then, now and between.
func costLine(name string, l rhythm.Line) []pdf.Cell {
	cells := pdf.Cells(name)
	for _, ch := range []rhythm.Change{l.Changes()[insight.BudgetAmount], l.Changes()[insight.ForecastAmount]} {
		by, known := ch.By()
		cells = append(cells, report.Amount(ch.A.Ore, ch.A.Known, money.Kr), report.Amount(ch.B.Ore, ch.B.Known, money.Kr), pdf.Txt(signed(by, known)))
	}
	return cells
}

// signed is a change with its sign.
func signed(v money.Ore, known bool) string {
	switch {
	case !known:
		return report.None
	case v > 0:
		return "+" + v.Even(money.Kr)
	}
	return v.Even(money.Kr)
}
