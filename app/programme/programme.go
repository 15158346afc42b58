// Package programme holds the programmes that govern IT over several years, such as the
// eFörvaltningsprogram: who owns and decides one, its goals, what is planned in the long run,
// and how far it has come. The plan of a year is a plan_version: see plan.Freeze.
package programme

import (
	"itportfoljen/app/field"
	"itportfoljen/app/goal"
	"itportfoljen/app/plan"
)

// Kind is a programme.
var Kind = field.NewKind(field.Kind{Name: "programme", Plural: "programmes", One: "program", Many: "program", Also: []string{"projektportfölj", "insatser som hör ihop", "portföljprogram"}, Neuter: true, Prefix: "PRG",
	Sheet: "Program", Searched: true, Further: true, Icon: "landmark", Page: "plan"})

// The groups of the form, in order.
const (
	Overview = "Översikt"
	Reached  = "Mål och insatser"
	Decision = "Beslut och revidering"
)

// The states of a programme.
const (
	Draft    = "draft"
	Prepared = "prepared" // a forum or a nämnd has it
	Decided  = "decided"
	Ended    = "ended"
)

// The fields of a programme. Its goals say themselves that they are its.
var (
	Name  = field.NewText(Kind, "name", "Program", field.In(Overview), field.Required(""), field.Listed, field.Width(32), field.Also("program", "programmets namn", "eförvaltningsprogram"))
	Class = field.NewChoice(Kind, "class", "Dokumenttyp", field.In(Overview), field.Width(22), field.FromModel("policy_classes"), field.Help("Styrmodellens slag av styrdokument. Det säger vem som beslutar och hur gammalt programmet får bli."), field.Also("dokumenttyp", "typ", "slag"))
	State = field.NewChoice(Kind, "state", "Status", field.In(Overview), field.First, field.Listed, field.Width(12), field.Of(
		field.Option{Key: Draft, Label: "Utkast", Synonyms: []string{"förslag", "under arbete"}, Tone: field.Quiet, Do: "Skicka tillbaka"},
		field.Option{Key: Prepared, Label: "Beredning", Synonyms: []string{"bereds", "under beredning", "remiss", "på remiss"}, Tone: field.Accent, Do: "Lämna till beredning"},
		field.Option{Key: Decided, Label: "Beslutat", Synonyms: []string{"beslutad", "antaget", "antagen", "fastställt", "gäller"}, Tone: field.Good, Do: "Besluta", Then: "Programmet gäller, och det som det ersätter upphör."},
		field.Option{Key: Ended, Label: "Upphört", Synonyms: []string{"upphävt", "ersatt", "utgått", "inaktuellt"}, Tone: field.Quiet, Do: "Avsluta", Then: "Programmet finns kvar i listan med sina mål."},
	), field.Also("status", "läge"))
	From  = field.NewDate(Kind, "from", "Från", field.In(Overview), field.Listed, field.Width(11), field.Also("från", "gäller från", "programperiod från"))
	To    = field.NewDate(Kind, "to", "Till", field.LastDay, field.In(Overview), field.Listed, field.Width(11), field.Also("till", "gäller till", "programperiod till"))
	Owner = field.NewPerson(Kind, "owner", "Programägare", field.In(Overview), field.Listed, field.Width(18), field.Blank(byModel(owner)), field.Also("programägare", "ägare", "ansvarig"))
	Notes = field.NewLongText(Kind, "notes", "Anteckningar", field.In(Overview), field.Sensitive, field.Also("anteckningar", "anteckning", "kommentar", "beskrivning"))

	Goals       = field.NewRefs(Kind, "goals", "Mål i programmet", field.In(Reached), field.To(goal.Kind), field.Help("De mål som säger att de hör till programmet. Ändra på målet."), field.Computed(goalsOf), field.Follows(goalKinds))
	Initiatives = field.NewRefs(Kind, "initiatives", "Långsiktiga insatser", field.In(Reached), field.To(plan.Kind), field.WhenGone(field.Detach), field.Width(30), field.Help("De insatser som programmet räknar med, också de som inte är bestämda till något år."), field.Also("långsiktiga insatser", "insatser"))
	Standing    = field.NewText(Kind, "standing", "Hur långt", field.In(Reached), field.Listed, field.Width(40), field.Help("Hur många av målen som har insatser, och hur många av insatserna som är klara."), field.Computed(standing), field.Follows(goalKinds))
	Progress    = field.NewLongText(Kind, "progress", "Målen, ett för ett", field.In(Reached), field.Help("Alla insatserna efter fas, och sedan de som bidrar till varje mål, med målets utfall."), field.Computed(progress), field.Follows(goalKinds))

	DecidedBy  = field.NewText(Kind, "decided_by", "Beslutat av", field.In(Decision), field.Vocabulary, field.Listed, field.Width(20), field.Help("Nämnden, organet eller personen som beslutade."), field.Blank(byModel(decider)), field.Also("beslutat av", "beslutad av", "antaget av", "beslutsfattare"))
	DecidedOn  = field.NewDate(Kind, "decided_on", "Beslutat den", field.In(Decision), field.Listed, field.Width(11), field.Also("beslutat den", "beslutsdatum", "antaget den"))
	Reference  = field.NewText(Kind, "reference", "§ / diarienummer", field.In(Decision), field.Found, field.Also("§", "paragraf", "diarienummer", "dnr"))
	Document   = field.NewText(Kind, "document", "Dokument", field.In(Decision), field.Link, field.Sensitive, field.Help("Var programmet finns: en fil eller en adress."), field.Also("dokument", "länk"))
	ReviseBy   = field.NewDate(Kind, "revise_by", "Revideras senast", field.In(Decision), field.Listed, field.Width(11), field.Help("Räknas från beslutet: styrmodellens intervall för dokumenttypen, annars tre år."), field.Computed(reviseBy))
	Replaces   = field.NewRefs(Kind, "replaces", "Ersätter", field.In(Decision), field.To(Kind), field.WhenGone(field.Detach), field.Help("De program som upphör när det här beslutas."), field.Also("ersätter"))
	ReplacedBy = field.NewRefs(Kind, "replaced_by", "Ersatt av", field.In(Decision), field.Computed(replacedBy))
)

func init() { goal.Programme.Admit(Kind) }

func goalKinds() []*field.Kind {
	return []*field.Kind{goal.Kind, goal.ContributionKind, plan.Kind}
}
