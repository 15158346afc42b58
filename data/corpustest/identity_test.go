package corpustest

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/data/csv"
)

// another is a portfolio that has nothing to do with those that apptest.Empty gives.
func another(t *testing.T) *app.Portfolio {
	t.Helper()
	return apptest.Begin(t, apptest.NewStore().Reopen().Reopen(), apptest.Model())
}

// asCSV writes a portfolio's systems as CSV and reads them back.
func asCSV(t testing.TB, w field.World) *sheet.Book {
	t.Helper()
	var b bytes.Buffer
	if err := csv.Write(&b, export.Book(w, export.Options{What: export.Of(system.Kind)}).Sheets[0]); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "system.csv")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := csv.Read(context.Background(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func carriedOut(t *testing.T, p *app.Portfolio, r *intake.Result) {
	t.Helper()
	if _, err := p.Apply(context.Background(), "Prov", r.Changes); err != nil {
		t.Fatal(err)
	}
}

func namesIn(p *app.Portfolio) string {
	var out []string
	for _, r := range p.All(system.Kind) {
		out = append(out, r.Ref+" "+r.Name())
	}
	return strings.Join(out, ", ")
}

// TestAListOfAnotherPortfolio names by SYS-0001 what is something else here: nothing is
// written over, and read once more it is known again.
func TestAListOfAnotherPortfolio(t *testing.T) {
	for name, book := range map[string]func(testing.TB, *app.Portfolio) *sheet.Book{
		"workbook": func(t testing.TB, p *app.Portfolio) *sheet.Book { return exported(t, p, export.Options{}) },
		"csv":      func(t testing.TB, p *app.Portfolio) *sheet.Book { return asCSV(t, p) },
	} {
		here, there := apptest.Empty(t), another(t)
		bus := apptest.Add(t, here, system.Kind, system.Name, "Bussvärdinnan", system.Users, int64(40))
		office := apptest.Add(t, there, org.UnitKind, org.UnitName, "Badet")
		pool := apptest.Add(t, there, system.Kind, system.Name, "Simkassan", system.Users, int64(7))
		apptest.Add(t, there, plan.Kind, plan.Name, "Ny kassa", plan.Systems, []field.ID{pool.ID})
		r := planned(t, here, book(t, there), intake.Options{})
		if len(r.Questions) != 0 || !slices.ContainsFunc(r.Remarks, told("Bussvärdinnan")) {
			t.Errorf("%s: asked %v, told %v", name, r.Questions, r.Remarks)
		}
		carriedOut(t, here, r)
		if got := namesIn(here); got != "SYS-0001 Bussvärdinnan, SYS-0002 Simkassan" || here.Get(bus.ID).Get(system.Users.Field) != bus.Get(system.Users.Field) {
			t.Errorf("%s: here are %s", name, got)
		}
		if here.Get(pool.ID) == nil || name == "workbook" && here.Get(office.ID) == nil {
			t.Errorf("%s: it isn't the same there as here", name)
		}
		for _, i := range here.All(plan.Kind) {
			if got := plan.Systems.Value(here, i, 0); !field.Equal(got, []field.ID{pool.ID}) {
				t.Errorf("%s: the insats is about %v", name, got)
			}
		}
		if r := planned(t, here, book(t, there), intake.Options{}); r.New+r.Changed+len(r.Questions) != 0 {
			t.Errorf("%s: read again %d are new, %d changed", name, r.New, r.Changed)
		}
	}
}

func told(word string) func(ask.Issue) bool {
	return func(i ask.Issue) bool { return strings.Contains(i.Message, word) }
}

// sheetOf is the list of systems in a book.
func sheetOf(b *sheet.Book) *sheet.Sheet {
	return &b.Sheets[slices.IndexFunc(b.Sheets, func(s sheet.Sheet) bool { return s.Name == system.Kind.Sheet })]
}

// eachRow changes the cells of every row.
func eachRow(s *sheet.Sheet, change func(r sheet.Row) []sheet.Cell) {
	for i := range s.Rows {
		s.Rows[i].Cells = change(s.Rows[i])
	}
}

// without is a row without a column.
func without(at int) func(sheet.Row) []sheet.Cell {
	return func(r sheet.Row) []sheet.Cell {
		cells := slices.Clone(r.Cells)
		if at < 0 {
			return cells[:len(cells)+at]
		}
		return slices.Delete(cells, at, at+1)
	}
}

// TestOurOwnBookComesBack however somebody has arranged it.
func TestOurOwnBookComesBack(t *testing.T) {
	for name, touch := range map[string]func(*sheet.Book, *sheet.Sheet){
		"as it is": func(*sheet.Book, *sheet.Sheet) {},
		"sorted": func(_ *sheet.Book, s *sheet.Sheet) {
			slices.Reverse(s.Rows[1:])
			renumber(s)
		},
		"rows deleted": func(_ *sheet.Book, s *sheet.Sheet) { s.Rows = slices.Delete(s.Rows, 2, 3) },
		"columns moved": func(_ *sheet.Book, s *sheet.Sheet) {
			eachRow(s, func(r sheet.Row) []sheet.Cell { c := slices.Clone(r.Cells); slices.Reverse(c); return c })
		},
		"a column added": func(_ *sheet.Book, s *sheet.Sheet) {
			eachRow(s, func(r sheet.Row) []sheet.Cell {
				return slices.Insert(slices.Clone(r.Cells), 2, sheet.Str([]string{"Vad vi tycker", "Bra"}[min(r.Number-1, 1)]))
			})
		},
		"without references": func(_ *sheet.Book, s *sheet.Sheet) { eachRow(s, without(0)) },
		"without identities": func(_ *sheet.Book, s *sheet.Sheet) { eachRow(s, without(-1)) },
		"a sheet renamed":    func(_ *sheet.Book, s *sheet.Sheet) { s.Name = "Våra system" },
		"a title above": func(_ *sheet.Book, s *sheet.Sheet) {
			s.Rows = slices.Insert(s.Rows, 0, sheet.Row{Cells: []sheet.Cell{sheet.Str("Till mötet")}})
			renumber(s)
		},
		"the key sheet lost": func(b *sheet.Book, _ *sheet.Sheet) {
			b.Sheets = slices.DeleteFunc(b.Sheets, func(s sheet.Sheet) bool { return s.Hidden })
		},
		"only the list is there": func(b *sheet.Book, s *sheet.Sheet) { b.Sheets = []sheet.Sheet{*s} },
	} {
		p := apptest.Empty(t)
		unit := apptest.Add(t, p, org.UnitKind, org.UnitName, "Omsorgen")
		for _, s := range []string{"Kartan", "Tavlan", "Boken"} {
			apptest.Add(t, p, system.Kind, system.Name, s, system.OwnerUnit, unit.ID)
		}
		b := exported(t, p, export.Options{})
		touch(b, sheetOf(b))
		r := planned(t, p, b, intake.Options{})
		if r.New+r.Changed+len(r.Questions)+len(r.Skipped()) != 0 || r.RowsRead == 0 {
			t.Errorf("%s: %d new, %d changed, asked %v, skipped %v", name, r.New, r.Changed, r.Questions, r.Skipped())
		}
	}
}

func renumber(s *sheet.Sheet) {
	for i := range s.Rows {
		s.Rows[i].Number = i + 1
	}
}

// TestACopiedRowIsANewSystem when its reference is taken away, as the workbook says.
func TestACopiedRowIsANewSystem(t *testing.T) {
	p := apptest.Empty(t)
	apptest.Add(t, p, system.Kind, system.Name, "Kartan")
	b := exported(t, p, export.Options{})
	s := sheetOf(b)
	made := sheet.Row{Number: len(s.Rows) + 1, Cells: slices.Clone(s.Rows[1].Cells)}
	made.Cells[0], made.Cells[1] = sheet.Cell{}, sheet.Str("Globen")
	s.Rows = append(s.Rows, made)
	carriedOut(t, p, planned(t, p, b, intake.Options{}))
	if got := namesIn(p); got != "SYS-0001 Kartan, SYS-0002 Globen" {
		t.Errorf("there are %s", got)
	}
}

// TestANewNameInOurOwnBook is a change; in a list that anybody may have made it is asked
// about, once for all rows.
func TestANewNameInOurOwnBook(t *testing.T) {
	p := apptest.Empty(t)
	for _, s := range []string{"Kartan", "Tavlan"} {
		apptest.Add(t, p, system.Kind, system.Name, s)
	}
	rename := func(b *sheet.Book) *sheet.Book {
		s := &b.Sheets[0]
		if len(b.Sheets) > 1 {
			s = sheetOf(b)
		}
		for i, name := range []string{"Globen", "Brevduvan"} {
			s.Rows[i+1].Cells[1] = sheet.Str(name)
		}
		return b
	}
	for _, b := range []*sheet.Book{rename(exported(t, p, export.Options{})), rename(asCSV(t, p))} {
		if r := planned(t, p, b, intake.Options{}); r.Changed != 2 || r.New != 0 || len(r.Questions) != 0 {
			t.Errorf("%s: %d new, %d changed, asked %v", b.Format, r.New, r.Changed, r.Questions)
		}
	}
	b := &sheet.Book{Name: "lista.csv", Format: "csv", Sheets: []sheet.Sheet{{Name: "lista", Rows: []sheet.Row{
		{Number: 1, Cells: []sheet.Cell{sheet.Str("Referens"), sheet.Str("System")}},
		{Number: 2, Cells: []sheet.Cell{sheet.Str("SYS-0001"), sheet.Str("Globen")}},
		{Number: 3, Cells: []sheet.Cell{sheet.Str("SYS-0002"), sheet.Str("Brevduvan")}},
	}}}}
	r := planned(t, p, b, intake.Options{})
	if len(r.Questions) != 1 || !slices.Equal(r.Questions[0].Rows, []int{2, 3}) || len(r.Skipped()) != 2 || len(r.Changes) != 0 {
		t.Fatalf("asked %v, %d changes", r.Questions, len(r.Changes))
	}
	for answer, want := range map[string][2]int{"same": {0, 2}, "other": {2, 0}} {
		r := planned(t, p, b, intake.Options{Answers: map[string]string{r.Questions[0].ID: answer}})
		if r.New != want[0] || r.Changed != want[1] {
			t.Errorf("%s: %d new, %d changed", answer, r.New, r.Changed)
		}
	}
}
