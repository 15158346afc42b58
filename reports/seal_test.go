package reports_test

import (
	"fmt"
	"strings"
	"testing"

	"itportfoljen/reports"
	"itportfoljen/reports/pdf"
)

// TestASettledReportPrintsTheSeal: what is decided says what it was made of, on every
// page and with what it is for at the end; a draft doesn't.
func TestASettledReportPrintsTheSeal(t *testing.T) {
	const seal = "Journalens sigill 412-9f3a07c1"
	w := town(t, 60, 20)
	sealed := map[string]string{"status": "fastställd"}
	every(t, w, sealed, func(info reports.Info, doc *pdf.Doc) {
		for i, page := range lines(doc) {
			if text := strings.Join(page, "\n"); !strings.Contains(text, "Fastställd 2026-11-21 · "+seal) {
				t.Errorf("%s: no seal in the footer of page %d:\n%s", info.Name, i+1, text)
			}
		}
		if text := whole(doc); strings.Count(text, "itpctl check --seal") != 1 {
			t.Errorf("%s: the seal isn't explained once", info.Name)
		}
	})
	every(t, w, nil, func(info reports.Info, doc *pdf.Doc) {
		if text := whole(doc); strings.Contains(text, "igill") {
			t.Errorf("%s: a draft has a seal", info.Name)
		}
	})
	empty := newWorld(t)
	empty.sealed = func() string { return "" }
	if text := whole(build(t, empty, "ledningsgrupp", map[string]string{"status": "fastställd"})); strings.Contains(text, "igill") {
		t.Error("a journal without entries has a seal")
	}
	if doc := build(t, newWorld(t), "ledningsgrupp", map[string]string{"status": "fastställd"}); len(doc.Pages()) != 1 {
		t.Errorf("an empty portfolio's report has %d pages", len(doc.Pages()))
	}
}

// TestTheSealIsOfWhatTheReportTells: what is written while a report is built comes
// with it, and so does its seal.
func TestTheSealIsOfWhatTheReportTells(t *testing.T) {
	w := town(t, 3, 2)
	asked := 0
	w.sealed = func() string {
		asked++
		return fmt.Sprintf("%d-00000000", 400+min(asked, 3))
	}
	text := whole(build(t, w, "systemforteckning", map[string]string{"status": "fastställd"}))
	if !strings.Contains(text, "403-00000000") || strings.Contains(text, "402-00000000") {
		t.Errorf("the seal isn't of what the report was built of:\n%s", text)
	}
}
