package sqlite

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"time"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

// pauses between the tries to read: a network that blinks or a disk that
// stumbles must not pass for a damaged file.
var pauses = []time.Duration{10 * time.Millisecond, 40 * time.Millisecond, 160 * time.Millisecond}

// again reads, and after an error that may pass reads anew.
func (s *Store) again(ctx context.Context, read func() error) error {
	err := read()
	for _, long := range pauses {
		if !mayPass(err) || files.Pause(ctx, long) != nil {
			break
		}
		err = read()
	}
	return s.explain(s.unlessUnreadable(ctx, err))
}

// unlessUnreadable takes no disk that doesn't answer for a damaged file: what
// SQLite can't read it often tells of as of damage.
func (s *Store) unlessUnreadable(ctx context.Context, err error) error {
	if fault.CodeOf(s.explain(err)) == fault.Damaged {
		if silent := readable(ctx, cmp.Or(s.file, s.shown)); silent != nil {
			return silent
		}
	}
	return err
}

// readable reads all of a file past SQLite.
func readable(ctx context.Context, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, &cancelable{ctx, io.NewSectionReader(f, 0, info.Size())})
	return err
}

// fixed is an error after which nothing is done again, whatever it is.
type fixed struct{ error }

func (f fixed) Unwrap() error { return f.error }

// mayPass says whether an error may be one of the disk's or the network's, and
// not of what the file holds. A file that may be written and is opened for
// reading only is one that the disk wouldn't open for writing just then.
func mayPass(err error) bool {
	var ends fixed
	if err == nil || errors.As(err, &ends) {
		return false
	}
	var engine *sqlite.Error
	if errors.As(err, &engine) {
		switch engine.Code() & 0xff {
		case lib.SQLITE_IOERR, lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB, lib.SQLITE_CANTOPEN:
			return true
		}
		return engine.Code() == lib.SQLITE_READONLY
	}
	return errors.Is(err, errMisread) || fault.CodeOf(err) == fault.Damaged || files.MayPass(err)
}
