package budget_test

import (
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/ledger"
	"itportfoljen/app/system"
	"itportfoljen/ui/pages/budget"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// TestUtfallIsPosted: what it becomes is shown first and ties; what somebody has written is asked
// about; it is one entry, and undone as one.
func TestUtfallIsPosted(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, book(1200, ""))
	s.read()
	uitest.Tap(t, s.Shell, "Importera")
	uitest.Tap(t, s.Shell, "Bokför utfall …")
	if text := s.shown(); !strings.Contains(text, "ingen konteringsregel tar någon av raderna") {
		t.Error(text)
	}
	uitest.Tap(t, s.Shell, "Bokför") // which can't be done
	if text := s.shown(); !strings.Contains(text, "Visa konteringsreglerna") {
		t.Error(text)
	}
	uitest.Tap(t, s.Shell, "Visa konteringsreglerna")
	if text := s.shown(); strings.Contains(text, "Bokför utfall\n") || !strings.Contains(text, "Konteringsregler") {
		t.Error(text)
	}
	one := apptest.Add(t, p, system.Kind, system.Name, "Licenssystemet")
	apptest.Add(t, p, ledger.RuleKind, ledger.RuleName, "Licens", ledger.RuleAccount, "6540", ledger.RuleTarget, one.ID)
	s.Go("budget", shell.ShowView{Kind: ledger.Kind})
	uitest.Tap(t, s.Shell, "Bokför utfall …")
	if text := s.shown(); !strings.Contains(text, "Bokförs som utfall\n1\u00a0200 kr") || !strings.Contains(text, "kontoklass 3–8\n1\u00a0200 kr") || !strings.Contains(text, "Licenssystemet, 2026\n0 → 1\u00a0200 kr") {
		t.Fatal(text)
	}
	uitest.Tap(t, s.Shell, "Bokför")
	if sum, _ := economy.Sum(p, one.ID, 2026, "", economy.CostActual); sum != money.FromKronor(1200) {
		t.Fatal(sum)
	}
	row := economy.Rows(p, one.ID)[0]
	budget.ShowBehind(s.Shell, row)
	if text := s.shown(); !strings.Contains(text, "Raderna är tillsammans utfallet, 1\u00a0200 kr") || !strings.Contains(text, "1 rad") {
		t.Error(text)
	}
	uitest.Tap(t, s.Shell, "Stäng")
	uitest.Tap(t, s.Shell, "Bokför utfall …")
	if text := s.shown(); !strings.Contains(text, "Inget ändras") {
		t.Error(text)
	}
	uitest.Tap(t, s.Shell, "Avbryt")
	s.Undo()
	if len(economy.Rows(p, one.ID)) != 0 {
		t.Error("it isn't undone")
	}
	apptest.Add(t, p, economy.CostKind, economy.CostOwner, one.ID, economy.CostYear, int64(2026), economy.CostType, economy.Operations, economy.CostActual, money.FromKronor(7))
	uitest.Tap(t, s.Shell, "Bokför utfall …")
	if text := s.shown(); !strings.Contains(text, "skrivet för hand, 7 kr") {
		t.Error(text)
	}
	uitest.Tap(t, s.Shell, "Bokför")
	if text := s.shown(); !strings.Contains(text, "Säg om det skrivna utfallet") {
		t.Error(text)
	}
	if sum, _ := economy.Sum(p, one.ID, 2026, "", economy.CostActual); sum != money.FromKronor(7) {
		t.Error("it is posted before anybody has answered")
	}
}

// TestARowIsDuplicated without what it has been.
func TestARowIsDuplicated(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, nil)
	one := apptest.Add(t, p, system.Kind, system.Name, "Licenssystemet")
	c := apptest.Add(t, p, economy.CostKind, economy.CostOwner, one.ID, economy.CostYear, int64(2027), economy.CostType, economy.Operations, economy.CostBudget, money.FromKronor(9), economy.CostActual, money.FromKronor(7))
	budget.Duplicate(s.Shell, c)
	rows := economy.Rows(p, one.ID)
	if len(rows) != 2 {
		t.Fatal(len(rows))
	}
	if economy.CostBudget.Get(rows[1]) != money.FromKronor(9) || rows[1].Get(economy.CostActual.Field) != nil {
		t.Error("it isn't the row without its utfall")
	}
}
