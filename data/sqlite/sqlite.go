// Package sqlite keeps a portfolio in one SQLite file. It is the whole portfolio
// at any moment between two changes: while it is open for writing only a lock
// file and an empty journal lie beside it, and closed nothing does.
package sqlite

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
	"itportfoljen/data/files"
)

// Options say what a store is opened with.
type Options struct {
	Kinds  []*field.Kind    // the catalogue; nil: app.Kinds
	Who    string           // user@host, shown to others who open the same file
	Clock  func() time.Time // nil: time.Now
	Window bool             // it is open for as long as somebody looks at it
	Access app.Access
	Wait   time.Duration // how long a writer waits for another; 0: ten seconds
	// Waiting is told for whom it waits when that takes a while; nil: nobody.
	Waiting func(files.Holder)

	// Keep keeps what write writes, the file as it is before a migration, and
	// tells where; nil or an error: it is kept beside the file.
	Keep func(ctx context.Context, path string, write func(ctx context.Context, to string) error) (kept string, err error)

	migrations []migration // nil: the program's own
}

// A writer waits for another at most this long; a window, which can take over
// later, only for a command that is soon done.
const (
	patience       = 10 * time.Second
	windowPatience = 300 * time.Millisecond
)

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
	if o.Wait == 0 {
		o.Wait = patience
	}
	return o
}

// waits is how long to wait for another writer.
func (o Options) waits() time.Duration {
	if o.Access == app.ToEdit {
		return min(o.Wait, windowPatience)
	}
	return o.Wait
}

func (o Options) holder() files.Holder { return files.NewHolder(o.Who, o.Window, o.Clock()) }

// Store is a portfolio in a SQLite file.
type Store struct {
	options Options
	shown   string // the path that people know
	tables  []*table
	byName  map[string]*table
	names   *journal.Names

	opening              // what is open now: changed under life
	life    sync.RWMutex // read by every call, written by Close and by what opens anew
	closed  bool
	commit  sync.Mutex // held by a commit and by a load

	told sync.Mutex // guards info and basis
	info app.StoreInfo
}

// opening is a file that is open.
type opening struct {
	file    string       // what SQLite opens: absolute, links followed; or a private copy
	is      os.FileInfo  // the file at the path when it was opened, to be told from another
	private string       // the folder of a private copy; "": none
	unseen  bool         // it is being built, and nobody else knows of it
	lease   *files.Lease // nil: read only
	basis   basis
	writer  *conn // nil: read only; after a failure another one, under commit
	readers *pool
}

// writes says whether the file is open for writing.
func (o *opening) writes() bool { return o.lease != nil || o.unseen }

var _ app.Store = (*Store)(nil)

// Open opens a portfolio. Faults: NotFound, Unreadable (no portfolio), Damaged,
// TooNew, Locked (held exclusively, or by a writer who doesn't let go), DiskFull.
//
// Opened to edit when another program has it open, or when file or folder can't
// be written, it is for reading only and Info tells so. A file of an older
// version is backed up beside itself and migrated.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	s := newStore(o.withDefaults())
	if err := s.again(ctx, func() error { return s.begin(ctx, path) }); err != nil {
		return nil, err
	}
	return s, nil
}

func newStore(o Options) *Store {
	s := &Store{options: o, byName: map[string]*table{}, names: journal.NewNames(o.Kinds, renamed(o.migrations)...)}
	for _, k := range o.Kinds {
		t := newTable(k)
		s.tables, s.byName[k.Name] = append(s.tables, t), t
	}
	return s
}

// begin opens the file at path, or nothing.
func (s *Store) begin(ctx context.Context, path string) (err error) {
	defer func() {
		if err != nil {
			_ = s.opening.shut()
			s.opening = opening{}
		}
	}()
	if err := s.locate(path); err != nil {
		return err
	}
	files.Sweep(filepath.Dir(s.file))
	s.tell(func(i *app.StoreInfo) { *i = app.StoreInfo{Path: s.shown, ReadOnly: true, SetAside: i.SetAside} })
	if err := s.claim(ctx); err != nil {
		return err
	}
	if err := s.settle(ctx); err != nil {
		return s.explain(err)
	}
	return s.explain(s.open(ctx))
}

// claim takes the right to write, or settles for reading where that will do.
func (s *Store) claim(ctx context.Context) error {
	if s.options.Access == app.ToRead {
		return s.refused(fault.ReadOnly, nil)
	}
	switch err := s.mayWrite(ctx); {
	case ctx.Err() != nil:
		return s.explain(ctx.Err())
	case s.options.Access == app.ToWrite && fault.CodeOf(err) == fault.Locked:
		return err
	case err != nil:
		return s.refused(fault.ReadOnly, err)
	}
	l, by, err := files.AwaitLease(ctx, s.file, s.options.holder(), s.options.waits(), s.options.Waiting)
	switch {
	case l == nil && ctx.Err() != nil:
		return s.explain(ctx.Err())
	case err != nil:
		return s.refused(fault.CodeOf(s.explain(err)), err)
	case by != nil && s.options.Access == app.ToWrite:
		return files.Held(s.shown, *by)
	case by != nil:
		s.tell(func(i *app.StoreInfo) {
			i.Why, i.Holder, i.Since, i.Here = fault.Locked, by.Name(), by.Since, by.Here(s.options.Who)
		})
		return nil
	}
	s.lease = l
	s.tell(func(i *app.StoreInfo) { i.ReadOnly = false })
	return nil
}

// mayWrite asks the system, and waits for a program that only lets others read:
// Windows has such, and one that copies all files soon lets go.
func (s *Store) mayWrite(ctx context.Context) error {
	for end := time.Now().Add(s.options.waits()); ; {
		err := s.explain(files.MayWrite(s.file))
		if fault.CodeOf(err) != fault.Locked || !time.Now().Before(end) || files.Pause(ctx, 50*time.Millisecond) != nil {
			return err
		}
	}
}

// refused is for who can't write here: a command that must has failed.
func (s *Store) refused(why fault.Code, err error) error {
	if why != fault.DiskFull {
		why = fault.ReadOnly // the folder can't be written: neither can a journal
	}
	s.tell(func(i *app.StoreInfo) { i.Why = why })
	if s.options.Access != app.ToWrite {
		return nil
	}
	return s.readOnly(err)
}

// readOnly tells why nothing can be written.
func (s *Store) readOnly(cause error) error {
	info := s.Info()
	switch {
	case info.Holder != "":
		return files.Held(s.shown, files.Holder{Who: info.Holder, Since: info.Since})
	case info.Why == fault.DiskFull:
		return about(fault.DiskFull, diskFullText, s.shown, cause)
	}
	return about(fault.ReadOnly, readOnlyText, s.shown, cause)
}

func (s *Store) open(ctx context.Context) error {
	if err := s.inspect(ctx); err != nil {
		return err
	}
	s.readers = newPool(s.connect)
	if s.lease == nil {
		return nil
	}
	w, err := s.connectAs(ctx, writing)
	s.writer = w
	return err
}

// enter begins a call; leave ends it.
func (s *Store) enter() (leave func(), err error) {
	s.life.RLock()
	if s.closed {
		s.life.RUnlock()
		return nil, errClosed
	}
	return s.life.RUnlock, nil
}

var errClosed = fault.New(fault.Internal, "Portföljen är stängd. Inget har ändrats. Öppna den igen.")

func (s *Store) explain(err error) error { return explain(err, s.shown) }

// Info tells where and how the portfolio is open.
func (s *Store) Info() app.StoreInfo {
	s.told.Lock()
	defer s.told.Unlock()
	return s.info
}

func (s *Store) tell(change func(*app.StoreInfo)) {
	s.told.Lock()
	defer s.told.Unlock()
	change(&s.info)
}

// Close waits for calls under way, leaves one file and gives up the right to
// write.
func (s *Store) Close() error {
	s.life.Lock()
	defer s.life.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	if err := s.explain(s.opening.shut()); err != nil {
		return fault.Wrap(fault.CodeOf(err), fmt.Sprintf(unclosedText, filepath.Base(s.shown)), err)
	}
	return nil
}

// shut closes what is open; what can't be reached any more is let go all the
// same.
func (o *opening) shut() error {
	var first error
	keep := func(err error) {
		if first == nil {
			first = err
		}
	}
	if o.readers != nil {
		keep(o.readers.close())
	}
	if o.writer != nil {
		keep(o.writer.close())
	}
	if o.lease != nil {
		o.dropJournal()
		o.lease.Release()
	}
	if o.private != "" {
		_ = os.RemoveAll(o.private)
	}
	return first
}
