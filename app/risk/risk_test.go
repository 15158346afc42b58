package risk_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/risk"
)

var today = apptest.Today

func TestLevelIsThatOfTheRiskAsItStands(t *testing.T) {
	for _, c := range []struct {
		name         string
		p, k, pa, ka int64
		state        string
		want         int // 0: unknown or gone
	}{
		{"nothing said", 0, 0, 0, 0, risk.Open, 0}, {"only one", 3, 0, 0, 0, risk.Open, 0}, {"open", 3, 4, 0, 0, risk.Open, 12}, {"no state", 3, 4, 0, 0, "", 12},
		{"open, with what is to come", 3, 4, 1, 2, risk.Open, 12}, {"accepted", 3, 4, 1, 2, risk.Accepted, 12},
		{"handled", 3, 4, 1, 2, risk.Handled, 2}, {"handled, and nobody says how it is then", 3, 4, 0, 2, risk.Handled, 12}, {"gone", 3, 4, 1, 2, risk.Gone, 0},
	} {
		r := field.NewRecord(risk.Kind, "1").Put(risk.State.Field, c.state)
		for f, v := range map[*field.Field]int64{risk.Probability.Field: c.p, risk.Consequence.Field: c.k, risk.ProbabilityAfter.Field: c.pa, risk.ConsequenceAfter.Field: c.ka} {
			if v > 0 {
				r.Put(f, v)
			}
		}
		p, k, ok := risk.Level(r)
		if got := p * k; ok != (c.want > 0) || ok && got != c.want {
			t.Errorf("%s: %d %v, want %d", c.name, got, ok, c.want)
		}
	}
}

func set(t *testing.T, p *app.Portfolio, id field.ID, f *field.Field, v string) {
	t.Helper()
	if _, err := p.SetText(context.Background(), id, field.Column{Field: f}, v); err != nil {
		t.Fatal(err)
	}
}

func TestTheRiskOfAnInsatsFollowsFromItsWorst(t *testing.T) {
	p := apptest.Empty(t)
	insats := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Risk, "Medel")
	is := func(after, want string) {
		t.Helper()
		if got := plan.Risk.Get(p.Get(insats.ID)); got != want {
			t.Errorf("after %s it is %q, want %q", after, got, want)
		}
	}
	late := apptest.Add(t, p, risk.Kind, risk.What, "Sen", risk.Of, insats.ID)
	is("one of unknown value", "Medel")
	set(t, p, late.ID, risk.Probability.Field, "3")
	is("half of it", "Medel")
	set(t, p, late.ID, risk.Consequence.Field, "4")
	is("the whole", "3×4")
	worse := apptest.Add(t, p, risk.Kind, risk.What, "Dyr", risk.Of, insats.ID, risk.Probability, int64(4), risk.Consequence, int64(4))
	is("a worse", "4×4")
	apptest.Put(t, p, worse.ID, risk.ProbabilityAfter, int64(1), risk.ConsequenceAfter, int64(2))
	is("an action that isn't done", "4×4")
	set(t, p, worse.ID, risk.State.Field, "Åtgärdad")
	is("its action", "3×4")
	set(t, p, late.ID, risk.State.Field, "Stängd")
	is("the other gone", "1×2")
	set(t, p, insats.ID, plan.Risk.Field, "Hög")
	set(t, p, worse.ID, risk.State.Field, "Stängd")
	is("all gone, and what somebody wrote", "Hög")
	set(t, p, worse.ID, risk.State.Field, "Åtgärdad")
	set(t, p, worse.ID, risk.State.Field, "Stängd")
	is("all gone", "")
	if _, err := p.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	is("undo", "1×2")
}

func TestReminders(t *testing.T) {
	for _, c := range []struct {
		name string
		puts []any
		want string
	}{
		{"nothing said", nil, "risk-unvalued"},
		{"low", []any{risk.Probability, int64(2), risk.Consequence, int64(2)}, ""},
		{"just below high", []any{risk.Probability, int64(3), risk.Consequence, int64(4)}, ""},
		{"high", []any{risk.Probability, int64(3), risk.Consequence, int64(5)}, "risk-unmet"},
		{"high with an action", []any{risk.Probability, int64(3), risk.Consequence, int64(5), risk.Action, "Byt"}, ""},
		{"high and accepted", []any{risk.Probability, int64(3), risk.Consequence, int64(5), risk.State, risk.Accepted}, ""},
		{"high and gone", []any{risk.Probability, int64(3), risk.Consequence, int64(5), risk.State, risk.Gone}, ""},
		{"due today", []any{risk.Probability, int64(2), risk.Consequence, int64(2), risk.By, today}, ""},
		{"due yesterday", []any{risk.Probability, int64(2), risk.Consequence, int64(2), risk.By, today.AddDays(-1)}, "risk-late"},
		{"due yesterday and handled", []any{risk.Probability, int64(2), risk.Consequence, int64(2), risk.By, today.AddDays(-1), risk.State, risk.Handled}, ""},
	} {
		p := apptest.Empty(t)
		insats := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, apptest.Phases[governance.Running])
		r := apptest.Add(t, p, risk.Kind, append([]any{risk.What, "Sen", risk.Of, insats.ID}, c.puts...)...)
		said := func() string {
			var got []string
			risk.Kind.Remind(p, p.Get(r.ID), func(m field.Reminder) {
				if m.Pressing(today) {
					got = append(got, m.Rule)
				}
			})
			return strings.Join(got, " ")
		}
		if got := said(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		apptest.Put(t, p, insats.ID, plan.Phase, apptest.Phases[governance.Closed])
		if got := said(); got != "" {
			t.Errorf("%s, of a closed insats: %q", c.name, got)
		}
	}
}
