package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/cmd/internal/wiring"
)

// binary is the program as people get it, built once.
var binary string

func TestMain(m *testing.M) {
	os.Exit(build(m))
}

func build(m *testing.M) int {
	dir, err := os.MkdirTemp("", "itpctl")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	_ = os.Chmod(dir, 0o755)                                         // for the test that runs it as somebody else
	for _, key := range []string{"XDG_STATE_HOME", "LOCALAPPDATA"} { // the user's own log is left alone
		os.Setenv(key, filepath.Join(dir, "logg"))
	}
	binary = filepath.Join(dir, "itpctl.exe")                                                     // Windows runs nothing else, and others don't mind
	for _, key := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"} { // no test touches the user's own
		_ = os.Setenv(key, filepath.Join(dir, "eget"))
	}
	cmd := exec.Command("go", "build", "-o", binary, ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "build: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// world is a folder in which the program is run.
type world struct {
	t   *testing.T
	dir string
}

func newWorld(t *testing.T) *world {
	t.Helper()
	return &world{t, t.TempDir()}
}

func (w *world) path(name string) string { return filepath.Join(w.dir, name) }

// run runs the program on a fixed day and gives its exit code and words.
func (w *world) run(args ...string) (code int, out, errs string) {
	w.t.Helper()
	cmd := exec.Command(binary, args...)
	cmd.Dir = w.dir
	cmd.Env = append(os.Environ(), "ITP_WHO=Test Testsson")
	return w.start(cmd)
}

func (w *world) start(cmd *exec.Cmd) (code int, out, errs string) {
	w.t.Helper()
	var o, e bytes.Buffer
	cmd.Stdout, cmd.Stderr = &o, &e
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		w.t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), o.String(), e.String()
}

// do runs the program and fails unless it succeeds.
func (w *world) do(args ...string) string {
	w.t.Helper()
	code, out, errs := w.run(args...)
	if code != 0 {
		w.t.Fatalf("itpctl %s: exit %d\n%s%s", strings.Join(args, " "), code, out, errs)
	}
	return out
}

// json runs the program and reads its answer into v.
func (w *world) json(v any, args ...string) {
	w.t.Helper()
	out := w.do(append(args, "--json")...)
	if err := json.Unmarshal([]byte(out), v); err != nil {
		w.t.Fatalf("itpctl %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// script plays lines: "$ command" runs the program, "> words" must be found in
// its answer, "! words" among its errors, "= code" is the exit code (0 unless
// said). Words are regular expressions.
func (w *world) script(s string) {
	w.t.Helper()
	var said, out, errs string
	code, want := 0, 0
	check := func() {
		w.t.Helper()
		if said != "" && code != want {
			w.t.Fatalf("$ %s\nexit %d, want %d\n%s%s", said, code, want, out, errs)
		}
		want = 0
	}
	for line := range strings.SplitSeq(strings.TrimSpace(s), "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		rest := strings.TrimSpace(line[1:])
		switch line[0] {
		case '$':
			check()
			said = rest
			code, out, errs = w.run(words(rest)...)
		case '>':
			w.finds(said, rest, out)
		case '!':
			w.finds(said, rest, errs)
		case '=':
			fmt.Sscan(rest, &want)
		default:
			w.t.Fatalf("script: %q", line)
		}
	}
	check()
}

func (w *world) finds(said, want, in string) {
	w.t.Helper()
	if !regexp.MustCompile(want).MatchString(strings.ReplaceAll(in, "\u00a0", " ")) {
		w.t.Errorf("$ %s\nno %q in:\n%s", said, want, in)
	}
}

// hold opens a portfolio for writing, as a window does.
func (w *world) hold(name string) *app.Portfolio {
	w.t.Helper()
	p, err := wiring.Services(wiring.Options{Who: "Karin"}).Open(context.Background(), w.path(name), app.ToEdit)
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { p.Close() })
	return p
}

// words cuts a line at spaces outside double quotes.
func words(s string) []string {
	var out []string
	var b strings.Builder
	in, any := false, false
	for _, r := range s {
		switch {
		case r == '"':
			in, any = !in, true
		case r == ' ' && !in:
			if b.Len() > 0 || any {
				out = append(out, b.String())
			}
			b.Reset()
			any = false
		default:
			b.WriteRune(r)
		}
	}
	if b.Len() > 0 || any {
		out = append(out, b.String())
	}
	return out
}

// result is what import --json answers.
type result struct {
	Kind      string `json:"kind"`
	HeaderRow int    `json:"header_row"`
	RowsRead  int    `json:"rows_read"`
	New       int
	Changed   int
	Unchanged int
	Skipped   []struct {
		Row    int
		Reason string
	}
	Errors   []struct{ Row int }
	Columns  []struct{ Heading, Field string }
	NewUnits []string `json:"new_units"`
	Sheets   []result
}

// tallies holds that no row is lost in silence.
func (r result) tallies(t *testing.T) {
	t.Helper()
	if r.RowsRead != r.New+r.Changed+r.Unchanged+len(r.Skipped) {
		t.Errorf("%d rows read, but %d new, %d changed, %d unchanged and %d skipped", r.RowsRead, r.New, r.Changed, r.Unchanged, len(r.Skipped))
	}
}
