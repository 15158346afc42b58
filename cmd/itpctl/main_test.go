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
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"itportfoljen/app"
	"itportfoljen/cmd/internal/wiring"
)

// binary is the program: the tests themselves, which are it under its name.
var binary string

func TestMain(m *testing.M) {
	testscript.Main(suite{m}, map[string]func(){"itpctl": main})
}

// suite runs the tests where they leave the user's own files alone.
type suite struct{ tests *testing.M }

func (s suite) Run() int {
	dir, err := os.MkdirTemp("", "itpctl")
	if err == nil {
		binary, err = exec.LookPath("itpctl")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	for folder := filepath.Dir(binary); folder != filepath.Clean(os.TempDir()) && len(folder) > 3; folder = filepath.Dir(folder) {
		_ = os.Chmod(folder, 0o755) // for the test that runs it as somebody else
	}
	for key, value := range ownFolders(dir) {
		_ = os.Setenv(key, value)
	}
	return s.tests.Run()
}

// ownFolders are where the program keeps what is a user's: its log and copies.
func ownFolders(dir string) map[string]string {
	own := map[string]string{}
	for _, key := range []string{"XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"} {
		own[key] = filepath.Join(dir, "eget")
	}
	return own
}

// world is a folder in which the program is run, for what a script can't tell.
type world struct {
	t   *testing.T
	dir string
}

func newWorld(t *testing.T) *world {
	t.Helper()
	return &world{t, t.TempDir()}
}

func (w *world) path(name string) string { return filepath.Join(w.dir, name) }

// run runs the program and gives its exit code and words.
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

// hold opens a portfolio for writing, as a window does.
func (w *world) hold(name string) *app.Portfolio {
	w.t.Helper()
	p, err := window(w.path(name))
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { p.Close() })
	return p
}

func window(path string) (*app.Portfolio, error) {
	return wiring.Services(wiring.Options{Who: "Karin"}).Open(context.Background(), path, app.ToEdit)
}
