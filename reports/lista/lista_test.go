package lista_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/assets"
	"itportfoljen/reports/lista"
)

// TestAListBecomesAPaper: headings, rows and sums, however many columns there are, and with no
// rows at all.
func TestAListBecomesAPaper(t *testing.T) {
	p := apptest.Begin(t, apptest.NewStore(), assets.Must("models/danderyd.json"))
	for _, columns := range []int{1, 4, 30} {
		paper := app.Paper{Title: "System", Under: "2 av 4 system · Driftform: Molntjänst", Note: "Summa 2 000 kr"}
		var cells []string
		for i := range columns {
			paper.Columns = append(paper.Columns, app.PaperColumn{Head: strings.Repeat("Kolumn ", i%4+1), Right: i%3 == 2})
			cells = append(cells, "värde "+strings.Repeat("x", i%9))
		}
		for range 120 {
			paper.Rows = append(paper.Rows, app.PaperRow{Cells: []string{"Vård och omsorg · 12"}, Heading: true}, app.PaperRow{Cells: cells})
		}
		paper.Rows = append(paper.Rows, app.PaperRow{Cells: cells, Sum: true})
		doc, err := lista.Build(context.Background(), p, paper)
		if err != nil {
			t.Fatalf("%d columns: %v", columns, err)
		}
		data, err := doc.PDF()
		if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Fatalf("%d columns: %v", columns, err)
		}
	}
	if _, err := lista.Build(context.Background(), p, app.Paper{Title: "Tomt", Columns: []app.PaperColumn{{Head: "Namn"}}}); err != nil {
		t.Error(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := lista.Build(ctx, p, app.Paper{Title: "System", Columns: []app.PaperColumn{{Head: "Namn"}}, Rows: []app.PaperRow{{Cells: []string{"A"}}}}); err == nil {
		t.Error("one that is given up is made")
	}
}
