package files

import (
	"os"

	"golang.org/x/sys/windows"
)

// The locked byte lies far past the text, which stays readable for others.
const lockedByte = 1 << 30

// tryLock says whether someone else has the lock. On a file system without
// locks nobody can, and SQLite's own locks have to do.
func tryLock(f *os.File) (taken bool) {
	at := &windows.Overlapped{Offset: lockedByte}
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, at)
	return err == windows.ERROR_LOCK_VIOLATION || err == windows.ERROR_IO_PENDING
}

// Release gives the right up. It closes before it removes: Windows keeps open files.
func (l *Lease) Release() {
	name := l.file.Name()
	l.file.Close()
	os.Remove(name)
}

const noFollow = 0 // only administrators make links

// MayWrite opens the file for writing, leaves it as it is, and says why it
// couldn't be.
func MayWrite(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return f.Close()
}
