package read_test

import (
	"testing"

	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
)

func TestWhatAddsUpOthers(t *testing.T) {
	for is, texts := range map[read.Adding][]string{
		read.Adds: {"Summa", "SUMMA:", "S:a", "s:a kr", "Totalt", "TOT", "Tot.", "Grand total", "Total kostnad (kr)", "Delsumma", "Totalsumma 2027", "Årssumma", "Summa summarum",
			"Antal system: 12", "Medelkostnad", "Snitt per system", "Differens", "Varav licenser", "Avvikelse mot budget", "Drift totalt", "Totalkostnad", "Moms 25 %", "Att betala"},
		read.BeginsSo:   {"Summa Time", "Delsumma KLK", "Total Recall", "Summa Skolkontoret", "Skolkontoret totalt", "S:a SOC"},
		read.MaybeNames: {"Saldo", "Snitt", "Medel", "Netto", "Median"},
		read.NotAdding:  {"", "Totalförsvar", "Summarum", "Antagning", "Summera", "Tottenham", "Kvarnen", "Ekot", "Attest", "Delegering", "Antalya", "Subversion"},
	} {
		for _, s := range texts {
			if got := read.AddsUp(s); got != is {
				t.Errorf("%q: %d, not %d", s, got, is)
			}
		}
	}
}

func TestWhatIsAnAside(t *testing.T) {
	for is, texts := range map[read.Aside][]string{
		read.OfRow: {"OBS! nytt avtal på gång", "obs: sägs upp", "NB! byts", "Anm. gäller skolan", "Kommentar: oklart", "och etiketter till lagret", "samt betyg", "inkl. support", "fr.o.m. 2027", "– även skolan", "(ersätts under 2027)"},
		read.OfTable: {"Källa: IT-avdelningen", "* = uppskattat", "*) preliminärt", "Uppdaterad 2026-03-01", "Senast ändrad av Eva", "Sida 1 av 3", "sid 2", "Version 1.2", "Alla belopp i tkr", "Belopp i tkr",
			"Se även fliken Avtal", "Gul = klart", "Fastställd av nämnden", "Ifylld av: Eva Ek", "1) uppskattat", "Kontakt: it@x.se", "Utkast"},
		read.Sentence: {"Våra system är fler än så här.", "Vem äger det här systemet egentligen?"},
		read.NoAside: {"Ekot", "Källan", "Infoga", "Notera", "Kontaktcenter", "Tipsa", "Versionshanteraren", "Skolkontoret", "OBServera-x", "Medvind", "Sidan", "Soc. förv.", "Bygg- och miljökontoret",
			"Lex", "iPlan", "e-Avrop", "Uppdateraren", "Datumväljaren", "Gulan"},
	} {
		for _, s := range texts {
			if got := read.AsideOf(s); got != is {
				t.Errorf("%q: %d, not %d", s, got, is)
			}
		}
	}
}

func TestFigures(t *testing.T) {
	for _, s := range []string{"", "300", "2 st", "3 system", "1 200 kr", "12 tkr", "(4 poster)", "2 av 5", "-", "Totalt", "4 olika leverantörer"} {
		if !read.IsFigure(sheet.Str(s)) {
			t.Errorf("%q is none", s)
		}
	}
	for _, s := range []string{"CGI", "Eva Ek", "3M Sverige AB på plats", "Office 365", "2027-01-01 till vidare och längre än så"} {
		if read.IsFigure(sheet.Str(s)) {
			t.Errorf("%q is one", s)
		}
	}
}

// Whatever a row says, telling what it is neither fails nor says that an empty one adds up.
func FuzzArranging(f *testing.F) {
	for _, s := range []string{"Summa", "S:a SOC", "OBS! ", "Drift totalt", "3 st", "* = x", "\x00", "totalt\u00a0", "Å:a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		is := read.AddsUp(s)
		if is == read.BeginsSo && read.BeyondSum(s) == s {
			t.Errorf("%q adds up nothing but itself", s)
		}
		read.AsideOf(s)
		read.IsFigure(sheet.Str(s))
		if read.AddsUp(" "+s+" ") != is && len(s) < 70 {
			t.Errorf("spaces around %q change it", s)
		}
	})
}
