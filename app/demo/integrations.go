package demo

import (
	"itportfoljen/app/field"
	"itportfoljen/app/integration"
)

// flow is information that goes between two sorts of systems, or to or from somebody
// outside.
type flow struct {
	what, from, to, outside      string
	method, often, data, through string
}

// flows are between main systems by their names; one end may be somebody outside.
var flows = []flow{
	{"Personal och anställningar", "Lönesystemet", "Identitetsportalen", "", "api", "daily", "yes", "Integrationsmotorn"},
	{"Konton och behörigheter", "Identitetsportalen", "Kontorsplattformen", "", "api", "instant", "yes", ""},
	{"Inloggning", "Identitetsportalen", "Ekonomia", "", "login", "instant", "yes", ""},
	{"Inloggning", "Identitetsportalen", "Intranätet Eken", "", "login", "instant", "yes", ""},
	{"Lönekostnader", "Lönesystemet", "Ekonomia", "", "file", "monthly", "yes", "Integrationsmotorn"},
	{"Arbetade timmar", "Bemanning Direkt", "Lönesystemet", "", "file", "daily", "yes", "Integrationsmotorn"},
	{"Fakturor", "Inköpsrummet", "Ekonomia", "", "message", "hourly", "yes", ""},
	{"Utfall per ansvar", "Ekonomia", "Budgetverkstan", "", "database", "daily", "no", ""},
	{"Budget", "Budgetverkstan", "Ekonomia", "", "manual", "yearly", "no", ""},
	{"Elever och klasser", "Klassboken", "Lärrummet", "", "api", "daily", "yes", ""},
	{"Elever och klasser", "Klassboken", "Närvarokollen", "", "file", "daily", "yes", ""},
	{"Frånvaro", "Närvarokollen", "Klassboken", "", "file", "daily", "sensitive", ""},
	{"Scheman", "Schemaverket", "Närvarokollen", "", "manual", "yearly", "yes", ""},
	{"Ansökningar", "Mina ärenden", "Förskolekön", "", "api", "instant", "yes", "Integrationsmotorn"},
	{"Ansökningar", "Mina ärenden", "Socialakten", "", "api", "instant", "sensitive", "Integrationsmotorn"},
	{"Avgifter", "Förskolekön", "Ekonomia", "", "file", "monthly", "yes", ""},
	{"Avslutade ärenden", "Diariet W3", "E-arkivet", "", "file", "yearly", "sensitive", ""},
	{"Handlingar till nämnd", "Diariet W3", "Mötesportalen", "", "api", "daily", "yes", ""},
	{"Loggar", "Identitetsportalen", "Loggbrunnen", "", "message", "instant", "yes", ""},
	{"Folkbokföring", "", "Klassboken", "Skatteverket", "file", "daily", "sensitive", ""},
	{"Folkbokföring", "", "Socialakten", "Skatteverket", "api", "asked", "sensitive", ""},
	{"Betalningar", "Ekonomia", "", "Banken", "file", "daily", "yes", ""},
	{"Arbetsgivardeklaration", "Lönesystemet", "", "Skatteverket", "file", "monthly", "yes", ""},
	{"Öppna data", "Ekonomia", "", "Dataportalen", "api", "yearly", "no", ""},
}

// makeIntegrations are what the main systems send to each other. As in life some say
// little: every seventh isn't told how often, every fifth has nobody who answers for it,
// and some go on though a system is retired. No chance is taken, so that what else is
// made stays as it is.
func (g *generator) makeIntegrations() {
	named := map[string]*sys{}
	for i := range g.systems {
		if s := &g.systems[i]; named[s.name] == nil {
			named[s.name] = s
		}
	}
	for i, f := range flows {
		if from, to := named[f.from], named[f.to]; (from != nil || f.from == "") && (to != nil || f.to == "") {
			g.integration(i, f, from, to, named[f.through])
		}
	}
}

func (g *generator) integration(i int, f flow, from, to, through *sys) {
	r := g.record(integration.Kind)
	r.Put(integration.Information.Field, f.what).Put(integration.Method.Field, f.method).Put(integration.PersonalData.Field, f.data).Put(integration.Direction.Field, integration.OneWay)
	state, owner := integration.Running, to
	if from != nil {
		r.Put(integration.From.Field, from.id)
		owner = from
	} else {
		r.Put(integration.Outside.Field, f.outside)
	}
	if to != nil {
		r.Put(integration.To.Field, to.id)
		if to.lifecycle == "planned" {
			state = integration.Planned
		}
	} else {
		r.Put(integration.Outside.Field, f.outside)
	}
	if through != nil {
		r.Put(integration.Through.Field, through.id).Put(integration.Platform.Field, "Integrationsplattform")
	}
	if owner.lifecycle == "phaseout" {
		state = integration.Ending
	}
	r.Put(integration.State.Field, state).Put(integration.Unit.Field, owner.unit)
	if i%7 != 3 {
		r.Put(integration.Frequency.Field, f.often)
	}
	if i%5 != 2 {
		r.Put(integration.Manager.Field, []field.Holding{{Person: g.persons[technicians[0]+i%(technicians[1]-technicians[0])].id, From: g.today.AddMonths(-3 - i)}})
	}
}
