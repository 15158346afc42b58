package sqlite

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// copyPrivately copies the file and its journal to a folder of the program's
// own, and reads there: what a crash left can't be taken back where nothing may
// be written.
func (s *Store) copyPrivately(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "itportfoljen-*") // 0700
	if err != nil {
		return err
	}
	s.private = dir
	at := filepath.Join(dir, "portfolj.itp")
	for _, ending := range []string{"", "-journal"} {
		err := copyFile(ctx, s.file+ending, at+ending)
		if err != nil && (ending == "" || !errors.Is(err, fs.ErrNotExist)) {
			return err
		}
	}
	s.file = at
	return nil
}

func copyFile(ctx context.Context, from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, &cancelable{ctx, in}); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

// cancelable reads until the context is done.
type cancelable struct {
	ctx context.Context
	r   io.Reader
}

func (c *cancelable) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}
