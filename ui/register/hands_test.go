package register_test

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

func ctrlD(s *shell.Shell) {
	uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierControl})
}

// writtenIn writes in a cell, and goes on from it.
func writtenIn(t *testing.T, s *shell.Shell, cell, text string) {
	t.Helper()
	at(t, s, cell)
	uitest.Type(s, text)
	uitest.Press(s, fyne.KeyReturn)
}

// TestWhatTheDiskHasNotAnsweredToIsFilledAndCopied, and not what stood there before.
func TestWhatTheDiskHasNotAnsweredToIsFilledAndCopied(t *testing.T) {
	s, p, _ := onDisk(t)
	show(t, s, system.Recipients.Label)
	set(t, p, sys(t, p, "Lönesystemet").ID, system.Recipients.Field, "gammal")
	async.Hold()
	writtenIn(t, s, "Lönesystemet/recipients", "ny")
	at(t, s, "Lönesystemet/recipients").OnCopy()
	at(t, s, "Lönesystemet/recipients", "HemtjänstPlan/recipients")
	ctrlD(s)
	async.Release()
	if got := s.App.Clipboard().Content(); got != "ny" {
		t.Errorf("copied %q", got)
	}
	if got := system.Recipients.Get(sys(t, p, "HemtjänstPlan")); got != "ny" {
		t.Errorf("filled with %q", got)
	}
}

// TestCellsThatCouldNotBeSavedAreNeitherFilledFromNorCopied, since what they show isn't
// what the portfolio has; others are copied.
func TestCellsThatCouldNotBeSavedAreNeitherFilledFromNorCopied(t *testing.T) {
	s, p, store := onDisk(t)
	show(t, s, system.Recipients.Label)
	set(t, p, sys(t, p, "Lönesystemet").ID, system.Recipients.Field, "gammal")
	store.FailWith(fault.New(fault.DiskFull, "Disken är full. Inget har ändrats."))
	writtenIn(t, s, "Lönesystemet/recipients", "ny")
	store.FailWith(nil)
	at(t, s, "Diariet W3/lifecycle").OnCopy()
	at(t, s, "Lönesystemet/recipients").OnCopy()
	if got := s.App.Clipboard().Content(); got != "Under avveckling" || !uitest.Shows(uitest.Front(s), "skrivet men inte sparat") {
		t.Errorf("copied %q, and it says %q", got, uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Stäng")
	at(t, s, "Lönesystemet/recipients", "HemtjänstPlan/recipients")
	ctrlD(s)
	if got := system.Recipients.Get(sys(t, p, "HemtjänstPlan")); got != "" || !uitest.Shows(uitest.Front(s), "skrivet men inte sparat") {
		t.Errorf("filled with %q", got)
	}
	uitest.Tap(t, s, "Stäng")
	if s.Window.Canvas().Focused() != gridOf(t, s).Target() {
		t.Errorf("%T has the keyboard", s.Window.Canvas().Focused())
	}
	uitest.Tap(t, s, "Försök igen")
	ctrlD(s)
	if got := system.Recipients.Get(sys(t, p, "HemtjänstPlan")); got != "ny" {
		t.Errorf("tried again, filled with %q", got)
	}
}

// TestNothingIsDoneByAPreviewThatIsBeingMadeAnew: what is chosen in it holds.
func TestNothingIsDoneByAPreviewThatIsBeingMadeAnew(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	at(t, s, "HemtjänstPlan/system_owner")
	pasted(s, "Karin Ny\r\nAnna Ek")
	async.Hold()
	s.Write(func(context.Context, *app.Portfolio) (app.Entry, error) { return app.Entry{}, nil }, nil) // something is on its way to the disk
	uitest.Tap(t, s, "Lägg till det som saknas: 1 person (Karin Ny)")
	uitest.Tap(t, s, "Klistra in")
	async.Release()
	if got := ownersOf(p, sys(t, p, "HemtjänstPlan")); !slices.Equal(got, []string{"Per-Åke Hägg"}) {
		t.Fatalf("somebody is made after all: %v", got)
	}
	uitest.Tap(t, s, "Klistra in")
	if got := ownersOf(p, sys(t, p, "Diariet W3")); !slices.Equal(got, []string{"Anna Ek"}) {
		t.Errorf("the rest isn't pasted: %v", got)
	}
}

// TestWhatIsFilledIsToldBeforeTheRowsMove: the cell that is being written in is taken in
// first, and may put the rows in another order.
func TestWhatIsFilledIsToldBeforeTheRowsMove(t *testing.T) {
	s, p, _ := onDisk(t)
	show(t, s, system.Recipients.Label)
	g := gridOf(t, s)
	g.OnSort(system.Recipients.Key, false, false)
	for name, tag := range map[string]string{"Diariet W3": "1", "HemtjänstPlan": "2", "Lönesystemet": "3", "Skolplattformen": "4"} {
		set(t, p, sys(t, p, name).ID, system.Recipients.Field, tag)
	}
	at(t, s, "Diariet W3/recipients")
	uitest.Type(s, "9")
	uitest.Press(s, fyne.KeyBackspace)
	uitest.Type(s, "9") // last, when it is taken in
	col := column(t, g, system.Lifecycle.Key)
	from := grid.Range{Top: 0, Left: col, Bottom: 0, Right: col}
	to := from
	to.Bottom = 1
	g.OnFill(from, to)
	if system.Recipients.Get(sys(t, p, "Diariet W3")) != "9" || g.Source().Cell(3, 1).Text != "Diariet W3" {
		t.Fatal("the rows haven't moved, so this shows nothing")
	}
	if got := lifecycle(t, p, "HemtjänstPlan"); got != "phaseout" {
		t.Errorf("the second row has %q", got)
	}
	if got := lifecycle(t, p, "Lönesystemet"); got != "maintained" {
		t.Errorf("the row that is second now has %q", got)
	}
}

// TestPastedCellsAreSelectedUnlessSomebodyHasGoneOn, also where they put the rows in
// another order.
func TestPastedCellsAreSelectedUnlessSomebodyHasGoneOn(t *testing.T) {
	for _, goesOn := range []bool{false, true} {
		s, p, _ := onDisk(t)
		show(t, s, system.Recipients.Label)
		g := at(t, s, "Lönesystemet/recipients")
		async.Hold()
		pasted(s, "a")
		if goesOn {
			uitest.Press(s, fyne.KeyDown)
		}
		async.Release()
		if system.Recipients.Get(sys(t, p, "Lönesystemet")) != "a" {
			t.Fatalf("nothing is pasted: %q", uitest.Texts(uitest.Front(s)))
		}
		_, key := g.Cursor()
		if on := key == string(sys(t, p, "Lönesystemet").ID); on == goesOn {
			t.Errorf("goes on %v: the cursor is on %s", goesOn, key)
		}
	}
}

// TestARowAloneIsFilledFromTheOneAboveInItsGroup, and from none where a heading or nothing
// stands above.
func TestARowAloneIsFilledFromTheOneAboveInItsGroup(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	show(t, s, system.Recipients.Label)
	for _, name := range []string{"Skolplattformen", "Lönesystemet"} {
		set(t, p, sys(t, p, name).ID, system.Recipients.Field, name)
	}
	grouped(t, s, "livscykel") // Skolplattformen; Lönesystemet, HemtjänstPlan; Diariet W3
	for _, name := range []string{"Skolplattformen", "Lönesystemet", "HemtjänstPlan", "Diariet W3"} {
		at(t, s, name+"/recipients").OnFillDown()
		if name != "HemtjänstPlan" && !uitest.Shows(s.Window.Content(), "Ingen rad står ovanför") {
			t.Errorf("%s: nothing is said", name)
		}
	}
	if got := written(p); got != "HemtjänstPlan Lönesystemet, Lönesystemet Lönesystemet, Skolplattformen Skolplattformen" {
		t.Errorf("filled: %s", got)
	}
}

// TestWholeRowsThatAreFilledKeepTheirNames, though all else is as in the first.
func TestWholeRowsThatAreFilledKeepTheirNames(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	g := gridOf(t, s)
	g.Focus()
	g.SelectAll()
	ctrlD(s)
	uitest.Tap(t, s, "Fyll i")
	for _, name := range []string{"Lönesystemet", "HemtjänstPlan", "Diariet W3", "Skolplattformen"} {
		if got := lifecycle(t, p, name); got != "maintained" {
			t.Errorf("%s has %q", name, got)
		}
	}
}
