package corpustest

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"itportfoljen/app/demo"
	"itportfoljen/app/economy"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/assets"
	"itportfoljen/data/csv"
	"itportfoljen/data/excel"
)

// exported writes a portfolio as a workbook and reads it back.
func exported(t testing.TB, w field.World, o export.Options) *sheet.Book {
	t.Helper()
	var b bytes.Buffer
	if err := excel.Write(context.Background(), &b, export.Book(w, o), nil); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "portfolj.xlsx")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := excel.Read(context.Background(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// unchanged checks that reading an exported book back changes nothing.
func unchanged(t testing.TB, w field.World, book *sheet.Book) *intake.Result {
	t.Helper()
	r := planned(t, w, book, intake.Options{})
	if len(r.Changes) != 0 || r.New != 0 || r.Changed != 0 {
		t.Errorf("%d changes: %d new, %d changed", len(r.Changes), r.New, r.Changed)
	}
	for _, s := range r.Sheets {
		t.Logf("%s (%s): %d rows, %d new, %d changed, %d unchanged, %d skipped", s.Sheet, s.Kind.Plural, s.RowsRead, s.New, s.Changed, s.Unchanged, len(s.Skipped()))
		for i, row := range s.Rows {
			if row.Status != intake.Unchanged && i < 20 {
				t.Logf("  %d %s %s %s %v", row.Number, row.Name, row.Status, row.Reason, row.Cells)
			}
		}
	}
	for i, e := range r.Errors {
		if i < 10 {
			t.Errorf("row %d %s %q: %s", e.Row, e.Column, e.Value, e.Message)
		}
	}
	return r
}

func TestExportOfCorpusComesBack(t *testing.T) {
	w := intaketest.New()
	w.Apply(t, planned(t, w, read(t, "inventory/systemlista_ekvalla.xlsx"), intake.Options{KeepUnmatched: true}).Changes)
	w.Apply(t, planned(t, w, read(t, "plan/it-verksamhetsplan_ekvalla.xlsx"), intake.Options{}).Changes)
	r := unchanged(t, w, exported(t, w, export.Options{What: export.All}))
	if len(r.Sheets) < 5 {
		t.Errorf("only %d sheets", len(r.Sheets))
	}
}

func TestPlainSheetComesBack(t *testing.T) {
	w := demoWorld(t)
	for _, k := range []*field.Kind{org.UnitKind, org.PersonKind, system.Kind, plan.Kind, economy.CostKind, frame.Kind} {
		t.Run(k.Plural, func(t *testing.T) {
			var b bytes.Buffer
			if err := csv.Write(&b, export.Table(w, k, nil, w.All(k))); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "lista.csv")
			if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			book, err := csv.Read(context.Background(), path, nil)
			if err != nil {
				t.Fatal(err)
			}
			if r := unchanged(t, w, book); r.Kind != k {
				t.Errorf("taken for %s", r.Kind.Plural)
			}
		})
	}
}

// demoWorld is a made-up municipality with every field in use.
func demoWorld(t testing.TB) *intaketest.World {
	t.Helper()
	w := intaketest.New()
	model, err := governance.Parse(assets.Must("models/danderyd.json"))
	if err != nil {
		t.Fatal(err)
	}
	w.Model = model
	var changes []field.Change
	for _, r := range demo.Generate(demo.S, 1, w.Today(), model, w.NewID) {
		if r.Kind != settings.Kind {
			changes = append(changes, field.Change{Op: field.Create, Kind: r.Kind, ID: r.ID, Record: r})
		}
	}
	w.Apply(t, changes)
	return w
}

func TestExportOfDemoComesBack(t *testing.T) {
	w := demoWorld(t)
	unchanged(t, w, exported(t, w, export.Options{What: export.All}))
}

func TestExportFillsAnEmptyPortfolio(t *testing.T) {
	from := demoWorld(t)
	book := exported(t, from, export.Options{What: export.All})
	to := intaketest.New()
	to.Model = from.Model
	r := planned(t, to, book, intake.Options{})
	for i, e := range r.Errors {
		if i < 10 {
			t.Errorf("row %d %s %q: %s", e.Row, e.Column, e.Value, e.Message)
		}
	}
	to.Apply(t, r.Changes)
	for _, k := range []*field.Kind{org.UnitKind, org.PersonKind, system.Kind, plan.Kind} {
		if a, b := len(from.All(k)), len(to.All(k)); a != b {
			t.Errorf("%s: %d became %d", k.Many, a, b)
		}
	}
	for i, r := range from.All(system.Kind) {
		for _, f := range system.Kind.Fields() {
			if i >= len(to.All(system.Kind)) || f.Hidden {
				continue
			}
			got := to.All(system.Kind)[i]
			if a, b := f.Show(from, f.Value(from, r, 0)), f.Show(to, f.Value(to, got, 0)); a != b {
				t.Errorf("%s of %s: %q became %q", f.Key, r.Name(), a, b)
			}
		}
	}
}

// cellAt finds the cell of a column in the first row with something in it.
func cellAt(t testing.TB, book *sheet.Book, name, heading string) *sheet.Cell {
	t.Helper()
	for i := range book.Sheets {
		if book.Sheets[i].Name != name {
			continue
		}
		column := -1
		for _, r := range book.Sheets[i].Rows {
			for j := range r.Cells {
				if column < 0 && r.Cells[j].Text == heading {
					column = j
				} else if j == column && !r.Cells[j].IsEmpty() {
					return &r.Cells[j]
				}
			}
		}
	}
	t.Fatalf("no column %s in %s", heading, name)
	return nil
}

func TestOneEditedCellIsOneChange(t *testing.T) {
	w := demoWorld(t)
	for _, c := range []struct {
		sheet, heading string
		cell           sheet.Cell
	}{
		{"Systemportfölj", "Driftbudget 2027", sheet.Dec("4711.5", 4711.5)},
		{"Kostnader", "Budget", sheet.Dec("4712", 4712)},
		{"Systemportfölj", "Leverantör", sheet.Str("Nya Bolaget AB")},
		{"Systemportfölj", "Användare", sheet.Dec("12", 12)},
		{"IT-verksamhetsplan", "Insats", sheet.Str("Ett nytt namn")},
		{"Personer", "Namn", sheet.Str("Nytt Namn")},
		{"Enheter", "Ansvarskod", sheet.Str("99")},
	} {
		t.Run(c.sheet+" "+c.heading, func(t *testing.T) {
			book := exported(t, w, export.Options{What: export.All})
			*cellAt(t, book, c.sheet, c.heading) = c.cell
			r := planned(t, w, book, intake.Options{})
			named := 0 // is made with it
			for _, m := range r.Made {
				named += len(m.Names)
			}
			if len(r.Changes) != 1+named || r.Changed != 1 || r.New != 0 || len(r.Errors) != 0 {
				t.Errorf("%d changes, %d changed rows, %d new, errors %v", len(r.Changes), r.Changed, r.New, r.Errors)
			}
		})
	}
}
