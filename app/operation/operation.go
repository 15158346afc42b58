// Package operation is what is done with a system before it is run, while it is and when
// that ends: its versions, tests and training, changes of who runs it and where, and what
// is ticked off when it is taken out of use. They are parts of the system.
package operation

import (
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// outcomes are what a check or a test gave.
var outcomes = []field.Option{
	{Key: "ok", Label: "Godkänt", Synonyms: []string{"ok", "godkänd", "ja", "utan anmärkning"}, Tone: field.Good},
	{Key: "remark", Label: "Godkänt med anmärkning", Synonyms: []string{"anmärkning", "godkänd med anmärkning", "med anmärkning"}, Tone: field.Warn},
	{Key: "failed", Label: "Underkänt", Synonyms: []string{"underkänd", "ej godkänt", "ej godkänd", "nej"}, Tone: field.Bad},
}

// VersionKind is a version of a system.
var VersionKind = field.NewKind(field.Kind{Name: "system_version", Plural: "system_versions", One: "version", Many: "versioner", Also: []string{"release", "uppgradering", "uppdatering"}, Prefix: "VER",
	Sheet: "Versioner", Further: true, Icon: "refresh-cw", Page: "systems"})

// The states of a version.
const (
	VersionPlanned  = "planned"
	VersionTested   = "testing"
	VersionRuns     = "running"
	VersionReplaced = "replaced"
)

// The fields of a version.
var (
	VersionNumber = field.NewText(VersionKind, "number", "Version", field.Required(""), field.Listed, field.Width(14), field.Also("version", "versionsnummer", "versionsnr", "release"))
	VersionOf     = field.NewRef(VersionKind, "system", "System", field.Owning, field.To(system.Kind), field.Required(""), field.Listed, field.Width(24), field.Also("system", "systemnamn"))
	VersionState  = field.NewChoice(VersionKind, "state", "Läge", field.First, field.Listed, field.Width(12), field.Of(
		field.Option{Key: VersionPlanned, Label: "Planerad", Synonyms: []string{"planerat", "kommande"}, Tone: field.Accent},
		field.Option{Key: VersionTested, Label: "I test", Synonyms: []string{"test", "testas", "under test"}, Tone: field.Accent},
		field.Option{Key: VersionRuns, Label: "I drift", Synonyms: []string{"drift", "i produktion", "produktion", "driftsatt", "aktuell"}, Tone: field.Good},
		field.Option{Key: VersionReplaced, Label: "Ersatt", Synonyms: []string{"utgått", "utgången", "gammal", "avvecklad"}, Tone: field.Quiet},
	), field.Also("läge", "status"))
	VersionFrom        = field.NewDate(VersionKind, "from", "I drift från", field.Listed, field.Width(12), field.Help("Dag då versionen togs i drift, eller är tänkt att tas."), field.Also("från", "driftsatt", "driftsättning", "i drift från"))
	VersionEnvironment = field.NewDate(VersionKind, "environment_on", "IT:s kontroll", field.Listed, field.Width(12), field.Help("Dag då IT-avdelningen såg att versionen inte stör annat i driftmiljön."), field.Also("driftmiljön kontrollerad", "kontroll av driftmiljö"))
	VersionVerifier    = field.NewPerson(VersionKind, "environment_by", "IT:s kontroll av", field.Also("driftmiljön kontrollerad av"))
	VersionUndisturbed = field.NewChoice(VersionKind, "environment_outcome", "IT:s kontroll gav", field.Of(outcomes...), field.Also("utfall driftmiljö"))
	VersionFunction    = field.NewDate(VersionKind, "function_on", "Förvaltarens kontroll", field.Listed, field.Width(12), field.Help("Dag då systemförvaltaren såg att versionen gör det som den ska."), field.Also("funktionen kontrollerad", "acceptanstest"))
	VersionApprover    = field.NewPerson(VersionKind, "function_by", "Förvaltarens kontroll av", field.Also("funktionen kontrollerad av"))
	VersionWorks       = field.NewChoice(VersionKind, "function_outcome", "Förvaltarens kontroll gav", field.Of(outcomes...), field.Also("utfall funktion"))
	VersionLaunch      = field.NewDate(VersionKind, "launch_on", "Produktionssättning överenskommen", field.Help("Dag för den skriftliga överenskommelsen om produktionssättning."), field.Also("produktionssättning"))
	VersionHanded      = field.NewDate(VersionKind, "handed_on", "Överlämnad till förvaltning", field.Also("överlämnad", "överlämning"))
	VersionNotes       = field.NewLongText(VersionKind, "notes", "Anteckningar", field.Sensitive, field.Also("anteckning", "kommentar", "anmärkning"))
)

// TestKind is a test of a system, on terms.
var TestKind = field.NewKind(field.Kind{Name: "system_test", Plural: "system_tests", One: "test", Many: "tester", Also: []string{"acceptanstest", "provning", "testprotokoll"}, Prefix: "TST",
	Sheet: "Tester", Further: true, Icon: "circle-check", Page: "systems"})

// The fields of a test.
var (
	TestName        = field.NewText(TestKind, "name", "Test", field.Required(""), field.Listed, field.Width(26), field.Also("test", "testomfattning"))
	TestOf          = field.NewRef(TestKind, "system", "System", field.Owning, field.To(system.Kind), field.Required(""), field.Listed, field.Width(24), field.Also("system", "systemnamn"))
	TestEnvironment = field.NewText(TestKind, "environment", "Miljö", field.Listed, field.Vocabulary, field.Help("Till exempel egen testmiljö, leverantörens eller skarp drift för några."), field.Also("testmiljö", "miljö"))
	TestFrom        = field.NewDate(TestKind, "from", "Från", field.Listed, field.Width(11), field.Also("start", "testas från"))
	TestTo          = field.NewDate(TestKind, "to", "Till", field.LastDay, field.Listed, field.Width(11), field.Also("slut", "testas till"))
	TestTerms       = field.NewLongText(TestKind, "terms", "Villkor för drift och support", field.Help("Vem som driver och hjälper till under testet, när, och vad som händer efteråt."), field.Also("villkor", "testvillkor"))
	TestLead        = field.NewPerson(TestKind, "responsible", "Testansvarig", field.Also("ansvarig", "testledare"))
	TestOutcome     = field.NewChoice(TestKind, "outcome", "Utfall", field.Listed, field.Of(outcomes...), field.Also("resultat"))
)

// TrainingKind is training of those who use a system.
var TrainingKind = field.NewKind(field.Kind{Name: "system_training", Plural: "system_trainings", One: "utbildning", Many: "utbildningar", Also: []string{"kurs", "utbilda användare"}, Prefix: "UTB",
	Sheet: "Utbildningar", Further: true, Icon: "users", Page: "systems"})

// The fields of training.
var (
	TrainingName     = field.NewText(TrainingKind, "name", "Utbildning", field.Required(""), field.Listed, field.Width(26), field.Help("För vilka och om vad."), field.Also("kurs", "utbildning", "för vilka", "målgrupp"))
	TrainingOf       = field.NewRef(TrainingKind, "system", "System", field.Owning, field.To(system.Kind), field.Required(""), field.Listed, field.Width(24), field.Also("system", "systemnamn"))
	TrainingUnit     = field.NewUnit(TrainingKind, "unit", "Enhet", field.Listed, field.Also("enhet", "förvaltning", "verksamhet"))
	TrainingPlanned  = field.NewDate(TrainingKind, "planned_on", "Planerad", field.Listed, field.Width(11), field.Also("planerad den", "planerat"))
	TrainingDone     = field.NewDate(TrainingKind, "done_on", "Genomförd", field.Listed, field.Width(11), field.Also("genomförd den", "klar", "genomfört"))
	TrainingTrained  = field.NewNumber(TrainingKind, "trained", "Har gått", field.Listed, field.Also("antal som gått", "utbildade"))
	TrainingOfHow    = field.NewNumber(TrainingKind, "of_how_many", "Av antal", field.Listed, field.Help("Hur många som ska gå."), field.Also("ska gå", "antal som ska gå"))
	TrainingMaterial = field.NewText(TrainingKind, "material", "Material", field.Help("Var lathund eller film finns."), field.Also("lathund", "utbildningsmaterial"))
)

// ChangeKind is a planned change of how a system is run, where or by whom.
var ChangeKind = field.NewKind(field.Kind{Name: "operation_change", Plural: "operation_changes", One: "driftändring", Many: "driftändringar", Also: []string{"driftstopp", "flytt", "byte av driftform", "change", "ändringshantering"}, Prefix: "DFT",
	Sheet: "Driftändringar", Further: true, Icon: "settings", Page: "systems"})

// The states of a change.
const (
	ChangePlanned = "planned"
	CarriedOut    = "done"
	ChangeDropped = "dropped"
)

// The fields of a change. What it changes from is written down when it is carried out.
var (
	ChangeReason = field.NewText(ChangeKind, "reason", "Driftändring", field.Required(""), field.Listed, field.Width(28), field.Help("Vad som ändras och varför."), field.Also("ändring", "ändring av drift"))
	ChangeOf     = field.NewRef(ChangeKind, "system", "System", field.Owning, field.To(system.Kind), field.Required(""), field.Listed, field.Width(24), field.Also("system", "systemnamn"))
	ChangeState  = field.NewChoice(ChangeKind, "state", "Läge", field.First, field.Listed, field.Width(12), field.Of(
		field.Option{Key: ChangePlanned, Label: "Planerad", Synonyms: []string{"planerat", "väntar"}, Tone: field.Accent},
		field.Option{Key: CarriedOut, Label: "Genomförd", Synonyms: []string{"genomfört", "klar", "gjord"}, Tone: field.Good},
		field.Option{Key: ChangeDropped, Label: "Avblåst", Synonyms: []string{"inställd", "stoppad"}, Tone: field.Quiet},
	), field.Also("läge", "status"))
	ChangeHosting = field.NewChoice(ChangeKind, "hosting", "Ny driftform", field.Listed, field.Of(system.Hosting.Options...), field.Also("till driftform", "driftform"))
	ChangePlace   = field.NewText(ChangeKind, "place", "Ny plats", field.Listed, field.Help("Var data lagras sedan."), field.Also("till plats", "plats"))
	ChangeManager = field.NewPerson(ChangeKind, "operations_manager", "Ny driftansvarig", field.Listed, field.Also("till driftansvarig", "driftansvarig"))
	ChangeOn      = field.NewDate(ChangeKind, "planned_on", "Planerad den", field.Listed, field.Width(11), field.Also("planerad", "datum", "dag"))
	ChangeNotedOn = field.NewDate(ChangeKind, "noted_on", "Noterad av IT", field.Listed, field.Width(11), field.Help("Dag då IT-enheten noterade ändringen."), field.Also("noterad", "it-enheten underrättad", "anmäld till it"))
	ChangeNotedBy = field.NewPerson(ChangeKind, "noted_by", "Noterad av", field.Also("noterat av"))
	ChangeWas     = field.NewText(ChangeKind, "was", "Före ändringen", field.Help("Skrivs när ändringen genomförs."), field.Also("från", "tidigare"))
)

// ItemKind is something to tick off when a system is taken out of use.
var ItemKind = field.NewKind(field.Kind{Name: "retirement_item", Plural: "retirement_items", One: "avvecklingspunkt", Many: "avvecklingspunkter", Also: []string{"avveckla", "checklista för avveckling", "gallring", "nedläggning"},
	Sheet: "Avveckling", Further: true, Icon: "archive", Page: "systems"})

// The fields of an item: the question as it was put then, and which of the styrmodell's
// it is; those that people add are none of them.
var (
	ItemText  = field.NewText(ItemKind, "item", "Att göra", field.Required(""), field.Listed, field.Width(40), field.Also("punkt", "att göra", "åtgärd"))
	ItemOf    = field.NewRef(ItemKind, "system", "System", field.Owning, field.To(system.Kind), field.Required(""), field.Listed, field.Width(24), field.Also("system", "systemnamn"))
	ItemDone  = field.NewDate(ItemKind, "done_on", "Klart", field.Listed, field.Width(11), field.Also("klar", "klart den", "gjort", "datum"))
	ItemBy    = field.NewPerson(ItemKind, "done_by", "Av", field.Listed, field.Also("av", "gjort av", "ansvarig"))
	ItemNote  = field.NewText(ItemKind, "note", "Kommentar", field.Listed, field.Also("kommentar", "anmärkning"))
	ItemPoint = field.NewText(ItemKind, "point", "Punkt i styrmodellen", field.Hidden)
)
