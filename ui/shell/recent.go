package shell

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"itportfoljen/ui/async"
)

const maxRecent = 8

// remembered are the portfolio files used lately, latest first.
func (s *Shell) remembered() []string { return s.list(recentPortfolios) }

const recentPortfolios = "files.recent"

// list is a list of paths that is kept on this computer.
func (s *Shell) list(name string) []string {
	var list []string
	if err := json.Unmarshal([]byte(s.App.Preferences().String(name)), &list); err != nil {
		return nil
	}
	return list
}

// note puts a path first in such a list, which holds at most so many.
func (s *Shell) note(name, path string, most int) {
	list := slices.DeleteFunc(s.list(name), func(p string) bool { return p == path })
	list = append([]string{path}, list...)
	data, err := json.Marshal(list[:min(len(list), most)])
	if err == nil {
		s.App.Preferences().SetString(name, string(data))
	}
}

func (s *Shell) remember(path string) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	s.note(recentPortfolios, path, maxRecent)
	if filepath.Dir(path) != exampleDir() {
		s.RememberFolder(path)
	}
}

// Recent are the portfolio files used lately, latest first, without those that were gone when
// they were last looked for.
func (s *Shell) Recent() []string { return slices.DeleteFunc(s.remembered(), s.Gone) }

// lookForRecent looks for the portfolio files used lately, and shows which are there.
func (s *Shell) lookForRecent() {
	s.LookFor(s.remembered(), func() {
		s.refreshMenu()
		s.showRecent()
	})
}

// Gone tells whether a file wasn't there when LookFor last looked for it.
func (s *Shell) Gone(path string) bool { return s.gone[path] }

// LookFor looks for files, each by itself and away from the screen: a share that doesn't answer
// takes a minute to say so. changed is called for each that has gone, or come back, since it was
// last looked for.
func (s *Shell) LookFor(paths []string, changed func()) {
	for _, path := range paths {
		key := "look for " + path
		if s.Runner.Busy(key) {
			continue
		}
		async.Run(s.Runner, key, func(context.Context) (bool, error) { return !exists(path), nil }, func(gone bool, _ error) {
			if s.gone[path] != gone {
				s.gone[path] = gone
				changed()
			}
		})
	}
}

// stat asks the disk, which may be a share that doesn't answer: not from the screen's goroutine.
var stat = os.Stat

// exists is false for a file that is known not to be there; one whose place can't be asked may be.
func exists(path string) bool {
	_, err := stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

func isDir(path string) bool {
	info, err := stat(path)
	return err == nil && info.IsDir()
}

func sameFile(a, b string) bool {
	x, err := stat(a)
	if err != nil {
		return false
	}
	y, err := stat(b)
	return err == nil && os.SameFile(x, y)
}
