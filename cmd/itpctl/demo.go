package main

import (
	"context"
	"flag"

	"itportfoljen/app/base/text"
)

type demoOptions struct {
	size string
	seed uint64
}

var demoCommand = &command{
	name: "demo", args: "FIL [--size S|M|L|XL] [--seed N]", short: "Gör en påhittad kommun att prova med.", least: 1, most: 1,
	long: "Samma storlek, frö och dag ger alltid samma kommun. S har 80 system, M 1 000,\nL 10 000 och XL 100 000.",
	build: func(fs *flag.FlagSet) runner {
		o := &demoOptions{}
		fs.StringVar(&o.size, "size", "S", "`STORLEK`: S, M, L eller XL")
		fs.Uint64Var(&o.seed, "seed", 1, "frö, ett `HELTAL`: ett annat ger en annan kommun")
		return o.run
	},
}

func (o *demoOptions) run(ctx context.Context, e *env, args []string) error {
	p, err := e.services.Example(ctx, args[0], o.size, o.seed)
	if err != nil {
		return err
	}
	var counts []string
	for _, k := range p.Kinds() {
		if n := len(p.All(k)); k.Searched && n > 0 {
			counts = append(counts, text.Plural(n, k.One, k.Many))
		}
	}
	e.wrote(portfolioMade, "%s är skapad: %s.\n", args[0], text.And(counts))
	return p.Close()
}
