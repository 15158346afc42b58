package intake_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// table makes a sheet of lines with cells parted by "|"; "#1.5" is a number.
func table(name string, lines ...string) sheet.Sheet {
	sh := sheet.Sheet{Name: name}
	for i, line := range lines {
		row := sheet.Row{Number: i + 1}
		for _, s := range strings.Split(line, "|") {
			row.Cells = append(row.Cells, cell(s))
		}
		if strings.Trim(line, "|") != "" {
			sh.Rows = append(sh.Rows, row)
		}
	}
	return sh
}

func cell(s string) sheet.Cell {
	if n, ok := strings.CutPrefix(s, "#"); ok {
		if strings.HasPrefix(n, "N/A") {
			return sheet.Cell{Kind: sheet.Error, Text: s}
		}
		var f float64
		fmt.Sscan(n, &f)
		return sheet.Dec(n, f)
	}
	return sheet.Str(strings.ReplaceAll(s, `\n`, "\n"))
}

func book(sheets ...sheet.Sheet) *sheet.Book {
	return &sheet.Book{Name: "bok.xlsx", Format: "xlsx", Sheets: sheets}
}

func planned(t testing.TB, w field.World, b *sheet.Book, o intake.Options) *intake.Result {
	t.Helper()
	r, err := intake.Plan(context.Background(), w, b, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	if sum := r.New + r.Changed + r.Unchanged + len(r.Skipped()); sum != r.RowsRead {
		t.Errorf("%d rows read, but %d accounted for", r.RowsRead, sum)
	}
	return r
}

// imported plans and carries out, and checks that doing it again does nothing.
func imported(t testing.TB, w *intaketest.World, b *sheet.Book, o intake.Options) *intake.Result {
	t.Helper()
	r := planned(t, w, b, o)
	w.Apply(t, r.Changes)
	again := planned(t, w, b, o)
	if again.New != 0 || again.Changed != 0 || len(again.Changes) != 0 {
		t.Errorf("a second import: %d new, %d changed, %d changes", again.New, again.Changed, len(again.Changes))
		for _, row := range again.Rows {
			t.Logf("%d %s %s: %v", row.Number, row.Name, row.Status, row.Cells)
		}
	}
	return r
}

func BenchmarkPlan(b *testing.B) {
	lines := []string{"Namn|Organisation|Systemägare|Systemförvaltare|Teknisk systemförvaltare|Leverantör|Användare|Livscykel|Kritiskt|K|R|T|S|Driftbudget|Utvecklingsbudget|Avtal till|Uppsägningstid|Driftform|Beskrivning|Anteckningar|Taggar|Kategori|Personuppgifter|Avvecklingsår|Drift år|Anpassningsbart|Inlåsning|AI-risk|IT-bedömning|Klassad av"}
	for i := range 10000 {
		lines = append(lines, fmt.Sprintf("System %d|Kommunen / Förvaltning %d / Enhet %d|Anna Ek%d (anna.ek%d@x.se)|Berg%d, Åsa|Örjan Sten%d|Nordkod AB|%d|I förvaltning|Ja|3|2|1|0|%d 000|12 tkr|2027-12-31|3|Molntjänst|Används varje dag av många i verksamheten %d|Uppgradering våren 2027|skola, vård|Kärna|Ja|2030|2018|Delvis|Nej|Minimal risk|Vet ej|Klassgruppen",
			i, i%12, i%90, i%400, i%400, i%300, i%200, i%900, i%800+1, i))
	}
	bk, w := book(table("Systemlista", lines...)), intaketest.New()
	b.Run("new", func(b *testing.B) {
		for range b.N {
			planned(b, w, bk, intake.Options{})
		}
	})
	w.Apply(b, planned(b, w, bk, intake.Options{}).Changes)
	b.Run("again", func(b *testing.B) {
		for range b.N {
			planned(b, w, bk, intake.Options{})
		}
	})
}

func TestATableWithoutAKnownHeadingIsForeign(t *testing.T) {
	cases := []struct {
		name    string
		rows    [][]string
		o       intake.Options
		foreign bool
	}{
		{"letters for headings", [][]string{{"a", "b", "c"}, {"ett", "2", "3"}}, intake.Options{}, true},
		{"one heading that we know", [][]string{{"Systemnamn", "b"}, {"ett", "2"}}, intake.Options{}, false},
		{"chosen by the user", [][]string{{"a", "b"}, {"ett", "2"}}, intake.Options{Map: map[string]string{"a": "name"}}, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			book := &sheet.Book{Sheets: []sheet.Sheet{{Name: "Blad1"}}}
			for i, row := range c.rows {
				r := sheet.Row{Number: i + 1}
				for _, s := range row {
					r.Cells = append(r.Cells, sheet.Str(s))
				}
				book.Sheets[0].Rows = append(book.Sheets[0].Rows, r)
			}
			res, err := intake.Plan(context.Background(), intaketest.New(), book, c.o, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := res.Foreign() != nil; got != c.foreign {
				t.Errorf("foreign: %v, want %v", got, c.foreign)
			}
		})
	}
}
