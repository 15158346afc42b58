package frame_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
)

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
		{"a row that says no amount", governance.Framing{}, func(p *app.Portfolio) *field.Record {
			return insats(t, p, governance.Prepared, &cost{2027, inv, nil})
		}, "Det är inte sagt vad insatsen kostar."},
		{"only what it has cost so far", governance.Framing{}, func(p *app.Portfolio) *field.Record {
			return insats(t, p, governance.Prepared, &cost{2026, inv, []any{economy.CostActual, kr(9)}})
		}, "Det är inte sagt vad insatsen kostar."},
		{"nothing the first year", governance.Framing{}, func(p *app.Portfolio) *field.Record {
			return insats(t, p, governance.Prepared, budget(2027, inv, 0), budget(2028, inv, 7))
		}, "Portföljen Kärna har ingen beslutad ram för 2028, och insatsen behöver 7 kr."},
		{"it costs nothing, and that is said", governance.Framing{}, func(p *app.Portfolio) *field.Record {
			return insats(t, p, governance.Prepared, budget(2027, inv, 0))
		}, ""},
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
