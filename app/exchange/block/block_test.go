package block_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/exchange/block"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// listOf is all of a kind, by these columns after that of references. A key may have a
// year: "operations_budget:2028".
func listOf(t *testing.T, p *app.Portfolio, k *field.Kind, keys ...string) block.List {
	t.Helper()
	l := block.List{Kind: k, Columns: []field.Column{{}}}
	for _, r := range p.All(k) {
		l.Rows = append(l.Rows, r.ID)
	}
	for _, key := range keys {
		name, year, _ := strings.Cut(key, ":")
		c := field.Column{Field: p.FieldOf(k, name)}
		if c.Field == nil {
			t.Fatalf("there is no field %q", key)
		}
		_, _ = fmt.Sscan(year, &c.Year)
		l.Columns = append(l.Columns, c)
	}
	return l
}

func systems(t *testing.T, p *app.Portfolio) block.List {
	return listOf(t, p, system.Kind, "name", "unit", "system_owner", "lifecycle", "users", "classified_on", "operations_budget:2027")
}

// cell is an area of one cell, by the name of its row and the key of its column.
func cell(t *testing.T, p *app.Portfolio, l block.List, name, key string) block.Area {
	t.Helper()
	row := slices.IndexFunc(l.Rows, func(id field.ID) bool { return p.Label(id) == name })
	col := slices.IndexFunc(l.Columns, func(c field.Column) bool { return c.Field != nil && c.Field.Key == key })
	if row < 0 || col < 0 {
		t.Fatalf("no cell %s, %s", name, key)
	}
	return block.Area{Top: row, Left: col, Bottom: row, Right: col}
}

func paste(t *testing.T, p *app.Portfolio, l block.List, at block.Area, s string, c block.Choices) *block.Plan {
	t.Helper()
	rows, err := block.Read(s)
	if err != nil {
		t.Fatal(err)
	}
	out, err := block.Paste(t.Context(), p, l, at, rows, c, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// said is a plan in words, a line for each thing it says.
func said(pl *block.Plan) string {
	var out []string
	for _, c := range pl.Cells {
		s := fmt.Sprintf("%s, %s: %s → %s", c.Name, c.Column, orNothing(c.Before), orNothing(c.After))
		if c.Remark != "" {
			s += " (" + c.Remark + ")"
		}
		out = append(out, s)
	}
	for _, c := range pl.Left {
		out = append(out, fmt.Sprintf("! %s, %s: %s", c.Name, c.Column, c.Why))
	}
	for _, n := range pl.Notes {
		out = append(out, "* "+n)
	}
	for _, m := range pl.Made {
		out = append(out, "+ "+m.Kind.Fresh()+" "+strings.Join(m.Names, ", "))
	}
	return strings.ReplaceAll(strings.Join(out, "\n"), "\u00a0", " ")
}

func orNothing(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func TestABlockBecomesAPlan(t *testing.T) {
	for _, c := range []struct {
		name, at, key, s string
		choices          block.Choices
		want             string
	}{
		{"one cell", "HemtjänstPlan", "lifecycle", "Avvecklat", block.Choices{},
			"HemtjänstPlan, Livscykel: I drift → Avvecklat"},
		{"cells go right and down from the cursor", "HemtjänstPlan", "lifecycle", "Avvecklat\t40\r\nI drift\t12\r\n", block.Choices{}, `
HemtjänstPlan, Livscykel: I drift → Avvecklat
HemtjänstPlan, Användare: – → 40
Diariet W3, Livscykel: Under avveckling → I drift
Diariet W3, Användare: – → 12`},
		{"rows that don't fit are said", "Skolplattformen", "users", "1\n2\n3", block.Choices{}, `
Skolplattformen, Användare: – → 1
* 2 rader får inte plats och tas inte med: listan slutar där.`},
		{"columns that don't fit are said", "Skolplattformen", "operations_budget", "1 mnkr\t2", block.Choices{}, `
Skolplattformen, Driftbudget 2027: 1 180 000 → 1 000 000
* 1 kolumn får inte plats och tas inte med: listan har inga fler till höger.`},
		{"dates and amounts as people write them", "Lönesystemet", "classified_on", "31/3 2027\t1,5 mnkr\n2027-03-31\t12 tkr", block.Choices{}, `
Lönesystemet, Klassad den: – → 2027-03-31
Lönesystemet, Driftbudget 2027: 640 000 → 1 500 000
HemtjänstPlan, Klassad den: – → 2027-03-31
HemtjänstPlan, Driftbudget 2027: 420 000 → 12 000`},
		{"what can't be read is told of its cell, the rest goes in", "Lönesystemet", "classified_on", "snart\t10 kr\n2027-01-01\tmycket", block.Choices{}, `
Lönesystemet, Driftbudget 2027: 640 000 → 10
HemtjänstPlan, Klassad den: – → 2027-01-01
! Lönesystemet, Klassad den: ”snart” är inget datum. Skriv till exempel 2026-03-01, mars 2026 eller kv 4 2026.
! HemtjänstPlan, Driftbudget 2027: ”mycket” är inget belopp. Skriv till exempel 1 234,50 eller 12 tkr.`},
		{"what a spreadsheet shows for want of a value", "Lönesystemet", "users", "#SAKNAS!\n####", block.Choices{}, `
! Lönesystemet, Användare: Cellen visar felet #SAKNAS! och har inget värde. Rätta formeln i arbetsboken och kopiera igen.
! HemtjänstPlan, Användare: Kolumnen är för smal i arbetsboken, så att cellen visar ####. Gör den bredare och kopiera igen.`},
		{"what was read with a reservation", "Lönesystemet", "users", "ca 40", block.Choices{},
			"Lönesystemet, Användare: – → 40 (ungefärligt: ca 40)"},
		{"a role by name or address", "HemtjänstPlan", "system_owner", "Ek, Anna\nsara.oberg@ekvalla.example", block.Choices{}, `
HemtjänstPlan, Systemägare: Per-Åke Hägg → Anna Ek
Diariet W3, Systemägare: – → Sara Öberg`},
		{"nobody", "HemtjänstPlan", "system_owner", "vakant", block.Choices{},
			"HemtjänstPlan, Systemägare: Per-Åke Hägg → –"},
		{"persons who aren't there are made once each", "HemtjänstPlan", "system_owner", "Karin Ny\nNy, Karin\nBo Alm <bo.alm@ekvalla.example>", block.Choices{}, `
HemtjänstPlan, Systemägare: Per-Åke Hägg → Karin Ny
Diariet W3, Systemägare: – → Karin Ny
Skolplattformen, Systemägare: Sara Öberg → Bo Alm
+ ny person Karin Ny, Bo Alm`},
		{"an address and its name are one person", "HemtjänstPlan", "system_owner", "Bo Alm\nbo.alm@ekvalla.example\nAlm, Bo", block.Choices{}, `
HemtjänstPlan, Systemägare: Per-Åke Hägg → Bo Alm
Diariet W3, Systemägare: – → Bo Alm
Skolplattformen, Systemägare: Sara Öberg → Bo Alm
+ ny person Bo Alm`},
		{"two of a name by their addresses", "HemtjänstPlan", "system_owner", "Bo Alm <bo@x.example>\nBo Alm <alm@x.example>\nBo Alm", block.Choices{}, `
HemtjänstPlan, Systemägare: Per-Åke Hägg → Bo Alm
Diariet W3, Systemägare: – → Bo Alm
! Skolplattformen, Systemägare: Flera som läggs till heter ”Bo Alm”. Skriv e-postadressen.
+ ny person Bo Alm, Bo Alm`},
		{"or not", "HemtjänstPlan", "system_owner", "Karin Ny\nAnna Ek", block.Choices{NoneNew: true}, `
Diariet W3, Systemägare: – → Anna Ek
! HemtjänstPlan, Systemägare: Det finns ingen person ”Karin Ny”, och nya läggs inte till.
+ ny person Karin Ny`},
		{"a unit is no person", "HemtjänstPlan", "system_owner", "Kommunledningskontoret", block.Choices{},
			"! HemtjänstPlan, Systemägare: ”Kommunledningskontoret” ser ut som en enhet och är ingen person."},
		{"nor is what sounds like one", "HemtjänstPlan", "system_owner", "Kultur och fritidsförvaltningen", block.Choices{},
			"! HemtjänstPlan, Systemägare: ”Kultur och fritidsförvaltningen” ser ut som en enhet och är ingen person."},
		{"a name alone makes nobody", "HemtjänstPlan", "system_owner", "Karin", block.Choices{},
			"! HemtjänstPlan, Systemägare: Ingen heter bara ”Karin”. Skriv för- och efternamn eller e-postadress."},
		{"a unit by name and by path", "Lönesystemet", "unit", "Vård- och omsorgsförvaltningen\nEkvalla kommun / Kommunledningskontoret", block.Choices{}, `
Lönesystemet, Ägande enhet: Kommunledningskontoret → Vård- och omsorgsförvaltningen
HemtjänstPlan, Ägande enhet: Vård- och omsorgsförvaltningen → Kommunledningskontoret`},
		{"a unit that isn't there", "Lönesystemet", "unit", "Ekvalla kommun / Kulturförvaltningen", block.Choices{}, `
Lönesystemet, Ägande enhet: Kommunledningskontoret → Kulturförvaltningen
+ ny enhet Kulturförvaltningen`},
		{"an empty cell empties", "Lönesystemet", "lifecycle", "\t12", block.Choices{}, `
Lönesystemet, Livscykel: I drift → –
Lönesystemet, Användare: – → 12`},
		{"or leaves what is there", "Lönesystemet", "lifecycle", "\t12", block.Choices{KeepEmpty: true},
			"Lönesystemet, Användare: – → 12"},
		{"a name can't be emptied", "Lönesystemet", "name", "\"\"\tSkolan", block.Choices{NoneNew: true}, `
! Lönesystemet, System: System måste ha ett värde.
! Lönesystemet, Ägande enhet: Det finns ingen enhet ”Skolan”, och nya läggs inte till.
+ ny enhet Skolan`},
		{"headings with references: rows find their records", "Skolplattformen", "name", "Ref\tLivscykel\tDriftbudget 2027 (tkr)\nSYS-0003\tAvvecklat\t10\nSYS-0001\tAvvecklat\t20", block.Choices{}, `
Diariet W3, Livscykel: Under avveckling → Avvecklat
Diariet W3, Driftbudget 2027: 275 000 → 10 000
Lönesystemet, Livscykel: I drift → Avvecklat
Lönesystemet, Driftbudget 2027: 640 000 → 20 000`},
		{"headings with names", "Skolplattformen", "name", "System\tÄgare\nlönesystemet\tSara Öberg\nDiariet W4\tAnna Ek\n", block.Choices{}, `
Lönesystemet, Systemägare: Anna Ek → Sara Öberg
! Diariet W4, : Det finns inget system ”Diariet W4”. Kontrollera stavningen eller lägg till det först.`},
		{"a reference and another name is a new name", "Skolplattformen", "name", "Ref\tSystem\nSYS-0001\tLön och personal", block.Choices{},
			"Lönesystemet, System: Lönesystemet → Lön och personal"},
		{"a row without its reference goes by its name", "Skolplattformen", "name", "Ref\tSystem\tAnvändare\n\tLönesystemet\t7\nSYS-0999\tLönesystemet\t8", block.Choices{}, `
Lönesystemet, Användare: – → 7
! SYS-0999, : Det finns inget system ”SYS-0999”. Kontrollera stavningen eller lägg till det först.`},
		{"a record once", "Skolplattformen", "name", "Ref\tAnvändare\nSYS-0001\t7\nSYS-0001\t8", block.Choices{}, `
Lönesystemet, Användare: – → 7
! SYS-0001, : Raden gäller samma system som rad 2 och tas inte med.`},
		{"headings without who it is: down from the cursor", "HemtjänstPlan", "name", "Användare\tLivscykel\n7\tAvvecklat\n8\tAvvecklat", block.Choices{}, `
HemtjänstPlan, Användare: – → 7
HemtjänstPlan, Livscykel: I drift → Avvecklat
Diariet W3, Användare: – → 8
Diariet W3, Livscykel: Under avveckling → Avvecklat`},
		{"a heading among others that is no column's", "HemtjänstPlan", "name", "System\tAnvändare\tKommentar från Lisa\nLönesystemet\t7\tbra", block.Choices{}, `
Lönesystemet, Användare: – → 7
* Kolumnen ”Kommentar från Lisa” tas inte med: system har ingen sådan.`},
		{"a column twice", "HemtjänstPlan", "name", "System\tAnvändare\tAntal användare\nLönesystemet\t7\t8", block.Choices{}, `
Lönesystemet, Användare: – → 7
* Kolumnen ”Antal användare” tas inte med: Användare står redan i en annan.`},
		{"headings that are said to be none", "HemtjänstPlan", "name", "System\nLönesystemet", block.Choices{Heads: block.Without}, `
HemtjänstPlan, System: HemtjänstPlan → System
Diariet W3, System: Diariet W3 → Lönesystemet`},
		{"headings that name nothing", "HemtjänstPlan", "name", "A\nB", block.Choices{Heads: block.With}, `
HemtjänstPlan, System: HemtjänstPlan → A
Diariet W3, System: Diariet W3 → B
* Inget på första raden är namn på en kolumn, så den läses som värden.`},
		{"an address is no unit", "HemtjänstPlan", "unit", "bo.alm@ekvalla.example", block.Choices{},
			"! HemtjänstPlan, Ägande enhet: ”bo.alm@ekvalla.example” är en adress och inget namn på enheten."},
		{"a reference is never changed", "HemtjänstPlan", "name", "System\tx", block.Choices{NoneNew: true, Heads: block.Without}, `
HemtjänstPlan, System: HemtjänstPlan → System
! HemtjänstPlan, Ägande enhet: Det finns ingen enhet ”x”, och nya läggs inte till.
+ ny enhet x`},
		{"what is there already", "HemtjänstPlan", "lifecycle", "I FÖRVALTNING", block.Choices{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := apptest.Open(t)
			l := systems(t, p)
			pl := paste(t, p, l, cell(t, p, l, c.at, c.key), c.s, c.choices)
			if got := said(pl); got != strings.TrimSpace(c.want) {
				t.Errorf("%q gave\n%s\nnot\n%s", c.s, got, strings.TrimSpace(c.want))
			}
			if len(pl.Changes) > 0 {
				if _, err := p.Apply(t.Context(), pl.Label, pl.Changes); err != nil {
					t.Errorf("what was planned is refused: %v", err)
				}
			}
		})
	}
}

// TestPersonsOfANameAreNotGuessedBetween: nor are records.
func TestPersonsOfANameAreNotGuessedBetween(t *testing.T) {
	p := apptest.Open(t)
	apptest.Add(t, p, org.PersonKind, org.PersonName, "Anna Ek", org.PersonEmail, "anna.ek2@ekvalla.example")
	apptest.Add(t, p, system.Kind, system.Name, "Lönesystemet")
	l := systems(t, p)
	got := said(paste(t, p, l, cell(t, p, l, "HemtjänstPlan", "system_owner"), "Anna Ek", block.Choices{}))
	if !strings.HasPrefix(got, "! HemtjänstPlan, Systemägare: Flera heter ”Anna Ek”") {
		t.Error(got)
	}
	got = said(paste(t, p, l, cell(t, p, l, "HemtjänstPlan", "name"), "System\tAnvändare\nLönesystemet\t7", block.Choices{}))
	if !strings.HasPrefix(got, "! Lönesystemet, : Flera heter ”Lönesystemet”") {
		t.Error(got)
	}
}

func TestABlockFillsARangeThatIsAMultipleOfIt(t *testing.T) {
	p := apptest.Open(t)
	l := systems(t, p)
	at := cell(t, p, l, "Lönesystemet", "users")
	at.Bottom = at.Top + 3
	for _, c := range []struct {
		s    string
		want int
	}{{"7", 4}, {"7\n8", 4}, {"7\n8\n9", 3}} {
		if pl := paste(t, p, l, at, c.s, block.Choices{}); len(pl.Cells) != c.want || pl.Area.Height() != c.want {
			t.Errorf("%q goes into %d cells, %+v", c.s, len(pl.Cells), pl.Area)
		}
	}
	pl := paste(t, p, l, at, "7\n8", block.Choices{})
	if pl.Cells[2].After != "7" || pl.Label != "Inklistrat: 4 celler i 4 system" || pl.Plain() {
		t.Errorf("%+v", pl)
	}
}

// TestCopiedIsPastedBack: whatever stands in any column of any kind, what is copied with
// headings says what is there already.
func TestCopiedIsPastedBack(t *testing.T) {
	p := apptest.Open(t)
	apptest.Put(t, p, p.All(system.Kind)[0].ID, system.Description, "Löner.\nOch \"mer\"\tdärtill.", system.Category, "-")
	for _, k := range []*field.Kind{system.Kind, plan.Kind, org.UnitKind, org.PersonKind, agreement.Kind} {
		var keys []string
		for _, f := range p.Fields(k) {
			if !f.Hidden {
				keys = append(keys, f.Key)
			}
		}
		l := listOf(t, p, k, keys...)
		if k.Prefix == "" {
			l.Columns = l.Columns[1:]
		}
		all := block.Area{Bottom: len(l.Rows) - 1, Right: len(l.Columns) - 1}
		if len(l.Rows) == 0 {
			continue
		}
		for _, heads := range []block.Heads{block.Look, block.Without} {
			s := block.Copy(p, l, all)
			if heads == block.Without {
				_, s, _ = strings.Cut(s, "\r\n")
			}
			pl := paste(t, p, l, all, s, block.Choices{Heads: heads})
			if len(pl.Changes) > 0 || len(pl.Left) > 0 || len(pl.Notes) > 0 {
				t.Errorf("%s copied and pasted back: %s", k.Many, said(pl))
			}
		}
	}
}

func TestASingleCellIsCopiedAsItsValue(t *testing.T) {
	p := apptest.Open(t)
	l := systems(t, p)
	if got := block.Copy(p, l, cell(t, p, l, "HemtjänstPlan", "system_owner")); got != "Per-Åke Hägg" {
		t.Errorf("copied %q", got)
	}
	at := cell(t, p, l, "HemtjänstPlan", "users")
	at.Right += 2
	if got := strings.ReplaceAll(block.Copy(p, l, at), "\u00a0", " "); got != "Användare\tKlassad den\tDriftbudget 2027\r\n\t\t420 000" {
		t.Errorf("copied %q", got)
	}
}

func TestOnlyOneCellThatChangesWithoutTroubleIsPlain(t *testing.T) {
	p := apptest.Open(t)
	l := systems(t, p)
	at := cell(t, p, l, "HemtjänstPlan", "users")
	for s, want := range map[string]bool{"7": true, "7\t2027-01-01": true, "7\n8": false, "många": false, "ca 7": false} {
		if got := paste(t, p, l, at, s, block.Choices{}).Plain(); got != want {
			t.Errorf("%q is plain: %v", s, got)
		}
	}
	if paste(t, p, l, cell(t, p, l, "HemtjänstPlan", "system_owner"), "Karin Ny", block.Choices{}).Plain() {
		t.Error("somebody is made without a question")
	}
}

func TestAPersonWhoIsOnlyNamedWhereItIsRefusedIsNotMade(t *testing.T) {
	p := apptest.Open(t)
	l := listOf(t, p, plan.Kind, "name", "manager", "start")
	pl := paste(t, p, l, block.Area{Top: 0, Left: 1, Bottom: 0, Right: 1}, "\"\"\tKarin Ny", block.Choices{})
	if got := said(pl); !strings.Contains(got, "måste ha ett värde") || !strings.Contains(got, "+ ny person Karin Ny") {
		t.Errorf("the rest isn't taken in: %s", got)
	}
}

// TestWhatThePortfolioRefusesIsToldBeforeAndTheRestGoesIn: an end before the start, and
// a rule of several records together.
func TestWhatThePortfolioRefusesIsToldBeforeAndTheRestGoesIn(t *testing.T) {
	p := apptest.Open(t)
	units := listOf(t, p, org.UnitKind, "name", "parent")
	top := cell(t, p, units, "Ekvalla kommun", "parent")
	pl := paste(t, p, units, top, "Kommunledningskontoret\nVård- och omsorgsförvaltningen", block.Choices{})
	got := said(pl)
	if !strings.Contains(got, "! Ekvalla kommun, Hör till: ") || !strings.Contains(got, "Kommunledningskontoret, Hör till: Ekvalla kommun → Vård- och omsorgsförvaltningen") {
		t.Errorf("a unit under itself: %s", got)
	}
	if _, err := p.Apply(t.Context(), pl.Label, pl.Changes); err != nil {
		t.Errorf("refused: %v", err)
	}
}

func TestARowThatMakesAnotherPossibleIsTriedWithIt(t *testing.T) {
	p := apptest.Open(t)
	units := listOf(t, p, org.UnitKind, "name", "parent")
	at := cell(t, p, units, "Ekvalla kommun", "parent")
	pl := paste(t, p, units, at, "Kommunledningskontoret\n\"\"", block.Choices{})
	if len(pl.Left) > 0 || len(pl.Cells) != 2 {
		t.Errorf("turned around: %s", said(pl))
	}
}

// TestAStepIsTakenAsTheBoardTakesIt: what the styrmodell stops is told of, not written.
func TestAStepIsTakenAsTheBoardTakesIt(t *testing.T) {
	p := apptest.Open(t)
	l := listOf(t, p, plan.Kind, "name", "phase")
	pl := paste(t, p, l, block.Area{Top: 0, Left: 2, Bottom: 1, Right: 2}, "Genomförande", block.Choices{})
	if len(pl.Cells)+len(pl.Left) != 2 {
		t.Fatalf("%s", said(pl))
	}
	if _, err := p.Apply(t.Context(), pl.Label, pl.Changes); err != nil {
		t.Error(err)
	}
}

func TestThePlanIsTheSameEachTime(t *testing.T) {
	p := apptest.Open(t)
	l := systems(t, p)
	at := cell(t, p, l, "Lönesystemet", "users")
	a, b := paste(t, p, l, at, "x\n7\ny", block.Choices{}), paste(t, p, l, at, "x\n7\ny", block.Choices{})
	if !reflect.DeepEqual(a.Left, b.Left) || !reflect.DeepEqual(a.Cells, b.Cells) {
		t.Error("the same block gives another plan")
	}
}
