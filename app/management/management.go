// Package management holds the systemförvaltningsplaner: what a system, or a
// förvaltningsobjekt, is to be given in a year, who took part in the plan and who decided it.
// What is larger in a plan becomes an insats.
package management

import (
	"itportfoljen/app/field"
	"itportfoljen/app/goal"
	"itportfoljen/app/managed"
	"itportfoljen/app/system"
)

// Kind is a systemförvaltningsplan: of one system or förvaltningsobjekt and one year.
var Kind = field.NewKind(field.Kind{Name: "management_plan", Plural: "management_plans", One: "systemförvaltningsplan", Many: "systemförvaltningsplaner", Also: []string{"förvaltningsplan", "årsplan", "underhåll", "systemvård"}, Prefix: "SFP",
	Sheet: "Systemförvaltningsplaner", Searched: true, Further: true, Icon: "file-text", Page: "systems"})

// The groups of the form, in order.
const (
	Overview = "Översikt"
	Contents = "Mål och budget"
	People   = "Deltagare och beslut"
)

// The states of a plan.
const (
	Draft     = "draft"
	Consulted = "consulted" // those whom it concerns have it
	Decided   = "decided"
)

// What the plan is of.
var (
	Name = field.NewText(Kind, "name", "Förvaltningsplan", field.In(Overview), field.Listed, field.Width(34), field.Help("Skrivs av programmet när den lämnas tom: vad planen gäller och året."),
		field.Also("systemförvaltningsplan", "förvaltningsplan", "plan", "planens namn"))
	About = field.NewRef(Kind, "about", "Gäller", field.In(Overview), field.To(system.Kind, managed.Kind), field.WhenGone(field.Cascade), field.Required(""), field.Listed, field.Width(24), field.Help("Systemet eller förvaltningsobjektet. En plan för ett objekt gäller dess system."),
		field.Also("gäller", "system", "förvaltningsobjekt", "objekt", "systemnamn"))
	Year  = field.NewYear(Kind, "year", "År", field.In(Overview), field.Required(""), field.Listed, field.Width(6), field.Also("år", "planår", "avser år", "verksamhetsår"))
	Unit  = field.NewUnit(Kind, "unit", "Enhet", field.In(Overview), field.Listed, field.Width(22), field.Help("Följer det som planen gäller, när den lämnas tom."), field.Also("enhet", "förvaltning", "nämnd", "organisation"))
	State = field.NewChoice(Kind, "state", "Status", field.In(Overview), field.First, field.Listed, field.Width(11), field.Of(
		field.Option{Key: Draft, Label: "Utkast", Synonyms: []string{"förslag", "under arbete", "påbörjad"}, Tone: field.Quiet, Do: "Öppna igen", Then: "Beslutet finns kvar bland besluten. Skriv varför planen öppnas."},
		field.Option{Key: Consulted, Label: "Samråd", Synonyms: []string{"på samråd", "remiss", "på remiss", "för synpunkter"}, Tone: field.Accent, Do: "Skicka på samråd"},
		field.Option{Key: Decided, Label: "Beslutad", Synonyms: []string{"beslutat", "fastställd", "fastställt", "antagen", "godkänd", "gäller"}, Tone: field.Good, Do: "Besluta", Then: "Planen står därefter fast, tills den öppnas igen med ett skäl."},
	), field.Also("status", "läge"))
	Version = field.NewNumber(Kind, "version", "Version", field.In(Overview), field.Width(8), field.Help("Blir en till varje gång en beslutad plan öppnas igen."), field.Computed(version), field.Follows(decisions))
	Notes   = field.NewLongText(Kind, "notes", "Anteckningar", field.In(Overview), field.Sensitive, field.Help("Går att skriva i också när planen är beslutad."), field.Also("anteckningar", "anteckning", "kommentar", "övrigt"))
)

// What the year is to give, and what it may cost. Amounts are the year's, in öre.
var (
	Goals          = field.NewRefs(Kind, "goals", "Mål", field.In(Contents), field.To(goal.Kind), field.WhenGone(field.Detach), field.Width(28), field.Help("De av kommunens mål som planen bidrar till."), field.Also("mål", "kopplade mål"))
	GoalText       = field.NewLongText(Kind, "goal_text", "Systemets mål", field.In(Contents), field.Help("Vad systemet ska ge verksamheten under året."), field.Also("systemets mål", "mål för året", "förvaltningsmål", "målbild"))
	Maintain       = field.NewLongText(Kind, "maintain", "Vidmakthålla", field.In(Contents), field.Help("Det som håller systemet i drift och i skick."), field.Also("vidmakthålla", "vidmakthållande", "förvaltning"))
	MaintainBudget = field.NewMoney(Kind, "maintain_budget", "Budget, vidmakthålla", field.In(Contents), field.Listed, field.Also("budget vidmakthålla", "budget vidmakthållande", "budget förvaltning"))
	Develop        = field.NewLongText(Kind, "develop", "Vidareutveckla", field.In(Contents), field.Help("Det som gör systemet till något mer än det är."), field.Also("vidareutveckla", "vidareutveckling", "utveckling"))
	DevelopBudget  = field.NewMoney(Kind, "develop_budget", "Budget, vidareutveckla", field.In(Contents), field.Listed, field.Also("budget vidareutveckla", "budget vidareutveckling", "budget utveckling"))
	Portfolio      = field.NewText(Kind, "portfolio_budget", "I systemportföljen", field.In(Contents), field.Help("Drift- och utvecklingsbudget som står på systemet för samma år, till jämförelse."), field.Computed(portfolioBudget), field.Follows(costs))
)

// Who took part, and who decided.
var (
	Owner      = field.NewPerson(Kind, "system_owner", "Systemägare", field.In(People), field.Settles, field.Help("Den som deltog som systemägare. Den som har rollen i dag föreslås."), field.Blank(proposes(system.SystemOwner, managed.Owner)), field.Also("systemägare", "objektägare"))
	ITOwner    = field.NewPerson(Kind, "it_owner", "Systemägare IT", field.In(People), field.Settles, field.Blank(proposes(system.ITOwner, managed.ITOwner)), field.Also("systemägare it", "objektägare it"))
	Manager    = field.NewPerson(Kind, "system_manager", "Systemförvaltare", field.In(People), field.Settles, field.Blank(proposes(system.Manager, managed.Leader)), field.Also("systemförvaltare", "förvaltningsledare"))
	Technical  = field.NewPerson(Kind, "technical_manager", "Teknisk systemförvaltare", field.In(People), field.Settles, field.Blank(proposes(system.TechnicalManager, managed.ITLeader)), field.Also("teknisk systemförvaltare", "förvaltningsledare it"))
	Others     = field.NewText(Kind, "others", "Deltog också", field.In(People), field.Help("Andra som var med, med namn eller roll."), field.Also("deltog också", "övriga deltagare", "deltagare"))
	ConsultOn  = field.NewDate(Kind, "consulted_on", "Samråd den", field.In(People), field.Also("samråd den", "samrådsdatum"))
	DecidedOn  = field.NewDate(Kind, "decided_on", "Beslutad den", field.In(People), field.Listed, field.Width(11), field.Also("beslutad den", "beslutsdatum", "fastställd den"))
	DecidedBy  = field.NewPerson(Kind, "decided_by", "Beslutad av", field.In(People), field.Settles, field.Listed, field.Width(18), field.Blank(decides), field.Also("beslutad av", "fastställd av"))
	Role       = field.NewText(Kind, "decided_role", "Beslutad som", field.In(People), field.Vocabulary, field.Help("Rollen som den hade, eller nämnden som beslutade."), field.Also("beslutad som", "beslutande organ"))
	Reference  = field.NewText(Kind, "reference", "§ / diarienummer", field.In(People), field.Found, field.Also("§", "paragraf", "diarienummer", "dnr"))
	Document   = field.NewText(Kind, "document", "Dokument", field.In(People), field.Link, field.Sensitive, field.Help("Var planen finns: en fil eller en adress."), field.Also("dokument", "länk", "underlag"))
	OtherOwner = field.NewText(Kind, "decided_by_other", "Beslutad av annan", field.In(People), field.Help("Den som beslutade hade inte rollen den dagen."), field.Computed(otherOwner), field.Follows(holders))
)
