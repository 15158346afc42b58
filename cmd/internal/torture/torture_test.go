//go:build linux

package torture

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// program is itpctl as people get it, built once.
var program string

func TestMain(m *testing.M) {
	Child()
	os.Exit(build(m))
}

func build(m *testing.M) int {
	dir, err := os.MkdirTemp("", "itp-torture-program-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "itpctl")
	cmd := exec.Command("go", "build", "-o", program, "../../itpctl")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "build: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// TestNothingIsLost is the short form of make torture.
func TestNothingIsLost(t *testing.T) {
	if testing.Short() {
		t.Skip("tens of seconds")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	seed := uint64(time.Now().UnixNano())
	var tell strings.Builder
	lines, err := Run(t.Context(), Options{Program: program, Self: self, N: 0.02, Seed: seed, Tell: &tell})
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	Write(&all, lines)
	t.Logf("seed %d\n%s", seed, all.String())
	if Lost(lines) > 0 {
		t.Errorf("seed %d:\n%s", seed, tell.String())
	}
	done := 0
	for _, l := range lines {
		if done += l.Times; l.Skipped != "" {
			fmt.Fprintf(os.Stderr, "INTE PRÖVAT: %s: %s\n", l.What, l.Skipped)
		}
	}
	if done < 50 {
		t.Errorf("only %d blows", done)
	}
}

// TestDiskKeepsWhatIsFlushed holds that the made-up disk loses what a real one
// may lose, and nothing else.
func TestDiskKeepsWhatIsFlushed(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a"), []byte("före"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := newDisk(dir)
	seen := func() map[string]bool {
		out := map[string]bool{}
		for i := range 200 {
			into := t.TempDir()
			d.cut(rand.New(rand.NewPCG(uint64(i), 1)), into)
			for _, name := range []string{"a", "b"} {
				b, err := os.ReadFile(filepath.Join(into, name))
				if err == nil {
					out[name+":"+string(b)] = true
				}
			}
		}
		return out
	}
	play := func(trace string) {
		t.Helper()
		calls, err := parseTrace(strings.NewReader(strings.ReplaceAll(trace, "DIR", hexed(dir))))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range calls {
			d.do(c)
		}
	}
	play(`1 openat(AT_FDCWD, "DIR` + hexed("/a") + `", O_RDWR) = 3
2 pwrite64(3, "` + hexed("efter") + `", 5, 0 <unfinished ...>
1 fsync(9) = -1 EBADF (Bad file descriptor)
2 <... pwrite64 resumed>) = 5
`)
	if got := seen(); !got["a:före"] || !got["a:efter"] {
		t.Errorf("not flushed: %v", got)
	}
	play("1 fsync(3) = 0\n")
	if got := seen(); len(got) != 1 || !got["a:efter"] {
		t.Errorf("flushed: %v", got)
	}
	play(`1 linkat(AT_FDCWD, "DIR` + hexed("/a") + `", AT_FDCWD, "DIR` + hexed("/b") + `", 0) = 0
1 unlinkat(AT_FDCWD, "DIR` + hexed("/a") + `", 0) = 0
1 openat(AT_FDCWD, "DIR", O_RDONLY) = 4
`)
	if got := seen(); !got["a:efter"] || !got["b:efter"] {
		t.Errorf("named: %v", got)
	}
	play("1 fsync(4) = 0\n")
	if got := seen(); len(got) != 1 || !got["b:efter"] {
		t.Errorf("the folder flushed: %v", got)
	}
}

// hexed writes text as strace does.
func hexed(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		fmt.Fprintf(&b, `\x%02x`, c)
	}
	return b.String()
}
