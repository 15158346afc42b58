//go:build linux

package torture

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// state is what a portfolio holds at one moment.
type state struct {
	number int64  // the newest entry's
	sum    string // of every value of every record
}

func (s state) String() string { return fmt.Sprintf("%d %s", s.number, s.sum) }

// stateOf sums all that is kept, but for when it was changed: what is undone is
// as it was.
func stateOf(p *app.Portfolio, newest int64) state {
	h := sha256.New()
	for _, k := range app.Kinds {
		records := slices.Clone(p.All(k))
		slices.SortFunc(records, func(a, b *field.Record) int { return cmp.Compare(a.ID, b.ID) })
		for _, r := range records {
			fmt.Fprintf(h, "%s %s %q\n", k.Name, r.ID, r.Ref)
			for _, f := range p.Fields(k) {
				if v := r.Get(f); f.Kept() && !field.IsEmpty(v) {
					fmt.Fprintf(h, "%s %q\n", f.Key, field.Encode(v))
				}
			}
		}
	}
	return state{newest, hex.EncodeToString(h.Sum(nil)[:8])}
}

// found is what was found in a file.
type found struct {
	state
	setAside int
}

// look opens the portfolio as the next one who reads it would, and holds that it
// is whole, that its journal has no gaps, and that nothing but the files named
// lies in its folder afterwards.
func (r *rig) look(l *Line, path string, besides ...string) (f found, ok bool) {
	dir := filepath.Dir(path)
	age(dir)
	p, err := r.s.Open(r.ctx, path, app.ToRead)
	if err != nil {
		r.lost(l, dir, "går inte att öppna: %s", told(err))
		return f, false
	}
	f, err = contents(r, p)
	if closed := p.Close(); err == nil {
		err = closed
	}
	if err != nil {
		r.lost(l, dir, "inte hel: %s", told(err))
		return f, false
	}
	r.tidy(l, dir, append(besides, filepath.Base(path))...)
	return f, true
}

// lookedBack is how many entries are looked for gaps.
const lookedBack = 200

func contents(r *rig, p *app.Portfolio) (f found, err error) {
	if err := p.Check(r.ctx); err != nil {
		return f, err
	}
	entries, err := p.Journal(r.ctx, app.Query{Limit: lookedBack})
	if err != nil || len(entries) == 0 {
		return f, fmt.Errorf("journalen: %d, %w", len(entries), err)
	}
	newest := entries[0].Number
	for i, e := range entries {
		if want := newest - int64(i); e.Number != want {
			return f, fmt.Errorf("journalen har %d där %d skulle stå", e.Number, want)
		}
	}
	f.setAside = len(p.Info().SetAside)
	f.state = stateOf(p, newest)
	return f, nil
}

// age makes what a dead program left older than what one at work may have made.
func age(dir string) {
	names, _ := filepath.Glob(filepath.Join(dir, ".itp-*.tmp*"))
	for _, name := range names {
		then := time.Now().Add(-time.Hour)
		_ = os.Chtimes(name, then, then)
	}
}

// tidy holds that nothing but the files named, by patterns, lies in a folder.
func (r *rig) tidy(l *Line, dir string, expected ...string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		known := func(pattern string) bool { ok, _ := filepath.Match(pattern, e.Name()); return ok }
		if !slices.ContainsFunc(expected, known) {
			r.lost(l, dir, "kvar ligger %s", e.Name())
		}
	}
}

// unmade holds that the newest entry made what the file holds out of what it
// held before: taken back, that is what is left.
func (r *rig) unmade(l *Line, path string, after, before state) {
	copied := filepath.Join(r.room(), "ångrad.itp")
	copyFile(path, copied)
	p, err := r.s.Open(r.ctx, copied, app.ToWrite)
	if err != nil {
		r.lost(l, path, "kopian går inte att öppna: %s", told(err))
		return
	}
	defer func() {
		_ = p.Close()
		_ = os.RemoveAll(filepath.Dir(copied))
	}()
	entries, err := p.Journal(r.ctx, app.Query{Number: after.number})
	if err != nil || len(entries) != 1 {
		r.lost(l, path, "journalpost %d går inte att läsa: %v", after.number, err)
		return
	}
	var back []field.Change
	for _, c := range slices.Backward(entries[0].Changes) {
		back = append(back, c.Inverse())
	}
	if _, err := p.Apply(r.ctx, "Tillbaka", back); err != nil {
		r.lost(l, path, "det halvvägs sparade går inte att ta tillbaka: %s", told(err))
		return
	}
	if was := stateOf(p, before.number); was != before {
		r.lost(l, path, "det sparade är varken det före eller det efter: %v, väntat %v", was, before)
	}
}

// told is an error with what caused it.
func told(err error) string {
	for cause := err; cause != nil; {
		u, ok := cause.(interface{ Unwrap() error })
		if !ok {
			if cause == err {
				break
			}
			return fmt.Sprintf("%v [%v]", err, cause)
		}
		cause = u.Unwrap()
	}
	if f := fault.CodeOf(err); f != "" {
		return fmt.Sprintf("%v [%s]", err, f)
	}
	return fmt.Sprint(err)
}

func copyFile(from, to string) {
	in, err := os.Open(from)
	must(err)
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	must(err)
	_, err = io.Copy(out, in)
	must(err)
	must(out.Close())
}

// oneLine is what a program said, on a line.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 600 {
		s = string(r[:600]) + "…"
	}
	return s
}
