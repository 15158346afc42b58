//go:build linux

package torture

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
)

// A removal takes the file from under a session that has it open.
type removal struct {
	name string
	do   func(r *rig, path string)
	left string // where what was the open file lies afterwards, "" nowhere
	gone bool   // what it held is nowhere any more
}

var removals = []removal{
	{"borttagen", func(_ *rig, path string) { must(os.Remove(path)) }, "", false},
	{"flyttad", func(_ *rig, path string) { must(os.Rename(path, path+".flyttad")) }, "a.itp.flyttad", false},
	{"flyttad till en annan mapp", func(r *rig, path string) { must(os.Rename(path, filepath.Join(r.room(), "a.itp"))) }, "", false},
	{"bytt mot en äldre kopia", func(r *rig, path string) {
		copyFile(filepath.Join(r.dir, "mall", "a.itp"), path+".ny")
		must(os.Rename(path+".ny", path))
	}, "", false},
	{"bytt mot något annat", func(_ *rig, path string) {
		must(os.WriteFile(path+".ny", []byte("inte en portfölj"), 0o600))
		must(os.Rename(path+".ny", path))
	}, "", false},
	{"bytt mot en mapp", func(_ *rig, path string) { must(os.Remove(path)); must(os.Mkdir(path, 0o700)) }, "", false},
	{"bytt mot en länk", func(r *rig, path string) {
		other := filepath.Join(r.room(), "b.itp")
		copyFile(path, other)
		must(os.Remove(path))
		must(os.Symlink(other, path))
	}, "", false},
	{"överskriven av en äldre kopia", func(r *rig, path string) { copyFile(filepath.Join(r.dir, "mall", "a.itp"), path) }, "", true},
	{"överskriven av en annan portfölj", func(r *rig, path string) {
		other := r.room()
		if a := r.run(other, "demo", "a.itp", "--seed", "2"); a.code != 0 {
			panic("torture: " + a.String())
		}
		copyFile(filepath.Join(other, "a.itp"), path)
	}, "", true},
}

// removedTimes is how many times each is done.
const removedTimes = 4

// moved takes the file from under a session: the change is refused with the
// right words, nothing is written elsewhere, and all can still be copied.
func (r *rig) moved() []*Line {
	l := &Line{What: "Filen tas bort, flyttas eller byts ut"}
	for range r.times(removedTimes) {
		for _, m := range removals {
			r.remove(l, m)
		}
	}
	l.Note = fmt.Sprintf("%d sätt", len(removals))
	return []*Line{l}
}

func (r *rig) remove(l *Line, m removal) {
	dir, lost := r.furnished(), l.Lost
	path := filepath.Join(dir, "a.itp")
	p, err := r.s.Open(r.ctx, path, app.ToEdit)
	must(err)
	s := &session{ctx: r.ctx, rng: r.rng, p: p, n: r.start.number}
	for range 2 {
		e, err := s.step()
		must(err)
		s.n = max(s.n, e.Number)
	}
	acked := stateOf(p, s.n)
	l.Acked += int(s.n - r.start.number)
	m.do(r, path)
	l.Times++
	there, _ := os.ReadFile(path)
	for {
		e, err := s.step()
		if err == nil && e.Number == 0 {
			continue
		}
		if fault.CodeOf(err) != fault.Moved {
			r.lost(l, dir, "%s: ändringen gav %v", m.name, err)
		}
		break
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, there) {
		r.lost(l, dir, "%s: det som ligger där nu ändrades", m.name)
	}
	if now := stateOf(p, s.n); now != acked {
		r.lost(l, dir, "%s: minnet har %v, bekräftat var %v", m.name, now, acked)
	}
	in := r.room()
	switch err := p.Backup(r.ctx, filepath.Join(in, "räddad.itp")); {
	case m.gone && fault.CodeOf(err) == fault.Moved:
	case err != nil || m.gone:
		r.lost(l, dir, "%s: ingen kopia: %s", m.name, told(err))
	default:
		if f, ok := r.look(l, filepath.Join(in, "räddad.itp")); ok && f.state != acked {
			r.lost(l, in, "%s: kopian har %v, bekräftat var %v", m.name, f.state, acked)
		}
	}
	_ = p.Close() // may say that it couldn't close as it should
	if m.left != "" {
		must(os.Rename(filepath.Join(dir, m.left), path))
		if f, ok := r.look(l, path, theRest...); ok && f.state != acked {
			r.lost(l, dir, "%s: den flyttade har %v, bekräftat var %v", m.name, f.state, acked)
		}
	} else {
		r.tidy(l, dir, append(theRest, "a.itp")...)
	}
	r.clear(in, l, lost)
	r.clear(dir, l, lost)
}
