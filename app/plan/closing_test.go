package plan_test

import (
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// asides is a portfolio whose model has all the ways aside.
func asides(t *testing.T, gates ...governance.Gate) *app.Portfolio {
	return apptest.Governed(t, func(m *governance.Model) {
		for key, label := range map[string]string{"returned": "Återremiss", "prestudy": "Förstudie", "dormant": "Vilande", "cancelled": "Avbruten"} {
			m.Phases = append(m.Phases, governance.Phase{Key: key, Label: label, Stage: governance.Aside})
		}
	}, gates...)
}

func to(t *testing.T, p *app.Portfolio, id field.ID, phase string, on date.Date) {
	t.Helper()
	if err := do(p, func(tx *field.Tx) error {
		return governance.Move(tx, id, governance.Step{To: phase, On: on, Role: "IT-chef", Reason: "Provet"})
	}); err != nil {
		t.Fatalf("to %s: %v", phase, err)
	}
}

// TestWhatIsSetAsideComesBack: it is told when a running one was stopped, and one that goes on
// has neither ended nor, where it is decided anew, another's budget and end.
func TestWhatIsSetAsideComesBack(t *testing.T) {
	for _, c := range []struct {
		from, aside, back string
		ended             bool // it is said when, while it is aside
		kept              bool // the decided budget and end, when it is back
	}{
		{"proposal", "returned", "proposal", false, false},
		{"proposal", "prestudy", "proposal", false, false},
		{"decision", "dormant", "proposal", false, false},
		{"decision", "rejected", "idea", false, false},
		{"planned", "returned", "decision", false, false},
		{"planned", "dormant", "planned", false, true},
		{"execution", "cancelled", "execution", true, true},
		{"execution", "cancelled", "proposal", true, false},
	} {
		p := asides(t)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, "idea", plan.End, today.AddDays(90))
		if _, err := p.CreateAll(t.Context(), "Provet", []*field.Record{apptest.Cost(p, r.ID, 2027, economy.Operations, 100)}); err != nil {
			t.Fatal(err)
		}
		if c.from != "idea" {
			to(t, p, r.ID, c.from, today.AddDays(-20))
		}
		was := p.Get(r.ID)
		steps := len(p.Pointing(governance.DecisionOf.Field, r.ID))
		to(t, p, r.ID, c.aside, today.AddDays(-10))
		aside := p.Get(r.ID)
		if got := !plan.EndedOn.Get(aside).IsZero(); got != c.ended || plan.StageOf(p, aside).Live() || plan.TimeOutcome.Value(p, aside, 0) != nil {
			t.Errorf("%s, %s: ended on %s, live %v, %v", c.from, c.aside, plan.EndedOn.Get(aside), plan.StageOf(p, aside).Live(), plan.TimeOutcome.Value(p, aside, 0))
		}
		to(t, p, r.ID, c.back, today.AddDays(-5))
		back := p.Get(r.ID)
		kept := plan.DecidedEnd.Get(back) == today.AddDays(90) && plan.DecidedBudget.Get(back) == money.FromKronor(100)
		if kept != c.kept || !plan.EndedOn.Get(back).IsZero() || !plan.StageOf(p, back).Live() {
			t.Errorf("%s, %s, %s: decided %v, ended %s", c.from, c.aside, c.back, kept, plan.EndedOn.Get(back))
		}
		said := p.Pointing(governance.DecisionOf.Field, r.ID)
		if len(said) != steps+2 || governance.DecisionReason.Get(said[steps]) != "Provet" {
			t.Errorf("%s, %s: %d steps are written down", c.from, c.aside, len(said)-steps)
		}
		for range 2 {
			if _, err := p.Undo(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if now := p.Get(r.ID); plan.Phase.Get(now) != c.from || plan.DecidedEnd.Get(now) != plan.DecidedEnd.Get(was) || plan.EndedOn.Get(now) != plan.EndedOn.Get(was) {
			t.Errorf("%s, %s: it isn't taken back", c.from, c.aside)
		}
	}
}

// TestWhatEndsIsHeldAgainstWhatWasDecided.
func TestWhatEndsIsHeldAgainstWhatWasDecided(t *testing.T) {
	for _, c := range []struct {
		name       string
		end        date.Date // as planned when it is decided; 0: not known
		ended      date.Date
		budget     int64 // 0: none
		actual     int64 // below 0: not known
		time, cost string
	}{
		{"as decided", today.AddDays(-10), today.AddDays(-10), 100, 100, "på dagen som beslutat", "100, som beslutat"},
		{"a day late, and dearer", today.AddDays(-10), today.AddDays(-9), 100, 130, "1 dag senare än beslutat", "130, 30 mer än beslutat"},
		{"early, and cheaper", today.AddDays(-10), today.AddDays(-12), 100, 0, "2 dagar tidigare än beslutat", "0, 100 mindre än beslutat"},
		{"nobody knew when", 0, today.AddDays(-9), 100, -1, "", ""},
		{"nobody knew what", today.AddDays(-10), today.AddDays(-10), 0, 130, "på dagen som beslutat", ""},
	} {
		p := asides(t)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, "decision", plan.End, c.end)
		cost := apptest.Record(p, economy.CostKind, economy.CostOwner, r.ID, economy.CostYear, int64(2026), economy.CostType, economy.Operations)
		if c.budget > 0 {
			cost.Put(economy.CostBudget.Field, money.FromKronor(c.budget))
		}
		if _, err := p.CreateAll(t.Context(), "Provet", []*field.Record{cost}); err != nil {
			t.Fatal(err)
		}
		to(t, p, r.ID, "execution", today.AddDays(-60))
		apptest.Put(t, p, r.ID, plan.End, today.AddDays(30)) // another plan is no other decision
		if c.actual >= 0 {
			apptest.Put(t, p, cost.ID, economy.CostActual, money.FromKronor(c.actual))
		}
		if plan.TimeOutcome.Value(p, p.Get(r.ID), 0) != nil || plan.CostOutcome.Value(p, p.Get(r.ID), 0) != nil {
			t.Errorf("%s: it is held against while it runs", c.name)
		}
		to(t, p, r.ID, "benefits", c.ended)
		now := p.Get(r.ID)
		time, _ := plan.TimeOutcome.Value(p, now, 0).(string)
		cost2, _ := plan.CostOutcome.Value(p, now, 0).(string)
		if time != c.time || cost2 != c.cost || plan.EndedOn.Get(now) != c.ended {
			t.Errorf("%s: %q, %q, ended %s", c.name, time, cost2, plan.EndedOn.Get(now))
		}
		to(t, p, r.ID, "closed", today)
		if got := plan.EndedOn.Get(p.Get(r.ID)); got != c.ended {
			t.Errorf("%s: closed, it ended %s", c.name, got)
		}
		to(t, p, r.ID, "execution", today)
		to(t, p, r.ID, "benefits", today)
		if got := plan.EndedOn.Get(p.Get(r.ID)); got != today {
			t.Errorf("%s: it went on and ended %s", c.name, got)
		}
	}
}

func TestWhatIsFilledInStands(t *testing.T) {
	p := asides(t)
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, "decision", plan.End, today.AddDays(90), plan.DecidedEnd, today.AddDays(60), plan.EndedOn, today.AddDays(-1))
	to(t, p, r.ID, "execution", today)
	to(t, p, r.ID, "benefits", today)
	if now := p.Get(r.ID); plan.DecidedEnd.Get(now) != today.AddDays(60) || plan.EndedOn.Get(now) != today.AddDays(-1) {
		t.Errorf("decided to end %s, ended %s", plan.DecidedEnd.Get(now), plan.EndedOn.Get(now))
	}
}

// TestLessonsAreFoundWhereTheSameSystemIsTouched, the latest first.
func TestLessonsAreFoundWhereTheSameSystemIsTouched(t *testing.T) {
	p := asides(t)
	sys := func(name string) field.ID { return apptest.Add(t, p, system.Kind, system.Name, name).ID }
	a, b, c := sys("A"), sys("B"), sys("C")
	add := func(name, phase string, ended date.Date, of ...field.ID) field.ID {
		return apptest.Add(t, p, plan.Kind, plan.Name, name, plan.Phase, phase, plan.EndedOn, ended, plan.Systems, of, plan.Learnt, "Av "+name).ID
	}
	add("stängd", "closed", today.AddDays(-300), a, b)
	add("levererad", "benefits", today.AddDays(-30), a)
	add("pågående", "execution", 0, a)
	add("avslagen", "rejected", 0, a)
	stopped := add("avbruten", "execution", 0, b)
	to(t, p, stopped, "cancelled", today.AddDays(-100))
	silent := add("tyst", "closed", today, a)
	apptest.Put(t, p, silent, plan.Learnt, "")
	for _, x := range []struct {
		name string
		of   []field.ID
		want string
	}{
		{"of none", nil, ""}, {"of one that nobody else touches", []field.ID{c}, ""},
		{"of A", []field.ID{a}, "Av levererad (1), Av stängd (1)"},
		{"of B", []field.ID{b}, "Av avbruten (1), Av stängd (1)"},
		{"of both, each once", []field.ID{a, b, c}, "Av levererad (1), Av avbruten (1), Av stängd (2)"},
	} {
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Ny", plan.Systems, x.of)
		var got []string
		for _, l := range plan.LessonsFor(p, r) {
			got = append(got, l.Text+map[int]string{1: " (1)", 2: " (2)"}[len(l.Systems)])
		}
		near, _ := plan.Lessons.Value(p, r, 0).(string)
		if strings.Join(got, ", ") != x.want || strings.Count(near, "Av ") != len(got) {
			t.Errorf("%s: %q\n%s", x.name, got, near)
		}
	}
}

// TestWhatIsHandedOverIsInDrift, on the day of the step, if the gates before that let it.
func TestWhatIsHandedOverIsInDrift(t *testing.T) {
	gate := governance.Gate{Key: "D-1", Of: "system", Before: system.Running, Need: governance.Need{Field: system.Description.Key}}
	for _, c := range []struct {
		name, typ, from, to, before string
		ready                       bool
		after                       string
		waits                       bool
	}{
		{"a new system", "new", "execution", "benefits", system.Introduction, true, system.Running, false},
		{"one that replaces", "replace", "execution", "closed", system.Procurement, true, system.Running, false},
		{"what only develops it", "upgrade", "execution", "benefits", system.Introduction, true, system.Introduction, false},
		{"a gate before drift", "new", "execution", "benefits", system.Introduction, false, system.Introduction, true},
		{"one that is developed already", "new", "execution", "benefits", system.Developing, true, system.Developing, false},
		{"what is stopped", "new", "execution", "cancelled", system.Introduction, true, system.Introduction, false},
		{"what is closed after it was delivered", "new", "benefits", "closed", system.Introduction, true, system.Introduction, false},
	} {
		p := asides(t, gate)
		puts := []any{system.Name, "Diariet", system.Lifecycle, c.before}
		if c.ready {
			puts = append(puts, system.Description, "Det som krävs")
		}
		s := apptest.Add(t, p, system.Kind, puts...)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, c.from, plan.Type, c.typ, plan.Systems, []field.ID{s.ID})
		to(t, p, r.ID, c.to, today.AddDays(-3))
		waits := false
		plan.Kind.Remind(p, p.Get(r.ID), func(m field.Reminder) { waits = waits || m.Rule == "handover" })
		if got := system.Lifecycle.Get(p.Get(s.ID)); got != c.after || waits != c.waits {
			t.Errorf("%s: it is %q, waits %v", c.name, got, waits)
		}
		if c.after == c.before {
			continue
		}
		said := p.Pointing(governance.DecisionOf.Field, s.ID)
		if len(said) != 1 || governance.DecisionOn.Get(said[0]) != today.AddDays(-3) || !strings.Contains(governance.DecisionReason.Get(said[0]), r.Ref) {
			t.Errorf("%s: %d steps of the system", c.name, len(said))
		}
	}
}
