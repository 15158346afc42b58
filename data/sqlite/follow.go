package sqlite

import (
	"context"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

// Newest gives the number of the newest entry in the file that lies at the path
// now. Who only reads gets another file that has been put there; who writes gets
// a fault.Moved, also when another has been written into the file.
func (s *Store) Newest(ctx context.Context) (n int64, err error) {
	err = s.look(ctx, func() error {
		return s.readers.with(ctx, func(c *conn) (err error) {
			if s.lease != nil {
				if err := s.standing().holds(ctx, c, s.shown); err != nil {
					return err
				}
			}
			n, err = newestEntry(ctx, c)
			return err
		})
	})
	return n, err
}

func newestEntry(ctx context.Context, c *conn) (int64, error) {
	return c.number(ctx, "SELECT coalesce(max(number), 0) FROM entry")
}

// Holder tells who has the right to write now, "" for nobody.
func (s *Store) Holder() string {
	leave, err := s.enter()
	if err != nil {
		return ""
	}
	defer leave()
	if h := files.LeaseHolder(s.file); h != nil {
		return h.Name()
	}
	return ""
}

// watchEvery is how often a file is looked at for what others have done. Nothing
// tells of that on a network share.
const watchEvery = time.Second

// Watch looks at the file now and then until it stands otherwise. SQLite looks at
// the counter that PRAGMA data_version gives before it reads anything, so asking for
// the newest entry costs no more.
func (s *Store) Watch(ctx context.Context, known app.Standing) (app.Standing, error) {
	for tick := time.NewTimer(watchEvery); ; tick.Reset(watchEvery) {
		select {
		case <-ctx.Done():
			tick.Stop()
			return known, s.explain(ctx.Err())
		case <-tick.C:
		}
		n, err := s.Newest(ctx)
		now := app.Standing{Newest: n, Holder: s.Holder()}
		if err != nil || now != known {
			return now, err
		}
	}
}

// TakeOver takes the right to write when nobody else has it. What has been
// written meanwhile is still to be loaded. Faults as for an opening to write; then
// it is open for reading as before.
func (s *Store) TakeOver(ctx context.Context) error {
	s.life.Lock()
	defer s.life.Unlock()
	switch {
	case s.closed:
		return errClosed
	case s.lease != nil:
		return nil
	}
	was := s.options
	s.options.Access, s.options.Wait = app.ToWrite, windowPatience
	err := s.reopen(ctx)
	if err != nil {
		s.options = was
	}
	return err
}

// reopen opens what lies at the path now; when that fails what is open stays.
func (s *Store) reopen(ctx context.Context) error {
	old, told := s.opening, s.Info()
	s.opening = opening{}
	if err := s.begin(ctx, s.shown); err != nil {
		s.opening = old
		s.tell(func(i *app.StoreInfo) { *i = told })
		return s.explain(err)
	}
	_ = old.shut()
	return nil
}

// look reads the file at the path. A file that another has replaced is opened
// anew by who only reads, and an error that may pass is read past.
func (s *Store) look(ctx context.Context, read func() error) error {
	return s.again(ctx, func() error {
		err := s.lookOnce(ctx, read)
		if fault.CodeOf(err) != fault.Moved || !s.Info().ReadOnly {
			return err
		}
		switch anew := s.anew(ctx); {
		case fault.CodeOf(anew) == fault.NotFound:
			return err
		case anew != nil:
			return anew
		}
		return s.lookOnce(ctx, read)
	})
}

func (s *Store) lookOnce(ctx context.Context, read func() error) error {
	leave, err := s.enter()
	if err != nil {
		return err
	}
	defer leave()
	if err := s.guard(ctx); err != nil {
		return err
	}
	err = read()
	if mayPass(err) {
		s.readers.forget()
	}
	return err
}

// guard looks at the file and what lies beside it before SQLite does. While we
// have the lease a journal may be of a commit of our own; commits look at that.
func (s *Store) guard(ctx context.Context) error {
	if s.unseen {
		return nil
	}
	if err := s.sameFile(); err != nil {
		return err
	}
	if s.lease == nil {
		return s.settle(ctx)
	}
	return s.setLogAside()
}

// anew opens, for reading as before, another file that has been put at the path.
func (s *Store) anew(ctx context.Context) error {
	s.life.Lock()
	defer s.life.Unlock()
	switch {
	case s.closed:
		return errClosed
	case s.sameFile() == nil: // another call has done it
		return nil
	}
	return s.reopen(ctx)
}
