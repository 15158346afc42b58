package governance_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
)

func do(p *app.Portfolio, what func(tx *field.Tx) error) error {
	_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Prov", what(tx) })
	return err
}

func confirm(p *app.Portfolio, gate, outcome string, s governance.Step) error {
	return do(p, func(tx *field.Tx) error { return governance.Confirm(tx, insats(p).ID, gate, outcome, s) })
}

func anna(t *testing.T, p *app.Portfolio) field.ID { return p.All(org.PersonKind)[0].ID }

func TestWhatIsConfirmedHoldsUntilItIsSaidNotTo(t *testing.T) {
	p := governed(t, governance.Gate{Key: "G-1", Before: "decision", Need: governance.Need{Confirmed: true}}, governance.Gate{Key: "G-2", Before: "decision", Need: governance.Need{Field: "name"}})
	by := governance.Step{By: anna(t, p), Link: "https://ekvalla.se/beslut"}
	lacks := func() int { return len(governance.LacksBefore(p, insats(p), "decision")) }
	for _, c := range []struct {
		gate, outcome string
		s             governance.Step
		refused       string
		missing       int
	}{
		{"G-1", governance.Approved, governance.Step{}, "vem som bekräftar", 1},
		{"G-2", governance.Approved, by, "Det som bekräftas är G-1.", 1},
		{"G-9", governance.Approved, by, "inget krav ”G-9”", 1},
		{"G-1", governance.Approved, governance.Step{By: by.By, On: p.Today().AddDays(1)}, "har inte varit än", 1},
		{"g-1", governance.Approved, by, "", 0},
		{"G-1", governance.Rejected, by, "", 1},
		{"G-1", governance.Approved, governance.Step{By: by.By, On: p.Today().AddDays(-9)}, "", 1}, // before what was said last
		{"G-1", governance.Approved, by, "", 0},
	} {
		err := confirm(p, c.gate, c.outcome, c.s)
		if c.refused == "" && err != nil || c.refused != "" && (err == nil || !strings.Contains(err.Error(), c.refused)) {
			t.Errorf("%s %s: %v", c.gate, c.outcome, err)
		}
		if lacks() != c.missing {
			t.Errorf("%s %s: %d are missing", c.gate, c.outcome, lacks())
		}
	}
}

// TestWhatIsMetInOneOfSeveralWays: what is missing says both, each is enough by itself, and what
// is confirmed no longer holds when somebody says so unless the other way holds it.
func TestWhatIsMetInOneOfSeveralWays(t *testing.T) {
	either := governance.Need{Either: []governance.Need{{Relation: "cost.owner"}, {Confirmed: true}}}
	cost := func(t *testing.T, p *app.Portfolio) {
		apptest.Add(t, p, economy.CostKind, economy.CostOwner, insats(p).ID, economy.CostYear, int64(2027), economy.CostType, economy.Operations)
	}
	said := func(outcome string) func(*testing.T, *app.Portfolio) {
		return func(t *testing.T, p *app.Portfolio) {
			if err := confirm(p, "G-1", outcome, governance.Step{By: anna(t, p)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, c := range map[string]struct {
		done    []func(*testing.T, *app.Portfolio)
		missing bool
	}{
		"neither":                            {nil, true},
		"the register":                       {[]func(*testing.T, *app.Portfolio){cost}, false},
		"a confirmation":                     {[]func(*testing.T, *app.Portfolio){said(governance.Approved)}, false},
		"one that is taken back":             {[]func(*testing.T, *app.Portfolio){said(governance.Approved), said(governance.Rejected)}, true},
		"taken back, and it is written down": {[]func(*testing.T, *app.Portfolio){said(governance.Approved), said(governance.Rejected), cost}, false},
	} {
		p := governed(t, governance.Gate{Key: "G-1", Before: "decision", Need: either})
		for _, do := range c.done {
			do(t, p)
		}
		lacks := governance.LacksBefore(p, insats(p), "decision")
		if c.missing != (len(lacks) == 1) {
			t.Errorf("%s: %+v is missing", name, lacks)
		}
		if c.missing && (lacks[0].Among() != economy.CostKind || !lacks[0].Gate.Need.Confirmable() || lacks[0].Mendable()) {
			t.Errorf("%s: the ways are %+v", name, lacks[0])
		}
		var stopped *governance.Stopped
		if err := move(p, governance.Step{To: "decision"}); errors.As(err, &stopped) != c.missing {
			t.Errorf("%s: the step gave %v", name, err)
		}
	}
}

func TestAnExceptionEndsOnItsLastDay(t *testing.T) {
	p := governed(t, governance.Gate{Key: "G-1", Before: "decision", Except: "Kommundirektören", Need: governance.Need{Field: "recommendation"}})
	except := func(until date.Date) error {
		return do(p, func(tx *field.Tx) error {
			d := field.NewRecord(governance.DecisionKind, tx.NewID())
			d.Put(governance.DecisionOf.Field, insats(p).ID).Put(governance.DecisionType.Field, governance.Excepted).Put(governance.DecisionOn.Field, p.Today().AddDays(-30)).
				Put(governance.DecisionGate.Field, "G-1").Put(governance.DecisionRole.Field, "Kommundirektören").Put(governance.DecisionReason.Field, "Brådskar").Put(governance.DecisionUntil.Field, until)
			return tx.Create(d)
		})
	}
	stops := func() bool { return governance.LacksBefore(p, insats(p), "decision")[0].Stops() }
	if err := except(p.Today().AddDays(-31)); err == nil {
		t.Error("an exception may end before it is made")
	}
	if err := except(p.Today().AddDays(-1)); err != nil || !stops() {
		t.Error("one that ended yesterday is in force", err)
	}
	if err := except(p.Today()); err != nil || stops() {
		t.Error("one whose last day is today isn't in force", err)
	}
}

func TestAnUpphandlingIsBegunWhenWhatIsAskedForIsThere(t *testing.T) {
	p := governed(t, governance.Gate{Key: "G-1", Before: governance.Procurement, Except: "Kommundirektören", Need: governance.Need{Field: "recommendation"}})
	set := func(on date.Date) error {
		return do(p, func(tx *field.Tx) error {
			return tx.Assign(insats(p).ID, field.Column{Field: plan.ProcurementOn.Field}, on)
		})
	}
	var stopped *governance.Stopped
	if err := set(p.Today()); !errors.As(err, &stopped) || stopped.Missing[0].Gate.Key != "G-1" || err.Error() != "Upphandling påbörjad för Byte av diariesystem kan inte skrivas än: Något saknas (G-1). Inget har ändrats." {
		t.Errorf("%v", err)
	}
	perform := func(s governance.Step) error {
		return do(p, func(tx *field.Tx) error { return governance.Perform(tx, insats(p).ID, governance.Procurement, s) })
	}
	if err := perform(governance.Step{}); !errors.As(err, &stopped) {
		t.Errorf("%v", err)
	}
	if err := perform(governance.Step{Except: []string{"G-1"}, Reason: "Avtalet går ut", By: anna(t, p)}); err != nil || plan.ProcurementOn.Get(insats(p)) != p.Today() {
		t.Errorf("%v, begun on %s", err, plan.ProcurementOn.Get(insats(p)))
	}
	if err := set(p.Today().AddDays(-3)); err != nil {
		t.Errorf("a day that is there may not be mended: %v", err)
	}
	if apptest.Add(t, p, plan.Kind, plan.Name, "Ny e-tjänst", plan.ProcurementOn, p.Today()); plan.ProcurementOn.Get(p.Named(plan.Kind, "Ny e-tjänst")[0]).IsZero() {
		t.Error("what was known when it was written down first is refused")
	}
}

func TestARuleIsSaidAndCarried(t *testing.T) {
	rule := governance.Rule{Key: "G-1", Text: "Det ska finnas en rekommendation.", Source: "1"}
	gate := governance.Gate{Key: "G-1-mer", Effect: governance.Warn, Before: "decision", Need: governance.Need{Field: "name"}, Text: "Namn saknas."}
	for what, c := range map[string]struct {
		rules []governance.Rule
		want  string
	}{
		"a gate carries it":          {[]governance.Rule{rule}, ""},
		"no rules at all":            {nil, ""},
		"two of a key":               {[]governance.Rule{rule, rule}, "två med samma (G-1)"},
		"words that are none":        {[]governance.Rule{{Key: "G-1", Text: "Rekommendation"}}, "utan en mening"},
		"nothing carries it":         {[]governance.Rule{rule, {Key: "G-2", Text: "Mer."}}, "varken ett krav eller något annat"},
		"a list that isn't there":    {[]governance.Rule{rule, {Key: "G-2", Text: "Mer.", By: []string{"list:thresholds_ore"}}}, "(list:thresholds_ore)"},
		"a forum there is":           {[]governance.Rule{rule, {Key: "G-2", Text: "Mer.", By: []string{"forum:it"}}}, ""},
		"a gate that no rule says":   {[]governance.Rule{{Key: "G-2", Text: "Mer.", By: []string{"kind:system"}}}, "G-1-mer, som ingen regel säger"},
		"a sort that isn't known":    {[]governance.Rule{rule, {Key: "G-2", Text: "Mer.", By: []string{"cat:misse"}}}, "(cat:misse)"},
		"a field is the catalogue's": {[]governance.Rule{rule, {Key: "G-2", Text: "Mer.", By: []string{"field:system.shoe_size"}}}, ""},
	} {
		if err := parsed(t, c.rules, gate); c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// parsed reads the small model with rules and gates of its own.
func parsed(t *testing.T, rules []governance.Rule, gates ...governance.Gate) error {
	t.Helper()
	m, err := governance.Parse(apptest.Model())
	if err != nil {
		t.Fatal(err)
	}
	m.Rules, m.Gates = rules, gates
	data, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	_, err = governance.Parse(data)
	return err
}

func TestWhatIsSaidOfAnActIsWrittenDownAndTakenBackWithIt(t *testing.T) {
	p := governed(t, governance.Gate{Key: "G-1", Before: governance.Procurement, Need: governance.Need{Confirmed: true}})
	if err := confirm(p, "G-1", governance.Approved, governance.Step{By: anna(t, p)}); err != nil {
		t.Fatal(err)
	}
	steps := func() (out []*field.Record) {
		for _, d := range p.Pointing(governance.DecisionOf.Field, insats(p).ID) {
			if governance.DecisionType.Get(d) == governance.Stepped {
				out = append(out, d)
			}
		}
		return out
	}
	perform := func(s governance.Step) error {
		return do(p, func(tx *field.Tx) error { return governance.Perform(tx, insats(p).ID, governance.Procurement, s) })
	}
	if err := perform(governance.Step{By: anna(t, p), Reference: "KS 2026/7"}); err != nil {
		t.Fatal(err)
	}
	if got := steps(); len(got) != 1 || governance.DecisionTo.Get(got[0]) != "Upphandling påbörjad" || governance.DecisionRef.Get(got[0]) != "KS 2026/7" || governance.DecisionOn.Get(got[0]) != p.Today() {
		t.Errorf("%v is written down", got)
	}
	if _, err := p.Undo(context.Background()); err != nil || len(steps()) != 0 || !plan.ProcurementOn.Get(insats(p)).IsZero() {
		t.Errorf("taken back: %v", err)
	}

	// A day that is taken away comes back with undo, whatever is missing by then.
	if err := perform(governance.Step{}); err != nil || len(steps()) != 0 {
		t.Errorf("%v, %d steps of one of which nothing is said", err, len(steps()))
	}
	e, err := p.SetText(context.Background(), insats(p).ID, field.Column{Field: plan.ProcurementOn.Field}, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := confirm(p, "G-1", governance.Rejected, governance.Step{By: anna(t, p)}); err != nil {
		t.Fatal(err)
	}
	if _, err := p.TakeBack(context.Background(), e.Number); err != nil || plan.ProcurementOn.Get(insats(p)).IsZero() {
		t.Errorf("it doesn't come back: %v", err)
	}
}
