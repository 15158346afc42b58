package files

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// tempPattern is what unfinished files are called; they lie beside what they
// are to become, since only there can they be given its name at one stroke.
const tempPattern = ".itp-%016x.tmp"

// besides are the endings of what SQLite may leave beside a file.
var besides = []string{"", "-journal", "-wal", "-shm"}

// Temp is an unfinished file. Nobody but the user may read it.
type Temp struct {
	*os.File
	guard *os.File // locked, so that no other program takes it for forgotten
}

// NewTemp makes an unfinished file that is to become target.
func NewTemp(target string) (*Temp, error) {
	dir := filepath.Dir(target)
	Sweep(dir)
	for {
		name := filepath.Join(dir, fmt.Sprintf(tempPattern, rand.Uint64()))
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		return &Temp{File: f, guard: guardTemp(f)}, nil
	}
}

// Discard closes the file and removes it with what SQLite left beside it. What
// has been given its name by then is left alone.
func (t *Temp) Discard() {
	t.File.Close()
	for _, ending := range besides {
		os.Remove(t.Name() + ending)
	}
	t.guard.Close()
}

// Vacate closes and removes the file, so that something else may be made under
// its name.
func (t *Temp) Vacate() {
	t.File.Close()
	os.Remove(t.Name())
}

// Flush makes what is written durable.
func (t *Temp) Flush() error {
	f, err := os.OpenFile(t.Name(), os.O_RDWR, 0) // SQLite wrote through a file of its own
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// forgotten is the age from which an unfinished file that nobody holds was left
// by a program that died. A younger one may not have been locked yet.
const forgotten = time.Minute

var swept sync.Map // folders that this program has looked through

// Sweep removes unfinished files that a program which died left in a folder.
// Each folder is looked through once.
func Sweep(dir string) {
	if _, done := swept.LoadOrStore(dir, true); done {
		return
	}
	sweep(dir, time.Now().Add(-forgotten))
}

func sweep(dir string, before time.Time) {
	names, _ := filepath.Glob(filepath.Join(quoteGlob(dir), ".itp-????????????????.tmp"))
	for _, name := range names {
		info, err := os.Lstat(name)
		if err != nil || !info.Mode().IsRegular() || info.ModTime().After(before) || inUse(name) {
			continue
		}
		for _, ending := range besides {
			os.Remove(name + ending)
		}
	}
}

// quoteGlob keeps a folder's own brackets and stars from being taken for
// patterns. Windows has none in names and can't quote them.
func quoteGlob(dir string) string {
	if os.PathSeparator == '\\' {
		return dir
	}
	out := make([]rune, 0, len(dir))
	for _, r := range dir {
		switch r {
		case '*', '?', '[', '\\':
			out = append(out, '\\')
		}
		out = append(out, r)
	}
	return string(out)
}
