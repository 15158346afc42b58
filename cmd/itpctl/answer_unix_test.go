//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// alone holds that nothing but these files lies in the world's folder.
func (w *world) alone(names ...string) {
	w.t.Helper()
	entries, err := os.ReadDir(w.dir)
	if err != nil {
		w.t.Fatal(err)
	}
	known := " " + strings.Join(names, " ") + " "
	for _, e := range entries {
		if !strings.Contains(known, " "+e.Name()+" ") {
			w.t.Errorf("left behind: %s", e.Name())
		}
	}
}

// TestAnswerCutShort holds that what is saved isn't said to have failed, and
// that nothing lies beside the portfolio however the answer ends.
func TestAnswerCutShort(t *testing.T) {
	w := newWorld(t)
	w.do("demo", "a.itp", "--date", "2026-11-21")
	for _, c := range []struct {
		args []string
		to   string // a file, or "" for a pipe that nobody reads
		code int
		says string
	}{
		{[]string{"add", "a.itp", "systems", "name=Sparat"}, "/dev/full", 3, "Ändringen är sparad, men svaret"},
		{[]string{"set", "a.itp", "SYS-0001", "lock_in=Sparat"}, "", 3, ""},
		{[]string{"export", "a.itp", "ut.xlsx"}, "/dev/full", 3, "Filen är skriven, men svaret"},
		{[]string{"new", "b.itp", "--name", "Prov"}, "/dev/full", 3, "Portföljen är skapad, men svaret"},
		{[]string{"list", "a.itp", "systems"}, "/dev/full", 1, "Inget har ändrats, men svaret"},
		{[]string{"list", "a.itp", "systems", "--json"}, "", 1, ""},
		{[]string{"set", "a.itp", "SYS-9999", "lock_in=x"}, "/dev/full", 1, "SYS-9999"},
	} {
		t.Run(strings.Join(c.args[:2], " ")+" "+c.to, func(t *testing.T) {
			out, err := os.OpenFile(c.to, os.O_WRONLY, 0)
			if c.to == "" {
				out = closedPipe(t)
			} else if err != nil {
				t.Skip(err)
			}
			defer out.Close()
			var errs bytes.Buffer
			cmd := exec.Command(binary, c.args...)
			cmd.Dir, cmd.Stdout, cmd.Stderr = w.dir, out, &errs
			_ = cmd.Run()
			if code := cmd.ProcessState.ExitCode(); code != c.code || !strings.Contains(errs.String(), c.says) || c.says == "" && errs.Len() > 0 {
				t.Errorf("exit %d, want %d: %q, want %q", code, c.code, errs.String(), c.says)
			}
			w.alone("a.itp", "b.itp", "ut.xlsx")
		})
	}
	if out := w.do("list", "a.itp", "systems", "--filter", "Sparat"); !strings.Contains(out, "2 system av 81") {
		t.Errorf("not saved: %s", out)
	}
	w.do("check", "b.itp")
}

func closedPipe(t *testing.T) *os.File {
	t.Helper()
	r, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	return out
}

// TestToldToStop holds that a command that is told to stop does, lets the file
// go, and leaves nothing half made.
func TestToldToStop(t *testing.T) {
	w := newWorld(t)
	w.do("demo", "a.itp", "--date", "2026-11-21")
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		t.Run(sig.String(), func(t *testing.T) {
			w.stopped(sig, "Ta bort?", "delete", "a.itp", "SYS-0001")
			w.stopped(sig, "", "demo", "stor.itp", "--size", "L")
			w.alone("a.itp")
			p := w.hold("a.itp")
			w.stopped(sig, "Väntar på att Karin", "set", "a.itp", "SYS-0001", "lock_in=Nyfrid", "--wait", "20")
			p.Close()
			w.alone("a.itp")
		})
	}
	w.do("check", "a.itp")
	if out := w.do("list", "a.itp", "systems", "--filter", "Nyfrid"); !strings.Contains(out, "0 system av 80") {
		t.Errorf("saved: %s", out)
	}
}

// stopped starts a command, sends it a signal when it has said something or,
// saying nothing, is at work, and holds that it ends as one that changed nothing.
func (w *world) stopped(sig syscall.Signal, says string, args ...string) {
	w.t.Helper()
	cmd := exec.Command(binary, args...)
	cmd.Dir = w.dir
	in, err := cmd.StdinPipe()
	if err != nil {
		w.t.Fatal(err)
	}
	defer in.Close()
	errs, err := cmd.StderrPipe()
	if err != nil {
		w.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	switch {
	case says != "":
		said := make([]byte, len(says))
		if _, err := io.ReadFull(errs, said); err != nil || string(said) != says {
			w.t.Errorf("said %q, %v", said, err)
		}
	case args[0] == "demo":
		w.waitFor(func(name string) bool { return strings.HasPrefix(name, ".itp-") })
	}
	if err := cmd.Process.Signal(sig); err != nil {
		w.t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, errs)
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 1 {
		w.t.Errorf("%s: exit %d, want 1", strings.Join(args, " "), code)
	}
}

// waitFor looks until something lies in the folder.
func (w *world) waitFor(is func(name string) bool) {
	w.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(time.Millisecond) {
		entries, _ := os.ReadDir(w.dir)
		for _, e := range entries {
			if is(e.Name()) {
				return
			}
		}
	}
	w.t.Fatal("nothing came")
}
