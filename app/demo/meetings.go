package demo

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// makeForums makes the styrmodell's forums with those who are in them, and the meetings of those
// that prepare and decide. Some of it is lacking: a forum that nobody calls to or whose next
// day isn't set, minutes that nobody has finished, and steps that are late or nobody's. No
// chance is taken, so that what else is made stays as it is.
func (g *generator) makeForums() {
	for i, f := range g.model.Forums {
		switch f.Per {
		case "":
			g.forum(i, f, f.Label, "", "")
		case governance.PerPortfolio:
			for j, p := range g.model.Portfolios[:min(3, len(g.model.Portfolios))] {
				g.forum(i+j, f, f.Label+" "+p.Label, "", p.Key)
			}
		default:
			for j, st := range g.staff[:min(3, len(g.staff))] {
				unit := st.unit
				if f.Per == "board" {
					unit = st.board
				}
				g.forum(i+j, f, f.Label+" "+administrations[j].name, unit, "")
			}
		}
	}
}

// forum makes a forum with its members and, where insatser are heard by one for all, its
// meetings.
func (g *generator) forum(n int, f governance.Forum, name string, unit field.ID, portfolio string) {
	r := g.record(forum.Kind).Put(forum.Name.Field, name).Put(forum.Type.Field, f.Key).Put(forum.Unit.Field, unit).Put(forum.Every.Field, []string{"month", "second_month", "quarter", "needed"}[n%4])
	if portfolio != "" {
		r.Put(forum.Portfolio.Field, portfolio)
	}
	if n%5 != 3 {
		r.Put(forum.Caller.Field, g.persons[n%4].id).Put(forum.Place.Field, []string{"Kommunhuset, Eken", "Teams", "Kommunhuset, Linden"}[n%3])
	}
	seats := 0
	for _, p := range g.model.Posts {
		for _, m := range f.Members {
			if strings.Contains(text.Key(m), text.Key(p.Label)) {
				as := forum.Ordinary
				if strings.HasPrefix(m, "Adjungeras") {
					as = forum.CoOpted
				}
				g.seat(r, as).Put(forum.MemberRole.Field, p.Label)
				seats++
				break
			}
		}
	}
	if seats == 0 && n%4 != 2 {
		for i := range 3 {
			g.seat(r, forum.Ordinary).Put(forum.MemberPerson.Field, g.persons[(n+2*i)%len(first)].id)
		}
		g.seat(r, forum.Ordinary).Put(forum.MemberPerson.Field, g.persons[(n+7)%len(first)].id).Put(forum.MemberTo.Field, g.today.AddDays(-100))
	}
	switch {
	case f.Per == "" && g.hears(f.Key):
		g.meetings(r, f)
	case n%3 != 1:
		r.Put(forum.Next.Field, weekday(g.today.AddDays(9+11*n%60)))
	}
}

// seat is one of a forum's.
func (g *generator) seat(of *field.Record, as string) *field.Record {
	return g.record(forum.MemberKind).Put(forum.MemberOf.Field, of.ID).Put(forum.MemberAs.Field, as).Put(forum.MemberFrom.Field, date.Of(g.today.Year()-1, 1, 1))
}

// hears says whether insatser that are prepared or wait come to a forum.
func (g *generator) hears(key string) bool {
	for _, p := range g.model.Phases {
		if p.Forum == key && (p.Stage == governance.Prepared || p.Stage == governance.Waiting) {
			return true
		}
	}
	return false
}

// meetings are one that is done with, one that nobody has finished the minutes of, and two to
// come.
func (g *generator) meetings(of *field.Record, f governance.Forum) {
	heard := g.of(f.Key)
	past := g.meeting(of, weekday(g.today.AddDays(-45)), forum.Closed)
	for i, r := range heard[:min(2, len(heard))] {
		outcome := []string{governance.Approved, governance.Returned}[i%2]
		g.item(past, r, f, i+1).Put(forum.ItemOutcome.Field, outcome).Put(forum.ItemStays.Field, true).Put(forum.ItemNote.Field, "Kostnaden för drift redovisas till nästa möte.")
		g.next(past, i).Put(forum.NextInitiative.Field, r.ID)
	}
	g.item(past, nil, f, 3).Put(forum.ItemOutcome.Field, forum.Noted)
	g.next(past, 2)
	held := g.meeting(of, weekday(g.today.AddDays(-12)), forum.Held)
	for i, r := range heard[min(2, len(heard)):min(4, len(heard))] {
		it := g.item(held, r, f, i+1).Put(forum.ItemRecommendation.Field, "Tillstyrks om nyttan redovisas.")
		if i == 0 {
			it.Put(forum.ItemOutcome.Field, governance.Approved)
		}
	}
	g.next(held, 3)
	g.meeting(of, weekday(g.today.AddDays(16)), forum.Planned)
	g.meeting(of, weekday(g.today.AddDays(72)), forum.Planned)
}

// of are the insatser that are in a phase which a forum handles.
func (g *generator) of(key string) (out []*field.Record) {
	for _, r := range g.records {
		if r.Kind != plan.Kind {
			continue
		}
		if p, ok := g.model.Phase(plan.Phase.Get(r)); ok && p.Forum == key {
			out = append(out, r)
		}
	}
	return out
}

func (g *generator) meeting(of *field.Record, on date.Date, state string) *field.Record {
	r := g.record(forum.MeetingKind).Put(forum.MeetingName.Field, of.Name()+" "+on.String()).Put(forum.MeetingOf.Field, of.ID).Put(forum.MeetingOn.Field, on).Put(forum.State.Field, state)
	r.Put(forum.MeetingTime.Field, "9–11").Put(forum.MeetingAt.Field, of.Get(forum.Place.Field))
	if state == forum.Planned {
		return r
	}
	r.Put(forum.CalledOn.Field, on.AddDays(-12)).Put(forum.Chair.Field, of.Get(forum.Caller.Field)).Put(forum.Present.Field, strings.Join([]string{g.persons[0].name, g.persons[1].name, g.persons[2].name}, ", "))
	if state == forum.Closed {
		r.Put(forum.ClosedOn.Field, weekday(on.AddDays(6))).Put(forum.MeetNotes.Field, "Laget runt: läget i driften är stabilt.")
		r.Put(forum.Minutes.Field, fmt.Sprintf("Protokoll/%s.pdf", on))
	}
	return r
}

// item is something on the agenda: an insats, or how things stand.
func (g *generator) item(of, r *field.Record, f governance.Forum, n int) *field.Record {
	it := g.record(forum.ItemKind).Put(forum.ItemOf.Field, of.ID).Put(forum.ItemPlace.Field, fmt.Sprintf("%d", n)).Put(forum.ItemParagraph.Field, fmt.Sprintf("§ %d", n)).Put(forum.ItemPresenter.Field, g.persons[n%3].id)
	if r == nil {
		return it.Put(forum.ItemSubject.Field, "Läget i driften").Put(forum.ItemAsk.Field, forum.Information)
	}
	ask := forum.Preparation
	if f.Decides {
		ask = forum.Decision
	}
	return it.Put(forum.ItemSubject.Field, r.Name()).Put(forum.ItemInitiative.Field, r.ID).Put(forum.ItemAsk.Field, ask).Put(forum.ItemWhy.Field, "I fasen "+g.phaseName(r))
}

func (g *generator) phaseName(r *field.Record) string {
	p, _ := g.model.Phase(plan.Phase.Get(r))
	return p.Label
}

// next is what somebody is to do: some is done, some late, and some nobody's.
func (g *generator) next(of *field.Record, n int) *field.Record {
	r := g.record(forum.NextKind).Put(forum.NextOf.Field, of.ID).Put(forum.NextBy.Field, weekday(g.today.AddDays(-20+13*n)))
	r.Put(forum.NextText.Field, []string{"Reda ut kostnaden för drift", "Stäm av tidplanen med förvaltningen", "Redovisa nyttan i siffror", "Boka genomgång med arkivet"}[n%4])
	if n != 1 {
		r.Put(forum.NextWho.Field, g.persons[(n+3)%len(first)].id)
	}
	if n == 2 {
		r.Put(forum.NextDone.Field, g.today.AddDays(-4))
	}
	return r
}
