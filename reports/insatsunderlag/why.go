package insatsunderlag

import (
	"cmp"
	"fmt"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/goal"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// smallSize is that of the tables that go into detail.
const smallSize = 8.5

// need is what the insats is and why.
func (p *paper) need(doc *pdf.Doc) {
	f := doc.Flow
	f.H2("Vad och varför")
	f.P(cmp.Or(plan.Description.Get(p.r), "Ingen beskrivning är skriven."))
	report.Facts(f, "Var behovet kommer från", report.Fact{Label: "Behovet kommer från", Said: report.Joined(", ", p.show(plan.Origin.Field), plan.OriginNote.Get(p.r))},
		report.Fact{Label: "Löser behov inom", Said: plan.Area.Get(p.r)})
}

// checklist is each question with its answer, and the class that they give.
func (p *paper) checklist(doc *pdf.Doc) {
	f := doc.Flow
	if len(p.m.Checklist) == 0 {
		return
	}
	f.H2("Checklistan")
	given := plan.ByChecklist(p.w, p.r)
	if given.Open == len(p.m.Checklist) {
		f.P(fmt.Sprintf("Ingen av checklistans %d frågor är besvarad än.", given.Open))
		return
	}
	if s := given.Text(p.m); s != "" {
		f.Text(pdf.T("Svaren ger klassen "), pdf.B(report.Sentence(s)))
	} else if given.Open > 0 {
		f.P(text.Plural(given.Open, "fråga är inte besvarad", "frågor är inte besvarade") + ", så checklistan säger ingen klass än.")
	}
	if decided, says := p.show(plan.Class.Field), given.Class; decided != "" && says != "" && says != plan.Class.Get(p.r) {
		f.P("Klassen är bestämd till " + text.Lower(decided) + ", vilket inte är den som checklistan ger.")
	}
	for _, d := range report.Decisions(p.w, p.r, governance.Classified) {
		f.Note(report.Sentence(report.Joined(", ", fmt.Sprintf("Klassen ändrades från %s till %s", report.Or(governance.DecisionFrom.Get(d)), report.Or(governance.DecisionTo.Get(d))), governance.DecisionOn.Get(d).String(), report.SaidBy(p.w, d))) + " " + report.Sentence(governance.DecisionReason.Get(d)))
	}
	f.Table(p.answers("Fråga", "Checklistans frågor med svar", p.m.Checklist, true))
}

// assessment is the forum's, point by point.
func (p *paper) assessment(doc *pdf.Doc) {
	f := doc.Flow
	if len(p.m.Assessment) == 0 {
		return
	}
	all, answered := len(p.m.Assessment), len(governance.AnswersTo(p.w, p.r.ID, p.m.Assessment))
	if answered == 0 {
		f.H2("Forumets bedömning")
		f.P(fmt.Sprintf("Ingen av styrmodellens %d punkter är bedömd än.", all))
		return
	}
	f.H2Aside("Forumets bedömning", pdf.M(fmt.Sprintf("%d av %d punkter är bedömda", answered, all)))
	f.Table(p.answers("Punkt", "Styrmodellens punkter med forumets bedömning", p.m.Assessment, false))
}

// answers are questions with what is answered to each.
func (p *paper) answers(head, summary string, questions []governance.Question, gives bool) pdf.Table {
	t := pdf.Table{Size: smallSize, Dense: true, Summary: summary, Cols: []pdf.Col{{Head: "Nr"}, {Head: head, Flex: 3, RowHead: true}, {Head: "Svar"}}}
	if gives {
		t.Cols = append(t.Cols, pdf.Col{Head: "Ett ja ger", MaxWidth: 80})
	}
	t.Cols = append(t.Cols, pdf.Col{Head: "Anmärkning", Flex: 2})
	all := governance.AnswersTo(p.w, p.r.ID, questions)
	for i, q := range questions {
		value, note := pdf.Dim("inte besvarad"), ""
		if a := all[q.Key]; a != nil {
			value, note = report.Outcome(p.w, governance.AnswerValue.Field, a), governance.AnswerNote.Get(a)
		}
		cells := []pdf.Cell{pdf.Txt(fmt.Sprint(i + 1)), pdf.Txt(q.Label), value}
		if gives {
			c, _ := p.m.Class(q.Gives)
			cells = append(cells, pdf.Txt(report.Or(c.Label)))
		}
		t.Rows = append(t.Rows, pdf.R(append(cells, pdf.Txt(note))...))
	}
	return t
}

// benefit is what the insats gives, and which goals it contributes to.
func (p *paper) benefit(doc *pdf.Doc) {
	f := doc.Flow
	f.H2("Nytta och mål")
	facts := []report.Fact{{Label: "Nytta i ord", Said: plan.BenefitNote.Get(p.r)}}
	if p.r.Get(plan.BenefitPerYear.Field) != nil {
		facts = append(facts, report.Fact{Label: "Beräknad nytta per år", Said: plan.BenefitPerYear.Get(p.r).Kr() + "\u00a0kr"})
	}
	on := plan.MeasureOn.Get(p.r)
	if p.r.Get(plan.BenefitRealised.Field) != nil && (on.IsZero() || on <= p.Date) { // before it is due nothing is taken home
		facts = append(facts, report.Fact{Label: "Hemtagen nytta per år", Said: plan.BenefitRealised.Get(p.r).Kr() + "\u00a0kr"})
	}
	facts = append(facts, p.FactsOf(p.r, plan.BenefitOwner.Field, plan.MeasureOn.Field)...)
	if facts[0].Said == "" && p.r.Get(plan.BenefitPerYear.Field) == nil {
		f.P("Ingen nytta är angiven, varken i kronor eller i ord.")
	}
	report.Facts(f, "Insatsens nytta", facts...)
	var rows []pdf.TableRow
	for _, c := range p.w.Pointing(goal.ContributionOf.Field, p.r.ID) {
		to := p.w.Get(goal.ContributionTo.Get(c))
		if to == nil {
			continue
		}
		show := func(r *field.Record, f *field.Field) pdf.Cell {
			return pdf.Txt(report.Or(f.Show(p.w, f.Value(p.w, r, 0))))
		}
		rows = append(rows, pdf.R(pdf.Txt(to.Name()), show(to, goal.Level.Field), pdf.Txt(report.Or(goal.Contribution.Get(c))), show(c, goal.ContributionSize.Field), show(to, goal.Target.Field)))
	}
	if len(rows) == 0 {
		f.P("Insatsen är inte kopplad till något mål.")
		return
	}
	f.Table(pdf.Table{Size: smallSize, Dense: true, Rows: rows, Summary: "Mål som insatsen bidrar till, och hur",
		Cols: []pdf.Col{{Head: "Mål", Flex: 3, RowHead: true}, {Head: "Nivå", MaxWidth: 90}, {Head: "Bidrag", Flex: 3}, {Head: "Storlek"}, {Head: "Målvärde", MaxWidth: 90}}})
}
