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
	var all []struct {
		Name     string
		Settings []struct {
			Key, Kind, Of string
			Needed        bool
		}
	}
	w.json(&all, "reports")
	if len(all) < 2 {
		t.Fatalf("reports: %v", all)
	}
	for _, r := range all {
		args := []string{"report", "a.itp", r.Name, r.Name + ".pdf", "--date", "2026-11-21"}
		for _, s := range r.Settings {
			of := s.Of
			if s.Kind == "unit" {
				of = "units"
			}
			if !s.Needed {
				continue
			}
			var records []struct{ ID, Name string }
			w.json(&records, "list", "a.itp", of, "--date", "2026-11-21")
			is := records[0].ID
			if s.Kind == "unit" {
				is = records[0].Name
			}
			args = append(args, "--set", s.Key+"="+is)
		}
		w.do(args...)
		data, err := os.ReadFile(w.path(r.Name + ".pdf"))
		if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Errorf("%s: %v, %d bytes", r.Name, err, len(data))
		}
	}
}
