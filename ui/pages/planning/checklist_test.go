package planning_test

import (
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/ui/input"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// TestTheChecklistIsAnsweredAtOnce: all questions stand in one form, with what may do the same
// at the one of that, and are one change.
func TestTheChecklistIsAnsweredAtOnce(t *testing.T) {
	p := uitest.Open(t)
	r := p.All(plan.Kind)[0]
	apptest.Add(t, p, system.Kind, system.Name, "Kartverket", system.Category, "Kartor")
	apptest.Put(t, p, r.ID, plan.Area, "Kartor", plan.Phase, "review")
	s := open(t, p)
	moveRight(t, s, r)                                  // to the ledningsgrupp
	moveRight(t, s, r)                                  // and no further
	for _, b := range uitest.Find[*widgets.Button](s) { // the first that is missing is the checklist
		if b.Text == "Gå dit" {
			b.Tapped(nil)
			break
		}
	}
	all := strings.Join(uitest.Texts(uitest.Front(s)), "\n")
	for _, q := range p.Model().Checklist {
		if !strings.Contains(all, q.Label) {
			t.Errorf("it doesn't ask %q", q.Label)
		}
	}
	if !strings.Contains(all, "Kartverket (system): samma område: Kartor") {
		t.Errorf("it doesn't say what there is: %s", all)
	}
	for _, in := range uitest.Find[*input.Select](s) {
		if in.OnPick != nil && strings.Contains(strings.Join(uitest.Texts(in), " "), "Inte besvarad") {
			if err := in.OnPick("yes"); err != nil {
				t.Fatal(err)
			}
		}
	}
	uitest.Tap(t, s, "Spara svaren")
	if got := governance.Answers(p, r.ID); len(got) != len(p.Model().Checklist) {
		t.Errorf("%d of %d questions are answered", len(got), len(p.Model().Checklist))
	}
	if g := plan.ByChecklist(p, p.Get(r.ID)); g.Class != "strategic" || g.Open != 0 {
		t.Errorf("they give %q with %d open", g.Class, g.Open)
	}
}
