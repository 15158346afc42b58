//go:build linux

package torture

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// kills kills programs at work, most of them in the middle of writing.
func (r *rig) kills() []*Line {
	lines := []*Line{r.killSessions()}
	for _, op := range operations {
		lines = append(lines, r.killOperation(op))
	}
	all := &Line{What: "Dödad medan något skrivs, allt", Writing: true, Note: "mål: minst 500 gånger, 80 % mitt i"}
	for _, l := range lines {
		if l.Writing {
			all.Times += l.Times
			all.Inside += l.Inside
		}
	}
	return append(lines, all)
}

// writing says whether what a program died from, or is at, is half done.
func (o operation) writing(dir string) bool {
	pattern := ".itp-*.tmp"
	if o.writes {
		pattern = "a.itp-journal"
	}
	names, _ := filepath.Glob(filepath.Join(dir, pattern))
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && (!o.writes || info.Size() > 0) {
			return true
		}
	}
	return false
}

func (r *rig) killOperation(op operation) *Line {
	l := &Line{What: "Dödad: itpctl " + op.name, Writing: !op.reading}
	aims := r.aimsAt(op)
	want := r.times(op.kills)
	hot := 0
	for tries := 0; l.Times < want && tries < 4*want; tries++ {
		dir, lost := r.furnished(), l.Lost
		cmd := r.command(dir, op.args...)
		var out, errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &errs
		w := newWatch(dir)
		must(cmd.Start())
		ended := make(chan struct{})
		go func() { _ = cmd.Wait(); w.stop(); close(ended) }()
		aim := aims[r.rng.IntN(len(aims))]
		aim.wait(r, w)
		_ = cmd.Process.Kill()
		<-ended
		w.close()
		a := answer{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
		if killed(cmd) {
			l.Times++
			inside := op.writing(dir)
			l.Inside += count(inside)
			aim.learn(inside)
			hot += count(rolled(dir))
		}
		r.judge(l, op, dir, a)
		if op.writes {
			r.usable(l, filepath.Join(dir, "a.itp"))
			r.tidy(l, dir, append(theRest, "a.itp")...)
		}
		r.clear(dir, l, lost)
	}
	if op.writes {
		l.Note = fmt.Sprintf("%d skulle tas tillbaka", hot)
	}
	return l
}

// rolled says whether a journal beside a.itp is one that SQLite rolls back.
func rolled(dir string) bool {
	b, err := os.ReadFile(filepath.Join(dir, "a.itp-journal"))
	return err == nil && bytes.HasPrefix(b, []byte{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7})
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// sessionsKilled is how many sessions are killed, and with how many a file is
// used before it begins anew.
const (
	sessionsKilled = 150
	killsPerFile   = 15
)

// killSessions kills what has a portfolio open as a window has, while it writes
// change upon change.
func (r *rig) killSessions() *Line {
	l := &Line{What: "Dödad: ett fönster som sparar", Writing: true}
	aims := r.aimsAt(named("set"))
	dir, hot := "", 0
	for i := range r.times(sessionsKilled) {
		if i%killsPerFile == 0 {
			dir = r.furnished()
		}
		lost := l.Lost
		s := r.begin(dir, false)
		aim := aims[r.rng.IntN(len(aims))]
		if s.wait(2 + r.rng.IntN(10)) {
			aim.catch(r, dir)
		}
		s.kill()
		l.Times++
		l.Inside += count(named("set").writing(dir))
		hot += count(rolled(dir))
		l.Acked += len(s.states) - 1
		r.survived(l, dir, s)
		if l.Lost > lost {
			break
		}
	}
	l.Note = fmt.Sprintf("%d skulle tas tillbaka", hot)
	return l
}

// survived holds that a file has all that a session acknowledged, and at most
// the change that it was at.
func (r *rig) survived(l *Line, dir string, s *running) {
	if s.failed != "" {
		r.lost(l, dir, "sessionen misslyckades: %s", s.failed)
	}
	if len(s.states) == 0 {
		r.lost(l, dir, "sessionen öppnade aldrig")
		return
	}
	r.holds(l, dir, s.states[len(s.states)-1])
}

// holds holds that a.itp has what was acknowledged last, or one change more.
func (r *rig) holds(l *Line, dir string, acked state) {
	path := filepath.Join(dir, "a.itp")
	f, ok := r.look(l, path, theRest...)
	switch {
	case !ok || f.state == acked:
	case f.number == acked.number+1:
		r.unmade(l, path, f.state, acked)
	default:
		r.lost(l, dir, "bekräftat var %v, kvar är %v", acked, f.state)
	}
	if f.setAside > 0 {
		r.lost(l, dir, "filens egen journal lades undan")
	}
}

// running is a session that is under way.
type running struct {
	cmd    *exec.Cmd
	in     io.WriteCloser // to tell it to go on; nil: it doesn't wait
	lines  chan string
	states []state // the one it began with, and those it has acknowledged
	failed string
}

// wait waits for so many lines of a session, and is false when it ends before.
func (s *running) wait(n int) bool {
	for range n {
		line, more := <-s.lines
		if !more {
			return false
		}
		s.take(line)
	}
	return true
}

func (s *running) take(line string) {
	var word string
	var at state
	if n, _ := fmt.Sscan(line, &word, &at.number, &at.sum); n == 3 && (word == "öppen" || word == "sparad") {
		s.states = append(s.states, at)
		return
	}
	s.failed = line
}

// kill kills a session and reads what it said until then.
func (s *running) kill() {
	_ = s.cmd.Process.Kill()
	for line := range s.lines {
		s.take(line)
	}
	_ = s.cmd.Wait()
}
