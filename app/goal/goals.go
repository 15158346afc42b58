package goal

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
)

// Goals are those that an insats contributes to, as lists of insatser say it. They become
// contributions, and are shown as such.
var Goals = field.NewRefs(plan.Kind, "goals", "Bidrar till mål", field.In(plan.Benefit), field.To(Kind), field.Elsewhere(ContributionOf.Field, goalsOf, writeGoals),
	field.Incoming, field.Also("bidrar till mål", "mål", "kf-mål", "målområden"))

func goalsOf(w field.World, r *field.Record) field.Value {
	var out []field.ID
	for _, c := range w.Pointing(ContributionOf.Field, r.ID) {
		if to := ContributionTo.Get(c); to != "" && !slices.Contains(out, to) {
			out = append(out, to)
		}
	}
	if out == nil {
		return nil
	}
	return out
}

// writeGoals makes a contribution to each goal that has none, and takes away those that nothing
// more is said of.
func writeGoals(w field.World, r *field.Record, v field.Value) (out []field.Change, err error) {
	want := field.References(v)
	for _, c := range w.Pointing(ContributionOf.Field, r.ID) {
		to := ContributionTo.Get(c)
		if i := slices.Index(want, to); i >= 0 {
			want = slices.Delete(slices.Clone(want), i, i+1)
			continue
		}
		if Contribution.Get(c) != "" || ContributionSize.Get(c) != "" {
			return nil, fault.New(fault.Conflict, fmt.Sprintf("Hur insatsen bidrar till %s är beskrivet. Inget har ändrats. Ta bort bidraget under Bidrag till mål.", w.Label(to)))
		}
		out = append(out, field.Change{Op: field.Delete, Kind: ContributionKind, ID: c.ID, Record: c, Owner: r.ID})
	}
	for _, to := range want {
		c := field.NewRecord(ContributionKind, w.NewID()).Put(ContributionOf.Field, r.ID).Put(ContributionTo.Field, to)
		out = append(out, field.Change{Op: field.Create, Kind: ContributionKind, ID: c.ID, Record: c, Owner: r.ID})
	}
	return out, nil
}
