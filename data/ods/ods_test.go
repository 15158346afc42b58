package ods

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/fuzztest"
	"itportfoljen/app/exchange/sheet"
)

var ctx = context.Background()

// book is the content of a workbook with the tables, whose styles are these.
func book(styles, tables string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c">` +
		`<office:automatic-styles>` + styles + `</office:automatic-styles><office:body><office:spreadsheet>` + tables + `</office:spreadsheet></office:body></office:document-content>`
}

// rows is a workbook of one sheet.
func rows(rows string) string {
	return book("", `<table:table table:name="Blad1">`+rows+`</table:table>`)
}

// zipped makes the zip file of its parts, beside the one that says what it is.
func zipped(t testing.TB, method uint16, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	add := func(name, text string, method uint16) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	add("mimetype", kindName, zip.Store)
	for name, text := range parts {
		add(name, text, method)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readMemory(data []byte) (*sheet.Book, error) {
	return read(ctx, io.NewSectionReader(bytes.NewReader(data), 0, int64(len(data))), "lista.ods", nil)
}

func mustRead(t testing.TB, xml string) *sheet.Book {
	t.Helper()
	b, err := readMemory(zipped(t, zip.Deflate, map[string]string{content: xml}))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestCells(t *testing.T) {
	number := func(text string, num float64, unit sheet.Unit) sheet.Cell {
		c := sheet.Dec(text, num)
		c.Unit = unit
		return c
	}
	text := func(text string, num float64) sheet.Cell { return sheet.Cell{Kind: sheet.Text, Text: text, Num: num} }
	day := func(c sheet.Cell, serial float64) sheet.Cell {
		c.Num = serial
		return c
	}
	failed := func(text string) sheet.Cell { return sheet.Cell{Kind: sheet.Error, Text: text} }
	for _, c := range []struct {
		cell string // its attributes after the type, and what is in it
		want sheet.Cell
	}{
		{`"string"><text:p>Kök</text:p>`, sheet.Str("Kök")},
		{`"string"><text:p>Ett</text:p><text:p>två</text:p>`, sheet.Str("Ett\ntvå")},
		{`"string"><text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p>`, sheet.Str("a  b\tc\nd")},
		{"\"string\"><text:p>\n  a\n  <text:span text:style-name=\"T1\">b</text:span> <text:a>c</text:a></text:p>", sheet.Str("a b c")},
		{`"string" office:string-value="Grind"/`, sheet.Str("Grind")},
		{`"string"><draw:frame><draw:text-box><text:p>bild</text:p></draw:text-box></draw:frame><text:p>Kök</text:p>`, sheet.Str("Kök")},
		{`"float" office:value="1234.5"><text:p>1 234,50</text:p>`, number("1234.5", 1234.5, 0)},
		{`"float" office:value="75.250000000000004"><text:p>75,25</text:p>`, number("75.25", 75.25, 0)},
		{`"float" office:value="1E+015"><text:p>1E+15</text:p>`, number("1000000000000000", 1e15, 0)},
		{`"float" office:value="412"><text:p>0412</text:p>`, number("0412", 412, 0)},
		{`"float" office:value="412"><text:p>412</text:p>`, number("412", 412, 0)},
		{`"float" office:value="1120001234"><text:p>112000-1234</text:p>`, text("112000-1234", 1120001234)},
		{`"float" office:value="812345"><text:p>08-123 45</text:p>`, text("08-123 45", 812345)},
		{`"float" office:value="-412"><text:p>-412</text:p>`, number("-412", -412, 0)},
		{`"float" office:value="450"><text:p>450 tkr</text:p>`, number("450", 450, sheet.Tkr)},
		{`"float" office:value="1.2"><text:p>1,2 mkr</text:p>`, number("1.2", 1.2, sheet.Mnkr)},
		{`"float" office:value="96000"><text:p>96 tkr</text:p>`, number("96", 96000, sheet.Tkr)},
		{`"float" office:value="1234567"><text:p>1,2 mkr</text:p>`, number("1.234567", 1234567, sheet.Mnkr)},
		{`"float" office:value="96000"><text:p>96</text:p>`, number("96000", 96000, sheet.Whole)},
		{`"float" office:value="96400"><text:p>96 k</text:p>`, number("96400", 96400, sheet.Whole)},
		{`"float" office:value="0.4"><text:p>0</text:p>`, number("0.4", 0.4, 0)},
		{`"float" office:value="3"><text:p>3 mån</text:p>`, text("3 mån", 3)},
		{`"float" office:value="3.26"><text:p>3,3 st</text:p>`, text("3,26 st", 3.26)},
		{`"float" office:value="1"><text:p>Ja</text:p>`, text("Ja", 1)},
		{`"float" office:value="0"><text:p>-</text:p>`, number("0", 0, 0)},
		{`"float" office:value="123456"><text:p>###</text:p>`, number("123456", 123456, 0)},
		{`"float" office:value="x"><text:p>5</text:p>`, sheet.Str("5")},
		{`"currency" office:currency="SEK" office:value="1234"><text:p>1 234,00 kr</text:p>`, number("1234", 1234, sheet.Kr)},
		{`"currency" office:currency="SEK" office:value="-1234.5"><text:p>-kr1,234.50</text:p>`, number("-1234.5", -1234.5, sheet.Kr)},
		{`"currency" office:currency="EUR" office:value="100"><text:p>100,00 €</text:p>`, text("100 €", 100)},
		{`"percentage" office:value="0.25"><text:p>25 %</text:p>`, number("0.25", 0.25, 0)},
		{`"date" office:date-value="2026-03-01"><text:p>1 mars 2026</text:p>`, day(sheet.Day(20260301), 46082)},
		{`"date" office:date-value="2026-03-01T10:00:00"><text:p>x</text:p>`, day(sheet.Day(20260301), 46082)},
		{`"date" office:date-value="1905-07-19"><text:p>1905-07-19</text:p>`, day(sheet.Day(19050719), 2027)},
		{`"date" office:date-value="i mars"><text:p>i mars</text:p>`, sheet.Str("i mars")},
		{`"time" office:time-value="PT13H30M00S"><text:p>13:30</text:p>`, sheet.Str("13:30")},
		{`"time" office:time-value="PT255H10M10.12S"><text:p>x</text:p>`, sheet.Str("255:10:10")},
		{`"boolean" office:boolean-value="true"><text:p>SANT</text:p>`, sheet.Cell{Kind: sheet.Bool, Num: 1, Text: "ja"}},
		{`"boolean" office:boolean-value="false"><text:p>FALSKT</text:p>`, sheet.Cell{Kind: sheet.Bool, Text: "nej"}},
		{`"string" table:formula="of:=1" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p>`, failed("#N/A")},
		{`"float" table:formula="of:=1" office:value="0"><text:p>Err:502</text:p>`, failed("Err:502")},
		{`"float" table:formula="of:=1" office:value="2"><text:p>2</text:p>`, number("2", 2, 0)},
		{`"" table:formula="of:=1"/`, failed(sheet.NotCalculated)},
		{`"string"><text:p>#1!</text:p>`, sheet.Str("#1!")},
		{`"string"><text:p></text:p>`, sheet.Cell{}},
	} {
		closed := strings.TrimSuffix(c.cell, "/")
		end := "</table:table-cell>"
		if closed != c.cell {
			end = "></table:table-cell>"
		}
		b := mustRead(t, rows(`<table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell><table:table-cell office:value-type=`+closed+end+`</table:table-row>`))
		if got := b.Sheets[0].Rows[0].At(1); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.cell, got, c.want)
		}
	}
}

func word(text string) string {
	return `<table:table-cell office:value-type="string"><text:p>` + text + `</text:p></table:table-cell>`
}

func TestRowsAndColumns(t *testing.T) {
	b := mustRead(t, book(`<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>`+
		`<style:style style:name="ce1" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>`,
		`<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>förut</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>`+
			`<table:table table:name="Blad &amp; 1"><table:shapes><draw:frame><text:p>bild</text:p></draw:frame></table:shapes>`+
			`<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-column table:visibility="filter" table:number-columns-repeated="16381"/>`+
			`<table:table-header-rows><table:table-row>`+word("Namn")+`<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell>`+word("y")+`<table:table-cell table:number-columns-repeated="2147483647"/></table:table-row></table:table-header-rows>`+
			`<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`+
			`<table:table-row table:number-rows-repeated="2">`+word("lika")+`</table:table-row>`+
			`<table:table-row table:visibility="filter">`+word("bort")+`</table:table-row>`+
			`<table:table-row-group table:display="false"><table:table-row>`+word("hopfälld")+`</table:table-row></table:table-row-group>`+
			`<table:table-row><table:table-cell table:style-name="ce1" table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"><office:annotation><dc:creator>Bo</dc:creator><text:p>Se upp</text:p><text:p>här</text:p></office:annotation><text:p>struken</text:p></table:table-cell><table:covered-table-cell office:value-type="string"><text:p>skymd</text:p></table:covered-table-cell>`+word("efter")+`</table:table-row>`+
			`<table:table-row table:number-rows-repeated="4294967296"><table:table-cell/></table:table-row></table:table>`+
			`<table:table table:name="Dolt" table:style-name="ta2"/>`+
			`<table:table table:name="'file:///x'#$A" table:style-name="ta_extref"><table:table-row>`+word("annan fil")+`</table:table-row></table:table>`))
	want := []sheet.Sheet{{
		Name: "Blad & 1", Unseen: []int{1, 2, 3},
		Merged:   []sheet.Area{{Left: 0, Top: 9, Right: 1, Bottom: 10}},
		Comments: []sheet.Comment{{Row: 9, Column: 0, Text: "Se upp\nhär"}},
		Rows: []sheet.Row{
			{Number: 1, Cells: []sheet.Cell{sheet.Str("Namn"), sheet.Str("x"), sheet.Str("x"), sheet.Str("y")}},
			{Number: 5, Cells: []sheet.Cell{sheet.Str("lika")}},
			{Number: 6, Cells: []sheet.Cell{sheet.Str("lika")}},
			{Number: 7, Hidden: true, Cells: []sheet.Cell{sheet.Str("bort")}},
			{Number: 8, Hidden: true, Cells: []sheet.Cell{sheet.Str("hopfälld")}},
			{Number: 9, Cells: []sheet.Cell{{Kind: sheet.Text, Struck: true, Text: "struken"}, {}, sheet.Str("efter")}},
		},
	}, {Name: "Dolt", Hidden: true}}
	if !reflect.DeepEqual(b.Sheets, want) {
		t.Errorf("got %+v\nwant %+v", b.Sheets, want)
	}
}

func TestRefusals(t *testing.T) {
	many := func(attribute string, n int64) string { return fmt.Sprintf(` %s="%d"`, attribute, n) }
	for name, c := range map[string]struct {
		parts map[string]string
		want  fault.Code
	}{
		"no content":      {nil, fault.Damaged},
		"half a content":  {map[string]string{content: rows("<table:table-row>")[:150]}, fault.Damaged},
		"unclosed":        {map[string]string{content: rows("<table:table-row>")}, fault.Damaged},
		"no sheets":       {map[string]string{content: book("", "")}, fault.Unreadable},
		"a password":      {map[string]string{content: "\x01\x02", "META-INF/manifest.xml": `<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`}, fault.Encrypted},
		"a document type": {map[string]string{content: `<!DOCTYPE x [<!ENTITY a "b">]>` + rows("")}, fault.Unreadable},
		"a row for ever":  {map[string]string{content: rows(`<table:table-row` + many("table:number-rows-repeated", 1<<40) + `>` + word("x") + `</table:table-row>`)}, fault.TooLarge},
		"a cell for ever": {map[string]string{content: rows(`<table:table-row>` + strings.Replace(word("x"), ">", many("table:number-columns-repeated", 1<<62)+">", 1) + `</table:table-row>`)}, fault.TooLarge},
		"all of a sheet":  {map[string]string{content: rows(`<table:table-row` + many("table:number-rows-repeated", maxRows) + `>` + strings.Replace(word("x"), ">", many("table:number-columns-repeated", maxColumns)+">", 1) + `</table:table-row>`)}, fault.TooLarge},
		"a row too far":   {map[string]string{content: rows(`<table:table-row` + many("table:number-rows-repeated", maxRows) + `/><table:table-row>` + word("x") + `</table:table-row>`)}, fault.TooLarge},
		"spans for ever":  {map[string]string{content: rows(`<table:table-row` + many("table:number-rows-repeated", maxRows) + `>` + word("x") + strings.Repeat(`<table:table-cell`+many("table:number-columns-spanned", 1<<40)+`/>`, 100) + `</table:table-row>`)}, fault.TooLarge},
		"sheets for ever": {map[string]string{content: book("", strings.Repeat("<table:table/>", maxSheets+1))}, fault.TooLarge},
		"a long text":     {map[string]string{content: rows(`<table:table-row>` + word(strings.Repeat("x", maxText+1)) + `</table:table-row>`)}, fault.TooLarge},
		"only spaces":     {map[string]string{content: rows(`<table:table-row>` + word(strings.Repeat(`<text:s text:c="99999999"/>`, maxText/mostSpaces+1)) + `</table:table-row>`)}, fault.TooLarge},
		"spaces for ever": {map[string]string{content: rows(`<table:table-row>` + word(strings.Repeat(`<text:s text:c="99999999"/>.`, maxText/mostSpaces+1)) + `</table:table-row>`)}, fault.TooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readMemory(zipped(t, zip.Deflate, c.parts))
			if fault.CodeOf(err) != c.want || !strings.Contains(err.Error(), "Inget har ändrats.") || !strings.Contains(err.Error(), "”lista.ods”") {
				t.Errorf("code %q (%v), want %q", fault.CodeOf(err), err, c.want)
			}
		})
	}
}

func TestPlaces(t *testing.T) {
	dir := t.TempDir()
	if _, err := Read(ctx, dir, nil); fault.CodeOf(err) != fault.Unreadable {
		t.Errorf("a folder: %v", err)
	}
	if _, err := Read(ctx, filepath.Join(dir, "x.ods"), nil); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("a missing file: %v", err)
	}
	path := filepath.Join(dir, "lista.xlsx")
	if err := os.WriteFile(path, zipped(t, zip.Deflate, map[string]string{content: rows(`<table:table-row>` + word("x") + `</table:table-row>`)}), 0o600); err != nil {
		t.Fatal(err)
	}
	var told []float64
	b, err := Read(ctx, path, func(f float64) { told = append(told, f) })
	if err != nil || !Is(path) || Is(dir) || b.Name != "lista.xlsx" || b.Format != "ods" || len(told) == 0 || told[len(told)-1] != 1 {
		t.Errorf("%+v, %v, told %v", b, err, told)
	}
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Read(stopped, path, nil); fault.CodeOf(err) != fault.Canceled {
		t.Errorf("cancelled: %v", err)
	}
}

// TestReal reads files that LibreOffice has written, where there are any.
func TestReal(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "corpus", "xlsx", "calamine")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no files of LibreOffice here")
	}
	b, err := Read(ctx, filepath.Join(dir, "date.ods"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if rows := b.Sheets[0].Rows; len(rows) != 4 || rows[0].At(0).Date != 20210101 || rows[1].At(0).Date != 20210101 || rows[2].At(0).Text != "10:10:10" || rows[3].At(1).Text != "18" {
		t.Errorf("%+v", rows)
	}
	if _, err := Read(ctx, filepath.Join(dir, "pass_protected.ods"), nil); fault.CodeOf(err) != fault.Encrypted {
		t.Errorf("a password: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	fuzztest.Brief(f)
	f.Add(`<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="412"><text:p>0412 kr</text:p></table:table-cell></table:table-row>`)
	f.Add(`<table:table-row-group><table:table-row><table:table-cell><office:annotation><text:p>x</text:p></office:annotation><text:list><text:list-item><text:p>a`)
	f.Fuzz(func(t *testing.T, xml string) {
		b, err := readMemory(zipped(t, zip.Store, map[string]string{content: rows(xml)}))
		if err != nil {
			if fault.CodeOf(err) == fault.Internal || strings.Contains(fmt.Sprint(err.(*fault.Error).Err), "panic") {
				t.Fatalf("%v: %v", err, err.(*fault.Error).Err)
			}
			return
		}
		last := 0
		for _, row := range b.Sheets[0].Rows {
			if row.Number <= last || row.Number > maxRows || len(row.Cells) > maxColumns {
				t.Errorf("row %d after %d, %d cells", row.Number, last, len(row.Cells))
			}
			last = row.Number
		}
	})
}
