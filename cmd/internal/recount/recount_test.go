package recount_test

import (
	"bytes"
	"context"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/app/exchange/export"
	"itportfoljen/cmd/internal/recount"
	"itportfoljen/cmd/internal/wiring"
	"itportfoljen/reports"
	"itportfoljen/reports/pdf"
)

// TestFrontIsRecounted holds the ledningsgrupp's first page, and the Budgetrapport's totals, against the JSON document.
func TestFrontIsRecounted(t *testing.T) {
	for _, size := range []string{"S", "M"} {
		p, err := wiring.Services(wiring.Options{Who: "Test", Today: 20261121}).Example(context.Background(), filepath.Join(t.TempDir(), "a.itp"), size, 1)
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		var out bytes.Buffer
		if err := export.JSON(p, &out); err != nil {
			t.Fatal(err)
		}
		d, err := recount.Read(&out)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := reports.Build(p, "ledningsgrupp", reports.Options{Draft: true})
		if err != nil {
			t.Fatal(err)
		}
		text := page(doc)
		ramar := d.Ramar(recount.Standard)
		if len(ramar) == 0 {
			t.Errorf("%s has no ramar", size)
		}
		for _, lack := range recount.Check(append(d.Front(recount.Standard), ramar...), text) {
			t.Errorf("%s lacks %s", size, lack)
		}
		for _, l := range d.Lists(recount.Standard) {
			for _, lack := range recount.CheckList(l, text) {
				t.Errorf("%s lacks %s", size, lack)
			}
		}
		report, err := reports.Build(p, "budget", reports.Options{Draft: true})
		if err != nil {
			t.Fatal(err)
		}
		totals := page(report)
		for _, lack := range recount.Check(d.Totals(recount.Standard), totals) {
			t.Errorf("%s: the Budgetrapport lacks %s", size, lack)
		}
		d.Systems, d.Plan, d.Costs = d.Systems[1:], d.Plan[:len(d.Plan)/2], d.Costs[:len(d.Costs)/2]
		if lacks := recount.Check(d.Front(recount.Standard), text); len(lacks) < 5 || len(recount.Check(d.Ramar(recount.Standard), text)) == 0 {
			t.Errorf("%s: of another portfolio it lacks only %q", size, lacks)
		}
		if lacks := recount.Check(d.Totals(recount.Standard), totals); len(lacks) != 3 {
			t.Errorf("%s: the Budgetrapport of another portfolio lacks only %q", size, lacks)
		}
		d.Agreements = d.Agreements[len(d.Agreements)/2:]
		for _, l := range d.Lists(recount.Standard) {
			if len(recount.CheckList(l, text)) == 0 {
				t.Errorf("%s: %s of another portfolio are the same", size, l.What)
			}
		}
	}
}

// TestMonthsCountForTheirYear has each measure of a cost once, whoever left or isn't in service.
func TestMonthsCountForTheirYear(t *testing.T) {
	d, err := recount.Read(strings.NewReader(`{"format": "itportfoljen", "version": 1, "date": "2026-11-21", "plan_year": 2027,
		"persons": [{"name": "Eva", "email": null, "left_on": "2026-11-20"}],
		"systems": [{"ref": "SYS-1", "lifecycle": "maintained", "system_owner_history": [{"person": "Eva", "from": null, "to": null}]},
			{"ref": "SYS-2", "lifecycle": "retired", "system_owner_history": null}],
		"plan": [{"ref": "INS-1", "phase": "execution"}, {"ref": "INS-2", "phase": "dormant"}],
		"costs": [
			{"kind": "system", "owner": "SYS-1", "year": 2027, "month": null, "type": "drift", "budget_ore": 90000000, "forecast_ore": 80000000},
			{"kind": "system", "owner": "SYS-1", "year": 2027, "month": "1", "type": "drift", "budget_ore": 10000000, "forecast_ore": null},
			{"kind": "system", "owner": "SYS-1", "year": 2027, "month": "2", "type": "drift", "budget_ore": 20000000, "forecast_ore": null},
			{"kind": "agreement", "owner": "AVT-1", "year": 2027, "month": null, "type": "drift", "sort": "grant", "budget_ore": -5000000},
			{"kind": "initiative", "owner": "INS-1", "year": 2027, "month": null, "type": "investering", "budget_ore": 7000000},
			{"kind": "initiative", "owner": "INS-2", "year": 2027, "month": null, "type": "investering", "budget_ore": 900000000}]}`))
	if err != nil {
		t.Fatal(err)
	}
	text := "1 avvecklas | 1 av 1 i drift | budget 250 tkr | 750 tkr | budget 2027: 70 tkr, | 1 av 1, alla på"
	want := map[string]bool{"avvecklas": true, "utan ägare": true, "insatser": true, "hemtagen nytta": true}
	for _, lack := range recount.Check(d.Front(recount.Standard), text) {
		if what, _, _ := strings.Cut(lack, ":"); !want[what] {
			t.Error(lack)
		}
	}
}

// TestRamarAreUsedByThosePaying has a part of a cost in the ram of each that pays it, and none
// that is paid beside the ramar.
func TestRamarAreUsedByThosePaying(t *testing.T) {
	d, err := recount.Read(strings.NewReader(`{"format": "itportfoljen", "version": 1, "date": "2026-11-21", "plan_year": 2027,
		"frames": [{"unit": "K / A", "year": 2027, "amount_ore": 10000000}, {"unit": "K / B", "year": 2027, "amount_ore": 3000000}],
		"plan": [{"ref": "INS-1", "phase": "execution", "unit": "K / A / a"}, {"ref": "INS-2", "phase": "closed", "unit": "K / B"}, {"ref": "INS-3", "phase": "decision", "unit": "K / B"}],
		"costs": [
			{"kind": "initiative", "owner": "INS-1", "year": 2027, "type": "drift", "budget_ore": 10000000, "payers": "K / A 57,5 %; K / B 32,5 %"},
			{"kind": "initiative", "owner": "INS-1", "year": 2027, "type": "drift", "funding": "grant", "budget_ore": 90000000},
			{"kind": "initiative", "owner": "INS-2", "year": 2027, "type": "drift", "budget_ore": 80000000, "actual_ore": 1000000},
			{"kind": "initiative", "owner": "INS-3", "year": 2027, "type": "drift", "budget_ore": 70000000}]}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, lack := range recount.Check(d.Ramar(recount.Standard), "\n68 / 100 tkr | A\n43 / 30 tkr, över | B\n") {
		t.Error(lack)
	}
}

// page is the text of the first page, what is on one line joined with " | ".
func page(doc *pdf.Doc) string {
	at := map[float64]int{}
	var lines []string
	for _, it := range doc.Pages()[0].Items {
		if m, ok := it.Mark.(pdf.TextMark); ok {
			if i, ok := at[m.Y]; ok {
				lines[i] += " | " + strings.TrimSpace(m.Text)
				continue
			}
			at[m.Y] = len(lines)
			lines = append(lines, strings.TrimSpace(m.Text))
		}
	}
	return strings.Join(lines, "\n")
}

// TestItImportsNothingOfOurs keeps the second count a second count.
func TestItImportsNothingOfOurs(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range f.Imports {
			if strings.Contains(i.Path.Value, "itportfoljen") || strings.Contains(i.Path.Value, ".") {
				t.Errorf("%s imports %s", name, i.Path.Value)
			}
		}
	}
}
