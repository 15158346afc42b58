package excel

import (
	"archive/zip"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/exchange/sheet"
)

const mainSpace = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`

// In additions to the format the same names stand for other things.
func TestAdditionsToTheFormatAreLeftOut(t *testing.T) {
	x15 := ` xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"`
	book := func(root, before, after string) string {
		return `<workbook ` + root + `>` + before + `<workbookPr date1904="1"/><sheets><sheet name="Blad" r:id="r1"/></sheets>` + after + `</workbook>`
	}
	for what, xml := range map[string]string{
		"a list of extensions":     book(mainSpace, ``, `<extLst><ext`+x15+`><x15:workbookPr date1904="0"/></ext></extLst>`),
		"extensions without space": book(``, ``, `<extLst><ext><workbookPr date1904="0"/><sheets><sheet name="Nej"/></sheets></ext></extLst>`),
		"declared at the top":      book(mainSpace+x15, ``, `<x15:workbookPr date1904="0"/>`),
		"declared on itself":       book(mainSpace, ``, `<x15:workbookPr`+x15+` date1904="0"/>`),
		"before the real one":      book(mainSpace+x15, `<x15:workbookPr date1904="0"/>`, ``),
		"silent about the system":  book(mainSpace, ``, `<workbookPr/>`),
		"one of several ways":      book(mainSpace, ``, `<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x15"><workbookPr date1904="0"/></mc:Choice></mc:AlternateContent>`),
		"the way for all others":   book(mainSpace+` xmlns:mc="m"`, `<mc:AlternateContent><mc:Choice Requires="x15"><sheets/></mc:Choice><mc:Fallback><fileVersion/></mc:Fallback></mc:AlternateContent>`, ``),
		"a prefix for all":         `<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"` + x15 + `><x:workbookPr date1904="1"/><x15:workbookPr date1904="0"/><x:sheets><x:sheet name="Blad" r:id="r1"/></x:sheets></x:workbook>`,
	} {
		p := workbookWith(`<row r="1"><c s="1"><v>44620</v></c></row>`).with("xl/workbook.xml", xml)
		got := readBytes(t, p.zip(t))
		if len(got.Sheets) != 1 || got.Sheets[0].Rows[0].At(0).Text != "2026-03-01" {
			t.Errorf("%s: %+v", what, got.Sheets)
		}
	}
}

func TestRowsColumnsAndCellsOfAdditionsAreLeftOut(t *testing.T) {
	p := workbookWith("")
	p["xl/worksheets/sheet1.xml"] = `<worksheet ` + mainSpace + ` xmlns:x14="m"><sheetData><row r="1"><c r="A1"><v>1</v><extLst><ext><v>2</v></ext></extLst></c><x14:c r="B1"><v>3</v></x14:c></row></sheetData>` +
		`<extLst><ext><x14:conditionalFormattings><sheetData><row r="2"><c r="A2"><v>4</v></c></row></sheetData><mergeCell ref="A1:B9"/></x14:conditionalFormattings></ext></extLst></worksheet>`
	if got := readBytes(t, p.zip(t)).Sheets[0]; len(got.Rows) != 1 || !reflect.DeepEqual(texts(got.Rows[0]), []string{"1"}) || got.Merged != nil {
		t.Errorf("got %+v", got)
	}
}

// What is shown on a condition has formats and fonts of its own.
func TestStylesOnConditionsDontCount(t *testing.T) {
	p := workbookWith(`<row r="1"><c s="0"><v>5</v></c><c s="1"><v>6</v></c></row>`)
	p["xl/styles.xml"] = `<styleSheet ` + mainSpace + `><dxfs><dxf><font><strike/></font><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs><numFmts><numFmt numFmtId="164" formatCode="0&quot; tkr&quot;"/></numFmts>` +
		`<fonts><font/><font><strike val="0"/></font></fonts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="164" fontId="0"/><xf numFmtId="5" fontId="1"/></cellXfs></styleSheet>`
	row := readBytes(t, p.zip(t)).Sheets[0].Rows[0]
	if row.At(0) != (sheet.Cell{Kind: sheet.Number, Unit: sheet.Tkr, Num: 5, Text: "5"}) || row.At(1) != (sheet.Cell{Kind: sheet.Number, Unit: sheet.Kr, Num: 6, Text: "6"}) {
		t.Errorf("got %+v", row)
	}
}

func TestHiddenRowsAndColumns(t *testing.T) {
	p := workbookWith("")
	p["xl/worksheets/sheet1.xml"] = `<worksheet><cols><col min="2" max="2" hidden="1" width="9"/><col min="4" max="4" width="0"/><col min="5" max="5" width="0.5"/><col min="6" max="16384" hidden="true"/></cols><sheetData>` +
		`<row r="1"><c r="F1"><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row><row r="3" ht="0" customHeight="1"><c><v>3</v></c></row><row r="4" ht="0.75" hidden="0"><c><v>4</v></c></row></sheetData></worksheet>`
	got := readBytes(t, p.zip(t)).Sheets[0]
	var hidden []int
	for _, row := range got.Rows {
		if row.Hidden {
			hidden = append(hidden, row.Number)
		}
	}
	if !reflect.DeepEqual(hidden, []int{2, 3}) || !reflect.DeepEqual(got.Unseen, []int{1, 3, 5}) {
		t.Errorf("rows %v and columns %v are hidden", hidden, got.Unseen)
	}
}

func TestStruckOut(t *testing.T) {
	p := workbookWith("")
	p["xl/styles.xml"] = `<styleSheet><fonts><font/><font><b/><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="7"/></cellXfs></styleSheet>`
	struck, plain, bare := `<r><rPr><strike/></rPr><t>a</t></r>`, `<r><rPr><b/></rPr><t>b</t></r>`, `<r><t>c</t></r>`
	blank := `<r><rPr><b/></rPr><t xml:space="preserve"> </t></r>`
	for _, c := range []struct {
		cell string
		want bool
	}{
		{`<c s="1"><v>1</v></c>`, true}, {`<c s="0"><v>1</v></c>`, false}, {`<c s="2"><v>1</v></c>`, false}, {`<c s="1" t="b"><v>1</v></c>`, true},
		{`<c s="1" t="inlineStr"><is><t>a</t></is></c>`, true}, {`<c t="inlineStr"><is>` + struck + `</is></c>`, true}, {`<c t="inlineStr"><is>` + struck + blank + `</is></c>`, true},
		{`<c t="inlineStr"><is>` + struck + plain + `</is></c>`, false}, {`<c t="inlineStr"><is>` + bare + struck + `</is></c>`, false}, {`<c s="1" t="inlineStr"><is>` + bare + struck + `</is></c>`, true},
		{`<c s="1" t="inlineStr"><is>` + plain + `</is></c>`, false}, {`<c t="s"><v>0</v></c>`, true}, {`<c s="1" t="s"><v>1</v></c>`, false}, {`<c s="1" t="s"><v>2</v></c>`, true},
	} {
		p["xl/sharedStrings.xml"] = `<sst><si>` + struck + `</si><si>` + plain + `</si><si><t>d</t></si></sst>`
		p["xl/worksheets/sheet1.xml"] = `<worksheet><sheetData><row>` + c.cell + `</row></sheetData></worksheet>`
		if got := readBytes(t, p.zip(t)).Sheets[0].Rows[0].At(0); got.Struck != c.want {
			t.Errorf("%s: %+v", c.cell, got)
		}
	}
}

func TestMergedRangesStayWithinTheSheet(t *testing.T) {
	p := workbookWith("")
	p["xl/worksheets/sheet1.xml"] = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="5"><c r="A5"><v>3</v></c></row></sheetData>` +
		`<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:XFD1048576"/><mergeCell ref="A5"/><mergeCell ref="B2:B2"/><mergeCell ref="A6:C7"/><mergeCell ref="nej"/><mergeCell ref="$A$3:A2"/></mergeCells></worksheet>`
	want := []sheet.Area{{Left: 0, Top: 1, Right: 1, Bottom: 1}, {Left: 2, Top: 1, Right: 2, Bottom: 5}}
	if got := readBytes(t, p.zip(t)).Sheets[0].Merged; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
}

func withComments(legacy, threaded string) parts {
	p := workbookWith(`<row r="1"><c r="A1"><v>1</v></c></row>`)
	p["xl/worksheets/_rels/sheet1.xml.rels"] = `<Relationships><Relationship Id="a" Type="http://x/comments" Target="../comments1.xml"/><Relationship Id="b" Type="http://x/threadedComment" Target="../threadedComments/t1.xml"/></Relationships>`
	p["xl/comments1.xml"] = `<comments ` + mainSpace + `><authors><author>Elsa</author></authors><commentList>` + legacy + `</commentList></comments>`
	if threaded != "" {
		p["xl/threadedComments/t1.xml"] = `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">` + threaded + `</ThreadedComments>`
	}
	return p
}

func TestComments(t *testing.T) {
	boiler := "[Threaded comment]\n\nYour version of Excel allows you to read this.\n\nComment:\n    Sägs upp i vår"
	note := func(ref, text string) string {
		return `<comment ref="` + ref + `" authorId="0"><text>` + text + `</text></comment>`
	}
	for _, c := range []struct {
		legacy, threaded string
		want             []sheet.Comment
	}{
		{note("C5", `<r><rPr><b/></rPr><t>Elsa:</t></r><r><t xml:space="preserve">
Byts ut</t></r>`) + note("B2", `<t>Kolla</t>`), "", []sheet.Comment{{Row: 2, Column: 1, Text: "Kolla"}, {Row: 5, Column: 2, Text: "Elsa:\nByts ut"}}},
		{note("B2", `<t>`+boiler+`</t>`), "", []sheet.Comment{{Row: 2, Column: 1, Text: "Sägs upp i vår"}}},
		{note("B2", `<t>`+boiler+`</t>`) + note("A9", `<t>Egen</t>`), `<threadedComment ref="B2" id="1"><text>Sägs upp</text></threadedComment><threadedComment ref="B2" parentId="1"><text>Klart</text></threadedComment>`,
			[]sheet.Comment{{Row: 2, Column: 1, Text: "Sägs upp\nKlart"}, {Row: 9, Column: 0, Text: "Egen"}}},
		{note("nej", `<t>x</t>`) + note("A1", ` `), "", nil},
		{note("A1", `<t>`+strings.Repeat("å", mostComment)+`</t>`), "", []sheet.Comment{{Row: 1, Column: 0, Text: strings.Repeat("å", mostComment/2)}}},
	} {
		if got := readBytes(t, withComments(c.legacy, c.threaded).zip(t)).Sheets[0].Comments; !reflect.DeepEqual(got, c.want) {
			t.Errorf("%.80s: got %+v", c.legacy, got)
		}
	}
	var many strings.Builder
	for i := range mostComments + 10 {
		many.WriteString(note(fmt.Sprintf("A%d", i+1), `<t>x</t>`))
	}
	if got := readBytes(t, withComments(many.String(), "").zip(t)).Sheets[0].Comments; len(got) != mostComments {
		t.Errorf("%d comments of too many", len(got))
	}
}

// wide is a text in UTF-16.
func wideBytes(text string, mark, big bool) string {
	var out strings.Builder
	if mark {
		text = "\uFEFF" + text
	}
	for _, u := range utf16.Encode([]rune(text)) {
		low, high := byte(u), byte(u>>8)
		if big {
			low, high = high, low
		}
		out.WriteByte(low)
		out.WriteByte(high)
	}
	return out.String()
}

func TestPartsInOtherEncodings(t *testing.T) {
	body := `<sst><si><t>Åkeröds växthus</t></si></sst>`
	head := func(encoding string) string {
		return `<?xml version="1.0" encoding="` + encoding + `" standalone="yes"?>`
	}
	latin := strings.NewReplacer("Å", "\xC5", "ö", "\xF6", "ä", "\xE4").Replace
	for what, part := range map[string]string{
		"UTF-16 little":         wideBytes(head("utf-16")+body, true, false),
		"UTF-16 big":            wideBytes(head("UTF-16")+body, true, true),
		"UTF-16 no mark":        wideBytes(head("utf-16")+body, false, false),
		"UTF-16 big no mark":    wideBytes(head("utf-16be")+body, false, true),
		"UTF-16 no declaration": wideBytes(body, false, false),
		"UTF-16 only said":      head("utf-16") + body,
		"UTF-8 mark":            "\uFEFF" + head("utf-8") + body,
		"UTF-8 mark, 1252 said": "\uFEFF" + head("windows-1252") + body,
		"Windows-1252":          head("windows-1252") + latin(body),
		"ISO 8859-1":            head("ISO-8859-1") + latin(body),
		"1252 said to be UTF-8": head("UTF-8") + latin(body),
		"1252 without a word":   latin(body),
	} {
		p := workbookWith(`<row r="1"><c t="s"><v>0</v></c></row>`).with("xl/sharedStrings.xml", part)
		if got := readBytes(t, p.zip(t)).Sheets[0].Rows[0].At(0).Text; got != "Åkeröds växthus" {
			t.Errorf("%s: %q", what, got)
		}
	}
}

func TestAllPartsInUTF16(t *testing.T) {
	p := workbookWith(`<row r="1"><c s="1"><v>46082</v></c><c t="s"><v>0</v></c></row>`)
	for name, part := range p {
		p[name] = wideBytes(part, true, len(name)%2 == 0)
	}
	if got := readBytes(t, p.zip(t)).Sheets[0].Rows[0]; !reflect.DeepEqual(texts(got), []string{"2026-03-01", "ett"}) {
		t.Errorf("got %+v", got)
	}
}

func TestHostileAdditionsAreRefused(t *testing.T) {
	areas := `</sheetData><mergeCells>` + strings.Repeat(`<mergeCell ref="A1:A2"/>`, mostAreas+1) + `</mergeCells><sheetData>`
	for what, p := range map[string]parts{
		"many areas":          workbookWith(areas),
		"an unended addition": workbookWith(`<row><extLst><ext>`),
	} {
		if _, err := readMemory(p.packed(t, zip.Deflate)); fault.CodeOf(err) != fault.TooLarge && fault.CodeOf(err) != fault.Damaged {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// TestHiddenColumnsAreGatheredOnce, though a sheet hides the same ones as often as it can.
func TestHiddenColumnsAreGatheredOnce(t *testing.T) {
	r := &rowReader{unseen: []span{{4, 6}, {1, 1}, {5, 20_000}, {30_000, 40_000}}}
	if got := r.unseenWithin(8); !slices.Equal(got, []int{1, 4, 5, 6, 7}) {
		t.Errorf("%v are hidden", got)
	}
	if got := r.unseenWithin(0); got != nil {
		t.Errorf("%v are hidden of none", got)
	}
	r.unseen = slices.Repeat([]span{{0, maxColumns - 1}}, maxColumns)
	began := time.Now()
	for range 100 {
		r.unseenWithin(maxColumns)
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("a hundred sheets took %v", took)
	}
}
