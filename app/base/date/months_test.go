package date_test

import (
	"strings"
	"testing"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
)

func TestMonths(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int64
		says string // part of the note; "!" when it is refused
	}{
		{"3", 3, ""}, {"3.", 3, ""}, {"0", 0, ""}, {"12", 12, ""}, {"3 mån", 3, ""}, {"3 mån.", 3, ""}, {"3mån", 3, ""}, {"3 månader", 3, ""}, {"3 Månader", 3, ""},
		{"1 månad", 1, ""}, {"3 m", 3, ""}, {"3 mdr", 3, ""}, {"3 months", 3, ""}, {"tre månader", 3, ""}, {"3 månaders uppsägningstid", 3, ""}, {"3 månaders ömsesidig uppsägning", 3, ""},
		{"3 mån före avtalets utgång", 3, ""}, {"Senast 3 månader innan avtalet löper ut", 3, ""}, {"minst 6 månader före avtalsslut", 6, ""}, {"uppsägningstid 3 mån", 3, ""},
		{"3 mån (ömsesidig)", 3, ""}, {"1 år", 12, ""}, {"ett år", 12, ""}, {"2 år", 24, ""}, {"1,5 år", 18, ""}, {"½ år", 6, ""}, {"1/2 år", 6, ""}, {"ett halvår", 6, ""}, {"halvår", 6, ""},
		{"ett halvt år", 6, ""}, {"1 års uppsägningstid", 12, ""}, {"1 år i taget", 12, ""}, {"kvartal", 3, ""}, {"ett kvartal", 3, ""}, {"2 kvartal", 6, ""}, {"90 dagar", 3, ""}, {"30 dgr", 1, ""},
		{"180 dagar", 6, ""}, {"360 dagar", 12, ""}, {"365 dagar", 12, "12 månader"}, {"45 dagar", 2, "2 månader"}, {"14 dagar", 1, "1 månad"}, {"4 veckor", 1, "1 månad"}, {"12 veckor", 3, "3 månader"},
		{"52 veckor", 12, "12 månader"}, {"1,5 mån", 2, "2 månader"}, {"ca 3 mån", 3, "ungefärligt"}, {"3 mån?", 3, "ungefärligt"}, {"3 mån (från 2026)", 3, "från 2026"}, {"3 månader löpande", 3, "löpande"},
		{"3-6 mån", 0, "!"}, {"3–6", 0, "!"}, {"3/6 mån", 0, "!"}, {"12 mån + 12", 0, "!"}, {"12+12 mån", 0, "!"}, {"1+1 år", 0, "!"}, {"2+1+1 år", 0, "!"}, {"3 mån, därefter 6 mån", 0, "!"},
		{"tills vidare", 0, "!"}, {"ingen", 0, "!"}, {"enligt avtal", 0, "!"}, {"", 0, "!"}, {"2027-03-31", 0, "!"}, {"många månader", 0, "!"}, {"31/3", 0, "!"}, {"3 tkr", 0, "!"},
	} {
		got, note, err := date.Months(c.in)
		switch {
		case (c.says == "!") != (err != nil):
			t.Errorf("%q is %d months (%q), %v", c.in, got, note, err)
		case err != nil:
			if fault.CodeOf(err) != fault.Invalid || !strings.HasSuffix(err.Error(), ".") {
				t.Errorf("%q: %q", c.in, err)
			}
		case got != c.want || (c.says == "") != (note == "") || !strings.Contains(note, c.says):
			t.Errorf("%q is %d months (%q), want %d (%q)", c.in, got, note, c.want, c.says)
		}
	}
}

func FuzzMonths(f *testing.F) {
	for _, s := range []string{"3 mån", "ett halvår", "90 dagar", "1,5 år (ca)", "12 mån + 12", "½ år"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, _, err := date.Months(s)
		if err != nil && (fault.CodeOf(err) != fault.Invalid || err.Error() == "") {
			t.Fatalf("%q: %v", s, err)
		}
		if n < -999_999 || n > 1_500_000 {
			t.Fatalf("%q is %d months", s, n)
		}
	})
}
