package excel

import (
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app/base/fuzztest"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/data/internal/packed"
)

// number is what a test expects of a number and its format, in short: "450 tkr" is the
// number 450 in tkr, ”3 mån” the text, 0412 the number as it is written.
func number(code, stored string) string {
	cell, ok := numberCell([]byte(stored), formatStyle(code), false)
	switch {
	case !ok:
		return "?"
	case cell.Kind == sheet.Text:
		return "”" + cell.Text + "”"
	case cell.Unit != sheet.NoUnit:
		return cell.Text + " " + [...]string{"", "kr", "tkr", "mnkr", "whole"}[cell.Unit]
	}
	return cell.Text
}

func TestUnitsOfMoneyInFormats(t *testing.T) {
	for _, c := range [][3]string{
		{`#,##0" tkr"`, "450", "450 tkr"}, {`0.0" mkr"`, "1.2", "1.2 mnkr"}, {`#,##0\ "kr"`, "5200", "5200 kr"},
		{`#,##0,\ "tkr"`, "96000", "96 tkr"}, {`#,##0,\ "tkr"`, "96400.5", "96.4005 tkr"}, {`#,##0,\ "tkr"`, "-12", "-0.012 tkr"},
		{`0.0,," mnkr"`, "1850000", "1.85 mnkr"}, {`0.0,\ "Mkr"`, "1850", "1.85 mnkr"}, {`#,##0,," MSEK"`, "0", "0 mnkr"},
		{`#,##0.00\ [$kr-41D]`, "75.5", "75.5 kr"}, {`[$SEK]\ #,##0`, "75", "75 kr"}, {`[$SEK-41D]#,##0`, "75", "75 kr"},
		{`_-* #,##0.00\ "kr"_-;\-* #,##0.00\ "kr"_-;_-* "-"??\ "kr"_-;_-@_-`, "-1200.25", "-1200.25 kr"},
		{`_-* #,##0.00\ "kr"_-;\-* #,##0.00\ "kr"_-;_-* "-"??\ "kr"_-;_-@_-`, "0", "0 kr"},
		{`_-* #,##0.00\ _k_r_-;\-* #,##0.00\ _k_r_-;_-* "-"??\ _k_r_-;_-@_-`, "12", "12"},
		{`"SEK "#,##0`, "12", "12 kr"}, {`#,##0.00\ \k\r`, "12", "12 kr"}, {`#,##0 kr`, "12", "12 kr"}, {`#,##0 tkr`, "12", "12 tkr"},
		{`# ##0 kr`, "1200000", "1200000 kr"}, {`#\ ##0\ "Tkr"`, "1200", "1200 tkr"}, {`0":-"`, "12", "12 kr"}, {`#,##0:-`, "12", "12 kr"},
		{`#,##0" kSEK"`, "12", "12 tkr"}, {`#,##0" t.kr."`, "12", "12 tkr"}, {`0.0" (mnkr)"`, "12", "12 mnkr"}, {`General" tkr"`, "7.5", "7.5 tkr"},
		{`#,##0" tkr";[Red]-#,##0" tkr"`, "-9", "-9 tkr"}, {`#,##0" tkr";[Röd](#,##0" tkr")`, "-9", "-9 tkr"}, {`#,##0" tkr";[Red]-#,##0`, "-9", "-9 tkr"},
		{`#,##0" tkr";[Red]#,##0" tkr";"-"`, "0", "0"}, {`-"kr "0;"kr "0`, "4", "4 kr"},
		{`[>=1000000]0.0,," mnkr";[>=1000]0," tkr";0" kr"`, "1500000", "1.5 mnkr"}, {`[>=1000000]0.0,," mnkr";[>=1000]0," tkr";0" kr"`, "1500", "1.5 tkr"},
		{`[>=1000000]0.0,," mnkr";[>=1000]0," tkr";0" kr"`, "15", "15 kr"},
		{`#,##0,`, "96000", "96000 whole"}, {`#,##0,,`, "96000", "96000 whole"}, {`0.0,"k"`, "96000", "96000 whole"}, {`#,##0,"kr"`, "96000", "96000 kr"},
		{`#,##0" kr/mån"`, "4500", "”4500 kr/mån”"}, {`#,##0.0" kr per år"`, "4500.5", "”4500,5 kr per år”"}, {`[$€-2]\ #,##0.00`, "12.5", "”€ 12,5”"},
		{`#,##0\ [$EUR]`, "12", "”12 EUR”"}, {`"$"#,##0_);\("$"#,##0\)`, "-12", "”$-12”"}, {`"ca "#,##0" tkr"`, "300", "”ca 300 tkr”"},
	} {
		if got := number(c[0], c[1]); got != c[2] {
			t.Errorf("%s in %s: %s, want %s", c[1], c[0], got, c[2])
		}
	}
}

func TestZerosAndSignsInFormats(t *testing.T) {
	for _, c := range [][3]string{
		{`0000`, "412", "0412"}, {`0000`, "65401", "65401"}, {`0000`, "0", "0000"}, {`0000`, "-7", "-7"}, {`0000`, "4.5", "4.5"}, {`0##`, "12", "012"},
		{`000000-0000`, "2120001850", "”212000-1850”"}, {`000000\-0000`, "123450678", "”012345-0678”"}, {`00\-00`, "412", "”04-12”"}, {`00"-"00`, "20412", "”204-12”"},
		{`000\ 00`, "18232", "”182 32”"}, {`0000" "00`, "41207", "”0412 07”"}, {`0#\-###\ ##\ ##`, "85551020", "”08-555 10 20”"}, {`(0##) ### ## ##`, "855510204", "”(085) 551 02 04”"},
		{`"K"0`, "2", "”K2”"}, {`"SYS-"0000`, "42", "”SYS-0042”"}, {`"K"0"R"0"T"0`, "231", "”K2R3T1”"}, {`0-0-0`, "231", "”2-3-1”"}, {`0\.0\.0`, "231", "”2.3.1”"},
		{`0" mån"`, "3", "”3 mån”"}, {`0" st"`, "40", "”40 st”"}, {`0 "år"`, "2", "”2 år”"}, {`0.0" år"`, "1.5", "”1,5 år”"}, {`0" dagar"`, "90", "”90 dagar”"},
		{`0 mån`, "3", "”3 mån”"}, {`0 st`, "3", "”3 st”"}, {`0 dagar`, "90", "”90 dagar”"}, {`_-* 0" st"_-`, "-3", "”-3 st”"}, {`#,##0" användare"`, "1200", "”1200 användare”"},
		{`"Ja";;"Nej"`, "1", "”Ja”"}, {`"Ja";;"Nej"`, "0", "”Nej”"}, {`[=1]"Ja";[=0]"Nej"`, "0", "”Nej”"}, {`;;;`, "7", "7"}, {`#,##0;-#,##0;`, "0", "0"},
		{`0 000`, "450000", "450000"}, {`0 000`, "4500", "”4 500”"}, {`### ### ##0`, "1234567", "1234567"}, {`#'##0`, "12000", "12000"},
		{`General`, "12.5", "12.5"}, {`0.00`, "12.5", "12.5"}, {`0%`, "0.25", "0.25"}, {`# ?/?`, "0.5", "0.5"}, {`0.00E+00`, "1200", "1200"}, {`@`, "412", "412"},
		{`[Red]0`, "5", "5"}, {`"trasig`, "5", "”trasig”"}, {`0"%"`, "5", "5"}, {`.00`, "0.5", "0.5"}, {``, "5", "5"}, {`_`, "5", "5"}, {`\`, "5", "5"}, {`[$`, "5", "5"}, {`0;`, "5", "5"},
	} {
		if got := number(c[0], c[1]); got != c[2] {
			t.Errorf("%s in %s: %s, want %s", c[1], c[0], got, c[2])
		}
	}
}

// What a number is divided by is exact.
func TestDividedIsExact(t *testing.T) {
	for n := range 2000 {
		for _, tens := range []int{3, 6, 9} {
			exact := fmt.Sprintf("%d.%02d", n*37, n%100)
			got := packed.Divided(exact, tens)
			whole, fraction, _ := strings.Cut(got, ".")
			back := strings.TrimLeft(whole+fraction+strings.Repeat("0", tens+2-len(fraction)), "0")
			if want := strings.TrimLeft(strings.Replace(exact, ".", "", 1), "0"); back != want {
				t.Fatalf("%s by 10^%d is %s", exact, tens, got)
			}
		}
	}
}

// FuzzFormat: whatever the format, the number is kept, and what is shown isn't empty.
func FuzzFormat(f *testing.F) {
	fuzztest.Brief(f)
	for _, code := range []string{`#,##0,\ "tkr"`, `000000-0000`, `[>=1000]0.0,"k";0;"-";@`, `"K"0`, `_-* #,##0.00\ [$kr-41D]_-`, `yyyy-mm-dd`} {
		f.Add(code, 4120.5)
		f.Add(code, -7.0)
	}
	f.Fuzz(func(t *testing.T, code string, num float64) {
		stored := fmt.Sprint(num)
		cell, ok := numberCell([]byte(stored), formatStyle(code), false)
		if !ok {
			return
		}
		if cell.Kind == sheet.Empty || cell.Text == "" {
			t.Fatalf("%s in %q is %+v", stored, code, cell)
		}
		if cell.Kind == sheet.Number && cell.Num != num {
			t.Fatalf("%s in %q is the number %v", stored, code, cell.Num)
		}
		if cell.Kind == sheet.Number && strings.Trim(cell.Text, "-0123456789.") != "" {
			t.Fatalf("%s in %q is the number %q", stored, code, cell.Text)
		}
	})
}
