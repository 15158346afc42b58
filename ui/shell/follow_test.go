package shell_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/assets"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// beside is a window that reads what Bo, another program, has open.
func beside(t *testing.T) (*shell.Shell, *apptest.Store, *app.Portfolio, map[string]*page) {
	t.Helper()
	store := apptest.NewStore()
	p := apptest.Begin(t, store, assets.Must("models/danderyd.json"))
	apptest.Fill(t, p)
	bo, err := app.Open(context.Background(), apptest.Deps(store.Another()))
	if err != nil {
		t.Fatal(err)
	}
	store.SetHolder("Bo")
	pages := map[string]*page{}
	return uitest.Window(t, p, app.Services{}, specs(pages)...), store, bo, pages
}

func TestAReaderFollowsAndTakesOver(t *testing.T) {
	s, store, bo, pages := beside(t)
	if !uitest.Shows(s.Window.Content(), "öppen hos Bo") {
		t.Error("it isn't said who has the file")
	}
	before := pages["overview"].changes
	sys := bo.All(system.Kind)[0]
	if _, err := bo.SetText(context.Background(), sys.ID, field.Column{Field: system.LockIn.Field}, "Följt"); err != nil {
		t.Fatal(err)
	}
	async.Flush()
	if got := system.LockIn.Get(s.Portfolio().Get(sys.ID)); got != "Följt" || pages["overview"].changes != before+1 {
		t.Errorf("the window has %q, and its page was told %d times", got, pages["overview"].changes-before)
	}
	store.SetHolder("")
	async.Flush()
	if !uitest.Shows(s.Window.Content(), "Du kan ta över") {
		t.Fatalf("it isn't said that the file is free: %q", uitest.Texts(s.Window.Content()))
	}
	kept := 0
	s.Services.KeepCopy = func(_ context.Context, _ *app.Portfolio, why app.CopyReason) (bool, error) {
		if why == app.CopyOpening {
			kept++
		}
		return true, nil
	}
	uitest.Tap(t, s, "Ta över")
	if kept != 1 {
		t.Errorf("%d copies at the day's first opening for writing", kept)
	}
	if s.Portfolio().Info().ReadOnly || uitest.Shows(s.Window.Content(), "ta över") {
		t.Error("not taken over")
	}
}

// reading is a portfolio that Bo has open.
func reading(t *testing.T) *app.Portfolio {
	t.Helper()
	store := apptest.NewStore()
	apptest.Begin(t, store, assets.Must("models/danderyd.json"))
	store.SetHolder("Bo")
	p, err := app.Open(context.Background(), apptest.Deps(store))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestTakenByAnother: somebody may be quicker.
func TestTakenByAnother(t *testing.T) {
	s, store, _, _ := beside(t)
	store.SetHolder("")
	async.Flush()
	store.SetHolder("Cilla")
	uitest.Tap(t, s, "Ta över")
	if !uitest.Shows(uitest.Front(s), "öppen hos Cilla") || !s.Portfolio().Info().ReadOnly {
		t.Errorf("it isn't said who was quicker: %q", uitest.Texts(uitest.Front(s)))
	}
}

// TestOpenElsewhere: a second window on the same file says so and goes away.
func TestOpenElsewhere(t *testing.T) {
	s, _ := open(t)
	was := s.Portfolio()
	other := apptest.NewStore()
	theirs := apptest.Begin(t, other, assets.Must("models/danderyd.json"))
	other.SetHere(true)
	s.Services.Open = func(context.Context, string, app.Access) (*app.Portfolio, error) { return theirs, nil }
	s.OpenPath(filepath.Join(t.TempDir(), "annan.itp"))
	if s.Portfolio() != was {
		t.Error("the open portfolio was left")
	}
	if !uitest.Shows(uitest.Front(s), "ett annat fönster") {
		t.Errorf("not told: %q", uitest.Texts(uitest.Front(s)))
	}
	if err := theirs.Check(context.Background()); fault.CodeOf(err) != fault.Internal {
		t.Error("the other wasn't let go")
	}
}

// TestTheCheckTellsWhatIsWrong: a file may be whole and hold what no rule lets in.
func TestTheCheckTellsWhatIsWrong(t *testing.T) {
	s, pages := open(t)
	sys := s.Portfolio().All(system.Kind)[0]
	c := field.Change{Kind: sys.Kind, ID: sys.ID, Field: system.Lifecycle.Field, Before: sys.Get(system.Lifecycle.Field), After: "begravt"}
	if _, err := s.Portfolio().Apply(context.Background(), "Skada", []field.Change{c}); err != nil {
		t.Fatal(err)
	}
	uitest.MenuItem(t, s, "Kontrollera filen").Run()
	async.Flush()
	if !uitest.Shows(uitest.Front(s), "en uppgift i den stämmer inte") {
		t.Fatalf("not told: %q", uitest.Texts(uitest.Front(s)))
	}
	for _, text := range uitest.Texts(uitest.Front(s)) {
		if strings.Contains(text, "begravt") {
			uitest.Tap(t, s, text)
		}
	}
	if s.Current() != "systems" || len(pages["systems"].args) != 1 {
		t.Errorf("it leads to %q", s.Current())
	}
}
