package demo

import (
	"fmt"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/goal"
	"itportfoljen/app/governance"
	"itportfoljen/app/managed"
	"itportfoljen/app/management"
	"itportfoljen/app/plan"
	"itportfoljen/app/programme"
	"itportfoljen/app/system"
)

// makeManagement are the systemförvaltningsplaner of one system in seven and of the
// förvaltningsobjekt. Some of it isn't as it should be: a plan that is a
// draft though its year has begun, one that another than the owner decided, åtgärder that are
// late or cost more than there is. No chance is taken, so that what else is made stays as it is.
func (g *generator) makeManagement() {
	n := 0
	for i, r := range g.ofKind(system.Kind) {
		if !system.InService(r) || i%7 != 3 {
			continue
		}
		g.plansOf(r, n)
		n++
	}
	for i, r := range g.ofKind(managed.Kind) {
		if i%2 == 0 {
			g.plansOf(r, n+3*i)
		}
	}
	for _, r := range g.ofKind(goal.Kind) {
		if l := goal.Level.Get(r); l == goal.Within || l == goal.Strategy {
			r.Put(goal.Programme.Field, g.programme)
		}
		if goal.Level.Get(r) == goal.Within { // some of the programme's insatser contribute to it
			for i, of := range g.initiatives() {
				if i%8 == 2 || i%8 == 4 {
					g.contribute(of, r, i)
				}
			}
		}
	}
	g.ownersDecide()
}

func (g *generator) ofKind(k *field.Kind) (out []*field.Record) {
	for _, r := range g.records {
		if r.Kind == k {
			out = append(out, r)
		}
	}
	return out
}

// plansOf are this year's plan of a system or an object, of some also last year's and the
// next's.
func (g *generator) plansOf(of *field.Record, n int) {
	year := g.today.Year()
	if n%3 == 1 {
		g.managementPlan(of, year-1, n, management.Decided)
	}
	g.managementPlan(of, year, n, []string{management.Decided, management.Decided, management.Decided, management.Draft, management.Consulted}[n%5])
	if n%4 == 0 && g.today.Month() >= 9 {
		g.managementPlan(of, year+1, n+1, []string{management.Draft, management.Consulted}[n/4%2])
	}
}

// roleOn is who has a role of something on a day; "" where nobody has.
func roleOn(of *field.Record, role *field.Field, on date.Date) field.ID {
	hs, _ := of.Get(role).([]field.Holding)
	for _, id := range field.Holders(hs, on) {
		return id
	}
	return ""
}

func (g *generator) managementPlan(of *field.Record, year, n int, state string) {
	on := weekday(date.Of(year-1, 11, 3+n%20))
	if on > g.today {
		on = g.today.AddDays(-7)
	}
	roles := []*field.Field{system.SystemOwner.Field, system.ITOwner.Field, system.Manager.Field, system.TechnicalManager.Field}
	if of.Kind == managed.Kind {
		roles = []*field.Field{managed.Owner.Field, managed.ITOwner.Field, managed.Leader.Field, managed.ITLeader.Field}
	}
	owner := roleOn(of, roles[0], on)
	r := g.record(management.Kind).Put(management.Name.Field, fmt.Sprintf("Förvaltningsplan %s %d", of.Name(), year)).Put(management.About.Field, of.ID).Put(management.Year.Field, int64(year)).
		Put(management.Unit.Field, of.Home()).Put(management.State.Field, state)
	r.Put(management.Owner.Field, owner).Put(management.Manager.Field, roleOn(of, roles[2], on)).Put(management.ITOwner.Field, roleOn(of, roles[1], on)).Put(management.Technical.Field, roleOn(of, roles[3], on))
	if n%4 != 1 {
		r.Put(management.GoalText.Field, []string{"Färre supportärenden än året före, och alla enheter på samma version.", "Användarna hittar rätt uppgift utan att ringa.", "Systemet klarar de nya kraven på loggning."}[n%3])
	}
	if goals := g.ofKind(goal.Kind); n%3 == 0 && len(goals) > 0 {
		r.Put(management.Goals.Field, []field.ID{goals[n%len(goals)].ID})
	}
	r.Put(management.Maintain.Field, "Uppgraderingar, support och utbildning av nya användare.").Put(management.MaintainBudget.Field, money.FromKronor(int64(80_000+35_000*(n%6))))
	if n%2 == 0 {
		r.Put(management.Develop.Field, "Integration mot ärendehanteringen och nya rapporter.").Put(management.DevelopBudget.Field, money.FromKronor(int64(60_000+40_000*(n%5))))
	}
	if state != management.Draft {
		r.Put(management.ConsultOn.Field, weekday(on.AddDays(-21)))
	}
	if state == management.Decided {
		r.Put(management.DecidedOn.Field, on)
		switch by := owner; {
		case n%6 == 5: // whoever was at the meeting decided
			r.Put(management.DecidedBy.Field, g.persons[n%len(first)].id)
		case by != "":
			r.Put(management.DecidedBy.Field, by).Put(management.Role.Field, roles[0].Label)
		default:
			r.Put(management.Role.Field, "Nämnden")
		}
		if of.Kind == managed.Kind && managed.PlanOn.Get(of) < on {
			of.Put(managed.PlanOn.Field, on)
		}
		if n%3 != 2 {
			r.Put(management.Reference.Field, fmt.Sprintf("SFP %d/%02d", year, 4+n))
		}
	}
	g.managementActions(r, year, n)
}

// managementActions are what is to be done by a plan: the first is mostly done, one is late,
// and one in three plans has what has become an insats.
func (g *generator) managementActions(of *field.Record, year, n int) {
	decided := management.State.Get(of) == management.Decided
	for i, d := range []struct {
		what, sort string
		kr         int64
		month      int
	}{
		{"Uppgradering till senaste version", management.Maintaining, 40_000, 4},
		{"Genomgång av behörigheter", management.Maintaining, 0, 6},
		{"Ny e-tjänst mot systemet", management.Developing, 140_000, 9},
		{"Utbildning av nya användare", management.Maintaining, 25_000, 12},
	}[:2+n%3] {
		by := date.Of(year, d.month, 1).AddMonths(1).AddDays(-1)
		state := management.ActionPlanned
		switch {
		case by < g.today && (n+i)%4 != 2:
			state = management.ActionDone
		case by < g.today.AddMonths(3) && year == g.today.Year() && decided:
			state = management.ActionRunning
		}
		if year < g.today.Year() && state != management.ActionDone {
			state = []string{management.ActionMoved, management.ActionDropped}[n%2]
		}
		a := g.record(management.ActionKind).Put(management.What.Field, d.what).Put(management.ActionOf.Field, of.ID).Put(management.Sort.Field, d.sort).Put(management.By.Field, by).Put(management.ActionIs.Field, state)
		if d.kr > 0 && (n+i)%5 != 4 {
			a.Put(management.ActionCost.Field, money.FromKronor(d.kr+int64(n%4)*20_000))
		}
		if (n+i)%3 != 1 {
			a.Put(management.Who.Field, of.Get(management.Manager.Field))
		}
		if d.sort == management.Developing && n%9 == 4 {
			g.becameInitiative(a, of)
		}
	}
}

// becameInitiative says of an insats in the plan's unit that it came of an åtgärd.
func (g *generator) becameInitiative(a, of *field.Record) {
	for _, r := range g.initiatives() {
		if r.Home() == of.Home() && plan.Origin.Get(r) != plan.FromManagement && g.model.StageOf(plan.Phase.Get(r)).Live() {
			r.Put(plan.Origin.Field, plan.FromManagement).Put(plan.OriginNote.Field, of.Name())
			a.Put(management.Initiative.Field, r.ID)
			return
		}
	}
}

// makeProgrammes are the one that is in force, an older that nobody has revised, one that it
// replaced and one to come.
func (g *generator) makeProgrammes() {
	year := g.today.Year()
	add := func(name, state string, from, to, decided int) *field.Record {
		r := g.record(programme.Kind).Put(programme.Name.Field, name).Put(programme.State.Field, state).Put(programme.From.Field, date.Of(from, 1, 1)).Put(programme.To.Field, date.Of(to, 12, 31))
		if _, known := g.model.PolicyClass("programme"); known {
			r.Put(programme.Class.Field, "programme")
		}
		if decided > 0 {
			on := weekday(g.today.AddMonths(-decided))
			r.Put(programme.DecidedOn.Field, on).Put(programme.DecidedBy.Field, "Kommunstyrelsen").Put(programme.Reference.Field, fmt.Sprintf("KS %d/%04d", on.Year(), 120+decided))
			r.Put(programme.Owner.Field, g.persons[decided%len(first)].id)
		}
		return r
	}
	old := add("eFörvaltningsprogram", programme.Ended, year-6, year-3, 74)
	now := add("eFörvaltningsprogram 2.0", programme.Decided, year-2, year+2, 26).Put(programme.Replaces.Field, []field.ID{old.ID})
	add("Program för digitalt lärande", programme.Decided, year-3, year+1, 38)
	add("Program för välfärdsteknik", programme.Draft, year+1, year+4, 0)
	g.programme = now.ID
	var long []field.ID
	for i, r := range g.initiatives() {
		if i%8 == 2 && len(long) < 4 && g.model.StageOf(plan.Phase.Get(r)).Live() {
			long = append(long, r.ID)
		}
	}
	now.Put(programme.Initiatives.Field, long)
}

// ownersDecide says of some decisions that systems are to be phased out that the systemägare
// took them, and of one that somebody else did.
func (g *generator) ownersDecide() {
	by := map[field.ID]*field.Record{}
	for _, r := range g.ofKind(system.Kind) {
		by[r.ID] = r
	}
	n := 0
	for _, d := range g.ofKind(governance.DecisionKind) {
		of := by[governance.DecisionOf.Get(d)]
		if of == nil || governance.DecisionType.Get(d) != governance.Decided {
			continue
		}
		n++
		owner := roleOn(of, system.SystemOwner.Field, governance.DecisionOn.Get(d))
		switch {
		case n%3 == 0 || owner == "":
			continue
		case n%4 == 2:
			d.Put(governance.DecisionBy.Field, g.persons[n%len(first)].id)
		default:
			d.Put(governance.DecisionBy.Field, owner).Put(governance.DecisionRole.Field, system.SystemOwner.Label)
		}
		d.Put(governance.DecisionForum.Field, nil)
	}
}
