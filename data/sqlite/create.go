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

// Create makes a new portfolio, filled by fill (which may be nil), and opens it. It is built under
// another name and gets its own when it is whole and durable; a program that
// dies in between leaves no half portfolio. A file at path is never overwritten:
// that is a fault.Conflict. A fault.Unopened says that it was made all the same.
func Create(ctx context.Context, path string, o Options, fill func(app.Store) error) (*Store, error) {
	o = o.withDefaults()
	err := publish(path, func(temp string) error {
		if err := build(ctx, temp, o); err != nil {
			return err
		}
		if fill == nil {
			return nil
		}
		s, err := openUnseen(ctx, temp, path, o)
		if err != nil {
			return err
		}
		if err := fill(s); err != nil {
			s.Close()
			return err
		}
		return s.Close()
	})
	if err != nil {
		return nil, err
	}
	s, err := Open(context.WithoutCancel(ctx), path, o) // too late to stop: it is there
	if err != nil {
		return nil, Unopened(path, err)
	}
	return s, nil
}

// Unopened is the fault of a portfolio that is made, and then can't be opened.
func Unopened(path string, err error) error {
	return fault.Wrap(fault.Unopened, fmt.Sprintf("Portföljen ”%s” är skapad, men gick inte att öppna. Kontrollera anslutningen och öppna den igen.", filepath.Base(path)), err)
}

// build makes the tables of an empty portfolio.
func build(ctx context.Context, temp string, o Options) error {
	c, err := connect(ctx, temp, building)
	if err != nil {
		return err
	}
	if err := migrate(ctx, c, "", 0, o); err != nil {
		c.close()
		return err
	}
	return c.close()
}

// openUnseen opens a file that nobody else knows of, on its way to path: without a lease, and
// without a journal, since it is thrown away if it isn't finished.
func openUnseen(ctx context.Context, temp, path string, o Options) (*Store, error) {
	s := newStore(o)
	s.file, s.shown, s.unseen = temp, path, true
	info, err := os.Stat(temp)
	if err != nil {
		return nil, err
	}
	os.SameFile(info, info)
	s.is = info
	s.info = app.StoreInfo{Path: path, Schema: newest(o.migrations)}
	s.readers = newPool(s.connect)
	s.writer, err = s.connectAs(ctx, filling)
	return s, err
}

// publish makes a file under another name in the same folder, flushes it to
// disk and only then gives it its name. It never replaces a file.
func publish(path string, build func(temp string) error) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return explain(err, path)
	}
	if _, err := os.Lstat(path); err == nil {
		return files.Exists(path, nil)
	}
	if err := companions(path, path); err != nil {
		return err
	}
	temp, err := files.NewTemp(path)
	if err != nil {
		return files.ExplainFolder(err, path)
	}
	defer temp.Discard()
	temp.Close()
	if err := build(temp.Name()); err != nil {
		return explain(err, path)
	}
	if err := temp.Flush(); err != nil {
		return explain(err, path)
	}
	return files.Publish(temp.Name(), path)
}
