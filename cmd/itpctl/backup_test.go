package main

import (
	"bytes"
	"database/sql"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// copies lists a portfolio's copies as machines read them.
func (w *world) copies(path string) (out []keptCopy) {
	w.t.Helper()
	w.json(&out, "restore", path)
	return out
}

// reasons are why copies were made, the newest first.
func reasons(copies []keptCopy) string {
	var out []string
	for _, c := range copies {
		out = append(out, c.Reason)
	}
	return strings.Join(out, " ")
}

func TestCopiesAreMadeByThemselves(t *testing.T) {
	w := newWorld(t)
	inventory(t, w.path("lista.xlsx"))
	w.script(`
		$ restore a.itp
		> Det finns inga kopior av a.itp i
		$ new a.itp --name Ekvalla
		$ list a.itp systems
		$ restore a.itp
		> Det finns inga kopior`)
	w.do("add", "a.itp", "systems", "name=Diariet")
	if got := w.copies("a.itp"); reasons(got) != "dag" || got[0].Systems != 0 {
		t.Fatalf("after the first writing of the day: %+v", got)
	}
	w.do("set", "a.itp", "Diariet", "supplier=Visma")
	if got := reasons(w.copies("a.itp")); got != "dag" {
		t.Errorf("after the second: %s", got)
	}
	w.do("import", "a.itp", "lista.xlsx", "--dry-run")
	if got := reasons(w.copies("a.itp")); got != "dag" {
		t.Errorf("a preview made a copy: %s", got)
	}
	w.do("import", "a.itp", "lista.xlsx")
	got := w.copies("a.itp")
	if reasons(got) != "import dag" || got[0].Systems != 1 || got[0].LastChange == "" {
		t.Errorf("before an import: %+v", got)
	}
	w.do("import", "a.itp", "lista.xlsx")
	if got := reasons(w.copies("a.itp")); got != "import dag" {
		t.Errorf("an import of nothing new made a copy: %s", got)
	}
	w.script(`
		$ backup a.itp
		> a.itp är kopierad till .*begard.itp.gz
		$ backup a.itp
		> Inget har ändrats i a.itp sedan den senaste kopian
		$ restore a.itp
		> före inläsning +1 +20
		> gjord för hand +4 +20
		> 3 kopior i`)
	w.do("restore", got[0].File, "b.itp")
	w.script(`
		$ list b.itp systems
		> 1 system
		$ list a.itp systems
		> 4 system`)
	if info, err := os.Stat(w.path("b.itp")); err != nil || info.Mode().Perm() != 0o600 && os.PathSeparator == '/' {
		t.Errorf("%v %v", info, err)
	}
}

func TestRestoreRefuses(t *testing.T) {
	w := newWorld(t)
	w.do("new", "a.itp", "--name", "Ekvalla")
	w.do("new", "b.itp", "--name", "Annan")
	if err := os.WriteFile(w.path("skräp.itp.gz"), []byte("hej"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.script(`
		$ backup a.itp
		$ restore a.itp b.itp
		= 1
		! Det finns redan en fil som heter ”b.itp”. Den är orörd
		$ restore skräp.itp.gz
		= 2
		! Ange också vilken ny fil
		$ restore skräp.itp.gz c.itp
		= 1
		! varken en portfölj eller en kopia av en
		$ restore finnsinte.itp.gz c.itp
		= 1
		! finns inte
		$ backup a.itp --encrypt
		= 2
		! Ange vilken fil
		$ backup a.itp c.itp --passphrase-file x
		= 2
		! hör ihop med --encrypt
		$ list b.itp systems
		> 0 system`)
}

func TestAPlaceThatIsGoneIsSaidAndStopsNothing(t *testing.T) {
	w := newWorld(t)
	if err := os.WriteFile(w.path("i-vägen"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w.do("new", "a.itp", "--name", "Ekvalla")
	cmd := exec.Command(binary, "add", "a.itp", "systems", "name=Diariet")
	cmd.Dir = w.dir
	cmd.Env = append(os.Environ(), "ITP_COPIES="+w.path("i-vägen"))
	code, out, errs := w.start(cmd)
	if code != 0 || !strings.Contains(out, "Tillagt") || !strings.Contains(errs, "ingen säkerhetskopia (dagens första öppning)") {
		t.Errorf("exit %d\n%s%s", code, out, errs)
	}
	place := w.path("annan plats")
	cmd = exec.Command(binary, "backup", "a.itp")
	cmd.Dir = w.dir
	cmd.Env = append(os.Environ(), "ITP_COPIES="+place)
	if code, out, errs := w.start(cmd); code != 0 || !strings.Contains(out, place) {
		t.Errorf("exit %d\n%s%s", code, out, errs)
	}
}

func TestEncryptedCopy(t *testing.T) {
	w := newWorld(t)
	for name, text := range map[string]string{"fras": "åtta hästar\r\noch mer", "fel": "åtta hundar\n", "tom": "\n"} {
		if err := os.WriteFile(w.path(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	w.script(`
		$ demo a.itp
		$ backup a.itp k.itp.gz.age --encrypt
		= 2
		! --passphrase-file, eller i variabeln ITP_PASSPHRASE
		$ backup a.itp k.itp.gz.age --encrypt --passphrase-file tom
		= 1
		! är tom
		$ backup a.itp k.itp.gz.age --encrypt --passphrase-file finnsinte
		= 1
		! går inte att läsa
		$ backup a.itp k.itp.gz.age --encrypt --passphrase-file fras
		> kopierad till k.itp.gz.age
		$ list k.itp.gz.age systems
		= 1
		! är en krypterad kopia
		$ restore k.itp.gz.age b.itp
		= 2
		! --passphrase-file, eller i variabeln ITP_PASSPHRASE
		$ restore k.itp.gz.age b.itp --passphrase-file fel
		= 1
		! Lösenfrasen stämmer inte för ”k.itp.gz.age”. Inget har ändrats`)
	if _, err := os.Stat(w.path("b.itp")); err == nil {
		t.Fatal("written without the passphrase")
	}
	cmd := exec.Command(binary, "restore", "k.itp.gz.age", "b.itp")
	cmd.Dir = w.dir
	cmd.Env = append(os.Environ(), "ITP_PASSPHRASE=åtta hästar")
	if code, out, errs := w.start(cmd); code != 0 || !strings.Contains(out, "b.itp") {
		t.Fatalf("exit %d\n%s%s", code, out, errs)
	}
	w.script(`
		$ list b.itp systems
		> 80 system
		$ check b.itp
		> är hel`)
}

// TestADamagedPortfolioIsNotWrittenOn: what the copy of the day finds stops the change.
func TestADamagedPortfolioIsNotWrittenOn(t *testing.T) {
	t.Setenv("ITP_COPIES", t.TempDir())
	w := newWorld(t)
	w.do("new", "a.itp", "--name", "Ekvalla kommun")
	w.do("add", "a.itp", "systems", "name=Målkartan")
	w.do("set", "a.itp", "SYS-0001", "supplier=Ett")
	db, err := sql.Open("sqlite", w.path("a.itp"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("UPDATE block SET data = (SELECT data FROM block WHERE entry = 2) WHERE entry = 3"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	before, err := os.ReadFile(w.path("a.itp"))
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("ITP_COPIES", t.TempDir()) // there is no copy of today
	for _, change := range []string{"set a.itp SYS-0001 supplier=Två", "undo a.itp", "add a.itp systems name=Skolportalen", "backup a.itp"} {
		w.script(`
			$ ` + change + `
			= 1
			! ”a.itp” är skadad.*Inget har ändrats.*Återställ.*itpctl restore.*itpctl repair
		`)
	}
	if after, _ := os.ReadFile(w.path("a.itp")); !bytes.Equal(after, before) {
		t.Error("it was written on")
	}
}
