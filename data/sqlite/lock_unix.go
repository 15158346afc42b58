//go:build !windows

package sqlite

import (
	"errors"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// tryLock says whether someone else has the lock. On a file system without
// locks nobody can, and SQLite's own locks have to do.
func tryLock(f *os.File) (taken bool) {
	for {
		err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if !errors.Is(err, syscall.EINTR) {
			return errors.Is(err, syscall.EWOULDBLOCK)
		}
	}
}

// release removes the file while the lock is still held, so that nobody is
// left locking a file that others can't see.
func (l *lock) release() {
	os.Remove(l.file.Name())
	l.file.Close()
}

// mayWrite asks without opening the file.
func mayWrite(path string) bool { return unix.Access(path, unix.W_OK) == nil }
