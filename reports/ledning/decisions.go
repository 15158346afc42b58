package ledning

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

func decisionAnchor(i int) string { return fmt.Sprintf("beslut-%d", i+1) }

// onePage is how much text a decision may have and surely stay on a page.
const onePage = 2500

// decisionPages give what is needed to decide, one section per decision.
func (b *briefing) decisionPages(f *pdf.Flow) {
	if len(b.decisions) == 0 {
		return
	}
	f.H1("Beslutsunderlag")
	b.begun = true
	for i, d := range b.decisions {
		write := func(f *pdf.Flow) {
			f.Anchor(decisionAnchor(i))
			b.decision(f, i, d)
		}
		if len(plan.Description.Get(d))+len(plan.Recommendation.Get(d))+len(plan.BenefitNote.Get(d)) > onePage {
			write(f)
		} else {
			f.Keep(write)
		}
	}
}

// besideFacts is how long a description may be and stand beside the facts.
const besideFacts = 500

func (b *briefing) decision(f *pdf.Flow, i int, d *field.Record) {
	f.H2(fmt.Sprintf("%d. %s", i+1, d.Name()))
	f.ColumnsAt(0.56, func(f *pdf.Flow) {
		report.Facts(f, "Uppgifter om insatsen", b.facts(d)...)
	}, func(f *pdf.Flow) {
		f.H3("Kostnad per år")
		costs := report.Budgets(b.W, d)
		costs.Dense = true
		f.Table(costs)
		if s := plan.Description.Get(d); s != "" && len(s) < besideFacts {
			f.H3("Vad och varför")
			f.P(s)
		}
	})
	if s := plan.Description.Get(d); len(s) >= besideFacts {
		f.H3("Vad och varför")
		f.P(s)
	}
	f.H3("Rekommendation")
	f.P(cmp.Or(plan.Recommendation.Get(d), "Ingen rekommendation finns än."))
}

// facts are the short answers about an insats.
func (b *briefing) facts(d *field.Record) (out []report.Fact) {
	add := func(label, said string) { out = append(out, report.Fact{Label: label, Said: said}) }
	show := func(f *field.Field) string { return f.Show(b.W, f.Value(b.W, d, 0)) }
	unit := plan.Unit.Get(d)
	add("Förvaltning", report.Or(b.W.Label(b.Level(unit))))
	if b.Level(unit) != unit {
		add("Enhet", b.W.Label(unit))
	}
	add("Läge", show(plan.Phase.Field))
	add("Beslutas av", b.decidedBy(d))
	add("Beslut behövs", cmp.Or(plan.DecideBy.Get(d).String(), "ingen dag är satt"))
	for _, a := range b.advice(d) {
		add("Yttrande", a)
	}
	add("Portfölj", show(plan.Portfolio.Field))
	add("Prioritet", show(plan.Priority.Field))
	add("Tidplan", timetable(d))
	add("Nytta", benefit(d, b.W.Label(plan.BenefitOwner.Get(d))))
	add("Risk", report.Risk(d))
	add("Finansiering", show(plan.Financing.Field))
	add("Berörda system", b.affected(d))
	add("Beställare", show(plan.Client.Field))
	add("Projektledare", show(plan.Manager.Field))
	return out
}

// decidedBy is who decides of an insats, and where nobody has said, what the delegation lacks
// to say it.
func (b *briefing) decidedBy(d *field.Record) string {
	if who := b.decider(d); who != "" {
		return who
	}
	return report.Joined(", ", "inte sagt", plan.Decide(b.W, d).Lack)
}

// advice is what forums have said of an insats, which decides nothing, the latest first.
func (b *briefing) advice(d *field.Record) (out []string) {
	for _, r := range slices.Backward(report.Decisions(b.W, d, governance.Advised)) {
		said := text.Lower(governance.DecisionOutcome.Show(b.W, r.Get(governance.DecisionOutcome.Field)))
		out = append(out, report.Joined(" ", cmp.Or(governance.DecisionForum.Get(r), b.W.Label(governance.DecisionBy.Get(r))), governance.DecisionOn.Get(r).String()+":", cmp.Or(said, "yttrande"), governance.DecisionRef.Get(r)))
	}
	return out
}

func timetable(d *field.Record) string {
	from, to := plan.Start.Get(d), plan.End.Get(d)
	s := ""
	switch {
	case !from.IsZero() && !to.IsZero():
		s = from.String() + " – " + to.String()
	case !from.IsZero():
		s = "från " + from.String()
	case !to.IsZero():
		s = "till " + to.String()
	default:
		s = "inte angiven"
	}
	if on := plan.MeasureOn.Get(d); !on.IsZero() {
		s += ", nyttan mäts " + on.String()
	}
	return s
}

func benefit(d *field.Record, owner string) string {
	if owner != "" {
		owner = "hemtagningsansvarig " + owner
	}
	return report.Joined("; ", report.Benefit(d), owner)
}

const mostNames = 12

// affected names the systems that an insats concerns.
func (b *briefing) affected(d *field.Record) string {
	var names []string
	for _, id := range plan.Systems.Get(d) {
		if s := b.W.Label(id); s != "" {
			names = append(names, s)
		}
	}
	slices.SortFunc(names, text.Keys{}.Compare)
	if more := len(names) - mostNames; more > 0 {
		names = append(names[:mostNames], "och "+report.Count(more)+" till")
	}
	return strings.Join(names, ", ")
}
