//go:build unix

package proof_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A kind is declared once: docs/exempel-slag.patch adds one, with a relation to
// systems and a rule, and nothing but the registry, a migration and the example
// has to know.
const (
	examplePatch = "docs/exempel-slag.patch"
	mostFiles    = 4
	inCopy       = "ITP_EXAMPLE_KIND" // set in the copy, where this test has nothing to do
)

// movePatch is what to do when an example no longer applies.
const movePatch = "where the patch adds lines there are others now: give its migration the next number and its places the lines that stand there (CONTRIBUTING.md, En migrering)"

func TestAKindIsDeclaredOnce(t *testing.T) {
	if os.Getenv(inCopy) != "" || testing.Short() {
		t.Skip("the copy tests itself otherwise")
	}
	root, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	patch, err := os.ReadFile(filepath.Join(root, examplePatch))
	if err != nil {
		t.Fatal(err)
	}
	touched := regexp.MustCompile(`(?m)^\+\+\+ b/(.*)$`).FindAllStringSubmatch(string(patch), -1)
	if len(touched) == 0 || len(touched) > mostFiles {
		t.Errorf("the patch touches %d files, at most %d", len(touched), mostFiles)
	}
	for _, m := range touched {
		for _, dir := range []string{"app/field/", "ui/", "data/", "reports/", "cmd/"} {
			if strings.HasPrefix(m[1], dir) && m[1] != "data/sqlite/migrate.go" {
				t.Errorf("the patch touches %s", m[1])
			}
		}
	}
	copied := copyOf(t, root)
	in := func(name string, args ...string) {
		t.Helper()
		cmd := exec.Command(name, args...)
		cmd.Dir, cmd.Env = copied, append(os.Environ(), inCopy+"=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
		}
	}
	in("git", "apply", "--unidiff-zero", examplePatch)
	if t.Failed() {
		t.Log(movePatch)
	} else {
		in("go", "test", "-run", "Kind|Field", "./cmd/internal/proof", "./app", "./app/field")
	}
}

// copyOf copies what git tracks, as it is now, to a folder of its own.
func copyOf(t *testing.T, root string) string {
	t.Helper()
	list := exec.Command("git", "ls-files", "-z")
	list.Dir = root
	names, err := list.Output()
	if err != nil {
		t.Skip("no git, or no checkout, to copy from:", err)
	}
	to := t.TempDir()
	for _, name := range strings.Split(strings.TrimSuffix(string(names), "\x00"), "\x00") {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			continue // removed and not yet committed
		}
		at := filepath.Join(to, name)
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return to
}
