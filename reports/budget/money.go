package budget

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	sheet "itportfoljen/app/budget"
	"itportfoljen/app/frame"
	"itportfoljen/app/insight"
	"itportfoljen/app/years"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// ramar are the year's, with what of them is asked for, allotted and used.
func (c *controller) ramar(f *pdf.Flow, style chart.Style) {
	lines := c.Frames(c.Year)
	f.H1(fmt.Sprintf("Ramar %d", c.Year))
	if why := c.NoFrame(); why != "" && len(lines) == 0 {
		f.P(why)
		return
	}
	if slices.ContainsFunc(lines, func(l frame.Line) bool { return l.Ram.Known }) {
		f.Drawing(chart.FrameBars(insight.RamChart(insight.Foremost(lines, 12), c.Year), f.Width(), style, pdf.Measure), "")
	}
	f.Table(report.Ramar(c.All, lines, textSize))
	if len(lines) > 0 {
		f.Note(report.RamNote)
	}
}

// payers is who pays: what each pays of its own costs and of others', which comes to the whole.
func (c *controller) payers(f *pdf.Flow) {
	f.H1("Fördelning")
	t := c.ask(sheet.By(sheet.ByPayer), sheet.By(sheet.ByUnit))
	value := func(a sheet.Amounts) money.Total { return a.Budget }
	word := "budget"
	if !t.Total.Budget.Known {
		value, word = func(a sheet.Amounts) money.Total { return a.Cost }, "kostnad"
	}
	lines := t.Total.Parts
	rows := make([][]money.Ore, len(lines))
	charged := money.Ore(0)
	for i, l := range lines {
		own, others := money.Ore(0), money.Ore(0)
		for _, p := range l.Parts {
			if v := value(p.Amounts).Ore; p.Key == l.Key {
				own += v
			} else {
				others += v
			}
		}
		charged += others.Abs()
		rows[i] = []money.Ore{own, others}
	}
	f.P(fmt.Sprintf("Vem som betalar årets %s %d, och hur mycket av den som är en kostnad för någon annan och ska interndebiteras.", word, c.Year))
	shown, moved := report.Tally(rows, money.Kr)
	table := pdf.Table{Size: textSize, Dense: true, Summary: "Vem som betalar, egna kostnader och andras, i kronor", Cols: []pdf.Col{{Head: "Betalare", Flex: 1, RowHead: true, Hyphen: true},
		{Head: "Egna kostnader, kr", Align: draw.Right}, {Head: "Andras kostnader, kr", Align: draw.Right}, {Head: text.Capital(word) + " i allt, kr", Align: draw.Right}, {Head: "Andel, %", Align: draw.Right}}}
	whole := value(t.Total.Amounts)
	row := func(label string, v []money.Ore, sum money.Total) []pdf.Cell {
		share := report.None
		if tenths, ok := money.Tenths(sum.Ore, whole.Ore); ok && sum.Known {
			share = strings.TrimPrefix(sheet.PercentText(float64(tenths)/10), "+")
		}
		return []pdf.Cell{pdf.Txt(label), report.Amount(v[0], sum.Known, money.Kr), report.Amount(v[1], sum.Known, money.Kr), report.Amount(v[0]+v[1], sum.Known, money.Kr), pdf.Txt(share)}
	}
	for i, l := range lines {
		table.Rows = append(table.Rows, pdf.R(row(l.Label, shown[i], value(l.Amounts))...))
	}
	table.Rows = append(table.Rows, pdf.SumRow(row("Summa", shown[len(lines)], whole)...))
	f.Table(table)
	page := pdf.PageRef("sida ", wholeAnchor)
	page.Muted = true
	f.RichNote(pdf.M("Summan är densamma som "+word+"en på "), page, pdf.M(". Andelarna är avrundade var för sig."+report.Rounding(moved)))
	of := c.borne(value)
	switch {
	case charged != 0:
		c.charged(f, t, value)
	case c.Unit == "":
		f.P("Ingen kostnad är fördelad på någon annan än den som har den, så det finns inget att interndebitera.")
	case len(of) == 0:
		f.P("Ingen annan betalar enhetens kostnader, och enheten betalar ingen annans, så det finns inget att interndebitera.")
	default:
		f.P("Ingen annan betalar enhetens kostnader.")
	}
	if len(of) == 0 {
		return
	}
	f.H2("Andras kostnader som enheten betalar")
	f.Table(charges(pdf.Col{Head: "Kostnad för", Flex: 1, RowHead: true, Hyphen: true}, "Att betala, kr", of))
	f.Note("Ingår inte i tabellen ovan, som är enhetens egna kostnader: var kostnad står hos den som den är en kostnad för.")
}

// charge is what somebody is to pay of what is a cost of another.
type charge struct {
	payer, of string
	v         money.Ore
}

// borne is what the unit that the report is of pays of others' costs, which are in no sum of its
// own; nothing in the report of all.
func (c *controller) borne(value func(sheet.Amounts) money.Total) (out []charge) {
	if c.Unit == "" {
		return nil
	}
	ask := sheet.Query{First: c.Year, Last: c.Year, Payer: c.Unit, Rows: []sheet.Dimension{sheet.By(sheet.ByUnit)}, Closed: c.against == sheet.ByActual}
	all := sheet.Of(c.Costs(), ask)
	ask.Unit = c.Unit
	own := map[string]money.Ore{} // an enhet's stand in the line of its förvaltning
	for _, l := range sheet.Of(c.Costs(), ask).Total.Parts {
		own[l.Key] = value(l.Amounts).Ore
	}
	for _, l := range all.Total.Parts {
		if v := value(l.Amounts).Ore - own[l.Key]; v != 0 {
			out = append(out, charge{of: l.Label, v: v})
		}
	}
	return out
}

// charged is what each payer is to be charged for, by whose cost it is: they come to what the
// payers pay of others' costs.
func (c *controller) charged(f *pdf.Flow, t *sheet.Table, value func(sheet.Amounts) money.Total) {
	var all []charge
	for _, l := range t.Total.Parts {
		for _, p := range l.Parts {
			if v := value(p.Amounts); p.Key != l.Key && v.Known && v.Ore != 0 {
				all = append(all, charge{l.Label, p.Label, v.Ore})
			}
		}
	}
	f.H2("Interndebitering")
	f.Table(charges(pdf.Col{Head: "Betalare", Flex: 1, RowHead: true, Hyphen: true}, "Att interndebitera, kr", all))
}

// charges are a table of what is to be paid of others' costs, and what it comes to. Who pays has a
// column where it is told.
func charges(first pdf.Col, amount string, all []charge) pdf.Table {
	rows := make([][]money.Ore, len(all))
	for i, x := range all {
		rows[i] = []money.Ore{x.v}
	}
	shown, _ := report.Tally(rows, money.Kr)
	named := len(all) > 0 && all[0].payer != ""
	table := pdf.Table{Size: textSize, Dense: true, Summary: "Interndebitering i kronor: vem som betalar vems kostnad", Cols: []pdf.Col{first}}
	sum := []pdf.Cell{pdf.Txt("Summa, andras kostnader")}
	if named {
		table.Cols = append(table.Cols, pdf.Col{Head: "Betalar kostnader för", Flex: 1, Hyphen: true})
		sum = append(sum, pdf.Txt(""))
	}
	table.Cols = append(table.Cols, pdf.Col{Head: amount, Align: draw.Right})
	for i, x := range all {
		cells := []pdf.Cell{pdf.Txt(x.of), pdf.Txt(shown[i][0].Kr())}
		if named {
			cells = append([]pdf.Cell{pdf.Txt(x.payer)}, cells...)
		}
		table.Rows = append(table.Rows, pdf.R(cells...))
	}
	table.Rows = append(table.Rows, pdf.SumRow(append(sum, pdf.Txt(shown[len(all)][0].Kr()))...))
	return table
}

const (
	yearsAhead  = 5
	mostCourses = 25
)

// ahead is what the years ahead cost, by how it is known and by what it is of. A year that has
// ended isn't ahead: what it cost stands on the first page, and was neither its budget nor its
// prognos.
func (c *controller) ahead(f *pdf.Flow) {
	first := max(c.Year, c.All.Today().Year())
	out := years.Ahead(c.Costs(), years.Looking{First: first, Years: yearsAhead, Unit: c.Unit})
	f.H1(fmt.Sprintf("Åren framöver, %d–%d", first, first+yearsAhead-1))
	if len(out.Courses) == 0 {
		f.P("Ingen kostnad är känd för de åren.")
		return
	}
	cols := []pdf.Col{{Head: "Så är den känd", Flex: 1, RowHead: true}}
	for i := range out.Sums {
		cols = append(cols, pdf.Col{Head: fmt.Sprint(first + i), Align: draw.Right})
	}
	known := []struct {
		label string
		of    func(years.Sums) money.Ore
	}{{"Inlagd, prognos eller budget", func(s years.Sums) money.Ore { return s.Stands }}, {"Beräknad av avtalet", func(s years.Sums) money.Ore { return s.Reckoned }},
		{"Beräknad, om avtalet förlängs", func(s years.Sums) money.Ore { return s.Renewed }}}
	rows := make([][]money.Ore, len(known))
	for i, k := range known {
		for _, s := range out.Sums {
			rows[i] = append(rows[i], k.of(s))
		}
	}
	shown, moved := report.Tally(rows, money.Tkr)
	t := pdf.Table{Size: textSize, Dense: true, Cols: cols, Summary: "Kostnaden per år i tusental kronor efter hur den är känd"}
	for i, k := range known {
		t.Rows = append(t.Rows, pdf.R(yearCells(k.label, shown[i], rows[i])...))
	}
	t.Rows = append(t.Rows, pdf.SumRow(yearCells("Summa", shown[len(known)], shown[len(known)])...))
	f.Keep(func(f *pdf.Flow) {
		f.H2("Hela kostnaden, tkr")
		f.Table(t)
		f.Note(c.known(out) + " Det som är inlagt räknas efter sin prognos, annars sin budget. Ett streck är att inget belopp är känt. Beräknat är avtalets senaste kända år, de månader som det gäller." + c.legs(out) + report.Rounding(moved))
	})
	c.typesAhead(f, first, cols)
	c.courses(f, out, cols)
}

// yearCells are a row of amounts a year at a time; nothing is a dash.
func yearCells(label string, shown, exact []money.Ore) []pdf.Cell {
	cells := []pdf.Cell{pdf.Txt(label)}
	for i, v := range shown {
		cells = append(cells, report.Amount(v, exact[i] != 0, money.Tkr))
	}
	return cells
}

// known says how many costs each year's sum is of.
func (c *controller) known(out years.Outlook) string {
	said := make([]string, len(out.Sums))
	for i := range said {
		n := 0
		for _, x := range out.Courses {
			if h := x.Years[i].How; h != years.Unknown && h != years.Over {
				n++
			}
		}
		said[i] = fmt.Sprintf("%s (%d)", report.Count(n), out.First+i)
	}
	return "Drift och investering, bara det som är känt. Så många kostnader har ett belopp: " + strings.Join(said, ", ") + "."
}

// legs says what etapper cost that stands nowhere else.
func (c *controller) legs(out years.Outlook) string {
	if len(out.Legs) == 0 {
		return ""
	}
	sum := money.Ore(0)
	for _, l := range out.Legs {
		sum += l.Sum
	}
	return fmt.Sprintf(" %s i etapper står inte på någon kostnadsrad och räknas inte.", sum.Short())
}

// typesAhead parts what stands on rows by drift and investering.
func (c *controller) typesAhead(f *pdf.Flow, first int, cols []pdf.Col) {
	t := sheet.Of(c.Costs(), sheet.Query{First: first, Last: first + yearsAhead - 1, Unit: c.Unit, Rows: []sheet.Dimension{sheet.By(sheet.ByType)}, Columns: sheet.By(sheet.ByYear)})
	lines := t.Total.Parts
	if len(lines) == 0 {
		return
	}
	rows := make([][]money.Ore, len(lines))
	for i, l := range lines {
		rows[i] = make([]money.Ore, yearsAhead)
		for n, col := range t.Columns {
			year := 0
			if _, err := fmt.Sscan(col.Key, &year); err == nil {
				rows[i][year-first] = l.Cells[n].Forecast.Ore
			}
		}
	}
	shown, moved := report.Tally(rows, money.Tkr)
	table := pdf.Table{Size: textSize, Dense: true, Cols: slices.Clone(cols), Summary: "Det som är inlagt per år i tusental kronor, drift och investering apart"}
	table.Cols[0].Head = "Inlagd, prognos eller budget"
	for i, l := range lines {
		table.Rows = append(table.Rows, pdf.R(yearCells(typeName(sheet.Column{Key: l.Key, Label: l.Label}), shown[i], rows[i])...))
	}
	table.Rows = append(table.Rows, pdf.SumRow(yearCells("Summa", shown[len(lines)], shown[len(lines)])...))
	note := "Summan är raden ”Inlagd” ovan."
	if c.Unit != "" {
		note = "Enhetens del där en kostnad är delad mellan flera; tabellen ovan har hela kostnaden av det som enheten äger."
	}
	f.Keep(func(f *pdf.Flow) {
		f.H2("Drift och investering, tkr")
		f.Table(table)
		f.Note(note + report.Rounding(moved))
	})
}

// courses are what costs most in the years ahead, one by one, and the rest in one row.
func (c *controller) courses(f *pdf.Flow, out years.Outlook, cols []pdf.Col) {
	all := slices.Clone(out.Courses)
	size := func(x years.Course) (sum money.Ore) {
		for _, y := range x.Years {
			sum += y.Sum
		}
		return sum
	}
	slices.SortStableFunc(all, func(a, b years.Course) int { return cmp.Compare(size(b), size(a)) })
	n := min(mostCourses, len(all))
	if len(all) == n+1 {
		n++
	}
	table := pdf.Table{Size: textSize, Dense: true, Cols: slices.Clone(cols), Summary: "Det som kostar mest åren framöver, i tusental kronor"}
	table.Cols[0].Head, table.Cols[0].Hyphen = "Kostnad", true
	rows := make([][]money.Ore, n, n+1)
	for i, x := range all[:n] {
		for _, y := range x.Years {
			rows[i] = append(rows[i], y.Sum)
		}
	}
	if n < len(all) {
		rest := make([]money.Ore, yearsAhead)
		for _, x := range all[n:] {
			for i, y := range x.Years {
				rest[i] += y.Sum
			}
		}
		rows = append(rows, rest)
	}
	shown, moved := report.Tally(rows, money.Tkr)
	for i, x := range all[:n] {
		cells := []pdf.Cell{pdf.Rich(pdf.T(x.Owner.Name()), pdf.M(", "+x.Owner.Kind.One))}
		for k, y := range x.Years {
			cells = append(cells, yearCell(y, shown[i][k]))
		}
		table.Rows = append(table.Rows, pdf.R(cells...))
	}
	if n < len(all) {
		table.Rows = append(table.Rows, pdf.R(yearCells(fmt.Sprintf("Övriga (%s)", report.Count(len(all)-n)), shown[n], rows[n])...))
	}
	table.Rows = append(table.Rows, pdf.SumRow(yearCells("Summa", shown[len(rows)], shown[len(rows)])...))
	f.H2("Vad som kostar, tkr")
	f.Table(table)
	f.Note("* beräknad av avtalet. Inom parentes: om avtalet förlängs. Summan är densamma som i ”Hela kostnaden”." + report.Rounding(moved))
}

// yearCell is a year of a cost with the sign of how it is known.
func yearCell(y years.Year, shown money.Ore) pdf.Cell {
	v := shown.Even(money.Tkr)
	switch y.How {
	case years.Stands:
		return pdf.Txt(v)
	case years.Reckoned:
		return pdf.Txt(v + "*")
	case years.Renewed:
		return pdf.Txt("(" + v + ")")
	case years.Over:
		return pdf.Dim("slut")
	}
	return pdf.Txt(report.None)
}
