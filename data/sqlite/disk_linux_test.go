package sqlite

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"itportfoljen/app/base/fault"
)

// smallDisk mounts a disk of some kilobytes; only root may.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skip("can't mount a small disk:", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// fill fills the disk but for some bytes and gives how to empty it.
func fill(t *testing.T, dir string, leave int64) (empty func()) {
	t.Helper()
	path := filepath.Join(dir, "fyllning")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
	info, _ := f.Stat()
	if err := f.Truncate(max(0, info.Size()-leave)); err != nil {
		t.Fatal(err)
	}
	return func() { os.Remove(path) }
}

func TestRealFullDisk(t *testing.T) {
	dir := smallDisk(t, "4m")
	s := createAt(t, filepath.Join(dir, "a.itp"))
	if err := add(s, "a"); err != nil {
		t.Fatal(err, cause(err))
	}
	empty := fill(t, dir, 100<<10)
	for range 3 {
		if err := add(s, many("u")...); fault.CodeOf(err) != fault.DiskFull {
			t.Errorf("commit: %v (%v)", err, cause(err))
		}
		if n := records(t, s); n != 1 {
			t.Errorf("%d records after a full disk, want 1", n)
		}
	}
	if err := s.Backup(t.Context(), filepath.Join(dir, "kopia.itp")); fault.CodeOf(err) != fault.DiskFull {
		t.Errorf("backup: %v (%v)", err, cause(err))
	}
	empty()
	if err := add(s, "b"); err != nil {
		t.Errorf("unusable after a full disk: %v (%v)", err, cause(err))
	}
	if err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
	path := s.Info().Path
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if got := inFolder(t, path); len(got) != 1 {
		t.Errorf("left %q", got)
	}
	if s = open(t, path, me); records(t, s) != 2 {
		t.Error("not all is there after reopening")
	}
}

func TestFullDiskAtCreateAndOpen(t *testing.T) {
	dir := smallDisk(t, "4m")
	path := filepath.Join(dir, "a.itp")
	s := createAt(t, path)
	if err := add(s, "a"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	empty := fill(t, dir, 0)
	if _, err := Create(t.Context(), filepath.Join(dir, "b.itp"), me, nil); fault.CodeOf(err) != fault.DiskFull {
		t.Errorf("create: %v (%v)", err, cause(err))
	}
	s = open(t, path, me) // full isn't the same as read only
	if n := records(t, s); n != 1 || s.Info().ReadOnly {
		t.Errorf("%d records on a full disk, %+v", n, s.Info())
	}
	if err := add(s, "b"); fault.CodeOf(err) != fault.DiskFull {
		t.Errorf("commit on a full disk: %v (%v)", err, cause(err))
	}
	if err := s.Close(); err != nil {
		t.Error(err, cause(err))
	}
	empty()
	s = open(t, path, me)
	if err := add(s, "b"); err != nil || s.Info().ReadOnly {
		t.Errorf("unusable after: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if got := inFolder(t, path); len(got) != 1 {
		t.Errorf("left %q", got)
	}
}

func TestReadOnlyDisk(t *testing.T) {
	dir := smallDisk(t, "4m")
	path := filepath.Join(dir, "a.itp")
	s := createAt(t, path)
	if err := add(s, "a"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip(err)
	}
	onlyReads(t, path)
}

// onlyReads opens what can't be written.
func onlyReads(t *testing.T, path string) {
	t.Helper()
	s := open(t, path, me)
	if info := s.Info(); !info.ReadOnly || info.Holder != "" {
		t.Errorf("info %+v", info)
	}
	if n := records(t, s); n != 1 {
		t.Errorf("%d records, want 1", n)
	}
	if err := add(s, "b"); fault.CodeOf(err) != fault.ReadOnly {
		t.Errorf("commit: %v", err)
	}
	if err := s.Check(t.Context()); err != nil {
		t.Error(err, cause(err))
	}
	if err := s.Backup(t.Context(), filepath.Join(t.TempDir(), "kopia.itp")); err != nil {
		t.Error(err, cause(err))
	}
	if err := s.Close(); err != nil {
		t.Error(err, cause(err))
	}
}

func TestReadOnlyFileAndFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	for name, modes := range map[string][2]os.FileMode{"file": {0o400, 0o700}, "folder": {0o600, 0o500}, "both": {0o400, 0o500}} {
		t.Run(name, func(t *testing.T) {
			path := closed(t, 1)
			folder := filepath.Dir(path)
			if err := os.Chmod(path, modes[0]); err != nil {
				t.Fatal(err)
			}
			if err := os.Chmod(folder, modes[1]); err != nil {
				t.Fatal(err)
			}
			defer os.Chmod(folder, 0o700)
			onlyReads(t, path)
			if got := inFolder(t, path); len(got) != 1 {
				t.Errorf("left %q", got)
			}
		})
	}
}
