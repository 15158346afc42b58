package sqlite

import (
	"context"
	"errors"
	"time"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"itportfoljen/app/fault"
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
	return s.explain(err)
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
