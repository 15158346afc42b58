package backup

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"
)

// A place may take so long to answer. One that didn't is left in peace for a
// while, lest everything that is done meanwhile waits for it in turn.
const (
	patience = 5 * time.Second
	peace    = 10 * time.Minute
)

var errSilent = errors.New("backup: no answer")

// reached is what is known of a portfolio's copies before one is made.
type reached struct {
	folder string
	copies []Copy // newest first
}

// reach makes sure that the portfolio's folder is there and lists it.
func (s *Shelf) reach(ctx context.Context, path string) (reached, error) {
	at, err := within(ctx, s.wait(), func() (reached, error) {
		if s.reaching != nil {
			s.reaching()
		}
		folder := filepath.Join(s.Root, folderOf(path))
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return reached{}, err
		}
		copies, err := read(folder)
		return reached{folder, copies}, err
	})
	s.remember(errors.Is(err, errSilent))
	return at, err
}

// silence is where it stands that the place, which is named in it, didn't
// answer.
func (s *Shelf) silence() string { return filepath.Join(s.Work, "svarar-inte") }

// silent says whether the place didn't answer a while ago.
func (s *Shelf) silent() bool {
	info, err := os.Stat(s.silence())
	if err != nil || s.Clock().Sub(info.ModTime()).Abs() > peace {
		return false
	}
	root, err := os.ReadFile(s.silence())
	return err == nil && string(root) == s.Root
}

// remember writes down whether the place answered, as well as can be.
func (s *Shelf) remember(silent bool) {
	if !silent {
		os.Remove(s.silence())
		return
	}
	if os.MkdirAll(s.Work, 0o700) == nil && os.WriteFile(s.silence(), []byte(s.Root), 0o600) == nil {
		_ = os.Chtimes(s.silence(), s.Clock(), s.Clock())
	}
}

func (s *Shelf) wait() time.Duration {
	if s.patience > 0 {
		return s.patience
	}
	return patience
}

// within does work that may hang, such as reaching for a computer that is
// gone, and leaves it when ctx ends or, if d isn't 0, after d.
func within[T any](ctx context.Context, d time.Duration, work func() (T, error)) (T, error) {
	type answer struct {
		v   T
		err error
	}
	var none T
	if err := ctx.Err(); err != nil {
		return none, err
	}
	var late <-chan time.Time
	if d > 0 {
		t := time.NewTimer(d)
		defer t.Stop()
		late = t.C
	}
	done := make(chan answer, 1)
	go func() {
		v, err := work()
		done <- answer{v, err}
	}()
	select {
	case a := <-done:
		return a.v, a.err
	case <-late:
		return none, errSilent
	case <-ctx.Done():
		return none, ctx.Err()
	}
}
