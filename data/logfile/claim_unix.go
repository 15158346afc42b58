//go:build !windows

package logfile

import (
	"os"
	"syscall"
)

// noFollow keeps a link in the log's place from being written through.
const noFollow = syscall.O_NOFOLLOW

// busy says that another program is at the file just now: never here.
func busy(error) bool { return false }

// hold locks the file for as long as it, or a copy of it, is open.
func hold(f *os.File) error { return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }

// claim reads and removes a crash file that no program holds; "" when one does.
func claim(path string) string {
	f, err := os.OpenFile(path, os.O_RDWR|noFollow, 0)
	if err != nil {
		return ""
	}
	defer f.Close()
	if hold(f) != nil || os.Remove(path) != nil {
		return ""
	}
	return content(f)
}
