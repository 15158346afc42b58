package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// logged runs the program with a log of its own, and gives what it holds.
func logged(t *testing.T, do func(w *world)) string {
	t.Helper()
	state := t.TempDir()
	t.Setenv("XDG_STATE_HOME", state)
	t.Setenv("LOCALAPPDATA", state)
	dir := filepath.Join(t.TempDir(), "åsa ek")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	do(&world{t, dir})
	var all strings.Builder
	err := filepath.WalkDir(state, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.Name() == "kopior" { // in the same place on Windows
			return filepath.SkipDir
		}
		if err == nil && !d.IsDir() {
			text, err := os.ReadFile(path)
			all.Write(text)
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// TestTheLogHoldsNoNames does what fails, and what succeeds, with names that
// tell, and looks for them in the log.
func TestTheLogHoldsNoNames(t *testing.T) {
	const file = "Hemliga systemet.itp"
	got := logged(t, func(w *world) {
		w.do("new", file, "--name", "Hemliga kommun")
		w.do("add", file, "person", "name=Åsa Ek")
		w.do("add", file, "system", "name=Hemliga registret", "system_owner=Åsa Ek")
		for name, content := range map[string]string{
			"skadad Hemlig.itp": "SQLite format 3\x00" + strings.Repeat("Hemliga", 1000),
			"Hemlig.xlsx":       "PK\x03\x04Hemliga",
			"Hemlig.csv":        "Namn;Klassning\nHemliga registret;Hemligt\n",
		} {
			if err := os.WriteFile(w.path(name), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Mkdir(w.path("Hemlig mapp"), 0o700); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{
			{"list", "Hemlig saknas.itp", "system"}, {"list", "skadad Hemlig.itp", "system"}, {"list", "Hemlig mapp", "system"}, {"list", "Hemlig.xlsx", "system"},
			{"list", file, "Hemligt"}, {"list", file, "system", "--filter", "Hemliga registret"}, {"show", file, "Hemliga registret"}, {"show", file, "Hemligare"},
			{"add", file, "system", "name=Hemliga registret", "Hemligt=1"}, {"set", file, "Hemliga registret", "users=Hemligt"}, {"set", file, "SYS-0001", "users=Hemligt"},
			{"import", file, "Hemlig.xlsx"}, {"import", file, "Hemlig.csv"}, {"import", file, "Hemlig mapp"}, {"import", file, "Hemlig saknas.xlsx"},
			{"export", file, filepath.Join("Hemlig saknas", "ut.xlsx")}, {"export", file, "Hemlig mapp"}, {"export", file, file}, {"report", file, "Hemlig", "ut.pdf"},
			{"new", file, "--name", "Hemliga"}, {"backup", file, filepath.Join("Hemlig saknas", "kopia.itp")}, {"check", "skadad Hemlig.itp"}, {"delete", file, "Hemliga registret"},
			{"report", file, "ledningsgrupp", "ut.pdf"}, {"undo", file}, {"log", file, "--who", "Åsa Ek"}, {"Hemligt"}, {"help", "Hemligt"}, {"list", file, "system", "--Hemligt"},
		} {
			w.run(args...)
		}
	})
	for _, name := range []string{"emlig", "åsa", "Åsa", "Ek", "Testsson", ".itp", ".xlsx", "/tmp", t.TempDir()} {
		if i := strings.Index(got, name); i >= 0 {
			t.Errorf("%q stands in the log: %s", name, got[max(0, i-200):min(len(got), i+100)])
		}
	}
	for _, want := range []string{"name=import", "msg=open", "records=", "msg=read", "msg=report", "code=0", "code=1", "not_found", "damaged", "version=utveckling", "system="} {
		if !strings.Contains(got, want) {
			t.Errorf("%s isn't in the log", want)
		}
	}
	line := regexp.MustCompile(`^time=\S+ level=[A-Z]+ msg=\S+ program=itpctl version=\S+ system=\w+/\w+ session=[0-9a-f]{6} `)
	for l := range strings.Lines(got) {
		if !line.MatchString(l) {
			t.Errorf("without time, version, system or session: %s", l)
		}
	}
}
