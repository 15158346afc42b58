//go:build unix

package proof_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestLintTellsOfVulnerabilities: one that is reached fails, and so does a tool
// that doesn't work; no network only skips, and says so.
func TestLintTellsOfVulnerabilities(t *testing.T) {
	for name, c := range map[string]struct {
		tool string // what stands in for Go
		fail bool
		says string
	}{
		"none":       {"exit 0", false, ""},
		"one":        {"echo 'Vulnerability #1: GO-2026-1'; exit 3", true, "GO-2026-1"},
		"no network": {`echo 'govulncheck: fetching vulnerabilities: Get "https://vuln.go.dev": no such host'; exit 1`, false, "INTE PRÖVAT: kända sårbarheter. Databasen vuln.go.dev gick inte att nå: Get"},
		"no tool":    {"echo 'go: no such tool'; exit 2", true, "no such tool"},
		"no code":    {"echo 'loading packages: syntax error'; exit 1", true, "syntax error"},
		"no answer":  {"exit 124", false, "svarade inte"},
	} {
		t.Run(name, func(t *testing.T) {
			bin := t.TempDir()
			if err := os.WriteFile(filepath.Join(bin, "go"), []byte("#!/bin/sh\n"+c.tool+"\n"), 0o700); err != nil {
				t.Fatal(err)
			}
			lint := exec.Command("../../../.ci/vulns", "tag")
			lint.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "skipped=x")
			out, err := lint.CombinedOutput()
			if (err != nil) != c.fail || !strings.Contains(string(out), c.says) || c.says == "" && len(out) > 0 {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
}
