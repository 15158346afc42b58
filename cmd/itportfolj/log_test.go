package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/cmd/internal/wiring"
	"itportfoljen/data/logfile"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
)

// TestTheWindowsLogHoldsNoNames lets things fail in the window with names that
// tell: the sentence says under which reference it stands in the log, and the
// names don't.
func TestTheWindowsLogHoldsNoNames(t *testing.T) {
	async.Instant(true)
	t.Cleanup(func() { async.Instant(false) })
	a := test.NewTempApp(t)
	log := logfile.Start(logfile.Options{Dir: filepath.Join(t.TempDir(), "logg"), Program: "itportfolj", Version: "1"})
	services := wiring.Services(wiring.Options{Who: "Åsa Ek", Today: today, Log: log.Logger})
	dir := filepath.Join(t.TempDir(), "åsa")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	path, broken := filepath.Join(dir, "Hemliga kommunen.itp"), filepath.Join(dir, "Hemlig.itp")
	if err := os.WriteFile(broken, []byte("Hemligt"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := services.Example(context.Background(), path, "S", 1)
	if err == nil {
		err = p.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	s := shell.New(a, shell.Options{Services: services, Pages: pages(), Version: "1", Log: log.Logger, LogPath: log.Path})
	s.Start("")
	s.OpenPath(path)
	s.OpenPath(broken)
	s.OpenPath(filepath.Join(dir, "Hemlig saknas.itp"))
	r := s.Portfolio().All(system.Kind)[0]
	s.Save(r.ID, field.Column{Field: system.Name.Field}, "Hemliga systemet", func(string) {})
	s.Save(r.ID, field.Column{Field: system.Users.Field}, "Hemligt", func(string) {})
	said := s.Sentence(errors.Join(errors.New("Hemliga systemet"), &fs.PathError{Op: "open", Path: path, Err: errors.New("Hemligt")}))
	ref := regexp.MustCompile(`Orsaken står i loggen \(([0-9A-F]{4})\)`).FindStringSubmatch(said)
	s.ClosePortfolio()
	log.Close(0)
	text, err := os.ReadFile(log.Path)
	if err != nil {
		t.Fatal(err)
	}
	got := string(text)
	if ref == nil || !strings.Contains(got, "ref="+ref[1]) {
		t.Errorf("%q refers to nothing in\n%s", said, got)
	}
	for _, name := range []string{"emlig", "åsa", "Åsa", ".itp", dir, r.Name()} {
		if i := strings.Index(got, name); i >= 0 {
			t.Errorf("%q stands in the log: %s", name, got[max(0, i-200):min(len(got), i+100)])
		}
	}
	if !strings.Contains(got, "*fault.Error unreadable") || !strings.Contains(got, "*fs.PathError open") {
		t.Errorf("what failed isn't in\n%s", got)
	}
}

func TestTheHelpMenuOpensTheLog(t *testing.T) {
	for _, c := range []struct {
		path string
		want []string
	}{{filepath.Join("logg", "a.log"), []string{"a.log", "logg"}}, {"", nil}} {
		async.Instant(true)
		t.Cleanup(func() { async.Instant(false) })
		var opened []string
		services := wiring.Services(wiring.Options{})
		services.OpenFile = func(path string) error {
			opened = append(opened, filepath.Base(path))
			return nil
		}
		s := shell.New(test.NewTempApp(t), shell.Options{Services: services, Pages: pages(), LogPath: c.path})
		s.Start("")
		off := 0
		for _, m := range s.Menus() {
			for _, it := range m.Items() {
				if it.Label == "Visa loggen" || it.Label == "Öppna loggens mapp" {
					it.Run()
					if it.Disabled {
						off++
					}
				}
			}
		}
		if !slices.Equal(opened, c.want) || off != 2-len(c.want) {
			t.Errorf("with the log at %q: opened %q, %d disabled", c.path, opened, off)
		}
	}
}
