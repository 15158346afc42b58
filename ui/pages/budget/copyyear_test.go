package budget_test

import (
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/system"
	"itportfoljen/ui/pages/budget"
	"itportfoljen/ui/uitest"
)

// TestABudgetIsMadeOfAnotherYear: what it would be is shown, with what is left; it is one entry.
func TestABudgetIsMadeOfAnotherYear(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, nil)
	was, year := len(p.All(economy.CostKind)), p.PlanYear()
	one := apptest.Add(t, p, system.Kind, system.Name, "Licenssystemet")
	old := apptest.Add(t, p, system.Kind, system.Name, "Gamla systemet", system.Lifecycle, system.OutOfUse)
	for _, r := range []any{one.ID, old.ID} {
		apptest.Add(t, p, economy.CostKind, economy.CostOwner, r, economy.CostYear, int64(year-1), economy.CostType, economy.Operations, economy.CostBudget, money.FromKronor(4321))
	}
	budget.AskCopy(s.page)
	if text := s.shown(); !strings.Contains(text, "Licenssystemet, drift\n4\u00a0321 → 4\u00a0321 kr") || !strings.Contains(text, "Gamla systemet, drift, 4\u00a0321 kr: avvecklat") {
		t.Fatal(text)
	}
	uitest.Tap(t, s.Shell, "Gör budgeten")
	if sum, _ := economy.Sum(p, one.ID, year, "", economy.CostBudget); sum != money.FromKronor(4321) {
		t.Error(sum)
	}
	s.Undo()
	if n := len(p.All(economy.CostKind)); n != was+2 {
		t.Errorf("undone there are %d rows", n-was)
	}
}
