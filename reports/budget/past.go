package budget

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	sheet "itportfoljen/app/budget"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/rhythm"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// trend is what the year was believed to cost as time went.
func (c *controller) trend(f *pdf.Flow, style chart.Style) {
	points := rhythm.Trend(c.W, "", c.Year)
	f.H1("Prognosen över tiden")
	if points == nil {
		f.P(fmt.Sprintf("Det finns ingen uppföljning av %d att visa: antingen har ingen uppföljningsdag varit, eller så har ingen gjort någon prognos.", c.Year))
		return
	}
	budget := c.types.Total.Budget
	t := pdf.Table{Size: textSize, Dense: true, Summary: "Vad året väntades kosta vid varje uppföljning, i kronor",
		Cols: []pdf.Col{{Head: "Uppföljning", Flex: 1, RowHead: true}, {Head: "Dag"}, {Head: fmt.Sprintf("Prognos %d, kr", c.Year), Align: draw.Right}, {Head: "Mot budgeten, kr", Align: draw.Right}, {Head: "Rader med prognos", Align: draw.Right}}}
	for i, p := range points {
		// The unit's part of what is shared, as in every other table.
		then := sheet.Of(c.Costs(), sheet.Query{First: c.Year, Last: c.Year, Unit: c.Unit, AsOf: p.On}).Total.Forecast
		points[i].Expected = then
		differs := pdf.Txt(report.None)
		if budget.Known && then.Known {
			differs = report.Differs(budget.Ore-then.Ore, true, money.Kr)
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(p.Name), pdf.Txt(p.On.String()), report.Amount(then.Ore, then.Known, money.Kr), differs, pdf.Txt(fmt.Sprintf("%s av %s", report.Count(p.Said), report.Count(p.Rows)))))
	}
	if len(points) > 1 {
		f.Drawing(chart.Sparkline(insight.TrendChart(points, budget), f.Width(), 60, style, pdf.Measure), "")
	}
	f.Table(t)
	f.Note("Linjen är prognosen och det vågräta strecket budgeten. Prognosen är som den var den dagen; rader utan prognos räknas efter sin budget. Mot budgeten: minus är dyrare.")
}

// states are the year's locked states.
func (c *controller) states() []*field.Record { return rhythm.States(c.All, c.Year) }

// stateNamed is the locked state of a name, or the latest of the year; nil where the year has
// none.
func (c *controller) stateNamed(name string) (*field.Record, error) {
	if text.Key(name) == latest {
		if all := c.states(); len(all) > 0 {
			return all[len(all)-1], nil
		}
		return nil, nil
	}
	var names []string
	for _, r := range rhythm.States(c.All, 0) {
		if text.Key(r.Name()) == text.Key(name) || r.Ref != "" && text.Key(r.Ref) == text.Key(name) {
			return r, nil
		}
		names = append(names, r.Name())
	}
	if len(names) == 0 {
		return nil, report.Usage("Inget budgetläge är låst, så det finns inget som heter ”%s” att jämföra med.", text.Shorten(name, 40))
	}
	return nil, report.Usage("Inget låst läge heter ”%s”. De som finns är %s.", text.Shorten(name, 40), strings.Join(names, ", "))
}

// compare tells what differs between a locked state and now.
func (c *controller) compare(f *pdf.Flow, style chart.Style) {
	r := c.state
	f.H1("Jämfört med " + r.Name())
	f.P(c.sealOf(r))
	then, err := rhythm.SideOf(r, c.At)
	if err != nil {
		c.sumsOnly(f, r)
		return
	}
	then.Unit, then.World = c.Unit, c.Narrowed(then.World)
	d := rhythm.Compare(then, rhythm.Side{Name: "nu", World: c.Costs(), Year: c.Year, Unit: c.Unit}, c.unitDimension())
	if int(rhythm.Year.Get(r)) != c.Year {
		f.P(fmt.Sprintf("Läget är av %d och rapporten av %d: skillnaden är mellan åren.", rhythm.Year.Get(r), c.Year))
	}
	amount := insight.ForecastAmount
	if c.against == sheet.ByActual && c.spent {
		amount = insight.ActualAmount
	}
	if data := insight.ChangeChart(d, amount, 9); len(data.Steps) > 2 {
		f.Drawing(chart.Waterfall(data, f.Width(), style, pdf.Measure), "")
	}
	f.H2("Då och nu, tkr")
	table, moved := differences(c.unitDimension().Label, d.Total, d.Total.Parts)
	f.Table(table)
	page := pdf.PageRef("sida ", wholeAnchor)
	page.Muted = true
	f.RichNote(pdf.M("Nu är summorna på "), page, pdf.M(". Skillnaden är nu minus då: plus är dyrare nu."+report.Rounding(moved)))
	c.changedRows(f, d)
}

const mostRows = 30

// changedRows are the cost rows that differ, the most first.
func (c *controller) changedRows(f *pdf.Flow, d rhythm.Comparison) {
	if d.Rows == nil {
		return
	}
	f.H2("Kostnadsrader som har ändrats")
	n := min(mostRows, len(d.Rows))
	t := pdf.Table{Size: textSize, Dense: true, Empty: "Ingen kostnadsrad har ändrats.", Summary: "Kostnadsrader som har ändrats, i kronor, de största ändringarna först",
		Cols: []pdf.Col{{Head: "Kostnad", Flex: 1, RowHead: true, Hyphen: true}, {Head: ""}, {Head: "Budget, kr", Align: draw.Right}, {Head: "Prognos, kr", Align: draw.Right}, {Head: "Utfall, kr", Align: draw.Right}}}
	for _, l := range d.Rows[:n] {
		cells := []pdf.Cell{pdf.Txt(l.Name), pdf.Txt(l.Standing())}
		for _, ch := range l.Changes() {
			by, known := ch.By()
			cells = append(cells, plus(by, known && by != 0, money.Kr))
		}
		t.Rows = append(t.Rows, pdf.R(cells...))
	}
	f.Table(t)
	if n < len(d.Rows) {
		f.Note(fmt.Sprintf("De %d största ändringarna av %s.", n, report.Count(len(d.Rows))))
	}
}

// plus is a change with its sign.
func plus(v money.Ore, known bool, u money.Unit) pdf.Cell {
	s := v.Even(u)
	if known && v > 0 && s != "0" {
		s = "+" + s
	}
	if !known {
		s = report.None
	}
	return pdf.Txt(s)
}

// differences are what lines were and are of budget and prognos, in tkr.
func differences(head string, whole rhythm.Line, lines []rhythm.Line) (t pdf.Table, moved bool) {
	t = pdf.Table{Size: textSize, Dense: true, Summary: "Budget, prognos och utfall då och nu i tusental kronor", Cols: []pdf.Col{{Head: head, Flex: 1, RowHead: true, Hyphen: true}}}
	names := []string{"Budget", "Prognos", "Utfall"}
	changes := whole.Changes()
	var shownOf []int
	for i, ch := range changes {
		if ch.A.Known || ch.B.Known {
			shownOf = append(shownOf, i)
			for _, h := range []string{"då", "nu", "skillnad"} {
				t.Cols = append(t.Cols, pdf.Col{Over: names[i], Head: h, Align: draw.Right})
			}
		}
	}
	rows := make([][]money.Ore, len(lines))
	for i, l := range lines {
		of := l.Changes()
		for _, k := range shownOf {
			rows[i] = append(rows[i], of[k].A.Ore, of[k].B.Ore)
		}
	}
	shown, moved := report.Tally(rows, money.Tkr)
	row := func(label string, l rhythm.Line, v []money.Ore) []pdf.Cell {
		cells := []pdf.Cell{pdf.Txt(label)}
		of := l.Changes()
		for i, k := range shownOf {
			a, b := v[2*i], v[2*i+1]
			cells = append(cells, report.Amount(a, of[k].A.Known, money.Tkr), report.Amount(b, of[k].B.Known, money.Tkr), plus(b-a, of[k].A.Known || of[k].B.Known, money.Tkr))
		}
		return cells
	}
	for i, l := range lines {
		t.Rows = append(t.Rows, pdf.R(row(report.Or(l.Name), l, shown[i])...))
	}
	if len(lines) > 0 {
		t.Rows = append(t.Rows, pdf.SumRow(row("Summa", whole, shown[len(lines)])...))
	}
	return t, moved
}

// sumsOnly is of a state whose rows nobody can count forth: what it came to, and what it is now.
func (c *controller) sumsOnly(f *pdf.Flow, r *field.Record) {
	f.P("Raderna som de var går inte att räkna fram ur journalen, så bara lägets summor kan jämföras.")
	if c.Partial() {
		f.P("Summorna är hela kommunens och står i kommunens rapport.")
		return
	}
	now := rhythm.SumsOf(c.All, int(rhythm.Year.Get(r)))
	t := pdf.Table{Size: textSize, Dense: true, Summary: "Lägets summor och summorna nu, i kronor", Cols: []pdf.Col{{Head: "Belopp", Flex: 1, RowHead: true}, {Head: "Då, kr", Align: draw.Right}, {Head: "Nu, kr", Align: draw.Right}, {Head: "Skillnad, kr", Align: draw.Right}}}
	for i, m := range []field.MoneyField{rhythm.Budget, rhythm.Forecast, rhythm.Actual} {
		then, known := r.Get(m.Field).(money.Ore)
		is := []money.Total{now.Budget, now.Forecast, now.Actual}[i]
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(m.Label), report.Amount(then, known, money.Kr), report.Amount(is.Ore, is.Known, money.Kr), plus(is.Ore-then, known && is.Known, money.Kr)))
	}
	f.Table(t)
	f.Note(fmt.Sprintf("Nu är %d års summor i hela kommunen.", rhythm.Year.Get(r)))
}

// sealOf says when a state was locked, by whom, and whether what stood in it is what its sum is of.
func (c *controller) sealOf(r *field.Record) string {
	s := "Låst " + report.Day(rhythm.On.Get(r))
	if by := rhythm.By.Get(r); by != "" {
		s += " av " + by
	}
	entry, sum := rhythm.At.Get(r), rhythm.Sum.Get(r)
	if entry == 0 || sum == "" {
		return s + ". Läget låstes innan portföljen fanns och har ingen kontrollsumma."
	}
	return fmt.Sprintf("%s. Post %d i journalen, kontrollsumma %s: %s.", s, entry, sum, c.verified(r))
}

// verified says whether a state's sum is that of what stood in it.
func (c *controller) verified(r *field.Record) string {
	said, _, err := rhythm.Verify(r, c.At)
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		return "går inte att pröva, journalen räcker inte dit"
	case err != nil:
		return "gick inte att pröva"
	}
	return said
}

// lockedStates are the year's locked states with what they came to.
func (c *controller) lockedStates(f *pdf.Flow) {
	all := c.states()
	f.H1("Låsta lägen")
	t := pdf.Table{Size: textSize, Dense: true, Empty: fmt.Sprintf("Inget läge av %d är låst.", c.Year), Summary: "Årets låsta lägen med deras summor i kronor",
		Cols: []pdf.Col{{Head: "Läge", Flex: 1, RowHead: true}, {Head: "Låst"}, {Head: "Av", MaxWidth: 90}, {Head: "Budget, kr", Align: draw.Right}, {Head: "Prognos, kr", Align: draw.Right}, {Head: "Utfall, kr", Align: draw.Right}, {Head: "Post", Align: draw.Right}}}
	for _, r := range all {
		cells := []pdf.Cell{pdf.Txt(r.Name()), pdf.Txt(report.Or(rhythm.On.Get(r).String())), pdf.Txt(report.Or(rhythm.By.Get(r)))}
		for _, m := range []field.MoneyField{rhythm.Budget, rhythm.Forecast, rhythm.Actual} {
			v, known := r.Get(m.Field).(money.Ore)
			cells = append(cells, report.Amount(v, known, money.Kr))
		}
		post := report.None
		if n := rhythm.At.Get(r); n > 0 {
			post = fmt.Sprint(n)
		}
		t.Rows = append(t.Rows, pdf.R(append(cells, pdf.Txt(post))...))
	}
	f.Table(t)
	if len(all) > 0 {
		last := all[len(all)-1]
		f.Note("Hela kommunens summor. Senast: " + last.Name() + ". " + c.sealOf(last))
	}
}
