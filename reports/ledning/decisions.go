package ledning

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
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
		f.Table(pdf.Table{NoHead: true, Dense: true, Rows: b.facts(d), Summary: "Uppgifter om insatsen", Cols: []pdf.Col{{Width: 84, RowHead: true}, {Flex: 1}}})
	}, func(f *pdf.Flow) {
		f.H3("Kostnad per år, kr")
		f.Table(b.costTable(d))
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
func (b *briefing) facts(d *field.Record) []pdf.TableRow {
	var rows []pdf.TableRow
	add := func(label, value string) {
		if value != "" {
			rows = append(rows, pdf.R(pdf.Dim(label), pdf.Txt(value)))
		}
	}
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
	add("Risk", riskWords(d))
	add("Finansiering", show(plan.Financing.Field))
	add("Berörda system", b.affected(d))
	add("Beställare", show(plan.Client.Field))
	add("Projektledare", show(plan.Manager.Field))
	return rows
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
	all := slices.DeleteFunc(slices.Clone(b.W.Pointing(governance.DecisionOf.Field, d.ID)), func(r *field.Record) bool { return governance.DecisionType.Get(r) != governance.Advised })
	slices.SortStableFunc(all, func(x, y *field.Record) int {
		return cmp.Compare(governance.DecisionOn.Get(y), governance.DecisionOn.Get(x))
	})
	for _, r := range all {
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
	var parts []string
	if d.Get(plan.BenefitPerYear.Field) != nil {
		parts = append(parts, plan.BenefitPerYear.Get(d).Kr()+"\u00a0kr per år")
	}
	if s := plan.BenefitNote.Get(d); s != "" {
		parts = append(parts, s)
	}
	if len(parts) == 0 {
		parts = append(parts, "inte angiven")
	}
	if owner != "" {
		parts = append(parts, "hemtagningsansvarig "+owner)
	}
	return strings.Join(parts, "; ")
}

func riskWords(d *field.Record) string {
	s := plan.Risk.Get(d)
	if s == "" {
		return "inte angiven"
	}
	score, ok := plan.RiskScore(d)
	if !ok || !strings.Contains(s, "×") {
		return s
	}
	return fmt.Sprintf("%s, %.0f av 25 (sannolikhet × konsekvens)", s, score*25)
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

// costTable is an insats' budget a year at a time.
func (b *briefing) costTable(d *field.Record) pdf.Table {
	t := pdf.Table{Dense: true, Empty: "Ingen kostnad är inlagd.", Summary: "Insatsens budget per år i kronor", Cols: []pdf.Col{
		{Head: "År", RowHead: true}, {Head: "Drift", Align: draw.Right}, {Head: "Investering", Align: draw.Right}, {Head: "Summa", Align: draw.Right}}}
	sums := map[int][2]money.Ore{}
	var years []int
	rows := economy.Rows(b.W, d.ID)
	count := economy.Counting(b.W, rows)
	for _, c := range rows {
		y := int(economy.CostYear.Get(c))
		budget, ok := count.Of(c, economy.CostBudget)
		if !ok {
			continue
		}
		s, ok := sums[y]
		if !ok {
			years = append(years, y)
		}
		of := 0
		if economy.CostType.Get(c) == economy.Investment {
			of = 1
		}
		s[of] += budget
		sums[y] = s
	}
	slices.Sort(years)
	var total [2]money.Ore
	for _, y := range years {
		s := sums[y]
		total[0], total[1] = total[0]+s[0], total[1]+s[1]
		t.Rows = append(t.Rows, pdf.R(pdf.Cells(fmt.Sprint(y), s[0].Kr(), s[1].Kr(), (s[0]+s[1]).Kr())...))
	}
	if len(years) > 0 {
		t.Rows = append(t.Rows, pdf.SumRow(pdf.Cells("Summa", total[0].Kr(), total[1].Kr(), (total[0]+total[1]).Kr())...))
	}
	return t
}
