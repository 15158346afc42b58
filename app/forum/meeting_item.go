package forum

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// ItemKind is something on the agenda of a meeting: an insats, or what people write.
var ItemKind = field.NewKind(field.Kind{Name: "agenda_item", Plural: "agenda_items", One: "ärende", Many: "ärenden", Also: []string{"dagordningspunkt", "punkt", "fråga till möte"}, Neuter: true,
	Sheet: "Dagordningar", Further: true, Icon: "list", Page: "plan"})

// What is asked of the forum.
const (
	Information = "information"
	Preparation = "preparation"
	Decision    = "decision"
)

// Noted is the outcome of what was only heard.
const Noted = "noted"

// The fields of an item.
var (
	ItemSubject    = field.NewText(ItemKind, "subject", "Ärende", field.Required(""), field.Listed, field.Width(34), field.Also("ärende", "punkt", "rubrik", "ärenderubrik"))
	ItemOf         = field.NewRef(ItemKind, "meeting", "Möte", field.Owning, field.To(MeetingKind), field.Required(""), field.Listed, field.Width(28), field.Also("möte", "sammanträde"))
	ItemPlace      = field.NewPlace(ItemKind)
	ItemInitiative = field.NewRef(ItemKind, "initiative", "Insats", field.To(plan.Kind), field.WhenGone(field.Detach), field.Listed, field.Width(28), field.Also("insats", "projekt"))
	ItemAsk        = field.NewChoice(ItemKind, "ask", "Till mötet för", field.First, field.Listed, field.Width(12), field.Of(
		field.Option{Key: Information, Label: "Information", Synonyms: []string{"info", "för kännedom", "kännedom"}, Tone: field.Quiet},
		field.Option{Key: Preparation, Label: "Beredning", Synonyms: []string{"råd", "yttrande", "bedömning"}},
		field.Option{Key: Decision, Label: "Beslut", Synonyms: []string{"för beslut"}, Tone: field.Accent},
	), field.Also("till mötet för", "ärendetyp", "avser"))
	ItemWhy            = field.NewText(ItemKind, "why", "Varför", field.Width(24), field.Help("Varför ärendet står på dagordningen."), field.Also("varför", "anledning"))
	ItemPresenter      = field.NewPerson(ItemKind, "presenter", "Föredragande", field.Listed, field.Width(18), field.Also("föredragande", "föredras av"))
	ItemAssessment     = field.NewText(ItemKind, "assessment", "Bedömning", field.Width(24), field.Help("Hur långt styrmodellens bedömning av insatsen har kommit."), field.Computed(assessed), field.Follows(func() []*field.Kind { return []*field.Kind{governance.AnswerKind} }))
	ItemRecommendation = field.NewLongText(ItemKind, "recommendation", "Rekommendation", field.Also("rekommendation", "förslag till beslut", "förslag"))
	ItemOutcome        = field.NewChoice(ItemKind, "outcome", "Utfall", field.Listed, field.Width(14), field.Help("Vad mötet kom fram till. Det blir ett yttrande eller beslut när mötet justeras."),
		field.Of(append(slices.Clone(governance.DecisionOutcome.Options), field.Option{Key: Noted, Label: "Till handlingarna", Synonyms: []string{"noteras", "informationen noteras"}, Tone: field.Quiet})...), field.Also("utfall", "resultat"))
	ItemStays     = field.NewBool(ItemKind, "stays", "Stannar i fasen", field.Help("Utfallet skrivs ned, men insatsen går inte vidare."), field.Also("stannar i fasen", "flyttas inte"))
	ItemParagraph = field.NewText(ItemKind, "paragraph", "§", field.Width(8), field.Also("§", "paragraf"))
	ItemNote      = field.NewLongText(ItemKind, "note", "Anteckning", field.Also("anteckning", "kommentar"))
)

func init() {
	ItemKind.Identity = []*field.Field{ItemOf.Field, ItemSubject.Field}
	ItemKind.Vital = ItemKind.Identity
	ItemKind.Columns = []*field.Field{ItemSubject.Field, ItemInitiative.Field, ItemAsk.Field, ItemWhy.Field, ItemPresenter.Field, ItemAssessment.Field,
		ItemRecommendation.Field, ItemOutcome.Field, ItemStays.Field, ItemParagraph.Field, ItemNote.Field}
}

// Items are those of a meeting, in the order of its agenda.
func Items(w field.World, meeting field.ID) []*field.Record {
	return field.Parts(w, ItemOf.Field, meeting)
}

// assessed says how many of the points of the styrmodell's assessment are answered for the
// insats of an item, and how many with a remark.
func assessed(w field.World, r *field.Record) field.Value {
	points := governance.Of(w).Assessment
	if ItemInitiative.Get(r) == "" || len(points) == 0 {
		return nil
	}
	answered, remarks := 0, 0
	for _, q := range points {
		if a := governance.AnswerTo(w, ItemInitiative.Get(r), q); a != nil {
			answered++
			if v := governance.AnswerValue.Get(a); v == "remark" || v == "no" {
				remarks++
			}
		}
	}
	out := fmt.Sprintf("%d av %d punkter", answered, len(points))
	if remarks > 0 {
		out += ", " + text.Plural(remarks, "anmärkning", "anmärkningar")
	}
	return out
}
