package risk

import (
	"fmt"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
)

// From which values a risk is of medium height, and from which it is high: then it must
// have an action. Scale is the most that its probability and its consequence may be.
const (
	Medium = 8
	High   = 15
	Scale  = 5
)

// What must be done about a risk.
var (
	late     = field.Reminder{Rule: "risk-late", Text: "Riskens åtgärd skulle ha varit klar", Field: State.Field, Weight: 60}
	due      = field.Reminder{Rule: "risk-late", Text: "Riskens åtgärd ska vara klar", Field: State.Field, Quiet: true}
	unmet    = field.Reminder{Rule: "risk-unmet", Text: "Hög risk utan åtgärd", Field: Action.Field, Badge: "saknas", Tone: field.Bad, Gathered: true, Weight: 55}
	unvalued = field.Reminder{Rule: "risk-unvalued", Text: "Risk utan sannolikhet eller konsekvens", Field: Probability.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 25}
)

func init() {
	Kind.Identity = []*field.Field{Of.Field, What.Field}
	Kind.Vital = Kind.Identity
	Kind.Columns = []*field.Field{What.Field, Probability.Field, Consequence.Field, Value.Field, State.Field, Action.Field, Who.Field, By.Field, ProbabilityAfter.Field, ConsequenceAfter.Field, ValueAfter.Field, Notes.Field}
	Kind.Over = func(w field.World, r *field.Record) bool {
		of := w.Get(Of.Get(r))
		return State.Get(r) == Gone || of != nil && field.Over(w, of)
	}
	Kind.Views = []field.View{{Name: "Utan åtgärd", Lacks: []*field.Field{Action.Field}}, {Name: "Ska vara klart i år", ThisYear: By.Field}}
	Kind.Check = check
	Kind.Remind = remind
	field.NewSequel(follow, Kind)
}

func check(_ field.World, _, r *field.Record) error {
	if r != nil && Of.Get(r) == "" {
		return fault.New(fault.Invalid, "En risk säger vilken insats eller vilket system den gäller. Inget har ändrats. Fyll i det.")
	}
	return nil
}

func remind(w field.World, r *field.Record, say func(field.Reminder)) {
	if Kind.Over(w, r) || !Untreated(r) {
		return
	}
	p, c, known := Level(r)
	if !known {
		say(unvalued)
	}
	if p*c >= High && Action.Get(r) == "" && State.Get(r) != Accepted {
		say(unmet)
	}
	about := func(m field.Reminder) field.Reminder {
		m.Subject = w.Label(Of.Get(r)) + ", " + r.Name()
		return m.On(By.Get(r))
	}
	switch on := By.Get(r); {
	case on.IsZero():
	case on < w.Today():
		say(about(late))
	default:
		say(about(due))
	}
}

// follow gives an insats the risk of its worst one, as long as it has any that stands. When
// the last is gone the insats no longer says what followed from it.
func follow(tx *field.Tx) error {
	seen := map[field.ID]bool{}
	for _, id := range tx.Touched() {
		for _, of := range abouts(tx, id) {
			if seen[of] {
				continue
			}
			seen[of] = true
			if err := followIn(tx, of); err != nil {
				return err
			}
		}
	}
	return nil
}

// abouts are what a risk that changed was or will be about.
func abouts(tx *field.Tx, id field.ID) (out []field.ID) {
	for _, r := range []*field.Record{tx.Before(id), tx.Get(id)} {
		if r != nil && r.Kind == Kind {
			out = append(out, Of.Get(r))
		}
	}
	return out
}

func followIn(tx *field.Tx, id field.ID) error {
	insats := tx.Get(id)
	if insats == nil || insats.Kind != plan.Kind {
		return nil
	}
	var is field.Value
	if worst := Highest(tx, id); worst != nil {
		p, c, _ := Level(worst)
		is = fmt.Sprintf("%d×%d", p, c)
	} else if !followed(tx, id) {
		return nil
	}
	if field.Equal(insats.Get(plan.Risk.Field), is) {
		return nil
	}
	return tx.Set(id, plan.Risk.Field, is)
}

// followed says whether the risk that an insats has followed from one that stood before the
// change and doesn't any more.
func followed(tx *field.Tx, id field.ID) bool {
	for _, t := range tx.Touched() {
		was := tx.Before(t)
		if was == nil || was.Kind != Kind || Of.Get(was) != id {
			continue
		}
		if p, c, ok := Level(was); ok && plan.Risk.Get(tx.Get(id)) == fmt.Sprintf("%d×%d", p, c) {
			return true
		}
	}
	return false
}
