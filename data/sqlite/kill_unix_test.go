//go:build !windows

package sqlite

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/data/storetest"
)

// The kill tests start this test program again as a child that writes, and
// kill it at any point. ITP_KILLS sets how many times.
func kills() int {
	if n, err := strconv.Atoi(os.Getenv("ITP_KILLS")); err == nil && n > 0 {
		return n
	}
	return 20
}

const childPath, childJob = "ITP_KILL_PATH", "ITP_KILL_JOB"

// TestKillChild is the child's side; it runs until it is killed.
func TestKillChild(t *testing.T) {
	path := os.Getenv(childPath)
	if path == "" {
		t.Skip("only as a child of the kill tests")
	}
	o := me
	if os.Getenv(childJob) == "migrate" {
		o.migrations = later
	}
	s, err := Open(context.Background(), path, o)
	if err != nil {
		fmt.Println("fel", err, cause(err))
		os.Exit(1)
	}
	fmt.Println("öppen")
	for i := 0; ; i++ {
		n, err := s.Commit(context.Background(), storm(i), last(s), map[string]int{"SYS": i})
		if err != nil {
			fmt.Println("fel", err, cause(err))
			os.Exit(1)
		}
		fmt.Println("sparad", n)
		if i%10 == 5 {
			if err := s.Backup(context.Background(), fmt.Sprintf("%s.%d.kopia", path, n)); err != nil {
				fmt.Println("fel", err, cause(err))
				os.Exit(1)
			}
		}
	}
}

// storm is an entry of 1–400 units that refer to each other.
func storm(i int) app.Entry {
	e := app.Entry{At: storetest.Moment(i), Who: "barn", Label: "Storm"}
	last := field.ID("")
	for j := range 1 + (i*i*37)%400 {
		c := unit(fmt.Sprintf("%d-%d-%d-%d", os.Getpid(), time.Now().UnixNano(), i, j))
		c.Record.Put(c.Kind.Field("parent"), last)
		last = c.ID
		e.Changes = append(e.Changes, c)
	}
	return e
}

// killed runs a child and kills it after some acknowledged commits and a
// little while. It gives the numbers that were acknowledged.
func killed(t *testing.T, path, job string, acks int, then time.Duration) []int64 {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestKillChild$", "-test.v")
	cmd.Env = append(os.Environ(), childPath+"="+path, childJob+"="+job)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var numbers []int64
	var timer *time.Timer
	if acks < 0 {
		timer = time.AfterFunc(then, func() { cmd.Process.Kill() })
	}
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadString('\n')
		if err == io.EOF || err != nil {
			break
		}
		if strings.HasPrefix(line, "fel") {
			t.Errorf("the child failed: %s", line)
		}
		if n, err := strconv.ParseInt(strings.TrimSpace(strings.TrimPrefix(line, "sparad ")), 10, 64); err == nil {
			numbers = append(numbers, n)
		}
		if timer == nil && len(numbers) >= acks {
			timer = time.AfterFunc(then, func() { cmd.Process.Kill() })
		}
	}
	_ = cmd.Wait() // killed
	return numbers
}

func TestKilledWhileSaving(t *testing.T) {
	path := closed(t, 1)
	acknowledged := map[int64]bool{}
	for i := range kills() {
		acks, then := rand.IntN(12), time.Duration(rand.IntN(3000))*time.Microsecond
		if i%5 == 4 { // sometimes while opening
			acks, then = -1, time.Duration(rand.IntN(60))*time.Millisecond
		}
		for _, n := range killed(t, path, "save", acks, then) {
			acknowledged[n] = true
		}
		survived(t, path, acknowledged)
		if t.Failed() {
			t.Fatalf("after kill %d of %d", i+1, kills())
		}
	}
	t.Logf("%d kills, %d acknowledged entries, none lost", kills(), len(acknowledged))
}

// survived checks the file, that every acknowledged entry is there with its
// units, and every backup that has its name.
func survived(t *testing.T, path string, acknowledged map[int64]bool) {
	t.Helper()
	s := open(t, path, me)
	defer s.Close()
	if s.Info().ReadOnly {
		t.Errorf("locked after a crash: %+v", s.Info())
	}
	if err := s.Check(t.Context()); err != nil {
		t.Error(err, cause(err))
	}
	entries, err := s.Journal(t.Context(), app.Query{})
	if err != nil {
		t.Fatal(err)
	}
	found, units := map[int64]bool{}, 0
	for _, e := range entries {
		found[e.Number] = true
		units += len(e.Changes)
	}
	for n := range acknowledged {
		if !found[n] {
			t.Errorf("acknowledged entry %d is gone", n)
		}
	}
	if n := records(t, s); n != units {
		t.Errorf("%d units, but the journal made %d", n, units)
	}
	backups, _ := filepath.Glob(path + ".*.kopia")
	for _, b := range backups {
		c := open(t, b, me)
		if err := c.Check(t.Context()); err != nil {
			t.Errorf("backup %s: %v", b, err)
		}
		c.Close()
		os.Remove(b)
	}
}

func TestKilledWhileMigrating(t *testing.T) {
	old, err := os.ReadFile(closed(t, 400))
	if err != nil {
		t.Fatal(err)
	}
	for i := range kills()/2 + 1 {
		path := filepath.Join(t.TempDir(), "gammal.itp")
		if err := os.WriteFile(path, old, 0o600); err != nil {
			t.Fatal(err)
		}
		killed(t, path, "migrate", -1, time.Duration(rand.IntN(40))*time.Millisecond)
		o := me
		o.migrations = later
		s := open(t, path, o)
		if err := s.Check(t.Context()); err != nil {
			t.Error(err, cause(err))
		}
		if n := records(t, s); n < 400 {
			t.Errorf("kill %d: %d records left of 400", i+1, n)
		}
		s.Close()
	}
}
