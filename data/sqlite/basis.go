package sqlite

import (
	"context"
	"database/sql/driver"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
)

// basis is what whoever writes builds on: the newest entry that was read or
// written, and the mark that the file then had. A program that keeps folders
// alike may write another file's content, or an older time's, into the very file
// that is open.
type basis struct {
	entry app.Entry // number 0: not known yet
	mark  [16]byte
}

// stands remembers what is built on from now on.
func (s *Store) stands(e app.Entry, mark [16]byte) {
	s.told.Lock()
	defer s.told.Unlock()
	e.Changes = nil
	s.basis = basis{e, mark}
}

// standing is what is built on.
func (s *Store) standing() basis {
	s.told.Lock()
	defer s.told.Unlock()
	return s.basis
}

// anewIfForeign opens the file anew for writing when its mark isn't the one that
// we gave it, since what SQLite remembers of it may be of another file.
func (s *Store) anewIfForeign(ctx context.Context) error {
	b := s.standing()
	if b.mark == [16]byte{} {
		return nil
	}
	page, _, err := readMarkPage(s.file)
	if err != nil {
		return err
	}
	if m, ok := markIn(page); ok && m.now == b.mark {
		return nil
	}
	s.readers.forget()
	c, err := s.connectAs(ctx, writing)
	if err != nil {
		return err
	}
	_ = s.writer.close()
	s.writer = c
	return nil
}

// holds says that the file still has the entry that is built on: a fault.Moved
// when it has another in its place, or none.
func (b basis) holds(ctx context.Context, c *conn, path string) error {
	if b.entry.Number == 0 {
		return nil
	}
	same := false
	err := c.each(ctx, "SELECT chain FROM entry WHERE number = ?", []driver.Value{b.entry.Number}, func(row []driver.Value) error {
		h, ok := readHash(row[0])
		same = ok && h == b.entry.Chain
		return nil
	})
	if err == nil && !same {
		err = about(fault.Moved, overwrittenText, path, nil)
	}
	return err
}
