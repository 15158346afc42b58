package excel

import (
	"strings"
	"testing"

	"itportfoljen/app/base/fuzztest"
	"itportfoljen/app/exchange/sheet"
)

func TestConstantsAreWorkedOut(t *testing.T) {
	for formula, want := range map[string]string{
		`12*1500`: "18000", `=12*1500`: "18000", `1+2*3`: "7", `(1+2)*3`: "9", `-2+5`: "3", `--5`: "5", `10/4`: "2.5", `25%*400`: "100", `0.1+0.2`: "0.3", `1-1`: "0",
		`DATE(2027,6,30)`: "2027-06-30", `DATE(2027, 13, 1)`: "2028-01-01", `DATE(2027,1,1)+30`: "2027-01-31", `DATE(2027,2,1)-DATE(2027,1,1)`: "31",
		`"Norr"&"sken"`: "Norrsken", `"a ""b"""`: `a "b"`, `"Etapp "&2`: "Etapp 2", `""`: "", `IF(1=2,"x","")`: "", `IF(2>1,"ja","nej")`: "ja", `IF(1>2,5)`: "nej",
		`IF("A"="a",1,2)`: "1", `IF(0.1+0.2=0.3,1,2)`: "1", `TRUE`: "ja", `FALSE()`: "nej", `if(true,date(2027,1,31),0)`: "2027-01-31", ` 3 `: "3",
	} {
		value, ok := constant(formula)
		if !ok {
			t.Errorf("%s isn't worked out", formula)
			continue
		}
		if got := value.cell(cellStyle{}, false).Text; got != want {
			t.Errorf("%s is %q, want %q", formula, got, want)
		}
	}
}

func TestWhatIsntConstantIsNotGuessed(t *testing.T) {
	for _, formula := range []string{
		``, `=`, `A1`, `A1*2`, `2*$B$3`, `SUM(1,2)`, `Blad2!A1`, `1/0`, `"a"*2`, `1="1"`, `IF(A1=1,2,3)`, `IF("x",1,2)`, `IF(1)`, `DATE(2027,6)`, `DATE(27,1,1)`, `DATE(1.5,1,1)`,
		`TODAY()`, `1:1`, `1E5`, `{1,2}`, `"ofärdig`, `(1`, `1)`, `1 2`, `_xlfn.CONCAT("a")`, `pris`, `TRUEISH`, `"a"<"b"`, `1.5&""`, `-"a"`, `DATE2`, `1..2`, `#REF!`,
		strings.Repeat("(", 5000) + "1" + strings.Repeat(")", 5000), strings.Repeat("-", 10_000) + "1",
	} {
		if value, ok := constant(formula); ok {
			t.Errorf("%.40s is %+v", formula, value)
		}
	}
}

func TestAFormulaWithoutItsValue(t *testing.T) {
	lacks := sheet.Cell{Kind: sheet.Error, Text: sheet.NotCalculated}
	worked := func(c sheet.Cell) sheet.Cell {
		c.Worked = true
		return c
	}
	for xml, want := range map[string]sheet.Cell{
		`<c><f>B1*12</f><v></v></c>`:                                         lacks,
		`<c><f>B1*12</f><v/></c>`:                                            lacks,
		`<c><f>B1*12</f></c>`:                                                lacks,
		`<c t="n"><f>SUM(B1:B9)</f><v /></c>`:                                lacks,
		`<c t="str"><f>B1&amp;"x"</f></c>`:                                   lacks,
		`<c t="b"><f>B1=2</f><v/></c>`:                                       lacks,
		`<c t="e"><f>B1</f><v/></c>`:                                         lacks,
		`<c><f t="shared" si="0"/><v/></c>`:                                  lacks,
		`<c><f t="array" ref="A3">SUM(B1:B2*C1:C2)</f><v></v></c>`:           lacks,
		`<c t="str"><f>B1&amp;""</f><v></v></c>`:                             {},
		`<c><f>12*1500</f><v></v></c>`:                                       worked(sheet.Dec("18000", 18000)),
		`<c s="4"><f>12*1500</f><v/></c>`:                                    worked(sheet.Dec("18000", 18000)),
		`<c><f>"Norr"&amp;"sken"</f><v/></c>`:                                worked(sheet.Str("Norrsken")),
		`<c><f>IF(1=2,"x","")</f><v/></c>`:                                   {},
		`<c><f>DATE(2026,3,1)</f><v/></c>`:                                   worked(stored(20260301, 46082)),
		`<c s="1"><f>46080+2</f><v/></c>`:                                    worked(stored(20260301, 46082)),
		`<c><f>12*1500</f><v>7</v></c>`:                                      sheet.Dec("7", 7),
		`<c><f>` + strings.Repeat("1+", 30_000) + `1</f><v/></c>`:            lacks,
		`<c t="str"><f>"a"</f><v>b</v></c>`:                                  sheet.Str("b"),
		`<c><f>1+1</f><v/><extLst><ext><f>B1</f><v>9</v></ext></extLst></c>`: worked(sheet.Dec("2", 2)),
	} {
		book := readBytes(t, workbookWith(`<row r="3">`+xml+`<c r="B3" t="str"><v>x</v></c></row>`).zip(t))
		if got := book.Sheets[0].Rows[0].At(0); got != want {
			t.Errorf("%.80s: got %+v, want %+v", xml, got, want)
		}
	}
}

// FuzzConstant: a formula of any kind gives a value or none, soon.
func FuzzConstant(f *testing.F) {
	fuzztest.Brief(f)
	for _, formula := range []string{`12*1500`, `DATE(2027,6,30)`, `IF(1=2,"x","")`, `"a"&"b"`, `((1))`, `-5%`, `A1`} {
		f.Add(formula)
	}
	f.Fuzz(func(t *testing.T, formula string) {
		value, ok := constant(formula)
		if !ok {
			return
		}
		if cell := value.cell(cellStyle{}, false); value.kind == sheet.Number && cell.IsEmpty() {
			t.Fatalf("%q is the number %+v and the cell %+v", formula, value, cell)
		}
		again, ok := constant("(" + strings.TrimPrefix(formula, "=") + ")")
		if ok && again != value {
			t.Fatalf("%q is %+v, in brackets %+v", formula, value, again)
		}
	})
}
