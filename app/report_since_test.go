package app_test

import (
	"fmt"
	"slices"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/forum"
	"itportfoljen/app/plan"
)

// Changes are counted from the ledningsgrupp's latest meeting or from what was fixed, the latest
// first; not from what is to come, nor from what was fixed before there was a portfolio.
func TestWhatChangesAreCountedFrom(t *testing.T) {
	p := apptest.Open(t)
	day := date.Date(20261102)
	if got := p.Sinces(day); len(got) != 0 {
		t.Errorf("at first %v", got)
	}
	board := apptest.Add(t, p, forum.Kind, forum.Name, "Kommunens ledningsgrupp", forum.Type, "it")
	meeting := apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, "I november", forum.MeetingOf, board.ID, forum.MeetingOn, date.Date(20261020))
	apptest.Put(t, p, meeting.ID, forum.State, forum.Closed)
	later := apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, "Dagen efter", forum.MeetingOf, board.ID, forum.MeetingOn, date.Date(20261103))
	apptest.Put(t, p, later.ID, forum.State, forum.Closed)
	for i, on := range []date.Date{20260101, 20260601, 20261103, 20250101} {
		at := int64(i + 1)
		if on == 20250101 {
			at = 0
		}
		apptest.Add(t, p, plan.VersionKind, plan.VersionName, fmt.Sprint("Plan ", on), plan.VersionOn, on, plan.VersionAt, at)
	}
	var got []string
	for _, s := range p.Sinces(day) {
		got = append(got, s.Name)
	}
	if got := p.Sinces(day); got[0].On != 20261020 {
		t.Errorf("the latest meeting by %s is that of %s", day, got[0].On)
	}
	if want := []string{"Kommunens ledningsgrupp", "Plan 2026-06-01", "Plan 2026-01-01"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
