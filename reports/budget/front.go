package budget

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	sheet "itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/rhythm"
	"itportfoljen/app/settings"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// room is how much the first page shows.
type room struct{ wants, steps int }

const (
	wholeAnchor = "helheten"
	wantsAnchor = "avvikelserna"
	textSize    = 8.0
)

// pageRef makes a run that ends with the page of an anchor.
type pageRef func(prefix, anchor string) pdf.Run

// room finds the most that makes the first page one page.
func (c *controller) room() room {
	r := room{wants: min(10, len(c.wants)), steps: 9}
	for !c.fits(r) && (r.wants > 1 || r.steps > 3) {
		if r.steps > 5 || r.wants <= 1 {
			r.steps--
		} else {
			r.wants--
		}
	}
	return r
}

func (c *controller) fits(r room) bool {
	doc := c.blank.Fresh()
	c.front(doc, r, func(prefix, _ string) pdf.Run { return pdf.T(prefix + "8888") })
	return len(doc.Pages()) == 1
}

// front is the first page, which stands alone.
func (c *controller) front(doc *pdf.Doc, r room, ref pageRef) {
	doc.Head(c.Over(), c.Title(c.title()), c.under())
	if s := c.Sets["budskap"]; s != "" {
		doc.P(s)
	}
	doc.KeyFigures(c.keyFigures()...)
	if s := c.RestsOn(); s != "" {
		doc.Note(s)
	}
	doc.Tight(func(f *pdf.Flow) {
		c.wholeTable(f)
		c.steps(f, doc.ChartStyle(), r)
		c.wantsInShort(f, r, ref)
	})
}

// under is the line below the title.
func (c *controller) under() string {
	s := c.W.Settings()
	return report.Joined(" · ", report.Day(c.Date), report.Clip(settings.Sender.Get(s), report.MostHead), "belopp exklusive moms")
}

func (c *controller) keyFigures() []pdf.KeyFigure {
	t := c.types.Total
	figure := func(word string, v money.Total, known, unknown string) pdf.KeyFigure {
		k := pdf.KeyFigure{Label: fmt.Sprintf("%s %d", word, c.Year), Value: report.None, Note: unknown}
		if v.Known {
			k.Value, k.Note = v.Short(), known
		}
		return k
	}
	spent := "hittills"
	if c.against == sheet.ByActual {
		spent = "hela året"
	}
	forecast := "alla rader har prognos"
	if n := t.Lacks.Forecast; n > 0 {
		forecast = text.Plural(n, "rad efter budget", "rader efter budget")
	}
	return []pdf.KeyFigure{figure("Budget", t.Budget, "drift och investering", "ingen budget inlagd"), figure("Prognos", t.Forecast, forecast, "ingen prognos"),
		figure("Utfall", t.Actual, spent, "inget utfall bokfört"), c.variance(), c.unexplained()}
}

// variance is the year's, held against what it is held against.
func (c *controller) variance() pdf.KeyFigure {
	t := c.types.Total
	k := pdf.KeyFigure{Label: fmt.Sprintf("Avvikelse mot %s", c.against.Word()), Value: report.None, Note: "går inte att räkna än"}
	v := t.Variance(c.against)
	if !v.Known || !t.Held(c.against).Known || !t.Budget.Known {
		return k
	}
	k.Value, k.Note = v.Short(), "som budget"
	percent := ""
	if p, ok := t.Percent(c.against); ok {
		percent = sheet.PercentText(p) + "\u00a0%, "
	}
	switch {
	case v.Ore > 0:
		k.Value, k.Note = "+"+k.Value, percent+"billigare"
	case v.Ore < 0:
		k.Note = percent + "dyrare"
		if sheet.ThresholdOf(c.All).Passed(t.Amounts, c.against) {
			k.Status = pdf.Bad
		}
	}
	return k
}

func (c *controller) unexplained() pdf.KeyFigure {
	k := pdf.KeyFigure{Label: "Avvikelser att förklara", Value: report.Count(len(c.wants)), Note: "alla är förklarade"}
	switch n := len(sheet.Unsaid(c.wants)); {
	case len(c.types.Total.Rows) == 0:
		k.Value, k.Note = report.None, "inga kostnader inlagda"
	case len(c.wants) == 0:
		k.Note = "ingen över gränsen"
	case n > 0:
		k.Note, k.Status = report.Count(n)+" saknar förklaring", pdf.Warn
	}
	return k
}

// wholeTable is the year with drift and investering apart: what all other tables come to.
func (c *controller) wholeTable(f *pdf.Flow) {
	f.Anchor(wholeAnchor)
	f.H2(fmt.Sprintf("Drift och investering %d, kr", c.Year))
	lines := c.types.Total.Parts
	rows := make([][]money.Ore, len(lines))
	for i, l := range lines {
		rows[i] = []money.Ore{l.Budget.Ore, l.Forecast.Ore, l.Actual.Ore}
	}
	shown, moved := report.Tally(rows, money.Kr)
	t := pdf.Table{Size: 9, Dense: true, Summary: "Årets budget, prognos, utfall och avvikelse i kronor, drift och investering apart", Empty: fmt.Sprintf("Inga kostnader är inlagda för %d.", c.Year),
		Cols: []pdf.Col{{Head: "Slag", Flex: 1, RowHead: true}, {Head: "Budget", Align: draw.Right}, {Head: "Prognos", Align: draw.Right}, {Head: "Utfall", Align: draw.Right},
			{Head: "Avvikelse", Align: draw.Right}, {Head: "Avvikelse, %", Align: draw.Right}}}
	row := func(label string, l *sheet.Line, v []money.Ore) []pdf.Cell {
		return append([]pdf.Cell{pdf.Txt(label), report.Amount(v[0], l.Budget.Known, money.Kr), report.Amount(v[1], l.Forecast.Known, money.Kr), report.Amount(v[2], l.Actual.Known, money.Kr)},
			c.differs(l, c.difference(v), money.Kr)...)
	}
	for i, l := range lines {
		t.Rows = append(t.Rows, pdf.R(row(typeName(sheet.Column{Key: l.Key, Label: l.Label}), l, shown[i])...))
	}
	if len(lines) > 0 {
		t.Rows = append(t.Rows, pdf.SumRow(row("Summa", c.types.Total, shown[len(lines)])...))
	}
	f.Table(t)
	if len(lines) == 0 {
		return
	}
	said := append([]string{fmt.Sprintf("Avvikelse är budget minus %s: minus är dyrare än budget. Intäkter är negativa.", c.against.Word())}, c.types.Notes(c.against)...)
	f.Note(strings.Join(said, " ") + report.Rounding(moved))
}

// difference is the variance of what a row shows of budget, prognos and utfall.
func (c *controller) difference(v []money.Ore) money.Ore {
	if c.against == sheet.ByActual {
		return v[0] - v[2]
	}
	return v[0] - v[1]
}

// differs are the cells of a line's variance, of what the row shows, and of its share.
func (c *controller) differs(l *sheet.Line, shown money.Ore, u money.Unit) []pdf.Cell {
	known := l.Variance(c.against).Known && (l.Held(c.against).Known || c.types.Total.Held(c.against).Known)
	percent := pdf.Txt(report.None)
	if p, ok := l.Percent(c.against); ok && known {
		percent = pdf.Txt(sheet.PercentText(p))
	}
	return []pdf.Cell{report.Differs(shown, known, u), percent}
}

// steps are how the budget becomes the prognos, or when the year is over how the utfall differs
// from it.
func (c *controller) steps(f *pdf.Flow, style chart.Style, r room) {
	by := sheet.By(stepsBy[c.Sets["trappa"]])
	if by.Key == sheet.ByUnit {
		by = c.unitDimension()
	}
	t := c.ask(by)
	what := map[string]string{"förvaltning": "efter förvaltning", "kostnadsslag": "efter kostnadsslag", "kostnad": "efter vad det kostar"}[c.Sets["trappa"]]
	if by.Key == sheet.ByPlace {
		what = "efter enhet"
	}
	if c.against == sheet.ByActual {
		title := fmt.Sprintf("Utfall mot budget %d, %s", c.Year, what)
		data := insight.VarianceChart(t, c.against, title, r.steps)
		c.figure(f, title, len(data.Bars) > 0 && c.spent, func(w float64) draw.Drawing { return chart.Lollipops(data, w, style, pdf.Measure) })
		return
	}
	title := fmt.Sprintf("Från budget till prognos %d, %s", c.Year, what)
	data := insight.BudgetToForecast(t, title, r.steps)
	for i := range data.Steps {
		data.Steps[i].Label = report.Clip(data.Steps[i].Label, 60)
	}
	c.figure(f, title, len(data.Steps) > 2, func(w float64) draw.Drawing { return chart.Waterfall(data, w, style, pdf.Measure) })
}

// figure is a chart under its heading, or why there is none.
func (c *controller) figure(f *pdf.Flow, title string, any bool, make func(w float64) draw.Drawing) {
	f.H2(title)
	t := c.types.Total
	switch {
	case any:
		f.Drawing(make(f.Width()), "")
	case !t.Budget.Known && !t.Forecast.Known:
		f.Text(pdf.M("Det finns ingen budget eller prognos att visa."))
	case c.against == sheet.ByActual:
		f.Text(pdf.M("Det finns inget utfall som skiljer sig från budgeten."))
	default:
		f.Text(pdf.M("Prognosen är densamma som budgeten."))
	}
}

// wantsInShort are the largest of the variances that somebody has to explain.
func (c *controller) wantsInShort(f *pdf.Flow, r room, ref pageRef) {
	const heading = "Avvikelser över gränsen"
	n := min(r.wants, len(c.wants))
	if page := ref("sida ", wantsAnchor); c.Has(variances) {
		page.Muted = true
		report.Shown(f, heading, n, len(c.wants), "de största, alla på ", page)
	} else {
		report.Shown(f, heading, n, len(c.wants), "de största")
	}
	if len(c.types.Total.Rows) == 0 {
		f.Text(pdf.M("Inga kostnader är inlagda."))
		return
	}
	f.Table(c.wantTable(c.wants[:n], 90))
	f.Note(c.limit())
}

// limit is how much a cost may differ, in a sentence.
func (c *controller) limit() string {
	t := sheet.ThresholdOf(c.All)
	var over []string
	if t.Percent > 0 {
		over = append(over, fmt.Sprintf("%d\u00a0%% av budgeten", t.Percent))
	}
	if t.Amount > 0 {
		over = append(over, t.Amount.Kr()+"\u00a0kr")
	}
	if len(over) == 0 {
		return "Varje avvikelse ska förklaras; den som är dyrare än budget ska också ha en åtgärd."
	}
	return "En avvikelse som är mer än " + text.And(over) + " ska förklaras; den som är dyrare än budget ska också ha en åtgärd."
}

// wantTable are variances with what is said of them; words is how much of each text it shows, 0
// for all.
func (c *controller) wantTable(wants []sheet.Want, words int) pdf.Table {
	t := pdf.Table{Size: textSize, Dense: true, Summary: "Kostnader som skiljer sig från sin budget med kommentar och åtgärd", Empty: "Ingen kostnad skiljer sig mer än gränsen.",
		Cols: []pdf.Col{{Head: "Kostnad", Flex: 4, RowHead: true, Hyphen: true}, {Head: "Budget, tkr", Align: draw.Right}, {Head: text.Capital(c.against.Word()) + ", tkr", Align: draw.Right},
			{Head: "Avvikelse, tkr", Align: draw.Right}, {Head: "%", Align: draw.Right}, {Head: "Kommentar", Flex: 3, Hyphen: true}, {Head: "Åtgärd", Flex: 2, Hyphen: true}}}
	for _, m := range wants {
		a, v := m.Amounts, m.Amounts.Variance(c.against)
		percent := pdf.Txt(report.None)
		if p, ok := a.Percent(c.against); ok {
			percent = pdf.Txt(sheet.PercentText(p))
		}
		comment, action := m.Missing()
		name := []pdf.Run{pdf.T(c.clip(c.W.Label(economy.CostOwner.Get(m.Cost)), 60, words)), pdf.M("\n" + c.clip(rhythm.Told(c.W, m.Cost), 40, words) + unitTail(c.unitOf(m.Cost)))}
		said := func(s string, missing bool) pdf.Cell {
			if missing {
				return pdf.Alarm("saknas")
			}
			return pdf.Txt(report.Or(c.clip(s, words, words)))
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Rich(name...), report.Amount(a.Budget.Ore, a.Budget.Known, money.Tkr), report.Amount(a.Held(c.against).Ore, a.Held(c.against).Known, money.Tkr),
			report.Differs(v.Ore, v.Known, money.Tkr), percent, said(m.Comment, comment), said(m.Action, action)))
	}
	return t
}

// clip shortens where words says that the table has to.
func (c *controller) clip(s string, n, words int) string {
	if words == 0 {
		return s
	}
	return report.Clip(s, n)
}

func unitTail(unit string) string {
	if unit == "" {
		return ""
	}
	return ", " + report.Clip(insight.ShortUnit(unit), 40)
}

// unitOf is the förvaltning, nämnd or bolag that a cost is of; "" for none.
func (c *controller) unitOf(cost *field.Record) string {
	owner := c.W.Get(economy.CostOwner.Get(cost))
	if owner == nil {
		return ""
	}
	unit, _ := field.UnitOf(c.W, owner)
	return c.W.Label(c.Level(unit))
}
