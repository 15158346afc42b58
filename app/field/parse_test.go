package field_test

import (
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

func TestParse(t *testing.T) {
	p := apptest.Empty(t)
	for _, c := range []struct {
		f    *field.Field
		s    string
		want field.Value // nil with no remark: refused, or empty where s is
		says string      // part of the remark
	}{
		{system.Name.Field, "  Löne\u00a0systemet ", "Löne systemet", ""},
		{system.Description.Field, " rad 1\n  rad 2 ", "rad 1\n  rad 2", ""},
		{system.Name.Field, "Löne\r\nsystemet\u2028 två\x1b[2J\u202e", "Löne systemet två", ""},
		{system.Description.Field, "rad 1\r\nrad 2\x1b]0;x\a\u2066\r\tslut", "rad 1\nrad 2\n\tslut", ""},
		{system.Name.Field, strings.Repeat("å", field.MostLine), strings.Repeat("å", field.MostLine), ""},
		{system.Name.Field, strings.Repeat("å", field.MostLine+1), nil, ""},
		{system.Name.Field, strings.Repeat("👩", field.MostLine/2+1), nil, ""},
		{system.Description.Field, strings.Repeat("å", field.MostText), strings.Repeat("å", field.MostText), ""},
		{system.Description.Field, strings.Repeat("å", field.MostText+1), nil, ""},
		{system.Users.Field, "1\n200", int64(1200), ""},
		{system.Users.Field, "40", int64(40), ""},
		{system.Users.Field, "1 200 st", int64(1200), ""},
		{system.Users.Field, "ca 40", int64(40), "ca 40"},
		{system.Users.Field, "~1 500", int64(1500), "ungefärligt"},
		{system.Users.Field, "3,5", nil, ""},
		{system.Users.Field, "många", nil, ""},
		{system.RetireYear.Field, "2030", int64(2030), ""},
		{system.RetireYear.Field, "2030.0", int64(2030), ""},
		{system.RetireYear.Field, "9999", nil, "inget år"},
		{system.RetireYear.Field, "1949", nil, ""},
		{system.RetireYear.Field, "2200", nil, ""},
		{system.ClassifiedYear.Field, "Ja", true, ""},
		{system.ClassifiedYear.Field, "x", true, ""},
		{system.ClassifiedYear.Field, "-", false, ""},
		{system.ClassifiedYear.Field, "kanske", nil, ""},
		{system.AgreementStart, "mars 2027", date.Of(2027, 3, 1), ""},
		{system.AgreementEnd, "mars 2027", date.Of(2027, 3, 31), ""},
		{system.ReviewBy.Field, "2027", date.Of(2027, 12, 31), ""},
		{plan.Start.Field, "Q2 2027", date.Of(2027, 4, 1), ""},
		{plan.End.Field, "Q2 2027", date.Of(2027, 6, 30), ""},
		{org.PersonLeft.Field, "juni 2027", date.Of(2027, 6, 30), ""},
		{plan.End.Field, "snart", nil, ""},
		{system.Lifecycle.Field, "I FÖRVALTNING", "maintained", ""},
		{system.Lifecycle.Field, "maintained", "maintained", ""},
		{system.Lifecycle.Field, "b) avvecklas", "phaseout", "Under avveckling"},
		{system.Lifecycle.Field, "Avvecklat (2019)", "retired", "2019"},
		{system.Lifecycle.Field, "drift: dygnet runt", "maintained", "dygnet runt"},
		{system.Lifecycle.Field, "vet inte", nil, "tomt"},
		{system.Lifecycle.Field, "så där", nil, ""},
		{system.Lifecycle.Field, "I drift", "maintained", ""},
		{system.Lifecycle.Field, "Systemet är i drift", "maintained", ""},
		{system.Lifecycle.Field, "Aktiva", "maintained", ""},
		{system.Lifecycle.Field, "Används", "maintained", ""},
		{system.Lifecycle.Field, "Under upphandling", "procurement", ""},
		{system.Lifecycle.Field, "Planerade", "planned", ""},
		{system.Lifecycle.Field, "Ska avvecklas", "phaseout", ""},
		{system.Lifecycle.Field, "Avvecklas 2027", "phaseout", "2027"},
		{system.Lifecycle.Field, "Avvecklade", "retired", ""},
		{system.Lifecycle.Field, "Nedlagd", "retired", ""},
		{system.Lifecycle.Field, "Ej i drift", "retired", ""},
		{system.Lifecycle.Field, "I drift, ersätts 2028", "maintained", "ersätts"},
		{system.Lifecycle.Field, "Under utveckling", nil, ""},
		{system.Lifecycle.Field, "kanske i drift", nil, ""},
		{system.Hosting.Field, "Externa", "external", ""},
		{system.Hosting.Field, "i molnet", "cloud", ""},
		{system.Hosting.Field, "Lokal drift", "internal", ""},
		{system.Hosting.Field, "hybrid", nil, ""},
		{system.Criticality.Field, "Kritiska", "fully", ""},
		{system.PersonalData.Field, "Ja, ibland", "yes", "ibland"},
		{system.PersonalData.Field, "Ja, känsliga", "sensitive", ""},
		{system.Assessment.Field, "Vet ej", "unknown", ""},
		{system.ClassifiedYear.Field, "?", nil, "tomt"},
		{system.Confidentiality.Field, "Oklart", nil, "tomt"},
		{system.AgreementEnd, "okänt", nil, "tomt"},
		{system.Name.Field, "Okänt", "Okänt", ""},
		{plan.BenefitPerYear.Field, "ej klart", nil, "tomt"},
		{system.Users.Field, "40 användare", int64(40), ""},
		{system.Users.Field, "40st", int64(40), ""},
		{system.Users.Field, "1 200 personer", int64(1200), ""},
		{system.Users.Field, "1.200", int64(1200), "1200"},
		{system.Users.Field, "cirka 90", int64(90), "cirka 90"},
		{system.Users.Field, "90 ca", int64(90), "ungefärligt"},
		{system.Users.Field, "antal: 40 st", int64(40), ""},
		{system.Users.Field, ">100", int64(100), "ungefärligt"},
		{system.Users.Field, "100+", int64(100), "ungefärligt"},
		{system.Users.Field, "över 100", int64(100), "ungefärligt"},
		{system.Users.Field, "ca 1,2 tusen", int64(1200), "ungefärligt"},
		{system.Users.Field, "2k", int64(2000), ""},
		{system.Users.Field, "ett hundratal", int64(100), "ungefärligt"},
		{system.Users.Field, "tolv personer", int64(12), ""},
		{system.Users.Field, "40 (2025)", int64(40), "2025"},
		{system.Users.Field, "40 lärplattor", int64(40), "lärplattor"},
		{system.Users.Field, "10–20", nil, ""},
		{system.Users.Field, "10 till 20 st", nil, ""},
		{system.Users.Field, "40 %", nil, ""},
		{system.Users.Field, "40 tkr", nil, ""},
		{agreement.CoverShare.Field, "40 %", int64(40), ""},
		{settings.ReviewYear.Field, "2 år", int64(2), ""},
		{system.Users.Field, "40/60", nil, ""},
		{system.Users.Field, "alla anställda", nil, ""},
		{system.Users.Field, "20 eller fler", int64(20), "ungefärligt"},
		{system.NoticeMonths, "3 mån", int64(3), ""},
		{system.NoticeMonths, "1 år", int64(12), ""},
		{system.NoticeMonths, "90", int64(90), ""},
		{system.NoticeMonths, "36", int64(36), ""},
		{system.NoticeMonths, "45 dagar", int64(2), "2 månader"},
		{system.NoticeMonths, "3-6 mån", nil, ""},
		{system.NoticeMonths, "200 år", nil, ""},
		{system.NoticeMonths, "vet ej", nil, "tomt"},
		{system.RetireYear.Field, "Q2 2027", int64(2027), "2027"},
		{system.RetireYear.Field, "2027-06-30", int64(2027), "2027"},
		{system.RetireYear.Field, "2027/2028", nil, ""},
		{system.AgreementEnd, "t.o.m. 2027-12-31", date.Of(2027, 12, 31), ""},
		{system.AgreementEnd, "fr.o.m. 2027-01-01", nil, ""},
		{system.AgreementEnd, "2025-01-01 – 2027-12-31", date.Of(2027, 12, 31), "till 2027-12-31"},
		{system.SupportEnd.Field, "Tills vidare", nil, "inget slut"},
		{system.ClassifiedOn.Field, "tills vidare", nil, ""},
		{system.AgreementEnd, "tills vidare", nil, ""},
		{system.AgreementStart, "2025-01-01 – 2027-12-31", date.Of(2025, 1, 1), "från 2025-01-01"},
		{system.AgreementStart, "fr.o.m. 1 mars 2027", date.Of(2027, 3, 1), ""},
		{plan.BenefitPerYear.Field, "250 000 kr/år", money.FromKronor(250_000), ""},
		{plan.BenefitPerYear.Field, "ca 300 tkr", money.FromKronor(300_000), "ungefärligt"},
		{plan.BenefitPerYear.Field, "100–200 tkr", nil, ""},
		{plan.BenefitPerYear.Field, "ingår i driften", nil, "inget eget belopp"},
		{agreement.Value.Field, "250 000 kr/år", nil, ""},
		{agreement.Value.Field, "250 000 kr", money.FromKronor(250_000), ""},
		{system.Confidentiality.Field, "3", int64(3), ""},
		{system.Confidentiality.Field, "0", int64(0), ""},
		{system.Confidentiality.Field, "K3", int64(3), ""},
		{system.Confidentiality.Field, "3 (allvarlig)", int64(3), ""},
		{system.Confidentiality.Field, "Allvarlig", int64(3), ""},
		{system.Confidentiality.Field, "synnerligen allvarlig", int64(4), ""},
		{system.Confidentiality.Field, "2 eller 3", int64(2), "2 eller 3"},
		{system.Confidentiality.Field, "2,5", int64(2), "2,5"},
		{system.Confidentiality.Field, "5", nil, ""},
		{system.Confidentiality.Field, "-1", nil, ""},
		{system.Confidentiality.Field, "10", nil, ""},
		{system.Confidentiality.Field, "hög", nil, ""},
		{system.InUseFrom.Field, "2018", "2018", ""},
		{system.InUseFrom.Field, "201803", "2018-03", ""},
		{system.InUseFrom.Field, "1 mars 2018", "2018-03-01", ""},
		{system.InUseFrom.Field, "länge sedan", nil, ""},
		{system.InUseFrom.Field, "Q1 2018", nil, ""},
		{org.PersonEmail.Field, "Mailto:Anna.Ek@Kommunen.SE", "anna.ek@kommunen.se", ""},
		{org.PersonEmail.Field, "anna.ek", nil, ""},
		{plan.Risk.Field, "3x4", "3×4", ""},
		{plan.Risk.Field, "HÖG", "Hög", ""},
		{plan.Risk.Field, "6x1", nil, ""},
		{plan.BenefitPerYear.Field, "1,2", money.Ore(120), ""},
		{plan.BenefitPerYear.Field, "−5 tkr", money.FromKronor(-5000), ""},
		{plan.BenefitPerYear.Field, "stor", nil, ""},
		{system.Users.Field, " \u00a0", nil, ""},
		{system.SystemOwner.Field, "Anna", nil, ""},
	} {
		v, remark, err := c.f.Parse(p, c.s, money.Kr)
		if v != c.want && !field.Equal(v, c.want) {
			t.Errorf("%s %q is %v (%v), want %v", c.f.Key, c.s, v, err, c.want)
		}
		if (remark == "") != (c.says == "") || !strings.Contains(remark, c.says) {
			t.Errorf("%s %q remarks %q, want %q", c.f.Key, c.s, remark, c.says)
		}
		refuse := c.want == nil && c.says == "" && strings.Trim(c.s, " \u00a0") != ""
		if (err != nil) != refuse {
			t.Errorf("%s %q: error %v", c.f.Key, c.s, err)
		}
		if err != nil && (fault.CodeOf(err) == fault.Internal) != c.f.Points() {
			t.Errorf("%s %q: code %s", c.f.Key, c.s, fault.CodeOf(err))
		}
	}
}

func TestAmountsAreInTheSheetsUnit(t *testing.T) {
	p := apptest.Empty(t)
	for s, want := range map[string]money.Ore{"12": money.FromKronor(12_000), "12 kr": money.FromKronor(12), "1 mnkr": money.FromKronor(1_000_000)} {
		if v, _, err := plan.BenefitPerYear.Parse(p, s, money.Tkr); err != nil || v != want {
			t.Errorf("%q is %v, %v", s, v, err)
		}
	}
}
