package org_test

import (
	"strings"
	"testing"

	"itportfoljen/app/org"
)

func TestParseMentions(t *testing.T) {
	for _, c := range []struct{ cell, want string }{
		{"Åsa Ekström", "Åsa Ekström"},
		{"Ekström, Åsa", "Åsa Ekström"},
		{"af Klint, Örjan", "Örjan af Klint"},
		{"von der Leyen, Ursula", "Ursula von der Leyen"},
		{"von Sydow, Max Carl", "Max Carl von Sydow"},
		{"Kowalska, Anna-Karin", "Anna-Karin Kowalska"},
		{"Ek, Anna Karin", "Anna Karin Ek"},
		{"Ekström,\nÅsa", "Åsa Ekström"},
		{"Åsa Ekström <asa.ekstrom@x.se>", "Åsa Ekström <asa.ekstrom@x.se>"},
		{"Ekström, Åsa <Asa.Ekstrom@X.se>", "Åsa Ekström <asa.ekstrom@x.se>"},
		{"Åsa Ekström (asa.ekstrom@x.se)", "Åsa Ekström <asa.ekstrom@x.se>"},
		{"Åsa Ekström (asa.ekstrom@x.se, tel 0550-123 45)", "Åsa Ekström <asa.ekstrom@x.se>"},
		{"Åsa Ekström asa.ekstrom@x.se", "Åsa Ekström <asa.ekstrom@x.se>"},
		{"asa.ekstrom@x.se Åsa Ekström", "Åsa Ekström <asa.ekstrom@x.se>"},
		{"Åsa Ekström, asa.ekstrom@x.se", "Åsa Ekström <asa.ekstrom@x.se>"},
		{"Ekström, Åsa, asa.ekstrom@x.se", "Åsa Ekström <asa.ekstrom@x.se>"},
		{"Åsa Ekström\nasa.ekstrom@x.se", "Åsa Ekström <asa.ekstrom@x.se>"},
		{"asa.ekstrom@x.se", "Asa Ekstrom <asa.ekstrom@x.se>"},
		{"ASA.EKSTROM@X.SE.", "Asa Ekstrom <asa.ekstrom@x.se>"},
		{"mailto:asa.ekstrom@x.se", "Asa Ekstrom <asa.ekstrom@x.se>"},
		{"asa.ekstrom2@x.se", "Asa Ekstrom <asa.ekstrom2@x.se>"},
		{"goran.kowalska@x", "Goran Kowalska <goran.kowalska@x>"},
		{"Anna Ek, Bo Berg", "Anna Ek|Bo Berg"},
		{"Anna Ek, Bo Berg, Cia Dal", "Anna Ek|Bo Berg|Cia Dal"},
		{"Anna Ek <a@x.se>, Bo Berg <b@x.se>", "Anna Ek <a@x.se>|Bo Berg <b@x.se>"},
		{"a.ek@x.se, b.berg@x.se", "A Ek <a.ek@x.se>|B Berg <b.berg@x.se>"},
		{"Ekström, Åsa; goran.kowalska@x", "Åsa Ekström|Goran Kowalska <goran.kowalska@x>"},
		{"Ekström, Åsa, Berg, Bo", "Åsa Ekström|Bo Berg"},
		{"Anna Ek och Bo Berg", "Anna Ek|Bo Berg"},
		{"Anna Ek & Bo Berg", "Anna Ek|Bo Berg"},
		{"Anna Ek / Bo Berg", "Anna Ek|Bo Berg"},
		{"Anna Ek\r\nBo Berg\n\n", "Anna Ek|Bo Berg"},
		{"Anna\nEk", "Anna Ek"},
		{"Anna\r\nKarin\nEk ", "Anna Karin Ek"},
		{"Anna Ek\nBo", "Anna Ek|Bo"},
		{"AE\nBB", "AE|BB"},
		{"Anna Ek, Bo Berg och Cia Dal", "Anna Ek|Bo Berg|Cia Dal"},
		{"Anna Ek; anna ek; ANNA EK", "Anna Ek"},
		{"Anna Ek <a@x.se>; Anna Ek <b@x.se>", "Anna Ek <a@x.se>|Anna Ek <b@x.se>"},
		{"asa.ekstrom@x.se; Åsa Ekström", "Åsa Ekström <asa.ekstrom@x.se>"},
		{"ÅSA EKSTRÖM", "Åsa Ekström"},
		{"ÖRJAN AF KLINT", "Örjan af Klint"},
		{"AF KLINT, ÖRJAN", "Örjan af Klint"},
		{"ANNA-KARIN DE LA GARDIE", "Anna-Karin de la Gardie"},
		{"åsa ekström", "Åsa Ekström"},
		{"Åsa EKSTRÖM", "Åsa Ekström"},
		{"Louis De Geer", "Louis De Geer"},
		{"Anna Ek (vik)", "Anna Ek"},
		{"Anna Ek (vik, 50 %); Bo Berg", "Anna Ek|Bo Berg"},
		{"Anna Ek, IT-chef", "Anna Ek"},
		{"Ekström, Åsa, systemförvaltare", "Åsa Ekström"},
		{"Anna Ek 0550-123 45", "Anna Ek"},
		{"Anna K. Ek", "Anna K. Ek"},
		{" \u00a0Anna\u00a0\u00a0Ek\u200b ", "Anna Ek"},
		{"Anna Ek?", "Anna Ek"},
		{"Anna", "Anna"},
		{"Anna Ek; vakant", "Anna Ek"},
		{"", ""}, {"saknas", ""}, {"Saknas.", ""}, {"-", ""}, {"–", ""}, {"?", ""}, {"??", ""}, {"VAKANT", ""}, {"(vakant)", ""}, {"Ej beslutat", ""}, {"kommer", ""}, {"Anna Ek; ej klart", "Anna Ek"},
		{"N/A", ""}, {"#N/A", ""}, {"n/a; n/a", ""}, {"vet ej", ""}, {"Vet  ej!", ""}, {"okänd", ""}, {";;,", ""}, {"123", ""},
	} {
		var got []string
		for _, m := range org.ParseMentions(c.cell) {
			s := m.Name
			if m.Email != "" {
				s += " <" + m.Email + ">"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("ParseMentions(%q) = %q, want %q", c.cell, s, c.want)
		}
	}
}

func TestMentionKeyIsOnePerPerson(t *testing.T) {
	for want, cells := range map[string][]string{
		"asa ekstrom": {"Åsa Ekström", "Ekström, Åsa", "asa.ekstrom@x", "Åsa Ekström <asa.ekstrom@x>", "ÅSA EKSTRÖM", "A\u030asa Ekstro\u0308m",
			"asa_ekstrom@x.se", "Asa.Ekstrom3@x.se", "Åsa Ekström (tjänstledig)", "asa.ekstrom+it@x.se"},
		"per ake backlund":     {"Per-Åke Backlund", "Backlund, Per Åke", "per-ake.backlund@x.se", "per.ake.backlund@x.se"},
		"orjan af klint":       {"af Klint, Örjan", "Örjan af Klint", "ORJAN.AF.KLINT@X.SE"},
		"sean obrien":          {"Seán O'Brien", "Seán O’Brien", "sean.obrien@x.se"},
		"anna karin kowalska":  {"Kowalska, Anna-Karin", "anna-karin.kowalska@x.se"},
		"soren aeroskobing":    {"Søren Ærøskøbing"},
		"anna gross von weiss": {"Anna Groß von Weiß"},
	} {
		for _, cell := range cells {
			ms := org.ParseMentions(cell)
			if len(ms) != 1 {
				t.Errorf("%q gives %v, want one person", cell, ms)
				continue
			}
			if got := ms[0].Key(); got != want {
				t.Errorf("key of %q = %q, want %q", cell, got, want)
			}
		}
	}
	if got := (org.Mention{Email: "asa.ekstrom@x.se"}).Key(); got != "asa ekstrom" {
		t.Errorf("key from e-mail alone = %q", got)
	}
}

func TestDisplayName(t *testing.T) {
	for _, c := range []struct {
		ms   []org.Mention
		want string
	}{
		{nil, ""},
		{[]org.Mention{{Name: "Asa Ekstrom", Email: "asa.ekstrom@x"}, {Name: "Åsa Ekström"}}, "Åsa Ekström"},
		{[]org.Mention{{Name: "Asa Ekström"}, {Name: "Åsa Ekström"}}, "Åsa Ekström"},
		{[]org.Mention{{Name: "Per Ake Ek", Email: "per.ake.ek@x"}, {Name: "Per-Ake Ek", Email: "per.ake.ek@x"}}, "Per-Ake Ek"},
		{[]org.Mention{{Email: "bo.berg@x"}}, "Bo Berg"},
		{[]org.Mention{{}, {Name: "Bo Berg"}}, "Bo Berg"},
		{[]org.Mention{{Name: "Anna-Karin Ek"}, {Name: "Anna Karin Ek"}}, "Anna-Karin Ek"},
	} {
		if got := org.DisplayName(c.ms); got != c.want {
			t.Errorf("DisplayName(%v) = %q, want %q", c.ms, got, c.want)
		}
	}
}

// What has been read once reads the same when written out again.
func FuzzParseMentions(f *testing.F) {
	for _, s := range []string{"Ekström, Åsa; goran@x", "a@b c@d", "(((", "N/A, n/a", "Å,Å,Å,Å", "<@>", "A@", "Anna Ek, anna.ek@x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		seen := map[string]bool{}
		for _, m := range org.ParseMentions(cell) {
			id := m.Key() + "|" + m.Email
			if m.Name == "" || m.Key() == "" || seen[id] {
				t.Fatalf("%q gives %+v (key %q)", cell, m, m.Key())
			}
			seen[id] = true
			if m.Email != strings.ToLower(m.Email) || strings.ContainsAny(m.Name, "@;\n") {
				t.Fatalf("%q gives %+v", cell, m)
			}
		}
	})
}
