package forum_test

import (
	"slices"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
)

func TestMeetingsAreProposedInTheRhythmAndNeverOnAHoliday(t *testing.T) {
	for name, c := range map[string]struct {
		every    string
		year     int
		known    date.Date
		cancel   bool
		count    int
		has, not []date.Date
	}{
		"a month, but not in July":            {"month", 2027, date.Of(2026, 11, 10), false, 11, []date.Date{date.Of(2027, 1, 12), date.Of(2027, 12, 14)}, []date.Date{date.Of(2027, 7, 13)}},
		"a quarter, in the month that it was": {"quarter", 2027, date.Of(2026, 11, 12), false, 4, []date.Date{date.Of(2027, 2, 11), date.Of(2027, 11, 11)}, nil},
		"what is known takes its period":      {"quarter", 2027, date.Of(2027, 5, 20), false, 3, []date.Date{date.Of(2027, 2, 18)}, []date.Date{date.Of(2027, 5, 20)}},
		"what was cancelled doesn't":          {"quarter", 2027, date.Of(2027, 5, 20), true, 4, nil, nil},
		"nothing before today":                {"month", 2026, date.Of(2026, 10, 8), false, 1, []date.Date{date.Of(2026, 12, 10)}, nil},
		"a fortnight":                         {"fortnight", 2027, date.Of(2026, 11, 12), false, 24, []date.Date{date.Of(2027, 1, 7)}, nil},
		"a holiday moves it a week":           {"month", 2027, date.Of(2026, 11, 5), false, 11, []date.Date{date.Of(2027, 5, 13)}, []date.Date{date.Of(2027, 5, 6)}},
		"never known: the second Thursday":    {"half_year", 2027, 0, false, 2, []date.Date{date.Of(2027, 1, 14), date.Of(2027, 7, 8)}, nil},
		"when it is needed":                   {"needed", 2027, date.Of(2026, 11, 5), false, 0, nil, nil},
		"not said":                            {"", 2027, date.Of(2026, 11, 5), false, 0, nil, nil},
	} {
		p := governed(t)
		f := apptest.Add(t, p, forum.Kind, forum.Name, "Forumet", forum.Type, "advice", forum.Every, c.every)
		if !c.known.IsZero() {
			state := forum.Planned
			if c.cancel {
				state = forum.Canceled
			}
			apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, "Möte", forum.MeetingOf, f.ID, forum.MeetingOn, c.known, forum.State, state)
		}
		got := forum.Propose(p, p.Get(f.ID), c.year)
		if len(got) != c.count {
			t.Errorf("%s: %d days, want %d: %v", name, len(got), c.count, got)
		}
		for _, d := range c.has {
			if !slices.Contains(got, d) {
				t.Errorf("%s: %s isn't among %v", name, d, got)
			}
		}
		for _, d := range c.not {
			if slices.Contains(got, d) {
				t.Errorf("%s: %s is among %v", name, d, got)
			}
		}
	}
}

func TestTheYearsMeetingsAreMadeOnceAndTakenBackTogether(t *testing.T) {
	p := governed(t)
	f := apptest.Add(t, p, forum.Kind, forum.Name, "Rådet", forum.Type, "advice", forum.Every, "quarter", forum.Place, "Eken")
	plan := func() error {
		return do(p, func(tx *field.Tx) error { _, err := forum.PlanYear(tx, 2027); return err })
	}
	if err := plan(); err != nil {
		t.Fatal(err)
	}
	made := p.Pointing(forum.MeetingOf.Field, f.ID)
	if len(made) != 4 || forum.State.Get(made[0]) != forum.Planned || forum.MeetingAt.Get(made[0]) != "Eken" {
		t.Errorf("%d are made: %v", len(made), made)
	}
	if err := plan(); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("made again: %v", err)
	}
	if _, err := p.Undo(t.Context()); err != nil || len(p.Pointing(forum.MeetingOf.Field, f.ID)) != 0 {
		t.Errorf("one step takes them back: %v", err)
	}
}
