package logfile

import "os"

const noFollow = 0 // only administrators make links

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
