package read_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
)

// filled are a sheet's rows below the first, filled, as a list of systems whose third
// column is a list that may go on.
func filled(sh *sheet.Sheet) (string, []read.Repeat) {
	rows, told, _ := read.Fill(sh, sh.Rows[1:], read.Filler{Width: 4,
		Words: func(column int) bool { return column != 3 },
		GoesOn: func(r sheet.Row) bool {
			return !r.At(2).IsEmpty() && r.At(1).IsEmpty() && r.At(3).IsEmpty()
		}})
	return inWords(&sheet.Sheet{Rows: rows}), told
}

func TestMergedAndRepeatedCells(t *testing.T) {
	const heads = "System|Förvaltning|Taggar|Ägare"
	for name, c := range map[string]struct {
		sheet *sheet.Sheet
		want  string
		told  int
	}{
		"downwards":                    {merged(grid(heads, "Lön|Skolan||Bo", "Kart||x|", "Bygg|||Eva"), "B2:B4", "D2:D3"), "ALön BSkolan DBo, AKart BSkolan Cx DBo, ABygg BSkolan DEva", 0},
		"across in a row with a name":  {merged(grid(heads, "Lön|Skolan|x|"), "C2:D2"), "ALön BSkolan Cx Dx", 0},
		"both ways":                    {merged(grid(heads, "Lön|Skolan|x|", "Kart|||"), "B2:B3", "C2:D3"), "ALön BSkolan Cx Dx, AKart BSkolan Cx Dx", 0},
		"a group across the table":     {merged(grid(heads, "Skolan|||", "Lön|||Bo"), "A2:D2"), "ASkolan, ALön DBo", 0},
		"a note across the table":      {merged(grid(heads, "Lön|||Bo", "|Obs! Gäller alla||"), "B3:D3"), "ALön DBo, BObs! Gäller alla", 0},
		"not a sum":                    {merged(grid(heads, "Lön|Skolan|x|Bo", "Summa||5|"), "B2:B3"), "ALön BSkolan Cx DBo, ASumma C5", 0},
		"not a note below":             {merged(grid(heads, "Lön|Skolan|x|Bo", "|||Obs"), "B2:B3"), "ALön BSkolan Cx DBo, DObs", 0},
		"a name of several units":      {merged(grid(heads, "Lön|Skolan||Bo", "|Omsorgen||Eva"), "A2:A3"), "ALön BSkolan DBo, ALön BOmsorgen DEva", 0},
		"a name that goes on":          {merged(grid(heads, "Lön|Skolan|x|Bo", "||y|"), "A2:A3", "B2:B3", "D2:D3"), "ALön BSkolan Cx DBo, Cy", 0},
		"what the headings reach into": {merged(grid(heads, "Lön|Skolan|x|Bo", "Kart||y|Eva"), "B1:B3"), "ALön BSkolan Cx DBo, AKart Cy DEva", 0},
		"a chain of marks":             {grid(heads, "Lön|Skolan|x|Bo", `Kart|"||”`, `Bygg|-"-||dito`), "ALön BSkolan Cx DBo, AKart BSkolan DBo, ABygg BSkolan DBo", 0},
		"a mark below a merged cell":   {merged(grid(heads, "Lön|Skolan||Bo", "Kart|||Eva", `Bygg|"||Eva`), "B2:B3"), "ALön BSkolan DBo, AKart BSkolan DEva, ABygg BSkolan DEva", 0},
		"a mark below a group":         {grid(heads, "Lön|Skolan||Bo", "Omsorgen|||", `Kart|"||`), "ALön BSkolan DBo, AOmsorgen, AKart BSkolan", 1},
		"a mark with nothing above":    {grid(heads, `Lön|"||Bo`, "Kart|Skolan||Eva"), "ALön DBo, AKart BSkolan DEva", 1},
		"words":                        {grid(heads, "Lön|Skolan||Bo", "Kart|se ovan||se ovan"), "ALön BSkolan DBo, AKart BSkolan Dse ovan", 1},
		"a name again":                 {grid(heads, "Lön|Skolan||Bo", `"|Omsorgen||Eva`), "ALön BSkolan DBo, ALön BOmsorgen DEva", 0},
		"a name that goes on by mark":  {grid(heads, "Lön|Skolan|x|Bo", `"||y|`), "ALön BSkolan Cx DBo, Cy", 0},
		"nothing":                      {grid(heads, "Lön|Skolan|-|Bo", "Kart||–|"), "ALön BSkolan C- DBo, AKart C–", 0},
	} {
		t.Run(name, func(t *testing.T) {
			before := inWords(c.sheet)
			got, told := filled(c.sheet)
			if got != c.want || len(told) != c.told {
				t.Errorf("got  %s, told %v\nwant %s", got, told, c.want)
			}
			if inWords(c.sheet) != before {
				t.Error("the sheet itself has changed")
			}
		})
	}
}

func TestMarksOfRepetition(t *testing.T) {
	means := func(s string) bool {
		got, _ := filled(grid("System|Förvaltning|Taggar|Ägare", "Lön|Skolan||", "Kart|"+s+"||"))
		return got == "ALön BSkolan, AKart BSkolan"
	}
	for _, s := range []string{`"`, "”", "“", "„", "″", "〃", "»", "''", "´´", ",,", `""`, `-"-`, "-”-", `– " –`, `—"—`, `- " -`, "-''-", "-,,-", `"-"`, `--"--`, `."`, "//",
		"dito", "Ditto", "d:o", "D:o.", "do", "DO", "-dito-", "se ovan", "Se ovan.", "(se ovan)", "samma som ovan", "Samma", "enl. ovan", "se föregående rad"} {
		if !means(s) {
			t.Errorf("%s isn't the value above", s)
		}
	}
	for _, s := range []string{"-", "--", "–", ".", "...", ",", "/", "?", `24"`, "5'", "1,2", "ja", "Doris", "Ditte", "Samma leverantör", "se bilaga", "Ovanåker", "O'Hara", "Sam"} {
		if means(s) {
			t.Errorf("%s is the value above", s)
		}
	}
}

func TestRowsThatNeedNothingAreNotCopied(t *testing.T) {
	sh := grid("System|Förvaltning", "Lön|Skolan", "Kart|Skolan")
	rows, _, _ := read.Fill(sh, sh.Rows[1:], read.Filler{Width: 2})
	if &rows[0] != &sh.Rows[1] {
		t.Error("copied for nothing")
	}
	marked := grid("System|Förvaltning", "Lön|Skolan", `Kart|"`)
	rows, _, _ = read.Fill(marked, marked.Rows[1:], read.Filler{Width: 2, Names: -1, Words: func(int) bool { return true }, GoesOn: func(sheet.Row) bool { return false }})
	if !slices.Equal(rows[0].Cells, marked.Rows[1].Cells) || &rows[0].Cells[0] != &marked.Rows[1].Cells[0] || &rows[1].Cells[0] == &marked.Rows[2].Cells[0] {
		t.Error("only the row with a mark is to be copied")
	}
}

// TestAColumnThatSaysOnlyWhereItChanges: it is filled in where all of it is so written,
// and left as it is where an empty cell may as well say that there is nothing.
func TestAColumnThatSaysOnlyWhereItChanges(t *testing.T) {
	for _, c := range []struct{ units, want string }{
		{"A,,,B,", "A,A,A,B,B"},
		{"A,,", "A,A,A"},
		{"A,B,", "A,B,"},              // one of three may lack it
		{"A,A,,B,B,", "A,A,,B,B,"},    // it is said in every row, but for some
		{"A,,B,,A,", "A,,B,,A,"},      // it comes again
		{",A,,B,,", ",A,,B,,"},        // the first row has nothing to go on with
		{"A,,Summa,,B,", "A,A,,,B,B"}, // a sum ends the group
	} {
		sh := &sheet.Sheet{Rows: []sheet.Row{{Number: 1, Cells: []sheet.Cell{sheet.Str("Enhet"), sheet.Str("System")}}}}
		for i, u := range strings.Split(c.units, ",") {
			r := sheet.Row{Number: i + 2, Cells: []sheet.Cell{sheet.Str(u), sheet.Str("S" + strconv.Itoa(i))}}
			if u == "Summa" {
				r.Cells = []sheet.Cell{{}, sheet.Str(u)}
			}
			sh.Rows = append(sh.Rows, r)
		}
		rows, _, inherited := read.Fill(sh, sh.Rows[1:], read.Filler{Width: 2, Names: 1, Words: func(int) bool { return false }, GoesOn: func(sheet.Row) bool { return false }})
		var got []string
		for _, r := range rows {
			got = append(got, r.At(0).Text)
		}
		if s := strings.Join(got, ","); s != c.want || (len(inherited) > 0) != (s != strings.ReplaceAll(c.units, "Summa", "")) {
			t.Errorf("%s is read as %s, want %s (%v)", c.units, s, c.want, inherited)
		}
	}
}
