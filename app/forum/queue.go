package forum

import (
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
)

// leftover is the subject under which what wasn't done since earlier meetings is taken up.
const leftover = "Nästa steg från tidigare möten"

// TakesUpLeft says whether an item takes up what wasn't done since earlier meetings.
func TakesUpLeft(it *field.Record) bool {
	return ItemInitiative.Get(it) == "" && ItemSubject.Get(it) == leftover
}

// Waiting is something that waits for a forum to meet.
type Waiting struct {
	Initiative *field.Record // nil where it is about no insats
	Subject    string
	Ask        string // what is asked of the forum
	Why        string // Swedish
}

// Queue is what waits for a forum: insatser in the phases that it handles, those that were
// excepted from its advice since it last met, and what somebody was to do and hasn't.
func Queue(w field.World, forum *field.Record) (out []Waiting) {
	m := governance.Of(w)
	for _, r := range w.All(plan.Kind) {
		if !covers(w, forum, r) {
			continue
		}
		p, _ := m.Phase(plan.Phase.Get(r))
		switch gate := excepted(w, forum, r); {
		case p.Forum != "" && p.Forum == Type.Get(forum):
			out = append(out, Waiting{r, r.Name(), asked(w, forum, p), "I fasen " + p.Label})
		case told(w, forum, r):
			out = append(out, Waiting{r, r.Name(), Information, "Akut, bedömd utan forumet"})
		case gate != "" && p.Stage.Live():
			out = append(out, Waiting{r, r.Name(), Information, "Undantag från forumets bedömning (" + gate + ")"})
		}
	}
	if len(Left(w, forum, w.Today())) > 0 {
		out = append(out, Waiting{Subject: leftover, Ask: Information, Why: "Inte klara"})
	}
	return out
}

// asked is what a forum is asked of an insats in a phase: to decide where it does and a
// decision is waited for, to hear of what is decided already, and else to advise.
func asked(w field.World, forum *field.Record, p governance.Phase) string {
	switch p.Stage {
	case governance.Planned, governance.Running, governance.Done, governance.Closed:
		return Information
	case governance.Waiting:
		if !Advising(w, forum) {
			return Decision
		}
	}
	return Preparation
}

// covers says whether an insats goes to a forum of its type: the municipality's takes all, a
// unit's those of the unit and what lies under it, a portfölj's its own.
func covers(w field.World, forum, r *field.Record) bool {
	if p := Portfolio.Get(forum); p != "" && p != plan.Portfolio.Get(r) {
		return false
	}
	unit := Unit.Get(forum)
	if unit == "" {
		return true
	}
	for u := range org.Up(w, plan.Unit.Get(r)) {
		if u.ID == unit {
			return true
		}
	}
	return false
}

// excepted is the gate that asks for a forum's advice and that an insats was excepted from
// since the forum heard of it last; "" for none.
func excepted(w field.World, forum, r *field.Record) string {
	told := lastHeard(w, forum, r.ID)
	for _, d := range w.Pointing(governance.DecisionOf.Field, r.ID) {
		if governance.DecisionType.Get(d) == governance.Excepted && governance.DecisionOn.Get(d) > told && governance.Advises(w, governance.DecisionGate.Get(d), Type.Get(forum)) {
			return governance.DecisionGate.Get(d)
		}
	}
	return ""
}

// lastHeard is the day of the latest meeting of a forum, closed, that had an insats on its
// agenda.
func lastHeard(w field.World, forum *field.Record, insats field.ID) (last date.Date) {
	for _, it := range w.Pointing(ItemInitiative.Field, insats) {
		if m := w.Get(ItemOf.Get(it)); m != nil && MeetingOf.Get(m) == forum.ID && State.Get(m) == Closed {
			last = max(last, MeetingOn.Get(m))
		}
	}
	return last
}

// Left are the next steps from a forum's meetings before a day that aren't done, the most
// pressing first.
func Left(w field.World, forum *field.Record, before date.Date) (out []*field.Record) {
	for _, m := range w.Pointing(MeetingOf.Field, forum.ID) {
		if MeetingOn.Get(m) > before {
			continue
		}
		for _, s := range w.Pointing(NextOf.Field, m.ID) {
			if !field.Over(w, s) {
				out = append(out, s)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *field.Record) int { return int(NextBy.Get(a)) - int(NextBy.Get(b)) })
	return out
}
