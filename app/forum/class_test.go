package forum_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// TestWhatIsTakenUpAgainGoesTheWayOfItsClass: a forum that says yes to what was set aside sends it
// to the next that the class passes, and so does one that prepares it the first time.
func TestWhatIsTakenUpAgainGoesTheWayOfItsClass(t *testing.T) {
	for _, c := range []struct{ class, phase, want string }{
		{"routine", "returned", "decision"}, {"major", "returned", "management"}, {"", "returned", "management"},
		{"routine", "review", "decision"}, {"major", "review", "management"},
	} {
		p := apptest.Governed(t, func(m *governance.Model) {
			m.Forums = []governance.Forum{{Key: "advice", Label: "Rådet"}, {Key: "lead", Label: "Ledningen"}, {Key: "decider", Label: "Nämnden", Decides: true}}
			m.Phases = []governance.Phase{
				{Key: "idea", Label: "Idé", Stage: governance.Idea},
				{Key: "review", Label: "Beredning", Stage: governance.Prepared, Forum: "advice"},
				{Key: "management", Label: "Ledningsgrupp", Stage: governance.Waiting, Forum: "lead"},
				{Key: "decision", Label: "Beslut", Stage: governance.Waiting, Forum: "decider"},
				{Key: "execution", Label: "Genomförande", Stage: governance.Running},
				{Key: "returned", Label: "Återremiss", Stage: governance.Aside, Forum: "advice"},
			}
			m.ClassForums = map[string][]string{"routine": {"advice"}, "major": {"advice", "lead"}}
		})
		f := apptest.Add(t, p, forum.Kind, forum.Name, "Rådet", forum.Type, "advice")
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, c.phase, plan.Class, c.class)
		m := apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, "Möte 1", forum.MeetingOf, f.ID, forum.MeetingOn, today, forum.State, forum.Held)
		apptest.Add(t, p, forum.ItemKind, forum.ItemSubject, "Provet", forum.ItemOf, m.ID, forum.ItemInitiative, r.ID, forum.ItemAsk, forum.Preparation, forum.ItemOutcome, governance.Approved)
		if err := goes(p, m.ID, forum.Closed); err != nil {
			t.Errorf("%q in %s: %v", c.class, c.phase, err)
		}
		if got := plan.Phase.Get(p.Get(r.ID)); got != c.want {
			t.Errorf("%q in %s went to %s, want %s", c.class, c.phase, got, c.want)
		}
	}
}
