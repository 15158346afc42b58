package csv

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/fuzztest"
	"itportfoljen/app/exchange/sheet"
)

var ctx = context.Background()

func readText(t testing.TB, data string) (*sheet.Book, error) {
	t.Helper()
	return read(ctx, []byte(data), "system.csv", nil)
}

func table(book *sheet.Book) [][]string {
	var all [][]string
	for _, row := range book.Sheets[0].Rows {
		var fields []string
		for _, cell := range row.Cells {
			fields = append(fields, cell.Text)
		}
		all = append(all, fields)
	}
	return all
}

func TestReadFindsEncodingAndDelimiter(t *testing.T) {
	want := [][]string{{"Namn", "Ägare"}, {"Kök", "Åsa"}}
	for name, data := range map[string]string{
		"semicolon":    "Namn;Ägare\r\nKök;Åsa\r\n",
		"comma":        "Namn,Ägare\nKök,Åsa",
		"tab":          "Namn\tÄgare\nKök\tÅsa\n",
		"pipe":         "Namn|Ägare\nKök|Åsa\n",
		"sep line":     "sep=,\r\nNamn,Ägare\r\nKök,Åsa\r\n",
		"byte mark":    "\uFEFFNamn;Ägare\nKök;Åsa\n",
		"windows-1252": "Namn;\xC4gare\nK\xF6k;\xC5sa\n",
		"utf-16 le":    "\xFF\xFEN\x00a\x00m\x00n\x00;\x00\xC4\x00g\x00a\x00r\x00e\x00\n\x00K\x00\xF6\x00k\x00;\x00\xC5\x00s\x00a\x00",
		"old mac":      "Namn;Ägare\rKök;Åsa\r",
		"blank lines":  "\n\nNamn;Ägare\n\n;\nKök;Åsa;\n",
	} {
		t.Run(name, func(t *testing.T) {
			book, err := readText(t, data)
			if err != nil {
				t.Fatal(err)
			}
			if got := table(book); !reflect.DeepEqual(got, want) {
				t.Errorf("got %q", got)
			}
			if book.Sheets[0].Name != "system" || book.Format != "csv" {
				t.Errorf("sheet %q, format %q", book.Sheets[0].Name, book.Format)
			}
		})
	}
}

func TestReadRecords(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want [][]string
	}{
		"quotes":         {"a;b\n\"x;y\";\"s\"\"t\"\n", [][]string{{"a", "b"}, {"x;y", `s"t`}}},
		"newline":        {"a;b\n\"x\r\ny\";z\n", [][]string{{"a", "b"}, {"x\ny", "z"}}},
		"ragged":         {"a;b;c\n1\n1;2;3;4\nx;y;z", [][]string{{"a", "b", "c"}, {"1"}, {"1", "2", "3", "4"}, {"x", "y", "z"}}},
		"decimal commas": {"Namn;Kr\nA;1,5\nB;2,5\n", [][]string{{"Namn", "Kr"}, {"A", "1,5"}, {"B", "2,5"}}},
		"stray quote":    {"a;b\n\"5 tum;x\ny;z\n", [][]string{{"a", "b"}, {`"5 tum`, "x"}, {"y", "z"}}},
		"quote inside":   {"a;b\n5\";6\"\n", [][]string{{"a", "b"}, {`5"`, `6"`}}},
		"after a quote":  {"a;b\n\"x\"y;z\n", [][]string{{"a", "b"}, {"xy", "z"}}},
		"title above":    {"Systemlista\n\nNamn;År;Kr\nA;1;2\nB;3;4\n", [][]string{{"Systemlista"}, {"Namn", "År", "Kr"}, {"A", "1", "2"}, {"B", "3", "4"}}},
		"escapes":        {"a;b\n'=1;'-x\n'tis;''=2\n", [][]string{{"a", "b"}, {"=1", "-x"}, {"'tis", "'=2"}}},
		"kept zeros":     {"a;b\n'0412;'212000-1850\n'98 års;''07\n", [][]string{{"a", "b"}, {"0412", "212000-1850"}, {"'98 års", "'07"}}},
		"one column":     {"Namn\nA\nB\n", [][]string{{"Namn"}, {"A"}, {"B"}}},
	} {
		t.Run(name, func(t *testing.T) {
			book, err := readText(t, c.data)
			if err != nil {
				t.Fatal(err)
			}
			if got := table(book); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestReadNumbersRowsAsExcelDoes(t *testing.T) {
	book, err := readText(t, "a;b\n\n\"x\ny\";1\nz;2\n")
	if err != nil {
		t.Fatal(err)
	}
	var got []int
	for _, row := range book.Sheets[0].Rows {
		got = append(got, row.Number)
	}
	if want := []int{1, 3, 4}; !reflect.DeepEqual(got, want) {
		t.Errorf("rows %v, want %v", got, want)
	}
}

// TestEndlessRecord: a line with nothing but delimiters is given up early.
func TestEndlessRecord(t *testing.T) {
	p := newParser(strings.Repeat("a;", 100*maxColumns), ';')
	if n := len(p.record(nil)); n > maxColumns+2 {
		t.Errorf("%d fields were gathered", n)
	}
}

func TestReadRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want fault.Code
	}{
		"empty":    {"", fault.Unreadable},
		"workbook": {"PK\x03\x04xxxx", fault.Unreadable},
		"zeros":    {"a;b\n" + strings.Repeat("\x00;c\n", 20), fault.Unreadable},
		"binary":   {strings.Repeat("\x01\x02", 50), fault.Unreadable},
		"pdf":      {"%PDF-1.7", fault.Unreadable},
		"wide":     {strings.Repeat("a;", maxColumns) + "a\n", fault.TooLarge},
		"endless":  {strings.Repeat("a;", 100*maxColumns) + "a\n", fault.TooLarge},
		"one cell": {"a;b\n" + strings.Repeat("x", maxField+1) + ";b\n", fault.TooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readText(t, c.data)
			if fault.CodeOf(err) != c.want || !strings.Contains(err.Error(), "Inget har ändrats.") {
				t.Errorf("code %q (%v), want %q", fault.CodeOf(err), err, c.want)
			}
		})
	}
	dir := t.TempDir()
	if _, err := Read(ctx, dir, nil); fault.CodeOf(err) != fault.Unreadable {
		t.Errorf("a folder: %v", err)
	}
	if _, err := Read(ctx, filepath.Join(dir, "x.csv"), nil); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("a missing file: %v", err)
	}
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	path := filepath.Join(dir, "y.csv")
	os.WriteFile(path, []byte("a;b\n"), 0o600)
	if _, err := Read(stopped, path, nil); fault.CodeOf(err) != fault.Canceled {
		t.Errorf("cancelled: %v", err)
	}
}

func write(t testing.TB, out sheet.Out) string {
	t.Helper()
	var buf bytes.Buffer
	if err := Write(&buf, out); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

func rowsOf(rows ...[]sheet.Cell) func(func([]sheet.Cell) error) error {
	return func(yield func([]sheet.Cell) error) error {
		for _, row := range rows {
			if err := yield(row); err != nil {
				return err
			}
		}
		return nil
	}
}

func TestWrite(t *testing.T) {
	out := sheet.Out{
		Columns: []sheet.Column{{Heading: "Namn"}, {Heading: "Kr", Type: sheet.ColMoney}, {Heading: "Antal", Type: sheet.ColNumber}, {Heading: "Dag", Type: sheet.ColDate}, {Heading: "År", Type: sheet.ColYear}},
		Each: rowsOf(
			[]sheet.Cell{sheet.Str("=1+1"), sheet.Dec("1234.5", 1234.5), sheet.Dec("1.25", 1.25), sheet.Day(20260301), sheet.Dec("2026", 2026)},
			[]sheet.Cell{sheet.Str("a;\"b\"\r\nc"), sheet.Dec("-7", -7), sheet.Dec("3", 3)},
			[]sheet.Cell{sheet.Str("-5")},
		),
	}
	want := "\uFEFFNamn;Kr;Antal;Dag;År\r\n" +
		"'=1+1;1234,50;1,25;2026-03-01;2026\r\n" +
		"\"a;\"\"b\"\"\nc\";-7,00;3;;\r\n" +
		"-5;;;;\r\n"
	if got := write(t, out); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got, want := write(t, sheet.Out{Text: []string{"# Läs mig", "x; y"}}), "\uFEFF# Läs mig\r\n\"x; y\"\r\n"; got != want {
		t.Errorf("text: got %q, want %q", got, want)
	}
}

// FuzzWriteThenRead: among the headings of our own lists there are always those with
// å, ä and ö, so that a name which looks garbled stays as it is.
func FuzzWriteThenRead(f *testing.F) {
	fuzztest.Brief(f)
	for _, s := range []string{"", "=1", "'=1", "''-", "-5", "-5,5", "+x", "@", "\t", "a,b", "a\r\nb", "\"", "'", "sep=;", "\uFEFF", "a|b\tc", "5\" x"} {
		f.Add(s, "b,c,d")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, s := range []string{a, b} {
			if binary([]byte(s)) || strings.ToValidUTF8(s, "") != s || strings.ContainsFunc(s, unseen) {
				return
			}
		}
		for _, columns := range [][]sheet.Column{{{Heading: "Ägare"}}, {{Heading: "Ägare"}, {Heading: "y"}}} {
			out := sheet.Out{Columns: columns, Each: rowsOf([]sheet.Cell{sheet.Str(a), sheet.Str(b)}, []sheet.Cell{sheet.Str(b), sheet.Str(a)})}
			book, err := readText(t, write(t, out))
			if err != nil {
				return // so many control characters that it isn't text
			}
			for _, row := range book.Sheets[0].Rows[1:] {
				want := []string{lineEnds(a), lineEnds(b)}
				if row.Number == 3 {
					want = []string{lineEnds(b), lineEnds(a)}
				}
				for i := range columns {
					if got := row.At(i).Text; got != want[i] {
						t.Errorf("%q became %q", want[i], got)
					}
				}
			}
		}
	})
}

// unseen says of what Read takes away.
func unseen(r rune) bool {
	return unicode.IsControl(r) && !strings.ContainsRune("\t\r\n", r) || r == utf8.RuneError || unicode.Is(unicode.Noncharacter_Code_Point, r)
}

func FuzzRead(f *testing.F) {
	fuzztest.Brief(f)
	f.Add("a;b\n\"1\"\"\n;2")
	f.Add("\"\"\"\r\n\r;,|\t")
	f.Fuzz(func(t *testing.T, s string) {
		book, err := readText(t, s)
		if err != nil {
			if fault.CodeOf(err) == fault.Internal {
				t.Errorf("internal fault: %v", err)
			}
			return
		}
		last := 0
		for _, row := range book.Sheets[0].Rows {
			if row.Number <= last {
				t.Errorf("row %d after %d", row.Number, last)
			}
			last = row.Number
		}
	})
}
