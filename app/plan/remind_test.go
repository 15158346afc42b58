package plan_test

import (
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
)

var today = apptest.Today // 2026-11-21

func TestReminders(t *testing.T) {
	in := func(n int) date.Date { return today.AddDays(n) }
	for _, c := range []struct {
		name  string
		stage governance.Stage
		puts  []any
		want  string
	}{
		{"an idea", governance.Idea, []any{plan.DecideBy, in(-1), plan.Start, in(-9), plan.End, in(-1)}, ""},
		{"waits", governance.Waiting, nil, "decision väntar"},
		{"decide today", governance.Waiting, []any{plan.DecideBy, in(0)}, "decision väntar"},
		{"decide yesterday", governance.Waiting, []any{plan.DecideBy, in(-1)}, "decision försenad"},
		{"should begin today", governance.Planned, []any{plan.Start, in(0)}, ""},
		{"should have begun", governance.Planned, []any{plan.Start, in(-1)}, "not-started försenad"},
		{"ready today", governance.Running, []any{plan.End, in(0)}, ""},
		{"should be ready", governance.Running, []any{plan.End, in(-1)}, "late försenad"},
		{"measure in a month", governance.Done, []any{plan.MeasureOn, today.AddMonths(1)}, "measure 30 dagar"},
		{"measure later", governance.Done, []any{plan.MeasureOn, today.AddMonths(1).AddDays(1)}, ""},
		{"measure late", governance.Done, []any{plan.MeasureOn, in(-400)}, "measure försenad"},
		{"ends the day it begins", governance.Idea, []any{plan.Start, in(9), plan.End, in(9)}, ""},
		{"ends before it begins", governance.Idea, []any{plan.Start, in(9), plan.End, in(8)}, "ends-before avviker"},
		{"ends, and nobody knows when it begins", governance.Idea, []any{plan.End, in(8)}, ""},
		{"ended before it began", governance.Closed, []any{plan.Start, in(-8), plan.End, in(-9)}, ""},
		{"closed", governance.Closed, []any{plan.MeasureOn, in(0), plan.End, in(-1)}, ""},
		{"rejected", governance.Aside, []any{plan.DecideBy, in(-1), plan.End, in(-1)}, ""},
	} {
		p := apptest.Empty(t)
		apptest.Add(t, p, plan.Kind, append([]any{plan.Name, "Provet", plan.Phase, apptest.Phases[c.stage]}, c.puts...)...)
		var got []string
		for _, x := range insight.Todos(p) {
			got = append(got, x.Rule+" "+x.Badge)
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDecisionsGoToTheNextMeeting(t *testing.T) {
	for _, c := range []struct {
		next, own, want date.Date
		badge           string
	}{
		{today.AddDays(9), 0, today.AddDays(9), "väntar"},
		{today, 0, today, "väntar"},
		{today.AddDays(-1), 0, 0, "väntar"}, // a meeting that nobody has moved on from
		{today.AddDays(9), today.AddDays(3), today.AddDays(3), "väntar"},
		{0, today.AddDays(-3), today.AddDays(-3), "försenad"},
	} {
		p := apptest.Empty(t)
		apptest.Put(t, p, settings.ID, settings.NextBoard, c.next)
		apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, apptest.Phases[governance.Waiting], plan.DecideBy, c.own)
		ts := insight.Todos(p)
		if len(ts) != 1 || ts[0].Due != c.want || ts[0].Badge != c.badge {
			t.Errorf("meeting %s, own day %s: %+v", c.next, c.own, ts)
		}
	}
}
