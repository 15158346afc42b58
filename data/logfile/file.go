package logfile

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

const (
	logName   = "itportfoljen.log"
	olderGlob = "itportfoljen-*.log"
	maxSize   = 1 << 20 // of a file
	maxOlder  = 4       // full files that are kept beside the one in use
	mostWaits = 50      // milliseconds, for another program that puts it aside
)

// file is the file in use. It is opened for each line, so that several programs
// may write to it and any of them put it aside when it is full. A line is one
// write, which the system keeps whole.
type file struct {
	path    string
	session string
	size    int64
	older   int

	mu sync.Mutex
}

func newFile(dir, session string) *file {
	return &file{path: filepath.Join(dir, logName), session: session, size: maxSize, older: maxOlder}
}

func (f *file) Write(line []byte) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.rotate(int64(len(line)))
	out, err := f.open()
	for i := 0; busy(err) && i < mostWaits; i++ {
		time.Sleep(time.Millisecond)
		out, err = f.open()
	}
	if err != nil {
		return 0, err
	}
	n, err := out.Write(line)
	return n, cmp.Or(err, out.Close())
}

func (f *file) open() (*os.File, error) {
	return os.OpenFile(f.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY|noFollow, 0o600)
}

// rotate puts a full file aside under a name of its own, so that two programs
// that do it at once don't write over each other's, and removes the oldest. On
// Windows a file that another program has open stays until the next line.
func (f *file) rotate(more int64) {
	info, err := os.Lstat(f.path)
	if err != nil || info.Size()+more <= f.size {
		return
	}
	dir := filepath.Dir(f.path)
	aside := fmt.Sprintf("itportfoljen-%s-%s.log", time.Now().UTC().Format("20060102T150405.000000"), f.session)
	if err := os.Rename(f.path, filepath.Join(dir, aside)); err != nil {
		return
	}
	names, err := filepath.Glob(filepath.Join(globQuote(dir), olderGlob))
	if err != nil {
		return
	}
	slices.Sort(names)
	for len(names) > f.older {
		os.Remove(names[0])
		names = names[1:]
	}
}
