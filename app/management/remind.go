package management

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// What must be done about plans and åtgärder. That a system lacks a plan of the year, and that
// another than the systemägare decided one, the styrmodell asks for.
var (
	undecided = field.Reminder{Rule: "management-undecided", Text: "Systemförvaltningsplanen är inte beslutad fast året har börjat", Field: State.Field, Weight: 65}
	decideBy  = field.Reminder{Rule: "management-undecided", Text: "Systemförvaltningsplanen ska vara beslutad", Field: State.Field, Weight: 65}
	overspent = field.Reminder{Rule: "management-budget", Text: "Åtgärderna kostar mer än planens budget", Field: ActionCheck.Field, Badge: "avviker", Tone: field.Warn, Gathered: true, Weight: 30}
	actionDue = field.Reminder{Rule: "management-action", Text: "Åtgärden ska vara klar", Field: ActionIs.Field, Quiet: true}
	actionOld = field.Reminder{Rule: "management-action", Text: "Åtgärden skulle ha varit klar", Field: ActionIs.Field, Weight: 40}
	isLarger  = field.Reminder{Rule: "management-larger", Text: "Åtgärden är större – gör den till en insats", Field: Initiative.Field, Badge: "väntar", Tone: field.Warn, Gathered: true, Weight: 35}
)

// ahead is how many months before the year that a plan is to be decided.
const ahead = 2

// LargerFrom is the threshold of the styrmodell, in öre, from which an åtgärd is to be an insats.
const LargerFrom = "management_action"

func init() {
	Kind.Remind = remind
	ActionKind.Remind = remindOfAction
}

func remind(w field.World, r *field.Record, say func(field.Reminder)) {
	if over(w, r) || Year.Get(r) == 0 {
		return
	}
	if first := date.Of(int(Year.Get(r)), 1, 1); State.Get(r) != Decided {
		if first <= w.Today() {
			say(undecided.On(first))
		} else {
			say(decideBy.Within(ahead, first))
		}
	}
	if actionCheck(w, r) != nil {
		say(overspent)
	}
}

func remindOfAction(w field.World, r *field.Record, say func(field.Reminder)) {
	of := w.Get(ActionOf.Get(r))
	if of == nil || !Undone(r) {
		return
	}
	about := func(m field.Reminder) field.Reminder {
		m.Subject = of.Name() + ", " + r.Name()
		return m
	}
	switch on := By.Get(r); {
	case on.IsZero():
	case on < w.Today():
		say(about(actionOld).On(on))
	default:
		say(about(actionDue).On(on))
	}
	if !over(w, of) && large(w, r) && w.Get(Initiative.Get(r)) == nil {
		say(about(isLarger))
	}
}

// large says that an åtgärd costs as much as the styrmodell makes an insats of.
func large(w field.World, r *field.Record) bool {
	least := governance.Of(w).Thresholds[LargerFrom]
	cost, known := r.Get(ActionCost.Field).(money.Ore)
	return least > 0 && known && cost >= money.Ore(least)
}

func sortByCost(rs []*field.Record) {
	slices.SortStableFunc(rs, func(a, b *field.Record) int { return cmp.Compare(ActionCost.Get(b), ActionCost.Get(a)) })
}
