//go:build linux

package torture

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"syscall"
)

// How many plain copies are taken of an open portfolio, and how many more of one
// that stands still in the middle of a change, with its journal.
const (
	plainCopies   = 60
	halfwayCopies = 60
)

// copies copies an open portfolio as backup programs and people do.
func (r *rig) copies() []*Line {
	plain := &Line{What: "Kopior av den öppna filen"}
	dir := r.furnished()
	s := r.begin(dir, true)
	if !s.wait(1) {
		r.survived(plain, dir, s)
		return []*Line{plain}
	}
	for range r.times(plainCopies) {
		more := 1 + r.rng.IntN(3)
		_, err := io.WriteString(s.in, "\n\n\n"[:more])
		must(err)
		s.wait(more)
		in, lost := r.room(), plain.Lost
		copyFile(filepath.Join(dir, "a.itp"), filepath.Join(in, "a.itp"))
		plain.Times++
		acked := s.states[len(s.states)-1]
		plain.Acked += int(acked.number - r.start.number)
		if f, ok := r.look(plain, filepath.Join(in, "a.itp")); ok && f.state != acked {
			r.lost(plain, in, "kopian har %v, bekräftat var %v", f.state, acked)
		}
		r.tidy(plain, dir, append(theRest, "a.itp", "a.itp.lock", "a.itp-journal")...)
		if info, err := os.Stat(filepath.Join(dir, "a.itp-journal")); err == nil && info.Size() != 0 {
			r.lost(plain, dir, "journalen har %d byte mellan två ändringar", info.Size())
		}
		r.clear(in, plain, lost)
	}
	must(s.in.Close())
	s.end()
	r.survived(plain, dir, s)
	return []*Line{plain, r.halfway()}
}

// end reads what is left of a session that has been told to end.
func (s *running) end() {
	for line := range s.lines {
		s.take(line)
	}
	_ = s.cmd.Wait()
}

// halfway copies the file and its journal while the program that writes stands
// still: it is as if the computer had stopped just then.
func (r *rig) halfway() *Line {
	l := &Line{What: "Kopior mitt i en ändring, med journalen", Writing: true}
	dir := r.furnished()
	s := r.begin(dir, false)
	if !s.wait(1) {
		r.survived(l, dir, s)
		return l
	}
	aims := r.aimsAt(named("set"))
	var all []string
	for range r.times(halfwayCopies) {
		aims[r.rng.IntN(len(aims))].catch(r, dir)
		must(s.cmd.Process.Signal(syscall.SIGSTOP))
		awaitThreads(s.cmd.Process.Pid, func(state, _ string) bool { return state == "T" })
		in := r.room()
		for _, ending := range []string{"", "-journal"} {
			if _, err := os.Stat(filepath.Join(dir, "a.itp"+ending)); err == nil {
				copyFile(filepath.Join(dir, "a.itp"+ending), filepath.Join(in, "a.itp"+ending))
			}
		}
		must(s.cmd.Process.Signal(syscall.SIGCONT))
		l.Times++
		l.Inside += count(named("set").writing(in))
		all = append(all, in)
	}
	s.kill()
	r.survived(l, dir, s)
	for _, in := range all {
		lost := l.Lost
		f, ok := r.look(l, filepath.Join(in, "a.itp"))
		switch {
		case !ok:
		case f.setAside > 0:
			r.lost(l, in, "filens egen journal lades undan")
		case !slices.Contains(s.states, f.state) && f.number != s.states[len(s.states)-1].number+1:
			r.lost(l, in, "%v har aldrig funnits", f.state)
		}
		r.clear(in, l, lost)
	}
	l.Acked = len(s.states) - 1
	return l
}
