package intake_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/base/date"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

// ownersOf are the names of a system's owners today.
func ownersOf(t *testing.T, w *intaketest.World, name string) string {
	t.Helper()
	var names []string
	for _, id := range field.Current(only(t, w, system.Kind, name).Get(system.SystemOwner.Field), w.Today()) {
		names = append(names, w.Label(id))
	}
	return strings.Join(names, ", ")
}

// listed reads a list of the systems System 1, System 2 … with their owners.
func listed(t *testing.T, w *intaketest.World, o intake.Options, cells ...string) *intake.Result {
	t.Helper()
	lines := []string{"System|Systemägare"}
	for i, c := range cells {
		lines = append(lines, nth(i)+"|"+c)
	}
	return imported(t, w, book(table("System", lines...)), o)
}

func nth(i int) string { return []string{"Ett", "Två", "Tre", "Fyra", "Fem", "Sex"}[i] }

func TestAPersonIsFoundHoweverTheNameIsWritten(t *testing.T) {
	for _, c := range []struct {
		cells       []string
		want        []string // owners, in the order of the rows
		persons     int
		told, asked int
	}{
		{[]string{"Bo Alm", "Alm Bo"}, []string{"Bo Alm", "Bo Alm"}, 1, 1, 0},
		{[]string{"Alm Bo", "Bo Alm", "Bo Alm"}, []string{"Bo Alm", "Bo Alm", "Bo Alm"}, 1, 1, 0},
		{[]string{"Berit Alm", "B Alm", "B. Alm"}, []string{"Berit Alm", "Berit Alm", "Berit Alm"}, 1, 2, 0},
		{[]string{"Berit Alm", "Berit A.", "Berit A"}, []string{"Berit Alm", "Berit Alm", "Berit Alm"}, 1, 2, 0},
		{[]string{"B Alm", "Berit Alm"}, []string{"Berit Alm", "Berit Alm"}, 1, 1, 0},
		{[]string{"Berit Alm", "Bo Alm", "B Alm"}, []string{"Berit Alm", "Bo Alm", ""}, 2, 0, 1},
		{[]string{"Berit Alm", "Berit", "Berit"}, []string{"Berit Alm", "", ""}, 1, 0, 1},
		{[]string{"Berit Alm", "BA"}, []string{"Berit Alm", ""}, 1, 0, 1},
		{[]string{"Berit Alm", "QX"}, []string{"Berit Alm", ""}, 1, 1, 0},
		{[]string{"Berit Alm", "berit.alm@x.se"}, []string{"Berit Alm", "Berit Alm"}, 1, 1, 0},
		{[]string{"Berit Alm", "b.alm@x.se"}, []string{"Berit Alm", ""}, 1, 0, 1},
		{[]string{"Berit Alm", "se ovan", "Samma"}, []string{"Berit Alm", "Berit Alm", "Berit Alm"}, 1, 2, 0},
		{[]string{"Berit Alm", "enl. ovan", "Se ovanstående"}, []string{"Berit Alm", "Berit Alm", "Berit Alm"}, 1, 2, 0},
		{[]string{"Berit Alm", "(se ovan)", "Samma person", "Densamma."}, []string{"Berit Alm", "Berit Alm", "Berit Alm", "Berit Alm"}, 1, 3, 0},
		{[]string{"Berit Alm", "dito", "d:o"}, []string{"Berit Alm", "Berit Alm", "Berit Alm"}, 1, 0, 0},
		{[]string{"Berit Alm/Bo Ek", "se ovan"}, []string{"Berit Alm, Bo Ek", "Berit Alm, Bo Ek"}, 2, 1, 0},
		{[]string{"IT-chefen", "Rektor", "it-support@x.se", "tfn 08-12 34 56", "Granit Data AB"}, []string{"", "", "", "", ""}, 0, 5, 0},
		{[]string{"IT-chef Berit Alm", "Berit Alm, systemförvaltare"}, []string{"Berit Alm", "Berit Alm"}, 1, 0, 0},
		{[]string{"Berit Alm, info@x.se"}, []string{"Berit Alm"}, 1, 1, 0},
		{[]string{"Berit Alm", "Alm B", "B. Alm"}, []string{"Berit Alm", "Berit Alm", "Berit Alm"}, 1, 2, 0},
		{[]string{"Eva-Lena Alm", "Eva-Lena"}, []string{"Eva-Lena Alm", ""}, 1, 0, 1},
		{[]string{"Berit Alm", "Se avtal", "se ovan"}, []string{"Berit Alm", "", ""}, 1, 2, 0},
		{[]string{"Servicedesk", "servicedesk@x.se", "Berit Alm"}, []string{"", "", "Berit Alm"}, 1, 2, 0},
		{[]string{"Se avtal", "Utreds", "Extern konsult", "Samtliga", "Berit Alm"}, []string{"", "", "", "", "Berit Alm"}, 1, 4, 0},
		{[]string{"tidigare Bo Ek", "Berit Alm"}, []string{"", "Berit Alm"}, 1, 1, 0},
	} {
		w := intaketest.New()
		r := listed(t, w, intake.Options{}, c.cells...)
		var got []string
		for i := range c.cells {
			got = append(got, ownersOf(t, w, nth(i)))
		}
		if !slices.Equal(got, c.want) || len(w.All(org.PersonKind)) != c.persons || len(r.Remarks) != c.told || len(r.Questions) != c.asked {
			t.Errorf("%q: owners %q of %d persons, told %v, asked %v", c.cells, got, len(w.All(org.PersonKind)), r.Remarks, r.Questions)
		}
		if again := listed(t, w, intake.Options{}, c.cells...); again.New+again.Changed != 0 {
			t.Errorf("%q read once more: %d new, %d changed", c.cells, again.New, again.Changed)
		}
	}
}

func TestTheDaysOfARoleAreKept(t *testing.T) {
	w := intaketest.New()
	r := listed(t, w, intake.Options{}, "Eva Dal t.o.m. 2026-12-31", "Eva Dal t.o.m. 2026-08-31, Bo Alm fr.o.m. 2026-09-01", "Bo Alm fr.o.m. 2027-03-01", "Bo Alm (2020-2022)")
	eva, bo := only(t, w, org.PersonKind, "Eva Dal").ID, only(t, w, org.PersonKind, "Bo Alm").ID
	for name, want := range map[string][]field.Holding{
		"Ett":  {{Person: eva, To: date.Of(2026, 12, 31)}},
		"Två":  {{Person: bo, From: date.Of(2026, 9, 1)}, {Person: eva, To: date.Of(2026, 8, 31)}},
		"Tre":  {{Person: bo, From: date.Of(2027, 3, 1)}},
		"Fyra": {{Person: bo, From: date.Of(2020, 1, 1), To: date.Of(2022, 12, 31)}},
	} {
		if got := system.SystemOwner.Get(only(t, w, system.Kind, name)); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	if len(r.Remarks) != 3 {
		t.Errorf("told %v of those who don't hold the role today", r.Remarks)
	}
}

func TestATelephoneBesideANameIsThePersons(t *testing.T) {
	w := intaketest.New()
	listed(t, w, intake.Options{}, "Eva Dal tfn 08-550 10 20", "Eva Dal, 070-123 45 67")
	eva := only(t, w, org.PersonKind, "Eva Dal")
	if org.PersonPhone.Get(eva) != "08-550 10 20" {
		t.Errorf("telephone %q", org.PersonPhone.Get(eva))
	}
	if note := system.ImportNote.Get(only(t, w, system.Kind, "Två")); !strings.Contains(note, "070-123 45 67") {
		t.Errorf("the other is kept as %q", note)
	}
}

func TestASupplierInAPersonsPlaceIsNoPerson(t *testing.T) {
	w := intaketest.New()
	r := imported(t, w, book(table("System", "System|Leverantör|Systemägare", "Ett|Kvartsen|Eva Dal", "Två|Granit|Kvartsen")), intake.Options{})
	if n := len(w.All(org.PersonKind)); n != 1 || len(r.Remarks) != 1 {
		t.Errorf("%d persons, told %v", n, r.Remarks)
	}
}

// Whom a spelling means is asked once, and not again of another file.
func TestWhomASpellingMeansIsRemembered(t *testing.T) {
	w := intaketest.New()
	r := listed(t, w, intake.Options{}, "Berit Alm", "Berit", "Berit")
	q := r.Questions[0]
	if !slices.Equal(q.Rows, []int{3, 4}) || !strings.Contains(q.Text, "samma person som Berit Alm") {
		t.Fatalf("asked %q of rows %v", q.Text, q.Rows)
	}
	listed(t, w, intake.Options{Answers: map[string]string{q.ID: q.Options[0].Key}}, "Berit Alm", "Berit", "Berit")
	if got := ownersOf(t, w, "Tre"); got != "Berit Alm" {
		t.Errorf("owner %q", got)
	}
	r = imported(t, w, book(table("System", "System|Systemägare", "Annat|Berit")), intake.Options{})
	if got := ownersOf(t, w, "Annat"); got != "Berit Alm" || len(r.Questions) != 0 || len(r.Remarks) != 1 {
		t.Errorf("owner %q, asked %v, told %v", got, r.Questions, r.Remarks)
	}
}

// A word alone may be a firm as well as a given name: nobody is made of it unless it is said
// who it is, once.
func TestALoneWordIsNobodyUntilItIsSaidWhoItIs(t *testing.T) {
	cells := []string{"Berit Alm", "Kvartsen", "Kvartsen", "Berit Alm/Kvartsen", "Granit", "Eva Dal"}
	w := intaketest.New()
	r := listed(t, w, intake.Options{}, cells...)
	if len(r.Errors) != 4 || len(w.All(org.PersonKind)) != 2 || ownersOf(t, w, "Fyra") != "Berit Alm" || !strings.Contains(system.ImportNote.Get(only(t, w, system.Kind, "Två")), "Kvartsen") {
		t.Fatalf("%d persons, errors %v", len(w.All(org.PersonKind)), r.Errors)
	}
	said := map[string]string{r.Errors[0].ID: "Bo Ek", r.Errors[3].ID: ask.Empty}
	if r = listed(t, w, intake.Options{Answers: said}, cells...); len(r.Errors) != 1 || len(r.Meant) != 3 {
		t.Fatalf("errors %v, meant %v", r.Errors, r.Meant)
	}
	for name, want := range map[string]string{"Två": "Bo Ek", "Tre": "Bo Ek", "Fyra": "Berit Alm", "Fem": ""} {
		if got := ownersOf(t, w, name); got != want {
			t.Errorf("%s has the owner %q, want %q", name, got, want)
		}
	}
	r = imported(t, w, book(table("System", "System|Systemägare", "Annat|Kvartsen", "Nästa|Berit Alm")), intake.Options{})
	if got := ownersOf(t, w, "Annat"); got != "Bo Ek" || len(r.Errors) != 0 || len(r.Remarks) != 1 {
		t.Errorf("owner %q of another file, errors %v, told %v", got, r.Errors, r.Remarks)
	}
}

// A column that is called just what the field is called is it, whatever is written there.
func TestAColumnThatIsCalledAsTheFieldIsItWithGivenNamesAlone(t *testing.T) {
	w := intaketest.New()
	r := listed(t, w, intake.Options{}, "Berit", "Bosse", "Bosse", "Lotta")
	if len(r.Errors) != 4 || len(w.All(org.PersonKind)) != 0 {
		t.Errorf("errors %v", r.Errors)
	}
}

// Of several who have a name a row may tell which one is meant; the next row is asked about.
func TestWhatOneRowTellsOfANamesakeIsntSaidOfAnother(t *testing.T) {
	w := intaketest.New()
	listed(t, w, intake.Options{}, "Eva Dal <eva.dal@x.se>", "Eva Dal <eva@y.se>")
	if len(w.All(org.PersonKind)) != 2 {
		t.Fatalf("%d persons", len(w.All(org.PersonKind)))
	}
	r := listed(t, w, intake.Options{}, "Eva Dal", "", "Eva Dal")
	if len(r.Questions) != 1 || !slices.Equal(r.Questions[0].Rows, []int{4}) {
		t.Errorf("asked %v", r.Questions)
	}
}
