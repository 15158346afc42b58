package date_test

import (
	"strings"
	"testing"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		from, to date.Date
		texts    []string
	}{
		{20260301, 20260301, []string{"2026-03-01", "20260301", "2026-3-1", "2026/03/01", "2026.03.01", "1/3 2026", "1/3-2026", "1/3/2026", "01/03/2026",
			"1/3 -26", "1/3-26", "1.3.2026", "01.03.2026.", "1-3-2026", "1 mars 2026", "1 Mars 2026.", "1 MAR 2026", "1. mars 2026", "den 1 mars 2026",
			"söndag 1 mars 2026", "Söndagen den 1 mars 2026", "sön 1 mars 2026", "1:a mars 2026", "1 mars, 2026", "1 mars -26", "1-mar-26", "1 mars '26",
			"March 1, 2026", "1 March 2026", "March 1st, 2026", "Sunday, March 1, 2026", "2026 mars 1", "2026-03-01 00:00:00", "2026-03-01T00:00:00Z", "2026-03-01T23:59:59.999+01:00", "2026-03-01 kl. 14.30",
			"2026-03-01 08:15", "1/3 2026 08:15", " 2026-03-01 ", "1\u00a0mars\u202f2026", "2026\u201103\u201101", "260301"}},
		{20270320, 20270320, []string{"20/3 2027", "3/20/2027", "20 mars 2027"}},
		{20260928, 20260928, []string{"9/28/2026", "28/9/2026"}},
		{20260403, 20260403, []string{"3/4/2026"}},
		{20260502, 20260502, []string{"2 maj 2026", "2 May 2026", "lördag 2 maj 2026"}},
		{20241005, 20241005, []string{"5 okt 2024", "5 Oct 2024", "5 october 2024", "2024-10-05"}},
		{20240229, 20240229, []string{"2024-02-29", "29/2 2024", "29 feb 2024"}},
		{10101, 10101, []string{"0001-01-01"}},
		{99991231, 99991231, []string{"9999-12-31"}},
		{20260301, 20260331, []string{"mars 2026", "Mars -26", "mars, 2026", "mar 2026", "mar. 2026", "March 2026", "2026-03", "2026/03", "03/2026", "202603", "2026 mars", "mars '26", "mars\n2026"}},
		{20171101, 20171130, []string{"201711", "november 2017", "nov-2017"}},
		{20271201, 20271231, []string{"december 2027", "dec 2027", "DEC. 2027"}},
		{20270901, 20270930, []string{"sept 2027", "sep 2027", "september 2027"}},
		{20280201, 20280229, []string{"februari 2028", "feb 2028", "2028-02"}},
		{20271001, 20271231, []string{"Q4 2027", "q4-2027", "2027 Q4", "2027-Q4", "2027Q4", "kv 4 2027", "kv4 2027", "kv. 4 2027", "kvartal 4 2027", "Kvartal 4, 2027", "4:e kvartalet 2027", "fjärde kvartalet 2027", "Q4 -27", "Q4 27"}},
		{20270101, 20270430, []string{"T1 2027", "tertial 1 2027", "2027 T1", "första tertialet 2027"}},
		{20270901, 20271231, []string{"t3 2027", "2027-t3"}},
		{20270101, 20270630, []string{"vt 2027", "VT27", "vt-27", "vårterminen 2027", "H1 2027", "första halvåret 2027", "1:a halvåret 2027", "2027 vt"}},
		{20280701, 20281231, []string{"ht 2028", "HT28", "höstterminen 2028", "halvår 2 2028", "andra halvåret 2028"}},
		{20270301, 20270531, []string{"våren 2027", "vår 2027", "Våren -27", "va\u030aren 2027", "2027 vår"}},
		{20270601, 20270831, []string{"sommaren 2027", "sommar 2027"}},
		{20270901, 20271130, []string{"hösten 2027", "höst 2027"}},
		{20261201, 20270228, []string{"vintern 2027", "vintern 2026/27", "vinter 2026-2027"}},
		{20270101, 20271231, []string{"2027", "år 2027", "helår 2027", "helåret 2027", "2027."}},
		{20270322, 20270328, []string{"v. 12 2027", "v 12 2027", "v12 2027", "v.12, 2027", "2027-v12", "2027 v. 12", "2027-W12", "2027W12", "vecka 12 2027", "Week 12 2027"}},
		{20261228, 20270103, []string{"v. 53 2026", "2026-W53"}},
		{20251229, 20260104, []string{"v 1 2026"}},
	} {
		for _, s := range c.texts {
			got, err := date.Parse(s)
			if err != nil || got.From != c.from || got.To != c.to {
				t.Errorf("Parse(%q) = %v–%v, %v; want %v–%v", s, got.From, got.To, err, c.from, c.to)
			}
			d, err := date.ParseDay(s)
			if (err == nil) != (c.from == c.to) || err == nil && d != c.from {
				t.Errorf("ParseDay(%q) = %v, %v", s, d, err)
			}
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{
		"", " ", ".", "?", "snart", "vet ej", "#N/A", "21 nov", "mars", "våren", "1/3", "12", "123", "45000", "12345678", "1234567", "999",
		"2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01", "31/4 2026", "32/1 2026", "13/13/2026", "30 feb 2026",
		"2026-13", "13/2026", "Q5 2027", "T4 2027", "H3 2027", "v. 54 2027", "v. 53 2027", "v. 0 2027", "5:e kvartalet 2027", "vintern 2026/28", "fjärde tertialet 2027",
		"0027", "3000", "1 mars 3026", "Q1 0001", "mars 26", "200312", "03-01-26", "1/3/26", "2027-2028", "2026-03-01 – 2026-04-01", "1 2 3 4",
		"2026-03-01x", "mars 2026 eller april 2026", strings.Repeat("1", 500), "\x00\xff",
	} {
		got, err := date.Parse(s)
		if err == nil {
			t.Errorf("Parse(%q) = %v–%v, want an error", s, got.From, got.To)
			continue
		}
		if fault.CodeOf(err) != fault.Invalid || !strings.HasSuffix(err.Error(), ".") {
			t.Errorf("Parse(%q): %q, code %v", s, err, fault.CodeOf(err))
		}
	}
	if _, err := date.ParseDay("nästa år"); !strings.Contains(err.Error(), "”nästa år”") {
		t.Errorf("the error doesn't quote the text: %q", err)
	}
}

func TestWrittenDaysReadBack(t *testing.T) {
	for d := date.Of(1999, 12, 1); d < date.Of(2032, 2, 1); d = d.AddDays(7) {
		for _, s := range []string{d.String(), d.Long(), d.ShortYear()} {
			if got, err := date.ParseDay(s); err != nil || got != d {
				t.Fatalf("%v is written %q, which reads as %v, %v", d, s, got, err)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2026-03-01", "1/3 -26", "mars 2026", "Q4 2027", "vintern 2026/27", "2027-v12", "lördag 21 november 2026", "200312"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		span, err := date.Parse(s)
		if err != nil {
			if fault.CodeOf(err) != fault.Invalid || err.Error() == "" {
				t.Fatalf("%q: %v", s, err)
			}
			return
		}
		for _, d := range []date.Date{span.From, span.To} {
			if !date.Valid(d.Year(), d.Month(), d.Day()) {
				t.Fatalf("%q gives %v", s, d)
			}
			if again, err := date.ParseDay(d.String()); err != nil || again != d {
				t.Fatalf("%q gives %v, which reads as %v, %v", s, d, again, err)
			}
		}
		if n := span.From.DaysUntil(span.To); n < 0 || n > 366 {
			t.Fatalf("%q is %v–%v", s, span.From, span.To)
		}
	})
}
