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
	"itportfoljen/app/system"
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

// TestTheHighestIsOfWhatStands: of several, before and after what is done about them.
func TestTheHighestIsOfWhatStands(t *testing.T) {
	type one struct {
		name         string
		p, k, pa, ka int64
		state        string
	}
	for name, c := range map[string]struct {
		risks []one
		want  string // "" for none
		score float64
	}{
		"none":                             {nil, "", 0},
		"none that is valued":              {[]one{{"A", 3, 0, 0, 0, risk.Open}}, "", 0},
		"the worst of two":                 {[]one{{"A", 3, 3, 0, 0, risk.Open}, {"B", 2, 5, 0, 0, risk.Open}}, "B", 10},
		"as bad: the first":                {[]one{{"A", 2, 5, 0, 0, risk.Open}, {"B", 5, 2, 0, 0, risk.Open}}, "A", 10},
		"handled goes by what it is after": {[]one{{"A", 5, 5, 1, 2, risk.Handled}, {"B", 2, 2, 0, 0, risk.Open}}, "B", 4},
		"what is yet to be done doesn't":   {[]one{{"A", 5, 5, 1, 2, risk.Open}, {"B", 2, 2, 0, 0, risk.Open}}, "A", 25},
		"handled may be worse":             {[]one{{"A", 2, 2, 3, 4, risk.Handled}}, "A", 12},
		"accepted stands":                  {[]one{{"A", 4, 4, 1, 1, risk.Accepted}}, "A", 16},
		"what is gone doesn't":             {[]one{{"A", 5, 5, 0, 0, risk.Gone}, {"B", 1, 1, 0, 0, risk.Open}}, "B", 1},
	} {
		p := apptest.Empty(t)
		insats := apptest.Add(t, p, plan.Kind, plan.Name, "Provet")
		for _, x := range c.risks {
			r := apptest.Record(p, risk.Kind, risk.What, x.name, risk.Of, insats.ID, risk.State, x.state)
			for f, v := range map[*field.Field]int64{risk.Probability.Field: x.p, risk.Consequence.Field: x.k, risk.ProbabilityAfter.Field: x.pa, risk.ConsequenceAfter.Field: x.ka} {
				if v > 0 {
					r.Put(f, v)
				}
			}
			if _, err := p.CreateAll(context.Background(), "Provet", []*field.Record{r}); err != nil {
				t.Fatal(err)
			}
			before, after := risk.Value.Value(p, r, 0), risk.ValueAfter.Value(p, r, 0)
			if (before != nil) != (x.p*x.k > 0) || before != nil && before != x.p*x.k || (after != nil) != (x.pa*x.ka > 0) || after != nil && after != x.pa*x.ka {
				t.Errorf("%s: %s is %v before and %v after", name, x.name, before, after)
			}
		}
		got := ""
		if worst := risk.Highest(p, insats.ID); worst != nil {
			got = worst.Name()
		}
		score, _ := plan.RiskScore(p.Get(insats.ID))
		if got != c.want || score != c.score/25 {
			t.Errorf("%s: %q, and the insats has %v", name, got, score*25)
		}
	}
}

// TestARiskThatIsAnothersIsNoMoreTheFirsts: both insatser follow, and a system has none to follow.
func TestARiskThatIsAnothersIsNoMoreTheFirsts(t *testing.T) {
	p := apptest.Empty(t)
	a, b := apptest.Add(t, p, plan.Kind, plan.Name, "A"), apptest.Add(t, p, plan.Kind, plan.Name, "B")
	s := apptest.Add(t, p, system.Kind, system.Name, "Ett system")
	r := apptest.Add(t, p, risk.Kind, risk.What, "Sen", risk.Of, a.ID, risk.Probability, int64(3), risk.Consequence, int64(4))
	for _, c := range []struct {
		name string
		of   field.ID
		want string
	}{{"another insats", b.ID, " 3×4"}, {"a system", s.ID, " "}, {"back", a.ID, "3×4 "}} {
		apptest.Put(t, p, r.ID, risk.Of, c.of)
		if got := plan.Risk.Get(p.Get(a.ID)) + " " + plan.Risk.Get(p.Get(b.ID)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if _, err := p.Set(context.Background(), r.ID, field.Column{Field: risk.Of.Field}, nil); err == nil {
		t.Error("it is about nothing")
	}
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
