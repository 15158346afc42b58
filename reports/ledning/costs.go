package ledning

import (
	"fmt"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/insight"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// costs are the plan year's budget per förvaltning, which ties to the lists,
// and the cost over the years.
func (b *briefing) costs(f *pdf.Flow, style chart.Style) {
	f.H1("Kostnad per förvaltning")
	b.budgets(f)
	b.overYears(f, style)
}

func (b *briefing) budgets(f *pdf.Flow) {
	y := b.figures.Year
	f.H2(fmt.Sprintf("Budget %d, kr", y))
	units := insight.UnitBudgets(b.W, y)
	rows := make([][]money.Ore, len(units))
	for i, u := range units {
		rows[i] = []money.Ore{u.Systems, u.Development, u.Operations, u.Investment}
	}
	shown, moved := report.Tally(rows, money.Kr)
	var lines []pdf.TableRow
	for i, cells := range shown {
		name, sum := "Summa", money.Ore(0)
		for _, v := range cells {
			sum += v
		}
		texts := amountCells(append(cells, sum), money.Kr)
		if i < len(units) {
			name = units[i].Name
			lines = append(lines, pdf.R(append([]pdf.Cell{pdf.Txt(name)}, texts...)...))
		} else if len(units) > 0 {
			lines = append(lines, pdf.SumRow(append([]pdf.Cell{pdf.Txt(name)}, texts...)...))
		}
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: lines, Empty: fmt.Sprintf("Ingen budget är inlagd för %d.", y),
		Summary: "Budget per förvaltning i kronor, system och insatser för sig",
		Cols: []pdf.Col{{Head: "Förvaltning", Flex: 1, RowHead: true}, {Head: "System, drift", Align: draw.Right}, {Head: "System, utveckling", Align: draw.Right},
			{Head: "Insatser, drift", Align: draw.Right}, {Head: "Insatser, investering", Align: draw.Right}, {Head: "Summa", Align: draw.Right}}})
	if len(lines) > 0 {
		f.Note("System, drift är summan i systemlistan; insatsernas drift och investering är summorna i insatslistan." + report.Rounding(moved))
	}
}

func amountCells(amounts []money.Ore, u money.Unit) (out []pdf.Cell) {
	for _, v := range amounts {
		out = append(out, pdf.Txt(v.Even(u)))
	}
	return out
}

const mostCategories = 6

// overYears shows what the förvaltningar cost from two years before the plan
// year to two years after, as far as there are amounts.
func (b *briefing) overYears(f *pdf.Flow, style chart.Style) {
	first := b.figures.Year - 2
	units := insight.CostPerUnit(b.W, first, first+4)
	years := make([]money.Ore, 5)
	for _, u := range units {
		for i, v := range u.Years {
			years[i] += v
		}
	}
	from, to := 0, len(years)
	for from < to && years[from] == 0 {
		from++
	}
	for to > from && years[to-1] == 0 {
		to--
	}
	if from == to {
		return
	}
	f.H2(fmt.Sprintf("Kostnad %d–%d", first+from, first+to-1))
	if from+1 < to {
		shown := insight.CostPerUnit(b.W, first+from, first+to-1) // in the same order: no other year has amounts
		f.Drawing(chart.GroupedBars(insight.CostChart(shown, first+from, first+to-1, mostCategories), f.Width(), 165, style, pdf.Measure), chartCaption(len(units)))
	}
	f.H3("Belopp i tkr")
	cols := []pdf.Col{{Head: "Förvaltning", Flex: 1, RowHead: true}}
	for i := from; i < to; i++ {
		cols = append(cols, pdf.Col{Head: fmt.Sprint(first + i), Align: draw.Right})
	}
	amounts := make([][]money.Ore, len(units))
	for i, u := range units {
		amounts[i] = u.Years[from:to]
	}
	whole, moved := report.Tally(amounts, money.Tkr)
	var rows []pdf.TableRow
	for i, u := range units {
		rows = append(rows, pdf.R(append([]pdf.Cell{pdf.Txt(u.Name)}, amountCells(whole[i], money.Tkr)...)...))
	}
	rows = append(rows, pdf.SumRow(append([]pdf.Cell{pdf.Txt("Summa")}, amountCells(whole[len(units)], money.Tkr)...)...))
	f.Table(pdf.Table{Size: listSize, Dense: true, Cols: cols, Rows: rows, Summary: "Kostnad per förvaltning och år i tusental kronor"})
	f.Note("System och insatser, drift och investering. Utfall där det finns, annars prognos, annars budget; av insatser som är avslutade eller vilar bara utfallet." + report.Rounding(moved))
}

func chartCaption(units int) string {
	if units > mostCategories {
		return fmt.Sprintf("%d förvaltningar och bolag; de minsta står tillsammans.", units)
	}
	return ""
}

// agreementList lists every agreement in force of systems that aren't retired, in the
// order they must be thought of. The drift of a system with several is counted with
// the first of them.
func (b *briefing) agreementList(f *pdf.Flow) {
	f.Anchor(agreementsAnchor)
	f.H1("Avtal")
	if without := insight.WithoutAgreement(b.W); without > 0 {
		f.P(text.Plural(without, "system", "system") + " saknar uppgift om avtal och är inte med i listan.")
	}
	var rows []pdf.TableRow
	var sum money.Total
	for _, a := range insight.Agreements(b.W) {
		rows = append(rows, pdf.R(append(b.agreementRow(a), pdf.Txt(report.Kr(a.Cost.Ore, a.Cost.Known)))...))
		sum.Add(a.Cost.Ore, a.Cost.Known)
	}
	if len(rows) > 0 {
		rows = append(rows, (&sumTable{w: b.W, cells: 4}).sum("Summa", []money.Total{sum}))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Empty: "Inga avtal är inlagda.", Summary: "Alla avtal med slutdag och sista dag att säga upp",
		Cols: []pdf.Col{{Head: "System", Flex: 3, RowHead: true}, {Head: "Leverantör", Flex: 2}, {Head: "Avtal till"}, {Head: "Sista dag att säga upp"},
			{Head: fmt.Sprintf("Driftbudget %d, kr", b.figures.Year), Align: draw.Right}}})
}

func (b *briefing) agreementRow(a insight.Agreement) []pdf.Cell {
	name, supplier := pdf.Txt(a.Name()), pdf.Txt(report.Or(a.Supplier(b.W)))
	if a.End.IsZero() {
		terms := pdf.Txt(report.Or(report.Clip(agreement.TermsText.Get(a.Record), 60)))
		terms.Span = 2
		return []pdf.Cell{name, supplier, terms}
	}
	return []pdf.Cell{name, supplier, report.Ends(a), b.Notice(a)}
}
