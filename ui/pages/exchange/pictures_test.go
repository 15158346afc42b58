package exchange_test

import (
	"context"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/ui/pages/exchange"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/uitest"
)

// TestPictures draws every state of the page, for looking at.
func TestPictures(t *testing.T) {
	if uitest.Pictures() == "" {
		t.Skip("ITP_PICTURES is not set")
	}
	p := uitest.Open(t)
	if _, err := p.Create(context.Background(), org.PersonKind, []app.Assignment{
		{Column: field.Column{Field: org.PersonName.Field}, Text: "Anna Ek"},
		{Column: field.Column{Field: org.PersonEmail.Field}, Text: "anna.ek2@ekvalla.example"}}); err != nil {
		t.Fatal(err)
	}
	w := &world{book: book()}
	s := open(t, p, w)
	s.Go("exchange", "import")
	uitest.Both(t, s, "exchange-1-file")
	drop(s, "/tmp/systemlista.xlsx")
	uitest.Both(t, s, "exchange-2-mapping")
	uitest.Shoot(t, s, "exchange-2-mapping-wide", theme.Light, 2560, 1440)
	w.book = bookOf("Blad1", [][]string{{"12", "45", "2026"}, {"13", "46", "2027"}, {"14", "47", "2028"}})
	drop(s, "/tmp/siffror.xlsx")
	uitest.Both(t, s, "exchange-2-problem")
	w.book = book()
	drop(s, "/tmp/systemlista.xlsx")
	exchange.Step(s, 2)
	exchange.Row(s, 0)
	uitest.Both(t, s, "exchange-3-preview")
	for _, view := range []string{"questions", "errors", "remarks", "units"} {
		exchange.View(s, view)
		uitest.Shoot(t, s, "exchange-3-"+view, theme.Light, 1366, 768)
	}
	s.Window.Canvas().Unfocus()
	exchange.Apply(s)
	uitest.Both(t, s, "exchange-4-done")
	w.book = ownBook(t, p)
	drop(s, "/tmp/ekvalla.xlsx")
	uitest.Shoot(t, s, "exchange-2-sheets", theme.Light, 1366, 768)
	s.Go("exchange", "export")
	uitest.Both(t, s, "exchange-5-export")
	uitest.Shoot(t, s, "exchange-5-export-wide", theme.Light, 2560, 1440)
}
