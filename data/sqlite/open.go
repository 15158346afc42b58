package sqlite

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"itportfoljen/app/fault"
)

// checkedAtOpen is the size up to which a file is looked through at every
// opening; after a crash it is ten times that.
const checkedAtOpen = 8 << 20

// inspect refuses what isn't a sound portfolio of a version we know, and
// brings an older one up to date. Until then the file is only read.
func (s *Store) inspect(ctx context.Context, o Options) error {
	c, err := connect(ctx, s.file, s.inspectMode())
	if err != nil {
		return err
	}
	defer func() { c.close() }()
	schema, err := s.identify(ctx, c, o)
	if err != nil {
		return err
	}
	if err := s.examine(ctx, c); err != nil {
		return err
	}
	s.info.Schema = newest(o.migrations)
	if schema == s.info.Schema {
		return nil
	}
	return s.renew(ctx, c, o, schema)
}

// inspectMode reads only. But what a crash has left half written SQLite must
// first take back, and that is writing.
func (s *Store) inspectMode() mode {
	if s.lock != nil && s.has("-journal") {
		return building
	}
	return s.readMode()
}

// identify gives the schema of a portfolio that this program can read.
func (s *Store) identify(ctx context.Context, c *conn, o Options) (int, error) {
	id, err := c.number(ctx, "PRAGMA application_id")
	if err != nil {
		return 0, err
	}
	schema, err := c.number(ctx, "PRAGMA user_version")
	if err != nil {
		return 0, err
	}
	switch {
	case id != application || schema < 1:
		return 0, about(fault.Unreadable, unreadableText, s.info.Path, fmt.Errorf("sqlite: application_id %#x, user_version %d", id, schema))
	case int(schema) > newest(o.migrations):
		return 0, fault.New(fault.TooNew, fmt.Sprintf("Portföljen ”%s” är sparad av en nyare version av IT-portföljen. Filen är orörd. Uppdatera programmet och öppna den igen.", filepath.Base(s.info.Path)))
	}
	return int(schema), nil
}

// examine looks small files through, and larger ones after a crash.
func (s *Store) examine(ctx context.Context, c *conn) error {
	limit := int64(checkedAtOpen)
	if s.lock != nil && s.lock.stale {
		limit *= 10
	}
	info, err := os.Stat(s.file)
	if err != nil || info.Size() > limit {
		return err
	}
	return sound(ctx, c, s.info.Path, "PRAGMA integrity_check(5)") // 3 ms at 0.5 MB, 33 at 5; quick_check leaves indexes out
}

// renew backs a file of an older schema up beside itself and migrates it.
func (s *Store) renew(ctx context.Context, c *conn, o Options, schema int) error {
	if s.info.ReadOnly {
		return fault.New(fault.ReadOnly, fmt.Sprintf("Portföljen ”%s” är från en äldre version och måste uppdateras, men kan bara läsas just nu. Filen är orörd. Öppna den när ingen annan har den öppen och där du får skriva.", filepath.Base(s.info.Path)))
	}
	backup := ""
	for again := 0; ; again++ {
		backup = backupName(s.info.Path, schema, o.Clock().Format("2006-01-02"), again)
		err := copyTo(ctx, c, backup)
		if err == nil {
			break
		}
		if fault.CodeOf(err) != fault.Conflict || again > 1000 {
			return err
		}
	}
	w, err := connect(ctx, s.file, building)
	if err != nil {
		return err
	}
	defer w.close()
	if err := migrate(ctx, w, o.migrations, schema, o.Who, o.Clock); err != nil {
		return err
	}
	s.info.Migrated = backup
	return nil
}
