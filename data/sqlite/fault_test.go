package sqlite

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
)

// many are so many units that they don't fit in a few pages.
func many(prefix string) []string {
	var ids []string
	for i := range 3000 {
		ids = append(ids, fmt.Sprint(prefix, i))
	}
	return ids
}

func TestDiskFullAtCommit(t *testing.T) {
	s := create(t)
	if err := add(s, "a"); err != nil {
		t.Fatal(err)
	}
	pages, err := s.writer.number(t.Context(), "PRAGMA page_count")
	if err != nil {
		t.Fatal(err)
	}
	limit := func(n int64) {
		if err := s.writer.run(t.Context(), fmt.Sprintf("PRAGMA max_page_count = %d", n)); err != nil {
			t.Fatal(err)
		}
	}
	limit(pages + 3)
	if err := add(s, many("u")...); fault.CodeOf(err) != fault.DiskFull || !strings.Contains(err.Error(), "plats på disken") {
		t.Errorf("%v (%v)", err, cause(err))
	}
	if n := records(t, s); n != 1 {
		t.Errorf("%d records after a full disk, want 1", n)
	}
	limit(1 << 30)
	if err := add(s, "b"); err != nil {
		t.Errorf("unusable after a full disk: %v (%v)", err, cause(err))
	}
	if err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
	if es, err := s.Journal(t.Context(), app.Query{}); err != nil || len(es) != 2 || es[0].Number != 2 {
		t.Errorf("journal %v, %v", es, err)
	}
}

// TestAnotherProgramWrites: something else than the program holds SQLite's lock.
func TestAnotherProgramWrites(t *testing.T) {
	s := create(t)
	other, err := connect(t.Context(), s.file, "mode=rw")
	if err != nil {
		t.Fatal(err)
	}
	defer other.close()
	if err := s.writer.run(t.Context(), "PRAGMA busy_timeout = 0"); err != nil {
		t.Fatal(err)
	}
	if err := other.run(t.Context(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	if err := add(s, "a"); fault.CodeOf(err) != fault.Locked {
		t.Errorf("%v (%v)", err, cause(err))
	}
	if err := other.run(t.Context(), "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	if err := add(s, "a"); err != nil {
		t.Errorf("unusable after: %v (%v)", err, cause(err))
	}
}

// TestLockThatIsNeverGivenBack: the disk may fail to take back a reader's lock,
// and SQLite doesn't tell.
func TestLockThatIsNeverGivenBack(t *testing.T) {
	s := create(t)
	if err := s.writer.run(t.Context(), "PRAGMA busy_timeout = 0"); err != nil {
		t.Fatal(err)
	}
	if err := s.readers.with(t.Context(), func(c *conn) error { return c.hold(t.Context()) }); err != nil {
		t.Fatal(err)
	}
	if err := add(s, "a"); err != nil {
		t.Errorf("%v (%v)", err, cause(err))
	}
}

func TestBackup(t *testing.T) {
	s := create(t)
	if err := add(s, many("u")...); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "kopia.itp")
	if err := s.Backup(t.Context(), path); err != nil {
		t.Fatal(err, cause(err))
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(path); info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("mode %v", info.Mode())
	}
	for p, want := range map[string]fault.Code{
		path:          fault.Conflict,
		s.Info().Path: fault.Conflict,
		filepath.Join(t.TempDir(), "ingen", "a.itp"): fault.NotFound,
	} {
		if err := s.Backup(t.Context(), p); fault.CodeOf(err) != want {
			t.Errorf("%s: %v, want %q", p, err, want)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Backup(ctx, path+"2"); fault.CodeOf(err) != fault.Canceled {
		t.Errorf("canceled: %v (%v)", err, cause(err))
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the first backup was changed")
	}
	if got := inFolder(t, path); len(got) != 1 {
		t.Errorf("left %q", got)
	}
	copied := open(t, path, me)
	if n := records(t, copied); n != 3000 || copied.Info().ReadOnly {
		t.Errorf("%d records, %+v", n, copied.Info())
	}
	if err := add(copied, "ny"); err != nil {
		t.Error(err)
	}
}

// TestReadAgain: an error that passes is read past, one that stays is told.
func TestReadAgain(t *testing.T) {
	s := create(t)
	broken := fmt.Errorf("a page: %w", errMisread)
	network := &os.PathError{Op: "read", Path: s.file, Err: unreachable}
	for _, c := range []struct {
		err   error
		times int
		tries int
		want  fault.Code
	}{
		{broken, 1, 2, ""},
		{network, 3, 4, ""},
		{broken, 99, 4, fault.Damaged},
		{network, 99, 4, fault.NotFound},
		{fault.New(fault.TooNew, "Ny."), 99, 1, fault.TooNew},
		{context.Canceled, 99, 1, fault.Canceled},
	} {
		tries := 0
		err := s.again(t.Context(), func() error {
			if tries++; tries <= c.times {
				return c.err
			}
			return nil
		})
		if fault.CodeOf(err) != c.want || tries != c.tries {
			t.Errorf("%v %d times: %v after %d tries, want %q after %d", c.err, c.times, err, tries, c.want, c.tries)
		}
	}
}

// TestUnfinishedFileIsNeverNamed: people know the name that it is to get.
func TestUnfinishedFileIsNeverNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ny.itp")
	_, err := Create(t.Context(), path, me, func(s app.Store) error {
		if err := s.(*Store).writer.run(t.Context(), "PRAGMA max_page_count = 1"); err != nil {
			return err
		}
		return add(s.(*Store), many("u")...)
	})
	if fault.CodeOf(err) != fault.DiskFull || !strings.Contains(err.Error(), "”ny.itp”") {
		t.Errorf("%v (%v)", err, cause(err))
	}
}

func TestExplain(t *testing.T) {
	for _, c := range []struct {
		err  error
		want fault.Code
	}{
		{context.Canceled, fault.Canceled},
		{fmt.Errorf("wrapped: %w", context.DeadlineExceeded), fault.Canceled},
		{errors.New("sqlite: what?"), fault.Internal},
		{fault.New(fault.TooNew, "Ny."), fault.TooNew},
		{&os.PathError{Op: "open", Path: "x", Err: os.ErrNotExist}, fault.NotFound},
		{&os.PathError{Op: "open", Path: "x", Err: os.ErrPermission}, fault.NoPermission},
	} {
		if err := explain(c.err, "/a/b.itp"); fault.CodeOf(err) != c.want || strings.Contains(err.Error(), "%") {
			t.Errorf("%v: %v, want %q", c.err, err, c.want)
		}
	}
	for code, want := range map[int]fault.Code{
		13: fault.DiskFull, 8: fault.ReadOnly, 8 | 4<<8: fault.ReadOnly, 5: fault.Locked, 5 | 2<<8: fault.Locked, 787: fault.Conflict, 2067: fault.Conflict,
		3091: fault.Internal, 11: fault.Damaged, 26: fault.Unreadable, 14: fault.NoPermission, 9: fault.Canceled, 10 | 3<<8: fault.Unreadable, 18: fault.TooLarge, 1: fault.Internal,
	} {
		if got, text := explainCode(code); got != want || !strings.HasSuffix(text, ".") {
			t.Errorf("SQLite's %d: %q %q, want %q", code, got, text, want)
		}
	}
	if explain(nil, "a") != nil {
		t.Error("nil became an error")
	}
}
