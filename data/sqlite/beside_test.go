package sqlite

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
	"itportfoljen/data/storetest"
)

// halfWay copies a portfolio as it lies on the disk in the middle of a commit,
// half of it written, to a folder of its own.
func halfWay(t *testing.T, path string) (copied string) {
	t.Helper()
	s := open(t, path, me)
	defer s.Close()
	if err := s.writer.run(t.Context(), "PRAGMA cache_size = 4"); err != nil { // pages spill into the file
		t.Fatal(err)
	}
	copied = filepath.Join(t.TempDir(), filepath.Base(path))
	stop := os.ErrProcessDone
	e := app.Entry{At: storetest.Moment(1), Label: "Halv"}
	for _, id := range many("h") {
		e.Changes = append(e.Changes, unit(id))
	}
	w := newPending(s, e)
	err := s.writer.transaction("BEGIN IMMEDIATE", func() error {
		if err := w.all(t.Context(), e, last(s), nil); err != nil {
			return err
		}
		for _, ending := range []string{"", "-journal"} {
			copyAs(t, s.file+ending, copied+ending)
		}
		return stop
	})
	if err != stop {
		t.Fatal(err)
	}
	if h, err := readJournalHead(copied + "-journal"); err != nil || !h.sound || h.pages == 0 {
		t.Fatalf("no hot journal: %+v, %v", h, err)
	}
	return copied
}

func copyAs(t *testing.T, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestOnlyTheFile holds that a plain copy of an open portfolio is all of it.
func TestOnlyTheFile(t *testing.T) {
	s := create(t)
	for i, id := range []string{"a", "b", "c"} {
		if err := add(s, id); err != nil {
			t.Fatal(err)
		}
		for _, name := range inFolder(t, s.file) {
			info, err := os.Stat(filepath.Join(filepath.Dir(s.file), name))
			if err != nil || strings.HasSuffix(name, "-journal") && info.Size() != 0 {
				t.Errorf("%s has %d bytes, %v", name, info.Size(), err)
			}
		}
		copied := filepath.Join(t.TempDir(), "kopia.itp")
		copyAs(t, s.file, copied)
		if n := records(t, open(t, copied, me)); n != i+1 {
			t.Errorf("the copy has %d of %d", n, i+1)
		}
	}
	for _, name := range inFolder(t, s.file) {
		if base := filepath.Base(s.file); name != base && name != base+".lock" && name != base+"-journal" {
			t.Errorf("beside lies %s", name)
		}
	}
}

// TestCrashIsTakenBack: the journal is of the file, whoever opens it next.
func TestCrashIsTakenBack(t *testing.T) {
	path := closed(t, 3)
	for name, a := range map[string]app.Access{"to edit": app.ToEdit, "to read": app.ToRead, "to write": app.ToWrite} {
		t.Run(name, func(t *testing.T) {
			crashed := halfWay(t, path)
			if err := os.WriteFile(files.LeasePath(crashed), []byte(`{"who":"död","pid":1}`), 0o600); err != nil {
				t.Fatal(err)
			}
			o := me
			o.Access = a
			s := open(t, crashed, o)
			if n := records(t, s); n != 3 || len(s.Info().SetAside) != 0 {
				t.Errorf("%d records, %+v", n, s.Info())
			}
			if err := s.Check(t.Context()); err != nil {
				t.Error(err, cause(err))
			}
			s.Close()
			if got := inFolder(t, crashed); len(got) != 1 {
				t.Errorf("left %q", got)
			}
		})
	}
}

// TestForeignJournal: one of another portfolio, or of another time, or nothing
// of the kind, is never rolled into the file.
func TestForeignJournal(t *testing.T) {
	path := closed(t, 2000)
	other := halfWay(t, closed(t, 5))
	before := halfWay(t, path) // and then the portfolio went on
	alike := filepath.Join(t.TempDir(), "lik.itp")
	copyAs(t, path, alike)
	sibling := halfWay(t, path) // begun from just the state that the copy goes on from
	s := open(t, alike, me)
	if err := add(s, "senare"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	s = open(t, path, me)
	for _, id := range []string{"x", "y"} {
		if err := add(s, id); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	for name, c := range map[string]struct{ file, journal string }{
		"another portfolio's": {path, other + "-journal"},
		"of an earlier time":  {path, before + "-journal"},
		"of a twin's next":    {alike, sibling + "-journal"},
		"a text":              {path, ""},
	} {
		for _, a := range []app.Access{app.ToRead, app.ToEdit} {
			t.Run(name, func(t *testing.T) {
				at := filepath.Join(t.TempDir(), "portfölj.itp")
				copyAs(t, c.file, at)
				want, _ := os.ReadFile(at)
				if c.journal != "" {
					copyAs(t, c.journal, at+"-journal")
				} else if err := os.WriteFile(at+"-journal", bytes.Repeat([]byte("anteckning "), 99), 0o600); err != nil {
					t.Fatal(err)
				}
				journal, _ := os.ReadFile(at + "-journal")
				o := me
				o.Access = a
				s := open(t, at, o)
				aside := s.Info().SetAside
				if err := s.Close(); err != nil {
					t.Error(err)
				}
				if got, _ := os.ReadFile(at); !bytes.Equal(got, want) {
					t.Error("the portfolio was changed")
				}
				if len(aside) != 1 || !strings.Contains(aside[0], "undanlagd") {
					t.Fatalf("set aside %q", aside)
				}
				if got, _ := os.ReadFile(aside[0]); !bytes.Equal(got, journal) {
					t.Error("what was set aside isn't what lay there")
				}
				if got := inFolder(t, at); len(got) != 2 {
					t.Errorf("left %q", got)
				}
			})
		}
	}
}

// TestForeignLog: a write-ahead log is never a portfolio's.
func TestForeignLog(t *testing.T) {
	path := closed(t, 50)
	want, _ := os.ReadFile(path)
	log := filepath.Join(t.TempDir(), "annan.db")
	c, err := connect(t.Context(), emptyAt(t, log), "mode=rw&_pragma=journal_mode(WAL)")
	if err != nil {
		t.Fatal(err)
	}
	if err := c.run(t.Context(), "CREATE TABLE x (y); INSERT INTO x VALUES (1)"); err != nil {
		t.Fatal(err)
	}
	for _, a := range []app.Access{app.ToRead, app.ToEdit} {
		copyAs(t, log+"-wal", path+"-wal")
		o := me
		o.Access = a
		s := open(t, path, o)
		if n := records(t, s); n != 50 || len(s.Info().SetAside) != 1 {
			t.Errorf("%d records, %+v", n, s.Info())
		}
		// one that turns up later
		copyAs(t, log+"-wal", path+"-wal")
		if n := records(t, s); n != 50 || len(s.Info().SetAside) != 2 {
			t.Errorf("%d records, %+v", n, s.Info())
		}
		s.Close()
	}
	c.close()
	if got, _ := os.ReadFile(path); !bytes.Equal(got, want) {
		t.Error("the portfolio was changed")
	}
}

func emptyAt(t *testing.T, path string) string {
	t.Helper()
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestWrittenWithLog: another program may have left a portfolio in a state that
// needs a log beside it.
func TestWrittenWithLog(t *testing.T) {
	for _, a := range []app.Access{app.ToRead, app.ToEdit} {
		path := closed(t, 3)
		edit(t, path, "PRAGMA journal_mode = WAL")
		if h, _ := readHeader(path); !h.log {
			t.Fatal("not so written")
		}
		o := me
		o.Access = a
		s := open(t, path, o)
		if n := records(t, s); n != 3 {
			t.Errorf("%d records", n)
		}
		s.Close()
		if h, _ := readHeader(path); h.log || len(inFolder(t, path)) != 1 {
			t.Errorf("left %+v, %q", h, inFolder(t, path))
		}
	}
}

// TestCrashWhereNothingMayBeWritten: the file is read as it was before the
// crash, and what lies there is left alone.
func TestCrashWhereNothingMayBeWritten(t *testing.T) {
	if os.PathSeparator != '/' {
		t.Skip("folders are closed in another way there")
	}
	crashed := halfWay(t, closed(t, 3))
	dir := filepath.Dir(crashed)
	if err := os.Chmod(crashed, 0o400); err != nil {
		t.Fatal(err)
	}
	closeFolder(t, dir)
	before := inFolder(t, crashed)
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	s := open(t, crashed, me)
	if info := s.Info(); !info.ReadOnly || info.Why != fault.ReadOnly || info.Path != crashed {
		t.Errorf("info %+v", info)
	}
	if n := records(t, s); n != 3 {
		t.Errorf("%d records", n)
	}
	s.Close()
	if after := inFolder(t, crashed); strings.Join(after, " ") != strings.Join(before, " ") {
		t.Errorf("left %q, was %q", after, before)
	}
	if left, _ := os.ReadDir(temp); len(left) != 0 {
		t.Errorf("the private copy is left: %v", left)
	}
}

// closeFolder makes a folder one that not even root may write to.
func closeFolder(t *testing.T, dir string) {
	t.Helper()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(dir, 0o700) })
	if os.Geteuid() != 0 {
		return
	}
	if out, err := exec.Command("mount", "--bind", "-o", "ro", dir, dir).CombinedOutput(); err != nil {
		t.Skipf("can't close a folder to root: %s", out)
	}
	t.Cleanup(func() { exec.Command("umount", "-l", dir).Run() })
}
