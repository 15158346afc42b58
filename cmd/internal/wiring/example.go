package wiring

import (
	"context"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/demo"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/settings"
)

// exampleModel governs the made-up municipality.
const exampleModel = governance.Default

// example makes a portfolio with a made-up municipality. The same size, seed
// and day always give the same content, times and identities included. It is
// one entry of the journal, the first, so that it can't be undone by mistake.
func (o Options) example(ctx context.Context, path, size string, seed uint64) (*app.Portfolio, error) {
	large, err := demo.SizeNamed(size)
	if err != nil {
		return nil, err
	}
	data, err := model(exampleModel)
	if err != nil {
		return nil, err
	}
	parsed, err := governance.Parse(data)
	if err != nil {
		return nil, err
	}
	today := o.today()
	at := today.Time().Add(8 * time.Hour)
	clock := func() time.Time { return at }
	how := o.store(app.ToEdit)
	how.Clock = clock
	return o.begin(ctx, path, how, func(store app.Store) error {
		d := o.deps(store)
		d.Now, d.NewID = clock, app.SeededUUIDs(at, seed<<1)
		p, err := app.Open(ctx, d)
		if err != nil {
			return err
		}
		own := demo.Settings(today).Put(settings.Model.Field, string(data))
		records := demo.Generate(large, seed, today, parsed, p.NewID)
		_, err = p.CreateAll(ctx, "Exempelkommunen skapad", append([]*field.Record{own}, records...))
		return err
	})
}
