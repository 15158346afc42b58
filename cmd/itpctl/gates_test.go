package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"itportfoljen/app/governance"
	"itportfoljen/assets"
)

// TestEachGateIsBrokenInAScript: whoever writes a rule into a styrmodell shows what breaks it.
func TestEachGateIsBrokenInAScript(t *testing.T) {
	paths, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var scripts strings.Builder
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if strings.HasPrefix(line, "std") {
				scripts.WriteString(line)
			}
		}
	}
	for _, name := range []string{"danderyd", "karlstad", "stockholm", "lilla-edet", "boras"} {
		m, err := governance.Parse(assets.Must("models/" + name + ".json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range m.Gates {
			if answers := regexp.MustCompile(`\b` + regexp.QuoteMeta(g.Key) + `(?:[^\w-]|$)`); !answers.MatchString(scripts.String()) {
				t.Errorf("no script shows that %s answers", g.Key)
			}
		}
	}
}
