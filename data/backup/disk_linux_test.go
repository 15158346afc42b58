package backup

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

// TestAFullDiskLeavesTheCopiesThatWere keeps and restores on a disk where there
// is no room.
func TestAFullDiskLeavesTheCopiesThatWere(t *testing.T) {
	now := monday
	s := shelfIn(t, &now)
	small := t.TempDir()
	if err := syscall.Mount("tmpfs", small, "tmpfs", 0, "size=64k"); err != nil {
		t.Skip("can't mount a small disk:", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(small, syscall.MNT_DETACH) })
	s.Root = filepath.Join(small, "kopior")
	first, _ := keep(t, s, "/x/p.itp", "a")
	large := append(content("b"), random(200_000)...)
	src := Source{Path: "/x/p.itp", Write: func(_ context.Context, to string) error { return os.WriteFile(to, large, 0o600) }}
	if _, made, err := s.Keep(t.Context(), src, "import"); made || fault.CodeOf(err) != fault.DiskFull || !strings.Contains(err.Error(), "de som fanns är kvar") {
		t.Errorf("made %v, %v", made, err)
	}
	if got := list(t, s, ""); len(got) != 1 || got[0].Path != first.Path || s.Verify(t.Context(), first.Path) != nil {
		t.Errorf("left: %+v", got)
	}
	plain := filepath.Join(t.TempDir(), "stor.itp")
	if err := os.WriteFile(plain, large, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(small, "p.itp")
	if _, err := s.Restore(t.Context(), plain, "", out, files.Holder{}); fault.CodeOf(err) != fault.DiskFull {
		t.Errorf("restored to a full disk: %v", err)
	}
	if err := s.Encrypt(t.Context(), src, filepath.Join(small, "k.age"), "x"); fault.CodeOf(err) != fault.DiskFull {
		t.Errorf("encrypted to a full disk: %v", err)
	}
	if entries, _ := os.ReadDir(small); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
	if entries, _ := os.ReadDir(filepath.Dir(first.Path)); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}
