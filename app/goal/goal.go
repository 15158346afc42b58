// Package goal holds what the municipality wants to reach, from the vision to the goals of
// its IT, and what insatser contribute to it.
package goal

import (
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
)

// Kind is a goal.
var Kind = field.NewKind(field.Kind{Name: "goal", Plural: "goals", One: "mål", Many: "mål", Also: []string{"målsättning", "nämndmål", "inriktning"}, Neuter: true, Prefix: "MÅL",
	Sheet: "Mål", Further: true, Searched: true, Icon: "circle-check", Page: "plan"})

// The levels of a goal, the highest first.
const (
	Vision   = "vision"
	Council  = "council"
	Board    = "board"
	Strategy = "strategy"
	Within   = "programme"
)

// levels are who has set a goal.
var levels = []field.Option{
	{Key: Vision, Label: "Vision", Synonyms: []string{"visionen", "övergripande"}},
	{Key: Council, Label: "Kommunfullmäktige", Synonyms: []string{"kf", "fullmäktige", "kf-mål", "kommunfullmäktiges mål"}},
	{Key: Board, Label: "Nämnd eller styrelse", Synonyms: []string{"nämnd", "nämndsmål", "styrelse", "bolagsstyrelse"}},
	{Key: Strategy, Label: "IT-strategi", Synonyms: []string{"strategi", "it-strategin", "digitaliseringsstrategi"}},
	{Key: Within, Label: "Program", Synonyms: []string{"programmål", "eförvaltningsprogram", "e-förvaltningsprogram"}},
}

// The fields of a goal.
var (
	Name  = field.NewText(Kind, "name", "Mål", field.Required(""), field.Listed, field.Width(36), field.Also("mål", "målformulering", "målnamn"))
	Level = field.NewChoice(Kind, "level", "Nivå", field.Required(""), field.Listed, field.Width(18), field.Of(levels...), field.Help("Vem som har satt målet."), field.Also("nivå", "målnivå"))
	// Programme is the program that the goal is set in; programmes let themselves in.
	Programme = field.NewRef(Kind, "programme", "Program", field.WhenGone(field.Detach), field.Width(24), field.Help("Programmet som målet står i, för mål på nivån Program."), field.Also("program", "i programmet"))
	Unit      = field.NewUnit(Kind, "unit", "Enhet", field.Listed, field.Width(24), field.Help("Den som målet gäller, när det inte gäller hela kommunen."), field.Also("enhet", "förvaltning", "nämnd"))
	Owner     = field.NewPerson(Kind, "owner", "Målägare", field.Listed, field.Also("målägare", "ansvarig"))
	From      = field.NewDate(Kind, "from", "Från", field.Listed, field.Width(11), field.Also("från", "gäller från", "start"))
	To        = field.NewDate(Kind, "to", "Till", field.LastDay, field.Listed, field.Width(11), field.Also("till", "gäller till", "slut"))
	Measure   = field.NewText(Kind, "measure", "Mått", field.Listed, field.Help("Vad som mäts, och hur."), field.Also("mått", "mätetal", "indikator", "nyckeltal"))
	Baseline  = field.NewText(Kind, "baseline", "Utgångsläge", field.Also("utgångsläge", "utgångsvärde", "nuläge"))
	Target    = field.NewText(Kind, "target", "Målvärde", field.Listed, field.Also("målvärde", "önskat läge"))
	Outcome   = field.NewText(Kind, "outcome", "Utfall", field.Help("Vad det blev när perioden var slut."), field.Also("utfall", "resultat"))
	Notes     = field.NewLongText(Kind, "notes", "Anteckningar", field.Also("anteckning", "anteckningar", "kommentar", "beskrivning"))
)

// sizes are how much an insats contributes.
var sizes = []field.Option{
	{Key: "large", Label: "Stort", Synonyms: []string{"stor", "stort bidrag", "avgörande"}, Tone: field.Good},
	{Key: "some", Label: "Visst", Synonyms: []string{"viss", "visst bidrag", "delvis"}},
	{Key: "small", Label: "Litet", Synonyms: []string{"liten", "litet bidrag", "marginellt"}, Tone: field.Quiet},
}

// ContributionKind is what an insats contributes to a goal.
var ContributionKind = field.NewKind(field.Kind{Name: "goal_contribution", Plural: "goal_contributions", One: "bidrag till mål", Many: "bidrag till mål", Also: []string{"måluppfyllelse", "nytta mot mål"}, Neuter: true,
	Sheet: "Bidrag till mål", Further: true, Icon: "arrow-up", Page: "plan"})

// The fields of a contribution. The level is the goal's: gates ask which there are.
var (
	Contribution      = field.NewText(ContributionKind, "contribution", "Bidrag", field.Listed, field.Width(36), field.Help("Hur insatsen bidrar till målet."), field.Also("bidrag", "bidrar med"))
	ContributionOf    = field.NewRef(ContributionKind, "initiative", "Insats", field.Owning, field.To(plan.Kind), field.Required(""), field.Listed, field.Width(26), field.Also("insats", "projekt"))
	ContributionTo    = field.NewRef(ContributionKind, "goal", "Mål", field.To(Kind), field.Required(""), field.Listed, field.Width(30), field.Also("mål", "till mål"))
	ContributionSize  = field.NewChoice(ContributionKind, "size", "Storlek", field.Listed, field.Width(10), field.Of(sizes...), field.Also("storlek", "grad"))
	ContributionLevel = field.NewChoice(ContributionKind, "level", "Målets nivå", field.Listed, field.Width(18), field.Of(levels...), field.Computed(levelOf), field.Follows(goals))
)

func goals() []*field.Kind { return []*field.Kind{Kind} }

func levelOf(w field.World, r *field.Record) field.Value {
	if g := w.Get(ContributionTo.Get(r)); g != nil && Level.Get(g) != "" {
		return Level.Get(g)
	}
	return nil
}
