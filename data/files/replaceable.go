package files

import (
	"errors"
	"io/fs"
	"os"
)

// Replaceable tells whether a file lies at path that WriteAtomic would replace, and a fault.Locked
// when another program holds it so that it can't. Nothing is changed.
func Replaceable(path string) (there bool, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, Explain(err, path)
	case !info.Mode().IsRegular():
		return true, nil // told of when it is written
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if isLocked(err) {
		return true, Explain(err, path)
	}
	if err == nil {
		_ = f.Close() // nothing was written
	}
	return true, nil // rights are those of the folder, and told of when it is written
}
