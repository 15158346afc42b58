package register_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

func TestAViewIsKeptChosenAndMarkedWhenItIsChanged(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	uitest.Tap(t, s, "Alla system")
	uitest.Write(t, s, "utan ä")
	uitest.Key(t, s, fyne.KeyReturn)
	if !uitest.CanTap(s, "Utan ägare") || uitest.Shows(gridOf(t, s), "Lönesystemet") {
		t.Fatal("the view isn't shown")
	}
	grouped(t, s, "livscykel")
	undo, _ := p.CanUndo()
	uitest.Tap(t, s, "Utan ägare •")
	uitest.Tap(t, s, "Spara vyn som …")
	uitest.Write(t, s, "Min lista")
	uitest.Tap(t, s, "Spara")
	if len(view.Saved(p, system.Kind, p.Who())) != 1 || !uitest.CanTap(s, "Min lista") {
		t.Errorf("it isn't kept: %q", uitest.Texts(uitest.Front(s)))
	}
	if now, _ := p.CanUndo(); now != undo {
		t.Errorf("Ctrl+Z takes back %q", now)
	}
	if l := register.New(s, system.Kind, nil).List(); l.Grouped().Field != system.Lifecycle.Field || len(l.Filters()) != 2 {
		t.Error("it isn't shown when the list is opened again")
	}
	uitest.Tap(t, s, "Min lista")
	uitest.Tap(t, s, "Alla system")
	count(t, s, "4 system")
}

func TestAReaderKeepsViewsOnTheComputer(t *testing.T) {
	p := uitest.ReadOnly(t)
	s := open(t, p)
	uitest.Tap(t, s, "Alla system")
	uitest.Tap(t, s, "Spara vyn som …")
	if !uitest.Shows(uitest.Front(s), "bara på den här datorn") {
		t.Error("she isn't told")
	}
	uitest.Write(t, s, "Läsarens")
	uitest.Tap(t, s, "Spara")
	if len(p.All(view.Kind)) != 0 || !uitest.CanTap(s, "Läsarens") {
		t.Errorf("%q", uitest.Texts(uitest.Front(s)))
	}
}

// TestRowsThatWerePickedAreSaidToBeLeftOutOfAView: it would show all when it is chosen.
func TestRowsThatWerePickedAreSaidToBeLeftOutOfAView(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	said := func() bool {
		uitest.Tap(t, s, "Spara vyn som …")
		defer uitest.Tap(t, s, "Avbryt")
		return uitest.Shows(uitest.Front(s), "”Två av dem” gäller bara just de raderna")
	}
	uitest.Tap(t, s, "Alla system")
	if said() {
		t.Error("of a list of all")
	}
	s.Go("systems", shell.Show{Label: "Två av dem", IDs: []field.ID{sys(t, p, "Lönesystemet").ID, sys(t, p, "Diariet W3").ID}})
	uitest.Tap(t, s, "Alla system")
	if !said() {
		t.Errorf("%q", uitest.Texts(uitest.Front(s)))
	}
}

func TestAViewIsRenamedAndNoneIsReplacedUnasked(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	save := func(name string) {
		uitest.Tap(t, s, "Spara vyn som …")
		uitest.Write(t, s, name)
		uitest.Tap(t, s, "Spara")
	}
	uitest.Tap(t, s, "Alla system")
	save("Min lista")
	uitest.Tap(t, s, "Min lista")
	save("min LISTA")
	if !uitest.Shows(uitest.Front(s), "Det finns redan en vy som heter så.") {
		t.Fatalf("it is replaced: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Avbryt")
	uitest.Tap(t, s, "Min lista")
	uitest.Tap(t, s, "Byt namn på ”Min lista” …")
	uitest.Write(t, s, "Årets lista") // all is selected
	uitest.Tap(t, s, "Spara")
	views := view.Saved(p, system.Kind, p.Who())
	if len(views) != 1 || views[0].Name() != "Årets lista" || !uitest.CanTap(s, "Årets lista") {
		t.Errorf("%d views: %q", len(views), uitest.Texts(uitest.Front(s)))
	}
}

// TestWhatBecameOfAViewIsTakenBackInTheMessage: Ctrl+Z goes past views, so the message has
// the way back.
func TestWhatBecameOfAViewIsTakenBackInTheMessage(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	uitest.Tap(t, s, "Alla system")
	uitest.Tap(t, s, "Spara vyn som …")
	uitest.Write(t, s, "Min lista")
	uitest.Tap(t, s, "Spara")
	grouped(t, s, "livscykel")
	uitest.Tap(t, s, "Min lista •")
	tap(t, s, "Uppdatera ”Min lista”")
	if !uitest.CanTap(s, "Min lista") {
		t.Fatalf("it isn't updated: %q", uitest.Texts(uitest.Front(s)))
	}
	tap(t, s, "Ångra")
	if !uitest.CanTap(s, "Min lista •") {
		t.Errorf("the update isn't taken back: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Min lista •")
	uitest.Tap(t, s, "Ta bort ”Min lista” …")
	tap(t, s, "Ta bort")
	if len(view.Saved(p, system.Kind, p.Who())) != 0 {
		t.Fatal("it isn't deleted")
	}
	tap(t, s, "Ångra")
	if len(view.Saved(p, system.Kind, p.Who())) != 1 {
		t.Errorf("it isn't brought back: %q", uitest.Texts(uitest.Front(s)))
	}
}

// tap taps what says a text while messages stay.
func tap(t *testing.T, s *shell.Shell, text string) {
	t.Helper()
	var found fyne.Tappable
	uitest.Walk(uitest.Front(s), func(o fyne.CanvasObject) {
		if at, ok := o.(fyne.Tappable); ok && slices.Contains(uitest.Texts(o), text) {
			found = at
		}
	})
	if found == nil {
		t.Fatalf("nothing to tap says %q: %q", text, uitest.Texts(uitest.Front(s)))
	}
	found.Tapped(&fyne.PointEvent{})
}
