package insight

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
)

// orLast puts what has no date after what has.
func orLast(d date.Date) date.Date {
	if d.IsZero() {
		return date.Of(9999, 12, 31)
	}
	return d
}

// sortAgreements puts those that have expired first, then the agreement whose day comes
// first, and those that run on last.
func sortAgreements(as []Agreement) {
	when := func(a Agreement) (day date.Date, running int) {
		if a.Expired {
			return a.End, 0
		}
		return orLast(a.Turn), 1
	}
	names := text.Keys{}
	slices.SortStableFunc(as, func(a, b Agreement) int {
		day, running := when(a)
		other, still := when(b)
		if c := cmp.Or(cmp.Compare(running, still), cmp.Compare(day, other)); c != 0 {
			return c // names are dear to compare
		}
		return names.Compare(a.Name(), b.Name())
	})
}

// severity orders statuses, the worst first; a stated one before none.
var severity = map[string]int{"red": 0, "amber": 1, "": 3, "green": 2}

func worst(r *field.Record) int {
	return min(severity[plan.TimeStatus.Get(r)], severity[plan.CostStatus.Get(r)], severity[plan.ScopeStatus.Get(r)])
}

// sortStatus puts the worst status first, then the worst variance.
func sortStatus(ss []Status) {
	names := text.Keys{}
	slices.SortStableFunc(ss, func(a, b Status) int {
		if c := cmp.Or(cmp.Compare(worst(a.Initiative), worst(b.Initiative)), cmp.Compare(a.Variance.Ore, b.Variance.Ore)); c != 0 {
			return c
		}
		return names.Compare(a.Initiative.Name(), b.Initiative.Name())
	})
}

// sortDecisions puts the most urgent first, then the highest priority.
func sortDecisions(rs []*field.Record) {
	prio := func(r *field.Record) string { return cmp.Or(plan.Priority.Get(r), "9") }
	names := text.Keys{}
	slices.SortStableFunc(rs, func(a, b *field.Record) int {
		if c := cmp.Or(cmp.Compare(orLast(plan.DecideBy.Get(a)), orLast(plan.DecideBy.Get(b))), cmp.Compare(prio(a), prio(b))); c != 0 {
			return c
		}
		return names.Compare(a.Name(), b.Name())
	})
}
