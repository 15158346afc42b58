package governance_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// TestThePhaseThatFollows is the next one that insatser aren't set aside in, that the class
// passes and that the model lets them go straight to.
func TestThePhaseThatFollows(t *testing.T) {
	for _, c := range []struct {
		class, from, want string
		may               []governance.Transition
	}{
		{"", "idea", "review", nil}, {"", "review", "execution", nil}, {"", "execution", "done", nil}, {"", "done", "", nil},
		{"", "resting", "", nil}, {"", "unheard-of", "", nil}, {"", "", "", nil},
		{"routine", "idea", "execution", nil}, {"major", "idea", "review", nil},
		{"", "idea", "done", []governance.Transition{{From: "idea", To: []string{"done"}}}},
	} {
		p := apptest.Governed(t, func(m *governance.Model) {
			m.Phases = []governance.Phase{{Key: "idea", Label: "Idé", Stage: governance.Idea}, {Key: "resting", Label: "Vilande", Stage: governance.Aside},
				{Key: "review", Label: "Beredning", Stage: governance.Prepared, Forum: "it"}, {Key: "execution", Label: "Genomförande", Stage: governance.Running}, {Key: "done", Label: "Klar", Stage: governance.Done}}
			m.Forums = []governance.Forum{{Key: "it", Label: "Rådet"}, {Key: "board", Label: "Nämnden", Decides: true}}
			m.ClassForums = map[string][]string{"routine": {}}
			m.Transitions = c.may
		})
		r := apptest.Record(p, plan.Kind, plan.Name, "Provet", plan.Class, c.class)
		if got := governance.FollowingFrom(p, r, c.from); got != c.want {
			t.Errorf("on %q follows %q for the class %q, not %q", c.from, got, c.class, c.want)
		}
	}
}
