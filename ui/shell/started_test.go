package shell_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/assets"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

func TestAnotherStartRaisesTheWindowThatHasTheFile(t *testing.T) {
	d := &desk{}
	s := shell.New(test.NewTempApp(t), shell.Options{Screens: d})
	dir := t.TempDir()
	path := filepath.Join(dir, "ekvalla.itp")
	during := false
	s.Runner.Sync = true
	s.Services.Open = func(context.Context, string, app.Access) (*app.Portfolio, error) {
		during = s.HasFile(path) && !s.HasFile(filepath.Join(dir, "annan.itp"))
		return nil, errors.New("gick inte")
	}
	s.OpenPath(path)
	if !during || d.raised != 1 {
		t.Errorf("while it was opened: %v, raised %d times", during, d.raised)
	}
	if s.HasFile(path) || d.raised != 1 {
		t.Error("it has what couldn't be opened")
	}
}

func TestOnlyAnEmptyWindowTakesAnotherFile(t *testing.T) {
	s, _ := open(t)
	opened := ""
	s.Services.Open = func(_ context.Context, path string, _ app.Access) (*app.Portfolio, error) {
		opened = filepath.Base(path)
		return nil, errors.New("gick inte")
	}
	if s.Offer("a.itp") || opened != "" {
		t.Error("what was open was left")
	}
	s.ClosePortfolio()
	s.Problem("I vägen.")
	if s.Offer("a.itp") || opened != "" {
		t.Error("opened under a dialog")
	}
	uitest.Tap(t, s, "Stäng")
	if !s.Offer("a.itp") || opened != "a.itp" {
		t.Errorf("opened %q", opened)
	}
}

// TestAFileInAnotherWindow: that one is raised, and only when it doesn't answer
// is it said.
func TestAFileInAnotherWindow(t *testing.T) {
	for _, answers := range []bool{true, false} {
		asked, quit := "", 0
		async.Instant(true)
		t.Cleanup(func() { async.Instant(false) })
		store := apptest.NewStore()
		theirs := apptest.Begin(t, store, assets.Must("models/danderyd.json"))
		store.SetHere(true)
		s := shell.New(test.NewTempApp(t), shell.Options{Elsewhere: func(path string) bool {
			asked = path
			return answers
		}})
		s.Services.Open = func(context.Context, string, app.Access) (*app.Portfolio, error) { return theirs, nil }
		s.Window.SetOnClosed(func() { quit++ })
		s.Start("ekvalla.itp")
		if asked != theirs.Info().Path {
			t.Errorf("asked for %q", asked)
		}
		if told := uitest.Shows(uitest.Front(s), "ett annat fönster"); told == answers || (quit == 1) != answers {
			t.Errorf("answered %v: told %v, closed %d times", answers, told, quit)
		}
	}
}
