package register_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/system"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/guide"
	"itportfoljen/ui/pages/systems"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// TestTheMenuOfRowsGoesThroughWhatTheyLack: of all that are chosen, those that lack it.
func TestTheMenuOfRowsGoesThroughWhatTheyLack(t *testing.T) {
	s := uitest.Window(t, uitest.Open(t), app.Services{}, systems.Spec(), guide.Spec())
	g := gridOf(t, s)
	g.SelectAll()
	g.OnMenu(0, fyne.NewPos(400, 300))
	uitest.Tap(t, s, "Klassa system, en i taget (4)")
	if s.Current() != "guide" || !uitest.Shows(uitest.Front(s), "1 av 4 system") {
		t.Errorf("the page is %s: %q", s.Current(), uitest.Texts(uitest.Front(s)))
	}
	s.Back()
	if s.Current() != "systems" {
		t.Errorf("back is %s", s.Current())
	}
}

// TestTheMenuOfWhatLacksNothingOffersNoRun: one row with an owner.
func TestTheMenuOfWhatLacksNothingOffersNoRun(t *testing.T) {
	s := uitest.Window(t, uitest.Open(t), app.Services{}, systems.Spec(), guide.Spec())
	g := gridOf(t, s)
	g.OnMenu(0, fyne.NewPos(400, 300))
	if uitest.Shows(uitest.Front(s), "en i taget") {
		t.Errorf("a run is offered: %q", uitest.Texts(uitest.Front(s)))
	}
}

// TestAFilterForWhatIsLackingOffersARunOfTheRowsThatThereAre: with none to go through the
// link would do nothing.
func TestAFilterForWhatIsLackingOffersARunOfTheRowsThatThereAre(t *testing.T) {
	s := uitest.Window(t, uitest.Open(t), app.Services{}, systems.Spec(), guide.Spec())
	s.Go("systems", shell.ShowView{Kind: system.Kind, Name: "Utan ägare"})
	const run = "Utse systemägare, en i taget"
	if !uitest.CanTap(s, run) {
		t.Fatalf("no run is offered: %q", uitest.Texts(uitest.Front(s)))
	}
	search := uitest.Find[*input.Search](s)[0]
	search.OnChanged("inget heter så")
	if uitest.CanTap(s, run) {
		t.Error("a run of nothing is offered")
	}
	search.OnChanged("")
	if uitest.Tap(t, s, run); s.Current() != "guide" {
		t.Errorf("the page is %s", s.Current())
	}
}
