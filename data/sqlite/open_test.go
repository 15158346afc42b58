package sqlite

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/data/storetest"
)

// unit is the creation of a unit.
func unit(id string) field.Change {
	r := field.NewRecord(org.UnitKind, field.ID(id))
	r.Put(org.UnitName.Field, "Enhet "+id)
	return field.Change{Op: field.Create, Kind: r.Kind, ID: r.ID, Record: r}
}

func add(s *Store, ids ...string) error {
	e := app.Entry{At: storetest.Moment(0), Who: "Åsa", Label: "Lade till"}
	for _, id := range ids {
		e.Changes = append(e.Changes, unit(id))
	}
	_, err := s.Commit(context.Background(), e, last(s), nil)
	return err
}

func last(s *Store) int64 {
	n, _ := s.Newest(context.Background())
	return n
}

func records(t *testing.T, s *Store) int {
	t.Helper()
	snap, err := s.Load(t.Context())
	if err != nil {
		t.Fatal(err, cause(err))
	}
	return len(snap.Records)
}

// closed is the path of a portfolio with some units that nobody has open.
func closed(t *testing.T, units int) string {
	t.Helper()
	s := create(t)
	var ids []string
	for i := range units {
		ids = append(ids, fmt.Sprint("u", i))
	}
	if err := add(s, ids...); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s.Info().Path
}

func inFolder(t *testing.T, path string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// edit runs SQL on a closed portfolio behind the store's back.
func edit(t *testing.T, path, script string) {
	t.Helper()
	c, err := connect(t.Context(), path, renewing)
	if err != nil {
		t.Fatal(err)
	}
	defer c.close()
	if err := c.run(t.Context(), script); err != nil {
		t.Fatal(err)
	}
}

func TestClosedPortfolioIsOnePrivateFile(t *testing.T) {
	path := closed(t, 3)
	if got := inFolder(t, path); len(got) != 1 {
		t.Errorf("left %q", got)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestPathsOfEveryKind(t *testing.T) {
	for _, name := range []string{"å ä ö.itp", "50% #1?.itp", "it's.itp", "a&b=c.itp", `{"x"}.itp`} {
		if os.PathSeparator != '/' && strings.ContainsAny(name, `?"`) {
			continue
		}
		path := filepath.Join(t.TempDir(), name)
		s := createAt(t, path)
		if err := add(s, "u"); err != nil {
			t.Error(name, err)
		}
		if err := s.Backup(t.Context(), filepath.Join(t.TempDir(), name)); err != nil {
			t.Error(name, err, cause(err))
		}
		if err := s.Close(); err != nil {
			t.Error(name, err)
		}
		if got := inFolder(t, path); len(got) != 1 || got[0] != name {
			t.Errorf("%q became %q", name, got)
		}
		s = open(t, path, me)
		if n := records(t, s); n != 1 {
			t.Errorf("%s: %d records", name, n)
		}
	}
}

func TestNamesTooLongForTheFilesBeside(t *testing.T) {
	for _, letters := range []int{239, 245, 248, 251, 300} {
		path := filepath.Join(t.TempDir(), strings.Repeat("a", letters)+".itp")
		s, err := Create(t.Context(), path, me, nil)
		if err == nil {
			if err := add(s, "u"); err != nil {
				t.Errorf("%d letters: %v (%v)", letters, err, cause(err))
			}
			if err := s.Close(); err != nil {
				t.Errorf("%d letters: %v", letters, err)
			}
			continue
		}
		if fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%d letters: code %q (%v), want %q", letters, fault.CodeOf(err), err, fault.Invalid)
		}
		if got := inFolder(t, path); len(got) != 0 {
			t.Errorf("%d letters: left %q", letters, got)
		}
		if letters > 251 {
			continue
		}
		if err := os.Rename(closed(t, 1), path); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(t.Context(), path, me); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%d letters, opened: code %q (%v), want %q", letters, fault.CodeOf(err), err, fault.Invalid)
		}
	}
}

func TestLinkInACircle(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.itp")
	if err := os.Symlink(path, path); err != nil {
		t.Skip("no links here:", err)
	}
	if _, err := Open(t.Context(), path, me); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("code %q (%v), want %q", fault.CodeOf(err), err, fault.Invalid)
	}
}

func TestCreateNeverOverwrites(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.itp")
	if err := os.WriteFile(path, []byte("någon annans"), 0o600); err != nil {
		t.Fatal(err)
	}
	for p, want := range map[string]fault.Code{
		path:                             fault.Conflict,
		dir:                              fault.Conflict,
		filepath.Join(dir, "ingen", "a"): fault.NotFound,
	} {
		if _, err := Create(t.Context(), p, me, nil); fault.CodeOf(err) != want {
			t.Errorf("%s: code %q (%v), want %q", p, fault.CodeOf(err), err, want)
		}
	}
	if b, _ := os.ReadFile(path); string(b) != "någon annans" {
		t.Errorf("the file became %q", b)
	}
	if got := inFolder(t, path); len(got) != 1 {
		t.Errorf("left %q", got)
	}
}

// TestTooLateToStop: what has its name is made, whether or not it is opened.
func TestTooLateToStop(t *testing.T) {
	for name, c := range map[string]struct {
		last func(cancel func(), s *Store) error
		want fault.Code
	}{
		"cancelled":       {func(cancel func(), _ *Store) error { cancel(); return nil }, ""},
		"can't be opened": {func(_ func(), s *Store) error { return s.writer.run(t.Context(), "PRAGMA user_version = 99") }, fault.Unopened},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			path := filepath.Join(t.TempDir(), "ny.itp")
			s, err := Create(ctx, path, me, func(s app.Store) error { return c.last(cancel, s.(*Store)) })
			if fault.CodeOf(err) != c.want {
				t.Errorf("%v (%v), want %q", err, cause(err), c.want)
			}
			if err == nil {
				s.Close()
			}
			if got := inFolder(t, path); len(got) != 1 {
				t.Errorf("left %q", got)
			}
		})
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(t *testing.T, path string)
		want fault.Code
		says string
	}{
		{"missing", func(t *testing.T, path string) { os.Remove(path) }, fault.NotFound, "finns inte"},
		{"empty", func(t *testing.T, path string) { os.Truncate(path, 0) }, fault.Unreadable, "inte en IT-portfölj"},
		{"folder", func(t *testing.T, path string) { os.Remove(path); os.Mkdir(path, 0o700) }, fault.Unreadable, "mapp"},
		{"text", func(t *testing.T, path string) { os.WriteFile(path, bytes.Repeat([]byte("text "), 999), 0o600) }, fault.Unreadable, "inte en IT-portfölj"},
		{"short", func(t *testing.T, path string) { os.WriteFile(path, []byte("x"), 0o600) }, fault.Unreadable, "inte en IT-portfölj"},
		{"another program's", func(t *testing.T, path string) { edit(t, path, "PRAGMA application_id = 4711") }, fault.Unreadable, "inte en IT-portfölj"},
		{"newer", func(t *testing.T, path string) { edit(t, path, "PRAGMA user_version = 9999") }, fault.TooNew, "nyare version"},
		{"cut off", func(t *testing.T, path string) { os.Truncate(path, 100_000) }, fault.Damaged, "säkerhetskopia"},
		{"overwritten", func(t *testing.T, path string) { overwrite(t, path, 4096*6) }, fault.Damaged, "säkerhetskopia"},
		{"a table gone", func(t *testing.T, path string) { edit(t, path, "DROP TABLE frame") }, fault.Unreadable, "aldrig skriver"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := closed(t, 50)
			c.make(t, path)
			before, _ := os.ReadFile(path)
			s, err := Open(t.Context(), path, me)
			if err == nil {
				s.Close()
			}
			if fault.CodeOf(err) != c.want || !strings.Contains(fmt.Sprint(err), c.says) {
				t.Errorf("code %q: %v (%v), want %q", fault.CodeOf(err), err, cause(err), c.want)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
			if got := inFolder(t, path); len(got) > 1 {
				t.Errorf("left %q", got)
			}
		})
	}
}

func overwrite(t *testing.T, path string, at int64) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if i, err := f.Stat(); err != nil || i.Size() < at+3*4096 {
		t.Fatalf("the file ends before what is to be overwritten: %v (%v)", i.Size(), err)
	}
	if _, err := f.WriteAt(bytes.Repeat([]byte{0x5a}, 3*4096), at); err != nil {
		t.Fatal(err)
	}
}

// TestDamageFoundByLoadAndCheck: a large file isn't looked through at the opening, but
// damage never passes as an empty portfolio.
func TestDamageFoundByLoadAndCheck(t *testing.T) {
	path := closed(t, 5000)
	s := open(t, path, me)
	overwrite(t, path, 4096*100)
	_, err := s.Load(t.Context())
	if fault.CodeOf(err) != fault.Damaged {
		t.Errorf("load: code %q: %v (%v)", fault.CodeOf(err), err, cause(err))
	}
	if err := s.Check(t.Context()); fault.CodeOf(err) != fault.Damaged {
		t.Errorf("check: code %q: %v (%v)", fault.CodeOf(err), err, cause(err))
	}
}

// TestMisreadValuesAreDamage: a value that no version has written is damage,
// not a fault of the program's.
func TestMisreadValuesAreDamage(t *testing.T) {
	for _, script := range []string{
		"UPDATE unit SET free = '{'",
		"UPDATE entry SET at = 'i går'",
		"UPDATE entry SET chain = x'00'",
		"UPDATE block SET data = x'72'",
		"UPDATE block SET hash = zeroblob(32)",
	} {
		path := closed(t, 1)
		edit(t, path, script)
		s := open(t, path, me)
		_, err := s.Load(t.Context())
		if err == nil {
			_, err = s.Journal(t.Context(), app.Query{})
		}
		if fault.CodeOf(err) != fault.Damaged {
			t.Errorf("%s: code %q: %v (%v)", script, fault.CodeOf(err), err, cause(err))
		}
	}
}

// TestClockGoneWild: a year of five digits must not make the file unreadable.
func TestClockGoneWild(t *testing.T) {
	s := create(t)
	for i, at := range []time.Time{time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC)} {
		e := app.Entry{At: at, Label: "Lade till", Changes: []field.Change{unit(fmt.Sprint("u", i))}}
		if _, err := s.Commit(t.Context(), e, last(s), nil); err != nil {
			t.Fatal(err, cause(err))
		}
	}
	if n := records(t, s); n != 2 {
		t.Errorf("%d records", n)
	}
	es, err := s.Journal(t.Context(), app.Query{})
	if err != nil || len(es) != 2 || es[1].At.Year() != 9999 || es[0].At.Year() != 0 {
		t.Errorf("the journal: %v, %v (%v)", es, err, cause(err))
	}
}

// TestDamagedIndex: only the index tells that something is wrong.
func TestDamagedIndex(t *testing.T) {
	path := closed(t, 3)
	const on = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE INDEX entry_undoes ON entry (%s) WHERE undoes IS NOT NULL' WHERE name = 'entry_undoes'"
	edit(t, path, "UPDATE entry SET undoes = 1;"+fmt.Sprintf(on, "who"))
	edit(t, path, "REINDEX entry_undoes;"+fmt.Sprintf(on, "undoes"))
	if _, err := Open(t.Context(), path, me); fault.CodeOf(err) != fault.Damaged {
		t.Errorf("code %q: %v (%v)", fault.CodeOf(err), err, cause(err))
	}
}

func TestCheckFindsDanglingReference(t *testing.T) {
	path := closed(t, 1)
	edit(t, path, "UPDATE unit SET parent = 'ingen'")
	s := open(t, path, me)
	if err := s.Check(t.Context()); fault.CodeOf(err) != fault.Damaged {
		t.Errorf("code %q: %v", fault.CodeOf(err), err)
	}
}
