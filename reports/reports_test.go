package reports_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"itportfoljen/reports"
)

// worlds are portfolios of every size.
func worlds(t testing.TB) map[string]*world {
	return map[string]*world{"tom": newWorld(t), "3": town(t, 3, 2), "60": town(t, 60, 20), "80": town(t, 80, 25), "800": town(t, 800, 240)}
}

// TestLook writes every report where REPORTS_DIR says, to be looked at.
func TestLook(t *testing.T) {
	dir := os.Getenv("REPORTS_DIR")
	if dir == "" {
		t.Skip("REPORTS_DIR is not set")
	}
	for size, w := range worlds(t) {
		for _, info := range reports.List() {
			doc, err := reports.Build(w, info.Name, reports.Options{Draft: true})
			if err != nil {
				t.Fatal(err)
			}
			b, err := doc.PDF()
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%s.pdf", info.Name, size)), b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}
