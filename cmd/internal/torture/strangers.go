//go:build linux

package torture

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // another program's hand on the file
)

// stranger is what lies beside a portfolio without being of it.
type stranger struct {
	name   string
	file   string // the portfolio
	beside map[string][]byte
	silent bool // nothing worth a word
}

// met are the operations that meet them.
var met = []string{"list", "check", "set", "undo", "backup"}

// strangers puts other portfolios' journals, and those of other times, beside a
// portfolio: none may ever get into it.
func (r *rig) strangers() []*Line {
	l := &Line{What: "Främmande och gamla journaler"}
	all := r.gather()
	for range r.times(2) {
		for _, s := range all {
			for _, name := range met {
				if r.picked(0.2) {
					r.meet(l, named(name), s)
				}
			}
		}
	}
	l.Note = fmt.Sprintf("%d slag × %d åtgärder", len(all), len(met))
	return []*Line{l}
}

// gather makes them.
func (r *rig) gather() []stranger {
	mall := filepath.Join(r.dir, "mall", "a.itp")
	other := r.room()
	if a := r.run(other, "demo", "a.itp", "--seed", "2"); a.code != 0 {
		panic("torture: " + a.String())
	}
	foreign := r.hot(other)
	before := r.furnished()
	early := r.hot(before) // and then the portfolio goes on
	after := r.furnished()
	for _, word := range []string{"Ett", "Två"} {
		for _, dir := range []string{before, after} {
			if a := r.run(dir, "set", "a.itp", "SYS-0004", "lock_in="+word); a.code != 0 {
				panic("torture: " + a.String())
			}
		}
	}
	late := r.hot(after) // and then an earlier copy is put back
	overlord := filepath.Join(r.dir, "överordnad")
	must(os.WriteFile(overlord, []byte("viktigt"), 0o600))
	log, memory := r.log(mall)
	junk := bytes.Repeat([]byte("anteckning "), 999)
	journal := func(b []byte) map[string][]byte { return map[string][]byte{"-journal": b} }
	return []stranger{
		{"en annan portföljs journal", mall, journal(foreign), false},
		{"en journal från en tidigare tid", filepath.Join(before, "a.itp"), journal(early), false},
		{"en journal från en senare tid", mall, journal(late), false},
		{"en journal som nämner en överordnad", mall, journal(governed(foreign, overlord)), false},
		{"skräp som journal", mall, journal(junk), false},
		{"en halv journal", mall, journal(foreign[:600]), false},
		{"en tom journal", mall, journal(nil), true},
		{"en nollställd journal", mall, journal(make([]byte, 8<<10)), true},
		{"en -wal av samma portfölj", mall, map[string][]byte{"-wal": log, "-shm": memory}, false},
		{"skräp som -wal", mall, map[string][]byte{"-wal": junk}, false},
		{"en ensam -shm", mall, map[string][]byte{"-shm": memory}, true},
	}
}

// hot kills a session in the middle of a commit, and gives the journal that it
// leaves beside the portfolio in a folder.
func (r *rig) hot(dir string) []byte {
	aims := r.aimsAt(named("set"))
	for range 50 {
		s := r.begin(dir, false)
		if s.wait(2) {
			aims[1].catch(r, dir)
		}
		s.kill()
		if rolled(dir) {
			b, err := os.ReadFile(filepath.Join(dir, "a.itp-journal"))
			must(err)
			return b
		}
	}
	panic("torture: no session left its journal")
}

// governed is a journal that ends with the name of one which governs it, as
// SQLite's file format has it.
func governed(journal []byte, by string) []byte {
	sum := uint32(0)
	for _, b := range []byte(by) {
		sum += uint32(b)
	}
	out := append(bytes.Clone(journal), 0, 0, 0, 0)
	out = append(out, by...)
	out = binary.BigEndian.AppendUint32(out, uint32(len(by)))
	out = binary.BigEndian.AppendUint32(out, sum)
	return append(out, journal[:8]...)
}

// log is the write-ahead log, with its index, of another program that has
// changed a copy of the portfolio and not yet put it in.
func (r *rig) log(portfolio string) (log, memory []byte) {
	path := filepath.Join(r.room(), "kopia.itp")
	copyFile(portfolio, path)
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=journal_mode(WAL)")
	must(err)
	defer db.Close()
	_, err = db.Exec("UPDATE system SET lock_in = 'Fel'")
	must(err)
	log, err = os.ReadFile(path + "-wal")
	must(err)
	memory, err = os.ReadFile(path + "-shm")
	must(err)
	return log, memory
}

// meet does an operation to a portfolio with a stranger beside it.
func (r *rig) meet(l *Line, op operation, s stranger) {
	dir, lost := r.furnished(), l.Lost
	path := filepath.Join(dir, "a.itp")
	copyFile(s.file, path)
	start := r.start
	if s.file != filepath.Join(r.dir, "mall", "a.itp") {
		f, _ := r.look(l, path, theRest...)
		r.start = f.state
	}
	defer func() { r.start = start }()
	want, err := os.ReadFile(path)
	must(err)
	for ending, b := range s.beside {
		must(os.WriteFile(path+ending, b, 0o600))
	}
	a := r.run(dir, op.args...)
	l.Times++
	where := fmt.Sprintf("%s, %s: %v", s.name, op.name, a)
	if a.code != 0 {
		r.lost(l, where, "svaret är %d", a.code)
	}
	if !op.writes {
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
			r.lost(l, where, "filen ändrades")
		}
	}
	if told := strings.Contains(a.errs, "undanlagd"); told == s.silent {
		r.lost(l, where, "fel sagt om det som låg bredvid")
	}
	for ending, b := range s.beside {
		if !s.silent && !r.kept(dir, ending, b) {
			r.lost(l, where, "%s finns inte kvar", ending)
		}
		_ = os.Remove(path + ending)
	}
	if b, err := os.ReadFile(filepath.Join(r.dir, "överordnad")); string(b) != "viktigt" {
		r.lost(l, where, "en annan fil togs bort: %v", err)
	}
	if op.out == "" { // a copy of another time isn't the one made in peace
		r.judge(l, op, dir, a, "a.undanlagd-*")
	}
	r.clear(dir, l, lost)
}

// kept says whether what was set aside is kept as it was.
func (r *rig) kept(dir, ending string, want []byte) bool {
	names, _ := filepath.Glob(filepath.Join(dir, "a.undanlagd-*.itp"+ending))
	for _, name := range names {
		if b, err := os.ReadFile(name); err == nil && bytes.Equal(b, want) {
			return true
		}
	}
	return false
}
