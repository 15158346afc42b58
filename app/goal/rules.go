package goal

import (
	"fmt"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// ended is of a goal whose period is over and of which nobody has said what it became.
var ended = field.Reminder{Rule: "goal-ended", Text: "Målets period är slut – skriv utfallet", Field: Outcome.Field, Weight: 30}

// ends is the day to come.
var ends = field.Reminder{Rule: "goal-ended", Text: "Målets period slutar", Field: Outcome.Field, Quiet: true}

func init() {
	ContributionKind.Identity = []*field.Field{ContributionOf.Field, ContributionTo.Field}
	ContributionKind.Vital = ContributionKind.Identity
	ContributionKind.Columns = []*field.Field{ContributionTo.Field, ContributionLevel.Field, ContributionSize.Field, Contribution.Field}
	ContributionKind.Caption = func(*field.Record) string { return ContributionKind.One }
	ContributionKind.Check = checkContribution
	Kind.Check = checkGoal
	Kind.InUse = func(w field.World, r *field.Record) bool {
		return From.Get(r) <= w.Today() && !Kind.Over(w, r)
	}
	Kind.Over = func(w field.World, r *field.Record) bool { return !To.Get(r).IsZero() && To.Get(r) < w.Today() }
	Kind.Remind = func(w field.World, r *field.Record, say func(field.Reminder)) {
		switch on := To.Get(r); {
		case on.IsZero() || Outcome.Get(r) != "":
		case on < w.Today():
			say(ended.On(on))
		default:
			say(ends.On(on))
		}
	}
}

func checkGoal(_ field.World, _, r *field.Record) error {
	if r == nil || To.Get(r).IsZero() || To.Get(r) >= From.Get(r) {
		return nil
	}
	return fault.New(fault.Invalid, fmt.Sprintf("%s slutar gälla %s, före dagen då det börjar, %s. Inget har ändrats. Rätta den ena dagen.", r.Name(), To.Get(r), From.Get(r)))
}

// checkContribution holds that a contribution says whose it is and to what, once.
func checkContribution(w field.World, _, r *field.Record) error {
	switch {
	case r == nil:
		return nil
	case ContributionOf.Get(r) == "":
		return fault.New(fault.Invalid, "Ett bidrag till ett mål säger vilken insats det gäller. Inget har ändrats. Fyll i insatsen.")
	case ContributionTo.Get(r) == "":
		return fault.New(fault.Invalid, "Ett bidrag säger vilket mål det är till. Inget har ändrats. Fyll i målet.")
	}
	for _, other := range w.Pointing(ContributionOf.Field, ContributionOf.Get(r)) {
		if other.ID != r.ID && ContributionTo.Get(other) == ContributionTo.Get(r) {
			return fault.New(fault.Conflict, fmt.Sprintf("Insatsen bidrar redan till %s. Inget har ändrats. Ändra det bidraget i stället.", w.Label(ContributionTo.Get(r))))
		}
	}
	return nil
}
