// Package plan is the IT-verksamhetsplan: what the municipality wants to reach, how it stands, which
// insatser there are, when, at what cost and by whose decision, and what has changed since the plan
// was fastställd.
package plan

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	insats "itportfoljen/app/plan"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// The parts of the report, in order.
const (
	goals     = "mål"
	present   = "nuläge"
	plans     = "insatser"
	words     = "beskrivningar"
	order     = "prioritering"
	calendar  = "tidplan"
	costs     = "kostnader"
	resources = "resurser"
	risks     = "risker"
	decisions = "beslut"
	rams      = "ramar"
	changes   = "ändringar"
)

// Report is the IT-verksamhetsplan.
var Report = report.Report{Info: report.Info{
	Name: "verksamhetsplan", Title: "IT-verksamhetsplan", Also: []string{"planen som pdf", "årsplan", "it-plan"}, For: "Ledningsgruppen, nämnden", Group: app.ReportsForLeaders,
	Description: "Mål, nuläge, insatser med prioritet, tidplan, kostnader, resurser, risker, beslut och ramar, och vad som har ändrats sedan planen fastställdes.",
	Settings: report.With(report.OfYear, report.Portfolio, report.Message, report.Public,
		report.Sections(goals, present, plans, words, order, calendar, costs, resources, risks, decisions, rams, changes)),
}, Write: write}

const (
	textSize   = 8.0
	yearsAhead = 5
)

// paper is the plan being written.
type paper struct {
	*report.Job
	figures insight.Figures
	in      []*field.Record // the insatser that stand in the plan
	version *field.Record   // the plan that was fastställd last; nil: none is
	since   []insats.Change
	why     string // why what has changed can't be told; "" where it can
	blank   *pdf.Doc
}

func write(j *report.Job) (*pdf.Doc, error) {
	p := &paper{Job: j, figures: insight.FiguresOf(j.W), in: insats.Standing(j.W), version: insats.Latest(j.All)}
	p.compare()
	p.blank = p.Job.Doc(p.title(), false)
	doc := p.whole(false)
	if len(doc.Pages()) > 3 {
		doc = p.whole(true)
	}
	return doc, nil
}

// compare finds what has become of the plan since it was fastställd.
func (p *paper) compare() {
	if p.version == nil {
		return
	}
	entry := insats.VersionAt.Get(p.version)
	if entry == 0 {
		p.why = "Planen fastställdes innan portföljen fanns, så vad som stod i den är inte känt."
		return
	}
	then, err := p.At(entry)
	if err != nil {
		p.why = "Planen som den var går inte att räkna fram ur journalen."
		return
	}
	p.since = insats.Since(p.Part(then), p.W)
}

func (p *paper) title() string {
	return p.ForUnit(fmt.Sprintf("IT-verksamhetsplan %d", p.Year))
}

// whole is the whole plan, with or without contents after the first page.
func (p *paper) whole(contents bool) *pdf.Doc {
	doc := p.blank.Fresh()
	p.front(doc)
	if p.figures.Systems > 0 || len(p.W.All(insats.Kind)) > 0 {
		doc.PageBreak()
		if contents {
			doc.Contents("Innehåll", 1)
		}
		p.chapters(doc)
	}
	p.SealNote(doc.Flow)
	return doc
}

// chapters are those that are ticked.
func (p *paper) chapters(doc *pdf.Doc) {
	f, style := doc.Flow, doc.ChartStyle()
	for _, c := range []struct {
		section string
		write   func()
	}{
		{goals, func() { p.goals(f) }}, {present, func() {
			if p.Portfolio == "" { // a portfölj has no systems
				p.present(f, style)
			}
		}}, {plans, func() { p.lists(f) }}, {words, func() { p.each(f) }},
		{order, func() { p.ranked(f) }}, {calendar, func() { p.calendar(doc, style) }}, {costs, func() { p.costs(f) }}, {resources, func() { p.resources(f) }},
		{risks, func() { p.risks(f, style) }}, {decisions, func() { p.decisions(f) }}, {rams, func() { p.ramar(f, style) }}, {changes, func() { p.changed(f) }},
	} {
		if p.Has(c.section) {
			c.write()
		}
	}
}

// front is the first page, which stands alone.
func (p *paper) front(doc *pdf.Doc) {
	doc.Head(p.Over(), p.Title(p.title()), p.under())
	if s := p.Sets["budskap"]; s != "" {
		doc.P(s)
	}
	doc.KeyFigures(p.keyFigures()...)
	if s := p.RestsOn(); s != "" {
		doc.Note(s)
	}
	doc.Box("Fastställd plan", pdf.None, func(f *pdf.Flow) { f.P(p.standing()) })
	doc.Tight(func(f *pdf.Flow) {
		f.H2(fmt.Sprintf("Planen i korthet, budget %d, tkr", p.Year))
		table, moved := p.perGroup()
		f.Table(table)
		if len(table.Rows) > 0 {
			f.Note("Insatser som är mer än idéer och varken stängda, vilande eller avslagna. Ett streck är att inget belopp är inlagt." + report.Rounding(moved))
		}
		p.waiting(f)
	})
}

func (p *paper) under() string {
	version := ""
	if p.Public() {
		version = "Offentlig version"
	}
	return report.Joined(" · ", version, report.Day(p.Date))
}

// standing says which plan is fastställd, and what has become of it since.
func (p *paper) standing() string {
	v := p.version
	if v == nil {
		return "Ingen plan är fastställd än. Det här är planen som den står i portföljen i dag."
	}
	s := report.Clip(v.Name(), 80) + " fastställdes " + report.Day(insats.VersionOn.Get(v))
	if by := insats.VersionBy.Get(v); by != "" {
		s += " av " + report.Clip(by, 80)
	}
	s = report.Joined(", ", s, report.Clip(insats.VersionRef.Get(v), 60)) + "."
	if int(insats.VersionYear.Get(v)) != p.Year {
		s += fmt.Sprintf(" Planen för %d är inte fastställd.", p.Year)
	}
	if sum := insats.VersionSum.Get(v); sum != "" {
		s += fmt.Sprintf(" Post %d i journalen, kontrollsumma %s: %s.", insats.VersionAt.Get(v), sum, p.verified())
	}
	if p.why != "" {
		return s + " " + p.why
	}
	var n [3]int
	for _, c := range p.since {
		switch {
		case c.Came:
			n[0]++
		case c.Went:
			n[1]++
		default:
			n[2]++
		}
	}
	if len(p.since) == 0 {
		return s + " Inget i planen har ändrats sedan dess."
	}
	return s + fmt.Sprintf(" Sedan dess: %s, %s och %s.", text.Plural(n[0], "ny insats", "nya insatser"), text.Plural(n[2], "ändrad", "ändrade"), text.Plural(n[1], "som har gått ur planen", "som har gått ur planen"))
}

// verified says whether the plan's sum is that of what stood in it.
func (p *paper) verified() string {
	said, _, err := insats.Verify(p.version, p.At)
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		return "går inte att pröva, journalen räcker inte dit"
	case err != nil:
		return "gick inte att pröva"
	}
	return said
}

// year is the plan's budget of the year, drift and investering beside each other, parted by
// some dimensions.
func (p *paper) year(by ...budget.Dimension) *budget.Table {
	return p.ask(budget.Query{First: p.Year, Last: p.Year, Rows: by, Columns: budget.By(budget.ByType)})
}

// ask asks of the costs of what stands in the plan.
func (p *paper) ask(q budget.Query) *budget.Table {
	in := map[field.ID]bool{}
	for _, r := range p.in {
		in[r.ID] = true
	}
	q.May = func(c *field.Record) bool { return in[economy.CostOwner.Get(c)] }
	return budget.Of(p.W, q)
}

// budgetOf is what a line is budgeted to cost of a type.
func budgetOf(t *budget.Table, l *budget.Line, typ string) money.Total {
	if i := slices.IndexFunc(t.Columns, func(c budget.Column) bool { return c.Key == typ }); i >= 0 {
		return l.Cells[i].Budget
	}
	return money.Total{}
}

func (p *paper) keyFigures() []pdf.KeyFigure {
	t := p.year()
	figure := func(label string, v money.Total) pdf.KeyFigure {
		k := pdf.KeyFigure{Label: "Planens " + label, Value: report.None, Note: "ingen budget inlagd"}
		if v.Known {
			k.Value, k.Note = v.Short(), fmt.Sprintf("budget %d", p.Year)
		}
		return k
	}
	in := pdf.KeyFigure{Label: "Insatser i planen", Value: report.Count(len(p.in)), Note: report.Count(p.figures.Running) + "\u00a0pågår"}
	if len(p.in) == 0 {
		in.Note = "inga inlagda"
	}
	wait := pdf.KeyFigure{Label: "Väntar på beslut", Value: report.Count(len(insight.Decisions(p.W))), Note: "av insatserna"}
	if p.Portfolio != "" {
		return []pdf.KeyFigure{in, wait, figure("drift", budgetOf(t, t.Total, economy.Operations)), figure("investering", budgetOf(t, t.Total, economy.Investment))}
	}
	service := pdf.KeyFigure{Label: "System i drift", Value: report.Count(p.figures.InService), Note: text.Plural(p.figures.PhasingOut, "avvecklas", "avvecklas")}
	if p.figures.Systems == 0 {
		service.Note = "inga system inlagda"
	}
	return []pdf.KeyFigure{in, wait, figure("drift", budgetOf(t, t.Total, economy.Operations)), figure("investering", budgetOf(t, t.Total, economy.Investment)), service}
}

// group is what an insats is told under: its portfölj, or without portföljer its förvaltning.
func (p *paper) group(r *field.Record) string {
	if len(p.W.Model().Portfolios) > 0 {
		return cmp.Or(insats.Portfolio.Show(p.W, insats.Portfolio.Get(r)), "Utan portfölj")
	}
	return cmp.Or(p.W.Label(p.Level(insats.Unit.Get(r))), report.Unitless)
}

// groups are the insatser of the plan under their headings.
func (p *paper) groups() []report.Group {
	last := "Utan portfölj"
	if len(p.W.Model().Portfolios) == 0 {
		last = report.Unitless
	}
	return report.Grouped(p.in, last, p.group)
}

// groupHead is what the groups are.
func (p *paper) groupHead() string {
	if len(p.W.Model().Portfolios) > 0 {
		return "Portfölj"
	}
	return "Förvaltning"
}
