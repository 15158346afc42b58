package intake_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// only gives the record of a name, failing when it isn't the only one.
func only(t *testing.T, w *intaketest.World, k *field.Kind, name string) *field.Record {
	t.Helper()
	rs := w.Named(k, name)
	if len(rs) != 1 {
		t.Fatalf("%d %s named %q", len(rs), k.Many, name)
	}
	return rs[0]
}

func TestPlanSheet(t *testing.T) {
	w := intaketest.New()
	imported(t, w, book(table("s", "Namn|Organisation", "Lön|Kommunen / Kansliet", "Kart|Kommunen / Kansliet", "Kart|Kommunen / Skolförvaltningen", "Bygg|Kommunen")), intake.Options{})
	b := book(table("VP",
		"Verksamhetsplan 2027", "Belopp i tkr, exkl. moms", "",
		"Nr|Insats|Beställare|Status|Berörda system|Drift 2027|Drift 2028|Nytta per år",
		"Skolförvaltningen",
		"1|Byta|Skolförvaltningen|Pågår|Kart; Lön|#75.25|#0|svårvärderad",
		"2|Ta bort|Kansliet|||#10||#5",
		"Nr|Insats|Beställare|Status|Berörda system|Drift 2027|Drift 2028|Nytta per år",
		"Kansliet",
		"3|Ta bort|Anna Ek||Kart, Bygg; Okänd|||",
		"Summa|||||#85.25|#7",
		"Fastställd av nämnden",
	))
	r := imported(t, w, b, intake.Options{})
	if r.Kind != plan.Kind || r.HeaderRow != 4 || r.Unit != money.Tkr || r.New != 3 {
		t.Fatalf("%s, header %d, %s, %d new", r.Kind.Many, r.HeaderRow, r.Unit, r.New)
	}
	var reasons []string
	for _, s := range r.Skipped() {
		reasons = append(reasons, s.Reason)
	}
	if want := []string{"grupprubrik: enheten Skolförvaltningen gäller raderna under", "upprepad rubrikrad", "grupprubrik: enheten Kansliet gäller raderna under", "summarad", "text utanför tabellen: ”Fastställd av nämnden”"}; !slices.Equal(reasons, want) {
		t.Errorf("skipped: %q", reasons)
	}
	byta := only(t, w, plan.Kind, "Byta")
	if v := plan.OperationsBudget.Value(w, byta, 2027); v != money.Ore(7525000) {
		t.Errorf("drift 2027: %v", v)
	}
	if v := plan.OperationsBudget.Value(w, byta, 2028); v != money.Ore(0) {
		t.Errorf("drift 2028: %v, want a zero", v)
	}
	if plan.BenefitNote.Get(byta) != "svårvärderad" || plan.Client.Get(byta) != "" || plan.ImportNote.Get(byta) != "" || plan.Phase.Get(byta) != "execution" {
		t.Errorf("benefit %q, client %q, note %q, phase %q", plan.BenefitNote.Get(byta), plan.Client.Get(byta), plan.ImportNote.Get(byta), plan.Phase.Get(byta))
	}
	if got := org.Path(w, plan.Unit.Get(byta)); got != "Kommunen / Skolförvaltningen" {
		t.Errorf("unit %q", got)
	}
	if got := field.Encode(byta.Get(plan.Systems.Field)); len(plan.Systems.Get(byta)) != 2 {
		t.Errorf("systems %s: the unit should settle which Kart", got)
	}
	drop := w.Named(plan.Kind, "Ta bort")
	if len(drop) != 2 || plan.Phase.Get(drop[0]) != "idea" || plan.ImportNote.Get(drop[0]) != "Beställare: Kansliet" {
		t.Errorf("the same name in two units: %d, note %q", len(drop), plan.ImportNote.Get(drop[0]))
	}
	if got := plan.ImportNote.Get(drop[1]); got != "Berörda system: Okänd" || len(plan.Systems.Get(drop[1])) != 2 {
		t.Errorf("note %q, %d systems", got, len(plan.Systems.Get(drop[1])))
	}
	if !slices.ContainsFunc(r.Remarks, func(i ask.Issue) bool { return strings.Contains(i.Message, "Summan") && i.Column == "Drift 2028" }) {
		t.Errorf("no remark on the wrong sum: %v", r.Remarks)
	}
}

func TestLinksAsk(t *testing.T) {
	w := intaketest.New()
	imported(t, w, book(table("s", "Namn|Organisation", "Kart|Ett", "Kart|Två")), intake.Options{})
	b := book(table("VP", "Insats|Förvaltning|Berörda system", "Byta|Tre|Kart"))
	r := imported(t, w, b, intake.Options{})
	if len(r.Questions) != 1 || len(r.Errors) != 1 || len(plan.Systems.Get(only(t, w, plan.Kind, "Byta"))) != 0 {
		t.Fatalf("%d questions, %d errors", len(r.Questions), len(r.Errors))
	}
	q := r.Questions[0]
	r = planned(t, w, b, intake.Options{Answers: map[string]string{q.ID: q.Options[1].Key}})
	if len(r.Errors) != 0 || r.Changed != 1 || r.Questions[0].Answer != "SYS-0002" {
		t.Errorf("answered: %d errors, %d changed", len(r.Errors), r.Changed)
	}
	w.Apply(t, r.Changes)
	if got := plan.ImportNote.Get(only(t, w, plan.Kind, "Byta")); got != "" {
		t.Errorf("the note still says %q", got)
	}
	if r = imported(t, w, b, intake.Options{}); len(r.Questions)+len(r.Errors)+len(r.Changes) != 0 {
		t.Errorf("asked again: %d questions, %d errors, %d changes", len(r.Questions), len(r.Errors), len(r.Changes))
	}
}

func TestPersonsMerge(t *testing.T) {
	w := intaketest.New()
	b := book(table("s", "Namn|Systemägare|Systemförvaltare",
		"A|Åsa Ekström|Bo Ek <bo.ek@x.se>", "B|Ekström, Åsa|bo.ek@y.se", "C|asa.ekstrom@x.se|Bo Ek", "D|ÅSA EKSTRÖM <asa.ekstrom@x.se>|vakant"))
	r := imported(t, w, b, intake.Options{})
	if len(madeOf(r, org.PersonKind)) != 3 {
		t.Fatalf("persons: %v", madeOf(r, org.PersonKind))
	}
	p := only(t, w, org.PersonKind, "Åsa Ekström")
	if org.PersonEmail.Get(p) != "asa.ekstrom@x.se" {
		t.Errorf("address %q", org.PersonEmail.Get(p))
	}
	if len(r.Questions) != 1 || len(r.Questions[0].Options) != 2 {
		t.Fatalf("two named Bo Ek should give one question: %v", r.Questions)
	}
	answers := map[string]string{r.Questions[0].ID: "bo.ek@y.se"}
	if r := planned(t, w, b, intake.Options{Answers: answers}); r.Changed != 1 {
		t.Errorf("answered: %d changed", r.Changed)
	}
}

func TestExistingPersonGetsAddress(t *testing.T) {
	w := intaketest.New()
	imported(t, w, book(table("s", "Namn|Systemägare", "A|Åsa Ek")), intake.Options{})
	r := imported(t, w, book(table("s", "Namn|Systemägare", "A|Åsa Ek (asa.ek@x.se)")), intake.Options{})
	if len(r.Changes) != 1 || r.Changed != 0 || org.PersonEmail.Get(only(t, w, org.PersonKind, "Åsa Ek")) == "" {
		t.Errorf("%d changes", len(r.Changes))
	}
}

func TestSucceedingOwner(t *testing.T) {
	w := intaketest.New()
	imported(t, w, book(table("s", "Namn|Systemägare", "A|Åsa Ek")), intake.Options{})
	imported(t, w, book(table("s", "Namn|Systemägare", "A|Bo Berg")), intake.Options{})
	held := system.SystemOwner.Get(only(t, w, system.Kind, "A"))
	if len(held) != 2 || held[0].To != 20261120 || held[1].From != 20261121 {
		t.Errorf("held: %v", held)
	}
	r := imported(t, w, book(table("s", "Namn|Systemägare|Leverantör", "A||CGI")), intake.Options{})
	if r.Changed != 1 || len(r.Rows[0].Cells) != 1 || len(system.SystemOwner.Get(only(t, w, system.Kind, "A"))) != 2 {
		t.Error("an empty cell erased the owner")
	}
}

func TestUnits(t *testing.T) {
	w := intaketest.New()
	r := imported(t, w, book(table("s", "Namn|Organisation", "A|Skolan", "B|Kommunen / Skolan / Ekonomi", "C|Kommunen > Vården > Ekonomi", "D|kommunen / SKOLAN", `E|Kommunen\Vården`)), intake.Options{})
	want := []string{"Kommunen / Skolan", "Kommunen", "Kommunen / Skolan / Ekonomi", "Kommunen / Vården", "Kommunen / Vården / Ekonomi"}
	if !slices.Equal(madeOf(r, org.UnitKind), want) {
		t.Errorf("units: %q", madeOf(r, org.UnitKind))
	}
	if a, d := only(t, w, system.Kind, "A"), only(t, w, system.Kind, "D"); system.OwnerUnit.Get(a) != system.OwnerUnit.Get(d) {
		t.Error("a bare name and a path should meet")
	}
}

func TestCells(t *testing.T) {
	w := intaketest.New()
	b := book(table("s", "Namn|Användare|Avtal till|Leverantör|Anteckningar|Driftbudget|Avvecklingsår|Personuppgifter",
		"A|ca 40|tills vidare|nordkod ab|x|#0|9999|x",
		"B|100-200|2027-12-31|Nordkod AB|-|1 850 000,00|2030|Ja",
		"C|#N/A|mars 2027|NORDKOD AB|.||nästa år|-"))
	r := imported(t, w, b, intake.Options{})
	a, bb, c := only(t, w, system.Kind, "A"), only(t, w, system.Kind, "B"), only(t, w, system.Kind, "C")
	for _, row := range []struct {
		r    *field.Record
		f    *field.Field
		want string
	}{
		{a, system.Users.Field, "40"}, {a, system.AgreementTerms, "tills vidare"}, {a, system.Supplier.Field, "Nordkod AB"},
		{a, system.ITNotes.Field, "x"}, {a, system.RetireYear.Field, ""}, {a, system.ImportNote.Field, "Användare: ca 40\nAvvecklingsår: 9999"},
		{bb, system.Users.Field, ""}, {bb, system.AgreementEnd, "2027-12-31"}, {bb, system.ImportNote.Field, "Användare: 100-200"}, {bb, system.ITNotes.Field, ""},
		{c, system.AgreementEnd, "2027-03-31"}, {c, system.Supplier.Field, "Nordkod AB"}, {c, system.PersonalData.Field, "no"},
		{c, system.ImportNote.Field, "Avvecklingsår: nästa år"},
	} {
		got := field.Encode(row.f.Value(w, row.r, 0))
		if row.f.Points() {
			got = row.f.Show(w, row.r.Get(row.f))
		}
		if got != row.want {
			t.Errorf("%s of %s: %q, want %q", row.f.Key, row.r.Name(), got, row.want)
		}
	}
	if v := system.OperationsBudget.Value(w, a, 2027); v != money.Ore(0) {
		t.Errorf("a zero is a value: %v", v)
	}
	if n := len(w.All(economy.CostKind)); n != 2 {
		t.Errorf("%d cost rows", n)
	}
	if len(r.Errors) != 3 || len(r.Remarks) != 3 {
		t.Errorf("errors %v, remarks %v", r.Errors, r.Remarks)
	}
}

func TestRowKeys(t *testing.T) {
	w := intaketest.New()
	imported(t, w, book(table("s", "Namn|Organisation|Leverantör", "Kart|Ett|CGI", "Kart|Två|CGI", "Lönesystemet|Ett|CGI", "Ensam||CGI")), intake.Options{})
	b := book(table("s", "Ref|Namn|Organisation|Leverantör",
		"|KART |Ett|Tieto", "|Kart|Tre|CGI", "|Lönesystemt|Ett|CGI", "|Ensam|Två|CGI", "|Kart|Ett|Tieto", "|Kart|Ett|Annan", "||Ett|CGI", "SYS-0002|Kartan|Två|CGI"))
	r := planned(t, w, b, intake.Options{})
	var got []string
	for _, row := range r.Rows {
		got = append(got, string(row.Status)+" "+row.Ref+" "+row.Reason)
	}
	want := []string{"changed SYS-0001 ", "new  samma namn finns i annan enhet", "skipped  svara på frågan om det är samma som SYS-0003 Lönesystemet, Ett", "changed SYS-0004 ", "skipped  samma namn och enhet som rad 2, men andra uppgifter: slå ihop raderna eller skilj namnen åt",
		"skipped  samma namn och enhet som rad 2, men andra uppgifter: slå ihop raderna eller skilj namnen åt", "skipped  saknar namn i kolumnen ”Namn”", "changed SYS-0002 "}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if len(r.Questions) != 1 || !strings.Contains(r.Questions[0].Text, "SYS-0003") {
		t.Fatalf("questions: %v", r.Questions)
	}
	r = planned(t, w, b, intake.Options{Answers: map[string]string{r.Questions[0].ID: "SYS-0003"}})
	if r.Rows[2].Ref != "SYS-0003" || r.Rows[2].Status != intake.Changed {
		t.Errorf("answered: %+v", r.Rows[2])
	}
}

func TestLoneNames(t *testing.T) {
	w := intaketest.New()
	sh := table("s", "Namn|Leverantör", "A|CGI", "B|", "C|", "", "Källa: IT-avdelningen", "* preliminärt")
	r := imported(t, w, book(sh), intake.Options{})
	if r.New != 3 || len(r.Skipped()) != 2 {
		t.Errorf("%d new, skipped %v", r.New, r.Skipped())
	}
	r = imported(t, intaketest.New(), book(table("s", "System", "A", "B", "C")), intake.Options{})
	if r.New != 3 {
		t.Errorf("a list of names alone: %d new", r.New)
	}
}

func TestNumbersTellInsatserApart(t *testing.T) {
	w := intaketest.New()
	r := imported(t, w, book(table("VP", "Nr|Insats|Förvaltning|Kommentar", "1|Byta|Ett|a", "2|Byta|Ett|b", "2|Byta|Ett|b")), intake.Options{})
	if r.New != 2 || len(r.Skipped()) != 1 {
		t.Errorf("%d new, skipped %v", r.New, r.Skipped())
	}
}

func TestCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := intake.Plan(ctx, intaketest.New(), book(table("s", "Namn|Leverantör", "A|B")), intake.Options{}, nil)
	if fault.CodeOf(err) != fault.Canceled {
		t.Errorf("got %v", err)
	}
}

// TestSuppliersAreMadeByTheirNames: each name that isn't known makes one, and what is
// nearly another's is asked about.
func TestSuppliersAreMadeByTheirNames(t *testing.T) {
	w := intaketest.New()
	b := book(table("s", "System|Leverantör", "A|nordkod ab", "B|Nordkod AB", "C|Nordkod", "D|Nordkot AB", "E|Tieto", "F|SAS", "G|SAP"))
	plan := func(answers map[string]string) *intake.Result {
		t.Helper()
		r, err := intake.Plan(context.Background(), w, b, intake.Options{Answers: answers}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	r := plan(nil)
	if got := strings.Join(madeOf(r, agreement.SupplierKind), ", "); got != "Nordkod AB, Tieto, SAS, SAP" {
		t.Errorf("it makes %s", got)
	}
	var asked []string
	for _, q := range r.Questions {
		asked = append(asked, q.ID+" "+q.Text+" "+q.Effect)
	}
	want := []string{"alike:supplier:Nordkod:Nordkod_AB Är ”Nordkod” samma leverantör som Nordkod AB? Leverantören anges inte; namnet behålls som anteckning.",
		"alike:supplier:Nordkot_AB:Nordkod_AB Är ”Nordkot AB” samma leverantör som Nordkod AB? Leverantören anges inte; namnet behålls som anteckning."}
	if !slices.Equal(asked, want) {
		t.Errorf("asked %q", asked)
	}
	r = imported(t, w, b, intake.Options{Answers: map[string]string{
		"alike:supplier:Nordkod:Nordkod_AB": "same", "alike:supplier:Nordkot_AB:Nordkod_AB": "new"}})
	if got := strings.Join(madeOf(r, agreement.SupplierKind), ", "); got != "Nordkod AB, Nordkot AB, Tieto, SAS, SAP" {
		t.Errorf("with answers it makes %s", got)
	}
	for _, c := range []string{"A Nordkod AB", "B Nordkod AB", "C Nordkod AB", "D Nordkot AB"} {
		name, supplier, _ := strings.Cut(c, " ")
		if got := w.Label(system.Supplier.Get(only(t, w, system.Kind, name))); got != supplier {
			t.Errorf("%s has %s, not %s", name, got, supplier)
		}
	}
	b = book(table("s", "System|Leverantör", "A|NORDKOD AB", "H|Nordkod A.B."))
	r = plan(nil) // what the field holds is known in any case, and a nearly like one is asked about
	if len(r.Questions) != 1 || !strings.Contains(r.Questions[0].Text, "LEV-0001 Nordkod AB") || r.Changed != 0 || r.New != 1 {
		t.Errorf("%d new, %d changed, %+v", r.New, r.Changed, r.Questions)
	}
}

// TestASystemsAgreementIsReadFromTheList: none is made, its own is changed, and of what
// others share it is asked where to write.
func TestASystemsAgreementIsReadFromTheList(t *testing.T) {
	w := intaketest.New()
	imported(t, w, book(table("s", "System|Leverantör|Avtal till|Uppsägningstid, månader", "A|Nordkod AB|2027-12-31|3", "B|Nordkod AB||", "C|||6")), intake.Options{})
	if got := len(w.All(agreement.Kind)); got != 2 {
		t.Fatalf("%d agreements", got)
	}
	a, bb := only(t, w, system.Kind, "A"), only(t, w, system.Kind, "B")
	first := agreement.Ruling(w, a.ID)
	if first.Name() != "Avtal A" || w.Label(agreement.Supplier.Get(first)) != "Nordkod AB" || agreement.NoticeMonths.Get(first) != 3 {
		t.Errorf("made %s with %s", first.Name(), w.Label(agreement.Supplier.Get(first)))
	}
	imported(t, w, book(table("s", "System|Avtal till", "A|2028-12-31", "B|")), intake.Options{})
	if agreement.End.Get(agreement.Ruling(w, a.ID)) != date.Of(2028, 12, 31) || len(w.All(agreement.Kind)) != 2 {
		t.Error("its own agreement wasn't changed")
	}
	share := field.NewRecord(agreement.CoverKind, w.NewID())
	share.Put(agreement.CoverOf.Field, first.ID).Put(agreement.Covered.Field, bb.ID)
	w.Apply(t, []field.Change{{Op: field.Create, Kind: share.Kind, ID: share.ID, Record: share}})
	differs := book(table("s", "System|Avtal till", "A|2029-12-31", "B|2028-12-31"))
	r := imported(t, w, differs, intake.Options{})
	if len(r.Questions) != 2 || r.Questions[1].ID != "gone:systems" || r.Questions[0].ID != "place:agreement_end:"+text.Key(a.Ref) || len(r.Questions[0].Options) != 2 || r.Changed != 1 {
		t.Fatalf("%d changed, asked %+v", r.Changed, r.Questions)
	}
	a = only(t, w, system.Kind, "A")
	if system.ImportNote.Get(a) != "Avtal till: 2029-12-31" || agreement.End.Get(agreement.Ruling(w, a.ID)) != date.Of(2028, 12, 31) {
		t.Errorf("the note is %q and the agreement ends %s", system.ImportNote.Get(a), agreement.End.Get(agreement.Ruling(w, a.ID)))
	}
	imported(t, w, differs, intake.Options{Answers: map[string]string{r.Questions[0].ID: first.Ref}})
	a = only(t, w, system.Kind, "A")
	if system.ImportNote.Get(a) != "" || agreement.End.Get(agreement.Ruling(w, a.ID)) != date.Of(2029, 12, 31) {
		t.Errorf("answered: the note is %q and the agreement ends %s", system.ImportNote.Get(a), agreement.End.Get(agreement.Ruling(w, a.ID)))
	}
}

func TestOwnColumnBeatsMovedText(t *testing.T) {
	w := intaketest.New()
	imported(t, w, book(table("s", "Namn|Avtal till|Avtalsvillkor", "A|tills vidare|enligt ramavtal", "B|löpande|")), intake.Options{})
	a, b := only(t, w, system.Kind, "A"), only(t, w, system.Kind, "B")
	if system.AgreementTerms.Value(w, a, 0) != "enligt ramavtal" || system.ImportNote.Get(a) != "Avtal till: tills vidare" {
		t.Errorf("terms %q, note %q", system.AgreementTerms.Value(w, a, 0), system.ImportNote.Get(a))
	}
	if system.AgreementTerms.Value(w, b, 0) != "löpande" || system.ImportNote.Get(b) != "" {
		t.Errorf("terms %q, note %q", system.AgreementTerms.Value(w, b, 0), system.ImportNote.Get(b))
	}
}

// A text that stands where a day is meant isn't moved in silence when it has digits.
func TestADayThatCantBeReadIsTold(t *testing.T) {
	w := intaketest.New()
	r := imported(t, w, book(table("s", "Namn|Avtal till", "A|2705", "B|löpande", "C|2027-02-30")), intake.Options{})
	if len(r.Remarks) != 2 || r.Remarks[0].Row != 2 || r.Remarks[1].Row != 4 || !strings.Contains(r.Remarks[0].Message, "Avtalsvillkor") {
		t.Errorf("told %v", r.Remarks)
	}
	if got := system.AgreementTerms.Value(w, only(t, w, system.Kind, "C"), 0); got != "2027-02-30" {
		t.Errorf("terms %q", got)
	}
}

func TestATableWithTooManyRows(t *testing.T) {
	rows := []sheet.Row{{Number: 1, Cells: []sheet.Cell{sheet.Str("System")}}}
	cells := []sheet.Cell{sheet.Str("Lönesystemet")}
	for n := range 250_001 {
		rows = append(rows, sheet.Row{Number: n + 2, Cells: cells})
	}
	b := book(sheet.Sheet{Name: "Lista", Rows: rows})
	if _, err := intake.Plan(context.Background(), intaketest.New(), b, intake.Options{}, nil); fault.CodeOf(err) != fault.TooLarge {
		t.Errorf("code %q: %v", fault.CodeOf(err), err)
	}
	b.Sheets[0].Rows = rows[:len(rows)-1]
	if r := planned(t, intaketest.New(), b, intake.Options{}); r.New != 1 || r.RowsRead != 250_000 {
		t.Errorf("%d new of %d rows", r.New, r.RowsRead)
	}
}
