//go:build unix

package backup

import (
	"path/filepath"
	"syscall"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

// TestPipe: a pipe under a copy's name is no copy, and isn't waited for.
func TestPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.itp")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if packed, encrypted := Sort(path); packed || encrypted {
		t.Error("a pipe taken for a copy")
	}
	now := monday
	_, err := shelfOf(t.TempDir(), &now).Restore(t.Context(), path, "", path+"2", files.Holder{})
	if fault.CodeOf(err) != fault.Unreadable {
		t.Error(err)
	}
}
