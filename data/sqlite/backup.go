package sqlite

import (
	"context"
	"errors"
	"fmt"
	"time"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

// Backup writes a whole copy to a new file at path.
func (s *Store) Backup(ctx context.Context, path string) error {
	if lost, err := s.backupLost(ctx, path); lost {
		return s.explain(err)
	}
	return s.look(ctx, func() error {
		return s.readers.with(ctx, func(c *conn) error {
			if err := s.standing().holds(ctx, c, s.shown); err != nil { // what people see is no longer there
				return err
			}
			return copyTo(ctx, c, path)
		})
	})
}

// backupLost copies what is open for writing when it lies nowhere any more, and
// can only be reached as it is open.
func (s *Store) backupLost(ctx context.Context, path string) (lost bool, err error) {
	leave, err := s.enter()
	if err != nil {
		return true, err
	}
	defer leave()
	if !s.writes() || fault.CodeOf(s.sameFile()) != fault.Moved {
		return false, nil
	}
	s.commit.Lock()
	defer s.commit.Unlock()
	return true, copyTo(ctx, s.writer, path)
}

// copyTo writes what c has open to a new file at path, never over one.
func copyTo(ctx context.Context, c *conn, path string) error {
	return publish(path, func(temp string) error { return copyInSteps(ctx, c, temp) })
}

// A copy is made of so many pages at a time, and lets writers in between. They
// make it begin again; after some beginnings it is made in one go.
const (
	pagesPerStep     = 512
	beginningsAtMost = 3
)

func copyInSteps(ctx context.Context, c *conn, path string) error {
	b, err := c.raw.NewBackup(address(path) + "?mode=rw")
	if err != nil {
		return err
	}
	copied, beginnings := 0, 1
	for more := true; more && err == nil; {
		step := int32(pagesPerStep)
		if beginnings > beginningsAtMost {
			step = -1
		}
		if more, err = b.Step(step); busy(err) {
			more, err = true, files.Pause(ctx, 5*time.Millisecond)
		}
		if now := b.PageCount() - b.Remaining(); now < copied {
			copied, beginnings = 0, beginnings+1
		} else {
			copied = now
		}
		if err == nil {
			err = ctx.Err()
		}
	}
	if ended := b.Finish(); err == nil {
		err = ended
	}
	return err
}

func busy(err error) bool {
	var engine *sqlite.Error
	return errors.As(err, &engine) && engine.Code()&0xff == lib.SQLITE_BUSY
}

// Check looks the whole file through.
func (s *Store) Check(ctx context.Context) error {
	return s.look(ctx, func() error {
		return s.readers.with(ctx, func(c *conn) error {
			if err := whole(ctx, c, s.shown); err != nil {
				return err
			}
			if err := verify(ctx, c, s.tables); err != nil {
				return err
			}
			return chained(ctx, c)
		})
	})
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
