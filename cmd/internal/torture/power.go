//go:build linux

package torture

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// How many power cuts are made in all, after how many changes of a session they
// come, and how many come while what one cut left is taken back.
const (
	cutsOfSession   = 320
	cutsOfOperation = 25
	cutsOfRecovery  = 60
	stepsRecorded   = 50
)

// asideJournal is what becomes of a journal whose first sector never reached the
// disk, where something else lay: that can't be told from a foreign one.
const asideJournal = "a.undanlagd-*.itp-journal"

// powerCuts writes down what programs do to the disk, and builds what it may
// hold had the power gone at any moment.
func (r *rig) powerCuts() []*Line {
	if why := straceMissing(); why != "" {
		return []*Line{{What: "Strömavbrott", Skipped: why}}
	}
	lines := []*Line{r.cutSession()}
	all := &Line{What: "Strömavbrott: itpctl, varje åtgärd", Writing: true}
	again := &Line{What: "Strömavbrott medan ett tas tillbaka", Writing: true}
	for _, op := range operations {
		if !op.reading {
			r.cutOperation(all, op)
		}
	}
	for range r.times(cutsOfRecovery) {
		r.cutTwice(again)
	}
	return append(lines, all, again)
}

// moments picks calls before which to cut, in order: most when something is on
// its way to the disk.
func (r *rig) moments(d *disk, calls []call, n int) []int {
	var under, out []int
	for i, c := range calls {
		if d.do(c); d.underWay() {
			under = append(under, i+1)
		}
	}
	for range n {
		if len(under) == 0 || r.rng.IntN(6) == 0 {
			out = append(out, r.rng.IntN(len(calls)+1))
		} else {
			out = append(out, under[r.rng.IntN(len(under))])
		}
	}
	slices.Sort(out)
	return out
}

// acknowledged are the states that a program has told of.
func acknowledged(c call, known []state) []state {
	if (c.name == "write") && c.number(0) == 1 {
		var word string
		var at state
		if n, _ := fmt.Sscan(string(c.text(1)), &word, &at.number, &at.sum); n == 3 {
			return append(known, at)
		}
	}
	return known
}

// recordSession writes down what a session does.
func (r *rig) recordSession(dir string) recording {
	cmd := exec.CommandContext(r.ctx, r.o.Self)
	cmd.Env = r.environment(sessionFile+"="+filepath.Join(dir, "a.itp"), fmt.Sprintf("%s=%d", sessionSeed, r.rng.Uint64()), sessionStep+"=1")
	cmd.Stdin = strings.NewReader(strings.Repeat("\n", stepsRecorded))
	return r.record(cmd)
}

func (r *rig) cutSession() *Line {
	l := &Line{What: "Strömavbrott: ett fönster som sparar", Writing: true}
	dir := r.furnished()
	d, again := newDisk(dir), newDisk(dir)
	rec := r.recordSession(dir)
	if rec.a.code != 0 {
		r.lost(l, dir, "sessionen misslyckades: %v", rec.a)
		return l
	}
	var states []state
	for _, c := range rec.calls {
		states = acknowledged(c, states)
	}
	moments := r.moments(again, rec.calls, r.times(cutsOfSession))
	var acked []state
	for i, c := range rec.calls {
		for ; len(moments) > 0 && moments[0] <= i; moments = moments[1:] {
			r.cutOnce(l, d, acked, states)
		}
		d.do(c)
		acked = acknowledged(c, acked)
	}
	return l
}

// cutOnce cuts the power of a session that has acknowledged some of its states.
func (r *rig) cutOnce(l *Line, d *disk, acked, all []state) {
	in, lost := r.room(), l.Lost
	l.Times++
	l.Inside += count(d.underWay())
	d.cut(r.rng, in)
	l.Acked += max(0, len(acked)-1)
	least := r.start.number
	if len(acked) > 0 {
		least = acked[len(acked)-1].number
	}
	own := rolled(in)
	f, ok := r.look(l, filepath.Join(in, "a.itp"), append(theRest, asideJournal)...)
	switch {
	case !ok:
	case f.number < least || f.number > least+1:
		r.lost(l, in, "bekräftat var %d, kvar är %d", least, f.number)
	case f.state != r.start && !slices.Contains(all, f.state):
		r.lost(l, in, "%v har aldrig funnits", f.state)
	case own && f.setAside > 0:
		r.lost(l, in, "filens egen journal lades undan")
	}
	r.clear(in, l, lost)
}

func (r *rig) cutOperation(l *Line, op operation) {
	dir := r.furnished()
	d, again := newDisk(dir), newDisk(dir)
	rec := r.record(r.command(dir, op.args...))
	if rec.a.code != 0 {
		r.lost(l, dir, "%s: %v", op.name, rec.a)
		return
	}
	moments := r.moments(again, rec.calls, r.times(cutsOfOperation))
	said := ""
	for i, c := range rec.calls {
		for ; len(moments) > 0 && moments[0] <= i; moments = moments[1:] {
			in, lost := r.room(), l.Lost
			l.Times++
			l.Inside += count(d.underWay())
			d.cut(r.rng, in)
			r.judge(l, op, in, answer{-1, said, op.name}, asideJournal)
			r.clear(in, l, lost)
		}
		d.do(c)
		if c.name == "write" && c.number(0) == 1 {
			said += string(c.text(1))
		}
	}
	_ = os.RemoveAll(dir)
}

// cutTwice cuts the power in the middle of a commit, and again while the next
// program takes back what that left.
func (r *rig) cutTwice(l *Line) {
	op := named([]string{"set", "import", "undo"}[r.rng.IntN(3)])
	dir := r.furnished()
	d, again := newDisk(dir), newDisk(dir)
	rec := r.record(r.command(dir, op.args...))
	first := r.room()
	stop := r.moments(again, rec.calls, 1)[0]
	for _, c := range rec.calls[:stop] {
		d.do(c)
	}
	d.cut(r.rng, first)
	lost := l.Lost
	d, again = newDisk(first), newDisk(first)
	reader := []operation{named("list"), named("check"), named("set")}[r.rng.IntN(3)]
	rec = r.record(r.command(first, reader.args...))
	stop = r.moments(again, rec.calls, 1)[0]
	for _, c := range rec.calls[:stop] {
		d.do(c)
	}
	in := r.room()
	l.Times++
	l.Inside += count(d.underWay())
	d.cut(r.rng, in)
	f, ok := r.look(l, filepath.Join(in, "a.itp"), append(theRest, asideJournal)...)
	if ok && f.state != r.start {
		if f.number > r.start.number+2 {
			r.lost(l, in, "%v kom ur %v", f.state, r.start)
		} else if f.number == r.start.number+1 {
			r.unmade(l, filepath.Join(in, "a.itp"), f.state, r.start)
		}
	}
	r.clear(in, l, lost)
	r.clear(first, l, lost)
	r.clear(dir, l, lost)
}
