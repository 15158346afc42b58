package frame_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
)

var today = apptest.Today // 2026-11-21

func kr(n int64) money.Ore { return money.FromKronor(n) }

// governed has ramar of portföljer, or as framing says, and gates that ask for them.
func governed(t *testing.T, framing governance.Framing) *app.Portfolio {
	return apptest.Governed(t, func(m *governance.Model) { m.Framing = framing },
		governance.Gate{Key: "R", Before: "decision", Also: []string{governance.Approval, "planned"}, Need: governance.Need{Frame: governance.FrameWithin}, Except: "Kommundirektören", Text: "Insatsen ryms inte."},
		governance.Gate{Key: "E", Of: "stage", Before: plan.LegDecided, Need: governance.Need{Frame: governance.FrameWithin}, Except: "Kommundirektören", Text: "Etappen ryms inte."},
		governance.Gate{Key: "F", Of: "frame", Before: frame.Decided, Need: governance.Need{Field: "goal"}, Effect: governance.Warn, Text: "Mål saknas."})
}

func ram(t *testing.T, p *app.Portfolio, year, amount int64, puts ...any) *field.Record {
	t.Helper()
	all := append([]any{frame.Year, year, frame.Amount, kr(amount)}, puts...)
	if len(puts) == 0 || puts[0] != any(frame.Unit) {
		all = append(all, frame.Portfolio, "core")
	}
	return apptest.Add(t, p, frame.Kind, all...)
}

// insats is one of the core portfölj that costs something.
func insats(t *testing.T, p *app.Portfolio, s governance.Stage, costs ...*cost) *field.Record {
	t.Helper()
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Insats", plan.Phase, apptest.Phases[s], plan.Portfolio, "core")
	for _, c := range costs {
		apptest.Add(t, p, economy.CostKind, append([]any{economy.CostOwner, r.ID, economy.CostYear, c.year, economy.CostType, c.typ}, c.puts...)...)
	}
	return p.Get(r.ID)
}

type cost struct {
	year int64
	typ  string
	puts []any
}

func budget(year int64, typ string, amount int64, puts ...any) *cost {
	return &cost{year, typ, append([]any{economy.CostBudget, kr(amount)}, puts...)}
}

const drift, inv = economy.Operations, economy.Investment

// told are the lines of a year, short.
func told(p *app.Portfolio, year int) string {
	var out []string
	for _, l := range frame.Use(p, year) {
		ram := "–"
		switch {
		case l.Ram.Known:
			ram = l.Ram.Exact()
		case l.Proposal.Known:
			ram = "(" + l.Proposal.Exact() + ")"
		case l.Asked == 0 && l.Allotted == 0 && l.Used == 0:
			continue
		}
		out = append(out, fmt.Sprintf("%s %s: %s/%s/%s", l.Label(), ram, l.Asked.Exact(), l.Allotted.Exact(), l.Used.Exact()))
	}
	return strings.Join(out, "; ")
}

func TestWhatCountsInARam(t *testing.T) {
	for _, c := range []struct {
		name    string
		framing governance.Framing
		set     func(p *app.Portfolio)
		want    string
	}{
		{"nothing", governance.Framing{}, func(p *app.Portfolio) {}, ""},
		{"an idea isn't asked for", governance.Framing{}, func(p *app.Portfolio) { insats(t, p, governance.Idea, budget(2027, inv, 5)) }, ""},
		{"what is prepared and what waits is asked for", governance.Framing{}, func(p *app.Portfolio) {
			insats(t, p, governance.Prepared, budget(2027, inv, 5))
			insats(t, p, governance.Waiting, budget(2027, drift, 6))
		}, "Kärna –: 11/0/0"},
		{"decided, running and done are allotted, of their year only", governance.Framing{}, func(p *app.Portfolio) {
			ram(t, p, 2027, 100)
			for _, s := range []governance.Stage{governance.Planned, governance.Running, governance.Done} {
				insats(t, p, s, budget(2027, inv, 5), budget(2027, drift, 1), budget(2028, inv, 1000))
			}
		}, "Kärna 100: 0/18/0"},
		{"a forecast counts where there is no budget", governance.Framing{}, func(p *app.Portfolio) {
			insats(t, p, governance.Running, &cost{2027, inv, []any{economy.CostForecast, kr(9)}}, budget(2027, drift, 2, economy.CostForecast, kr(50)))
		}, "Kärna –: 0/11/0"},
		{"closed and set aside count by what they cost", governance.Framing{}, func(p *app.Portfolio) {
			for _, s := range []governance.Stage{governance.Closed, governance.Aside} {
				insats(t, p, s, budget(2027, inv, 500, economy.CostActual, kr(7)))
			}
			insats(t, p, governance.Aside, budget(2027, inv, 500))
		}, "Kärna –: 0/14/14"},
		{"drift and investering apart", governance.Framing{}, func(p *app.Portfolio) {
			ram(t, p, 2027, 100, frame.Type, drift)
			ram(t, p, 2027, 200, frame.Type, inv)
			insats(t, p, governance.Running, budget(2027, inv, 5, economy.CostActual, kr(2)), budget(2027, drift, 1))
		}, "Kärna, drift 100: 0/1/0; Kärna, investering 200: 0/5/2"},
		{"only drift has a ram", governance.Framing{}, func(p *app.Portfolio) {
			ram(t, p, 2027, 100, frame.Type, drift)
			insats(t, p, governance.Running, budget(2027, inv, 5), budget(2027, drift, 1))
		}, "Kärna, drift 100: 0/1/0; Kärna, investering –: 0/5/0"},
		{"a proposal and two that are decided", governance.Framing{}, func(p *app.Portfolio) {
			ram(t, p, 2027, 100, frame.State, frame.Proposed)
			ram(t, p, 2028, 100)
			ram(t, p, 2028, 20, frame.State, frame.Decided, frame.DecidedOn, today)
		}, "Kärna (100): 0/0/0"},
		{"without portfölj, and paid otherwise", governance.Framing{}, func(p *app.Portfolio) {
			r := insats(t, p, governance.Running, budget(2027, inv, 5))
			apptest.Put(t, p, r.ID, plan.Portfolio, "")
			insats(t, p, governance.Running, budget(2027, drift, 8, economy.CostFunding, "line"), budget(2027, drift, 3, economy.CostFunding, "portfolio"))
		}, "Kärna –: 0/3/0; Utan portfölj –: 0/5/0; Betalas utanför ramarna –: 0/8/0"},
		{"etapper say the cost where no row does", governance.Framing{}, func(p *app.Portfolio) {
			ram(t, p, 2027, 100, frame.Type, inv)
			r := insats(t, p, governance.Running, budget(2026, inv, 5))
			leg(t, p, r, 2026, 77)
			leg(t, p, r, 2027, 30)
		}, "Kärna, investering 100: 0/0/0; Kärna, drift eller investering inte sagt –: 0/30/0"},
		{"each year decides: an etapp is allotted when it is decided", governance.Framing{EachYear: true}, func(p *app.Portfolio) {
			r := insats(t, p, governance.Running, budget(2027, inv, 90))
			leg(t, p, r, 2027, 10, plan.LegDecidedOn, today)
			leg(t, p, r, 2027, 20)
			insats(t, p, governance.Running, budget(2027, inv, 1))
		}, "Kärna –: 60/31/0"},
		{"and an unknown amount leaves nothing out", governance.Framing{EachYear: true}, func(p *app.Portfolio) {
			r := insats(t, p, governance.Running, budget(2027, inv, 90))
			leg(t, p, r, 2027, 10, plan.LegDecidedOn, today)
			apptest.Add(t, p, plan.LegKind, plan.LegName, "B", plan.LegOf, r.ID, plan.LegYear, int64(2027))
		}, "Kärna –: 0/90/0"},
	} {
		p := governed(t, c.framing)
		c.set(p)
		if got := strings.ReplaceAll(told(p, 2027), "\u00a0", " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestWhatIsLeft of a ram that is decided isn't more for one that is proposed beside it.
func TestWhatIsLeft(t *testing.T) {
	p := governed(t, governance.Framing{})
	of := map[int64]*field.Record{2027: ram(t, p, 2027, 100), 2028: ram(t, p, 2028, 70, frame.State, frame.Proposed)}
	ram(t, p, 2027, 120, frame.State, frame.Proposed)
	insats(t, p, governance.Running, budget(2027, inv, 30), budget(2028, inv, 80))
	for year, want := range map[int64]int64{2027: 70, 2028: -10} {
		if l, ok := frame.LineOf(p, of[year]); !ok || l.Left() != kr(want) {
			t.Errorf("%d: %s left", year, l.Left().Exact())
		}
		if got := frame.Left.Read(p, of[year], 0); got != frame.Left.Show(p, kr(want)) {
			t.Errorf("%d: the field has %s left", year, got)
		}
	}
}

var legs int

func leg(t *testing.T, p *app.Portfolio, r *field.Record, year, amount int64, puts ...any) *field.Record {
	t.Helper()
	legs++
	return apptest.Add(t, p, plan.LegKind, append([]any{plan.LegName, fmt.Sprint("Etapp ", legs), plan.LegOf, r.ID, plan.LegYear, year, plan.LegAmount, kr(amount)}, puts...)...)
}

// units are a nämnd with a förvaltning with a unit, and another förvaltning.
func units(t *testing.T, p *app.Portfolio) (board, office, unit, other field.ID) {
	add := func(name, typ string, under field.ID) field.ID {
		return apptest.Add(t, p, org.UnitKind, org.UnitName, name, org.UnitType, typ, org.UnitParent, under).ID
	}
	board = add("Socialnämnden", org.Board, "")
	office = add("Socialförvaltningen", org.Administration, board)
	return board, office, add("Hemtjänsten", org.Section, office), add("Teknik", org.Administration, "")
}

func TestARamOfAUnitHoldsThoseUnderIt(t *testing.T) {
	p := governed(t, governance.Framing{Per: governance.PerUnit})
	board, office, unit, other := units(t, p)
	ram(t, p, 2027, 100, frame.Unit, board)
	ram(t, p, 2027, 60, frame.Unit, office)
	of := func(u field.ID, amount int64, puts ...any) *field.Record {
		r := insats(t, p, governance.Running, budget(2027, drift, amount, puts...))
		return apptest.Put(t, p, r.ID, plan.Unit, u)
	}
	of(unit, 30)
	of(board, 5)
	of(other, 7)
	of("", 2)
	of(other, 11, economy.CostFunding, "special")
	shared := of(other, 10)
	row := economy.Rows(p, shared.ID)[0]
	apptest.Put(t, p, row.ID, economy.CostPayers, "Hemtjänsten 40 %; Teknik 60 %")
	want := "Socialförvaltningen 60: 0/34/0; Socialnämnden 100: 0/39/0; Teknik –: 0/13/0; Utan enhet –: 0/2/0; Betalas utanför ramarna –: 0/11/0"
	if got := told(p, 2027); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if sum := frame.Sum(p, frame.Use(p, 2027)); sum.Allotted != kr(65) {
		t.Errorf("together %s", sum.Allotted.Exact())
	}
	apptest.Put(t, p, shared.ID, plan.Phase, apptest.Phases[governance.Waiting])
	move := func(r *field.Record) error {
		_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
			return "x", governance.Move(tx, r.ID, governance.Step{To: "planned"})
		})
		return err
	}
	apptest.Put(t, p, row.ID, economy.CostBudget, kr(100))
	if err := move(shared); err == nil || !strings.Contains(err.Error(), "Socialförvaltningen har 30\u00a0kr kvar av ramen 2027, och insatsen behöver 40\u00a0kr") || strings.Contains(err.Error(), "Socialnämnden") {
		t.Error(err)
	}
	apptest.Put(t, p, row.ID, economy.CostBudget, kr(50))
	if err := move(shared); err != nil {
		t.Error(err)
	}
}

// TestTheLinesTie: what isn't under another comes to what all insatser cost, whatever ramar
// there are.
func TestTheLinesTie(t *testing.T) {
	for seed := range uint64(30) {
		rng := rand.New(rand.NewPCG(seed, 7))
		framing := governance.Framing{EachYear: rng.IntN(2) == 0}
		if rng.IntN(2) == 0 {
			framing.Per = governance.PerUnit
		}
		p := governed(t, framing)
		a, b, c, d := units(t, p)
		of := []field.ID{"", a, b, c, d}
		var asked, allotted, used money.Ore
		for range 12 {
			stage := []governance.Stage{governance.Idea, governance.Waiting, governance.Running, governance.Done, governance.Closed, governance.Aside}[rng.IntN(6)]
			amount, spent := rng.Int64N(1000), rng.Int64N(300)
			r := insats(t, p, stage, budget(2027, []string{drift, inv, ""}[rng.IntN(3)], amount, economy.CostActual, kr(spent), economy.CostFunding, []string{"", "line", "portfolio", "special"}[rng.IntN(4)]))
			apptest.Put(t, p, r.ID, plan.Unit, of[rng.IntN(5)], plan.Portfolio, []string{"", "core", "citizen", "gammal"}[rng.IntN(4)])
			used += kr(spent)
			switch {
			case stage == governance.Waiting:
				asked += kr(amount)
			case !stage.Live():
				allotted += kr(spent)
			case stage != governance.Idea:
				allotted += kr(amount)
			}
		}
		for _, u := range of[1:] {
			if rng.IntN(2) == 0 {
				ram(t, p, 2027, 100, frame.Unit, u)
			}
		}
		if rng.IntN(2) == 0 {
			ram(t, p, 2027, 100, frame.Type, drift)
		}
		if got := frame.Sum(p, frame.Use(p, 2027)); got != (frame.Amounts{Asked: asked, Allotted: allotted, Used: used}) {
			t.Errorf("seed %d: %+v, want %d %d %d", seed, got, asked, allotted, used)
		}
	}
}
