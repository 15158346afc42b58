package main

import (
	"context"
	"flag"
	"io"
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// units are what a part of a portfolio may be asked for by.
var units = org.UnitName.Kind

type exportOptions struct {
	what, unit string
	public     bool
}

var exportCommand = &command{
	name: "export", args: "FIL UT.xlsx|.csv|.json [--what VAD] [--unit ENHET]", short: "Exporterar till Excel, CSV eller JSON.", least: 2, most: 2,
	long: `Filändelsen bestämmer formatet. En arbetsbok går att ändra i och importera igen med
import. VAD är ` + text.Or(exports()) + `
(template är en tom mall). En CSV-fil har bara en tabell: systemen, om inget
annat sägs. JSON är alltid hela portföljen.`,
	build: func(fs *flag.FlagSet) runner {
		o := &exportOptions{}
		fs.StringVar(&o.what, "what", "", "`VAD` som exporteras")
		fs.StringVar(&o.unit, "unit", "", "bara det som hör till `ENHET` och enheterna under den")
		fs.BoolVar(&o.public, "public", false, "utan känsliga uppgifter")
		return o.run
	},
}

func (o *exportOptions) run(ctx context.Context, e *env, args []string) error {
	format, err := ending(args[1], ".xlsx", ".csv", ".json")
	if err == nil {
		err = o.check(format)
	}
	if err != nil {
		return err
	}
	return e.read(ctx, args[0], func(p *app.Portfolio) error {
		opts := export.Options{What: export.What(o.what), Public: o.public}
		if o.unit != "" {
			u, err := p.Find(units, o.unit)
			if err != nil {
				return err
			}
			opts.Unit = u.ID
		}
		if err := o.write(ctx, e, p, args[1], format, opts); err != nil {
			return err
		}
		e.wrote(fileWritten, "%s är skriven.\n", args[1])
		return nil
	})
}

// exports are all that may be written.
func exports() []string {
	var out []string
	for _, w := range export.Choices(app.Kinds) {
		out = append(out, string(w))
	}
	return out
}

func (o *exportOptions) check(format string) error {
	possible := exports()
	switch {
	case o.what != "" && !slices.Contains(possible, o.what):
		return usage("”%s” går inte att exportera.%s Välj %s.", o.what, didYouMean(o.what, possible), strings.Join(possible, ", "))
	case format == ".json" && (o.what != "" && o.what != "all" || o.unit != "" || o.public):
		return usage("JSON är alltid hela portföljen. Ta bort --what, --unit och --public, eller skriv till .xlsx.")
	case format == ".csv" && o.what != "" && !export.What(o.what).OneTable():
		return usage("En CSV-fil rymmer bara en tabell. Välj %s, eller skriv till .xlsx.", text.Or(kindWords()))
	}
	return nil
}

func (o *exportOptions) write(ctx context.Context, e *env, p *app.Portfolio, path, format string, opts export.Options) error {
	switch format {
	case ".json":
		return e.services.WriteFile(path, func(w io.Writer) error { return export.JSON(p, w) })
	case ".csv":
		if opts.What == "" {
			opts.What = export.Of(app.Kinds[slices.IndexFunc(app.Kinds, func(k *field.Kind) bool { return k.Common })])
		}
		return e.services.WriteTable(ctx, path, export.Book(p, opts).Sheets[0])
	}
	return e.services.WriteBook(ctx, path, export.Book(p, opts), nil)
}

// objectOf is a record as machines read it.
func objectOf(p *app.Portfolio, r *field.Record) *export.Ordered { return export.Object(p, r, nil) }
