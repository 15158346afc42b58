package excel

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/fuzztest"
	"itportfoljen/app/exchange/sheet"
)

var ctx = context.Background()

// rowsOf is an Each over rows that reuses its slice, as writers must expect.
func rowsOf(rows ...[]sheet.Cell) func(func([]sheet.Cell) error) error {
	return func(yield func([]sheet.Cell) error) error {
		var shared []sheet.Cell
		for _, row := range rows {
			shared = append(shared[:0], row...)
			if err := yield(shared); err != nil {
				return err
			}
		}
		return nil
	}
}

func sampleBook() sheet.OutBook {
	columns := []sheet.Column{
		{Key: "id", Heading: "ID", Locked: true, Help: "Ändra inte."},
		{Key: "name", Heading: "Namn"},
		{Key: "note", Heading: "Anteckning", Type: sheet.ColLongText},
		{Key: "status", Heading: "Status", Choices: []string{"I drift", "Under avveckling"}},
		{Key: "owner", Heading: "Ägare", Choices: []string{"Barn- och utbildning, central", "Vård"}},
		{Key: "cost", Heading: "Kostnad per år", Type: sheet.ColMoney, Sum: true},
		{Key: "users", Heading: "Användare", Type: sheet.ColNumber, Sum: true},
		{Key: "start", Heading: "Start", Type: sheet.ColDate},
		{Key: "year", Heading: "År", Type: sheet.ColYear},
	}
	return sheet.OutBook{Title: "Portföljen", Author: "Ekvalla kommun", Sheets: []sheet.Out{
		{Name: "Läs mig", Text: []string{"# Så gör du", "", "Fyll i de vita cellerna.\nSpara."}},
		{Name: "System", Title: "Alla system", Columns: columns, Each: rowsOf(
			[]sheet.Cell{sheet.Str("SYS-0001"), sheet.Str("=1+1"), sheet.Str("rad 1\nrad 2 <&> \"x\" _x0041_"), sheet.Str("I drift"), sheet.Str("Vård"), sheet.Dec("1234.50", 1234.5), sheet.Dec("12", 12), sheet.Day(20260301), sheet.Dec("2026", 2026)},
			[]sheet.Cell{sheet.Str("SYS-0002"), sheet.Str("@Anna"), {}, {}, {}, sheet.Dec("-0.01", -0.01), {}, sheet.Day(18991231)},
			[]sheet.Cell{sheet.Str("SYS-0003"), sheet.Str("0123"), {Kind: sheet.Bool, Num: 1, Text: "ja"}, {}, {}, sheet.Dec("0.1", 0.1), sheet.Dec("3", 3)},
		)},
		{Name: "Tom", Columns: columns[:4]},
	}}
}

func writeBook(t testing.TB, book sheet.OutBook) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := Write(ctx, &buf, book, nil); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func readBytes(t testing.TB, data []byte) *sheet.Book {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bok.xlsx")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := Read(ctx, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func texts(row sheet.Row) []string {
	var all []string
	for _, cell := range row.Cells {
		all = append(all, cell.Text)
	}
	return all
}

func TestWriteThenReadGivesTheSame(t *testing.T) {
	data := writeBook(t, sampleBook())
	if out := os.Getenv("ITP_KEEP_XLSX"); out != "" {
		os.WriteFile(out, data, 0o600)
	}
	book := readBytes(t, data)
	var names []string
	for _, s := range book.Sheets {
		names = append(names, s.Name)
	}
	if want := []string{"Läs mig", "System", "Tom", sheet.KeySheet, listSheet}; !reflect.DeepEqual(names, want) {
		t.Fatalf("sheets %q, want %q", names, want)
	}
	system := book.Sheets[1]
	want := [][]string{
		{"Alla system"},
		{"ID", "Namn", "Anteckning", "Status", "Ägare", "Kostnad per år", "Användare", "Start", "År"},
		{"SYS-0001", "=1+1", "rad 1\nrad 2 <&> \"x\" _x0041_", "I drift", "Vård", "1234.5", "12", "2026-03-01", "2026"},
		{"SYS-0002", "@Anna", "", "", "", "-0.01", "", "1899-12-31"},
		{"SYS-0003", "0123", "ja", "", "", "0.1", "3"},
		{"Summa", "", "", "", "", "1234.59", "15"},
	}
	for i, row := range system.Rows {
		if i < len(want) && !reflect.DeepEqual(texts(row), want[i]) {
			t.Errorf("row %d: %q\nwant %q", row.Number, texts(row), want[i])
		}
	}
	if len(system.Rows) != len(want) {
		t.Errorf("%d rows, want %d", len(system.Rows), len(want))
	}
	if got := system.Rows[2].Cells[7]; got.Kind != sheet.Date || got.Date != date.Date(20260301) {
		t.Errorf("the date became %+v", got)
	}
}

func TestKeySheetTellsFieldsAndHeadingRow(t *testing.T) {
	book := readBytes(t, writeBook(t, sampleBook()))
	keys := book.Sheets[3]
	if !keys.Hidden || keys.Name != sheet.KeySheet {
		t.Fatalf("sheet %q, hidden %v", keys.Name, keys.Hidden)
	}
	if got, want := texts(keys.Rows[2]), []string{"System", "1", "name", "Namn", "3"}; !reflect.DeepEqual(got, want) {
		t.Errorf("row %q, want %q", got, want)
	}
	if n := len(keys.Rows); n != 1+9+4+3 {
		t.Errorf("%d rows, want those of 13 columns and 3 sheets below the headings", n)
	}
}

func TestWriteIsDeterministic(t *testing.T) {
	first := writeBook(t, sampleBook())
	for range 5 {
		if !bytes.Equal(first, writeBook(t, sampleBook())) {
			t.Fatal("the same book gave other bytes")
		}
	}
}

func TestWrittenRules(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(writeBook(t, sampleBook())))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if formula, _ := f.GetCellFormula("System", "F7"); formula != "SUBTOTAL(109,F4:F6)" {
		t.Errorf("sum formula %q", formula)
	}
	rules, err := f.GetDataValidations("System")
	if err != nil || len(rules) != 3 {
		t.Fatalf("%d rules, %v; want 3", len(rules), err)
	}
	if rules[1].Sqref != "D4:D6" || !strings.Contains(rules[1].Formula1, "I drift,Under avveckling") {
		t.Errorf("rule %q %q", rules[1].Sqref, rules[1].Formula1)
	}
	if rules[2].Formula1 != "_itp_val!$A$1:$A$2" {
		t.Errorf("long choices refer to %q", rules[2].Formula1)
	}
	panes, _ := f.GetPanes("System")
	if !panes.Freeze || panes.YSplit != 3 {
		t.Errorf("panes %+v", panes)
	}
	for cell, locked := range map[string]bool{"A4": true, "B4": false, "H4": false} {
		id, _ := f.GetCellStyle("System", cell)
		style, err := f.GetStyle(id)
		if err != nil || style.Protection == nil || style.Protection.Locked != locked {
			t.Errorf("%s: protection %+v, want locked %v", cell, style.Protection, locked)
		}
	}
}

func TestWriteRefusals(t *testing.T) {
	boom := errors.New("boom")
	column := []sheet.Column{{Heading: "Namn"}}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	for name, c := range map[string]struct {
		ctx  context.Context
		book sheet.OutBook
		want fault.Code
	}{
		"no sheets": {ctx, sheet.OutBook{}, fault.Invalid},
		"long text": {ctx, sheet.OutBook{Sheets: []sheet.Out{{Name: "A", Columns: column, Each: rowsOf([]sheet.Cell{sheet.Str(strings.Repeat("å", maxText+1))})}}}, fault.TooLarge},
		"columns":   {ctx, sheet.OutBook{Sheets: []sheet.Out{{Name: "A", Columns: make([]sheet.Column, maxColumns+1)}}}, fault.TooLarge},
		"cancelled": {cancelled, sampleBook(), fault.Canceled},
		"each":      {ctx, sheet.OutBook{Sheets: []sheet.Out{{Name: "A", Columns: column, Each: func(func([]sheet.Cell) error) error { return boom }}}}, fault.Internal},
		"panic":     {ctx, sheet.OutBook{Sheets: []sheet.Out{{Name: "A", Columns: column, Each: func(func([]sheet.Cell) error) error { panic("x") }}}}, fault.Internal},
	} {
		t.Run(name, func(t *testing.T) {
			err := Write(c.ctx, &bytes.Buffer{}, c.book, nil)
			if fault.CodeOf(err) != c.want {
				t.Errorf("code %q (%v), want %q", fault.CodeOf(err), err, c.want)
			}
			if name == "each" && err != boom {
				t.Errorf("the error from Each became %v", err)
			}
		})
	}
}

func TestLongestTextIsKept(t *testing.T) {
	long := strings.Repeat("å", maxText)
	book := sheet.OutBook{Sheets: []sheet.Out{{Name: "A", Columns: []sheet.Column{{Heading: "N"}}, Each: rowsOf([]sheet.Cell{sheet.Str(long)})}}}
	if got := readBytes(t, writeBook(t, book)).Sheets[0].Rows[1].Cells[0].Text; got != long {
		t.Errorf("%d bytes came back of %d", len(got), len(long))
	}
}

func TestSheetNames(t *testing.T) {
	long := "Socialförvaltningens verksamhetssystem"
	got := sheetNames([]sheet.Out{{Name: "A/B"}, {Name: ""}, {Name: "a-b"}, {Name: long}, {Name: long}, {Name: "'x'"}, {Name: "_ITP"}})
	want := []string{"A-B", "Blad2", "a-b (2)", "Socialförvaltningens verksamhet", "Socialförvaltningens verksa (2)", "’x’", "_ITP (2)"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func FuzzWriteThenReadText(f *testing.F) {
	fuzztest.Brief(f)
	for _, s := range []string{"", "=1", " x ", "_x0041_", "_x005F_x0041_", "_x_x0041_", "a\r\nb\rc\n", "\x00\x1f", "\uFFFE", "å\xff", "]]>&amp;<", "_x005f_", "\t"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if tooLong(s) {
			return
		}
		book := sheet.OutBook{Sheets: []sheet.Out{{Name: "A", Columns: []sheet.Column{{Heading: "N"}, {Heading: "M"}}, Each: rowsOf([]sheet.Cell{sheet.Str(s), sheet.Str("x")})}}}
		got := readBytes(t, writeBook(t, book)).Sheets[0].Rows[1].Cells[0].Text
		if want := cleanWritten(s); got != want {
			t.Errorf("%q became %q, want %q", s, got, want)
		}
	})
}
