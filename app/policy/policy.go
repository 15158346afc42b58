// Package policy holds the styrdokument that the municipality governs its IT by: who
// decided each, its place in the order of precedence, how long it is in force, what it
// replaces and when it is followed up.
package policy

import (
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// Kind is a styrdokument.
var Kind = field.NewKind(field.Kind{Name: "policy", Plural: "policies", One: "styrdokument", Many: "styrdokument", Also: []string{"policy", "riktlinje", "rutin", "regler", "instruktion", "regelverk"}, Neuter: true, Prefix: "STY",
	Sheet: "Styrdokument", Searched: true, Further: true, Icon: "landmark", Page: "systems"})

// The groups of the form, in order.
const (
	Overview = "Översikt"
	Decision = "Beslut och giltighet"
	Review   = "Uppföljning"
)

// The states of a styrdokument.
const (
	Draft     = "draft"
	WithIT    = "at_it" // the IT-chef has it, to approve
	Approved  = "approved"
	Published = "published"
	Ended     = "ended"
)

// The fields of a styrdokument.
var (
	Name = field.NewText(Kind, "name", "Styrdokument", field.In(Overview), field.Required(""), field.Listed, field.Width(32),
		field.Also("dokument", "dokumentnamn", "titel", "rubrik", "dokumenttitel", "namn"))
	Class = field.NewChoice(Kind, "class", "Dokumenttyp", field.In(Overview), field.Listed, field.Width(22), field.FromModel("policy_classes"),
		field.Help("Styrmodellens slag av styrdokument. Slaget ger platsen i rangordningen och hur gammalt dokumentet får bli."), field.Also("dokumenttyp", "typ av dokument", "typ av styrdokument", "slag av styrdokument", "typ"))
	Rank  = field.NewNumber(Kind, "rank", "Rang", field.In(Overview), field.Listed, field.Width(7), field.Help("Platsen i rangordningen: 1 går före 2. Den följer av dokumenttypen."), field.Computed(rank))
	Level = field.NewChoice(Kind, "level", "Beslutsnivå", field.In(Overview), field.Listed, field.Width(18), field.Of(
		field.Option{Key: "law", Label: "Lag eller föreskrift", Synonyms: []string{"lag", "lagar", "förordning", "föreskrift"}},
		field.Option{Key: "council", Label: "Kommunfullmäktige", Synonyms: []string{"kf", "fullmäktige"}},
		field.Option{Key: "executive", Label: "Kommunstyrelsen", Synonyms: []string{"ks", "kommunstyrelse"}},
		field.Option{Key: "board", Label: "Nämnd eller bolagsstyrelse", Synonyms: []string{"nämnd", "nämnden", "styrelse", "bolagsstyrelse"}},
		field.Option{Key: "manager", Label: "Kommundirektören", Synonyms: []string{"kommundirektör", "kommunchef", "kommunchefen", "stadsdirektör", "stadsdirektören"}},
		field.Option{Key: "administration", Label: "Förvaltningschef", Synonyms: []string{"förvaltningschefen", "förvaltningsdirektör", "vd"}},
		field.Option{Key: "it", Label: "IT-chefen", Synonyms: []string{"it-chef", "chef it-enheten", "digitaliseringschef"}},
	), field.Also("beslutsnivå", "nivå", "beslutsinstans"))
	State = field.NewChoice(Kind, "state", "Status", field.In(Overview), field.First, field.Listed, field.Width(16), field.Of(
		field.Option{Key: Draft, Label: "Utkast", Synonyms: []string{"under arbete", "påbörjat", "remiss", "på remiss"}, Tone: field.Quiet, Do: "Skicka tillbaka"},
		field.Option{Key: WithIT, Label: "Till IT-chef", Synonyms: []string{"hos it-chef", "hos it-chefen", "för godkännande"}, Tone: field.Accent, Do: "Skicka till IT-chefen"},
		field.Option{Key: Approved, Label: "Godkänt", Synonyms: []string{"godkänd", "fastställt", "fastställd", "antaget", "antagen", "beslutat", "beslutad"}, Tone: field.Accent, Do: "Godkänn", Then: "Dagen skrivs som den då IT-chefen godkände dokumentet."},
		field.Option{Key: Published, Label: "Publicerat", Synonyms: []string{"publicerad", "gäller", "gällande", "giltigt", "i kraft"}, Tone: field.Good, Do: "Publicera", Then: "Dokumentet gäller från dess, om inget annat står, och det som det ersätter upphör dagen före."},
		field.Option{Key: Ended, Label: "Upphört", Synonyms: []string{"upphävt", "upphävd", "ersatt", "utgått", "inaktuellt", "gäller inte"}, Tone: field.Quiet, Do: "Upphäv", Then: "Dokumentet gäller till och med den dagen, och finns kvar i listan."},
	), field.Also("status", "dokumentstatus"))
	Unit = field.NewUnit(Kind, "unit", "Gäller för", field.In(Overview), field.Listed, field.Width(22), field.Help("Nämnden, förvaltningen eller bolaget som dokumentet gäller. Lämnas tomt när det gäller hela kommunen."),
		field.Also("gäller för", "nämnd", "förvaltning", "enhet", "organisation", "omfattar"))
	Owner = field.NewRoles(Kind, "owner", "Dokumentägare", field.In(Overview), field.Listed, field.Width(18), field.Help("Håller dokumentet aktuellt."),
		field.Also("dokumentägare", "dokumentansvarig", "ägare", "ansvarig"))
	Tags  = field.NewTags(Kind, "tags", "Taggar", field.In(Overview))
	Notes = field.NewLongText(Kind, "notes", "Anteckningar", field.In(Overview), field.Sensitive, field.Also("anteckningar", "anteckning", "kommentar", "övrigt"))

	DecidedBy = field.NewText(Kind, "decided_by", "Beslutat av", field.In(Decision), field.Vocabulary, field.Help("Den som har beslutat dokumentet, till exempel kommunfullmäktige."), field.Blank(decider),
		field.Also("beslutat av", "beslutad av", "antaget av", "antagen av", "fastställt av", "fastställd av", "beslutande instans"))
	DecidedOn  = field.NewDate(Kind, "decided_on", "Beslutat den", field.In(Decision), field.Listed, field.Width(12), field.Also("beslutat", "beslutsdatum", "beslutad", "antaget", "antagen", "fastställt", "fastställd", "datum för beslut"))
	Reference  = field.NewText(Kind, "reference", "§", field.In(Decision), field.Also("§", "paragraf", "beslutsparagraf"))
	Number     = field.NewText(Kind, "number", "Diarienummer", field.In(Decision), field.Found, field.Also("diarienummer", "dnr", "ärendenummer"))
	ValidFrom  = field.NewDate(Kind, "valid_from", "Gäller från", field.In(Decision), field.Also("gäller från", "giltigt från", "giltig från", "gäller fr.o.m.", "giltig fr.o.m."))
	ValidTo    = field.NewDate(Kind, "valid_to", "Gäller till", field.LastDay, field.In(Decision), field.Listed, field.Width(12), field.Also("gäller till", "giltigt till", "giltig till", "gäller t.o.m.", "giltig t.o.m.", "gäller till och med"))
	Replaces   = field.NewRefs(Kind, "replaces", "Ersätter", field.In(Decision), field.To(Kind), field.WhenGone(field.Detach), field.Help("De dokument som upphör när det här publiceras."), field.Also("ersätter", "ersätter dokument"))
	ReplacedBy = field.NewRefs(Kind, "replaced_by", "Ersatt av", field.In(Decision), field.Computed(replacedBy))
	ApprovedOn = field.NewDate(Kind, "approved_on", "Godkänt av IT-chefen den", field.In(Decision), field.Also("godkänt av it-chef", "it-chefens godkännande", "godkänt"))

	FollowUpBy  = field.NewDate(Kind, "follow_up_by", "Följs upp senast", field.LastDay, field.In(Review), field.Listed, field.Width(14), field.Also("följs upp", "uppföljning", "uppföljning senast", "revideras senast", "nästa revidering", "ska revideras", "nästa översyn"))
	FollowUpWho = field.NewText(Kind, "follow_up_who", "Följs upp av", field.In(Review), field.Vocabulary, field.Help("Person, roll eller forum."), field.Also("uppföljningsansvarig", "följs upp av"))
	ToldOn      = field.NewDate(Kind, "told_on", "Användarna informerade den", field.In(Review), field.Short("Informerat"), field.Help("Dag då de som ska följa dokumentet fick veta att det är nytt eller ändrat."), field.Also("informerat", "kommunicerat", "användare informerade"))
)

// Own are the styrdokument in force that a nämnd, förvaltning or bolag has of its own.
var Own = field.NewRefs(org.UnitKind, "policies", "Egna styrdokument", field.Help("De publicerade styrdokument som gäller just enheten."), field.Computed(own),
	field.Follows(func() []*field.Kind { return []*field.Kind{Kind} }))
