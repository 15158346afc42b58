package insight

import (
	"cmp"
	"slices"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/system"
)

// Since is what a ledningsgrupp asks of first when it meets again: what has happened since then to the
// insatser, the agreements and the systems, each sort for itself and those without news left out.
func Since(now, then field.World) []forum.Group {
	return slices.Concat(forum.SinceOfAll(now, then), agreementsSince(now, then), systemsSince(now, then))
}

// since gathers news of some sorts.
type since []forum.Group

func (s since) tell(sort int, r *field.Record, name, said string, tone field.Tone) {
	s[sort].News = append(s[sort].News, forum.News{Of: r.ID, Name: name, Said: said, Tone: tone})
}

// groups are the sorts that there is something of, by name.
func (s since) groups() []forum.Group {
	names := text.Keys{}
	for _, g := range s {
		slices.SortStableFunc(g.News, func(a, b forum.News) int {
			return cmp.Or(names.Compare(a.Name, b.Name), cmp.Compare(a.Of, b.Of))
		})
	}
	return slices.DeleteFunc(s, func(g forum.Group) bool { return len(g.News) == 0 })
}

// agreementsSince tells which agreements have been signed, and for which notice has been given or
// that have ended.
func agreementsSince(now, then field.World) []forum.Group {
	const signed, ended = 0, 1
	out := since{{Title: "Tecknade avtal"}, {Title: "Uppsagda och avslutade avtal"}}
	for _, r := range now.All(agreement.Kind) {
		was := then.Get(r.ID)
		before, after := was != nil && agreement.InForce(was), agreement.InForce(r)
		end, _ := agreement.Dates(r, now.Today())
		over := passed(r, now.Today())
		gone := was != nil && passed(was, then.Today())
		given := was == nil || agreement.State.Get(was) != agreement.GivenUp
		switch name := agreement.Called(r, agreement.Covers(now, r.ID)); {
		case was != nil && before && !gone && !after:
			out.tell(ended, r, name, until("avslutat", end), field.Quiet)
		case after && over && before && !gone:
			out.tell(ended, r, name, "gick ut "+end.String(), field.Bad)
		case after && !over && !before:
			out.tell(signed, r, name, until(signedAs(now, r), end), field.Good)
		case after && !over && given && agreement.State.Get(r) == agreement.GivenUp:
			out.tell(ended, r, name, until("uppsagt", end), field.Warn)
		}
	}
	for _, was := range then.All(agreement.Kind) {
		if now.Get(was.ID) == nil {
			out.tell(ended, was, agreement.Called(was, agreement.Covers(then, was.ID)), "borttaget ur registret", field.Warn)
		}
	}
	return out.groups()
}

// passed says that an agreement's last day has been.
func passed(r *field.Record, day date.Date) bool {
	end, _ := agreement.Dates(r, day)
	return !end.IsZero() && end < day
}

// signedAs is what an agreement is now that it holds: "med Nordkod AB".
func signedAs(w field.World, r *field.Record) string {
	if s := w.Label(agreement.Supplier.Get(r)); agreement.Supplier.Get(r) != "" && s != "" {
		return "med " + s
	}
	return "gäller"
}

// until adds the end of an agreement, where it has one.
func until(said string, end date.Date) string {
	if end.IsZero() {
		return said
	}
	return said + ", till " + end.String()
}

// systemsSince tells which systems have come, been retired, and gone from one stage of their livscykel
// to another.
func systemsSince(now, then field.World) []forum.Group {
	const came, left, staged = 0, 1, 2
	out := since{{Title: "Nya system"}, {Title: "System som har avvecklats"}, {Title: "System med ny livscykel"}}
	stage := func(w field.World, r *field.Record) string {
		return cmp.Or(text.Lower(system.Lifecycle.Show(w, system.Lifecycle.Get(r))), "utan livscykel")
	}
	for _, r := range now.All(system.Kind) {
		was := then.Get(r.ID)
		switch {
		case was == nil:
			out.tell(came, r, r.Name(), stage(now, r), field.Accent)
		case system.Lifecycle.Get(was) == system.Lifecycle.Get(r):
		case system.Retired(r):
			out.tell(left, r, r.Name(), "var "+stage(then, was), field.Quiet)
		default:
			out.tell(staged, r, r.Name(), stage(then, was)+" → "+stage(now, r), field.Accent)
		}
	}
	for _, was := range then.All(system.Kind) {
		if now.Get(was.ID) == nil {
			out.tell(left, was, was.Name(), "borttaget ur registret", field.Warn)
		}
	}
	return out.groups()
}
