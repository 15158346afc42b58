package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// inventory is a workbook as a municipality may have it: titles above, dates
// and amounts as people write them.
func inventory(t *testing.T, path string) {
	t.Helper()
	writeRows(t, path, [][]any{
		{"Systemlista Ekvalla kommun"},
		{},
		{"Systemnamn", "Förvaltning", "Systemägare", "Leverantör", "Avtal till", "Driftbudget 2027 (tkr)", "K", "R", "T", "Vår egen kolumn"},
		{"Lönesystemet", "Kommunledningskontoret", "Anna Ek", "Visma", "2027-12-31", "1 234,5", 2, 3, 2, "blå"},
		{"Skolportalen", "Barn- och utbildningsförvaltningen", "Bo Alm <bo.alm@ekvalla.se>", "Tieto", "31/12 2028", 75.25, 1, 2, 2, ""},
		{"Hemtjänstplan", "Vård- och omsorgsförvaltningen", "", "Intraphone", "tills vidare", "12", 3, 3, 3, "röd"},
	})
}

func writeRows(t *testing.T, path string, rows [][]any) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

// TestFlow follows a portfolio from a workbook through a working day.
func TestFlow(t *testing.T) {
	w := newWorld(t)
	inventory(t, w.path("lista.xlsx"))
	w.script(`
		$ new a.itp --name "Ekvalla kommun" --model karlstad --date 2026-11-21
		> skapad för Ekvalla kommun, med styrmodellen Karlstad
		$ import a.itp lista.xlsx --dry-run --date 2026-11-21
		> 3 rader lästa: 3 nya, 0 ändrade, 0 oförändrade, 0 överhoppade
		> Kolumner utan fält, som inte läses in .*:\s+Vår egen kolumn
		> Inget har ändrats
		$ list a.itp systems
		> 0 system`)
	var first, again result
	w.json(&first, "import", "a.itp", "lista.xlsx", "--keep", "--date", "2026-11-21")
	first.tallies(t)
	if first.Kind != "systems" || first.HeaderRow != 3 || first.New != 3 || len(first.Errors) != 0 {
		t.Errorf("first import: %+v", first)
	}
	w.json(&again, "import", "a.itp", "lista.xlsx", "--keep", "--date", "2026-11-21")
	again.tallies(t)
	if again.New != 0 || again.Changed != 0 || again.Unchanged != 3 {
		t.Errorf("import again: %+v", again)
	}
	w.script(`
		$ list a.itp systems --filter "lone" --columns name,supplier,operations_budget:2027 --date 2026-11-21
		> Lönesystemet +Visma +1 234 500
		> 1 system av 3
		$ list a.itp agreements --json --date 2026-11-21
		> "agreement_end": "2027-12-31"
		> "agreement_terms": "tills vidare"
		> "notice_by": null
		$ list a.itp agreements --date 2026-11-21
		> Lönesystemet +Visma +2027-12-31 +uppsägningstid saknas
		$ list a.itp systems --columns name,notice_by --date 2026-11-21
		> Lönesystemet +uppsägningstid saknas
		$ show a.itp Lönesystemet --date 2026-11-21
		> Säg upp senast +uppsägningstid saknas
		$ due a.itp --date 2026-11-21
		> saknas +Avtal saknar uppsägningstid – ta reda på den +2 system
		$ set a.itp Lönesystemet Leverantör=Personec "Driftbudget 2027=900 tkr" notice_months=6 --who "Karin Ström" --date 2026-11-21
		> Leverantör: Visma → Personec
		> Driftbudget 2027: 1 234 500 → 900 000
		$ list a.itp agreements --json --date 2026-11-21
		> "notice_by": "2027-06-30"
		$ log a.itp Lönesystemet
		> Karin Ström
		> Visma → Personec
		$ undo a.itp
		= 1
		! Det senaste, ändring \d+ \(3 fält för Lönesystemet\), gjorde Karin Ström
		$ undo a.itp --who "Karin Ström"
		> Ångrat: 3 fält för Lönesystemet
		$ show a.itp SYS-0001 --date 2026-11-21
		> Leverantör +Visma
		> Driftbudget 2027 +1 234 500
		$ erase a.itp Visma --why "prov"
		= 1
		! Texten står kvar i SYS-0001 Lönesystemet
		$ redo a.itp --who "Karin Ström"
		> Gjort igen
		$ show a.itp SYS-0001 --json --date 2026-11-21
		> "supplier": "Personec"
		> "operations_budget_ore": 90000000
		$ add a.itp plan name="Byt lönesystem" unit=Kommunledningskontoret systems=SYS-0001 --date 2026-11-21
		> Tillagt: INS-2027-001 Byt lönesystem
		$ delete a.itp SYS-0002
		= 1
		! Inget har tagits bort
		$ delete a.itp SYS-0002 --yes
		> Borttaget: Skolportalen, med 1 kostnad
		$ undo a.itp
		> Ångrat: Borttaget: Skolportalen
		$ due a.itp --date 2027-05-01
		> Säg upp eller förläng avtalet +Lönesystemet
		$ quality a.itp --json
		> "completeness": 0\.\d+
		$ check a.itp
		> a.itp är hel
		$ backup a.itp kopia.itp
		> kopierad till kopia.itp
		$ check kopia.itp
		> kopia.itp är hel`)
}

// TestChoices holds that what import can't know can be told.
func TestChoices(t *testing.T) {
	w := newWorld(t)
	if err := os.WriteFile(w.path("b.csv"), []byte("System;Vem;Belopp\nLönesystemt;Anna Ek;5\nNytt;Bo Alm;6\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.script(`
		$ new a.itp --name X --date 2026-11-21
		$ add a.itp systems name=Lönesystemet
		$ import a.itp b.csv --dry-run
		> Är Lönesystemt samma som SYS-0001
		> 2 nya
		$ import a.itp b.csv --answer "inget=ja"
		= 1
		! ingen fråga ”inget”
		$ import a.itp b.csv --answer "same:lönesystemt:SYS-0001=kanske"
		= 1
		! Svaren är SYS-0001, new
		$ import a.itp b.csv --map "Vem=finnsinte"
		= 1
		! inget fält som heter ”finnsinte”
		$ import a.itp b.csv --map Vem
		= 2
		! ska vara "Rubrik=fält"
		$ import a.itp b.csv --unit euro
		= 2
		! kr, tkr eller mnkr
		$ import a.itp b.csv --answer "same:lönesystemt:SYS-0001=SYS-0001" --map Vem=Systemägare --map Belopp=operations_budget:2027 --unit tkr --date 2026-11-21
		> 1 ny, 1 ändrad
		$ show a.itp SYS-0001 --date 2026-11-21
		> Systemägare +Anna Ek
		> Driftbudget 2027 +5 000`)
}

// TestNamesThatNoHeadingTells are asked about, and when it isn't clear which
// they are nothing is read.
func TestNamesThatNoHeadingTells(t *testing.T) {
	w := newWorld(t)
	for name, content := range map[string]string{
		"klar.csv":  "Ärende;Vad;Till vad;Leverantör\nU-1;Kartan;Tomter;N\nU-2;Posten;Brev och paket;N\n",
		"oklar.csv": "Sort;Vad;Till vad;Leverantör\nWebb;Kartan;Tomter;N\nWebb;Posten;Brev och paket;N\n",
	} {
		if err := os.WriteFile(w.path(name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	w.script(`
		$ new a.itp --name X --date 2026-11-21
		$ import a.itp klar.csv --dry-run
		> Vad → System \(osäker: innehållet\)
		> Till vad
		> Fråga name: Ingen rubrik säger .*Är det ”Vad”
		> --answer "name=C"  Till vad: Tomter, Brev och paket
		$ import a.itp klar.csv --dry-run --answer name=D
		= 1
		! Svaren är B, C
		$ import a.itp oklar.csv
		= 1
		! det kan vara ”Vad” eller ”Till vad”.*Skriv --map "Rubrik=System"
		$ import a.itp oklar.csv --map Vad=System --keep
		> 2 nya
		$ show a.itp SYS-0001
		> Kartan
		> Till vad +Tomter`)
}

// TestRoundTrip holds that a whole portfolio survives a workbook.
func TestRoundTrip(t *testing.T) {
	w := newWorld(t)
	day := []string{"--date", "2026-11-21"}
	do := func(args ...string) { w.do(append(args, day...)...) }
	plan := func(file, book string) result {
		t.Helper()
		var r result
		w.json(&r, append([]string{"import", file, book}, day...)...)
		r.tallies(t)
		for _, s := range r.Sheets {
			s.tallies(t)
		}
		return r
	}
	do("demo", "a.itp", "--size", "S")
	do("export", "a.itp", "ut.xlsx")
	if r := plan("a.itp", "ut.xlsx"); r.New+r.Changed != 0 || r.RowsRead == 0 {
		t.Errorf("import of the portfolio's own workbook: %d new, %d changed of %d", r.New, r.Changed, r.RowsRead)
	}
	do("new", "b.itp", "--name", "Ekvalla kommun")
	if r := plan("b.itp", "ut.xlsx"); r.New != r.RowsRead {
		t.Errorf("into an empty portfolio: %d new of %d", r.New, r.RowsRead)
	}
	if r := plan("b.itp", "ut.xlsx"); r.New+r.Changed != 0 {
		t.Errorf("again: %d new, %d changed", r.New, r.Changed)
	}
	do("export", "b.itp", "ut2.xlsx")
	if r := plan("a.itp", "ut2.xlsx"); r.New+r.Changed != 0 {
		t.Errorf("back into the first: %d new, %d changed", r.New, r.Changed)
	}
	for _, kind := range []string{"systems", "plan", "persons", "units", "costs", "frames"} {
		var a, b []map[string]any
		w.json(&a, append([]string{"list", "a.itp", kind}, day...)...)
		w.json(&b, append([]string{"list", "b.itp", kind}, day...)...)
		if len(a) != len(b) || len(a) == 0 {
			t.Errorf("%s: %d became %d", kind, len(a), len(b))
			continue
		}
		left := map[string]int{}
		for i := range a {
			left[content(a[i])]++
			left[content(b[i])]--
		}
		for text, n := range left {
			if n > 0 {
				t.Errorf("%s: changed or lost: %s", kind, text)
				break
			}
		}
	}
}

// content is all of a record but its identity and, which a sheet doesn't
// hold, when its roles began.
func content(r map[string]any) string {
	for key := range r {
		if key == "id" || strings.HasSuffix(key, "_history") {
			delete(r, key)
		}
	}
	b, _ := json.Marshal(r) // maps are written in the order of their keys
	return string(b)
}

// TestDemoIsTheSame holds that the example is made the same every time.
func TestDemoIsTheSame(t *testing.T) {
	w := newWorld(t)
	for _, name := range []string{"a", "b"} {
		w.do("demo", name+".itp", "--seed", "7", "--date", "2026-11-21")
		w.do("export", name+".itp", name+".json", "--date", "2026-11-21")
	}
	own := regexp.MustCompile(`"portfolio":\{[^}]*\}`) // no two portfolios are the same one
	read := func(name string) []byte {
		data, _ := os.ReadFile(w.path(name))
		if !own.Match(data) {
			t.Errorf("%s doesn't say which portfolio it is of", name)
		}
		return own.ReplaceAll(data, nil)
	}
	a, b := read("a.json"), read("b.json")
	if len(a) < 1000 || !bytes.Equal(a, b) {
		t.Error("the same command made two different municipalities")
	}
}

func TestReports(t *testing.T) {
	w := newWorld(t)
	w.do("demo", "a.itp", "--date", "2026-11-21")
	var all []struct{ Name, Title string }
	w.json(&all, "reports")
	if len(all) < 2 {
		t.Fatalf("reports: %v", all)
	}
	for _, r := range all {
		w.do("report", "a.itp", r.Name, r.Name+".pdf", "--date", "2026-11-21")
		data, err := os.ReadFile(w.path(r.Name + ".pdf"))
		if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Errorf("%s: %v, %d bytes", r.Name, err, len(data))
		}
	}
	w.script(`
		$ report a.itp systemforteckning smal.pdf --set liggande=nej --set "kolumner=ref,name,unit,description,criticality,users,system_owner,agreement_start,agreement_end,notice_by,supplier,operations_budget,operations_forecast" --date 2026-11-21
		> finns i smal.pdf
		> Tabellen ”System per förvaltning” är bredare än papperet och är delad i 2 delar
		$ report a.itp ledningsgrupp a.itp
		= 2
		! ska sluta på .pdf
		$ report a.itp finnsinte x.pdf
		= 1
		! ingen rapport som heter ”finnsinte”
		$ report a.itp ledningsgrupp x.pdf --set nyckel
		= 2
		! ska vara nyckel=värde`)
}

func TestExports(t *testing.T) {
	w := newWorld(t)
	w.script(`
		$ demo a.itp --date 2026-11-21
		> 80 system, 25 insatser
		$ export a.itp a.csv
		$ export a.itp plan.csv --what plan
		$ export a.itp budget.xlsx --what budget
		$ export a.itp mall.xlsx --what template
		$ export a.itp a.pdf
		= 2
		! ska sluta på .xlsx, .csv eller .json
		$ export a.itp b.csv --what budget
		= 2
		! bara en tabell
		$ export a.itp b.xlsx --unit Ingenstans
		= 1
		! ingen enhet ”Ingenstans”
		$ import a.itp a.csv --date 2026-11-21
		> 80 oförändrade`)
	for _, name := range []string{"a.csv", "plan.csv", "budget.xlsx", "mall.xlsx"} {
		info, err := os.Stat(w.path(name))
		if err != nil || info.Size() < 200 {
			t.Errorf("%s: %v %v", name, info, err)
		}
	}
}

// TestCorpus imports real files, where they are.
func TestCorpus(t *testing.T) {
	var files []string
	for _, pattern := range []string{"inventory", "plan", "csv"} {
		found, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "corpus", pattern, "*.[xc]*"))
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Skip("the corpus isn't on this machine")
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			w := newWorld(t)
			abs, _ := filepath.Abs(path)
			w.do("new", "a.itp", "--name", "Prov")
			code, _, errs := w.run("import", "a.itp", abs)
			if code == 1 && len(errs) > 30 { // refused with words
				return
			}
			if code != 0 {
				t.Fatalf("exit %d: %s", code, errs)
			}
			var again result
			w.json(&again, "import", "a.itp", abs)
			again.tallies(t)
			if again.New+again.Changed != 0 {
				t.Errorf("again: %d new, %d changed of %d", again.New, again.Changed, again.RowsRead)
			}
		})
	}
}
