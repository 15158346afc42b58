package org_test

import (
	"strings"
	"testing"

	"itportfoljen/app/org"
)

// told writes what a cell tells: each as name <address> (title) phone from–to [past] {rest} !not.
func told(said org.Said) string {
	var all []string
	for _, n := range said.Named {
		s := n.Name
		add := func(before, what, after string) {
			if what != "" {
				s += before + what + after
			}
		}
		add(" <", n.Email, ">")
		add(" (", n.Title, ")")
		add(" tfn ", n.Phone, "")
		if n.From != 0 || n.To != 0 {
			s += " " + n.From.String() + "–" + n.To.String()
		}
		if n.Past {
			s += " [past]"
		}
		add(" {", n.Rest, "}")
		add(" !", n.Not, "")
		all = append(all, s)
	}
	for _, u := range said.Unclear {
		all = append(all, "?"+u)
	}
	return strings.Join(all, "|")
}

func TestReadPersons(t *testing.T) {
	const function, place, firm, mailbox, sentence = " !en funktion och ingen person", " !en del av organisationen och ingen person", " !ett företag och ingen person", " !en gemensam adress och ingen person", " !inget namn på en person"
	for _, c := range []struct{ cell, want string }{
		{"Bo Alm/Eva Dal", "Bo Alm|Eva Dal"},
		{"Bo Alm/Eva", "Bo Alm|Eva"},
		{"B Alm/E Dal", "B Alm|E Dal"},
		{"Bo Alm+Eva Dal", "Bo Alm|Eva Dal"},
		{"Bo Alm + Eva Dal", "Bo Alm|Eva Dal"},
		{"Bo Alm -> Eva Dal", "Bo Alm|Eva Dal"}, {"Bo Alm → Eva Dal 2027-01-01", "Bo Alm|Eva Dal|?2027-01-01"},
		{"Bo Alm samt Eva Dal", "Bo Alm|Eva Dal"},
		{"Bo Alm resp. Eva Dal", "Bo Alm|Eva Dal"},
		{"Bo Alm - Eva Dal", "Bo Alm|Eva Dal"},
		{"1. Bo Alm 2. Eva Dal", "Bo Alm|Eva Dal"},
		{"• Bo Alm\n• Eva Dal", "Bo Alm|Eva Dal"},
		{"Bo af Alm/Eva von Dal", "Bo af Alm|Eva von Dal"},
		{"bo.alm@x.se/eva.dal@x.se", "Bo Alm <bo.alm@x.se>|Eva Dal <eva.dal@x.se>"},
		{"HR/Lön", "HR/Lön"}, {"A/B-test", "A/B-test"}, {"K/R/T", "K/R/T"},

		{"Eva Dal t.o.m. 2026-12-31", "Eva Dal –2026-12-31"},
		{"Eva Dal tom 2026-12-31", "Eva Dal –2026-12-31"},
		{"Eva Dal (t o m 2026-12-31)", "Eva Dal –2026-12-31"},
		{"Eva Dal till 31/12 2026", "Eva Dal –2026-12-31"},
		{"Eva Dal till och med 2026", "Eva Dal –2026-12-31"},
		{"Eva Dal –2026-12-31", "Eva Dal –2026-12-31"},
		{"Eva Dal, slutar 2026-12-31", "Eva Dal –2026-12-31"},
		{"fr.o.m. 2026-09-01 Bo Alm", "Bo Alm 2026-09-01–"},
		{"Fr o m 2026-09-01: Bo Alm", "Bo Alm 2026-09-01–"},
		{"Bo Alm from 1/9 2026", "Bo Alm 2026-09-01–"},
		{"Bo Alm fr.o.m. 260901", "Bo Alm 2026-09-01–"},
		{"Bo Alm från september 2026", "Bo Alm 2026-09-01–"},
		{"Bo Alm från och med 1 sep 2026", "Bo Alm 2026-09-01–"},
		{"Bo Alm 2024–", "Bo Alm 2024-01-01–"},
		{"Bo Alm (2024-2026)", "Bo Alm 2024-01-01–2026-12-31"},
		{"Bo Alm 2024-01-01--2026-06-30", "Bo Alm 2024-01-01–2026-06-30"},
		{"Bo Alm fr.o.m. 2024-01-01 t.o.m. 2026-06-30", "Bo Alm 2024-01-01–2026-06-30"},
		{"Eva Dal t.o.m. 2026-08-31, Bo Alm fr.o.m. 2026-09-01", "Eva Dal –2026-08-31|Bo Alm 2026-09-01–"},
		{"Eva Dal t.o.m. 2026-08-31, därefter Bo Alm", "Eva Dal –2026-08-31|Bo Alm 2026-09-01–"},
		{"t.o.m. 2026-08-31 Eva Dal, fr.o.m. 2026-09-01 Bo Alm", "Eva Dal –2026-08-31|Bo Alm 2026-09-01–"},
		{"Dal, Eva t.o.m. 2026-12-31", "Eva Dal –2026-12-31"},
		{"Eva Dal (slutar 2026-08-31), ersätts av Bo Alm", "Eva Dal –2026-08-31|Bo Alm 2026-09-01–"},
		{"Bo Alm from 1/9", "Bo Alm|?from 1/9"},
		{"Bo Alm 2026", "Bo Alm|?2026"},
		{"tidigare Bo Alm", "Bo Alm [past]"},
		{"Bo Alm (slutat)", "Bo Alm [past]"},
		{"Bo Alm, slutat", "Bo Alm [past]"},
		{"f.d. Bo Alm", "Bo Alm [past]"},
		{"Eva Dal (tidigare Bo Alm)", "Eva Dal|?Bo Alm"},
		{"Eva Dal (vik. Bo Alm)", "Eva Dal|?vik Bo Alm"},
		{"Eva Dal (ersättare Bo Alm)", "Eva Dal|?ersättare Bo Alm"},
		{"Eva Dal (Bo Alm)", "Eva Dal|?Bo Alm"},
		{"Eva Dal (Norrgård Data AB)", "Eva Dal|?Norrgård Data AB"},
		{"Eva Dal (vik.)", "Eva Dal"}, {"Eva Dal (IT-chef)", "Eva Dal"}, {"Eva Dal (Kultur och fritid)", "Eva Dal"}, {"Eva Dal (Västra skolan)", "Eva Dal"},
		{"Eva Dal (tjänstledig till 2027-03-31)", "Eva Dal|?tjänstledig till 2027-03-31"},
		{"Eva Dal föräldraledig t.o.m. 2027-03-31", "Eva Dal|?föräldraledig t.o.m. 2027-03-31"},
		{"Eva Dal, tjl 2026-08-01–2027-06-30", "Eva Dal|?tjl 2026-08-01–2027-06-30"},
		{"Eva Dal (sjukskriven)", "Eva Dal|?sjukskriven"},
		{"Eva Dal (barnledig), Bo Alm", "Eva Dal|Bo Alm|?barnledig"},
		{"Bo Alm (vikarie till 2027-06-30)", "Bo Alm –2027-06-30"},
		{"Bo Alm (slutade 2024-05-31)", "Bo Alm –2024-05-31"},

		{"Eva Dal tfn 08-550 10 20", "Eva Dal tfn 08-550 10 20"},
		{"Eva Dal, 070-123 45 67", "Eva Dal tfn 070-123 45 67"},
		{"Eva Dal 070-1234567; Bo Alm 070-7654321", "Eva Dal tfn 070-1234567|Bo Alm tfn 070-7654321"},
		{"Eva Dal (0550-123 45)", "Eva Dal tfn 0550-123 45"},
		{"Eva Dal +46 70 123 45 67", "Eva Dal tfn +46 70 123 45 67"},
		{"Eva Dal, ankn 1234", "Eva Dal tfn ankn 1234"},
		{"Tel: 08-550 00 00", "?08-550 00 00"},
		{"tfn 08-550 00 00", "?08-550 00 00"},
		{"0501-12345", "?0501-12345"},

		{"IT-chef Eva Dal", "Eva Dal (IT-chef)"},
		{"Eva Dal, systemförvaltare", "Eva Dal (systemförvaltare)"},
		{"Eva Dal - rektor", "Eva Dal (rektor)"},
		{"Eva Dal systemförvaltare", "Eva Dal (systemförvaltare)"},
		{"rektor Eva Dal", "Eva Dal (rektor)"},
		{"tf. enhetschef Eva Dal", "Eva Dal (tf enhetschef)"},
		{"Biträdande rektor: Eva Dal", "Eva Dal (Biträdande rektor)"},
		{"IT-chef, Eva Dal", "Eva Dal (IT-chef)"},
		{"Eva Dal, IT-chef, Bo Alm, rektor", "Eva Dal (IT-chef)|Bo Alm (rektor)"},
		{"IT-chefen", "IT-chefen" + function}, {"Rektor", "Rektor" + function}, {"Förvaltningschef", "Förvaltningschef" + function},
		{"systemförvaltare", "systemförvaltare" + function}, {"Respektive chef", "Respektive chef" + function}, {"Alla rektorer", "Alla rektorer" + function},
		{"Rektor Västerskolan", "Rektor Västerskolan" + function}, {"IT-chef BUF", "IT-chef BUF" + function}, {"Chef för lönegruppen", "Chef för lönegruppen" + function},
		{"Systemägare saknas", ""},
		{"Förvaltningen", "Förvaltningen" + place}, {"Supporten", "Supporten" + place},
		{"Granit Data AB", "Granit Data AB" + firm},
		{"Eva Dal, BUF", "Eva Dal {BUF}"}, {"Eva Dal (BUF)", "Eva Dal"}, {"Eva Dal, Västerskolan", "Eva Dal {Västerskolan}"},
		{"Eva Dal tills vidare", "Eva Dal {tills vidare}"}, {"hör med Eva Dal", "Eva Dal {hör med}"},

		{"Se avtalet", "Se avtalet" + sentence}, {"SE BILAGA", "Se Bilaga" + sentence}, {"Utreds", ""}, {"Samtliga", "Samtliga" + sentence}, {"Ej bestämt än", "Ej bestämt än" + sentence},
		{"Kommer att utses", "Kommer att utses" + sentence}, {"Delad mellan enheter", "Delad mellan enheter" + sentence}, {"Helpdesk", "Helpdesk" + sentence}, {"Resp. verksamhet", "Resp verksamhet" + sentence}, {"Egen drift", "Egen drift" + sentence},
		{"Pågår sedan i våras", "Pågår sedan i våras" + sentence}, {"Extern konsult", "Extern konsult" + function}, {"Inhyrd projektledare", "Inhyrd projektledare" + function}, {"Ingen förvaltare", ""},
		{"Alla Dal", "Alla Dal"}, {"Ny, Eva", "Eva Ny"}, {"Eva Maria Ny", "Eva Maria Ny"}, {"eva dal", "Eva Dal"}, {"Eva dal", "Eva dal"}, {"eva maria dal", "Eva Maria Dal"}, {"Eva av Dal", "Eva av Dal"},
		{"Hr Dal", "Dal"}, {"Fru Eva Dal", "Eva Dal"}, {"Kontakta Eva Dal", "Eva Dal {Kontakta}"}, {"Eva Dal tf", "Eva Dal (tf)"}, {"Eva Dal, vik.", "Eva Dal (vik)"},

		{"it-support@x.se", "It Support <it-support@x.se>" + mailbox},
		{"info@firma.se", "Info <info@firma.se>" + mailbox},
		{"servicedesk@x.se", "Servicedesk <servicedesk@x.se>" + mailbox},
		{"registrator@x.se", "Registrator <registrator@x.se>" + mailbox},
		{"byköping.kommun@x.se", "Bykoping Kommun <byköping.kommun@x.se>" + mailbox},
		{"eva.dal@x.se", "Eva Dal <eva.dal@x.se>"},
	} {
		if got := told(org.ReadPersons(c.cell)); got != c.want {
			t.Errorf("%q tells %q, want %q", c.cell, got, c.want)
		}
	}
}
