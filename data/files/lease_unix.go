//go:build !windows

package files

import (
	"errors"
	"os"
	"syscall"
)

// tryLock says whether someone else has the lock. On a file system without
// locks nobody can, and SQLite's own locks have to do.
func tryLock(f *os.File) (taken bool) {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EINTR) {
			return errors.Is(err, syscall.EWOULDBLOCK)
		}
	}
}

// Release gives the right up. It removes the file while the lock is still held,
// so that nobody is left locking a file that others can't see.
func (l *Lease) Release() {
	if current(l.file) {
		os.Remove(l.file.Name())
	}
	l.file.Close()
}

// noFollow keeps a link in the lock's place from having what it points at
// overwritten.
const noFollow = syscall.O_NOFOLLOW

const writable = 2 // W_OK

// MayWrite asks the system about a file without opening it, and says why it
// can't be written.
func MayWrite(path string) error { return syscall.Access(path, writable) }
