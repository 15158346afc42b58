package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

// locate finds the file and refuses what can't be a portfolio at a glance, long
// before SQLite is let near it.
func (s *Store) locate(path string) (err error) {
	if s.shown, err = filepath.Abs(path); err != nil {
		return explain(err, path)
	}
	if s.file, err = filepath.EvalSymlinks(s.shown); err != nil {
		if _, sys := os.Stat(s.shown); sys != nil { // can be told of links in a circle
			err = sys
		}
		return s.explain(err)
	}
	if err := companions(s.file, s.shown); err != nil {
		return err
	}
	info, err := os.Stat(s.file)
	switch {
	case err != nil:
		return s.explain(err)
	case info.IsDir():
		return fault.New(fault.Unreadable, fmt.Sprintf("”%s” är en mapp. Välj en portföljfil i den.", filepath.Base(s.shown)))
	case !info.Mode().IsRegular() || info.Size() == 0:
		return about(fault.Unreadable, unreadableText, s.shown, nil)
	}
	os.SameFile(info, info) // where files have their identity from their path, it is read now
	s.is = info
	return s.glance()
}

// glance reads the file's head.
func (s *Store) glance() error {
	h, err := readHeader(s.file)
	switch {
	case err != nil:
		return s.explain(err)
	case !h.ours():
		return about(fault.Unreadable, unreadableText, s.shown, fmt.Errorf("sqlite: application_id %#x, user_version %d", h.application, h.schema))
	case int(h.schema) > newest(s.options.migrations):
		return fault.New(fault.TooNew, fmt.Sprintf("Portföljen ”%s” är sparad av en nyare version av IT-portföljen. Filen är orörd. Uppdatera programmet och öppna den igen.", filepath.Base(s.shown)))
	}
	return nil
}

// companions refuses a name that leaves no room for those of the files that
// SQLite and the lease put beside it.
func companions(file, shown string) error {
	_, err := os.Lstat(file + "-journal") // the longest
	if fault.CodeOf(explain(err, shown)) == fault.Invalid {
		return explain(err, shown)
	}
	return nil
}

// sameFile says that the file at the path is still the one that is open: a
// fault.Moved when it has been deleted, moved, or replaced by a program that
// keeps folders alike.
func (s *Store) sameFile() error {
	info, err := os.Stat(s.shown)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return about(fault.Moved, goneText, s.shown, err)
	case err != nil:
		return s.explain(err)
	case !os.SameFile(info, s.is), s.private != "" && (info.Size() != s.is.Size() || !info.ModTime().Equal(s.is.ModTime())):
		return about(fault.Moved, replacedText, s.shown, nil)
	}
	return nil
}

// connectAs opens the file, and makes sure that it is the one that was found.
func (s *Store) connectAs(ctx context.Context, m mode) (*conn, error) {
	c, err := connect(ctx, s.file, m)
	if err != nil {
		return nil, err
	}
	if s.unseen { // nobody else knows of it
		return c, nil
	}
	if err := s.sameFile(); err != nil {
		c.close()
		return nil, err
	}
	return c, nil
}

// connect opens one more connection that only reads.
func (s *Store) connect(ctx context.Context) (*conn, error) { return s.connectAs(ctx, reading) }

// settle makes sure that what lies beside the file is of this very file, before
// SQLite would take it for that. A write-ahead log never is. A journal that a
// crash left is: then what was half done is taken back. Everything else is set
// aside under another name. Where nothing may be written a private copy is made
// and settled instead.
func (s *Store) settle(ctx context.Context) error {
	err := s.settleHere(ctx)
	if err == nil || s.private != "" || !mayNot(err) {
		return err
	}
	if err := s.copyPrivately(ctx); err != nil {
		return err
	}
	return s.settleHere(ctx)
}

// mayNot says that something can't be written where the file lies.
func mayNot(err error) bool {
	switch fault.CodeOf(explain(err, "")) {
	case fault.ReadOnly, fault.NoPermission, fault.DiskFull:
		return true
	}
	return false
}

func (s *Store) settleHere(ctx context.Context) error {
	if err := s.setLogAside(); err != nil {
		return err
	}
	if s.lease == nil {
		if !exists(files.LeasePath(s.file)) && !exists(s.file+"-journal") && !s.writtenWithLog() {
			return nil
		}
		l, by, err := files.TakeLease(s.file, s.options.holder())
		switch {
		case by != nil: // it is at work
			return nil
		case err != nil && !s.has("-journal") && !s.writtenWithLog():
			return nil
		case err != nil:
			return err
		}
		defer l.Release()
	}
	return s.settleJournal(ctx)
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// settleJournal is for who has the lease, so that nobody is at work.
func (s *Store) settleJournal(ctx context.Context) error {
	switch {
	case s.has("-journal"):
		own, err := belongs(s.file)
		if err != nil {
			return err
		}
		if !own {
			if err := s.setAside("-journal"); err != nil {
				return err
			}
		}
		return s.takeBack(ctx)
	case s.writtenWithLog():
		return s.takeBack(ctx)
	case s.writer == nil:
		s.dropJournal() // what a crash left was never a journal
	}
	return nil
}

// setLogAside is for what no version of the program writes.
func (s *Store) setLogAside() error {
	if !s.has("-wal") {
		return nil
	}
	for _, ending := range []string{"-wal", "-shm"} {
		if err := s.setAside(ending); err != nil {
			return err
		}
	}
	return nil
}

// takeBack lets SQLite roll back what a crash left half done, and turns a file
// that another program has written with a log into one without.
func (s *Store) takeBack(ctx context.Context) error {
	c, err := s.connectAs(ctx, renewing)
	if err != nil {
		return err
	}
	defer c.close()
	if _, err := c.number(ctx, "PRAGMA schema_version"); err != nil { // the first look does it
		return err
	}
	if s.writtenWithLog() {
		_, err = c.one(ctx, "PRAGMA journal_mode = DELETE")
	}
	return err
}

// dropJournal removes a journal with nothing in it, which SQLite leaves between
// commits. One that begins with zeroes never became durable.
func (o *opening) dropJournal() {
	name := o.file + "-journal"
	if info, err := os.Lstat(name); err == nil && info.Mode().IsRegular() && !o.has("-journal") {
		os.Remove(name)
	}
}

func (o *opening) writtenWithLog() bool {
	h, err := readHeader(o.file)
	return err == nil && h.log
}

// has says whether a file with something in it lies beside the portfolio. One
// that begins with zeroes is a journal that never became one.
func (o *opening) has(ending string) bool {
	if odd(o.file + ending) {
		return true
	}
	f, err := os.Open(o.file + ending)
	if err != nil {
		_, err = os.Lstat(o.file + ending)
		return err == nil
	}
	defer f.Close()
	first := make([]byte, 1)
	n, _ := f.Read(first)
	return n > 0 && (first[0] != 0 || ending != "-journal")
}

// odd says that what has the name is a folder, a link, a pipe or a device. A
// pipe would never answer who opens it, and SQLite leaves none of them. What a
// sync program has marked in its own way is still a file.
func odd(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode().Type()&^fs.ModeIrregular != 0
}

// setAside gives a file beside the portfolio another name and remembers to tell
// of it.
func (s *Store) setAside(ending string) error {
	name, err := files.SetAside(s.file+ending, s.options.Clock())
	if fault.CodeOf(err) == fault.NotFound {
		return nil
	}
	if err == nil && s.private == "" {
		s.tell(func(i *app.StoreInfo) { i.SetAside = append(i.SetAside, name) })
	}
	return err
}
