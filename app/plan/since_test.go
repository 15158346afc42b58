package plan_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/plan"
)

func TestWhatHasBecomeOfThePlan(t *testing.T) {
	p := apptest.Empty(t)
	same := apptest.Add(t, p, plan.Kind, plan.Name, "Lika", plan.Phase, "proposal")
	moved := apptest.Add(t, p, plan.Kind, plan.Name, "Flyttad", plan.Phase, "proposal")
	ended := apptest.Add(t, p, plan.Kind, plan.Name, "Slut", plan.Phase, "execution")
	idea := apptest.Add(t, p, plan.Kind, plan.Name, "Tanke", plan.Phase, "idea")
	then, err := p.At(context.Background(), p.Mark().Entry)
	if err != nil {
		t.Fatal(err)
	}
	apptest.Put(t, p, moved.ID, plan.Phase, "decision", plan.Priority, "1")
	apptest.Put(t, p, ended.ID, plan.Phase, "closed")
	apptest.Put(t, p, idea.ID, plan.Phase, "proposal")
	got := plan.Since(then, p)
	if len(got) != 3 || !got[0].Came || got[0].Insats.ID != idea.ID || got[1].Insats.ID != moved.ID || got[1].Came || got[1].Went || !got[2].Went || got[2].Insats.ID != ended.ID {
		t.Fatalf("%+v", got)
	}
	if said := strings.Join(got[1].Said, "; "); !strings.Contains(said, "Fas: ") || !strings.Contains(said, "Prioritet: – → 1 hög") {
		t.Errorf("said %q", said)
	}
	if n := len(plan.Standing(p)); n != 3 {
		t.Errorf("%d stand in the plan, %s among them", n, same.Name())
	}
	if again := plan.Since(p, p); again != nil {
		t.Errorf("nothing has happened, and it says %+v", again)
	}
}
