package frame_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
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
			r := insats(t, p, stage, budget(2027, []string{drift, inv}[rng.IntN(2)], amount, economy.CostActual, kr(spent), economy.CostFunding, []string{"", "line", "portfolio", "special"}[rng.IntN(4)]))
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

func TestADecisionIsHeldToTheRam(t *testing.T) {
	for _, c := range []struct {
		name string
		set  func(p *app.Portfolio) *field.Record
		want string // "" goes through
	}{
		{"no ram", func(p *app.Portfolio) *field.Record { return insats(t, p, governance.Prepared, budget(2027, inv, 900)) }, ""},
		{"exactly", func(p *app.Portfolio) *field.Record {
			ram(t, p, 2027, 100)
			insats(t, p, governance.Running, budget(2027, inv, 60))
			return insats(t, p, governance.Prepared, budget(2027, inv, 40))
		}, ""},
		{"a krona over", func(p *app.Portfolio) *field.Record {
			ram(t, p, 2027, 100_000)
			insats(t, p, governance.Running, budget(2027, inv, 60_000))
			return insats(t, p, governance.Prepared, budget(2027, inv, 40_001))
		}, "Portföljen Kärna har 40 000 kr kvar av ramen 2027, och insatsen behöver 40 001 kr."},
		{"the ram is passed already", func(p *app.Portfolio) *field.Record {
			ram(t, p, 2027, 100_000)
			insats(t, p, governance.Running, budget(2027, inv, 160_000))
			return insats(t, p, governance.Prepared, budget(2027, inv, 420_000))
		}, "Portföljen Kärna är redan 60 tkr över ramen 2027, och insatsen behöver 420 tkr."},
		{"a proposal guards nothing", func(p *app.Portfolio) *field.Record {
			ram(t, p, 2027, 100, frame.State, frame.Proposed)
			return insats(t, p, governance.Prepared, budget(2027, inv, 420))
		}, ""},
		{"of another type there is room", func(p *app.Portfolio) *field.Record {
			ram(t, p, 2027, 300_000, frame.Type, drift)
			ram(t, p, 2027, 900_000, frame.Type, inv)
			return insats(t, p, governance.Prepared, budget(2027, inv, 900_000), budget(2027, drift, 420_000))
		}, "Portföljen Kärna har 300 tkr kvar av ramen 2027 (drift), och insatsen behöver 420 tkr."},
		{"two years, the second too small", func(p *app.Portfolio) *field.Record {
			ram(t, p, 2027, 100)
			ram(t, p, 2028, 50)
			return insats(t, p, governance.Prepared, budget(2027, inv, 100), budget(2028, inv, 90))
		}, "Portföljen Kärna har 50 kr kvar av ramen 2028, och insatsen behöver 90 kr."},
		{"a year that has been", func(p *app.Portfolio) *field.Record {
			ram(t, p, 2025, 10)
			return insats(t, p, governance.Prepared, budget(2025, inv, 100))
		}, ""},
		{"what is paid in the line", func(p *app.Portfolio) *field.Record {
			ram(t, p, 2027, 10)
			return insats(t, p, governance.Prepared, budget(2027, inv, 100, economy.CostFunding, "line"))
		}, ""},
		{"what others wait for takes nothing", func(p *app.Portfolio) *field.Record {
			ram(t, p, 2027, 100)
			insats(t, p, governance.Waiting, budget(2027, inv, 90))
			return insats(t, p, governance.Prepared, budget(2027, inv, 90))
		}, ""},
		{"an etapp without type has room in both together", func(p *app.Portfolio) *field.Record {
			ram(t, p, 2027, 100, frame.Type, drift)
			ram(t, p, 2027, 100, frame.Type, inv)
			r := insats(t, p, governance.Prepared)
			leg(t, p, r, 2027, 200)
			return r
		}, ""},
		{"and not more", func(p *app.Portfolio) *field.Record {
			ram(t, p, 2027, 100, frame.Type, drift)
			ram(t, p, 2027, 100, frame.Type, inv)
			r := insats(t, p, governance.Prepared)
			leg(t, p, r, 2027, 201)
			return r
		}, "Portföljen Kärna har 200 kr kvar av ramen 2027, och insatsen behöver 201 kr."},
	} {
		p := governed(t, governance.Framing{})
		r := c.set(p)
		missing := governance.LacksBefore(p, r, "decision")
		got := ""
		for _, m := range missing {
			got += strings.ReplaceAll(strings.TrimPrefix(m.Text, "Insatsen ryms inte. "), "\u00a0", " ")
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func do(p *app.Portfolio, what func(tx *field.Tx) error) error {
	_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Prov", what(tx) })
	return err
}

// TestAYesIsHeldToTheRam, and is written with an exception that says who, why and till when.
func TestAYesIsHeldToTheRam(t *testing.T) {
	p := governed(t, governance.Framing{})
	ram(t, p, 2027, 100)
	r := insats(t, p, governance.Waiting, budget(2027, inv, 420))
	anna := p.All(org.PersonKind)
	if len(anna) == 0 {
		anna = []*field.Record{apptest.Add(t, p, org.PersonKind, org.PersonName, "Anna Ek")}
	}
	say := func(what, outcome string, s governance.Step) error {
		s.By = anna[0].ID
		return do(p, func(tx *field.Tx) error { return governance.Say(tx, r.ID, what, outcome, s) })
	}
	if err := say(governance.Decided, governance.Approved, governance.Step{}); fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "Bifall till Insats kan inte skrivas än: Insatsen ryms inte. Portföljen Kärna har 100") {
		t.Fatal(err)
	}
	for what, outcome := range map[string]string{governance.Decided: governance.Rejected, governance.Advised: governance.Approved} {
		if err := say(what, outcome, governance.Step{}); err != nil {
			t.Errorf("%s %s: %v", what, outcome, err)
		}
	}
	if err := say(governance.Decided, governance.Approved, governance.Step{Except: []string{"R"}, Reason: "Lagkrav", Until: today.AddMonths(3)}); err != nil {
		t.Fatal(err)
	}
	if got := governance.ExceptedFrom(p, r); len(got) != 1 || got[0] != "R" {
		t.Errorf("excepted from %q", got)
	}
	if err := do(p, func(tx *field.Tx) error { return governance.Move(tx, r.ID, governance.Step{To: "planned"}) }); err != nil {
		t.Error("the exception holds for the step that the decision leads to:", err)
	}
}

func TestAnEtappIsHeldToTheRamOfItsYear(t *testing.T) {
	p := governed(t, governance.Framing{EachYear: true})
	ram(t, p, 2026, 100)
	ram(t, p, 2027, 50)
	r := insats(t, p, governance.Running)
	first, second := leg(t, p, r, 2026, 100), leg(t, p, r, 2027, 60)
	decide := func(l *field.Record, s governance.Step) error {
		s.To = plan.LegDecided
		return do(p, func(tx *field.Tx) error { return governance.Go(tx, l.ID, s) })
	}
	if err := decide(first, governance.Step{}); err != nil {
		t.Fatal(err)
	}
	err := do(p, func(tx *field.Tx) error { return tx.Set(second.ID, plan.LegDecidedOn.Field, today) })
	if fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "har 50\u00a0kr kvar av ramen 2027, och etappen behöver 60\u00a0kr") {
		t.Fatal(err)
	}
	apptest.Put(t, p, second.ID, plan.LegAmount, kr(50))
	if err := decide(second, governance.Step{}); err != nil {
		t.Error(err)
	}
	if got := told(p, 2027); got != "Kärna 50: 0/50/0" {
		t.Error(got)
	}
}

func TestWhatHasNoDecidedRamIsSaid(t *testing.T) {
	for _, c := range []struct {
		name    string
		framing governance.Framing
		set     func(p *app.Portfolio) *field.Record
		want    string
	}{
		{"nobody knows the cost", governance.Framing{}, func(p *app.Portfolio) *field.Record { return insats(t, p, governance.Prepared) }, "Det är inte sagt vad insatsen kostar."},
		{"no ram", governance.Framing{}, func(p *app.Portfolio) *field.Record {
			return insats(t, p, governance.Prepared, budget(2027, inv, 300_000), budget(2027, drift, 120_000), budget(2028, inv, 1))
		}, "Portföljen Kärna har ingen beslutad ram för 2027, och insatsen behöver 420 tkr."},
		{"a proposal", governance.Framing{}, func(p *app.Portfolio) *field.Record {
			ram(t, p, 2027, 1, frame.State, frame.Proposed)
			return insats(t, p, governance.Prepared, budget(2027, inv, 420_000))
		}, "Portföljen Kärna har ingen beslutad ram för 2027, bara ett förslag, och insatsen behöver 420 tkr."},
		{"only of the other type", governance.Framing{}, func(p *app.Portfolio) *field.Record {
			ram(t, p, 2027, 1, frame.Type, drift)
			return insats(t, p, governance.Prepared, budget(2027, inv, 420_000), budget(2027, drift, 5))
		}, "Portföljen Kärna har ingen beslutad ram för 2027 (investering), och insatsen behöver 420 tkr."},
		{"decided, however small", governance.Framing{}, func(p *app.Portfolio) *field.Record {
			ram(t, p, 2027, 1)
			return insats(t, p, governance.Prepared, budget(2027, inv, 420_000))
		}, ""},
		{"paid in the line", governance.Framing{}, func(p *app.Portfolio) *field.Record {
			return insats(t, p, governance.Prepared, budget(2027, inv, 42, economy.CostFunding, "line"))
		}, ""},
		{"of no unit", governance.Framing{Per: governance.PerUnit}, func(p *app.Portfolio) *field.Record {
			return insats(t, p, governance.Prepared, budget(2027, inv, 42))
		}, "Insatsen hör inte till någon enhet."},
		{"a unit without a ram", governance.Framing{Per: governance.PerUnit}, func(p *app.Portfolio) *field.Record {
			_, _, unit, _ := units(t, p)
			r := insats(t, p, governance.Prepared, budget(2027, inv, 42))
			return apptest.Put(t, p, r.ID, plan.Unit, unit)
		}, "Socialförvaltningen har ingen beslutad ram för 2027, och insatsen behöver 42 kr."},
		{"a unit under one with a ram", governance.Framing{Per: governance.PerUnit}, func(p *app.Portfolio) *field.Record {
			board, _, unit, _ := units(t, p)
			ram(t, p, 2027, 100, frame.Unit, board)
			r := insats(t, p, governance.Prepared, budget(2027, inv, 42))
			return apptest.Put(t, p, r.ID, plan.Unit, unit)
		}, ""},
	} {
		p := apptest.Governed(t, func(m *governance.Model) { m.Framing = c.framing },
			governance.Gate{Key: "D", Before: "decision", Need: governance.Need{Frame: governance.FrameDecided}, Text: "Ram saknas."})
		r := c.set(p)
		got := ""
		for _, m := range governance.LacksBefore(p, r, "decision") {
			got += strings.ReplaceAll(strings.TrimPrefix(m.Text, "Ram saknas. "), "\u00a0", " ")
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
