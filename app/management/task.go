package management

import (
	"fmt"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/managed"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// ActionKind is something that a plan says is to be done.
var ActionKind = field.NewKind(field.Kind{Name: "management_action", Plural: "management_actions", One: "förvaltningsåtgärd", Many: "förvaltningsåtgärder", Also: []string{"åtgärd", "underhåll", "förbättring", "uppgift"}, Prefix: "ÅTG",
	Sheet: "Förvaltningsåtgärder", Further: true, Icon: "circle-check", Page: "systems"})

// The sorts of åtgärder.
const (
	Maintaining = "maintain"
	Developing  = "develop"
)

// The states of an åtgärd.
const (
	ActionPlanned = "planned"
	ActionRunning = "running"
	ActionDone    = "done"
	ActionMoved   = "moved" // it stands in the next year's plan
	ActionDropped = "dropped"
)

// The fields of an åtgärd.
var (
	What     = field.NewText(ActionKind, "what", "Åtgärd", field.Required(""), field.Listed, field.Width(32), field.Also("åtgärd", "aktivitet", "vad"))
	ActionOf = field.NewRef(ActionKind, "plan", "Förvaltningsplan", field.Owning, field.To(Kind), field.Required(""), field.Listed, field.Width(28), field.Also("förvaltningsplan", "plan", "systemförvaltningsplan"))
	Sort     = field.NewChoice(ActionKind, "sort", "Slag", field.Listed, field.Width(14), field.First, field.Of(
		field.Option{Key: Maintaining, Label: "Vidmakthålla", Synonyms: []string{"vidmakthållande", "förvaltning", "drift", "underhåll"}},
		field.Option{Key: Developing, Label: "Vidareutveckla", Synonyms: []string{"vidareutveckling", "utveckling", "utveckla"}, Tone: field.Accent},
	), field.Also("slag", "typ"))
	ActionCost = field.NewMoney(ActionKind, "cost", "Kostnad", field.Listed, field.Help("Vad åtgärden kostar under året."), field.Also("kostnad", "belopp", "budget"))
	By         = field.NewDate(ActionKind, "by", "Klar senast", field.LastDay, field.Listed, field.Width(11), field.Help("Dag, månad eller kvartal: Q2 2027 blir 2027-06-30."), field.Also("klar senast", "när", "tidpunkt", "kvartal", "månad", "klart"))
	Who        = field.NewPerson(ActionKind, "responsible", "Ansvarig", field.Listed, field.Width(18), field.Also("ansvarig", "utförs av"))
	ActionIs   = field.NewChoice(ActionKind, "state", "Läge", field.First, field.Listed, field.Width(11), field.Of(
		field.Option{Key: ActionPlanned, Label: "Planerad", Synonyms: []string{"planerat", "ej påbörjad"}},
		field.Option{Key: ActionRunning, Label: "Pågår", Synonyms: []string{"pågående", "påbörjad"}, Tone: field.Accent},
		field.Option{Key: ActionDone, Label: "Klar", Synonyms: []string{"klart", "genomförd", "utförd"}, Tone: field.Good},
		field.Option{Key: ActionMoved, Label: "Förs över", Synonyms: []string{"överförd", "nästa år", "flyttad"}, Tone: field.Quiet},
		field.Option{Key: ActionDropped, Label: "Utgår", Synonyms: []string{"utgått", "struken"}, Tone: field.Quiet},
	), field.Also("läge", "status"))
	Initiative  = field.NewRef(ActionKind, "initiative", "Insats", field.To(plan.Kind), field.WhenGone(field.Detach), field.Listed, field.Width(26), field.Help("Insatsen som åtgärden har blivit, när den är för stor för förvaltningen."), field.Also("insats", "blev insats"))
	ActionNotes = field.NewLongText(ActionKind, "notes", "Anteckningar", field.Also("anteckningar", "anteckning", "kommentar", "resultat"))
)

// What a plan tells of its åtgärder, and others of the plans.
var (
	ActionSum   = field.NewMoney(Kind, "action_sum", "Åtgärder, summa", field.In(Contents), field.Help("Det som åtgärderna kostar, utom de som utgår eller förs över. Tomt så länge någon saknar kostnad."), field.Computed(actionSum), field.Follows(actions))
	ActionCheck = field.NewText(Kind, "action_check", "Åtgärder mot budget", field.In(Contents), field.Help("Det som åtgärderna kostar mer än budgeten de hör till."), field.Computed(actionCheck), field.Follows(actions))
	// Current is the decided plan of a system this year, its own or its förvaltningsobjekt's.
	Current = field.NewRef(system.Kind, "plan_this_year", "Årets förvaltningsplan", field.In(system.RoleGroup), field.Width(28), field.To(Kind),
		field.Help("Den beslutade systemförvaltningsplan som gäller i år, systemets egen eller förvaltningsobjektets."), field.Computed(current), field.Follows(plans))
	// Becoming are the åtgärder that an insats came of.
	Becoming = field.NewRefs(plan.Kind, "management_actions", "Ur förvaltningsplan", field.In(plan.Overview), field.To(ActionKind), field.Help("Åtgärden i systemförvaltningsplanen som insatsen kommer ur."),
		field.Computed(func(w field.World, r *field.Record) field.Value { return field.IDs(w.Pointing(Initiative.Field, r.ID)) }), field.Follows(actions))
)

func decisions() []*field.Kind { return []*field.Kind{governance.DecisionKind} }
func actions() []*field.Kind   { return []*field.Kind{ActionKind} }
func plans() []*field.Kind     { return []*field.Kind{Kind} }
func costs() []*field.Kind     { return []*field.Kind{economy.CostKind} }

// holders are those that tell who has the roles of what a plan is of.
func holders() []*field.Kind { return []*field.Kind{system.Kind, managed.Kind} }

// Actions are a plan's åtgärder, in order.
func Actions(w field.World, plan field.ID) []*field.Record { return w.Pointing(ActionOf.Field, plan) }

// Undone says that an åtgärd is still to be done.
func Undone(r *field.Record) bool {
	is := ActionIs.Get(r)
	return is == "" || is == ActionPlanned || is == ActionRunning
}

// counts says that an åtgärd is one of what the year costs.
func counts(r *field.Record) bool {
	return ActionIs.Get(r) != ActionMoved && ActionIs.Get(r) != ActionDropped
}

// sumOf is what the åtgärder of a sort, "" for all, cost; known when each of them says and
// there is one.
func sumOf(w field.World, plan field.ID, sort string) (sum money.Ore, known bool) {
	for _, r := range Actions(w, plan) {
		if !counts(r) || sort != "" && Sort.Get(r) != sort {
			continue
		}
		cost, said := r.Get(ActionCost.Field).(money.Ore)
		if !said {
			return 0, false
		}
		sum, known = sum+cost, true
	}
	return sum, known
}

func actionSum(w field.World, r *field.Record) field.Value {
	if sum, known := sumOf(w, r.ID, ""); known {
		return sum
	}
	return nil
}

// actionCheck tells of the sort whose åtgärder cost more than its budget.
func actionCheck(w field.World, r *field.Record) field.Value {
	said := ""
	for _, of := range []struct {
		sort   string
		budget field.MoneyField
	}{{Maintaining, MaintainBudget}, {Developing, DevelopBudget}} {
		budget, has := r.Get(of.budget.Field).(money.Ore)
		sum, known := sumOf(w, r.ID, of.sort)
		if !has || !known || sum <= budget {
			continue
		}
		if said != "" {
			said += "; "
		}
		said += fmt.Sprintf("%s: %s kr mer än budgeten", Sort.Show(w, of.sort), (sum - budget).Kr())
	}
	if said == "" {
		return nil
	}
	return said
}

// portfolioBudget is what the system itself has of budget the plan's year.
func portfolioBudget(w field.World, r *field.Record) field.Value {
	said := ""
	for _, of := range []struct{ typ, word string }{{economy.Operations, "drift "}, {economy.Investment, "utveckling "}} {
		var total money.Total
		for _, s := range systems(w, r) {
			if sum, known := economy.Sum(w, s, int(Year.Get(r)), of.typ, economy.CostBudget); known {
				total.Add(sum, known)
			}
		}
		if !total.Known {
			continue
		}
		if said != "" {
			said += ", "
		}
		said += of.word + total.Kr() + " kr"
	}
	if said == "" {
		return nil
	}
	return said
}

// systems are those that a plan is of: one, or those of its förvaltningsobjekt.
func systems(w field.World, r *field.Record) []field.ID {
	of := w.Get(About.Get(r))
	if of == nil {
		return nil
	}
	if of.Kind == system.Kind {
		return []field.ID{of.ID}
	}
	return field.References(system.Members.Value(w, of, 0))
}

// current is a system's decided plan of the year that it is.
func current(w field.World, r *field.Record) field.Value {
	for _, of := range []field.ID{r.ID, system.Object.Get(r)} {
		if of == "" {
			continue
		}
		for _, p := range w.Pointing(About.Field, of) {
			if State.Get(p) == Decided && int(Year.Get(p)) == w.Today().Year() {
				return p.ID
			}
		}
	}
	return nil
}

func init() {
	ActionKind.Identity = []*field.Field{ActionOf.Field, What.Field}
	ActionKind.Vital = ActionKind.Identity
	ActionKind.Columns = []*field.Field{What.Field, Sort.Field, ActionCost.Field, By.Field, Who.Field, ActionIs.Field, Initiative.Field, ActionNotes.Field}
	ActionKind.Within = Contents
	ActionKind.InUse = func(_ field.World, r *field.Record) bool { return ActionIs.Get(r) == ActionRunning }
	ActionKind.Over = func(_ field.World, r *field.Record) bool { return !Undone(r) }
	ActionKind.Check = checkAction
}

// standing are the fields of an åtgärd that a decision of the plan settles; how it goes, and
// who sees to it, may be written at any time.
var standing = []*field.Field{What.Field, ActionOf.Field, Sort.Field, ActionCost.Field, By.Field}

// checkAction holds that an åtgärd says whose it is, and that what is decided stands.
func checkAction(w field.World, before, r *field.Record) error {
	if r != nil && ActionOf.Get(r) == "" {
		return fault.New(fault.Invalid, "En åtgärd säger vilken förvaltningsplan den är en del av. Inget har ändrats. Fyll i planen.")
	}
	for _, at := range []*field.Record{before, r} {
		if at == nil || !fast(w, ActionOf.Get(at)) {
			continue
		}
		if before == nil || r == nil || differ(w, before, r, standing) != nil {
			return fault.New(fault.Conflict, fmt.Sprintf("%s är beslutad, och åtgärden %s står fast. Inget har ändrats. Öppna planen igen med ett skäl, eller skriv åtgärden i nästa års plan.", w.Label(ActionOf.Get(at)), at.Name()))
		}
	}
	return nil
}
