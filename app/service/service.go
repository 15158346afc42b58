// Package service holds the tjänstekatalog: what the municipality's IT offers, on which
// terms, and the servicenivåer (SLA) that are agreed on for systems and services, with
// what was measured.
package service

import (
	"itportfoljen/app/agreement"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// Kind is a service that is offered.
var Kind = field.NewKind(field.Kind{Name: "service", Plural: "services", One: "tjänst", Many: "tjänster", Also: []string{"it-tjänst", "tjänstekatalog", "beställa", "utbud"}, Prefix: "TJN",
	Sheet: "Tjänstekatalog", Searched: true, Further: true, Delivers: true, Icon: "list", Page: "systems"})

// The groups of the form, in order.
const (
	Overview = "Översikt"
	Terms    = "Villkor"
	Capable  = "Drift och kontinuitet"
)

// The phases of a service.
const (
	Idea        = "idea"
	Planned     = "planned"
	Introducing = "introducing"
	Running     = "running"
	PhaseOut    = "phaseout"
	Retired     = "retired"
)

// What the service is, and who answers for it.
var (
	Name = field.NewText(Kind, "name", "Tjänst", field.In(Overview), field.Required(""), field.Listed, field.Width(28),
		field.Also("tjänstenamn", "it-tjänst", "tjänstens namn", "service"))
	Phase = field.NewChoice(Kind, "phase", "Fas", field.In(Overview), field.First, field.Listed, field.Width(14), field.Of(
		field.Option{Key: Idea, Label: "Idé", Synonyms: []string{"förslag", "behov"}, Tone: field.Quiet},
		field.Option{Key: Planned, Label: "Planerad", Synonyms: []string{"planeras", "beslutad"}, Tone: field.Accent, Do: "Planera"},
		field.Option{Key: Introducing, Label: "Införande", Synonyms: []string{"införs", "under införande", "pilot", "test"}, Tone: field.Accent, Do: "Börja införa"},
		field.Option{Key: Running, Label: "I drift", Synonyms: []string{"drift", "aktiv", "levereras", "erbjuds", "gäller"}, Tone: field.Good, Do: "Ta i drift"},
		field.Option{Key: PhaseOut, Label: "Avvecklas", Synonyms: []string{"under avveckling", "avveckling", "fasas ut"}, Tone: field.Warn, Do: "Börja avveckla"},
		field.Option{Key: Retired, Label: "Avvecklad", Synonyms: []string{"upphört", "nedlagd", "utgått"}, Tone: field.Quiet, Do: "Avveckla"},
	), field.Also("fas", "status", "livscykel", "tjänstens fas"))
	Definition = field.NewLongText(Kind, "definition", "Definition", field.In(Overview), field.Help("Vad tjänsten är och vad som ingår, och inte ingår."),
		field.Also("definition", "beskrivning", "tjänstebeskrivning", "innehåll", "vad ingår"))
	Unit = field.NewUnit(Kind, "unit", "Ansvarig enhet", field.In(Overview), field.Listed, field.Width(22), field.Help("Den enhet som levererar tjänsten."),
		field.Also("ansvarig enhet", "enhet", "förvaltning", "leverantör", "levererande enhet", "utförare"))
	Responsible = field.NewRoles(Kind, "responsible", "Tjänsteansvarig", field.In(Overview), field.Listed, field.Width(18), field.Help("Svarar för tjänsten: innehåll, pris och att den håller det som är sagt."),
		field.Also("tjänsteansvarig", "tjänsteägare", "ansvarig", "ägare", "service owner"))
	Audience = field.NewText(Kind, "audience", "För vilka", field.In(Overview), field.Vocabulary, field.Help("Till exempel alla anställda, skolans elever eller en förvaltning."),
		field.Also("för vilka", "målgrupp", "kunder", "mottagare", "kund"))
	Systems = field.NewRefs(Kind, "systems", "System", field.In(Overview), field.To(system.Kind), field.WhenGone(field.Detach), field.Listed, field.Width(28), field.Help("De system som tjänsten levereras med."),
		field.Also("system", "ingående system", "systemstöd", "it-system"))
	Support = field.NewText(Kind, "support", "Supportkontakt", field.In(Overview), field.Help("Vart den som använder tjänsten vänder sig."),
		field.Also("supportkontakt", "support", "kontakt", "kontaktväg", "hjälp", "servicedesk"))
	Tags  = field.NewTags(Kind, "tags", "Taggar", field.In(Overview))
	Notes = field.NewLongText(Kind, "notes", "Anteckningar", field.In(Overview), field.Sensitive, field.Also("anteckningar", "anteckning", "kommentar", "övrigt"))
)

// What it costs and on which terms, and what it is good for.
var (
	Price = field.NewMoney(Kind, "price", "Pris", field.In(Terms), field.Each, field.Listed, field.Width(12), field.Help("Det som den som beställer betalar."),
		field.Also("pris", "avgift", "kostnad", "á-pris", "styckpris"))
	PricePer = field.NewText(Kind, "price_per", "Priset gäller", field.In(Terms), field.Vocabulary, field.Listed, field.Width(18), field.Help("Till exempel per användare och månad."),
		field.Also("priset gäller", "prisenhet", "pris per", "debiteras per", "debiteringsenhet", "prismodell"))
	TermsText = field.NewLongText(Kind, "terms", "Villkor", field.In(Terms), field.Help("Det som gäller för den som beställer: beställning, uppsägning, ansvar."),
		field.Also("villkor", "leveransvillkor", "tjänstevillkor", "förutsättningar"))
	Agreement = field.NewRef(Kind, "agreement", "Leveransavtal", field.In(Terms), field.To(agreement.Kind), field.WhenGone(field.Detach), field.Help("Avtalet som tjänsten, eller det den bygger på, levereras enligt."),
		field.Also("leveransavtal", "avtal", "driftavtal", "överenskommelse"))
	Availability = field.NewDecimal(Kind, "availability", "Tillgänglighet, %", field.In(Capable), field.Listed, field.Width(10), field.Between(0, 100), field.Help("Den andel av servicetiden som tjänsten ska fungera, till exempel 99,5."),
		field.Also("tillgänglighet", "tillgänglighet %", "avtalad tillgänglighet", "upptid", "availability"))
	Hours = field.NewText(Kind, "hours", "Servicetid", field.In(Capable), field.Vocabulary, field.Help("När tjänsten ska fungera och hjälp finns, till exempel vardagar 7–17."),
		field.Also("servicetid", "öppettid", "öppettider", "supporttid", "bemannad tid"))
	Capacity = field.NewText(Kind, "capacity", "Kapacitet", field.In(Capable), field.Help("Hur mycket den klarar: användare, ärenden, lagring."),
		field.Also("kapacitet", "volym", "prestanda"))
	Continuity = field.NewLongText(Kind, "continuity", "Kontinuitet", field.In(Capable), field.Help("Hur länge tjänsten får vara borta, hur mycket information som får gå förlorad, och hur verksamheten gör under tiden."),
		field.Also("kontinuitet", "kontinuitetsplan", "reservrutin", "längsta avbrott", "rto", "rpo"))
)

// Offered says that a service is one that people use today. One whose phase nobody has
// said counts as such.
func Offered(r *field.Record) bool {
	switch Phase.Get(r) {
	case Running, PhaseOut, "":
		return true
	}
	return false
}
