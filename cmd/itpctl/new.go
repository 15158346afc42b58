package main

import (
	"context"
	"flag"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/governance"
)

type newOptions struct{ name, model string }

var newCommand = &command{
	name: "new", args: "FIL --name KOMMUN [--model MODELL]", short: "Gör en ny, tom portfölj.", least: 1, most: 1,
	long: "En fil som redan finns skrivs aldrig över.",
	build: func(fs *flag.FlagSet) runner {
		o := &newOptions{}
		fs.StringVar(&o.name, "name", "", "`KOMMUN`ens namn")
		fs.StringVar(&o.model, "model", governance.Default, "styr`MODELL`: danderyd, karlstad, stockholm, lilla-edet eller boras")
		return o.run
	},
}

func (o *newOptions) run(ctx context.Context, e *env, args []string) error {
	if strings.TrimSpace(o.name) == "" {
		return usage("Ange kommunens namn med --name.")
	}
	var ids []string
	for _, m := range e.services.Models() {
		ids = append(ids, m.ID)
		if m.ID != o.model {
			continue
		}
		p, err := e.services.Create(ctx, args[0], app.Beginning{Municipality: o.name, Model: m.Data})
		if err != nil {
			return err
		}
		e.wrote(portfolioMade, "%s är skapad för %s, med styrmodellen %s.\n", args[0], o.name, m.Name)
		return p.Close()
	}
	return usage("Styrmodellen ”%s” finns inte.%s De som finns är %s.", o.model, didYouMean(o.model, ids), strings.Join(ids, ", "))
}
