package demo

import (
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/goal"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/risk"
)

// makeProgress gives the municipality goals, and some insatser contributions to them, etapper,
// lägesrapporter and risks; others nobody has written anything of. No chance is taken, so that
// what else is made stays as it is.
func (g *generator) makeProgress() {
	goals, budgets := g.makeGoals(), g.budgets()
	var running, ended int
	for n, r := range g.initiatives() {
		stage := g.model.StageOf(plan.Phase.Get(r))
		if n%3 == 0 && stage != governance.Idea {
			g.contribute(r, goals[n%len(goals)], n)
		}
		switch stage {
		case governance.Running:
			g.report(r, running)
			g.risks(r, running)
			if running%3 == 0 {
				g.legs(r, running, budgets[r.ID])
			}
			running++
		case governance.Done, governance.Closed:
			g.closed(r, ended, budgets[r.ID])
			ended++
		}
		if n%4 != 1 {
			r.Put(plan.Origin.Field, []string{"unit", "unit", "law", "forum", "supplier"}[n%5]).Put(plan.Performer.Field, []string{"both", "own", "external"}[n%3])
		}
	}
	g.systemRisks()
}

// initiatives are those that there are, in order.
func (g *generator) initiatives() (out []*field.Record) {
	for _, r := range g.records {
		if r.Kind == plan.Kind {
			out = append(out, r)
		}
	}
	return out
}

// budgets are what everything costs by its budget, all years.
func (g *generator) budgets() map[field.ID]money.Ore {
	out := map[field.ID]money.Ore{}
	for _, c := range g.costs {
		out[economy.CostOwner.Get(c)] += economy.CostBudget.Get(c)
	}
	return out
}

// makeGoals are the municipality's goals; of the oldest nobody has said what it became.
func (g *generator) makeGoals() (out []*field.Record) {
	year := g.planYear()
	for i, d := range []struct{ name, level, measure, baseline, target string }{
		{"En enklare vardag för invånarna", goal.Vision, "", "", ""},
		{"Varje ärende går att följa från början till slut", goal.Council, "Andel ärenden med e-tjänst", "41 %", "80 %"},
		{"Elever når målen oavsett skola", goal.Council, "Andel behöriga till gymnasiet", "86 %", "90 %"},
		{"Mer tid för omsorg, mindre för administration", goal.Board, "Timmar i veckan per medarbetare", "6", "4"},
		{"Information finns på ett ställe", goal.Strategy, "Andel system med integration", "32 %", "60 %"},
		{"Alla e-tjänster är tillgängliga för alla", goal.Within, "Andel granskade e-tjänster", "25 %", "100 %"},
	} {
		first := year - 1 - i%3
		r := g.record(goal.Kind).Put(goal.Name.Field, d.name).Put(goal.Level.Field, d.level)
		r.Put(goal.From.Field, firstOfMonth(g.today).AddMonths(-12*(g.today.Year()-first)-g.today.Month()+1))
		if d.measure != "" {
			r.Put(goal.To.Field, goal.From.Get(r).AddMonths(12*(1+(i+1)%4)).AddDays(-1))
			r.Put(goal.Measure.Field, d.measure).Put(goal.Baseline.Field, d.baseline).Put(goal.Target.Field, d.target)
			r.Put(goal.Owner.Field, g.persons[i*5%len(g.persons)].id)
		}
		out = append(out, r)
	}
	return out
}

func (g *generator) contribute(r, to *field.Record, n int) {
	c := g.record(goal.ContributionKind).Put(goal.ContributionOf.Field, r.ID).Put(goal.ContributionTo.Field, to.ID).Put(goal.ContributionSize.Field, []string{"some", "large", "small"}[n%3])
	if n%2 == 0 {
		c.Put(goal.Contribution.Field, []string{"Färre steg för den som söker", "Uppgifter skrivs en gång", "Handläggaren ser hela ärendet"}[n%3])
	}
}

// report is how a running insats goes: every fourth has no lägesrapport, and some an old one.
func (g *generator) report(r *field.Record, n int) {
	if n%4 == 3 {
		return
	}
	for _, ago := range []int{2, 1, 0}[n%3:] {
		on := g.today.AddDays(-9 - 3*n%20).AddMonths(-ago - n%2)
		s := g.record(plan.ReportKind).Put(plan.ReportOf.Field, r.ID).Put(plan.ReportOn.Field, on).Put(plan.ReportBy.Field, r.Get(plan.Manager.Field))
		s.Put(plan.ReportTime.Field, r.Get(plan.TimeStatus.Field)).Put(plan.ReportCost.Field, r.Get(plan.CostStatus.Field)).Put(plan.ReportScope.Field, r.Get(plan.ScopeStatus.Field))
		s.Put(plan.ReportQuality.Field, []string{"green", "green", "amber"}[n%3]).Put(plan.ReportRisk.Field, []string{"amber", "green"}[n%2]).Put(plan.ReportBenefit.Field, "green")
		s.Put(plan.ReportNote.Field, r.Get(plan.StatusNote.Field))
	}
}

// legs are two or three etapper; of every other insats they aren't what its budget is.
func (g *generator) legs(r *field.Record, n int, total money.Ore) {
	names := []string{"Upphandling", "Införande", "Utrullning"}[:2+n%2]
	start := plan.Start.Get(r)
	for i, name := range names {
		from := start.AddMonths(6 * i)
		state := plan.LegDone
		switch to := from.AddMonths(6); {
		case from > g.today:
			state = plan.LegPlanned
		case to > g.today:
			state = plan.LegRunning
		}
		leg := g.record(plan.LegKind).Put(plan.LegName.Field, name).Put(plan.LegOf.Field, r.ID).Put(plan.LegYear.Field, int64(from.Year())).Put(plan.LegState.Field, state)
		leg.Put(plan.LegFrom.Field, from).Put(plan.LegTo.Field, from.AddMonths(6).AddDays(-1))
		if total > 0 && n%6 == 0 {
			leg.Put(plan.LegAmount.Field, total/money.Ore(len(names)))
		}
		if state != plan.LegPlanned && !plan.DecidedOn.Get(r).IsZero() && n%4 != 2 {
			leg.Put(plan.LegDecidedOn.Field, plan.DecidedOn.Get(r)).Put(plan.LegReference.Field, r.Get(plan.DecisionRef.Field))
		}
	}
}

// risks are those of a running insats; its own risk is that of the worst.
func (g *generator) risks(r *field.Record, n int) {
	if n%2 == 1 {
		return
	}
	for i, d := range []struct {
		what, action string
		p, c         int64
	}{
		{"Leverantören blir försenad", "Vite i avtalet och avstämning varannan vecka", 3, 4},
		{"Nyckelperson slutar", "Två personer delar på uppdraget", 2, 4},
		{"Uppgifter i det gamla systemet är fel", "", 4, 4},
	}[:1+n%3] {
		x := g.risk(r.ID, d.what, d.p, d.c)
		if d.action != "" {
			x.Put(risk.Action.Field, d.action).Put(risk.ProbabilityAfter.Field, d.p-1).Put(risk.ConsequenceAfter.Field, d.c-1)
			x.Put(risk.Who.Field, r.Get(plan.Manager.Field)).Put(risk.By.Field, g.today.AddDays(40*i-20+n))
		}
	}
	r.Put(plan.Risk.Field, []string{"3×4", "3×4", "4×4"}[n%3])
}

func (g *generator) risk(of field.ID, what string, p, c int64) *field.Record {
	return g.record(risk.Kind).Put(risk.What.Field, what).Put(risk.Of.Field, of).Put(risk.Probability.Field, p).Put(risk.Consequence.Field, c).Put(risk.State.Field, risk.Open)
}

// systemRisks are those of a few systems.
func (g *generator) systemRisks() {
	for i, what := range []string{"Systemet får inga säkerhetsuppdateringar", "Bara en person kan systemet", "Driften går ned under löneutbetalning"} {
		if i*7 < len(g.systems) {
			r := g.risk(g.systems[i*7].id, what, int64(2+i), int64(5-i))
			if i == 1 {
				r.Put(risk.Action.Field, "En till utbildas").Put(risk.State.Field, risk.Handled).Put(risk.ProbabilityAfter.Field, int64(1)).Put(risk.ConsequenceAfter.Field, int64(3))
			}
		}
	}
}

// closed is how an insats that has ended did; of every third nobody has said.
func (g *generator) closed(r *field.Record, n int, total money.Ore) {
	end := plan.End.Get(r)
	r.Put(plan.EndedOn.Field, end).Put(plan.DecidedEnd.Field, end.AddMonths(-[]int{0, 3, 1}[n%3]))
	if total > 0 {
		r.Put(plan.DecidedBudget.Field, part(total, .9))
	}
	if n%3 == 2 {
		return
	}
	r.Put(plan.Result.Field, []string{"Målet nåddes: handläggningen tar hälften så lång tid.", "Det mesta är på plats. Två enheter återstår och tas i linjen."}[n%2])
	r.Put(plan.Learnt.Field, []string{"Ta med verksamheten redan i kravarbetet, och boka utbildning i tid.", "Börja med att rätta uppgifterna i det gamla systemet.", "Skriv in i avtalet att leverantören hjälper till vid flytten."}[n%3])
}
