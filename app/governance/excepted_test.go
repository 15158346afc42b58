package governance_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// TestAnExceptionsLastDayIsTold while what it is from is missing.
func TestAnExceptionsLastDayIsTold(t *testing.T) {
	for name, c := range map[string]struct {
		days   int // from today to its last day; 0 and without an end: none
		noEnd  bool
		there  bool // what the gate asks for
		longer bool // another is made, without an end
		first  bool // one without an end is made before it
		want   string
	}{
		"without an end":              {noEnd: true},
		"ends today":                  {days: 0, want: "exception-ends"},
		"ends in two months":          {days: 60, want: "exception-ends"},
		"ends in four months":         {days: 120},
		"ended yesterday":             {days: -1, want: "exception-ended"},
		"ended, and nothing lacks":    {days: -1, there: true},
		"ends, and nothing lacks":     {days: 9, there: true},
		"ended, and there is longer":  {days: -1, longer: true},
		"ended, and there was longer": {days: -1, first: true, want: "exception-ended"},
	} {
		p := governed(t, governance.Gate{Key: "G-1", Before: "decision", Except: "Kommundirektören", Need: governance.Need{Field: "recommendation"}})
		except := func(until date.Date) {
			err := do(p, func(tx *field.Tx) error {
				d := field.NewRecord(governance.DecisionKind, tx.NewID())
				d.Put(governance.DecisionOf.Field, insats(p).ID).Put(governance.DecisionType.Field, governance.Excepted).Put(governance.DecisionOn.Field, p.Today().AddDays(-30)).
					Put(governance.DecisionGate.Field, "g-1").Put(governance.DecisionRole.Field, "Kommundirektören").Put(governance.DecisionReason.Field, "Brådskar")
				if !until.IsZero() {
					d.Put(governance.DecisionUntil.Field, until)
				}
				return tx.Create(d)
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if c.first {
			except(0)
		}
		if c.noEnd {
			except(0)
		} else {
			except(p.Today().AddDays(c.days))
		}
		if c.longer {
			except(0)
		}
		if c.there {
			apptest.Put(t, p, insats(p).ID, plan.Recommendation, "Tillstyrks")
		}
		list := governance.Exceptions(p)
		if want := map[bool]int{true: 0, false: 1}[c.there]; len(list) != want || want > 0 && list[0].Over != (c.want == "exception-ended") {
			t.Errorf("%s: %d exceptions: %+v", name, len(list), list)
		}
		if gone := c.days < 0 && !c.longer; len(governance.ExceptedFrom(p, insats(p))) != map[bool]int{true: 0, false: 1}[gone] {
			t.Errorf("%s: excepted from %q", name, governance.ExceptedFrom(p, insats(p)))
		}
		got := ""
		for _, d := range p.Pointing(governance.DecisionOf.Field, insats(p).ID) {
			governance.DecisionKind.Remind(p, d, func(m field.Reminder) {
				if m.Pressing(p.Today()) {
					got += m.Rule
				}
			})
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
