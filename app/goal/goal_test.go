package goal_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/goal"
	"itportfoljen/app/plan"
)

var today = apptest.Today // 2026-11-21

func do(p *app.Portfolio, work func(tx *field.Tx) error) error {
	_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Provet", work(tx) })
	return err
}

func TestAContributionIsOfAnInsatsToAGoalOnce(t *testing.T) {
	p := apptest.Empty(t)
	of := apptest.Add(t, p, plan.Kind, plan.Name, "Provet").ID
	other := apptest.Add(t, p, plan.Kind, plan.Name, "En annan").ID
	to := apptest.Add(t, p, goal.Kind, goal.Name, "Kortare köer", goal.Level, goal.Council).ID
	vision := apptest.Add(t, p, goal.Kind, goal.Name, "En öppen kommun", goal.Level, goal.Vision).ID
	unsaid := apptest.Add(t, p, goal.Kind, goal.Name, "Utan nivå").ID
	for _, c := range []struct {
		name  string
		puts  []any
		level string // of the goal, which gates ask for
		want  fault.Code
	}{
		{"of nothing", []any{goal.ContributionTo, to}, "", fault.Invalid},
		{"to nothing", []any{goal.ContributionOf, of}, "", fault.Invalid},
		{"of it to the goal", []any{goal.ContributionOf, of, goal.ContributionTo, to}, goal.Council, ""},
		{"once more", []any{goal.ContributionOf, of, goal.ContributionTo, to, goal.Contribution, "Mer"}, "", fault.Conflict},
		{"to another goal", []any{goal.ContributionOf, of, goal.ContributionTo, vision}, goal.Vision, ""},
		{"of another insats", []any{goal.ContributionOf, other, goal.ContributionTo, to}, goal.Council, ""},
		{"to a goal that nobody says the level of", []any{goal.ContributionOf, of, goal.ContributionTo, unsaid}, "", ""},
	} {
		r := apptest.Record(p, goal.ContributionKind, c.puts...)
		if err := do(p, func(tx *field.Tx) error { return tx.Create(r) }); fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if level, _ := goal.ContributionLevel.Value(p, r, 0).(string); c.want == "" && level != c.level {
			t.Errorf("%s: the level is %q", c.name, level)
		}
	}
	apptest.Put(t, p, to, goal.Level, goal.Board)
	for _, c := range p.Pointing(goal.ContributionTo.Field, to) {
		if level := goal.ContributionLevel.Value(p, c, 0); level != goal.Board {
			t.Errorf("the goal has another level, and %s has %v", p.Label(goal.ContributionOf.Get(c)), level)
		}
	}
}

// TestGoalsInAListBecomeContributions, and those that are described aren't taken away by one.
func TestGoalsInAListBecomeContributions(t *testing.T) {
	for _, c := range []struct {
		name      string
		has       []string // goals that it contributes to before
		described string   // the one of them that somebody has said more of
		list      []string
		want      []string
		refused   fault.Code
	}{
		{"the first", nil, "", []string{"A"}, []string{"A"}, ""},
		{"two", nil, "", []string{"A", "B"}, []string{"A", "B"}, ""},
		{"the same again", []string{"A", "B"}, "A", []string{"A", "B"}, []string{"A", "B"}, ""},
		{"one more", []string{"A"}, "A", []string{"A", "B"}, []string{"A", "B"}, ""},
		{"another instead", []string{"A"}, "", []string{"B"}, []string{"B"}, ""},
		{"none", []string{"A", "B"}, "", nil, nil, ""},
		{"without what is described", []string{"A", "B"}, "A", []string{"B"}, []string{"A", "B"}, fault.Conflict},
	} {
		p := apptest.Empty(t)
		goals := map[string]field.ID{}
		for _, name := range []string{"A", "B"} {
			goals[name] = apptest.Add(t, p, goal.Kind, goal.Name, name).ID
		}
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet")
		for _, name := range c.has {
			puts := []any{goal.ContributionOf, r.ID, goal.ContributionTo, goals[name]}
			if name == c.described {
				puts = append(puts, goal.ContributionSize, "large")
			}
			apptest.Add(t, p, goal.ContributionKind, puts...)
		}
		var list []field.ID
		for _, name := range c.list {
			list = append(list, goals[name])
		}
		err := do(p, func(tx *field.Tx) error { return tx.Assign(r.ID, field.Column{Field: goal.Goals.Field}, list) })
		var got []string
		for _, id := range field.References(goal.Goals.Value(p, p.Get(r.ID), 0)) {
			got = append(got, p.Get(id).Name())
		}
		slices.Sort(got)
		if fault.CodeOf(err) != c.refused || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, %v", c.name, got, err)
		}
	}
}

func TestAGoalsPeriod(t *testing.T) {
	for _, c := range []struct {
		name     string
		puts     []any
		want     fault.Code
		in, over bool
		todo     string // with a space after it: not pressing
	}{
		{"no days", nil, "", true, false, ""},
		{"from today", []any{goal.From, today}, "", true, false, ""},
		{"from tomorrow", []any{goal.From, today.AddDays(1)}, "", false, false, ""},
		{"to today", []any{goal.To, today}, "", true, false, "goal-ended"},
		{"to yesterday", []any{goal.To, today.AddDays(-1)}, "", false, true, "goal-ended"},
		{"to yesterday, with what it became", []any{goal.To, today.AddDays(-1), goal.Outcome, "Nått"}, "", false, true, ""},
		{"a day", []any{goal.From, today, goal.To, today}, "", true, false, "goal-ended"},
		{"backwards", []any{goal.From, today, goal.To, today.AddDays(-1)}, fault.Invalid, false, false, ""},
	} {
		p := apptest.Empty(t)
		r := apptest.Record(p, goal.Kind, append([]any{goal.Name, "Provet"}, c.puts...)...)
		if err := do(p, func(tx *field.Tx) error { return tx.Create(r) }); fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
		if c.want != "" {
			continue
		}
		var said []string
		goal.Kind.Remind(p, r, func(m field.Reminder) { said = append(said, m.Rule) })
		if in, over := goal.Kind.InUse(p, r), goal.Kind.Over(p, r); in != c.in || over != c.over || strings.Join(said, " ") != c.todo {
			t.Errorf("%s: in use %v, over %v, %q", c.name, in, over, said)
		}
	}
}
