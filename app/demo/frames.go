package demo

import (
	"cmp"
	"slices"
	"strconv"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// framed is what gets a ram: its plan year's cost of decided insatser, and of those that wait.
type framed struct {
	of               func(r *field.Record) *field.Record
	name             string
	planned, waiting money.Ore
}

// makeFrames gives each portfölj, or the units that have most going on, a ram for the plan
// year. The one that has most decided has more than its ram holds; the others have room.
func (g *generator) makeFrames() {
	all := g.framedPortfolios()
	if g.model.FramedBy() == governance.PerUnit {
		all = g.framedUnits(len(all))
	}
	most := 0
	for i, f := range all {
		if f.planned > all[most].planned {
			most = i
		}
	}
	for i, f := range all {
		amount := part(f.planned+f.waiting, 1.2)
		if i == most {
			amount = part(f.planned, .9)
		}
		const step = money.Ore(50_000 * 100)
		amount = max((amount+step/2)/step*step, step)
		r := f.of(g.record(frame.Kind)).Put(frame.Year.Field, int64(g.planYear())).Put(frame.Amount.Field, amount)
		g.frames = append(g.frames, r.Put(frame.Name.Field, f.name+" "+strconv.Itoa(g.planYear())))
	}
}

func (g *generator) framedPortfolios() (out []framed) {
	for i, p := range g.model.Portfolios {
		out = append(out, framed{func(r *field.Record) *field.Record { return r.Put(frame.Portfolio.Field, p.Key) }, p.Label, g.planned[i], g.waiting[i]})
	}
	return out
}

// framedUnits are the förvaltningar and bolag with the most going on, at most n.
func (g *generator) framedUnits(n int) []framed {
	admin := map[field.ID]int{}
	for _, u := range g.units {
		admin[u.id] = u.admin
	}
	all := make([]framed, len(g.staff))
	for i, s := range g.staff {
		name := ""
		for _, u := range g.units {
			if u.id == s.unit {
				name = u.name
			}
		}
		all[i] = framed{of: func(r *field.Record) *field.Record { return r.Put(frame.Unit.Field, s.unit) }, name: name}
	}
	cost := map[field.ID]money.Ore{}
	for _, c := range g.costs {
		if int(economy.CostYear.Get(c)) == g.planYear() {
			cost[economy.CostOwner.Get(c)] += economy.CostBudget.Get(c)
		}
	}
	for _, r := range g.records {
		i, known := admin[plan.Unit.Get(r)]
		if r.Kind != plan.Kind || !known || i >= len(all) {
			continue
		}
		switch s := g.model.StageOf(plan.Phase.Get(r)); {
		case s == governance.Planned || s == governance.Running:
			all[i].planned += cost[r.ID]
		case s.Live():
			all[i].waiting += cost[r.ID]
		}
	}
	slices.SortStableFunc(all, func(a, b framed) int { return cmp.Compare(b.planned, a.planned) })
	return all[:min(n, len(all))]
}

// decideFrames says of most ramar who decided them, when and for what; one has been changed
// since, and next year's are proposals. No chance is taken, so that what else is made stays as
// it is.
func (g *generator) decideFrames() {
	on := date.Of(g.planYear()-1, 11, 23)
	if on > g.today {
		on = g.today.AddMonths(-2)
	}
	who := cmp.Or(g.model.Framing.Decider, "Kommunfullmäktige")
	for i, r := range g.frames {
		if i == len(g.frames)-1 { // nobody has said
			continue
		}
		r.Put(frame.State.Field, frame.Decided).Put(frame.DecidedOn.Field, on).Put(frame.DecidedBy.Field, who).Put(frame.Reference.Field, "§ "+strconv.Itoa(140+i))
		if i%2 == 0 {
			r.Put(frame.Goal.Field, []string{"Färre system och enklare vardag för dem som använder dem.", "Tjänster som fungerar dygnet runt.", "Säker drift till samma kostnad."}[i/2%3])
		}
	}
	if len(g.frames) > 2 {
		r := g.frames[1]
		before := part(frame.Amount.Get(r), .9)
		g.record(frame.EarlierKind).Put(frame.EarlierOf.Field, r.ID).Put(frame.EarlierOn.Field, on.AddMonths(-5)).Put(frame.EarlierAmount.Field, before).
			Put(frame.EarlierBy.Field, who).Put(frame.EarlierReference.Field, "§ 61")
		r.Put(frame.Reason.Field, "Pengar som blev över fördelades om")
		next := g.frames[0]
		for _, t := range []struct {
			typ, name string
			share     float64
		}{{economy.Operations, "drift", .4}, {economy.Investment, "investering", .6}} {
			p := g.record(frame.Kind).Put(frame.Name.Field, frame.Name.Get(next)[:len(frame.Name.Get(next))-4]+strconv.Itoa(g.planYear()+1)+", "+t.name).Put(frame.Year.Field, int64(g.planYear()+1)).
				Put(frame.Type.Field, t.typ).Put(frame.Amount.Field, part(frame.Amount.Get(next), t.share)).Put(frame.State.Field, frame.Proposed)
			for _, f := range []*field.Field{frame.Portfolio.Field, frame.Unit.Field} {
				if v := next.Get(f); v != nil {
					p.Put(f, v)
				}
			}
		}
	}
}
