package forum

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// Lately is what has happened to what a forum is about since it last met.
type Lately struct {
	Last   *field.Record // the latest meeting that was closed; nil for none, and then nothing is known
	On     date.Date     // the day of what the portfolio is compared with, which an import may make a later one
	Groups []Group       // those that have something in them, in the order that they are told
	// Unknown says why what has happened can't be told; "" where it is told.
	Unknown string
}

// Group is what has happened of one sort.
type Group struct {
	Title string // "Flyttade"
	News  []News
}

// News is a thing that has happened.
type News struct {
	Of   field.ID // what it leads to
	Name string   // "INS-2027-001 Ny lärplattform"
	Said string   // "Beredning → Beslut"
	Tone field.Tone
}

// Count is how much has happened.
func (l Lately) Count() (n int) {
	for _, g := range l.Groups {
		n += len(g.News)
	}
	return n
}

// SinceLast is what has happened to a forum's insatser and next steps since its latest closed
// meeting, other than one. then gives the portfolio as it stood when a meeting was closed; where
// that can't be counted forth, a NotFound, nothing is told but that.
func SinceLast(w field.World, forum, than *field.Record, then func(meeting *field.Record) (field.World, error)) (Lately, error) {
	last := Last(w, forum, than)
	if last == nil {
		return Lately{}, nil
	}
	was, err := then(last)
	if fault.CodeOf(err) == fault.NotFound {
		return Lately{Last: last, Unknown: fmt.Sprintf("Hur det stod efter %s går inte att räkna fram ur journalen.", last.Name())}, nil
	}
	if err != nil {
		return Lately{Last: last}, err
	}
	return Lately{Last: last, On: was.Today(), Groups: Since(w, was, forum)}, nil
}

// The sorts of what happens, in the order that they are told.
const (
	sortMoved = iota
	sortNew
	sortSaid
	sortLit
	sortSpent
	sortDone
	sortLate
	sortOther
	sortGone
	sorts
)

var titles = [sorts]string{sortMoved: "Flyttade", sortNew: "Nya", sortSaid: "Yttranden och beslut", sortLit: "Läget", sortSpent: "Pengar", sortDone: "Nästa steg som är klara", sortLate: "Nästa steg som är sena", sortOther: "Annat som har ändrats", sortGone: "Borttagna"}

// Since is what has happened since then to the insatser of a forum: those that wait for it now
// or did, and those that have been on its agendas; and to what somebody is to do for it.
func Since(now, then field.World, forum *field.Record) (out []Group) {
	news := &since{now: now, then: then}
	heard := heardOf(now, then, forum)
	for _, r := range now.All(plan.Kind) {
		if heard[r.ID] {
			news.initiative(r)
		}
	}
	for _, x := range now.All(NextKind) {
		of := now.Get(NextOf.Get(x))
		if of == nil || !heard[of.ID] && !heard[NextInitiative.Get(x)] && MeetingOf.Get(of) != forum.ID {
			continue
		}
		news.step(x, then.Get(x.ID))
	}
	return news.groups()
}

// SinceOfAll is what has happened since then to all insatser, whoever hears of them: as Since tells,
// but for what is only written anew, and with those that have been removed.
func SinceOfAll(now, then field.World) []Group {
	news := &since{now: now, then: then}
	for _, r := range now.All(plan.Kind) {
		news.initiative(r)
	}
	for _, was := range then.All(plan.Kind) {
		if now.Get(was.ID) == nil {
			news.tell(sortGone, was, "var i fasen "+shown(then, was, plan.Phase.Field), field.Warn)
		}
	}
	news.of[sortOther] = nil
	return news.groups()
}

// heardOf are the insatser that a forum is about.
func heardOf(now, then field.World, forum *field.Record) map[field.ID]bool {
	heard := map[field.ID]bool{}
	for _, w := range []field.World{now, then} {
		for _, q := range Queue(w, forum) {
			if q.Initiative != nil {
				heard[q.Initiative.ID] = true
			}
		}
	}
	for _, m := range now.Pointing(MeetingOf.Field, forum.ID) {
		for _, it := range Items(now, m.ID) {
			if id := ItemInitiative.Get(it); id != "" {
				heard[id] = true
			}
		}
	}
	return heard
}

// since gathers what has happened.
type since struct {
	now, then field.World
	of        [sorts][]News
}

func (s *since) tell(sort int, r *field.Record, words string, tone field.Tone) {
	s.of[sort] = append(s.of[sort], News{r.ID, strings.TrimSpace(r.Ref + " " + r.Name()), words, tone})
}

// groups are the sorts that there is something of.
func (s *since) groups() (out []Group) {
	for i, of := range s.of {
		if len(of) > 0 {
			out = append(out, Group{titles[i], of})
		}
	}
	return out
}

// initiative tells what has happened to an insats.
func (s *since) initiative(r *field.Record) {
	if was := s.then.Get(r.ID); was != nil {
		s.compare(r, was)
	} else {
		s.tell(sortNew, r, "i fasen "+shown(s.now, r, plan.Phase.Field), field.Accent)
	}
	s.decisions(r)
}

// compare tells in what an insats isn't as it was.
func (s *since) compare(r, was *field.Record) {
	told := []*field.Field{plan.Phase.Field, plan.Recommendation.Field, plan.StatusNote.Field, plan.TimeStatus.Field, plan.CostStatus.Field, plan.ScopeStatus.Field}
	if a, b := shown(s.then, was, plan.Phase.Field), shown(s.now, r, plan.Phase.Field); a != b {
		s.tell(sortMoved, r, a+" → "+b, field.Accent)
	}
	before := map[string]plan.Light{}
	for _, l := range plan.Lights(s.then, was) {
		before[l.Label] = l
	}
	for _, l := range plan.Lights(s.now, r) {
		if b := before[l.Label]; b.Word != l.Word {
			s.tell(sortLit, r, l.Label+": "+cmp.Or(b.Word, nothing)+" → "+l.Word, l.Tone)
		}
	}
	a, hadCost := plan.Cost(s.then, was)
	b, hasCost := plan.Cost(s.now, r)
	switch {
	case a == b && hadCost == hasCost:
	case !hadCost:
		s.tell(sortSpent, r, "Budget: – → "+b.Short(), field.Accent)
	case !hasCost:
		s.tell(sortSpent, r, "Budget: "+a.Short()+" → –", field.Warn)
	default:
		s.tell(sortSpent, r, "Budget: "+a.Short()+" → "+b.Short(), field.Accent)
	}
	for _, f := range r.Kind.Stored() {
		if !slices.Contains(told, f) && !field.Equal(r.Get(f), was.Get(f)) {
			s.tell(sortOther, r, f.Label+": "+shown(s.then, was, f)+" → "+shown(s.now, r, f), field.Quiet)
		}
	}
}

// decisions tells what has been said of an insats, but for the steps that moved it.
func (s *since) decisions(r *field.Record) {
	for _, d := range s.now.Pointing(governance.DecisionOf.Field, r.ID) {
		if s.then.Get(d.ID) != nil || governance.DecisionType.Get(d) == governance.Stepped {
			continue
		}
		words := []string{shown(s.now, d, governance.DecisionType.Field)}
		tone := field.Plain
		if o, ok := governance.DecisionOutcome.OptionOf(s.now, governance.DecisionOutcome.Get(d)); ok {
			words, tone = append(words, o.Label), o.Tone
		}
		for _, f := range []*field.Field{governance.DecisionForum.Field, governance.DecisionBy.Field, governance.DecisionGate.Field, governance.DecisionOn.Field} {
			if v := f.Read(s.now, d, 0); v != "" {
				words = append(words, v)
			}
		}
		s.tell(sortSaid, r, strings.Join(words, ", "), tone)
	}
}

// step tells that what somebody was to do has been done, or is late.
func (s *since) step(x, was *field.Record) {
	who, by := s.now.Label(NextWho.Get(x)), NextBy.Get(x)
	if who == "" {
		who = "ingen"
	}
	of := News{Of: x.ID, Name: x.Name(), Said: who, Tone: field.Good}
	switch {
	case field.Over(s.now, x) && (was == nil || !field.Over(s.then, was)):
		of.Said += ", klart " + NextDone.Get(x).String()
		s.of[sortDone] = append(s.of[sortDone], of)
	case !field.Over(s.now, x) && !by.IsZero() && by < s.now.Today():
		of.Said, of.Tone = fmt.Sprintf("%s, skulle vara klart %s", who, by), field.Bad
		s.of[sortLate] = append(s.of[sortLate], of)
	}
}

// Last is the latest closed meeting of a forum, other than one; nil for none.
func Last(w field.World, forum, than *field.Record) (last *field.Record) {
	for _, m := range w.Pointing(MeetingOf.Field, forum.ID) {
		if State.Get(m) == Closed && (than == nil || m.ID != than.ID && MeetingOn.Get(m) <= MeetingOn.Get(than)) && (last == nil || MeetingOn.Get(m) > MeetingOn.Get(last)) {
			last = m
		}
	}
	return last
}
