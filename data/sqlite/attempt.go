package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
)

// attempt tries to commit once, and after an error finds out what became of it.
func (s *Store) attempt(ctx context.Context, e app.Entry, work func(context.Context, *pending) error) (w *pending, err error) {
	if err := s.ready(ctx); err != nil {
		return nil, err
	}
	transact := func() error {
		w = newPending(s, e)
		return s.writer.transaction("BEGIN IMMEDIATE", func() error { return work(ctx, w) })
	}
	err = transact()
	if busy(err) { // perhaps by a reader of our own, whose lock the disk didn't take back
		s.readers.forget()
		err = transact()
	}
	var refused *fault.Error
	if err == nil || errors.As(err, &refused) { // refused by ourselves: nothing stumbled
		return w, err
	}
	switch landed, known := s.landed(w, err); {
	case landed:
		return w, nil
	case !known: // to do it again could be to do it twice
		return nil, s.explain(fixed{err})
	}
	return nil, err
}

// ready looks at the file and what lies beside it before a commit. A commit
// that failed may have left its journal, which is then taken back.
func (s *Store) ready(ctx context.Context) error {
	if s.unseen {
		return nil
	}
	if err := s.guard(ctx); err != nil {
		return err
	}
	if s.has("-journal") {
		if err := s.settleJournal(ctx); err != nil {
			return err
		}
	}
	return s.anewIfForeign(ctx)
}

// stillHere makes sure that what was written went into the file at the path, and
// that no other program wrote over it meanwhile: then it has another mark.
func (s *Store) stillHere(w *pending) error {
	if s.unseen {
		return nil
	}
	if err := s.sameFile(); err != nil {
		return err
	}
	page, _, err := readMarkPage(s.file)
	if err != nil {
		return nil // it is saved; that it can't be read just now is told by the next reading
	}
	if m, ok := markIn(page); !ok || m.now != w.mark.now {
		return about(fault.Moved, overwrittenText, s.shown, nil)
	}
	return nil
}

// landed asks the file itself after an error, which may have come when all was
// written: then it has the new mark and there is nothing to take back. It looks
// past SQLite, which may not even get a lock any more; known says whether that
// went well. The connection that failed isn't used any more: SQLite may have
// opened it for reading only when the disk stumbled.
func (s *Store) landed(w *pending, cause error) (landed, known bool) {
	switch {
	case s.unseen: // what isn't finished is thrown away
		return false, false
	case !w.marked && !mayPass(cause):
		return false, true
	}
	ctx := context.Background()
	err := s.again(ctx, func() (err error) {
		landed, err = s.hasLanded(w)
		return err
	})
	if c, err := s.connectAs(ctx, writing); err == nil {
		_ = s.writer.close()
		s.writer = c
	}
	return landed, err == nil
}

func (s *Store) hasLanded(w *pending) (bool, error) {
	if !w.marked {
		return false, nil
	}
	page, _, err := readMarkPage(s.file)
	if err != nil {
		return false, err
	}
	switch journal, err := os.Stat(s.file + "-journal"); {
	case err == nil && journal.Size() > 0:
		return false, nil
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return false, err
	}
	m, ok := markIn(page)
	return ok && m.now == w.mark.now, nil
}
