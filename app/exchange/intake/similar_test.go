package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

// systems is a list of systems, each "name" or "name|unit".
func systems(rows ...string) *sheet.Book {
	lines := []string{"System|Förvaltning|Leverantör"}
	for _, r := range rows {
		name, unit, _ := strings.Cut(r, "|")
		lines = append(lines, name+"|"+unit+"|Kvartsen AB")
	}
	return book(table("System", lines...))
}

func TestASystemIsFoundHoweverItsNameIsWritten(t *testing.T) {
	const soc = "Socialförvaltningen"
	for _, c := range []struct {
		there, row         string
		same, asked, fresh int // rows that are taken for what is there, questions, new ones
	}{
		{"Tidbok|" + soc, "Tid-bok|" + soc, 1, 0, 0},
		{"Tidbok|" + soc, "TID BOK|SOC", 1, 0, 0},
		{"Tidbok|" + soc, "Tidbok (SOC)|SOC", 1, 0, 0},
		{"Tidbok|" + soc, "Tidbok - SOC|", 1, 0, 0},
		{"Tidbok|" + soc, "Tidbok, Socialförvaltningen|", 1, 0, 0},
		{"Tidbok (SOC)|" + soc, "Tidbok|" + soc, 1, 0, 0},
		{"Tidbok|" + soc, "Tidbok 2.0|" + soc, 0, 1, 0},
		{"Tidbok|" + soc, "Tidbok v3|" + soc, 0, 1, 0},
		{"Tidbok|" + soc, "Tidbok (gamla)|" + soc, 0, 1, 0},
		{"Tidbok|" + soc, "Nya Tidbok|" + soc, 0, 1, 0},
		{"Lön Kvarts|" + soc, "Kvarts Lön|" + soc, 0, 1, 0},
		{"Matlistorna|" + soc, "Matlistrna|" + soc, 0, 1, 0},
		{"Tidbåken|" + soc, "Tidbaken|" + soc, 0, 1, 0},
		{"Tidbok|" + soc, "Kvartsen Tidbok|" + soc, 0, 1, 0},
		{"Kvartsen Tidbok|" + soc, "Tidbok|" + soc, 0, 1, 0},
		{"Tidbok|" + soc, "Tidbok|Skolkontoret", 0, 1, 0},
		{"Skolplats 1|" + soc, "Skolplats 2|" + soc, 0, 0, 1},
		{"Bokningsmodul A|" + soc, "Bokningsmodul B|" + soc, 0, 0, 1},
		{"Programmet II|" + soc, "Programmet III|" + soc, 0, 0, 1},
		{"C++|" + soc, "C|" + soc, 0, 0, 1},
		{"Tidbok|" + soc, "Tidbok (Androm)|" + soc, 0, 0, 1},
	} {
		w := intaketest.New()
		imported(t, w, systems(c.there), intake.Options{})
		r := imported(t, w, systems(c.row), intake.Options{})
		if r.Changed+r.Unchanged != c.same || len(r.Questions) != c.asked || r.New != c.fresh || r.RowsRead != 1 || c.asked != len(r.Skipped()) {
			t.Errorf("%s where there is %s: %d the same, %d new, %d skipped, asked %v", c.row, c.there, r.Changed+r.Unchanged, r.New, len(r.Skipped()), r.Questions)
		}
		if c.same == 1 && (r.Changed != 0 || len(r.Remarks) == 0) {
			t.Errorf("%s where there is %s: %d changed, told %v", c.row, c.there, r.Changed, r.Remarks)
		}
		for _, q := range r.Questions {
			for i, want := range []int{0, 1} { // yes and no
				yes := planned(t, w, systems(c.row), intake.Options{Answers: map[string]string{q.ID: q.Options[i].Key}})
				if yes.New != want || len(yes.Skipped()) != 0 {
					t.Errorf("%s answered %q: %d new, %d skipped", c.row, q.Options[i].Label, yes.New, len(yes.Skipped()))
				}
			}
		}
	}
}

// Names of a pattern are asked about together, and one by one if one wants.
func TestNamesOfAPatternAreAskedAboutTogether(t *testing.T) {
	w := intaketest.New()
	imported(t, w, systems("Lön Kvarts", "Tidbåken", "Matlistan", "Skolkartan|Skolkontoret", "Vägkartan|Skolkontoret"), intake.Options{})
	b := systems("Kvarts Lön", "Tidbaken", "Matlistn", "Skolkartan|Tekniska kontoret", "Vägkartan|Tekniska kontoret")
	r := planned(t, w, b, intake.Options{})
	if len(r.Questions) != 2 || len(r.Questions[0].Rows) != 3 || len(r.Questions[1].Rows) != 2 || len(r.Skipped()) != 5 {
		t.Fatalf("%d skipped, asked %v", len(r.Skipped()), r.Questions)
	}
	if text := r.Questions[0].Text; !strings.Contains(text, "3 namn") || !strings.Contains(text, "”Kvarts Lön” – Lön Kvarts") {
		t.Errorf("asked %q", text)
	}
	answers := map[string]string{r.Questions[0].ID: "same", r.Questions[1].ID: "each"}
	r = planned(t, w, b, intake.Options{Answers: answers})
	if len(r.Questions) != 4 || r.Changed != 3 || len(r.Skipped()) != 2 {
		t.Fatalf("%d changed, %d skipped, asked %v", r.Changed, len(r.Skipped()), r.Questions)
	}
	for _, q := range r.Questions[2:] {
		answers[q.ID] = q.Options[0].Key
	}
	r = imported(t, w, b, intake.Options{Answers: answers})
	if r.Changed != 5 || r.New != 0 {
		t.Errorf("%d changed, %d new", r.Changed, r.New)
	}
	if u := org.Path(w, system.OwnerUnit.Get(only(t, w, system.Kind, "Skolkartan"))); u != "Tekniska kontoret" {
		t.Errorf("moved to %q", u)
	}
}

func TestTwoRowsOfOneFileMayBeTheSame(t *testing.T) {
	for _, c := range []struct {
		rows  []string
		fresh int
	}{
		{[]string{"Tidbok|Vård- och omsorgsförvaltningen (VOF)", "Tidbok|VOF"}, 1},
		{[]string{"Tidbok|VOF", "Tid-bok|VOF"}, 2},
		{[]string{"Tidbok|Vård- och omsorgsförvaltningen", "Tidbok (VOF)|VOF"}, 1},
		{[]string{"Tidbok 1|VOF", "Tidbok 2|VOF"}, 2},
		{[]string{"Tidbok|VOF", "Tidbok|SBF"}, 2},
	} {
		w := intaketest.New()
		if r := imported(t, w, systems(c.rows...), intake.Options{}); r.New != c.fresh || len(r.Skipped()) != len(c.rows)-c.fresh || len(r.Questions) != 0 {
			t.Errorf("%q: %d new, %d skipped, asked %v", c.rows, r.New, len(r.Skipped()), r.Questions)
		}
	}
}

// A file with a name in two spellings gives two systems, and says so.
func TestTwoSpellingsInOneFileAreTold(t *testing.T) {
	for _, c := range []struct {
		there string
		rows  []string
		told  int // the row, 0 for none
	}{
		{"", []string{"Tid-bok|SOC", "Tidbok|SOC"}, 3},
		{"Tidbok|SOC", []string{"Tid-bok|SOC", "TIDBOK|SOC"}, 2},
		{"Tidbok|SOC", []string{"Tidbok|SOC", "Tid bok|SOC"}, 3},
		{"", []string{"Tid-bok|SOC", "Tidbok|Skolkontoret"}, 0},
		{"", []string{"Skola 1|SOC", "Skola 1 2|SOC", "Skola 12|SOC"}, 0},
		{"Tidbok|SOC", []string{"Tid-bok|SOC"}, 2}, // taken for the one that is there
	} {
		w := intaketest.New()
		if c.there != "" {
			imported(t, w, systems(c.there), intake.Options{})
		}
		r := planned(t, w, systems(c.rows...), intake.Options{})
		told := 0
		for _, m := range r.Remarks {
			if m.Column == "System" {
				told += m.Row
			}
		}
		if told != c.told {
			t.Errorf("%v: told %+v", c.rows, r.Remarks)
		}
	}
}

// A row that names a record as it is written has it, whatever stands above.
func TestARowWithTheNameItselfComesFirst(t *testing.T) {
	w := intaketest.New()
	imported(t, w, systems("Tidbok"), intake.Options{})
	if r := planned(t, w, systems("Tid-bok", "Tidbok"), intake.Options{}); r.New != 1 || r.Unchanged != 1 {
		t.Errorf("%d new, %d unchanged, %d skipped", r.New, r.Unchanged, len(r.Skipped()))
	}
}

// What resembles something is found by keys, so that many names cost no more each.
func TestManyNewNamesCostNoMoreEach(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 10 000 rows twice")
	}
	var old, fresh []string
	for i := range 10_000 {
		old = append(old, fmt.Sprintf("Gammalt system %d|Kontor %d", i, i%40))
		fresh = append(fresh, fmt.Sprintf("Annat program %d|Kontor %d", i, i%40))
	}
	w := intaketest.New()
	imported(t, w, systems(old...), intake.Options{})
	if r := planned(t, w, systems(fresh...), intake.Options{}); r.New != len(fresh) {
		t.Errorf("%d new, %d questions", r.New, len(r.Questions))
	}
}
