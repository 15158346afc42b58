package governance_test

import (
	"slices"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// asked are two gates before a step: one of what an insats has, and one of what it lacks.
func asked() []governance.Gate {
	return []governance.Gate{
		{Key: "P-1", Before: "decision", Need: governance.Need{Field: "name"}, Effect: governance.Stop, Text: "Namnet saknas."},
		{Key: "P-2", Before: "decision", Need: governance.Need{Checklist: true}, Effect: governance.Stop, Except: "IT-chefen", Text: "Checklistan saknas."},
	}
}

// Conditions tell all that is asked, and what is missing among them is what Lacks says.
func TestConditionsAreWhatLacksSaysAndWhatIsMet(t *testing.T) {
	p := governed(t, asked()...)
	all := governance.ConditionsBefore(p, insats(p), "decision")
	if len(all) != 2 || !all[0].Met || all[0].Text != "" || all[1].Met || all[1].Text != "Checklistan saknas." || !all[1].Open() || all[1].Before != "decision" {
		t.Fatalf("%+v", all)
	}
	if lacks := governance.LacksBefore(p, insats(p), "decision"); len(lacks) != 1 || lacks[0].Gate.Key != "P-2" {
		t.Errorf("Lacks says %v", lacks)
	}
}

// An exception stands with the condition, until it has ended.
func TestAnExceptedConditionSaysByWhichDecision(t *testing.T) {
	for until, holds := range map[int]bool{30: true, -1: false} {
		p := governed(t, asked()...)
		d := apptest.Add(t, p, governance.DecisionKind, governance.DecisionOf, insats(p).ID, governance.DecisionType, governance.Excepted, governance.DecisionGate, "P-2", governance.DecisionRole, "IT-chefen",
			governance.DecisionReason, "Bråttom.", governance.DecisionOutcome, governance.Approved, governance.DecisionOn, p.Today().AddDays(-9), governance.DecisionUntil, p.Today().AddDays(until))
		all := governance.ConditionsBefore(p, insats(p), "decision")
		c := all[slices.IndexFunc(all, func(c governance.Condition) bool { return c.Gate.Key == "P-2" })]
		if c.Met || c.Open() == holds || holds && c.Exception.ID != d.ID {
			t.Errorf("to %d days: %+v", until, c)
		}
	}
}

// Of an insats that isn't decided the conditions are all up to the yes; of one that goes on,
// those before its next phase.
func TestConditionsOfAnInsats(t *testing.T) {
	p := governed(t, asked()...)
	if to, all := plan.Conditions(p, insats(p)); governance.Of(p).StageOf(to) != governance.Planned || len(all) != 2 || !plan.ToDecide(p, insats(p)) {
		t.Errorf("%s %+v", to, all)
	}
}
