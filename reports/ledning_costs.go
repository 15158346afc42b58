package reports

import (
	"fmt"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/insight"
	"itportfoljen/reports/pdf"
)

// costs are the plan year's budget per förvaltning, which ties to the lists,
// and the cost over the years.
func (b *briefing) costs(f *pdf.Flow, style chart.Style) {
	f.H1("Kostnad per förvaltning")
	b.budgets(f)
	f.Keep(func(f *pdf.Flow) { b.overYears(f, style) })
}

func (b *briefing) budgets(f *pdf.Flow) {
	y := b.figures.Year
	f.H2(fmt.Sprintf("Budget %d, kr", y))
	var rows []pdf.TableRow
	var all insight.UnitBudget
	for _, u := range insight.UnitBudgets(b.w, y) {
		rows = append(rows, pdf.R(budgetCells(u)...))
		all.Systems, all.Development = all.Systems+u.Systems, all.Development+u.Development
		all.Operations, all.Investment = all.Operations+u.Operations, all.Investment+u.Investment
	}
	if len(rows) > 0 {
		all.Name = "Summa"
		rows = append(rows, pdf.SumRow(budgetCells(all)...))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Empty: fmt.Sprintf("Ingen budget är inlagd för %d.", y),
		Summary: "Budget per förvaltning i kronor, system och insatser för sig",
		Cols: []pdf.Col{{Head: "Förvaltning", Flex: 1, RowHead: true}, {Head: "System, drift", Align: draw.Right}, {Head: "System, utveckling", Align: draw.Right},
			{Head: "Insatser, drift", Align: draw.Right}, {Head: "Insatser, investering", Align: draw.Right}, {Head: "Summa", Align: draw.Right}}})
	if len(rows) > 0 {
		f.Note("System, drift är summan i systemlistan; insatsernas drift och investering är summorna i insatslistan.")
	}
}

func budgetCells(u insight.UnitBudget) []pdf.Cell {
	return pdf.Cells(u.Name, u.Systems.Kr(), u.Development.Kr(), u.Operations.Kr(), u.Investment.Kr(), u.Total().Kr())
}

const mostCategories = 6

// overYears shows what the förvaltningar cost from two years before the plan
// year to two years after, as far as there are amounts.
func (b *briefing) overYears(f *pdf.Flow, style chart.Style) {
	first := b.figures.Year - 2
	units := insight.CostPerUnit(b.w, first, first+4)
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
		shown := insight.CostPerUnit(b.w, first+from, first+to-1) // in the same order: no other year has amounts
		f.Drawing(chart.GroupedBars(insight.CostChart(shown, first+from, first+to-1, mostCategories), f.Width(), 165, style, pdf.Measure), chartCaption(len(units)))
	}
	f.H3("Belopp i tkr")
	cols := []pdf.Col{{Head: "Förvaltning", Flex: 1, RowHead: true}}
	for i := from; i < to; i++ {
		cols = append(cols, pdf.Col{Head: fmt.Sprint(first + i), Align: draw.Right})
	}
	var rows []pdf.TableRow
	for _, u := range units {
		rows = append(rows, pdf.R(yearCells(u.Name, u.Years[from:to])...))
	}
	rows = append(rows, pdf.SumRow(yearCells("Summa", years[from:to])...))
	f.Table(pdf.Table{Size: listSize, Dense: true, Cols: cols, Rows: rows, Summary: "Kostnad per förvaltning och år i tusental kronor"})
	f.Note("System och insatser, drift och investering. Utfall där det finns, annars prognos, annars budget; av insatser som är avslutade eller vilar bara utfallet. Beloppen är avrundade var för sig; summan är räknad på öret.")
}

func chartCaption(units int) string {
	if units > mostCategories {
		return fmt.Sprintf("De %d största av %d förvaltningar.", mostCategories, units)
	}
	return ""
}

func yearCells(name string, years []money.Ore) []pdf.Cell {
	cells := []pdf.Cell{pdf.Txt(name)}
	for _, v := range years {
		cells = append(cells, pdf.Txt(v.In(money.Tkr)))
	}
	return cells
}

// agreementList lists every agreement in force of systems that aren't retired, in the
// order they must be thought of. The drift of a system with several is counted with
// the first of them.
func (b *briefing) agreementList(f *pdf.Flow) {
	f.Anchor(agreementsAnchor)
	f.H1("Avtal")
	if without := insight.WithoutAgreement(b.w); without > 0 {
		f.P(text.Plural(without, "system", "system") + " saknar uppgift om avtal och är inte med i listan.")
	}
	var rows []pdf.TableRow
	var sum money.Total
	for _, a := range insight.Agreements(b.w) {
		rows = append(rows, pdf.R(append(b.agreementRow(a), pdf.Txt(kr(a.Cost.Ore, a.Cost.Known)))...))
		sum.Add(a.Cost.Ore, a.Cost.Known)
	}
	if len(rows) > 0 {
		rows = append(rows, (&sumTable{w: b.w, cells: 4}).sum("Summa", []money.Total{sum}))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Empty: "Inga avtal är inlagda.", Summary: "Alla avtal med slutdag och sista dag att säga upp",
		Cols: []pdf.Col{{Head: "System", Flex: 3, RowHead: true}, {Head: "Leverantör", Flex: 2}, {Head: "Avtal till"}, {Head: "Sista dag att säga upp"},
			{Head: fmt.Sprintf("Drift %d, kr", b.figures.Year), Align: draw.Right}}})
}

func (b *briefing) agreementRow(a insight.Agreement) []pdf.Cell {
	name, supplier := pdf.Txt(a.Name()), pdf.Txt(or(a.Supplier(b.w)))
	until, by := pdf.Txt(a.End.String()), pdf.Dim(or(a.NoticeBy.String()))
	switch {
	case a.End.IsZero():
		until = pdf.Txt(or(clip(agreement.TermsText.Get(a.Record), 60)))
		until.Span = 2
		return []pdf.Cell{name, supplier, until}
	case a.End < b.w.Today():
		until = pdf.Alarm(a.End.String() + ", har gått ut")
	default:
		by = b.noticeOf(a)
	}
	return []pdf.Cell{name, supplier, until, by}
}
