package excel

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/fuzztest"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/data/internal/packed"
)

const (
	rootRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookRels = `<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://x/styles" Target="/xl/styles.xml"/><Relationship Id="r3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
	bookXML  = `<?xml version="1.0"?><workbook xmlns:r="x"><workbookPr/><sheets><sheet name="Blad" sheetId="1" r:id="r1"/></sheets></workbook>`
	styleXML = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d\ mmmm\ yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="4"/></cellXfs></styleSheet>`
	textXML = `<sst><si><t>ett</t></si><si><r><t>t</t></r><r><rPr><b/></rPr><t xml:space="preserve">vå </t></r><rPh><t>NEJ</t></rPh></si><si><t>a_x000D_
b</t></si></sst>`
)

// parts are the files in a workbook's zip.
type parts map[string]string

func workbookWith(rows string) parts {
	return parts{
		"_rels/.rels": rootRels, "xl/_rels/workbook.xml.rels": bookRels, "xl/workbook.xml": bookXML,
		"xl/styles.xml": styleXML, "xl/sharedStrings.xml": textXML,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`,
	}
}

// smallest is as small as a workbook gets.
var smallest = parts{
	"_rels/.rels":  `<R><Relationship Type="/officeDocument" Target="b"/></R>`,
	"_rels/b.rels": `<R><Relationship Id="r" Type="/worksheet" Target="s"/></R>`,
	"b":            `<workbook><sheets><sheet name="A" r:id="r"/></sheets></workbook>`,
	"s":            `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
}

func (p parts) with(name, content string) parts {
	p[name] = content
	return p
}

func (p parts) zip(t testing.TB) []byte { return p.packed(t, zip.Deflate) }

func (p parts) packed(t testing.TB, method uint16) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(p[name]))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func save(t testing.TB, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "fil.xlsx")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// readMemory reads a workbook that never was a file.
func readMemory(data []byte) (*sheet.Book, error) {
	return read(ctx, io.NewSectionReader(bytes.NewReader(data), 0, int64(len(data))), "fil.xlsx", nil)
}

func TestReadCells(t *testing.T) {
	for _, c := range []struct {
		xml  string
		want sheet.Cell
	}{
		{`<c><v>1234.50</v></c>`, sheet.Dec("1234.50", 1234.5)},
		{`<c><v>1.85E6</v></c>`, sheet.Dec("1850000", 1850000)},
		{`<c><v>75.250000000000004</v></c>`, sheet.Dec("75.25", 75.25)},
		{`<c><v>0.30000000000000004</v></c>`, sheet.Dec("0.3", 0.30000000000000004)},
		{`<c><v>-0</v></c>`, sheet.Dec("0", 0)},
		{`<c><v>5.9999999999999998E-2</v></c>`, sheet.Dec("0.06", 0.06)},
		{`<c><v>12345678901234567890</v></c>`, sheet.Dec("12345678901234567890", 12345678901234567890)},
		{`<c s="4"><v> 7 </v></c>`, sheet.Dec("7", 7)},
		{`<c s="1"><v>46082</v></c>`, stored(20260301, 46082)},
		{`<c s="2"><v>46082.75</v></c>`, stored(20260301, 46082.75)},
		{`<c s="2"><v>60</v></c>`, sheet.Dec("60", 60)},
		{`<c s="1"><v>-3</v></c>`, sheet.Dec("-3", -3)},
		{`<c s="3"><v>1.0625</v></c>`, sheet.Str("25:30")},
		{`<c s="99"><v>5</v></c>`, sheet.Dec("5", 5)},
		{`<c s=""><v>5</v></c>`, sheet.Dec("5", 5)},
		{`<c t="d"><v>2026-03-01T10:00:00</v></c>`, sheet.Counted(20260301)},
		{`<c t="d"><v>2026-02-31</v></c>`, sheet.Str("2026-02-31")},
		{`<c t="b"><v>1</v></c>`, sheet.Cell{Kind: sheet.Bool, Num: 1, Text: "ja"}},
		{`<c t="b"><v>0</v></c>`, sheet.Cell{Kind: sheet.Bool, Text: "nej"}},
		{`<c t="e"><f>NA()</f><v>#N/A</v></c>`, sheet.Cell{Kind: sheet.Error, Text: "#N/A"}},
		{`<c t="s"><v>0</v></c>`, sheet.Str("ett")},
		{`<c t="s"><v>1</v></c>`, sheet.Str("två ")},
		{`<c t="s"><v>2</v></c>`, sheet.Str("a\nb")},
		{`<c t="inlineStr"><is><t>a &lt;&#229;&#xE4;&amp;</t></is></c>`, sheet.Str("a <åä&")},
		{`<c t="inlineStr"><is><t><![CDATA[<&>]]></t></is></c>`, sheet.Str("<&>")},
		{`<c t="str"><f>A1&amp;"x"</f><v>fx_x0041_</v></c>`, sheet.Str("fxA")},
		{`<c t="str"><f>""</f><v></v></c>`, sheet.Cell{}},
		{`<c><f>1+1</f><v>2</v></c>`, sheet.Dec("2", 2)},
		{`<c><f>A1+1</f></c>`, sheet.Cell{Kind: sheet.Error, Text: sheet.NotCalculated}},
		{`<c><v>inte ett tal</v></c>`, sheet.Str("inte ett tal")},
		{`<x:c xmlns:x="y" t="str"><x:v>ns</x:v></x:c>`, sheet.Str("ns")},
		{`<c t="str" q="a>b"><v>citat</v></c>`, sheet.Str("citat")},
		{`<c t="str"><!-- <v>nej</v> --><v>_xD83D__xDE00_</v></c>`, sheet.Str("😀")},
	} {
		rows := `<row r="3">` + c.xml + `<c r="B3" t="str"><v>x</v></c></row>`
		book := readBytes(t, workbookWith(rows).zip(t))
		if got := book.Sheets[0].Rows[0].At(0); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.xml, got, c.want)
		}
	}
}

// stored is a day with the number that the workbook keeps of it.
func stored(day date.Date, serial float64) sheet.Cell {
	cell := sheet.Day(day)
	cell.Num = serial
	return cell
}

func TestReadPlacesRowsAndCells(t *testing.T) {
	rows := `<row><c r="B5"><v>1</v></c></row><row r="9"/><row r="7"><c r="d7"><v>2</v></c><c><v>3</v></c></row>` +
		`<row r="20"><c t="str" r="A20"><v>  </v></c></row><row r="1048576"><c r="XFD1048576"><v>4</v></c></row>`
	got := map[string]string{}
	for _, row := range readBytes(t, workbookWith(rows).zip(t)).Sheets[0].Rows {
		for i, cell := range row.Cells {
			if cell.Kind != sheet.Empty {
				got[cellName(i+1, row.Number)] = cell.Text
			}
		}
	}
	if want := map[string]string{"B5": "1", "D7": "2", "E7": "3", "XFD1048576": "4"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestRead1904HiddenAndMerged(t *testing.T) {
	p := workbookWith(`<row r="1"><c s="1"><v>44620</v></c><c t="str"><v>huvud</v></c><c t="str"><v>dold</v></c></row><row r="2"><c r="B2"><v>5</v></c></row>`)
	p["xl/workbook.xml"] = `<workbook><workbookPr date1904="true"/><sheets><sheet name="Å &amp; Ä" state="veryHidden" r:id="r1"/><sheet name="Diagram" r:id="r9"/></sheets></workbook>`
	p["xl/worksheets/sheet1.xml"] = strings.Replace(p["xl/worksheets/sheet1.xml"], `</sheetData>`, `</sheetData><mergeCells><mergeCell ref="B1:C2"/></mergeCells>`, 1)
	book := readBytes(t, p.zip(t))
	if len(book.Sheets) != 1 {
		t.Fatalf("%d sheets, want 1", len(book.Sheets))
	}
	s := book.Sheets[0]
	if s.Name != "Å & Ä" || !s.Hidden {
		t.Errorf("sheet %q, hidden %v", s.Name, s.Hidden)
	}
	if len(s.Rows) != 1 || !reflect.DeepEqual(texts(s.Rows[0]), []string{"2026-03-01", "huvud"}) {
		t.Errorf("rows %+v", s.Rows)
	}
}

func TestFormatLook(t *testing.T) {
	for code, want := range map[string]look{
		"General": lookNumber, "0": lookNumber, "#,##0.00": lookNumber, `#,##0\ "kr";[Red]\-#,##0\ "kr"`: lookNumber,
		"yyyy-mm-dd": lookDate, `[$-41D]d\ mmmm\ yyyy;@`: lookDate, "mmm yyyy": lookDate, "ÅÅÅÅ-MM-DD": lookDate, "yy-mm-dd hh:mm": lookDate,
		"hh:mm:ss": lookTime, "[h]:mm": lookTime, "[mm]:ss.0": lookTime, "h:mm AM/PM": lookTime, "mm:ss.0": lookTime,
		`0.0 "dagar"`: lookNumber, "0.00E+00": lookNumber, "@": lookNumber, "0%": lookNumber, `"år"`: lookNumber, "": lookNumber, `"trasig`: lookNumber,
		"[Red]0": lookNumber, `_-* #,##0.00\ _k_r_-`: lookNumber,
	} {
		if got := formatLook(code); got != want {
			t.Errorf("%q: %d, want %d", code, got, want)
		}
	}
}

func TestReadRefusesContent(t *testing.T) {
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	name := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") + "\x00\x00\x00" }
	for what, c := range map[string]struct {
		data []byte
		want fault.Code
		say  string
	}{
		"empty":     {nil, fault.Unreadable, "är tom"},
		"text":      {[]byte("Namn;Ägare\n"), fault.Unreadable, ".csv"},
		"html":      {[]byte("\uFEFF <HTML><table>"), fault.Unreadable, "webbsida"},
		"pdf":       {[]byte("%PDF-1.7\n"), fault.Unreadable, "PDF"},
		"binary":    {[]byte{1, 2, 3, 0}, fault.Unreadable, "inte en Excel-fil"},
		"xml 2003":  {[]byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`), fault.Unreadable, "XML"},
		"fods":      {[]byte(`<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">`), fault.Unreadable, ".fods"},
		"encrypted": {[]byte(ole + name("EncryptedPackage")), fault.Encrypted, "lösenord"},
		"xls":       {[]byte(ole + name("Workbook")), fault.Unreadable, ".xls)"},
		"xlsb":      {parts{"xl/workbook.bin": "x"}.zip(t), fault.Unreadable, ".xlsb"},
		"ods":       {parts{"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}.zip(t), fault.Unreadable, ".ods"},
		"docx":      {parts{"word/document.xml": "x"}.zip(t), fault.Unreadable, "textdokument"},
		"zip":       {parts{"a.txt": "x"}.zip(t), fault.Unreadable, "zip-arkiv"},
		"truncated": {workbookWith("").zip(t)[:300], fault.Damaged, "skadad"},
		"no sheets": {workbookWith("").with("xl/workbook.xml", "<workbook/>").zip(t), fault.Unreadable, "inga kalkylblad"},
	} {
		t.Run(what, func(t *testing.T) { refused(t, c.data, c.want, c.say) })
	}
}

func TestReadRefusesHostileParts(t *testing.T) {
	row := func(r, c string) string { return fmt.Sprintf(`<row r="%s"><c r="%s"><v>1</v></c></row>`, r, c) }
	var wide strings.Builder
	for i := range maxCells/maxColumns + 2 {
		wide.WriteString(row(fmt.Sprint(i+1), fmt.Sprintf("XFD%d", i+1)))
	}
	bomb := `<row><c t="str"><v>` + strings.Repeat(" ", packed.MaxRatio*packed.RatioFloor/100) + `</v></c></row>`
	merges := `</sheetData><mergeCells>` + strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, maxMerges/maxColumns+2) + `</mergeCells><sheetData>`
	for what, c := range map[string]struct {
		parts parts
		want  fault.Code
	}{
		"dtd":         {workbookWith("").with("xl/sharedStrings.xml", `<!DOCTYPE x [<!ENTITY a "b">]><sst><si><t>&a;</t></si></sst>`), fault.Unreadable},
		"entity":      {workbookWith(`<row><c t="str"><v>&a;</v></c></row>`), fault.Unreadable},
		"unclosed":    {workbookWith(`<row><c>`), fault.Damaged},
		"half a tag":  {workbookWith("").with("xl/worksheets/sheet1.xml", `<worksheet><sheetData><row r="1`), fault.Damaged},
		"bad index":   {workbookWith(`<row><c t="s"><v>99</v></c></row>`), fault.Damaged},
		"bad ref":     {workbookWith(row("1", "1A")), fault.Damaged},
		"row beyond":  {workbookWith(row("1048577", "A1048577")), fault.TooLarge},
		"col beyond":  {workbookWith(row("1", "XFE1")), fault.Damaged},
		"wide gaps":   {workbookWith(wide.String()), fault.TooLarge},
		"bomb":        {workbookWith(bomb), fault.TooLarge},
		"merges":      {workbookWith(row("1", "XFD1") + merges), fault.TooLarge},
		"sheets":      {workbookWith("").with("xl/workbook.xml", strings.Replace(bookXML, "</sheets>", strings.Repeat(`<sheet name="x"/>`, maxSheets)+"</sheets>", 1)), fault.TooLarge},
		"styles":      {workbookWith("").with("xl/styles.xml", "<styleSheet><cellXfs>"+strings.Repeat("<xf/>", maxStyles+2)+"</cellXfs></styleSheet>"), fault.TooLarge},
		"a long text": {workbookWith(`<row><c t="str"><v>` + strings.Repeat("x", maxBytes+1) + `</v></c></row>`), fault.TooLarge},
		"no part":     {workbookWith("").with("xl/workbook.xml", strings.Replace(bookXML, "r1", "r2", 1)), fault.Unreadable},
		"latin-1 sst": {workbookWith("").with("xl/sharedStrings.xml", `<?xml version="1.0" encoding="klingon"?><sst/>`), fault.Damaged},
	} {
		t.Run(what, func(t *testing.T) { refused(t, c.parts.zip(t), c.want, "") })
	}
}

func refused(t *testing.T, data []byte, want fault.Code, say string) {
	t.Helper()
	_, err := Read(ctx, save(t, data), nil)
	if fault.CodeOf(err) != want {
		t.Fatalf("code %q (%v), want %q", fault.CodeOf(err), err, want)
	}
	for _, part := range []string{"”fil.xlsx”", "Inget har ändrats.", say} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q lacks %q", err, part)
		}
	}
}

func TestReadRefusesPlaces(t *testing.T) {
	dir := t.TempDir()
	if _, err := Read(ctx, dir, nil); fault.CodeOf(err) != fault.Unreadable {
		t.Errorf("a folder: %v", err)
	}
	if _, err := Read(ctx, filepath.Join(dir, "x.xlsx"), nil); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("a missing file: %v", err)
	}
	path := save(t, workbookWith("").zip(t))
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Read(stopped, path, nil); fault.CodeOf(err) != fault.Canceled {
		t.Errorf("cancelled: %v", err)
	}
	if os.Geteuid() > 0 { // Windows has no such numbers, nor such permissions
		os.Chmod(path, 0)
		if _, err := Read(ctx, path, nil); fault.CodeOf(err) != fault.NoPermission {
			t.Errorf("no permission: %v", err)
		}
	}
}

func TestReadProgressRises(t *testing.T) {
	var told []float64
	path := save(t, writeBook(t, sampleBook()))
	if _, err := Read(ctx, path, func(f float64) { told = append(told, f) }); err != nil {
		t.Fatal(err)
	}
	for i, f := range told {
		if f < 0 || f > 1 || (i > 0 && f < told[i-1]) {
			t.Fatalf("progress %v", told)
		}
	}
	if len(told) == 0 || told[len(told)-1] != 1 {
		t.Errorf("progress %v doesn't end with 1", told)
	}
}

// TestABrokenByteIsTheFilesFault: a place that an archive names may lie before
// the file's start, which the system takes for an error of the program's.
func TestABrokenByteIsTheFilesFault(t *testing.T) {
	whole := smallest.packed(t, zip.Store)
	for i := range whole {
		for _, b := range []byte{0, 0x7F, 0xFF, whole[i] + 1} {
			data := bytes.Clone(whole)
			data[i] = b
			if _, err := Read(ctx, save(t, data), nil); fault.CodeOf(err) == fault.Internal {
				t.Errorf("byte %d as %#x: %v", i, b, err)
			}
		}
	}
}

func FuzzReadSheet(f *testing.F) {
	fuzztest.Brief(f)
	f.Add(`<row r="1"><c r="A1" t="s"><v>1</v></c><c s="2"><f>x</f><v>46082</v></c></row>`)
	f.Add(`<row><c t="inlineStr"><is><r><t>&#xD;</t></r></is></c></row></sheetData><mergeCell ref="A1:B2"/><![CDATA[`)
	f.Fuzz(func(t *testing.T, rows string) {
		book, err := readMemory(workbookWith(rows).packed(t, zip.Store))
		if err != nil {
			if fault.CodeOf(err) == fault.Internal || strings.Contains(fmt.Sprint(err.(*fault.Error).Err), "panic") {
				t.Fatalf("%v: %v", err, err.(*fault.Error).Err)
			}
			return
		}
		for i, row := range book.Sheets[0].Rows {
			if row.Number < 1 || row.Number > maxRows || len(row.Cells) > maxColumns || !hasValue(row) {
				t.Errorf("row %d: number %d, %d cells", i, row.Number, len(row.Cells))
			}
		}
	})
}

// FuzzReadFile reads any bytes at all. The seeds are small, packed and not, so
// that whatever is changed in them is something's place, length or meaning.
func FuzzReadFile(f *testing.F) {
	fuzztest.Brief(f)
	if _, err := readMemory(smallest.zip(f)); err != nil {
		f.Fatal(err)
	}
	f.Add(smallest.packed(f, zip.Store))
	f.Add(smallest.zip(f))
	f.Add([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := readMemory(data); err != nil {
			if code := fault.CodeOf(err); code == fault.Internal || code == "" {
				t.Fatalf("code %q: %v", code, err)
			}
		}
	})
}

// TestManySmallSheets: what a sheet takes follows what is in it.
func TestManySmallSheets(t *testing.T) {
	r := &rowReader{cellsIn: new(int)}
	room := 0
	for n := 1; n <= 10_000; n++ {
		r.cells = append(r.cells, sheet.Str("x"))
		if err := r.endRow(); err != nil {
			t.Fatal(err)
		}
		if n == 1 {
			room = len(r.arena)
		}
	}
	if room > 100 || r.room != 4096 || len(r.rows) != 10_000 {
		t.Errorf("room for %d cells after one row, %d cells at a time after %d", room, r.room, len(r.rows))
	}
}
