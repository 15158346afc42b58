// Package exemption holds the undantag from styrdokument and platform that have been asked
// for: who asked and why, whom was consulted, who decided, and until when one is in force.
// It knows neither systems nor insatser: what may be excepted lets itself in.
package exemption

import (
	"itportfoljen/app/field"
	"itportfoljen/app/platform"
	"itportfoljen/app/policy"
)

// Kind is an undantag.
var Kind = field.NewKind(field.Kind{Name: "exemption", Plural: "exemptions", One: "undantag", Many: "undantag", Also: []string{"dispens", "avsteg", "avvikelse från regel"}, Neuter: true, Prefix: "UND",
	Sheet: "Undantag", Searched: true, Further: true, Icon: "triangle-alert", Page: "systems"})

// The groups of the form, in order.
const (
	Overview = "Översikt"
	Decision = "Samråd och beslut"
)

// The states of an undantag.
const (
	Applied = "applied"
	Granted = "granted"
	Denied  = "denied"
	Ended   = "ended"
)

// mostMonths is ten years: nobody needs to know of a day further ahead.
const mostMonths = 120

// The fields of an undantag.
var (
	Name = field.NewText(Kind, "name", "Undantag", field.In(Overview), field.Required(""), field.Listed, field.Width(30),
		field.Help("Vad undantaget gäller, i några ord."), field.Also("undantag", "avsteg", "dispens", "ärende", "rubrik", "benämning"))
	FromPlatform = field.NewRefs(Kind, "from_platform", "Från plattform", field.In(Overview), field.To(platform.Kind), field.WhenGone(field.Detach), field.Listed, field.Width(22),
		field.Help("Den del av plattformen, eller den gemensamma lösning, som inte följs."), field.Also("undantag från plattform", "avsteg från plattform", "plattform", "gemensam lösning"))
	FromPolicy = field.NewRefs(Kind, "from_policy", "Från styrdokument", field.In(Overview), field.To(policy.Kind), field.WhenGone(field.Detach), field.Listed, field.Width(22),
		field.Help("Styrdokumentet som inte följs."), field.Also("undantag från", "undantag från styrdokument", "avsteg från", "dispens från", "styrdokument", "riktlinje"))
	FromText = field.NewText(Kind, "from_text", "Avviker i", field.In(Overview), field.Help("Punkten eller kravet som inte följs, när dokumentet inte säger nog."), field.Also("avviker i", "avvikelse", "krav", "punkt"))
	Of       = field.NewRef(Kind, "of", "Gäller", field.In(Overview), field.WhenGone(field.Detach), field.Listed, field.Width(22), field.Help("Systemet eller insatsen som har undantaget."), field.Also("gäller", "system", "insats", "objekt"))
	Unit     = field.NewUnit(Kind, "unit", "Sökande enhet", field.In(Overview), field.Listed, field.Width(22), field.Also("sökande enhet", "enhet", "förvaltning", "nämnd", "verksamhet"))
	State    = field.NewChoice(Kind, "state", "Status", field.In(Overview), field.First, field.Listed, field.Width(12), field.Of(
		field.Option{Key: Applied, Label: "Sökt", Synonyms: []string{"ansökt", "ansökan", "inkommet", "under beredning", "ny"}, Tone: field.Accent},
		field.Option{Key: Granted, Label: "Beviljat", Synonyms: []string{"beviljad", "godkänt", "godkänd", "bifall", "gäller"}, Tone: field.Warn, Do: "Bevilja", Then: "Dagen, den som beslutade och diarienumret skrivs också på undantaget."},
		field.Option{Key: Denied, Label: "Avslaget", Synonyms: []string{"avslag", "nekat", "nekad", "ej godkänt"}, Tone: field.Quiet, Do: "Avslå", Then: "Dagen, den som beslutade och diarienumret skrivs också på undantaget."},
		field.Option{Key: Ended, Label: "Upphört", Synonyms: []string{"upphörd", "utgånget", "avslutat", "avslutad"}, Tone: field.Quiet, Do: "Avsluta", Then: "Undantaget gäller till och med den dagen, och finns kvar i listan."},
	), field.Also("status", "beslut om undantag"))
	Why     = field.NewLongText(Kind, "why", "Motivering", field.In(Overview), field.Sensitive, field.Also("motivering", "skäl", "varför", "orsak"))
	AskedBy = field.NewPerson(Kind, "asked_by", "Sökt av", field.In(Overview), field.Also("sökt av", "sökande", "begärt av"))
	AskedOn = field.NewDate(Kind, "asked_on", "Sökt den", field.In(Overview), field.Also("sökt den", "ansökningsdatum", "inkom"))
	Until   = field.NewDate(Kind, "until", "Gäller till", field.LastDay, field.In(Overview), field.Listed, field.Width(12), field.Also("gäller till", "till", "t.o.m.", "slutdatum", "upphör"))
	Lead    = field.NewNumber(Kind, "lead_months", "Påminn månader före", field.In(Overview), field.Months, field.Between(0, mostMonths), field.Help("Hur långt före slutet det sägs till; tre månader om inget annat står."), field.Also("påminn månader före", "framförhållning"))
	Notes   = field.NewLongText(Kind, "notes", "Anteckningar", field.In(Overview), field.Sensitive, field.Also("anteckningar", "anteckning", "kommentar", "övrigt"))

	Accord        = field.NewLongText(Kind, "accord", "Stämmer med planerad utveckling", field.In(Decision), field.Help("Hur lösningen och dess tidplan stämmer med den utveckling som är planerad för området."), field.Also("planerad utveckling", "förenlighet med planen"))
	ConsultedWith = field.NewText(Kind, "consulted_with", "Samråd med", field.In(Decision), field.Vocabulary, field.Also("samråd med", "samrått med"))
	ConsultedOn   = field.NewDate(Kind, "consulted_on", "Samråd den", field.In(Decision), field.Also("samråd den", "samråd", "samrådsdatum"))
	DecidedBy     = field.NewText(Kind, "decided_by", "Beslutat av", field.In(Decision), field.Vocabulary, field.Also("beslutat av", "beslutsfattare", "beviljat av"))
	DecidedOn     = field.NewDate(Kind, "decided_on", "Beslutat den", field.In(Decision), field.Also("beslutat den", "beslutsdatum"))
	Reference     = field.NewText(Kind, "reference", "§ / diarienummer", field.In(Decision), field.Found, field.Also("§", "diarienummer", "dnr"))
)
