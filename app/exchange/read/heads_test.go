package read_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
)

// grid is a sheet with its rows given as cells parted by "|"; "#" begins a number.
// An empty line is an empty row, which isn't among the sheet's.
func grid(lines ...string) *sheet.Sheet {
	sh := &sheet.Sheet{Name: "Blad"}
	for i, line := range lines {
		r := sheet.Row{Number: i + 1}
		for _, s := range strings.Split(line, "|") {
			if n, ok := strings.CutPrefix(s, "#"); ok {
				num, _ := strconv.ParseFloat(n, 64)
				r.Cells = append(r.Cells, sheet.Dec(n, num))
			} else {
				r.Cells = append(r.Cells, sheet.Str(s))
			}
		}
		if line != "" {
			sh.Rows = append(sh.Rows, r)
		}
	}
	return sh
}

// merged says which ranges of the sheet are merged, as "A1:B2".
func merged(sh *sheet.Sheet, areas ...string) *sheet.Sheet {
	for _, s := range areas {
		from, to, _ := strings.Cut(s, ":")
		at := func(s string) (column, row int) {
			row, _ = strconv.Atoi(s[1:])
			return int(s[0] - 'A'), row
		}
		left, top := at(from)
		right, bottom := at(to)
		sh.Merged = append(sh.Merged, sheet.Area{Left: left, Top: top, Right: right, Bottom: bottom})
	}
	return sh
}

// commonly are headings that lists of systems have.
func commonly(h read.Heading) bool {
	return slices.Contains([]string{"system", "objekt", "leverantor", "systemagare", "agare", "avtaltill", "avtalfran", "driftbudget", "driftutfall", "anteckningar", "budget", "enhet", "telefon"}, h.Key())
}

func TestHeadingsOverSeveralRows(t *testing.T) {
	for name, c := range map[string]struct {
		sheet       *sheet.Sheet
		first, last int // as people count
		want        []string
		years       []int
	}{
		"years merged over amounts": {merged(grid("System|#2026||#2027|", "|Budget|Utfall|Budget|Utfall", "Lön|#1|#2|#3|#4"), "A1:A2", "B1:C1", "D1:E1"),
			1, 2, []string{"System", "2026 Budget", "2026 Utfall", "2027 Budget", "2027 Utfall"}, []int{0, 2026, 2026, 2027, 2027}},
		"years over the first amount of each": {grid("|2026||2027|", "Objekt|Driftbudget|Driftutfall|Driftbudget|Driftutfall", "Lön|#1|#2|#3|#4"),
			1, 2, []string{"Objekt", "2026 Driftbudget", "2026 Driftutfall", "2027 Driftbudget", "2027 Driftutfall"}, []int{0, 2026, 2026, 2027, 2027}},
		"years below the amounts": {grid("System|Driftbudget||Driftutfall|", "|#2026|#2027|#2026|#2027", "Lön|#1|#2|#3|#4"),
			1, 2, []string{"System", "Driftbudget 2026", "Driftbudget 2027", "Driftutfall 2026", "Driftutfall 2027"}, []int{0, 2026, 2027, 2026, 2027}},
		"years in words": {grid("|År 2026||Helår 2027||", "System|Driftbudget|Driftutfall|Driftbudget|Driftutfall|Anteckningar", "Lön|#1|#2|#3|#4|x"),
			1, 2, []string{"System", "År 2026 Driftbudget", "År 2026 Driftutfall", "Helår 2027 Driftbudget", "Helår 2027 Driftutfall", "Anteckningar"}, []int{0, 2026, 2026, 2027, 2027, 0}},
		"groups of roles and dates": {merged(grid("System|Ansvariga||Avtal|", "|Ägare|Förvaltare|Från|Till", "Lön|Bo Ek|Eva Lind|2025-01-01|2027-12-31"), "B1:C1", "D1:E1"),
			1, 2, []string{"System", "Ansvariga Ägare", "Ansvariga Förvaltare", "Avtal Från", "Avtal Till"}, nil},
		"groups that aren't merged": {grid("System||Avtal||Kontakt|", "|Leverantör|Från|Till|Namn|E-post", "Lön|CGI|2025-01-01|2027-12-31|Bo Ek|bo@x.se"),
			1, 2, []string{"System", "Leverantör", "Avtal Från", "Avtal Till", "Kontakt Namn", "Kontakt E-post"}, nil},
		"a group over some": {grid("||Avtal|", "System|Leverantör|Från|Till", "Lön|CGI|2025-01-01|2027-12-31"),
			1, 2, []string{"System", "Leverantör", "Avtal Från", "Avtal Till"}, nil},
		"three rows": {merged(grid("System|#2026||#2027|", "|Drift||Drift|", "|Budget|Utfall|Budget|Utfall", "Lön|#1|#2|#3|#4"), "A1:A3", "B1:C1", "D1:E1", "B2:C2", "D2:E2"),
			1, 3, []string{"System", "2026 Drift Budget", "2026 Drift Utfall", "2027 Drift Budget", "2027 Drift Utfall"}, []int{0, 2026, 2026, 2027, 2027}},
		"below a title": {grid("Systemlista 2026, Granvik", "System|Leverantör|Driftbudget", "Lön|CGI|#5"),
			2, 2, []string{"System", "Leverantör", "Driftbudget"}, []int{0, 0, 0}},
		"below a title over all columns": {merged(grid("Systemlista 2026||", "System|Leverantör|Driftbudget", "Lön|CGI|#5"), "A1:C1"),
			2, 2, []string{"System", "Leverantör", "Driftbudget"}, []int{0, 0, 0}},
		"below a title in two cells": {grid("Systemlista 2026||Granvik kommun", "System|Leverantör|Driftbudget", "Lön|CGI|#5"),
			2, 2, []string{"System", "Leverantör", "Driftbudget"}, []int{0, 0, 0}},
		"below a day": {grid("Uppdaterad||2026-10-01", "System|Leverantör|Driftbudget", "Lön|CGI|#5"),
			2, 2, []string{"System", "Leverantör", "Driftbudget"}, nil},
		"a first row of words": {grid("System|Leverantör|Anteckningar", "Lön|Drift|Budget", "Kart|CGI|Support"),
			1, 1, []string{"System", "Leverantör", "Anteckningar"}, nil},
		"a first row without a name": {grid("System|Leverantör|Anteckningar", "|CGI|Nytt avtal", "Kart|CGI|Support"),
			1, 1, []string{"System", "Leverantör", "Anteckningar"}, nil},
		"a row of units isn't one": {grid("System|Driftbudget|Avtal till", "|tkr|ÅÅÅÅ-MM-DD", "Kart|#5|2027-12-31"),
			1, 1, []string{"System", "Driftbudget", "Avtal till"}, nil},
		"a word that stands in both": {grid("|Avtal|", "System|Avtal från|Avtal till", "Kart|2025-01-01|2027-12-31"),
			1, 2, []string{"System", "Avtal från", "Avtal till"}, nil},
		"years as numbers in one row": {grid("Systemlista|Granvik", "System|#2026|#2027|#2028", "Kart|#5|#6|#7"),
			2, 2, []string{"System", "2026", "2027", "2028"}, []int{0, 2026, 2027, 2028}},
	} {
		t.Run(name, func(t *testing.T) {
			h := read.HeadsOf(c.sheet, 0, commonly)
			if h.First < 0 {
				t.Fatal("no headings")
			}
			if first, last := c.sheet.Rows[h.First].Number, c.sheet.Rows[h.Last].Number; first != c.first || last != c.last {
				t.Errorf("rows %d–%d, want %d–%d", first, last, c.first, c.last)
			}
			var got []string
			var years []int
			for _, is := range h.Columns {
				got, years = append(got, is.Written), append(years, is.Year)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if c.years != nil && !slices.Equal(years, c.years) {
				t.Errorf("years %v, want %v", years, c.years)
			}
		})
	}
}

func TestWhatBareAmountsAreIn(t *testing.T) {
	for _, c := range []struct {
		rows []string
		want money.Unit
	}{
		{[]string{"System|Driftbudget|Driftutfall"}, money.Kr},
		{[]string{"Budget i tkr||", "System|Driftbudget|Driftutfall"}, money.Tkr},
		{[]string{"Systemlista|Granvik|mkr", "", "System|Driftbudget|Driftutfall"}, money.Mnkr},
		{[]string{"|Belopp i tkr|", "System|Driftbudget|Driftutfall"}, money.Tkr},
		{[]string{"|Alla belopp är i tkr||", "|2026||2027", "System|Driftbudget|Driftutfall|Driftbudget"}, money.Tkr},
		{[]string{"||tkr", "System|Driftbudget|Driftutfall"}, money.Tkr},
		{[]string{"System|Driftbudget (mkr)||Driftutfall|", "|2026|2027|2026|2027"}, money.Kr},
		{[]string{"|2026 (tkr)||2027|", "System|Driftbudget|Driftutfall|Driftbudget|Driftutfall"}, money.Kr},
		{[]string{"||Driftbudget, tkr||", "System|Leverantör|2026|2027|Driftutfall 2025"}, money.Kr},
		{[]string{"||mkr|tkr", "System|Leverantör|Driftbudget|Driftutfall"}, money.Kr},
		{[]string{"System|Driftbudget|Driftutfall", "Belopp i mkr||", "Ekot|#1|#2"}, money.Mnkr},
		{[]string{"System|Driftbudget|Driftutfall", "Ekot|#1|#2", "", "Alla belopp anges i tusental kronor||"}, money.Tkr},
		{[]string{"System|Driftbudget|Driftutfall", "Ekot|#1|#2", "(Siffrorna är i tkr)||"}, money.Tkr},
		{[]string{"System|Driftbudget|Driftutfall", "Ekot|#1|#2", "* varav 20 tkr för licenser||"}, money.Kr},
		{[]string{"System|Driftbudget|Driftutfall", "Ekot|#1|#2", "Belopp över 500 tkr upphandlas||"}, money.Kr},
		{[]string{"Belopp i kr||", "System|Driftbudget|Driftutfall", "Ekot|#1|#2", "Belopp i tkr||"}, money.Kr},
	} {
		sh := grid(append(c.rows, "Lön|#1|#2|#3|#4")...)
		if got := read.BareUnit(sh, read.HeadsOf(sh, 0, commonly)); got != c.want {
			t.Errorf("%q: %s, want %s", c.rows, got, c.want)
		}
	}
}

func TestRowsBelowTheHeadings(t *testing.T) {
	heads := "System|Förvaltning|Driftbudget|Avtal till|Systemägare"
	for _, c := range []struct {
		row, want string // how the reason begins; "" for a row of data
	}{
		{"||(tkr)|(ÅÅÅÅ-MM-DD)|", "enhetsrad"},
		{"||mkr|datum|", "enhetsrad"},
		{"text|text|kr|yyyy-mm-dd|text", "enhetsrad"},
		{"||i tkr||", "enhetsrad"},
		{"fritext|lista|belopp (tkr)|ÅÅÅÅMMDD|för- och efternamn", "enhetsrad"},
		{"#1|#2|#3|#4|#5", "kolumnernas nummer"},
		{"Ange systemets namn|Välj i listan|Belopp i tkr|ÅÅÅÅ-MM-DD|Förnamn Efternamn", "anvisningsrad"},
		{"Fyll i systemets namn|Företag|Belopp i kr||", "anvisningsrad"},
		{"(obligatoriskt)|(obligatoriskt)|(frivilligt)||(frivilligt)", "anvisningsrad"},
		{"Skriv hela namnet|Välj|||", "anvisningsrad"},
		{"|Välj i rullistan|tkr|DD/MM/ÅÅÅÅ|Förnamn Efternamn", "anvisningsrad"},
		{"Systemets namn|Ansvarig förvaltning|Budget för driften|Avtalets slutdatum|Systemägarens namn", "anvisningsrad"},
		{"Vad heter systemet?|Vilken förvaltning?|||Vem äger det?", "anvisningsrad"},
		{"Exempel|Kansliet|#100|2027-12-31|Bo Ek", "exempelrad"},
		{"Ex: Lönesystemet|Kansliet|#100|2027-12-31|Bo Ek", "exempelrad"},
		{"T.ex. Kartan|Kansliet|100|2027-12-31|Bo Ek", "exempelrad"},
		{"Lönesystemet (exempel)|Kansliet|100|2027-12-31|Bo Ek", "exempelrad"},
		{"Lönesystemet|Kansliet|#100|2027-12-31|Bo Ek", ""},
		{"Lönesystemet||||", ""},
		{"Ånge kommunkarta|Välkomstcenter|||Max Ek", ""},
		{"Exempelbanken|Kansliet|||", ""},
		{"Exchange|Kansliet|||", ""},
		{"Ex Libris|Kansliet|||", ""},
		{"|Kansliet|||Bo Ek", ""},
		{"System för lön|Kultur- och fritidsförvaltningen||tills vidare|Bo Ek", ""},
		{"Lokalt lönesystem|Kultur och fritidsförvaltningen|||", ""},
		{"Text||||", ""},
		{"||tkr|mm/åå|", "enhetsrad"},
		{"||tkr|åååå - mm - dd|", "enhetsrad"},
		{"||tkr|M/D/YYYY|", "enhetsrad"},
		{"ADAM|(internt)|||", ""},
		{"Adam|Mamma|||", ""},
		{"Maya|(internt)|||", ""},
	} {
		sh := grid(heads, c.row, "Kartan|Kansliet|#5|2027-12-31|Bo Ek")
		got := ""
		if below := read.Below(sh, read.HeadsOf(sh, 0, commonly)); len(below) > 0 {
			got = below[0].Reason
		}
		if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", c.row, got, c.want)
		}
	}
}
