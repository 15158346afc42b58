//go:build linux

package torture

import (
	"os"
	"strings"
	"time"
)

// aim is when to strike at a program: at any moment for as long as the writing
// lasts after a first sign of it.
type aim struct {
	sign        func(name string) bool // nil: from when it is started
	long, least time.Duration
	most        time.Duration
}

// aimsAt gives what to go by for an operation: its journal; the portfolio
// itself, which is written when the journal is durable; or what it builds aside.
func (r *rig) aimsAt(op operation) []*aim {
	is := func(want string) func(string) bool { return func(name string) bool { return name == want } }
	switch {
	case op.reading:
		return []*aim{r.measured(op, nil, nil)}
	case op.writes:
		journal := is("a.itp-journal")
		return []*aim{r.measured(op, journal, journal), r.measured(op, is("a.itp"), journal)}
	}
	aside := func(name string) bool { return strings.HasPrefix(name, ".itp-") }
	return []*aim{r.measured(op, aside, aside)}
}

// measured does an operation in peace, and measures for how long it writes from
// the first sign to the last.
func (r *rig) measured(op operation, first, last func(string) bool) *aim {
	a := &aim{sign: first}
	for i := range r.times(3) {
		dir := r.furnished()
		w := newWatch(dir)
		cmd := r.command(dir, op.args...)
		began := time.Now()
		ended := began
		must(cmd.Start())
		exited := make(chan struct{})
		go func() { _ = cmd.Wait(); w.stop(); close(exited) }()
		if first == nil {
			<-exited
			ended = time.Now()
		} else if w.await(first, began.Add(time.Minute)) {
			began = time.Now()
			for w.await(last, began.Add(time.Minute)) {
				ended = time.Now()
			}
			<-exited
		}
		w.close()
		_ = os.RemoveAll(dir)
		if d := ended.Sub(began); i == 0 || d < a.long {
			a.long = d
		}
	}
	a.most = max(a.long, 200*time.Microsecond)
	a.long, a.least = a.most/3, a.most/20
	return a
}

// wait waits for the moment to strike.
func (a *aim) wait(r *rig, w *watch) {
	if a.sign != nil && !w.await(a.sign, time.Now().Add(time.Minute)) {
		return
	}
	hold(time.Duration(r.rng.Float64() * float64(a.long)))
}

// catch waits for a moment when a session, which writes over and over, is in the
// middle of it.
func (a *aim) catch(r *rig, dir string) {
	for range 30 {
		w := newWatch(dir) // what is written from now on
		a.wait(r, w)
		w.close()
		inside := named("set").writing(dir)
		a.learn(inside)
		if inside {
			return
		}
	}
}

// learn aims earlier after a blow that came too late, and a little later after
// one that didn't: the machine has other things to do too.
func (a *aim) learn(inside bool) {
	if inside {
		a.long = min(a.long*21/20, a.most)
	} else {
		a.long = max(a.long*3/5, a.least)
	}
}

// hold waits more exactly than a sleep does.
func hold(d time.Duration) {
	until := time.Now().Add(d)
	time.Sleep(d - time.Millisecond)
	for time.Now().Before(until) {
	}
}
