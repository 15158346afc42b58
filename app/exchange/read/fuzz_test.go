package read_test

import (
	"strings"
	"testing"

	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
)

// FuzzTables takes a sheet of any shape through all that is done to it before its rows are
// read: no cell is lost or made, and none is in two tables.
func FuzzTables(f *testing.F) {
	f.Add("System|Leverantör||Insats|Start\nLön|CGI||Byta|2027\n|||Köpa|2028", "A2:B3")
	f.Add("System|#2026||#2027|\n|Budget|Utfall|Budget|Utfall\nLön|#1|#2|#3|#4", "B1:C1")
	f.Add("|2026||2027|\nSystem|(tkr)|(tkr)\nLön|\"|dito", "A1:A2")
	f.Add("System|Lön|Kart\nLeverantör|CGI|Atea\nSystemägare|Bo|se ovan", "B2:C2")
	f.Add("System|Leverantör|System|Leverantör\nLön|CGI|Kart|Atea\n\nInsats|Start\nByta|2027", "A1:Z9")
	f.Fuzz(func(t *testing.T, lines, area string) {
		if len(lines) > 2000 {
			return
		}
		sh := grid(strings.Split(lines, "\n")...)
		sh.Rows = withText(sh.Rows)
		if len(sh.Rows) == 0 {
			return
		}
		if from, to, ok := strings.Cut(area, ":"); ok && isCell(from) && isCell(to) {
			merged(sh, area)
		}
		n := 0
		for _, part := range read.Tables(sh, lists) {
			n += cellsIn(part.Rows)
			through(t, part)
		}
		if want := cellsIn(sh.Rows); n != want {
			t.Errorf("%d cells in all tables, %d in the sheet", n, want)
		}
	})
}

// through reads a table as far as its rows.
func through(t *testing.T, sh *sheet.Sheet) {
	if i := read.Sideways(sh, lists); i >= 0 {
		if turned, ok := read.Turned(sh, lists[i], "System"); ok {
			sh = turned
		}
	}
	h := read.HeadsOf(sh, 0, lists[0].Knows)
	if h.First < 0 {
		return
	}
	for _, c := range h.Columns {
		c.Readings()
	}
	rows := sh.Rows[h.Last+1+len(read.Below(sh, h)):]
	before := cellsIn(rows)
	got, _, _ := read.Fill(sh, rows, read.Filler{Width: len(h.Columns), Names: -1, Words: func(int) bool { return true }, GoesOn: func(sheet.Row) bool { return false }})
	if len(got) != len(rows) || cellsIn(rows) != before {
		t.Errorf("%d rows of %d, and %d cells of %d in the sheet itself", len(got), len(rows), cellsIn(rows), before)
	}
}

func withText(rows []sheet.Row) (out []sheet.Row) {
	for _, r := range rows {
		if cellsIn([]sheet.Row{r}) > 0 {
			out = append(out, r)
		}
	}
	return out
}

func cellsIn(rows []sheet.Row) (n int) {
	for _, r := range rows {
		for _, c := range r.Cells {
			if !c.IsEmpty() {
				n++
			}
		}
	}
	return n
}

func isCell(s string) bool {
	return len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= '1' && s[1] <= '9'
}

// FuzzHeading takes any heading apart: its year is one that people write, and nothing
// panics.
func FuzzHeading(f *testing.F) {
	for _, s := range []string{"Budget-26", "B2026 (tkr)", "2026/27", "Utfall 31/12 2026", "'26", "helår 2026", "[x] 20", "1\u00e5\u030a26"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if y := read.HeadingOf(s).Year; y != 0 && (y < 1900 || y > 2199) {
			t.Errorf("%q: %d", s, y)
		}
		read.YearIn(s)
	})
}
