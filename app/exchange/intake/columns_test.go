package intake_test

import (
	"slices"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// keys are the fields that the columns were taken for, "-" for none.
func keys(r *intake.Result) []string {
	var out []string
	for _, c := range r.Columns {
		switch {
		case c.Field != nil:
			out = append(out, c.Field.Key)
		case c.Keep:
			out = append(out, "+")
		default:
			out = append(out, "-")
		}
	}
	return out
}

func TestColumns(t *testing.T) {
	for name, c := range map[string]struct {
		sheet sheet.Sheet
		kind  *field.Kind
		want  []string
	}{
		"by label, synonym, case and breaks": {table("a", `SYSTEMNAMN|Ägande\nenhet|E-post [fritext]|leverantör:`, "A|B||C"), system.Kind, []string{"name", "unit", "-", "supplier"}},
		"letters only when they hold levels": {table("a", "Namn|K|R|T|S", "A|#1|2 (betydande)|3|Stockholm", "B|#0|#1|#4|Solna", "C|||#1|Täby"), system.Kind, []string{"name", "confidentiality", "integrity", "availability", "-"}},
		"letters of the class":               {table("a", "Namn|Klassning K|Klassning R|T-klass", "A|#1|#2|#3", "B|#0|#1|#1", "C|#2|#2|#2"), system.Kind, []string{"name", "confidentiality", "integrity", "availability"}},
		"content decides between fields":     {table("a", "Namn|Drift", "A|Internt", "B|Externt", "C|Moln"), system.Kind, []string{"name", "hosting"}},
		"amounts under the same heading":     {table("a", "Namn|Drift", "A|#100", "B|12 tkr", "C|1 234,50"), system.Kind, []string{"name", "operations_budget"}},
		"years":                              {table("a", "Insats|Drift 2027|Drift 2028 (tkr)|Drift", "A|#1|#2|#3"), plan.Kind, []string{"name", "operations_budget", "operations_budget", "-"}},
		"years below a merged heading":       {table("a", "Nr|Insats|Investering||Prio", "||2027|2028|", "1|A|#1|#2|1"), plan.Kind, []string{"number", "name", "investment_budget", "investment_budget", "priority"}},
		"a budget before what it all costs":  {table("a", "Namn|Budget -27|Totalkostnad 2027", "A|#1|#2"), system.Kind, []string{"name", "operations_budget", "-"}},
		"the sum before its parts":           {table("a", "Namn|Licens 2027|Totalkostnad 2027", "A|#1|#2"), system.Kind, []string{"name", "-", "operations_budget"}},
		"misspelt":                           {table("a", "Namn|Levrantör|Systemförvaltre", "A|B|Anna Ek"), system.Kind, []string{"name", "supplier", "system_manager"}},
		"one field once":                     {table("a", "Namn|System|Leverantör|K", "A|x1|x|#1", "B|x1|y|#2", "C||z|#3"), system.Kind, []string{"-", "name", "supplier", "confidentiality"}},
		"choices by content":                 {table("a", "Namn|Bedömning IT-forum", "A|Konsolidering", "B|Vidmakthållande", "C|Avveckling"), system.Kind, []string{"name", "it_assessment"}},
		"persons":                            {table("a", "Namn|E-post|Telefon|Befattning", "Anna Ek|anna.ek@x.se|1|Chef"), org.PersonKind, []string{"name", "email", "phone", "title"}},
		"units":                              {table("a", "Enhet|Överordnad|Ansvarskod", "Skolan|Kommunen|10"), org.UnitKind, []string{"name", "parent", "code"}},
		"title rows and empty columns":       {table("a", "Systemlista 2026", "", "|Namn||Leverantör", "|A||B"), system.Kind, []string{"name", "supplier"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := planned(t, intaketest.New(), book(c.sheet), intake.Options{})
			if r.Kind != c.kind {
				t.Errorf("taken for %s", r.Kind.Many)
			}
			if got := keys(r); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestChosenColumns(t *testing.T) {
	w := intaketest.New()
	b := book(table("a", "Benämning på systemet|Pengar|Färg|Kod|Annat", "A|#5|Röd|7|", "B|#6||8|hej"))
	o := intake.Options{Kind: system.Kind, KeepUnmatched: true, Map: map[string]string{"benämning på  systemet": "name", "Pengar": "operations_budget:2028", "Kod": ""}}
	r := imported(t, w, b, o)
	if got, want := keys(r), []string{"name", "operations_budget", "farg", "-", "annat"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	first := w.Named(system.Kind, "A")[0]
	if v := system.OperationsBudget.Value(w, first, 2028); v == nil {
		t.Error("no amount in 2028")
	}
	if got := first.FreeValues()["farg"]; got != "Röd" {
		t.Errorf("free field: %q", got)
	}
	again := planned(t, w, b, intake.Options{Map: o.Map})
	if again.Columns[2].Field == nil || !again.Columns[2].Field.Free() {
		t.Error("the free field isn't known by its heading")
	}
}

// TestTrust holds what a column is said to be: which ones tell the record, and
// how far each match is to be relied on.
func TestTrust(t *testing.T) {
	w := intaketest.New()
	imported(t, w, book(table("a", "Namn", "A", "B")), intake.Options{})
	refs := []string{w.Named(system.Kind, "A")[0].Ref, w.Named(system.Kind, "B")[0].Ref}
	b := book(table("a", "Referens|Namn|Bedömning av IT|Utlåtande|Pengar|TIME|Bort|Annat",
		refs[0]+"|A|Vet ej|Kommunövergripande|#5|Migrera|1|u", refs[1]+"|B|Vet ej|Nämndspecifikt|#6|Migrera|2|v"))
	r := planned(t, w, b, intake.Options{Map: map[string]string{"Pengar": "operations_budget", "Bort": ""}})
	want := []match.Trust{match.Sure, match.Sure, match.Likely, match.Unsure, match.Chosen, "", match.Chosen, ""}
	for i, c := range r.Columns {
		if c.Trust() != want[i] || (c.Trust().Label() == "") != (want[i] == "") {
			t.Errorf("%s: %q (%q, %.2f, %s), want %q", c.Heading, c.Trust(), c.Trust().Label(), c.Certainty, c.Why, want[i])
		}
		if c.Reference != (i == 0) || c.Computed != (i == 5) {
			t.Errorf("%s: reference %v, computed %v", c.Heading, c.Reference, c.Computed)
		}
	}
}

func TestSheets(t *testing.T) {
	hidden := table("gamla", "Namn|Organisation|Leverantör", "X|Y|Z")
	hidden.Hidden = true
	b := book(table("Läs mig", "Namn|Organisation|Leverantör|Kommentar", "a|b|c|d"), hidden, table("Tankar", "att göra|kanske", "1|2"), table("Lista", "Namn|Organisation", "A|B"))
	if r := planned(t, intaketest.New(), b, intake.Options{}); r.Sheet != "Lista" || len(r.Sheetnames) != 3 {
		t.Errorf("sheet %q of %v", r.Sheet, r.Sheetnames)
	}
	if r := planned(t, intaketest.New(), b, intake.Options{Sheet: "GAMLA"}); r.Sheet != "gamla" {
		t.Errorf("chosen sheet: %q", r.Sheet)
	}
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct {
		book *sheet.Book
		o    intake.Options
		code fault.Code
	}{
		"empty book":     {book(), intake.Options{}, fault.Unreadable},
		"empty sheet":    {book(sheet.Sheet{Name: "a"}), intake.Options{Sheet: "a"}, fault.Unreadable},
		"no such sheet":  {book(table("a", "Namn|Org", "A|B")), intake.Options{Sheet: "b"}, fault.NotFound},
		"no headings":    {book(table("a", "#1|#2", "#3|#4")), intake.Options{}, fault.Unreadable},
		"no name column": {book(table("a", "Leverantör|Organisation", "#1|#2")), intake.Options{}, fault.Unreadable},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := intake.Plan(t.Context(), intaketest.New(), c.book, c.o, nil)
			if fault.CodeOf(err) != c.code {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestHeaderRow(t *testing.T) {
	b := book(table("a", "Namn|Leverantör", "System|Enhet", "A|B"))
	r := planned(t, intaketest.New(), b, intake.Options{HeaderRow: 2})
	if r.HeaderRow != 2 || r.RowsRead != 1 || r.Rows[0].Name != "A" {
		t.Errorf("header %d, %d rows", r.HeaderRow, r.RowsRead)
	}
}

// TestLabelsAreOneOfAKind: also where a heading is what another became.
func TestLabelsAreOneOfAKind(t *testing.T) {
	b := book(table("S", "System|Kod|Kod|kod kolumn C|Kod", "A|1|2|3|4"))
	r := planned(t, intaketest.New(), b, intake.Options{})
	if r.New != 1 || len(r.Columns) != 5 {
		t.Fatalf("%d new, %d columns", r.New, len(r.Columns))
	}
}
