package wiring

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/system"
	"itportfoljen/data/backup"
	"itportfoljen/data/files"
	"itportfoljen/data/sqlite"
)

// copyTime is how long a copy may take: ten times what the largest portfolio
// needs on a slow computer.
const copyTime = 2 * time.Minute

// copyPlace is the folder that ITP_COPIES names, the one chosen in the window,
// or the user's own.
func copyPlace() (app.CopyPlace, error) {
	if dir := os.Getenv("ITP_COPIES"); dir != "" {
		dir, err := filepath.Abs(dir)
		return app.CopyPlace{Dir: dir, Chosen: true}, err
	}
	dir, chosen, err := backup.Place()
	return app.CopyPlace{Dir: dir, Chosen: chosen}, err
}

func chooseCopyPlace(dir string) error {
	if os.Getenv("ITP_COPIES") != "" {
		return fault.New(fault.Conflict, "Platsen är bestämd av variabeln ITP_COPIES på den här datorn. Inget har ändrats. Be den som sköter datorn att ändra den.")
	}
	return backup.Choose(dir)
}

// shelf is where copies are kept.
func shelf() (*backup.Shelf, error) {
	place, err := copyPlace()
	if err != nil {
		return nil, err
	}
	work := filepath.Join(place.Dir, ".arbete")
	if dir, err := backup.DataDir(); err == nil {
		work = filepath.Join(dir, "arbete")
	}
	return &backup.Shelf{Root: place.Dir, Work: work, Look: look, Clock: time.Now}, nil
}

// anywhere is a shelf for copies that lie where the user says.
func anywhere() *backup.Shelf {
	if s, err := shelf(); err == nil {
		return s
	}
	return &backup.Shelf{Work: os.TempDir(), Look: look, Clock: time.Now}
}

// look looks through an unpacked copy.
func look(ctx context.Context, path string) (backup.Held, error) {
	h, err := sqlite.Look(ctx, path, system.Kind)
	if err != nil {
		return backup.Held{}, err
	}
	return backup.Held{Mark: mark(h.Newest, h.Schema), Systems: h.Count, Changed: h.Newest.At}, nil
}

// mark is another for every state of a portfolio: each change is an entry of
// the journal, and a migration is another schema.
func mark(newest app.Entry, schema int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d\n%d\n%s\n%q\n%q", schema, newest.Number, newest.At.UTC().Format(time.RFC3339), newest.Who, newest.Label))
	return hex.EncodeToString(sum[:8])
}

func source(ctx context.Context, p *app.Portfolio) (backup.Source, error) {
	info := p.Info()
	src := backup.Source{Path: info.Path, Write: p.Backup}
	newest, err := p.Journal(ctx, app.Query{Limit: 1, Brief: true}) // an import is one entry, with all it made
	if err == nil && len(newest) > 0 {
		src.Mark = mark(newest[0], info.Schema)
	}
	return src, err
}

func keepCopy(ctx context.Context, p *app.Portfolio, why app.CopyReason) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, copyTime)
	defer cancel()
	made, err := tryCopy(ctx, p, why)
	if fault.CodeOf(err) == fault.Damaged {
		err = whoseDamage(ctx, p, err)
	}
	return made, err
}

// whoseDamage tells a damaged portfolio from a copy that didn't become what it was made of:
// only the portfolio itself is Damaged.
func whoseDamage(ctx context.Context, p *app.Portfolio, err error) error {
	if own := p.Check(ctx); fault.CodeOf(own) == fault.Damaged {
		return own
	}
	return fault.Wrap(fault.Unreadable, "Säkerhetskopian gick inte att läsa tillbaka som den skrevs, och är borttagen. Portföljen är orörd. Disken kan vara på väg att gå sönder: välj en annan plats för kopiorna i Inställningar → Program.", err)
}

func tryCopy(ctx context.Context, p *app.Portfolio, why app.CopyReason) (bool, error) {
	s, err := shelf()
	if err != nil {
		return false, err
	}
	if why == app.CopyOpening {
		if _, ok, err := s.Today(ctx, p.Info().Path); ok || err != nil {
			return false, err
		}
	}
	src, err := source(ctx, p)
	if err != nil {
		return false, err
	}
	_, made, err := s.Keep(ctx, src, string(why))
	return made, err
}

// keepOld keeps a portfolio as it is before a migration.
func keepOld(ctx context.Context, path string, write func(context.Context, string) error) (string, error) {
	s, err := shelf()
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(ctx, copyTime)
	defer cancel()
	c, _, err := s.Keep(ctx, backup.Source{Path: path, Write: write}, string(app.CopyMigration))
	return c.Path, err
}

func copies(ctx context.Context, path string) ([]app.Copy, error) {
	s, err := shelf()
	if err != nil {
		return nil, err
	}
	list, err := s.List(ctx, path)
	out := make([]app.Copy, len(list))
	for i, c := range list {
		out[i] = app.Copy{Path: c.Path, Of: text.Clean(c.Of), At: c.At, Reason: app.CopyReason(c.Reason), Systems: c.Systems, Changed: c.Changed, Size: c.Size, Damaged: c.Damaged}
	}
	return out, err
}

func (o Options) restore(ctx context.Context, copy, passphrase, path string) (string, error) {
	path, err := realPath(path)
	if err != nil {
		return "", err
	}
	return anywhere().Restore(ctx, copy, passphrase, path, files.NewHolder(atHost(o.Who), false, time.Now()))
}

// realPath is where the file is that a path leads to, so that a link stays one.
func realPath(path string) (string, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	path, err := filepath.Abs(path)
	return path, files.Explain(err, path)
}

func encryptCopy(ctx context.Context, p *app.Portfolio, path, passphrase string) error {
	src, err := source(ctx, p)
	if err != nil {
		return err
	}
	return anywhere().Encrypt(ctx, src, path, passphrase)
}

// unpackFirst tells of a file that couldn't be opened because it is a copy.
func unpackFirst(err error, path string) error {
	if fault.CodeOf(err) != fault.Unreadable {
		return err
	}
	name := filepath.Base(path)
	switch packed, encrypted := backup.Sort(path); {
	case encrypted:
		return fault.Wrap(fault.Encrypted, "”"+name+"” är en krypterad kopia. Filen är orörd. Återställ den till en portfölj först, med lösenfrasen.", err)
	case packed:
		return fault.Wrap(fault.Packed, "”"+name+"” är en packad säkerhetskopia. Filen är orörd. Återställ den till en portfölj först.", err)
	}
	return err
}
