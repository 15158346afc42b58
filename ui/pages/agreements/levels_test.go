package agreements_test

import (
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/licence"
	"itportfoljen/app/service"
	"itportfoljen/app/system"
	"itportfoljen/ui/uitest"
)

// TestALevelIsApprovedAndEnds: what can be done stands under its state, and is seen on
// the system and the agreement.
func TestALevelIsApprovedAndEnds(t *testing.T) {
	p := uitest.Open(t)
	sys := p.All(system.Kind)[0]
	a := apptest.Add(t, p, agreement.Kind, agreement.Name, "Lönedrift")
	level := apptest.Add(t, p, service.LevelKind, service.LevelName, "Tillgänglighet Lön", service.LevelOf, []field.ID{sys.ID}, service.LevelAgreement, a.ID)
	apptest.Add(t, p, service.Kind, service.Name, "Löneservice", service.Systems, []field.ID{sys.ID}, service.Agreement, a.ID)
	apptest.Add(t, p, licence.Kind, licence.Name, "Lön användare", licence.System, sys.ID, licence.Agreement, a.ID, licence.Cost, money.FromKronor(80_000))
	s := open(t, p)
	s.Open(level.ID)
	if uitest.CanTap(s, "Avsluta …") {
		t.Error("what isn't approved can end")
	}
	uitest.Tap(t, s, "Godkänn …")
	uitest.Tap(t, s, "Godkänn")
	if r := p.Get(level.ID); service.State.Get(r) != service.Approved || service.ApprovedOn.Get(r) != p.Today() {
		t.Errorf("it is %s since %s", service.State.Get(r), service.ApprovedOn.Get(r))
	}
	uitest.Tap(t, s, "Avsluta …")
	uitest.Tap(t, s, "Avsluta")
	if r := p.Get(level.ID); service.State.Get(r) != service.Ended || service.Until.Get(r) != p.Today() {
		t.Errorf("it is %s, until %s", service.State.Get(r), service.Until.Get(r))
	}
	if uitest.CanTap(s, "Godkänn …") || uitest.CanTap(s, "Avsluta …") {
		t.Error("what has ended can be approved or ended")
	}
	s.Undo()
	if service.State.Get(p.Get(level.ID)) != service.Approved {
		t.Error("it isn't undone")
	}
	s.Open(a.ID)
	for _, name := range []string{"Tillgänglighet Lön", "Löneservice", "Lön användare"} {
		if !uitest.CanTap(s, name) {
			t.Errorf("the agreement doesn't lead to %s", name)
		}
	}
	s.Open(sys.ID)
	for _, c := range []struct{ tab, name string }{{"Översikt", "Löneservice"}, {"Avtal", "Tillgänglighet Lön"}, {"Kostnad", "Lön användare"}} {
		uitest.Tap(t, s, c.tab)
		if !uitest.CanTap(s, c.name) {
			t.Errorf("under %s the system doesn't lead to %s: %q", c.tab, c.name, uitest.Texts(uitest.Front(s)))
		}
	}
	if !uitest.Shows(uitest.Front(s), "Licenser – tillsammans 80\u00a0000 kr per år") {
		t.Errorf("it says %q", uitest.Texts(uitest.Front(s)))
	}
}
