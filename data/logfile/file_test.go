package logfile

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestMain lets the tests be other programs: those that write to the same log,
// and those that crash.
func TestMain(m *testing.M) {
	switch what, dir := os.Getenv("LOGFILE_TEST"), os.Getenv("LOGFILE_DIR"); what {
	case "":
		os.Exit(m.Run())
	case "write":
		writeMany(dir)
	default:
		die(dir, what)
	}
}

// other runs this test program as another.
func other(dir, what string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "LOGFILE_TEST="+what, "LOGFILE_DIR="+dir)
	return cmd
}

const manyLines = 400

func small(dir, session string) *file {
	f := newFile(dir, session)
	f.size, f.older = 4000, 1000
	return f
}

func writeMany(dir string) {
	f := small(dir, fmt.Sprintf("%06x", os.Getpid()))
	for i := range manyLines {
		if _, err := fmt.Fprintf(f, "%d %d %s\n", os.Getpid(), i, strings.Repeat("x", i%90)); err != nil {
			panic(err)
		}
	}
}

func logFiles(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.log"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestTwoProgramsWriteWholeLinesAndLoseNone(t *testing.T) {
	dir := t.TempDir()
	var running []*exec.Cmd
	for range 2 {
		cmd := other(dir, "write")
		cmd.Stderr = os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		running = append(running, cmd)
	}
	for _, cmd := range running {
		if err := cmd.Wait(); err != nil {
			t.Fatal(err)
		}
	}
	seen := map[string]bool{}
	for _, name := range logFiles(t, dir) {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for s := bufio.NewScanner(f); s.Scan(); {
			var pid, i int
			var rest string
			fmt.Sscan(s.Text(), &pid, &i, &rest)
			if want := fmt.Sprintf("%d %d %s", pid, i, strings.Repeat("x", i%90)); s.Text() != want {
				t.Errorf("%q isn't whole", s.Text())
			}
			seen[fmt.Sprint(pid, i)] = true
		}
	}
	if len(seen) != 2*manyLines {
		t.Errorf("%d lines, want %d", len(seen), 2*manyLines)
	}
	if len(logFiles(t, dir)) < 5 {
		t.Errorf("only %d files: nothing was put aside", len(logFiles(t, dir)))
	}
}

func TestTheLogIsBounded(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a[b]*c")
	if runtime.GOOS == "windows" {
		dir = filepath.Join(t.TempDir(), "a[b]c")
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	f := newFile(dir, "abcdef")
	f.size, f.older = 1000, 3
	for i := range 200 {
		fmt.Fprintf(f, "%d %s\n", i, strings.Repeat("x", 100))
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 4 {
		t.Fatalf("%d files, %v; want 4", len(entries), err)
	}
	for _, e := range entries {
		if info, _ := e.Info(); info.Size() > 1000 {
			t.Errorf("%s is %d bytes", e.Name(), info.Size())
		}
	}
	if last, _ := os.ReadFile(f.path); !strings.Contains(string(last), "199 x") {
		t.Errorf("the newest line isn't in %s", f.path)
	}
}

func TestOnlyTheUserMayReadIt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the folder is the user's own")
	}
	dir := filepath.Join(t.TempDir(), "ny", "logg")
	l := Start(Options{Dir: dir, Program: "test", Version: "1"})
	defer l.Close(0)
	for path, want := range map[string]fs.FileMode{dir: 0o700, l.Path: 0o600, l.crash.path: 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
}

func TestWhereItCantBeWrittenNothingFails(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "fil")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	taken := t.TempDir() // where the log should be is a folder
	if err := os.Mkdir(filepath.Join(taken, logName), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{filepath.Join(blocked, "logg"), taken} {
		l := Start(Options{Dir: dir})
		l.Error("fault")
		l.Close(1)
		if l.Path != "" {
			t.Errorf("a log at %s", l.Path)
		}
	}
}

func TestFolder(t *testing.T) {
	for _, c := range []struct {
		system, home string
		env          map[string]string
		want         string
	}{
		{"linux", "/home/a", nil, "/home/a/.local/state/itportfoljen"},
		{"linux", "/home/a", map[string]string{"XDG_STATE_HOME": "/s"}, "/s/itportfoljen"},
		{"linux", "/home/a", map[string]string{"XDG_STATE_HOME": "s"}, "/home/a/.local/state/itportfoljen"},
		{"linux", "", nil, ""},
		{"darwin", "/Users/a", nil, "/Users/a/Library/Logs/IT-portföljen"},
		{"windows", "/x", map[string]string{"LOCALAPPDATA": "/l"}, "/l/IT-portföljen/logg"},
		{"windows", "/x", nil, ""},
	} {
		if c.system != "windows" && runtime.GOOS == "windows" {
			continue // what is a whole path differs
		}
		got := folder(c.system, c.home, func(k string) string { return c.env[k] })
		if filepath.ToSlash(got) != c.want {
			t.Errorf("%s %v: %q, want %q", c.system, c.env, got, c.want)
		}
	}
}
