package read_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
)

// list is a kind of list with the headings of its fields, the names' first.
func list(names string, others ...string) read.Lists {
	is := func(all ...string) func(read.Heading) bool {
		return func(h read.Heading) bool { return slices.Contains(all, h.Key()) }
	}
	return read.Lists{Knows: is(append(others, names)...), Names: is(names)}
}

var lists = []read.Lists{
	list("system", "leverantor", "systemagare", "driftbudget", "avtaltill", "anteckningar"),
	list("insats", "leverantor", "projektledare", "start", "slut", "status", "kostnad"),
	list("leverantor", "orgnr", "telefon"),
}

// inWords is a sheet's rows in words, without the empty cells.
func inWords(sh *sheet.Sheet) string {
	var rows []string
	for _, r := range sh.Rows {
		var cells []string
		for i, c := range r.Cells {
			if !c.IsEmpty() {
				cells = append(cells, sheet.Letters(i)+c.Text)
			}
		}
		rows = append(rows, strings.Join(cells, " "))
	}
	return strings.Join(rows, ", ")
}

func TestTablesOfASheet(t *testing.T) {
	for name, c := range map[string]struct {
		sheet *sheet.Sheet
		want  []string
	}{
		"two of different kinds, the right one longer": {grid("System|Systemägare||Insats|Start", "Lön|Bo||Byta|2027", "Kart|Eva||Köpa|2028", "|||Flytta|2029"),
			[]string{"ASystem BSystemägare, ALön BBo, AKart BEva", "DInsats EStart, DByta E2027, DKöpa E2028, DFlytta E2029"}},
		"the left one longer": {grid("System|Systemägare||Insats|Start", "Lön|Bo||Byta|2027", "Kart|Eva||Köpa|2028", "Bygg|Eva||"),
			[]string{"ASystem BSystemägare, ALön BBo, AKart BEva, ABygg BEva", "DInsats EStart, DByta E2027, DKöpa E2028"}},
		"as long, with names of another kind": {grid("System|Systemägare||Insats|Start", "Lön|Bo||Byta|2027", "Kart|Eva||Köpa|2028"),
			[]string{"ASystem BSystemägare, ALön BBo, AKart BEva", "DInsats EStart, DByta E2027, DKöpa E2028"}},
		"two columns between, and a title over each": {grid("Våra system||||Projekt", "System|Leverantör|||Insats|Leverantör", "Lön|CGI|||Byta|Atea", "Kart|CGI|||Köpa|Atea", "||||Flytta|Atea"),
			[]string{"AVåra system, ASystem BLeverantör, ALön BCGI, AKart BCGI", "EProjekt, EInsats FLeverantör, EByta FAtea, EKöpa FAtea, EFlytta FAtea"}},
		"headings in another row": {grid("System|Systemägare||", "Lön|Bo||Insats|Start", "Kart|Eva||Byta|2027"),
			[]string{"ASystem BSystemägare, ALön BBo, AKart BEva", "DInsats EStart, DByta E2027"}},
		"the same kind twice": {grid("System|Leverantör||System|Leverantör", "Lön|CGI||Kart|Atea", "Bygg|CGI||Skola|Atea"),
			[]string{"ASystem BLeverantör, ALön BCGI, ABygg BCGI", "DSystem ELeverantör, DKart EAtea, DSkola EAtea"}},
		"the same kind twice with nothing between": {grid("System|Leverantör|System|Leverantör", "Lön|CGI|Kart|Atea", "Bygg|CGI|Skola|Atea"),
			[]string{"ASystem BLeverantör, ALön BCGI, ABygg BCGI", "CSystem DLeverantör, CKart DAtea, CSkola DAtea"}},
		"three": {grid("System|Systemägare||Insats|Start||Leverantör|Telefon", "Lön|Bo||Byta|2027||CGI|08-1", "Kart|Eva||Köpa|2028||Atea|08-2", "||||||Tele2|08-3"),
			[]string{"ASystem BSystemägare, ALön BBo, AKart BEva", "DInsats EStart, DByta E2027, DKöpa E2028", "GLeverantör HTelefon, GCGI H08-1, GAtea H08-2, GTele2 H08-3"}},
		"one with an empty column": {grid("System|Systemägare||Driftbudget|Avtal till", "Lön|Bo||5|2027-01-01", "Kart|Eva||6|2028-01-01", "Bygg|Eva||7|"),
			[]string{"ASystem BSystemägare DDriftbudget EAvtal till, ALön BBo D5 E2027-01-01, AKart BEva D6 E2028-01-01, ABygg BEva D7"}},
		"one whose column after an empty one is another kind's name": {grid("System|Systemägare||Leverantör|Avtal till", "Lön|Bo||CGI|2027-01-01", "Kart|Eva||Atea|2028-01-01", "Bygg|Eva||Tele2|2029-01-01"),
			[]string{"ASystem BSystemägare DLeverantör EAvtal till, ALön BBo DCGI E2027-01-01, AKart BEva DAtea E2028-01-01, ABygg BEva DTele2 E2029-01-01"}},
		"one with notes to the right": {grid("System|Systemägare||Anteckningar", "Lön|Bo||Nytt avtal", "Kart|Eva||", "|||Kolla i höst"),
			[]string{"ASystem BSystemägare DAnteckningar, ALön BBo DNytt avtal, AKart BEva, DKolla i höst"}},
		"below each other": {grid("System|Systemägare", "Lön|Bo", "Kart|Eva", "", "Insats|Projektledare|Start", "Byta|Bo|2027"),
			[]string{"ASystem BSystemägare, ALön BBo, AKart BEva", "AInsats BProjektledare CStart, AByta BBo C2027"}},
		"below each other with titles": {grid("Våra system", "System|Systemägare", "Lön|Bo", "Våra projekt", "Insats|Projektledare|Start", "Byta|Bo|2027"),
			[]string{"AVåra system, ASystem BSystemägare, ALön BBo", "AVåra projekt, AInsats BProjektledare CStart, AByta BBo C2027"}},
		"the same headings once more": {grid("System|Systemägare", "Lön|Bo", "", "System|Systemägare", "Kart|Eva"),
			[]string{"ASystem BSystemägare, ALön BBo, ASystem BSystemägare, AKart BEva"}},
		"an empty row in a list": {grid("System|Systemägare", "Lön|Bo", "", "Kart|Eva", "", "Bygg|Eva"),
			[]string{"ASystem BSystemägare, ALön BBo, AKart BEva, ABygg BEva"}},
		"groups in a list": {grid("System|Systemägare", "Skolan", "Lön|Bo", "Omsorgen", "Kart|Eva", "Bygg|Eva"),
			[]string{"ASystem BSystemägare, ASkolan, ALön BBo, AOmsorgen, AKart BEva, ABygg BEva"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, part := range read.Tables(c.sheet, lists) {
				got = append(got, inWords(part))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestTablesThatLieOnTheirSide(t *testing.T) {
	for name, c := range map[string]struct {
		sheet *sheet.Sheet
		lies  bool
		want  string // turned; "" when it can't be
	}{
		"one system a column": {grid("System|Lön|Kart", "Leverantör|CGI|Atea", "Systemägare|Bo|Eva", "Avtal till|2027|2028"), true,
			"ASystem BLeverantör CSystemägare DAvtal till, ALön BCGI CBo D2027, AKart BAtea CEva D2028"},
		"with a title and colons": {grid("Våra system", "System:|Lön|Kart", "Leverantör:|CGI|", "Systemägare:|Bo|Eva"), true,
			"ASystem: BLeverantör: CSystemägare:, ALön BCGI CBo, AKart CEva"},
		"with an empty corner": {grid("|Lön|Kart", "Leverantör|CGI|Atea", "Systemägare|Bo|Eva", "Avtal till|2027|2028"), true,
			"ASystem BLeverantör CSystemägare DAvtal till, ALön BCGI CBo D2027, AKart BAtea CEva D2028"},
		"with a column between": {grid("Uppgift||Lön|Kart", "Leverantör||CGI|Atea", "Systemägare||Bo|Eva", "Avtal till||2027|2028"), true,
			"ASystem BLeverantör CSystemägare DAvtal till, ALön BCGI CBo D2027, AKart BAtea CEva D2028"},
		"one system":             {grid("System|Lön", "Leverantör|CGI", "Systemägare|Bo", "Avtal till|2027"), true, "ASystem BLeverantör CSystemägare DAvtal till, ALön BCGI CBo D2027"},
		"without names":          {grid("Leverantör|CGI|Atea", "Systemägare|Bo|Eva", "Avtal till|2027|2028"), true, ""},
		"what the fields are":    {grid("System|Ange namnet på systemet", "Leverantör|Välj i listan", "Systemägare|Den som äger systemet enligt delegationsordningen"), true, ""},
		"an ordinary list":       {grid("System|Leverantör|Systemägare", "Lön|CGI|Bo", "Kart|Atea|Eva"), false, ""},
		"a list of two rows":     {grid("System|Leverantör", "Lön|CGI"), false, ""},
		"a list with few known":  {grid("System|Färg|Form", "Lön|Röd|Rund", "Kart|Blå|Sned", "Anteckningar|Grön|Rak"), false, ""},
		"headings both ways":     {grid("System|Leverantör|Systemägare", "Leverantör|CGI|Bo", "Systemägare|Atea|Eva"), false, ""},
		"a list of three fields": {grid("System|Driftbudget|Avtal till", "Leverantör|5|2027", "Anteckningar|6|2028"), false, ""},
	} {
		t.Run(name, func(t *testing.T) {
			i := read.Sideways(c.sheet, lists)
			if lies := i >= 0; lies != c.lies {
				t.Fatalf("lies on its side: %v", lies)
			}
			if i < 0 {
				return
			}
			turned, ok := read.Turned(c.sheet, lists[i], "System")
			got := ""
			if ok {
				got = inWords(turned)
			}
			if got != c.want {
				t.Errorf("turned: %q, want %q", got, c.want)
			}
		})
	}
}

func TestTurnedRowsAreNumberedAsTheColumns(t *testing.T) {
	sh := merged(grid("System|Lön|Kart|Bygg", "Leverantör|CGI||Atea", "Systemägare|Bo|Eva|Bo"), "B2:C2")
	turned, ok := read.Turned(sh, lists[0], "System")
	if !ok || turned.Rows[0].Number != 1 || turned.Rows[2].Number != 3 || turned.Merged[0] != (sheet.Area{Left: 1, Right: 1, Top: 2, Bottom: 3}) {
		t.Errorf("%v %+v", ok, turned)
	}
}

func TestWideSheetsTakeNoLonger(t *testing.T) {
	took := func(lines []string) time.Duration {
		start := time.Now()
		for _, part := range read.Tables(grid(lines...), lists) {
			read.HeadsOf(part, 0, commonly)
		}
		return time.Since(start)
	}
	for name, lines := range map[string]func(wide int) []string{
		"one heading far out": func(wide int) []string {
			return []string{strings.Repeat("|", wide) + "System", strings.Repeat("|", wide) + "Lön"}
		},
		"a year over all": func(wide int) []string {
			return []string{"System|2026" + strings.Repeat("|", wide) + "x", "|" + strings.Repeat("Budget|", wide), "Lön|#1"}
		},
		"every other column": func(wide int) []string {
			return []string{strings.Repeat("System||", wide/2), strings.Repeat("Lön||", wide/2)}
		},
		"a list repeated": func(wide int) []string {
			return []string{strings.Repeat("System|x|", wide/2), strings.Repeat("Lön|y|", wide/2)}
		},
	} {
		t.Run(name, func(t *testing.T) {
			narrow, wide := took(lines(2_000)), took(lines(16_000))
			if wide > 30*narrow+time.Second { // eight times as wide; the square of that is 64
				t.Errorf("2,000 columns took %s, 16,000 took %s", narrow, wide)
			}
		})
	}
}
