package date_test

import (
	"strings"
	"testing"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
)

func TestReadsDaysAmongWords(t *testing.T) {
	const whole = ""
	for _, c := range []struct {
		in       string
		from, to date.Date
		bounds   string // "since", "until", "both" or ""
		says     string // part of the note; "!" when it is refused
	}{
		{"2027-12-31", 20271231, 20271231, "", whole},
		{"mars 2026", 20260301, 20260331, "", whole},
		{"t.o.m. 2027-12-31", 20271231, 20271231, "until", whole},
		{"tom 2027-12-31", 20271231, 20271231, "until", whole},
		{"till och med 31 december 2027", 20271231, 20271231, "until", whole},
		{"Gäller till 2027-12-31", 20271231, 20271231, "until", whole},
		{"senast juni 2027", 20270601, 20270630, "until", whole},
		{"- 2027-12-31", 20271231, 20271231, "until", whole},
		{"fr.o.m. 2025-01-01", 20250101, 20250101, "since", whole},
		{"from 1/1 2025", 20250101, 20250101, "since", whole},
		{"2025-01-01 -", 20250101, 20250101, "since", whole},
		{"2025-01-01 och framåt", 20250101, 20250101, "since", whole},
		{"2027-12-31 (uppsagt)", 20271231, 20271231, "", "uppsagt"},
		{"2027-12-31, option på ett år", 20271231, 20271231, "", "option"},
		{"2027-12-31 med förlängning", 20271231, 20271231, "", "förlängning"},
		{"prel. juni 2027", 20270601, 20270630, "", "ungefärligt"},
		{"ca 2027-06-30", 20270630, 20270630, "", "ungefärligt"},
		{"2027?", 20270101, 20271231, "", "ungefärligt"},
		{"2025-01-01 - 2027-12-31", 20250101, 20271231, "both", whole},
		{"2025-01-01--2027-12-31", 20250101, 20271231, "both", whole},
		{"2025-01-01-2027-12-31", 20250101, 20271231, "both", whole},
		{"2025-01-01 – 2027-12-31", 20250101, 20271231, "both", whole},
		{"2025-01-01 — 2027-12-31", 20250101, 20271231, "both", whole},
		{"2025-01-01 → 2027-12-31", 20250101, 20271231, "both", whole},
		{"2025-01-01/2027-12-31", 20250101, 20271231, "both", whole},
		{"2025-01-01 t.o.m. 2027-12-31", 20250101, 20271231, "both", whole},
		{"fr.o.m. 2025-01-01 t.o.m. 2027-12-31", 20250101, 20271231, "both", whole},
		{"från 2025-01-01 till 2027-12-31", 20250101, 20271231, "both", whole},
		{"20250101-20271231", 20250101, 20271231, "both", whole},
		{"250101-271231", 20250101, 20271231, "both", whole},
		{"1/1 2025 – 31/12 2027", 20250101, 20271231, "both", whole},
		{"1/1 - 31/12 2027", 20270101, 20271231, "both", whole},
		{"jan 2025 till dec 2027", 20250101, 20271231, "both", whole},
		{"jan-dec 2027", 20270101, 20271231, "both", whole},
		{"2025–2027", 20250101, 20271231, "both", whole},
		{"2025-27", 20250101, 20271231, "both", whole},
		{"2025/2026", 20250101, 20261231, "both", whole},
		{"2025-01 - 2027-12", 20250101, 20271231, "both", whole},
		{"2025-01-01 - 2027-12-31 (option 1+1 år)", 20250101, 20271231, "both", "option"},
		{"2025-01-01 + 2 år", 20250101, 20261231, "both", whole},
		{"2025-01-01, 36 mån", 20250101, 20271231, "both", whole},
		{"2 år från 2025-01-01", 20250101, 20261231, "both", whole},
		{"3 år fr.o.m. 2025-03-15", 20250315, 20280314, "both", whole},
		{"3 år", 0, 0, "", "!"}, {"tills vidare", 0, 0, "", "!"}, {"36 mån", 0, 0, "", "!"}, {"2027-12-31 - 2025-01-01", 0, 0, "", "!"}, {"2027-12-31, option till 2029-12-31", 0, 0, "", "!"},
		{"snart", 0, 0, "", "!"}, {"45", 0, 0, "", "!"}, {"enligt avtal", 0, 0, "", "!"}, {"", 0, 0, "", "!"}, {"3-6 mån", 0, 0, "", "!"}, {"2025 eller 2026", 0, 0, "", "!"}, {"t.o.m.", 0, 0, "", "!"},
	} {
		got, err := date.Read(c.in)
		bounds := map[[2]bool]string{{true, false}: "since", {false, true}: "until", {true, true}: "both"}[[2]bool{got.Since, got.Until}]
		switch {
		case (c.says == "!") != (err != nil):
			t.Errorf("%q is %v, %v", c.in, got, err)
		case err != nil:
			if fault.CodeOf(err) != fault.Invalid || !strings.HasSuffix(err.Error(), ".") {
				t.Errorf("%q: %q", c.in, err)
			}
		case got.From != c.from || got.To != c.to || bounds != c.bounds || (c.says == "") != (got.Note == "") || !strings.Contains(got.Note, c.says):
			t.Errorf("%q is %v–%v %s (%q), want %v–%v %s (%q)", c.in, got.From, got.To, bounds, got.Note, c.from, c.to, c.bounds, c.says)
		}
	}
}

func TestNumbersThatAreDays(t *testing.T) {
	for n, want := range map[int64]date.Span{
		260301: {From: 20260301, To: 20260301}, 271231: {From: 20271231, To: 20271231}, 991231: {From: 19991231, To: 19991231},
		202603: {From: 20260301, To: 20260331}, 202712: {From: 20271201, To: 20271231}, 199905: {From: 19990501, To: 19990531},
		20260301: {From: 20260301, To: 20260301}, 19990131: {From: 19990131, To: 19990131},
		2027: {From: 20270101, To: 20271231}, 1999: {From: 19990101, To: 19991231},
		45: {}, 0: {}, -2027: {}, 1800: {}, 46112: {}, 260231: {}, 202613: {}, 20261301: {}, 1234567: {}, 99999999: {}, 73048: {}, 2958465: {},
	} {
		if got, ok := date.FromCode(n); ok != (want.From != 0) || got != want {
			t.Errorf("%d is %v, want %v", n, got, want)
		}
	}
	for _, n := range []int64{201112, 200512, 201001} {
		if got, ok := date.FromCode(n); !ok || got.From != 0 {
			t.Errorf("%d is %v, %v", n, got, ok)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"t.o.m. 2027-12-31", "2025-01-01 - 2027-12-31", "jan-dec 2027", "2025-01-01 + 2 år", "prel. juni 2027 (ca)", "2025–27"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		strict, none := date.Parse(s)
		got, err := date.Read(s)
		switch {
		case none == nil && (err != nil || got != date.Reading{Span: strict}):
			t.Fatalf("%q is %v, but among words %v, %v", s, strict, got, err)
		case err != nil && (fault.CodeOf(err) != fault.Invalid || err.Error() == ""):
			t.Fatalf("%q: %v", s, err)
		case err == nil && (got.From > got.To || !date.Valid(got.From.Year(), got.From.Month(), got.From.Day()) || !date.Valid(got.To.Year(), got.To.Month(), got.To.Day())):
			t.Fatalf("%q is %v", s, got)
		}
	})
}
