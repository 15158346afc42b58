package governance_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

// governed is a portfolio whose model has these gates.
func governed(t *testing.T, gates ...governance.Gate) *app.Portfolio {
	t.Helper()
	p := apptest.Governed(t, func(m *governance.Model) {
		m.Thresholds = map[string]int64{"small": int64(money.FromKronor(100_000))}
		m.Checklist = []governance.Question{{Key: "q1", Label: "Kostar det?"}, {Key: "q2", Label: "Är det politiskt?"}}
		m.Assessment = []governance.Question{{Key: "a1", Label: "Samordnat?"}}
	}, gates...)
	apptest.Fill(t, p)
	return p
}

func insats(p *app.Portfolio) *field.Record { return p.Named(plan.Kind, "Byte av diariesystem")[0] }

func move(p *app.Portfolio, s governance.Step) error {
	_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Flyttad", governance.Move(tx, insats(p).ID, s) })
	return err
}

func say(p *app.Portfolio, what, outcome string, s governance.Step) error {
	_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
		return "Sagt", governance.Say(tx, insats(p).ID, what, outcome, s)
	})
	return err
}

// TestConditions: each sort of condition is missing, and then it isn't.
func TestConditions(t *testing.T) {
	ctx := context.Background()
	answer := func(keys ...string) func(*testing.T, *app.Portfolio) {
		return func(t *testing.T, p *app.Portfolio) {
			for _, key := range keys {
				apptest.Add(t, p, governance.AnswerKind, governance.AnswerOf, insats(p).ID, governance.AnswerQuestion, map[string]string{"q1": "Kostar det?", "q2": "Är det politiskt?", "a1": "Samordnat?"}[key], governance.AnswerValue, "yes")
			}
		}
	}
	put := func(puts ...any) func(*testing.T, *app.Portfolio) {
		return func(t *testing.T, p *app.Portfolio) { apptest.Put(t, p, insats(p).ID, puts...) }
	}
	said := func(what, outcome, forum string) func(*testing.T, *app.Portfolio) {
		return func(t *testing.T, p *app.Portfolio) {
			if err := say(p, what, outcome, governance.Step{Forum: "IT-forum"}); err != nil {
				t.Fatal(err)
			}
		}
	}
	// Of what isn't enough, that which goes against what is asked for; the rest isn't written down yet.
	against := map[string]bool{"a field of a value": true, "a yes": true, "a day that has been": true, "one of two days that has been": true, "a decision": true, "an amount": true, "nothing there": true}
	for what, c := range map[string]struct {
		need   governance.Need
		near   func(*testing.T, *app.Portfolio) // what isn't enough
		enough func(*testing.T, *app.Portfolio)
		mend   string
	}{
		"a field":           {governance.Need{Field: "recommendation"}, put(plan.Comment, "x"), put(plan.Recommendation, "Ja"), "recommendation"},
		"one of two fields": {governance.Need{Any: []string{"benefit_per_year", "benefit_note"}}, nil, put(plan.BenefitNote, "Tid"), "benefit_per_year"},
		"two systems": {governance.Need{Relation: "systems", Least: 2}, nil, func(t *testing.T, p *app.Portfolio) {
			put(plan.Systems, []field.ID{p.Named(system.Kind, "Diariet W3")[0].ID, p.Named(system.Kind, "Lönesystemet")[0].ID})(t, p)
		}, "systems"},
		"all of two fields":  {governance.Need{All: []string{"recommendation", "benefit_note"}}, put(plan.Recommendation, "Ja"), put(plan.BenefitNote, "Tid"), "recommendation"},
		"a field of a value": {governance.Need{Field: "priority", Is: []string{"1", "2"}}, put(plan.Priority, "3"), put(plan.Priority, "2"), "priority"},
		"two of which it is known": {governance.Need{Relation: "systems", Having: []string{"hosting"}}, put(plan.Systems, []field.ID{}), func(t *testing.T, p *app.Portfolio) {
			id := p.Named(system.Kind, "Diariet W3")[0].ID
			put(plan.Systems, []field.ID{id})(t, p)
			apptest.Put(t, p, id, system.Hosting, "cloud")
		}, "systems"},
		"each of those to come": {governance.Need{Relation: "systems", Where: governance.Values{"lifecycle": {"idea", "planned"}}, Having: []string{"it_asked_on"}, Each: true}, func(t *testing.T, p *app.Portfolio) {
			asked := apptest.Add(t, p, system.Kind, system.Name, "Frågat", system.Lifecycle, system.Idea, system.ITAskedOn, p.Today()).ID
			not := apptest.Add(t, p, system.Kind, system.Name, "Inte frågat", system.Lifecycle, system.Planned).ID
			put(plan.Systems, []field.ID{p.Named(system.Kind, "Diariet W3")[0].ID, asked, not})(t, p)
		}, func(t *testing.T, p *app.Portfolio) {
			apptest.Put(t, p, p.Named(system.Kind, "Inte frågat")[0].ID, system.ITAskedOn, p.Today())
		}, "systems"},
		"either of two ways": {governance.Need{Either: []governance.Need{{All: []string{"recommendation", "benefit_note"}}, {Relation: "cost.owner"}}}, put(plan.Recommendation, "Ja"), func(t *testing.T, p *app.Portfolio) {
			if _, err := p.CreateAll(ctx, "Kostnad", []*field.Record{apptest.Cost(p, insats(p).ID, 2027, economy.Operations, 10)}); err != nil {
				t.Fatal(err)
			}
		}, "recommendation"},
		"what points at it of a value": {governance.Need{Relation: "cost.owner", Where: governance.Values{"type": {economy.Investment}}, Having: []string{"budget"}}, func(t *testing.T, p *app.Portfolio) {
			if _, err := p.CreateAll(ctx, "Kostnad", []*field.Record{apptest.Cost(p, insats(p).ID, 2027, economy.Operations, 10)}); err != nil {
				t.Fatal(err)
			}
		}, func(t *testing.T, p *app.Portfolio) {
			if _, err := p.CreateAll(ctx, "Kostnad", []*field.Record{apptest.Cost(p, insats(p).ID, 2027, economy.Investment, 10)}); err != nil {
				t.Fatal(err)
			}
		}, "owner"},
		"what points at it": {governance.Need{Relation: "cost.owner"}, nil, func(t *testing.T, p *app.Portfolio) {
			if _, err := p.CreateAll(ctx, "Kostnad", []*field.Record{apptest.Cost(p, insats(p).ID, 2027, economy.Operations, 10)}); err != nil {
				t.Fatal(err)
			}
		}, "owner"},
		"the checklist":                 {governance.Need{Checklist: true}, answer("q1"), answer("q2"), "answer"},
		"the assessment":                {governance.Need{Assessed: true}, answer("q1", "q2"), answer("a1"), "answer"},
		"advice":                        {governance.Need{Advice: "it"}, said(governance.Decided, governance.Approved, "it"), said(governance.Advised, governance.Rejected, "it"), "about"},
		"a yes":                         {governance.Need{Advice: "it", Is: []string{governance.Approved}}, said(governance.Advised, governance.Rejected, "it"), said(governance.Advised, governance.Approved, "it"), "about"},
		"a day that has been":           {governance.Need{Field: "decided_on"}, put(plan.DecidedOn, apptest.Today.AddDays(1)), put(plan.DecidedOn, apptest.Today), "decided_on"},
		"one of two days that has been": {governance.Need{Any: []string{"decided_on", "measure_on"}}, put(plan.DecidedOn, apptest.Today.AddDays(1)), put(plan.MeasureOn, apptest.Today), "decided_on"},
		"a last day, also to come":      {governance.Need{All: []string{"end", "recommendation"}}, put(plan.End, apptest.Today.AddDays(99)), put(plan.Recommendation, "Ja"), "recommendation"},
		"a decision":                    {governance.Need{Decision: "it"}, said(governance.Decided, governance.Returned, "it"), said(governance.Decided, governance.Approved, "it"), "about"},
		"anyone's":                      {governance.Need{Decision: "*"}, said(governance.Advised, governance.Approved, "it"), said(governance.Decided, governance.Approved, "it"), "about"},
		"an amount": {governance.Need{Amount: "investment_budget", Most: "small"}, func(t *testing.T, p *app.Portfolio) {
			put(plan.InvestmentBudget, money.FromKronor(200_000))(t, p)
		}, put(plan.InvestmentBudget, money.FromKronor(100_000)), "investment_budget"},
		"nothing there":     {governance.Need{None: "comment"}, put(plan.Recommendation, "Ja"), put(plan.Comment, ""), "comment"},
		"what nobody knows": {governance.Need{Field: "shoe_size"}, nil, nil, ""},
	} {
		t.Run(what, func(t *testing.T) {
			p := governed(t, governance.Gate{Before: "decision", Need: c.need})
			apptest.Put(t, p, insats(p).ID, plan.Comment, "Anmärkning")
			lacks := func() []governance.Missing { return governance.LacksBefore(p, insats(p), "decision") }
			if got := lacks(); len(got) != 1 || !got[0].Stops() || c.mend == "" && got[0].Field != nil || c.mend != "" && (got[0].Field == nil || got[0].Field.Key != c.mend) {
				t.Fatalf("at first %+v is missing", got)
			}
			if c.near != nil {
				c.near(t, p)
				if got := lacks(); len(got) != 1 {
					t.Error("what isn't enough was")
				} else if got[0].Unanswered == against[what] {
					t.Errorf("not written down yet: %v", got[0].Unanswered)
				}
			}
			if c.enough == nil {
				return
			}
			if c.enough(t, p); len(lacks()) != 0 {
				t.Errorf("%+v is still missing", lacks())
			}
			if err := move(p, governance.Step{To: "decision"}); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestRoleAndState are of systems: an insats has no roles.
func TestRoleAndState(t *testing.T) {
	p := governed(t,
		governance.Gate{Of: "system", Before: "maintained", Need: governance.Need{Role: "system_owner"}},
		governance.Gate{Before: "execution", Need: governance.Need{Relation: "systems", Is: []string{"maintained"}}})
	for name, want := range map[string]int{"Lönesystemet": 0, "Diariet W3": 1} {
		r := p.Named(system.Kind, name)[0]
		if got := governance.Lacks(p, r, []string{"maintained"}); len(got) != want {
			t.Errorf("%s lacks %+v", name, got)
		}
	}
	if got := governance.LacksBefore(p, insats(p), "execution"); len(got) != 1 { // Diariet is being phased out
		t.Errorf("the insats lacks %+v", got)
	}
}

func TestMove(t *testing.T) {
	ctx := context.Background()
	p := governed(t,
		governance.Gate{Key: "A", Before: "decision", Need: governance.Need{Field: "recommendation"}, Text: "Rekommendationen saknas.", Except: "Kommundirektören"},
		governance.Gate{Key: "B", Before: "decision", Need: governance.Need{Field: "comment"}, Text: "En kommentar vore bra.", Effect: governance.Warn},
		governance.Gate{Key: "C", Before: "decision", When: map[string][]string{"class": {"major"}}, Need: governance.Need{Advice: "it"}, Text: "Forumet har inte sagt sitt."})
	// The form, the list and itpctl set ask the same: they assign the phase.
	_, err := p.SetText(ctx, insats(p).ID, field.Column{Field: plan.Phase.Field}, "Beslut")
	var stopped *governance.Stopped
	if !errors.As(err, &stopped) || len(stopped.Missing) != 1 || fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "Rekommendationen saknas (A)") {
		t.Fatalf("the form says %v", err)
	}
	// What is passed over on the way counts too.
	if err := move(p, governance.Step{To: "execution"}); err == nil {
		t.Error("decision was passed over")
	}
	if err := move(p, governance.Step{To: "rejected"}); err != nil { // aside there is always a way
		t.Error(err)
	}
	if err := move(p, governance.Step{To: "proposal"}); err != nil {
		t.Error(err)
	}
	if err := move(p, governance.Step{To: "decision", Except: []string{"a"}}); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("excepted without a reason: %v", err)
	}
	anna := p.Named(org.PersonKind, "Anna Ek")[0].ID
	if err := move(p, governance.Step{To: "decision", Except: []string{"A"}, Reason: "bråttom"}); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("excepted by nobody: %v", err)
	}
	if err := move(p, governance.Step{To: "decision", Except: []string{"A"}, Reason: "bråttom", By: anna, Role: "Vaktmästaren"}); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("excepted by whoever: %v", err)
	}
	apptest.Put(t, p, insats(p).ID, plan.Class, "major")
	if err := move(p, governance.Step{To: "decision", Except: []string{"A", "C"}, Reason: "bråttom", By: anna}); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("what nobody may except was: %v", err)
	}
	if err := say(p, governance.Advised, governance.Approved, governance.Step{Forum: "IT-forum"}); err != nil {
		t.Fatal(err)
	}
	if err := move(p, governance.Step{To: "decision", Except: []string{"a"}, Reason: "bråttom", By: anna, Reference: "KS § 4", Forum: "IT-forum"}); err != nil {
		t.Fatal(err)
	}
	var steps, exceptions []*field.Record
	for _, d := range p.Pointing(governance.DecisionOf.Field, insats(p).ID) {
		switch governance.DecisionType.Get(d) {
		case governance.Stepped:
			steps = append(steps, d)
		case governance.Excepted:
			exceptions = append(exceptions, d)
		}
	}
	if len(steps) != 3 || len(exceptions) != 1 || plan.Phase.Get(insats(p)) != "decision" {
		t.Fatalf("%d steps and %d exceptions", len(steps), len(exceptions))
	}
	last := steps[2]
	if governance.DecisionFrom.Get(last) != "Förslag" || governance.DecisionTo.Get(last) != "Beslut" || governance.DecisionRef.Get(last) != "KS § 4" || governance.DecisionOn.Get(last) != apptest.Today || governance.DecisionBy.Get(last) != anna {
		t.Errorf("the step is %+v", last)
	}
	if x := exceptions[0]; governance.DecisionGate.Get(x) != "A" || governance.DecisionRole.Get(x) != "Kommundirektören" || governance.DecisionReason.Get(x) != "bråttom" {
		t.Errorf("the exception is %+v", x)
	}
	if _, err := p.Set(ctx, last.ID, field.Column{Field: governance.DecisionReason.Field}, "annat"); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("a decision was written over: %v", err)
	}
	if _, err := p.Undo(ctx); err != nil || plan.Phase.Get(insats(p)) != "proposal" { // with the step and the exception
		t.Errorf("undo: %v", err)
	}
	if n := len(p.Pointing(governance.DecisionOf.Field, insats(p).ID)); n != 3 {
		t.Errorf("%d decisions are left", n)
	}
	if _, err := p.Delete(ctx, []field.ID{insats(p).ID}); err != nil { // they go with the insats
		t.Error(err)
	}
}

// TestNoWayAround: resting, emptying or beginning further on doesn't pass a gate, an
// exception is for one step, and what will be said tomorrow isn't said.
func TestNoWayAround(t *testing.T) {
	ctx := context.Background()
	p := governed(t, governance.Gate{Key: "A", Before: "decision", Need: governance.Need{Advice: "it"}, Except: "Kommundirektören"})
	phase := field.Column{Field: plan.Phase.Field}
	blocked := func(what string, err error) {
		t.Helper()
		var stopped *governance.Stopped
		if !errors.As(err, &stopped) {
			t.Errorf("%s passed the gate: %v", what, err)
		}
	}
	if err := move(p, governance.Step{To: "rejected"}); err != nil {
		t.Fatal(err)
	}
	blocked("resting", move(p, governance.Step{To: "execution"}))
	if _, err := p.SetText(ctx, insats(p).ID, phase, ""); err != nil {
		t.Fatal(err)
	}
	_, err := p.SetText(ctx, insats(p).ID, phase, "Genomförande")
	blocked("emptying", err)
	_, err = p.Create(ctx, plan.Kind, []app.Assignment{{Column: field.Column{Field: plan.Name.Field}, Text: "Ny"}, {Column: phase, Text: "Genomförande"}})
	blocked("beginning further on", err)
	if err := say(p, governance.Advised, governance.Approved, governance.Step{Forum: "IT-forum", On: p.Today().AddDays(1)}); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("tomorrow's advice: %v", err)
	}
	anna := p.Named(org.PersonKind, "Anna Ek")[0].ID
	if err := move(p, governance.Step{To: "decision", Except: []string{"A"}, Reason: "bråttom", By: anna}); err != nil {
		t.Fatal(err)
	}
	if err := move(p, governance.Step{To: "idea"}); err != nil {
		t.Fatal(err)
	}
	blocked("an old exception", move(p, governance.Step{To: "decision"}))
	// What was said stays as it was said when the styrmodell is another.
	if err := say(p, governance.Advised, governance.Approved, governance.Step{Forum: "IT-forum"}); err != nil {
		t.Fatal(err)
	}
	apptest.Put(t, p, settings.ID, settings.Model, strings.Replace(string(apptest.Model()), "IT-forum", "Rådet", 1))
	for _, d := range p.Pointing(governance.DecisionOf.Field, insats(p).ID) {
		if governance.DecisionType.Get(d) == governance.Advised && governance.DecisionForum.Show(p, d.Get(governance.DecisionForum.Field)) != "IT-forum" {
			t.Error("another styrmodell renames who has said what")
		}
	}
	if found := p.Examine(); len(found) != 0 {
		t.Errorf("another styrmodell makes faults of decisions: %v", found)
	}
}

func TestWays(t *testing.T) {
	p := governed(t)
	m := *p.Model()
	m.Transitions = []governance.Transition{{From: "idea", To: []string{"proposal"}}}
	data, _ := json.Marshal(m)
	apptest.Put(t, p, settings.ID, settings.Model, string(data))
	apptest.Put(t, p, insats(p).ID, plan.Phase, "idea")
	if err := move(p, governance.Step{To: "decision"}); fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), "Från Idé") {
		t.Errorf("a way that there isn't: %v", err)
	}
	for _, to := range []string{"proposal", "execution"} { // where the model says nothing, all ways are open
		if err := move(p, governance.Step{To: to}); err != nil {
			t.Error(err)
		}
	}
}

func TestGatesThatAreRefused(t *testing.T) {
	whole := string(apptest.Model())
	with := func(gate string) string {
		return strings.TrimSuffix(strings.TrimSpace(whole), "}") + `, "gates": [` + gate + `]}`
	}
	const good = `{"key": "A", "before": "decision", "need": {"field": "comment"}, "effect": "stop", "text": "Det saknas."}`
	for what, c := range map[string]struct {
		from, to string
		want     fault.Code
	}{
		"as it is":             {"", "", ""},
		"no key":               {`"key": "A"`, `"key": ""`, fault.Invalid},
		"no sentence":          {`Det saknas.`, `Det saknas`, fault.Invalid},
		"another effect":       {`"stop"`, `"explode"`, fault.Invalid},
		"no condition":         {`{"field": "comment"}`, `{}`, fault.Invalid},
		"two conditions":       {`{"field": "comment"}`, `{"field": "comment", "checklist": true}`, fault.Invalid},
		"a phase nobody knows": {`"decision"`, `"party"`, fault.Invalid},
		"a forum nobody knows": {`{"field": "comment"}`, `{"advice": "fika"}`, fault.Invalid},
		"a limit nobody knows": {`{"field": "comment"}`, `{"amount": "investment_budget", "most": "x"}`, fault.Invalid},
		"a system's":           {`"before": "decision"`, `"of": "system", "before": "maintained"`, ""},
	} {
		if _, err := governance.Parse([]byte(with(strings.Replace(good, c.from, c.to, 1)))); fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := governance.Parse([]byte(with(good + "," + good))); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("two of a key: %v", err)
	}
}
