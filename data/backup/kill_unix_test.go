//go:build unix

package backup

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"
)

const killedVar = "BACKUP_KILLED_IN"

// TestMain makes copies until it is killed, when it is told to.
func TestMain(m *testing.M) {
	if dir := os.Getenv(killedVar); dir != "" {
		copyForever(dir)
	}
	os.Exit(m.Run())
}

func copyForever(dir string) {
	now := monday
	s := shelfOf(dir, &now)
	for i := 0; ; i++ {
		now = now.Add(time.Hour)
		if _, _, err := s.Keep(context.Background(), source("/x/p.itp", fmt.Sprint(os.Getpid(), " ", i)), "import"); err != nil {
			fmt.Println("error", err)
		}
		fmt.Println("made", i)
	}
}

// TestKilledWhileCopying holds that a program that dies at any moment leaves
// whole copies only, and those it has told of.
func TestKilledWhileCopying(t *testing.T) {
	dir := t.TempDir()
	now := monday
	s := shelfOf(dir, &now)
	kills := 40
	if testing.Short() {
		kills = 5
	}
	for i := range kills {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), killedVar+"="+dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for range 1 + i%4 {
			if !lines.Scan() || lines.Text()[:4] != "made" {
				t.Errorf("the copier said %q", lines.Text())
			}
		}
		time.AfterFunc(time.Duration(i)*300*time.Microsecond, func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait()
		all := list(t, s, "/x/p.itp")
		if len(all) == 0 {
			t.Fatal("no copy of those that were told of")
		}
		for _, c := range all {
			if err := s.Verify(t.Context(), c.Path); c.Damaged || err != nil {
				t.Errorf("kill %d: %s: %v", i, c.Path, err)
			}
		}
	}
}
