//go:build linux

package torture

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// blowsPerOperation is how many times each operation is told to stop, and how
// many times its answer is cut short, in each way.
const (
	stopsPerOperation = 8
	cutsPerOperation  = 3
)

// signals tells everything to stop, and reads no more of what it answers.
func (r *rig) signals() []*Line {
	stopped := &Line{What: "SIGTERM, SIGHUP, SIGINT när som helst"}
	closed := &Line{What: "SIGPIPE: svaret tas emot till en del"}
	all := append(append([]operation(nil), operations...), readings...)
	answers := map[int]int{}
	for _, op := range all {
		if !r.picked(0.25) {
			continue
		}
		long := r.measured(op, nil, nil).most
		for range r.times(stopsPerOperation) {
			answers[r.stop(stopped, op, long)]++
		}
		for _, lines := range []int{0, 1} {
			for range r.times(cutsPerOperation) {
				r.cutShort(closed, op, lines)
			}
		}
	}
	stopped.Note = fmt.Sprintf("%d klara, %d avbrutna, %d innan de hade börjat", answers[0]+answers[3], answers[1], answers[-1])
	return []*Line{stopped, closed}
}

// stop tells an operation to stop at any moment, and gives its answer: -1 when
// it hadn't come so far that it listens.
func (r *rig) stop(l *Line, op operation, long time.Duration) int {
	dir, lost := r.furnished(), l.Lost
	cmd := r.command(dir, op.args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	must(cmd.Start())
	hold(time.Duration(r.rng.Float64() * float64(long)))
	signal := []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT}[r.rng.IntN(3)]
	_ = cmd.Process.Signal(signal)
	_ = cmd.Wait()
	l.Times++
	a := answer{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
	r.ended(l, op, dir, a)
	r.clear(dir, l, lost)
	return a.code
}

// ended holds that a program which ended by itself has left nothing, before
// anyone has opened the file again.
func (r *rig) ended(l *Line, op operation, dir string, a answer) {
	expected := append(theRest, "a.itp")
	if op.out != "" {
		expected = append(expected, op.out)
	}
	r.tidy(l, dir, expected...)
	if a.code < -1 || a.code == 2 || a.code > 3 {
		r.lost(l, dir, "%s: svaret är %v", op.name, a)
	}
	r.judge(l, op, dir, a)
}

// cutShort reads so many lines of what an operation answers, and then no more.
func (r *rig) cutShort(l *Line, op operation, lines int) {
	dir, lost := r.furnished(), l.Lost
	cmd := r.command(dir, op.args...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	from, to, err := os.Pipe()
	must(err)
	cmd.Stdout = to
	must(cmd.Start())
	must(to.Close())
	said := ""
	for in := bufio.NewReader(from); lines > 0; lines-- {
		line, err := in.ReadString('\n')
		if said += line; err == io.EOF {
			break
		}
	}
	must(from.Close())
	_ = cmd.Wait()
	l.Times++
	a := answer{cmd.ProcessState.ExitCode(), said, errs.String()}
	r.ended(l, op, dir, a)
	r.answered(l, op, dir, a)
	r.clear(dir, l, lost)
}

// answered holds that what was done is told of as done, though the answer never
// came through.
func (r *rig) answered(l *Line, op operation, dir string, a answer) {
	done := !op.reading
	if op.out != "" {
		_, err := os.Stat(filepath.Join(dir, op.out))
		done = err == nil
	}
	if done && a.code != 0 && a.code != 3 || !done && a.code == 3 {
		r.lost(l, dir, "%s: svaret är %v", op.name, a)
	}
}
