package register_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/system"
	"itportfoljen/ui/register"
	"itportfoljen/ui/uitest"
)

// What two records say differently is chosen field by field, and undone in one step.
func TestTwoRowsBecomeOneFieldByField(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	a, b := sys(t, p, "Lönesystemet").ID, sys(t, p, "HemtjänstPlan").ID
	apptest.Put(t, p, a, system.Description, "Löner")
	apptest.Put(t, p, b, system.Description, "Planering av besök")
	register.AskMerge(s, a, b, nil)
	if !uitest.Shows(uitest.Front(s), "Beskrivning") || !uitest.Shows(uitest.Front(s), "Löner") {
		t.Fatalf("it asks %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Löner")
	uitest.Tap(t, s, "Planering av besök")
	uitest.Tap(t, s, "Slå ihop")
	if kept := p.Get(a); kept == nil || system.Description.Get(kept) != "Planering av besök" || p.Get(b) != nil {
		t.Fatalf("it became %v", kept)
	}
	s.Undo()
	if p.Get(b) == nil || system.Description.Get(p.Get(a)) != "Löner" {
		t.Error("they aren't two again")
	}
}
