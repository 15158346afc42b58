package demo

import (
	"fmt"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

func (g *generator) makeInitiatives() {
	g.planned = make([]money.Ore, len(g.model.Portfolios))
	g.waiting = make([]money.Ore, len(g.model.Portfolios))
	weights := make([]float64, len(g.model.Phases))
	for i, p := range g.model.Phases {
		weights[i] = phaseWeight(p.Key)
	}
	for i := range g.counts.initiatives {
		phase := g.phase(i, weights)
		if i < len(ideas) {
			g.initiative(&ideas[i], phase, sys{})
		} else {
			g.initiative(&moreIdeas[g.rng.IntN(len(moreIdeas))], phase, pick(g, g.systems))
		}
	}
}

// phase lets each phase have some insats, and makes sure that some run and
// some wait for a decision also in a small municipality; the rest is chance.
func (g *generator) phase(i int, weights []float64) governance.Phase {
	n := len(g.model.Phases)
	switch {
	case n == 0:
		return governance.Phase{}
	case i < n && n%7 == 0:
		return g.model.Phases[i]
	case i < n:
		return g.model.Phases[(i*7+2)%n]
	case i < n+5:
		return g.phaseIn(governance.Running)
	case i < n+7:
		return g.phaseIn(governance.Waiting)
	}
	return g.model.Phases[g.weighted(weights...)]
}

// phaseIn is the last phase of a stage, else the first of all.
func (g *generator) phaseIn(stage governance.Stage) governance.Phase {
	found := g.model.Phases[0]
	for _, p := range g.model.Phases {
		if p.Stage == stage {
			found = p
		}
	}
	return found
}

// undescribed are the few that nobody has found the time to describe.
func undescribed(n int) bool { return n%9 == 4 }

func (g *generator) initiative(d *idea, phase governance.Phase, s sys) {
	r := g.record(plan.Kind)
	name, admin, at := d.name, d.admin, field.ID("")
	if s.id != "" {
		admin, at = s.admin, s.unit
		name = g.unique(func(try int) string {
			n := fmt.Sprintf(d.name, s.name)
			if try > 0 {
				n += fmt.Sprintf(", etapp %d", try+1)
			}
			return n
		})
	} else {
		at = g.staff[admin].unit
	}
	who := &g.staff[admin]
	r.Put(plan.Name.Field, name).Put(plan.Unit.Field, at).Put(plan.Phase.Field, phase.Key).Put(plan.Type.Field, d.typ).
		Put(plan.Priority.Field, []string{"1", "2", "3"}[g.weighted(25, 50, 25)]).Put(plan.Client.Field, who.chief.id)
	if (phase.Stage != governance.Idea || g.chance(.5)) && !undescribed(len(g.records)) {
		r.Put(plan.Description.Field, d.description)
	}
	if phase.Stage != governance.Idea && phase.Stage != governance.Aside || g.chance(.4) {
		r.Put(plan.Manager.Field, pick(g, who.leaders).id)
	}
	r.Put(plan.Systems.Field, g.affected(s, admin, d.about))
	amount := g.spread(d.tkr, .35)
	portfolio := g.putPreparation(r, d, amount)
	start, end := g.dates(phase.Stage)
	r.Put(plan.Start.Field, start).Put(plan.End.Field, end)
	g.putDecision(r, phase, start)
	g.putProgress(r, phase.Stage, end)
	g.putBenefit(r, d, phase.Stage, amount, who, end)
	if g.chance(.15) {
		r.Put(plan.Comment.Field, pick(g, []string{"Samordnas med grannkommunen.", "Beror på upphandlingen.", "Avstämt med dataskyddsombudet.", "Väntar på besked från leverantören.", "Ingår i nämndens verksamhetsplan."}))
	}
	if phase.Key != "rejected" && phase.Stage != governance.Idea {
		g.initiativeCosts(r.ID, phase.Stage, portfolio, start, end, amount)
	}
}

// affected are the systems that an insats touches.
func (g *generator) affected(s sys, admin int, about string) []field.ID {
	var ids []field.ID
	if s.id != "" {
		ids = append(ids, s.id)
	}
	for _, main := range g.systems[:min(len(g.systems), len(models))] {
		if main.name == about {
			ids = append(ids, main.id)
		}
	}
	for try := 0; try < 40 && len(ids) < 1+g.weighted(60, 30, 10); try++ {
		other := pick(g, g.systems)
		if other.admin != admin && try < 30 || len(ids) > 0 && ids[0] == other.id || len(ids) > 1 {
			continue
		}
		ids = append(ids, other.id)
	}
	return ids
}

// putPreparation gives portfölj, category, class and risk. It gives the
// index of the portfölj.
func (g *generator) putPreparation(r *field.Record, d *idea, amount float64) int {
	at := -1
	for i, p := range g.model.Portfolios {
		if p.Key == d.portfolio {
			at = i
		}
	}
	if n := len(g.model.Portfolios); n > 0 && (at < 0 || g.chance(.25)) {
		at = g.rng.IntN(n)
	}
	if at >= 0 {
		r.Put(plan.Portfolio.Field, g.model.Portfolios[at].Key)
	}
	for _, c := range g.model.Categories {
		if c.Key == d.category {
			r.Put(plan.Category.Field, c.Key)
		}
	}
	class := "routine"
	if amount > 150 {
		class = "major"
	}
	if amount > 1500 || d.portfolio == "innovation" && g.chance(.3) {
		class = "strategic"
	}
	for _, c := range g.model.Classes {
		if c.Key == class {
			r.Put(plan.Class.Field, c.Key)
		}
	}
	switch g.weighted(80, 12, 8) {
	case 0:
		r.Put(plan.Risk.Field, fmt.Sprintf("%d×%d", 1+g.weighted(15, 30, 30, 18, 7), 1+g.weighted(8, 25, 35, 22, 10)))
	case 1:
		r.Put(plan.Risk.Field, pick(g, []string{"Hög", "Medel", "Låg"}))
	}
	if g.chance(.8) {
		r.Put(plan.Financing.Field, pick(g, []string{"Driftbudget", "Driftbudget", "Investeringsram", "Portföljmedel", "Eget kapital"}))
	}
	return at
}

// dates suit the stage; some running insatser are late.
func (g *generator) dates(stage governance.Stage) (start, end date.Date) {
	length := g.between(3, 20)
	switch stage {
	case governance.Idea:
		if g.chance(.6) {
			return 0, 0
		}
		start = g.ahead(200, 500)
	case governance.Prepared, governance.Waiting:
		start = g.ahead(60, 330)
	case governance.Planned:
		start = g.ahead(20, 200)
	case governance.Running:
		start = g.ago(1, 14)
	case governance.Aside:
		if g.chance(.5) {
			return 0, 0
		}
		start = g.ago(-6, 10)
	default:
		end = g.ago(1, 18)
		return firstOfMonth(end.AddMonths(-length)), end
	}
	start = firstOfMonth(start)
	end = date.LastOfMonth(start.AddMonths(length).Year(), start.AddMonths(length).Month())
	if stage == governance.Running && end < g.today && !g.chance(.3) { // few are late
		end = g.ahead(20, 300)
	}
	return start, end
}

func firstOfMonth(d date.Date) date.Date { return date.Of(d.Year(), d.Month(), 1) }

func (g *generator) putDecision(r *field.Record, phase governance.Phase, start date.Date) {
	switch phase.Stage {
	case governance.Waiting:
		r.Put(plan.DecideBy.Field, weekday(g.ahead(4, 55)))
		r.Put(plan.Recommendation.Field, pick(g, []string{"Tillstyrks. Nyttan är väl belagd och insatsen stämmer med arkitekturen.", "Tillstyrks med villkor att klassningen görs om före upphandling.", "Tillstyrks. Bör samordnas med en pågående insats i en annan förvaltning.", "Förstudie rekommenderas innan beslut, eftersom kostnaden för drift är oklar."}))
	case governance.Prepared:
		if g.chance(.5) {
			r.Put(plan.DecideBy.Field, weekday(g.ahead(30, 150)))
		}
	case governance.Planned, governance.Running, governance.Done, governance.Closed:
		decided := start.AddDays(-g.between(20, 120))
		if decided > g.today.AddDays(-3) {
			decided = g.ago(0, 4).AddDays(-3)
		}
		r.Put(plan.DecidedOn.Field, weekday(decided))
		if g.chance(.9) {
			r.Put(plan.DecisionRef.Field, fmt.Sprintf("KS %d/%04d § %d", decided.Year(), g.between(10, 990), g.between(1, 240)))
		}
	}
}

func (g *generator) putProgress(r *field.Record, stage governance.Stage, end date.Date) {
	if stage != governance.Running && (stage != governance.Done || !g.chance(.4)) {
		return
	}
	worst := 0
	defer func() { g.running++ }()
	status := []string{"green", "amber", "red"}
	for i, f := range []field.TextField{plan.TimeStatus, plan.CostStatus, plan.ScopeStatus} {
		at := g.weighted(66, 23, 11)
		if i == 0 && g.running < 5 { // some of each also when there are few
			at = []int{0, 1, 0, 2, 0}[g.running]
		}
		if i == 0 && end < g.today && stage == governance.Running {
			at = 2
		}
		worst = max(worst, at)
		r.Put(f.Field, status[at])
	}
	notes := [][]string{
		{"Går enligt plan. Nästa steg är acceptanstest.", "Leverans 2 är godkänd. Utbildning planeras.", "Upphandlingen är klar och införandet har börjat."},
		{"Leverantören är två veckor sen. Omplanering pågår.", "Resurser saknas i förvaltningen under hösten.", "Kostnaden för integration blir högre än beräknat."},
		{"Försenad. Styrgruppen tar ställning till ny tidplan.", "Budgeten räcker inte. Begäran om tilläggsmedel är inlämnad.", "Kraven har ändrats efter ny vägledning, och omfattningen ses över."},
	}
	r.Put(plan.StatusNote.Field, pick(g, notes[worst]))
}

func (g *generator) putBenefit(r *field.Record, d *idea, stage governance.Stage, amount float64, who *staff, end date.Date) {
	r.Put(plan.BenefitNote.Field, d.benefit)
	if stage == governance.Idea || !g.chance(.8) {
		return
	}
	planned := tkr(g.spread(amount*.35, .6))
	r.Put(plan.BenefitPerYear.Field, planned)
	if g.chance(.85) {
		r.Put(plan.BenefitOwner.Field, pick(g, who.leaders).id)
	}
	switch stage {
	case governance.Done:
		r.Put(plan.BenefitRealised.Field, part(planned, .1+.8*g.rng.Float64()))
		r.Put(plan.MeasureOn.Field, g.ahead(-40, 200))
	case governance.Closed:
		r.Put(plan.BenefitRealised.Field, part(planned, .5+.6*g.rng.Float64()))
	case governance.Running, governance.Planned:
		r.Put(plan.MeasureOn.Field, end.AddMonths(6))
	}
}

// part is a share of an amount, in whole hundreds of kronor.
func part(o money.Ore, share float64) money.Ore { return tkr(float64(o) / 100_000 * share) }

// initiativeCosts spreads the investment over the years it lasts, and gives
// drift the years after.
func (g *generator) initiativeCosts(id field.ID, stage governance.Stage, portfolio int, start, end date.Date, amount float64) {
	now := g.today.Year()
	first, last := start.Year(), end.Year()
	if start.IsZero() {
		first, last = now+1, now+1
	}
	first, last = max(first, now-2), min(max(last, now-2), now+2)
	text := pick(g, []string{"Projekt", "Konsulter och licenser", "Införande"})
	for y := first; y <= last; y++ {
		g.cost(id, y, economy.Investment, text, "", amount/float64(last-first+1))
		g.count(stage, portfolio, y)
	}
	if g.chance(.6) {
		for y := last + 1; y <= now+2; y++ {
			g.cost(id, y, economy.Operations, "Ökad drift", "", amount*.12)
			g.count(stage, portfolio, y)
		}
	}
}

// count adds the last cost made to its portfölj's sum of the plan year.
func (g *generator) count(stage governance.Stage, portfolio, year int) {
	if portfolio < 0 || year != g.planYear() {
		return
	}
	budget := economy.CostBudget.Get(g.costs[len(g.costs)-1])
	switch stage {
	case governance.Planned, governance.Running:
		g.planned[portfolio] += budget
	case governance.Aside, governance.Closed:
	default:
		g.waiting[portfolio] += budget
	}
}

func (g *generator) planYear() int {
	if g.today.Month() >= 7 {
		return g.today.Year() + 1
	}
	return g.today.Year()
}
