//go:build !windows

package sqlite

import (
	"bytes"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"itportfoljen/app"
)

// TestOddBeside: what lies under a journal's or a log's name and is no file is
// set aside unopened; a pipe would never answer, and SQLite refuses the others.
func TestOddBeside(t *testing.T) {
	kinds := map[string]func(name string) error{
		"a pipe":          func(name string) error { return syscall.Mkfifo(name, 0o600) },
		"a folder":        func(name string) error { return os.Mkdir(name, 0o700) },
		"a link to none":  func(name string) error { return os.Symlink("saknas", name) },
		"a link to a log": func(name string) error { return os.Symlink(emptyAt(t, filepath.Join(t.TempDir(), "x")), name) },
	}
	for what, lay := range kinds {
		for _, ending := range []string{"-journal", "-wal"} {
			for _, a := range []app.Access{app.ToRead, app.ToEdit} {
				t.Run(what+ending, func(t *testing.T) {
					path := closed(t, 3)
					want, _ := os.ReadFile(path)
					if err := lay(path + ending); err != nil {
						t.Fatal(err)
					}
					o := me
					o.Access = a
					s := open(t, path, o)
					if n := records(t, s); n != 3 || len(s.Info().SetAside) != 1 {
						t.Errorf("%d records, %+v", n, s.Info())
					}
					s.Close()
					if got, _ := os.ReadFile(path); !bytes.Equal(got, want) || len(inFolder(t, path)) != 2 {
						t.Errorf("the portfolio was changed, or left %q", inFolder(t, path))
					}
				})
			}
		}
	}
}
