package files

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// Numbers of Windows system errors.
const (
	errWriteProtect     syscall.Errno = 19
	errNotReady         syscall.Errno = 21
	errSharingViolation syscall.Errno = 32
	errLockViolation    syscall.Errno = 33
	errHandleDiskFull   syscall.Errno = 39
	errBadNetPath       syscall.Errno = 53
	errDevNotExist      syscall.Errno = 55
	errUnexpNetErr      syscall.Errno = 59
	errNetNameDeleted   syscall.Errno = 64
	errBadNetName       syscall.Errno = 67
	errDiskFull         syscall.Errno = 112
	errInvalidName      syscall.Errno = 123
	errFilenameTooLong  syscall.Errno = 206
	errUserMapped       syscall.Errno = 1224
	errDiskQuota        syscall.Errno = 1295
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
	return isAny(err, errSharingViolation, errLockViolation, errUserMapped)
}

func isDiskFull(err error) bool { return isAny(err, errDiskFull, errHandleDiskFull, errDiskQuota) }

func isReadOnly(err error) bool { return isAny(err, errWriteProtect) }

func isUnreachable(err error) bool {
	return isAny(err, errNotReady, errBadNetPath, errDevNotExist, errUnexpNetErr, errNetNameDeleted, errBadNetName)
}

func isBadName(err error) bool { return isAny(err, errInvalidName, errFilenameTooLong) }

// newMode is for systems with permissions in a number.
func newMode() os.FileMode { return 0o666 }

// guardTemp holds an unfinished file open, which is enough: it can't be removed
// by others then, and may still be renamed.
func guardTemp(f *os.File) *os.File { return f }

// inUse leaves it to the system, which removes no open file.
func inUse(string) bool { return false }

// rename renames over the target. Windows answers "access denied" when the
// target is open in another program; opening it tells the two cases apart.
func rename(temp, target string) error {
	err := os.Rename(temp, target)
	if err == nil || !errors.Is(err, fs.ErrPermission) {
		return err
	}
	f, openErr := os.OpenFile(target, os.O_RDWR, 0)
	if openErr == nil {
		f.Close()
		// It may be written but not replaced: someone holds it open for reading.
		return errSharingViolation
	}
	if isLocked(openErr) {
		return openErr
	}
	return err
}

// syncFolder does nothing: Windows journals the rename itself.
func syncFolder(string) {}
