package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

const own = "itportfoljen"

// builds are the programs as they are built for others.
var builds = []struct{ program, system, cgo string }{
	{"cmd/itpctl", "linux", "0"}, {"cmd/itpctl", "windows", "0"},
	{"cmd/itportfolj", "linux", "1"}, {"cmd/itportfolj", "windows", "1"},
}

// module is what go list says of one.
type module struct {
	Path, Version, Dir string
	Replace            *module
}

// compiled lists what is in the programs, by name: Go and what is no module,
// which the programs hold or are handed on with, then the modules.
func compiled(tags string) ([]part, error) {
	root, err := output("go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	home, err := output("go", "list", "-m", "-f", "{{.Dir}}", own)
	if err != nil {
		return nil, err
	}
	parts := []part{
		{name: "Go", dir: root, flat: true},
		{name: "Lucide", dir: filepath.Join(home, "assets", "icons")},
		{name: "Mesa", version: "11.2.2", dir: filepath.Join(home, ".ci", "windows", "opengl")},
		{name: "Source Sans 3", dir: filepath.Join(home, "assets", "fonts")},
	}
	found := map[string]part{}
	for _, b := range builds {
		if err := modules(found, b.program, tags, "GOOS="+b.system, "GOARCH=amd64", "CGO_ENABLED="+b.cgo); err != nil {
			return nil, fmt.Errorf("%s for %s: %w", b.program, b.system, err)
		}
	}
	byHand := len(parts)
	for _, p := range found {
		parts = append(parts, p)
	}
	slices.SortFunc(parts[byHand:], func(a, b part) int { return cmp.Compare(a.name, b.name) })
	return parts, nil
}

// modules adds those that a program is compiled of.
func modules(found map[string]part, program, tags string, env ...string) error {
	cmd := exec.Command("go", "list", "-deps", "-tags", tags, "-json=ImportPath,Module", own+"/"+program)
	cmd.Env, cmd.Stderr = append(os.Environ(), env...), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return err
	}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct{ Module *module }
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		m := p.Module
		if m == nil || m.Path == own { // Go's own, and ours
			continue
		}
		from := cmp.Or(m.Replace, m)
		found[m.Path] = part{name: m.Path, version: from.Version, dir: from.Dir}
	}
}

func output(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	return strings.TrimSpace(string(out)), err
}
