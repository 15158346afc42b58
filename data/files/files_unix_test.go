//go:build !windows

package files

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"itportfoljen/app/base/fault"
)

func TestExplainSystemErrors(t *testing.T) {
	for errno, want := range map[syscall.Errno]fault.Code{
		syscall.ENOSPC:       fault.DiskFull,
		syscall.EDQUOT:       fault.DiskFull,
		syscall.EROFS:        fault.ReadOnly,
		syscall.EACCES:       fault.NoPermission,
		syscall.EPERM:        fault.NoPermission,
		syscall.EBUSY:        fault.Locked,
		syscall.EIO:          fault.NotFound,
		syscall.ENAMETOOLONG: fault.Invalid,
	} {
		err := Explain(&os.PathError{Op: "write", Path: "a", Err: errno}, "a")
		if got := fault.CodeOf(err); got != want {
			t.Errorf("%v: code %q, want %q", errno, got, want)
		}
	}
}

// TestWriteAtomicKeepsPermissions: a new file is as open as any that the user
// makes, and one that is replaced as open as it was.
func TestWriteAtomicKeepsPermissions(t *testing.T) {
	dir := t.TempDir()
	plain := filepath.Join(dir, "plain")
	if err := os.WriteFile(plain, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	usual, err := os.Stat(plain)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]os.FileMode{"new": usual.Mode(), "private": 0o600, "shared": 0o664}
	for name, mode := range want {
		path := filepath.Join(dir, name)
		if name != "new" {
			if err := os.WriteFile(path, nil, mode); err != nil {
				t.Fatal(err)
			}
			if err := os.Chmod(path, mode); err != nil {
				t.Fatal(err)
			}
		}
		if err := WriteAtomic(path, write("x")); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode() != mode {
			t.Errorf("%s: mode %v (%v), want %v", name, info.Mode(), err, mode)
		}
	}
}

// TestLockedSaysWhere: only what Excel opens is said to be open in Excel.
func TestLockedSaysWhere(t *testing.T) {
	for name, want := range map[string]string{"a.xlsx": "Excel", "a.CSV": "Excel", "a.pdf": "PDF-läsaren", "a.itp": "det andra programmet"} {
		err := Explain(&os.PathError{Op: "open", Path: name, Err: syscall.EBUSY}, name)
		if !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "Excel") != (want == "Excel") || !strings.Contains(err.Error(), "upptagen") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWriteAtomicFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here:", err)
	}
	defer full.Close()
	path := filepath.Join(t.TempDir(), "a")
	err = WriteAtomic(path, func(io.Writer) error {
		_, err := full.WriteString("x")
		return err
	})
	if fault.CodeOf(err) != fault.DiskFull {
		t.Errorf("code %q (%v), want %q", fault.CodeOf(err), err, fault.DiskFull)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a half file was left")
	}
}

func TestWriteAtomicLeavesPipesAlone(t *testing.T) {
	dir := t.TempDir()
	pipe, link := filepath.Join(dir, "pipe"), filepath.Join(dir, "link")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no pipes here:", err)
	}
	if err := os.Symlink(pipe, link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, link} {
		err := WriteAtomic(path, func(io.Writer) error { return nil })
		if fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%s: code %q (%v), want %q", filepath.Base(path), fault.CodeOf(err), err, fault.Invalid)
		}
	}
	if info, err := os.Stat(pipe); err != nil || info.Mode().Type() != os.ModeNamedPipe {
		t.Errorf("the pipe became %v, %v", info, err)
	}
}

func TestWriteAtomicReadOnlyFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700)
	err := WriteAtomic(filepath.Join(dir, "a"), write("x"))
	if fault.CodeOf(err) != fault.NoPermission {
		t.Errorf("code %q (%v), want %q", fault.CodeOf(err), err, fault.NoPermission)
	}
}
