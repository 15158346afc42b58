package intake_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/economy"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

func TestWhatASheetLists(t *testing.T) {
	for _, c := range []struct {
		want  *field.Kind
		name  string // the sheet's
		table string // headings and rows, a row a line
	}{
		{system.Kind, "Blad1", "Id|Namn|Status|Leverantör|Förvaltare\n1|Plogen|I drift|Snö AB|Bo Ek\n2|Vägnätet|Avvecklas|Is AB|Kerstin Alm"},
		{system.Kind, "Blad1", "Nr|Namn|Typ|Ansvarig\n1|Plogen|Verksamhetssystem|Bo Ek\n2|Vägnätet|Webbtjänst|Kerstin Alm"},
		{system.Kind, "Blad1", "id|Namn|Beskrivning|Driftform\n7|Plogen|Plogar|Molntjänst\n8|Vägnätet|Vägar|Intern drift"},
		{system.Kind, "Blad1", "Namn|Förvaltning\nPlogen|Kulturförvaltningen\nVägnätet|Tekniska kontoret"},
		{system.Kind, "System", "Namn|Kommentar|Ålder\nPlogen||3\nVägnätet|Byts|4"},
		{system.Kind, "Blad1", "Applikation|Avtal t.o.m.|Kostnad 2027\nPlogen|2027-12-31|5000\nVägnätet|2026-12-31|100"},
		{system.Kind, "Blad1", "Ärende-ID|Ärendets rubrik|Leverantör\nU-1|Plogen|Snö AB\nU-2|Vägnätet|Is AB"},
		{system.Kind, "Blad1", "||Kontakt|\nSystem|Leverantör|Namn|E-post\nPlogen|Snö AB|Bo Ek|bo@sno.example\nVägnätet|Is AB|Kerstin Alm|k@is.example"},
		{system.Kind, "Blad1", "System|Leverantör|Kontaktperson|E-post|Telefon\nPlogen|Snö AB|Bo Ek|bo@sno.example|08-550 10\nVägnätet|Is AB|Kerstin Alm|k@is.example|"},
		{system.Kind, "Blad1", "Applikation|Leverantör|Org.nr|Kontaktperson\nPlogen|Snö AB|556600-1122|Bo Ek\nVägnätet|Is AB|556600-1133|Kerstin Alm"},
		{plan.Kind, "Blad1", "Projekt|Projektledare|Start|Slut|Budget\nNy plog|Bo Ek|2026-02-01|2026-12-31|50000"},
		{plan.Kind, "Blad1", "Id|Namn|Status|Ansvarig|Startdatum|Slutdatum\n1|Ny plog|Pågår|Bo Ek|2026-02-01|2026-12-31"},
		{plan.Kind, "Blad1", "Nr|Aktivitet|Ansvarig|Klart senast|Kommentar\n1|Byta plog|Bo Ek|2026-12-31|"},
		{plan.Kind, "Projekt 2027", "Namn|Beskrivning|Ansvarig\nNy plog|Byte|Bo Ek\nE-snö|Ny|Kerstin Alm"},
		{agreement.Kind, "Blad1", "Avtal|Leverantör|Startdatum|Slutdatum|Uppsägningstid\nDriftavtal|Snö AB|2025-01-01|2027-12-31|3"},
		{agreement.Kind, "Avtalsregister", "Namn|Leverantör|Diarienummer|Slutdatum\nDriftavtal|Snö AB|KS 2024/12|2027-12-31"},
		{agreement.Kind, "Blad1", "Kontrakt|Motpart|Gäller från|Gäller till|Avtalsansvarig\nDriftavtal|Snö AB|2025-01-01|2027-12-31|Bo Ek"},
		{org.PersonKind, "Kontakter", "Namn|E-post\nKerstin Alm|kerstin.alm@kommun.example\nBo Ek|bo.ek@kommun.example"},
		{org.PersonKind, "Blad1", "Namn|Befattning|Förvaltning|Telefon\nKerstin Alm|Enhetschef|Kulturförvaltningen|070-1112233"},
		{org.PersonKind, "Blad1", "Namn|Förvaltning\nKerstin Alm|Kulturförvaltningen\nBo Ek|Tekniska kontoret"},
		{org.PersonKind, "Blad1", "Medarbetare|Mobilnummer|E-postadress\nKerstin Alm|070-1112233|kerstin.alm@kommun.example"},
		{org.UnitKind, "Blad1", "Enhet|Ansvarskod|Hör till\nVägenheten|4512|Tekniska kontoret"},
		{org.UnitKind, "Blad1", "Namn|Överordnad|Typ\nTekniska kontoret||Förvaltning\nParkenheten|Tekniska kontoret|Enhet"},
		{agreement.SupplierKind, "Blad1", "Leverantör|Org.nr|Kontaktperson|E-post\nSnö AB|556036-0793|Ulla By|ulla@sno.example"},
		{agreement.SupplierKind, "Blad1", "Företag|Organisationsnummer|Telefon\nSnö AB|556036-0793|08-123"},
		{economy.CostKind, "Blad1", "System|År|Budget|Utfall\nPlogen|2026|1000|900"},
		{economy.CostKind, "Kostnader", "System|Kostnadsslag|År|Belopp\nPlogen|Drift|2026|1000"},
	} {
		r := planned(t, intaketest.New(), book(table(c.name, strings.Split(c.table, "\n")...)), intake.Options{})
		if r.Kind != c.want || r.Foreign() != nil {
			t.Errorf("%s: %q are %s, want %s (%v)", c.name, strings.Split(c.table, "\n")[0], r.Kind.Plural, c.want.Plural, r.Foreign())
		}
	}
}

func TestListsOfOtherThingsAreRefused(t *testing.T) {
	for _, table1 := range []string{
		"Dag|Lunch\nMåndag|Soppa\nTisdag|Fisk",
		"Anmäld|Svar till\nLokal 3|bo.ek@kommun.example\nLokal 5|kerstin.alm@kommun.example",
		"Namn|Serienummer|Rum\nSkrivare norr|A12|201\nSkrivare söder|A13|202",
		"Namn|Klass|E-post vårdnadshavare\nKim Ek|7B|a@hem.example\nLo By|7A|c@hem.example",
		"Datum|Närvarande|Paragraf i protokollet\n2026-01-02|Bo Ek|Ja",
		"Vara|Antal|Pris\nBröd|2|30\nMjölk|1|15",
		"Förvaltning|Avdelning|Enhet\nTekniska|Väg|Plog",
		"Ärendenr|Anmält|Anmälare|Rubrik|Status|Prioritet\n71|2026-10-01|Bo Ek|Trasig skrivare|Löst|3\n72|2026-10-02|Kim Alm|Nytt lösenord|Öppet|2",
		"Felanmälan|Lokal|Status|Anmälare\n501|Sal 3|Åtgärdad|Bo Ek\n502|Sal 4|Öppen|Kim Alm",
		"Nr|Fordon|Regnr|Besiktas\n1|Plog norr|ABC123|2027-01-01\n2|Plog söder|ABC124|2027-02-01",
	} {
		r, err := intake.Plan(context.Background(), intaketest.New(), book(table("Blad1", strings.Split(table1, "\n")...)), intake.Options{}, nil)
		if err == nil && r.Foreign() == nil {
			t.Errorf("%q is read as %s", strings.Split(table1, "\n")[0], r.Kind.Plural)
		}
	}
}

// TestCostsOfAYear holds which of budget and utfall a heading with a year is, and that
// what is a guess is told.
func TestCostsOfAYear(t *testing.T) {
	for _, c := range []struct {
		kind    *field.Kind
		heading string
		field   *field.Field
		told    bool
	}{
		{system.Kind, "Driftbudget 2027", system.OperationsBudget.Field, false},
		{system.Kind, "Kostnad 2027", system.OperationsBudget.Field, true},
		{system.Kind, "Kostnad 2026 (tkr)", system.OperationsBudget.Field, true},
		{system.Kind, "Kostnad 2024", system.OperationsActual.Field, true},
		{system.Kind, "Licenskostnad 2028", system.OperationsBudget.Field, true},
		{system.Kind, "Totalkostnad 2025", system.OperationsActual.Field, true},
		{system.Kind, "Driftkostnad 2028", system.OperationsBudget.Field, false},
		{system.Kind, "Driftkostnad 2023", system.OperationsActual.Field, true},
		{system.Kind, "Prognos 2026", system.OperationsForecast.Field, true},
		{system.Kind, "Investering 2028", system.DevelopmentBudget.Field, false},
		{plan.Kind, "Budget 2027", plan.OperationsBudget.Field, true},
		{plan.Kind, "Kostnad 2027", plan.OperationsBudget.Field, true},
		{plan.Kind, "Upparbetat 2025", plan.OperationsActual.Field, true},
		{system.Kind, "Konsultkostnad 2027", system.OperationsBudget.Field, true},
		{system.Kind, "Licenser 2028", system.OperationsBudget.Field, true},
		{system.Kind, "Förvaltningskostnad 2024 (tkr)", system.OperationsActual.Field, true},
		{system.Kind, "Summa 2027", system.OperationsBudget.Field, true},
		{plan.Kind, "Äskade medel 2028", plan.OperationsBudget.Field, true},
		{plan.Kind, "Beslutad budget 2027", plan.OperationsBudget.Field, true},
		{plan.Kind, "Investeringsbehov 2027", plan.InvestmentBudget.Field, true},
		{plan.Kind, "Investeringsutgift 2027", plan.InvestmentBudget.Field, false},
	} {
		r := planned(t, intaketest.New(), book(table("Blad1", c.kind.Title().Label+"|"+c.heading, "Plogen|#5000", "Snön|#100")), intake.Options{Kind: c.kind})
		col := r.Columns[1]
		told := slices.ContainsFunc(r.Remarks, func(i ask.Issue) bool { return i.Column == c.heading && strings.Contains(i.Message, c.field.Label) })
		if col.Field != c.field || told != c.told {
			t.Errorf("%s, %s: %+v, told %v", c.kind.Plural, c.heading, col.Field, told)
		}
	}
}

func TestTheLightOfAPlansCostIsWordsAndTheCostIsAmounts(t *testing.T) {
	lights := planned(t, intaketest.New(), book(table("Blad1", "Insats|Kostnad", "Plogen|Grön", "Snön|Röd", "Isen|Gul")), intake.Options{})
	amounts := planned(t, intaketest.New(), book(table("Blad1", "Insats|Kostnad", "Plogen|#5000", "Snön|#100", "Isen|#7")), intake.Options{})
	if got := []*field.Field{lights.Columns[1].Field, amounts.Columns[1].Field}; got[0] != plan.CostStatus.Field || got[1] != plan.OperationsBudget.Field {
		t.Errorf("%v", got)
	}
}

func TestASumWinsOverItsParts(t *testing.T) {
	r := planned(t, intaketest.New(), book(table("Blad1", "System|Licenskostnad 2027|Supportkostnad 2027|Totalkostnad 2027", "Plogen|#5000|#200|#5200")), intake.Options{})
	if got, want := keys(r), []string{"name", "-", "-", "operations_budget"}; !slices.Equal(got, want) || len(r.Unread) != 2 {
		t.Errorf("%v, %d unread", got, len(r.Unread))
	}
}

func TestAWordForAmountsIsNoAmountOfItsOwn(t *testing.T) {
	r := planned(t, intaketest.New(), book(table("Blad1", "System|Budgetansvarig 2027|Kostnadsställe|Antal licenser|Kontonummer", "Plogen|Bo Ek|#4512|#20|#6540")), intake.Options{})
	if got, want := keys(r), []string{"name", "-", "-", "-", "-"}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

func TestHeadingsThatAreOnlyLikeNamesAreFoundBelowTitles(t *testing.T) {
	r := planned(t, intaketest.New(), book(table("Blad1", "Förteckning 2026|Norrsunda kommun|Fastställd", "Syst.namn|Syst.ägare|Avt. t.o.m.", "Plogen|Bo Ek|2027-12-31", "Vägnätet|Kerstin Alm|2026-12-31")), intake.Options{})
	if got, want := keys(r), []string{"name", "system_owner", "agreement_end"}; !slices.Equal(got, want) || r.HeaderRow != 2 {
		t.Errorf("row %d, %v", r.HeaderRow, got)
	}
}

// TestTwoColumnsOfOneFieldAreToldOf: what is left for another column is named.
func TestTwoColumnsOfOneFieldAreToldOf(t *testing.T) {
	r := planned(t, intaketest.New(), book(table("Blad1", "System|Driftkostnad 2027|Licenskostnad 2027|Rum", "Plogen|#5000|#200|7", "Snön|#100||8")), intake.Options{})
	if len(r.Unread) != 1 || r.Unread[0].Name != "Licenskostnad 2027" || !strings.Contains(r.Unread[0].Why, "”Driftbudget 2027” lästes ur kolumn B") {
		t.Errorf("%+v", r.Unread)
	}
}
