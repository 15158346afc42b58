package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/reports/pdf"
)

// costColumn is an amount of an insats a year.
type costColumn struct {
	over, head, typ string
	of              field.MoneyField
}

// Costs is what an insats costs a year at a time, as app/economy adds it up: the budget with
// drift and investering apart, and the forecast and utfall of those that have any. Its sum of
// the budget is plan.Cost.
func Costs(w World, r *field.Record) pdf.Table {
	return costs(w, r, "Insatsens kostnad per år i kronor: budget, prognos och utfall", costColumn{"", "Prognos, kr", "", economy.CostForecast}, costColumn{"", "Utfall, kr", "", economy.CostActual})
}

// Budgets is Costs with the budget alone.
func Budgets(w World, r *field.Record) pdf.Table {
	return costs(w, r, "Insatsens budget per år i kronor")
}

func costs(w World, r *field.Record, summary string, besides ...costColumn) pdf.Table {
	t := pdf.Table{Empty: "Ingen kostnad är inlagd.", Summary: summary}
	amounts := append([]costColumn{{"Budget, kr", "Drift", economy.Operations, economy.CostBudget}, {"Budget, kr", "Investering", economy.Investment, economy.CostBudget}, {"Budget, kr", "Summa", "", economy.CostBudget}}, besides...)
	t.Cols = []pdf.Col{{Head: "År", RowHead: true}}
	years := CostYears(w, r)
	sum := []pdf.Cell{pdf.Txt("Summa")}
	rows := make([][]pdf.Cell, len(years))
	for i, y := range years {
		rows[i] = []pdf.Cell{pdf.Txt(fmt.Sprint(y))}
	}
	for i, a := range amounts {
		total, known := economy.Sum(w, r.ID, 0, a.typ, a.of)
		if !known && i > 2 {
			continue
		}
		t.Cols = append(t.Cols, pdf.Col{Over: a.over, Head: a.head, Align: draw.Right})
		for n, y := range years {
			rows[n] = append(rows[n], amountCell(economy.Sum(w, r.ID, y, a.typ, a.of)))
		}
		sum = append(sum, amountCell(total, known))
	}
	for _, cells := range rows {
		t.Rows = append(t.Rows, pdf.R(cells...))
	}
	if len(years) > 0 {
		t.Rows = append(t.Rows, pdf.SumRow(sum...))
	}
	return t
}

// CostYears are the years that something is said of what an insats costs, in order.
func CostYears(w World, r *field.Record) (out []int) {
	for _, c := range economy.Rows(w, r.ID) {
		if y := int(economy.CostYear.Get(c)); !slices.Contains(out, y) {
			out = append(out, y)
		}
	}
	slices.Sort(out)
	return out
}

// CostNote says how the table of costs is read.
const CostNote = "Budget, prognos och utfall är belopp för hela året; en intäkt är negativ. Ett streck är att inget belopp är sagt."

func amountCell(v money.Ore, known bool) pdf.Cell { return pdf.Txt(Kr(v, known)) }

// Decided is the yes or no of who decides of an insats, the latest; nil while there is none.
func Decided(w World, r *field.Record) *field.Record {
	if all := Decisions(w, r, governance.Decided); len(all) > 0 {
		return all[len(all)-1]
	}
	return nil
}

// Decisions are what is written down of an insats of some sorts, in the order of their days.
func Decisions(w World, r *field.Record, sorts ...string) []*field.Record {
	var out []*field.Record
	for _, d := range w.Pointing(governance.DecisionOf.Field, r.ID) {
		if slices.Contains(sorts, governance.DecisionType.Get(d)) {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b *field.Record) int {
		return int(governance.DecisionOn.Get(a)) - int(governance.DecisionOn.Get(b))
	})
	return out
}

// Proposal is a box of what is proposed to be decided, whole, and who decides it. own is what
// whoever orders the report proposes; else it is the recommendation.
func (j *Job) Proposal(f *pdf.Flow, r *field.Record, recommendation, own string) {
	f.Box("Förslag till beslut", pdf.None, func(f *pdf.Flow) {
		switch {
		case own != "":
			f.P(own)
		case recommendation != "":
			f.P(recommendation)
		default:
			f.P("Ingen rekommendation är skriven än.")
		}
		f.RichNote(pdf.B("Beslutas av: "), pdf.T(j.Decider(r)))
	})
}

// Decider says who decides of an insats: who is said to, else who the delegation says, or why
// nobody can say yet.
func (j *Job) Decider(r *field.Record) string {
	w := j.All
	if s := Named(w, plan.Decider.Get(r), plan.DeciderRole.Get(r)); s != "" {
		return Sentence(s)
	}
	p := plan.Decide(w, r)
	switch {
	case p.Who != "":
		return Sentence(p.Text(w))
	case p.Lack != "":
		return "går inte att säga än: " + Sentence(p.Lack)
	}
	return "står inte i styrmodellens delegation."
}

// Conditions is a table of what the styrmodell asks of something before it goes on: what is
// there, what is missing, and what it is excepted from by whom, until when and why.
func (j *Job) Conditions(r *field.Record, conditions []governance.Condition) pdf.Table {
	w := j.All
	t := pdf.Table{Size: 8.5, Dense: true, Summary: "Styrmodellens krav med hur de står", Empty: "Styrmodellen ställer inga krav före nästa steg.",
		Cols: []pdf.Col{{Head: "Krav"}, {Head: "Hur det står"}, {Head: "Vad", Flex: 1}, {Head: "Före", MaxWidth: 110}}}
	for _, c := range conditions {
		state, what := pdf.RAG(pdf.Good, "uppfyllt"), []pdf.Run{pdf.T(Or(cmp.Or(c.Text, c.Rule)))}
		switch {
		case c.Exception != nil:
			d := c.Exception
			state = pdf.RAG(pdf.Warn, "undantag")
			what = append(what, pdf.M("\nUndantag "+Joined(", ", governance.DecisionOn.Get(d).String(), SaidBy(w, d), until(d))+". "+Sentence(governance.DecisionReason.Get(d))))
		case c.Met:
		case c.Gate.Effect == governance.Stop:
			state = pdf.RAG(pdf.Bad, "saknas, stoppar")
		default:
			state = pdf.RAG(pdf.Warn, "saknas")
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(c.Gate.Key), state, pdf.Rich(what...), pdf.Txt(Or(governance.Before(w, r.Kind, c.Before)))))
	}
	return t
}

// Brief is a page of what is needed to say something of an insats: what is proposed, what and
// why, what it costs and what the styrmodell misses. recommendation is the forum's; "" is that
// of the insats.
func (j *Job) Brief(f *pdf.Flow, r *field.Record, recommendation string) {
	w := j.All
	f.H2(strings.TrimSpace(r.Ref + " " + r.Name()))
	j.Proposal(f, r, cmp.Or(recommendation, plan.Recommendation.Get(r)), "")
	unit := plan.Unit.Get(r)
	total, known := plan.Cost(w, r)
	cost := None
	if known {
		cost = total.Kr() + "\u00a0kr, budget alla år"
	}
	facts := append([]Fact{{"Förvaltning", w.Label(j.Level(unit))}}, j.FactsOf(r, plan.Phase.Field, plan.Class.Field, plan.Priority.Field, plan.Client.Field, plan.DecideBy.Field)...)
	facts = append(facts, Fact{"Tidplan", Span(plan.Start.Get(r), plan.End.Get(r))}, Fact{"Kostnad", cost}, Fact{"Finansiering", cmp.Or(plan.Financing.Get(r), "inte angiven")}, Fact{"Nytta", Benefit(r)}, Fact{"Risk", Risk(r)})
	Facts(f, "Uppgifter om insatsen", append(facts, j.FactsOf(r, plan.Systems.Field)...)...)
	if s := plan.Description.Get(r); s != "" {
		f.H3("Vad och varför")
		f.P(s)
	}
	if t := Costs(w, r); len(t.Rows) > 0 {
		f.H3("Kostnad per år")
		t.Dense = true
		f.Table(t)
	}
	to, all := plan.Conditions(w, r)
	open := slices.DeleteFunc(all, func(c governance.Condition) bool { return c.Met })
	if to == "" {
		return
	}
	f.H3("Krav före fasen " + plan.Phase.Show(w, to) + " som saknas eller har undantag")
	t := j.Conditions(r, open)
	t.Empty = "Inget saknas."
	f.Table(t)
}

// Benefit is what an insats gives, in kronor and in words.
func Benefit(r *field.Record) string {
	kr := ""
	if r.Get(plan.BenefitPerYear.Field) != nil {
		kr = plan.BenefitPerYear.Get(r).Kr() + "\u00a0kr per år"
	}
	return cmp.Or(Joined("; ", kr, plan.BenefitNote.Get(r)), "inte angiven")
}

// Risk is the risk of an insats as it is written, with what that comes to where it is
// "4×3".
func Risk(r *field.Record) string {
	s := plan.Risk.Get(r)
	if score, ok := plan.RiskScore(r); ok && strings.Contains(s, "×") {
		return fmt.Sprintf("%s, %.0f av 25 (sannolikhet × konsekvens)", s, score*25)
	}
	return cmp.Or(s, "inte angiven")
}
