package org_test

import (
	"fmt"
	"slices"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

func TestWhatAPersonIsInIsFoundByTheCatalogue(t *testing.T) {
	p := apptest.Open(t)
	anna := p.Named(org.PersonKind, "Anna Ek")[0].ID
	pay := p.ByRef("SYS-0001").ID
	apptest.Put(t, p, pay, system.Manager, []field.Holding{{Person: anna, From: newYear}, {Person: anna, From: 0, To: spring}})
	apptest.Put(t, p, p.ByRef("SYS-0003").ID, system.SystemOwner, []field.Holding{{Person: anna, From: spring, To: lastWeek}})
	led := apptest.Add(t, p, plan.Kind, plan.Name, "Ny lön", plan.Phase, apptest.Phases[governance.Closed], plan.Manager, anna)
	apptest.Add(t, p, governance.DecisionKind, governance.DecisionOf, led.ID, governance.DecisionType, governance.Decided, governance.DecisionOn, spring, governance.DecisionBy, anna)
	var got []string
	for _, e := range org.Engaged(p, anna) {
		got = append(got, fmt.Sprint(e.Field.Label, " ", field.Called(e.Record, p.Get), " ", e.From, "–", e.To, " ", e.Standing))
	}
	none := date.Date(0).String()
	if want := []string{
		"Systemägare Lönesystemet " + none + "–" + none + " 0",
		"Systemägare Diariet W3 2026-03-01–2026-11-14 3",
		"Systemförvaltare Lönesystemet 2027-01-01–" + none + " 1",
		"Systemförvaltare Lönesystemet " + none + "–2026-03-01 3",
		"Av beslut 2026-03-01 för Ny lön 2026-03-01–2026-03-01 2",
		"Projektledare Ny lön " + none + "–" + none + " 3",
	}; !sameInAnyOrder(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	if n := org.CountHeld(p, anna); n != 1 {
		t.Errorf("%d are held, want 1", n)
	}
	if len(org.Engaged(p, "borta")) != 0 {
		t.Error("nobody is in something")
	}
	if unit := org.PersonUnit.Get(p.Get(anna)); len(org.Engaged(p, unit)) == 0 {
		t.Error("a unit is in nothing")
	}
}

func sameInAnyOrder(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}
