package app

import (
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/forum"
	"itportfoljen/app/plan"
	"itportfoljen/app/rhythm"
)

// Since is something that the changes a report tells of may be counted from.
type Since struct {
	Value string // what the setting is then; "" for what it is where nothing is said
	Name  string // "T1 2027"
	On    date.Date
	Sort  SinceSort
}

// SinceSort is what it is.
type SinceSort uint8

// The sorts, in the order in which they are offered.
const (
	SinceMeeting SinceSort = iota // the ledningsgrupp's latest closed meeting
	SincePlan                     // a plan that was fastställd
	SinceState                    // a locked state of the budget
)

// Sinces are what changes may be counted from by a day: the ledningsgrupp's latest meeting, if it
// has had any, and then the plans and the locked states, the latest of each first. One that was
// fixed before the portfolio was begun can't be counted from, and isn't among them.
func (p *Portfolio) Sinces(day date.Date) (out []Since) {
	if m := forum.LastOfLeaders(p, day); m != nil {
		out = append(out, Since{Name: p.Label(forum.MeetingOf.Get(m)), On: forum.MeetingOn.Get(m), Sort: SinceMeeting})
	}
	for _, r := range plan.Versions(p) {
		if plan.VersionAt.Get(r) > 0 && plan.VersionOn.Get(r) <= day {
			out = append(out, Since{Value: string(r.ID), Name: r.Name(), On: plan.VersionOn.Get(r), Sort: SincePlan})
		}
	}
	for _, r := range rhythm.States(p, 0) {
		if rhythm.At.Get(r) > 0 && rhythm.On.Get(r) <= day {
			out = append(out, Since{Value: string(r.ID), Name: r.Name(), On: rhythm.On.Get(r), Sort: SinceState})
		}
	}
	slices.SortStableFunc(out, func(a, b Since) int {
		if a.Sort != b.Sort {
			return int(a.Sort) - int(b.Sort)
		}
		return int(b.On) - int(a.On)
	})
	return out
}
