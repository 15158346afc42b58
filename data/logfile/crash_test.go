package logfile

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// die begins a session and ends it as what says.
func die(dir, what string) {
	Start(Options{Dir: dir, Program: "test", Version: "1"})
	switch what {
	case "panic":
		dieOf("/home/åsa/Hemliga systemet.itp\ngoroutine 1 [running]:\nHemliga.systemet(\n\t/home/åsa:1 +0x1", nil)
	case "error":
		dieOf(errors.New("Hemliga systemet"), nil)
	case "goroutine":
		done := make(chan bool)
		go dieOf("Hemliga systemet", done)
		<-done
	case "index":
		_ = []int{}[len(os.Getenv("LOGFILE_NONE"))]
	case "nil":
		var l *Log
		_ = l.Path
	case "type":
		var v any = "Hemliga"
		_ = v.(int)
	case "map":
		noMap()["Hemliga"] = 1
	case "fatal":
		new(sync.Mutex).Unlock()
	case "abort":
		p, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = p.Signal(syscall.SIGABRT)
		}
		if err == nil {
			select {}
		}
	case "killed", "quit":
		os.Exit(1)
	case "alive":
		os.Stdin.Read(make([]byte, 1))
	}
}

func noMap() map[string]int { return nil }

func dieOf(value any, done chan bool) { panic(value) }

func TestACrashIsTakenInByTheNextSession(t *testing.T) {
	for what, want := range map[string][]string{
		"panic":     {`why="panic: (`, "logfile.dieOf crash_test.go:", "logfile.die crash_test.go:", `state=running`},
		"error":     {`why="panic: (16 tecken)"`, "logfile.dieOf crash_test.go:"},
		"goroutine": {`why="panic: (16 tecken)"`, "logfile.dieOf crash_test.go:"},
		"index":     {"index out of range [0] with length 0", "logfile.die crash_test.go:"},
		"nil":       {"nil pointer dereference", "logfile.die crash_test.go:"},
		"type":      {"interface conversion: interface {} is string, not int", "logfile.die crash_test.go:"},
		"map":       {"assignment to entry in nil map", "logfile.die crash_test.go:"},
		"fatal":     {"sync.(*Mutex).Unlock ", "logfile.die crash_test.go:"},
		"abort":     {"SIGABRT: abort", "logfile.die crash_test.go:"},
	} {
		t.Run(what, func(t *testing.T) {
			if what == "abort" && runtime.GOOS == "windows" {
				t.Skip("no signals")
			}
			dir := t.TempDir()
			if out, err := other(dir, what).CombinedOutput(); err == nil {
				t.Fatalf("it lived: %s", out)
			}
			got := session(t, dir)
			free(t, got)
			for _, w := range want {
				if !strings.Contains(got, w) {
					t.Errorf("%s isn't in\n%s", w, got)
				}
			}
			if again := session(t, dir); strings.Count(again, "msg=crash ") != 1 {
				t.Error("told twice")
			}
		})
	}
}

// session runs a session that ends as it should and gives all of the log.
func session(t *testing.T, dir string) string {
	t.Helper()
	l := Start(Options{Dir: dir, Program: "test", Version: "1"})
	l.Close(0)
	text, err := os.ReadFile(l.Path)
	if err != nil {
		t.Fatal(err)
	}
	left, _ := filepath.Glob(filepath.Join(dir, crashGlob))
	if len(left) != 0 {
		t.Errorf("left: %v", left)
	}
	return string(text)
}

func TestOneThatEndsWithoutAWordLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := other(dir, "quit").Run(); err == nil {
		t.Fatal("it ended well")
	}
	if got := session(t, dir); strings.Contains(got, "msg=crash") {
		t.Errorf("a crash: %s", got)
	}
}

func TestThoseThatLiveAreLeftAlone(t *testing.T) {
	dir := t.TempDir()
	cmd := other(dir, "alive")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var theirs []string
	for len(theirs) == 0 || !strings.Contains(read(t, dir), "msg=start") {
		theirs, _ = filepath.Glob(filepath.Join(dir, crashGlob))
		runtime.Gosched()
	}
	l := Start(Options{Dir: dir})
	l.Close(0)
	if _, err := os.Stat(theirs[0]); err != nil {
		t.Errorf("a living program's file is gone: %v", err)
	}
	in.Close()
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
	session(t, dir)
}

func read(t *testing.T, dir string) string {
	t.Helper()
	text, _ := os.ReadFile(filepath.Join(dir, logName)) // not there yet
	return string(text)
}

// TestReadCrash reads what Windows and a program moved elsewhere may say.
func TestReadCrash(t *testing.T) {
	why, stacks := readCrash("panic: (main.hemlig) {...}\n\tgoroutine 7 [running]:\n\ngoroutine 34 gp=0xc000 m=3 mp=0xc1 [chan receive, 3 minutes]:\r\n" +
		"main.(*T[...]).Save({0xc000, 0x12}, \"Hemliga\")\r\n\tC:/Users/Åsa Ek/src/save.go:12 +0x1d\r\nhemliga rader\n\t/home/åsa/x.go:1\n" +
		"created by main.Start in goroutine 1\n\tC:\\Users\\åsa\\main.go:40 +0x5\n...additional frames elided...\n\t/home/åsa/y.go:2\n")
	if why != "panic: main.hemlig" || len(stacks) != 1 || stacks[0].state != "chan receive, 3 minutes" {
		t.Fatalf("why %q, %v", why, stacks)
	}
	if got := strings.Join(stacks[0].calls, " < "); got != "main.(*T[...]).Save save.go:12 < main.Start main.go:40" {
		t.Errorf("calls %s", got)
	}
}
