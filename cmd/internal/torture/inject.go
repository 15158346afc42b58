//go:build linux

package torture

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// blow is a system call that fails.
type blow struct {
	call, error string
	reading     bool // of a call that changes nothing: done again, it may go well
	ours        bool // only when it is about the portfolio; the system asks for other things too
}

var blows = []blow{
	{"pread64", "EIO", true, true}, {"open", "EIO", true, true}, {"openat", "EIO", true, true}, {"openat", "ESTALE", true, true},
	{"fstat", "EIO", true, true}, {"fcntl", "EIO", true, true}, {"flock", "EIO", true, true}, {"flock", "ENOLCK", true, true},
	{"pwrite64", "EIO", false, false}, {"pwrite64", "ENOSPC", false, false}, {"fsync", "EIO", false, false},
	{"ftruncate", "EIO", false, true}, {"unlinkat", "EIO", false, true}, {"linkat", "EIO", false, false}, {"renameat", "EIO", false, false},
}

// stumbling are the operations that meet failing calls.
var stumbling = []string{"list", "check", "set", "import", "undo", "new", "backup", "restore", "export json"}

// blowsPerCall is how many of a call's turns are struck, of all of it, for
// errors that pass and as many for those that don't.
const blowsPerCall = 4

// diskErrors lets system calls fail, once or for good.
func (r *rig) diskErrors() []*Line {
	passing, lasting := &Line{What: "Diskfel som går över"}, &Line{What: "Diskfel som består"}
	lines := []*Line{passing, lasting}
	if why := straceMissing(); why != "" {
		passing.Skipped, lasting.Skipped = why, why
		return lines
	}
	refused := [2]int{}
	for _, name := range stumbling {
		op := named(name)
		long := r.measured(op, nil, nil).most
		for _, b := range blows {
			if !r.picked(0.1) {
				continue
			}
			turns := r.some(r.turns(op, b), blowsPerCall)
			for _, turn := range turns {
				refused[0] += count(r.stumble(passing, op, b, turn))
			}
			for range turns {
				refused[1] += count(r.breaks(lasting, op, b, long))
			}
		}
	}
	passing.Note, lasting.Note = fmt.Sprintf("%d nekades", refused[0]), fmt.Sprintf("%d nekades", refused[1])
	return lines
}

// some picks some of 1…n.
func (r *rig) some(n, most int) []int {
	var out []int
	for _, i := range r.rng.Perm(n)[:min(n, r.times(most))] {
		out = append(out, i+1)
	}
	return out
}

// about are the flags that keep strace to a call, and to the portfolio's files.
func (b blow) about(op operation, dir string) []string {
	flags := []string{"-e", "trace=" + b.call}
	if b.ours {
		for _, ending := range []string{"", "-journal", ".lock"} {
			flags = append(flags, "-P", filepath.Join(dir, "a.itp"+ending), "-P", filepath.Join(dir, op.out+ending))
		}
	}
	return flags
}

// turns counts how many times an operation makes a call, in the thread that
// does so the most.
func (r *rig) turns(op operation, b blow) int {
	dir := r.furnished()
	defer os.RemoveAll(dir)
	log := filepath.Join(dir, "strace")
	cmd := r.command(dir, op.args...)
	traced(cmd, append(b.about(op, dir), "-o", log)...)
	finish(cmd)
	said, err := os.ReadFile(log)
	must(err)
	by, most := map[string]int{}, 0
	for line := range strings.Lines(string(said)) {
		pid, call, _ := strings.Cut(line, " ")
		if strings.HasPrefix(strings.TrimSpace(call), b.call+"(") {
			by[pid]++
			most = max(most, by[pid])
		}
	}
	return most
}

// stumble does an operation of which one call fails, and says whether it was
// refused.
func (r *rig) stumble(l *Line, op operation, b blow, turn int) (refused bool) {
	dir := r.furnished()
	cmd := r.command(dir, op.args...)
	traced(cmd, append(b.about(op, dir), "-o", os.DevNull, "-e", fmt.Sprintf("inject=%s:error=%s:when=%d", b.call, b.error, turn))...)
	a := finish(cmd)
	where := fmt.Sprintf("%s, %s nummer %d ger %s: %v", op.name, b.call, turn, b.error, a)
	lost := l.Lost
	if a.code != 0 && b.reading {
		r.lost(l, where, "ett fel som går över lästes inte förbi")
	}
	return r.stumbled(l, lost, op, b, dir, where, a)
}

// breaks does an operation of which, from some moment on, every call of a sort
// fails.
func (r *rig) breaks(l *Line, op operation, b blow, long time.Duration) (refused bool) {
	dir := r.furnished()
	cmd := r.command(dir, op.args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	must(cmd.Start())
	pid := cmd.Process.Pid
	hold(time.Duration(r.rng.Float64() * float64(long)))
	must(cmd.Process.Signal(syscall.SIGSTOP))
	awaitThreads(pid, func(stat, _ string) bool { return stat == "T" || stat == "Z" })
	tracer := exec.CommandContext(r.ctx, "strace", append(append([]string{"-f", "-qq"}, b.about(op, dir)...),
		"-o", os.DevNull, "-e", fmt.Sprintf("inject=%s:error=%s", b.call, b.error), "-p", fmt.Sprint(pid))...)
	must(tracer.Start())
	awaitThreads(pid, func(stat, tracer string) bool { return tracer != "0" || stat == "Z" })
	must(cmd.Process.Signal(syscall.SIGCONT))
	_ = cmd.Wait()
	_ = tracer.Wait()
	a := answer{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
	return r.stumbled(l, l.Lost, op, b, dir, fmt.Sprintf("%s, %s ger till slut bara %s: %v", op.name, b.call, b.error, a), a)
}

// awaitThreads waits until all threads of a process are as wanted.
func awaitThreads(pid int, as func(state, tracer string) bool) {
	for range 5000 {
		names, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/status", pid))
		all := true
		for _, name := range names {
			said, _ := os.ReadFile(name) // one that has ended has nothing to wait for
			all = all && (len(said) == 0 || as(line(said, "State:"), line(said, "TracerPid:")))
		}
		if all {
			return
		}
		time.Sleep(200 * time.Microsecond)
	}
}

// line is the first word after a name in what /proc tells.
func line(said []byte, name string) string {
	for l := range strings.Lines(string(said)) {
		if rest, ok := strings.CutPrefix(l, name); ok {
			word, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
			return word
		}
	}
	return ""
}

// stumbled judges what came of it.
func (r *rig) stumbled(l *Line, lost int, op operation, b blow, dir, where string, a answer) (refused bool) {
	l.Times++
	switch {
	case a.code != 0 && a.code != 1 && a.code != 3:
		r.lost(l, where, "svaret är %d", a.code)
	case a.code != 0 && b.error != "ENOSPC" && saysDamage.MatchString(a.errs):
		r.lost(l, where, "fel orsak")
	case a.code != 0 && b.error == "ENOSPC" && !saysFull.MatchString(a.errs):
		r.lost(l, where, "ingenting om att det är fullt")
	}
	r.judge(l, op, dir, a)
	if op.writes {
		r.usable(l, filepath.Join(dir, "a.itp"))
	}
	if l.Lost > lost {
		r.lostWhere(where)
	}
	r.clear(dir, l, lost)
	return a.code != 0
}
