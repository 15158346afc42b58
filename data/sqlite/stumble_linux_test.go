package sqlite

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
)

const stumblePath, stumbleJob = "ITP_STUMBLE_PATH", "ITP_STUMBLE_JOB"

// TestStumbleChild is what the tests below run under strace, which lets its
// system calls fail.
func TestStumbleChild(t *testing.T) {
	path := os.Getenv(stumblePath)
	if path == "" {
		t.Skip("only as a child of the tests of failing calls")
	}
	ctx := context.Background()
	s, err := Open(ctx, path, me)
	if err == nil {
		switch os.Getenv(stumbleJob) {
		case "save":
			err = add(s, "ny")
		case "copy":
			err = s.Backup(ctx, filepath.Join(filepath.Dir(path), "kopia.itp"))
		default:
			err = s.Check(ctx)
		}
	}
	fmt.Printf("svar %q %v (%v)\n", fault.CodeOf(err), err, cause(err))
}

// stumbles runs a child of which a call fails, and gives the code of its fault
// and all that it said.
func stumbles(t *testing.T, path, job, call, when string) (code, said string) {
	t.Helper()
	cmd := exec.Command("strace", "-f", "-qq", "-o", os.DevNull, "-P", path, "-P", path+"-journal", "-e", "trace="+call,
		"-e", "inject="+call+":error=EIO:when="+when, os.Args[0], "-test.run=^TestStumbleChild$", "-test.v")
	cmd.Env = append(os.Environ(), stumblePath+"="+path, stumbleJob+"="+job)
	out, err := cmd.Output()
	if err != nil {
		t.Skipf("INTE PRÖVAT: strace fails here: %v", err)
	}
	_, said, _ = strings.Cut(string(out), "svar ")
	if n, _ := fmt.Sscanf(said, "%q", &code); n != 1 {
		t.Fatalf("%s, %s %s: the child said %s", job, call, when, out)
	}
	return code, said
}

// TestErrorThatPasses: one call that fails is no reason to give up, whatever is
// done and whichever it is.
func TestErrorThatPasses(t *testing.T) {
	first := closed(t, 50)
	for _, job := range []string{"copy", "save"} {
		for _, call := range []string{"pread64", "open", "openat", "fstat", "fcntl"} {
			for _, turn := range []string{"1", "2", "11"} {
				path := filepath.Join(t.TempDir(), "portfölj.itp")
				copyAs(t, first, path)
				if code, said := stumbles(t, path, job, call, turn); code != "" {
					t.Errorf("%s, %s number %s: %s", job, call, turn, said)
				}
				want := 50
				if job == "save" {
					want++
				}
				if n := records(t, open(t, path, me)); n != want {
					t.Errorf("%s, %s number %s: %d records, want %d", job, call, turn, n, want)
				}
			}
		}
	}
}

// TestErrorThatLasts is told of as the disk's, and never as damage.
func TestErrorThatLasts(t *testing.T) {
	path := closed(t, 50)
	for _, turn := range []string{"1+", "13+", "37+"} {
		code, said := stumbles(t, path, "check", "pread64", turn)
		if code != string(fault.Unreadable) && code != string(fault.NotFound) {
			t.Errorf("pread64 from number %s: %s", turn, said)
		}
	}
}

// TestErrorAtTheEnd: what is saved is never told of as not saved, nor the other
// way round, when the disk is gone for good before or after.
func TestErrorAtTheEnd(t *testing.T) {
	first := closed(t, 50)
	for _, call := range []string{"fcntl", "ftruncate", "fsync"} {
		for _, turn := range []int{1, 28, 32} {
			path := filepath.Join(t.TempDir(), "portfölj.itp")
			copyAs(t, first, path)
			code, said := stumbles(t, path, "save", call, fmt.Sprint(turn, "+"))
			n := records(t, open(t, path, me))
			if (code == "") != (n == 51) {
				t.Errorf("%s from number %d: %d, and %s", call, turn, n, said)
			}
		}
	}
}

// TestBadSectorIsNoDamage: what SQLite can't read it tells of as of damage,
// though all may be there when the disk answers.
func TestBadSectorIsNoDamage(t *testing.T) {
	s := create(t)
	broken := fmt.Errorf("a page: %w", errMisread)
	for at, want := range map[string]bool{s.shown: true, t.TempDir(): false} { // no folder can be read as a file
		s.file = at
		err := s.again(t.Context(), func() error { return broken })
		if err == nil || (fault.CodeOf(err) == fault.Damaged) != want {
			t.Errorf("%s: %v (%v)", at, err, cause(err))
		}
	}
}
