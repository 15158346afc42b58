package insatsunderlag

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/app/risk"
	"itportfoljen/app/system"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// cost is what the insats costs, a year at a time, and who pays.
func (p *paper) cost(doc *pdf.Doc) {
	f := doc.Flow
	f.Keep(func(f *pdf.Flow) {
		f.H2("Kostnad och finansiering")
		t := report.Costs(p.w, p.r)
		f.Table(t)
		if len(t.Rows) > 0 {
			f.Note(report.CostNote)
		}
		facts := []report.Fact{{Label: "Finansiering", Said: plan.Financing.Get(p.r)}}
		if p.r.Get(plan.DecidedBudget.Field) != nil {
			facts = append(facts, report.Fact{Label: "Budget enligt beslutet", Said: plan.DecidedBudget.Get(p.r).Kr() + "\u00a0kr"})
		}
		facts = append(facts, p.FactsOf(p.r, plan.CostOutcome.Field)...)
		if facts[0].Said == "" {
			facts[0].Said = "inte angiven"
		}
		report.Facts(f, "Hur insatsen finansieras", facts...)
	})
}

// mostMatrix is how wide the matrix of risks gets, in points.
const mostMatrix = 250

// risks are those of the insats as they stand and as they are to be.
func (p *paper) risks(doc *pdf.Doc) {
	f := doc.Flow
	f.H2("Risker")
	all := p.w.Pointing(risk.Of.Field, p.r.ID)
	if plan.Risk.Get(p.r) != "" {
		f.P(report.Sentence("Samlad risk: " + report.Risk(p.r)))
	}
	if len(all) == 0 {
		f.P("Inga risker är nedskrivna.")
		return
	}
	data, closed := insight.RiskMatrix(p.w, "Insatsens risker", all)
	if slices.ContainsFunc(data.Risks, func(r chart.Risk) bool { return r.Probability > 0 && r.Consequence > 0 }) {
		f.Drawing(chart.RiskMatrix(data, min(f.Width(), mostMatrix), doc.ChartStyle(), pdf.Measure), "")
	}
	t := pdf.Table{Size: smallSize, Dense: true, Summary: "Insatsens risker med värde, åtgärd och värde efter åtgärden",
		Cols: []pdf.Col{{Head: "Risk", Flex: 3, RowHead: true}, {Head: "S × K"}, {Head: "Åtgärd", Flex: 3}, {Head: "Ansvarig, senast", MaxWidth: 105}, {Head: "S × K efter"}, {Head: "Läge"}}}
	for _, r := range all {
		if risk.State.Get(r) == risk.Gone {
			continue
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(r.Name()), product(risk.Probability.Get(r), risk.Consequence.Get(r)), pdf.Txt(report.Or(risk.Action.Get(r))),
			pdf.Txt(report.Or(report.Joined(", ", p.w.Label(risk.Who.Get(r)), risk.By.Get(r).String()))), product(risk.ProbabilityAfter.Get(r), risk.ConsequenceAfter.Get(r)), report.Outcome(p.w, risk.State.Field, r)))
	}
	t.Empty = "Alla risker är stängda."
	f.Table(t)
	if closed > 0 && len(t.Rows) > 0 {
		f.Note(text.Plural(closed, "stängd risk är inte med.", "stängda risker är inte med."))
	}
}

// product is "3 × 4 = 12", a dash while either isn't said.
func product(s, k int64) pdf.Cell {
	if s == 0 || k == 0 {
		return pdf.Dim(report.None)
	}
	said := fmt.Sprintf("%d × %d = %d", s, k, s*k)
	if s*k >= risk.High {
		return pdf.Alarm(said)
	}
	return pdf.Txt(said)
}

// markRoom is what a mark at the end of the line of time takes beside it, in points.
const markRoom = 6

// timetable is when, with the etapper.
func (p *paper) timetable(doc *pdf.Doc) {
	f := doc.Flow
	f.H2("Tidplan")
	start, end := plan.Start.Get(p.r), plan.End.Get(p.r)
	legs := plan.Legs(p.w, p.r.ID)
	if start.IsZero() && end.IsZero() && len(legs) == 0 {
		f.P("Ingen tidplan är inlagd.")
		return
	}
	f.Drawing(chart.Gantt(insight.Timeline(p.w, "Insatsens tidplan", []*field.Record{p.r}, nil, true), f.Width()-markRoom, doc.ChartStyle(), pdf.Measure), "")
	report.Facts(f, "Insatsens tider", p.FactsOf(p.r, plan.Start.Field, plan.End.Field, plan.DecidedEnd.Field, plan.ProcurementOn.Field, plan.TimeOutcome.Field)...)
	if len(legs) == 0 {
		return
	}
	t := pdf.Table{Size: smallSize, Dense: true, Summary: "Etapper med tid, belopp och beslut", Cols: []pdf.Col{{Head: "Etapp", Flex: 1, RowHead: true}, {Head: "År"}, {Head: "Tid"},
		{Head: "Belopp, kr", Align: draw.Right}, {Head: "Läge"}, {Head: "Beslutad", MaxWidth: 120}}}
	for _, l := range legs {
		year := ""
		if y := plan.LegYear.Get(l); y != 0 {
			year = fmt.Sprint(y)
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(l.Name()), pdf.Txt(report.Or(year)), pdf.Txt(report.Span(plan.LegFrom.Get(l), plan.LegTo.Get(l))), pdf.Txt(report.Kr(plan.LegAmount.Get(l), l.Get(plan.LegAmount.Field) != nil)),
			report.Outcome(p.w, plan.LegState.Field, l), pdf.Txt(report.Or(report.Joined(", ", plan.LegDecidedOn.Get(l).String(), plan.LegReference.Get(l))))))
	}
	f.Table(t)
	for _, c := range []*field.Field{plan.LegAgainst.Field, plan.LegUnsaid.Field} {
		if s := p.show(c); s != "" {
			f.Note(report.Sentence(c.Label + ": " + s))
		}
	}
}

// systems are what the insats touches and builds on, and what may do the same already.
func (p *paper) systems(doc *pdf.Doc) {
	f := doc.Flow
	f.H2("Berörda system och beroenden")
	t := pdf.Table{Size: smallSize, Dense: true, Empty: "Inget system är angivet.", Summary: "System som insatsen berör",
		Cols: []pdf.Col{{Head: "System", Flex: 2, RowHead: true}, {Head: "Livscykel"}, {Head: "Systemägare", Flex: 1}, {Head: "Verksamhetskritiskt", MaxWidth: 130}}}
	for _, id := range plan.Systems.Get(p.r) {
		if s := p.w.Get(id); s != nil {
			show := func(f *field.Field) pdf.Cell { return pdf.Txt(report.Or(f.Show(p.w, f.Value(p.w, s, 0)))) }
			t.Rows = append(t.Rows, pdf.R(pdf.Txt(s.Name()), show(system.Lifecycle.Field), show(system.SystemOwner.Field), show(system.Criticality.Field)))
		}
	}
	f.Table(t)
	report.Facts(f, "Plattform och gemensamma lösningar", p.FactsOf(p.r, plan.Platforms.Field, plan.OffPlatform.Field, plan.Duplicates.Field)...)
	alike := plan.Alike(p.w, p.r)
	if len(alike) == 0 {
		return
	}
	f.H3("Finns det redan något liknande?")
	var items []string
	for _, a := range alike {
		items = append(items, fmt.Sprintf("%s (%s): %s", a.Record.Name(), a.Record.Kind.One, report.Sentence(strings.Join(a.Why, ", "))))
	}
	f.List(items...)
}

// conditions are what the styrmodell asks before the insats goes on.
func (p *paper) conditions(doc *pdf.Doc) {
	f := doc.Flow
	to, all := plan.Conditions(p.w, p.r)
	if to == "" {
		return
	}
	open, stops := 0, 0
	for _, c := range all {
		if c.Open() {
			open++
			if c.Gate.Effect == governance.Stop {
				stops++
			}
		}
	}
	said := ""
	switch {
	case stops > 0:
		said = fmt.Sprintf("%d av %d krav saknas, varav %d stoppar", open, len(all), stops)
	case open > 0:
		said = fmt.Sprintf("%d av %d krav saknas, inget stoppar", open, len(all))
	case len(all) > 0:
		said = "alla krav är uppfyllda eller har undantag"
	}
	f.H2Aside("Styrmodellens krav före fasen "+plan.Phase.Show(p.w, to), pdf.M(said))
	f.Table(p.Conditions(p.r, all))
}

// said is the advice that is given, apart from what is decided.
func (p *paper) said(doc *pdf.Doc) {
	f := doc.Flow
	f.H2("Råd och beslut")
	for _, part := range []struct{ head, sort, by, none string }{
		{"Råd från forum", governance.Advised, "Forum", "Inget forum har lämnat något råd än."},
		{"Beslut", governance.Decided, "Beslutat av", "Inget beslut är fattat."},
	} {
		f.H3(part.head)
		t := pdf.Table{Size: smallSize, Dense: true, Empty: part.none, Summary: part.head, Cols: []pdf.Col{{Head: part.by, Flex: 2, RowHead: true}, {Head: "Datum"}, {Head: "§ / diarienummer", MaxWidth: 100}, {Head: "Utfall"}, {Head: "Motivering", Flex: 3}}}
		for _, d := range report.Decisions(p.w, p.r, part.sort) {
			t.Rows = append(t.Rows, pdf.R(pdf.Txt(report.Or(report.SaidBy(p.w, d))), pdf.Txt(governance.DecisionOn.Get(d).String()), pdf.Txt(report.Or(governance.DecisionRef.Get(d))),
				report.Outcome(p.w, governance.DecisionOutcome.Field, d), pdf.Txt(report.Or(governance.DecisionReason.Get(d)))))
		}
		f.Table(t)
	}
}

// lessons are what others learnt who touched the same systems.
func (p *paper) lessons(doc *pdf.Doc) {
	f := doc.Flow
	all := plan.LessonsFor(p.w, p.r)
	own := p.FactsOf(p.r, plan.Result.Field, plan.Learnt.Field)
	if len(all) == 0 && own[0].Said == "" && own[1].Said == "" {
		return
	}
	f.H2("Lärdomar")
	report.Facts(f, "Insatsens eget resultat", own...)
	var items [][]pdf.Run
	for _, l := range all {
		items = append(items, []pdf.Run{pdf.B(strings.TrimSpace(l.From.Ref+" "+l.From.Name()) + ": "), pdf.T(report.Sentence(text.OneLine(l.Text))), pdf.M(" Rör också " + text.And(field.Labels(p.w, l.Systems)) + ".")})
	}
	if len(items) > 0 {
		f.RichList(false, items...)
	}
}
