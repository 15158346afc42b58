package plan

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	insats "itportfoljen/app/plan"
	"itportfoljen/app/risk"
	"itportfoljen/app/system"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// present is how the systems stand.
func (p *paper) present(f *pdf.Flow, style chart.Style) {
	n := p.figures
	if n.Systems > 0 {
		f.Keep(func(f *pdf.Flow) { p.lifecycle(f, style) })
		p.retiring(f)
		p.agreements(f)
		if !p.Public() {
			p.gaps(f)
		}
		return
	}
	f.H1("Nuläge")
	f.P("Inga system är inlagda.")
}

// lifecycle is how many systems there are, year by year.
func (p *paper) lifecycle(f *pdf.Flow, style chart.Style) {
	n := p.figures
	f.H1("Nuläge")
	f.P(fmt.Sprintf("%s i registret, varav %s i drift och %s under avveckling.", text.Capital(text.Plural(n.Systems, "system", "system")), report.Count(n.InService), report.Count(n.PhasingOut)))
	f.Drawing(chart.StackedBars(insight.LifecycleChart(p.W, p.Year, p.Year+yearsAhead-1), f.Width(), style, pdf.Measure), "")
}

// gaps are what the register lacks.
func (p *paper) gaps(f *pdf.Flow) {
	n := p.figures
	var said []string
	for _, g := range []struct {
		n    int
		what string
	}{{n.WithoutOwner, "system i drift utan ägare"}, {n.Unclassified, "system i drift utan klassning"}, {insight.WithoutAgreement(p.W), "system utan uppgift om avtal"}, {n.Kept - n.Said, fmt.Sprintf("system utan belopp %d", n.Year)}} {
		if g.n > 0 {
			said = append(said, text.Plural(g.n, g.what, g.what))
		}
	}
	f.H2("Luckor")
	if said == nil {
		f.P("Alla system har ägare, klassning, avtal och belopp.")
		return
	}
	f.List(said...)
}

// retiring are the systems that are being phased out.
func (p *paper) retiring(f *pdf.Flow) {
	t := pdf.Table{Size: textSize, Dense: true, Empty: "Inget system är under avveckling.", Summary: "System under avveckling", Cols: []pdf.Col{{Head: "System", Flex: 2, RowHead: true, Hyphen: true}, {Head: "Förvaltning", Flex: 1, Hyphen: true}, {Head: "Avvecklas"}}}
	for _, g := range report.Grouped(p.W.All(system.Kind), "", func(*field.Record) string { return "" }) {
		for _, r := range g.Records {
			if system.Lifecycle.Get(r) == system.PhaseOut {
				year := "år inte sagt"
				if y := system.RetireYear.Get(r); y != 0 {
					year = fmt.Sprint(y)
				}
				t.Rows = append(t.Rows, pdf.R(pdf.Txt(r.Name()), pdf.Txt(report.Or(p.W.Label(p.Level(r.Home())))), pdf.Txt(year)))
			}
		}
	}
	f.H2("Avvecklas")
	f.Table(t)
}

// agreements are those to think of within a year.
func (p *paper) agreements(f *pdf.Flow) {
	t := pdf.Table{Size: textSize, Dense: true, Empty: "Inga avtal behöver sägas upp eller förnyas inom tolv månader.", Summary: "Avtal att ta ställning till", Cols: []pdf.Col{{Head: "Avtal för", Flex: 2, RowHead: true, Hyphen: true}, {Head: "Leverantör", Flex: 1, Hyphen: true}, {Head: "Avtal till"}, {Head: "Säg upp senast"}}}
	for _, a := range insight.AgreementsDue(p.W, 12) {
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(a.Name()), pdf.Txt(report.Or(a.Supplier(p.W))), report.Ends(a), p.Notice(a)))
	}
	f.H2("Avtal att ta ställning till inom tolv månader")
	f.Table(t)
}

// The heights of a page of the time plan that lies down, the first under its heading.
const firstTime, otherTime = 425.0, 455.0

// calendar is the time plan over pages that lie down.
func (p *paper) calendar(doc *pdf.Doc, style chart.Style) {
	if len(p.in) == 0 {
		return
	}
	doc.Paper(true)
	doc.H1("Tidplan")
	by := insats.Portfolio.Field
	if len(p.W.Model().Portfolios) == 0 {
		by = insats.Unit.Field
	}
	var rs []*field.Record
	for _, g := range p.groups() {
		rs = append(rs, g.Records...)
	}
	for _, d := range chart.GanttPages(insight.Timeline(p.W, "Insatserna i tid", rs, by, false), doc.Width(), firstTime, otherTime, style, pdf.Measure) {
		doc.Drawing(d, "")
	}
	doc.Paper(false)
}

// resources are who does the work, and who leads it.
func (p *paper) resources(f *pdf.Flow) {
	f.H1("Resurser")
	t := pdf.Table{Size: textSize, Dense: true, Empty: "Planen har inga insatser än.", Summary: "Vem som gör arbetet", Cols: []pdf.Col{{Head: "Utförs av", Flex: 1, RowHead: true}, {Head: "Insatser", Align: draw.Right}, {Head: fmt.Sprintf("Budget %d, kr", p.Year), Align: draw.Right}}}
	var all money.Total
	groups := report.Grouped(p.in, "Inte sagt", func(r *field.Record) string { return insats.Performer.Show(p.W, insats.Performer.Get(r)) })
	for _, g := range groups {
		var sum money.Total
		for _, r := range g.Records {
			v := p.yearOf(r, "")
			sum.Add(v.Ore, v.Known)
			all.Add(v.Ore, v.Known)
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(g.Name), pdf.Txt(report.Count(len(g.Records))), report.Amount(sum.Ore, sum.Known, money.Kr)))
	}
	if len(groups) > 0 {
		t.Rows = append(t.Rows, pdf.SumRow(pdf.Txt("Summa"), pdf.Txt(report.Count(len(p.in))), report.Amount(all.Ore, all.Known, money.Kr)))
	}
	f.Table(t)
	lead := pdf.Table{Size: textSize, Dense: true, Empty: "Planen har inga insatser än.", Summary: "Projektledare och deras insatser", Cols: []pdf.Col{{Head: "Projektledare", Flex: 1, RowHead: true}, {Head: "Insatser i planen", Align: draw.Right}}}
	for _, g := range report.Grouped(p.in, "Ingen projektledare", func(r *field.Record) string { return p.W.Label(insats.Manager.Get(r)) }) {
		lead.Rows = append(lead.Rows, pdf.R(pdf.Txt(g.Name), pdf.Txt(report.Count(len(g.Records)))))
	}
	f.H2("Projektledare")
	f.Table(lead)
}

// risks are those of the insatser in the plan.
func (p *paper) risks(f *pdf.Flow, style chart.Style) {
	f.H1("Risker")
	var rs []*field.Record
	for _, r := range p.in {
		rs = append(rs, p.W.Pointing(risk.Of.Field, r.ID)...)
	}
	data, closed := insight.RiskMatrix(p.W, "Insatsernas risker", rs)
	if len(data.Risks) == 0 {
		f.P("Ingen öppen risk är inlagd på insatserna i planen.")
		return
	}
	f.Drawing(chart.RiskMatrix(data, f.Width(), style, pdf.Measure), "")
	t := pdf.Table{Size: textSize, Dense: true, Summary: "Riskerna med värde, åtgärd, ansvarig och dag", Cols: []pdf.Col{{Head: "Risk", Flex: 3, RowHead: true, Hyphen: true}, {Head: "Insats", Flex: 2, Hyphen: true}, {Head: "S × K", Align: draw.Right}, {Head: "Åtgärd", Flex: 3, Hyphen: true}, {Head: "Ansvarig", MaxWidth: 80}, {Head: "Senast"}}}
	for _, x := range data.Risks {
		r := p.W.Get(field.ID(x.Key))
		value := pdf.Dim("inte bedömd")
		if x.Probability*x.Consequence > 0 {
			value = pdf.Txt(report.Count(x.Probability * x.Consequence))
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(x.Name), pdf.Txt(x.Of), value, pdf.Txt(p.show(risk.Action.Field, r)), pdf.Txt(p.show(risk.Who.Field, r)), pdf.Txt(p.show(risk.By.Field, r))))
	}
	f.Table(t)
	if closed > 0 {
		f.Note(text.Capital(text.Plural(closed, "stängd risk", "stängda risker")) + " är inte med.")
	}
}

// decisions are those that are needed and those that have been made.
func (p *paper) decisions(f *pdf.Flow) {
	f.H1("Beslut")
	f.H2("Beslut som behövs")
	t := pdf.Table{Size: textSize, Dense: true, Empty: "Inga beslut väntar.", Summary: "Beslut som behövs med vem som beslutar, när, kostnad och rekommendation",
		Cols: []pdf.Col{{Head: "Insats", Flex: 2, RowHead: true, Hyphen: true}, {Head: "Senast"}, {Head: "Beslutas av", Flex: 2, Hyphen: true}, {Head: "Budget alla år, kr", Align: draw.Right}, {Head: "Rekommendation", Flex: 3, Hyphen: true}}}
	for _, r := range insight.Decisions(p.W) {
		v, known := insats.Cost(p.W, r)
		advice := pdf.Alarm("saknas")
		if s := insats.Recommendation.Get(r); s != "" {
			advice = pdf.Txt(s)
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(r.Name()), pdf.Txt(report.Or(insats.DecideBy.Get(r).String())), pdf.Txt(p.Decider(r)), report.Amount(v, known, money.Kr), advice))
	}
	f.Table(t)
	since, words := p.Date.AddMonths(-12), "de senaste tolv månaderna"
	if p.version != nil && insats.VersionAt.Get(p.version) != 0 {
		since, words = insats.VersionOn.Get(p.version), "sedan planen fastställdes"
	}
	made := pdf.Table{Size: textSize, Dense: true, Empty: "Inget beslut är nedskrivet " + words + ".", Summary: "Fattade beslut om insatser", Cols: []pdf.Col{{Head: "Dag"}, {Head: "Insats", Flex: 2, RowHead: true, Hyphen: true}, {Head: "Beslut"}, {Head: "Av", Flex: 1, Hyphen: true}, {Head: "§", MaxWidth: 90}}}
	var all []*field.Record
	for _, r := range p.W.All(insats.Kind) {
		for _, d := range report.Decisions(p.W, r, governance.Decided) {
			if governance.DecisionOn.Get(d) >= since {
				all = append(all, d)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *field.Record) int {
		return int(governance.DecisionOn.Get(b)) - int(governance.DecisionOn.Get(a))
	})
	for _, d := range all {
		made.Rows = append(made.Rows, pdf.R(pdf.Txt(governance.DecisionOn.Get(d).String()), pdf.Txt(p.W.Label(governance.DecisionOf.Get(d))), report.Outcome(p.W, governance.DecisionOutcome.Field, d), pdf.Txt(report.Or(report.SaidBy(p.W, d))), pdf.Txt(report.Or(governance.DecisionRef.Get(d)))))
	}
	f.H2("Fattade beslut " + words)
	f.Table(made)
}

// ramar are the year's, with what of them is asked for, allotted and used.
func (p *paper) ramar(f *pdf.Flow, style chart.Style) {
	lines := p.Frames(p.Year)
	f.H1(fmt.Sprintf("Ramar %d", p.Year))
	if slices.ContainsFunc(lines, func(l frame.Line) bool { return l.Ram.Known }) {
		f.Drawing(chart.FrameBars(insight.RamChart(insight.Foremost(lines, 12), p.Year), f.Width(), style, pdf.Measure), "")
	}
	t := report.Ramar(p.All, lines, textSize)
	t.Empty = cmp.Or(p.NoFrame(), t.Empty)
	f.Table(t)
	if len(lines) > 0 {
		f.Note(report.RamNote)
	}
}

// changed is what has become of the plan since it was fastställd, and what stands in no such plan.
func (p *paper) changed(f *pdf.Flow) {
	f.H1("Ändringar sedan planen fastställdes")
	f.P(p.standing())
	if p.version != nil && p.why == "" {
		t := pdf.Table{Size: textSize, Dense: true, Empty: "Inget i planen har ändrats.", Summary: "Insatser som är nya, ändrade eller har gått ur planen, med budgeten då och nu i kronor",
			Cols: []pdf.Col{{Head: "Insats", Flex: 2, RowHead: true, Hyphen: true}, {Head: ""}, {Head: "Vad", Flex: 3, Hyphen: true}, {Head: "Budget då, kr", Align: draw.Right}, {Head: "Budget nu, kr", Align: draw.Right}}}
		for _, c := range p.since {
			word := "ändrad"
			switch {
			case c.Came:
				word = "ny"
			case c.Went:
				word = "ur planen"
			}
			t.Rows = append(t.Rows, pdf.R(pdf.Rich(pdf.T(c.Insats.Name()), pdf.M(" "+c.Insats.Ref)), pdf.Txt(word), pdf.Txt(report.Or(report.Joined("\n", c.Said...))), report.Amount(c.Was.Ore, c.Was.Known, money.Kr), report.Amount(c.Is.Ore, c.Is.Known, money.Kr)))
		}
		f.Table(t)
	}
	p.versions(f)
	var names []string
	for _, r := range p.in {
		if is, _ := insats.Unplanned.Value(p.W, r, 0).(bool); is {
			names = append(names, report.Joined(" ", r.Ref, r.Name()))
		}
	}
	f.H2("Oplanerade insatser")
	switch {
	case len(names) > 0:
		f.List(names...)
	case p.version == nil || insats.VersionRefs.Get(p.version) == "":
		f.P("Vilka insatser som är oplanerade går inte att säga: det är inte känt vilka som stod i en fastställd plan.")
	default:
		f.P("Alla insatser stod i den fastställda planen.")
	}
}

// versions are the plans that were fastställda.
func (p *paper) versions(f *pdf.Flow) {
	t := pdf.Table{Size: textSize, Dense: true, Empty: "Ingen plan är fastställd.", Summary: "Fastställda planer", Cols: []pdf.Col{{Head: "Plan", Flex: 1, RowHead: true}, {Head: "Fastställd"}, {Head: "Av", MaxWidth: 110}, {Head: "§", MaxWidth: 90}, {Head: "Insatser", Align: draw.Right}}}
	for _, v := range insats.Versions(p.All) {
		size := report.None
		if n := insats.VersionSize.Get(v); n > 0 {
			size = fmt.Sprint(n)
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(v.Name()), pdf.Txt(report.Or(insats.VersionOn.Get(v).String())), pdf.Txt(report.Or(insats.VersionBy.Get(v))), pdf.Txt(report.Or(insats.VersionRef.Get(v))), pdf.Txt(size)))
	}
	f.H2("Fastställda planer")
	f.Table(t)
}
