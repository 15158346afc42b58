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
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/data/files"
	"itportfoljen/data/sqlite"
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
		return o.rescue(ctx, p, path)
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
	if err := o.rescue(ctx, p, temp.Name()); err != nil {
		return err
	}
	return files.ReplacePortfolio(temp.Name(), target, "", files.NewHolder(atHost(o.Who), o.Window, time.Now()))
}

// rescue writes a whole copy to a new file. When another program has written over
// the open one there is nothing left on the disk to copy, but all that the
// portfolio holds is in memory: the copy gets that, and a journal that begins with
// it.
func (o Options) rescue(ctx context.Context, p *app.Portfolio, path string) error {
	err := p.Backup(ctx, path)
	if fault.CodeOf(err) != fault.Moved {
		return err
	}
	store, err := sqlite.Create(ctx, path, o.store(app.ToWrite), func(store app.Store) error {
		fresh, err := app.Open(ctx, o.deps(store))
		if err != nil {
			return err
		}
		var all []*field.Record
		for _, k := range p.Kinds() {
			all = append(all, p.All(k)...)
		}
		_, err = fresh.CreateAll(ctx, "Räddat ur minnet: filen hade skrivits över", all)
		return err
	})
	if err != nil {
		return files.Explain(err, path)
	}
	return store.Close()
}
