package systems_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/apptest"
	"itportfoljen/app/exemption"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/policy"
	"itportfoljen/app/service"
	"itportfoljen/app/system"
	"itportfoljen/ui/uitest"
)

// TestAStyrdokumentGoesThroughItsStates: only the next steps are offered, each is written
// down, and a gate in the way says where what is missing is filled in.
func TestAStyrdokumentGoesThroughItsStates(t *testing.T) {
	p := uitest.Open(t)
	old := apptest.Add(t, p, policy.Kind, policy.Name, "Riktlinjer 2020", policy.Class, "guidelines", policy.State, policy.Published)
	r := apptest.Add(t, p, policy.Kind, policy.Name, "Riktlinjer", policy.Class, "guidelines", policy.State, policy.Draft, policy.Replaces, []field.ID{old.ID})
	s := open(t, p)
	s.Open(r.ID)
	if uitest.CanTap(s, "Publicera …") {
		t.Error("a draft can be published")
	}
	uitest.Tap(t, s, "Skicka till IT-chefen …")
	uitest.Tap(t, s, "Skicka till IT-chefen")
	if !uitest.CanTap(s, "Skicka tillbaka …") {
		t.Error("what the IT-chef has can't be sent back")
	}
	uitest.Tap(t, s, "Godkänn …")
	uitest.Tap(t, s, "Godkänn")
	apptest.Put(t, p, r.ID, policy.ApprovedOn, nil)
	uitest.Tap(t, s, "Publicera …") // what stops it is told before anything is asked
	if policy.State.Get(p.Get(r.ID)) != policy.Approved || !uitest.Shows(uitest.Front(s), "IT-chefens godkännande saknas.") {
		t.Fatalf("it is %s: %q", policy.State.Get(p.Get(r.ID)), uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Gå dit")
	uitest.Write(t, s, p.Today().String())
	uitest.Key(t, s, fyne.KeyReturn)
	uitest.Tap(t, s, "Översikt")
	uitest.Tap(t, s, "Publicera …")
	uitest.Tap(t, s, "Publicera")
	now := p.Get(r.ID)
	if policy.State.Get(now) != policy.Published || policy.ValidFrom.Get(now) != p.Today() || policy.State.Get(p.Get(old.ID)) != policy.Ended {
		t.Errorf("it is %s from %s, and what it replaces %s", policy.State.Get(now), policy.ValidFrom.Get(now), policy.State.Get(p.Get(old.ID)))
	}
	if steps := len(p.Pointing(governance.DecisionOf.Field, r.ID)); steps != 3 {
		t.Errorf("%d steps are written down, not 3", steps)
	}
	if uitest.CanTap(s, "Publicera …") || !uitest.CanTap(s, "Upphäv …") {
		t.Error("what is offered isn't as it stands")
	}
	s.Undo()
	if policy.State.Get(p.Get(r.ID)) != policy.Approved || !uitest.CanTap(s, "Publicera …") {
		t.Error("it isn't undone")
	}
}

// TestAnUndantagIsGranted with what is known of the decision, once what the styrmodell asks
// for is there; some of it nobody may except.
func TestAnUndantagIsGranted(t *testing.T) {
	p := uitest.Open(t)
	r := apptest.Add(t, p, exemption.Kind, exemption.Name, "Kvar på gammal databas", exemption.State, exemption.Applied, exemption.Of, p.All(system.Kind)[0].ID)
	s := open(t, p)
	s.Open(r.ID)
	uitest.Tap(t, s, "Bevilja …")
	if !uitest.Shows(uitest.Front(s), "Samråd med kommundirektören saknas.") || uitest.CanTap(s, "Gör undantag …") {
		t.Fatalf("it says %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Stäng")
	apptest.Put(t, p, r.ID, exemption.ConsultedOn, p.Today(), exemption.Accord, "Byts med nästa version", exemption.Until, p.Today().AddMonths(12))
	uitest.Tap(t, s, "Bevilja …")
	uitest.Tap(t, s, "Bevilja")
	if now := p.Get(r.ID); exemption.State.Get(now) != exemption.Granted || exemption.DecidedOn.Get(now) != p.Today() {
		t.Errorf("it is %s since %s", exemption.State.Get(now), exemption.DecidedOn.Get(now))
	}
	if uitest.CanTap(s, "Bevilja …") || !uitest.CanTap(s, "Avsluta …") {
		t.Error("what is offered isn't as it stands")
	}
}

// TestAStateThatIsChosenIsStoppedToo: it goes back to what it was, and nothing is left unsaved.
func TestAStateThatIsChosenIsStoppedToo(t *testing.T) {
	p := uitest.Open(t)
	r := apptest.Add(t, p, system.Kind, system.Name, "Depån", system.Lifecycle, system.Planned)
	s := open(t, p)
	s.Open(r.ID)
	uitest.Tap(t, s, "Planerat")
	uitest.Tap(t, s, "I drift")
	if system.Lifecycle.Get(p.Get(r.ID)) != system.Planned || !uitest.Shows(uitest.Front(s), "Kan inte gå till I drift än") {
		t.Fatalf("it is %s: %q", system.Lifecycle.Get(p.Get(r.ID)), uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Stäng")
	if !uitest.CanTap(s, "Planerat") || !uitest.CanTap(s, "Upphandla …") {
		t.Errorf("it shows %q", uitest.Texts(uitest.Front(s)))
	}
	if _, _, waits := s.Unsaved(r.ID, field.Column{Field: system.Lifecycle.Field}); waits {
		t.Error("what was stopped waits to be saved")
	}
}

// TestTjansterAndInsatserOfferTheNextStep as their phases follow on each other.
func TestTjansterAndInsatserOfferTheNextStep(t *testing.T) {
	p := uitest.Open(t)
	offered := apptest.Add(t, p, service.Kind, service.Name, "Arbetsplats", service.Phase, service.Idea)
	s := open(t, p)
	s.Open(offered.ID)
	for _, step := range []string{"Planera", "Börja införa", "Ta i drift", "Börja avveckla", "Avveckla"} {
		uitest.Tap(t, s, step+" …")
		uitest.Tap(t, s, step)
	}
	if got := service.Phase.Get(p.Get(offered.ID)); got != service.Retired {
		t.Errorf("the service is %s", got)
	}
	i := apptest.Put(t, p, p.All(plan.Kind)[0].ID, plan.Phase, "idea")
	s.Open(i.ID)
	uitest.Tap(t, s, "Gå till Förslag …")
	uitest.Tap(t, s, "Gå till Förslag")
	if got := plan.Phase.Get(p.Get(i.ID)); got != "proposal" {
		t.Errorf("the insats is in %s", got)
	}
}
