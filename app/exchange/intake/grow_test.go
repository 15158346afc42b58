package intake_test

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// rowsOf is a book of n rows under headings parted by "|".
func rowsOf(headings string, n int, row func(i int) []string) *sheet.Book {
	s := sheet.Sheet{Name: "Blad1"}
	add := func(cells []string) {
		r := sheet.Row{Number: len(s.Rows) + 1}
		for _, c := range cells {
			r.Cells = append(r.Cells, sheet.Str(c))
		}
		s.Rows = append(s.Rows, r)
	}
	add(strings.Split(headings, "|"))
	for i := range n {
		add(row(i))
	}
	return &sheet.Book{Name: "bok.xlsx", Format: "xlsx", Sheets: []sheet.Sheet{s}}
}

// person is a name of letters alone, another for each i.
func person(i int) string {
	w := []byte("Xaaaa")
	for k := 4; k > 0; k-- {
		w[k] = byte('a' + i%26)
		i /= 26
	}
	return string(w) + " Ek"
}

// hostile are books of n rows or names in which much is the same, or hangs
// together.
var hostile = map[string]func(n int) *sheet.Book{
	"a chain of units": func(n int) *sheet.Book {
		return rowsOf("Enhet|Hör till", n, func(i int) []string { return []string{fmt.Sprint("Enhet", i), fmt.Sprint("Enhet", i-1)} })
	},
	"chains of units, from below": func(n int) *sheet.Book {
		return rowsOf("Enhet|Hör till", n, func(i int) []string {
			if i%15 == 14 {
				return []string{fmt.Sprint("Enhet", n-i), ""}
			}
			return []string{fmt.Sprint("Enhet", n-i), fmt.Sprint("Enhet", n-i-1)}
		})
	},
	"paths of their own": func(n int) *sheet.Book {
		return rowsOf("System|Förvaltning", n, func(i int) []string {
			return []string{fmt.Sprint("System", i), fmt.Sprintf("Kommunen / F%d / Enhet%d", i, i*7%n)}
		})
	},
	"units of one name": func(n int) *sheet.Book {
		return rowsOf("Enhet|Hör till", n, func(i int) []string { return []string{"Enhet", fmt.Sprint("Förvaltning", (i*7)%n)} })
	},
	"paths that begin with a name that all have": func(n int) *sheet.Book {
		return rowsOf("System|Förvaltning", n, func(i int) []string {
			if i < n/2 {
				return []string{fmt.Sprint("System", i), fmt.Sprintf("Kommunen / F%d / Enhet", i)}
			}
			return []string{fmt.Sprint("System", i), fmt.Sprintf("Enhet / F%d", i)}
		})
	},
	"systems of one name": func(n int) *sheet.Book {
		return rowsOf("System|Förvaltning|Systemägare", n, func(i int) []string { return []string{"System", fmt.Sprint("Enhet ", i), "Anna Ek"} })
	},
	"new names": func(n int) *sheet.Book {
		return rowsOf("System|Förvaltning|Systemägare", n, func(i int) []string {
			return []string{"System " + person(i), "Kommunen / " + person(i+3), person(i) + "; " + person(i+1)}
		})
	},
	"persons in one cell": func(n int) *sheet.Book {
		var all []string
		for i := range n {
			all = append(all, person(i))
		}
		return rowsOf("System|Förvaltning|Systemägare", 2, func(i int) []string { return []string{fmt.Sprint("System", i), "Kommunen", strings.Join(all, "; ")} })
	},
	"namesakes with addresses": func(n int) *sheet.Book {
		return rowsOf("System|Förvaltning|Systemägare", n, func(i int) []string {
			return []string{fmt.Sprint("System", i), "Kommunen", fmt.Sprintf("Anna Ek <anna.ek%d@ekvalla.se>", i)}
		})
	},
	"namesakes, and rows that don't say whom": func(n int) *sheet.Book {
		return rowsOf("System|Förvaltning|Systemägare", n, func(i int) []string {
			if i < n/2 {
				return []string{fmt.Sprint("System", i), "Kommunen", fmt.Sprintf("Anna Ek <anna.ek%d@ekvalla.se>", i)}
			}
			return []string{fmt.Sprint("System", i), "Kommunen", "Anna Ek"}
		})
	},
	"amounts of one system": func(n int) *sheet.Book {
		return rowsOf("Gäller|År|Kostnadsslag|Budget|Konto", n, func(i int) []string { return []string{"Lönesystemet", "2027", "drift", "100", fmt.Sprint(i)} })
	},
}

// TestWorkGrowsWithTheFile: four times as much takes four times the memory to
// work out and carry out, take in again, change and take back, and not sixteen.
func TestWorkGrowsWithTheFile(t *testing.T) {
	const small, times, most = 400, 4, 7
	for name, book := range hostile {
		steps := func(n int) []uint64 { return taken(t, name, book(n)) }
		a, b := steps(small), steps(small*times)
		for i, step := range []string{"planning", "carrying out", "planning again", "changing all", "taking that back"} {
			if a[i] > 0 && b[i] > most*a[i]+1<<20 {
				t.Errorf("%s: %s takes %d bytes, and %d for %d times as much", name, step, a[i], b[i], times)
			}
		}
	}
}

// taken is how many bytes each step of an import asks for.
func taken(t *testing.T, name string, book *sheet.Book) (bytes []uint64) {
	t.Helper()
	ctx, p := context.Background(), apptest.Open(t)
	step := func(fn func() error) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := fn(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		runtime.ReadMemStats(&after)
		bytes = append(bytes, after.TotalAlloc-before.TotalAlloc)
	}
	var r *intake.Result
	plan := func() (err error) {
		r, err = intake.Plan(ctx, p, book, intake.Options{}, nil)
		return err
	}
	step(plan)
	step(func() error { _, err := p.Apply(ctx, "Prov", r.Changes); return err })
	step(plan)
	if len(r.Changes) != 0 {
		t.Errorf("%s: a second import changes %d", name, len(r.Changes))
	}
	f := r.Kind.Title()
	var ids []field.ID
	for _, x := range p.All(r.Kind) {
		ids = append(ids, x.ID)
	}
	step(func() error { _, err := p.SetMany(ctx, ids, field.Column{Field: f}, "Samma namn"); return err })
	step(func() error { _, err := p.Undo(ctx); return err })
	return bytes
}

// TestTooDeepUnits: what lies deeper than a path may be is told of, row by row,
// and the rest is read.
func TestTooDeepUnits(t *testing.T) {
	p := apptest.Empty(t)
	var path []string
	for i := range org.Deepest + 1 {
		path = append(path, fmt.Sprint("Nivå", i))
	}
	book := rowsOf("System|Förvaltning", 2, func(i int) []string {
		return []string{fmt.Sprint("System", i), strings.Join(path[:org.Deepest+i], " / ")}
	})
	r, err := intake.Plan(context.Background(), p, book, intake.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if r.New != 2 || len(madeOf(r, org.UnitKind)) != org.Deepest || len(r.Errors) != 1 || r.Errors[0].Row != 3 || !strings.Contains(r.Errors[0].Message, "ligger djupare än 20 led") {
		t.Errorf("%d systems, %d units, errors %+v", r.New, len(madeOf(r, org.UnitKind)), r.Errors)
	}
	if _, err := p.Apply(context.Background(), "Prov", r.Changes); err != nil {
		t.Error(err)
	}

	p = apptest.Empty(t)
	r, err = intake.Plan(context.Background(), p, hostile["a chain of units"](100), intake.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if skipped := len(r.Skipped()); skipped == 0 || r.New+skipped != 100 || !strings.Contains(r.Skipped()[0].Reason, "djupare än 20 led") {
		t.Errorf("of a chain of 100 %d are new and %d passed over", r.New, skipped)
	}
	if _, err := p.Apply(context.Background(), "Prov", r.Changes); err != nil {
		t.Error(err)
	}
}
