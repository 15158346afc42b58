package plan

import (
	"fmt"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// LegKind is an etapp of an insats: a part of it with a year, money and a decision of its own.
var LegKind = field.NewKind(field.Kind{Name: "stage", Plural: "stages", One: "etapp", Many: "etapper", Also: []string{"delmål", "milstolpe", "fas i insats", "delleverans"}, Prefix: "ETP",
	Sheet: "Etapper", Further: true, Icon: "calendar", Page: "plan"})

// The states of an etapp.
const (
	LegPlanned = "planned"
	LegDecided = "decided"
	LegRunning = "running"
	LegDone    = "done"
	LegDropped = "dropped"
)

// The fields of an etapp.
var (
	LegName   = field.NewText(LegKind, "name", "Etapp", field.Required(""), field.Listed, field.Width(26), field.Also("etapp", "delprojekt", "delleverans", "milstolpe"))
	LegOf     = field.NewRef(LegKind, "initiative", "Insats", field.Owning, field.To(Kind), field.Required(""), field.Listed, field.Width(26), field.Also("insats", "projekt"))
	LegYear   = field.NewYear(LegKind, "year", "År", field.Listed, field.Width(6), field.Help("Verksamhetsåret som etappen beslutas för."), field.Also("år", "verksamhetsår", "budgetår"))
	LegFrom   = field.NewDate(LegKind, "from", "Från", field.Listed, field.Width(11), field.Also("från", "start", "startdatum"))
	LegTo     = field.NewDate(LegKind, "to", "Till", field.LastDay, field.Listed, field.Width(11), field.Also("till", "slut", "slutdatum", "klar"))
	LegAmount = field.NewMoney(LegKind, "amount", "Belopp", field.Listed, field.Also("belopp", "kostnad", "budget"))
	LegState  = field.NewChoice(LegKind, "state", "Läge", field.First, field.Listed, field.Width(12), field.Of(
		field.Option{Key: LegPlanned, Label: "Planerad", Synonyms: []string{"planerat", "föreslagen"}, Tone: field.Accent},
		field.Option{Key: LegDecided, Label: "Beslutad", Synonyms: []string{"beslutat", "beviljad"}, Tone: field.Accent},
		field.Option{Key: LegRunning, Label: "Pågår", Synonyms: []string{"pågående", "startad"}, Tone: field.Good},
		field.Option{Key: LegDone, Label: "Klar", Synonyms: []string{"klart", "avslutad", "genomförd"}, Tone: field.Good},
		field.Option{Key: LegDropped, Label: "Utgår", Synonyms: []string{"utgått", "struken", "inställd"}, Tone: field.Quiet},
	), field.Also("läge", "status"))
	LegDecidedOn = field.NewDate(LegKind, "decided_on", "Beslutad den", field.Listed, field.Width(11), field.Also("beslutad den", "beslutsdatum"))
	LegReference = field.NewText(LegKind, "reference", "Beslut § / diarienummer", field.Also("§", "paragraf", "diarienummer", "dnr"))
	LegNotes     = field.NewLongText(LegKind, "notes", "Anteckningar", field.Also("anteckning", "anteckningar", "kommentar"))
)

// What an insats' etapper add up to, and how that is against its budget.
var (
	LegSum     = field.NewMoney(Kind, "stage_sum", "Etapper, summa", field.In(Economy), field.Whole, field.Help("Beloppen i insatsens etapper, utom de som utgår."), field.Computed(legSum), field.Follows(legKinds))
	LegUnsaid  = field.NewText(Kind, "stages_undecided", "Etapper utan beslut", field.In(Economy), field.Help("De av insatsens etapper för i år, eller tidigare år, som ingen har beslutat om."), field.Computed(legsUndecided), field.Follows(legKinds))
	LegAgainst = field.NewText(Kind, "stage_check", "Etapper mot budget", field.In(Economy), field.Help("Skillnaden mellan etapperna och insatsens hela budget, när den inte går jämnt upp."), field.Computed(legAgainst), field.Follows(legKinds))
)

func legKinds() []*field.Kind { return []*field.Kind{LegKind} }

// Legs are the etapper of an insats that it counts with.
func Legs(w field.World, id field.ID) (out []*field.Record) {
	for _, r := range w.Pointing(LegOf.Field, id) {
		if LegState.Get(r) != LegDropped {
			out = append(out, r)
		}
	}
	return out
}

// sumOfLegs is what an insats' etapper cost, when all of them say.
func sumOfLegs(w field.World, id field.ID) (sum money.Ore, known bool) {
	legs := Legs(w, id)
	for _, r := range legs {
		amount, said := r.Get(LegAmount.Field).(money.Ore)
		if !said {
			return 0, false
		}
		sum += amount
	}
	return sum, len(legs) > 0
}

func legSum(w field.World, r *field.Record) field.Value {
	if sum, known := sumOfLegs(w, r.ID); known {
		return sum
	}
	return nil
}

// legsUndecided are the etapper of this year and before that go on, or should, undecided: each
// year decides of its own.
func legsUndecided(w field.World, r *field.Record) field.Value {
	var names []string
	for _, leg := range Legs(w, r.ID) {
		year, said := leg.Get(LegYear.Field).(int64)
		if said && int(year) <= w.Today().Year() && !LegKind.Over(w, leg) && LegDecidedOn.Get(leg).IsZero() {
			names = append(names, fmt.Sprintf("%s (%d)", leg.Name(), year))
		}
	}
	if len(names) == 0 {
		return nil
	}
	return text.And(names)
}

func legAgainst(w field.World, r *field.Record) field.Value {
	sum, known := sumOfLegs(w, r.ID)
	budget, said := Cost(w, r)
	switch {
	case !known || !said || sum == budget:
		return nil
	case sum > budget:
		return fmt.Sprintf("%s mer än budgeten", (sum - budget).Kr())
	}
	return fmt.Sprintf("%s mindre än budgeten", (budget - sum).Kr())
}

// What must be done about etapper.
var (
	legLate  = field.Reminder{Rule: "stage-late", Text: "Etappen skulle ha varit klar", Field: LegState.Field, Weight: 50}
	legDue   = field.Reminder{Rule: "stage-late", Text: "Etappen ska vara klar", Field: LegState.Field, Quiet: true}
	legRuns  = field.Reminder{Rule: "stage-undecided", Text: "Etappen pågår utan beslut", Field: LegDecidedOn.Field, Badge: "saknas", Tone: field.Warn, Weight: 60}
	legsMore = field.Reminder{Rule: "stages-budget", Text: "Etapperna går inte jämnt upp med insatsens budget", Field: LegAgainst.Field, Badge: "avviker", Tone: field.Warn, Gathered: true, Weight: 35}
)

func init() {
	LegKind.Identity = []*field.Field{LegOf.Field, LegName.Field}
	LegKind.Vital = LegKind.Identity
	LegKind.Columns = []*field.Field{LegName.Field, LegYear.Field, LegFrom.Field, LegTo.Field, LegAmount.Field, LegState.Field, LegDecidedOn.Field, LegReference.Field, LegNotes.Field}
	LegKind.InUse = func(_ field.World, r *field.Record) bool { return LegState.Get(r) == LegRunning }
	LegKind.Over = func(_ field.World, r *field.Record) bool {
		return LegState.Get(r) == LegDone || LegState.Get(r) == LegDropped
	}
	LegKind.Check = checkLeg
	governance.DecisionOf.Admit(LegKind)
	governance.Acts(LegKind, LegDecided, LegDecidedOn.Field)
	LegKind.Remind = remindOfLeg
}

func checkLeg(w field.World, before, r *field.Record) error {
	switch {
	case r == nil:
		return nil
	case LegOf.Get(r) == "":
		return fault.New(fault.Invalid, "En etapp säger vilken insats den är en del av. Inget har ändrats. Fyll i insatsen.")
	case !LegTo.Get(r).IsZero() && LegTo.Get(r) < LegFrom.Get(r):
		return fault.New(fault.Invalid, fmt.Sprintf("%s slutar %s, före dagen då den börjar, %s. Inget har ändrats. Rätta den ena dagen.", r.Name(), LegTo.Get(r), LegFrom.Get(r)))
	case LegDecidedOn.Get(r) > w.Today():
		return fault.New(fault.Invalid, fmt.Sprintf("%s kan inte vara beslutad %s, som inte har varit än. Inget har ändrats.", r.Name(), LegDecidedOn.Get(r)))
	}
	return governance.PassAct(w, before, r)
}

func remindOfLeg(w field.World, r *field.Record, say func(field.Reminder)) {
	of := w.Get(LegOf.Get(r))
	if of == nil || LegKind.Over(w, r) || !StageOf(w, of).Live() {
		return
	}
	about := func(m field.Reminder) field.Reminder {
		m.Subject = of.Name() + ", " + r.Name()
		return m
	}
	if LegState.Get(r) == LegRunning && LegDecidedOn.Get(r).IsZero() {
		say(about(legRuns))
	}
	switch on := LegTo.Get(r); {
	case on.IsZero():
	case on < w.Today():
		say(about(legLate).On(on))
	default:
		say(about(legDue).On(on))
	}
}

// remindOfLegs is of an insats whose etapper don't add up to its budget.
func remindOfLegs(w field.World, r *field.Record, say func(field.Reminder)) {
	if StageOf(w, r).Live() && !over(w, r) && legAgainst(w, r) != nil {
		say(legsMore)
	}
}
