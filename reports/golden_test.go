package reports_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"itportfoljen/reports/pdf"
)

var update = flag.Bool("update", false, "write what the reports say anew in testdata")

// golden holds a report of a small portfolio against the text that it had, page by page.
func golden(t *testing.T, name string, doc *pdf.Doc) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	got := whole(doc)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s says something else than in %s; look at the difference, and write it with -update", name, path)
	}
}
