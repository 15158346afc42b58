package demo

import (
	"fmt"
	"strings"

	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// system is one that has been made, as insatser and costs need to know it.
type sys struct {
	id        field.ID
	name      string
	admin     int
	unit      field.ID
	model     int
	lifecycle string
	tkr       float64
}

// shared systems are those that the whole municipality uses: they are run by
// the kommunledningskontor.
func (m *model) shared() bool { return m.owner == 0 }

// modelsOf are the sorts of each administration, as indexes in models.
var modelsOf = func() [][]int {
	out := make([][]int, len(administrations))
	for i, m := range models {
		out[m.owner] = append(out[m.owner], i)
	}
	return out
}()

func (g *generator) makeSystems() {
	n := g.counts.systems
	for i := range n {
		switch {
		case n <= len(models): // spread over all sorts
			g.mainSystem(i * len(models) / n)
		case i < len(models):
			g.mainSystem(i)
		default:
			g.localSystem()
		}
	}
}

func (g *generator) mainSystem(i int) {
	m := &models[i]
	g.used[m.name] = true
	g.sys(i, m.name, g.units[m.owner].id, m.owner, g.spread(m.tkr, .25), g.spread(m.users, .2))
}

// localSystem is a smaller system of one enhet.
func (g *generator) localSystem() {
	u := pick(g, g.units)
	i := pick(g, modelsOf[u.admin])
	if g.chance(.12) { // some have their own of what is shared
		i = pick(g, modelsOf[0])
	}
	m := &models[i]
	name := g.unique(func(try int) string {
		s := m.local + " " + strings.TrimSuffix(u.name, "förvaltningen")
		switch {
		case try == 0:
			return s
		case try == 1:
			return s + pick(g, []string{" mobil", " webb", " arkiv", " plus"})
		}
		return fmt.Sprintf("%s %d", s, try)
	})
	share := g.spread(.12, .6)
	g.sys(i, name, u.id, u.admin, max(m.tkr*share, 6), max(m.users*share*.3, 2))
}

func (g *generator) sys(i int, name string, at field.ID, admin int, tkr, users float64) {
	m := &models[i]
	r := g.record(system.Kind)
	s := sys{id: r.ID, name: name, admin: admin, unit: at, model: i, tkr: tkr}
	s.lifecycle = []string{"maintained", "developing", "phaseout", "planned", "retired"}[g.weighted(64, 18, 8, 6, 4)]
	if m.criticality == "fully" && s.lifecycle == "retired" && name == m.name {
		s.lifecycle = "maintained"
	}
	r.Put(system.Name.Field, name).Put(system.OwnerUnit.Field, at).Put(system.Category.Field, m.category).Put(system.Lifecycle.Field, s.lifecycle)
	if g.chance(.95) {
		r.Put(system.Description.Field, m.description)
	}
	if g.chance(.93) {
		r.Put(system.Criticality.Field, g.criticality(m, name))
	}
	r.Put(system.Assessment.Field, g.assessment(s.lifecycle))
	r.Put(system.Users.Field, max(int64(users), 2))
	scope := "board"
	if m.shared() && name == m.name {
		scope = "shared"
	}
	r.Put(system.Scope.Field, scope)
	if g.chance(.2) {
		r.Put(system.Tags.Field, pick(g, []string{"välfärdsteknik", "e-tjänst", "prioriterat", "NIS2", "rutin", "pilot"}))
	}
	g.putRoles(r, admin)
	g.putLevels(r, m)
	hosting := g.putTechnical(r, m, s.lifecycle)
	g.putPrivacy(r, m, admin, hosting)
	if s.lifecycle != "retired" {
		g.putAgreement(s, r, m, hosting)
	}
	g.putDependencies(r)
	if g.chance(.25) {
		r.Put(system.ITNotes.Field, pick(g, []string{"Uppdateras två gånger om året, vår och höst.", "Testmiljö saknas.", "Integrationen körs nattetid.", "Support via leverantören vardagar 8–17.", "Byter inloggning till Identitetsportalen under året.", "Leverantören har aviserat en ny huvudversion.", "Kontrollera behörigheterna vid nästa genomgång."}))
	}
	g.systems = append(g.systems, s)
	g.systemCosts(s)
}

// criticality is the sort's; a local system matters to fewer.
func (g *generator) criticality(m *model, name string) string {
	if name == m.name || g.chance(.3) {
		return m.criticality
	}
	if m.criticality == "fully" {
		return "largely"
	}
	return "partly"
}

func (g *generator) assessment(lifecycle string) string {
	switch lifecycle {
	case "phaseout", "retired":
		return "retire"
	case "developing", "planned":
		return "develop"
	}
	return []string{"maintain", "consolidate", "develop", "unknown"}[g.weighted(70, 10, 12, 8)]
}

// putRoles gives most systems somebody in each role; some have an owner who
// has left, or none at all.
func (g *generator) putRoles(r *field.Record, admin int) {
	s := &g.staff[admin]
	owner := s.chief
	if admin == 0 || g.chance(.35) {
		owner = pick(g, s.leaders)
	}
	gone := s.left
	if len(gone) == 0 {
		gone = g.staff[0].left
	}
	since := g.ago(2, 70)
	var owners []field.Holding
	how := g.weighted(92, 1, 3, 1)
	switch len(g.systems) % 40 { // some lack one, however few there are
	case 17:
		how = 1
	case 29:
		how = 3
	}
	switch how {
	case 0:
		if g.chance(.2) {
			owners = append(owners, field.Holding{Person: pick(g, gone).id, From: since.AddMonths(-g.between(12, 60)), To: since.AddDays(-1)})
		}
		owners = append(owners, field.Holding{Person: owner.id, From: since})
	case 1: // nobody was ever named
	case 2: // left, and was taken from the role
		p := pick(g, gone)
		owners = append(owners, field.Holding{Person: p.id, From: p.left.AddMonths(-30), To: p.left})
	default: // left, but nobody has noticed
		p := pick(g, gone)
		owners = append(owners, field.Holding{Person: p.id, From: p.left.AddMonths(-24)})
	}
	r.Put(system.SystemOwner.Field, owners)
	if g.chance(.8) {
		r.Put(system.ITOwner.Field, []field.Holding{{Person: g.persons[0].id}})
	}
	if g.chance(.92) {
		managers := []field.Holding{{Person: pick(g, s.managers).id, From: g.ago(1, 60)}}
		if second := pick(g, s.managers).id; g.chance(.2) && second != managers[0].Person {
			managers = append(managers, field.Holding{Person: second, From: g.ago(1, 20)})
		}
		r.Put(system.Manager.Field, managers)
	}
	if g.chance(.75) {
		r.Put(system.TechnicalManager.Field, []field.Holding{{Person: g.persons[g.between(technicians[0], technicians[1]-1)].id, From: g.ago(1, 50)}})
	}
	if g.chance(.4) {
		r.Put(system.OperationsManager.Field, []field.Holding{{Person: g.persons[technicians[1]-1].id}})
	}
	if g.chance(.45) {
		r.Put(system.InformationOwner.Field, []field.Holding{{Person: s.chief.id}})
	}
}

// putDependencies names a few systems made earlier.
func (g *generator) putDependencies(r *field.Record) {
	if len(g.systems) < 5 || !g.chance(.55) {
		return
	}
	var names []string
	for range g.between(1, 3) {
		s := g.systems[g.rng.IntN(min(len(g.systems), len(models)))]
		if !strings.Contains(strings.Join(names, ";"), s.name) {
			names = append(names, s.name)
		}
	}
	r.Put(system.DependsOn.Field, strings.Join(names, "; "))
}

// accounts are Kommun-Bas accounts that IT costs are booked on.
var accounts = []string{"6421 Licenser", "7410 Konsulter IT", "6440 Programvara som tjänst", "7450 Intern IT-drift", "6910 Support och underhåll"}

func (g *generator) systemCosts(s sys) {
	first, last := g.today.Year()-2, g.today.Year()+2
	switch s.lifecycle {
	case "planned":
		first = g.today.Year()
	case "retired":
		last = g.today.Year() - 1
	case "phaseout":
		last = g.today.Year() + 1
	}
	account, split := pick(g, accounts), g.chance(.05)
	cost := s.tkr
	for y := first; y <= last; y++ {
		if split {
			g.cost(s.id, y, economy.Operations, "Licens och support", "6421 Licenser", cost*.7)
			g.cost(s.id, y, economy.Operations, "Intern drift", "7450 Intern IT-drift", cost*.3)
		} else {
			g.cost(s.id, y, economy.Operations, "", account, cost)
		}
		cost *= 1.02 + .03*g.rng.Float64()
	}
	develop := .12
	if s.lifecycle == "developing" || s.lifecycle == "planned" {
		develop = .6
	}
	if s.lifecycle != "retired" && g.chance(develop) {
		g.cost(s.id, g.between(g.today.Year()-1, g.today.Year()+1), economy.Investment, "Vidareutveckling", "", g.spread(s.tkr*.5, .5))
	}
}

// cost is one year's row: what has been has utfall, this year and the next
// have a prognos too.
func (g *generator) cost(owner field.ID, year int, typ, text, account string, amount float64) {
	r := field.NewRecord(economy.CostKind, g.newID())
	budget := tkr(amount)
	r.Put(economy.CostText.Field, text).Put(economy.CostOwner.Field, owner).Put(economy.CostYear.Field, int64(year)).
		Put(economy.CostType.Field, typ).Put(economy.CostAccount.Field, account).Put(economy.CostBudget.Field, budget)
	now := g.today.Year()
	switch {
	case year < now:
		r.Put(economy.CostActual.Field, tkr(amount*(.97+.06*g.rng.NormFloat64())))
	case year <= now+1:
		forecast := budget
		if g.chance(.35) {
			forecast = tkr(amount * (1.02 + .08*g.rng.NormFloat64()))
		}
		r.Put(economy.CostForecast.Field, forecast)
		if forecast > budget*11/10 {
			r.Put(economy.CostComment.Field, pick(g, []string{"Leverantören har höjt priset.", "Fler användare än beräknat.", "Försenad avveckling ger dubbla kostnader.", "Indexuppräkning enligt avtalet."}))
		}
	}
	g.costs = append(g.costs, r)
}
