package intake_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// unitsOf are the systems of a portfolio with their units: "Kartan: Skola".
func unitsOf(w *intaketest.World) string {
	var out []string
	for _, r := range w.All(system.Kind) {
		out = append(out, strings.TrimSuffix(r.Name()+": "+org.Path(w, r.Home()), ": "))
	}
	return strings.Join(out, ", ")
}

// unreadSheets are the names of the sheets that weren't read.
func unreadSheets(r *intake.Result) string {
	var out []string
	for _, u := range r.Unread {
		if u.Part == ask.SheetPart {
			out = append(out, u.Name)
		}
	}
	return strings.Join(out, ", ")
}

func hiddenTable(name string, lines ...string) sheet.Sheet {
	sh := table(name, lines...)
	sh.Hidden = true
	return sh
}

// list is a small list of systems.
func list(name string, systems ...string) sheet.Sheet {
	lines := []string{"System|Leverantör"}
	for _, s := range systems {
		lines = append(lines, s+"|Nordkod AB")
	}
	return table(name, lines...)
}

func TestSheetsOfUnits(t *testing.T) {
	for _, c := range []struct {
		name   string
		sheets []sheet.Sheet
		want   string
		asked  int
		unread string
	}{
		{"by the form of their names", []sheet.Sheet{list("Teknik- och fritidskontoret", "Kartan"), list("Utbildningsnämnden", "Tavlan", "Boken")}, "Kartan: Teknik- och fritidskontoret, Tavlan: Utbildningsnämnden, Boken: Utbildningsnämnden", 0, ""},
		{"one that stands beside them", []sheet.Sheet{list("Omsorgsförvaltningen", "Kartan"), list("Räddning", "Tavlan")}, "Kartan: Omsorgsförvaltningen, Tavlan: Räddning", 0, ""},
		{"abbreviations", []sheet.Sheet{list("BUN", "Kartan"), list("KS", "Tavlan"), list("MBN", "Boken")}, "Kartan: BUN, Tavlan: KS, Boken: MBN", 0, ""},
		{"with a year and a list's word", []sheet.Sheet{list("Vårdförvaltningen 2026", "Kartan"), list("Kulturförvaltningen 2026", "Tavlan")}, "Kartan: Vårdförvaltningen, Tavlan: Kulturförvaltningen", 0, ""},
		{"known ones", []sheet.Sheet{list("Känd", "Kartan"), list("Simhall", "Tavlan")}, "Kartan: Känd, Tavlan: Simhall", 0, ""},
		{"any others are asked about, once", []sheet.Sheet{list("Norr", "Kartan"), list("Söder", "Tavlan"), list("Öarna", "Boken")}, "Kartan, Tavlan, Boken", 1, ""},
		{"by what they do", []sheet.Sheet{list("Vård och omsorg", "Kartan"), list("Kultur & fritid", "Tavlan")}, "Kartan: Vård och omsorg, Tavlan: Kultur & fritid", 0, ""},
		{"as much of a name as Excel has room for", []sheet.Sheet{list("Samhällsbyggnads- o miljöförval", "Kartan"), list("Vård- o äldreomsorgsförvaltning", "Tavlan")}, "Kartan: Samhällsbyggnads- o miljöförvaltningen, Tavlan: Vård- o äldreomsorgsförvaltningen", 0, ""},
		{"names that say nothing", []sheet.Sheet{list("Blad1", "Kartan"), list("Blad2", "Tavlan")}, "Kartan, Tavlan", 0, ""},
		{"a rest beside units", []sheet.Sheet{list("Socialkontoret", "Kartan"), list("Övrigt", "Tavlan")}, "Kartan: Socialkontoret, Tavlan", 0, ""},
		{"the same system in two", []sheet.Sheet{list("Socialkontoret", "Kartan"), list("Skolkansliets kontor", "Kartan")}, "Kartan: Socialkontoret, Kartan: Skolkansliets kontor", 0, ""},
		{"a hidden one", []sheet.Sheet{list("Socialkontoret", "Kartan"), hiddenTable("Barnkontoret", "System|Leverantör", "Tavlan|N")}, "Kartan: Socialkontoret", 0, "Barnkontoret"},
	} {
		w := intaketest.New()
		unit := field.NewRecord(org.UnitKind, w.NewID()).Put(org.UnitName.Field, "Känd")
		w.Apply(t, []field.Change{{Op: field.Create, Kind: unit.Kind, ID: unit.ID, Record: unit}})
		r := planned(t, w, book(c.sheets...), intake.Options{})
		w.Apply(t, r.Changes)
		if got := unitsOf(w); got != c.want || len(r.Questions) != c.asked || unreadSheets(r) != c.unread {
			t.Errorf("%s: got %s, %d asked, unread %q", c.name, got, len(r.Questions), unreadSheets(r))
		}
	}
}

func TestAnsweredSheetsAreUnits(t *testing.T) {
	w := intaketest.New()
	b := book(list("Skola", "Kartan"), list("Vård", "Tavlan"))
	r := planned(t, w, b, intake.Options{Answers: map[string]string{"sheets": "units"}})
	w.Apply(t, r.Changes)
	if got := unitsOf(w); got != "Kartan: Skola, Tavlan: Vård" {
		t.Errorf("got %s", got)
	}
}

func TestARowsOwnUnitBeatsTheSheets(t *testing.T) {
	w := intaketest.New()
	r := planned(t, w, book(table("Socialkontoret", "System|Enhet", "Kartan|Hemtjänst", "Tavlan|"), table("Skolkontoret", "System|Enhet", "Boken|")), intake.Options{})
	w.Apply(t, r.Changes)
	if got := unitsOf(w); got != "Kartan: Hemtjänst, Tavlan, Boken" {
		t.Errorf("got %s", got)
	}
}

func TestSheetsThatAWordIsSaidOf(t *testing.T) {
	for name, want := range map[string]string{
		"Avvecklade": "Avvecklat", "Avvecklade system": "Avvecklat", "Nedlagda": "Avvecklat", "Aktiva": "I drift", "Aktiva system 2026": "I drift",
		"System i drift": "I drift", "Under införande": "Införande och test", "Planerade": "Planerat", "Under avveckling": "Under avveckling", "Systemlista": "", "Blad2": "", "Ej aktiva": "Avvecklat", "Inaktiva system": "Avvecklat", "Kommande": "Planerat",
	} {
		w := intaketest.New()
		r := planned(t, w, book(list("Förteckning", "Kartan"), list(name, "Tavlan")), intake.Options{})
		w.Apply(t, r.Changes)
		got := system.Lifecycle.Show(w, system.Lifecycle.Value(w, only(t, w, system.Kind, "Tavlan"), 0))
		if got != want || len(r.Questions) != 0 || system.Lifecycle.Get(only(t, w, system.Kind, "Kartan")) != "" {
			t.Errorf("%s: got %q", name, got)
		}
		if told := len(r.Remarks) == 1; told != (want != "") {
			t.Errorf("%s: told %v", name, r.Remarks)
		}
	}
}

// "Drift" is a state of systems, and what amounts are.
func TestASheetOfAmountsIsNoState(t *testing.T) {
	for heads, want := range map[string]string{"System|Leverantör": "I drift", "System|Driftbudget 2027": "", "System|Budget 2027": ""} {
		w := intaketest.New()
		imported(t, w, book(table("Drift", heads, "Tavlan|#10")), intake.Options{})
		if got := system.Lifecycle.Show(w, system.Lifecycle.Value(w, only(t, w, system.Kind, "Tavlan"), 0)); got != want {
			t.Errorf("%s: got %q", heads, got)
		}
	}
}

func TestSheetsThatAPhaseIsSaidOf(t *testing.T) {
	w := intaketest.New()
	r := planned(t, w, book(table("Idéer", "Projekt|Projektledare", "Ny karta|Bo Alm"), table("Avslutade projekt", "Projekt|Projektledare", "Ny tavla|Bo Alm")), intake.Options{})
	w.Apply(t, r.Changes)
	var got []string
	for _, i := range w.All(plan.Kind) {
		got = append(got, i.Name()+": "+plan.Phase.Show(w, plan.Phase.Value(w, i, 0)))
	}
	if len(r.Questions) != 0 || len(got) != 2 || got[0] == got[1] || len(r.Remarks) != 2 {
		t.Errorf("got %v, told %v", got, r.Remarks)
	}
}

// TestASheetIsWhatItIsCalled when it could be several kinds.
func TestASheetIsWhatItIsCalled(t *testing.T) {
	w := intaketest.New()
	lines := []string{"Avtal|Leverantör|Avtal till|System", "Ramavtal|Nordkod AB|2027-12-31|Kartan"}
	r := planned(t, w, book(list("System", "Kartan"), table("Avtal", lines...)), intake.Options{})
	w.Apply(t, r.Changes)
	if n := len(w.Named(agreement.Kind, "Ramavtal")); n != 1 {
		t.Errorf("%d agreements", n)
	}
}

func TestEditionsOfAList(t *testing.T) {
	for _, c := range []struct {
		name   string
		sheets []sheet.Sheet
		want   string
		unread string
	}{
		{"by year", []sheet.Sheet{list("System 2024", "Kartan", "Tavlan"), list("System 2025", "Kartan", "Boken")}, "Kartan, Boken", "System 2024"},
		{"by month", []sheet.Sheet{list("Lista 2026-01", "Kartan"), list("Lista 2026-03", "Kartan", "Boken")}, "Kartan, Boken", "Lista 2026-01"},
		{"a copy before it", []sheet.Sheet{list("Kopia av System", "Kartan", "Gammal"), list("System", "Kartan", "Boken")}, "Kartan, Boken", "Kopia av System"},
		{"as Excel copies", []sheet.Sheet{list("Blad1", "Kartan", "Tavlan"), list("Blad1 (2)", "Kartan", "Tavlan")}, "Kartan, Tavlan", "Blad1 (2)"},
		{"put aside", []sheet.Sheet{list("System", "Kartan"), list("System gammal", "Boken"), list("Exempel", "Brev")}, "Kartan", "System gammal, Exempel"},
		{"of the same names", []sheet.Sheet{list("Alla", "Kartan", "Tavlan"), list("Från Bo", "Tavlan", "Kartan")}, "Kartan, Tavlan", "Från Bo"},
		{"other lists", []sheet.Sheet{list("System", "Kartan", "Tavlan"), list("System (2)", "Boken", "Brev")}, "Kartan, Tavlan, Boken, Brev", ""},
	} {
		w := intaketest.New()
		r := planned(t, w, book(c.sheets...), intake.Options{})
		w.Apply(t, r.Changes)
		if got := unitsOf(w); got != c.want || unreadSheets(r) != c.unread || len(r.Questions) != 0 {
			t.Errorf("%s: got %s, unread %q, asked %v", c.name, got, unreadSheets(r), r.Questions)
		}
	}
}

func TestSheetsOfYears(t *testing.T) {
	w := intaketest.New()
	b := book(table("2026", "System|Driftbudget|Leverantör", "Kartan|#100|Gammal AB"), table("2027", "System|Driftbudget|Leverantör", "Kartan|#200|Ny AB"))
	r := imported(t, w, b, intake.Options{})
	kartan := only(t, w, system.Kind, "Kartan")
	for year, want := range map[int]money.Ore{2026: 10000, 2027: 20000} {
		if got := system.OperationsBudget.Value(w, kartan, year); got != want {
			t.Errorf("%d: %v", year, got)
		}
	}
	if w.Label(system.Supplier.Get(kartan)) != "Ny AB" || r.New != 1 || len(r.Remarks) != 2 {
		t.Errorf("%d new, remarks %v", r.New, r.Remarks)
	}
}

func TestSheetsOfSeveralKinds(t *testing.T) {
	w := intaketest.New()
	b := book(table("Läs mig", "Så här fyller du i."), table("Projekt", "Insats|Projektledare|Berörda system", "Ny karta|Bo Alm|Kartan"), list("System", "Kartan"),
		table("Kontakter", "Namn|E-post", "Bo Alm|bo@x.se"), table("Summering", "Förvaltning|Antal", "Skola|#3"), table("Diagram", "#1|#2", "#3|#4"))
	r := imported(t, w, b, intake.Options{})
	if len(w.All(system.Kind)) != 1 || len(w.All(plan.Kind)) != 1 || len(w.All(org.PersonKind)) != 1 || unreadSheets(r) != "Summering, Diagram, Läs mig" {
		t.Errorf("%d systems, %d insatser, %d persons, unread %q", len(w.All(system.Kind)), len(w.All(plan.Kind)), len(w.All(org.PersonKind)), unreadSheets(r))
	}
	if p := w.All(org.PersonKind); org.PersonEmail.Get(p[0]) != "bo@x.se" {
		t.Error("the address isn't read")
	}
	affected, _ := plan.Systems.Value(w, w.All(plan.Kind)[0], 0).([]field.ID)
	if len(affected) != 1 {
		t.Errorf("affects %v", affected)
	}
}

// TestSheetsThatSayDifferentThingsOfTheSame are read together, and where they don't
// agree the first counts and it is told.
func TestSheetsThatSayDifferentThingsOfTheSame(t *testing.T) {
	w := intaketest.New()
	b := book(table("System", "System|Leverantör", "Kartan|Nordkod AB", "Tavlan|Nordkod AB"), table("Avtal", "System|Avtal till", "Kartan|2027-12-31", "Tavlan|"))
	r := imported(t, w, b, intake.Options{})
	if r.New != 2 || r.Changed != 1 || r.Unchanged != 1 || system.AgreementEnd.Show(w, system.AgreementEnd.Value(w, only(t, w, system.Kind, "Kartan"), 0)) != "2027-12-31" {
		t.Errorf("%d new, %d changed", r.New, r.Changed)
	}
	w = intaketest.New()
	r = imported(t, w, book(list("Lista", "Kartan", "Tavlan", "Boken"), table("Bo", "System|Leverantör|Beskrivning", "Kartan|Sydkod AB|Ritar", "Ny|Sydkod AB|", "Nyare|Sydkod AB|")), intake.Options{Answers: map[string]string{"sheets": "other"}})
	kartan := only(t, w, system.Kind, "Kartan")
	if w.Label(system.Supplier.Get(kartan)) != "Nordkod AB" || system.Description.Get(kartan) != "Ritar" || !strings.Contains(r.Remarks[len(r.Remarks)-1].Message, "”Lista” säger något annat") {
		t.Errorf("supplier %s, remarks %v", w.Label(system.Supplier.Get(kartan)), r.Remarks)
	}
}

// TestAnOwnerOfAnotherSheet doesn't win in silence, though the portfolio has the owner that
// the first sheet says.
func TestAnOwnerOfAnotherSheet(t *testing.T) {
	w := intaketest.New()
	first := table("Lista", "System|Systemägare", "Kartan|Berit Alm", "Tavlan|Berit Alm", "Boken|Berit Alm")
	imported(t, w, book(first), intake.Options{})
	r := imported(t, w, book(first, table("Bo", "System|Systemägare|Beskrivning", "Kartan|Bo Ek|Ritar", "Ny|Bo Ek|", "Nyare|Bo Ek|")), intake.Options{Answers: map[string]string{"sheets": "other"}})
	if got := ownersOf(t, w, "Kartan"); got != "Berit Alm" || len(r.Remarks) == 0 || !strings.Contains(r.Remarks[len(r.Remarks)-1].Message, "”Lista” säger något annat") {
		t.Errorf("Kartan is owned by %s, told %v", got, r.Remarks)
	}
}

func TestChosenSheets(t *testing.T) {
	w := intaketest.New()
	b := book(list("System 2024", "Kartan"), list("System 2025", "Boken"), hiddenTable("Dolt", "System|Leverantör", "Tavlan|N"))
	r := planned(t, w, b, intake.Options{Sheet: "system 2024", Also: []string{"Dolt"}})
	var names []string
	for _, row := range r.Rows {
		names = append(names, row.Name)
	}
	if !slices.Equal(names, []string{"Kartan", "Tavlan"}) || len(r.Unread) != 0 {
		t.Errorf("read %v, unread %v", names, r.Unread)
	}
}
