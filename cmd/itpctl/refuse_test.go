package main

import (
	"os"
	"regexp"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestUsage(t *testing.T) {
	newWorld(t).script(`
		$ help
		> Kommandon:
		> 3 när det är gjort
		$ help import
		> --dry-run
		$ import --help
		> itpctl import FIL BOK
		$ lista a.itp
		= 2
		! ”lista” finns inte. Menade du ”list”
		$ list
		= 2
		! Det fattas något efter list
		$ new a.itp --modell karlstad
		= 2
		! --modell finns inte för new. Menade du ”--model”
		$ new a.itp --name
		= 2
		! ska följas av
		$ new a.itp
		= 2
		! Ange kommunens namn
		$ new a.itp --name X --model karlsta
		= 2
		! Menade du ”karlstad”
		$ demo a.itp --size XXL
		= 2
		! Välj S, M, L eller XL
		$ demo a.itp --seed många
		= 2
		! skriv HELTAL
		$ list a.itp system --date igår
		= 2
		! ingen dag
		$ list a.itp system --wait NaN
		= 2
		! mellan 0 och 3600 sekunder
		$ list a.itp bilar
		= 2
		! Slaget ”bilar” finns inte
		$ undo a.itp sju
		= 2
		! inget nummer på en ändring
		$ redo a.itp b.itp
		= 2
		! ”b.itp” är ett för mycket
		$ --date 2026-11-21 version
		> itpctl
		$ fields systems --json
		> "key": "operations_budget"`)
}

func TestRefusals(t *testing.T) {
	w := newWorld(t)
	w.script(`
		$ new a.itp --name X --date 2026-11-21
		$ add a.itp systems name=Lön
		> SYS-0001 Lön
		$ new a.itp --name X
		= 1
		! finns redan en fil
		$ demo a.itp
		= 1
		! finns redan en fil
		$ check finnsinte.itp
		= 1
		! finns inte
		$ backup a.itp a.itp
		= 1
		! finns redan
		$ set a.itp SYS-0009 name=X
		= 1
		! inget som heter ”SYS-0009”
		$ set a.itp SYS-0001 name=Nytt finnsinte=3
		= 1
		! inget fält som heter ”finnsinte”. Inget har ändrats
		$ set a.itp SYS-0001 name=Nytt users=många
		= 1
		! ”många” är inte ett heltal
		$ set a.itp SYS-0001 name=Nytt unit=Ingenstans
		= 1
		! ingen enhet ”Ingenstans”
		$ set a.itp SYS-0001 name
		= 2
		! ska vara fält=värde
		$ set a.itp SYS-0001 notice_by=2027-01-01
		= 1
		! räknas fram
		$ show a.itp SYS-0001
		> SYS-0001 Lön
		$ log a.itp --json
		> "number": 2
		$ redo a.itp
		= 1
		! inget att göra om`)
}

// TestBadBooks holds that a file that can't be read changes nothing and that
// people are told why.
func TestBadBooks(t *testing.T) {
	w := newWorld(t)
	w.do("new", "a.itp", "--name", "X")
	write := func(name, content string) {
		t.Helper()
		if err := os.WriteFile(w.path(name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("text.xlsx", "hej")
	write("tom.xlsx", "")
	write("tom.csv", "")
	write("rapport.xlsx", "%PDF-1.7\n")
	inventory(t, w.path("hel.xlsx"))
	whole, _ := os.ReadFile(w.path("hel.xlsx"))
	write("avhuggen.xlsx", string(whole[:len(whole)/2]))
	writeRows(t, w.path("inget.xlsx"), nil)
	writeRows(t, w.path("siffror.xlsx"), [][]any{{1, 2}, {3, 4}, {5, 6}})
	locked := excelize.NewFile()
	if err := locked.SaveAs(w.path("hemlig.xlsx"), excelize.Options{Password: "sommar"}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"text.xlsx": "är en textfil", "tom.xlsx": "är tom", "tom.csv": "tom", "rapport.xlsx": "är en PDF", "avhuggen.xlsx": "skadad|tar slut",
		"inget.xlsx": "tom|inga", "siffror.xlsx": "rubrik", "hemlig.xlsx": "lösenord", "saknas.xlsx": "finns inte",
	} {
		t.Run(name, func(t *testing.T) {
			code, out, errs := w.run("import", "a.itp", name)
			if code != 1 || !regexp.MustCompile(want).MatchString(errs) {
				t.Errorf("exit %d, want 1 and %q: %s%s", code, want, out, errs)
			}
		})
	}
	if log := w.do("log", "a.itp", "--limit", "0", "--json"); regexp.MustCompile(`"number": 2`).MatchString(log) {
		t.Error("a refused file changed the portfolio")
	}
}

// TestBadPortfolios holds the same for the portfolio itself.
func TestBadPortfolios(t *testing.T) {
	w := newWorld(t)
	w.do("demo", "hel.itp", "--date", "2026-11-21")
	whole, err := os.ReadFile(w.path("hel.itp"))
	if err != nil {
		t.Fatal(err)
	}
	spoil := func(name string, change func(b []byte) []byte) {
		t.Helper()
		if err := os.WriteFile(w.path(name), change(append([]byte(nil), whole...)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	spoil("nyare.itp", func(b []byte) []byte { b[62], b[63] = 3, 231; return b }) // SQLite keeps user_version there
	spoil("text.itp", func([]byte) []byte { return []byte("hej") })
	spoil("skadad.itp", func(b []byte) []byte {
		for i := 8192; i < len(b)-4096; i++ {
			b[i] = 0x5a
		}
		return b
	})
	spoil("kort.itp", func(b []byte) []byte { return b[:len(b)/2] })
	for name, want := range map[string]string{"nyare.itp": "nyare", "text.itp": "inte en IT-portfölj", "skadad.itp": "skadad", "kort.itp": "skadad"} {
		t.Run(name, func(t *testing.T) {
			before, _ := os.ReadFile(w.path(name))
			code, out, errs := w.run("set", name, "SYS-0001", "name=Nytt")
			if code != 1 || !regexp.MustCompile(want).MatchString(errs) {
				t.Errorf("exit %d, want 1 and %q: %s%s", code, want, out, errs)
			}
			if after, _ := os.ReadFile(w.path(name)); string(after) != string(before) {
				t.Error("the file was touched")
			}
		})
	}
}

// TestTaken holds that who has the file is named, and that reading still goes.
func TestTaken(t *testing.T) {
	w := newWorld(t)
	w.do("demo", "a.itp", "--date", "2026-11-21")
	w.hold("a.itp")
	w.script(`
		$ set a.itp SYS-0001 name=Nytt --wait 0
		= 1
		! öppen hos Karin.* sedan \d\d:\d\d\. Inget har ändrats
		$ list a.itp systems
		> 80 system`)
}
