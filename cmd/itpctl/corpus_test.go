package main

import (
	"path/filepath"
	"testing"
)

// TestCorpus imports real files, where they are.
func TestCorpus(t *testing.T) {
	var files []string
	for _, pattern := range []string{"inventory", "plan", "csv"} {
		found, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "corpus", pattern, "*.[xc]*"))
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Skip("the corpus isn't on this machine")
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			w := newWorld(t)
			abs, _ := filepath.Abs(path)
			w.do("new", "a.itp", "--name", "Prov")
			code, _, errs := w.run("import", "a.itp", abs)
			if code == 1 && len(errs) > 30 { // refused with words
				return
			}
			if code != 0 {
				t.Fatalf("exit %d: %s", code, errs)
			}
			var again result
			w.json(&again, "import", "a.itp", abs)
			if n := again.lost(); n != 0 {
				t.Errorf("%d rows are lost", n)
			}
			if again.New+again.Changed != 0 {
				t.Errorf("again: %d new, %d changed of %d", again.New, again.Changed, again.RowsRead)
			}
		})
	}
}
