package booked_test

import (
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/booked"
	"itportfoljen/app/exchange/sheet"
)

// book makes a sheet of lines whose cells are parted by "|"; "#" before a cell makes it a number.
func book(lines ...string) *sheet.Book {
	s := sheet.Sheet{Name: "Blad1"}
	for i, l := range lines {
		row := sheet.Row{Number: i + 1}
		for c := range strings.SplitSeq(l, "|") {
			switch n, ok := strings.CutPrefix(c, "#"); {
			case ok:
				row.Cells = append(row.Cells, sheet.Dec(n, 0))
			case strings.HasPrefix(c, "@"):
				d, _ := date.ParseDay(c[1:])
				row.Cells = append(row.Cells, sheet.Day(d))
			default:
				row.Cells = append(row.Cells, sheet.Str(c))
			}
		}
		s.Rows = append(s.Rows, row)
	}
	return &sheet.Book{Name: "utfall.xlsx", Sheets: []sheet.Sheet{s}}
}

// TestRead reads tables as economy systems and people make them.
func TestRead(t *testing.T) {
	for _, c := range []struct {
		name  string
		o     booked.Options
		lines []string
		want  string
		notes string
	}{
		{"voucher rows", booked.Options{}, []string{"Ekvalla kommun", "Bokföringsdatum|Ver.nr|Konto|Ansvar|Belopp|Leverantör", "@2026-03-01|A 5|#6540|#100|#1200.5|Visma AB"}, "202603 6540 1=100 1200.50 Visma AB", ""},
		{"debit and credit", booked.Options{}, []string{"Datum|Konto|Debet|Kredit", "2026-03-01|6540|100|", "2026-03-01|3010||50", "2026-03-02|3010||-20"}, "202603 6540  100.00 ; 202603 3010  -50.00 ; 202603 3010  20.00 ", "1 belopp i kredit har minus och lästes som rättelser."},
		{"credits below zero", booked.Options{}, []string{"Datum|Konto|Debet|Kredit", "2026-03-01|6540|100|", "2026-03-01|3010||-50"}, "202603 6540  100.00 ; 202603 3010  -50.00 ", ""},
		{"a supplier called Total", booked.Options{}, []string{"Datum|Konto|Belopp|Leverantör", "2026-03-01|6540|100|Total Office AB", "2026-03-01|6540|5|Resultat i Väst"}, "202603 6540  100.00 Total Office AB; 202603 6540  5.00 Resultat i Väst", ""},
		{"sums of groups and none of all", booked.Options{Year: 2026}, []string{"Konto|Period|Belopp", "6540|1|5", "Summa 65||5", "7010|1|7", "Summa 70||7"}, "202601 6540  5.00 ; 202601 7010  7.00 ", "2 rader lästes inte"},
		{"the month's and the year's so far", booked.Options{Year: 2026}, []string{"Konto|Period|Belopp|Ackumulerat utfall", "6540|2|5|15"}, "202602 6540  5.00 ", ""},
		{"periods, tkr, a total", booked.Options{}, []string{"Period|Konto|Utfall (tkr)", "202601|6540|#12", "2026-02|6540|#3", "Totalt||#15"}, "202601 6540  12000.00 ; 202602 6540  3000.00 ", "1 rad lästes inte: den summerar andra rader."},
		{"a total that isn't", booked.Options{}, []string{"Period|Konto|Belopp", "202601|6540|#12", "Totalt||#15"}, "202601 6540  12.00 ", "Raderna ger tillsammans 12 kr, men listans sista summa är 15 kr."},
		{"a column a month", booked.Options{Year: 2026}, []string{"Konto|Kontonamn|Jan|Feb|Mars|Summa", "6540|Licenser|#1||#3|#4", "Summa||#1||#3|#4"}, "202601 6540  1.00 ; 202603 6540  3.00 ", "summerar"},
		{"name beside the konto, zeros kept", booked.Options{Year: 2026}, []string{"Konto|Ansvar|Period|Belopp", "0654 Licenser|0100 IT|3|5"}, "202603 0654 1=0100 5.00 ", ""},
		{"signs turned", booked.Options{Year: 2026}, []string{"Konto|Period|Belopp", "6540|1|-5", "3010|1|2"}, "202601 6540  -5.00 ; 202601 3010  2.00 ", "omvänt tecken"},
		{"a year", booked.Options{Year: 2026}, []string{"Konto|Belopp", "6540|5"}, "202600 6540  5.00 ", "säger ingen månad"},
	} {
		b, err := booked.Read(book(c.lines...), c.o)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var rows []string
		for _, r := range b.Rows {
			rows = append(rows, fmt.Sprintf("%d%02d %s %s %s %s", r.Year, r.Month, r.Account, strings.NewReplacer("\x1e", ",", "\x1f", "=").Replace(r.Codes), r.Amount.Decimal(), r.Text))
		}
		if got := strings.Join(rows, "; "); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
		if said := fmt.Sprint(b.Notes); !strings.Contains(said, c.notes) || c.notes == "" && len(b.Notes) > 0 {
			t.Errorf("%s: %s", c.name, said)
		}
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		lines []string
		says  string
	}{
		{[]string{"System|Kostnad", "Lön|5"}, "ingen tabell med rubrikerna"},
		{[]string{"Konto|Belopp", "6540|5"}, "vilket år"},
		{[]string{"Konto|Jan|Feb", "6540|5|6"}, "vilket år"},
		{[]string{"Datum|Konto|Belopp", "i går|6540|5"}, "ingen dag"},
		{[]string{"Datum|Konto|Belopp", "2026-01-01|6540|fem"}, "inget belopp"},
		{[]string{"Datum|Konto|Belopp", "2026-01-01|Licens|5"}, "inget konto"},
		{[]string{"Period|Konto|Belopp", "13|6540|5"}, "ingen period"},
		{[]string{"Datum|Konto|Belopp"}, "ingen rad"},
		{[]string{"Datum|Konto|Belopp|Utfall", "2026-01-01|6540|5|6"}, "flera kolumner vara beloppet: Belopp och Utfall"},
		{[]string{"Period|Konto|Ackumulerat utfall", "202601|6540|5"}, "bara vad året har kommit till"},
	} {
		_, err := booked.Read(book(c.lines...), booked.Options{})
		if code := fault.CodeOf(err); code != fault.Unreadable && code != fault.Damaged || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "Inget har ändrats.") {
			t.Errorf("%q: %v", c.lines, err)
		}
	}
}

// TestAnotherLedgerInTheBookIsAsked: a sheet that isn't read is told of as a doubt.
func TestAnotherLedgerInTheBookIsAsked(t *testing.T) {
	b := book("Datum|Konto|Belopp|Text", "2026-01-01|6540|5|x")
	other := book("Datum|Konto|Belopp", "2026-01-01|6540|7").Sheets[0]
	other.Name = "Bolaget"
	b.Sheets = append(b.Sheets, other)
	got, err := booked.Read(b, booked.Options{})
	if err != nil || len(got.Doubts()) != 1 || !strings.Contains(got.Doubts()[0].Text, "Bladet Bolaget") || len(got.Rows) != 1 {
		t.Errorf("%+v %v", got, err)
	}
	if got, err = booked.Read(b, booked.Options{Sheet: "bolaget"}); err != nil || len(got.Doubts()) != 0 || got.Rows[0].Amount != 700 {
		t.Errorf("%+v %v", got, err)
	}
}
