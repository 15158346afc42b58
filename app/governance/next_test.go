package governance_test

import (
	"testing"

	"itportfoljen/app/governance"
)

// TestThePhaseThatFollows is the next one that insatser aren't set aside in, and that the
// model lets them go straight to.
func TestThePhaseThatFollows(t *testing.T) {
	m := &governance.Model{
		Phases: []governance.Phase{{Key: "idea"}, {Key: "resting", Stage: governance.Aside}, {Key: "review"}, {Key: "done", Stage: governance.Done}},
	}
	for from, want := range map[string]string{"idea": "review", "review": "done", "done": "", "resting": "", "unheard-of": "", "": ""} {
		if got := m.Follows(from); got != want {
			t.Errorf("on %q follows %q, not %q", from, got, want)
		}
	}
	m.Transitions = []governance.Transition{{From: "idea", To: []string{"done"}}}
	if got := m.Follows("idea"); got != "done" {
		t.Errorf("past what it may not go to follows %q", got)
	}
}
