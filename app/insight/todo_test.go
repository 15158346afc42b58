package insight_test

import (
	"slices"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

var today = apptest.Today // 2026-11-21

// rules are the todos as "rule badge", in order.
func rules(ts []insight.Todo) []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.Rule+" "+t.Badge)
	}
	return out
}

func TestTodosComeByUrgency(t *testing.T) {
	p := apptest.Open(t)
	none := int64(0)
	apptest.Put(t, p, p.ByRef("SYS-0001").ID, system.AgreementEnd, today.AddDays(70), system.NoticeMonths, none)
	apptest.Put(t, p, p.ByRef("SYS-0002").ID, system.AgreementEnd, today.AddDays(5), system.NoticeMonths, none)
	apptest.Put(t, p, p.ByRef("SYS-0003").ID, system.SupportEnd, today.AddDays(3))
	apptest.Put(t, p, p.ByRef("SYS-0004").ID, system.AgreementEnd, today.AddDays(40), system.NoticeMonths, none)
	apptest.Put(t, p, p.ByRef("INS-2027-001").ID, plan.Phase, apptest.Phases[governance.Planned], plan.Portfolio, "core", plan.InvestmentBudget, money.FromKronor(250_000))
	apptest.Add(t, p, economy.FrameKind, economy.FramePortfolio, "core", economy.FrameYear, int64(2027), economy.FrameAmount, money.FromKronor(200_000))
	apptest.Add(t, p, plan.Kind, plan.Name, "Väntar", plan.Phase, apptest.Phases[governance.Waiting])
	ts := insight.Todos(p)
	want := []string{"support 3 dagar", "notice 5 dagar", "decision väntar", "frame över ram", "notice 40 dagar", "owner saknas", "manager saknas", "class saknas", "notice 2 månader"}
	if got := rules(ts); !slices.Equal(got, want) {
		t.Fatalf("%q, want %q", got, want)
	}
	if got := ts[3].Subject; got != "Kärna, 50\u00a0tkr över" {
		t.Errorf("frame: %q", got)
	}
	if ts[6].Subject != "4 system" || len(ts[6].Records) != 4 {
		t.Errorf("managers: %+v", ts[6])
	}
}
