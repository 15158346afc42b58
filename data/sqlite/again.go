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

// mayPass says whether an error may be one of the disk's or the network's, and
// not of what the file holds.
func mayPass(err error) bool {
	if err == nil {
		return false
	}
	var engine *sqlite.Error
	if errors.As(err, &engine) {
		switch engine.Code() & 0xff {
		case lib.SQLITE_IOERR, lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB, lib.SQLITE_CANTOPEN:
			return true
		}
		return false
	}
	return errors.Is(err, errMisread) || fault.CodeOf(err) == fault.Damaged || files.MayPass(err)
}
