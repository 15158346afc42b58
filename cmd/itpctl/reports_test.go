package main

import (
	"bytes"
	"os"
	"testing"
)

// TestEveryReportIsMade holds that each report there is can be ordered by its name.
func TestEveryReportIsMade(t *testing.T) {
	w := newWorld(t)
	w.do("demo", "a.itp", "--date", "2026-11-21")
	var all []struct{ Name, Title string }
	w.json(&all, "reports")
	if len(all) < 2 {
		t.Fatalf("reports: %v", all)
	}
	for _, r := range all {
		w.do("report", "a.itp", r.Name, r.Name+".pdf", "--date", "2026-11-21")
		data, err := os.ReadFile(w.path(r.Name + ".pdf"))
		if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Errorf("%s: %v, %d bytes", r.Name, err, len(data))
		}
	}
}
