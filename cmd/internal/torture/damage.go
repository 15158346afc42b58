//go:build linux

package torture

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"itportfoljen/app"
)

// How many portfolios are damaged.
const damagedFiles = 300

// damage spoils portfolios as disks and programs do: none may be taken for whole that
// isn't, and what repair makes of one is whole and lacks only what is said.
func (r *rig) damage() []*Line {
	l := &Line{What: "Skadade filer, lagade"}
	whole, err := os.ReadFile(filepath.Join(r.dir, "mall", "a.itp"))
	must(err)
	complete, nothing := 0, 0
	for range r.times(damagedFiles) {
		dir, lost := r.furnished(), l.Lost
		b := r.spoil(bytes.Clone(whole))
		must(os.WriteFile(filepath.Join(dir, "a.itp"), b, 0o600))
		l.Times++
		a := r.run(dir, "check", "a.itp")
		if p, ok := r.state(dir, "a.itp"); a.code == 0 && (!ok || p != r.start) {
			r.lost(l, dir, "check säger att filen är hel: %v", a)
		}
		switch r.mended(l, dir, b) {
		case 0:
			complete++
		case 1:
			nothing++
		}
		r.clear(dir, l, lost)
	}
	l.Note = fmt.Sprintf("%d hela, %d med förluster, %d med inget kvar", complete, l.Times-complete-nothing, nothing)
	return []*Line{l}
}

// spoil damages one to three places.
func (r *rig) spoil(b []byte) []byte {
	const page = 4096
	for range 1 + r.rng.IntN(3) {
		at := r.rng.IntN(len(b)/page) * page
		switch r.rng.IntN(8) {
		case 0, 1:
			b[r.rng.IntN(len(b))] ^= 1 << r.rng.IntN(8)
		case 2, 3, 4:
			clear(b[at : at+page])
		case 5, 6:
			other := r.rng.IntN(len(b)/page) * page
			kept := bytes.Clone(b[at : at+page])
			copy(b[at:at+page], b[other:])
			copy(b[other:], kept)
		default:
			b = b[:max(page, r.rng.IntN(len(b)))]
		}
	}
	return b
}

// state is what a portfolio holds, if it can be opened.
func (r *rig) state(dir, name string) (state, bool) {
	p, err := r.s.Open(r.ctx, filepath.Join(dir, name), app.ToRead)
	if err != nil {
		return state{}, false
	}
	defer p.Close()
	f, err := contents(r, p)
	return f.state, err == nil
}

// mended repairs a damaged portfolio and holds the answer against what came of it. It
// gives the exit code.
func (r *rig) mended(l *Line, dir string, damaged []byte) int {
	a := r.run(dir, "repair", "a.itp", "b.itp", "--json")
	if now, err := os.ReadFile(filepath.Join(dir, "a.itp")); err != nil || !bytes.Equal(now, damaged) {
		r.lost(l, dir, "den skadade filen ändrades")
	}
	var said struct {
		Complete bool
		Lost     []any
		Kinds    map[string]struct{ Whole, Journal, Copy int }
	}
	if a.code == 1 {
		if _, err := os.Stat(filepath.Join(dir, "b.itp")); err == nil || len(damaged) > 200_000 {
			r.lost(l, dir, "gick inte att laga: %v", a)
		}
		r.tidy(l, dir, append(theRest, "a.itp")...)
		return 1
	}
	if err := json.Unmarshal([]byte(a.out), &said); err != nil || a.code != 0 && a.code != 4 || said.Complete != (a.code == 0) {
		r.lost(l, dir, "svaret är %v", a)
		return a.code
	}
	f, ok := r.look(l, filepath.Join(dir, "b.itp"), append(theRest, "a.itp")...)
	if ok && said.Complete && f.state.sum != r.start.sum {
		r.lost(l, dir, "säger att inget saknas, men filen har %v och inte %v", f.state, r.start)
	}
	return a.code
}
