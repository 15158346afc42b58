package ledning

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

const (
	initiativesAnchor = "insatser"
	agreementsAnchor  = "avtal"
	listSize          = 8.5
)

// initiativeList lists the insatser that figures count, with the plan year's budget.
func (b *briefing) initiativeList(f *pdf.Flow) {
	live := plan.Live(b.W)
	f.Anchor(initiativesAnchor)
	f.H1("Insatser")
	if inv := b.figures.Investment; len(live) > 0 {
		f.P(fmt.Sprintf("%s med budget %s kr för %d, varav drift %s kr och investering %s kr. Insatser som är stängda, vilar eller har avslagits är inte med.",
			text.Plural(len(live), "insats", "insatser"), b.figures.PlanBudget.Kr(), b.figures.Year, (b.figures.PlanBudget - inv).Kr(), inv.Kr()))
	}
	heading, last := b.unitOf, report.Unitless
	if b.Sets["grupp"] == byPortfolio {
		heading, last = func(r *field.Record) string { return plan.Portfolio.Show(b.W, plan.Portfolio.Get(r)) }, "Utan portfölj"
	}
	y := b.figures.Year
	t := sumTable{w: b.W, cells: 3, amounts: []func(r *field.Record) (money.Ore, bool){
		b.amount(y, economy.Operations, economy.CostBudget), b.amount(y, economy.Investment, economy.CostBudget), b.amount(y, "", economy.CostBudget)},
		row: func(r *field.Record) []pdf.Cell {
			return pdf.Cells(r.Name(), report.Or(plan.Phase.Show(b.W, plan.Phase.Get(r))), report.Span(plan.Start.Get(r), plan.End.Get(r)))
		}}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: t.rows(report.Grouped(live, last, heading)), Empty: "Inga insatser är inlagda.", Summary: "Alla insatser med fas, tid och budget i kronor",
		Cols: []pdf.Col{{Head: "Insats", Flex: 1, RowHead: true}, {Head: "Fas", MaxWidth: 90}, {Head: "Tid"}, {Head: fmt.Sprintf("Drift, budget %d, kr", y), Align: draw.Right},
			{Head: "Investering, budget, kr", Align: draw.Right}, {Head: "Summa, kr", Align: draw.Right}}})
}

// systemList lists all systems with the plan year's drift.
func (b *briefing) systemList(f *pdf.Flow) {
	systems := b.W.All(system.Kind)
	f.H1("System")
	if len(systems) > 0 {
		budget := fmt.Sprintf("Ingen budget för drift %d är inlagd.", b.figures.Year)
		if b.figures.Budget.Known {
			budget = fmt.Sprintf("Budget för drift %d: %s kr.", b.figures.Year, b.figures.Budget.Kr())
		}
		f.P(fmt.Sprintf("%s i registret, varav %s i drift. %s", text.Plural(len(systems), "system", "system"), report.Count(b.figures.InService), budget))
		if said := b.figures.SaidOf(); said != "" {
			f.Note(fmt.Sprintf("%s för %d.", said, b.figures.Year))
		}
	}
	y := b.figures.Year
	cols := []pdf.Col{{Head: "System", Flex: 1, RowHead: true}, {Head: "Systemägare", MaxWidth: 100}, {Head: "Systemförvaltare", MaxWidth: 100}, {Head: "K/R/T"},
		{Head: "Avtal till"}, {Head: fmt.Sprintf("Budget %d, kr", y), Align: draw.Right}}
	t := sumTable{w: b.W, cells: 5, amounts: []func(r *field.Record) (money.Ore, bool){b.amount(y, economy.Operations, economy.CostBudget)}}
	if b.figures.HasForecast {
		cols = append(cols, pdf.Col{Head: fmt.Sprintf("Prognos %d, kr", y), Align: draw.Right})
		t.amounts = append(t.amounts, b.forecast)
	}
	besides := b.besides()
	t.row = func(r *field.Record) []pdf.Cell {
		if slices.Contains(besides, r) {
			return besideRow(r)
		}
		return b.systemRow(r)
	}
	groups := report.Grouped(systems, report.Unitless, b.unitOf)
	if len(besides) > 0 {
		groups = append(groups, report.Group{Name: "Kostnader på avtal och enheter", Records: besides})
	}
	f.Table(pdf.Table{Size: 8, Dense: true, Cols: cols, Rows: t.rows(groups), Empty: "Inga system är inlagda.",
		Summary: "Alla system med roller, klassning, avtal och driftbudget i kronor"})
	if b.figures.HasForecast {
		f.Note("System utan prognos räknas med sin budget i prognosen.")
	}
}

// besides are the agreements and units that have drift of their own in the plan year, which
// the figures count with the systems'.
func (b *briefing) besides() (out []*field.Record) {
	for _, r := range plan.Besides(b.W) {
		if _, ok := insight.OperationsForecast(b.W, r, b.figures.Year); ok {
			out = append(out, r)
		}
	}
	return out
}

// besideRow is of what isn't a system, and has a name and costs.
func besideRow(r *field.Record) []pdf.Cell {
	name := pdf.Rich(pdf.T(r.Name()), pdf.M(" ("+r.Kind.One+")"))
	name.Span = 5
	return []pdf.Cell{name}
}

func (b *briefing) systemRow(r *field.Record) []pdf.Cell {
	show := func(f *field.Field) string { return report.Or(f.Show(b.W, f.Value(b.W, r, 0))) }
	name := []pdf.Run{pdf.T(r.Name())}
	if !system.InService(r) {
		name = append(name, pdf.M(" ("+text.Lower(show(system.Lifecycle.Field))+")"))
	}
	if unit := system.OwnerUnit.Get(r); b.Level(unit) != unit { // the heading says the förvaltning
		name = append(name, pdf.M("\n"+b.W.Label(unit)))
	}
	cells := []pdf.Cell{pdf.Rich(name...)}
	class := strings.Join([]string{show(system.Confidentiality.Field), show(system.Integrity.Field), show(system.Availability.Field)}, "/")
	if class == "–/–/–" {
		class = report.None
	}
	return append(cells, pdf.Txt(show(system.SystemOwner.Field)), pdf.Txt(show(system.Manager.Field)), pdf.Txt(class), pdf.Txt(b.AgreedTo(r)))
}

// amount reads one of a year's amounts.
func (b *briefing) amount(year int, typ string, of field.MoneyField) func(r *field.Record) (money.Ore, bool) {
	return func(r *field.Record) (money.Ore, bool) { return economy.Sum(b.W, r.ID, year, typ, of) }
}

// forecast is the plan year's drift by forecast as the key figure counts it.
func (b *briefing) forecast(r *field.Record) (money.Ore, bool) {
	return insight.OperationsForecast(b.W, r, b.figures.Year)
}

// sumTable makes the rows of a grouped list whose amounts add up.
type sumTable struct {
	w       report.World
	cells   int // before the amounts
	row     func(r *field.Record) []pdf.Cell
	amounts []func(r *field.Record) (money.Ore, bool)
}

// rows are the groups with their sums, and the sum of all.
func (t *sumTable) rows(groups []report.Group) []pdf.TableRow {
	if len(groups) == 0 {
		return nil
	}
	var out []pdf.TableRow
	total := make([]money.Total, len(t.amounts))
	for _, g := range groups {
		sums := make([]money.Total, len(t.amounts))
		out = append(out, pdf.GroupRow(g.Name))
		for _, r := range g.Records {
			cells := t.row(r)
			for i, amount := range t.amounts {
				v, ok := amount(r)
				sums[i].Add(v, ok)
				total[i].Add(v, ok)
				cells = append(cells, pdf.Txt(report.Kr(v, ok)))
			}
			out = append(out, pdf.R(cells...))
		}
		if len(groups) > 1 {
			out = append(out, t.sum("Summa "+g.Name, sums))
		}
	}
	return append(out, t.sum("Summa", total))
}

func (t *sumTable) sum(label string, sums []money.Total) pdf.TableRow {
	cells := []pdf.Cell{pdf.Across(label, t.cells)}
	for _, v := range sums {
		cells = append(cells, pdf.Txt(report.Kr(v.Ore, v.Known)))
	}
	return pdf.SumRow(cells...)
}
