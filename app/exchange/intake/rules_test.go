package intake_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/sheet"
)

// applied reads a book into a real portfolio, which must take all that is planned.
func applied(t *testing.T, p *app.Portfolio, b *sheet.Book) *intake.Result {
	t.Helper()
	r, err := intake.Plan(context.Background(), p, b, intake.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Changes) > 0 {
		if _, err := p.Apply(context.Background(), "Prov", r.Changes); err != nil {
			t.Fatalf("the preview let through what the portfolio refuses: %v", err)
		}
	}
	if r.RowsRead != r.New+r.Changed+r.Unchanged+len(r.Skipped()) {
		t.Errorf("%d rows read, %d new, %d changed, %d unchanged, %d skipped", r.RowsRead, r.New, r.Changed, r.Unchanged, len(r.Skipped()))
	}
	return r
}

// What several rows together make impossible is told of the row that does, in the
// preview, and the others are read.
func TestRowsThatTogetherBreakARuleAreTold(t *testing.T) {
	p := apptest.Empty(t)
	applied(t, p, book(table("s", "System|Leverantör", "Ekot|CGI", "Vinden|CGI", "Lyran|CGI")))
	applied(t, p, book(table("Avtal", "Avtal|Avtal från|Avtal till", "Ramen|2026-01-01|2028-12-31")))
	const heads = "Avtal|System|Andel, %|Avser"
	r := applied(t, p, book(table("Avtalens system", heads, "Ramen|Ekot|#60|", "Ramen|Vinden|#50|", "Ramen|Lyran|#30|")))
	if r.New != 2 || len(r.Skipped()) != 1 || r.Skipped()[0].Number != 3 || !strings.Contains(r.Skipped()[0].Reason, "%") {
		t.Errorf("%d new, skipped %+v", r.New, r.Skipped())
	}
	r = applied(t, p, book(table("Avtalens system", heads, "Ramen|Lyran|#60|", "Ramen|Ekot|#30|"))) // they change places
	if r.Changed != 2 || len(r.Errors) != 0 {
		t.Errorf("%d changed, %+v", r.Changed, r.Errors)
	}
	r = applied(t, p, book(table("Avtalens system", heads, "Ramen|Vinden|#5|Drift", "Ramen|Vinden|#5|Licens")))
	if r.New != 1 || len(r.Skipped()) != 1 || !strings.Contains(r.Skipped()[0].Reason, "omfattar redan Vinden") {
		t.Errorf("%d new, skipped %+v", r.New, r.Skipped())
	}
	r = applied(t, p, book(table("Avtalens system", heads, "Ramen|Ekot|#90|")))
	if r.Unchanged != 1 || len(r.Errors) != 1 || r.Errors[0].Row != 2 {
		t.Errorf("%d unchanged, %+v", r.Unchanged, r.Errors)
	}
	if sum, n := agreement.Shares.Sum(p, p.Named(agreement.Kind, "Ramen")[0].ID); sum != 95 || n != 3 {
		t.Errorf("%d %% in %d", sum, n)
	}
}
