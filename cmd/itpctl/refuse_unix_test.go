//go:build unix

package main

import (
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// TestReadOnlyFolder holds that a folder one may not write to is explained.
func TestReadOnlyFolder(t *testing.T) {
	w := newWorld(t)
	w.do("demo", "a.itp", "--date", "2026-11-21")
	closed := w.path("låst")
	if err := os.Mkdir(closed, 0o555); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"new", "låst/b.itp", "--name", "X"}, {"reports"}} {
		cmd := exec.Command(binary, args...)
		cmd.Dir = w.dir
		if os.Getuid() == 0 { // nothing is closed to root: be somebody else
			for dir := w.dir; dir != os.TempDir() && len(dir) > 1; dir = dir[:strings.LastIndex(dir, "/")] {
				_ = os.Chmod(dir, 0o755)
			}
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		}
		code, _, errs := w.start(cmd)
		if args[0] == "reports" {
			if code != 0 {
				t.Errorf("reports: exit %d: %s", code, errs)
			}
			continue
		}
		if code != 1 || !strings.Contains(errs, "behörighet") && !strings.Contains(errs, "läsa") {
			t.Errorf("exit %d: %s", code, errs)
		}
	}
}

// TestFullDisk holds that a full disk leaves what was there alone. A limit on
// the size of files stands in for the disk.
func TestFullDisk(t *testing.T) {
	w := newWorld(t)
	w.do("demo", "a.itp", "--size", "S", "--date", "2026-11-21")
	if err := os.WriteFile(w.path("ut.xlsx"), []byte("det som fanns"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("sh", "-c", `trap '' XFSZ; ulimit -f 20; exec "$@"`, "sh", binary, "export", "a.itp", "ut.xlsx")
	cmd.Dir = w.dir
	code, _, errs := w.start(cmd)
	if code != 1 || !strings.Contains(errs, "inte plats på disken") {
		t.Errorf("exit %d: %s", code, errs)
	}
	if b, _ := os.ReadFile(w.path("ut.xlsx")); string(b) != "det som fanns" {
		t.Error("the earlier file is gone")
	}
	left, _ := os.ReadDir(w.dir)
	for _, f := range left {
		if strings.HasSuffix(f.Name(), ".tmp") {
			t.Errorf("left behind: %s", f.Name())
		}
	}
}
