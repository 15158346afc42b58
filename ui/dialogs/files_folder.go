package dialogs

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"itportfoljen/app/base/text"
	"itportfoljen/ui/texts"
)

// listing is what shows of a folder.
type listing struct {
	dir  string
	rows []fileRow
}

// fileRow is a file or a folder in it.
type fileRow struct {
	name   string
	folder bool
	when   time.Time // zero: not known
	size   int64
}

// readFolder reads the folders in a folder, and the files of a question's kind. Hidden ones
// are left out, and what other programs keep beside an open file. The context ends it
// between two of them; a place that doesn't answer at all isn't waited for by the screen.
func readFolder(ctx context.Context, dir string, q Question) (*listing, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	out := &listing{dir: dir}
	for _, e := range entries {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		name := e.Name()
		if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") {
			continue
		}
		if e.Type().IsRegular() && (q.Want == AFolder || !hasEnding(name, q.Extensions)) {
			continue
		}
		info, err := e.Info()
		if err == nil && info.Mode()&fs.ModeSymlink != 0 {
			info, err = os.Stat(filepath.Join(dir, name))
		}
		if err != nil || hidden(info) || !info.IsDir() && (!info.Mode().IsRegular() || q.Want == AFolder || !hasEnding(name, q.Extensions)) {
			continue
		}
		out.rows = append(out.rows, fileRow{name: name, folder: info.IsDir(), when: info.ModTime(), size: info.Size()})
	}
	return out, nil
}

// sort puts folders first, and then goes by a column.
func (l *listing) sort(by string, desc bool) {
	slices.SortStableFunc(l.rows, func(x, y fileRow) int {
		if x.folder != y.folder {
			if x.folder {
				return -1
			}
			return 1
		}
		c := 0
		switch by {
		case columnWhen:
			c = x.when.Compare(y.when)
		case columnSize:
			c = cmp.Compare(x.size, y.size)
		}
		if c == 0 {
			c = text.Compare(x.name, y.name)
		}
		if desc {
			return -c
		}
		return c
	})
}

// unread says why a folder can't be read.
func unread(dir string, err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return texts.T("files.err.gone", dir)
	case errors.Is(err, fs.ErrPermission):
		return texts.T("files.err.denied", dir)
	}
	return texts.T("files.err.read", dir)
}

const (
	columnName = "name"
	columnWhen = "when"
	columnSize = "size"
)
