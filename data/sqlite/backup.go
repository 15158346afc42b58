package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"itportfoljen/app/fault"
)

// Backup writes a whole copy to path.
func (s *Store) Backup(ctx context.Context, path string) error {
	leave, err := s.enter()
	if err != nil {
		return err
	}
	defer leave()
	return s.explain(s.readers.with(ctx, func(c *conn) error { return copyTo(ctx, c, path) }))
}

// copyTo writes what c has open to a new file at path, never over one.
func copyTo(ctx context.Context, c *conn, path string) error {
	return publish(path, func(temp string) error {
		return c.run(ctx, "VACUUM INTO "+literal(temp))
	})
}

// publish makes a file under another name in the same folder, flushes it to
// disk and only then gives it its name. It never replaces a file.
func publish(path string, build func(temp string) error) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return explain(err, path)
	}
	if _, err := os.Lstat(path); err == nil {
		return exists(path, nil)
	}
	if err := companions(path, path); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".itp-*.tmp") // 0600
	if errors.Is(err, fs.ErrNotExist) {
		return fault.Wrap(fault.NotFound, fmt.Sprintf("Mappen ”%s” finns inte eller går inte att nå. Inget har sparats. Välj en annan mapp.", filepath.Dir(path)), err)
	}
	if err != nil {
		return explain(err, path)
	}
	temp := f.Name()
	f.Close()
	defer func() {
		for _, suffix := range []string{"", "-journal", "-wal", "-shm"} {
			os.Remove(temp + suffix)
		}
	}()
	if err := build(temp); err != nil {
		return explain(err, path)
	}
	if err := flushFile(temp); err != nil {
		return explain(err, path)
	}
	return name(temp, path)
}

func exists(path string, err error) error {
	return fault.Wrap(fault.Conflict, fmt.Sprintf("Det finns redan en fil som heter ”%s”. Den är orörd. Välj ett annat namn.", filepath.Base(path)), err)
}

func flushFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// name gives temp the name path. A hard link can't replace a file that came
// in between; where there are no links a look has to do.
func name(temp, path string) error {
	err := os.Link(temp, path)
	if errors.Is(err, fs.ErrExist) {
		return exists(path, err)
	}
	if err != nil {
		if _, err := os.Lstat(path); err == nil {
			return exists(path, nil)
		}
		if err := os.Rename(temp, path); err != nil {
			return explain(err, path)
		}
	}
	if folder, err := os.Open(filepath.Dir(path)); err == nil {
		folder.Sync() // best effort: Windows journals names itself
		folder.Close()
	}
	return nil
}

func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// Check looks the whole file through.
func (s *Store) Check(ctx context.Context) error {
	leave, err := s.enter()
	if err != nil {
		return err
	}
	defer leave()
	return s.explain(s.readers.with(ctx, func(c *conn) error {
		if err := sound(ctx, c, s.file, "PRAGMA integrity_check(20)"); err != nil {
			return err
		}
		table, err := c.one(ctx, "PRAGMA foreign_key_check")
		if err != nil {
			return s.explain(err)
		}
		if table != nil {
			return about(fault.Damaged, damagedText, s.file, fmt.Errorf("sqlite: foreign key violated in %v", table))
		}
		return nil
	}))
}

// sound runs SQLite's integrity_check.
func sound(ctx context.Context, c *conn, path, pragma string) error {
	said, err := c.one(ctx, pragma)
	if err != nil {
		return explain(err, path)
	}
	if text(said) != "ok" {
		return about(fault.Damaged, damagedText, path, fmt.Errorf("sqlite: %s: %v", pragma, said))
	}
	return nil
}
