package planning_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/plan"
	"itportfoljen/assets"
	"itportfoljen/ui/uitest"
)

// TestWhatIsMetInEitherWayHasBoth: the dialog leads to where it is written, and lets it be
// confirmed instead.
func TestWhatIsMetInEitherWayHasBoth(t *testing.T) {
	p := apptest.Begin(t, apptest.NewStore(), assets.Must("models/karlstad.json"))
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Biljetterna", plan.Type, "other", plan.Phase, "management", plan.BenefitNote, "Fler")
	s := open(t, p)
	moveRight(t, s, r)
	said := uitest.Texts(uitest.Front(s))
	for _, want := range []string{"Nyttan är inte ställd mot fullmäktiges mål: bidrag till något av dem saknas.", "Gå dit", "Bekräfta …"} {
		if !uitest.Shows(uitest.Front(s), want) {
			t.Fatalf("the dialog says %q, not %s", said, want)
		}
	}
	uitest.Tap(t, s, "Gå dit")
	if !uitest.Shows(uitest.Front(s), "Inga bidrag till mål än.") {
		t.Errorf("it leads to %q", uitest.Texts(uitest.Front(s)))
	}
}
