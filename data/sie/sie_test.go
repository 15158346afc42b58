package sie

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/ledger"
)

const head = "#FLAGGA 0\n#FORMAT PC8\n#SIETYP 4\n#FNAMN \"Ekvalla kommun\"\n#RAR 0 20260101 20261231\n#DIM 1 Ansvar\n#DIM 6 Projekt\n#UNDERDIM 21 Delprojekt 6\n"

func parse(t *testing.T, s string) (*ledger.Book, error) {
	t.Helper()
	return read(context.Background(), []byte(s), "huvudbok.se", nil)
}

// TestRows are the traps of the format: what must not count twice, and what a row is.
func TestRows(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a voucher", head + "#VER A 1 20260115 \"Licens\"\n{\n#TRANS 6540 {\"1\" \"100\" \"6\" \"P1\"} 1000.5 \"\" \"Lönesystem\"\n#TRANS 2440 {} -1000.50\n}\n",
			"2026-01-15 6540 1=100,6=P1 1000.50 A 1 Lönesystem|2026-01-15 2440  -1000.50 A 1 Licens"},
		{"the block on its voucher's line, tabs, small letters", head + "#ver\tB\t7\t20260201 {\n\t#trans 6540 {} 5\n\t#trans 1930 {} -5\n}\n",
			"2026-02-01 6540  5.00 B 7 |2026-02-01 1930  -5.00 B 7 "},
		{"added and removed rows", head + "#VER A 1 20260115\n{\n#RTRANS 6540 {} 9\n#TRANS 6540 {} 9\n#BTRANS 6550 {} 4\n#TRANS 2440 {} -9\n}\n",
			"2026-01-15 6540  9.00 A 1 |2026-01-15 2440  -9.00 A 1 "},
		{"vouchers and the same months", head + "#PSALDO 0 202601 6540 {} 9\n#VER A 1 20260115\n{\n#TRANS 6540 {} 9\n#TRANS 2440 {} -9\n}\n",
			"2026-01-15 6540  9.00 A 1 |2026-01-15 2440  -9.00 A 1 "},
		{"a row along a dimension and the one that divides it", head + "#VER A 1 20260115\n{\n#TRANS 6540 {6 P1 21 P1a} 9\n#TRANS 2440 {} -9\n}\n",
			"2026-01-15 6540 6=P1,21=P1a 9.00 A 1 |2026-01-15 2440  -9.00 A 1 "},
		{"months", head + "#RES 0 6540 9\n#PSALDO 0 202601 6540 {} 4\n#PSALDO 0 202602 6540 5\n#PSALDO -1 202501 6540 {} 77\n",
			"2026-01 6540  4.00  |2026-02 6540  5.00  "},
		{"a month's whole, and its parts along two dimensions", head + "#RES 0 6540 10\n#PSALDO 0 202601 6540 {} 10\n#PSALDO 0 202601 6540 {1 100} 6\n#PSALDO 0 202601 6540 {1 200} 3\n#PSALDO 0 202601 6540 {6 P1} 10\n",
			"2026-01 6540 1=100 6.00  |2026-01 6540 1=200 3.00  |2026-01 6540  1.00  "},
		{"the whole and its parts, without the year's sums", head + "#PSALDO 0 202601 6540 {} 10\n#PSALDO 0 202601 6540 {1 100} 10\n",
			"2026-01 6540 1=100 10.00  "},
		{"parts that the row without objects isn't the whole of", head + "#RES 0 6540 19\n#PSALDO 0 202601 6540 {} 10\n#PSALDO 0 202601 6540 {1 100} 6\n#PSALDO 0 202601 6540 {1 100 6 P1} 3\n",
			"2026-01 6540  10.00  |2026-01 6540 1=100 6.00  |2026-01 6540 1=100,6=P1 3.00  "},
		{"a year", head + "#RES 0 6540 9\n#RES -1 6540 8\n#UB 0 1930 4\n", "2026 6540  9.00  "},
		{"a konto with its zeros, a text with a quote", head + "#VER \"\" \"\" 20260115 \"5\\\" skärm\"\n{\n#TRANS 0040 {} 9\n#TRANS 2440 {} -9\n}\n",
			"2026-01-15 0040  9.00 utan nummer (rad 9) 5\" skärm|2026-01-15 2440  -9.00 utan nummer (rad 9) 5\" skärm"},
		{"tags that nobody knows", head + "#NYTT {a \"b\"} 4\nlös text\n#RES 0 6540 9\n", "2026 6540  9.00  "},
	} {
		b, err := parse(t, c.text)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var rows []string
		for _, r := range b.Rows {
			when := r.Day.String()
			if r.Day.IsZero() {
				if when = fmt.Sprintf("%d-%02d", r.Year, r.Month); r.Month == 0 {
					when = fmt.Sprint(r.Year)
				}
			}
			codes := strings.NewReplacer("\x1e", ",", "\x1f", "=").Replace(r.Codes)
			rows = append(rows, strings.Join([]string{when, r.Account, codes, r.Amount.Decimal(), r.Voucher, r.Text}, " "))
		}
		if got := strings.Join(rows, "|"); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestRefused are the files that can't be trusted, and what is said of them.
func TestRefused(t *testing.T) {
	for _, c := range []struct {
		name, text string
		code       fault.Code
		says       string
	}{
		{"nothing", "  \n", fault.Unreadable, "är tom"},
		{"a page", "<!DOCTYPE HTML><html><head>\n<title>404 Not Found</title>", fault.Unreadable, "är en webbsida (”404 Not Found”)"},
		{"a workbook", "PK\x03\x04abc", fault.Unreadable, "Excel"},
		{"SIE 5", "<?xml version=\"1.0\"?><Sie/>", fault.Unreadable, "SIE 5"},
		{"a list", "Konto;Belopp\n6540;9\n", fault.Unreadable, "börjar inte som en SIE-fil"},
		{"nothing booked", head, fault.Unreadable, "inga verifikationer"},
		{"cut off in a block", head + "#VER A 1 20260115\n{\n#TRANS 6540 {} 9\n", fault.Damaged, "mitt i verifikation A 1"},
		{"cut off before a block", head + "#VER A 1 20260115\n", fault.Damaged, "mitt i verifikation A 1"},
		{"cut off in a row", head + "#VER A 1 20260115\n{\n#TRANS 6540 {}", fault.Damaged, "beloppet saknas"},
		{"cut off in a list", head + "#VER A 1 20260115\n{\n#TRANS 6540 {1", fault.Damaged, "klammer"},
		{"out of balance", head + "#VER A 1 20260115\n{\n#TRANS 6540 {} 9\n#TRANS 2440 {} -8\n}\n", fault.Damaged, "A 1 den 2026-01-15 (rad 9) med 1 kr"},
		{"a voucher without its end", head + "#VER A 1 20260115\n{\n#TRANS 6540 {} 9\n#VER A 2 20260115\n", fault.Damaged, "A 1 har inget slut"},
		{"a voucher without a day", head + "#VER A 1 20260132\n{\n}\n", fault.Damaged, "har ingen dag"},
		{"a row outside", head + "#TRANS 6540 {} 9\n", fault.Damaged, "utanför"},
		{"not an amount", head + "#VER A 1 20260115\n{\n#TRANS 6540 {} 9.123\n}\n", fault.Damaged, "inget belopp"},
		{"not a month", head + "#PSALDO 0 202613 6540 {} 9\n", fault.Damaged, "ingen månad"},
		{"another currency", head + "#VALUTA EUR\n", fault.Damaged, "EUR"},
		{"months that add on", head + "#RES 0 6540 9\n#PSALDO 0 202601 6540 {} 4\n#PSALDO 0 202602 6540 {} 9\n", fault.Damaged, "ackumulerade"},
	} {
		_, err := parse(t, c.text)
		if fault.CodeOf(err) != c.code || !strings.Contains(fmt.Sprint(err), c.says) || !strings.Contains(fmt.Sprint(err), "Inget har ändrats.") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestDoubts are what is read with a doubt that somebody must answer.
func TestDoubts(t *testing.T) {
	for _, c := range []struct{ name, text, says string }{
		{"none", head + "#RES 0 6540 9\n#PSALDO 0 202601 6540 {} 9\n", ""},
		{"months that aren't the year", head + "#RES 0 6540 9\n#PSALDO 0 202601 6540 {} 8\n", "Konto 6540: periodsaldona ger 8 kr, men filens årssaldo är 9 kr."},
		{"vouchers that aren't the year", head + "#RES 0 6540 8\n#VER A 1 20260115\n{\n#TRANS 6540 {} 9\n#TRANS 2440 {} -9\n}\n", "verifikationerna ger 9 kr"},
		{"a good sum", "#FLAGGA 0\n#KSUMMA\n#SIETYP 4\n#RES 0 6540 9\n#KSUMMA 303985762\n", ""},
		{"a bad sum", "#FLAGGA 0\n#KSUMMA\n#SIETYP 4\n#RES 0 6540 9\n#KSUMMA 1\n", "kontrollsumma"},
	} {
		b, err := parse(t, c.text)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		said := fmt.Sprint(b.Doubts())
		if (c.says == "") != (len(b.Doubts()) == 0) || !strings.Contains(said, c.says) {
			t.Errorf("%s: %s", c.name, said)
		}
	}
}

// TestCoding reads the same letters as each program writes them: they all say PC8.
func TestCoding(t *testing.T) {
	const text = head + "#KONTO 6540 \"Räkning på Öland\"\n#RES 0 6540 9\n"
	dos, _ := charmap.CodePage437.NewEncoder().String(text)
	windows, _ := charmap.Windows1252.NewEncoder().String(text)
	for in, s := range map[string]string{codingDOS: dos, codingWindows: windows, codingUTF8: text, codingUTF8 + " with a mark": "\uFEFF" + text} {
		b, err := parse(t, s)
		if err != nil || b.Accounts["6540"] != "Räkning på Öland" || !strings.HasPrefix(in, b.Coding) {
			t.Errorf("%s: %v %v", in, err, b)
		}
	}
}

func TestAmounts(t *testing.T) {
	for s, want := range map[string]money.Ore{"0": 0, "-0": 0, "1": 100, "-1.5": -150, "1234567.89": 123456789, ".5": 50, "+3": 300, "2,25": 225, "1.500": 150, "12.30000": 1230} {
		if v, ok := ore(s); !ok || v != want {
			t.Errorf("%s: %d %v", s, v, ok)
		}
	}
	for _, s := range []string{"", "-", "1.234", "1 000", "abc", "1e5", "12345678901234", "--1"} {
		if v, ok := ore(s); ok {
			t.Errorf("%q: %d", s, v)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(head + "#VER A 1 20260115\n{\n#TRANS 6540 {1 100} 9\n#TRANS 2440 {} -9\n}\n"))
	f.Add([]byte(head + "#RES 0 6540 9\n#PSALDO 0 202601 6540 {} 9\n#PSALDO 0 202601 6540 {1 2} 4\n"))
	f.Add([]byte("#FLAGGA 0\n#KSUMMA\n#DIM x\n#KSUMMA 4\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := read(context.Background(), data, "x.se", nil)
		if err != nil {
			if fault.CodeOf(err) == fault.Internal {
				t.Fatal(err)
			}
			return
		}
		if b.Basis == ledger.ByVoucher {
			if sum := b.Sum(func(ledger.Row) bool { return true }); sum != 0 {
				t.Fatalf("vouchers come to %s", sum.Exact())
			}
		}
	})
}

// TestCorpus holds each file of the collection to what another program, in another language,
// has added up of its income and cost accounts; "-" is one that must be refused.
func TestCorpus(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "corpus", "sie")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("samlingen av SIE-filer finns inte här")
	}
	want := corpusSums
	seen := 0
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		seen++
		b, err := Read(context.Background(), path, nil)
		got := "-"
		if err == nil {
			got = b.Sum(func(r ledger.Row) bool { return ledger.Result(r.Account) }).Decimal()
		} else if code := fault.CodeOf(err); code != fault.Unreadable && code != fault.Damaged {
			t.Errorf("%s: %v", name, err)
		}
		if w, ok := want[filepath.ToSlash(name)]; !ok || w != got {
			t.Errorf("%s: %s, want %s (%v)", name, got, w, err)
		}
		return nil
	})
	if err != nil || seen != len(want) {
		t.Errorf("%d files, want %d: %v", seen, len(want), err)
	}
}
