package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/data/sqlite"
)

// steering is a name that would clear the screen, colour it, turn the direction
// of writing and write a line of its own.
const steering = "Löne\x1b[2J\x1b[31msystemet\u202egpj\nOK: allt är sparat\r\u009b1A\x00"

func TestSay(t *testing.T) {
	var b bytes.Buffer
	say(&b, "%s|%d|%v|%s|%5s|\n", steering, 7, errors.New("fel\x07\ntvå"), several("en\ntvå\x1b[1m"), "å\t")
	if want := "Lönesystemetgpj OK: allt är sparat |7|fel två|en\ntvå|   å |\n"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}

// TestOnlySayPrints: there is no other way out to people, so none is forgotten.
func TestOnlySayPrints(t *testing.T) {
	other := regexp.MustCompile(`\bfmt\.(Fp|P)rint|io\.WriteString|\.(out|errs)\.Write|os\.Std(out|err)\.|\bprintln\(`)
	sources, err := filepath.Glob("*.go")
	if err != nil || len(sources) < 20 {
		t.Fatalf("%d sources, %v", len(sources), err)
	}
	for _, path := range sources {
		if strings.HasSuffix(path, "_test.go") || path == "say.go" {
			continue
		}
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if found := other.Find(src); found != nil {
			t.Errorf("%s prints with %s and not with say", path, found)
		}
	}
}

// hostile writes a portfolio whose names steer, past what keeps them out.
func hostile(t *testing.T, path string) {
	t.Helper()
	ctx := context.Background()
	store, err := sqlite.Open(ctx, path, sqlite.Options{Who: "Test", Access: app.ToEdit})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	base, err := store.Newest(ctx)
	if err != nil {
		t.Fatal(err)
	}
	unit := field.NewRecord(org.UnitKind, "01999999-0000-7000-8000-000000000001").Put(org.UnitName.Field, steering)
	person := field.NewRecord(org.PersonKind, "01999999-0000-7000-8000-000000000002").Put(org.PersonName.Field, steering).Put(org.PersonTitle.Field, steering)
	sys := field.NewRecord(system.Kind, "01999999-0000-7000-8000-000000000003").Put(system.Name.Field, steering).Put(system.OwnerUnit.Field, unit.ID).
		Put(system.SystemOwner.Field, []field.Holding{{Person: person.ID}}).Put(system.LockIn.Field, steering).
		Put(system.Tags.Field, steering).Put(system.Description.Field, steering).Put(system.SupportEnd.Field, date.Of(2030, 1, 1))
	sys.Ref = "SYS-0001"
	var changes []field.Change
	for _, r := range []*field.Record{unit, person, sys} {
		changes = append(changes, field.Change{Op: field.Create, Kind: r.Kind, ID: r.ID, Record: r})
	}
	if _, err := store.Commit(ctx, app.Entry{At: time.Now().UTC(), Who: steering, Label: steering, Changes: changes}, base, map[string]int{"SYS": 1}); err != nil {
		t.Fatal(err)
	}
}

func TestNoNameSteersTheTerminal(t *testing.T) {
	w := newWorld(t)
	w.do("new", "a.itp", "--name", steering[:10])
	hostile(t, w.path("a.itp"))
	file := "rad\x1b[31m\nfil\u202e.csv"
	if os.PathSeparator != '/' { // which allows no such signs in names
		file = "rad fil\u202e.csv"
	}
	if err := os.WriteFile(w.path(file), []byte("System;Förvaltning;Systemägare;Egen\x1b[2J\nNy\x1b[31m;\"Enhet\nett\";Anna\u202e Ek;x\nNy\x1b[31m;\"Enhet\nett\";;\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"list", "a.itp", "systems"}, {"list", "a.itp", "persons"}, {"list", "a.itp", "units"}, {"list", "a.itp", "suppliers"},
		{"show", "a.itp", "SYS-0001"}, {"show", "a.itp", "unit:" + steering}, {"log", "a.itp"}, {"log", "a.itp", "SYS-0001"},
		{"todo", "a.itp"}, {"due", "a.itp"}, {"quality", "a.itp"}, {"fields", "systems"}, {"check", "a.itp"},
		{"import", "a.itp", file, "--dry-run", "--keep"}, {"import", "a.itp", file, "--keep", "--who", steering}, {"log", "a.itp"},
		{"set", "a.itp", "SYS-0001", "lock_in=" + steering}, {"delete", "a.itp", "SYS-0001"},
		{"add", "a.itp", "systems", "name=" + steering, "unit=" + steering}, {"add", "a.itp", steering},
		{"list", steering, "systems"}, {"list", "a.itp", steering}, {steering}, {"list", "--" + steering}, {"show", "a.itp", steering},
		{"list", "a.itp", "systems", "--sort", steering}, {"export", "a.itp", steering}, {"export", "a.itp", file + ".xlsx"}, {"report", "a.itp", steering, "x.pdf"},
		{"report", "a.itp", "systemforteckning", file + ".pdf"}, {"backup", "a.itp", file + ".itp"}, {"check", file + ".itp"}, {"check", file},
		{"undo", "a.itp"}, {"redo", "a.itp"}, {"help", steering},
	} {
		cmd := exec.Command(binary, args...)
		cmd.Dir = w.dir
		cmd.Env = append(os.Environ(), "ITP_WHO="+strings.ReplaceAll(steering, "\x00", ""))
		for i := range cmd.Args {
			cmd.Args[i] = strings.ReplaceAll(cmd.Args[i], "\x00", "")
		}
		_, out, errs := w.start(cmd)
		said := out + errs
		if said == "" {
			t.Errorf("%q: nothing is said", args)
		}
		for _, r := range said {
			if unicode.IsControl(r) && r != '\n' || r == '\u202e' {
				t.Errorf("%q says %q", args, said)
				break
			}
		}
		if regexp.MustCompile(`(?m)^(OK: allt|fil\.csv)`).MatchString(said) {
			t.Errorf("%q: a name wrote a line of its own: %q", args, said)
		}
	}
}
