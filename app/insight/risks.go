package insight

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/field"
	"itportfoljen/app/risk"
)

// RiskMatrix places risks by how likely and how bad they are as they stand, the highest first;
// those that nobody has assessed come last. A risk that isn't dealt with leads to what it will be
// by its action. Those that are closed are left out, and counted. Keys are the risks'
// identities.
func RiskMatrix(w field.World, title string, rs []*field.Record) (data chart.RiskData, closed int) {
	data = chart.RiskData{Title: title, Size: risk.Scale, Medium: risk.Medium, High: risk.High}
	for _, r := range rs {
		state := risk.State.Get(r)
		if state == risk.Gone {
			closed++
			continue
		}
		x := chart.Risk{Key: string(r.ID), Name: r.Name(), Of: w.Label(risk.Of.Get(r))}
		x.Probability, x.Consequence, _ = risk.Level(r)
		if state != risk.Handled {
			x.After = [2]int{int(risk.ProbabilityAfter.Get(r)), int(risk.ConsequenceAfter.Get(r))}
		}
		data.Risks = append(data.Risks, x)
	}
	slices.SortStableFunc(data.Risks, func(a, b chart.Risk) int {
		return cmp.Compare(b.Probability*b.Consequence, a.Probability*a.Consequence)
	})
	return data, closed
}
