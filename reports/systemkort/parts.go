package systemkort

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/document"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/integration"
	"itportfoljen/app/management"
	"itportfoljen/app/plan"
	"itportfoljen/app/risk"
	"itportfoljen/app/service"
	"itportfoljen/app/system"
	"itportfoljen/app/usage"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

const (
	listSize = 8.0
	right    = draw.Right
)

// roles are those who answer for it, and the roles that somebody should have and nobody has.
func (c *cards) roles(f *pdf.Flow, s *field.Record) bool {
	var rows []pdf.TableRow
	for _, role := range report.SystemRoles(c.All) {
		cell, any := c.Role(s, role)
		if any {
			rows = append(rows, pdf.R(pdf.Dim(c.RoleName(role)), cell))
		}
	}
	return facts(f, roles, "Vem som har vilken roll för systemet", rows)
}

// classified is how it is classed and what personal data it has.
func (c *cards) classified(f *pdf.Flow, s *field.Record) bool {
	var rows []pdf.TableRow
	first := []*field.Field{system.Confidentiality.Field, system.Integrity.Field, system.Availability.Field} // which the key figures tell
	for _, of := range append(inGroups(system.Security), inGroups(system.Privacy)...) {
		if slices.Contains(first, of) || of == system.ClassifiedYear.Field && !system.ClassifiedOn.Get(s).IsZero() {
			continue
		}
		if said := c.Say(s, of); said != "" {
			rows = append(rows, pdf.R(pdf.Dim(of.Label), pdf.Txt(said)))
		}
	}
	return facts(f, classified, "Systemets klassning och personuppgifter", rows)
}

// inGroups are the fields of systems in a group that records hold.
func inGroups(group string) (out []*field.Field) {
	for _, f := range system.Kind.Fields() {
		if f.Group == group && !f.Hidden {
			out = append(out, f)
		}
	}
	return out
}

// agreements are those that count for it, with the days that are left by the report's date.
func (c *cards) agreements(f *pdf.Flow, s *field.Record) bool {
	today := c.All.Today()
	var rows []pdf.TableRow
	for _, a := range agreement.Of(c.All, s.ID) {
		end, notice := agreement.Dates(a, today)
		ends := pdf.Txt(report.Or(c.Say(a, agreement.End.Field)))
		if !end.IsZero() {
			ends = pdf.Txt(end.String())
		}
		by := pdf.Dim(report.Or(agreement.NoticeBy.Blank(c.All, a)))
		if !notice.IsZero() {
			by = c.NoticeBy(notice)
		}
		rows = append(rows, pdf.R(pdf.Txt(report.Joined(" ", a.Ref, a.Name())), pdf.Txt(report.Or(c.Say(a, agreement.Supplier.Field))), pdf.Txt(c.Say(a, agreement.State.Field)), ends, by, c.Left(agreement.TurnOf(a, today))))
	}
	if len(rows) == 0 {
		return false
	}
	f.H2(agreements)
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Avtal som omfattar systemet, med sista dag att säga upp",
		Cols: []pdf.Col{{Head: "Avtal", Flex: 2, RowHead: true}, {Head: "Leverantör", Flex: 1}, {Head: "Status"}, {Head: "Avtal till"}, {Head: "Säg upp senast"}, {Head: "Kvar " + today.String(), Align: right}}})
	return true
}

// drift is the key figure of what it costs the year of the report.
func (c *cards) drift(s *field.Record) pdf.KeyFigure {
	k := pdf.KeyFigure{Label: fmt.Sprintf("Drift, budget %d", c.Year), Value: report.None, Note: "inget belopp angivet"}
	if !c.Tells(system.OperationsBudget.Field) {
		k.Note = ""
		return k
	}
	if v, ok := economy.Sum(c.All, s.ID, c.Year, economy.Operations, economy.CostBudget); ok {
		k.Value, k.Note = v.Short(), ""
	}
	if v, ok := economy.Sum(c.All, s.ID, c.Year, economy.Operations, economy.CostForecast); ok {
		k.Note = "prognos " + v.Short()
	}
	return k
}

// costs are what it has cost and is to cost, year by year: utfall is filled, prognos hatched
// and budget outlined.
func (c *cards) costs(f *pdf.Flow, s *field.Record) bool {
	if !c.Tells(system.OperationsBudget.Field) {
		return false
	}
	type line struct {
		year    int
		typ     string
		amounts [3]money.Total
	}
	var lines []line
	most := 0.0
	for _, typ := range []string{economy.Operations, economy.Investment} {
		for year := c.Year - yearsBack; year <= c.Year+yearsAhead; year++ {
			l, any := line{year: year, typ: typ}, false
			for i, of := range []field.MoneyField{economy.CostBudget, economy.CostForecast, economy.CostActual} {
				if v, ok := economy.Sum(c.All, s.ID, year, typ, of); ok {
					l.amounts[i], any = money.Total{Ore: v, Known: true}, true
					most = max(most, math.Abs(float64(v)))
				}
			}
			if any {
				lines = append(lines, l)
			}
		}
	}
	if len(lines) == 0 {
		return false
	}
	f.H2(costs)
	var rows []pdf.TableRow
	for _, l := range lines {
		o, _ := economy.CostType.OptionOf(c.All, l.typ)
		cells := []pdf.Cell{pdf.Txt(fmt.Sprint(l.year)), pdf.Txt(o.Label)}
		for i, form := range []chart.Form{chart.Budget, chart.Forecast, chart.Actual} {
			v, said := math.NaN(), report.None
			if l.amounts[i].Known {
				v, said = float64(l.amounts[i].Ore), l.amounts[i].Kr()
			}
			cells = append(cells, pdf.BarCell(v, most, form, said))
		}
		rows = append(rows, pdf.R(cells...))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Budget, prognos och utfall i kronor per år, drift och investering",
		Cols: []pdf.Col{{Head: "År", RowHead: true}, {Head: "Slag"}, {Head: "Budget, kr", Flex: 1}, {Head: "Prognos, kr", Flex: 1}, {Head: "Utfall, kr", Flex: 1}}})
	if share := agreement.CostOf(c.All, s.ID, c.Year); share.Known {
		f.Note(fmt.Sprintf("Därtill %s kr %d genom avtalen, som räknas på dem.", share.Kr(), c.Year))
	}
	return true
}

// integrations are what goes to it and from it.
func (c *cards) integrations(f *pdf.Flow, s *field.Record) bool {
	var rows []pdf.TableRow
	seen := map[field.ID]bool{}
	for _, way := range []struct {
		word        string
		mine, other field.IDField
	}{{"Ut till", integration.From, integration.To}, {"In från", integration.To, integration.From}, {"Går genom", integration.Through, integration.To}} {
		for _, r := range c.All.Pointing(way.mine.Field, s.ID) {
			if seen[r.ID] {
				continue
			}
			seen[r.ID] = true
			whom := cmp.Or(c.Say(r, way.other.Field), c.Say(r, integration.Outside.Field))
			rows = append(rows, pdf.R(pdf.Txt(way.word), pdf.Txt(report.Or(whom)), pdf.Txt(report.Or(c.Say(r, integration.Information.Field))), pdf.Txt(report.Or(c.Say(r, integration.Frequency.Field))), pdf.Txt(report.Or(c.Say(r, integration.State.Field)))))
		}
	}
	if len(rows) == 0 {
		return false
	}
	f.H2(together)
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Integrationer till och från systemet",
		Cols: []pdf.Col{{Head: "Riktning"}, {Head: "System eller utomstående", Flex: 2, RowHead: true}, {Head: "Information", Flex: 2}, {Head: "Hur ofta"}, {Head: "Status"}}})
	return true
}

// risks are those that are still to be dealt with, the worst first.
func (c *cards) risks(f *pdf.Flow, s *field.Record) bool {
	of := slices.DeleteFunc(slices.Clone(c.All.Pointing(risk.Of.Field, s.ID)), func(r *field.Record) bool { return field.Over(c.All, r) })
	if len(of) == 0 || !c.Tells(risk.What.Field) {
		return false
	}
	worth := func(r *field.Record) int {
		p, q, _ := risk.Level(r)
		return p * q
	}
	slices.SortStableFunc(of, func(a, b *field.Record) int { return cmp.Compare(worth(b), worth(a)) })
	f.H2(risks)
	var rows []pdf.TableRow
	for _, r := range of {
		rows = append(rows, pdf.R(pdf.Txt(r.Name()), pdf.Txt(report.Or(c.Say(r, risk.Value.Field))), pdf.Txt(report.Or(c.Say(r, risk.State.Field))), pdf.Txt(report.Or(c.Say(r, risk.Action.Field))),
			pdf.Txt(report.Or(c.Say(r, risk.Who.Field))), pdf.Txt(report.Or(c.Say(r, risk.By.Field)))))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Risker som inte är avslutade",
		Cols: []pdf.Col{{Head: "Risk", Flex: 2, RowHead: true}, {Head: "Värde", Align: right}, {Head: "Läge"}, {Head: "Åtgärd", Flex: 2}, {Head: "Ansvarig", Flex: 1}, {Head: "Klart senast"}}})
	return true
}

// ahead is where it is in its life, and what is planned for it.
func (c *cards) ahead(f *pdf.Flow, s *field.Record) bool {
	rows := c.rows(s, system.Criticality.Field, system.InUseFrom.Field, system.SupportEnd.Field, system.RetireYear.Field, system.Assessment.Field, system.TIME.Field, system.Lifespan.Field, management.Current.Field)
	for _, p := range c.All.Pointing(plan.Systems.Field, s.ID) {
		if plan.StageOf(c.All, p).Live() {
			rows = append(rows, pdf.R(pdf.Dim("Insats"), pdf.Txt(report.Joined(", ", report.Joined(" ", p.Ref, p.Name()), text.Lower(c.Say(p, plan.Phase.Field)), report.Span(plan.Start.Get(p), plan.End.Get(p))))))
		}
	}
	for _, l := range service.Levels(c.All, s.ID) {
		rows = append(rows, pdf.R(pdf.Dim("Servicenivå"), pdf.Txt(report.Level(c.All, l))))
	}
	return facts(f, ahead, "Livscykel, planer och insatser", rows)
}

// papers are its documents. Where they are is said by their own register.
func (c *cards) papers(f *pdf.Flow, s *field.Record) bool {
	var rows []pdf.TableRow
	for _, d := range c.All.Pointing(document.Of.Field, s.ID) {
		rows = append(rows, pdf.R(pdf.Dim(report.Or(c.Say(d, document.Sort.Field))), pdf.Txt(report.Joined(", ", c.Say(d, document.Title.Field), c.Say(d, document.Number.Field), c.Say(d, document.Dated.Field)))))
	}
	return facts(f, papers, "Dokument om systemet", rows)
}

// others are all other fields that say something.
func (c *cards) others(s *field.Record) []pdf.TableRow {
	told := []*field.Field{system.Name.Field, system.Concerns.Field, system.TechnicalFit.Field, system.FunctionalFit.Field, system.Description.Field, system.OwnerUnit.Field, system.Lifecycle.Field, system.Criticality.Field, system.Users.Field,
		system.InUseFrom.Field, system.SupportEnd.Field, system.RetireYear.Field, system.Assessment.Field, system.TIME.Field, system.Lifespan.Field}
	var rest []*field.Field
	for _, of := range c.All.Fields(system.Kind) {
		switch {
		case of.Hidden || slices.Contains(told, of) || of.Yearly || of.InKronor():
		case slices.Contains([]string{system.RoleGroup, system.Security, system.Privacy, system.Contract, system.Economy}, of.Group) && of != system.Supplier.Field:
		case field.IsEmpty(of.Value(c.All, s, c.Year)):
		case of == system.UsedBy.Field && len(usage.Rows(c.All, s.ID)) == 0: // the one that owns it, which is said above
		default:
			rest = append(rest, of)
		}
	}
	return c.rows(s, rest...)
}

// rows are what some fields say, under their labels.
func (c *cards) rows(s *field.Record, fields ...*field.Field) (out []pdf.TableRow) {
	for _, of := range fields {
		if said := c.Say(s, of); said != "" && !field.IsEmpty(of.Value(c.All, s, c.Year)) {
			out = append(out, pdf.R(pdf.Dim(of.Label), pdf.Txt(said)))
		}
	}
	return out
}

// facts sets rows of a label and what is said, if there are any.
func facts(f *pdf.Flow, title, summary string, rows []pdf.TableRow) bool {
	if len(rows) == 0 {
		return false
	}
	f.H2(title)
	f.Table(report.FactTable(f.Width(), summary, rows))
	return true
}
