//go:build !windows

package sqlite

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// kills is how many times a migration is killed; make torture sets more. What
// else a program may die from is tried there, with the programs as people get
// them: they have no migrations but those they need.
func kills() int {
	if n, err := strconv.Atoi(os.Getenv("ITP_KILLS")); err == nil && n > 0 {
		return n
	}
	return 12
}

const childPath = "ITP_KILL_PATH"

// TestKillChild is the child's side: it migrates, and says so.
func TestKillChild(t *testing.T) {
	path := os.Getenv(childPath)
	if path == "" {
		t.Skip("only as a child of the kill test")
	}
	o := me
	o.migrations = later
	if _, err := Open(context.Background(), path, o); err != nil {
		fmt.Println("fel", err, cause(err))
		os.Exit(1)
	}
	fmt.Println("öppen")
	os.Exit(0)
}

// killedAtWork runs a child and kills it: every other at any moment, the rest
// when it is seen to write. It says whether the file was half written.
func killedAtWork(t *testing.T, path string, i int) (inside bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestKillChild$", "-test.v")
	cmd.Env = append(os.Environ(), childPath+"="+path)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	writing := func() bool {
		info, err := os.Stat(path + "-journal")
		return err == nil && info.Size() > 0
	}
	ended := make(chan struct{})
	go func() { _ = cmd.Wait(); close(ended) }()
	then := time.After(time.Duration(rand.IntN(60)) * time.Millisecond)
	for waits := true; waits; {
		select {
		case <-ended:
			waits = false
		case <-then:
			waits = i%2 == 1
			then = nil
		default:
			waits = i%2 == 0 || !writing()
		}
	}
	_ = cmd.Process.Kill()
	<-ended
	return writing()
}

// TestKilledWhileMigrating: the next opening has every record, whether the
// migration was done or not.
func TestKilledWhileMigrating(t *testing.T) {
	first := closed(t, 400)
	inside := 0
	for i := range kills() {
		path := filepath.Join(t.TempDir(), "gammal.itp")
		copyAs(t, first, path)
		if killedAtWork(t, path, i) {
			inside++
		}
		o := me
		o.migrations = later
		s := open(t, path, o)
		if err := s.Check(t.Context()); err != nil {
			t.Error(err, cause(err))
		}
		if s.Info().ReadOnly || len(s.Info().SetAside) != 0 {
			t.Errorf("kill %d: %+v", i+1, s.Info())
		}
		if n := records(t, s); n != 400 {
			t.Errorf("kill %d: %d records left of 400", i+1, n)
		}
		s.Close()
	}
	t.Logf("%d kills, %d of them in the middle of a migration", kills(), inside)
}
