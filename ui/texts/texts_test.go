package texts_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"itportfoljen/ui/texts"
)

var call = regexp.MustCompile(`texts\.(T|N|Known)\("([^"]+)"`)

// TestEveryTextIsUsedAndThere reads the window's source: each key asked for
// must be in the catalogue, and each text must be asked for.
func TestEveryTextIsUsedAndThere(t *testing.T) {
	keys := texts.Keys()
	used := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range call.FindAllStringSubmatch(string(src), -1) {
			want := []string{m[2]}
			if m[1] == "N" {
				want = []string{m[2] + ".one", m[2] + ".many"}
			}
			if strings.HasSuffix(m[2], ".") { // a family: "page." + id
				for k := range keys {
					if strings.HasPrefix(k, m[2]) {
						used[k] = true
					}
				}
				continue
			}
			for _, k := range want {
				used[k] = true
				if _, ok := keys[k]; !ok {
					t.Errorf("%s asks for %q, which isn't in the catalogue", path, k)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for k := range keys {
		if !used[k] {
			t.Errorf("nothing asks for %q", k)
		}
	}
}
