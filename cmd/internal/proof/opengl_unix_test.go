//go:build unix

package proof_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestPackagingWithoutOpenGL: what can't be fetched, or isn't what it should be,
// is told of and left out; nothing else lies in its place.
func TestPackagingWithoutOpenGL(t *testing.T) {
	for name, c := range map[string]struct{ python, says string }{
		"no pip":     {"exit 1", "python3 och pip behövs"},
		"no network": {`case "$*" in *download*) echo 'ERROR: No matching distribution'; exit 1;; esac`, "ERROR: No matching distribution"},
		"another":    {`case "$*" in *zipfile*) echo something;; esac`, "är inte den som ska vara där"},
	} {
		t.Run(name, func(t *testing.T) {
			bin, dir := t.TempDir(), filepath.Join(t.TempDir(), "opengl")
			if err := os.WriteFile(filepath.Join(bin, "python3"), []byte("#!/bin/sh\n"+c.python+"\n"), 0o700); err != nil {
				t.Fatal(err)
			}
			fetch := exec.Command("../../../.ci/opengl", dir)
			fetch.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"))
			out, err := fetch.CombinedOutput()
			if err != nil || !strings.Contains(string(out), "UTAN EGEN OPENGL: ") || !strings.Contains(string(out), c.says) {
				t.Errorf("%v: %s", err, out)
			}
			if left, _ := os.ReadDir(dir); len(left) != 0 {
				t.Errorf("left: %v", left)
			}
		})
	}
}
