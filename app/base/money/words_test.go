package money_test

import (
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
)

func TestReadsAmountsAmongWords(t *testing.T) {
	for _, c := range []struct {
		in   string
		bare money.Unit
		want money.Ore // in öre
		says string    // part of the note; "" for none
	}{
		{"250 000 kr/år", money.Kr, 25_000_000, ""},
		{"250 000 kr / år", money.Kr, 25_000_000, ""},
		{"250 000/år", money.Kr, 25_000_000, ""},
		{"250/år", money.Tkr, 25_000_000, ""},
		{"250 tkr per år", money.Kr, 25_000_000, ""},
		{"250 tkr pr. år", money.Kr, 0, "!"},
		{"250 tkr pr år", money.Kr, 25_000_000, ""},
		{"250 tkr årligen", money.Kr, 25_000_000, ""},
		{"Årskostnad: 250 tkr", money.Kr, 25_000_000, ""},
		{"250 tkr om året", money.Kr, 25_000_000, ""},
		{"250 tkr per 12 månader", money.Kr, 25_000_000, ""},
		{"250 000:-/år", money.Kr, 25_000_000, ""},
		{"250 000 kr (per år)", money.Kr, 25_000_000, ""},
		{"250 000 kr/år exkl. moms", money.Kr, 25_000_000, ""},
		{"250 000 kr/år (exkl moms)", money.Kr, 25_000_000, ""},
		{"12 500:- exkl moms", money.Kr, 1_250_000, ""},
		{"12 500 kr + moms", money.Kr, 1_250_000, ""},
		{"12 500 kr, exkl. moms", money.Kr, 1_250_000, ""},
		{"exkl moms 12 500 kr", money.Kr, 1_250_000, ""},
		{"12 tkr inkl. moms", money.Kr, 1_200_000, "med moms"},
		{"12 tkr (inkl moms)", money.Kr, 1_200_000, "med moms"},
		{"1,5 mkr per år", money.Kr, 150_000_000, ""},
		{"1,5 miljoner kr/år", money.Kr, 150_000_000, ""},
		{"1 miljon", money.Kr, 100_000_000, ""},
		{"2 milj.", money.Kr, 200_000_000, ""},
		{"1,2 Mn SEK", money.Kr, 120_000_000, ""},
		{"ca 300 tkr", money.Kr, 30_000_000, "ungefärligt"},
		{"Ca: 300 tkr", money.Kr, 30_000_000, "ungefärligt"},
		{"c:a 300 tkr/år", money.Kr, 30_000_000, "ungefärligt"},
		{"300 tkr (ca)", money.Kr, 30_000_000, "ungefärligt"},
		{"cirka 300 000 kr per år", money.Kr, 30_000_000, "ungefärligt"},
		{"~300", money.Tkr, 30_000_000, "ungefärligt"},
		{"≈ 300 tkr", money.Kr, 30_000_000, "ungefärligt"},
		{"drygt 300 tkr", money.Kr, 30_000_000, "ungefärligt"},
		{"högst 300 tkr", money.Kr, 30_000_000, "ungefärligt"},
		{"> 300 tkr", money.Kr, 30_000_000, "ungefärligt"},
		{"300 tkr?", money.Kr, 30_000_000, "ungefärligt"},
		{"uppskattningsvis 300 tkr", money.Kr, 30_000_000, "ungefärligt"},
		{"300'", money.Kr, 30_000_000, "tkr"},
		{"300´", money.Kr, 30_000_000, "tkr"},
		{"300 k", money.Kr, 30_000_000, "tkr"},
		{"0,3 M", money.Kr, 30_000_000, "mnkr"},
		{"ca 0,3 M/år", money.Kr, 30_000_000, "mnkr"},
		{"SEK 12 000", money.Kr, 1_200_000, ""},
		{"12 000,00 kr", money.Kr, 1_200_000, ""},
		{"12 000:50 kr", money.Kr, 1_200_050, ""},
		{"1.200.000", money.Kr, 120_000_000, ""},
		{"250.000 kr", money.Kr, 25_000_000, "tusental"},
		{"12,500", money.Kr, 1_250_000, "tusental"},
		{"12746,2125", money.Kr, 1_274_621, "avrundat"},
		{"0,1250", money.Kr, 13, "avrundat"},
		{"250 tkr (2025)", money.Kr, 25_000_000, "2025"},
		{"250 tkr 2025", money.Kr, 25_000_000, "2025"},
		{"250 000 kr (inkl support)", money.Kr, 25_000_000, "inkl support"},
		{"-250 tkr/år", money.Kr, -25_000_000, ""},
		{"0 kr", money.Kr, 0, ""},
		{"0 kr/år", money.Kr, 0, ""},
		{"Kostnadsfritt", money.Kr, 0, "0 kr"},
		{"gratis", money.Kr, 0, "0 kr"},
		{"5 000 kr/mån", money.Kr, 0, "!"},
		{"5 000 kr per månad", money.Kr, 0, "!"},
		{"5 000 kr/mån x 12", money.Kr, 0, "!"},
		{"5 000 kr/kvartal", money.Kr, 0, "!"},
		{"månadskostnad 5 000 kr", money.Kr, 0, "!"},
		{"5 000 kr månadsvis", money.Kr, 0, "!"},
		{"1 200 kr per användare", money.Kr, 0, "!"},
		{"1 200 kr/användare och år", money.Kr, 0, "!"},
		{"1 200 kr/st", money.Kr, 0, "!"},
		{"950 kr/tim", money.Kr, 0, "!"},
		{"engångskostnad 50 tkr", money.Kr, 0, "!"},
		{"100–200 tkr", money.Kr, 0, "!"},
		{"100-200", money.Kr, 0, "!"},
		{"100 - 200 tkr/år", money.Kr, 0, "!"},
		{"10 à 20 tkr", money.Kr, 0, "!"},
		{"100 tkr - 200 tkr", money.Kr, 0, "!"},
		{"mellan 100 och 200 tkr", money.Kr, 0, "!"},
		{"1–1,5 mkr", money.Kr, 0, "!"},
		{"ca 100 till 200 tkr", money.Kr, 0, "!"},
		{"150 + 50 tkr", money.Kr, 0, "!"},
		{"2 x 150 tkr", money.Kr, 0, "!"},
		{"5 000 EUR", money.Kr, 0, "!"},
		{"€ 5 000", money.Kr, 0, "!"},
		{"10 %", money.Kr, 0, "!"},
		{"enligt avtal", money.Kr, 0, "!"},
		{"10.000 tkr", money.Kr, 0, "!"},
		{"280-", money.Kr, 0, "!"},
		{"2026-03-01", money.Kr, 0, "!"},
		{"ca", money.Kr, 0, "!"},
		{"per år", money.Kr, 0, "!"},
	} {
		got, err := money.Read(c.in, c.bare)
		switch refused := c.says == "!"; {
		case refused != (err != nil):
			t.Errorf("%q is %d (%s), %v", c.in, got.Amount, got.Note, err)
		case err != nil:
			if fault.CodeOf(err) != fault.Invalid || !strings.HasSuffix(err.Error(), ".") {
				t.Errorf("%q: %q", c.in, err)
			}
		case got.Amount != c.want || got.None || (c.says == "") != (got.Note == "") || !strings.Contains(got.Note, c.says):
			t.Errorf("%q is %d (%q), want %d (%q)", c.in, got.Amount, got.Note, c.want, c.says)
		}
	}
	for _, in := range []string{"ingår", "Ingår i driftavtalet", "inkluderat i licensen"} {
		if got, err := money.Read(in, money.Kr); err != nil || !got.None || got.Note == "" {
			t.Errorf("%q is %+v, %v", in, got, err)
		}
	}
	if got, err := money.Read("250 tkr/år", money.Kr); err != nil || !got.Yearly {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestComputedAmountsAreRounded(t *testing.T) {
	for _, c := range []struct {
		in   string
		unit money.Unit
		want money.Ore
	}{
		{"12746.2125", money.Kr, 1_274_621},
		{"3333.333333333333", money.Kr, 333_333},
		{"-0.125", money.Kr, -13},
		{"0.125", money.Kr, 13},
		{"1.234", money.Tkr, 123_400},
		{"1.2", money.Mnkr, 120_000_000},
		{"1.5E+06", money.Kr, 150_000_000},
		{"1.5E-3", money.Kr, 0},
		{"5e-3", money.Kr, 1},
		{"-450", money.Tkr, -45_000_000},
		{"0", money.Kr, 0},
	} {
		if got, err := money.Computed(c.in, c.unit); err != nil || got != c.want {
			t.Errorf("%s %s is %d, %v; want %d", c.in, c.unit, got, err, c.want)
		}
	}
	for _, in := range []string{"1E+30", "", "x", "1e400"} {
		if got, err := money.Computed(in, money.Kr); err == nil {
			t.Errorf("%q is %d", in, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"250 000 kr/år", "ca 300 tkr (2025)", "12 500:- exkl moms", "100–200 tkr", "gratis", "ingår i x", "300'", "5 000 kr/mån", "12:50"} {
		f.Add(s, 0)
	}
	f.Fuzz(func(t *testing.T, s string, bare int) {
		strict, none := money.Parse(s, money.Unit(bare))
		got, err := money.Read(s, money.Unit(bare))
		switch {
		case none == nil && (err != nil || got != money.Reading{Amount: strict}):
			t.Fatalf("%q is %d, but among words %+v, %v", s, strict, got, err)
		case err != nil && (fault.CodeOf(err) != fault.Invalid || err.Error() == ""):
			t.Fatalf("%q: %v", s, err)
		case err == nil && (got.Amount > money.Most || got.Amount < -money.Most || got.None && got.Amount != 0):
			t.Fatalf("%q is %+v", s, got)
		}
	})
}
