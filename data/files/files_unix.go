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

func replace(temp, target string) error { return os.Rename(temp, target) }

// syncFolder makes the rename itself durable. A file system that can't do it
// is no reason to fail: the file is whole either way.
func syncFolder(folder string) {
	if f, err := os.Open(folder); err == nil {
		f.Sync()
		f.Close()
	}
}
