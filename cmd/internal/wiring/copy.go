package wiring

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/fault"
	"itportfoljen/data/files"
)

// copy writes a whole copy of p to path. It is made beside what lies there,
// which is replaced only by the whole of it.
func (o Options) copy(ctx context.Context, p *app.Portfolio, path string) error {
	target := path
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		target = resolved
	}
	there, err := os.Stat(target)
	if errors.Is(err, fs.ErrNotExist) {
		return p.Backup(ctx, path)
	}
	if err != nil {
		return files.Explain(err, path)
	}
	if own, err := os.Stat(p.Info().Path); err == nil && os.SameFile(there, own) {
		return fault.New(fault.Conflict, fmt.Sprintf("”%s” är portföljen som är öppen, och den är redan sparad. Inget har ändrats. Välj ett annat namn för kopian.", filepath.Base(path)))
	}
	temp, err := files.NewTemp(target)
	if err != nil {
		return files.ExplainFolder(err, path)
	}
	defer temp.Discard()
	temp.Vacate()
	if err := p.Backup(ctx, temp.Name()); err != nil {
		return err
	}
	return files.ReplacePortfolio(temp.Name(), target, "", files.NewHolder(atHost(o.Who), o.Window, time.Now()))
}
