package insight_test

import (
	"fmt"
	"slices"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/system"
)

// TestAgreementsCountWhatASystemCostsOnce has a system with two agreements, one of them
// shared, and agreements that cover nothing that there is to think of.
func TestAgreementsCountWhatASystemCostsOnce(t *testing.T) {
	p := apptest.Empty(t)
	supplier := func(name string) field.ID {
		return apptest.Add(t, p, agreement.SupplierKind, agreement.SupplierName, name).ID
	}
	ours, theirs := supplier("Ett AB"), supplier("Två AB")
	thing := func(name string, budget int64, from field.ID, puts ...any) field.ID {
		r := apptest.Add(t, p, system.Kind, append([]any{system.Name, name, system.Supplier, from}, puts...)...)
		apptest.Add(t, p, economy.CostKind, economy.CostOwner, r.ID, economy.CostYear, int64(p.PlanYear()), economy.CostType, economy.Operations, economy.CostBudget, kr(budget))
		return r.ID
	}
	covering := func(name string, days int, covered []field.ID, puts ...any) {
		r := apptest.Add(t, p, agreement.Kind, append([]any{agreement.Name, name, agreement.End, today.AddDays(days), agreement.NoticeMonths, int64(0)}, puts...)...)
		for _, id := range covered {
			apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, r.ID, agreement.Covered, id)
		}
	}
	a, b, c := thing("A", 10, ours), thing("B", 5, theirs), thing("C", 2, ours)
	gone := thing("D", 1, ours, system.Lifecycle, "retired")
	thing("E", 1, ours)
	covering("Senare", 20, []field.ID{a})
	covering("Delat", 10, []field.ID{a, b})
	covering("Samma", 30, []field.ID{a, c})
	covering("Uttalat", 40, []field.ID{b}, agreement.Supplier, ours)
	covering("Tomt", 50, nil)
	covering("Avvecklat", 60, []field.ID{gone})
	covering("Under beredning", 70, []field.ID{b}, agreement.State, agreement.Planned)
	var got []string
	for _, x := range insight.Agreements(p) {
		got = append(got, fmt.Sprintf("%s/%s/%s/%s", x.Record.Name(), x.Name(), x.Supplier(p), said(x.Cost)))
	}
	want := []string{"Delat/A, B//15", "Senare/A/Ett AB/?", "Samma/A, C/Ett AB/2", "Uttalat/B/Ett AB/?", "Tomt/Tomt//?"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if n := insight.WithoutAgreement(p); n != 1 {
		t.Errorf("%d without one", n)
	}
}
