package insight

import (
	"cmp"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/rhythm"
)

// YearMeeting is the sort of what a forum meets for; the others are those of the styrmodell.
const YearMeeting = "meeting"

// YearDay is a day of the municipality's year.
type YearDay struct {
	On       date.Date
	Sort     string // YearMeeting, or one of governance.YearSorts
	Text     string
	Proposed bool // nobody has decided the day
	Ruled    bool // the styrmodell says the day, and no record does
	Tone     field.Tone
	Badge    string   // "förslag", "kallat", "varje år", "läget låst"
	Record   field.ID // what it is about: a meeting, a forum, a styrdokument, a plan, a locked state; "" for none
}

// YearSort is what a sort is called: "Möten".
func YearSort(sort string) string {
	return map[string]string{YearMeeting: "Möten", governance.YearBudget: "Budget", governance.YearFollowUp: "Uppföljning", governance.YearPlan: "Plan",
		governance.YearProgramme: "Program", governance.YearPolicy: "Styrdokument"}[sort]
}

// YearSorts are the sorts of a year's days, in the order that they are told.
func YearSorts() []string { return append([]string{YearMeeting}, governance.YearSorts()...) }

// Year is the round of a year: the forums' meetings, those that would keep their rhythm, what
// the styrmodell has each year, the plans that were fastställda, and the styrdokument that are to
// be decided anew or followed up. The first day first.
func Year(w World, year int) (out []YearDay) {
	for _, f := range w.All(forum.Name.Kind) {
		for _, m := range w.Pointing(forum.MeetingOf.Field, f.ID) {
			if state := forum.State.Get(m); forum.MeetingOn.Get(m).Year() == year && state != forum.Canceled {
				o, _ := forum.State.OptionOf(w, cmp.Or(state, forum.Planned))
				out = append(out, YearDay{On: forum.MeetingOn.Get(m), Sort: YearMeeting, Text: f.Name(), Tone: o.Tone, Badge: text.Lower(o.Label), Record: m.ID})
			}
		}
		next := forum.Next.Get(f)
		if !next.IsZero() && next.Year() == year && !slices.ContainsFunc(out, func(d YearDay) bool { return d.On == next && d.Text == f.Name() }) {
			out = append(out, YearDay{On: next, Sort: YearMeeting, Text: f.Name(), Tone: field.Quiet, Badge: "dagen är satt", Record: f.ID})
		}
		for _, on := range forum.Propose(w, f, year) {
			out = append(out, YearDay{On: on, Sort: YearMeeting, Text: f.Name(), Proposed: true, Tone: field.Quiet, Badge: "förslag", Record: f.ID})
		}
	}
	for _, y := range w.Model().Year {
		day := YearDay{On: y.On(year), Sort: y.Sort, Text: y.Label, Ruled: true, Tone: field.Quiet, Badge: "varje år"}
		if y.Locks {
			if state := rhythm.LockedAt(w, y.Of(year), y); state != nil {
				day.Tone, day.Badge, day.Record = field.Good, "läget låst", state.ID
			}
		}
		out = append(out, day)
	}
	for _, v := range plan.Versions(w) {
		if on := plan.VersionOn.Get(v); on.Year() == year {
			out = append(out, YearDay{On: on, Sort: governance.YearPlan, Text: v.Name(), Tone: field.Good, Badge: "fastställd", Record: v.ID})
		}
	}
	out = append(out, yearOfPolicies(w, year)...)
	names := text.Keys{}
	slices.SortStableFunc(out, func(a, b YearDay) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(slices.Index(YearSorts(), a.Sort), slices.Index(YearSorts(), b.Sort)), names.Compare(a.Text, b.Text))
	})
	return out
}

// policyRules are the reminders of styrdokument that the year tells of.
const policyRules = "policy-"

// yearOfPolicies are the days of a year on which styrdokument are to be decided anew, followed
// up, or end: as they remind of themselves.
func yearOfPolicies(w World, year int) (out []YearDay) {
	found := Deadlines(w, Asked{From: date.Of(year, 1, 1), To: date.Of(year, 12, 31)})
	for _, d := range found.Known {
		if !strings.HasPrefix(d.Rule, policyRules) {
			continue
		}
		badge := d.Badge
		if d.Tone == field.Plain || d.Tone == field.Quiet {
			badge = ""
		}
		out = append(out, YearDay{On: d.Due, Sort: governance.YearPolicy, Text: d.Subject + ": " + text.Lower(d.Text), Tone: d.Tone, Badge: badge, Record: d.Record.ID})
	}
	return out
}

// Proposals is how many of the days are proposals of meetings.
func Proposals(days []YearDay) (n int) {
	for _, d := range days {
		if d.Proposed {
			n++
		}
	}
	return n
}
