// Package wiring builds the world outside that the programs need: it fills
// app.Services from the adapters. It knows no window, so that programs without
// a screen can use it.
package wiring

import (
	"context"
	"encoding/json"
	"io/fs"
	"log/slog"
	"path"
	"slices"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/governance"
	"itportfoljen/assets"
	"itportfoljen/data/files"
	"itportfoljen/data/sqlite"
	"itportfoljen/reports"
)

// Options are what the user may decide about the surroundings.
type Options struct {
	Who    string    // the user's name; "": the one that the system knows
	Today  date.Date // the day that rules go by; 0: the real one
	Window bool      // portfolios are open for as long as somebody looks at them

	Wait    time.Duration    // how long to wait for another who writes; 0: ten seconds
	Waiting func(who string) // told for whom, when it takes a while; nil: nobody
	Log     *slog.Logger     // nil: nowhere

	Signs func() string // the name that the user has chosen for the journal, "" for Who; nil: none
}

// Services fills in the world outside.
func Services(o Options) app.Services {
	if o.Who == "" {
		o.Who = Who()
	}
	s := app.Services{
		Open:        o.open,
		Create:      o.create,
		Example:     o.example,
		Copy:        o.copy,
		Models:      Models,
		ReadBook:    readBook,
		ReadLedger:  readLedger,
		WriteBook:   writeBook,
		WriteTable:  writeTable,
		WriteFile:   files.WriteAtomic,
		Replaceable: files.Replaceable,
		OpenFile:    files.Open,
		Reach:       reach,
		Sharing:     files.Sharing,
		KeepCopy:    keepCopy, Copies: copies, Restore: o.restore, Repair: o.repair, Encrypt: encryptCopy,
		CopyPlace: copyPlace, ChooseCopyPlace: chooseCopyPlace,
		Reports: reports.List,
		Report:  buildReport,
		Print:   printList,
		Bind:    bindReports,
	}
	if o.Log == nil {
		return s
	}
	return logged(s, o.Log)
}

// today is the fixed day, else the real one.
func (o Options) today() date.Date {
	if o.Today != 0 {
		return o.Today
	}
	return date.FromTime(time.Now())
}

func (o Options) deps(store app.Store) app.Deps {
	origin := "itpctl"
	if o.Window {
		origin = "fönstret"
	}
	d := app.Deps{Store: store, Now: time.Now, Today: o.today, Who: o.Who, Origin: origin}
	if o.Signs != nil {
		d.Signs = o.Signs()
	}
	return d
}

func (o Options) store(a app.Access) sqlite.Options {
	out := sqlite.Options{Kinds: app.Kinds, Who: atHost(o.Who), Window: o.Window, Access: a, Wait: o.Wait, Keep: keepOld}
	if o.Waiting != nil {
		out.Waiting = func(h files.Holder) { o.Waiting(h.Name()) }
	}
	return out
}

func (o Options) open(ctx context.Context, path string, a app.Access) (*app.Portfolio, error) {
	store, err := sqlite.Open(ctx, path, o.store(a))
	if err != nil {
		return nil, unpackFirst(files.Explain(err, path), path)
	}
	return o.attach(ctx, store)
}

// attach reads what a store has. An opening that fails or is cancelled lets the
// file go.
func (o Options) attach(ctx context.Context, store *sqlite.Store) (*app.Portfolio, error) {
	p, err := app.Open(ctx, o.deps(store))
	if err == nil && ctx.Err() != nil {
		err = fault.Wrap(fault.Canceled, "Avbrutet. Inget har ändrats.", ctx.Err())
	}
	if err != nil {
		store.Close()
		return nil, err
	}
	return p, nil
}

func (o Options) create(ctx context.Context, path string, b app.Beginning) (*app.Portfolio, error) {
	return o.begin(ctx, path, o.store(app.ToEdit), func(store app.Store) error {
		_, err := app.Begin(ctx, o.deps(store), b)
		return err
	})
}

// begin makes a portfolio that fill fills, and opens it.
func (o Options) begin(ctx context.Context, path string, how sqlite.Options, fill func(app.Store) error) (*app.Portfolio, error) {
	store, err := sqlite.Create(ctx, path, how, fill)
	if err != nil {
		return nil, files.Explain(err, path)
	}
	p, err := o.attach(context.WithoutCancel(ctx), store) // too late to stop: it is there
	if err != nil {
		return nil, sqlite.Unopened(path, err)
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
