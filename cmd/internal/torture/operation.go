//go:build linux

package torture

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"

	"itportfoljen/app"
)

// operation is one thing that itpctl is told to do, in a folder with a.itp and
// what it reads.
type operation struct {
	name    string
	args    []string
	acks    string // what it says when it has done it
	out     string // the file that it makes; "": it changes a.itp, or reads it
	writes  bool   // it changes a.itp
	kills   int    // how many times it is killed, of all of it
	reading bool   // it changes nothing at all
}

// operations are all that touch a file, each in its own way.
var operations = []operation{
	{name: "set", args: []string{"set", "a.itp", "SYS-0001", "lock_in=Ny inlåsning", "operations_budget:2027=4711"}, acks: "→", writes: true, kills: 60},
	{name: "add", args: []string{"add", "a.itp", "systems", "name=Nytt system"}, acks: "Tillagt", writes: true, kills: 30},
	{name: "delete", args: []string{"delete", "a.itp", "SYS-0009", "--yes"}, acks: "Ångra med", writes: true, kills: 30},
	{name: "undo", args: []string{"undo", "a.itp"}, acks: "Ångrat", writes: true, kills: 30},
	{name: "redo", args: []string{"redo", "a.itp"}, acks: "Gjort igen", writes: true, kills: 25},
	{name: "import", args: []string{"import", "a.itp", "bok.csv"}, acks: "Importerat", writes: true, kills: 60},
	{name: "new", args: []string{"new", "ny.itp", "--name", "Ekvalla kommun"}, acks: "är skapad", out: "ny.itp", kills: 30},
	{name: "demo", args: []string{"demo", "exempel.itp"}, acks: "är skapad", out: "exempel.itp", kills: 40},
	{name: "backup", args: []string{"backup", "a.itp", "kopia.itp"}, acks: "är kopierad", out: "kopia.itp", kills: 40},
	{name: "restore", args: []string{"restore", "kopia.gz", "åter.itp"}, acks: "är återställd", out: "åter.itp", kills: 25},
	{name: "repair", args: []string{"repair", "a.itp", "lagad.itp"}, acks: "är lagad", out: "lagad.itp", kills: 25},
	{name: "export xlsx", args: []string{"export", "a.itp", "ut.xlsx"}, acks: "är skriven", out: "ut.xlsx", kills: 25},
	{name: "export csv", args: []string{"export", "a.itp", "ut.csv"}, acks: "är skriven", out: "ut.csv", kills: 15},
	{name: "export json", args: []string{"export", "a.itp", "ut.json"}, acks: "är skriven", out: "ut.json", kills: 15},
	{name: "report", args: []string{"report", "a.itp", "systemforteckning", "ut.pdf"}, acks: "finns i", out: "ut.pdf", kills: 15},
	{name: "list", args: []string{"list", "a.itp", "systems"}, reading: true, kills: 10},
	{name: "check", args: []string{"check", "a.itp"}, reading: true, kills: 10},
}

// readings are the commands that only answer, beside those above.
var readings = []operation{
	{name: "show", args: []string{"show", "a.itp", "SYS-0001"}, reading: true},
	{name: "log", args: []string{"log", "a.itp"}, reading: true},
	{name: "fields", args: []string{"fields"}, reading: true},
	{name: "due", args: []string{"due", "a.itp"}, reading: true},
	{name: "quality", args: []string{"quality", "a.itp"}, reading: true},
	{name: "reports", args: []string{"reports"}, reading: true},
	{name: "agreements", args: []string{"list", "a.itp", "agreements"}, reading: true},
}

func named(name string) operation {
	for _, op := range operations {
		if op.name == name {
			return op
		}
	}
	panic("torture: no operation " + name)
}

// prepare makes what every operation begins with, and does each once in peace.
func (r *rig) prepare() error {
	dir := filepath.Join(r.dir, "mall")
	if err := os.Mkdir(dir, 0o700); err != nil {
		return err
	}
	var book strings.Builder
	book.WriteString("Systemnamn;Inlåsning;Beskrivning;Driftbudget 2027\n")
	for i := range 150 {
		fmt.Fprintf(&book, "Importerat system %d;Inlåsning %d;%s;%d\n", i, i%7, strings.Repeat("Ett system som importerades. ", 4), 1000*i)
	}
	if err := os.WriteFile(filepath.Join(dir, "bok.csv"), []byte(book.String()), 0o600); err != nil {
		return err
	}
	for _, args := range [][]string{
		{"demo", "a.itp"}, {"set", "a.itp", "SYS-0002", "lock_in=Ett"}, {"set", "a.itp", "SYS-0003", "lock_in=Två"}, {"undo", "a.itp"},
	} {
		if a := r.run(dir, args...); a.code != 0 {
			return fmt.Errorf("itpctl %s: %d %s%s", args[0], a.code, a.out, a.errs)
		}
	}
	kept, err := filepath.Glob(filepath.Join(r.dir, "itp_copies", "*", "*.gz"))
	if err != nil || len(kept) == 0 {
		return fmt.Errorf("the program has kept no copy: %v", err)
	}
	copyFile(kept[0], filepath.Join(dir, "kopia.gz"))
	var l Line
	f, _ := r.look(&l, filepath.Join(dir, "a.itp"), theRest...)
	r.start, r.made = f.state, map[string][]byte{}
	for _, op := range operations {
		if op.out == "" {
			continue
		}
		in := r.furnished()
		if a := r.run(in, op.args...); a.code != 0 {
			return fmt.Errorf("itpctl %s: %d %s%s", op.name, a.code, a.out, a.errs)
		}
		b, err := r.content(&l, op, in, append(theRest, "a.itp")...)
		if err != nil {
			return err
		}
		r.made[op.name] = b
	}
	if l.Lost > 0 {
		return errors.New("the beginning isn't whole")
	}
	return nil
}

// content is what the file that an operation makes holds, in a form that two
// that are alike have in common.
func (r *rig) content(l *Line, op operation, dir string, besides ...string) ([]byte, error) {
	path := filepath.Join(dir, op.out)
	if filepath.Ext(op.out) != ".itp" {
		return os.ReadFile(path)
	}
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	f, ok := r.look(l, path, besides...)
	if !ok {
		return nil, errors.New("not whole")
	}
	return []byte(f.String()), nil
}

// furnished is a room with what operations begin from.
func (r *rig) furnished() string {
	dir := r.room()
	r.furnish(dir)
	return dir
}

func (r *rig) furnish(dir string) {
	for _, name := range append(theRest, "a.itp") {
		copyFile(filepath.Join(r.dir, "mall", name), filepath.Join(dir, name))
	}
}

// theRest is what lies in a room beside the portfolio that operations are done
// to: a table to read in, and a copy as the program keeps them.
var theRest = []string{"bok.csv", "kopia.gz"}

// answer is what a program gave.
type answer struct {
	code      int // -1: it was killed
	out, errs string
}

func (a answer) String() string { return fmt.Sprintf("%d %s", a.code, oneLine(a.out+" "+a.errs)) }

// command is itpctl in a folder, on the day of the trials.
func (r *rig) command(dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(r.ctx, r.o.Program, append(args, "--date", day)...)
	cmd.Dir, cmd.Env = dir, r.environment()
	return cmd
}

func (r *rig) environment(more ...string) []string {
	return append(append(os.Environ(), "ITP_WHO="+who), more...)
}

func (r *rig) run(dir string, args ...string) answer { return finish(r.command(dir, args...)) }

func finish(cmd *exec.Cmd) answer {
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) && !errors.Is(err, context.Canceled) {
		must(err)
	}
	return answer{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
}

// judge holds an operation's answer against what lies on the disk: what it has
// acknowledged is there, what it says hasn't happened hasn't, and whatever is
// there is whole. It says whether the change is there.
func (r *rig) judge(l *Line, op operation, dir string, a answer, besides ...string) (done bool) {
	acked := op.acks != "" && strings.Contains(a.out, op.acks) || a.code == 3 || a.code == 0 && !op.reading
	if acked {
		l.Acked++
	}
	expected := append(append([]string{"a.itp"}, theRest...), besides...)
	if op.out != "" {
		done = r.whole(l, op, dir, expected)
		expected = append(expected, op.out)
	}
	f, ok := r.look(l, filepath.Join(dir, "a.itp"), expected...)
	if !ok {
		return false
	}
	switch {
	case op.writes && f.number == r.start.number+1:
		done = true
		r.unmade(l, filepath.Join(dir, "a.itp"), f.state, r.start)
	case f.state != r.start:
		r.lost(l, dir, "varken före eller efter: %v, före var %v (%v)", f.state, r.start, a)
	}
	switch {
	case acked && !done && !op.reading:
		r.lost(l, dir, "bekräftat men inte gjort: %v", a)
	case done && (a.code == 1 || a.code == 2):
		r.lost(l, dir, "gjort, men svaret är att inget har ändrats: %v", a)
	}
	return done
}

// whole holds that the file an operation makes is whole, or isn't there.
func (r *rig) whole(l *Line, op operation, dir string, besides []string) bool {
	b, err := r.content(l, op, dir, besides...)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return false
	case err == nil && !bytes.Equal(b, r.made[op.name]):
		err = errors.New("olik den som skrivs i lugn och ro")
	}
	if err != nil {
		r.lost(l, dir, "%s: %v", op.out, err)
	}
	return true
}

// usable holds that the portfolio can be written after all that was done to it.
func (r *rig) usable(l *Line, path string) {
	p, err := r.s.Open(r.ctx, path, app.ToWrite)
	if err != nil {
		r.lost(l, filepath.Dir(path), "går inte att skriva i efteråt: %s", told(err))
		return
	}
	defer p.Close()
	s := &session{ctx: r.ctx, rng: r.rng, p: p}
	for {
		e, err := s.step()
		if err != nil {
			r.lost(l, filepath.Dir(path), "går inte att ändra efteråt: %s", told(err))
		}
		if err != nil || e.Number != 0 {
			return
		}
	}
}

// killed says whether a finished program died of a signal.
func killed(cmd *exec.Cmd) bool {
	status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
	return ok && status.Signaled()
}
