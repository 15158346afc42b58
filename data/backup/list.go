package backup

import (
	"cmp"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

const (
	ext     = ".itp.gz"
	timeFmt = "2006-01-02-150405"

	tempPrefix = ".itp-arbete-" // of folders for work under way
	staleAfter = 24 * time.Hour
)

var (
	ourFolder = regexp.MustCompile(`-[0-9a-f]{8}$`)
	ourName   = regexp.MustCompile(`^(\d{4}-\d\d-\d\d-\d{6})-([a-z]+)(-\d+)?\.itp\.gz$`)
)

// List gives the copies of the portfolio at path, or of all for "", newest
// first. A place where there is nothing yet has none.
func (s *Shelf) List(ctx context.Context, path string) ([]Copy, error) {
	out, err := within(ctx, s.wait(), func() ([]Copy, error) {
		if path != "" {
			return read(filepath.Join(s.Root, folderOf(path)))
		}
		return s.all()
	})
	return out, s.explain(err)
}

// inFolder lists a folder; one that isn't there has nothing in it.
func inFolder(folder string) ([]os.DirEntry, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return entries, err
}

// all lists the copies of every portfolio.
func (s *Shelf) all() ([]Copy, error) {
	entries, err := inFolder(s.Root)
	if err != nil {
		return nil, err
	}
	var out []Copy
	for _, e := range entries {
		if !e.IsDir() || !ourFolder.MatchString(e.Name()) {
			continue
		}
		some, err := read(filepath.Join(s.Root, e.Name()))
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	newestFirst(out)
	return out, nil
}

// read lists a portfolio's folder, newest first. What isn't called as ours are
// is somebody else's, and so is a link.
func read(folder string) ([]Copy, error) {
	entries, err := inFolder(folder)
	if err != nil {
		return nil, err
	}
	var out []Copy
	for _, e := range entries {
		m := ourName.FindStringSubmatch(e.Name())
		if m == nil || !e.Type().IsRegular() {
			continue
		}
		info, err := e.Info()
		if err != nil {
			continue // taken away meanwhile
		}
		c := Copy{Path: filepath.Join(folder, e.Name()), Reason: m[2], Size: info.Size()}
		c.At, _ = time.ParseInLocation(timeFmt, m[1], time.Local)
		out = append(out, c.told())
	}
	newestFirst(out)
	return out, nil
}

// told adds what the copy says of itself.
func (c Copy) told() Copy {
	c.Damaged = true
	f, err := os.Open(c.Path)
	if err != nil {
		return c
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return c
	}
	n, ok, err := noteIn(z.Extra)
	if !ok || err != nil {
		return c
	}
	c.Damaged, c.Of, c.At = false, n.Of, n.At.Local()
	c.Held = Held{Mark: n.Mark, Systems: n.Systems, Changed: n.Changed}
	return c
}

func newestFirst(copies []Copy) {
	slices.SortStableFunc(copies, func(a, b Copy) int {
		return cmp.Or(b.At.Compare(a.At), strings.Compare(b.Path, a.Path))
	})
}

// folderOf is the name of a portfolio's folder: what the file is called, for
// people, and a sum of where it is, since many are called the same.
func folderOf(path string) string {
	path = resolved(path)
	sum := sha256.Sum256([]byte(path))
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_' {
			return unicode.ToLower(r)
		}
		return '-'
	}, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	name = strings.Trim(name, "-")
	if runes := []rune(name); len(runes) > 40 {
		name = string(runes[:40])
	}
	return cmp.Or(name, "portfolj") + "-" + hex.EncodeToString(sum[:4])
}

// resolved is the one path of a file, whichever way it is reached.
func resolved(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	// A file that is gone has a folder still.
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(dir, filepath.Base(path))
	}
	return path
}

// sweep takes away the folders for work under way that an earlier run left.
func sweep(work string, now time.Time) {
	entries, err := os.ReadDir(work)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), tempPrefix) {
			continue
		}
		if info, err := e.Info(); err == nil && now.Sub(info.ModTime()) > staleAfter {
			os.RemoveAll(filepath.Join(work, e.Name()))
		}
	}
}
