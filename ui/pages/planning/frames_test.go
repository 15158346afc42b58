package planning_test

import (
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/ui/pages/budget"
	"itportfoljen/ui/pages/planning"
	"itportfoljen/ui/uitest"
)

// TestARamThatIsPassedLeadsToTheRamar: they stand on a page of their own.
func TestARamThatIsPassedLeadsToTheRamar(t *testing.T) {
	p := apptest.Governed(t, nil, governance.Gate{Before: apptest.Phases[governance.Waiting], Need: governance.Need{Frame: governance.FrameWithin}})
	portfolio, year := p.Model().Portfolios[0].Key, int64(p.PlanYear())
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Växeln", plan.Portfolio, portfolio, plan.Phase, apptest.Phases[governance.Prepared])
	apptest.Add(t, p, economy.CostKind, economy.CostOwner, r.ID, economy.CostYear, year, economy.CostType, economy.Operations, economy.CostBudget, money.FromKronor(500))
	apptest.Add(t, p, frame.Kind, frame.Portfolio, portfolio, frame.Year, year, frame.Amount, money.FromKronor(100), frame.State, frame.Decided, frame.DecidedOn, apptest.Today)
	s := uitest.Window(t, p, app.Services{}, planning.Spec(), budget.Spec())
	s.Go("plan", nil)
	s.Open(r.ID)
	uitest.Tap(t, s, "Gå till Beslut …") // what stops it is told before anything is asked
	uitest.Tap(t, s, "Gå dit")
	if !uitest.Shows(s.Window.Content(), "1 ram") || !uitest.Shows(s.Window.Content(), "Användning") {
		t.Errorf("it leads to %q", uitest.Texts(s.Window.Content()))
	}
}
