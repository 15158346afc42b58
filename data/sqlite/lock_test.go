package sqlite

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
	"itportfoljen/data/storetest"
)

func TestSecondOpensReadOnly(t *testing.T) {
	first := create(t)
	path := first.Info().Path
	if err := add(first, "a"); err != nil {
		t.Fatal(err)
	}
	second := open(t, path, Options{Who: "bo@hemma"})
	if info := second.Info(); !info.ReadOnly || info.Holder != me.Who {
		t.Errorf("the second has %+v", info)
	}
	err := add(second, "b")
	if fault.CodeOf(err) != fault.Locked || !strings.Contains(err.Error(), me.Who) {
		t.Errorf("the second's commit: %v", err)
	}
	if err := add(first, "c"); err != nil {
		t.Errorf("the first can no longer write: %v", err)
	}
	if n := records(t, second); n != 2 {
		t.Errorf("the second sees %d records, want 2", n)
	}
	if es, err := second.Journal(t.Context(), app.Query{}); err != nil || len(es) != 2 {
		t.Errorf("the second's journal: %d, %v", len(es), err)
	}
	if err := second.Backup(t.Context(), filepath.Join(t.TempDir(), "kopia.itp")); err != nil {
		t.Error(err, cause(err))
	}
	for _, s := range []*Store{first, second} {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if got := inFolder(t, path); len(got) != 1 {
		t.Errorf("left %q", got)
	}
	third := open(t, path, me)
	if third.Info().ReadOnly || records(t, third) != 2 {
		t.Errorf("the third has %+v", third.Info())
	}
}

func TestLockThroughLink(t *testing.T) {
	first := create(t)
	link := filepath.Join(t.TempDir(), "genväg.itp")
	if err := os.Symlink(first.Info().Path, link); err != nil {
		t.Skip("no links here:", err)
	}
	if second := open(t, link, me); !second.Info().ReadOnly || second.Info().Path != link {
		t.Errorf("through a link: %+v", second.Info())
	}
}

// TestLinkInTheLocksPlace: what it points at is somebody's file.
func TestLinkInTheLocksPlace(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links are followed there")
	}
	path := closed(t, 1)
	other := filepath.Join(t.TempDir(), "viktigt.txt")
	if err := os.WriteFile(other, []byte("viktigt"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(other, files.LeasePath(path)); err != nil {
		t.Skip("no links here:", err)
	}
	s := open(t, path, me)
	if records(t, s) != 1 {
		t.Error("the portfolio can't be read")
	}
	s.Close()
	if b, err := os.ReadFile(other); string(b) != "viktigt" {
		t.Errorf("the other file became %q, %v", b, err)
	}
}

func TestStaleLockDoesNotBlock(t *testing.T) {
	path := closed(t, 1)
	b, _ := json.Marshal(files.Holder{Who: "död@maskin", Host: "maskin", PID: 4711, Since: storetest.Now()})
	for _, content := range [][]byte{b, {}, []byte("{halv")} {
		if err := os.WriteFile(files.LeasePath(path), content, 0o600); err != nil {
			t.Fatal(err)
		}
		s := open(t, path, me)
		if s.Info().ReadOnly {
			t.Errorf("a lock left with %q blocks: %+v", content, s.Info())
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if got := inFolder(t, path); len(got) != 1 {
			t.Errorf("left %q", got)
		}
	}
}

func TestLockFileTellsWho(t *testing.T) {
	s := create(t)
	b, err := os.ReadFile(files.LeasePath(s.file))
	if err != nil {
		t.Fatal(err)
	}
	var h files.Holder
	if err := json.Unmarshal(b, &h); err != nil || h.Who != me.Who || h.PID != os.Getpid() || !h.Since.Equal(storetest.Now().Truncate(time.Second)) {
		t.Errorf("%s: %+v, %v", b, h, err)
	}
	if name := (files.Holder{}).Name(); name != "en annan användare" {
		t.Errorf("nobody is %q", name)
	}
}
