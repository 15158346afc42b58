package systems_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/operation"
	"itportfoljen/app/system"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// TestAChangeIsCarriedOutInItsTable: the state that is written there gives the system what
// the change says.
func TestAChangeIsCarriedOutInItsTable(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	of := p.All(system.Kind)[0]
	c := apptest.Add(t, p, operation.ChangeKind, operation.ChangeReason, "Flytt", operation.ChangeOf, of.ID, operation.ChangeState, operation.ChangePlanned, operation.ChangeHosting, "cloud")
	s.Open(of.ID)
	for _, b := range uitest.Find[*widgets.TabBar](s) {
		if b.Selected() == system.Overview {
			b.OnSelect(system.Operation)
		}
	}
	for _, g := range uitest.Find[*grid.Grid](s) {
		if g.Select(string(c.ID)); len(g.Selected()) == 1 && g.Columns[0].ID == operation.ChangeReason.Key {
			if err := g.OnEdit(string(c.ID), operation.ChangeState.Key, "Genomförd"); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got := system.Hosting.Get(p.Get(of.ID)); got != "cloud" || operation.ChangeWas.Get(p.Get(c.ID)) == "" {
		t.Errorf("the system is run as %q, before %q", got, operation.ChangeWas.Get(p.Get(c.ID)))
	}
}
