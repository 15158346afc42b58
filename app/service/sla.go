package service

import (
	"itportfoljen/app/agreement"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// LevelKind is one thing that is promised of a system or a service: how available it is,
// how soon somebody answers.
var LevelKind = field.NewKind(field.Kind{Name: "sla", Plural: "slas", One: "servicenivå", Many: "servicenivåer", Also: []string{"servicenivå", "tillgänglighet", "svarstid", "driftavtal", "öppettider", "sla-avtal"}, Prefix: "SLA",
	Sheet: "Servicenivåer", Searched: true, Further: true, Icon: "circle-check", Page: "agreements"})

// OutcomeKind is what was measured of a level in a period.
var OutcomeKind = field.NewKind(field.Kind{Name: "sla_outcome", Plural: "sla_outcomes", One: "utfall", Many: "utfall", Also: []string{"uppmätt tillgänglighet", "sla-uppföljning"}, Neuter: true,
	Sheet: "Servicenivåers utfall", Icon: "chart-column"})

// The groups of a level's form, in order, with Overview and Terms.
const (
	Signing  = "Godkännande"
	Measured = "Mätning"
)

// The states of a level.
const (
	Draft    = "draft"
	Approved = "approved" // in writing
	Ended    = "ended"
)

// What a field is made of is declared before it, so that fields come in order.

var yesOrNo = []field.Option{{Key: "yes", Label: "Ja", Tone: field.Good}, {Key: "no", Label: "Nej", Tone: field.Bad}}

// follows says that a field of a level tells of its outcomes, and levels that one of an
// outcome tells of its level.
var follows = field.Follows(func() []*field.Kind { return []*field.Kind{OutcomeKind} })

func levels() []*field.Kind { return []*field.Kind{LevelKind} }

// What is promised, and of what.
var (
	LevelName = field.NewText(LevelKind, "name", "Servicenivå", field.In(Overview), field.Required(""), field.Listed, field.Width(28),
		field.Also("sla", "servicenivå", "servicenivåavtal", "nivå", "service level"))
	LevelOf = field.NewRefs(LevelKind, "of", "Gäller", field.In(Overview), field.To(system.Kind, Kind), field.WhenGone(field.Detach), field.Listed, field.Width(26), field.Help("De system och tjänster som servicenivån är sagd om."),
		field.Also("gäller", "avser", "system", "tjänst", "gäller system", "gäller tjänst", "objekt"))
	State = field.NewChoice(LevelKind, "state", "Status", field.In(Overview), field.First, field.Listed, field.Width(12), field.Of(
		field.Option{Key: Draft, Label: "Utkast", Synonyms: []string{"förslag", "under framtagande", "ej godkänd", "ej undertecknad"}, Tone: field.Warn},
		field.Option{Key: Approved, Label: "Godkänd", Synonyms: []string{"undertecknad", "signerad", "gäller", "beslutad", "ja"}, Tone: field.Good, Do: "Godkänn", Then: "Båda sidor har godkänt servicenivån skriftligt."},
		field.Option{Key: Ended, Label: "Upphörd", Synonyms: []string{"upphört", "avslutad", "ersatt", "utgått"}, Tone: field.Quiet, Do: "Avsluta", Then: "Servicenivån gäller inte efter den dagen, och påminner inte. Den finns kvar i listan med sina utfall."},
	), field.Also("status"))
	LevelUnit = field.NewUnit(LevelKind, "unit", "Beställande enhet", field.In(Overview), field.Listed, field.Width(22),
		field.Also("beställande enhet", "enhet", "förvaltning", "beställare enhet", "unit"))
	Measure = field.NewChoice(LevelKind, "measure", "Vad som mäts", field.In(Overview), field.Listed, field.Width(18), field.Of(measures()...),
		field.Also("vad som mäts", "mått", "mätetal", "parameter", "kpi", "typ"))
	Target = field.NewDecimal(LevelKind, "target", "Mål", field.In(Overview), field.Listed, field.Width(8), field.Also("mål", "målvärde", "målnivå", "krav", "överenskommen nivå", "target"))
	In     = field.NewChoice(LevelKind, "measured_in", "Måttenhet", field.In(Overview), field.Listed, field.Width(12), field.Of(
		field.Option{Key: "percent", Label: "procent", Synonyms: []string{"%"}},
		field.Option{Key: "seconds", Label: "sekunder", Synonyms: []string{"s", "sek", "sekund"}},
		field.Option{Key: "minutes", Label: "minuter", Synonyms: []string{"min", "minut"}},
		field.Option{Key: "hours", Label: "timmar", Synonyms: []string{"h", "tim", "timme"}},
		field.Option{Key: "workdays", Label: "arbetsdagar", Synonyms: []string{"arbetsdag", "vardagar"}},
		field.Option{Key: "days", Label: "dygn", Synonyms: []string{"dagar", "dag"}},
		field.Option{Key: "count", Label: "antal", Synonyms: []string{"st"}},
		field.Option{Key: "grade", Label: "betyg", Synonyms: []string{"poäng", "index"}},
	), field.Also("måttenhet", "mätenhet", "sort"))
	LevelHours = field.NewText(LevelKind, "hours", "Servicetid", field.In(Overview), field.Vocabulary, field.Help("Tiden som målet gäller, till exempel vardagar 7–17 eller dygnet runt."),
		field.Also("servicetid", "tid", "supporttid", "mättid"))
	Priority = field.NewChoice(LevelKind, "priority", "Prioritet", field.In(Overview), field.Help("De ärenden som målet gäller. Tomt: alla."), field.Of(
		field.Option{Key: "1", Label: "1 Kritisk", Synonyms: []string{"kritisk", "prio 1", "hög"}, Tone: field.Bad},
		field.Option{Key: "2", Label: "2 Allvarlig", Synonyms: []string{"allvarlig", "prio 2"}, Tone: field.Warn},
		field.Option{Key: "3", Label: "3 Normal", Synonyms: []string{"normal", "prio 3", "medel"}},
		field.Option{Key: "4", Label: "4 Låg", Synonyms: []string{"låg", "prio 4"}, Tone: field.Quiet},
	), field.Also("prioritet", "prio", "ärendeprioritet"))
	LevelNotes = field.NewLongText(LevelKind, "notes", "Anteckningar", field.In(Overview), field.Sensitive, field.Also("anteckningar", "anteckning", "kommentar", "villkor", "övrigt"))
)

// Between whom it is, and that both have approved it in writing.
var (
	LevelAgreement = field.NewRef(LevelKind, "agreement", "Står i avtal", field.In(Signing), field.To(agreement.Kind), field.WhenGone(field.Detach), field.Help("Avtalet som servicenivån är en del av. Tomt: den står för sig."),
		field.Also("står i avtal", "avtal", "leveransavtal", "driftavtal"))
	Customer = field.NewRoles(LevelKind, "customer", "Ansvarig, beställare", field.In(Signing), field.Listed, field.Width(18), field.Help("Den som svarar för verksamhetens sida, oftast systemägaren."),
		field.Also("ansvarig beställare", "beställare", "systemägare", "kund"))
	Provider = field.NewRoles(LevelKind, "provider", "Ansvarig, leverans", field.In(Signing), field.Help("Den som svarar för att nivån hålls, oftast systemägare IT eller leverantörens kontakt hos er."),
		field.Also("ansvarig leverans", "leveransansvarig", "utförare", "systemägare it", "leverantör"))
	ApprovedOn = field.NewDate(LevelKind, "approved_on", "Godkänd den", field.In(Signing), field.Listed, field.Width(12), field.Help("Dagen då båda sidor hade godkänt den skriftligt."),
		field.Also("godkänd den", "godkänd", "undertecknad", "undertecknad den", "signerad", "beslutad den"))
	ApprovedBy = field.NewPerson(LevelKind, "approved_by", "Godkänd av, beställare", field.In(Signing), field.Also("godkänd av", "godkänd av beställare", "undertecknad av"))
	AgreedBy   = field.NewPerson(LevelKind, "agreed_by", "Godkänd av, leverans", field.In(Signing), field.Also("godkänd av leverans", "godkänd av it", "undertecknad av leverantör"))
	From       = field.NewDate(LevelKind, "start", "Gäller från", field.In(Signing), field.Also("gäller från", "från", "startdatum", "fr.o.m."))
	Until      = field.NewDate(LevelKind, "until", "Gäller till", field.LastDay, field.In(Signing), field.Also("gäller till", "till", "slutdatum", "t.o.m."))
	_          = field.NewJoint(LevelKind, []*field.Field{From.Field, Until.Field}, field.Until, "Giltighetstid", "giltighet", "period", "avtalstid")
)

// How it is measured, and how it went.
var (
	Interval = field.NewNumber(LevelKind, "interval_months", "Mäts var, månader", field.In(Measured), field.Months, field.Between(0, 120), field.Help("Hur ofta utfallet ska mätas. Tomt: ingen påminnelse."),
		field.Also("mäts var", "mätintervall", "uppföljningsintervall", "mätperiod", "uppföljning"))
	Latest = field.NewDecimal(LevelKind, "latest", "Senaste utfall", field.In(Measured), field.Listed, field.Width(10), field.Help("Det som mättes i den senaste perioden."),
		field.Computed(latestMeasured), follows)
	Met = field.NewChoice(LevelKind, "met", "Når målet", field.In(Measured), field.Listed, field.Width(10), field.Help("Följer av det senaste utfallet och målet."), field.Of(yesOrNo...),
		field.Computed(latestMet), field.Blank(unmet), follows)
	MeasureBy = field.NewDate(LevelKind, "measure_by", "Mäts senast", field.LastDay, field.In(Measured), field.Help("Den senaste periodens slut, eller dagen den godkändes, och så många månader till som den mäts var."),
		field.Computed(measureBy), field.Blank(unknownBy), follows)
)

// The fields of an outcome.
var (
	OutcomeComment = field.NewText(OutcomeKind, "comment", "Kommentar", field.Also("kommentar", "anteckning", "orsak", "åtgärd"))
	OutcomeOf      = field.NewRef(OutcomeKind, "sla", "Servicenivå", field.Owning, field.To(LevelKind), field.Required(""), field.Listed, field.Also("servicenivå", "sla"))
	OutcomeFrom    = field.NewDate(OutcomeKind, "from", "Från", field.Listed, field.Also("från", "period från", "mätt från"))
	OutcomeTo      = field.NewDate(OutcomeKind, "to", "Till", field.LastDay, field.Listed, field.Also("till", "period till", "mätt till"))
	_              = field.NewJoint(OutcomeKind, []*field.Field{OutcomeFrom.Field, OutcomeTo.Field}, field.Until, "Mätperiod", "period")
	Outcome        = field.NewDecimal(OutcomeKind, "measured", "Utfall", field.Listed, field.Also("utfall", "mätvärde", "uppmätt", "resultat"))
	OutcomeMet     = field.NewChoice(OutcomeKind, "met", "Nådd", field.Listed, field.Of(yesOrNo...), field.Computed(outcomeMet), field.Follows(levels))
)
