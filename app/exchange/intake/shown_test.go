package intake_test

import (
	"fmt"
	"testing"

	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// shownIn gives the number cells of a column a unit, or none.
func shownIn(sh sheet.Sheet, column int, unit sheet.Unit) sheet.Sheet {
	for _, r := range sh.Rows {
		if column < len(r.Cells) && r.Cells[column].Kind == sheet.Number {
			r.Cells[column].Unit = unit
		}
	}
	return sh
}

// budget is what the only system of a name has as its budget for 2027.
func budget(t *testing.T, w *intaketest.World, name string) money.Ore {
	t.Helper()
	for _, f := range w.Fields(system.Kind) {
		if f.Label == "Driftbudget" {
			o, _ := f.Value(w, only(t, w, system.Kind, name), 2027).(money.Ore)
			return o
		}
	}
	t.Fatal("no field for the budget")
	return 0
}

// The unit that a cell shows is the amount's, whatever the sheet's is.
func TestACellsOwnUnitIsItsAmounts(t *testing.T) {
	for _, c := range []struct {
		title, heading string
		unit           sheet.Unit
		want           money.Ore
	}{
		{"Systemlista", "Driftbudget 2027", sheet.NoUnit, 450_50},
		{"Systemlista", "Driftbudget 2027", sheet.Kr, 450_50},
		{"Systemlista", "Driftbudget 2027", sheet.Tkr, 450_500_00},
		{"Systemlista", "Driftbudget 2027", sheet.Mnkr, 450_500_000_00},
		{"Systemlista", "Driftbudget 2027", sheet.Whole, 450_50},
		{"Systemlista", "Driftbudget 2027 (tkr)", sheet.NoUnit, 450_500_00},
		{"Systemlista", "Driftbudget 2027 (tkr)", sheet.Tkr, 450_500_00},
		{"Systemlista", "Driftbudget 2027 (tkr)", sheet.Mnkr, 450_500_000_00},
		{"Systemlista", "Driftbudget 2027 (tkr)", sheet.Whole, 450_50}, // shown in thousands, as the heading says, and stored whole
		{"Systemlista, tkr", "Driftbudget 2027", sheet.Whole, 450_50},
		{"Systemlista, tkr", "Driftbudget 2027 (kr)", sheet.Kr, 450_50},
		{"Systemlista", "Driftbudget 2027 (kr)", sheet.Tkr, 450_500_00},
	} {
		w := intaketest.New()
		r := imported(t, w, book(shownIn(table(c.title, "System|"+c.heading, "Åkerbäret|#450.50", "Odon|#0"), 1, c.unit)), intake.Options{})
		if got := budget(t, w, "Åkerbäret"); got != c.want || len(r.Questions) != 0 || len(r.Errors) != 0 {
			t.Errorf("%s, %s, unit %d: %s kr, %v %v", c.title, c.heading, c.unit, got.Exact(), r.Questions, r.Errors)
		}
	}
}

// A heading in tkr over cells in kr is asked about, once for all columns.
func TestAUnitThatTheHeadingContradictsIsAskedAbout(t *testing.T) {
	sh := func() sheet.Sheet {
		s := table("Lista", "System|Driftbudget 2027 (tkr)|Driftbudget 2026 (tkr)", "Åkerbäret|#450|#400", "Odon|#0|#20", "Summa|#450|#420")
		return shownIn(shownIn(s, 1, sheet.Kr), 2, sheet.Kr)
	}
	for answer, want := range map[string]money.Ore{"": 0, "tkr": 450_000_00, "kr": 450_00} {
		w := intaketest.New()
		o := intake.Options{}
		if answer != "" {
			o.Answers = map[string]string{"unit_shown_tkr": answer}
		}
		r := imported(t, w, book(sh()), o)
		if got := budget(t, w, "Åkerbäret"); got != want || len(r.Questions) != 1 || len(r.Remarks) != 0 || (len(r.Errors) > 0) != (answer == "") {
			t.Errorf("%q: %s kr, questions %v, errors %v, remarks %v", answer, got.Exact(), r.Questions, r.Errors, r.Remarks)
		}
		if rows := r.Questions[0].Rows; len(rows) != 2 {
			t.Errorf("the question is about rows %v", rows)
		}
	}
}

// What a format shows before, after or among the figures follows into texts; numbers
// are read without the words that say no more.
func TestWordsThatAFormatShows(t *testing.T) {
	shown := func(s string, num float64) sheet.Cell { return sheet.Cell{Kind: sheet.Text, Text: s, Num: num} }
	for _, c := range []struct {
		heading string
		cell    sheet.Cell
		want    string
		told    bool
	}{
		{"Användare", shown("40 st", 40), "40", false},
		{"Användare", shown("40 licenser", 40), "40", false},
		{"Användare", shown("1200 inloggade", 1200), "1 200", true},
		{"Användare", shown("3 veckor", 3), "", true},
		{"Beskrivning", shown("212000-1850", 2120001850), "212000-1850", false},
		{"Beskrivning", sheet.Cell{Kind: sheet.Number, Text: "0412", Num: 412}, "0412", false},
		{"Användare", sheet.Cell{Kind: sheet.Number, Text: "0040", Num: 40}, "40", false},
		{"Driftbudget 2027", sheet.Cell{Kind: sheet.Number, Text: "0040", Num: 40}, "40 kr", false},
		{"Driftbudget 2027", shown("€ 450", 450), "", true},
		{"Beskrivning", sheet.Cell{Kind: sheet.Number, Unit: sheet.Tkr, Text: "450", Num: 450}, "450 tkr", false},
		{"Beskrivning", sheet.Cell{Kind: sheet.Number, Unit: sheet.Whole, Text: "96000", Num: 96000}, "96000", false},
		{"Användare", sheet.Cell{Kind: sheet.Number, Unit: sheet.Kr, Text: "40", Num: 40}, "40", false},
		{"Avvecklingsår", shown("år 2031", 2031), "2031", true},
		{"Avvecklingsår", sheet.Cell{Kind: sheet.Number, Text: "2031", Num: 2031}, "2031", false},
		{"Konfidentialitet", sheet.Cell{Kind: sheet.Number, Text: "2", Num: 2}, "2", false},
	} {
		w := intaketest.New()
		sh := table("Lista", "System|"+c.heading, "Åkerbäret|", "Odon|")
		sh.Rows[1].Cells[1] = c.cell
		r := imported(t, w, book(sh), intake.Options{})
		var f *field.Field
		for _, col := range r.Columns {
			if col.Heading == c.heading {
				f = col.Field
			}
		}
		if f == nil {
			t.Errorf("no field for %s", c.heading)
			continue
		}
		got := f.Show(w, f.Value(w, only(t, w, system.Kind, "Åkerbäret"), 2027))
		if want := c.want; flat(got) != want && flat(got)+" kr" != want || (len(r.Errors)+len(r.Remarks) > 0) != c.told {
			t.Errorf("%s ”%s”: %q, errors %v, remarks %v", c.heading, c.cell.Text, got, r.Errors, r.Remarks)
		}
	}
}

// flat is a text with plain spaces.
func flat(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r == '\u00a0' {
			out[i] = ' '
		}
	}
	return string(out)
}

// A formula without its value is an error that says what to do, of every kind of field.
func TestAFormulaWithoutItsValueIsTold(t *testing.T) {
	w := intaketest.New()
	sh := table("Lista", "System|Driftbudget 2027|Leverantör|Systemägare|Avtal till", "Åkerbäret|a|a|a|a", "Odon|#5|Hjortron AB|Ida Myr|2027-05-31")
	for i := 1; i < 5; i++ {
		sh.Rows[1].Cells[i] = sheet.Cell{Kind: sheet.Error, Text: sheet.NotCalculated}
	}
	r := imported(t, w, book(sh), intake.Options{})
	if len(r.Errors) != 4 {
		t.Fatalf("errors %v", r.Errors)
	}
	for _, e := range r.Errors {
		if e.Row != 2 || e.Message != "Cellen har en formel vars värde inte är uträknat. Öppna filen i Excel, spara den och importera igen." {
			t.Errorf("%+v", e)
		}
	}
}

// Who asks for what becomes of the rows alone gets the same changes.
func TestATersePlanChangesTheSame(t *testing.T) {
	b := book(table("Lista", "System|Driftbudget 2027|Leverantör|Systemägare", "Åkerbäret|#5|Hjortron AB|Ida Myr", "Odon|#7|Hjortron AB|", "Odon|#7||"))
	w := intaketest.New()
	full, terse := planned(t, w, b, intake.Options{}), planned(t, w, b, intake.Options{Terse: true})
	if len(full.Changes) == 0 || len(full.Changes) != len(terse.Changes) || full.New != terse.New || len(full.Rows) != len(terse.Rows) {
		t.Fatalf("%d and %d changes, %d and %d new", len(full.Changes), len(terse.Changes), full.New, terse.New)
	}
	for i, r := range full.Rows {
		if s := terse.Rows[i]; s.Name != r.Name || s.Status != r.Status || s.Reason != r.Reason || len(s.Cells) != 0 {
			t.Errorf("row %d is %+v, tersely %+v", r.Number, r, s)
		}
	}
	if len(full.Rows[0].Cells) == 0 {
		t.Error("no cells in words")
	}
}

// A large book whose cells are let go as they are read gives the same changes.
func TestABookThatIsReadOncePlansTheSame(t *testing.T) {
	large := func() *sheet.Book {
		systems := []string{"System|Leverantör"}
		for i := range 20_500 {
			systems = append(systems, fmt.Sprintf("Åkerbäret %d|Hjortron AB", i))
		}
		return book(table("System", systems...), table("Leverantörer", "Leverantör|Organisationsnummer", "Hjortron AB|556000-0001"), table("Personer", "Namn|E-post", "Ida Myr|ida@ekvalla.se"))
	}
	w := intaketest.New()
	kept, once := planned(t, w, large(), intake.Options{Terse: true}), planned(t, w, large(), intake.Options{Terse: true, Once: true})
	if len(once.Changes) < 20_500 || len(kept.Changes) != len(once.Changes) || kept.New != once.New || len(kept.Rows) != len(once.Rows) {
		t.Fatalf("%d and %d changes, %d and %d new", len(kept.Changes), len(once.Changes), kept.New, once.New)
	}
	for i, c := range kept.Changes {
		if a, b := c.Record, once.Changes[i].Record; (a == nil) != (b == nil) || a != nil && a.Name() != b.Name() {
			t.Fatalf("change %d is of %v, read once of %v", i, a, b)
		}
	}
}

// A value that was worked out here is told of.
func TestAFormulaThatWasWorkedOutIsTold(t *testing.T) {
	w := intaketest.New()
	sh := table("Lista", "System|Driftbudget 2027", "Åkerbäret|#18000")
	sh.Rows[1].Cells[1].Worked = true
	r := imported(t, w, book(sh), intake.Options{})
	if budget(t, w, "Åkerbäret") != 18_000_00 || len(r.Remarks) != 1 || r.Remarks[0].Row != 2 {
		t.Errorf("%s kr, remarks %v", budget(t, w, "Åkerbäret").Exact(), r.Remarks)
	}
}
