package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"itportfoljen/app"
)

var update = flag.Bool("update", false, "write anew what the scripts compare answers with")

// TestScripts plays each story in testdata/script. CONTRIBUTING.md tells how to
// write one.
func TestScripts(t *testing.T) {
	const dir = "testdata/script"
	plain := regexp.MustCompile(`(?m)^(\[\S+\] )?! (exec )?itpctl.*`)
	scripts, err := filepath.Glob(dir + "/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range scripts {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if line := plain.Find(text); line != nil {
			t.Errorf("%s: %q: say how it ends: exits 1 itpctl …", path, line)
		}
	}
	testscript.Run(t, testscript.Params{
		Dir:                dir,
		RequireUniqueNames: true,
		UpdateScripts:      *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("ITP_WHO", "Test Testsson")
			e.Setenv("TZ", "Europe/Stockholm")
			for key, value := range ownFolders(filepath.Join(e.WorkDir, ".tmp")) {
				e.Setenv(key, value)
			}
			e.Values[windows{}] = map[string]*app.Portfolio{}
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":    exits,
			"workbook": workbook,
			"spoil":    spoil,
			"sql":      runSQL,
			"window":   openWindow,
			"only":     only,
			"mode":     mode,
			"drop":     drop,
			"json":     jsonAt,
			"field":    fieldAt,
			"tallies":  tallies,
			"lists":    lists,
			"ready":    ready,
		},
	})
}

// exits N COMMAND… holds that the command ends with N. What isn't done is told of
// on stderr, by name.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg, "exits")
	if len(args) < 2 {
		ts.Fatalf("usage: exits N command…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if code != want {
		ts.Fatalf("exit %d, want %d", code, want)
	}
	if said := ts.ReadFile("stderr"); (code == 1 || code == 2) && !strings.Contains(said, "itpctl: ") {
		ts.Fatalf("exit %d, but not why", code)
	}
}

func positive(ts *testscript.TestScript, neg bool, name string) {
	if neg {
		ts.Fatalf("%s can't be turned round with !", name)
	}
}
