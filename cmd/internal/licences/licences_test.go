package main

import (
	"bytes"
	"debug/buildinfo"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/assets"
)

const tags = "migrated_fynedo"

// TestTheListIsCurrent holds that the list in the window is of what is compiled.
func TestTheListIsCurrent(t *testing.T) {
	var list bytes.Buffer
	if err := run([]string{tags}, &list); err != nil {
		t.Fatal(err)
	}
	if list.String() != string(assets.Must("licences.txt")) {
		t.Error("assets/licences.txt isn't of what is compiled in: run make licences")
	}
}

// TestWhatIsInTheProgramHasItsLicence asks a program itself what it is made of.
func TestWhatIsInTheProgramHasItsLicence(t *testing.T) {
	folder := t.TempDir()
	if err := run([]string{tags, folder}, nil); err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "itpctl")
	build := exec.Command("go", "build", "-o", program, own+"/cmd/itpctl")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	if len(info.Deps) < 10 {
		t.Fatalf("only %d modules", len(info.Deps))
	}
	names := []string{"Go", "Source Sans 3", "Lucide", "Mesa", "fyne.io/fyne/v2", "github.com/go-gl/glfw/v3.4/glfw"}
	for _, m := range info.Deps {
		names = append(names, m.Path)
	}
	for _, name := range names {
		if text, err := os.ReadFile(filepath.Join(folder, fileName(name))); err != nil || len(text) < 500 {
			t.Errorf("%s: %d bytes of licence, %v", name, len(text), err)
		}
	}
	if text, _ := os.ReadFile(filepath.Join(folder, fileName("modernc.org/sqlite"))); !strings.Contains(string(text), "──── LICENSE-SQLITE\n") {
		t.Error("SQLite's own isn't there")
	}
}

func TestNoLicenceAndUnknownOnesFail(t *testing.T) {
	for name, c := range map[string]struct {
		file, text string
		want       string // "": none fails
	}{
		"none":        {"README.md", "MIT", "has no licence"},
		"elsewhere":   {"testdata/LICENSE", mit, "has no licence"},
		"only beside": {"NOTICE", mit, "has no licence"},
		"unknown":     {"LICENSE", "Du får inte använda detta.", "isn't one that is known"},
		"source":      {"license.go", mit, "has no licence"},
		"known":       {"LICENCE.md", mit, ""},
		"of a part":   {"c/COPYING", mit, ""},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, filepath.FromSlash(c.file))
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			p := part{name: "x", dir: dir}
			err := p.read()
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
			if err == nil && p.line() != "x · MIT" {
				t.Errorf("%q", p.line())
			}
		})
	}
}

const mit = "Permission is hereby granted, free\n * of charge, to any person obtaining a copy of this software"
