package programme_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/goal"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/app/programme"
)

var today = apptest.Today // 2026-11-21

func governed(t *testing.T) *app.Portfolio {
	return apptest.Governed(t, func(m *governance.Model) {
		m.Policies = []governance.PolicyClass{{Item: governance.Item{Key: "short", Label: "Program"}, Rank: 1, Months: 24, Decider: "Kommunstyrelsen", Owner: "IT-chefen"},
			{Item: governance.Item{Key: "none", Label: "Strategi"}, Rank: 1}}
	})
}

func TestAProgrammeIsRevisedWithinItsInterval(t *testing.T) {
	for _, c := range []struct {
		name string
		puts []any
		want string
	}{
		{"of no class, three years", []any{programme.DecidedOn, today.AddMonths(-36)}, "programme-old 2026-11-21"},
		{"three months before", []any{programme.DecidedOn, today.AddMonths(-33)}, "programme-old 2027-02-21"},
		{"and a day", []any{programme.DecidedOn, today.AddMonths(-33).AddDays(1)}, ""},
		{"of a class, its months", []any{programme.Class, "short", programme.DecidedOn, today.AddMonths(-25)}, "programme-old 2026-10-21"},
		{"of a class that says nothing", []any{programme.Class, "none", programme.DecidedOn, today.AddMonths(-25)}, ""},
		{"of an unknown day", nil, ""},
		{"a draft", []any{programme.State, programme.Draft, programme.DecidedOn, today.AddMonths(-60)}, ""},
		{"ended", []any{programme.State, programme.Ended, programme.DecidedOn, today.AddMonths(-60)}, ""},
		{"its period ends", []any{programme.To, today.AddMonths(3)}, "programme-ends 2027-02-21"},
	} {
		p := governed(t)
		r := apptest.Add(t, p, programme.Kind, append([]any{programme.Name, "A", programme.State, programme.Decided}, c.puts...)...)
		apptest.Add(t, p, goal.Kind, goal.Name, "Mål", goal.Programme, r.ID)
		var got []string
		for _, todo := range insight.Todos(p) {
			if strings.HasPrefix(todo.Rule, "programme-") {
				got = append(got, todo.Rule+" "+todo.Due.String())
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

func TestHowFarTheGoalsHaveCome(t *testing.T) {
	p := governed(t)
	r := apptest.Add(t, p, programme.Kind, programme.Name, "A", programme.State, programme.Decided)
	if got := programme.Standing.Field.Read(p, r, 0); got != "" {
		t.Errorf("without goals %q", got)
	}
	one := apptest.Add(t, p, goal.Kind, goal.Name, "Ett", goal.Programme, r.ID, goal.Outcome, "Nått")
	two := apptest.Add(t, p, goal.Kind, goal.Name, "Två", goal.Programme, r.ID)
	apptest.Add(t, p, goal.Kind, goal.Name, "Ett annat programs")
	insats := func(name string, stage governance.Stage) field.ID {
		return apptest.Add(t, p, plan.Kind, plan.Name, name, plan.Phase, apptest.Phases[stage]).ID
	}
	running, idea, aside := insats("R", governance.Running), insats("I", governance.Idea), insats("A", governance.Aside)
	for _, to := range []field.ID{one.ID, two.ID} {
		apptest.Add(t, p, goal.ContributionKind, goal.ContributionOf, running, goal.ContributionTo, to)
	}
	apptest.Add(t, p, goal.ContributionKind, goal.ContributionOf, aside, goal.ContributionTo, two.ID)
	apptest.Put(t, p, r.ID, programme.Initiatives, []field.ID{running, idea})
	r = p.Get(r.ID)
	phase := func(s governance.Stage) string { return plan.Phase.Show(p, apptest.Phases[s]) }
	if got, want := programme.Standing.Field.Read(p, r, 0), "2 mål, 2 med insatser; 2 insatser, 0 klara"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := programme.Progress.Field.Read(p, r, 0), "Tillsammans 2 insatser: 1 "+phase(governance.Idea)+", 1 "+phase(governance.Running)+"\nEtt: 1 insats: 1 "+phase(governance.Running)+"; utfall: Nått\nTvå: 1 insats: 1 "+phase(governance.Running); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAProgrammeThatIsDecidedEndsWhatItReplaces(t *testing.T) {
	p := governed(t)
	old := apptest.Add(t, p, programme.Kind, programme.Name, "Gammalt", programme.Class, "short", programme.State, programme.Decided)
	r := apptest.Add(t, p, programme.Kind, programme.Name, "Nytt", programme.Class, "short", programme.State, programme.Draft, programme.Replaces, []field.ID{old.ID})
	if got := programme.DecidedBy.Field.Read(p, r, 0); got != "(Kommunstyrelsen)" {
		t.Errorf("decided by %q", got)
	}
	if _, err := p.Set(context.Background(), old.ID, field.Column{Field: programme.Replaces.Field}, []field.ID{r.ID}); fault.CodeOf(err) != fault.Invalid && fault.CodeOf(err) != fault.Conflict {
		t.Errorf("each replaces the other: %v", err)
	}
	if _, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
		return "Prov", governance.Move(tx, r.ID, governance.Step{To: programme.Decided, On: date.Of(2026, 11, 2), Role: "Kommunstyrelsen", Reference: "§ 9"})
	}); err != nil {
		t.Fatal(err)
	}
	r, old = p.Get(r.ID), p.Get(old.ID)
	if programme.State.Get(old) != programme.Ended || programme.DecidedBy.Get(r) != "Kommunstyrelsen" || programme.Reference.Get(r) != "§ 9" || programme.DecidedOn.Get(r) != date.Of(2026, 11, 2) {
		t.Errorf("old is %s; decided by %q, %q on %s", programme.State.Get(old), programme.DecidedBy.Get(r), programme.Reference.Get(r), programme.DecidedOn.Get(r))
	}
}
