package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/cmd/internal/wiring"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
)

// example is the example portfolio in a file of its own.
func example(t *testing.T, services app.Services) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "ekvalla.itp")
	p, err := services.Example(t.Context(), path, "S", 1)
	if err == nil {
		err = p.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// window opens the example in the whole program, with the real file.
func window(t *testing.T) (s *shell.Shell, path string) {
	t.Helper()
	async.Instant(true)
	t.Cleanup(func() { async.Instant(false) })
	t.Setenv("ITP_COPIES", t.TempDir())
	services := wiring.Services(wiring.Options{Who: "Anna Ek", Today: today, Window: true})
	path = example(t, services)
	s = shell.New(test.NewTempApp(t), shell.Options{Services: services, Pages: pages(), Version: "0.1.0"})
	s.Window.Resize(fyne.NewSize(1366, 768))
	s.OpenPath(path)
	t.Cleanup(s.ClosePortfolio)
	return s, path
}

// TestTheFileGoes: what is written when the file has gone stays in the window,
// and is saved when the user goes on in a copy.
func TestTheFileGoes(t *testing.T) {
	s, path := window(t)
	id := s.Portfolio().All(system.Kind)[0].ID
	at := field.Column{Field: system.LockIn.Field}
	s.SaveValue(id, at, "Före", func(why string) {
		if why != "" {
			t.Error(why)
		}
	})
	if err := os.Remove(path); err != nil {
		t.Skip("an open file can't be removed here:", err)
	}
	said := ""
	s.SaveValue(id, at, "Efter", func(why string) { said = why })
	if v, why, ok := s.Unsaved(id, at); !ok || v != "Efter" || !strings.Contains(said, "finns inte längre") || why != said {
		t.Fatalf("kept %v, %q; told %q", v, why, said)
	}
	copied := filepath.Join(t.TempDir(), "räddad.itp")
	s.SaveCopy(copied)
	async.Flush()
	if got := s.Portfolio().Info().Path; got != copied {
		t.Fatalf("the window has %s", got)
	}
	if got := system.LockIn.Get(s.Portfolio().Get(id)); got != "Efter" {
		t.Errorf("the supplier is %q", got)
	}
	if _, _, ok := s.Unsaved(id, at); ok {
		t.Error("still not saved")
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 0 {
		t.Errorf("left where the file was: %v", entries)
	}
}
