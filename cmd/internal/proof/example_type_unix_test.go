//go:build unix

package proof_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A type of value is said once: docs/exempel-typ.patch adds one, percent, with a field
// of it. Besides the type's own file it is a line in each of these tables, and nothing
// is taken away.
const typePatch = "docs/exempel-typ.patch"

var (
	typeFile   = regexp.MustCompile(`^app/field/type_[a-z]+\.go$`)
	typeTables = []string{"app/field/type.go", "app/exchange/export/types.go", "app/exchange/read/types.go", "data/sqlite/types.go", "data/storetest/types.go", "reports/report/types.go", "ui/record/types.go"}
	fieldOfIt  = []string{"app/system/system.go", "data/sqlite/migrate.go"}
)

func TestATypeIsSaidOnce(t *testing.T) {
	if os.Getenv(inCopy) != "" || testing.Short() {
		t.Skip("what the patch gives tests itself otherwise")
	}
	root, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	patch, err := os.ReadFile(filepath.Join(root, typePatch))
	if err != nil {
		t.Fatal(err)
	}
	touched := touchedBy(string(patch))
	own := 0
	for _, name := range touched {
		switch {
		case strings.HasSuffix(name, "_test.go"):
		case typeFile.MatchString(name):
			own++
		case !slices.Contains(typeTables, name) && !slices.Contains(fieldOfIt, name):
			t.Errorf("the patch touches %s", name)
		}
	}
	for _, table := range typeTables {
		if !slices.Contains(touched, table) {
			t.Errorf("the type has no line in %s", table)
		}
	}
	if own != 1 || regexp.MustCompile(`(?m)^-[^-]`).Match(patch) {
		t.Errorf("the type has %d files of its own, or something is taken away for it", own)
	}
	overlay := patched(t, root, touched)
	run := func(args ...string) {
		t.Helper()
		cmd := exec.Command("go", append([]string{"test", "-vet=off", "-overlay", overlay, "-run", "Type|Kind|Field"}, args...)...)
		cmd.Dir, cmd.Env = root, append(os.Environ(), inCopy+"=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("go test %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	run("./app/field", "./app/exchange/export", "./app/exchange/read", "./app/exchange/intake", "./data/storetest", "./reports", "./cmd/internal/proof")
	if fyneIsBuilt(root) { // else it takes minutes
		run("-tags", "migrated_fynedo", "./ui/record")
	}
}

func touchedBy(patch string) (names []string) {
	for _, m := range regexp.MustCompile(`(?m)^\+\+\+ b/(.*)$`).FindAllStringSubmatch(patch, -1) {
		names = append(names, m[1])
	}
	return names
}

// patched makes copies of the files that a patch touches, with the patch, and gives the
// list that lays them over the files themselves: all else is built already.
func patched(t *testing.T, root string, names []string) string {
	t.Helper()
	to := t.TempDir()
	over := struct{ Replace map[string]string }{map[string]string{}}
	for _, name := range names {
		at := filepath.Join(to, name)
		over.Replace[filepath.Join(root, name)] = at
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			continue // the patch makes it
		}
		if err := os.WriteFile(at, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	apply := exec.Command("git", "apply", "--unidiff-zero", filepath.Join(root, typePatch))
	apply.Dir, apply.Env = to, append(os.Environ(), "GIT_CEILING_DIRECTORIES="+filepath.Dir(to)) // in no checkout
	if out, err := apply.CombinedOutput(); err != nil {
		t.Fatalf("git apply %s: %v\n%s%s", typePatch, err, out, movePatch)
	}
	list := filepath.Join(to, "overlay.json")
	data, _ := json.Marshal(over)
	if err := os.WriteFile(list, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return list
}

// fyneIsBuilt says whether all that the window needs of others lies built in Go's cache.
func fyneIsBuilt(root string) bool {
	cmd := exec.Command("go", "list", "-tags", "migrated_fynedo", "-deps", "-test", "-f", "{{if .Stale}}{{.ImportPath}}{{end}}", "./ui/record")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		return false
	}
	return !slices.ContainsFunc(strings.Fields(string(out)), func(path string) bool {
		return strings.HasPrefix(path, "fyne.io/") || strings.HasPrefix(path, "github.com/")
	})
}
