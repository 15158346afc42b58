package intake_test

import (
	"strings"
	"testing"

	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

func TestUnitsBelowTheHeadings(t *testing.T) {
	w := intaketest.New()
	r := imported(t, w, book(table("Plan", "Insats|Investeringsbudget 2027|Driftbudget 2027|Slut", "|(mkr)|(tkr)|(ÅÅÅÅ-MM)", "E-tjänst|#1.25|#60|2027-12")), intake.Options{})
	if r.New != 1 || len(r.Skipped()) != 1 || !strings.HasPrefix(r.Skipped()[0].Reason, "enhetsrad") {
		t.Fatalf("%d new, skipped %v", r.New, r.Skipped())
	}
	p := only(t, w, plan.Kind, "E-tjänst")
	if got := plan.InvestmentBudget.Value(w, p, 2027); got != money.FromKronor(1_250_000) {
		t.Errorf("investment %v", got)
	}
	if got := plan.OperationsBudget.Value(w, p, 2027); got != money.FromKronor(60_000) {
		t.Errorf("operations %v", got)
	}
}

func TestNameBelowAGroupIsNotTheRecords(t *testing.T) {
	w := intaketest.New()
	r := imported(t, w, book(table("s", "System|||Kontakt|", "|Systemägare|Driftbudget 2027|Namn|E-post", "Lön|Åsa Berg|#5|Bo Ek|bo.ek@x.se", "Kart|Åsa Berg|#6|Eva Lind|eva.lind@x.se")), intake.Options{})
	if r.New != 2 || r.Columns[0].Field != system.Name.Field || r.Columns[3].Field == system.Name.Field {
		t.Errorf("%d new, columns %q", r.New, keys(r))
	}
	only(t, w, system.Kind, "Lön")
}

func TestYearOfAmountsWithoutOne(t *testing.T) {
	for name, c := range map[string]struct {
		file, sheet string
		title       string
		chosen      int
		year        int
		told        string
	}{
		"the plan's":         {file: "lista.xlsx", sheet: "Blad1", year: 2027, told: "planen"},
		"the file's":         {file: "Budget 2026.xlsx", sheet: "Blad1", year: 2026, told: "filens namn"},
		"a CSV file's":       {file: "Budget 2026.csv", sheet: "Budget 2026", year: 2026, told: "filens namn"},
		"the sheet's":        {file: "Budget 2025.xlsx", sheet: "2026", year: 2026, told: "bladets namn"},
		"the title's":        {file: "lista.xlsx", sheet: "2025", title: "IT-budget 2028", year: 2028, told: "ovanför rubrikerna"},
		"not that of a day":  {file: "Systemlista 2026-11-03.xlsx", sheet: "Blad1", title: "Utskriven 2026-11-04", year: 2027, told: "planen"},
		"not one of several": {file: "Budget 2025-2029.xlsx", sheet: "Blad1", year: 2027, told: "planen"},
		"the chosen":         {file: "Budget 2026.xlsx", sheet: "2026", chosen: 2030, year: 2030},
	} {
		t.Run(name, func(t *testing.T) {
			w := intaketest.New()
			b := &sheet.Book{Name: c.file, Sheets: []sheet.Sheet{table(c.sheet, c.title, "System|Driftbudget|Driftbudget 2029", "Lön|#5|#6")}}
			r := imported(t, w, b, intake.Options{Year: c.chosen})
			if got := system.OperationsBudget.Value(w, only(t, w, system.Kind, "Lön"), c.year); got != money.FromKronor(5) || r.Year != c.year {
				t.Errorf("%v in %d, result %d", got, c.year, r.Year)
			}
			switch {
			case c.told == "" && len(r.Remarks) != 0:
				t.Errorf("told %v", r.Remarks)
			case c.told != "" && (len(r.Remarks) != 1 || !strings.Contains(r.Remarks[0].Message, c.told) || r.Remarks[0].Column != "Driftbudget"):
				t.Errorf("told %v", r.Remarks)
			}
		})
	}
}

func TestYearsAloneAreOfWhatTheTitleSays(t *testing.T) {
	for name, b := range map[string]*sheet.Book{
		"title": book(table("Blad1", "Driftbudget per system, kr", "System|2026|#2027", "Lön|#5|#6")),
		"sheet": book(table("Driftbudget", "System|2026|#2027", "Lön|#5|#6")),
		"file":  {Name: "Driftbudget.xlsx", Sheets: []sheet.Sheet{table("Blad1", "System|2026|#2027", "Lön|#5|#6")}},
	} {
		w := intaketest.New()
		imported(t, w, b, intake.Options{})
		if got := system.OperationsBudget.Value(w, only(t, w, system.Kind, "Lön"), 2027); got != money.FromKronor(6) {
			t.Errorf("%s: %v", name, got)
		}
	}
	w := intaketest.New()
	if r := imported(t, w, book(table("Blad1", "System|2026|2027", "Lön|#5|#6")), intake.Options{}); r.Columns[1].Field != nil {
		t.Errorf("nothing says what the years are, and they were taken for %s", r.Columns[1].Field.Label)
	}
}
