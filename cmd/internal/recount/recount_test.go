package recount_test

import (
	"bytes"
	"context"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/cmd/internal/recount"
	"itportfoljen/cmd/internal/wiring"
	"itportfoljen/reports"
	"itportfoljen/reports/pdf"
)

// example is the made-up municipality of a size, and its JSON document.
type example struct {
	p *app.Portfolio
	d recount.Document
}

var examples = map[string]func() (example, error){
	"S": sync.OnceValues(func() (example, error) { return exampleOf("S", nil) }),
	"M": sync.OnceValues(func() (example, error) { return exampleOf("M", nil) }),
	"S with more agreements, months and payers": sync.OnceValues(func() (example, error) { return exampleOf("S", stir) }),
}

// dir is where the portfolios are, which all tests share.
var dir string

func TestMain(m *testing.M) {
	var err error
	if dir, err = os.MkdirTemp("", "recount"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

func exampleOf(size string, change func(*field.Tx) error) (e example, err error) {
	file, err := os.MkdirTemp(dir, size)
	if err != nil {
		return e, err
	}
	e.p, err = wiring.Services(wiring.Options{Who: "Test", Today: 20261121}).Example(context.Background(), filepath.Join(file, "a.itp"), size, 1)
	if err != nil {
		return e, err
	}
	if change != nil {
		if _, err := e.p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Mer att räkna", change(tx) }); err != nil {
			return e, err
		}
	}
	var out bytes.Buffer
	if err := export.JSON(e.p, &out); err != nil {
		return e, err
	}
	d, err := recount.Read(&out)
	if err != nil {
		return e, err
	}
	e.d = *d
	return e, nil
}

// of gives an example; its document is the caller's own to cut.
func of(t *testing.T, name string) (*app.Portfolio, *recount.Document) {
	t.Helper()
	e, err := examples[name]()
	if err != nil {
		t.Fatal(err)
	}
	d := e.d
	return e.p, &d
}

// stir adds what the example has little of: costs on agreements of every sort, with and without
// shares, amounts on months beside those of the year, costs that several pay, and incomes.
func stir(tx *field.Tx) error {
	cost := func(owner field.ID, year int, pairs ...any) (field.ID, error) {
		r := field.NewRecord(economy.CostKind, tx.NewID()).Put(economy.CostOwner.Field, owner).Put(economy.CostYear.Field, int64(year)).Put(economy.CostType.Field, economy.Operations)
		for i := 0; i < len(pairs); i += 2 {
			r.Put(pairs[i].(*field.Field), pairs[i+1])
		}
		return r.ID, tx.Create(r)
	}
	units := tx.All(org.UnitKind)
	for i, a := range tx.All(agreement.Kind) {
		for year := 2025; year <= 2027; year += 1 + i%2 {
			v := money.Ore(1_234_567*(i+1) + year)
			if _, err := cost(a.ID, year, economy.CostBudget.Field, v, economy.CostForecast.Field, v+money.Ore(i%5*777_777), economy.CostActual.Field, v/2, economy.CostText.Field, "Avgift", economy.CostAccount.Field, []string{"6421 Licenser", "6910 Support och underhåll"}[i%2]); err != nil {
				return err
			}
		}
	}
	for i, s := range tx.All(system.Kind) {
		if i%3 != 0 {
			continue
		}
		for year := 2026; year <= 2027; year++ {
			id, err := cost(s.ID, year, economy.CostBudget.Field, money.Ore(10_000_001*(i+1)), economy.CostText.Field, "Delat")
			if err != nil {
				return err
			}
			for j, share := range []int64{3333, 6667} {
				r := field.NewRecord(economy.PayerKind, tx.NewID()).Put(economy.PayerOf.Field, id).Put(economy.PayerUnit.Field, units[(7*i+11*j)%len(units)].ID).Put(economy.PayerShare.Field, share)
				if err := tx.Create(r); err != nil {
					return err
				}
			}
			if _, err := cost(s.ID, year, economy.CostForecast.Field, money.Ore(55_555_500), economy.CostText.Field, "Månad"); err != nil {
				return err
			}
			for m := 1; m <= 4; m++ {
				if _, err := cost(s.ID, year, economy.CostMonth.Field, fmt.Sprint(m), economy.CostBudget.Field, money.Ore(3_333_333), economy.CostActual.Field, money.Ore(2_222_222*m), economy.CostText.Field, "Månad"); err != nil {
					return err
				}
			}
			if _, err := cost(s.ID, year, economy.CostSort.Field, "grant", economy.CostBudget.Field, money.Ore(-1_000_050)); err != nil {
				return err
			}
		}
	}
	return nil
}

// TestFrontIsRecounted holds the ledningsgrupp's first page, and the Budgetrapport's totals, against the JSON document.
func TestFrontIsRecounted(t *testing.T) {
	for _, size := range []string{"S", "M"} {
		p, d := of(t, size)
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

// TestTheBudgetReportIsRecounted holds every row of the Budgetrapport's tables against the JSON
// document: by unit, konto, system and insats, who pays, and the years ahead; of the year to plan,
// of the one that is and of one that has ended, of the whole municipality and of a unit.
func TestTheBudgetReportIsRecounted(t *testing.T) {
	const office, care = "Ekvalla kommun / Kommunstyrelsen / Kommunledningskontoret", "Ekvalla kommun / Socialnämnden / Socialförvaltningen"
	for _, c := range []struct {
		example, unit string
		year, rows    int // rows: at least so many in all
	}{
		{"S", "", 2027, 150}, {"S", "", 2026, 150}, {"S", "", 2025, 120}, {"S", office, 2026, 60}, {"S", care, 2026, 20}, {"S", care, 2025, 20},
		{"M", "", 2027, 1100}, {"M", care, 2025, 150},
		{"S with more agreements, months and payers", "", 2027, 150}, {"S with more agreements, months and payers", "", 2026, 150}, {"S with more agreements, months and payers", "", 2025, 120},
		{"S with more agreements, months and payers", office, 2027, 60}, {"S with more agreements, months and payers", care, 2026, 20},
	} {
		what := fmt.Sprintf("%s %s %d", c.example, c.unit, c.year)
		p, d := of(t, c.example)
		sets := map[string]string{"ar": fmt.Sprint(c.year)}
		if c.unit != "" {
			sets["enhet"] = c.unit
		}
		doc, err := reports.Build(p, "budget", reports.Options{Draft: true, Sets: sets})
		if err != nil {
			t.Fatal(err)
		}
		text := whole(doc)
		tables, figures := d.BudgetReport(c.year, c.unit, recount.Standard)
		rows := 0
		for _, table := range tables {
			rows += len(table.Rows)
			for _, lack := range recount.CheckTable(table, text) {
				t.Errorf("%s lacks %s", what, lack)
			}
		}
		if rows < c.rows || len(tables) < 6 {
			t.Errorf("%s: only %d rows in %d tables", what, rows, len(tables))
		}
		for _, lack := range recount.Check(figures, strings.ReplaceAll(text, "\n", " ")) {
			t.Errorf("%s lacks %s", what, lack)
		}
		every := d.Costs
		d.Costs = nil
		for i, c := range every {
			if i%2 == 0 {
				d.Costs = append(d.Costs, c)
			}
		}
		others, _ := d.BudgetReport(c.year, c.unit, recount.Standard)
		for _, table := range others {
			if len(recount.CheckTable(table, text)) == 0 && table.Width() > 3 {
				t.Errorf("%s: %s of another portfolio are the same", what, table.Head)
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

// page is the text of the first page, and whole that of all, what is on one line joined with " | ".
func page(doc *pdf.Doc) string { return written(doc.Pages()[0]) }

func whole(doc *pdf.Doc) string {
	var out []string
	for _, p := range doc.Pages() {
		out = append(out, written(p))
	}
	return strings.Join(out, "\n")
}

func written(p pdf.Page) string {
	at := map[float64]int{}
	var lines []string
	for _, it := range p.Items {
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
