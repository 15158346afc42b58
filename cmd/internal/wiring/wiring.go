// Package wiring builds the world outside that the programs need: it fills
// app.Services from the adapters. It knows no window, so that programs without
// a screen can use it.
package wiring

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"slices"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/date"
	"itportfoljen/app/fault"
	"itportfoljen/app/governance"
	"itportfoljen/assets"
	"itportfoljen/data/files"
	"itportfoljen/data/sqlite"
)

// Options are what the user may decide about the surroundings.
type Options struct {
	Who   string    // the name in the journal; "": the one that the system knows
	Today date.Date // the day that rules go by; 0: the real one
}

// Services fills in the world outside.
func Services(o Options) app.Services {
	if o.Who == "" {
		o.Who = Who()
	}
	return app.Services{
		Open:       o.open,
		Create:     o.create,
		Example:    o.example,
		Models:     Models,
		ReadBook:   readBook,
		WriteBook:  writeBook,
		WriteTable: writeTable,
		WriteFile:  files.WriteAtomic,
		Reports:    listReports,
		Report:     buildReport,
	}
}

// today is the fixed day, else the real one.
func (o Options) today() date.Date {
	if o.Today != 0 {
		return o.Today
	}
	return date.FromTime(time.Now())
}

func (o Options) deps(store app.Store) app.Deps {
	return app.Deps{Store: store, Now: time.Now, Today: o.today, Who: o.Who}
}

func (o Options) store(now func() time.Time) sqlite.Options {
	return sqlite.Options{Kinds: app.Kinds, Who: atHost(o.Who), Clock: now}
}

func (o Options) open(ctx context.Context, path string) (*app.Portfolio, error) {
	store, err := sqlite.Open(ctx, path, o.store(time.Now))
	if err != nil {
		return nil, files.Explain(err, path)
	}
	p, err := app.Open(ctx, o.deps(store))
	if err != nil {
		store.Close()
		return nil, err
	}
	return p, nil
}

func (o Options) create(ctx context.Context, path string, b app.Beginning) (*app.Portfolio, error) {
	return o.begin(ctx, path, time.Now, func(store app.Store) (*app.Portfolio, error) {
		return app.Begin(ctx, o.deps(store), b)
	})
}

// begin creates a file and fills it; a file that couldn't be filled is removed
// again.
func (o Options) begin(ctx context.Context, path string, now func() time.Time, fill func(app.Store) (*app.Portfolio, error)) (*app.Portfolio, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, files.Explain(fs.ErrExist, path)
	}
	store, err := sqlite.Create(ctx, path, o.store(now))
	if err != nil {
		return nil, files.Explain(err, path)
	}
	p, err := fill(store)
	if err != nil {
		store.Close()
		for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
			os.Remove(path + suffix)
		}
		return nil, err
	}
	return p, nil
}

// Models lists the governance models that ship with the program, the suggested
// one first.
func Models() []app.ModelFile {
	names, err := fs.Glob(assets.Files, "models/*.json")
	if err != nil {
		panic("wiring: " + err.Error())
	}
	var out []app.ModelFile
	for _, name := range names {
		m := app.ModelFile{Data: assets.Must(name)}
		var head struct{ ID, Name, Description string }
		if err := json.Unmarshal(m.Data, &head); err != nil {
			panic("wiring: " + path.Base(name) + ": " + err.Error())
		}
		m.ID, m.Name, m.Description = head.ID, head.Name, head.Description
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b app.ModelFile) int {
		switch {
		case a.ID == governance.Default:
			return -1
		case b.ID == governance.Default:
			return 1
		}
		return 0
	})
	return out
}

// model finds one that ships with the program.
func model(id string) ([]byte, error) {
	for _, m := range Models() {
		if m.ID == id {
			return m.Data, nil
		}
	}
	return nil, fault.New(fault.Internal, "Styrmodellen "+id+" följer inte med programmet. Inget har ändrats.")
}
