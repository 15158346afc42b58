package demo

import (
	"slices"

	"itportfoljen/app/exemption"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/platform"
	"itportfoljen/app/system"
)

// platformPart is a part of the platform as it is in Ekvalla; goes is in how many months it leaves,
// 0 when it stays or nobody has said.
type platformPart struct {
	name, area, sort, state string
	goes                    int
	common                  string
	owned                   bool
	next                    int // the one that replaces it, counted from 1
}

var platformParts = []platformPart{
	{"Servrar i egen hall", "Infrastruktur", platform.Component, platform.Current, 0, "", true, 0},
	{"Kommunens Kubernetes", "Infrastruktur", platform.Component, platform.Planned, 0, "", true, 0},
	{"PostgreSQL 16", "Databas", platform.Component, platform.Current, 0, "", true, 0},
	{"PostgreSQL 12", "Databas", platform.Component, platform.Leaving, 5, "", true, 3},
	{"Äldre databasserver", "Databas", platform.Component, platform.Gone, -14, "", false, 3},
	{"Windows 11", "Klient", platform.Component, platform.Current, 0, "", true, 0},
	{"Webbläsartillägg för äldre system", "Klient", platform.Component, platform.Leaving, 0, "", false, 0},
	{"SAML 2.0 och OpenID Connect", "Identitet", platform.Standard, platform.Current, 0, "", true, 0},
	{"REST och JSON", "Integration", platform.Standard, platform.Current, 0, "", true, 0},
	{"Integrationsmotorn", "Integration", platform.Shared, platform.Current, 0, "Integration, integrationsplattform", true, 0},
	{"Kommunens e-arkiv", "Arkitektur", platform.Shared, platform.Planned, 0, "Arkiv, e-arkiv", true, 0},
	{"Gemensam e-tjänsteplattform", "Arkitektur", platform.Shared, platform.Current, 0, "E-tjänster", true, 0},
	{"Gemensam inloggning", "Identitet", platform.Shared, platform.Current, 0, "Identitet, identitet och behörighet", false, 0},
}

// makePlatforms are the parts of the platform, with what stands on each, and the undantag
// from it: one that runs out, one that has, one without an end, one that is asked for and
// one denied. No chance is taken, so that what else is made stays as it is.
func (g *generator) makePlatforms() {
	var made []*field.Record
	for i, p := range platformParts {
		made = append(made, g.platformPart(p, i))
	}
	for i, p := range platformParts {
		if p.next > 0 {
			made[i].Put(platform.ReplacedBy.Field, made[p.next-1].ID)
		}
	}
	slices.SortStableFunc(made, func(a, b *field.Record) int { // each after what it refers to
		return len(field.References(a.Get(platform.ReplacedBy.Field))) - len(field.References(b.Get(platform.ReplacedBy.Field)))
	})
	standing := g.stand(made)
	at := slices.IndexFunc(g.records, func(r *field.Record) bool { return r.Kind == system.Kind })
	g.records = slices.Insert(g.records, max(at, 0), made...)
	g.makeExemptions(standing, made)
}

func (g *generator) platformPart(p platformPart, n int) *field.Record {
	r := field.NewRecord(platform.Kind, g.newID())
	r.Put(platform.Name.Field, p.name).Put(platform.Area.Field, p.area).Put(platform.Sort.Field, p.sort).Put(platform.State.Field, p.state)
	if p.common != "" {
		r.Put(platform.Common.Field, p.common)
	}
	if p.goes != 0 {
		r.Put(platform.To.Field, g.today.AddMonths(p.goes))
	}
	if p.owned && len(g.staff) > 0 {
		leaders := g.staff[0].leaders
		r.Put(platform.Owner.Field, []field.Holding{{Person: leaders[n%len(leaders)].id, From: g.today.AddMonths(-n - 8)}})
	}
	if p.state != platform.Planned {
		r.Put(platform.From.Field, g.today.AddMonths(-30-n*3)).Put(platform.DecidedBy.Field, "IT-chefen").Put(platform.DecidedOn.Field, weekday(g.today.AddMonths(-31-n*3)))
	}
	return r
}

// stand says what some systems and insatser stand on, and gives the systems that stand on
// what leaves.
func (g *generator) stand(parts []*field.Record) (leaving []*field.Record) {
	n := 0
	for _, r := range g.records {
		if n++; r.Kind == plan.Kind && n%6 == 0 {
			r.Put(plan.Platforms.Field, []field.ID{named(parts, "PostgreSQL 16"), named(parts, "SAML 2.0 och OpenID Connect")})
		}
		if r.Kind != system.Kind || system.Hosting.Get(r) != "internal" || n%3 == 0 {
			continue
		}
		database := "PostgreSQL 16"
		switch {
		case n%11 == 1:
			database = "Äldre databasserver"
		case n%4 == 1:
			database = "PostgreSQL 12"
		}
		r.Put(system.Platforms.Field, []field.ID{named(parts, "Servrar i egen hall"), named(parts, database)})
		if database != "PostgreSQL 16" && system.InService(r) {
			leaving = append(leaving, r)
		}
	}
	return leaving
}

// named finds one that has been made.
func named(among []*field.Record, name string) field.ID {
	return among[slices.IndexFunc(among, func(r *field.Record) bool { return r.Name() == name })].ID
}

// asked is an undantag as it is in Ekvalla; until is in how many months it runs out, 0 when
// nobody has said.
type asked struct {
	name, from, state, why string // from is "" of what the system stands on
	until                  int
	consulted              bool
}

var exemptions = []asked{
	{"Kvar på äldre databas", "", exemption.Granted, "Leverantören stöder inte den nya databasen förrän i nästa version.", 2, true},
	{"Databas som har utgått", "", exemption.Granted, "Systemet avvecklas när ersättaren är i drift.", -1, true},
	{"Egen inloggning", "Gemensam inloggning", exemption.Granted, "Systemet kan inte ta emot federerad inloggning.", 0, false},
	{"Dispens från databasbytet", "", exemption.Applied, "Bytet ryms inte i årets förvaltningsplan.", 14, false},
	{"Fortsatt drift på äldre servrar", "Äldre databasserver", exemption.Denied, "Verksamheten ville vänta två år.", 0, true},
}

func (g *generator) makeExemptions(standing, parts []*field.Record) {
	for i, e := range exemptions {
		r := g.record(exemption.Kind).Put(exemption.Name.Field, e.name).Put(exemption.State.Field, e.state).Put(exemption.Why.Field, e.why)
		r.Put(exemption.AskedOn.Field, weekday(g.today.AddMonths(-9-i)))
		if i < len(standing) {
			of := standing[i]
			r.Put(exemption.Of.Field, of.ID).Put(exemption.Unit.Field, of.Home())
			on := system.Platforms.Get(of)
			r.Put(exemption.FromPlatform.Field, on[len(on)-1:])
		}
		if e.from != "" {
			r.Put(exemption.FromPlatform.Field, []field.ID{named(parts, e.from)})
		}
		if i == 0 && len(g.policies) > 0 {
			r.Put(exemption.FromPolicy.Field, []field.ID{named(g.policies, "Teknisk plattform")})
		}
		if e.until != 0 {
			r.Put(exemption.Until.Field, g.today.AddMonths(e.until))
		}
		if e.consulted {
			r.Put(exemption.ConsultedWith.Field, "Kommundirektören").Put(exemption.ConsultedOn.Field, weekday(g.today.AddMonths(-8-i)))
			r.Put(exemption.Accord.Field, "Bytet ligger i planen för nästa år.")
		}
		if e.state != exemption.Applied {
			r.Put(exemption.DecidedBy.Field, "IT-chefen").Put(exemption.DecidedOn.Field, weekday(g.today.AddMonths(-7-i)))
		}
	}
}
