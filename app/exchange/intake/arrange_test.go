package intake_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

// arranged reads a list of systems and tells each row in a few words: "Ekot@Skolkontoret"
// of a system and its unit, "-reason" of a row that is passed over.
func arranged(t *testing.T, w *intaketest.World, lines []string, o intake.Options) (*intake.Result, []string) {
	t.Helper()
	r := imported(t, w, book(table("s", lines...)), o)
	var out []string
	for _, row := range r.Rows {
		if row.Status == intake.Skipped {
			out = append(out, "-"+row.Reason)
			continue
		}
		unit := org.Path(w, system.OwnerUnit.Get(w.Get(row.Record)))
		out = append(out, strings.TrimSuffix(row.Name+"@"+unit, "@"))
	}
	return r, out
}

func TestRowsThatArrangeAList(t *testing.T) {
	const heads = "System|Leverantör|Systemägare"
	for _, c := range []struct {
		name  string
		lines []string
		want  []string // a prefix of what is said of each row
	}{
		{"units by their form", []string{heads, "Skolkontoret", "Ekot|CGI|Eva Ek", "Vinden|CGI|Eva Ek", "Miljö- och byggnadsnämnden", "Lyran|CGI|Bo Alm"},
			[]string{"-grupprubrik: enheten Skolkontoret", "Ekot@Skolkontoret", "Vinden@Skolkontoret", "-grupprubrik: enheten Miljö", "Lyran@Miljö- och byggnadsnämnden"}},
		{"numbers, counts and colons around the units", []string{heads, "1. Skolkontoret (2 system):", "Ekot|CGI|Eva Ek", "Vinden|CGI|Eva Ek", "2. KULTURFÖRVALTNINGEN – 1 st", "Lyran|CGI|Bo Alm"},
			[]string{"-grupprubrik: enheten Skolkontoret g", "Ekot@Skolkontoret", "Vinden@Skolkontoret", "-grupprubrik: enheten KULTURFÖRVALTNINGEN g", "Lyran@KULTURFÖRVALTNINGEN"}},
		{"a unit that its label names", []string{heads, "Förvaltning: Eken", "Ekot|CGI|Eva Ek", "Förvaltning: Linden", "Lyran|CGI|Bo Alm"},
			[]string{"-grupprubrik: enheten Eken", "Ekot@Eken", "-grupprubrik: enheten Linden", "Lyran@Linden"}},
		{"a label in another form", []string{heads, "Ägande-förvaltning: Eken", "Ekot|CGI|Eva Ek", "FÖRVALTNING : Linden", "Lyran|CGI|Bo Alm"},
			[]string{"-grupprubrik: enheten Eken", "Ekot@Eken", "-grupprubrik: enheten Linden", "Lyran@Linden"}},
		{"what units do", []string{heads, "Vård och omsorg", "Ekot|CGI|Eva Ek", "Kultur & fritid", "Lyran|CGI|Bo Alm"},
			[]string{"-grupprubrik: enheten Vård och omsorg", "Ekot@Vård och omsorg", "-grupprubrik: enheten Kultur & fritid", "Lyran@Kultur & fritid"}},
		{"one by its place among others", []string{heads, "Skolkontoret", "Ekot|CGI|Eva Ek", "KLF", "Lyran|CGI|Bo Alm"},
			[]string{"-grupprubrik: enheten Skolkontoret", "Ekot@Skolkontoret", "-grupprubrik: enheten KLF", "Lyran@KLF"}},
		{"a system with only a name in a group", []string{heads, "Skolkontoret", "Vinden", "Ekot|CGI|Eva Ek", "Lyran|CGI|Bo Alm", "Månen"},
			[]string{"-grupprubrik: enheten Skolkontoret", "Vinden@Skolkontoret", "Ekot@Skolkontoret", "Lyran@Skolkontoret", "Månen@Skolkontoret"}},
		{"a group without rows", []string{heads, "Skolkontoret", "Kulturkontoret", "Ekot|CGI|Eva Ek", "Miljökontoret"},
			[]string{"-grupprubrik: enheten Skolkontoret", "-grupprubrik: enheten Kulturkontoret", "Ekot@Kulturkontoret", "-grupprubrik utan rader under: ”Miljökontoret”"}},
		{"names alone", []string{heads, "Ekot", "Vinden", "Lyran|CGI|Bo Alm", "Månen"}, []string{"Ekot", "Vinden", "Lyran", "Månen"}},
		{"what arranges and is no unit", []string{heads, "Gemensamma system", "Ekot|CGI|Eva Ek", "Verksamhetssystem", "Lyran|CGI|Bo Alm", "A", "Månen|CGI|Bo Alm"},
			[]string{"-grupprubrik: ”Gemensamma system” blir ingen enhet", "Ekot", "-grupprubrik: ”Verksamhetssystem” blir ingen enhet", "Lyran", "-grupprubrik", "Månen"}},
		{"groups within units", []string{heads, "Skolkontoret", "Gemensamma system", "Ekot|CGI|Eva Ek", "Övriga system", "Vinden|CGI|Eva Ek", "Kulturkontoret", "Lyran|CGI|Bo Alm", "Övriga system", "Månen|CGI|Bo Alm"},
			[]string{"-grupprubrik: enheten Skolkontoret", "-grupprubrik: ”Gem", "Ekot@Skolkontoret", "-grupprubrik", "Vinden@Skolkontoret", "-grupprubrik: enheten Kulturkontoret", "Lyran@Kulturkontoret", "-grupprubrik", "Månen"}},
		{"abbreviations in a list of groups", []string{heads, "BUF", "Ekot|CGI|Eva Ek", "Vinden|CGI|Eva Ek", "SOC", "Lyran|CGI|Bo Alm", "Månen|CGI|Bo Alm"},
			[]string{"-grupprubrik: enheten BUF", "Ekot@BUF", "Vinden@BUF", "-grupprubrik: enheten SOC", "Lyran@SOC", "Månen@SOC"}},
		{"what lists are arranged by, though it ends as units do", []string{heads, "Gemensamt inom kommunen", "Ekot|CGI|Eva Ek", "Administrativa system", "Lyran|CGI|Bo Alm"},
			[]string{"-grupprubrik: ”Gemensamt inom kommunen” blir", "Ekot", "-grupprubrik: ”Administrativa system” blir", "Lyran"}},
		{"a sum beside the units", []string{"Förvaltning|System|Driftbudget", "Skolkontoret|Ekot|100", "Skolkontoret|Vinden|200", "Skolkontoret totalt||300", "Kulturkontoret|Lyran|50", "Hela kommunen||350", "Moms||87,50", "Att betala||437,50"},
			[]string{"Ekot@Skolkontoret", "Vinden@Skolkontoret", "-summarad: ”Skolkontoret totalt”", "Lyran@Kulturkontoret", "-summarad utan rubrik", "-summarad", "-summarad"}},
		{"who filled it in", []string{heads, "Ekot|CGI|Eva Ek", "Lyran|CGI|Bo Alm", "Ifylld av: Eva Ek", "Fortsättning följer"}, []string{"Ekot", "Lyran", "-text utanför", "-text utanför"}},
		{"units left of the names", []string{"Förvaltning|System|Leverantör", "Eken||", "|Ekot|CGI", "|Vinden|CGI", "Linden||", "|Lyran|CGI"},
			[]string{"-grupprubrik: enheten Eken", "Ekot@Eken", "Vinden@Eken", "-grupprubrik: enheten Linden", "Lyran@Linden"}},
		{"sums by many words", []string{"System|Leverantör|Driftbudget", "Ekot|CGI|#100", "Vinden|CGI|#200", "S:a|2 st|#300", "TOTALT:||#300", "Tot.|alla leverantörer|#300", "Total kostnad (tkr)||#300",
			"Årssumma||#300", "Summa summarum||#300", "Antal system: 2||", "Snitt per system||#150", "Differens||#0", "Varav licenser||#40"},
			[]string{"Ekot", "Vinden", "-summarad", "-summarad", "-summarad", "-summarad", "-summarad", "-summarad", "-summarad", "-summarad", "-summarad", "-summarad"}},
		{"sums of parts", []string{"System|Förvaltning|Driftbudget", "Ekot|Skolkontoret|#100", "Vinden|Skolkontoret|#200", "Delsumma SK|2 system|#300", "Lyran|Kulturkontoret|#50", "Månen|Kulturkontoret|#25", "Summa Kulturkontoret||#75", "Summa|Skolkontoret|#300", "Drift totalt||#375"},
			[]string{"Ekot", "Vinden", "-summarad: ”Delsumma SK”", "Lyran", "Månen", "-summarad: ”Summa Kulturkontoret”", "-summarad", "-summarad"}},
		{"a sum in another column than the first", []string{"Nr|System|Förvaltning|Driftbudget", "1|Ekot|Skolkontoret|#100", "2|Vinden|Skolkontoret|#200", "||Summa:|#300", "Totalt|||#300"},
			[]string{"Ekot", "Vinden", "-summarad", "-summarad"}},
		{"a sum without a word", []string{"System|Leverantör|Driftbudget", "Ekot|CGI|#100", "Vinden|CGI|#200", "||#300", "||#17"},
			[]string{"Ekot", "Vinden", "-summarad utan rubrik", "-saknar namn"}},
		{"systems that are called as sums are", []string{"System|Leverantör|Driftbudget", "Summa Time|Wisma|#100", "Total Recall|CGI|", "Totalförsvarssystemet||#50", "Saldo|CGI|#10", "Antagning||#5", "Totalbild||#7", "Summering Pro|CGI|#5"},
			[]string{"Summa Time", "Total Recall", "Totalförsvarssystemet", "Saldo", "Antagning", "Totalbild", "Summering Pro"}},
		{"notes", []string{heads, "Ekot|CGI|Eva Ek", "OBS! byts ut i höst", "Vinden|CGI|Eva Ek", "|anm: uppsagt|", "Lyran|CGI|Bo Alm", "* = uppskattat", "Uppdaterad 2026-03-01", "Sida 1 av 3", "Källa: IT"},
			[]string{"Ekot", "-fortsättning på rad 2: ”OBS! byts ut i höst”", "Vinden", "-fortsättning på rad 4: ”anm: uppsagt”", "Lyran", "-text utanför", "-text utanför", "-text utanför", "-text utanför"}},
		{"a note between groups", []string{heads, "Skolkontoret", "Ekot|CGI|Eva Ek", "Alla belopp i tkr", "Vinden|CGI|Eva Ek", "Kulturkontoret", "|Se även fliken Avtal|", "Lyran|CGI|Bo Alm"},
			[]string{"-grupprubrik", "Ekot@Skolkontoret", "-text utanför", "Vinden@Skolkontoret", "-grupprubrik", "-text utanför", "Lyran@Kulturkontoret"}},
		{"rows that go on", []string{"System|Leverantör|Beskrivning", "Ekot|CGI|Skriver ut", "||etiketter och kort", "||till lagret", "Vinden|CGI|Mäter"},
			[]string{"Ekot", "-fortsättning på rad 2: ”etiketter och kort”", "-fortsättning på rad 2: ”till lagret”", "Vinden"}},
		{"a real row without its name", []string{"System|Leverantör|Beskrivning", "Ekot|CGI|Skriver ut", "|Tieto|Mäter"}, []string{"Ekot", "-saknar namn"}},
	} {
		w := intaketest.New()
		r, got := arranged(t, w, c.lines, intake.Options{})
		ok := len(got) == len(c.want)
		for i := range c.want {
			ok = ok && strings.HasPrefix(got[i], c.want[i]) && (strings.HasPrefix(got[i], "-") || got[i] == c.want[i] || !strings.Contains(c.want[i], "@"))
		}
		if !ok {
			t.Errorf("%s:\ngot  %q\nwant %q", c.name, got, c.want)
		}
		if len(r.Questions) > 0 && c.name != "" {
			for _, q := range r.Questions {
				t.Errorf("%s: asks %s", c.name, q.Text)
			}
		}
	}
}

// What a group is called may be a value, of the rows that don't say it themselves.
func TestAGroupMayGiveAValue(t *testing.T) {
	w := intaketest.New()
	arranged(t, w, []string{"System|Livscykel|Leverantör", "I drift", "Ekot||CGI", "Vinden|Planerat|CGI", "Avvecklade system", "Lyran||CGI"}, intake.Options{})
	for name, want := range map[string]string{"Ekot": "maintained", "Vinden": "planned", "Lyran": "retired"} {
		if got := system.Lifecycle.Get(only(t, w, system.Kind, name)); got != want {
			t.Errorf("%s is %s, not %s", name, got, want)
		}
	}
}

// What can't be told is asked about once, and answered for the whole list.
func TestWhatHeadsAListMayBeAskedAbout(t *testing.T) {
	lines := []string{"System|Leverantör|Systemägare", "Eken", "Ekot|CGI|Eva Ek", "Vinden|CGI|Eva Ek", "Linden", "Lyran|CGI|Bo Alm", "Månen|CGI|Bo Alm"}
	for answer, want := range map[string][]string{
		"":         {"-grupprubrik: ”Eken” blir ingen enhet", "Ekot", "Vinden", "-grupprubrik: ”Linden” blir ingen enhet", "Lyran", "Månen"},
		"headings": {"-grupprubrik: ”Eken” blir ingen enhet", "Ekot", "Vinden", "-grupprubrik: ”Linden” blir ingen enhet", "Lyran", "Månen"},
		"units":    {"-grupprubrik: enheten Eken gäller raderna under", "Ekot@Eken", "Vinden@Eken", "-grupprubrik: enheten Linden gäller raderna under", "Lyran@Linden", "Månen@Linden"},
		"records":  {"Eken", "Ekot", "Vinden", "Linden", "Lyran", "Månen"},
	} {
		w := intaketest.New()
		r, got := arranged(t, w, lines, intake.Options{Answers: map[string]string{"groups:systems:eken,linden": answer}})
		if !slices.Equal(got, want) || len(r.Questions) > 1 || answer == "" && !slices.Equal(r.Questions[0].Rows, []int{2, 5}) {
			t.Errorf("%q: %q, asked %+v", answer, got, r.Questions)
		}
	}
}
