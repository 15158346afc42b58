package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

const page = 4096

// spoil zeroes the pages of a portfolio in which words stand.
func (w *world) spoil(from, to string, words ...string) {
	w.t.Helper()
	b, err := os.ReadFile(w.path(from))
	if err != nil {
		w.t.Fatal(err)
	}
	for _, word := range words {
		i := bytes.Index(b, []byte(word))
		if i < 0 {
			w.t.Fatalf("%s has no %q", from, word)
		}
		for ; i >= 0; i = bytes.Index(b, []byte(word)) {
			clear(b[i/page*page : (i/page+1)*page])
		}
	}
	if err := os.WriteFile(w.path(to), b, 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// TestRepair: a damaged portfolio is told of, and what can be read of it becomes a new
// one.
func TestRepair(t *testing.T) {
	t.Setenv("ITP_COPIES", t.TempDir())
	w := newWorld(t)
	w.script(`
		$ new a.itp --name "Ekvalla kommun"
		$ add a.itp systems name=Målkartan
		$ add a.itp systems name=Skolportalen
		$ set a.itp SYS-0001 supplier=Kvarnsjö
		$ export a.itp före.json
	`)
	w.spoil("a.itp", "skadad.itp", "Målkartan") // the row, and the entry that made it
	w.script(`
		$ check skadad.itp
		= 1
		! skadad.itp” är skadad.*räddar itpctl repair till en ny fil
		$ repair skadad.itp
		= 2
		! Det fattas något efter repair
		$ repair skadad.itp a.itp
		= 1
		! Det finns redan en fil som heter ”a.itp”
		$ repair före.json ny.itp
		= 1
		! I ”före.json” finns inget som går att känna igen som en IT-portfölj
		$ repair saknas.itp ny.itp
		= 1
		! finns inte
		$ help repair
		> aldrig
	`)
	code, out, errs := w.run("repair", "skadad.itp", "lagad.itp")
	if code != 0 && code != 4 {
		t.Fatalf("exit %d\n%s%s", code, out, errs)
	}
	w.finds("repair", `skadad.itp är lagad till lagad.itp`, out)
	w.script(`
		$ check lagad.itp
		> lagad.itp är hel
	`)
	w.do("export", "lagad.itp", "efter.json")
	a, _ := os.ReadFile(w.path("före.json"))
	b, _ := os.ReadFile(w.path("efter.json"))
	if code == 0 && !bytes.Equal(a, b) {
		t.Errorf("nothing is said to be lost, but\n%s\nis now\n%s", a, b)
	}
}

// TestRepairSaysWhatIsLost: what isn't anywhere any more is named, and a copy has it.
func TestRepairSaysWhatIsLost(t *testing.T) {
	t.Setenv("ITP_COPIES", t.TempDir())
	w := newWorld(t)
	w.do("demo", "a.itp")
	w.do("backup", "a.itp", "kopia.itp.gz")
	w.do("set", "a.itp", "SYS-0004", "supplier=Ett")
	whole, err := os.ReadFile(w.path("a.itp"))
	if err != nil {
		t.Fatal(err)
	}
	b := bytes.Clone(whole)
	for i := 0; i < len(b); i += page { // a third of all there is
		if i/page%3 == 2 {
			clear(b[i:min(i+page, len(b))])
		}
	}
	if err := os.WriteFile(w.path("skadad.itp"), b, 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, errs := w.run("repair", "skadad.itp", "lagad.itp", "--json")
	var said struct {
		Complete bool
		Lost     []struct {
			Kind, ID, Why string
			Count         int
		}
		Damaged []struct{ Number int64 } `json:"damaged_entries"`
	}
	if err := json.Unmarshal([]byte(out), &said); err != nil || code != 4 || said.Complete || len(said.Lost) == 0 || len(said.Damaged) == 0 {
		t.Fatalf("exit %d, %v\n%s%s", code, err, out, errs)
	}
	w.do("check", "lagad.itp")
	w.script(`
		$ repair skadad.itp lagad2.itp
		= 4
		> Förlorade:
		> Det senaste som finns kvar är från \d{4}-\d\d-\d\d \d\d:\d\d \(ändring \d\)
		$ repair skadad.itp hel.itp --copy kopia.itp.gz
		> Kopian kopia.itp.gz är av samma portfölj
		> Inget saknas
		$ check hel.itp
		> hel.itp är hel
	`)
	if err := os.WriteFile(w.path("facit.itp"), whole, 0o600); err != nil {
		t.Fatal(err)
	}
	w.do("export", "facit.itp", "facit.json", "--date", "2026-11-21")
	w.do("export", "hel.itp", "hel.json", "--date", "2026-11-21")
	want, _ := os.ReadFile(w.path("facit.json"))
	got, _ := os.ReadFile(w.path("hel.json"))
	want, got = bytes.ReplaceAll(want, []byte("facit"), nil), bytes.ReplaceAll(got, []byte("hel.itp"), []byte(".itp"))
	if len(want) == 0 || !bytes.Equal(want, got) {
		i := 0
		for i < min(len(want), len(got)) && want[i] == got[i] {
			i++
		}
		t.Errorf("with the copy it isn't what it was: …%s… was …%s…", snippet(got, i), snippet(want, i))
	}
	w.do("new", "annan.itp", "--name", "Annan kommun")
	w.do("backup", "annan.itp", "annan.itp.gz")
	w.script(`
		$ repair skadad.itp ny.itp --copy annan.itp.gz
		= 1
		! är inte av samma portfölj
	`)
}

func snippet(b []byte, at int) string {
	return strings.TrimSpace(string(b[max(0, at-60):min(len(b), at+60)]))
}

// TestRepairOfTheBeginningOfAFile: how many records there were is known as long as an
// entry says it.
func TestRepairOfTheBeginningOfAFile(t *testing.T) {
	t.Setenv("ITP_COPIES", t.TempDir())
	w := newWorld(t)
	w.do("demo", "a.itp", "--size", "S")
	cut := func() {
		t.Helper()
		whole, err := os.ReadFile(w.path("a.itp"))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(w.path("början.itp"), whole[:len(whole)*2/3], 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cut()
	w.script(`
		$ repair början.itp lagad0.itp
		= 4
		> \d\d\d av 773 poster finns kvar.
		> \d+ kostnader: vilka går inte att säga
	`)
	for _, supplier := range []string{"Ett", "Två", "Tre", "Fyra", "Fem"} { // so that the entries no longer lie at the beginning
		w.do("set", "a.itp", "SYS-0004", "supplier="+supplier)
	}
	cut()
	w.script(`
		$ repair början.itp lagad.itp
		= 4
		> Alla .* okänt
		> lagad.itp: \d+ poster finns kvar. Hur många poster det fanns går inte att veta: slutet av filen saknas. Det kan saknas fler än de som räknas upp.
		$ check lagad.itp
		> är hel
		$ log lagad.itp
		> hur många poster det fanns går inte att veta
	`)
	code, out, errs := w.run("repair", "början.itp", "lagad2.itp", "--json")
	var said struct {
		Complete bool
		Total    *int
		Unknown  string `json:"total_unknown"`
	}
	if err := json.Unmarshal([]byte(out), &said); err != nil || code != 4 || said.Complete || said.Total != nil || said.Unknown != "slutet av filen saknas" {
		t.Errorf("exit %d, %v\n%s%s", code, err, out, errs)
	}
}
