package demo

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/service"
)

// offered is a service of IT's.
type offered struct {
	name, definition, audience, per, hours, capacity, continuity string
	phase                                                        string
	kr                                                           int64 // 0: nobody has said
	availability                                                 int64 // hundredths of a percent
}

var services = []offered{
	{"Arbetsplats", "Dator med kontorsprogram, konto och e-post. Byte vart fjärde år ingår, inte skärmar utöver en.", "Alla anställda", "per användare och månad", "Vardagar 7–17", "1 900 användare", "Lånedator inom fyra timmar.", service.Running, 420, 9900},
	{"Elevdator", "Dator med konto till eleven och lärplattform.", "Grundskolan och gymnasiet", "per elev och år", "Skoldagar 7–16", "3 100 elever", "Klassuppsättning att låna på varje skola.", service.Running, 1_650, 9800},
	{"Trådlöst nät", "Trådlöst nät för anställda, elever och gäster i kommunens lokaler.", "Alla", "ingår i hyran", "Dygnet runt", "", "Mobilt bredband i prioriterade lokaler.", service.Running, 0, 9950},
	{"Drift av verksamhetssystem", "Drift, övervakning och säkerhetskopior av ett system i egen driftmiljö. Systemförvaltning ingår inte.", "Förvaltningar och bolag", "per server och månad", "Vardagar 7–17, jour övrig tid", "140 servrar", "Längsta avbrott 8 timmar. Högst ett dygns uppgifter får gå förlorade.", service.Running, 2_300, 9970},
	{"Integrationsplattform", "Utbyte av information mellan system, med övervakning.", "Systemägare", "per integration och månad", "Dygnet runt", "60 integrationer", "", service.Introducing, 900, 9950},
	{"E-legitimation i tjänsten", "E-legitimation för anställda som loggar in i nationella tjänster.", "Vård och omsorg", "per kort", "", "", "Reservkort hos enhetschefen.", service.Planned, 0, 0},
	{"Telefoni", "Fast och mobil telefoni med växel.", "Alla anställda", "per anknytning och månad", "Dygnet runt", "", "Mobilväxel när den fasta är nere.", service.PhaseOut, 95, 9990},
	{"Dataanalys", "Stöd att samla, förädla och visa verksamhetens data.", "Ledning och controller", "", "", "", "", service.Idea, 0, 0},
}

// makeServices makes the tjänstekatalog of IT. As in life not all have a price, somebody who
// answers for them or a plan for when they fail. No chance is taken.
func (g *generator) makeServices() {
	for i, o := range services {
		r := g.record(service.Kind).Put(service.Name.Field, o.name).Put(service.Phase.Field, o.phase).Put(service.Definition.Field, o.definition)
		r.Put(service.Unit.Field, g.staff[0].unit).Put(service.Audience.Field, o.audience).Put(service.PricePer.Field, o.per)
		r.Put(service.Hours.Field, o.hours).Put(service.Capacity.Field, o.capacity).Put(service.Continuity.Field, o.continuity)
		if o.kr > 0 {
			r.Put(service.Price.Field, money.FromKronor(o.kr))
		}
		if o.availability > 0 {
			r.Put(service.Availability.Field, o.availability)
		}
		if i%4 != 2 {
			r.Put(service.Responsible.Field, []field.Holding{{Person: g.persons[i%technicians[1]].id, From: g.today.AddMonths(-30)}})
		}
		if o.phase == service.Running {
			r.Put(service.Support.Field, "IT-servicedesk, 08-000 00 10").Put(service.TermsText.Field, "Beställs av chef. Sägs upp med tre månader.")
			r.Put(service.Systems.Field, g.shared(i, 3))
		}
		if i < len(g.agreements) && i%3 == 0 {
			r.Put(service.Agreement.Field, g.agreements[i*5%len(g.agreements)].record.ID)
		}
		g.services = append(g.services, r)
	}
}

// shared are some of the systems in use that IT runs, from the nth on.
func (g *generator) shared(n, count int) (out []field.ID) {
	for _, s := range g.systems {
		if s.admin != 0 || s.lifecycle == "planned" || s.lifecycle == "retired" {
			continue
		}
		if n--; n < 0 && len(out) < count {
			out = append(out, s.id)
		}
	}
	return out
}

// makeLevels agrees on levels for services and for every ninth system. Of some nobody has
// signed, some aren't measured and some weren't reached.
func (g *generator) makeLevels() {
	for i, r := range g.services {
		if service.Offered(r) && i != 2 {
			g.levels("Tillgänglighet "+r.Name(), r.ID, g.staff[0].unit, i, "availability", service.Availability.Get(r), "percent")
		}
	}
	for i, s := range g.systems {
		if i%9 != 4 || s.lifecycle == "planned" || s.lifecycle == "retired" {
			continue
		}
		switch n := i / 9; n % 3 {
		case 0:
			g.levels("Tillgänglighet "+s.name, s.id, s.unit, n, "availability", 9950, "percent")
		case 1:
			g.levels("Åtgärdstid "+s.name, s.id, s.unit, n, "remedy", 800, "hours")
		case 2:
			g.levels("Återställning "+s.name, s.id, s.unit, n, "recovery", 400, "hours")
		}
	}
}

// levels makes one level and what was measured of it, a tertial at a time.
func (g *generator) levels(name string, of, unit field.ID, n int, measure string, target int64, in string) {
	r := g.record(service.LevelKind).Put(service.LevelName.Field, name).Put(service.LevelOf.Field, []field.ID{of}).Put(service.LevelUnit.Field, unit)
	r.Put(service.Measure.Field, measure).Put(service.Target.Field, target).Put(service.In.Field, in).Put(service.LevelHours.Field, "Vardagar 7–17")
	it, customer := g.persons[0].id, g.persons[(technicians[1]+n)%len(g.persons)].id
	r.Put(service.Customer.Field, []field.Holding{{Person: customer, From: g.today.AddMonths(-18)}}).Put(service.Provider.Field, []field.Holding{{Person: it}})
	if measure == "remedy" {
		r.Put(service.Priority.Field, "2")
	}
	if n%4 == 1 { // being agreed on
		r.Put(service.State.Field, service.Draft)
		return
	}
	since := date.Of(g.today.Year()-1, 1, 1)
	r.Put(service.State.Field, service.Approved).Put(service.ApprovedOn.Field, since.AddDays(-12)).Put(service.ApprovedBy.Field, customer).Put(service.AgreedBy.Field, it)
	r.Put(service.From.Field, since).Put(service.Interval.Field, int64(4))
	if n%5 == 3 {
		r.Put(service.Until.Field, g.today.AddMonths(2))
	}
	if n%6 == 5 { // never measured
		return
	}
	for at := since; at.AddMonths(4) <= g.today; at = at.AddMonths(4) {
		worse := n%5 == 2 && at.AddMonths(8) > g.today // the latest
		g.outcome(r, at, at.AddMonths(4).AddDays(-1), measure, target, worse)
	}
}

func (g *generator) outcome(level *field.Record, from, to date.Date, measure string, target int64, worse bool) {
	o := g.record(service.OutcomeKind).Put(service.OutcomeOf.Field, level.ID).Put(service.OutcomeFrom.Field, from).Put(service.OutcomeTo.Field, to)
	less, more := target-int64(to.Month())*3, min(target+20, 10_000)
	switch {
	case measure == "availability" && worse, measure != "availability" && !worse:
		o.Put(service.Outcome.Field, less)
	default:
		o.Put(service.Outcome.Field, more)
	}
	if worse {
		o.Put(service.OutcomeComment.Field, "Två långa avbrott. Leverantören ska visa vad som har gjorts.")
	}
}
