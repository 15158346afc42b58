// Package corpustest reads whole workbooks of the kinds that municipalities
// have, from file to portfolio.
package corpustest

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/data/csv"
	"itportfoljen/data/excel"
)

// The corpus lies beside the repository, where there is one.
const corpus = "../../../shared/corpus"

func read(t testing.TB, name string) *sheet.Book {
	t.Helper()
	path := filepath.Join(corpus, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no corpus here: %s is missing", name)
	}
	reader := excel.Read
	if strings.HasSuffix(name, ".csv") {
		reader = csv.Read
	}
	book, err := reader(context.Background(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func planned(t testing.TB, w field.World, book *sheet.Book, o intake.Options) *intake.Result {
	t.Helper()
	r, err := intake.Plan(context.Background(), w, book, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.New + r.Changed + r.Unchanged + len(r.Skipped()); got != r.RowsRead {
		t.Errorf("rows: %d new + %d changed + %d unchanged + %d skipped = %d, but %d read", r.New, r.Changed, r.Unchanged, len(r.Skipped()), got, r.RowsRead)
	}
	return r
}

// twice imports a book and checks that a second import changes nothing.
func twice(t testing.TB, w *intaketest.World, book *sheet.Book, o intake.Options) *intake.Result {
	t.Helper()
	first := planned(t, w, book, o)
	w.Apply(t, first.Changes)
	second := planned(t, w, book, o)
	if second.New != 0 || second.Changed != 0 || len(second.Changes) != 0 {
		t.Errorf("second import: %d new, %d changed, %d changes", second.New, second.Changed, len(second.Changes))
		for i, row := range second.Rows {
			if row.Status == intake.Changed || row.Status == intake.New {
				t.Logf("row %d %s: %+v", row.Number, row.Name, row.Cells)
			}
			if i > 2000 {
				break
			}
		}
	}
	return first
}

type facts struct {
	DriftSum int64 `json:"drift_sum"`
	DriftN   int   `json:"drift_n"`
	UtvSum   int64 `json:"utv_sum"`
	Rows     int   `json:"rows"`
	Unique   int   `json:"unique_names"`
	Plan     struct {
		Insatser    int     `json:"insatser"`
		Groups      int     `json:"groups"`
		Drift       float64 `json:"drift_2027_tkr"`
		Investering float64 `json:"investering_2027_tkr"`
		Links       int     `json:"system_links"`
	}
}

func readFacts(t testing.TB) (f facts) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(corpus, "inventory/facts_ekvalla.json"))
	if err != nil {
		t.Skip("no corpus here: facts_ekvalla.json is missing")
	}
	if err := json.Unmarshal(b, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

func total(w field.World, k *field.Kind, f field.MoneyField, year int) (sum money.Ore, n int) {
	for _, r := range w.All(k) {
		if v, ok := f.Value(w, r, year).(money.Ore); ok {
			sum += v
			n++
		}
	}
	return sum, n
}

func describe(t testing.TB, r *intake.Result) {
	t.Helper()
	made := 0
	for _, m := range r.Made {
		made += len(m.Names)
	}
	t.Logf("%s, sheet %q, header %d, unit %s: %d rows, %d new, %d changed, %d unchanged, %d skipped, %d errors, %d remarks, %d made, %d questions, %d changes",
		r.Kind.Plural, r.Sheet, r.HeaderRow, r.Unit, r.RowsRead, r.New, r.Changed, r.Unchanged, len(r.Skipped()), len(r.Errors), len(r.Remarks), made, len(r.Questions), len(r.Changes))
	for _, c := range r.Columns {
		key := "-"
		if c.Field != nil {
			key = c.Field.Key
		}
		t.Logf("  %-60.60s %s %d %.2f %s", c.Heading, key, c.Year, c.Certainty, c.Why)
	}
	for i, e := range r.Errors {
		if i < 12 {
			t.Logf("  error row %d %s: %s", e.Row, e.Column, e.Message)
		}
	}
	for i, s := range r.Skipped() {
		if i < 12 {
			t.Logf("  skipped row %d: %s", s.Number, s.Reason)
		}
	}
	for _, q := range r.Questions {
		t.Logf("  question row %d %s: %s %v", q.Row, q.ID, q.Text, q.Options)
	}
}

func TestSystemsAndPlan(t *testing.T) {
	f := readFacts(t)
	w := intaketest.New()
	systems := twice(t, w, read(t, "inventory/systemlista_ekvalla.xlsx"), intake.Options{})
	describe(t, systems)
	if systems.Kind != system.Kind || systems.New != f.Rows {
		t.Errorf("%s: %d new, want systems: %d", systems.Kind.Name, systems.New, f.Rows)
	}
	names := map[string]bool{}
	for _, r := range w.All(agreement.Kind) {
		if end, notice := agreement.Dates(r, w.Today()); !notice.IsZero() { // nobody has said how long notice is
			t.Errorf("%s: ends %s, and notice is to be given by %s", r.Name(), end, notice)
		}
	}
	for _, r := range w.All(system.Kind) {
		names[text.Key(r.Name())] = true
	}
	if len(names) != f.Unique {
		t.Errorf("%d names, want %d", len(names), f.Unique)
	}
	if sum, n := total(w, system.Kind, system.OperationsBudget, 2027); sum != money.FromKronor(f.DriftSum) || n != f.DriftN {
		t.Errorf("drift %s kr in %d systems, want %d in %d", sum.Kr(), n, f.DriftSum, f.DriftN)
	}
	if sum, _ := total(w, system.Kind, system.DevelopmentBudget, 2027); sum != money.FromKronor(f.UtvSum) {
		t.Errorf("utveckling %s kr, want %d", sum.Kr(), f.UtvSum)
	}
	checkPlan(t, f, w)
}

func checkPlan(t *testing.T, f facts, w *intaketest.World) {
	result := twice(t, w, read(t, "plan/it-verksamhetsplan_ekvalla.xlsx"), intake.Options{})
	describe(t, result)
	groups := 0
	for _, s := range result.Skipped() {
		if strings.HasPrefix(s.Reason, "grupprubrik: enheten ") {
			groups++
		}
	}
	if result.Kind != plan.Kind || result.New != f.Plan.Insatser || groups != f.Plan.Groups {
		t.Errorf("%s: %d new and %d groups, want %d and %d", result.Kind.Name, result.New, groups, f.Plan.Insatser, f.Plan.Groups)
	}
	if sum, _ := total(w, plan.Kind, plan.OperationsBudget, 2027); sum != money.Ore(f.Plan.Drift*100000) {
		t.Errorf("drift 2027 %s, want %v tkr", sum.Kr(), f.Plan.Drift)
	}
	if sum, _ := total(w, plan.Kind, plan.InvestmentBudget, 2027); sum != money.Ore(f.Plan.Investering*100000) {
		t.Errorf("investering 2027 %s, want %v tkr", sum.Kr(), f.Plan.Investering)
	}
	links := 0
	for _, r := range w.All(plan.Kind) {
		links += len(plan.Systems.Get(r))
		if plan.Unit.Get(r) == "" {
			t.Errorf("%s has no unit", r.Name())
		}
	}
	if links+len(result.Questions) != f.Plan.Links {
		t.Errorf("%d links and %d questions, want %d", links, len(result.Questions), f.Plan.Links)
	}
	for _, q := range result.Questions { // answering makes the link
		again := planned(t, w, read(t, "plan/it-verksamhetsplan_ekvalla.xlsx"), intake.Options{Answers: map[string]string{q.ID: q.Options[0].Key}})
		if again.Changed != 1 {
			t.Errorf("answering %s changes %d rows", q.ID, again.Changed)
		}
	}
	if n := len(w.All(economy.CostKind)); n == 0 {
		t.Error("no costs")
	}
}

// TestOthers reads lists that no municipality of ours has. Their headings aren't
// in the catalogue, where most of them once were: what isn't an ordinary word is
// left to the user, so fewer columns are read than then. What must hold is that
// nothing is taken for something else in silence: the names are those of the
// right column, asked about when no heading says it, and refused when it isn't
// clear.
func TestOthers(t *testing.T) {
	for _, c := range []struct {
		name    string
		kind    *field.Kind
		rows    int
		mapped  map[string]string // what the user has to say
		refusal string            // without it
		asked   string            // the column that is taken for the names by its content
		fields  []string          // what is read, in the columns' order
	}{
		{name: "inventory/omb_2025_individually_reported_AI_use_cases.xlsx", kind: system.Kind, rows: 3600,
			mapped: map[string]string{"Use Case Name": "name", "Agency Name": "unit"}, refusal: "”System(s) Name”", fields: []string{"unit", "name", "supplier"}},
		{name: "inventory/omb_2025_consolidated_COTS_AI_use_cases.csv", kind: system.Kind, rows: 900,
			mapped: map[string]string{"AI Use Case": "name", "Agency": "unit"}, refusal: "Ange vilken kolumn", fields: []string{"unit", "name"}},
		{name: "inventory/dc_dataset_inventory_2018_03_09.csv", kind: system.Kind, rows: 1779, asked: "DATASETNAME", fields: []string{"name", "tags"}},
		{name: "inventory/dc_dataset_inventory_2018_03_11.csv", kind: system.Kind, rows: 1640, asked: "DATASET_NAME", fields: []string{"name", "description", "tags"}},
		{name: "plan/gmpp_uk_2020.csv", kind: plan.Kind, rows: 125, fields: []string{"name", "unit", "description", "comment", "start", "end", "number"}},
		{name: "plan/gmpp_uk_2022.csv", kind: plan.Kind, rows: 235, fields: []string{"number", "name", "unit", "description", "comment", "start", "end"}},
	} {
		t.Run(filepath.Base(c.name), func(t *testing.T) {
			book := read(t, c.name)
			if c.refusal != "" {
				_, err := intake.Plan(context.Background(), intaketest.New(), book, intake.Options{}, nil)
				if err == nil || !strings.Contains(err.Error(), c.refusal) {
					t.Errorf("without a word from the user: %v", err)
				}
			}
			r := twice(t, intaketest.New(), book, intake.Options{Map: c.mapped})
			describe(t, r)
			if r.Kind != c.kind || r.RowsRead < c.rows || 10*r.New < 9*r.RowsRead {
				t.Errorf("%s: %d rows, %d new", r.Kind.Name, r.RowsRead, r.New)
			}
			var fields []string
			for _, col := range r.Columns {
				if col.Field != nil {
					fields = append(fields, col.Field.Key)
				}
				if asked := col.Field == r.Kind.Title() && col.Trust() == match.Unsure; asked != (c.asked != "" && col.Heading == c.asked) {
					t.Errorf("%s: %s", col.Heading, col.Trust())
				}
			}
			if !slices.Equal(fields, c.fields) {
				t.Errorf("read as %v, want %v", fields, c.fields)
			}
			if asked := len(r.Questions) == 1 && strings.Contains(r.Questions[0].Text, c.asked); c.asked != "" && !asked {
				t.Errorf("asked: %+v", r.Questions)
			}
		})
	}
}
