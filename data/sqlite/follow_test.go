package sqlite

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

func onlyReader() Options { return Options{Who: "bo@hemma", Clock: me.Clock, Access: app.ToRead} }

// TestReadingTakesNothing: beside a reader anyone may write, and beside a writer
// anyone may read.
func TestReadingTakesNothing(t *testing.T) {
	path := closed(t, 1)
	r := open(t, path, onlyReader())
	if records(t, r) != 1 || !r.Info().ReadOnly || r.Info().Holder != "" {
		t.Errorf("info %+v", r.Info())
	}
	if got := inFolder(t, path); len(got) != 1 {
		t.Errorf("a reader left %q", got)
	}
	w := open(t, path, Options{Who: "anna", Access: app.ToWrite})
	if err := add(w, "x"); err != nil {
		t.Fatal(err, cause(err))
	}
	late := open(t, path, onlyReader())
	if a, b := records(t, r), records(t, late); a != 2 || b != 2 {
		t.Errorf("the readers see %d and %d", a, b)
	}
	if err := add(r, "y"); fault.CodeOf(err) != fault.ReadOnly {
		t.Errorf("a reader wrote: %v", err)
	}
}

// TestWritersWait: for one who is soon done, and not for ever.
func TestWritersWait(t *testing.T) {
	first := create(t)
	path := first.Info().Path
	_, err := Open(t.Context(), path, Options{Who: "bo", Access: app.ToWrite, Wait: time.Millisecond})
	if fault.CodeOf(err) != fault.Locked || !strings.Contains(err.Error(), me.Who) || !strings.Contains(err.Error(), "sedan 2027-03-01") {
		t.Errorf("the second got %v", err)
	}
	time.AfterFunc(50*time.Millisecond, func() { first.Close() })
	second := open(t, path, Options{Who: "bo", Access: app.ToWrite, Wait: time.Minute})
	if second.Info().ReadOnly {
		t.Errorf("info %+v", second.Info())
	}
}

func TestTakeOver(t *testing.T) {
	first := create(t)
	if err := add(first, "a"); err != nil {
		t.Fatal(err)
	}
	second := open(t, first.Info().Path, Options{Who: "bo"})
	if info := second.Info(); info.Why != fault.Locked || info.Holder != me.Who || second.Holder() != me.Who {
		t.Errorf("info %+v, holder %q", info, second.Holder())
	}
	if err := second.TakeOver(t.Context()); fault.CodeOf(err) != fault.Locked {
		t.Errorf("took over what is held: %v", err)
	}
	if records(t, second) != 1 || !second.Info().ReadOnly {
		t.Error("the second can't read any more")
	}
	if err := add(first, "b"); err != nil {
		t.Fatal(err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if second.Holder() != "" {
		t.Errorf("held by %q", second.Holder())
	}
	if err := second.TakeOver(t.Context()); err != nil || second.Info().ReadOnly {
		t.Fatalf("%v, %+v", err, second.Info())
	}
	if err := add(second, "c"); err != nil || records(t, second) != 3 {
		t.Errorf("%v, %d records", err, records(t, second))
	}
	if err := second.Close(); err != nil {
		t.Error(err)
	}
	if got := inFolder(t, second.Info().Path); len(got) != 1 {
		t.Errorf("left %q", got)
	}
}

// TestMovedFile: what is saved into a file that others can't find is lost.
func TestMovedFile(t *testing.T) {
	for name, c := range map[string]struct {
		move func(path string) error
		says string
	}{
		"deleted":  {func(path string) error { return os.Remove(path) }, "finns inte längre"},
		"moved":    {func(path string) error { return os.Rename(path, path+"x") }, "finns inte längre"},
		"replaced": {func(path string) error { return os.Rename(path+".ny", path) }, "bytts mot en annan"},
	} {
		t.Run(name, func(t *testing.T) {
			other := closed(t, 7)
			s := create(t)
			path := s.Info().Path
			if err := add(s, "a"); err != nil {
				t.Fatal(err)
			}
			copyAs(t, other, path+".ny")
			if err := c.move(path); err != nil {
				t.Skip("an open file can't be moved here:", err)
			}
			for range 2 {
				if err := add(s, "b"); fault.CodeOf(err) != fault.Moved || !strings.Contains(err.Error(), c.says) {
					t.Errorf("commit: %v (%v)", err, cause(err))
				}
			}
			kept := filepath.Join(t.TempDir(), "kopia.itp")
			if err := s.Backup(t.Context(), kept); err != nil {
				t.Fatal(err, cause(err))
			}
			if n := records(t, open(t, kept, me)); n != 1 {
				t.Errorf("the copy has %d records, want 1", n)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			if name == "replaced" {
				if n := records(t, open(t, path, me)); n != 7 {
					t.Errorf("the other file has %d records, want 7", n)
				}
			}
		})
	}
}

// TestReaderFollowsTheName: who only reads sees the file that is there.
func TestReaderFollowsTheName(t *testing.T) {
	path := closed(t, 2)
	r := open(t, path, onlyReader())
	if records(t, r) != 2 {
		t.Fatal("not two")
	}
	if err := os.Rename(closed(t, 5), path); err != nil {
		t.Skip("an open file can't be replaced here:", err)
	}
	if n := records(t, r); n != 5 {
		t.Errorf("%d records after the file was replaced, want 5", n)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Newest(t.Context()); fault.CodeOf(err) != fault.Moved {
		t.Errorf("newest of no file: %v", err)
	}
	copyAs(t, closed(t, 3), path)
	if n := records(t, r); n != 3 {
		t.Errorf("%d records after it came back, want 3", n)
	}
}

func TestSecondPathToTheSameFile(t *testing.T) {
	s := create(t)
	if l, by, err := files.TakeLease(s.file, files.NewHolder("bo", false, me.Clock())); l != nil || by == nil || err != nil {
		t.Errorf("the lease was given twice: %v, %v, %v", l, by, err)
	}
}

// TestWrittenOverInTheMiddle: what another program wrote over isn't said to be saved.
func TestWrittenOverInTheMiddle(t *testing.T) {
	other := closed(t, 5)
	s := create(t)
	if err := add(s, "a"); err != nil {
		t.Fatal(err)
	}
	m, err := s.writer.mark(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.stillHere(&pending{mark: m}); err != nil {
		t.Errorf("what is saved: %v", err)
	}
	copyAs(t, other, s.file)
	if err := s.stillHere(&pending{mark: m}); fault.CodeOf(err) != fault.Moved {
		t.Errorf("what was written over: %v", err)
	}
}
