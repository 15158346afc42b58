// Package sqlite keeps a portfolio in one SQLite file. While it is open its
// write-ahead log and a lock file lie beside it; closed, it is that one file.
package sqlite

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/fault"
	"itportfoljen/app/field"
)

// Options say what a store is opened with.
type Options struct {
	Kinds []*field.Kind    // the catalogue; nil: app.Kinds
	Who   string           // user@host, shown to others who open the same file
	Clock func() time.Time // nil: time.Now

	migrations []migration // nil: the program's own
}

func (o Options) withDefaults() Options {
	if o.Kinds == nil {
		o.Kinds = app.Kinds
	}
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.migrations == nil {
		o.migrations = migrations
	}
	return o
}

// Store is a portfolio in a SQLite file.
type Store struct {
	file   string // absolute, links followed
	info   app.StoreInfo
	tables []*table
	byName map[string]*table

	lock    *lock // nil: read only
	writer  *conn // nil: read only
	readers *pool
	commit  sync.Mutex // held by a commit, and by a load
	wrote   bool       // something is committed; guarded by commit

	life   sync.RWMutex // read by every call, written by Close
	closed bool
}

var _ app.Store = (*Store)(nil)

// Create makes a new, empty portfolio and opens it. A file at path is never
// overwritten: that is a fault.Conflict.
func Create(ctx context.Context, path string, o Options) (*Store, error) {
	o = o.withDefaults()
	err := publish(path, func(temp string) error {
		c, err := connect(ctx, temp, building)
		if err != nil {
			return err
		}
		if err := migrate(ctx, c, o.migrations, 0, o.Who, o.Clock); err != nil {
			c.close()
			return err
		}
		return c.close()
	})
	if err != nil {
		return nil, err
	}
	return Open(ctx, path, o)
}

// Open opens a portfolio. When another program has it open, or when file or
// folder can't be written, it opens for reading only and Info tells so. A file
// of an older version is backed up beside itself and migrated. Faults:
// NotFound, Unreadable (no portfolio), Damaged, TooNew.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	o = o.withDefaults()
	file, shown, err := locate(path)
	if err != nil {
		return nil, err
	}
	s := &Store{file: file, info: app.StoreInfo{Path: shown}, byName: map[string]*table{}}
	for _, k := range o.Kinds {
		t := newTable(k)
		s.tables, s.byName[k.Name] = append(s.tables, t), t
	}
	s.claim(o)
	if err := s.open(ctx, o); err != nil {
		s.shut()
		return nil, s.explain(err)
	}
	return s, nil
}

// locate finds the file and refuses what can't be a portfolio at a glance.
func locate(path string) (file, shown string, err error) {
	if shown, err = filepath.Abs(path); err != nil {
		return "", "", explain(err, path)
	}
	if file, err = filepath.EvalSymlinks(shown); err != nil {
		if _, system := os.Stat(shown); system != nil { // can be told of links in a circle
			err = system
		}
		return "", "", explain(err, shown)
	}
	if err := companions(file, shown); err != nil {
		return "", "", err
	}
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return "", "", explain(err, shown)
	case info.IsDir():
		return "", "", fault.New(fault.Unreadable, fmt.Sprintf("”%s” är en mapp. Välj en portföljfil i den.", filepath.Base(shown)))
	case !info.Mode().IsRegular() || info.Size() == 0:
		return "", "", about(fault.Unreadable, unreadableText, shown, nil)
	}
	return file, shown, nil
}

// companions refuses a name that leaves no room for those of the files that
// SQLite and the lock put beside it.
func companions(file, shown string) error {
	_, err := os.Lstat(file + "-journal") // the longest
	if fault.CodeOf(explain(err, shown)) == fault.Invalid {
		return explain(err, shown)
	}
	return nil
}

// claim takes the right to write, or settles for reading.
func (s *Store) claim(o Options) {
	s.info.ReadOnly = true
	if !mayWrite(s.file) {
		return
	}
	l, by, err := seize(s.file, o.Who, o.Clock())
	if err != nil { // the folder can't be written: neither can SQLite's log
		return
	}
	s.lock, s.info.Holder, s.info.ReadOnly = l, by, l == nil
}

// readMode is how a connection that only looks opens the file. Without a log
// beside it nobody is writing, and SQLite need write nothing either.
func (s *Store) readMode() mode {
	if s.info.Holder == "" && !s.has("-wal") && !s.has("-journal") {
		return immutable
	}
	return reading
}

// has says whether a file with something in it lies beside the portfolio.
func (s *Store) has(suffix string) bool {
	info, err := os.Stat(s.file + suffix)
	return err == nil && info.Size() > 0
}

func (s *Store) open(ctx context.Context, o Options) error {
	if err := s.inspect(ctx, o); err != nil {
		return err
	}
	if !s.info.ReadOnly {
		w, err := connect(ctx, s.file, writing)
		switch code := fault.CodeOf(s.explain(err)); {
		case code == fault.DiskFull: // no room for SQLite's log: it can still be looked at
			s.lock.release()
			s.lock, s.info.ReadOnly = nil, true
		case err != nil:
			return err
		}
		s.writer, s.readers = w, newPool(s.file, reading)
	}
	if s.info.ReadOnly {
		s.readers = newPool(s.file, s.readMode())
	}
	return s.readers.with(ctx, func(c *conn) error { return verify(ctx, c, o.Kinds) })
}

// enter begins a call; leave ends it.
func (s *Store) enter() (leave func(), err error) {
	s.life.RLock()
	if s.closed {
		s.life.RUnlock()
		return nil, fault.New(fault.Internal, "Portföljen är stängd. Inget har ändrats. Öppna den igen.")
	}
	return s.life.RUnlock, nil
}

func (s *Store) explain(err error) error { return explain(err, s.info.Path) }

// readOnly tells why nothing can be written.
func (s *Store) readOnly() error {
	if s.info.Holder == "" {
		return about(fault.ReadOnly, readOnlyText, s.info.Path, nil)
	}
	return fault.New(fault.ReadOnly, fmt.Sprintf("Portföljen är redan öppen hos %s och kan bara läsas här. Inget har ändrats. Be den som har den öppen att stänga den, och öppna den sedan igen.", s.info.Holder))
}

// Info tells where and how the portfolio is open.
func (s *Store) Info() app.StoreInfo { return s.info }

// Close waits for calls under way, empties the log into the file and gives up
// the lock.
func (s *Store) Close() error {
	s.life.Lock()
	defer s.life.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	if err := s.explain(s.shut()); err != nil {
		return fault.Wrap(fault.CodeOf(err), fmt.Sprintf(unclosedText, filepath.Base(s.file), filepath.Base(s.file)), err)
	}
	return nil
}

// shut closes what is open.
func (s *Store) shut() error {
	var first error
	keep := func(err error) {
		if first == nil {
			first = err
		}
	}
	if s.readers != nil {
		keep(s.readers.close())
	}
	if s.writer != nil {
		if err := s.writer.run(context.Background(), "PRAGMA wal_checkpoint(TRUNCATE)"); s.wrote {
			keep(err) // else the log was left by somebody who was told so
		}
		keep(s.writer.close())
	}
	if s.lock != nil {
		s.lock.release()
	} else if s.info.Holder != "" {
		s.tidy()
	}
	return first
}

// tidy removes the log that the writer left because we were still reading.
func (s *Store) tidy() {
	if _, err := os.Stat(s.file + "-wal"); err != nil {
		return
	}
	l, _, err := seize(s.file, "", time.Now())
	if l == nil || err != nil {
		return
	}
	defer l.release()
	if c, err := connect(context.Background(), s.file, writing); err == nil {
		_ = c.run(context.Background(), "PRAGMA wal_checkpoint(TRUNCATE)")
		_ = c.close()
	}
}
