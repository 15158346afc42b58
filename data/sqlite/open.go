package sqlite

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

// checkedAtOpen is the size up to which a file is looked through at every
// opening; after a crash it is ten times that.
const checkedAtOpen = 8 << 20

// inspect refuses what isn't a sound portfolio of a version we know, and
// brings an older one up to date. Until then the file is only read.
func (s *Store) inspect(ctx context.Context) error {
	c, err := s.connect(ctx)
	if err != nil {
		return err
	}
	defer func() { c.close() }()
	n, err := c.number(ctx, "PRAGMA user_version")
	if err != nil {
		return err
	}
	schema := int(n)
	if err := s.recognise(ctx, c, schema); err != nil {
		return err
	}
	if err := s.examine(ctx, c); err != nil {
		return err
	}
	current := newest(s.options.migrations)
	s.tell(func(i *app.StoreInfo) { i.Schema = current })
	if schema == current {
		return nil
	}
	return s.renew(ctx, c, schema)
}

// examine looks small files through, and larger ones after a crash.
func (s *Store) examine(ctx context.Context, c *conn) error {
	limit := int64(checkedAtOpen)
	if s.lease != nil && s.lease.Stale {
		limit *= 10
	}
	info, err := os.Stat(s.file)
	if err != nil || info.Size() > limit {
		return err
	}
	return sound(ctx, c, s.shown, "PRAGMA integrity_check(5)") // 3 ms at 0.5 MB, 33 at 5; quick_check leaves indexes out
}

// renew makes sure that a file of an older schema is what was saved, backs it up and
// migrates it, also for who only reads: no version but the newest can be read.
func (s *Store) renew(ctx context.Context, c *conn, schema int) error {
	if s.lease == nil {
		done, err := s.renewForReading(ctx)
		if err != nil || !done {
			return err
		}
		defer s.yield()
	}
	if schema > 0 { // what is damaged would get right sums, and be harder to repair
		if err := s.verifyAs(ctx, c, schema); err != nil {
			return err
		}
	}
	backup, err := s.keepOld(ctx, c, schema)
	if err != nil {
		return err
	}
	w, err := s.connectAs(ctx, renewing)
	if err != nil {
		return err
	}
	defer w.close()
	if err := migrate(ctx, w, s.file, schema, s.options, s.tables...); err != nil {
		return err
	}
	s.tell(func(i *app.StoreInfo) { i.Migrated = backup })
	return nil
}

// keepOld keeps the file as it is: where copies are kept, or beside it.
func (s *Store) keepOld(ctx context.Context, c *conn, schema int) (string, error) {
	write := func(ctx context.Context, to string) error { return copyTo(ctx, c, to) }
	if s.options.Keep != nil {
		if kept, err := s.options.Keep(ctx, s.shown, write); err == nil {
			return kept, nil
		}
	}
	beside := files.Beside(s.shown, fmt.Sprintf("före-migrering-%d", schema), s.options.Clock())
	return beside, write(ctx, beside)
}

// renewForReading borrows the right to write.
func (s *Store) renewForReading(ctx context.Context) (bool, error) {
	old := fault.New(fault.ReadOnly, fmt.Sprintf("Portföljen ”%s” är från en äldre version och måste uppdateras, men kan bara läsas just nu. Filen är orörd. Öppna den när ingen annan har den öppen och där du får skriva.", filepath.Base(s.shown)))
	if s.private != "" || files.MayWrite(s.file) != nil {
		return false, old
	}
	l, by, err := files.AwaitLease(ctx, s.file, s.options.holder(), s.options.waits(), s.options.Waiting)
	switch {
	case l == nil && ctx.Err() != nil:
		return false, ctx.Err()
	case err != nil:
		return false, old
	case by != nil:
		return false, files.Held(s.shown, *by)
	}
	s.lease = l
	h, err := readHeader(s.file)
	if err != nil || int(h.schema) == newest(s.options.migrations) { // the one before us has done it
		s.yield()
		return false, err
	}
	return true, nil
}

// yield gives back a right to write that was only borrowed.
func (s *Store) yield() {
	s.dropJournal()
	s.lease.Release()
	s.lease = nil
}
