package logfile

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

const noFollow = 0 // only administrators make links

// busy says that another program is giving the file another name just now.
func busy(err error) bool { return errors.Is(err, windows.ERROR_SHARING_VIOLATION) }

// hold has nothing to do: a file that is open can't be given another name.
func hold(*os.File) error { return nil }

// claim reads and removes a crash file that no program has open; "" when one
// does.
func claim(path string) string {
	mine := path + ".tagen"
	if os.Rename(path, mine) != nil {
		return ""
	}
	f, err := os.Open(mine)
	if err != nil {
		return ""
	}
	text := content(f)
	f.Close()
	os.Remove(mine)
	return text
}
