package plan_test

import (
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// leg adds an etapp of an insats; kr below 0 is that nobody has said.
func leg(t *testing.T, p *app.Portfolio, of field.ID, kr int64, puts ...any) *field.Record {
	t.Helper()
	puts = append([]any{plan.LegName, "Etapp", plan.LegOf, of}, puts...)
	if kr >= 0 {
		puts = append(puts, plan.LegAmount, money.FromKronor(kr))
	}
	return apptest.Add(t, p, plan.LegKind, puts...)
}

func TestWhatEtapperAddUpTo(t *testing.T) {
	type one struct {
		kr    int64 // below 0: nobody has said
		state string
	}
	for _, c := range []struct {
		name    string
		legs    []one
		budget  int64 // 0: none
		sum     string
		against string
	}{
		{"no etapper", nil, 100, "", ""},
		{"all of the budget", []one{{40, plan.LegDone}, {60, plan.LegPlanned}}, 100, "100", ""},
		{"more", []one{{40, plan.LegRunning}, {70, ""}}, 100, "110", "10 mer än budgeten"},
		{"less", []one{{40, plan.LegDecided}}, 100, "40", "60 mindre än budgeten"},
		{"what is dropped doesn't count", []one{{100, plan.LegPlanned}, {40, plan.LegDropped}}, 100, "100", ""},
		{"nor when nobody said what it would cost", []one{{100, plan.LegPlanned}, {-1, plan.LegDropped}}, 100, "100", ""},
		{"all are dropped", []one{{40, plan.LegDropped}}, 100, "", ""},
		{"one that nobody has said", []one{{40, plan.LegPlanned}, {-1, plan.LegPlanned}}, 100, "", ""},
		{"for nothing", []one{{0, plan.LegPlanned}, {100, plan.LegPlanned}}, 100, "100", ""},
		{"no budget", []one{{40, plan.LegPlanned}}, 0, "40", ""},
	} {
		p := apptest.Empty(t)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, apptest.Phases[governance.Running])
		if c.budget > 0 {
			if _, err := p.CreateAll(t.Context(), "Provet", []*field.Record{apptest.Cost(p, r.ID, 2027, economy.Operations, c.budget)}); err != nil {
				t.Fatal(err)
			}
		}
		for _, l := range c.legs {
			leg(t, p, r.ID, l.kr, plan.LegState, l.state)
		}
		sum := plan.LegSum.Show(p, plan.LegSum.Value(p, r, 0))
		against, _ := plan.LegAgainst.Value(p, r, 0).(string)
		if sum != c.sum || strings.ReplaceAll(against, "\u00a0", " ") != c.against {
			t.Errorf("%s: %q, %q", c.name, sum, against)
		}
		said := false
		plan.Kind.Remind(p, r, func(m field.Reminder) { said = said || m.Rule == "stages-budget" })
		if said != (c.against != "") {
			t.Errorf("%s: it is said %v", c.name, said)
		}
	}
}

// TestEachYearDecidesOfItsEtapper: those of this year and before, that go on or should.
func TestEachYearDecidesOfItsEtapper(t *testing.T) {
	year := int64(today.Year())
	for _, c := range []struct {
		name  string
		year  int64 // 0: nobody has said
		state string
		on    date.Date
		want  bool
	}{
		{"this year's", year, plan.LegPlanned, 0, true},
		{"this year's, decided", year, plan.LegDecided, today, false},
		{"decided, and nobody has said when", year, plan.LegDecided, 0, true},
		{"last year's, which still runs", year - 1, plan.LegRunning, 0, true},
		{"next year's", year + 1, plan.LegPlanned, 0, false},
		{"next year's, which runs already", year + 1, plan.LegRunning, 0, false},
		{"of no year", 0, plan.LegPlanned, 0, false},
		{"done", year, plan.LegDone, 0, false},
		{"dropped", year, plan.LegDropped, 0, false},
	} {
		p := apptest.Empty(t)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, apptest.Phases[governance.Running])
		puts := []any{plan.LegState, c.state, plan.LegDecidedOn, c.on}
		if c.year > 0 {
			puts = append(puts, plan.LegYear, c.year)
		}
		leg(t, p, r.ID, 10, puts...)
		if got := plan.LegUnsaid.Value(p, r, 0); (got != nil) != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestAnEtappThatCannotBeSo(t *testing.T) {
	for _, c := range []struct {
		name string
		puts []any
		want fault.Code
	}{
		{"of no insats", nil, fault.Invalid},
		{"a day", []any{plan.LegFrom, today, plan.LegTo, today}, ""},
		{"without a beginning", []any{plan.LegTo, today}, ""},
		{"without an end", []any{plan.LegFrom, today}, ""},
		{"backwards", []any{plan.LegFrom, today, plan.LegTo, today.AddDays(-1)}, fault.Invalid},
		{"decided today", []any{plan.LegDecidedOn, today}, ""},
		{"decided tomorrow", []any{plan.LegDecidedOn, today.AddDays(1)}, fault.Invalid},
	} {
		p := apptest.Empty(t)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet")
		l := apptest.Record(p, plan.LegKind, append([]any{plan.LegName, "Etapp"}, c.puts...)...)
		if c.puts != nil {
			l.Put(plan.LegOf.Field, r.ID)
		}
		if err := do(p, func(tx *field.Tx) error { return tx.Create(l) }); fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestEtapperRemind(t *testing.T) {
	for _, c := range []struct {
		name  string
		stage governance.Stage
		puts  []any
		want  string
	}{
		{"planned", governance.Running, []any{plan.LegState, plan.LegPlanned}, ""},
		{"runs undecided", governance.Running, []any{plan.LegState, plan.LegRunning}, "stage-undecided"},
		{"runs, decided", governance.Running, []any{plan.LegState, plan.LegRunning, plan.LegDecidedOn, today}, ""},
		{"ready today", governance.Running, []any{plan.LegState, plan.LegPlanned, plan.LegTo, today}, ""},
		{"late", governance.Running, []any{plan.LegState, plan.LegPlanned, plan.LegTo, today.AddDays(-1)}, "stage-late"},
		{"late, and undecided", governance.Running, []any{plan.LegState, plan.LegRunning, plan.LegTo, today.AddDays(-1)}, "stage-undecided stage-late"},
		{"done late", governance.Running, []any{plan.LegState, plan.LegDone, plan.LegTo, today.AddDays(-1)}, ""},
		{"of what is set aside", governance.Aside, []any{plan.LegState, plan.LegRunning, plan.LegTo, today.AddDays(-1)}, ""},
		{"of what is closed", governance.Closed, []any{plan.LegState, plan.LegRunning, plan.LegTo, today.AddDays(-1)}, ""},
	} {
		p := apptest.Empty(t)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, apptest.Phases[c.stage])
		l := leg(t, p, r.ID, 10, c.puts...)
		var got []string
		plan.LegKind.Remind(p, l, func(m field.Reminder) {
			if m.Pressing(today) {
				got = append(got, m.Rule)
			}
		})
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
