package intake_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

func TestTablesBesideAreReadEachForItself(t *testing.T) {
	w := intaketest.New()
	r := imported(t, w, book(table("Läget",
		"System|Leverantör|Systemägare||Insats|Projektledare|Start", "Lön|CGI|Bo Ek||Byta lön|Eva Lind|2027-01-01", "Kart||Bo Ek||Ny karta|Eva Lind|2027-03-01", "||||Flytta|Eva Lind|2027-05-01")), intake.Options{})
	if len(w.All(system.Kind)) != 2 || len(w.All(plan.Kind)) != 3 || r.RowsRead != 5 {
		t.Errorf("%d systems, %d initiatives, %d rows", len(w.All(system.Kind)), len(w.All(plan.Kind)), r.RowsRead)
	}
	if got := plan.Start.Get(only(t, w, plan.Kind, "Ny karta")); got != 20270301 {
		t.Errorf("starts %v", got)
	}
}

func TestTableBesideThatIsntReadIsNamed(t *testing.T) {
	w := intaketest.New()
	r := imported(t, w, book(table("Läget", "System|Leverantör||Insats|Färg|Form|Smak", "Lön|CGI||Byta|Röd|Rund|Söt", "|||Köpa|Blå|Sned|Sur")), intake.Options{})
	if len(w.All(system.Kind)) != 1 || len(w.All(plan.Kind)) != 0 || len(r.Unread) != 1 {
		t.Fatalf("%d systems, unread %v", len(w.All(system.Kind)), r.Unread)
	}
	if u := r.Unread[0]; u.Part != ask.TablePart || u.Name != "D1:G3 (Insats)" || !strings.HasPrefix(u.Why, "Tabellen är inte läst") {
		t.Errorf("unread: %+v", u)
	}
}

func TestListThatGoesOnBesideItself(t *testing.T) {
	w := intaketest.New()
	r := imported(t, w, book(table("Alla", "System|Leverantör|System|Leverantör", "Lön|CGI|Kart|Atea", "Bygg|CGI|Skola|Atea")), intake.Options{})
	if len(w.All(system.Kind)) != 4 || len(r.Questions) != 0 {
		t.Errorf("%d systems, asked %v", len(w.All(system.Kind)), r.Questions)
	}
}

func TestTableOnItsSide(t *testing.T) {
	w := intaketest.New()
	r := imported(t, w, book(table("Tabell", "System|Lön|Kart", "Leverantör|CGI|Atea", "Systemägare|Bo Ek|Eva Lind", "Avtal till|2027-12-31|2028-12-31")), intake.Options{})
	if r.New != 2 || len(r.Remarks) == 0 || !strings.Contains(r.Remarks[0].Message, "på tvären") {
		t.Errorf("%d new, told %v", r.New, r.Remarks)
	}
	only(t, w, system.Kind, "Kart")
	if len(w.Named(system.Kind, "Leverantör")) != 0 || len(w.All(org.PersonKind)) != 2 {
		t.Error("a field was taken for a system")
	}
	_, err := intake.Plan(context.Background(), w, book(table("Tabell", "Leverantör|CGI|Atea", "Systemägare|Bo Ek|Eva Lind", "Avtal till|2027-12-31|2028-12-31")), intake.Options{}, nil)
	if err == nil || !strings.Contains(err.Error(), "ligger på tvären") || !strings.Contains(err.Error(), "Transponera") {
		t.Errorf("without names: %v", err)
	}
}

func TestOnlyHeadings(t *testing.T) {
	none := table("Tom", "System|Leverantör|Systemägare")
	_, err := intake.Plan(context.Background(), intaketest.New(), book(none), intake.Options{}, nil)
	if err == nil || !strings.Contains(err.Error(), "inga rader under rubrikerna") {
		t.Errorf("alone: %v", err)
	}
	w := intaketest.New()
	r := imported(t, w, book(none, table("Full", "System|Leverantör", "Lön|CGI")), intake.Options{})
	if r.New != 1 || len(r.Unread) != 1 || r.Unread[0].Name != "Tom" || !strings.Contains(r.Unread[0].Why, "inga rader") {
		t.Errorf("beside another: %d new, unread %v", r.New, r.Unread)
	}
}

func TestAnAmountOverSeveralRowsIsTold(t *testing.T) {
	for _, c := range []struct {
		name   string
		merged []sheet.Area
		told   int
	}{
		{"an amount", []sheet.Area{{Left: 2, Top: 2, Right: 2, Bottom: 3}}, 1},
		{"a supplier", []sheet.Area{{Left: 1, Top: 2, Right: 1, Bottom: 3}}, 0},
		{"the name too", []sheet.Area{{Left: 0, Top: 2, Right: 0, Bottom: 3}, {Left: 2, Top: 2, Right: 2, Bottom: 3}}, 0},
	} {
		w := intaketest.New()
		sh := table("Alla", "System|Leverantör|Driftbudget 2027", "Ekot|CGI|#300", "Kart||", "Bygg|CGI|#50")
		if sh.Merged = c.merged; len(c.merged) > 1 {
			sh.Rows[2].Cells[0] = sheet.Cell{}
		}
		r := imported(t, w, book(sh), intake.Options{})
		told := 0
		for _, m := range r.Remarks {
			if strings.Contains(m.Message, "2 gånger") && m.Row == 2 {
				told++
			}
		}
		if told != c.told {
			t.Errorf("%s: told %v", c.name, r.Remarks)
		}
	}
}

func TestMergedAndRepeatedCellsMeanTheValueAbove(t *testing.T) {
	w := intaketest.New()
	sh := table("Alla", "Enhet|System|Leverantör|Systemägare", "Omsorgen|Lön|CGI|Bo Ek", `|Kart|"|dito`, `|Bygg|se ovan|Eva Lind`)
	sh.Merged = []sheet.Area{{Left: 0, Top: 2, Right: 0, Bottom: 4}}
	r := imported(t, w, book(sh), intake.Options{})
	if r.New != 3 || len(w.All(org.UnitKind)) != 1 || len(w.All(org.PersonKind)) != 2 {
		t.Errorf("%d new, %d units, %d persons", r.New, len(w.All(org.UnitKind)), len(w.All(org.PersonKind)))
	}
	for _, name := range []string{"Lön", "Kart", "Bygg"} {
		s := only(t, w, system.Kind, name)
		if got := system.Supplier.Field.Show(w, s.Get(system.Supplier.Field)); !strings.Contains(got, "CGI") || s.Home() == "" {
			t.Errorf("%s: supplier %q, unit %q", name, got, s.Home())
		}
	}
	if len(r.Remarks) != 1 || r.Remarks[0].Row != 4 || !strings.Contains(r.Remarks[0].Message, "”CGI”") {
		t.Errorf("told %v", r.Remarks)
	}
}
