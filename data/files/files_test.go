package files

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
)

func write(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

func TestWriteAtomicReplaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.itp")
	for _, content := range []string{"ett", "två"} {
		if err := WriteAtomic(path, write(content)); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != content {
			t.Fatalf("got %q, %v; want %q", got, err, content)
		}
	}
}

func TestWriteAtomicNeverReplacesAPortfolio(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	const whole = "SQLite format 3\x00 och resten"
	if err := os.WriteFile(path, []byte(whole), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := WriteAtomic(path, write("x")); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("code %q (%v), want %q", fault.CodeOf(err), err, fault.Conflict)
	}
	if got, _ := os.ReadFile(path); string(got) != whole {
		t.Errorf("the portfolio is %q", got)
	}
}

func TestWriteAtomicLeavesOldFileWhenItFails(t *testing.T) {
	sentinel := errors.New("boom")
	for name, fail := range map[string]func(io.Writer) error{
		"error": func(w io.Writer) error { io.WriteString(w, "half"); return sentinel },
		"panic": func(w io.Writer) error { io.WriteString(w, "half"); panic(sentinel) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "a.xlsx")
			if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
				t.Fatal(err)
			}
			err := guarded(func() error { return WriteAtomic(path, fail) })
			if !errors.Is(err, sentinel) {
				t.Errorf("error %v doesn't wrap its cause", err)
			}
			if got, _ := os.ReadFile(path); string(got) != "old" {
				t.Errorf("the old file became %q", got)
			}
			entries, _ := os.ReadDir(dir)
			if len(entries) != 1 {
				t.Errorf("%d files left, want 1", len(entries))
			}
		})
	}
}

func guarded(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = r.(error)
		}
	}()
	return f()
}

func TestWriteAtomicKeepsFaultsFromTheWriter(t *testing.T) {
	want := fault.New(fault.Invalid, "Texten är för lång.")
	err := WriteAtomic(filepath.Join(t.TempDir(), "a"), func(io.Writer) error { return want })
	if err != want {
		t.Errorf("got %v, want the writer's own fault", err)
	}
}

func TestWriteAtomicFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	if err := os.WriteFile(real, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := WriteAtomic(link, write("new")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(real); string(got) != "new" {
		t.Errorf("the link's target holds %q", got)
	}
	if info, _ := os.Lstat(link); info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link was replaced by a file")
	}
}

func TestWriteAtomicRefusals(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct {
		path string
		want fault.Code
	}{
		"a folder":  {dir, fault.Invalid},
		"no folder": {filepath.Join(dir, "missing", "a"), fault.NotFound},
		"long name": {filepath.Join(dir, strings.Repeat("x", 300), "a"), fault.Invalid},
	} {
		t.Run(name, func(t *testing.T) {
			if err := WriteAtomic(c.path, write("x")); fault.CodeOf(err) != c.want {
				t.Errorf("code %q (%v), want %q", fault.CodeOf(err), err, c.want)
			}
		})
	}
}

func TestExplain(t *testing.T) {
	if Explain(nil, "a") != nil {
		t.Error("nil became an error")
	}
	known := fmt.Errorf("wrapped: %w", fault.New(fault.Damaged, "Skadad."))
	if Explain(known, "a") != known {
		t.Error("a fault was not kept")
	}
	for _, c := range []struct {
		err  error
		want fault.Code
	}{
		{fs.ErrNotExist, fault.NotFound},
		{fs.ErrPermission, fault.NoPermission},
		{fs.ErrExist, fault.Conflict},
		{context.Canceled, fault.Canceled},
		{io.ErrUnexpectedEOF, fault.Damaged},
		{errors.New("?"), fault.Internal},
	} {
		err := Explain(&fs.PathError{Op: "open", Path: "/x/y.xlsx", Err: c.err}, "/x/y.xlsx")
		if fault.CodeOf(err) != c.want {
			t.Errorf("%v: code %q, want %q", c.err, fault.CodeOf(err), c.want)
		}
		if !strings.Contains(err.Error(), "”y.xlsx”") || !errors.Is(err, c.err) {
			t.Errorf("%v: %q lacks the name or the cause", c.err, err)
		}
	}
}
