//go:build !windows

package files

import (
	"errors"
	"os"
	"syscall"
)

func isAny(err error, numbers ...syscall.Errno) bool {
	for _, n := range numbers {
		if errors.Is(err, n) {
			return true
		}
	}
	return false
}

func isLocked(err error) bool {
	return isAny(err, syscall.ETXTBSY, syscall.EBUSY, syscall.EAGAIN)
}

func isDiskFull(err error) bool {
	return isAny(err, syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG)
}

func isReadOnly(err error) bool { return isAny(err, syscall.EROFS) }

func isUnreachable(err error) bool {
	return isAny(err, syscall.EIO, syscall.ESTALE, syscall.EHOSTDOWN, syscall.EHOSTUNREACH, syscall.ENETUNREACH, syscall.ENXIO, syscall.ENODEV)
}

func isBadName(err error) bool {
	return isAny(err, syscall.ENAMETOOLONG, syscall.EILSEQ, syscall.EINVAL, syscall.ENOTDIR, syscall.ELOOP)
}

// newMode is what a file that is made to be handed on may be read by: what the
// user's other new files are.
func newMode() os.FileMode { return ordinary }

// ordinary is asked for before there are goroutines that could make files: to
// ask is to set.
var ordinary = func() os.FileMode {
	mask := syscall.Umask(0o077)
	syscall.Umask(mask)
	return os.FileMode(0o666 &^ mask)
}()

// guardTemp locks an unfinished file for as long as it is one.
func guardTemp(f *os.File) *os.File {
	guard, err := os.Open(f.Name()) // a lock goes with its file
	if err != nil {
		return f
	}
	tryLock(guard)
	return guard
}

// inUse says whether somebody holds an unfinished file.
func inUse(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return true
	}
	defer f.Close()
	return tryLock(f)
}

func rename(temp, target string) error { return os.Rename(temp, target) }

// syncFolder makes the rename itself durable. A file system that can't do it
// is no reason to fail: the file is whole either way.
func syncFolder(folder string) {
	if f, err := os.Open(folder); err == nil {
		f.Sync()
		f.Close()
	}
}
