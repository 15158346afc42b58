// Package backup keeps copies of portfolios in a folder of the user's: they
// are compressed, read back before they count, thinned as they grow old, and
// put back. It knows nothing of what a portfolio holds; whoever does hands in
// how to write one and how to look at one.
package backup

import (
	"bufio"
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"itportfoljen/app/base/fault"
	"itportfoljen/data/files"
)

// Budget is how much all copies together may take, in bytes.
const Budget = 2 << 30

// Held is what an unpacked copy says that it holds.
type Held struct {
	Mark    string    // another for every content
	Systems int       // how many
	Changed time.Time // when it was last changed; zero for never
}

// Look looks through an unpacked copy that nobody has open, and tells what it
// holds. A broken one is a fault.Damaged.
type Look func(ctx context.Context, path string) (Held, error)

// Source is a portfolio to copy.
type Source struct {
	Path  string                                       // its file
	Mark  string                                       // as Look would say; "" when nobody knows yet
	Write func(ctx context.Context, path string) error // writes it whole to a new file
}

// Copy is a copy that is kept.
type Copy struct {
	Held
	Path    string // of the copy
	Of      string // of the portfolio when it was made
	At      time.Time
	Reason  string
	Size    int64 // in bytes, compressed
	Damaged bool  // the beginning can't be read, and so nothing more is known
}

// Shelf is the folder of all copies, with a folder in it for each portfolio.
type Shelf struct {
	Root  string
	Work  string // a folder on this computer for what is under way
	Look  Look
	Clock func() time.Time

	budget   int64             // 0: Budget
	patience time.Duration     // 0: patience
	reaching func()            // called before the place is asked
	written  func(path string) // called before a copy is read back
}

// Keep makes a copy of src, unless nothing has changed since the last one,
// reads it back, and takes away those that are no longer needed. made tells
// whether it made one; c is the newest either way. A place that doesn't answer
// is given up after a few seconds, and everything when ctx ends: then nothing
// has changed.
func (s *Shelf) Keep(ctx context.Context, src Source, reason string) (c Copy, made bool, err error) {
	c, made, err = s.keep(ctx, src, reason)
	return c, made, s.explain(err)
}

// keep reads the portfolio itself, since nobody else may use it meanwhile, and
// leaves the rest to within: it is the place that may hang.
func (s *Shelf) keep(ctx context.Context, src Source, reason string) (Copy, bool, error) {
	at, err := s.reach(ctx, src.Path)
	if err != nil {
		return Copy{}, false, err
	}
	if c, ok, err := s.unchanged(ctx, at.copies, src.Mark); ok || err != nil {
		return c, false, err
	}
	raw, done, err := s.raw()
	if err != nil {
		return Copy{}, false, err
	}
	defer done()
	if err := src.Write(ctx, raw); err != nil {
		return Copy{}, false, err
	}
	held, err := s.Look(ctx, raw)
	if err != nil {
		return Copy{}, false, err
	}
	if c, ok, err := s.unchanged(ctx, at.copies, held.Mark); ok || err != nil {
		return c, false, err
	}
	c, err := within(ctx, 0, func() (Copy, error) {
		c := Copy{Held: held, Of: src.Path, At: s.Clock(), Reason: reason}
		if err := s.write(ctx, at.folder, raw, &c); err != nil {
			return Copy{}, err
		}
		s.thin(ctx, c)
		return c, nil
	})
	return c, err == nil, err
}

// unchanged gives the newest copy if it holds what mark says, and is whole.
func (s *Shelf) unchanged(ctx context.Context, copies []Copy, mark string) (Copy, bool, error) {
	if mark == "" || len(copies) == 0 || copies[0].Mark != mark {
		return Copy{}, false, nil
	}
	whole, err := within(ctx, 0, func() (bool, error) { return s.Verify(ctx, copies[0].Path) == nil, nil })
	return copies[0], whole, err
}

// Today gives the newest copy of the portfolio at path that was made on this
// day. It is asked often, and so of no place that was silent just now.
func (s *Shelf) Today(ctx context.Context, path string) (Copy, bool, error) {
	if s.silent() {
		return Copy{}, false, s.explain(errSilent)
	}
	at, err := s.reach(ctx, path)
	if err != nil {
		return Copy{}, false, s.explain(err)
	}
	for _, c := range at.copies {
		if !c.Damaged && day(c.At) == day(s.Clock()) {
			return c, true, nil
		}
	}
	return Copy{}, false, nil
}

// raw gives a name for an unpacked copy, and takes away what came to be there.
func (s *Shelf) raw() (path string, done func(), err error) {
	if err := os.MkdirAll(s.Work, 0o700); err != nil {
		return "", nil, err
	}
	sweep(s.Work, s.Clock())
	dir, err := os.MkdirTemp(s.Work, tempPrefix) // 0700
	if err != nil {
		return "", nil, err
	}
	return filepath.Join(dir, "portfolj.itp"), func() { os.RemoveAll(dir) }, nil
}

// Sort says what a file is, by how it begins: a packed copy, an encrypted one,
// or something else. An encrypted one holds a packed one. A pipe isn't asked: it
// would never answer.
func Sort(path string) (packed, encrypted bool) {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false, false
	}
	f, err := os.Open(path)
	if err != nil {
		return false, false
	}
	defer f.Close()
	in := bufio.NewReader(f)
	return begins(in, packedHead), begins(in, encryptedHead)
}

// Verify reads a copy to its end and holds it against its own sums.
func (s *Shelf) Verify(ctx context.Context, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return files.Explain(err, path)
	}
	defer f.Close()
	_, err = unpack(ctx, f, nil, "")
	return explain(err, path)
}

// explain makes a fault of what went wrong with the place. What the copy was
// made for is done all the same, so it says nothing of that.
func (s *Shelf) explain(err error) error {
	var known *fault.Error
	code := fault.CodeOf(files.Explain(err, s.Root))
	elsewhere := "Ingen kopia är gjord; de som fanns är kvar. Välj en annan plats i Inställningar → Program."
	switch {
	case err == nil:
		return nil
	case code == fault.DiskFull:
		return fault.Wrap(code, "Det finns inte plats på disken för säkerhetskopian. Ingen kopia är gjord; de som fanns är kvar. Frigör utrymme, eller välj en annan plats i Inställningar → Program.", err)
	case errors.As(err, &known):
		return err
	case errors.Is(err, errSilent):
		return fault.Wrap(fault.NotFound, "Platsen för säkerhetskopior, ”"+s.Root+"”, svarar inte. "+elsewhere, err)
	case code == fault.Canceled:
		return fault.Wrap(code, "Säkerhetskopian blev inte färdig i tid. Ingen kopia är gjord. Den görs vid nästa tillfälle.", err)
	case code == fault.NoPermission, code == fault.ReadOnly:
		return fault.Wrap(code, "Platsen för säkerhetskopior, ”"+s.Root+"”, går inte att skriva i. "+elsewhere, err)
	}
	return fault.Wrap(fault.NotFound, "Platsen för säkerhetskopior, ”"+s.Root+"”, går inte att nå. "+elsewhere, err)
}
